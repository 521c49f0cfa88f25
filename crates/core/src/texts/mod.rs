//! Texts of the widget by name. Their source is `www/texts/<locale>.toml`; questionnaires have texts of their own.
//!
//! A locale travels as lists in the order of [`Name::ALL`], without keys: the browser looks up no string.

mod first;
mod lazy;
mod list;
mod room;
mod values;

pub use first::Text;
pub use lazy::LazyText;
pub use list::Name;
pub use room::RoomText;
pub use values::{FORMS, Texts, fill};

#[cfg(test)]
mod tests {
    use super::*;

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
