//! Earlier results on this device: what rose since, what fell, and on which items.

mod changes;
mod earlier;
mod list;
mod timeline;

pub use list::summary_sentence;

use std::rc::Rc;

use yew::prelude::*;

use crate::lazy::PartProps;
use crate::ui::element::Elements;
use crate::ui::frame::{frame, use_going};
use crate::ui::paste_box::paste_box;
use crate::view::{StorageSlot, View};
use boussole_core::history::{History, HistoryEntry, summary};
use boussole_core::link::{self, LinkError, Origin};
use boussole_core::pack::Pack;
use boussole_core::texts::LazyText;
use earlier::Earlier;

/// Screen of earlier results.
pub fn show(props: &PartProps) -> Html {
    html! { <HistoryRoom ..props.clone() /> }
}

/// Packs of other forms and versions, loaded to read results; `None` where there is no such pack.
type Loaded = Vec<(Origin, Option<Rc<Pack>>)>;

#[component]
fn HistoryRoom(props: &PartProps) -> Html {
    let view = &props.view;
    let history = use_state(|| opened(view));
    // The links of what was deleted last, to bring it back.
    let before = use_state(|| None::<Vec<String>>);
    let said = use_state(|| None::<String>);
    let pair = use_state(|| None::<(String, String)>);
    let loaded = use_mut_ref(Loaded::new);
    let again = use_force_update();
    let field = use_node_ref();
    // Deleting and restoring remove the pressed button: the focus moves on.
    let (root, focus) = use_going();

    let keep = {
        let (view, history) = (view.clone(), history.setter());
        Callback::from(move |changed: History| {
            view.store(StorageSlot::History, &changed.text());
            history.set(changed);
        })
    };
    let add = {
        let (keep, said, props) = (keep.clone(), said.setter(), props.clone());
        let before = before.setter();
        Callback::from(move |links: String| {
            let (changed, added, refused) = imported(&props, &opened(&props.view), &links);
            if added > 0 {
                keep.emit(changed);
            }
            before.set(None);
            said.set(Some(outcome(&props, added, refused)));
        })
    };
    let pasted = {
        let (add, find) = (add.clone(), props.tools.find);
        Callback::from(move |text: String| find(text, add.clone()))
    };
    {
        let (add, brought) = (add.clone(), props.brought.clone());
        use_effect_with(brought, move |brought| {
            if let Some(link) = brought {
                add.emit(link.clone());
            }
        });
    }
    {
        let (loaded, find, again) = (loaded.clone(), view.ports.load_pack.clone(), again.clone());
        let origins: Vec<Origin> = history.entries().map(|entry| entry.head.origin.clone()).collect();
        let here = Origin::of(view.questionnaire());
        use_effect_with(origins, move |origins| {
            for origin in origins.iter().filter(|origin| **origin != here) {
                look_for(origin, &loaded, &find, &again);
            }
        });
    }
    let results: Vec<Earlier> = history
        .entries()
        .filter(|entry| entry.head.origin.questionnaire == view.questionnaire().id.as_str())
        .filter_map(|entry| earlier(props, entry, &loaded.borrow()))
        .collect();
    let remove = {
        let (view, keep, before, said) = (view.clone(), keep.clone(), before.setter(), said.setter());
        let focus = focus.clone();
        Callback::from(move |links: Vec<String>| {
            *focus.borrow_mut() = String::from("[data-action=undo-remove]");
            said.set(None);
            // Another tab may have added a result since: it stays.
            keep.emit(links.iter().fold(opened(&view), |left, link| left.without(link)));
            before.set(Some(links));
        })
    };
    let bring_back = {
        let (view, keep, before) = (view.clone(), keep.clone(), before.setter());
        Callback::from(move |links: Vec<String>| {
            *focus.borrow_mut() = String::from("h3:has(+ .earlier)");
            let with = |history: History, link: &String| history.with(link).unwrap_or(history);
            keep.emit(links.iter().fold(opened(&view), with));
            before.set(None);
        })
    };
    let content = html! {
        <div ref={root}>
            { props.classed("p", "lead", LazyText::HistoryLead) }
            { timeline::view(props, &results) }
            { changes::view(props, &results, &pair) }
            { list::view(props, &results, &remove) }
            { undo(props, &before, &bring_back) }
            { props.heading("h3", LazyText::HistoryImport) }
            { paste_box(&field, props.say(LazyText::HistoryPaste), props.say(LazyText::HistoryAdd), pasted) }
            <p role="status" class="said">{ (*said).clone() }</p>
        </div>
    };
    frame(props, "history", LazyText::HistoryTitle, content)
}

