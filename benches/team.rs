//! How long it takes to find a thousand links in a long mail, to read them, and to say what the team says.
//!
//! `cargo xtask bench`; the times are this machine's, and hold nothing to account.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use boussole_authoring::{Edition, SourceFile, build};
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::{Content, Day, ResultId, ResultLink, decode_team, encode, encode_team, find};
use boussole_core::questionnaire::{Item, Questionnaire, Role, Word};
use boussole_core::team::{Team, agreement, consolidated, disagreements, gather, resolved};
use divan::Bencher;

const RESULTS: [u16; 2] = [12, 1000];

fn main() {
    divan::main();
}

/// The form `full` of the project's own questionnaire, 28 items.
fn questionnaire() -> Questionnaire {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let source = |path: String| {
        let text = fs::read_to_string(root.join(&path)).expect("the file can be read");
        SourceFile { path, text }
    };
    let locales = ["fr", "en"].into_iter();
    let texts = locales.flat_map(|it| {
        [format!("questionnaires/liberte-numerique/{it}.toml"), format!("www/texts/{it}.toml")]
    });
    let structure = "questionnaires/liberte-numerique/questionnaire.toml".to_owned();
    let sources: Vec<SourceFile> = [structure].into_iter().chain(texts).map(source).collect();
    let built = build(&sources).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let is_full = |edition: Edition, form: &str| edition == Edition::Current && form == "full";
    let mut packs = built.packs.into_iter();
    let pack = packs.find(|pack| is_full(pack.edition, &pack.form)).expect("the form is there");
    Rc::unwrap_or_clone(pack.pack().expect("a built pack can be read").questionnaire)
}

/// Some response to an item, another one for each result.
fn response(item: &Item, position: usize, result: u16) -> Response {
    let seed = (usize::from(result) * 7919 + position * 104_729) >> 3;
    match seed % 8 {
        5 => Response::DontKnow,
        6 if item.not_applicable => Response::NotApplicable,
        // Five levels.
        other => Level::new((other % 5) as u8).map_or(Response::DontKnow, Response::Level),
    }
}

/// A mail with so many results of different people, each in a few lines of text.
fn mail(questionnaire: &Questionnaire, results: u16) -> String {
    let link = |result: u16| {
        let responses = questionnaire.items().enumerate().map(|(at, item)| Some(response(item, at, result)));
        let answers = Answers::from_responses(questionnaire, responses.collect()).expect("they fit");
        let [high, low] = result.to_be_bytes();
        let role = Role::from_number((result % 5) as u8);
        let content = Content::Answers(answers);
        encode(
            questionnaire,
            &ResultLink { content, result_id: ResultId([1, high, low]), role, day: Some(Day(327)) },
        )
    };
    let around = |result| {
        let link = link(result);
        format!(
            "> Bonjour,\n> voici mon résultat : <https://boussole.example/fr/?form=full#{link}>.\n> À demain !\n\n"
        )
    };
    (0..results).map(around).collect()
}

fn team(questionnaire: &Questionnaire, results: u16) -> Team {
    let links = find(&mail(questionnaire, results)).join("\n");
    let gathered = gather(questionnaire, &Team::default(), &links);
    assert_eq!(gathered.added, usize::from(results));
    gathered.team
}

#[divan::bench(args = RESULTS)]
fn finds_the_links(bencher: Bencher<'_, '_>, results: u16) {
    let mail = mail(&questionnaire(), results);
    bencher.bench(|| find(&mail).len());
}

#[divan::bench(args = RESULTS)]
fn gathers_and_consolidates(bencher: Bencher<'_, '_>, results: u16) {
    let questionnaire = questionnaire();
    let mail = mail(&questionnaire, results);
    bencher.bench(|| {
        let links = find(&mail).join("\n");
        consolidated(&questionnaire, &gather(&questionnaire, &Team::default(), &links).team)
    });
}

#[divan::bench(args = RESULTS)]
fn tells_disagreements_and_what_is_resolved(bencher: Bencher<'_, '_>, results: u16) {
    let questionnaire = questionnaire();
    let team = team(&questionnaire, results);
    bencher.bench(|| (disagreements(&questionnaire, &team), resolved(&questionnaire, &team)));
}

#[divan::bench(args = RESULTS)]
fn scores_every_member(bencher: Bencher<'_, '_>, results: u16) {
    let questionnaire = questionnaire();
    let team = team(&questionnaire, results);
    bencher.bench(|| agreement(&questionnaire, &team));
}

#[divan::bench(args = RESULTS)]
fn writes_and_reads_the_team_link(bencher: Bencher<'_, '_>, results: u16) {
    let questionnaire = questionnaire();
    let team = team(&questionnaire, results);
    bencher.bench(|| decode_team(&questionnaire, &encode_team(&questionnaire, &team)));
}
