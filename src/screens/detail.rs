//! The details of a result, which open in their place in the report.

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::screens::report::{details, meanings};
use crate::state::{IncomingContent, Screen};

/// Details of the result on the screen.
pub fn show(props: &PartProps) -> Html {
    let view = &props.view;
    match &view.state.screen {
        Screen::Shared(shared) => match &shared.result {
            IncomingContent::Full(answers, _) => {
                shared.report().map_or_else(Html::default, |report| details(view, answers, &report))
            }
            IncomingContent::Scores(summary) => meanings(view, summary),
        },
        _ => {
            let report = view.state.report();
            report.map_or_else(Html::default, |report| details(view, &view.state.answers, &report))
        }
    }
}
