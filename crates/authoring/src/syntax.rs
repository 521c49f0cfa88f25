//! Cause of a file that is no TOML, in words of an editor: the first thing that a writer would change.
//!
//! The parser tells what it expected where it stopped. After a missing mark that is often lines later, at a sound place.

use std::ops::Range;

use super::cause::Cause;
use super::scanner::scan;
use super::{Fault, Rule, SourceFile};

/// The one fault of a file that is no TOML. `place` and `message` are what the parser says first.
pub fn fault(file: &SourceFile, place: Range<usize>, message: &str) -> Fault {
    let text = &file.text;
    // Module for browsers: without the scanner, which would take it over its budget.
    let found = if cfg!(feature = "tools") { scan(text) } else { None };
    let is_twice = message.starts_with("duplicate key");
    let Cause { span, what, mend } = match found {
        Some(cause) if !(is_twice && place.start < cause.span.start) => cause,
        _ if is_twice => twice(text, place),
        _ => Cause {
            span: place,
            what: format!("the file is no TOML here: {message}"),
            mend: "compare the line with its neighbours; the format is told at https://toml.io".to_owned(),
        },
    };
    Fault::at(Rule::Syntax, file, span, what, mend)
}

/// A key or a table that a file has twice.
fn twice(text: &str, place: Range<usize>) -> Cause {
    let line_start = text.get(..place.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let name = |line: &str| {
        let line = line.trim();
        let key = if line.starts_with('[') { line.split('#') } else { line.split('=') }.next();
        key.unwrap_or_default().trim().to_owned()
    };
    let own = name(text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default());
    let before = text.get(..line_start).unwrap_or_default();
    let other = before.lines().zip(1..).filter(|(line, _)| name(line) == own).last();
    let mend = match other {
        Some((_, number)) => {
            format!("it stands in line {number} too: keep one of the two, or correct its name")
        }
        None => "keep one of the two, or correct its name".to_owned(),
    };
    let kind = if own.starts_with('[') { "table" } else { "key" };
    Cause { span: place, what: format!("the {kind} `{own}` stands twice"), mend }
}
