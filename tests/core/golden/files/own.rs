//! Exports of one result.

use boussole_core::answers::Complete;
use boussole_core::export::card::{self, Attribution, Format};
use boussole_core::export::{Finished, PlanStep, calendar, csv, json, markdown};
use boussole_core::link::{Content, ResultLink, decode};
use boussole_core::phrases;
use boussole_core::plan::{Action, Plan, Revision};
use boussole_core::report::{NextStep, Report, next_step};
use boussole_core::texts::{LazyText, Text};
use boussole_qr_code::{Qr, qr};

use super::input::{EVENT, Language, NAME, ORGANISATION, TODAY, shelf};

/// The result of one person with its plan, as the shelves have it.
pub struct Own<'a> {
    language: &'a Language,
    link: ResultLink,
    fragment: String,
    answers: Complete,
    report: Report,
    plan: Plan,
}

impl<'a> Own<'a> {
    pub fn new(language: &'a Language) -> Self {
        let questionnaire = language.questionnaire();
        let fragment = shelf(language.returning, "draft");
        let link = decode(questionnaire, &fragment).expect("the draft can be read");
        let Content::Answers(answers) = &link.content else { panic!("a draft holds answers") };
        let answers = answers.complete().expect("it is finished");
        let report = Report::new(questionnaire, &answers);
        let plan = Plan::decode(
            questionnaire,
            &answers,
            &report,
            TODAY,
            link.result_id,
            &shelf(language.returning, "plan"),
        );
        let plan = plan.expect("the plan can be read");
        Self { language, link, fragment, answers, report, plan }
    }

    fn finished(&self) -> Finished<'_> {
        Finished {
            questionnaire: self.language.questionnaire(),
            answers: &self.answers,
            report: &self.report,
            role: self.link.role,
            day: self.link.day,
        }
    }

    fn with_plan(&self, write: impl FnOnce(&[PlanStep<'_>]) -> String) -> String {
        let worded: Vec<_> = self.plan.chosen().iter().map(|action| (action, self.step(action))).collect();
        let steps = worded.iter().map(|(action, [text, when])| PlanStep {
            item: self.language.questionnaire().item(action.item).expect("a step is about an item"),
            text,
            owner: phrases::role(&self.language.pack.texts, action.owner),
            when,
            due: action.due.last_day(),
        });
        write(&steps.collect::<Vec<PlanStep<'_>>>())
    }

    /// A step and its quarter in words.
    fn step(&self, action: &Action) -> [String; 2] {
        let texts = &self.language.pack.texts;
        let item = self.language.questionnaire().item(action.item).expect("a step is about an item");
        let response = self.answers.get(action.item).expect("there is a response to each item");
        let text = match next_step(item, response).expect("there is a step left") {
            NextStep::Take(step) => step.text.clone(),
            NextStep::FindOut(role) => {
                texts.fill(Text::ReportFindOut, &[("role", phrases::role(texts, role))])
            }
        };
        let (quarter, year) = (action.due.of_year().to_string(), action.due.year().to_string());
        let values = [("quarter", &*quarter), ("year", &*year)];
        [text, self.language.lazy.fill(LazyText::SharedQuarter, &values)]
    }

    fn calendar(&self) -> String {
        let (questionnaire, result_id) = (self.language.questionnaire(), self.link.result_id);
        let first = Revision { number: 0, day: TODAY };
        self.with_plan(|plan| {
            calendar::file(questionnaire, result_id, first, [plan, &[]], &self.language.lazy)
        })
    }

    fn card(&self, format: Format, attribution: Attribution<'_>) -> String {
        let (questionnaire, texts) = (self.language.questionnaire(), self.language.texts());
        let shapes = card::card(questionnaire, &self.report.summary, attribution, texts, format);
        let alternative = card::alternative(questionnaire, &self.report.summary, attribution, texts);
        card::svg(format, &shapes, &questionnaire.title, &alternative)
    }

    /// Each file by its name.
    pub fn files(&self) -> Vec<(String, String)> {
        let (texts, separator) = (self.language.texts(), self.language.separator());
        let json = self.with_plan(|plan| json::object(&self.finished(), &self.fragment, plan));
        let markdown = self.with_plan(|plan| markdown::document(&self.finished(), plan, texts));
        let plain = self.card(Format::Wide, Attribution { event: "", organisation: "" });
        let named = self.card(Format::Square, Attribution { event: EVENT, organisation: ORGANISATION });
        let file = |ending: &str, content: String| (format!("{NAME}{ending}"), content);
        vec![
            file(".csv", csv::table(&self.finished(), texts, separator)),
            file(".json", json),
            file(".md", markdown),
            file(".ics", self.calendar()),
            file(".svg", plain),
            (format!("square/{NAME}.svg"), named),
            file("-qr.svg", self.code()),
        ]
    }

    /// The QR code of the result's link, on a page that is called `boussole.example`.
    fn code(&self) -> String {
        let locale = &self.language.questionnaire().locale;
        let code = qr(&format!("http://boussole.example/?lang={locale}#{}", self.fragment));
        let Qr { size, path } = code.expect("a link is short enough");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path d=\"{path}\"/></svg>\n"
        )
    }
}
