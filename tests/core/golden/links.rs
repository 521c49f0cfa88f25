//! Links of every kind.

use boussole_core::link::{
    Content, Head, Kind, ResultLink, decode, decode_team, encode, encode_invitation, encode_team, find, head,
    is_meant_as_one, kind, read_invitation, scores, team_origin,
};
use boussole_core::questionnaire::{Questionnaire, Word};
use serde_json::{Value, json};

use super::{day, list, questionnaire, report, result_id, role, score_summary, team, text};
use crate::made;

const LINKS: &str = include_str!("../../fixtures/golden/links.json");

fn golden() -> Value {
    serde_json::from_str(LINKS).expect("the links are JSON")
}

/// The meaning of a result link.
pub fn result(questionnaire: &Questionnaire, link: &ResultLink) -> Value {
    let mut meaning =
        json!({ "result_id": result_id(link.result_id), "role": role(link.role), "day": day(link.day) });
    match &link.content {
        Content::Answers(answers) => {
            meaning["answers"] = made::signs(answers).into();
            meaning["report"] = report(questionnaire, answers);
        }
        Content::Scores(scores) => meaning["scores"] = score_summary(questionnaire, scores),
    }
    meaning
}

/// The part of it that is read without the questionnaire.
fn front(Head { origin, result_id: of, role: who, day: when, scores_only }: &Head) -> Value {
    json!({
        "questionnaire": origin.questionnaire, "form": origin.form, "version": origin.version,
        "result_id": result_id(*of), "role": role(*who), "day": day(*when), "scores_only": scores_only,
    })
}

#[test]
fn result_links_keep_their_meaning_and_their_text() {
    for entry in list(&golden(), "results") {
        let (name, fragment, questionnaire) =
            (text(entry, "name"), text(entry, "fragment"), questionnaire(entry));
        let address = format!("https://boussole.example/#{fragment}");
        assert!(is_meant_as_one(fragment), "{name}");
        assert_eq!(kind(fragment), Ok(Kind::Result), "{name}");
        assert_eq!(find(&address), [fragment], "{name}");
        let link = decode(&questionnaire, &format!("#{fragment}"))
            .unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(result(&questionnaire, &link), entry["expected"], "{name}");
        assert_eq!(encode(&questionnaire, &link), fragment, "{name}");

        let (front_read, scores_read) = scores(fragment).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(head(fragment).as_ref(), Ok(&front_read), "{name}");
        let meaning = &entry["expected"];
        let expected = json!({
            "questionnaire": entry["questionnaire"], "form": entry["form"], "version": entry["version"],
            "result_id": meaning["result_id"], "role": meaning["role"], "day": meaning["day"],
            "scores_only": meaning.get("scores").is_some(),
        });
        assert_eq!(front(&front_read), expected, "{name}");
        let scores_read = scores_read.map(|scores| score_summary(&questionnaire, &scores));
        assert_eq!(scores_read.as_ref(), meaning.get("scores"), "{name}");
    }
}

#[test]
fn team_links_keep_their_meaning_and_their_text() {
    for entry in list(&golden(), "teams") {
        let (name, fragment, questionnaire) =
            (text(entry, "name"), text(entry, "fragment"), questionnaire(entry));
        assert_eq!(kind(fragment), Ok(Kind::Team), "{name}");
        let origin = team_origin(fragment).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let origin = json!([origin.questionnaire, origin.form, origin.version]);
        assert_eq!(origin, json!([entry["questionnaire"], entry["form"], entry["version"]]), "{name}");
        let read = decode_team(&questionnaire, &format!("#{fragment}"));
        let read = read.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(team(&questionnaire, &read), entry["expected"], "{name}");
        assert_eq!(encode_team(&questionnaire, &read), fragment, "{name}");
    }
}

#[test]
fn invitations_keep_their_meaning_and_their_text() {
    for entry in list(&golden(), "invitations") {
        let fragment = text(entry, "fragment");
        let asked = read_invitation(&format!("#{fragment}")).unwrap_or_else(|| panic!("{fragment} is read"));
        let read = [asked.questionnaire.as_str(), asked.form.as_str(), asked.role.word()];
        assert_eq!(read, ["questionnaire", "form", "role"].map(|key| text(entry, key)), "{fragment}");
        assert_eq!(encode_invitation(&asked), fragment);
        assert!(!is_meant_as_one(fragment), "{fragment}");
    }
}

#[test]
fn event_links_are_no_result_links() {
    for entry in list(&golden(), "events") {
        let fragment = text(entry, "fragment");
        assert!(!is_meant_as_one(fragment), "{fragment}");
        assert!(read_invitation(fragment).is_none(), "{fragment}");
    }
}

#[test]
fn each_form_of_that_release_has_links_of_each_kind() {
    let golden = golden();
    for form in list(&golden, "forms") {
        let of_form =
            |entry: &&Value| ["questionnaire", "form", "version"].iter().all(|key| entry[key] == form[key]);
        let results = || list(&golden, "results").iter().filter(of_form);
        assert!(results().any(|entry| entry["expected"]["report"].is_object()), "{form}");
        assert!(results().any(|entry| entry["expected"]["scores"].is_object()), "{form}");
        assert!(list(&golden, "teams").iter().any(|entry| of_form(&entry)), "{form}");
    }
}
