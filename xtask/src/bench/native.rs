//! Measures without a browser: the benches of the core.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::figures::Samples;
use super::row::{Aim, MeasureUnit, Row};
use crate::process;
use crate::project::Project;

/// Reported benches: name, argument, title, and aims in milliseconds.
const SHOWN: [(&str, &str, &str, &[Aim]); 3] = [
    ("reads_a_room_and_tells_its_figures", "5000", "5,000 links of a room read and told, native", &[]),
    (
        "gathers_and_consolidates",
        "1000",
        "1,000 pasted links read and consolidated, native",
        &[Aim::AtMost(100.0)],
    ),
    (
        "parses_and_checks",
        "thousand_items",
        "check of a questionnaire of 1,000 items, native",
        &[Aim::AtMost(50.0)],
    ),
];

/// Runs the benches, whose own tables are shown as they are, and takes the rows from there.
pub fn rows(project: &Project) -> Result<Vec<Row>> {
    let output = benches(project)?;
    let row = |(bench, argument, what, aims): &(&str, &str, &str, &[Aim])| {
        let samples = samples(&output, bench, argument);
        let ours = samples.with_context(|| format!("the bench {bench} of {argument} printed nothing"))?;
        Ok(Row { ours, ..Row::new(what, MeasureUnit::Milliseconds, aims) })
    };
    SHOWN.iter().map(row).collect()
}

fn benches(project: &Project) -> Result<String> {
    let mut cargo = Command::new("cargo");
    process::without_cargo_run(&mut cargo).current_dir(&project.root).stdout(Stdio::piped());
    cargo.args(["bench", "--package", "boussole-authoring", "--bench", "*"]);
    println!("{}", process::describe(&cargo));
    let mut child = cargo.spawn().context("cargo can't be started")?;
    let mut output = String::new();
    let stdout = child.stdout.take().context("the output is piped")?;
    for line in BufReader::new(stdout).lines() {
        let line = line?;
        println!("{line}");
        output += &line;
        output.push('\n');
    }
    let status = child.wait()?;
    ensure!(status.success(), "a benchmark failed ({status})");
    Ok(output)
}

/// Fastest, median and slowest run of a bench, in milliseconds, from the printed tree: a line for the bench, and one
/// below it for each argument.
fn samples(output: &str, bench: &str, argument: &str) -> Option<Samples> {
    let mut lines = output.lines().map(|line| line.trim_start_matches(['│', '├', '╰', '─', ' ']));
    lines.find(|line| line.split_whitespace().next() == Some(bench))?;
    let line = lines.find(|line| line.split_whitespace().next() == Some(argument))?;
    let mut columns = line.strip_prefix(argument)?.split('│').map(milliseconds);
    let (fastest, slowest, median) = (columns.next()??, columns.next()??, columns.next()??);
    Some(Samples(vec![fastest, median, slowest]))
}

fn milliseconds(text: &str) -> Option<f64> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let scale = match unit {
        "ns" => 1e-6,
        "µs" => 1e-3,
        "ms" => 1.0,
        "s" => 1e3,
        _ => return None,
    };
    amount.parse::<f64>().ok().map(|amount| amount * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "\
team                           fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ finds_the_links                           │               │               │               │         │
│  ├─ 12                       5.1 µs        │ 9 µs          │ 6 µs          │ 6 µs          │ 100     │ 100
│  ╰─ 1000                     600 µs        │ 900 µs        │ 650.5 µs      │ 700 µs        │ 100     │ 100
╰─ gathers_and_consolidates                  │               │               │               │         │
   ├─ 12                       90 µs         │ 1.2 ms        │ 95 µs         │ 99 µs         │ 100     │ 100
   ╰─ 1000                     7 ms          │ 1.5 s         │ 7.25 ms       │ 8 ms          │ 100     │ 100
";

    #[test]
    fn a_bench_is_found_with_its_argument() {
        for (bench, argument, found) in [
            ("finds_the_links", "1000", Some([0.6, 0.6505, 0.9])),
            ("gathers_and_consolidates", "1000", Some([7.0, 7.25, 1500.0])),
            ("gathers_and_consolidates", "10", None),
            ("gathers", "1000", None),
        ] {
            let samples = samples(TREE, bench, argument);
            let near = |(one, other): (&f64, &f64)| (one - other).abs() < 1e-9;
            match (&samples, found) {
                (Some(Samples(samples)), Some(found)) => {
                    assert!(samples.iter().zip(&found).all(near), "{bench} {argument}: {samples:?}");
                }
                _ => assert_eq!(samples.is_some(), found.is_some(), "{bench} {argument}"),
            }
        }
    }
}
