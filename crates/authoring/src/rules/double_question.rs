//! Rule: a prompt asks one thing.

use crate::Rule;
use crate::reader::{Located, TomlTable};

/// Joints of two questions, in either language.
const JOINED: [&str; 2] = ["and/or", "et/ou"];

/// Conjunctions, and words that begin a question. French "que" is left out: behind "et" a clause nearly always follows.
const ENGLISH: (&[&str], &[&str]) =
    (&["and", "or"], &["how", "what", "when", "where", "which", "who", "whom", "whose", "why"]);
const FRENCH: (&[&str], &[&str]) = (
    &["et", "ou"],
    &[
        "combien",
        "comment",
        "laquelle",
        "lequel",
        "lesquelles",
        "lesquels",
        "où",
        "pourquoi",
        "quand",
        "quel",
        "quelle",
        "quelles",
        "quels",
        "qui",
        "quoi",
    ],
);

/// Prepositions between conjunction and question: "and with whom", "et à qui".
const BETWEEN: [&str; 18] = [
    "à", "at", "avec", "by", "chez", "dans", "de", "depuis", "en", "for", "from", "in", "jusqu", "of", "par",
    "pour", "sur", "with",
];

/// Notes a prompt that asks two things.
pub fn check(table: &TomlTable<'_>, locale: &str, prompt: &Located<String>) {
    if let Some(found) = second_question(locale, &prompt.value) {
        let what = format!("the prompt asks two things: {found}");
        let mend = "ask one of them, or make two items";
        table.fault(Rule::DoubleQuestion, prompt.span.clone(), what, mend);
    }
}

/// Piece of a prompt that makes it two questions.
fn second_question(locale: &str, prompt: &str) -> Option<String> {
    let lower = prompt.to_lowercase();
    if let Some(joined) = JOINED.iter().find(|joined| lower.contains(**joined)) {
        return Some(format!("“{joined}”"));
    }
    if prompt.matches('?').count() > 1 {
        return Some("two question marks".to_owned());
    }
    let (joints, questions) = match locale {
        "fr" => FRENCH,
        "en" => ENGLISH,
        // Another language has the rules above alone.
        _ => return None,
    };
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let second = |joint: usize| {
        let question = (joint + 1..words.len()).find(|place| !BETWEEN.contains(&words[*place]))?;
        let is_second = joints.contains(&words[joint]) && questions.contains(&words[question]);
        is_second.then(|| format!("“{}”", words[joint..=question].join(" ")))
    };
    (0..words.len()).find_map(second)
}
