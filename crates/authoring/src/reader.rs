//! Reader of TOML files that notes every fault instead of stopping at the first.

use std::ops::Range;
use std::rc::Rc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use super::fault::Faults;
use super::{Edition, Rule, SourceFile, encoding, syntax};
use boussole_core::questionnaire::{ItemId, MAX_ENTRIES, Word};

/// A value with its place in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T> {
    /// Value.
    pub value: T,
    /// Place, in bytes from the start of the file.
    pub span: Range<usize>,
}

/// The readable content of a file.
pub struct Document<'a> {
    file: &'a SourceFile,
    edition: Edition,
    faults: &'a Faults,
    table: DeTable<'a>,
}

impl<'a> Document<'a> {
    /// Parses a file; notes the one cause if it is no text in UTF-8 or no TOML. What follows from it is no fault of its own.
    pub fn parse(file: &'a SourceFile, edition: Edition, faults: &'a Faults) -> Option<Self> {
        if let Some(fault) = encoding::fault(file) {
            faults.add(fault);
            return None;
        }
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        let place = |error: &toml::de::Error| error.span().unwrap_or(0..0);
        if let Some(error) = errors.iter().min_by_key(|error| place(error).start) {
            faults.add(syntax::fault(file, place(error), error.message()));
            return None;
        }
        Some(Self { file, edition, faults, table: table.into_inner() })
    }

    /// Table of the whole file.
    pub fn top(&self) -> TomlTable<'_> {
        let Self { file, edition, faults, table } = self;
        TomlTable { file, edition: *edition, faults, table, span: 0..0, name: "the file".into() }
    }
}

/// A table of a file.
#[derive(Clone)]
pub struct TomlTable<'a> {
    /// File of the table.
    pub file: &'a SourceFile,
    /// State of the questionnaire.
    pub edition: Edition,
    faults: &'a Faults,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    /// Name of the table in messages: `[items.exit]`.
    pub name: Rc<str>,
}

impl<'a> TomlTable<'a> {
    /// Notes a fault at a place of this file.
    pub fn fault(&self, rule: Rule, span: Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.faults.note(rule, self.file, span, what, mend);
    }

    /// Place of a key; that of the table if the key is missing.
    pub fn key_span(&self, key: &str) -> Range<usize> {
        self.table.get_key_value(key).map_or(self.span(), |(name, _)| name.span())
    }

    /// Place of the table.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Keys of the table.
    pub fn keys(&self) -> Vec<Located<String>> {
        let located = |key: &Spanned<std::borrow::Cow<str>>| Located {
            value: key.get_ref().to_string(),
            span: key.span(),
        };
        self.table.iter().map(|(key, _)| located(key)).collect()
    }

