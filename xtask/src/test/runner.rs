//! Runner of test steps: each shown as it runs, all of them run despite failures.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::tally::Tally;
use crate::process;
use crate::sizes;

/// Result of a step.
pub struct StepResult {
    name: &'static str,
    tally: Tally,
    took: Duration,
}

/// Runs a step. An error counts as one failure.
pub fn step(name: &'static str, work: impl FnOnce() -> Result<Tally>) -> StepResult {
    println!("\n== {name}");
    let start = Instant::now();
    let tally = work().unwrap_or_else(|error| {
        println!("error: {error:#}");
        Tally::FAILED
    });
    let took = start.elapsed();
    println!("== {name}: {} passed, {} failed, {}", tally.passed, tally.failed, process::seconds(took));
    StepResult { name, tally, took }
}

/// Runs a command that passes or fails as a whole.
pub fn check(command: &mut Command) -> Result<Tally> {
    println!("{}", process::describe(command));
    let status = command.stdin(Stdio::null()).status().with_context(|| process::describe(command))?;
    Ok(if status.success() { Tally::PASSED } else { Tally::FAILED })
}

/// Runs a command with tests, and counts them. Its output is shown without passed tests.
pub fn count(command: &mut Command) -> Result<Tally> {
    println!("{}", process::describe(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| process::describe(command))?;
    let (sender, lines) = mpsc::channel();
    forward(child.stdout.take(), sender.clone());
    forward(child.stderr.take(), sender);
    let mut tally = Tally::default();
    for line in lines {
        tally += Tally::read(&line).unwrap_or_default();
        if !says_that_a_test_passed(&line) {
            println!("{line}");
        }
    }
    Ok(tally.of_run(child.wait()?.success()))
}

/// Runs a command with at least one test: silence would prove nothing.
pub fn count_some(command: &mut Command) -> Result<Tally> {
    let tally = count(command)?;
    ensure!(tally != Tally::default(), "no test was run");
    Ok(tally)
}

fn forward(output: Option<impl Read + Send + 'static>, lines: mpsc::Sender<String>) {
    let Some(output) = output else { return };
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            // The receiver is gone only at the end of this program.
            let _ = lines.send(String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned());
        }
    });
}

fn says_that_a_test_passed(line: &str) -> bool {
    let in_rust = line.starts_with("test ") && line.ends_with(" ... ok");
    in_rust || TAP_NOISE.iter().any(|start| line.starts_with(start))
}

/// Lines of TAP for a test that passed, and the frame around details.
const TAP_NOISE: [&str; 6] = ["ok ", "# Subtest: ", "  ---", "  ...", "  duration_ms: ", "  type: "];

/// All steps as a table, the slowest first, then the line that sums up. Gives the sum.
pub fn tell(mut steps: Vec<StepResult>) -> Tally {
    let mut sum = Tally::default();
    steps.iter().for_each(|step| sum += step.tally);
    let took = steps.iter().map(|step| step.took).sum();
    steps.sort_by_key(|step| std::cmp::Reverse(step.took));
    let row = |name: &str, tally: Tally, took| {
        vec![name.to_owned(), tally.passed.to_string(), tally.failed.to_string(), process::seconds(took)]
    };
    let mut rows = vec![["step, the slowest first", "passed", "failed", "time"].map(str::to_owned).to_vec()];
    rows.extend(steps.iter().map(|step| row(step.name, step.tally, step.took)));
    rows.push(row("together", sum, took));
    println!("{}", sizes::lay_out(&rows));
    println!("{} passed, {} failed", sum.passed, sum.failed);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn tests_are_counted_in_both_outputs() {
        let sum = "test result: ok. 2 passed; 0 failed; 0 ignored";
        let tally = count(&mut shell(&format!("echo '{sum}'; echo '{sum}' >&2"))).unwrap();
        assert_eq!(tally, Tally { passed: 4, failed: 0 });
    }

    #[test]
    fn a_runner_that_does_not_compile_is_one_failure() {
        assert_eq!(count(&mut shell("echo 'error[E0308]' >&2; exit 101")).unwrap(), Tally::FAILED);
    }

    #[test]
    fn where_there_must_be_tests_none_is_an_error() {
        assert_eq!(count(&mut shell("exit 0")).unwrap(), Tally::default());
        assert!(count_some(&mut shell("exit 0")).is_err());
    }

    #[test]
    fn a_step_that_cannot_run_is_one_failure_and_the_sum_counts_all() {
        let broken = step("broken", || anyhow::bail!("no such tool"));
        let fine = step("fine", || check(&mut shell("exit 0")));
        assert_eq!(tell(vec![broken, fine]), Tally { passed: 1, failed: 1 });
    }

    #[test]
    fn only_tests_that_passed_are_left_out_of_the_output() {
        let cases = [
            ("test link::round_trip ... ok", true),
            ("test link::round_trip ... FAILED", false),
            ("test result: ok. 1 passed; 0 failed", false),
            ("warning: it is ... ok", false),
            ("ok 1 - a text is filled", true),
            ("# Subtest: a text is filled", true),
            ("not ok 2 - a text is filled", false),
            ("    '{a}0' !== '$&0'", false),
        ];
        for (line, left_out) in cases {
            assert_eq!(says_that_a_test_passed(line), left_out, "{line}");
        }
    }
}
