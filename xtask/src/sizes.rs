//! Sizes on a reader's network, and their budgets. A KB is 1,000 bytes.

use std::collections::BTreeMap;

use crate::release::compress::FileSizes;
use crate::release::parts::{LatePart, OWN, Parts, ROOM};

/// Sizes of all files, by name.
pub type Weights = BTreeMap<String, FileSizes>;

/// Limit that tests hold, the aim behind it, and the present amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Name of the amount.
    pub what: String,
    /// Limit: a larger amount fails the tests.
    pub held: usize,
    /// Amount to aim at.
    pub aim: usize,
    /// Present amount.
    pub now: usize,
    /// Unit of the amounts.
    pub unit: Unit,
}

/// Unit of a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes sent as brotli.
    Bytes,
    /// Requests of the browser.
    Requests,
}

impl Budget {
    /// Whether the present amount is within the limit.
    pub fn is_kept(&self) -> bool {
        self.now <= self.held
    }

    fn bytes(what: impl Into<String>, held: usize, aim: usize, now: usize) -> Self {
        Self { what: what.into(), held, aim, now, unit: Unit::Bytes }
    }

    fn requests(what: impl Into<String>, held: usize, aim: usize, now: usize) -> Self {
        Self { what: what.into(), held, aim, now, unit: Unit::Requests }
    }

    fn tell(&self, amount: usize) -> String {
        match self.unit {
            Unit::Bytes => kilobytes(amount),
            Unit::Requests => amount.to_string(),
        }
    }
}

/// Budgets of a release.
pub fn budgets(parts: &Parts, weights: &Weights) -> Vec<Budget> {
    let weigh = |name: &String| weights.get(name).map_or(0, |weight| weight.brotli);
    let together = |names: &[String]| names.iter().map(weigh).sum();
    let readable = |page: &String| {
        let now = weigh(page) + weigh(&parts.page_style);
        Budget::bytes(format!("until the first question can be read: {page}"), 14_000, 10_000, now)
    };
    let mut budgets: Vec<_> = parts.pages.iter().map(readable).collect();
    budgets.extend([
        Budget::bytes(
            "all until interactive, stand-alone",
            102_000,
            105_000,
            together(&parts.until_interactive),
        ),
        Budget::bytes(
            "all until interactive, embedded",
            98_000,
            105_000,
            together(&parts.embedded_until_interactive),
        ),
        Budget::bytes("of which wasm", 76_000, 80_000, weigh(&parts.wasm)),
        Budget::bytes("the screens behind the questions", 27_000, 25_000, weigh(&parts.behind)),
        Budget::bytes("texts of these screens", 9_000, 8_000, weigh(&parts.rest)),
        Budget::bytes("the loader of a host's page", 3_000, 2_000, weigh(&parts.loader)),
        Budget::bytes("the script of a host's frames", 1_000, 1_000, weigh(&parts.frame_script)),
        Budget::bytes("the service worker", 2_000, 2_000, weigh(&parts.worker)),
        Budget::bytes("all that it keeps", 399_000, 300_000, together(&parts.kept)),
    ]);
    budgets.push(Budget::requests("requests until interactive", 5, 4, parts.until_interactive.len()));
    for LatePart { name, files } in &parts.late {
        let (held, aim, requests) = match name.as_str() {
            // No reader needs the check but those of a page with a questionnaire of its own: it has a limit by itself.
            OWN => (100_000, 60_000, 4),
            // The whole page with its program, until a result can be added.
            ROOM => (142_000, 130_000, 7),
            // Pages of publishers and organisers, with their program: no reader loads them.
            "page embed/" | "page poster/" => (102_000, 90_000, 4),
            _ => (40_000, 25_000, 4),
        };
        budgets.push(Budget::bytes(format!("late: {name}"), held, aim, together(files)));
        budgets.push(Budget::requests(format!("requests of {name}"), requests, 2, files.len()));
    }
    budgets
}

/// Table of the sizes of all files.
pub fn table(weights: &Weights) -> String {
    let mut rows = vec![["file", "raw", "gzip", "brotli"].map(str::to_owned).to_vec()];
    let row = |name: &str, weight: &FileSizes| {
        vec![name.to_owned(), kilobytes(weight.raw), kilobytes(weight.gzip), kilobytes(weight.brotli)]
    };
    rows.extend(weights.iter().map(|(name, weight)| row(name, weight)));
    lay_out(&rows)
}

/// Table of the budgets.
pub fn budget_table(budgets: &[Budget]) -> String {
    let mut rows = vec![["budget (brotli)", "held", "aim", "now", ""].map(str::to_owned).to_vec()];
    rows.extend(budgets.iter().map(|budget| {
        let outcome = match budget {
            budget if !budget.is_kept() => "OVER",
            budget if budget.now <= budget.aim => "aim reached",
            _ => "held",
        };
        let amounts = [budget.held, budget.aim, budget.now].map(|amount| budget.tell(amount));
        [budget.what.clone()].into_iter().chain(amounts).chain([outcome.to_owned()]).collect()
    }));
    lay_out(&rows)
}

