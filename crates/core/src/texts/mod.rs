//! Texts of the widget by name. Their source is `www/texts/<locale>.toml`; questionnaires have texts of their own.
//!
//! A locale travels as lists in the order of [`Name::ALL`], without keys: the browser looks up no string.

use std::marker::PhantomData;

/// Name of a text, out of a list.
pub trait Name: Copy + 'static {
    /// Names with their keys in the locale files, in the order of travel.
    const ALL: &[(Self, &str)];

    /// Position of the name in that list.
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

// Modules after the macro that they use.
mod first;
mod lazy;
mod room;

pub use first::Text;
pub use lazy::LazyText;
pub use room::RoomText;

/// Texts of the widget in one locale, one for each name of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts<N = Text>(Vec<String>, PhantomData<N>);

impl<N: Name> Texts<N> {
    /// Texts in the order of [`Name::ALL`]; `None` for fewer or more.
    pub fn new(texts: Vec<String>) -> Option<Self> {
        (texts.len() == N::ALL.len()).then_some(Self(texts, PhantomData))
    }

    /// Texts in the order of [`Name::ALL`].
    pub fn all(&self) -> &[String] {
        &self.0
    }

    /// Text of a name.
    pub fn get(&self, text: N) -> &str {
        // There is a text for each name, and names count from 0 in the order of `Name::ALL`.
        &self.0[text.index()]
    }

    /// Text of a name, with each `{key}` replaced by its value.
    pub fn fill(&self, text: N, values: &[(&str, &str)]) -> String {
        fill(self.get(text), values)
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
