//! Files of a crate see downwards only: none imports, by whatever way round, a file that imports it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Meta, UseTree, Visibility};

/// Sources of every crate.
const SOURCES: [&str; 11] = [
    "src",
    "crates/authoring/src",
    "crates/core/src",
    "crates/host-questionnaire/src",
    "crates/publishing/src",
    "crates/qr-code/src",
    "crates/qr-decode/src",
    "crates/qr-encode/src",
    "fuzz/src",
    "tests/e2e/src",
    "xtask/src",
];

/// Module of a file, from the root of its crate.
type Module = Vec<String>;

/// Imports of each module.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// Names that a module has from others, each with its path from the root.
type Reexports = BTreeMap<(Module, String), Vec<String>>;

/// Names of a crate's modules, by which paths are resolved.
struct Names {
    modules: BTreeSet<Module>,
    reexports: Reexports,
}

impl Names {
    /// Path from the root of the crate; paths that begin with a name of another crate lead nowhere in it.
    fn absolute(own: &Module, path: &[String]) -> Vec<String> {
        let (mut from, mut rest) = match path.split_first() {
            Some((first, rest)) if first == "crate" => (Module::new(), rest),
            Some((first, rest)) if first == "self" => (own.clone(), rest),
            _ => (own.clone(), path),
        };
        while rest.first().is_some_and(|segment| segment == "super") {
            (from, rest) = (parent(&from), &rest[1..]);
        }
        [&*from, rest].concat()
    }

    /// Module that defines what a path names. The root, which only lists the modules, is none.
    fn defining(&self, path: &[String]) -> Option<Module> {
        let mut path = path.to_vec();
        // Each turn follows one name that is handed on; more of them than names would be a circle of names.
        for _ in 0..=self.reexports.len() {
            let length = (1..=path.len()).rev().find(|length| self.modules.contains(&path[..*length]))?;
            let (module, rest) = path.split_at(length);
            let handed_on =
                rest.first().and_then(|name| self.reexports.get(&(module.to_vec(), name.clone())));
            match handed_on {
                Some(target) => path = [&**target, &rest[1..]].concat(),
                None => return Some(module.to_vec()),
            }
        }
        None
    }
}

/// Leaves of an import, each with the name that it has there.
fn leaves(before: &[String], tree: &UseTree, found: &mut Vec<(String, Vec<String>)>) {
    let with = |segment: &syn::Ident| [before, &[segment.to_string()]].concat();
    match tree {
        UseTree::Path(path) => leaves(&with(&path.ident), &path.tree, found),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
        }
        UseTree::Name(name) => found.push((name.ident.to_string(), with(&name.ident))),
        UseTree::Rename(name) => found.push((name.rename.to_string(), with(&name.ident))),
        UseTree::Glob(_) => found.push(("*".to_owned(), before.to_vec())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(before, tree, found)),
    }
}

/// Names that a file hands on to others.
fn reexports(own: &Module, file: &syn::File) -> Reexports {
    let handed_on = file.items.iter().filter_map(|item| match item {
        Item::Use(item) if !matches!(item.vis, Visibility::Inherited) => Some(&item.tree),
        _ => None,
    });
    let mut found = Vec::new();
    handed_on.for_each(|tree| leaves(&[], tree, &mut found));
    found.into_iter().map(|(name, path)| ((own.clone(), name), Names::absolute(own, &path))).collect()
}

/// Modules that one file imports from, but for what it only hands on.
struct Paths<'a> {
    own: &'a Module,
    names: &'a Names,
    found: BTreeSet<Module>,
}

impl Paths<'_> {
    fn add(&mut self, path: &[String]) {
        let module = self.names.defining(&Names::absolute(self.own, path));
        self.found.extend(module.filter(|module| module != self.own));
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !item.attrs.iter().any(is_for_tests) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if matches!(item.vis, Visibility::Inherited) {
            let mut found = Vec::new();
            leaves(&[], &item.tree, &mut found);
            found.iter().for_each(|(_, path)| self.add(path));
        }
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
    let parse = |(own, text): (&Module, &String)| {
        (own.clone(), syn::parse_file(text).unwrap_or_else(|error| panic!("{own:?}: {error}")))
    };
    let files: BTreeMap<Module, syn::File> = files.iter().map(parse).collect();
    let names = Names {
        modules: files.keys().cloned().collect(),
        reexports: files.iter().flat_map(|(own, file)| reexports(own, file)).collect(),
    };
    let of_file = |(own, file): (&Module, &syn::File)| {
        let mut paths = Paths { own, names: &names, found: BTreeSet::new() };
        paths.visit_file(file);
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
    let above = ("a", "mod b; pub struct A; use b::B; fn f() { crate::other::g() }");
    for below in [
        "use super::A;",
        "use crate::a::*;",
        "fn f() -> super::super::a::A { todo!() }",
        "use super::{A as C};",
    ] {
        assert_eq!(of(&[above, ("a::b", below), ("other", "")]), ["a", "a::b"], "{below}");
    }
    let tests = "#[cfg(test)] mod tests { use super::super::*; }";
    assert_eq!(of(&[above, ("a::b", tests), ("other", "")]), [""; 0]);
    // A name that the folder only hands on is that of the file behind it.
    let list = ("a", "mod b; mod c; pub use b::{B, b as d}; pub use c::C;");
    assert_eq!(of(&[list, ("a::b", ""), ("a::c", "use super::{B, d};")]), [""; 0]);
    assert_eq!(of(&[list, ("a::b", "use super::C;"), ("a::c", "use super::B;")]), ["a::b", "a::c"]);
}
