//! Texts for the names of a list, and the values within them.

use std::marker::PhantomData;

use super::first::Text;
use super::list::Name;

/// Texts of the widget in one locale, one for each name of a list. Those of a pack may be the first ones alone, until its
/// rest is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts<N = Text>(Vec<String>, PhantomData<N>);

impl<N: Name> Texts<N> {
    /// Texts in the order of [`Name::ALL`]; `None` for fewer or more.
    pub fn new(texts: Vec<String>) -> Option<Self> {
        (texts.len() == N::ALL.len()).then_some(Self(texts, PhantomData))
    }

    /// Texts in the order of [`Name::ALL`], as many as are there.
    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// Text of a name; empty if it is not there yet.
    pub fn get(&self, text: N) -> &str {
        // Names count from 0 in the order of `Name::ALL`.
        self.0.get(text.index()).map_or("", String::as_str)
    }

    /// Text of a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: N, values: &[(&str, &str)]) -> String {
        fill(self.get(text), values)
    }
}

impl Texts {
    /// The texts of questions alone, [`Text::OF_QUESTIONS`]; `None` for fewer or more.
    pub fn of_questions(texts: Vec<String>) -> Option<Self> {
        (texts.len() == Text::OF_QUESTIONS).then_some(Self(texts, PhantomData))
    }

    /// These and all others; `None` for fewer or more.
    pub fn with_rest(mut self, rest: Vec<String>) -> Option<Self> {
        self.0.extend(rest);
        Self::new(self.0)
    }
}

/// Text with each `{key}` replaced by its value; keys without a value stay.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(key, tail)| {
            values.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value, tail))
        });
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_keys() {
        for (text, filled) in [
            ("{a} of {b}", "1 of 2"),
            ("no key", "no key"),
            ("{unknown} {a}", "{unknown} 1"),
            ("{ {a} {", "{ 1 {"),
            ("{a", "{a"),
        ] {
            assert_eq!(fill(text, &[("a", "1"), ("b", "2")]), filled);
        }
    }
}
