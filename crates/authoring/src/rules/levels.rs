//! Rule: levels of one item read differently.

use crate::Rule;
use crate::reader::{Located, TomlTable};

/// Least similarity, 0 to 1, of levels that read alike.
///
/// Similarity is 1 minus the edit distance in words over the length of the longer level.
/// Levels of the project's own questionnaires share five words of nine at most. From four of five on, one word
/// in a whole line makes the difference: too little on a phone.
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

/// Words of a text in lower case, without punctuation.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn similarity(one: &Vec<String>, other: &Vec<String>) -> f64 {
    // Empty texts have a rule of their own.
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let longest = one.len().max(other.len()) as f64;
    let share = |changes: usize| 1.0 - changes as f64 / longest;
    // Upper bound by the lengths alone, which saves the distance of most pairs.
    let at_best = share(one.len().abs_diff(other.len()));
    if at_best < ALIKE { at_best } else { share(strsim::generic_levenshtein(one, other)) }
}
