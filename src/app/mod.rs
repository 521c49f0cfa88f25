//! The widget as Yew components over one reducer. Nothing here touches the browser while rendering, so
//! the same components render natively to HTML; what needs the browser comes in as [`Ports`].

mod arrival;
mod footer;
mod item;
mod notice;
mod overview;
mod report;
mod state;
mod words;

#[cfg(all(test, feature = "ssr", feature = "authoring"))]
mod tests;

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

pub use arrival::{Shared, SharedResult, Sought};
pub use state::{Message, Notice, Reveals, Saved, Screen, State, Then, Visit};

use crate::link::{Mark, Origin};
use crate::pack::Pack;
use crate::questionnaire::Questionnaire;
use crate::texts;

/// What the widget asks of the browser. Each answers whether it worked.
#[derive(Clone, PartialEq)]
pub struct Ports {
    /// Keeps a draft, or forgets it.
    pub save: Callback<Option<String>, bool>,
    /// Keeps a draft that could not be read where no later one overwrites it.
    pub set_aside: Callback<()>,
    /// A mark for the next result.
    pub mark: Callback<(), Mark>,
    pub copy: Port,
    /// The share sheet, where the browser has one.
    pub sheet: Option<Port>,
    /// Loads another locale; it comes back as another `pack` of [`Props`].
    pub translate: Port,
    /// Loads another form of the questionnaire; it comes back in the same way.
    pub pursue: Port,
    /// Loads what can read a result that was made with something else; none if there is no such thing.
    pub find: Callback<(Origin, Callback<Option<Rc<Pack>>>)>,
}

/// Something that is done with a text, after which it is said whether it worked.
pub type Port = Callback<(String, Callback<bool>)>;

/// What the widget is made with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub pack: Rc<Pack>,
    pub visit: Visit,
    pub ports: Ports,
    /// The address before `#` of a result link.
    pub page: AttrValue,
    /// A fragment that was opened after the start, with a number that tells it from the one before.
    #[prop_or_default]
    pub opened: Option<(u32, String)>,
}

/// What every view reads.
#[derive(Clone)]
pub struct View {
    pub state: Rc<State>,
    /// What the screen is about: one's own questionnaire, or that of a shared result.
    pub pack: Rc<Pack>,
    pub ports: Ports,
    pub page: AttrValue,
    pub act: Callback<Message>,
    /// Set while an arrow key is down, see [`Then::Stay`].
    pub walking: Rc<std::cell::Cell<bool>>,
    /// The heading of the screen, to which the focus moves.
    pub heading: NodeRef,
}

impl View {
    fn questionnaire(&self) -> &Questionnaire {
        &self.pack.questionnaire
    }

    fn text(&self, text: texts::Text) -> String {
        self.pack.texts.get(text).to_owned()
    }

    fn fill(&self, text: texts::Text, values: &[(&str, &str)]) -> String {
        self.pack.texts.fill(text, values)
    }

    /// A callback that sends a message.
    fn on<E>(&self, message: Message) -> Callback<E> {
        self.act.reform(move |_| message.clone())
    }

