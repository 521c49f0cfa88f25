//! The rules that the check knows: how each is called, and why it matters.

/// Makes [`Rule`] and the texts of each from one table.
macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident $id:literal $why:literal;)*) => {
        /// A rule of the check.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// Every rule, in the order in which an author meets them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// A short name, to look it up by.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// Why breaking it would hurt someone.
            pub fn why(self) -> &'static str {
                match self { $(Self::$variant => $why,)* }
            }
        }
    };
}

rules! {
    /// The file is not TOML.
    Syntax "syntax" "Nothing behind the mistake can be read for certain.";
    /// A key that is missing, unknown or of another kind.
    Shape "shape" "What the format does not know would be left out without a word.";
    /// An id that is malformed, unknown or used twice.
    Id "id" "Ids tie texts, weights and answers together: one wrong letter ties the wrong ones.";
    /// The principles are not the three, in their order.
    Principles "principles" "Results can be compared only along the same three principles.";
    /// A weight that is none.
    Weight "weight" "A weight outside of 1 to 9 counts nothing, or drowns the others.";
    /// A part without content, or a form with too much of it.
    Count "count" "A part without items has no score, and nobody finishes a form that never ends.";
    /// Thresholds that do not rise.
    Thresholds "thresholds" "A maturity level between two equal thresholds can't be reached.";
    /// A version or a date that is none.
    Version "version" "Links say by their version what their answers meant.";
    /// A text that one locale lacks or has too much.
    Locales "locales" "A reader would find a blank in one language.";
    /// A text that is empty.
    Empty "empty" "A reader would find a blank.";
    /// A text that is too long for a phone.
    Length "length" "A question must be read at a glance, on a phone.";
    /// Markup in a text.
    Markup "markup" "Texts are shown as they are: a reader would see the marks.";
    /// Line breaks, tabs, double spaces.
    WhiteSpace "white-space" "It shifts lines in some places and vanishes in others.";
    /// A typewriter's apostrophe.
    Apostrophe "apostrophe" "A magazine prints ’.";
    /// French spacing of high punctuation.
    FrenchSpacing "french-spacing" "Without the narrow no-break space a line may begin with a question mark.";
    /// Levels of one item that read the same.
    Levels "levels" "Who can't tell two levels apart picks one by chance.";
}
