//! What is in the package: the element's modules, bundled so that other bundlers can follow them; the module and the data
//! that they fetch; and what describes them, from `npm/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use boussole_authoring::{Built, Edition};
use boussole_core::export::json::wires;
use serde_json::{Value, json};

use crate::project::Project;
use crate::release::bundle::{Bundler, ScreenFiles};
use crate::release::whole::{self, Whole};
use crate::release::{Files, colours, folder, questionnaires, wasm};
use crate::setup::Tools;

/// Files of `npm/` that are copied into the package.
const COPIED: [&str; 8] = [
    "README.md",
    "custom-elements.json",
    "index.d.ts",
    "react.d.ts",
    "react.js",
    "result.d.ts",
    "vue.d.ts",
    "vue.js",
];

/// Files of the project that are copied into the package.
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// Folder of the files that the modules fetch.
const DATA: &str = "data";

/// Module that checks a host's questionnaire.
const OWN: &str = "own.wasm";

/// Size below which Vite writes a file into a script as `data:`, which strict policies keep from being fetched, in bytes.
const INLINED: usize = 4096;

/// Files of the package.
pub fn files(project: &Project, tools: &Tools) -> Result<Files> {
    let Whole { module, glue } = whole::build(project, tools)?;
    let bundler = Bundler::new(project, tools, &[&glue])?;
    let built = questionnaires::build(project)?;
    let mut data = Files::new();
    data.insert("boussole.wasm".to_owned(), folder::read(&module)?);
    data.insert(OWN.to_owned(), folder::read(&wasm::OWN.build(project, tools)?)?);

    let made = project.target.join("npm/made");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&made)?;
    let (release, names) = (made.join("release.js"), made.join("names.js"));
    fs::write(&release, exported("BOUSSOLE_RELEASE", &first_named(&built, &mut data)))?;
    fs::write(&names, exported("names", &named_later(&built, &bundler.screens(&built.rooms)?, &mut data)))?;
    let out = made.join("out");
    bundle(project, &bundler, &glue, &release, &names, &out)?;

    let mut files = Files::new();
    for (name, path) in folder::files(&out)? {
        files.insert(name, folder::read(&path)?);
    }
    for (name, bytes) in &data {
        ensure!(bytes.len() >= INLINED, "{name} is so small that bundlers write it into a script");
    }
    files.extend(data.into_iter().map(|(name, bytes)| (format!("{DATA}/{name}"), bytes)));
    for name in COPIED {
        files.insert(name.to_owned(), folder::read(&project.root.join("npm").join(name))?);
    }
    for name in LICENCES {
        files.insert(name.to_owned(), folder::read(&project.root.join(name))?);
    }
    files.insert("package.json".to_owned(), manifest(project)?.into_bytes());
    Ok(files)
}

fn bundle(
    project: &Project,
    bundler: &Bundler<'_>,
    glue: &Path,
    release: &Path,
    names: &Path,
    out: &Path,
) -> Result<()> {
    let (www, npm) = (project.root.join("www"), project.root.join("npm"));
    let style = bundler.style("screens/widget.css")?;
    let aliases: [(&str, &Path); 5] = [
        ("boussole-glue", glue),
        ("boussole-guard", &www.join("element/guard.js")),
        ("boussole-later", &npm.join("later.js")),
        ("boussole-names", names),
        ("boussole-style", &style),
    ];
    bundler.modules("npm/index.js", &aliases, &[release, &npm.join("server.js")], out)
}

/// Reference to a file of the package that bundlers find in a module.
struct Address(String);

/// Export of a module: addresses, and literal values.
enum Export {
    File(Address),
    Text(Value),
    Named(BTreeMap<String, Export>),
}

impl Export {
    fn file(name: &str) -> Self {
        Self::File(Address(format!("./{DATA}/{name}")))
    }

    /// Sets an export at the path of these names.
    fn insert(&mut self, path: &[&str], export: Self) {
        match (self, path) {
            (Self::Named(entries), [name, rest @ ..]) => {
                let entry = entries.entry((*name).to_owned()).or_insert_with(|| Self::Named(BTreeMap::new()));
                entry.insert(rest, export);
            }
            (place, _) => *place = export,
        }
    }

