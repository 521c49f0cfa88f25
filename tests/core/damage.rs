//! No damage on the way opens as another result: tried exhaustively on sample links.

use boussole_core::link::{Content, LinkError, ResultLink, decode, encode};
use boussole_core::questionnaire::Questionnaire;
use proptest::prelude::*;

use crate::foreign::alphabet;
use crate::link::result;
use crate::vectors::{self, Sound};

/// What a character may turn into: all that a link is written with, and what people, mail programs and
/// keyboards put in its place.
fn characters() -> impl Iterator<Item = char> {
    alphabet().chain(". ~!#$%&'()*+,/:;<=>?@[]^`{|}\"\\\t\n\0éÉ\u{2011}\u{2013}\u{202F}\u{FF11}🧭".chars())
}

/// Every text that differs from this one in one character.
pub fn substitutions(text: &str) -> impl Iterator<Item = String> + '_ {
    text.char_indices().flat_map(move |(place, old)| {
        let with = move |new: char| format!("{}{new}{}", &text[..place], &text[place + old.len_utf8()..]);
        characters().filter(move |new| *new != old).map(with)
    })
}

/// Every text that differs from this one by a swap of two neighbours.
pub fn swaps(text: &str) -> impl Iterator<Item = String> + '_ {
    let characters: Vec<char> = text.chars().collect();
    let swapped = move |place: usize| {
        let mut swapped = characters.clone();
        swapped.swap(place, place + 1);
        swapped.into_iter().collect::<String>()
    };
    (0..text.chars().count() - 1).map(swapped).filter(move |swapped| swapped != text)
}

/// Every text from which one character is missing.
pub fn deletions(text: &str) -> impl Iterator<Item = String> + '_ {
    text.char_indices()
        .map(move |(place, old)| format!("{}{}", &text[..place], &text[place + old.len_utf8()..]))
}

/// Every text with one character twice, or with a stray one put in.
fn insertions(text: &str) -> impl Iterator<Item = String> + '_ {
    let doubled =
        text.char_indices().map(move |(place, old)| format!("{}{old}{}", &text[..place], &text[place..]));
    let put_in = (0..=text.len()).flat_map(move |place| {
        characters().map(move |new| format!("{}{new}{}", &text[..place], &text[place..]))
    });
    // A `#` before a link is how it stands in a URL.
    doubled.chain(put_in).filter(move |longer| longer.strip_prefix('#') != Some(text))
}

/// Every text that was cut short, at either end.
pub fn cuts(text: &str) -> impl Iterator<Item = String> + '_ {
    (1..text.len()).flat_map(move |place| [text[place..].to_owned(), text[..place].to_owned()])
}

/// The damaged texts that open all the same, for each sample.
fn undetected<I: Iterator<Item = String>>(damage: impl Fn(&'static str) -> I) -> Vec<String> {
    let mut opened = Vec::new();
    for sample in samples() {
        let text: &'static str = sample.text.clone().leak();
        assert_eq!(decode(&sample.questionnaire, text), Ok(sample.result.clone()), "{}", sample.name);
        opened.extend(damage(text).filter(|damaged| decode(&sample.questionnaire, damaged).is_ok()));
    }
    opened
}

/// The sample links: the shortest and the longest, answers and scores, with and without role and day.
fn samples() -> Vec<Sound> {
    let samples = vectors::sound();
    let lengths = samples.iter().map(|sample| sample.text.len());
    assert_eq!((lengths.clone().min(), lengths.max()), (Some(19), Some(129)));
    let is_scores = |sample: &&Sound| matches!(sample.result.content, Content::Scores(_));
    assert_eq!(samples.iter().filter(is_scores).count(), 5);
    samples
}

#[test]
fn every_substitution_of_a_character_is_detected() {
    assert_eq!(undetected(substitutions), [""; 0]);
}

#[test]
fn every_swap_of_neighbours_is_detected() {
    assert_eq!(undetected(swaps), [""; 0]);
}

#[test]
fn every_loss_of_a_character_is_detected_in_the_samples() {
    assert_eq!(undetected(deletions), [""; 0]);
}

#[test]
fn every_character_too_many_is_detected_in_the_samples() {
    assert_eq!(undetected(insertions), [""; 0]);
}

#[test]
fn every_cut_is_detected_in_the_samples() {
    assert_eq!(undetected(cuts), [""; 0]);
}

#[test]
fn the_damages_are_as_many_as_they_should_be() {
    let count = characters().count();
    assert_eq!(substitutions("1.a").count(), 3 * (count - 1));
    assert_eq!(swaps("1.aa").collect::<Vec<_>>(), [".1aa", "1a.a"]);
    assert_eq!(deletions("1.a").collect::<Vec<_>>(), [".a", "1a", "1."]);
    assert_eq!(insertions("1.a").count(), 3 + 4 * count - 1);
    assert_eq!(cuts("1.a").collect::<Vec<_>>(), [".a", "1", "a", "1."]);
}

/// Errors of a damaged link of any result.
fn check(
    (questionnaire, result): &(Questionnaire, ResultLink),
    damage: impl Fn(&str) -> Vec<String>,
) -> Result<(), TestCaseError> {
    for damaged in damage(&encode(questionnaire, result)) {
        let told = decode(questionnaire, &damaged);
        let expected = matches!(told, Err(LinkError::Damaged | LinkError::Newer));
        prop_assert!(expected, "{} opens as {:?}", damaged, told);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_substitution_in_any_link_is_detected(result in result()) {
        check(&result, |text| substitutions(text).collect())?;
    }

    #[test]
    fn every_swap_in_any_link_is_detected(result in result()) {
        check(&result, |text| swaps(text).collect())?;
    }
}
