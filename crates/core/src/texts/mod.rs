//! Every text of the widget itself, by name. The words stand in `www/texts/<locale>.toml`; the texts of
//! a questionnaire stand with the questionnaire.
//!
//! A locale travels as bare lists in the order of [`Name::ALL`]: no key, and no look-up by string,
//! reaches the browser.

use std::marker::PhantomData;

/// The name of a text: one of a list.
pub trait Name: Copy + 'static {
    /// Every name with its key in the locale files, in the order in which the texts travel.
    const ALL: &[(Self, &str)];

    /// The place of the name in that list.
    fn index(self) -> usize;
}

macro_rules! texts {
    ($(#[$doc:meta])* $list:ident: $($name:ident = $key:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $list {
            $(#[doc = concat!("`", $key, "`")] $name),+
        }

        impl Name for $list {
            const ALL: &[(Self, &str)] = &[$((Self::$name, $key)),+];

            fn index(self) -> usize {
                self as usize
            }
        }
    };
}

// After the macro that makes their lists.
mod first;
mod lazy;
mod room;

pub use first::Text;
pub use lazy::LazyText;
pub use room::RoomText;

/// The texts of the widget in one locale: one for each name of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts<N = Text>(Vec<String>, PhantomData<N>);

impl<N: Name> Texts<N> {
    /// The texts in the order of [`Name::ALL`]; `None` if there are fewer or more.
    pub fn new(texts: Vec<String>) -> Option<Self> {
        (texts.len() == N::ALL.len()).then_some(Self(texts, PhantomData))
    }

    /// The texts in the order of [`Name::ALL`].
    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// The words for a name.
    pub fn get(&self, text: N) -> &str {
        // There is a text for each name, and names count from 0 in the order of `Name::ALL`.
        &self.0[text.index()]
    }

    /// The words for a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: N, values: &[(&str, &str)]) -> String {
        fill(self.get(text), values)
    }
}

/// A text with each `{key}` replaced by its value; a key without a value is left as it stands.
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

    #[test]
    fn names_count_in_the_order_of_the_list() {
        fn check<N: Name>() {
            for (index, (text, _)) in N::ALL.iter().enumerate() {
                assert_eq!(text.index(), index);
            }
        }
        check::<Text>();
        check::<LazyText>();
        check::<RoomText>();
    }
}
