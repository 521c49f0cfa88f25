//! The widget as one Yew component over one reducer. Views touch no browser while rendering, so they render natively
//! to HTML too; what needs the browser comes in as [`Ports`].

use std::rc::Rc;

use boussole_core::pack::Pack;
use yew::prelude::*;

use crate::effects::use_effects;
use crate::lazy;
use crate::screens::{expectation, overview, question, report};
use crate::state::{Screen, State, Visit};
use crate::ui::{footer, notice};
use crate::view::{Ports, View};

/// What the widget is made with.
#[derive(Clone, Properties)]
pub struct Props {
    pub pack: Rc<Pack>,
    pub visit: Visit,
    pub ports: Ports,
    /// The address before `#` of a result link.
    pub page: AttrValue,
}

/// Others only come when something follows from them; to compare a whole pack would cost the widget a kilobyte.
impl PartialEq for Props {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The whole widget.
#[component]
pub fn App(props: &Props) -> Html {
    let reducer = {
        let (pack, visit) = (props.pack.clone(), props.visit.clone());
        use_reducer(move || State::new(pack, &visit))
    };
    let heading = use_node_ref();
    let top = use_node_ref();
    let walking = use_memo((), |()| std::cell::Cell::new(false));
    let dispatch = {
        let dispatcher = reducer.dispatcher();
        use_callback(props.visit.today, move |message, today| dispatcher.dispatch((message, *today)))
    };
    let state = Rc::new((*reducer).clone());
    use_effects(props, &state, &dispatch, &top, &heading);

    let view = View {
        state: state.clone(),
        pack: state.pack.clone(),
        ports: props.ports.clone(),
        page: props.page.clone(),
        today: props.visit.today,
        dispatch,
        walking,
        heading,
    };
    let screen = match &state.screen {
        Screen::Item(position) => question::view(&view, *position),
        Screen::Overview => overview::view(&view),
        Screen::Expectation => expectation::view(&view),
        Screen::Report => report::own(&view),
        Screen::Shared(shared) => report::shared(&View { pack: shared.pack.clone(), ..view.clone() }, shared),
        Screen::Lazy(room, brought) => lazy::view(&view, *room, brought),
    };
    html! {
        <div class="boussole" part="sheet" dir="ltr" lang={view.questionnaire().locale.clone()} ref={top}>
            { notice::view(&view) }
            { screen }
            { footer::view(&view) }
        </div>
    }
}
