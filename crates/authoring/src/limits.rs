//! Longest texts of each kind, in characters, for a phone.

/// Name of a questionnaire.
pub const TITLE: usize = 60;
/// Audience and subject of a questionnaire.
pub const SUMMARY: usize = 160;
/// Limits of the result.
pub const NOTICE: usize = 160;
/// Name of a principle.
pub const PRINCIPLE_NAME: usize = 20;
/// Demand of a principle.
pub const PRINCIPLE_TITLE: usize = 90;
/// Meaning of a maturity level of a principle.
pub const INTERPRETATION: usize = 260;
/// Name of a dimension.
pub const DIMENSION_NAME: usize = 40;
/// Name of a maturity level.
pub const MATURITY_NAME: usize = 20;
/// Meaning of a maturity level.
pub const MATURITY_MEANING: usize = 220;
/// Citation of a law or a framework.
pub const CITATION: usize = 140;
/// Sentence of a profile.
pub const PROFILE: usize = 200;
/// Subject of an item.
pub const SHORT: usize = 40;
/// Question of an item.
pub const PROMPT: usize = 140;
/// Help to a question.
pub const HELP: usize = 160;
/// Evidence for an answer.
pub const EVIDENCE: usize = 120;
/// Level of an item.
pub const LEVEL: usize = 110;
/// Step from a level to the next.
pub const STEP: usize = 140;
/// Those whom a reference binds.
pub const BINDS: usize = 60;
/// What a reference says for a question.
pub const SAYS: usize = 160;
/// Term of a definition, and each of its spellings.
pub const TERM: usize = 40;
/// Definition of a term.
pub const DEFINITION: usize = 240;
