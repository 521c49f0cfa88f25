//! `cargo xtask serve`: a release built and served on this machine, and built again at every change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::questionnaire::preview::live::Live;
use crate::release;
use crate::server::Server;

/// Number of ports tried after a taken one.
const PORTS: u16 = 50;

/// Interval between two looks at the sources. A look costs less than a millisecond and needs no support of the file
/// system. Reading a file is no change.
const PAUSE: Duration = Duration::from_millis(300);

/// Builds, then serves until it is interrupted.
pub fn run(project: &Project, port: u16, watch: bool) -> Result<()> {
    let sources = Sources::of(project, &["crates", "src", "www", "questionnaires", "Cargo.toml"]);
    let before = sources.state();
    // The address comes first: the release names it.
    let server = listen(&project.dist(), port, None)?;
    let base = server.url().parse()?;
    if let Err(error) = release::run(project, Some(&base)) {
        let has_last_good_build = project.dist().join("index.html").exists();
        if !(watch && has_last_good_build) {
            return Err(error);
        }
        eprintln!("error: {error:#}\nserving the last good build");
    }
    println!("{}", server.url());
    if watch {
        rebuild_at_changes(project, &sources, before, &server.url());
    }
    loop {
        thread::park();
    }
}

/// Server at a port, or at the next free one.
pub fn listen(root: &Path, port: u16, live: Option<Arc<Live>>) -> Result<Server> {
    let start = |port| Server::start_with(root, port, live.clone());
    let first = match start(port) {
        Ok(server) => return Ok(server),
        Err(error) => error,
    };
    let next = (port.saturating_add(1)..=port.saturating_add(PORTS))
        .find_map(|port| start(port).ok())
        .with_context(|| format!("{first:#}, nor any of the {PORTS} after it"))?;
    println!("Port {port} is taken, the next free one is {}.", next.address().port());
    Ok(next)
}

fn rebuild_at_changes(project: &Project, sources: &Sources, mut built: SourceState, base: &str) -> ! {
    loop {
        thread::sleep(PAUSE);
        let now = sources.state();
        // Two equal looks: at the first an editor may still be writing.
        if now == built || {
            thread::sleep(PAUSE);
            sources.state() != now
        } {
            continue;
        }
        built = now;
        // A process of its own: the code that builds the questionnaires may have changed.
        let mut cargo = Command::new("cargo");
        process::without_cargo_run(&mut cargo)
            .current_dir(&project.root)
            .args(["xtask", "dist", "--base", base]);
        match cargo.status() {
            Ok(status) if status.success() => println!("Built again."),
            Ok(_) => eprintln!("Still serving the last good build."),
            Err(error) => eprintln!("error: cargo can't be started: {error}"),
        }
    }
}

/// Files whose change starts a new build.
pub struct Sources(Vec<PathBuf>);

/// Time of the last change and length of each file.
pub type SourceState = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Sources {
    /// Files and folders of the project, by their names.
    pub fn of(project: &Project, names: &[&str]) -> Self {
        Self(names.iter().map(|name| project.root.join(name)).collect())
    }

    /// Present state of the files.
    pub fn state(&self) -> SourceState {
        let mut state = SourceState::new();
        for path in &self.0 {
            look(path, &mut state);
        }
        state
    }
}

/// Unreadable files are left out until the next look.
fn look(path: &Path, state: &mut SourceState) {
    let Ok(metadata) = fs::metadata(path) else { return };
    if metadata.is_dir() {
        let entries = path.read_dir().into_iter().flatten().filter_map(Result::ok);
        entries.for_each(|entry| look(&entry.path(), state));
    } else {
        state.insert(path.to_owned(), (metadata.modified().ok(), metadata.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_an_addition_and_a_removal_are_seen_and_a_reader_is_not() {
        let held = tempfile::tempdir().unwrap();
        let folder = held.path();
        fs::create_dir(folder.join("deep")).unwrap();
        let sources = Sources(vec![folder.to_owned()]);
        let file = folder.join("deep/file");
        fs::write(&file, "one").unwrap();
        let first = sources.state();
        fs::read(&file).unwrap();
        assert_eq!(sources.state(), first);
        fs::write(&file, "three").unwrap();
        let changed = sources.state();
        assert_ne!(changed, first);
        fs::write(folder.join("other"), "").unwrap();
        let added = sources.state();
        assert_ne!(added, changed);
        fs::remove_file(&file).unwrap();
        assert_ne!(sources.state(), added);
    }
}
