//! The laws of what a team takes away: other programs read from it what every member said.

use boussole_core::answers::{Answers, Complete, Response};
use boussole_core::export::Finished;
use boussole_core::export::csv::Separator;
use boussole_core::export::json::object;
use boussole_core::export::team::{TeamExport, csv, json};
use boussole_core::link::{decode_team, find};
use boussole_core::questionnaire::{Questionnaire, Role, Word};
use boussole_core::report::Report;
use boussole_core::team::{Team, gather, settled};
use boussole_core::texts::LazyText;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::export::{text, worded};
use crate::export_csv::{assert_guarded, read};
use crate::made::{answers, sign, valid};
use crate::team::{any_member, member, response_to, team_of};
use crate::widget_texts::{WidgetTexts, named};

const SCHEMA: &str = include_str!("../../schemas/team.schema.json");
const RESULT_SCHEMA: &str = include_str!("../../schemas/result.schema.json");

const ITEM: [LazyText; 5] = [
    LazyText::ExportColumnNumber,
    LazyText::ExportColumnItem,
    LazyText::ExportColumnPrinciple,
    LazyText::ExportColumnDimension,
    LazyText::ExportColumnQuestion,
];
const TEAM: [LazyText; 6] = [
    LazyText::TeamLowest,
    LazyText::TeamHighest,
    LazyText::TeamMedianOf,
    LazyText::TeamUnknownCount,
    LazyText::TeamAgreedOn,
    LazyText::TeamMedian,
];

/// A team that answered a questionnaire of any texts.
#[derive(Debug)]
pub struct Case {
    pub questionnaire: Questionnaire,
    pub team: Team,
    pub agreed: Answers,
    pub names: Vec<String>,
    pub texts: WidgetTexts,
}

impl Case {
    pub fn export(&self) -> TeamExport<'_> {
        let Self { questionnaire, team, agreed, names, .. } = self;
        TeamExport { questionnaire, team, agreed, names }
    }

    pub fn settled(&self) -> Option<Complete> {
        settled(&self.questionnaire, &self.team, &self.agreed)
    }

    /// Response of every member to an item.
    pub fn responses(&self, item: usize) -> Vec<Response> {
        let response =
            |member: &boussole_core::team::Member| member.answers.get(item).expect("it is answered");
        self.team.members().iter().map(response).collect()
    }

    /// The lowest, the highest and the median level of an item.
    pub fn levels(&self, item: usize) -> [Option<u8>; 3] {
        let mut levels: Vec<u8> = self.responses(item).into_iter().filter_map(number).collect();
        levels.sort_unstable();
        let median = levels.get(levels.len().saturating_sub(1) / 2);
        [levels.first(), levels.last(), median].map(|level| level.copied())
    }

    pub fn count(&self, item: usize, response: Response) -> usize {
        self.responses(item).into_iter().filter(|given| *given == response).count()
    }

    pub fn consolidated(&self, item: usize) -> Option<Response> {
        self.settled().and_then(|settled| settled.get(item))
    }
}

pub fn number(response: Response) -> Option<u8> {
    if let Response::Level(level) = response { Some(level.number()) } else { None }
}

pub fn case() -> impl Strategy<Value = Case> {
    (worded(), 0..=9usize).prop_flat_map(|(worded, count)| {
        let (questionnaire, words) = (worded.questionnaire, worded.words);
        let members: Vec<_> = (0..count).map(|number| any_member(questionnaire.clone(), number)).collect();
        let seeds = vec(any::<Option<u8>>(), questionnaire.len());
        (members, seeds, vec(text(), count)).prop_map(move |(members, seeds, names)| {
            let responses =
                questionnaire.items().zip(seeds).map(|(item, seed)| Some(response_to(item, seed?)));
            let agreed = Answers::from_responses(&questionnaire, responses.collect()).expect("they fit");
            let texts = WidgetTexts::of_words(&words);
            Case { questionnaire: questionnaire.clone(), team: team_of(members), agreed, names, texts }
        })
    })
}

