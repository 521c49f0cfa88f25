//! Revisions of the calendar file of a plan: an event that a calendar holds already is moved, or cancelled.

use super::calendar_files::Revision;
use super::quarter::Quarter;
use super::{Action, Plan};
use crate::calendar::Day;
use crate::questionnaire::Questionnaire;

impl Plan {
    /// Place of the next calendar file.
    pub fn next_revision(&self, today: Day) -> Revision {
        let day = self.calendar_files.last.map_or(today, |last| last.max(today));
        Revision { number: self.calendar_files.count, day }
    }

    /// Plan after a calendar file of it.
    pub fn with_calendar_file(mut self, today: Day) -> Self {
        let Revision { number, day } = self.next_revision(today);
        let files = &mut self.calendar_files;
        (files.count, files.last) = (number.saturating_add(1), Some(day));
        for action in &self.chosen {
            if !files.items.contains(&action.item) {
                files.items.push(action.item);
            }
        }
        self
    }

    /// Actions that a calendar file had and that are not chosen any more.
    ///
    /// An item without a step left has its respondent as owner, and the quarter of today.
    pub fn cancelled(&self, questionnaire: &Questionnaire, today: Day) -> Vec<Action> {
        let is_chosen = |item: usize| self.chosen.iter().any(|action| action.item == item);
        let action = |item: usize| {
            let known = self.others.iter().find(|action| action.item == item).copied();
            let owner = questionnaire.item(item)?.respondent;
            Some(known.unwrap_or(Action { item, owner, due: Quarter::of(today) }))
        };
        self.calendar_files
            .items
            .iter()
            .filter(|item| !is_chosen(**item))
            .filter_map(|item| action(*item))
            .collect()
    }
}
