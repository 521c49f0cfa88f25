//! The result as files for other programs.

use yew::prelude::*;

use super::context::ExportContext;
use crate::lazy::{File, PartProps};
use crate::screens::plan;
use crate::ui::element::{Elements, card, classed};
use crate::ui::phrases;
use boussole_core::export::csv::Separator;
use boussole_core::export::{self, Finished, PlanStep};
use boussole_core::link::Content;
use boussole_core::plan::Action;
use boussole_core::report::next_step;
use boussole_core::texts::LazyText;

pub fn view(context: &ExportContext<'_>) -> Html {
    let row =
        |name: LazyText, meaning: LazyText, action: &'static str, make: fn(&ExportContext<'_>) -> File| {
            card(action, context.props.say(name), context.props.say(meaning), context.offer(make))
        };
    html! {
        <>
            { context.props.element("h3", LazyText::ExportFiles) }
            <ul class="ways">
                { row(LazyText::ExportCsv, LazyText::ExportCsvMeaning, "csv", csv) }
                { row(LazyText::ExportMarkdown, LazyText::ExportMarkdownMeaning, "markdown", markdown) }
                if !context.plan.chosen().is_empty() {
                    { row(LazyText::ExportCalendar, LazyText::ExportCalendarMeaning, "calendar", calendar) }
                }
                { row(LazyText::ExportJson, LazyText::ExportJsonMeaning, "json", json) }
            </ul>
        </>
    }
}

impl ExportContext<'_> {
    /// A file, whose name ends as it is told.
    pub fn named(&self, ending: &str, kind: &'static str, content: String) -> File {
        File { name: [&*self.file_name(), ending].concat(), kind, content: content.into_bytes() }
    }

    fn finished(&self) -> Finished<'_> {
        let state = &self.view().state;
        Finished {
            questionnaire: self.view().questionnaire(),
            answers: self.answers,
            report: self.report,
            role: state.role,
            day: Some(state.day),
        }
    }

    /// The plan with its words, to which its steps point.
    fn with_plan<T>(&self, write: impl FnOnce(&[PlanStep<'_>]) -> T) -> T {
        let view = self.view();
        let words = |action: &Action| {
            let item = view.questionnaire().item(action.item)?;
            let next = next_step(item, self.answers.get(action.item)?)?;
            Some((
                item,
                phrases::step(&view.pack, &next),
                plan::quarter_name(self.props, action.due),
                *action,
            ))
        };
        let worded: Vec<_> = self.plan.chosen().iter().filter_map(words).collect();
        let steps: Vec<PlanStep<'_>> = worded
            .iter()
            .map(|(item, text, when, action)| PlanStep {
                item,
                text,
                owner: phrases::role(&view.pack, action.owner),
                when,
                due: action.due.last_day(),
            })
            .collect();
        write(&steps)
    }
}

/// The plan as it stands on paper, behind the report.
pub fn plan_on_paper(context: &ExportContext<'_>) -> Html {
    let entries = context.with_plan(|plan| {
        let entry = |step: &PlanStep<'_>| {
            let facts = [step.owner, step.when].join(" · ");
            html! {
                <li>
                    { classed("p", "subject", step.item.short.clone()) }
                    { classed("p", "step", step.text.to_owned()) }
                    { classed("p", "small", phrases::capital(facts)) }
                </li>
            }
        };
        plan.iter().map(entry).collect::<Vec<Html>>()
    });
    html! {
        if !entries.is_empty() {
            { context.props.element("h3", LazyText::PlanTitle) }
            <ol class="priorities">{ for entries }</ol>
        }
    }
}

fn csv(context: &ExportContext<'_>) -> File {
    let (texts, separator) = (context.props.export_texts(), separator(context.props));
    context.named(".csv", "text/csv;charset=utf-8", export::csv::table(&context.finished(), texts, separator))
}

/// What stands between cells follows the decimal sign of the language.
pub fn separator(props: &PartProps) -> Separator {
    Separator::of(props.texts.get(LazyText::ExportSeparator))
}

fn json(context: &ExportContext<'_>) -> File {
    let state = &context.view().state;
    let link = state.link(Content::Answers(state.answers.clone()));
    let content = context.with_plan(|plan| export::json::object(&context.finished(), &link, plan));
    context.named(".json", "application/json", content)
}

fn markdown(context: &ExportContext<'_>) -> File {
    let texts = context.props.export_texts();
    let content = context.with_plan(|plan| export::markdown::document(&context.finished(), plan, texts));
    context.named(".md", "text/markdown;charset=utf-8", content)
}

fn calendar(context: &ExportContext<'_>) -> File {
    let view = context.view();
    let texts = &context.props.texts;
    let content = context.with_plan(|plan| {
        export::calendar::file(view.questionnaire(), view.state.result_id, view.today, plan, texts)
    });
    context.named(".ics", "text/calendar;charset=utf-8", content)
}
