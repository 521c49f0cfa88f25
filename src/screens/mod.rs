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
    use crate::lazy::{BrowserTools, PartEntry};

    pub fn detail() -> PartEntry {
        PartEntry { show: detail::show, tools: BrowserTools::NONE }
    }

    pub fn plan() -> PartEntry {
        PartEntry { show: plan::show, tools: BrowserTools::NONE }
    }

    pub fn export(tools: BrowserTools) -> PartEntry {
        PartEntry { show: export::show, tools }
    }

    pub fn history(tools: BrowserTools) -> PartEntry {
        PartEntry { show: history::show, tools }
    }

    pub fn team(tools: BrowserTools) -> PartEntry {
        PartEntry { show: team::show, tools }
    }
}
