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

/// The parts of the program as entries. Whatever calls one of these has that part in its own.
pub mod entries {
    use std::rc::Rc;

    use boussole_core::pack::{Pack, Wire};
    use yew::Html;

    use super::{detail, expectation, export, history, overview, plan, report, team};
    use crate::lazy::{BrowserTools, File, PartEntry, PartProps, ReportEntry, TeamFormat};
    use crate::state::Screen;
    use crate::view::View;
    use boussole_core::export::team::TeamExport;

    /// The screens behind the questions, and what reads their texts.
    pub const REPORT: ReportEntry = ReportEntry { show, read };

    fn read(wires: [Wire; 2]) -> Option<Rc<Pack>> {
        Pack::from_wires(wires).ok().map(Rc::new)
    }

    fn show(view: &View, part: Html) -> Html {
        match &view.state.screen {
            Screen::Overview => overview::view(view),
            Screen::Expectation => expectation::view(view),
            Screen::Report => report::own(view, part),
            Screen::Shared(shared) => report::shared(view, shared, part),
            Screen::Item(_) | Screen::Lazy(..) => Html::default(),
        }
    }

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

    /// File of a team.
    pub fn write_team_file(props: &PartProps, export: &TeamExport<'_>, format: TeamFormat) -> File {
        team::file(props, export, format)
    }

    /// Several results side by side.
    pub fn team(tools: BrowserTools) -> PartEntry {
        PartEntry { show: team::show, tools }
    }
}
