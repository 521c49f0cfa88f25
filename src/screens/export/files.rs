//! The result as files for other programs.

use yew::prelude::*;

use super::context::{ExportContext, with_context};
use crate::lazy::{File, PartProps};
use crate::screens::plan;
use crate::ui::element::{Elements, card, classed};
use crate::ui::file_outcome::FileOutcome;
use crate::ui::{field, phrases};
use crate::view::StorageSlot;
use boussole_core::export::csv::Separator;
use boussole_core::export::{self, Finished, PlanStep};
use boussole_core::link::{Content, Day};
use boussole_core::plan::Action;
use boussole_core::questionnaire::Item;
use boussole_core::report::next_step;
use boussole_core::texts::LazyText;

/// Section of the files.
pub fn view(context: &ExportContext<'_>) -> Html {
    let row =
        |name: LazyText, meaning: LazyText, action: &'static str, make: fn(&ExportContext<'_>) -> File| {
            card(action, context.props.say(name), context.props.say(meaning), context.offer("files", make))
        };
    html! {
        <>
            { context.props.element("h3", LazyText::ExportFiles) }
            <ul class="ways">
                { row(LazyText::ExportCsv, LazyText::ExportCsvMeaning, "csv", csv) }
                { row(LazyText::ExportMarkdown, LazyText::ExportMarkdownMeaning, "markdown", markdown) }
                if !(context.plan.chosen().is_empty() && cancelled(context).is_empty()) {
                    { card("calendar", context.props.say(LazyText::ExportCalendar),
                        context.props.say(LazyText::ExportCalendarMeaning), offer_calendar(context)) }
                }
                { row(LazyText::ExportJson, LazyText::ExportJsonMeaning, "json", json) }
            </ul>
            { context.outcome_in("files") }
            { separator_choice(context.props) }
        </>
    }
}

impl ExportContext<'_> {
    /// A file, whose name ends as it is told.
    pub fn named(&self, ending: &str, kind: &'static str, content: String) -> File {
        File { name: [&*self.file_name(), ending].concat(), kind, content }
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
        self.with_steps(self.plan.chosen(), write)
    }

    /// Steps with their words. An item without a step left stands for itself.
    fn with_steps<T>(&self, actions: &[Action], write: impl FnOnce(&[PlanStep<'_>]) -> T) -> T {
        write(&steps(&self.worded(actions)))
    }

    // Called rather than written out in each kind of file: 400 bytes each of a reader's network.
    #[inline(never)]
    fn worded(&self, actions: &[Action]) -> Vec<WordedStep<'_>> {
        let view = self.view();
        let words = |action: &Action| {
            let item = view.questionnaire().item(action.item)?;
            let next = next_step(item, self.answers.get(action.item)?);
            let text = next.map_or_else(|| item.short.clone(), |next| phrases::step(&view.pack, &next));
            let owner = phrases::role(&view.pack, action.owner);
            let when = plan::quarter_name(self.props, action.due);
            Some(WordedStep { item, text, owner, when, due: action.due.last_day() })
        };
        actions.iter().filter_map(words).collect()
    }
}

/// Step of a plan with its words.
struct WordedStep<'a> {
    item: &'a Item,
    text: String,
    owner: &'a str,
    when: String,
    due: Day,
}

#[inline(never)]
fn steps<'a>(worded: &'a [WordedStep<'a>]) -> Vec<PlanStep<'a>> {
    let step = |WordedStep { item, text, owner, when, due }: &'a WordedStep<'a>| PlanStep {
        item,
        text,
        owner,
        when,
        due: *due,
    };
    worded.iter().map(step).collect()
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
            { context.props.element("h3", LazyText::SharedPlan) }
            <ol class="priorities">{ for entries }</ol>
        }
    }
}

fn csv(context: &ExportContext<'_>) -> File {
    let (texts, separator) = (context.props.export_texts(), separator(context.props));
    context.named(".csv", "text/csv;charset=utf-8", export::csv::table(&context.finished(), texts, separator))
}

/// The separator of tables: the chosen one, else that of the language.
pub fn separator(props: &PartProps) -> Separator {
    let chosen = props.view.stored(StorageSlot::Separator).and_then(|text| Separator::read(&text));
    Separator::chosen(chosen, props.texts.get(LazyText::ExportSeparator))
}

/// The choice of a separator: the machine of a reader may expect another one than the language does.
pub fn separator_choice(props: &PartProps) -> Html {
    let (label, hint) = (props.say(LazyText::ExportSeparatorLabel), props.say(LazyText::ExportSeparatorHint));
    let names = [LazyText::ExportComma, LazyText::ExportSemicolon].map(|name| props.say(name));
    let view = props.view.clone();
    // Where nothing can be kept, the choice lasts for the visit.
    let choose = Callback::from(move |chosen: Separator| {
        view.store(StorageSlot::Separator, chosen.text());
    });
    field::separators(label, hint, names, separator(props), choose)
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

/// Steps that an earlier calendar file had, and that were dropped since.
fn cancelled(context: &ExportContext<'_>) -> Vec<Action> {
    context.plan.cancelled(context.view().questionnaire(), context.view().today())
}

fn calendar(context: &ExportContext<'_>) -> File {
    let (view, texts) = (context.view(), &context.props.texts);
    let (result_id, revision) = (view.state.result_id, context.plan.next_revision(view.today()));
    let write = |plan: &[PlanStep<'_>], dropped: &[PlanStep<'_>]| {
        export::calendar::file(view.questionnaire(), result_id, revision, [plan, dropped], texts)
    };
    let content =
        context.with_plan(|plan| context.with_steps(&cancelled(context), |dropped| write(plan, dropped)));
    context.named(".ics", "text/calendar;charset=utf-8", content)
}

/// A callback that offers the calendar file, and stores what calendars hold now.
fn offer_calendar(context: &ExportContext<'_>) -> Callback<MouseEvent> {
    let (props, say) = (context.props.clone(), context.say.clone());
    Callback::from(move |_| {
        let outcome = with_context(&props, &FileOutcome::default(), say.clone(), |context| {
            let (view, outcome) = (context.view(), FileOutcome::of_file("files", &props, calendar(context)));
            if outcome.worked {
                let plan = context.plan.clone().with_calendar_file(view.today());
                view.store(StorageSlot::Plan, &plan.encode(view.questionnaire(), view.state.result_id));
            }
            outcome
        });
        if let Some(outcome) = outcome {
            say.emit(outcome);
        }
    })
}
