//! What is wrong with a source file, where, and how to mend it.

use std::fmt;
use std::ops::Range;

use super::{Rule, SourceFile};

/// How much of a long line is shown.
const EXCERPT: usize = 100;

/// One thing to mend in a source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule that is broken; it says why that matters.
    pub rule: Rule,
    /// The file, relative to the project.
    pub path: String,
    /// The place, in bytes from the start of the file.
    pub span: Range<usize>,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
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
        rule: Rule,
        file: &SourceFile,
        span: Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        let before = file.text.get(..span.start).unwrap_or(&file.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = file.text[line_start..].lines().next().unwrap_or_default().trim();
        let shown: String = line.chars().take(EXCERPT).collect();
        Self {
            rule,
            path: file.path.clone(),
            line: 1 + before.matches('\n').count(),
            column: 1 + before[line_start..].chars().count(),
            excerpt: if shown.len() < line.len() { format!("{shown}…") } else { shown },
            span,
            what: what.into(),
            mend: mend.into(),
        }
    }
}

/// In plain lines, for wherever a report in colours has no place.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}:{}: {}", self.path, self.line, self.column, self.what)?;
        if !self.excerpt.is_empty() {
            writeln!(f, "    | {}", self.excerpt)?;
        }
        write!(f, "    = {}", self.mend)
    }
}
