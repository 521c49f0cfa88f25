//! Action plan of a report: chosen steps, each with an owner and a quarter, and their effect on the score.
//!
//! Priorities are the business of `report`.

mod calendar_files;
mod quarter;
mod revision;
mod target;
mod text;

pub use calendar_files::{CalendarFiles, Revision};
pub use quarter::Quarter;
pub use target::{Climb, one_up, shortest_way, what_if};

use crate::answers::{Complete, Response};
use crate::calendar::Day;
use crate::questionnaire::{Effort, Item, Questionnaire, Role};
use crate::report::{NextStep, Report, next_step};

/// Number of actions in a proposed plan: as many as an organisation can lead at once.
pub const PROPOSED: usize = 6;

/// Next step on an item, with its owner and its date. The response determines the step: see [`next_step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    /// Position of the item in the form.
    pub item: usize,
    /// Role that leads the step.
    pub owner: Role,
    /// Quarter at whose end the step is due.
    pub due: Quarter,
}

/// One action for each item with a step left: the chosen ones in the reader's order, and the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    chosen: Vec<Action>,
    others: Vec<Action>,
    calendar_files: CalendarFiles,
}

/// Direction of a move within a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// One place up.
    Earlier,
    /// One place down.
    Later,
}

impl Plan {
    /// Proposed plan: the priorities of a report in their order, the first [`PROPOSED`] of them chosen.
    ///
    /// The usual leader of a step owns it; the role that is best placed to know finds out. Steps of a meeting or
    /// some weeks are due at the end of the next quarter: at least three months are left. Steps of a quarter are due
    /// one quarter later.
    pub fn proposed(questionnaire: &Questionnaire, answers: &Complete, report: &Report, today: Day) -> Self {
        let actions = report.priorities.iter().filter_map(|item| usual(questionnaire, answers, *item, today));
        let mut chosen: Vec<Action> = actions.collect();
        let others = chosen.split_off(PROPOSED.min(chosen.len()));
        Self { chosen, others, calendar_files: CalendarFiles::default() }
    }

    /// Chosen actions, in their order.
    pub fn chosen(&self) -> &[Action] {
        &self.chosen
    }

    /// Other actions: dropped ones first, the last one on top, then the most useful ones.
    pub fn others(&self) -> &[Action] {
        &self.others
    }

    /// Plan with the action on an item chosen, at the end. Unchanged for a chosen or unknown item.
    pub fn keeping(mut self, item: usize) -> Self {
        if let Some(place) = place_of(&self.others, item) {
            let action = self.others.remove(place);
            self.chosen.push(action);
        }
        self
    }

    /// Plan without the action on an item. Unchanged for an item that is not chosen.
    pub fn dropping(mut self, item: usize) -> Self {
        if let Some(place) = place_of(&self.chosen, item) {
            let action = self.chosen.remove(place);
            self.others.insert(0, action);
        }
        self
    }

    /// Plan with another owner of the action on an item.
    pub fn owned(mut self, item: usize, owner: Role) -> Self {
        if let Some(action) = self.action_mut(item) {
            action.owner = owner;
        }
        self
    }

    /// Plan with another quarter of the action on an item.
    pub fn due(mut self, item: usize, due: Quarter) -> Self {
        if let Some(action) = self.action_mut(item) {
            action.due = due;
        }
        self
    }

    /// Plan with a chosen action one place up or down. Unchanged at the ends of the list.
    pub fn moved(mut self, item: usize, direction: Direction) -> Self {
        let other = |place: usize| match direction {
            Direction::Earlier => place.checked_sub(1),
            Direction::Later => Some(place + 1).filter(|other| *other < self.chosen.len()),
        };
        if let Some((place, other)) =
            place_of(&self.chosen, item).and_then(|place| Some((place, other(place)?)))
        {
            self.chosen.swap(place, other);
        }
        self
    }

    /// Answers after every chosen action, each one level up. Their score is the effect of the plan.
    pub fn carried_out(&self, questionnaire: &Questionnaire, answers: &Complete) -> Complete {
        let after =
            |action: &Action| Some((action.item, Response::Level(one_up(answers.get(action.item)?)?)));
        let after: Vec<(usize, Response)> = self.chosen.iter().filter_map(after).collect();
        what_if(questionnaire, answers, &after)
    }

    fn action_mut(&mut self, item: usize) -> Option<&mut Action> {
        self.chosen.iter_mut().chain(&mut self.others).find(|action| action.item == item)
    }
}

fn place_of(actions: &[Action], item: usize) -> Option<usize> {
    actions.iter().position(|action| action.item == item)
}

/// Proposed action on the item at a position; `None` where no step is left.
fn usual(questionnaire: &Questionnaire, answers: &Complete, position: usize, today: Day) -> Option<Action> {
    let item: &Item = questionnaire.item(position)?;
    let (owner, effort) = match next_step(item, answers.get(position)?)? {
        NextStep::FindOut(role) => (role, Effort::Meeting),
        NextStep::Take(step) => (step.owner, step.effort),
    };
    let next = Quarter::of(today).next();
    let due = match effort {
        Effort::Meeting | Effort::Weeks => next,
        Effort::Quarter => next.next(),
    };
    Some(Action { item: position, owner, due })
}
