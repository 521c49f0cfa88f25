//! Checks of the package: public checkers, its types against the code that uses them, and an import on a server.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::examples::ExampleWorkspace;
use super::place::{NAME, folder_of};
use crate::project::Project;

/// Check, passed if its command succeeds.
pub struct Check {
    /// Name of the check.
    pub name: &'static str,
    /// Command of the check.
    pub command: Command,
}

/// All checks of a built package.
pub fn all(project: &Project, workspace: &ExampleWorkspace) -> Result<Vec<Check>> {
    let package = folder_of(project).join(NAME);
    fs::write(workspace.folder.join("checks/manifest.ts"), claims(&manifest(project)?)?)?;

    let mut publint = workspace.command("publint");
    publint.args(["run", "--strict", "--pack", "npm"]).arg(&package);
    let mut attw = workspace.command("attw");
    attw.args([
        "--profile",
        "esm-only",
        "--no-definitely-typed",
        "--no-emoji",
        "--no-color",
        "--format",
        "ascii",
    ]);
    attw.arg("--pack").arg(&package);
    let mut types = workspace.command("vue-tsc");
    types.args(["--project", "checks/tsconfig.json"]);
    let mut server = Command::new("node");
    server.current_dir(&workspace.folder).arg("checks/server.js");
    Ok(vec![
        Check { name: "publint", command: publint },
        Check { name: "arethetypeswrong", command: attw },
        Check { name: "types, in the examples too", command: types },
        Check { name: "import on a server", command: server },
    ])
}

/// The manifest for editors and catalogues.
fn manifest(project: &Project) -> Result<Value> {
    let text = fs::read_to_string(project.root.join("npm/custom-elements.json"))?;
    serde_json::from_str(&text).context("npm/custom-elements.json")
}

/// Claims of the manifest, as a module that compiles only if the types agree.
fn claims(manifest: &Value) -> Result<String> {
    let element = &manifest["modules"][0]["declarations"][0];
    let record = |list: &str, key: &str| -> Result<String> {
        let list = element[list].as_array().with_context(|| format!("the manifest has no {list}"))?;
        Ok(list.iter().map(|entry| format!("  {}: true,\n", entry[key])).collect())
    };
    Ok(format!(
        "import type {{ BoussoleAssessment, BoussoleEventMap }} from \"boussole\";\n\
         type Own = Exclude<keyof BoussoleAssessment, keyof HTMLElement> | \"lang\";\n\
         export const members: Record<Own, true> = {{\n{}}};\n\
         export const events: Record<keyof BoussoleEventMap, true> = {{\n{}}};\n",
        record("members", "name")?,
        record("events", "name")?,
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::release::folder;

    type Names = BTreeSet<String>;

    fn listed(list: &str) -> Names {
        let manifest = manifest(&Project::find().unwrap()).unwrap();
        let entries = manifest["modules"][0]["declarations"][0][list].as_array().unwrap().clone();
        let with_name = entries.into_iter().filter(|entry| entry["kind"] != "field");
        with_name.map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
    }

    fn read(path: &str) -> String {
        fs::read_to_string(Project::find().unwrap().root.join(path)).unwrap()
    }

    /// Names in backticks in the first column of the table under a heading.
    fn documented(heading: &str) -> Names {
        let page = read("docs/embedding.md");
        let (_, section) = page.split_once(&format!("\n## {heading}\n")).unwrap();
        let section = section.split("\n## ").next().unwrap();
        let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        cells.map(|name| name.split('(').next().unwrap().to_owned()).collect()
    }

    /// The words behind each place where a text has this beginning.
    fn words(text: &str, beginning: &str) -> Names {
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
        let found = text.split(beginning).skip(1);
        found.map(|rest| rest.chars().take_while(|each| is_part(*each)).collect()).collect()
    }

    fn sources(folder: &str, extension: &str) -> String {
        let files = folder::files(&Project::find().unwrap().root.join(folder)).unwrap();
        let wanted = files
            .into_iter()
            .filter(|(name, _)| name.ends_with(extension) && !folder::is_script_test(name))
            .map(|(_, path)| path);
        wanted.map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    #[test]
    fn the_manifest_and_the_page_on_embedding_list_the_same() {
        for (heading, list) in [("Attributes", "attributes"), ("Methods", "members"), ("Events", "events")] {
            assert_eq!(listed(list), documented(heading), "{heading}");
        }
        let looks = read("docs/embedding.md");
        let prefixed =
            |names: Names| names.into_iter().map(|name| format!("--boussole-{name}")).collect::<Names>();
        assert_eq!(listed("cssProperties"), prefixed(words(&looks, "`--boussole-")));
    }

    #[test]
    fn the_manifest_and_the_page_on_embedding_name_the_same_parts() {
        let page = read("docs/embedding.md");
        let (_, table) = page.split_once("| part | what |\n").unwrap();
        let rows = table.lines().skip(1).map_while(|row| row.strip_prefix("| ")?.split(" |").next());
        let named: Names =
            rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect();
        assert_eq!(listed("cssParts"), named);
    }

    #[test]
    fn the_manifest_lists_every_event_and_every_property_of_the_styles() {
        let scripts = sources("www", ".js");
        let emitted = ["emit(this, \"", "emit(this.element, \""].map(|beginning| words(&scripts, beginning));
        let emitted = emitted.iter().flatten().map(|name| format!("boussole:{name}")).collect::<Names>();
        assert_eq!(listed("events"), emitted);
        let all = scripts + &sources("www", ".css");
        let read = ["\"--boussole-", "var(--boussole-"].map(|beginning| words(&all, beginning));
        let read = read.iter().flatten().map(|name| format!("--boussole-{name}")).collect::<Names>();
        assert_eq!(listed("cssProperties"), read);
    }

    #[test]
    fn a_package_has_the_readme_for_all_that_it_can_do() {
        let readme = read("npm/README.md");
        for list in ["attributes", "members", "events", "cssProperties", "cssParts"] {
            for name in listed(list) {
                assert!(readme.contains(&name), "npm/README.md says nothing of {name}");
            }
        }
    }
}
