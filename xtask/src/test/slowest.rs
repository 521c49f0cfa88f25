//! The slowest end-to-end tests, from the durations that they note.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::process;
use crate::sizes;

/// Tests in the table.
const SHOWN: usize = 10;

/// Table of the slowest tests of a run; empty where none noted its duration.
pub fn table(durations: &Path) -> String {
    slowest(&fs::read_to_string(durations).unwrap_or_default())
}

/// Table of the slowest of tests, each a line with milliseconds and a name.
fn slowest(durations: &str) -> String {
    let parse = |line: &str| {
        let (took, name) = line.split_once(' ')?;
        Some((Duration::from_millis(took.parse().ok()?), name.to_owned()))
    };
    let mut tests: Vec<(Duration, String)> = durations.lines().filter_map(parse).collect();
    if tests.is_empty() {
        return String::new();
    }
    tests.sort_by(|one, other| other.cmp(one));
    let mut rows = vec![["the slowest tests", "time"].map(str::to_owned).to_vec()];
    rows.extend(tests.into_iter().take(SHOWN).map(|(took, name)| vec![name, process::seconds(took)]));
    sizes::lay_out(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_tests_are_told_the_slowest_first() {
        let lines: Vec<String> =
            (1..=12).map(|second| format!("{second}000 tests::number_{second}")).collect();
        let table = slowest(&lines.join("\n"));
        let names: Vec<_> = table.lines().filter_map(|line| line.split_whitespace().next()).collect();
        let expected: Vec<_> = (3..=12).rev().map(|second| format!("tests::number_{second}")).collect();
        assert_eq!(names[1..], expected);
        assert!(table.contains("12.0 s"), "{table}");
    }

    #[test]
    fn without_a_line_that_can_be_read_there_is_no_table() {
        assert_eq!(slowest(""), "");
        assert_eq!(slowest("a test that was cut"), "");
    }
}
