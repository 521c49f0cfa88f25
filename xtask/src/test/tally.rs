//! Counts of tests, read from the output of a runner.

use std::ops::AddAssign;

/// Passed and failed tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed tests.
    pub passed: usize,
    /// Failed tests.
    pub failed: usize,
}

impl Tally {
    /// One check that passed.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One check that failed.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Counts on a line of output, if it is a summary: that of Rust, or those of TAP, which Node writes.
    pub fn read(line: &str) -> Option<Self> {
        let line = without_colours(line);
        if let Some(sum) = Self::of_tap(&line) {
            return Some(sum);
        }
        let (_, sums) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count = |what: &str| {
            let sum = sums.split(';').find_map(|sum| sum.trim().strip_suffix(what))?;
            sum.trim().parse().ok()
        };
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }

    /// Counts of one line of TAP: `# pass 12`.
    fn of_tap(line: &str) -> Option<Self> {
        let (what, count) = line.strip_prefix("# ")?.split_once(' ')?;
        let count = count.parse().ok()?;
        match what {
            "pass" => Some(Self { passed: count, failed: 0 }),
            "fail" | "cancelled" => Some(Self { passed: 0, failed: count }),
            _ => None,
        }
    }

    /// Tally of a whole run. A failure without a failed test, by the compiler or a crash, counts as one.
    pub fn of_run(self, succeeded: bool) -> Self {
        let failed = if succeeded { self.failed } else { self.failed.max(1) };
        Self { failed, ..self }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Line without colours: some runners colour it outside of a terminal.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain += part.split_once('m').map_or(part, |(_, rest)| rest);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_sums_up_is_read() {
        let cases = [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
                Some((12, 0)),
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.10s",
                Some((3, 2)),
            ),
            ("test result: ok. 5 passed; 0 failed; 0 ignored", Some((5, 0))),
            ("test result: \u{1b}[32mok\u{1b}[0m. 7 passed; 0 failed; 0 ignored", Some((7, 0))),
            ("# pass 49", Some((49, 0))),
            ("# fail 2", Some((0, 2))),
            ("# cancelled 1", Some((0, 1))),
            ("# tests 52", None),
            ("# pass the salt", None),
            ("test link::round_trip ... ok", None),
            ("running 12 tests", None),
            ("test result: unknown", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let tally = Tally::read(line).map(|tally| (tally.passed, tally.failed));
            assert_eq!(tally, expected, "{line}");
        }
    }

    #[test]
    fn a_run_that_breaks_off_is_a_failure() {
        let tally = |passed, failed| Tally { passed, failed };
        assert_eq!(tally(0, 0).of_run(false), tally(0, 1));
        assert_eq!(tally(4, 2).of_run(false), tally(4, 2));
        assert_eq!(tally(4, 0).of_run(true), tally(4, 0));
    }
}
