//! Scripts and styles, each bundled and minified into one file by esbuild.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use boussole_core::colours::ALL;
use boussole_core::texts::{LazyText, Name};
use serde_json::{Value, json};

use super::stamp::{self, Key};
use super::{colours, folder};
use crate::process;
use crate::project::Project;
use crate::setup::Tools;

/// Options of the bundler for scripts of modules.
const MODULES: [&str; 3] = ["--format=esm", "--target=es2022", "--loader:.css=text"];

/// Options of the bundler for a script that browsers of any age run.
const CLASSIC: [&str; 2] = ["--format=iife", "--target=es5"];

/// Files of the lazy screens, by name and locale.
pub type ScreenFiles = BTreeMap<&'static str, BTreeMap<String, String>>;

/// Name of the file that every lazy screen needs.
pub const SHARED: &str = "shared";

/// Files of the lazy screens with their styles: that of all, and those of the texts that one screen alone uses. Their names
/// are those of the sections of texts.
const SCREENS: [(&str, Option<&str>); 4] = [
    (SHARED, Some("screens/lazy.css")),
    ("plan", None),
    ("history", None),
    ("team", Some("screens/team.css")),
];

/// Options of the bundler for every output.
const SMALL: [&str; 5] =
    ["--bundle", "--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"];

/// Bundles what stands in `www/`.
pub struct Bundler<'a> {
    project: &'a Project,
    tools: &'a Tools,
    folder: PathBuf,
    sources: String,
}

impl<'a> Bundler<'a> {
    /// Reads the sources once: each bundle is made again when any of them, or of the glues, has changed.
    pub fn new(project: &'a Project, tools: &'a Tools, glues: &[&Path]) -> Result<Self> {
        let folder = project.target.join("bundle");
        fs::create_dir_all(&folder)?;
        let mut key = Key::default();
        key.text(&tools.fingerprint()?).text(&format!("{ALL:?}"));
        for glue in glues {
            key.file(glue);
        }
        let is_script = |name: &str| name.ends_with(".js") && !folder::is_script_test(name);
        let is_source = |name: &str| is_script(name) || name.ends_with(".css");
        for (_, path) in folder::files(&project.root.join("www"))?.iter().filter(|(name, _)| is_source(name))
        {
            key.file(path);
        }
        Ok(Self { project, tools, folder, sources: key.finish() })
    }

    /// A style of `www/` with all that it imports. Gives the path of the bundle.
    pub fn style(&self, source: &str) -> Result<PathBuf> {
        self.bundle(source, &[])
    }

    /// Texts of the lazy screens with their style, by file and locale: those of all, and those of one screen alone. Each
    /// list has a place for every text, since texts are found by their places.
    pub fn screens(&self, texts: &BTreeMap<String, String>) -> Result<ScreenFiles> {
        let mut files = ScreenFiles::new();
        for (name, style) in SCREENS {
            let style = match style {
                Some(source) => fs::read_to_string(self.style(source)?)?,
                None => String::new(),
            };
            let file_of = |key: &str| {
                let own = |(name, _): &&(&str, _)| key.starts_with(&format!("{name}."));
                SCREENS.iter().find(own).map_or(SHARED, |(name, _)| name)
            };
            for (locale, texts) in texts {
                let texts: Vec<String> = serde_json::from_str(texts)?;
                let placed = texts.iter().zip(LazyText::ALL);
                let texts: Vec<_> =
                    placed.map(|(text, (_, key))| if file_of(key) == name { text } else { "" }).collect();
                let file = json!({ "style": style.trim_end(), "texts": texts }).to_string();
                files.entry(name).or_default().insert(locale.clone(), file);
            }
        }
        Ok(files)
    }

    /// A script of `www/` with all that it imports, told what the files of this release are called.
    pub fn script(&self, source: &str, aliases: &[(&str, &Path)], release: &Value) -> Result<PathBuf> {
        let mut arguments: Vec<_> = MODULES.map(String::from).into();
        arguments.extend(aliases.iter().map(|(alias, path)| format!("--alias:{alias}={}", path.display())));
        arguments.push(format!("--define:BOUSSOLE_RELEASE={release}"));
        // A script that only needs one part does not carry the others.
        let parts = release.as_object().context("the release is no object")?;
        arguments
            .extend(parts.iter().map(|(part, value)| format!("--define:BOUSSOLE_RELEASE.{part}={value}")));
        self.bundle(source, &arguments)
    }

    /// A script of `www/` without imports, for browsers of any age.
    pub fn classic_script(&self, source: &str) -> Result<PathBuf> {
        self.bundle(source, &CLASSIC.map(String::from))
    }

    /// A script of the npm package with all that it imports, as modules in a folder: what is imported later is a
    /// module of its own. `injected` define what the script takes from no import.
    pub fn modules(
        &self,
        entry: &str,
        aliases: &[(&str, &Path)],
        injected: &[&Path],
        folder: &Path,
    ) -> Result<()> {
        let mut esbuild = self.tools.command("esbuild")?;
        esbuild.current_dir(&self.project.root).arg(entry).args(MODULES).arg("--splitting").args(SMALL);
        esbuild.args(aliases.iter().map(|(alias, path)| format!("--alias:{alias}={}", path.display())));
        esbuild.args(injected.iter().map(|path| format!("--inject:{}", path.display())));
        process::capture(esbuild.arg(format!("--outdir={}", folder.display())))?;
        Ok(())
    }

    fn bundle(&self, source: &str, arguments: &[String]) -> Result<PathBuf> {
        let (entry, name) = (format!("www/{source}"), source.replace('/', "-"));
        let output = self.folder.join(&name);
        let stamp = self.folder.join(format!("{name}.stamp"));
        let key = Key::default().text(&self.sources).text(&entry).text(&arguments.join(" ")).finish();
        if output.exists() && stamp::is_fresh(&stamp, &key) {
            return Ok(output);
        }
        let mut esbuild = self.tools.command("esbuild")?;
        esbuild.current_dir(&self.project.root).arg(entry).args(arguments);
        esbuild.args(SMALL);
        process::capture(esbuild.arg(format!("--outfile={}", output.display())))?;
        fs::write(&output, colours::in_style(&fs::read_to_string(&output)?))?;
        stamp::set(&stamp, &key)?;
        Ok(output)
    }
}
