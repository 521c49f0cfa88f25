//! Plan as a text for the browser's storage: `plan1 <questionnaire> <result_id>`, then the actions.
//!
//! An action is ` +<item>:<owner>:<quarter>` if it is chosen, else with `-`. Owners and quarters are numbers, the
//! `result_id` is one of 24 bits. Items have their ids: a plan outlives a longer form and a later version.
//!
//! Calendar files are ` #<count>:<day of the last>`, with ` ~<item>` for each item that was in one.

use super::{Action, CalendarFiles, Plan, Quarter, place_of, usual};
use crate::answers::Complete;
use crate::calendar::Day;
use crate::questionnaire::{Questionnaire, Role, Word};
use crate::report::Report;
use crate::result_id::ResultId;

/// Prefix of the text. Other versions of the format have another prefix.
const VERSION: &str = "plan1";

impl Plan {
    /// Plan of a result as a text.
    pub fn encode(&self, questionnaire: &Questionnaire, result_id: ResultId) -> String {
        let mut text = head(questionnaire, result_id);
        for (sign, actions) in [(" +", &self.chosen), (" -", &self.others)] {
            for action in actions {
                let Some(item) = questionnaire.item(action.item) else { continue };
                text.push_str(sign);
                text.push_str(item.id.as_str());
                for number in [u16::from(action.owner.number()), action.due.number()] {
                    text.push(':');
                    text.push_str(&number.to_string());
                }
            }
        }
        self.push_calendar_files(questionnaire, &mut text);
        text
    }

    fn push_calendar_files(&self, questionnaire: &Questionnaire, text: &mut String) {
        let CalendarFiles { count, last, items } = &self.calendar_files;
        let Some(Day(last)) = last else { return };
        text.push_str(&[" #", &*count.to_string(), ":", &last.to_string()].concat());
        for item in items.iter().filter_map(|item| questionnaire.item(*item)) {
            text.push_str(" ~");
            text.push_str(item.id.as_str());
        }
    }

    /// Reads the plan of a result, as far as its answers match.
    ///
    /// Unreadable actions are left out, and those on items without a step left or outside of the form. Missing
    /// steps are added as [`Plan::proposed`] has them, unchosen. `None` for a text of another questionnaire or
    /// result, or without a plan. No text makes it panic.
    pub fn decode(
        questionnaire: &Questionnaire,
        answers: &Complete,
        report: &Report,
        today: Day,
        result_id: ResultId,
        text: &str,
    ) -> Option<Self> {
        let actions = text.strip_prefix(&head(questionnaire, result_id))?;
        if !(actions.is_empty() || actions.starts_with(' ')) {
            return None;
        }
        let mut plan = Self::default();
        let known =
            |plan: &Self, item| place_of(&plan.chosen, item).or(place_of(&plan.others, item)).is_some();
        for text in actions.split(' ') {
            if let Some((chosen, action)) = action(questionnaire, text)
                && report.priorities.contains(&action.item)
                && !known(&plan, action.item)
            {
                if chosen { plan.chosen.push(action) } else { plan.others.push(action) }
            }
            plan.calendar_files.read(questionnaire, text);
        }
        for item in &report.priorities {
            if !known(&plan, *item) {
                plan.others.extend(usual(questionnaire, answers, *item, today));
            }
        }
        Some(plan)
    }
}

fn head(questionnaire: &Questionnaire, ResultId([high, middle, low]): ResultId) -> String {
    let result_id = u32::from_be_bytes([0, high, middle, low]);
    [VERSION, questionnaire.id.as_str(), &result_id.to_string()].join(" ")
}

impl CalendarFiles {
    /// Reads a word of the text. Unreadable words are left out, and items before any file.
    fn read(&mut self, questionnaire: &Questionnaire, word: &str) {
        if let Some((count, last)) = word.strip_prefix('#').and_then(|word| word.split_once(':')) {
            if let (Ok(count), Ok(last)) = (count.parse(), last.parse()) {
                (self.count, self.last) = (count, Some(Day(last)));
            }
        } else if self.last.is_some()
            && let Some(id) = word.strip_prefix('~')
            && let Some(item) = questionnaire.items().position(|item| item.id.as_str() == id)
            && !self.items.contains(&item)
        {
            self.items.push(item);
        }
    }
}

/// Action, and whether it is chosen.
fn action(questionnaire: &Questionnaire, text: &str) -> Option<(bool, Action)> {
    let (chosen, text) = match text.strip_prefix('+') {
        Some(text) => (true, text),
        None => (false, text.strip_prefix('-')?),
    };
    let mut fields = text.split(':');
    let (id, owner, due) = (fields.next()?, fields.next()?, fields.next()?);
    let action = Action {
        item: questionnaire.items().position(|item| item.id.as_str() == id)?,
        owner: Role::from_number(owner.parse().ok()?)?,
        due: Quarter::from_number(due.parse().ok()?)?,
    };
    fields.next().is_none().then_some((chosen, action))
}
