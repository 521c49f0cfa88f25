//! The test vectors of the result link, `tests/fixtures/result-links.json`, which any other program
//! that reads or writes links can be tried with.

use std::collections::BTreeSet;

use boussole_core::link::{Content, Day, LinkError, ResultId, ResultLink, decode, encode};
use boussole_core::questionnaire::{PrincipleId, Questionnaire, RawQuestionnaire, Role, Word};
use boussole_core::score::{Range, ScoreSummary};
use serde_json::Value;

use crate::made::{self, id, valid};
use crate::markdown::table;

const VECTORS: &str = include_str!("../fixtures/result-links.json");
const DOCUMENT: &str = include_str!("../../docs/result-link.md");

/// A vector of a link that opens.
pub struct Sound {
    pub name: String,
    pub questionnaire: Questionnaire,
    pub text: String,
    pub result: ResultLink,
}

fn vectors() -> Value {
    serde_json::from_str(VECTORS).expect("the vectors are JSON")
}

pub fn list(vectors: &Value, key: &str) -> Vec<Value> {
    vectors[key].as_array().expect("the vectors are a list").clone()
}

pub fn text(vector: &Value, key: &str) -> String {
    vector[key].as_str().expect("a text").to_owned()
}

/// A whole number of the kind that is wanted.
pub fn number<T: TryFrom<u64>>(value: &Value) -> T {
    let number = value.as_u64().and_then(|number| T::try_from(number).ok());
    number.expect("a whole number that is not too great")
}

/// The form of a vector: its items, spread over the principles, a hyphen for one that may not apply.
pub fn form(vectors: &Value, vector: &Value) -> Questionnaire {
    let form = &vectors["forms"][text(vector, "form")];
    let signs = text(form, "items");
    let mut items = signs.chars().map(|sign| made::item_of(1, sign == '-'));
    let first_two = [items.next(), items.next()].map(|item| vec![item.expect("a form has three items")]);
    let [choose, master] = first_two;
    let parts = PrincipleId::ALL.into_iter().zip([choose, master, items.collect()]);
    let principle = |(id, items)| made::principle_of(id, 1, vec![made::dimension_of(id, 0, 1, items)]);
    let mut principles: Vec<_> = parts.map(principle).collect();
    made::number_items(&mut principles);
    valid(RawQuestionnaire {
        id: id(&text(form, "questionnaire")),
        form: id(&text(form, "form")),
        version: number(&form["version"]),
        ..made::draft_of(principles)
    })
}

fn range(scores: &Value, key: &str) -> Option<Range> {
    let points = scores[key].as_array()?;
    Some(Range::new(number(&points[0]), number(&points[1])).expect("the vector's range is one"))
}

fn result(questionnaire: &Questionnaire, vector: &Value) -> ResultLink {
    let content = match &vector["scores"] {
        Value::Null => Content::Answers(made::answers(questionnaire, &text(vector, "answers"))),
        scores => Content::Scores(ScoreSummary {
            whole: range(scores, "whole"),
            principles: PrincipleId::ALL.map(|id| range(scores, id.word())),
        }),
    };
    let (mark, role, day) = who(vector);
    ResultLink { content, result_id: mark, role, day }
}

/// The mark, the role and the day of a vector.
pub fn who(vector: &Value) -> (ResultId, Option<Role>, Option<Day>) {
    let mark = u32::from_str_radix(&text(vector, "mark"), 16).expect("a mark is hexadecimal");
    let [_, mark @ ..] = mark.to_be_bytes();
    let role = vector["role"].as_str().map(|word| Role::from_word(word).expect("a role"));
    let day = vector["day"].as_u64().map(|_| Day(number(&vector["day"])));
    (ResultId(mark), role, day)
}

/// Every vector of a link that opens.
pub fn sound() -> Vec<Sound> {
    let vectors = vectors();
    let read = |vector: &Value| {
        let questionnaire = form(&vectors, vector);
        let result = result(&questionnaire, vector);
        Sound { name: text(vector, "name"), text: text(vector, "text"), questionnaire, result }
    };
    list(&vectors, "sound").iter().map(read).collect()
}

#[test]
fn sound_vectors_are_read_and_written() {
    for Sound { name, questionnaire, text, result } in sound() {
        assert_eq!(decode(&questionnaire, &text).as_ref(), Ok(&result), "{name}");
        assert_eq!(encode(&questionnaire, &result), text, "{name}");
    }
}

/// The word of the vectors for an error.
pub fn word(questionnaire: &Questionnaire, error: &LinkError) -> &'static str {
    match error {
        LinkError::NotALink => "not-a-link",
        LinkError::Damaged => "damaged",
        LinkError::Newer => "newer",
        LinkError::OtherKind => "other-kind",
        LinkError::Elsewhere(origin) if origin.is_version_of(questionnaire) => "other-version",
        LinkError::Elsewhere(_) => "other-questionnaire",
    }
}

#[test]
fn refused_vectors_tell_their_error() {
    let vectors = vectors();
    for vector in list(&vectors, "refused") {
        let form = form(&vectors, &vector);
        let told = decode(&form, &text(&vector, "text")).map_err(|error| word(&form, &error));
        assert_eq!(told.err(), Some(&*text(&vector, "error")), "{}", text(&vector, "name"));
    }
}

#[test]
fn the_document_explains_every_vector() {
    let vectors = vectors();
    let headings = [("sound", "### Links that open"), ("refused", "### Links that are refused")];
    explains_every_vector(&vectors, DOCUMENT, headings);
}

/// Whether a document lists each vector of each list under its heading, and no other.
pub fn explains_every_vector(vectors: &Value, document: &str, headings: [(&str, &str); 2]) {
    for (key, heading) in headings {
        let names: BTreeSet<String> = list(vectors, key).iter().map(|vector| text(vector, "name")).collect();
        let rows = table(document, heading);
        let documented: BTreeSet<String> = rows.iter().map(|row| row[0].to_owned()).collect();
        assert_eq!(documented, names);
    }
}

#[test]
fn the_document_works_through_the_first_vector() {
    let first = &sound()[0];
    let Content::Answers(answers) = &first.result.content else { panic!("the first vector has answers") };
    let signs: Vec<String> = answers.iter().map(|response| format!("`{}`", made::sign(response))).collect();
    for shown in [first.text.clone(), signs.join(" ")] {
        assert!(DOCUMENT.contains(&shown), "{shown}");
    }
}
