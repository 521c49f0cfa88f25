//! The widget as one Yew component over one reducer. Views touch no browser while rendering, so they render natively
//! to HTML too; what needs the browser comes in as [`Props`].

use std::rc::Rc;

use yew::prelude::*;

use crate::effects::use_effects;
use crate::lazy;
use crate::props::Props;
use crate::screens::question;
use crate::state::{Screen, State};
use crate::ui::{footer, notice};
use crate::view::View;

/// The whole widget.
#[component]
pub fn App(props: &Props) -> Html {
    let reducer = {
        let (pack, visit) = (props.pack.clone(), props.visit.clone());
        use_reducer(move || State::new(pack, &visit))
    };
    let heading = use_node_ref();
    let walking = use_memo((), |()| std::cell::Cell::new(false));
    let dispatch = {
        let dispatcher = reducer.dispatcher();
        let today = props.ports.today.clone();
        // The clock is asked for each message: a page may stay open over midnight.
        use_callback(props.visit.number, move |message, _| dispatcher.dispatch((message, today.emit(()))))
    };
    let state = Rc::new((*reducer).clone());
    use_effects(props, &state, &dispatch, &heading);

    let view = View {
        state: state.clone(),
        pack: state.pack.clone(),
        ports: props.ports.clone(),
        page: AttrValue::from(state.page.clone()),
        dispatch,
        walking,
        heading,
    };
    let other = state.other_pack().map(|pack| View { pack, ..view.clone() });
    let shown = other.as_ref().unwrap_or(&view);
    let part = lazy::view(shown, &props.parts);
    let screen = match &state.screen {
        Screen::Item(position) => question::view(shown, *position),
        Screen::Lazy(..) => part,
        Screen::Overview | Screen::Expectation | Screen::Report | Screen::Shared(_) => {
            lazy::report(shown, &props.parts, part)
        }
    };
    html! {
        <div class="boussole" part="sheet" dir="ltr" lang={view.questionnaire().locale.clone()}>
            { notice::view(&view) }
            { screen }
            { footer::view(&view) }
        </div>
    }
}
