//! The rules that the check knows: how each is called, and why it matters.

/// Makes [`Rule`] and the texts of each from one table.
macro_rules! rules {
    ($(#[doc = $what:literal] $variant:ident $id:literal $why:literal;)*) => {
        /// A rule of the check.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $what] $variant,)*
        }

        impl Rule {
            /// Every rule, in the order in which an author meets them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// A short name, to look it up by.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What breaks it.
            pub fn what(self) -> &'static str {
                match self { $(Self::$variant => $what.trim_ascii(),)* }
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
    /// An id that is malformed.
    Id "id" "Ids stand in links and file names, where a capital letter or an accent breaks.";
    /// A word that is none of those that may stand there.
    Word "word" "The widget has an icon, a name or a rule for each of these words, and none for others.";
    /// An id that names nothing.
    Unknown "unknown" "Ids tie texts, weights and answers together: one wrong letter ties the wrong ones.";
    /// An id that is used twice.
    Twice "twice" "An answer would belong to both, and a report would name the wrong one.";
    /// The principles are not the three, in their order.
    Principles "principles" "Results can be compared only along the same three principles.";
    /// A weight that is none.
    Weight "weight" "A weight outside of 1 to 9 counts nothing, or drowns the others.";
    /// A weight that changes no score.
    IdleWeight "idle-weight" "Whoever reads the weight believes that it counts, and it changes no score.";
    /// A part without content, or a form with too much of it.
    Count "count" "A part without items has no score, and nobody finishes a form that never ends.";
    /// A theme that no item covers, a reference that no item names.
    Coverage "coverage" "A reader who is promised a theme looks for its question, and finds none.";
    /// Thresholds that do not rise.
    Thresholds "thresholds" "A maturity level between two equal thresholds can't be reached.";
    /// A maturity level that no answers reach.
    UnreachableLevel "unreachable-level" "An organisation would strive for a level that nobody can have.";
    /// A profile that no answers reach.
    UnreachableProfile "unreachable-profile" "Someone wrote, translated and reviewed a sentence that nobody will ever read.";
    /// A version or a date that is none.
    Version "version" "Links say by their version what their answers meant.";
    /// A citation without the year of its date.
    ReferenceDate "reference-date" "Laws change: who looks one up must know of which year it is told.";
    /// A form that takes longer or much shorter than it promises.
    ReadingTime "reading-time" "Who was promised four minutes and needs six leaves before the end.";
    /// A text that one locale lacks or has too much.
    Locales "locales" "A reader would find a blank in one language.";
    /// A text that is the same in two languages.
    Untranslated "untranslated" "A reader would stumble on a sentence in the other language.";
    /// A text that is empty.
    Empty "empty" "A reader would find a blank.";
    /// A text that is too long for a phone.
    Length "length" "A question must be read at a glance, on a phone.";
    /// Markup in a text.
    Markup "markup" "Texts are shown as they are: a reader would see the marks.";
    /// Line breaks, tabs, double spaces, a space before a comma.
    WhiteSpace "white-space" "It shifts lines in some places and vanishes in others.";
    /// A typewriter's apostrophe.
    Apostrophe "apostrophe" "A magazine prints ’.";
    /// A typewriter's quotation marks, or those of the other language.
    Quotes "quotes" "Each language has quotation marks of its own; a magazine prints these.";
    /// Three full stops for an ellipsis.
    Ellipsis "ellipsis" "Three full stops can be torn apart at the end of a line, and are read aloud as three.";
    /// French spacing of high punctuation.
    FrenchSpacing "french-spacing" "Without the narrow no-break space a line may begin with a question mark.";
    /// French spacing in English.
    EnglishSpacing "english-spacing" "A space before a mark tells an English reader that the text was translated.";
    /// Levels of one item that read alike.
    Levels "levels" "Who can't tell two levels apart picks one by chance.";
    /// A prompt that asks two things.
    DoubleQuestion "double-question" "Who would answer the two halves differently has no right answer to give.";
}
