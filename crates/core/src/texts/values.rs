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

    /// The same texts with an empty one, which nothing shows.
    pub fn without(mut self, text: N) -> Self {
        self.0[text.index()].clear();
        self
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

/// Separator of a text with plural forms: its rule, then its forms. No text has this character.
///
/// The rule has a digit for each number from 0: the place of its form. Its last digit holds for all numbers that follow; from
/// 200 on, those of 100 to 199 come again.
pub const FORMS: char = '\u{7f}';

/// Text with each `{key}` replaced by its value; keys without a value stay. Of a text with plural forms it is the one for the
/// value of `count`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = form(text, values);
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(key, tail)| Some((value_of(values, key)?, tail)));
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

fn value_of<'a>(values: &[(&str, &'a str)], key: &str) -> Option<&'a str> {
    values.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

/// The plural form for the value of `count`; a text without forms as it is.
fn form<'a>(text: &'a str, values: &[(&str, &str)]) -> &'a str {
    let Some((rule, forms)) = text.split_once(FORMS) else { return text };
    let digits = value_of(values, "count").unwrap_or_default().bytes();
    let number =
        digits.fold(0, |number: usize, digit| number.wrapping_mul(10).wrapping_add(usize::from(digit & 15)));
    let at = if number < 200 { number } else { 100 + number % 100 };
    let place = rule.as_bytes().get(at).or(rule.as_bytes().last());
    let mut rest = forms;
    for _ in 0..place.map_or(0, |digit| digit & 15) {
        rest = rest.split_once(FORMS).map_or("", |(_, after)| after);
    }
    rest.split_once(FORMS).map_or(rest, |(form, _)| form)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Form that a rule of three forms gives to a number.
    fn form_of(rule: &str, number: usize) -> String {
        let text = [rule, "one", "few", "many"].join("\u{7f}");
        fill(&text, &[("other", "7"), ("count", &number.to_string())])
    }

    #[test]
    fn each_number_has_its_form() {
        for (number, expected) in
            [(0, "few"), (1, "one"), (2, "few"), (101, "few"), (201, "few"), (1_001, "few")]
        {
            assert_eq!(form_of("101", number), expected, "{number}");
        }
        // Polish, by the formula of Unicode CLDR.
        let place = |number: usize| match (number, number % 10, number % 100) {
            (1, ..) => '0',
            (_, 2..=4, tens) if !(12..=14).contains(&tens) => '1',
            _ => '2',
        };
        let rule: String = (0..200).map(place).collect();
        for number in 0..=2_000 {
            let expected = ["one", "few", "many"][place(number) as usize - '0' as usize];
            assert_eq!(form_of(&rule, number), expected, "{number}");
        }
        assert_eq!(
            fill(&["01", "{count} a"].join("\u{7f}"), &[("count", "9")]),
            "",
            "a form too few is no panic"
        );
        assert_eq!(fill(&["", "{count} a"].join("\u{7f}"), &[("count", "9")]), "9 a");
    }

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
