//! `cargo xtask test`: every check and every test of the project, in the order in which a fault is
//! cheapest to find.

mod runner;
mod slowest;
mod tally;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

use crate::fuzz::{self, FuzzPlan};
use crate::generate;
use crate::npm;
use crate::process;
use crate::project::Project;
use crate::pseudolocale;
use crate::release::{self, BuiltRelease, folder};
use crate::reproduce;
use crate::setup::browser::Browser;
use crate::setup::engines::{Firefox, WebKit};
use crate::setup::wordpress::WordPress;
use crate::setup::{self, Tools};
use crate::sizes;
use crate::supply_chain::{self, AuditOutcome};
use runner::{check, count, count_some, step};
use tally::Tally;

/// Packages and features of the native checks and tests. Equal in each step, so that cargo compiles nothing twice: with
/// one feature less, many dependencies would be another build.
const NATIVE: [&str; 3] = ["--workspace", "--features", "boussole/ssr"];

/// Test program of the core.
const CORE: &str = "core";
/// Test program that renders the screens natively.
const SCREENS: &str = "screens";
/// Test program inside a browser.
const WEB: &str = "web";
/// Test program that drives browsers.
const BROWSER: &str = "browser";

/// Time of each target for fuzzing.
const FUZZ_TIME: Duration = Duration::from_secs(10);

/// Tools of the steps. A missing tool fails each step that needs it.
struct TestRun<'a> {
    project: &'a Project,
    tools: Result<Tools>,
    browser: Result<Browser>,
    wordpress: Option<WordPress>,
    firefox: Option<Firefox>,
    webkit: Option<WebKit>,
    built: Result<BuiltRelease>,
    examples: Result<PathBuf>,
}

