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

    /// Details of a report.
    pub fn detail() -> PartEntry {
        PartEntry { show: detail::show, tools: BrowserTools::NONE }
    }

    /// Action plan.
    pub fn plan() -> PartEntry {
        PartEntry { show: plan::show, tools: BrowserTools::NONE }
    }

    /// Prints, pictures and files.
    pub fn export(tools: BrowserTools) -> PartEntry {
        PartEntry { show: export::show, tools }
    }

    /// Results of earlier days.
    pub fn history(tools: BrowserTools) -> PartEntry {
        PartEntry { show: history::show, tools }
    }

    /// Several results side by side.
    pub fn team(tools: BrowserTools) -> PartEntry {
        PartEntry { show: team::show, tools }
    }
}
