//! Laws of questionnaires with ladders: answers without reading score low, and organisations stand where their power puts them.
//!
//! Described organisations stand in `tests/fixtures/organisations/`, with the levels that a careful reader gives each.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use boussole_core::answers::{Answers, Level, Response};
use boussole_core::questionnaire::{Item, Questionnaire, RawQuestionnaire};
use boussole_core::score::{Range, score};
use serde::Deserialize;

use crate::made;
use crate::project;

/// Points that answers without reading must stay below.
const WITHOUT_READING: u32 = 55;

/// Points by which the captive organisation stands below the free one, at least.
const APART: u8 = 25;

/// File of the organisation that is captive of its suppliers and has every document.
const CAPTIVE_BUT_FILED: &str = "mutuelle-classee";

/// File of the organisation that is free of its suppliers and has few documents.
const FREE_BUT_UNFILED: &str = "laiterie-libre";

/// Fewest organisations.
const FEWEST: usize = 6;

/// A described organisation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisation {
    #[serde(default = "first_questionnaire")]
    questionnaire: String,
    name: String,
    summary: String,
    page: String,
    expected: BTreeMap<String, Expected>,
}

fn first_questionnaire() -> String {
    "liberte-numerique".to_owned()
}

/// Answer that a careful reader of a page gives: one of the four.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    level: Option<u8>,
    levels: Option<[u8; 2]>,
    #[serde(default)]
    unknown: bool,
    #[serde(default)]
    not_applicable: bool,
    /// Reason of the answer, for readers of the file.
    #[serde(default)]
    reason: String,
}

impl Expected {
    /// Lowest and highest response; `None` unless exactly one answer is given, from low to high.
    fn responses(&self) -> Option<[Response; 2]> {
        let level = |number: u8| Level::new(number).map(Response::Level);
        match (self.level, self.levels, self.unknown, self.not_applicable) {
            (Some(only), None, false, false) => Some([level(only)?; 2]),
            (None, Some([low, high]), false, false) if low < high => Some([level(low)?, level(high)?]),
            (None, None, true, false) => Some([Response::DontKnow; 2]),
            (None, None, false, true) => Some([Response::NotApplicable; 2]),
            _ => None,
        }
    }
}

/// Points of the whole.
fn points(questionnaire: &Questionnaire, responses: Vec<Response>) -> Range {
    let answers = Answers::from_responses(questionnaire, responses.into_iter().map(Some).collect());
    let complete =
        answers.and_then(|answers| answers.complete()).expect("every item has an answer that it allows");
    score(questionnaire, &complete).whole.expect("something applies").into()
}

/// Points of one choice for every item.
fn points_of(questionnaire: &Questionnaire, choose: impl Fn(&Item) -> usize) -> u8 {
    let response = |item: &Item| Response::Level(Level::all().nth(choose(item)).expect("a level"));
    points(questionnaire, questionnaire.items().map(response).collect()).assured()
}

/// Answers of an item that a way of answering takes for equally good.
type Choice = fn(&Item) -> Vec<usize>;

/// The longest answer; of two, the higher.
fn longest(item: &Item) -> usize {
    let length = |level: &usize| item.levels[*level].chars().count();
    (0..item.levels.len()).max_by_key(length).expect("there are levels")
}

/// The answers with a number, in figures or in words; the longest where none has one.
fn numbered(item: &Item) -> Vec<usize> {
    const WORDS: [&str; 25] = [
        "deux", "trois", "quatre", "cinq", "six", "sept", "dix", "douze", "mois", "an", "ans", "année",
        "années", "two", "three", "four", "five", "seven", "ten", "twelve", "months", "month", "year",
        "years", "weeks",
    ];
    // Articles elsewhere.
    const FIRST_WORDS: [&str; 3] = ["un", "une", "one"];
    let has_number = |level: &usize| {
        let text = item.levels[*level].to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.clone().next().is_some_and(|first| FIRST_WORDS.contains(&first))
            || words.any(|word| word.contains(|c: char| c.is_ascii_digit()) || WORDS.contains(&word))
    };
    let numbered: Vec<usize> = (0..item.levels.len()).filter(has_number).collect();
    if numbered.is_empty() { vec![longest(item)] } else { numbered }
}

/// The answer in a place on the screen.
fn placed(item: &Item, place: usize) -> Vec<usize> {
    Level::listed(item.descending).skip(place).take(1).map(Level::index).collect()
}

/// Points of a choice among some answers of every item, each as likely as the others.
fn mean_points(questionnaire: &Questionnaire, choose: impl Fn(&Item) -> Vec<usize>) -> u32 {
    // Every number of answers, 1 to 5, divides it.
    const ROUNDS: usize = 60;
    let of_round = |round: usize| {
        let points = points_of(questionnaire, |item| {
            let chosen = choose(item);
            chosen[round % chosen.len()]
        });
        u32::from(points)
    };
    (0..ROUNDS).map(of_round).sum::<u32>() / ROUNDS as u32
}

fn with_ladders() -> Vec<Questionnaire> {
    project::questionnaires().into_iter().filter(|questionnaire| questionnaire.has_ladders).collect()
}