/// The cells of the table that are meant.
fn cells(case: &Case) -> Vec<Vec<String>> {
    let names = case.names.iter().map(String::as_str);
    let texts = &case.texts.lazy;
    let (before, behind) = (ITEM.map(|text| texts.get(text)), TEAM.map(|text| texts.get(text)));
    let heads = before.into_iter().chain(names).chain(behind);
    let mut rows = vec![heads.map(str::to_owned).collect::<Vec<_>>()];
    for principle in &case.questionnaire.principles {
        for dimension in &principle.dimensions {
            for item in &dimension.items {
                let at = rows.len() - 1;
                let sign = |response: Option<Response>| {
                    response.map_or_else(String::new, |response| sign(Some(response)).to_string())
                };
                let mut row =
                    vec![rows.len().to_string(), item.id.as_str().to_owned(), principle.name.clone()];
                row.extend([dimension.name.clone(), item.prompt.clone()]);
                row.extend(case.responses(at).into_iter().map(|response| sign(Some(response))));
                row.extend(case.levels(at).map(|level| level.map_or_else(String::new, |it| it.to_string())));
                row.push(case.count(at, Response::DontKnow).to_string());
                row.extend([case.agreed.get(at), case.consolidated(at)].map(sign));
                rows.push(row);
            }
        }
    }
    rows
}

fn written(case: &Case) -> (String, Value) {
    let text = json::object(&case.export());
    let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    (text, value)
}

fn schema(text: &str) -> Value {
    serde_json::from_str(text).expect("the schema is JSON")
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&schema(SCHEMA)).expect("the schema is one")
}

/// A response as JSON tells it.
fn value(response: Option<Response>) -> Value {
    response.map_or(Value::Null, |response| {
        number(response).map_or_else(|| json!(sign(Some(response)).to_string()), |level| json!(level))
    })
}

proptest! {
    #[test]
    fn every_cell_is_read_as_it_is_meant_and_none_is_run(case in case(), comma in any::<bool>()) {
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let rows = read(&csv::table(&case.export(), &case.texts.lazy, separator), separator);
        let meant = cells(&case);
        prop_assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), meant.iter().map(Vec::len).collect::<Vec<_>>());
        assert_guarded(&rows, &meant);
    }

    #[test]
    fn every_team_keeps_to_the_schema(case in case()) {
        let (text, value) = written(&case);
        let link = value["link"].as_str().expect("there is a link");
        crate::export::assert_serialized(&text, &json::TeamObject::of(&case.export(), link));
        let faults: Vec<String> = validator().iter_errors(&value).map(|fault| fault.to_string()).collect();
        prop_assert_eq!(faults, [""; 0]);
    }

    #[test]
    fn the_file_opens_as_the_team(case in case()) {
        let (text, value) = written(&case);
        let link = value["link"].as_str().expect("there is a link");
        prop_assert_eq!(decode_team(&case.questionnaire, link), Ok(case.team.clone()));
        prop_assert_eq!(gather(&case.questionnaire, &Team::default(), &find(&text).join("\n")).team, case.team);
    }

    #[test]
    fn everything_that_is_told_follows_from_the_team(case in case()) {
        let (_, file) = written(&case);
        prop_assert_eq!(&file["title"], &case.questionnaire.title);
        let members = file["members"].as_array().expect("it is a list");
        prop_assert_eq!(members.len(), case.team.members().len());
        for (told, member) in members.iter().zip(case.team.members()) {
            prop_assert_eq!(told["role"].as_str(), member.role.map(Word::word));
            prop_assert_eq!(told["day"].is_null(), member.day.is_none());
            let responses = member.answers.iter().map(|response| value(Some(response)));
            prop_assert_eq!(&told["responses"], &Value::from_iter(responses));
        }
        let items = case.questionnaire.items().enumerate().map(|(at, item)| {
            let [lowest, highest, median] = case.levels(at);
            json!({
                "id": item.id.as_str(), "lowest": lowest, "highest": highest, "median": median,
                "dont_know": case.count(at, Response::DontKnow),
                "not_applicable": case.count(at, Response::NotApplicable),
                "agreed": value(case.agreed.get(at)), "response": value(case.consolidated(at)),
            })
        });
        prop_assert_eq!(&file["items"], &Value::from_iter(items));
    }
}

proptest! {
    #[test]
    fn the_consolidated_result_is_told_as_any_result_is(case in case()) {
        let (_, file) = written(&case);
        let Some(answers) = case.settled() else {
            prop_assert_eq!(&file["consolidated"], &Value::Null);
            return Ok(());
        };
        let report = Report::new(&case.questionnaire, &answers);
        let questionnaire = &case.questionnaire;
        let finished = Finished { questionnaire, answers: &answers, report: &report, role: None, day: None };
        let result: Value = serde_json::from_str(&object(&finished, "", &[])).expect("it is JSON");
        let expected = json!({ "scores": result["scores"], "level": result["level"] });
        prop_assert_eq!(&file["consolidated"], &expected);
    }
}

