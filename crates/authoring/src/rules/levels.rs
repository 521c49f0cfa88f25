//! Levels of one item that read alike.

use crate::Rule;
use crate::reader::{Located, TomlTable};

/// From which similarity on two levels read alike, 0 to 1.
///
/// The measure is the share of words that stay when one level is turned into the other with as few words
/// as possible put in, taken out or replaced: what a reader compares are words in their places. The two
/// most similar levels of the project's own questionnaires share five words of nine. From four of five on,
/// one word in a whole line tells two levels apart, and on a phone nobody finds it.
const ALIKE: f64 = 0.8;

/// Notes every level that reads like one before it.
pub fn check(table: &TomlTable<'_>, levels: &[Located<String>]) {
    let words: Vec<Vec<String>> = levels.iter().map(|level| words(&level.value)).collect();
    for (index, level) in levels.iter().enumerate() {
        let alike = |other: &Vec<String>| similarity(other, &words[index]) >= ALIKE;
        if let Some(twin) = words[..index].iter().position(alike) {
            let what = format!("level {index} reads like level {twin}");
            let mend = "describe what can be seen at this level only";
            table.fault(Rule::Levels, level.span.clone(), what, mend);
        }
    }
}

/// The words of a text as a reader compares them: neither capitals nor punctuation tell two apart.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn similarity(one: &Vec<String>, other: &Vec<String>) -> f64 {
    // Empty texts are another rule's business.
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let longest = one.len().max(other.len()) as f64;
    let share = |changes: usize| 1.0 - changes as f64 / longest;
    // As many changes as one has words more: where that is too many already, nobody need count them all.
    let at_best = share(one.len().abs_diff(other.len()));
    if at_best < ALIKE { at_best } else { share(strsim::generic_levenshtein(one, other)) }
}
