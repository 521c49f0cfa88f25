//! Start of other programs: silent on success, their whole output in the error on failure.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Path of the program of this name on `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    which::which(name).ok()
}

/// `PATH` with these folders before all others.
pub fn path_with(folders: &[&Path]) -> Result<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&rest));
    env::join_paths(all).context("a folder of PATH can't be written in PATH")
}

/// Removes the variables that `cargo run` sets: a nested cargo would take them for its own and build everything again.
pub fn without_cargo_run(command: &mut Command) -> &mut Command {
    for (name, _) in env::vars_os() {
        if is_set_by_cargo_run(&name) {
            command.env_remove(&name);
        }
    }
    command
}

fn is_set_by_cargo_run(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
        || ["CARGO", "CARGO_BIN_NAME", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "RUST_RECURSION_COUNT"]
            .contains(&name.as_ref())
}

/// Standard output of a command that must succeed; on failure the error holds both outputs.
pub fn capture(command: &mut Command) -> Result<String> {
    let shown = describe(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("`{}` can't be started", command.get_program().to_string_lossy()))?;
    let out = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        let err = String::from_utf8_lossy(&output.stderr);
        let missing = missing_linker(&err).unwrap_or_default();
        bail!("{} ({})\n{}\n{}{missing}", shown, output.status, out.trim(), err.trim());
    }
    Ok(out.into_owned())
}

/// Way out where cargo finds no linker: build scripts and macros are linked by that of C, whatever the target.
fn missing_linker(output: &str) -> Option<String> {
    let (_, rest) = output.split_once("linker `")?;
    let (name, _) = rest.split_once("` not found")?;
    let command = if cfg!(target_os = "macos") {
        "xcode-select --install"
    } else {
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends build-essential"
    };
    Some(format!("\n\nA C linker, `{name}`, is missing. Run:\n    {command}"))
}

/// Whether the command starts and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    capture(command).is_ok()
}

/// Command line as a person types it.
pub fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_=+./:,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("'{word}'") }
}

/// Prints the name of the work and its duration on one line.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{what} … ");
    // The line must show before the work starts; a closed terminal is no reason to stop the work.
    let _ = io::stdout().flush();
    let start = Instant::now();
    let result = work();
    match &result {
        Ok(_) => println!("{}", seconds(start.elapsed())),
        Err(_) => println!("failed after {}", seconds(start.elapsed())),
    }
    result.with_context(|| format!("{what} failed"))
}

/// Duration in seconds, or in minutes and seconds.
pub fn seconds(duration: Duration) -> String {
    let tenths = (duration.as_millis() + 50) / 100;
    if tenths < 600 {
        return format!("{}.{} s", tenths / 10, tenths % 10);
    }
    let whole = (duration.as_millis() + 500) / 1000;
    format!("{} min {:02} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_a_person_says_them() {
        let cases = [(0, "0.0 s"), (49, "0.0 s"), (50, "0.1 s"), (59_940, "59.9 s"), (60_000, "1 min 00 s")];
        for (milliseconds, text) in cases {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), text);
        }
    }

    #[test]
    fn a_described_command_can_be_typed_again() {
        let mut command = Command::new("tool");
        command.args(["--level=9", "two words", ""]);
        assert_eq!(describe(&command), "tool --level=9 'two words' ''");
    }

    #[test]
    fn a_linker_that_is_missing_is_named_with_the_command_that_installs_it() {
        let output = "error: linker `cc` not found\n  |\n  = note: No such file or directory (os error 2)";
        let told = missing_linker(output).unwrap();
        assert!(told.starts_with("\n\nA C linker, `cc`, is missing. Run:\n    "), "{told}");
        assert_eq!(missing_linker("error: linking with `cc` failed: exit status: 1"), None);
        let mut command = Command::new("sh");
        command.args(["-c", "echo 'error: linker `gcc` not found' >&2; exit 101"]);
        let error = capture(&mut command).unwrap_err().to_string();
        assert!(error.contains("A C linker, `gcc`, is missing."), "{error}");
    }

    #[test]
    fn only_what_cargo_run_sets_is_taken_away() {
        let cases = [
            ("CARGO", true),
            ("CARGO_PKG_NAME", true),
            ("CARGO_MANIFEST_DIR", true),
            ("CARGO_HOME", false),
            ("CARGO_TARGET_DIR", false),
            ("CARGO_NET_OFFLINE", false),
            ("PATH", false),
        ];
        for (name, taken) in cases {
            assert_eq!(is_set_by_cargo_run(OsStr::new(name)), taken, "{name}");
        }
    }

    #[test]
    fn the_error_of_a_failed_command_holds_its_output() {
        let error = capture(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"])).unwrap_err();
        let message = error.to_string();
        assert!(message.contains("out") && message.contains("err") && message.contains('3'), "{message}");
    }
}