/// Stored results, and the own result as it is now.
fn opened(view: &View) -> History {
    let kept = History::read(&view.stored(StorageSlot::History).unwrap_or_default());
    view.state.result().and_then(|own| kept.with(&own).ok()).unwrap_or(kept)
}

/// Loads what can read the results of another form or version, once.
fn look_for(
    origin: &Origin,
    loaded: &Rc<std::cell::RefCell<Loaded>>,
    find: &Callback<(Origin, Callback<Option<Rc<Pack>>>)>,
    again: &UseForceUpdateHandle,
) {
    if loaded.borrow().iter().any(|(known, _)| known == origin) {
        return;
    }
    loaded.borrow_mut().push((origin.clone(), None));
    let (loaded, again, requested_pack) = (loaded.clone(), again.clone(), origin.clone());
    let found = move |pack: Option<Rc<Pack>>| {
        for (known, place) in loaded.borrow_mut().iter_mut() {
            if *known == requested_pack {
                *place = pack.clone();
            }
        }
        again.force_update();
    };
    find.emit((origin.clone(), Callback::from(found)));
}

/// A result that is kept, if what can read it is there.
fn earlier(props: &PartProps, entry: &HistoryEntry, loaded: &Loaded) -> Option<Earlier> {
    let own = &props.view.state.pack;
    let pack = if entry.head.origin == Origin::of(&own.questionnaire) {
        own.clone()
    } else {
        loaded.iter().find(|(origin, _)| *origin == entry.head.origin)?.1.clone()?
    };
    let result = link::decode(&pack.questionnaire, &entry.link).ok()?;
    let summary = summary(&pack.questionnaire, &result.content);
    Some(Earlier { pack, entry: entry.clone(), result, summary })
}

/// The history with every result of links, one a line, how many there were, and how many could not be taken.
fn imported(props: &PartProps, history: &History, links: &str) -> (History, usize, usize) {
    let ours = props.view.questionnaire().id.as_str();
    links.lines().fold((history.clone(), 0, 0), |(history, added, refused), found| {
        let read = link::head(found).and_then(|head| match head.origin.questionnaire == ours {
            true => history.with(found),
            false => Err(LinkError::Elsewhere(head.origin)),
        });
        match read {
            Ok(history) => (history, added + 1, refused),
            Err(_) => (history, added, refused + 1),
        }
    })
}

fn outcome(props: &PartProps, added: usize, refused: usize) -> String {
    let added_text = match added {
        0 => props.say(LazyText::HistoryAddedNone),
        _ => props.fill(LazyText::HistoryAdded, &[("count", &added.to_string())]),
    };
    match refused {
        0 => added_text,
        _ => {
            let refused = props.fill(LazyText::HistoryRefused, &[("count", &refused.to_string())]);
            [added_text, refused].join(" ")
        }
    }
}

fn undo(props: &PartProps, before: &Option<Vec<String>>, bring_back: &Callback<Vec<String>>) -> Html {
    let Some(links) = before.clone() else { return Html::default() };
    let back = bring_back.reform(move |_: MouseEvent| links.clone());
    html! {
        <p class="row" role="status">
            { props.element("span", LazyText::HistoryRemoved) }
            { props.quiet_button("undo-remove", LazyText::HistoryUndo, back) }
        </p>
    }
}