/// Table after an empty line: the first column is text, the others are right-aligned amounts.
pub fn lay_out(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<_> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let mut table = "\n".to_owned();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let width = widths[column];
            line += &if column == 0 { format!("{cell:width$}") } else { format!("  {cell:>width$}") };
        }
        table += line.trim_end();
        table.push('\n');
    }
    table
}

/// Bytes as text: `12.3 KB`.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let names = |names: &[&str]| names.iter().map(|name| name.to_string()).collect();
        Parts {
            pages: names(&["index.html"]),
            page_style: "page.css".into(),
            until_interactive: names(&["index.html", "page.css", "page.js", "b.wasm", "fr.json"]),
            embedded_until_interactive: names(&["boussole.js", "app.js", "b.wasm", "fr.json"]),
            wasm: "b.wasm".into(),
            loader: "boussole.js".into(),
            frame_script: "boussole-frame.js".into(),
            behind: "report.wasm".into(),
            rest: "fr-rest.json".into(),
            late: vec![
                LatePart { name: "plan".into(), files: names(&["screens.json", "plan.wasm"]) },
                LatePart { name: OWN.into(), files: names(&["own.wasm"]) },
            ],
            worker: "worker.js".into(),
            kept: names(&["index.html", "page.css", "page.js", "b.wasm", "fr.json", "en.json"]),
        }
    }

    fn weights(sizes: &[(&str, usize)]) -> Weights {
        let weigh = |size: usize| FileSizes { raw: size * 4, gzip: size * 2, brotli: size };
        sizes.iter().map(|(name, size)| (name.to_string(), weigh(*size))).collect()
    }

    const SIZES: [(&str, usize); 15] = [
        ("index.html", 1_000),
        ("page.css", 2_000),
        ("page.js", 5_000),
        ("app.js", 4_000),
        ("boussole.js", 1_500),
        ("boussole-frame.js", 500),
        ("b.wasm", 75_000),
        ("fr.json", 6_000),
        ("own.wasm", 90_000),
        ("en.json", 7_000),
        ("worker.js", 1_600),
        ("screens.json", 5_000),
        ("plan.wasm", 35_000),
        ("report.wasm", 20_000),
        ("fr-rest.json", 8_000),
    ];

    fn now(budgets: &[Budget]) -> Vec<usize> {
        budgets.iter().map(|budget| budget.now).collect()
    }

    #[test]
    fn budgets_count_what_is_sent_as_brotli() {
        let budgets = budgets(&parts(), &weights(&SIZES));
        assert_eq!(
            now(&budgets),
            [
                3_000, 89_000, 86_500, 75_000, 20_000, 8_000, 1_500, 500, 1_600, 96_000, 5, 40_000, 2,
                90_000, 1
            ]
        );
        assert!(budgets.iter().all(Budget::is_kept));
    }

    #[test]
    fn a_byte_over_the_limit_breaks_the_budget() {
        let with = |wasm: usize| {
            let mut sizes = SIZES;
            sizes[6].1 = wasm;
            budgets(&parts(), &weights(&sizes))
                .into_iter()
                .find(|budget| budget.what == "of which wasm")
                .unwrap()
        };
        assert!(with(76_000).is_kept());
        assert!(!with(76_001).is_kept());
    }

    #[test]
    fn a_request_too_many_breaks_the_budget() {
        let mut parts = parts();
        parts.until_interactive.push("en.json".into());
        parts.late[0].files.extend(["a", "b", "c"].map(str::to_owned));
        let budgets = budgets(&parts, &weights(&SIZES));
        let over = budgets.iter().filter(|budget| !budget.is_kept()).map(|budget| &*budget.what);
        assert_eq!(over.collect::<Vec<_>>(), ["requests until interactive", "requests of plan"]);
    }

    #[test]
    fn a_late_part_weighs_all_the_files_that_it_loads() {
        let with = |wasm: usize| {
            let mut sizes = SIZES;
            sizes[12].1 = wasm;
            let budgets = budgets(&parts(), &weights(&sizes));
            budgets.into_iter().find(|budget| budget.what == "late: plan").unwrap()
        };
        assert!(with(35_000).is_kept());
        assert!(!with(35_001).is_kept());
    }

    #[test]
    fn tables_line_up() {
        let table = table(&weights(&[("index.html", 1_049), ("b", 1_050)]));
        let expected = "\nfile           raw    gzip  brotli\n\
                        b           4.2 KB  2.1 KB  1.1 KB\n\
                        index.html  4.2 KB  2.1 KB  1.0 KB\n";
        assert_eq!(table, expected);
    }

    #[test]
    fn the_budget_table_says_what_is_over() {
        let budgets = [
            Budget::bytes("a", 3_000, 2_000, 3_100),
            Budget::bytes("b", 3_000, 2_000, 2_500),
            Budget::requests("c", 5, 4, 4),
        ];
        let told = budget_table(&budgets);
        let maturity_results: Vec<_> =
            told.lines().skip(2).map(|line| line.rsplit("  ").next().unwrap_or_default().trim()).collect();
        assert_eq!(maturity_results, ["OVER", "held", "aim reached"]);
    }
}
