//! The table in the README, with when and where it was measured.

use std::fs;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::questionnaire::day::today;
use crate::setup::browser::Browser;

const BEGIN: &str = "<!-- cargo xtask bench --write -->\n";
const END: &str = "<!-- end -->\n";

/// Day, machine and number of runs.
pub fn heading(browser: &Browser, runs: usize) -> Result<String> {
    let chromium = process::capture(Command::new(&browser.chromium).arg("--version"))?;
    // The text after the version names the system's build.
    let chromium = chromium.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let cores = thread::available_parallelism()?;
    let date = today();
    Ok(format!("{date}, {cores} cores, {chromium}; median of {runs} runs (least to most)."))
}

/// Puts the table between the marks.
pub fn write(project: &Project, text: &str) -> Result<()> {
    let path = project.root.join("README.md");
    let page = fs::read_to_string(&path).context("README.md can't be read")?;
    let page = replaced(&page, text).context("README.md has no place for the table")?;
    fs::write(&path, page).context("README.md can't be written")?;
    println!("The table is in README.md.");
    Ok(())
}

fn replaced(page: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, BEGIN, text, END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let page = format!("before\n{BEGIN}old\n{END}after\n");
        assert_eq!(replaced(&page, "new\n"), Some(format!("before\n{BEGIN}new\n{END}after\n")));
        assert_eq!(replaced("no marks", "new\n"), None);
    }
}
