//! What is wrong with a source file, where, and how to mend it.

use std::fmt;
use std::ops::Range;

use super::SourceFile;

/// One thing to mend in a source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the project.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The line as it stands.
    pub excerpt: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl Fault {
    /// A fault at a place (a range of bytes) in a file.
    pub fn at(
        file: &SourceFile,
        span: Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        let before = file.text.get(..span.start).unwrap_or(&file.text);
        let line = 1 + before.matches('\n').count();
        let excerpt = file.text.lines().nth(line - 1).unwrap_or_default().trim();
        let shown: String = excerpt.chars().take(100).collect();
        let excerpt = if shown.len() < excerpt.len() { format!("{shown}…") } else { shown };
        Self { path: file.path.clone(), line, excerpt, what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}: {}", self.path, self.line, self.what)?;
        if !self.excerpt.is_empty() {
            writeln!(f, "    | {}", self.excerpt)?;
        }
        write!(f, "    = {}", self.mend)
    }
}
