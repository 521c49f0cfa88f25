//! Bill of materials of a release, in CycloneDX: the crates that its modules are linked from.
//!
//! The optimiser may leave nothing of some of them. Macros and build scripts are left out, as are the tools, of which a release
//! carries nothing; no package of npm is bundled. Equal sources and compilers give equal bytes: no time, no random number.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, anyhow};
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::external_models::uri::Purl;
use cyclonedx_bom::models::bom::{Bom, SpecVersion};
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;

use crate::process;
use crate::project::Project;
use crate::setup::Tools;
use crate::setup::target::TARGET;

/// Name in a release.
pub const NAME: &str = "sbom.cdx.json";

/// Product of the bill, which the crates of the workspace make up.
const PRODUCT: &str = "boussole";

/// Standard library, which is linked into every module.
const STD: &str = "std";

/// Licence of the product and of the standard library.
const LICENCE: &str = "MIT OR Apache-2.0";

/// Crate with its features, of which a module is made.
pub type Linked = (&'static str, &'static [&'static str]);

/// Name and version of a crate.
type Crate = (String, String);

/// Crates of the modules, and who asks for whom.
#[derive(Debug, Default, PartialEq, Eq)]
struct Graph {
    /// Licences.
    licences: BTreeMap<Crate, String>,
    /// Crates that each one is linked with; the product stands for all crates of the workspace.
    edges: BTreeMap<Crate, BTreeSet<Crate>>,
}

/// Bill of the modules that are made of these crates.
pub fn bill(project: &Project, tools: &Tools, linked: &[Linked]) -> Result<Vec<u8>> {
    let mut graph = Graph::default();
    for (package, features) in linked {
        let mut cargo = tools.command("cargo")?;
        cargo
            .current_dir(&project.root)
            .args(["tree", "--locked", "--package", package, "--features", &features.join(",")])
            .args(["--target", TARGET, "--edges", "normal,no-proc-macro"])
            .args(["--prefix", "depth", "--format", "\t{p}\t{l}"]);
        graph.add(&process::capture(&mut cargo)?)?;
    }
    let lock = fs::read_to_string(project.root.join("Cargo.lock")).context("Cargo.lock can't be read")?;
    let rustc = tools.rustc_version()?;
    let rustc = rustc.lines().find_map(|line| line.strip_prefix("release: "));
    graph.link((STD.to_owned(), rustc.unwrap_or("unknown").to_owned()));
    written(&graph, &checksums(&lock)?)
}

impl Graph {
    /// Adds the crates of a tree of cargo, with the depth of each.
    fn add(&mut self, tree: &str) -> Result<()> {
        let mut above: Vec<Crate> = Vec::new();
        for line in tree.lines() {
            let mut fields = line.trim_end_matches(" (*)").split('\t');
            let (depth, named, licence) = (fields.next(), fields.next(), fields.next());
            let depth: usize = depth.unwrap_or_default().parse().with_context(|| format!("`{line}`"))?;
            let mut words = named.unwrap_or_default().split(' ');
            let (name, version) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            // A crate of the workspace is followed by its path.
            let is_ours = words.next().is_some_and(|word| word.starts_with('('));
            let name = if is_ours { PRODUCT } else { name };
            let each = (name.to_owned(), version.trim_start_matches('v').to_owned());
            self.licences.entry(each.clone()).or_insert_with(|| licence.unwrap_or_default().to_owned());
            self.edges.entry(each.clone()).or_default();
            above.truncate(depth);
            if let Some(parent) = above.last().filter(|parent| **parent != each) {
                self.edges.entry(parent.clone()).or_default().insert(each.clone());
            }
            above.push(each);
        }
        Ok(())
    }

    /// Adds a crate that each module is linked with.
    fn link(&mut self, each: Crate) {
        if let Some(edges) = self.product().and_then(|product| self.edges.get_mut(&product)) {
            edges.insert(each.clone());
        }
        self.edges.entry(each.clone()).or_default();
        self.licences.insert(each, LICENCE.to_owned());
    }

    fn product(&self) -> Option<Crate> {
        self.edges.keys().find(|(name, _)| name == PRODUCT).cloned()
    }
}

/// SHA-256 of the published file of each crate, as the lock file has it.
fn checksums(lock: &str) -> Result<BTreeMap<Crate, String>> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is no TOML")?;
    let packages = lock.get("package").and_then(|packages| packages.as_array());
    let checksum = |package: &toml::Value| {
        let field = |name: &str| Some(package.get(name)?.as_str()?.to_owned());
        Some(((field("name")?, field("version")?), field("checksum")?))
    };
    Ok(packages.into_iter().flatten().filter_map(checksum).collect())
}

fn written(graph: &Graph, checksums: &BTreeMap<Crate, String>) -> Result<Vec<u8>> {
    let product = graph.product().context("no module is made of a crate of the workspace")?;
    let component = |each: &Crate| -> Result<Component> {
        let is_product = *each == product;
        let kind = if is_product { Classification::Application } else { Classification::Library };
        let mut component = Component::new(kind, &each.0, &each.1, Some(reference(each)));
        component.licenses = graph.licences.get(each).map(|licence| {
            // A slash is how older manifests write it.
            Licenses(vec![LicenseChoice::Expression(SpdxExpression::new(&licence.replace('/', " OR ")))])
        });
        if let Some(checksum) = checksums.get(each) {
            component.purl = Some(Purl::new("cargo", &each.0, &each.1)?);
            let hash = Hash { alg: HashAlgorithm::SHA_256, content: HashValue(checksum.clone()) };
            component.hashes = Some(Hashes(vec![hash]));
        }
        Ok(component)
    };
    let others = graph.edges.keys().filter(|each| **each != product);
    let dependency = |(each, edges): (&Crate, &BTreeSet<Crate>)| Dependency {
        dependency_ref: reference(each),
        dependencies: edges.iter().map(reference).collect(),
    };
    let metadata = Metadata {
        component: Some(component(&product)?),
        timestamp: None,
        tools: None,
        authors: None,
        manufacture: None,
        supplier: None,
        licenses: None,
        properties: None,
        lifecycles: None,
    };
    let bom = Bom {
        version: 1,
        serial_number: None,
        metadata: Some(metadata),
        components: Some(Components(others.map(component).collect::<Result<_>>()?)),
        dependencies: Some(Dependencies(graph.edges.iter().map(dependency).collect())),
        services: None,
        external_references: None,
        compositions: None,
        properties: None,
        vulnerabilities: None,
        signature: None,
        annotations: None,
        formulation: None,
        spec_version: SpecVersion::V1_5,
    };
    let mut bytes = Vec::new();
    bom.output_as_json(&mut bytes, SpecVersion::V1_5)
        .map_err(|error| anyhow!("the bill of materials can't be written: {error}"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn reference((name, version): &Crate) -> String {
    format!("{name}@{version}")
}

#[cfg(test)]
mod tests {
    use cyclonedx_bom::validation::Validate;
    use serde_json::Value;

    use super::*;

    const TREE: &str = "0\tboussole v0.1.0 (/build/ada/boussole)\tMIT OR Apache-2.0\n\
                        1\tboussole-core v0.1.0 (/build/ada/boussole/crates/core)\tMIT OR Apache-2.0\n\
                        2\tserde v1.0.1\tMIT/Apache-2.0\n\
                        1\tyew v0.23.0\tMIT OR Apache-2.0\n\
                        2\tserde v1.0.1\tMIT/Apache-2.0 (*)\n";

    const LOCK: &str = "[[package]]\nname = \"yew\"\nversion = \"0.23.0\"\nchecksum = \
                        \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n\
                        [[package]]\nname = \"boussole\"\nversion = \"0.1.0\"\n";

    fn bill_of(tree: &str) -> Vec<u8> {
        let mut graph = Graph::default();
        graph.add(tree).unwrap();
        graph.link((STD.to_owned(), "1.95.0".to_owned()));
        written(&graph, &checksums(LOCK).unwrap()).unwrap()
    }

    #[test]
    fn the_crates_of_the_workspace_are_the_product_and_the_others_its_components() {
        let bytes = bill_of(TREE);
        let bill: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(bill["metadata"]["component"]["name"], "boussole");
        let names: Vec<_> =
            bill["components"].as_array().unwrap().iter().map(|each| each["name"].clone()).collect();
        assert_eq!(names, ["serde", "std", "yew"]);
        let yew = &bill["components"][2];
        assert_eq!(yew["purl"], "pkg:cargo/yew@0.23.0");
        assert!(yew["hashes"][0]["content"].as_str().unwrap().starts_with("e3b0c442"));
        assert_eq!(bill["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        let of_product = &bill["dependencies"][0];
        assert_eq!(of_product["ref"], "boussole@0.1.0");
        assert_eq!(of_product["dependsOn"], serde_json::json!(["serde@1.0.1", "std@1.95.0", "yew@0.23.0"]));
        assert!(!String::from_utf8(bytes).unwrap().contains("/build/"));
    }

    #[test]
    fn the_bill_is_valid_and_has_neither_time_nor_chance() {
        let bytes = bill_of(TREE);
        let bom = Bom::parse_from_json(&*bytes).unwrap();
        assert_eq!((&bom.serial_number, bom.spec_version), (&None, SpecVersion::V1_5));
        assert_eq!(bom.metadata.as_ref().unwrap().timestamp, None);
        let validation = bom.validate();
        assert!(validation.passed(), "{validation:?}");
        assert_eq!(bytes, bill_of(TREE));
    }

    #[test]
    fn a_tree_without_depths_is_refused() {
        assert!(Graph::default().add("boussole v0.1.0").is_err());
    }
}