    /// True if the table has a key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// True if the value of a key is a table.
    pub fn has_table(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| value.get_ref().is_table())
    }

    /// True if a key that is a late addition to the format must be read: older versions may lack it.
    pub fn requires(&self, key: &str) -> bool {
        self.edition == Edition::Current || self.has(key)
    }

    /// Notes a list that is too long for a pack.
    pub fn check_entries(&self, key: &str, count: usize) {
        if count > MAX_ENTRIES {
            let what = format!("`{key}` of {} has {count} entries", self.name);
            self.fault(Rule::Count, self.key_span(key), what, format!("list {MAX_ENTRIES} at most"));
        }
    }

    /// Notes every key that the format does not know.
    pub fn only(&self, known: &[&str]) {
        for key in self.keys() {
            if !known.contains(&key.value.as_str()) {
                self.fault(
                    Rule::Shape,
                    key.span,
                    format!("{} has an unknown key `{}`", self.name, key.value),
                    format!("remove it, or use one of: {}", known.join(", ")),
                );
            }
        }
    }

    /// Value of a key; notes a missing value, and one of another kind.
    fn value<T>(
        &self,
        key: &str,
        kind: &str,
        read: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<Located<T>> {
        let Some(value) = self.table.get(key) else {
            let what = format!("{} has no `{key}`", self.name);
            self.fault(Rule::Shape, self.span(), what, format!("add `{key}`, {kind}"));
            return None;
        };
        let span = value.span();
        match read(value.get_ref()) {
            Some(value) => Some(Located { value, span }),
            None => {
                let what = format!("`{key}` of {} is not {kind}", self.name);
                self.fault(Rule::Shape, span, what, format!("write {kind}"));
                None
            }
        }
    }

    /// Reads a text.
    pub fn text(&self, key: &str) -> Option<Located<String>> {
        self.value(key, "a text in quotes", |value| value.as_str().map(str::to_owned))
    }

    /// Reads a text as a type of the core.
    pub fn term<T: TryFrom<String>>(&self, key: &str) -> Option<Located<T>>
    where
        T::Error: ToString,
    {
        let text = self.text(key)?;
        match T::try_from(text.value.clone()) {
            Ok(value) => Some(Located { value, span: text.span }),
            Err(error) => {
                self.malformed(key, &text, &error);
                None
            }
        }
    }

    /// Reads an id within a questionnaire. Notes a malformed one, and returns it all the same: other values name it.
    pub fn slug(&self, key: &str) -> Option<Located<String>> {
        let text = self.text(key)?;
        self.check_slug(key, &text);
        Some(text)
    }

    /// Notes an id that is malformed.
    pub fn check_slug(&self, kind: &str, id: &Located<String>) {
        if let Err(error) = ItemId::try_from(id.value.clone()) {
            self.malformed(kind, id, &error);
        }
    }

    fn malformed(&self, kind: &str, id: &Located<String>, error: &impl ToString) {
        let what = format!("`{}` is no well-formed `{kind}`", id.value);
        self.fault(Rule::Id, id.span.clone(), what, error.to_string());
    }

    /// Reads a word of a fixed list.
    pub fn word<T: Word>(&self, key: &str) -> Option<Located<T>> {
        let text = self.text(key)?;
        let found = T::from_word(&text.value);
        if found.is_none() {
            let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
            let mend = format!("use one of: {}", words.join(", "));
            self.fault(Rule::Word, text.span.clone(), format!("`{}` is no {}", text.value, T::KIND), mend);
        }
        Some(Located { value: found?, span: text.span })
    }

    /// Reads a whole number; `kind` describes it in messages.
    pub fn number(&self, key: &str, kind: &str) -> Option<Located<u8>> {
        self.value(key, kind, integer)
    }

    /// Reads a boolean.
    pub fn flag(&self, key: &str) -> Option<Located<bool>> {
        self.value(key, "true or false", DeValue::as_bool)
    }

    /// Reads a list of whole numbers of a fixed length.
    pub fn numbers<const N: usize>(&self, key: &str) -> Option<Located<[u8; N]>> {
        self.value(key, &format!("a list of {N} whole numbers"), |value| {
            let numbers: Option<Vec<u8>> =
                value.as_array()?.iter().map(|one| integer(one.get_ref())).collect();
            numbers?.try_into().ok()
        })
    }

    /// Reads a list of texts.
    pub fn texts(&self, key: &str) -> Option<Vec<Located<String>>> {
        let read = |value: &'a DeValue<'a>| -> Option<Vec<Located<String>>> {
            let located = |one: &Spanned<DeValue<'a>>| {
                Some(Located { value: one.get_ref().as_str()?.to_owned(), span: one.span() })
            };
            value.as_array()?.iter().map(located).collect()
        };
        self.value(key, "a list of texts in quotes", read).map(|list| list.value)
    }

    /// Reads lists of texts of a fixed number, each with its place.
    #[cfg(feature = "tools")]
    pub fn lists<const N: usize>(&self, key: &str) -> Option<[Located<Vec<Located<String>>>; N]> {
        let text = |one: &Spanned<DeValue<'a>>| {
            Some(Located { value: one.get_ref().as_str()?.to_owned(), span: one.span() })
        };
        let list = |one: &Spanned<DeValue<'a>>| {
            let texts: Option<Vec<_>> = one.get_ref().as_array()?.iter().map(text).collect();
            Some(Located { value: texts?, span: one.span() })
        };
        let lists = self.value(key, &format!("a list of {N} lists of texts in quotes"), |value| {
            let lists: Option<Vec<_>> = value.as_array()?.iter().map(list).collect();
            lists?.try_into().ok()
        });
        lists.map(|lists| lists.value)
    }

    /// Reads a list of texts of a fixed length.
    pub fn texts_of<const N: usize>(&self, key: &str) -> Option<[Located<String>; N]> {
        let texts = self.texts(key)?;
        let found = texts.len();
        texts
            .try_into()
            .map_err(|_| {
                let span = self.table.get(key).map_or(0..0, Spanned::span);
                self.fault(
                    Rule::Shape,
                    span,
                    format!("`{key}` of {} has {found} texts", self.name),
                    format!("write {N} texts"),
                );
            })
            .ok()
    }

    /// Reads a table within the table.
    pub fn table(&self, key: &str) -> Option<TomlTable<'a>> {
        let found = self.value(key, "a table", |value| value.as_table())?;
        Some(TomlTable {
            table: found.value,
            span: self.key_span(key),
            name: match &*self.name {
                "the file" => format!("[{key}]"),
                outer => format!("{}.{key}]", outer.trim_end_matches(']')),
            }
            .into(),
            file: self.file,
            edition: self.edition,
            faults: self.faults,
        })
    }

    /// Reads a list of tables.
    pub fn tables(&self, key: &str) -> Vec<TomlTable<'a>> {
        let located = |one: &'a Spanned<DeValue<'a>>| Some((one.get_ref().as_table()?, one.span()));
        let read = |value: &'a DeValue<'a>| -> Option<Vec<(&'a DeTable<'a>, Range<usize>)>> {
            value.as_array()?.iter().map(located).collect()
        };
        let found = self.value(key, "a list of tables", read).map(|list| list.value).unwrap_or_default();
        let number_from_one = found.into_iter().zip(1..);
        number_from_one
            .map(|((table, span), number)| TomlTable {
                name: name_in_list(table, key, number).into(),
                table,
                span,
                file: self.file,
                edition: self.edition,
                faults: self.faults,
            })
            .collect()
    }
}

/// Name of a table of a list in messages: its id, or its number.
fn name_in_list(table: &DeTable<'_>, key: &str, number: usize) -> String {
    match table.get("id").and_then(|id| id.get_ref().as_str()) {
        Some(id) => format!("`{id}` in [[{key}]]"),
        None => format!("no. {number} in `{key}`"),
    }
}

fn integer(value: &DeValue<'_>) -> Option<u8> {
    let integer = value.as_integer()?;
    u8::from_str_radix(integer.as_str(), integer.radix()).ok()
}
