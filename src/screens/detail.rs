//! The details of a result, which open in their place in the report.

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::screens::report::{details, meanings};
use crate::state::{Screen, SharedResult};

pub fn show(props: &PartProps) -> Html {
    let view = &props.view;
    match &view.state.screen {
        Screen::Shared(shared) => match &shared.result {
            SharedResult::Full(answers, report) => details(view, answers, report),
            SharedResult::Scores(standing) => meanings(view, standing),
        },
        _ => view
            .state
            .report()
            .map_or_else(Html::default, |report| details(view, &view.state.answers, &report)),
    }
}
