//! Lists of names, each name with the key of its text.

/// Name of a text, out of a list.
pub trait Name: Copy + 'static {
    /// Names with their keys in the locale files, in the order of travel.
    const ALL: &[(Self, &str)];

    /// Position of the name in that list.
    fn index(self) -> usize;
}

macro_rules! names {
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

pub(super) use names;
