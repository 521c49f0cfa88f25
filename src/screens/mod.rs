//! The screens of the widget, one file or folder each.

pub mod detail;
pub mod expectation;
pub mod export;
pub mod history;
pub mod overview;
pub mod plan;
pub mod question;
pub mod report;
pub mod room;
pub mod team;

/// The rooms as entries. Whatever calls one of these has that room in its part of the program.
pub mod entries {
    use super::{detail, export, history, plan, team};
    use crate::lazy::{Entry, Tools};

    pub fn detail(tools: Tools) -> Entry {
        Entry { show: detail::show, tools }
    }

    pub fn plan(tools: Tools) -> Entry {
        Entry { show: plan::show, tools }
    }

    pub fn export(tools: Tools) -> Entry {
        Entry { show: export::show, tools }
    }

    pub fn history(tools: Tools) -> Entry {
        Entry { show: history::show, tools }
    }

    pub fn team(tools: Tools) -> Entry {
        Entry { show: team::show, tools }
    }
}
