//! Short names for the imports and exports between module and glue. wasm-bindgen gives long ones with an incompressible
//! hash, both in the module and in the glue: 5 KB of a reader's network.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Prefix of the closures that the glue calls. Other names are short, or the parts call them too.
const CLOSURE: &str = "wasm_bindgen__convert__closures_";

/// Module and glue with short names for each other. `glue` is the module's name of the glue.
pub fn shorten(module: &[u8], script: &str, glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut shortened = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the module can't be read")?;
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import?;
                let number = names.len();
                let name = match import.module == glue {
                    true => names.entry(import.name.to_owned()).or_insert_with(|| short(number)).as_str(),
                    false => import.name,
                };
                let kind = RoundtripReencoder.entity_type(import.ty).map_err(|error| anyhow!("{error}"))?;
                section.import(import.module, name, kind);
            }
            shortened.section(&section);
        } else if let Payload::ExportSection(exports) = payload {
            let mut section = ExportSection::new();
            for export in exports {
                let export = export?;
                let number = names.len();
                // Another first sign: the glue has functions of the same names.
                let short = || format!("${}", short(number));
                let name = match export.name.starts_with(CLOSURE) {
                    true => names.entry(export.name.to_owned()).or_insert_with(short).as_str(),
                    false => export.name,
                };
                let kind = RoundtripReencoder.export_kind(export.kind).map_err(|error| anyhow!("{error}"))?;
                section.export(name, kind, export.index);
            }
            shortened.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let section = range.start as usize..range.end as usize;
            // The parser found the section within the module.
            shortened.section(&RawSection { id, data: &module[section] });
        }
    }
    Ok((shortened.finish(), renamed(script, &names)))
}

/// Name of a number: one letter, then more.
fn short(mut number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Script with each of these identifiers renamed.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut renamed = String::new();
    let mut rest = script;
    while !rest.is_empty() {
        let word = rest.find(|character| !is_part(character)).unwrap_or(rest.len());
        let (identifier, behind) = rest.split_at(word);
        renamed.push_str(names.get(identifier).map_or(identifier, String::as_str));
        let next = behind.find(is_part).unwrap_or(behind.len());
        renamed.push_str(&behind[..next]);
        rest = &behind[next..];
    }
    renamed
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wasm_encoder::{EntityType, FunctionSection, TypeSection};

    use super::*;

    #[test]
    fn what_comes_from_the_glue_has_a_short_name_in_both() {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", "__wbg_then_12ab", EntityType::Function(0));
        imports.import("./other.js", "__wbg_then_12ab", EntityType::Function(0));
        imports.import("./glue.js", "__wbg_new_34cd", EntityType::Function(0));
        module.section(&imports);
        module.section(&FunctionSection::new());
        let script = "const import0 = { __wbg_then_12ab: f, __wbg_new_34cd: g, __wbg_new_34cdef: h };";

        let (module, script) = shorten(&module.finish(), script, "./glue.js").unwrap();
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&module) {
            if let Payload::ImportSection(imports) = payload.unwrap() {
                found = imports.into_imports().map(|import| import.unwrap().name.to_owned()).collect();
            }
        }
        assert_eq!(found, ["a", "__wbg_then_12ab", "b"]);
        assert_eq!(script, "const import0 = { a: f, b: g, __wbg_new_34cdef: h };");
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: BTreeSet<String> = (0..10_000).map(short).collect();
        assert_eq!(names.len(), 10_000);
    }
}
