//! Golden files, `tests/fixtures/golden/`: links, shelves and exports of an earlier release, and their meaning. Each is read
//! by the public interface of the core; each file is written again from the same inputs.

mod files;
mod links;
mod shelves;

use std::rc::Rc;
use std::sync::LazyLock;

use boussole_authoring::{Built, Edition, PackFile, build};
use boussole_core::answers::Answers;
use boussole_core::link::{Day, ResultId};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{PrincipleId, Questionnaire, Role, Word};
use boussole_core::report::Report;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::team::{Member, Team};
use serde_json::{Value, json};

use crate::{made, project};

/// Every questionnaire of the project in every form, version and language.
static BUILT: LazyLock<Built> =
    LazyLock::new(|| build(&project::sources()).expect("the sources have no fault"));

/// A form in a version and a language: released where it is, else the one that is worked on.
fn pack(questionnaire: &str, form: &str, version: u8, locale: &str) -> Pack {
    let alike = |file: &&PackFile| {
        (&*file.questionnaire, &*file.form, file.version, &*file.locale)
            == (questionnaire, form, version, locale)
    };
    let editions = [Edition::Frozen, Edition::Current];
    let found = editions
        .iter()
        .find_map(|edition| BUILT.packs.iter().filter(alike).find(|file| file.edition == *edition));
    let file = found.unwrap_or_else(|| panic!("{questionnaire} {form} {version} {locale} is there"));
    file.pack().expect("a built pack can be read")
}

/// The questionnaire that a golden entry names.
fn questionnaire(entry: &Value) -> Questionnaire {
    let version = entry["version"].as_u64().and_then(|version| version.try_into().ok());
    let pack = pack(text(entry, "questionnaire"), text(entry, "form"), version.expect("a version"), "fr");
    Rc::unwrap_or_clone(pack.questionnaire)
}

/// The entries of a list.
fn list<'a>(golden: &'a Value, key: &str) -> &'a [Value] {
    golden[key].as_array().filter(|list| !list.is_empty()).unwrap_or_else(|| panic!("{key} is a list"))
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_else(|| panic!("{key} is a text in {entry}"))
}

fn result_id(ResultId([high, middle, low]): ResultId) -> Value {
    format!("{high:02x}{middle:02x}{low:02x}").into()
}

fn role(role: Option<Role>) -> Value {
    role.map(Word::word).into()
}

fn day(day: Option<Day>) -> Value {
    day.map(|day| day.0).into()
}

fn range(range: Option<Range>) -> Value {
    range.map_or(Value::Null, |range| json!([range.assured(), range.possible()]))
}

/// Rounded scores and the maturity level of them.
fn score_summary(questionnaire: &Questionnaire, summary: &ScoreSummary) -> Value {
    let [choose, master, build] = PrincipleId::ALL.map(|id| range(summary.principles[id as usize]));
    let level = summary.maturity_result(questionnaire).map(|result| {
        json!({
            "number": result.level.index(),
            "at_least": result.at_least,
            "held_back": result.held_back,
        })
    });
    json!({ "whole": range(summary.whole), "choose": choose, "master": master, "build": build, "level": level })
}

/// The ids of the items at some positions.
fn items(questionnaire: &Questionnaire, positions: &[usize]) -> Vec<String> {
    let id = |at: &usize| questionnaire.item(*at).map(|item| item.id.to_string());
    positions.iter().map(|at| id(at).expect("a position is one of the form")).collect()
}

/// The report of answers; null while they are unfinished.
fn report(questionnaire: &Questionnaire, answers: &Answers) -> Value {
    let Some(complete) = answers.complete() else { return Value::Null };
    let report = Report::new(questionnaire, &complete);
    json!({
        "scores": score_summary(questionnaire, &report.summary),
        "blind_spots": items(questionnaire, &report.blind_spots),
        "strengths": items(questionnaire, &report.strengths),
        "priorities": items(questionnaire, &report.priorities),
        "profiles": report.profiles,
    })
}

fn team(questionnaire: &Questionnaire, team: &Team) -> Value {
    let member = |Member { answers, result_id: of, role: who, day: when }: &Member| {
        let answers: Vec<_> = answers.iter().map(Some).collect();
        let answers = Answers::from_responses(questionnaire, answers).expect("a member's answers fit");
        json!({ "result_id": result_id(*of), "role": role(*who), "day": day(*when), "answers": made::signs(&answers) })
    };
    team.members().iter().map(member).collect()
}
