//! App compiled to WebAssembly: a module that is loaded at once, lazy parts, and the glue in JavaScript.
//!
//! cargo builds one module with its relocations. By these the splitter takes out the parts, which are marked in
//! `src/browser/parts.rs` and `links.rs`. wasm-bindgen and wasm-opt then process the modules.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Instant, SystemTime};

use anyhow::{Context, Result, anyhow, bail};

use super::sbom::{self, Linked};
use super::stamp::{self, Key};
use super::{folder, glue, names, split};
use crate::process;
use crate::project::Project;
use crate::setup::Tools;
use crate::setup::target::TARGET;

/// Features of rustc's output, one by one: browsers refuse a module with all of them.
const OPTIMISED: [&str; 16] = [
    // The stack lies below the data and grows downwards: its last KB is reached by an overflow alone.
    "--low-memory-unused",
    "-Oz",
    "--converge",
    // Large functions that are called once stay by themselves: alike pieces compress better.
    "--one-caller-inline-max-function-size=40",
    // Functions of similar names are alike, and compress better side by side.
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-call-indirect-overlong",
];

/// Passes before the others, for the parts alone: they make a part 1.5 % smaller, and the main module 2 % larger.
const OPTIMISED_PARTS: [&str; 3] = ["--flatten", "--rereloop", "-Oz"];

/// Name of the glue in the imports of the module.
const GLUE: &str = "./boussole_bg.js";

/// Name from which the glue imports the loaders of parts.
const LOADERS: &str = "loaders.js";

/// Output of the build.
pub struct Package {
    /// WebAssembly module.
    pub module: PathBuf,
    /// JavaScript of wasm-bindgen for the module.
    pub glue: PathBuf,
    /// File of each lazy part.
    pub parts: BTreeMap<String, PathBuf>,
}

/// WebAssembly module with its glue, without lazy parts.
pub struct Glued {
    /// WebAssembly module.
    pub module: PathBuf,
    /// JavaScript of wasm-bindgen for the module.
    pub glue: PathBuf,
}

/// Build of a module from a crate.
pub struct Recipe {
    /// Output folder within the project's target folder; the stamp stands beside it.
    pub folder: &'static str,
    /// Crate of the module.
    pub package: &'static str,
    /// Features of the crate.
    pub features: &'static [&'static str],
    /// Flags of rustc for this crate alone, without its dependencies.
    pub link: &'static [&'static str],
    /// Target folder of cargo.
    pub target: PathBuf,
}

/// WebAssembly modules of a release.
pub struct Modules {
    /// Program of the widget.
    pub package: Package,
    /// Program of the pages for publishers (`crates/publishing/`).
    pub publishing: Glued,
    /// Check of a host's questionnaire (`crates/host-questionnaire/`).
    pub own: PathBuf,
    /// Writer of QR codes for a kiosk (`crates/qr-encode/`).
    pub code: PathBuf,
    /// Reader of QR codes (`crates/qr-decode/`).
    pub scan: PathBuf,
    /// Bill of materials of all modules.
    pub bill: Vec<u8>,
}

/// Crate of the widget's program, with its features.
const PROGRAM: Linked = ("boussole", &["split"]);

/// Crate of the program of the pages for publishers.
const PUBLISHING: &str = "boussole-publishing";

/// Crates of all modules, with their features.
const LINKED: [Linked; 5] =
    [PROGRAM, (PUBLISHING, &[]), (OWN.package, &[]), (CODE.package, &[]), (SCAN.package, &[])];

/// Builds the modules. Link-time optimisation keeps one core busy: on two, the small modules cost no time beside the
/// large one.
pub fn build_all(project: &Project, tools: &Tools) -> Result<Modules> {
    thread::scope(|scope| {
        let small = scope.spawn(|| {
            let alone = [&OWN, &CODE, &SCAN].map(|each| each.build(project, tools));
            (alone, build_publishing(project, tools))
        });
        let package = build(project, tools)?;
        let small = small.join().map_err(|_| anyhow!("the build of a small module panicked"))?;
        let ([own, code, scan], publishing) = small;
        let bill = sbom::bill(project, tools, &LINKED)?;
        Ok(Modules { package, publishing: publishing?, own: own?, code: code?, scan: scan?, bill })
    })
}

