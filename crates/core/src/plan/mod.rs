//! What comes of a report: the steps that somebody keeps, each with an owner and a quarter; and what they
//! would bring. Not which ones matter most: see `report`.

mod quarter;
mod target;
mod text;

pub use quarter::Quarter;
pub use target::{Climb, one_up, shortest_way, what_if};

use crate::answers::{Complete, Response};
use crate::link::Day;
use crate::questionnaire::{Effort, Item, Questionnaire, Role};
use crate::report::{NextStep, Report, next_step};

/// How many actions a plan proposes to keep: as many as an organisation can lead at once.
pub const PROPOSED: usize = 6;

/// The next step on an item, as somebody means to take it. What the step is follows from the response:
/// see [`next_step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    /// The position of the item in the form.
    pub item: usize,
    /// Who leads it.
    pub owner: Role,
    /// By the end of which quarter it is done.
    pub due: Quarter,
}

/// One action for each item with a step left: those that are kept, in the order in which somebody put
/// them, and the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    chosen: Vec<Action>,
    others: Vec<Action>,
}

/// Where an action goes in the order of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Earlier,
    Later,
}

impl Plan {
    /// The plan that a report proposes: its priorities in their order, the first [`PROPOSED`] of them kept.
    ///
    /// Who usually leads a step owns it, and who is best placed to know finds out. A step that takes a
    /// meeting or some weeks is due at the end of the quarter after the one in which `today` lies, so that
    /// at least three months are left; one that takes a quarter is due one quarter later.
    pub fn proposed(questionnaire: &Questionnaire, answers: &Complete, report: &Report, today: Day) -> Self {
        let actions = report.priorities.iter().filter_map(|item| usual(questionnaire, answers, *item, today));
        let mut chosen: Vec<Action> = actions.collect();
        let others = chosen.split_off(PROPOSED.min(chosen.len()));
        Self { chosen, others }
    }

    /// The actions that are kept, in their order.
    pub fn chosen(&self) -> &[Action] {
        &self.chosen
    }

    /// The actions that could be kept too, the most useful first but for those that were dropped: these
    /// stand before them, the last one first.
    pub fn others(&self) -> &[Action] {
        &self.others
    }

    /// With the action on an item kept, after all that are. Nothing changes where it is, or where there is
    /// none.
    pub fn keeping(mut self, item: usize) -> Self {
        if let Some(place) = place_of(&self.others, item) {
            let action = self.others.remove(place);
            self.chosen.push(action);
        }
        self
    }

    /// With the action on an item no longer kept. Nothing changes where it is not.
    pub fn dropping(mut self, item: usize) -> Self {
        if let Some(place) = place_of(&self.chosen, item) {
            let action = self.chosen.remove(place);
            self.others.insert(0, action);
        }
        self
    }

    /// With somebody else leading the action on an item.
    pub fn owned(mut self, item: usize, owner: Role) -> Self {
        if let Some(action) = self.action_mut(item) {
            action.owner = owner;
        }
        self
    }

    /// With the action on an item due by the end of another quarter.
    pub fn due(mut self, item: usize, due: Quarter) -> Self {
        if let Some(action) = self.action_mut(item) {
            action.due = due;
        }
        self
    }

    /// With a kept action one place earlier or later. Nothing changes at the end of the row.
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

    /// The answers once every kept action has led one level up: what the plan brings is the score of these.
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

/// The action on the item at a position as a plan proposes it; `None` where no step is left.
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