/// Runs all steps and prints the sum on the last line; a failed test gives a failure as exit code.
pub fn run(project: &Project) -> Result<ExitCode> {
    let mut test_run = TestRun::new(project);
    let steps = vec![
        step("tools", || test_run.set_up()),
        step("formatting", || check(test_run.cargo().args(["fmt", "--all", "--check"]))),
        step("clippy, native", || check(&mut test_run.native_clippy())),
        step("clippy, wasm", || check(&mut test_run.wasm_clippy()?)),
        step("native tests", || count_some(&mut test_run.native_tests())),
        step("documentation tests", || count(test_run.tests().arg("--doc"))),
        step("questionnaires", || release::check_questionnaires(project).map(|()| Tally::PASSED)),
        step("generated files", || generate::check(project).map(|()| Tally::PASSED)),
        step("scripts' unit tests", || count_some(&mut test_run.script_tests()?)),
        step("fuzzing", || test_run.fuzz()),
        step("supply chain", || test_run.supply_chain()),
        step("browser tests", || count_some(&mut test_run.browser_tests()?)),
        step("release", || test_run.build()),
        step("types of the scripts", || check(&mut test_run.types()?)),
        step("release in a pseudolocale", || test_run.pseudolocale()),
        step("budgets", || test_run.budgets()),
        step("second build of the release", || test_run.reproduce()),
        step("npm package", || test_run.npm_package()),
        step("npm examples", || test_run.npm_examples()),
        step("WordPress", || Ok(test_run.set_up_wordpress())),
        step("Firefox and WebKit", || Ok(test_run.set_up_engines())),
        step("end-to-end tests", || test_run.end_to_end()),
    ];
    let sum = runner::tell(steps);
    Ok(if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Cases of a property in the fast run; the whole run has 256.
const FEW_CASES: &str = "24";

/// Runs the steps that need neither a release nor a browser: the check while one works.
pub fn run_fast(project: &Project) -> Result<ExitCode> {
    let test_run = TestRun { tools: setup::tools(project), ..TestRun::new(project) };
    let steps = vec![
        step("formatting", || check(test_run.cargo().args(["fmt", "--all", "--check"]))),
        step("clippy, native", || check(&mut test_run.native_clippy())),
        step("clippy, wasm", || check(&mut test_run.wasm_clippy()?)),
        step("native tests", || count_some(test_run.native_tests().env("PROPTEST_CASES", FEW_CASES))),
        step("questionnaires", || release::check_questionnaires(project).map(|()| Tally::PASSED)),
        step("generated files", || generate::check(project).map(|()| Tally::PASSED)),
        step("scripts' unit tests", || count_some(&mut test_run.script_tests()?)),
    ];
    let sum = runner::tell(steps);
    Ok(if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl<'a> TestRun<'a> {
    fn new(project: &'a Project) -> Self {
        Self {
            project,
            tools: Err(anyhow!("the tools are not set up")),
            browser: Err(anyhow!("the browser is not set up")),
            wordpress: None,
            firefox: None,
            webkit: None,
            built: Err(anyhow!("the release is not built")),
            examples: Err(anyhow!("the examples are not built")),
        }
    }

    fn tools(&self) -> Result<&Tools> {
        self.tools.as_ref().map_err(|error| anyhow!("the tools are missing: {error:#}"))
    }

    fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().map_err(|_| anyhow!("the browser is missing, as reported above"))
    }

    fn built(&self) -> Result<&BuiltRelease> {
        self.built.as_ref().map_err(|_| anyhow!("the release could not be built, as reported above"))
    }

    fn set_up(&mut self) -> Result<Tally> {
        self.tools = setup::tools(self.project);
        self.browser = setup::browser(self.project);
        let mut tally = Tally::default();
        for missing in [self.tools.as_ref().err(), self.browser.as_ref().err()] {
            if let Some(error) = missing {
                println!("error: {error:#}");
            }
            tally += if missing.is_some() { Tally::FAILED } else { Tally::PASSED };
        }
        Ok(tally)
    }

    /// A machine without WordPress can build and test all the rest.
    fn set_up_wordpress(&mut self) -> Tally {
        match setup::wordpress(self.project) {
            Ok(found) => self.wordpress = Some(found),
            Err(error) => println!("skipped: the tests of the plugin for WordPress: {error:#}"),
        }
        if self.wordpress.is_some() { Tally::PASSED } else { Tally::default() }
    }

    /// A machine without Firefox or WebKit can test everything in Chromium.
    fn set_up_engines(&mut self) -> Tally {
        self.firefox = found("Firefox", setup::firefox(self.project));
        self.webkit = found("WebKit", setup::webkit(self.project));
        Tally { passed: usize::from(self.firefox.is_some()) + usize::from(self.webkit.is_some()), failed: 0 }
    }

    fn build(&mut self) -> Result<Tally> {
        self.built = release::build(self.project, self.tools()?, None);
        match &self.built {
            Ok(built) => print!("{}", sizes::table(&built.weights)),
            Err(error) => println!("error: {error:#}"),
        }
        Ok(if self.built.is_ok() { Tally::PASSED } else { Tally::FAILED })
    }

    fn pseudolocale(&self) -> Result<Tally> {
        self.built()?;
        pseudolocale::build(self.project, self.tools()?)?;
        Ok(Tally::PASSED)
    }

    fn reproduce(&self) -> Result<Tally> {
        self.built()?;
        reproduce::check(self.project, self.tools()?)?;
        Ok(Tally::PASSED)
    }

    /// Each target for a few seconds, from the same number each time: a run of the tests is like the last one.
    fn fuzz(&self) -> Result<Tally> {
        let plan = FuzzPlan { targets: vec![], time: FUZZ_TIME, seed: Some(1), keep: false };
        let mut tally = Tally::default();
        for run in fuzz::runs(self.project, &plan)? {
            tally += if run.found.is_none() { Tally::PASSED } else { Tally::FAILED };
        }
        Ok(tally)
    }

    /// Advisories that can't be reached count neither way.
    fn supply_chain(&self) -> Result<Tally> {
        let mut tally = Tally::default();
        for outcome in supply_chain::checks(self.project)? {
            tally += match outcome {
                AuditOutcome::Passed => Tally::PASSED,
                AuditOutcome::Failed => Tally::FAILED,
                AuditOutcome::NotChecked(_) => Tally::default(),
            };
        }
        Ok(tally)
    }

    fn budgets(&self) -> Result<Tally> {
        let built = self.built()?;
        let budgets = sizes::budgets(&built.parts, &built.weights);
        print!("{}", sizes::budget_table(&budgets));
        let mut tally = Tally::default();
        for budget in &budgets {
            tally += if budget.is_kept() { Tally::PASSED } else { Tally::FAILED };
        }
        Ok(tally)
    }

    fn npm_package(&self) -> Result<Tally> {
        npm::build(self.project, self.tools()?)?;
        let mut tally = Tally::PASSED;
        for mut each in npm::checks(self.project)? {
            println!("{}", each.name);
            tally += check(&mut each.command)?;
        }
        Ok(tally)
    }

    fn npm_examples(&mut self) -> Result<Tally> {
        self.examples = npm::build_examples(self.project);
        if let Err(error) = &self.examples {
            println!("error: {error:#}");
        }
        Ok(if self.examples.is_ok() { Tally::PASSED } else { Tally::FAILED })
    }

    fn cargo(&self) -> Command {
        let mut cargo = Command::new("cargo");
        process::without_cargo_run(&mut cargo).current_dir(&self.project.root);
        cargo
    }

    fn native_clippy(&self) -> Command {
        let mut cargo = self.cargo();
        // A split build has more code.
        cargo.arg("clippy").args(NATIVE).args(["--features", "boussole/split"]);
        cargo.args(["--all-targets", "--", "-D", "warnings"]);
        cargo
    }

    fn wasm_clippy(&self) -> Result<Command> {
        let mut clippy = self.tools()?.clippy()?;
        clippy.current_dir(&self.project.root).args(["--target", "wasm32-unknown-unknown"]);
        let small = ["host-questionnaire", "publishing", "qr-encode", "qr-decode"];
        for package in ["boussole".to_owned()].into_iter().chain(small.map(|name| format!("boussole-{name}")))
        {
            clippy.args(["--package", &package]);
        }
        clippy.args(["--lib", "--tests", "--", "-D", "warnings"]);
        Ok(clippy)
    }

    fn tests(&self) -> Command {
        let mut cargo = self.cargo();
        cargo.arg("test").args(NATIVE).arg("--no-fail-fast");
        cargo
    }

    fn native_tests(&self) -> Command {
        let mut cargo = self.tests();
        cargo.args(["--lib", "--bin", "xtask", "--test", CORE, "--test", SCREENS]);
        cargo
    }

    /// The release has the types of its glue.
    fn types(&self) -> Result<Command> {
        self.built()?;
        let mut tsc = self.tools()?.command("tsc")?;
        tsc.current_dir(&self.project.root).args([
            "--noEmit",
            "--pretty",
            "false",
            "--project",
            "www/jsconfig.json",
        ]);
        Ok(tsc)
    }

    /// `www/<folder>/*.test.js`, named one by one: versions of Node differ in how they look for them.
    fn script_tests(&self) -> Result<Command> {
        let mut node = Command::new("node");
        node.current_dir(&self.project.root).args(["--test", "--test-reporter=tap"]);
        let names = folder::files(&self.project.root.join("www"))?.into_keys();
        node.args(names.filter(|name| folder::is_script_test(name)).map(|name| format!("www/{name}")));
        Ok(node)
    }

    fn browser_tests(&self) -> Result<Command> {
        let browser = self.browser()?;
        let settings = self.project.target.join("webdriver.json");
        fs::write(&settings, format!("{:#}\n", browser.capabilities(&[])))
            .with_context(|| format!("{} can't be written", settings.display()))?;
        let mut wasm_pack = self.tools()?.command("wasm-pack")?;
        wasm_pack
            .current_dir(&self.project.root)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
            // A busy machine is slow to start a browser, which is no fault of the tests.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .args(["test", "--headless", "--mode", "no-install", "--chrome", "--chromedriver"])
            .arg(&browser.chromedriver)
            // Without a path before them: wasm-pack would hand the options to the tests instead of to cargo.
            .args(["--", "--test", WEB]);
        Ok(wasm_pack)
    }

    /// Runs the end-to-end tests, and prints the slowest.
    fn end_to_end(&self) -> Result<Tally> {
        let (durations, mut tests) = (self.durations(), self.end_to_end_tests()?);
        // Those of an earlier run; there may be none.
        let _ = fs::remove_file(&durations);
        let tally = count_some(&mut tests);
        println!("{}", slowest::table(&durations));
        tally
    }

    /// File in which each end-to-end test notes how long it takes.
    fn durations(&self) -> PathBuf {
        self.project.target.join("durations")
    }

    fn end_to_end_tests(&self) -> Result<Command> {
        self.built()?;
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let browser = self.browser()?;
        let mut cargo = self.tests();
        cargo
            .env("BOUSSOLE_DIST", self.project.dist())
            .env("BOUSSOLE_PSEUDOLOCALE", pseudolocale::dist(self.project))
            .env("BOUSSOLE_CHROMEDRIVER", &browser.chromedriver)
            .env("BOUSSOLE_CHROMIUM", &browser.chromium)
            .env("BOUSSOLE_NPM", self.tools()?.npm_packages())
            .env("BOUSSOLE_DURATIONS", self.durations())
            // Two tests a core: half of a test is waiting.
            .args(["--test", BROWSER, "--", &format!("--test-threads={}", 2 * cores)]);
        match &self.examples {
            Ok(sites) => drop(cargo.env("BOUSSOLE_EXAMPLES", sites)),
            // Reported above.
            Err(_) => drop(cargo.args(["--skip", "npm::"])),
        }
        if self.wordpress.is_none() {
            cargo.args(["--skip", "wordpress::"]);
        }
        if self.firefox.is_none() {
            cargo.args(["--skip", "::in_firefox"]);
        }
        if self.webkit.is_none() {
            cargo.args(["--skip", "::in_webkit"]);
        }
        Ok(cargo)
    }
}

/// An engine, unless its tests have to be left out.
fn found<T>(name: &str, engine: Result<T>) -> Option<T> {
    engine.inspect_err(|error| println!("skipped: the tests in {name}: {error:#}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_program_is_run_by_a_step() {
        let project = Project::find().unwrap();
        let mut named = Vec::new();
        for manifest in ["crates/authoring/Cargo.toml", "Cargo.toml", "tests/e2e/Cargo.toml"] {
            let manifest: toml::Table =
                fs::read_to_string(project.root.join(manifest)).unwrap().parse().unwrap();
            // Else a file of its folder would be one without being named.
            assert_eq!(manifest["package"]["autotests"].as_bool(), Some(false));
            let programs = manifest["test"].as_array().unwrap();
            named.extend(programs.iter().map(|each| each["name"].as_str().unwrap().to_owned()));
        }
        assert_eq!(named, [CORE, SCREENS, WEB, BROWSER]);
        assert!(!project.root.join("xtask/tests").exists());
    }
}