/// Builds the package unless its inputs are unchanged.
fn build(project: &Project, tools: &Tools) -> Result<Package> {
    let recipe = Recipe {
        folder: "pkg",
        package: PROGRAM.0,
        features: PROGRAM.1,
        // Relocations tell the splitter which numbers of the module are addresses.
        link: &["-Clink-arg=--emit-relocs"],
        target: tools.target().to_owned(),
    };
    let folder = recipe.fill(project, tools, "Building the WebAssembly package", |folder| {
        make(project, tools, &recipe, folder)
    })?;
    declare(project, &folder, "boussole-glue")?;
    built(&folder).with_context(|| format!("{} lacks a file of the package", folder.display()))
}

/// Builds the program of the pages for publishers, unless its inputs are unchanged.
fn build_publishing(project: &Project, tools: &Tools) -> Result<Glued> {
    let recipe = Recipe {
        folder: "publishing",
        package: PUBLISHING,
        features: &[],
        link: &[],
        target: project.target.join("web-publishing"),
    };
    let folder =
        recipe.fill(project, tools, "Building the module of the pages for publishers", |folder| {
            let (whole, raw) = (compiled(project, tools, &recipe)?, folder.join("raw"));
            fs::create_dir_all(&raw)?;
            let mut bindgen = tools.command("wasm-bindgen")?;
            bindgen.args(["--target", "web", "--out-name", "boussole", "--out-dir"]);
            process::capture(bindgen.arg(&raw).arg(whole))?;
            let glue = fs::read_to_string(raw.join("boussole.js"))?;
            join(tools, &raw, &glue, folder)
        })?;
    declare(project, &folder, PUBLISHING)?;
    Ok(Glued { module: folder.join("boussole_bg.wasm"), glue: folder.join("boussole.js") })
}

/// Copies wasm-bindgen's types to the place of `www/jsconfig.json`, whatever the target folder is.
fn declare(project: &Project, folder: &Path, name: &str) -> Result<()> {
    let types = project.root.join("target");
    fs::create_dir_all(&types)?;
    fs::copy(folder.join("raw/boussole.d.ts"), types.join(name).with_extension("d.ts"))
        .context("the types of the glue can't be copied")?;
    Ok(())
}

/// Module without glue, for pages without the widget.
pub struct Alone {
    /// Name of its file and folder.
    name: &'static str,
    /// Crate of the module.
    package: &'static str,
    told: &'static str,
}

/// Check of a host's questionnaire: [`Modules::own`].
pub const OWN: Alone = Alone {
    name: "own",
    package: "boussole-host-questionnaire",
    told: "Building the module that checks questionnaires",
};

/// Writer of QR codes: [`Modules::code`].
const CODE: Alone =
    Alone { name: "code", package: "boussole-qr-encode", told: "Building the module that draws QR codes" };

/// Reader of QR codes: [`Modules::scan`].
const SCAN: Alone =
    Alone { name: "scan", package: "boussole-qr-decode", told: "Building the module that reads QR codes" };

impl Alone {
    /// Builds the module unless its inputs are unchanged. Gives its path.
    pub fn build(&self, project: &Project, tools: &Tools) -> Result<PathBuf> {
        let Self { name, package, told } = *self;
        // A folder for each build: all outputs have the same name.
        let target = project.target.join(format!("web-{name}"));
        let recipe = Recipe { folder: name, package, features: &[], link: &[], target };
        let file = format!("{name}.wasm");
        let folder = recipe.fill(project, tools, told, |folder| {
            fs::create_dir_all(folder)?;
            optimise(tools, &[], &compiled(project, tools, &recipe)?, &folder.join(&file))
        })?;
        Ok(folder.join(file))
    }
}

