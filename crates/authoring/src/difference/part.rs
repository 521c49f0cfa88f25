//! Parts of a questionnaire and their properties, as differences name them.

use std::fmt;

/// Part of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Questionnaire as a whole.
    Questionnaire,
    /// Form, by id.
    Form(String),
    /// Principle, by id.
    Principle(String),
    /// Dimension, by id.
    Dimension(String),
    /// Item, by id.
    Item(String),
    /// Profile, by id.
    Profile(String),
    /// Maturity level of the whole, counted from 0.
    Maturity(usize),
    /// Theme, by id.
    Theme(String),
    /// Reference, by id.
    Reference(String),
    /// Definition, by id.
    Definition(String),
    /// Kind of ladder, by id.
    Ladder(String),
    /// Fact, by id.
    Fact(String),
}

/// Property of a part. Levels and steps are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Presence of the part itself.
    Presence,
    /// Presence of texts in a language.
    Language,
    /// Thresholds of the maturity levels.
    Thresholds,
    /// Items of a form in the order of the questions, which is that of the answers in links.
    Asked,
    /// Weight beside the siblings.
    Weight,
    /// Conditions of a profile.
    When,
    /// Dimension of an item.
    Dimension,
    /// Permission to answer "not applicable".
    NotApplicable,
    /// Order in which the levels of an item are listed.
    Listed,
    /// First version in which answers mean the same.
    Since,
    /// Question of an item.
    Prompt,
    /// Help to a question.
    Help,
    /// Level of an item.
    Level(usize),
    /// Promised minutes of a form.
    Minutes,
    /// Order of the profiles.
    Order,
    /// Title of the questionnaire or of a principle.
    Title,
    /// Audience and subject of the questionnaire.
    Summary,
    /// Limits of the result.
    Notice,
    /// Name of the part.
    Name,
    /// Meaning of a maturity level of a principle.
    Interpretation(usize),
    /// Meaning of a maturity level of the whole.
    Meaning,
    /// Subject of an item.
    Short,
    /// Evidence for an answer.
    Evidence,
    /// Text of a step from a level to the next.
    Step(usize),
    /// Owner and effort of a step.
    StepCost(usize),
    /// Role that is best placed to answer.
    Respondent,
    /// Layer of technology.
    Layer,
    /// Themes of an item.
    Themes,
    /// References of an item.
    References,
    /// First day of application of a reference.
    Date,
    /// Address of a reference.
    Url,
    /// Citation of a reference.
    Citation,
    /// Sentence of a profile.
    Text,
    /// Last day of application of a reference.
    Until,
    /// Day on which a reference was looked up.
    Checked,
    /// Those whom a reference binds.
    Binds,
    /// What a reference says for its questions.
    Says,
    /// Term of a definition.
    Term,
    /// Spellings of a term.
    Spellings,
    /// Definition of a term.
    Definition,
    /// Kind of the ladder of an item.
    Ladder,
    /// What a level of an item rests on.
    Basis(usize),
    /// Claims that a step adds.
    Brings(usize),
    /// Exception of an item whose levels need not contain the one below.
    Exception,
    /// What a sentence claims; of a principle, at a maturity level.
    Claims(usize),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Questionnaire => write!(f, "the questionnaire"),
            Self::Form(id) => write!(f, "the form `{id}`"),
            Self::Principle(id) => write!(f, "the principle `{id}`"),
            Self::Dimension(id) => write!(f, "the dimension `{id}`"),
            Self::Item(id) => write!(f, "the item `{id}`"),
            Self::Profile(id) => write!(f, "the profile `{id}`"),
            Self::Maturity(level) => write!(f, "maturity level {level}"),
            Self::Theme(id) => write!(f, "the theme `{id}`"),
            Self::Reference(id) => write!(f, "the reference `{id}`"),
            Self::Definition(id) => write!(f, "the definition `{id}`"),
            Self::Ladder(id) => write!(f, "the ladder `{id}`"),
            Self::Fact(id) => write!(f, "the fact `{id}`"),
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Interpretation(level) => return write!(f, "interpretation {level}"),
            Self::Level(level) => return write!(f, "level {level}"),
            Self::Step(level) => return write!(f, "step {level} to {}", level + 1),
            Self::StepCost(level) => return write!(f, "owner or effort of step {level} to {}", level + 1),
            Self::Basis(level) => return write!(f, "basis of level {level}"),
            Self::Brings(level) => return write!(f, "claims of step {level} to {}", level + 1),
            Self::Claims(level) => return write!(f, "claims {level}"),
            Self::Until => "last day",
            Self::Checked => "day of the last look",
            Self::Binds => "those bound",
            Self::Says => "what it says",
            Self::Term => "term",
            Self::Spellings => "spellings",
            Self::Definition => "definition",
            Self::Ladder => "ladder",
            Self::Exception => "reason of the exception",
            Self::Presence => "presence",
            Self::Language => "language",
            Self::Thresholds => "thresholds",
            Self::Asked => "items, in the order in which they are asked",
            Self::Weight => "weight",
            Self::When => "conditions",
            Self::Dimension => "dimension",
            Self::NotApplicable => "“not applicable”",
            Self::Listed => "order of the levels",
            Self::Since => "since",
            Self::Prompt => "prompt",
            Self::Help => "help",
            Self::Minutes => "minutes",
            Self::Order => "order of the profiles",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Notice => "notice",
            Self::Name => "name",
            Self::Meaning => "meaning",
            Self::Short => "short name",
            Self::Evidence => "evidence",
            Self::Respondent => "respondent",
            Self::Layer => "layer",
            Self::Themes => "themes",
            Self::References => "references",
            Self::Date => "date",
            Self::Url => "address",
            Self::Citation => "citation",
            Self::Text => "sentence",
        };
        f.write_str(name)
    }
}
