//! Any finished assessment with any texts in it, for the laws of the exports.

use boussole_core::answers::Complete;
use boussole_core::export::{Finished, PlanStep};
use boussole_core::link::Day;
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire, Role, Word};
use boussole_core::report::Report;
use boussole_core::texts::{Name, Text, Texts};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::finished;
use crate::made::valid;
use crate::widget_texts::WidgetTexts;

/// A finished assessment whose texts are any at all, with steps of a plan.
#[derive(Debug)]
pub struct Worded {
    pub questionnaire: Questionnaire,
    pub answers: Complete,
    pub report: Report,
    pub role: Option<Role>,
    pub day: Option<Day>,
    /// Of which the texts of the widget are made.
    pub words: Vec<String>,
    pub texts: WidgetTexts,
    /// The positions of the items in the plan, each with a text, an owner and a day.
    pub steps: Vec<(usize, String, String, Day)>,
}

impl Worded {
    pub fn finished(&self) -> Finished<'_> {
        Finished {
            questionnaire: &self.questionnaire,
            answers: &self.answers,
            report: &self.report,
            role: self.role,
            day: self.day,
        }
    }

    pub fn plan(&self) -> Vec<PlanStep<'_>> {
        self.steps
            .iter()
            .map(|(position, text, owner, due)| PlanStep {
                item: self.questionnaire.item(*position).expect("the plan is about items"),
                text,
                owner,
                when: text,
                due: *due,
            })
            .collect()
    }

    /// The name of the role.
    pub fn role(&self, role: Role) -> &str {
        role_name(&self.texts.first, role)
    }
}

/// The name of a role, by the key of its text.
pub fn role_name(texts: &Texts, role: Role) -> &str {
    let key = ["role.", role.word()].concat().replace('-', "_");
    let name = Text::ALL.iter().find(|(_, known)| *known == key);
    texts.get(name.expect("each role has a text").0)
}

/// Texts with whatever may break a format: marks, ends of lines, control characters, other scripts.
pub fn text() -> impl Strategy<Value = String> {
    let marks = "[-=+@'\"\\\\,;:.*_`#<>|~&!(){}\\[\\]a1 \t\r\n]{0,12}";
    let typography = "[«»’é\u{202f}\u{a0}\u{2028}\u{0}\u{1f}\u{7f}\u{85}\u{feff}🧭日]{0,40}";
    prop_oneof![
        marks,
        typography,
        ".{0,90}",
        "[a-z ]{0,200}",
        Just("&amp; &#38; &copy".to_owned()),
        Just("---".to_owned()),
        Just("1. one".to_owned()),
        Just("https://example.org".to_owned()),
    ]
}

pub fn worded() -> impl Strategy<Value = Worded> {
    let step = (any::<prop::sample::Index>(), text(), text(), any::<u16>());
    let role = prop::option::of(prop::sample::select(vec![Role::It, Role::Legal, Role::GeneralManagement]));
    (finished(), vec(text(), 12..30), vec(step, 0..4), role, prop::option::of(any::<u16>())).prop_map(
        |(case, texts, steps, role, day)| {
            let mut draft = RawQuestionnaire::clone(&case.questionnaire);
            write_texts(&mut draft, &texts);
            let answers = case.complete();
            let questionnaire = valid(draft);
            let report = Report::new(&questionnaire, &answers);
            let length = questionnaire.len();
            let steps = steps.into_iter();
            let steps =
                steps.map(|(at, text, owner, due)| (at.index(length), text, owner, Day(due))).collect();
            let day = day.map(Day);
            let words = texts;
            let texts = WidgetTexts::of_words(&words);
            Worded { questionnaire, answers, report, role, day, words, texts, steps }
        },
    )
}

fn write_texts(draft: &mut RawQuestionnaire, texts: &[String]) {
    let mut texts = texts.iter().cycle().cloned();
    let mut fill = |text: &mut String| *text = texts.next().expect("there is always another");
    fill(&mut draft.title);
    fill(&mut draft.notice);
    for maturity in &mut draft.maturity {
        fill(&mut maturity.name);
        fill(&mut maturity.meaning);
    }
    for principle in &mut draft.principles {
        fill(&mut principle.name);
        for dimension in &mut principle.dimensions {
            fill(&mut dimension.name);
            for item in &mut dimension.items {
                fill(&mut item.short);
                fill(&mut item.prompt);
                item.levels.iter_mut().for_each(&mut fill);
            }
        }
    }
}

/// Checks that a file says what serde says of the same value, and in the same bytes where no character is escaped.
pub fn assert_serialized(file: &str, value: &impl serde::Serialize) {
    let read: serde_json::Value = serde_json::from_str(file).expect("the file is JSON");
    assert_eq!(read, serde_json::to_value(value).expect("the value is one of JSON"));
    if !file.contains('\\') {
        assert_eq!(file, serde_json::to_string(value).expect("the value is one of JSON") + "\n");
    }
}