impl Recipe {
    /// Fills the output folder unless the inputs are unchanged.
    pub fn fill(
        &self,
        project: &Project,
        tools: &Tools,
        told: &str,
        make: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let folder = project.target.join(self.folder);
        let stamp = folder.with_added_extension("stamp");
        if folder.exists() && stamp::is_fresh(&stamp, &self.key(project, tools)?) {
            return Ok(folder);
        }
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        // Without this, half a folder could count as a complete one.
        if stamp.exists() {
            fs::remove_file(&stamp)?;
        }
        // The flags name folders of the tools, which must exist before.
        process::capture(tools.command("cargo")?.current_dir(&project.root).arg("fetch"))?;
        let (start, started) = (SystemTime::now(), Instant::now());
        // Printed in whole lines: other builds print at the same time.
        println!("{told} …");
        make(&folder).with_context(|| format!("{told} failed"))?;
        println!("{told}: {}", process::seconds(started.elapsed()));
        let sources = self.sources();
        // A source that changed meanwhile may be in the module or not: the next build decides.
        if sources.iter().all(|source| is_older(source, start)) {
            stamp::set(&stamp, &self.key(project, tools)?)?;
        }
        Ok(folder)
    }

    /// Output of cargo with this extension.
    fn output(&self, ending: &str) -> PathBuf {
        let name = self.package.replace('-', "_");
        self.target.join(TARGET).join("release").join(name).with_extension(ending)
    }

    fn key(&self, project: &Project, tools: &Tools) -> Result<String> {
        let mut key = Key::default();
        key.text(&tools.fingerprint()?)
            .text(self.package)
            .text(&self.features.join(","))
            .text(&self.link.join(" "));
        key.text(&compiler_flags(tools).join(" ")).text(&OPTIMISED.join(" "));
        for name in ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"] {
            key.file(&project.root.join(name));
        }
        for source in self.sources() {
            key.file(&source);
        }
        Ok(key.finish())
    }

    /// Sources of the module, as cargo noted at its last build. A new one can only come in by a change of one of
    /// these.
    fn sources(&self) -> Vec<PathBuf> {
        let noted = self.output("d");
        fs::read_to_string(noted).map(|text| prerequisites(&text)).unwrap_or_default()
    }
}

fn make(project: &Project, tools: &Tools, recipe: &Recipe, folder: &Path) -> Result<()> {
    let (whole, raw) = (compiled(project, tools, recipe)?, folder.join("raw"));
    fs::create_dir_all(&raw)?;
    let parts = split::split(&whole, &raw, &format!("./{LOADERS}"))?;

    let mut bindgen = tools.command("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--keep-lld-exports", "--out-name", "boussole"]);
    process::capture(bindgen.arg("--out-dir").arg(&raw).arg(raw.join(split::MAIN)))?;
    let mut loaders = "import { loader } from \"boussole-parts\";\n".to_owned();
    for part in parts.keys() {
        let needed = if split::needs_base(part) { format!(", \"{}\"", split::BASE) } else { String::new() };
        loaders += &format!("export const __wasm_split_load_{part} = loader(\"{part}\"{needed});\n");
    }
    fs::write(folder.join(LOADERS), loaders)?;

    finish(tools, &raw, folder)?;
    optimise_parts(tools, &raw, folder, &parts.values().collect::<Vec<_>>())?;
    // Last: it makes the package complete.
    fs::write(folder.join("parts.json"), serde_json::to_vec(&parts)?)?;
    Ok(())
}

/// Module from cargo, as a `cdylib` alone: with an `rlib` beside it, as wasm-pack builds it, rustc leaves out link-time
/// optimisation, which saves a tenth of the size.
fn compiled(project: &Project, tools: &Tools, recipe: &Recipe) -> Result<PathBuf> {
    let mut cargo = tools.command("cargo")?;
    cargo
        .current_dir(&project.root)
        .env("CARGO_TARGET_DIR", &recipe.target)
        .env("CARGO_ENCODED_RUSTFLAGS", compiler_flags(tools).join("\u{1f}"))
        .args(["rustc", "--package", recipe.package, "--lib", "--crate-type", "cdylib", "--release"])
        .args(["--target", TARGET, "--features", &recipe.features.join(","), "--"])
        .args(recipe.link);
    process::capture(&mut cargo)?;
    Ok(recipe.output("wasm"))
}

/// Optimises wasm-bindgen's output from one folder into another, with a guard between module and glue.
pub fn finish(tools: &Tools, raw: &Path, folder: &Path) -> Result<()> {
    let glue = glue::trimmed(&fs::read_to_string(raw.join("boussole.js"))?)?;
    join(tools, raw, &glue, folder)
}

