//! Claims: what a level, a step or a sentence says is there. A claim is a fact of the questionnaire with an amount.

use std::fmt;

use super::labels::{self, Label};
use super::reader::{Located, TomlTable};
use super::rule::Rule;
use boussole_core::questionnaire::{MATURITY_LEVELS, PrincipleId, Word};

/// Amount of a fact, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// One, or the mere presence of the fact.
    One,
    /// The first three.
    Few,
    /// Half.
    Half,
    /// More than half.
    Most,
    /// All.
    All,
}

impl Word for Amount {
    const KIND: &str = "amount";
    const WORDS: &[(&str, Self)] = &[
        ("one", Self::One),
        ("few", Self::Few),
        ("half", Self::Half),
        ("most", Self::Most),
        ("all", Self::All),
    ];
}

/// A fact in an amount, as a level has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Id of the fact.
    pub fact: String,
    /// Least amount.
    pub amount: Amount,
}

impl Claim {
    /// True if claims hold this one: one of them is of the same fact, in this amount or a larger one.
    pub fn is_held_by<'a>(&self, claims: impl IntoIterator<Item = &'a Self>) -> bool {
        claims.into_iter().any(|one| one.fact == self.fact && one.amount >= self.amount)
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.fact, self.amount.word())
    }
}

/// What a sentence claims: that a fact is there, or that no answer has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentenceClaim {
    /// The fact is there, in this amount at least.
    Has(Claim),
    /// The fact is not there in this amount.
    Lacks(Claim),
}

impl fmt::Display for SentenceClaim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Has(claim) => write!(f, "{claim}"),
            Self::Lacks(claim) => write!(f, "not {claim}"),
        }
    }
}

/// A principle, and the claims of each of its interpretations, the lowest level's first.
pub type PrincipleClaims = (PrincipleId, [Vec<Located<SentenceClaim>>; MATURITY_LEVELS]);

/// Reads claims of a level or a step; notes each that is malformed or of an unknown fact.
pub fn read(
    table: &TomlTable<'_>,
    texts: Vec<Located<String>>,
    facts: Option<&[Label]>,
) -> Vec<Located<Claim>> {
    texts.into_iter().filter_map(|text| claim(table, &text.value, &text, facts)).collect()
}

/// Reads the claims of a table's sentence, which are optional; `None` if they are no list of texts.
pub fn of_sentence(table: &TomlTable<'_>, facts: Option<&[Label]>) -> Option<Vec<Located<SentenceClaim>>> {
    let texts = if table.has("claims") { table.texts("claims") } else { Some(Vec::new()) };
    Some(read_sentence(table, texts?, facts))
}

/// Reads the claims of a sentence, as [`read`].
pub fn read_sentence(
    table: &TomlTable<'_>,
    texts: Vec<Located<String>>,
    facts: Option<&[Label]>,
) -> Vec<Located<SentenceClaim>> {
    let read = |text: Located<String>| {
        let (kind, claimed): (fn(Claim) -> _, _) = match text.value.strip_prefix("not ") {
            Some(claimed) => (SentenceClaim::Lacks, claimed),
            None => (SentenceClaim::Has, &*text.value),
        };
        let Located { value, span } = claim(table, claimed, &text, facts)?;
        Some(Located { value: kind(value), span })
    };
    texts.into_iter().filter_map(read).collect()
}

/// Reads a fact and its amount; `facts` is `None` where an id is malformed, which may be any.
fn claim(
    table: &TomlTable<'_>,
    claimed: &str,
    text: &Located<String>,
    facts: Option<&[Label]>,
) -> Option<Located<Claim>> {
    let (fact, word) = claimed.split_once('=').unwrap_or((claimed, Amount::One.word()));
    let id = Located { value: fact.to_owned(), span: text.span.clone() };
    let Some(amount) = Amount::from_word(word) else {
        let words: Vec<&str> = Amount::WORDS.iter().map(|(word, _)| *word).collect();
        let mend = format!("write a fact, =, and one of: {}", words.join(", "));
        table.fault(Rule::Word, id.span, format!("`{word}` is no {}", Amount::KIND), mend);
        return None;
    };
    table.check_slug("fact", &id);
    if facts.is_some_and(|facts| !labels::has(facts, fact)) {
        let what = format!("[facts] has no `{fact}`");
        table.fault(Rule::Unknown, id.span.clone(), what, "add it there, or correct the name");
    }
    Some(Located { value: Claim { fact: id.value, amount }, span: id.span })
}