    fn code(&self) -> String {
        match self {
            Self::File(Address(path)) => format!("new URL({}, import.meta.url).href", json!(path)),
            Self::Text(value) => value.to_string(),
            Self::Named(entries) => {
                let entries =
                    entries.iter().map(|(name, entry)| format!("{}: {}", json!(name), entry.code()));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn exported(name: &str, export: &Export) -> String {
    format!("export const {name} = {};\n", export.code())
}

/// Names that the modules need at once: `Release` in `www/globals.d.ts`.
fn first_named(built: &Built, data: &mut Files) -> Export {
    let mut release = Export::Named(BTreeMap::new());
    release.insert(&["page"], Export::Text("".into()));
    release.insert(&["colours"], Export::Text(colours::for_scripts()));
    release.insert(&["wasm"], Export::file("boussole.wasm"));
    release.insert(&["failure"], Export::Text(json!(built.failure)));
    release.insert(&["host"], Export::Text(json!(built.host)));
    for pack in built.packs.iter().filter(|pack| pack.edition == Edition::Current) {
        let name = format!("{}-{}-{}.json", pack.questionnaire, pack.form, pack.locale);
        release.insert(&["packs", &pack.questionnaire, &pack.form, &pack.locale], Export::file(&name));
        data.insert(name, wires(&pack.wires).into_bytes());
    }
    release
}

/// Names that the modules need later: `Later` in `www/globals.d.ts`.
fn named_later(built: &Built, screens: &ScreenFiles, data: &mut Files) -> Export {
    let mut later = Export::Named(BTreeMap::new());
    later.insert(&["own", "wasm"], Export::file(OWN));
    for (locale, texts) in &built.languages {
        let name = format!("languages-{locale}.json");
        later.insert(&["languages", locale], Export::file(&name));
        data.insert(name, texts.clone().into_bytes());
    }
    for (screen, files) in screens {
        for (locale, texts) in files {
            let name = format!("screens-{screen}-{locale}.json");
            later.insert(&["screens", screen, locale], Export::file(&name));
            // White space makes a small file large enough to stay a file.
            data.insert(name, format!("{texts:INLINED$}").into_bytes());
        }
    }
    for pack in built.packs.iter().filter(|pack| pack.edition == Edition::Frozen) {
        let version = pack.version.to_string();
        let name = format!("{}-{version}-{}-{}.json", pack.questionnaire, pack.form, pack.locale);
        let path = ["older", &*pack.questionnaire, &*version, &*pack.form, &*pack.locale];
        later.insert(&path, Export::file(&name));
        data.insert(name, wires(&pack.wires).into_bytes());
    }
    later
}

/// Manifest of the package, with the version of the project.
fn manifest(project: &Project) -> Result<String> {
    let text = fs::read_to_string(project.root.join("npm/package.json")).context("npm/package.json")?;
    let cargo: toml::Table = toml::from_str(&fs::read_to_string(project.root.join("Cargo.toml"))?)?;
    let version = cargo["workspace"]["package"]["version"].as_str().context("Cargo.toml names no version")?;
    const PLACE: &str = "\"version\": \"\"";
    let there = text.contains(PLACE).then_some(());
    there.context("npm/package.json has no place for the version")?;
    Ok(text.replace(PLACE, &format!("\"version\": {}", json!(version))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_so_that_bundlers_find_them() {
        let mut release = Export::Named(BTreeMap::new());
        release.insert(&["page"], Export::Text("".into()));
        release.insert(&["packs", "one", "fr"], Export::file("one-fr.json"));
        release.insert(&["packs", "one", "en"], Export::file("one-en.json"));
        let code = "export const R = { \"packs\": { \"one\": { \
                    \"en\": new URL(\"./data/one-en.json\", import.meta.url).href, \
                    \"fr\": new URL(\"./data/one-fr.json\", import.meta.url).href } }, \"page\": \"\" };\n";
        assert_eq!(exported("R", &release), code);
    }

    #[test]
    fn the_package_has_the_version_of_the_project() {
        let manifest: Value = serde_json::from_str(&manifest(&Project::find().unwrap()).unwrap()).unwrap();
        assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(manifest["name"], crate::npm::place::NAME);
        assert!(manifest.get("dependencies").is_none());
    }
}