/// Optimises a module, and gives it and its glue short names for each other.
fn join(tools: &Tools, raw: &Path, glue: &str, folder: &Path) -> Result<()> {
    let module = folder.join("boussole_bg.wasm");
    optimise(tools, &[], &raw.join("boussole_bg.wasm"), &module)?;
    let (short, glue) = names::shorten(&folder::read(&module)?, glue, GLUE)?;
    fs::write(&module, short)?;
    Ok(fs::write(folder.join("boussole.js"), guarded(&glue)?)?)
}

/// Optimises the parts, one optimiser on each core: its start takes longer than most parts.
fn optimise_parts(tools: &Tools, raw: &Path, folder: &Path, files: &[&String]) -> Result<()> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = files.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let all = |files: &[&String]| {
            files
                .iter()
                .try_for_each(|file| optimise(tools, &OPTIMISED_PARTS, &raw.join(file), &folder.join(file)))
        };
        let threads: Vec<_> = files.chunks(share).map(|files| scope.spawn(move || all(files))).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().map_err(|_| anyhow!("the optimisation of a part panicked"))?
        })
    })
}

fn optimise(tools: &Tools, first: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = tools.command("wasm-opt")?;
    process::capture(wasm_opt.args(first).args(OPTIMISED).arg(from).arg("-o").arg(to))?;
    Ok(())
}

/// Glue with a guard between it and the exports of the module (`www/element/guard.js`).
fn guarded(glue: &str) -> Result<String> {
    const TAKEN: &str = "wasm = instance.exports;";
    if glue.matches(TAKEN).count() != 1 {
        bail!("wasm-bindgen writes its glue in another way than it did: `{TAKEN}` is not in it once");
    }
    let glue = glue.replace(TAKEN, "wasm = guard(instance.exports);");
    Ok(format!("import {{ guard }} from \"boussole-guard\";\n{glue}"))
}

/// Package in its folder, if it is complete.
fn built(folder: &Path) -> Option<Package> {
    let list = fs::read(folder.join("parts.json")).ok()?;
    let parts: BTreeMap<String, String> = serde_json::from_slice(&list).ok()?;
    Some(Package {
        module: folder.join("boussole_bg.wasm"),
        glue: folder.join("boussole.js"),
        parts: parts.into_iter().map(|(part, file)| (part, folder.join(file))).collect(),
    })
}

/// Flags that shorten the paths of sources, which panics name: equal sources give equal modules on every machine, and
/// no module tells of a machine's folders.
pub fn compiler_flags(tools: &Tools) -> Vec<String> {
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<_> = flags.split_whitespace().map(str::to_owned).collect();
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let folders = home.join("registry/src").read_dir().into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<_> = folders.map(|folder| folder.path()).collect();
    folders.sort();
    flags.extend(tools.std_flags());
    flags.extend(folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    flags
}

fn is_older(path: &Path, moment: SystemTime) -> bool {
    path.metadata().and_then(|metadata| metadata.modified()).is_ok_and(|modified| modified < moment)
}

/// Paths behind the colon of a dependency file of make, whose spaces are escaped.
fn prerequisites(text: &str) -> Vec<PathBuf> {
    let Some((_, list)) = text.lines().next().unwrap_or_default().split_once(": ") else { return Vec::new() };
    let list = list.replace("\\ ", "\0");
    list.split_whitespace().map(|path| PathBuf::from(path.replace('\0', " "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_without_a_place_for_the_guard_is_refused() {
        let glue = "function f(instance) { wasm = instance.exports; }";
        let guarded = guarded(glue).unwrap();
        assert!(guarded.contains("{ wasm = guard(instance.exports); }"), "{guarded}");
        assert!(super::guarded("wasm = instance;").is_err());
        assert!(super::guarded(&format!("{glue}{glue}")).is_err());
    }

    #[test]
    fn the_sources_of_a_build_are_read_from_cargos_note() {
        let note = "/t/boussole.wasm: /p/src/a.rs /p/with\\ space/b.rs\n";
        assert_eq!(prerequisites(note), [PathBuf::from("/p/src/a.rs"), PathBuf::from("/p/with space/b.rs")]);
        assert_eq!(prerequisites(""), Vec::<PathBuf>::new());
    }
}