#[test]
fn answers_without_reading_score_low() {
    let ways: [(&str, Choice); 7] = [
        ("longest", |item| vec![longest(item)]),
        ("with a number", numbered),
        ("first on the screen", |item| placed(item, 0)),
        ("second on the screen", |item| placed(item, 1)),
        ("third on the screen", |item| placed(item, 2)),
        ("fourth on the screen", |item| placed(item, 3)),
        ("last on the screen", |item| placed(item, 4)),
    ];
    let mut high = Vec::new();
    for questionnaire in with_ladders() {
        for (way, choose) in ways {
            let points = mean_points(&questionnaire, choose);
            if points >= WITHOUT_READING {
                let RawQuestionnaire { id, form, locale, .. } = &*questionnaire;
                high.push(format!("{id} {form} {locale}, always the {way}: {points} points"));
            }
        }
    }
    assert!(high.is_empty(), "{WITHOUT_READING} points or more:\n{}", high.join("\n"));
}

#[test]
fn a_questionnaire_that_gives_its_answers_away_scores_high() {
    let mut draft = made::draft(made::SMALL);
    let dimensions = draft.principles.iter_mut().flat_map(|principle| &mut principle.dimensions);
    for item in dimensions.flat_map(|dimension| &mut dimension.items) {
        item.levels = ["None.", "Some.", "A list.", "A list with a name.", "A list that was read again."]
            .map(str::to_owned);
    }
    let given_away = made::valid(draft.clone());
    assert_eq!(mean_points(&given_away, |item| vec![longest(item)]), 100);
    let dimensions = draft.principles.iter_mut().flat_map(|principle| &mut principle.dimensions);
    for item in dimensions.flat_map(|dimension| &mut dimension.items) {
        item.levels[1] = "Some, with the names of three and of the two that came before them.".to_owned();
    }
    let quiet = made::valid(draft);
    assert_eq!(mean_points(&quiet, |item| vec![longest(item)]), 25);
    assert_eq!(mean_points(&quiet, numbered), 25);
}

/// Organisations of the project, by the name of their file.
fn organisations() -> BTreeMap<String, Organisation> {
    let folder =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/organisations");
    let Ok(entries) = folder.read_dir() else { return BTreeMap::new() };
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let organisation =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned(), organisation)
    };
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).map(read).collect()
}

/// Longest form with ladders of a questionnaire.
fn longest_form<'a>(all: &'a [Questionnaire], id: &str) -> Option<&'a Questionnaire> {
    all.iter().filter(|one| one.id.as_str() == id).max_by_key(|one| one.len())
}

/// Ranges of points of an organisation: with the lowest of the expected levels, and with the highest.
fn ranges(questionnaire: &Questionnaire, organisation: &Organisation) -> [Range; 2] {
    [0, 1].map(|end| {
        let response = |item: &Item| {
            let expected = organisation.expected.get(item.id.as_str());
            expected.and_then(Expected::responses).expect("the item has an expected answer")[end]
        };
        points(questionnaire, questionnaire.items().map(response).collect())
    })
}

#[test]
fn each_described_organisation_has_an_answer_to_each_question() {
    let questionnaires = with_ladders();
    let organisations = organisations();
    assert!(
        questionnaires.is_empty() || organisations.len() >= FEWEST,
        "{} organisations",
        organisations.len()
    );
    for (file, organisation) in &organisations {
        let Organisation { name, summary, page, expected: items, .. } = organisation;
        assert!([name, summary, page].iter().all(|text| !text.trim().is_empty()), "{file}");
        let Some(form) = longest_form(&questionnaires, &organisation.questionnaire) else { continue };
        let asked: Vec<&str> = form.items().map(|item| item.id.as_str()).collect();
        for (id, expected) in items {
            assert!(asked.contains(&id.as_str()), "{file}: `{id}` is not asked");
            assert!(
                expected.responses().is_some(),
                "{file}: `{id}` has not exactly one answer; {}",
                expected.reason
            );
        }
        for item in form.items() {
            let expected =
                items.get(item.id.as_str()).unwrap_or_else(|| panic!("{file}: `{}` is missing", item.id));
            assert!(item.not_applicable || !expected.not_applicable, "{file}: `{}` always applies", item.id);
        }
    }
}

#[test]
fn power_counts_and_paper_does_not() {
    let questionnaires = with_ladders();
    let organisations = organisations();
    let Some(form) = longest_form(&questionnaires, &first_questionnaire()) else { return };
    let [captive, free] = [CAPTIVE_BUT_FILED, FREE_BUT_UNFILED]
        .map(|name| ranges(form, organisations.get(name).unwrap_or_else(|| panic!("{name} is described"))));
    // The most that the captive one may have, against the least of the free one; blind spots count alike for both.
    let (most, least) = (captive[1], free[0]);
    assert!(most.assured() + APART <= least.assured(), "{captive:?} {free:?}");
    assert!(most.possible() + APART <= least.possible(), "{captive:?} {free:?}");
}
