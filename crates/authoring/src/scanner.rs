//! Scanner of TOML that stops at the first deviation from the grammar, and names it in words of an editor.

use std::ops::Range;

use super::cause::Cause;

/// Quotation marks of a word processor, which TOML does not know.
const TYPOGRAPHIC: [char; 14] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‹', '›', '＂', '`', '´'];

/// Most lists and tables within each other: more than a questionnaire has, fewer than the stack holds.
const MAX_DEPTH: usize = 40;

/// Characters behind a backslash in a text.
const ESCAPES: &str = "btnfre\"\\xuU";

/// Words that are values without quotation marks, beside numbers and days.
const WORDS: [&str; 4] = ["true", "false", "inf", "nan"];

/// First deviation from the grammar of TOML, without regard to the meaning of keys.
pub fn scan(text: &str) -> Option<Cause> {
    Scanner { text, at: 0, depth: 0 }.document().err()
}

/// Kind of a value that was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    /// In double quotation marks.
    Text,
    /// In single ones.
    Literal,
    Other,
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Lists and tables in braces around the place.
    depth: usize,
}

impl Scanner<'_> {
    fn document(&mut self) -> Result<(), Cause> {
        loop {
            self.skip_blank();
            match self.peek() {
                None => return Ok(()),
                Some('[') => self.header()?,
                Some(_) => self.entry()?,
            }
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Next character of the line, without its end and comments.
    fn peek_in_line(&self) -> Option<char> {
        self.peek().filter(|next| !"\r\n#".contains(*next))
    }

    fn skip(&mut self, is_skipped: impl Fn(char) -> bool) {
        self.at += self.rest().find(|c| !is_skipped(c)).unwrap_or(self.rest().len());
    }

    fn skip_spaces(&mut self) {
        self.skip(|c| c == ' ' || c == '\t');
    }

    /// Skips white space, line ends and comments.
    fn skip_blank(&mut self) {
        // The mark of the byte order at the start of a file is none of its content.
        self.skip(|c| c.is_ascii_whitespace() || c == '\u{FEFF}');
        while self.peek() == Some('#') {
            self.skip(|c| c != '\n');
            self.skip(|c| c.is_ascii_whitespace());
        }
    }

    /// Range from a place to the end of its line.
    fn line(&self, start: usize) -> Range<usize> {
        let rest = &self.text[start..];
        let line = rest.split('\n').next().unwrap_or_default();
        start..start + line.trim_end().len()
    }

    fn cause<T>(
        &self,
        span: Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Result<T, Cause> {
        Err(Cause { span, what: what.into(), mend: mend.into() })
    }

    fn header(&mut self) -> Result<(), Cause> {
        let start = self.at;
        let closing = if self.rest().starts_with("[[") { "]]" } else { "]" };
        self.at += closing.len();
        self.keys()?;
        if self.rest().starts_with(closing) {
            self.at += closing.len();
            if self.peek() != Some(']') {
                return self.nothing_behind(start, Value::Other);
            }
        }
        let line = self.line(start);
        match self.peek_in_line() {
            Some(']') if closing == "]" => {
                let mend = "write [[ and ]] for an entry of a list, [ and ] for a table";
                self.cause(line, "the table has more ] than [", mend)
            }
            None | Some(']') => {
                let mend = format!("write {closing} behind its name");
                self.cause(line, format!("the {closing} of the table is missing"), mend)
            }
            Some('/') => {
                let mend = "put the id in quotation marks, as in [dimensions.\"choose/visibility\"]";
                self.cause(line, "the id with a / has no quotation marks", mend)
            }
            Some(other) => {
                let mend =
                    "write letters, digits, - and _, and straight quotation marks around anything else";
                self.cause(line, format!("the name of the table has {other}"), mend)
            }
        }
    }

    /// Skips a key, or several with full stops between them.
    fn keys(&mut self) -> Result<(), Cause> {
        loop {
            self.skip_spaces();
            match self.peek() {
                Some('"' | '\'') => drop(self.text()?),
                _ => self.skip(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'),
            }
            self.skip_spaces();
            if self.peek() != Some('.') {
                return Ok(());
            }
            self.at += 1;
        }
    }

    /// Skips a key with its value, on a line of its own.
    fn entry(&mut self) -> Result<(), Cause> {
        self.equation()?;
        let start = self.at;
        let value = self.value()?;
        self.nothing_behind(start, value)
    }

    /// Skips a key and the equals sign behind it.
    fn equation(&mut self) -> Result<(), Cause> {
        let start = self.at;
        self.keys()?;
        let line = self.line(start);
        match self.peek_in_line() {
            Some('=') => {
                self.at += 1;
                self.skip_spaces();
                Ok(())
            }
            Some(']') => self.cause(line, "the [ of the table is missing", "write [ or [[ before its name"),
            Some(':') => self.cause(line, "a colon stands between the key and its value", "write = instead"),
            Some(other) if self.text[line.clone()].contains('=') && !"\"'".contains(other) => {
                let mend = "a key has letters without accents, digits, - and _";
                self.cause(line, format!("the key has {other}"), mend)
            }
            _ => {
                let mend =
                    "write key = \"text\" on one line; a text has no second line, and # begins a comment";
                self.cause(line, "the line has no = between a key and a value", mend)
            }
        }
    }

    fn value(&mut self) -> Result<Value, Cause> {
        match self.peek() {
            Some('"' | '\'') => self.text(),
            Some('[' | '{') if self.depth == MAX_DEPTH => {
                let mend = "close the lists that are open";
                self.cause(self.at..self.at + 1, "too many lists stand within each other", mend)
            }
            Some(open @ ('[' | '{')) => {
                self.depth += 1;
                if open == '[' {
                    self.list()?;
                } else {
                    self.inline_table()?;
                }
                self.depth -= 1;
                Ok(Value::Other)
            }
            Some(mark) if TYPOGRAPHIC.contains(&mark) => {
                let line = self.line(self.at);
                let mend = "put straight ones around it: \"…\"; within a text they may be typographic";
                self.cause(line, "the text stands in typographic quotation marks", mend)
            }
            _ => self.word().map(|()| Value::Other),
        }
    }

    /// Skips a text in quotation marks.
    fn text(&mut self) -> Result<Value, Cause> {
        let start = self.at;
        let (mark, value) =
            if self.peek() == Some('"') { ('"', Value::Text) } else { ('\'', Value::Literal) };
        let three = String::from(mark).repeat(3);
        if self.rest().starts_with(&three) {
            let Some(length) = self.rest()[3..].find(&three) else {
                let mend = "write three more at its end";
                return self.cause(self.line(start), "the three quotation marks are not closed", mend);
            };
            self.at += length + 6;
            self.skip(|c| c == mark);
            return Ok(value);
        }
        self.at += 1;
        while let Some(next) = self.peek() {
            if next == '\n' {
                break;
            }
            self.at += next.len_utf8();
            if next == mark {
                return Ok(value);
            }
            if next == '\\' && value == Value::Text {
                let escaped = self.peek().unwrap_or('\n');
                if !ESCAPES.contains(escaped) {
                    let mend = "write \\\\ for a backslash, or leave it out";
                    return self.cause(self.at - 1..self.at, "a backslash stands in the text", mend);
                }
                self.at += escaped.len_utf8();
            }
        }
        let line = self.line(start);
        if self.text[line.clone()].trim_end_matches([',', ']', ' ']).ends_with(TYPOGRAPHIC) {
            let mend = format!("write {mark} at its end");
            return self.cause(line, "the text ends with a typographic quotation mark", mend);
        }
        let mend = format!("write {mark} at the end of the text, which stays on one line");
        self.cause(line, "the quotation mark is not closed", mend)
    }

    /// Skips a value without quotation marks: a number, a day, true or false.
    fn word(&mut self) -> Result<(), Cause> {
        let start = self.at;
        self.skip(|c| !",]}#\n".contains(c));
        let word = self.text[start..self.at].trim_end();
        let span = start..start + word.len();
        if word.is_empty() {
            let mend = "write one: a text in quotation marks, a list in [ ], a number, true or false";
            return self.cause(self.line(start), "the value is missing", mend);
        }
        if self.text[self.line(start)].trim_end_matches([',', ']', '}', ' ']).ends_with('"') {
            let what = "the quotation mark before the text is missing";
            return self.cause(self.line(start), what, "write \" before it");
        }
        if word.contains([' ', '\t']) && !word.contains('-') {
            let mend = "write one number, or a list with a comma behind each but the last";
            return self.cause(span, format!("the value `{word}` is no number"), mend);
        }
        if WORDS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-') {
            return Ok(());
        }
        let lower = word.to_lowercase();
        let mend = match &*lower {
            "true" | "false" => format!("write {lower}, in small letters"),
            _ => format!("write \"{word}\""),
        };
        self.cause(span, format!("the value `{word}` has no quotation marks"), mend)
    }

    /// Skips a list.
    fn list(&mut self) -> Result<(), Cause> {
        let open = self.at;
        self.at += 1;
        loop {
            self.skip_blank();
            match self.peek() {
                Some(']') => {
                    self.at += 1;
                    return Ok(());
                }
                None => return self.open_list(open),
                _ if self.begins_entry() => return self.open_list(open),
                _ => {}
            }
            let start = self.at;
            let value = self.value()?;
            let end = self.at;
            self.skip_spaces();
            if self.peek_in_line().is_some_and(|next| !",]\"{".contains(next)) {
                self.nothing_behind(start, value)?;
            }
            self.skip_blank();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(']') | None => {}
                _ if self.begins_entry() => {}
                _ => {
                    return self.cause(
                        start..end,
                        "a comma is missing behind this entry",
                        "write , behind it",
                    );
                }
            }
        }
    }

    fn open_list(&self, open: usize) -> Result<(), Cause> {
        self.cause(self.line(open), "the list is not closed", "write ] behind its last entry")
    }

    /// Skips a table in braces.
    fn inline_table(&mut self) -> Result<(), Cause> {
        let open = self.at;
        self.at += 1;
        loop {
            self.skip_blank();
            match self.peek() {
                Some('}') => {
                    self.at += 1;
                    return Ok(());
                }
                None | Some(']' | '{' | '[') => return self.open_table(open),
                _ => {}
            }
            self.equation()?;
            let start = self.at;
            self.value()?;
            self.skip_blank();
            match self.peek() {
                Some(',') => self.at += 1,
                None | Some('}' | ']' | '{' | '[') => {}
                _ => {
                    return self.cause(
                        start..self.at,
                        "a comma is missing behind this value",
                        "write , behind it",
                    );
                }
            }
        }
    }

    fn open_table(&self, open: usize) -> Result<(), Cause> {
        self.cause(self.line(open), "the { is not closed", "write } behind its last value")
    }

    /// True at the start of a line with a key and its value, or with the name of a table.
    fn begins_entry(&self) -> bool {
        let before = self.text[..self.at].trim_end_matches([' ', '\t']);
        let rest = self.rest().trim_start_matches('[');
        let is_header = self.rest().starts_with('[') && rest.starts_with(|c: char| c.is_ascii_alphabetic());
        let key = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-_.".contains(c));
        let is_key = key.len() < rest.len() && key.trim_start().starts_with('=');
        before.ends_with('\n') && (is_header || is_key)
    }

    /// Notes anything behind a value on its line.
    fn nothing_behind(&mut self, start: usize, value: Value) -> Result<(), Cause> {
        self.skip_spaces();
        if self.peek_in_line().is_none() {
            return Ok(());
        }
        let line = self.line(start);
        let marks = self.text[line.clone()].replace("\\\"", "").matches('"').count();
        match value {
            _ if self.peek().is_some_and(|next| ",]".contains(next)) => {
                self.cause(line, "the list has no [", "write [ before its first entry")
            }
            Value::Literal => {
                let mend = "put the text in double quotation marks, and write ’ for the apostrophe";
                self.cause(line, "an apostrophe ends the text", mend)
            }
            Value::Text if marks % 2 == 1 => {
                let mend = "write \" at both ends of each text";
                self.cause(line, "a quotation mark is missing", mend)
            }
            Value::Text => {
                let mend = "within a text write “ and ”, in French « and »";
                self.cause(line, "a straight quotation mark stands within the text", mend)
            }
            Value::Other => {
                let mend = "begin a new line for it, or write # before a comment";
                self.cause(self.line(self.at), "something stands behind the end of the value", mend)
            }
        }
    }
}
