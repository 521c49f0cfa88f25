//! Rules of the check: name, description and reason of each.

/// Whether texts that are alike, unwritten, misread or invisible and items in no form are faults. The browser shows a host's
/// questionnaire with them: it is to be shown as it was before these rules.
pub const ASKS_FOR_STYLE: bool = cfg!(feature = "tools");

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

            /// Name in messages and in `docs/rules.md`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// Description of a breach.
            pub fn what(self) -> &'static str {
                match self { $(Self::$variant => $what.trim_ascii(),)* }
            }

            /// Reason of the rule: the harm of a breach.
            pub fn why(self) -> &'static str {
                match self { $(Self::$variant => $why,)* }
            }
        }
    };
}

rules! {
    /// A file that is not in UTF-8, or a text that was read as if it were not.
    Encoding "encoding" "Accents and quotation marks come out as other characters, or are lost.";
    /// The file is not TOML.
    Syntax "syntax" "Nothing behind the mistake can be read for certain.";
    /// A key that is missing, unknown or of another kind.
    Shape "shape" "Keys that the format does not know would be ignored silently.";
    /// An id that is malformed.
    Id "id" "Ids are parts of links and file names, where a capital letter or an accent breaks.";
    /// A word that is not in the list for its key.
    Word "word" "The widget has an icon, a name or a rule for each of these words, and none for others.";
    /// An id that names nothing.
    Unknown "unknown" "Ids tie texts, weights and answers together: one wrong letter ties the wrong ones.";
    /// An id that is used twice.
    Twice "twice" "An answer would belong to both, and a report would name the wrong one.";
    /// The principles are not the three, in their order.
    Principles "principles" "Results can be compared only along the same three principles.";
    /// A weight outside of 1 to 9.
    Weight "weight" "A weight outside of 1 to 9 counts nothing, or drowns the others.";
    /// A weight that changes no score.
    IdleWeight "idle-weight" "A reader of the weight believes that it counts, and it changes no score.";
    /// A part without content, or a form with too much of it.
    Count "count" "A part without items has no score, and nobody finishes a form that never ends.";
    /// An item that no form lists.
    UnusedItem "unused-item" "Its texts are written, translated and reviewed, and nobody is ever asked.";
    /// A theme that no item covers, a reference that no item names.
    Coverage "coverage" "A reader who is promised a theme looks for its question, and finds none.";
    /// Thresholds that do not rise.
    Thresholds "thresholds" "A maturity level between two equal thresholds can't be reached.";
    /// A maturity level that no answers reach.
    UnreachableLevel "unreachable-level" "An organisation would strive for a level that nobody can have.";
    /// A profile that no answers reach.
    UnreachableProfile "unreachable-profile" "Its sentence is written, translated and reviewed, and no reader ever sees it.";
    /// A version or a date that is not valid.
    Version "version" "Links give the meaning of their answers by the version.";
    /// A citation without the year of its date.
    ReferenceDate "reference-date" "Laws change: a reader who looks one up needs the year.";
    /// A reference that ends, begins to apply or has ended.
    ReferenceExpiry "reference-expiry" "A reader who looks up a text that no longer holds trusts nothing else.";
    /// Too few kinds of ladder, or one kind in too many items.
    LadderShare "ladder-share" "A reader who meets the same ladder again and again answers the ladder and not the question.";
    /// A longest text that gives the highest levels away.
    LongestLevel "longest-level" "A reader who takes the longest answer every time would have a high score.";
    /// A word that stands at the same level in too many items.
    LevelWord "level-word" "A reader learns by the fourth question which word means a high level.";
    /// A level that does not contain the one below.
    LevelBasis "level-basis" "An organisation that has the level above may lack what the level below asks for.";
    /// A step that does not reach its level.
    StepBasis "step-basis" "Its points are promised to a team that does the step, and then answers the level below.";
    /// A fact that counts in too many items.
    FactShare "fact-share" "One exit that was tried would lift the score six times.";
    /// A sentence that an answer of its level denies.
    Claim "claim" "A reader who is told what the own answers deny believes nothing else.";
    /// A definition in one place only.
    LocalDefinition "local-definition" "The word means something else in every question that does not repeat it.";
    /// A form that takes longer or much shorter than it promises.
    ReadingTime "reading-time" "A reader who needs six minutes instead of the promised four leaves before the end.";
    /// A text that one locale lacks or has too much.
    Locales "locales" "A reader would find a blank in one language.";
    /// A text that is the same in two languages.
    Untranslated "untranslated" "A reader would stumble on a sentence in the other language.";
    /// A text that is empty.
    Empty "empty" "A reader would find a blank.";
    /// A text that stands for one to be written: TODO, lorem ipsum, a mere dash.
    Unwritten "unwritten" "A reader would find the note in place of the text.";
    /// A text that is too long for a phone.
    Length "length" "A question must be read at a glance, on a phone.";
    /// Markup in a text.
    Markup "markup" "Texts are shown as they are: a reader would see the markup.";
    /// A placeholder in braces.
    Placeholder "placeholder" "Nothing fills it in: a reader would see the braces.";
    /// A character that can't be seen: zero-width, for the direction of writing, a control.
    Invisible "invisible" "It breaks search and copies, is read aloud by some screen readers, and may turn the order of words.";
    /// Line breaks, tabs, double spaces, a space before a comma.
    WhiteSpace "white-space" "Stray white space shifts lines in some places and vanishes in others.";
    /// A typewriter's apostrophe.
    Apostrophe "apostrophe" "A magazine prints ’.";
    /// A typewriter's quotation marks, or those of the other language.
    Quotes "quotes" "Each language has quotation marks of its own; a magazine prints these.";
    /// Three full stops for an ellipsis.
    Ellipsis "ellipsis" "Three full stops can be torn apart at the end of a line, and are read aloud as three.";
    /// French spacing of high punctuation.
    FrenchSpacing "french-spacing" "Without the narrow no-break space a line may begin with a question mark.";
    /// French spacing in English.
    EnglishSpacing "english-spacing" "A space before a punctuation mark shows an English reader that the text is a translation.";
    /// Names of a kind, or steps of an item, that are the same.
    Alike "alike" "A reader who meets a name twice in a table, or a step twice in a plan, can't tell which is which.";
    /// A help that repeats its prompt.
    RepeatedHelp "repeated-help" "A reader who looks for help finds the question again.";
    /// Levels of one item that read alike.
    Levels "levels" "A reader who can't tell two levels apart picks one by chance.";
    /// A prompt that asks two things.
    DoubleQuestion "double-question" "A reader who would answer the two halves differently has no right answer to give.";
}
