//! Faults of source files: place, description, remedy.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use super::{Rule, SourceFile};

/// Longest excerpt of a line, in characters.
const EXCERPT: usize = 100;

/// A fault in a source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Broken rule, which has the reason.
    pub rule: Rule,
    /// Path of the file, relative to the project.
    pub path: String,
    /// Place, in bytes from the start of the file.
    pub span: Range<usize>,
    /// Line, counted from 1.
    pub line: usize,
    /// Character in the line, counted from 1.
    pub column: usize,
    /// Text of the line.
    pub excerpt: String,
    /// Description of the fault.
    pub what: String,
    /// Instruction that removes the fault.
    pub mend: String,
}

impl Fault {
    /// Creates a fault at a range of bytes in a file.
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

/// Starts of the lines of a file, in bytes.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect())
    }

    /// Number, from 1, and start of the line around a place.
    fn around(&self, place: usize) -> (usize, usize) {
        let number = self.0.partition_point(|start| *start <= place);
        (number, number.checked_sub(1).map_or(0, |index| self.0[index]))
    }
}

/// Collection of faults. The lines of each file are counted once.
#[derive(Default)]
pub struct Faults {
    noted: RefCell<Vec<Fault>>,
    /// Lines of each file, by its path: a list, as there are few files, and a map costs the browser a kilobyte.
    lines: RefCell<Vec<(String, Lines)>>,
}

impl Faults {
    /// Notes a fault at a range of bytes in a file.
    pub fn note(
        &self,
        rule: Rule,
        file: &SourceFile,
        span: Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let mut lines = self.lines.borrow_mut();
        let known = lines.iter().position(|(path, _)| *path == file.path);
        let place = known.unwrap_or_else(|| {
            lines.push((file.path.clone(), Lines::of(&file.text)));
            lines.len() - 1
        });
        self.noted.borrow_mut().push(Fault::on(&lines[place].1, rule, file, span, what.into(), mend.into()));
    }

    /// Adds a fault.
    pub fn add(&self, fault: Fault) {
        self.noted.borrow_mut().push(fault);
    }

    /// Number of faults so far.
    pub fn len(&self) -> usize {
        self.noted.borrow().len()
    }

    /// Number of faults of a rule so far.
    pub fn count(&self, rule: Rule) -> usize {
        self.noted.borrow().iter().filter(|fault| fault.rule == rule).count()
    }

    /// Faults in the order of their discovery.
    pub fn into_inner(self) -> Vec<Fault> {
        self.noted.into_inner()
    }
}

/// Plain lines, for output without colours.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}:{}: {}", self.path, self.line, self.column, self.what)?;
        if !self.excerpt.is_empty() {
            writeln!(f, "    | {}", self.excerpt)?;
        }
        write!(f, "    = {}", self.mend)
    }
}

/// Sentence with the number of faults and of files.
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