/// Three people and an agreement, in a questionnaire whose items have names.
pub fn small() -> Case {
    let mut draft = crate::made::draft("1: 1(1-) | 1: 1(1 1) | 1: 1(1)");
    draft.title = "Boussole".to_owned();
    for (principle, name) in draft.principles.iter_mut().zip(["Choisir", "Maîtriser", "Bâtir"]) {
        principle.name = name.to_owned();
        for item in principle.dimensions.iter_mut().flat_map(|dimension| &mut dimension.items) {
            item.short = item.id.as_str().replace("item-", "Point ");
        }
    }
    let questionnaire = valid(draft);
    let team = team_of([
        member(&questionnaire, 1, Some(Role::Legal), "1 3? 2"),
        member(&questionnaire, 2, Some(Role::It), "4 30 2"),
        member(&questionnaire, 3, Some(Role::Legal), "- ?2 2"),
    ]);
    let agreed = answers(&questionnaire, "..?3");
    let names = ["Juridique 1", "=DSI 1", "Juridique 2"].map(str::to_owned).to_vec();
    Case { questionnaire, team, agreed, names, texts: WidgetTexts::named(&[], &[]) }
}

#[test]
fn a_table_has_everybody_side_by_side() {
    let before = ITEM.into_iter().zip(["N°", "Repère", "Principe", "Dimension", "Question"]);
    let behind = TEAM.into_iter().zip(["Min", "Max", "Médiane", "Ne sait pas", "Convenu", "Retenu"]);
    let texts = named(&before.chain(behind).collect::<Vec<_>>());
    let expected = "\u{feff}N°;Repère;Principe;Dimension;Question;Juridique 1;'=DSI 1;Juridique 2;\
        Min;Max;Médiane;Ne sait pas;Convenu;Retenu\r\n\
        1;item-0;Choisir;;;1;4;-;1;4;1;0;;1\r\n\
        2;item-1;Maîtriser;;;3;3;?;3;3;3;1;;3\r\n\
        3;item-2;Maîtriser;;;?;0;2;0;2;0;1;?;?\r\n\
        4;item-3;Bâtir;;;2;2;2;2;2;2;0;3;3\r\n";
    assert_eq!(csv::table(&small().export(), &texts, Separator::Semicolon), expected);
}

#[test]
fn the_schema_would_notice_a_wrong_file() {
    let (_, sound) = written(&small());
    assert!(validator().is_valid(&sound));
    let damages: [(&str, Value); 8] = [
        ("/members/0/responses/0", json!(5)),
        ("/members/0/role", json!("boss")),
        ("/items/0/lowest", json!("?")),
        ("/items/0/response", json!("0")),
        ("/items/0/dont_know", json!(-1)),
        ("/consolidated/scores/whole/assured", json!(101)),
        ("/link", json!("2.a.b")),
        ("/schema", json!("urn:boussole:result:1")),
    ];
    for (place, wrong) in damages {
        let mut value = sound.clone();
        *value.pointer_mut(place).expect("there is something to damage") = wrong.clone();
        assert!(!validator().is_valid(&value), "{place} {wrong}");
    }
    for place in ["", "/members/0", "/consolidated", "/items/0"] {
        let object = sound.pointer(place).and_then(Value::as_object).expect("it is an object");
        for key in object.keys() {
            let mut value = sound.clone();
            value.pointer_mut(place).and_then(Value::as_object_mut).expect("it is an object").remove(key);
            assert!(!validator().is_valid(&value), "{place} without {key}");
        }
    }
}

#[test]
fn what_both_schemas_describe_they_describe_alike() {
    let (team, result) = (schema(SCHEMA), schema(RESULT_SCHEMA));
    for (in_team, in_result) in [
        ("/$defs/Consolidated/properties/scores", "/properties/scores"),
        ("/$defs/Consolidated/properties/level", "/properties/level"),
        ("/$defs/AllScores", "/$defs/AllScores"),
        ("/$defs/Level", "/$defs/Level"),
        ("/$defs/Response", "/$defs/Response"),
        ("/$defs/RoleId", "/$defs/RoleId"),
        ("/$defs/Score", "/$defs/Score"),
        ("/$defs/Id", "/$defs/Id"),
        ("/$defs/IsoDay", "/$defs/IsoDay"),
    ] {
        let part = result.pointer(in_result).expect("the schema of a result has it");
        assert_eq!(team.pointer(in_team), Some(part), "{in_team}");
    }
}
