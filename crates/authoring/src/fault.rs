//! What is wrong with a source file, where, and how to mend it.

use std::cell::RefCell;
use std::collections::HashMap;
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
        Self::on(&Lines::of(&file.text), rule, file, span, what.into(), mend.into())
    }

    fn on(
        lines: &Lines,
        rule: Rule,
        file: &SourceFile,
        span: Range<usize>,
        what: String,
        mend: String,
    ) -> Self {
        let place = if file.text.is_char_boundary(span.start) { span.start } else { file.text.len() };
        let (line, line_start) = lines.around(place);
        let text = file.text.get(line_start..).unwrap_or_default();
        let text = text.lines().next().unwrap_or_default().trim();
        let shown: String = text.chars().take(EXCERPT).collect();
        Self {
            rule,
            path: file.path.clone(),
            line,
            column: 1 + file.text.get(line_start..place).unwrap_or_default().chars().count(),
            excerpt: if shown.len() < text.len() { format!("{shown}…") } else { shown },
            span,
            what,
            mend,
        }
    }
}

/// Where the lines of a file begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect())
    }

    /// The number of the line in which a place is, from 1, and where it begins.
    fn around(&self, place: usize) -> (usize, usize) {
        let number = self.0.partition_point(|start| *start <= place);
        (number, number.checked_sub(1).map_or(0, |index| self.0[index]))
    }
}

/// Where faults are noted. The lines of a file are counted once, however many faults it has.
#[derive(Default)]
pub struct Faults {
    noted: RefCell<Vec<Fault>>,
    lines: RefCell<HashMap<String, Lines>>,
}

impl Faults {
    /// Notes a fault at a place (a range of bytes) in a file.
    pub fn note(
        &self,
        rule: Rule,
        file: &SourceFile,
        span: Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let mut lines = self.lines.borrow_mut();
        let lines = lines.entry(file.path.clone()).or_insert_with(|| Lines::of(&file.text));
        self.noted.borrow_mut().push(Fault::on(lines, rule, file, span, what.into(), mend.into()));
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.noted.borrow().len()
    }

    /// All of them, in the order in which they were found.
    pub fn into_inner(self) -> Vec<Fault> {
        self.noted.into_inner()
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

/// How many faults, in how many files.
pub fn sum(faults: &[Fault]) -> String {
    let mut files: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    match (faults.len(), files.len()) {
        (0, _) => "No fault.".to_owned(),
        (1, _) => format!("1 fault in {}.", files[0]),
        (many, 1) => format!("{many} faults in {}.", files[0]),
        (many, files) => format!("{many} faults in {files} files."),
    }
}
