//! Rule: no word gives a level away.

use std::collections::{BTreeMap, BTreeSet};

use super::longest_level::levels_of_items;
use crate::Rule;
use crate::folder::ReadFolder;
use crate::reader::Faults;
use crate::texts_reader::PlacedText;
use boussole_core::questionnaire::ITEM_LEVELS;

/// Least number of letters of a word that is noticed.
const LETTERS: usize = 4;

/// From how many levels of an item on a word tells none of them apart.
const EVERYWHERE: usize = 3;

/// Words without content, of four letters or more.
const ENGLISH: [&str; 45] = [
    "about", "after", "already", "also", "another", "been", "before", "both", "could", "does", "done",
    "each", "even", "from", "have", "into", "itself", "less", "more", "none", "only", "other", "others",
    "over", "same", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they",
    "this", "those", "what", "when", "where", "which", "while", "with", "without", "would",
];
const FRENCH: [&str; 52] = [
    "ailleurs", "alors", "après", "aucun", "aucune", "aussi", "autre", "autres", "avant", "avec", "avoir",
    "avons", "celle", "celles", "celui", "cette", "ceux", "chez", "comme", "dans", "depuis", "donc", "dont",
    "elle", "elles", "encore", "entre", "être", "fait", "leur", "leurs", "lors", "mais", "même", "moins",
    "notre", "nous", "parce", "peut", "plus", "pour", "quand", "sans", "selon", "sera", "sinon", "sont",
    "sous", "vers", "votre", "vous", "était",
];

/// Notes every word that stands at the same level in more than a third of the items of a language, and in more than two.
///
/// A word that stands at three levels of its item or more tells no level apart there. Languages without a list of
/// words without content are left out.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    if !read.sound().is_some_and(|structure| structure.has_ladders) {
        return;
    }
    for locale in &read.locales {
        let stop_words: &[&str] = match locale.locale {
            "en" => &ENGLISH,
            "fr" => &FRENCH,
            _ => continue,
        };
        let items = levels_of_items(locale);
        let mut uses: BTreeMap<(usize, String), Vec<&PlacedText>> = BTreeMap::new();
        for levels in &items {
            for (level, word) in telling(levels, stop_words) {
                uses.entry((level, word)).or_default().push(levels[level]);
            }
        }
        let most = (items.len() / 3).max(2);
        for ((level, word), places) in uses.iter().filter(|(_, places)| places.len() > most) {
            let tables: Vec<&str> = places.iter().map(|text| &*text.table).collect();
            let what = format!(
                "“{word}” stands at level {level} of {} items, more than {most}: {}",
                places.len(),
                tables.join(", "),
            );
            let mend = "say it in another way in some of them";
            faults.note(Rule::LevelWord, locale.file, places[0].text.span.clone(), what, mend);
        }
    }
}

/// Words of an item that tell a level apart, each with its level.
fn telling(levels: &[&PlacedText; ITEM_LEVELS], stop_words: &[&str]) -> Vec<(usize, String)> {
    let words = |text: &PlacedText| -> BTreeSet<String> {
        let lower = text.text.value.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let has_content = |word: &&str| word.chars().count() >= LETTERS && !stop_words.contains(word);
        words.filter(has_content).map(str::to_owned).collect()
    };
    let words: Vec<BTreeSet<String>> = levels.iter().map(|level| words(level)).collect();
    let levels_with = |word: &String| words.iter().filter(|words| words.contains(word)).count();
    let of_level = |(level, words): (usize, &BTreeSet<String>)| -> Vec<(usize, String)> {
        words.iter().filter(|word| levels_with(word) < EVERYWHERE).map(|word| (level, word.clone())).collect()
    };
    words.iter().enumerate().flat_map(of_level).collect()
}
