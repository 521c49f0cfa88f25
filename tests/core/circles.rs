//! Files of a crate see downwards only: none imports, by whatever way round, a file that imports it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, Meta, UseTree};

/// Sources of every crate.
const SOURCES: [&str; 9] = [
    "src",
    "crates/authoring/src",
    "crates/core/src",
    "crates/host-questionnaire/src",
    "crates/qr-code/src",
    "crates/qr-decode/src",
    "crates/qr-encode/src",
    "tests/e2e/src",
    "xtask/src",
];

/// Module of a file, from the root of its crate.
type Module = Vec<String>;

/// Imports of each module.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// Paths in one file, as modules of its crate.
struct Paths<'a> {
    own: &'a Module,
    all: &'a BTreeSet<Module>,
    found: BTreeSet<Module>,
}

impl Paths<'_> {
    fn add(&mut self, path: &[String]) {
        let Some((first, rest)) = path.split_first() else { return };
        let (mut from, mut rest) = match &**first {
            "crate" => (Module::new(), rest),
            "self" => (self.own.clone(), rest),
            "super" => (parent(self.own), rest),
            _ => (self.own.clone(), path),
        };
        while rest.first().is_some_and(|segment| segment == "super") {
            (from, rest) = (parent(&from), &rest[1..]);
        }
        from.extend_from_slice(rest);
        while !from.is_empty() && !self.all.contains(&from) {
            from.pop();
        }
        // The root only lists the modules.
        if !from.is_empty() && from != *self.own {
            self.found.insert(from);
        }
    }

    fn add_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |segment: &syn::Ident| [before, &[segment.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.add(&with(&name.ident)),
            UseTree::Rename(name) => self.add(&with(&name.ident)),
            UseTree::Glob(_) => self.add(before),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before, tree)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !item.attrs.iter().any(is_for_tests) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.add(&segments);
        }
        visit::visit_path(self, path);
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string() == "test")
}

fn parent(module: &Module) -> Module {
    module[..module.len().saturating_sub(1)].to_vec()
}

fn read(folder: &Path, module: &Module, files: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("names are UTF-8");
        let inner = [&**module, &[stem.to_owned()]].concat();
        if path.is_dir() {
            read(&path, &inner, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = if stem == "mod" { module.clone() } else { inner };
            files.insert(module, fs::read_to_string(&path).expect("the file can be read"));
        }
    }
}

fn imports(files: &BTreeMap<Module, String>) -> Imports {
    let all = files.keys().cloned().collect();
    let of_file = |(own, text): (&Module, &String)| {
        let mut paths = Paths { own, all: &all, found: BTreeSet::new() };
        paths.visit_file(&syn::parse_file(text).unwrap_or_else(|error| panic!("{own:?}: {error}")));
        (own.clone(), paths.found)
    };
    files.iter().map(of_file).collect()
}

/// Modules of circles, and those between two circles.
fn circles(mut imports: Imports) -> Vec<String> {
    loop {
        let before = imports.len();
        let left: BTreeSet<Module> = imports.keys().cloned().collect();
        imports.retain(|_, seen| seen.iter().any(|module| left.contains(module)));
        let seen: BTreeSet<Module> = imports.values().flatten().cloned().collect();
        imports.retain(|module, _| seen.contains(module));
        if imports.len() == before {
            return imports.into_keys().map(|module| module.join("::")).collect();
        }
    }
}

#[test]
fn no_file_sees_one_that_sees_it() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let of_crate = |sources: &'static str| {
        let mut files = BTreeMap::new();
        read(&project.join(sources), &Module::new(), &mut files);
        // The roots list the modules, or are programs of their own.
        files.retain(|module, _| !matches!(&**module, [name] if name == "lib" || name == "main"));
        circles(imports(&files)).into_iter().map(move |module| format!("{sources}: {module}"))
    };
    let found: Vec<String> = SOURCES.into_iter().flat_map(of_crate).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn circles_are_found_however_the_import_is_written() {
    let of = |files: &[(&str, &str)]| {
        let module = |path: &str| path.split("::").map(str::to_owned).collect::<Module>();
        circles(imports(&files.iter().map(|(path, text)| (module(path), (*text).to_owned())).collect()))
    };
    let above = ("a", "mod b; use b::B; pub use c::{self, d::{D as E}}; fn f() { crate::other::g() }");
    for below in ["use super::A;", "use crate::a::*;", "fn f() -> super::super::a::A { todo!() }"] {
        assert_eq!(of(&[above, ("a::b", below), ("other", "")]), ["a", "a::b"], "{below}");
    }
    let tests = "#[cfg(test)] mod tests { use super::super::*; }";
    assert_eq!(of(&[above, ("a::b", tests), ("a::c::d", "use super::super::b::B;"), ("other", "")]), [""; 0]);
}