    /// A callback that has something loaded, and says so where that fails.
    fn load(&self, port: &Port, what: String, failed: Message) -> Callback<MouseEvent> {
        let (port, act) = (port.clone(), self.act.clone());
        Callback::from(move |_| {
            let (act, failed) = (act.clone(), failed.clone());
            let done = Callback::from(move |worked: bool| {
                if !worked {
                    act.emit(failed.clone());
                }
            });
            port.emit((what.clone(), done));
        })
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
    let act = {
        let (dispatcher, today) = (reducer.dispatcher(), props.visit.today);
        use_callback((), move |message, ()| dispatcher.dispatch((message, today)))
    };
    let state = Rc::new((*reducer).clone());
    use_outside(props, &state, &act);
    use_kept_draft(props, &state, &act);
    use_sought(props, &state, &act);
    use_focus(state.moves, &top, &heading);

    let view = View {
        state: state.clone(),
        pack: state.pack.clone(),
        ports: props.ports.clone(),
        page: props.page.clone(),
        act,
        walking,
        heading,
    };
    let screen = match &state.screen {
        Screen::Item(position) => item::view(&view, *position),
        Screen::Overview => overview::view(&view),
        Screen::Report => report::own(&view),
        Screen::Shared(shared) => report::shared(&View { pack: shared.pack.clone(), ..view.clone() }, shared),
    };
    html! {
        <div class="boussole" lang={view.questionnaire().locale.clone()} ref={top}>
            { notice::view(&view) }
            { screen }
            { footer::view(&view) }
        </div>
    }
}

/// A pack or a link that comes from outside after the start is a message like any other.
#[hook]
fn use_outside(props: &Props, state: &Rc<State>, act: &Callback<Message>) {
    {
        let (act, given, shown) = (act.clone(), props.pack.clone(), state.pack.clone());
        let (saved, mark) = (props.visit.saved.clone(), props.visit.mark);
        // By its address: two packs need not be compared text by text at every answer.
        use_effect_with(Rc::as_ptr(&props.pack), move |_| {
            if Origin::of(&given.questionnaire) != Origin::of(&shown.questionnaire) {
                act.emit(Message::Enter(given, saved, mark));
            } else if !Rc::ptr_eq(&given, &shown) {
                act.emit(Message::Translate(given));
            }
        });
    }
    let act = act.clone();
    use_effect_with(props.opened.clone(), move |opened| {
        if let Some((_, fragment)) = opened {
            act.emit(Message::Open(fragment.clone()));
        }
    });
}

/// Every change of the answers is kept; a draft that could not be read is set aside before.
#[hook]
fn use_kept_draft(props: &Props, state: &Rc<State>, act: &Callback<Message>) {
    let first = use_mut_ref(|| true);
    let told = use_mut_ref(|| false);
    let (ports, visit, act) = (props.ports.clone(), props.visit.clone(), act.clone());
    let state = state.clone();
    use_effect_with((state.answers.clone(), state.mark), move |(answers, _)| {
        if std::mem::take(&mut *first.borrow_mut()) {
            if State::found_unreadable_draft(&state.pack, &visit) {
                ports.set_aside.emit(());
            }
            return;
        }
        let draft = (answers.given() > 0).then(|| state.draft());
        if !ports.save.emit(draft) && !std::mem::replace(&mut *told.borrow_mut(), true) {
            act.emit(Message::NotSaved);
        }
    });
}

/// What only another questionnaire can read has it loaded.
#[hook]
fn use_sought(props: &Props, state: &Rc<State>, act: &Callback<Message>) {
    let (find, act) = (props.ports.find.clone(), act.clone());
    use_effect_with(state.sought.clone(), move |sought| {
        if let Some(sought) = sought.clone() {
            let origin = sought.origin.clone();
            let found = move |pack| act.emit(Message::Found(sought.clone(), pack));
            find.emit((origin, Callback::from(found)));
        }
    });
}

/// The focus goes to the heading of a new screen, but not to that of the first: a page that is only
/// opened keeps its own focus.
#[hook]
fn use_focus(moves: u32, top: &NodeRef, heading: &NodeRef) {
    let (top, heading) = (top.clone(), heading.clone());
    use_effect_with(moves, move |moves| {
        if *moves == 0 {
            return;
        }
        if let Some(heading) = heading.cast::<HtmlElement>() {
            // A heading that can't take the focus is no reason to stop an assessment.
            let _ = heading.focus();
        }
        if let Some(top) = top.cast::<web_sys::Element>() {
            let to_start = web_sys::ScrollIntoViewOptions::new();
            to_start.set_block(web_sys::ScrollLogicalPosition::Start);
            top.scroll_into_view_with_scroll_into_view_options(&to_start);
        }
    });
}
