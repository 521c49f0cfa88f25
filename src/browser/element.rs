//! What the element's shell calls: start, show, translate, take away.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::app_pool::{self, PooledApp};
use super::storage::BrowserStorage;
use super::{address, clipboard, clock, parts, share_sheet};
use crate::app::Props;
use crate::lazy::{LazyPart, LoadedPart, PartLoader};
use crate::state::{Message, Saved, Screen, State, Visit};
use crate::view::{Keep, Kept, Port, Ports, Shelf};
use boussole_core::link::Origin;
use boussole_core::pack::{Pack, Wire};
use boussole_core::texts::{Text, Texts};

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    stand: PooledApp,
    props: Props,
    told: LatestState,
    prefix: String,
    _links: Option<EventListener>,
}

/// What the app told last.
pub type LatestState = Rc<RefCell<Option<Snapshot>>>;

/// A state, and a way to change it.
pub type Snapshot = (Rc<State>, Callback<Message>);

#[wasm_bindgen]
extern "C" {
    /// The element's shell, which loads files. Each of its functions gives a promise.
    #[derive(Clone)]
    pub type Shell;

    /// Goes on in another locale.
    #[wasm_bindgen(method)]
    fn translate(this: &Shell, locale: &str) -> Promise;

    /// Goes on with another form.
    #[wasm_bindgen(method)]
    fn pursue(this: &Shell, form: &str) -> Promise;

    /// The pack of a questionnaire, form and version in the locale that is shown.
    #[wasm_bindgen(method)]
    fn find(this: &Shell, questionnaire: &str, form: &str, version: u8) -> Promise;

    /// The texts of the rooms beyond the report, whose style it adds.
    #[wasm_bindgen(method)]
    fn rooms(this: &Shell, locale: &str) -> Promise;

    /// The name of the event that the page was opened for; empty where there is none, and on pages of others nothing.
    #[wasm_bindgen(method, getter)]
    fn event(this: &Shell) -> Option<String>;

    /// How far the answers to a version have come, and whether the report is on the screen.
    #[wasm_bindgen(method)]
    fn progressed(this: &Shell, version: u8, given: usize, of: usize, reported: bool);

    /// The result was handed on.
    #[wasm_bindgen(method, js_name = passedOn)]
    fn passed_on(this: &Shell);
}

/// Shows a questionnaire inside an element.
///
/// `page` is the address of result links before `#`; with `reads_links` the widget opens those in the
/// page's own address; `prefix` begins the keys of what the browser keeps; `kept` is what `unmount` gave back.
///
/// # Errors
/// A message, where the pack is not one of this release.
#[wasm_bindgen]
pub fn mount(
    frame: &web_sys::Element,
    pack: JsValue,
    page: String,
    reads_links: bool,
    prefix: String,
    kept: Option<String>,
    shell: Shell,
) -> Result<Widget, JsValue> {
    let pack = read(pack)?;
    let place = BrowserStorage::of(&prefix, &pack.questionnaire);
    let visit = Visit {
        number: app_pool::number(),
        saved: kept.map_or_else(|| place.read(), Saved::Carried),
        fragment: reads_links.then(address::take_fragment).flatten(),
        today: clock::today(),
        result_id: clock::result_id(),
        expected: place.kept(Shelf::Expected),
    };
    let told = LatestState::default();
    let ports = ports(&pack, place, told.clone(), shell);
    let props = Props { pack, visit, ports, page: page.into() };
    let stand = PooledApp::on(frame, props.clone())?;
    let links = reads_links.then(|| follow_links(told.clone()));
    Ok(Widget { stand, props, told, prefix, _links: links })
}

#[wasm_bindgen]
impl Widget {
    /// Goes on in another locale, or with another form of the questionnaire.
    ///
    /// # Errors
    /// A message, where the pack is not one of this release.
    #[wasm_bindgen(js_name = setPack)]
    pub fn set_pack(&mut self, pack: JsValue) -> Result<(), JsValue> {
        let pack = read(pack)?;
        let props = &mut self.props;
        if Origin::of(&pack.questionnaire) != Origin::of(&props.pack.questionnaire) {
            let place = BrowserStorage::of(&self.prefix, &pack.questionnaire);
            props.visit.saved = place.read();
            props.visit.result_id = clock::result_id();
            props.visit.expected = place.kept(Shelf::Expected);
            if State::found_unreadable_draft(&pack, &props.visit) {
                place.set_aside();
            }
            (props.ports.keep, props.ports.kept) = shelves(&place);
            props.ports.save = save(place);
        }
        props.pack = pack;
        self.stand.update(props.clone());
        Ok(())
    }

    /// Does what only a host's page asks for, see `host.rs`; `answer` is called with what came of it, or with
    /// nothing where the part of the program for it can't be had.
    pub fn ask(&self, what: Array, answer: Function) {
        let told = self.told.clone();
        spawn_local(async move {
            let entry = parts::host().await.ok();
            let now = told.borrow().clone();
            let said = entry.zip(now).map_or(JsValue::UNDEFINED, |(entry, now)| entry(&now, &what));
            // Whoever asked may have gone.
            let _ = answer.call1(&JsValue::NULL, &said);
        });
    }

    /// Takes the widget off the page; what comes back goes into the next `mount`.
    pub fn unmount(self) -> Option<String> {
        drop(self._links);
        self.stand.leave();
        let (state, _) = self.told.take()?;
        (!state.erased).then(|| state.draft())
    }
}

pub(super) fn read(pack: JsValue) -> Result<Rc<Pack>, JsValue> {
    let pack = wire(pack).and_then(|wire| Pack::from_wire(wire).ok()).map(Rc::new);
    pack.ok_or_else(|| JsValue::from_str("the questionnaire was built by another release"))
}

/// The two lists that the browser's JSON parser found.
fn wire(pack: JsValue) -> Option<Wire> {
    let lists: Array = pack.dyn_into().ok()?;
    let numbers: Array = lists.get(0).dyn_into().ok()?;
    // A cast from a float saturates; what is no number at all is refused.
    let numbers: Option<Vec<u8>> =
        numbers.iter().map(|number| number.as_f64().map(|number| number as u8)).collect();
    Some(Wire(numbers?, list(&lists.get(1))?))
}

/// A list of texts.
pub(super) fn list(texts: &JsValue) -> Option<Vec<String>> {
    texts.dyn_ref::<Array>()?.iter().map(|text| text.as_string()).collect()
}

/// A result link that is opened in a page which is already there.
fn follow_links(told: LatestState) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| {
        // Before the first word of the app there is nothing to open a link in: it was just read.
        let now = told.borrow().clone();
        if let (Some((_, dispatch)), Some(fragment)) = (now, address::take_fragment()) {
            dispatch.emit(Message::Open(fragment));
        }
    })
}

fn ports(pack: &Pack, place: BrowserStorage, told: LatestState, shell: Shell) -> Ports {
    let subject = pack.texts.get(Text::ShareSubject).to_owned();
    let (translating, pursuing, loading_part) = (shell.clone(), shell.clone(), shell.clone());
    let (copying, offering, telling) = (shell.clone(), shell.clone(), shell.clone());
    let (keep, kept) = shelves(&place);
    Ports {
        save: save(place.clone()),
        set_aside: Callback::from(move |()| place.set_aside()),
        new_result_id: Callback::from(|()| clock::result_id()),
        copy: Port::from(move |(link, done)| clipboard::copy(link, passed_on(&copying, done))),
        share_sheet: share_sheet::exists().then(|| {
            Port::from(move |(link, done): (String, _)| {
                share_sheet::offer(&subject, &link, passed_on(&offering, done));
            })
        }),
        load_locale: loading(move |locale| translating.translate(locale)),
        load_form: loading(move |form| pursuing.pursue(form)),
        load_pack: Callback::from(move |(origin, done): (Origin, Callback<Option<Rc<Pack>>>)| {
            let pack = shell.find(&origin.questionnaire, &origin.form, origin.version);
            spawn_local(async move {
                done.emit(JsFuture::from(pack).await.ok().and_then(|pack| read(pack).ok()));
            });
        }),
        keep,
        kept,
        parts: PartLoader::Elsewhere(Callback::from(
            move |(room, locale, done): (LazyPart, String, Callback<Option<LoadedPart>>)| {
                let shell = loading_part.clone();
                spawn_local(async move { done.emit(loaded(room, &locale, &shell).await) });
            },
        )),
        on_change: Callback::from(move |(state, dispatch): Snapshot| {
            let answers = &state.answers;
            let (given, of) = (answers.given(), answers.iter().len());
            let reported = state.screen == Screen::Report;
            let version = state.pack.questionnaire.version;
            told.replace(Some((state.clone(), dispatch)));
            telling.progressed(version, given, of, reported);
        }),
    }
}

/// Lets the page know, where it worked.
fn passed_on(shell: &Shell, done: Callback<bool>) -> Callback<bool> {
    let shell = shell.clone();
    Callback::from(move |worked| {
        if worked {
            shell.passed_on();
        }
        done.emit(worked);
    })
}

/// A room and its texts, fetched side by side.
async fn loaded(room: LazyPart, locale: &str, shell: &Shell) -> Option<LoadedPart> {
    let texts = shell.rooms(locale);
    // The promise is on its way already.
    let entry = parts::entry(room).await?;
    let texts = list(&JsFuture::from(texts).await.ok()?)?;
    let event = shell.event().unwrap_or_default().into();
    Some(LoadedPart { entry, texts: Rc::new(Texts::new(texts)?), event })
}

/// What is kept beside the draft.
fn shelves(place: &BrowserStorage) -> (Keep, Kept) {
    let (keeping, kept) = (place.clone(), place.clone());
    (
        Callback::from(move |(shelf, text): (Shelf, Option<String>)| keeping.keep(shelf, text.as_deref())),
        Callback::from(move |shelf| kept.kept(shelf)),
    )
}

fn save(place: BrowserStorage) -> Callback<Option<String>, bool> {
    Callback::from(move |text: Option<String>| place.write(text.as_deref()))
}

/// Has the shell load something, and says whether it worked.
fn loading(load: impl Fn(&str) -> Promise + 'static) -> Port {
    Port::from(move |(what, done): (String, Callback<bool>)| {
        let loaded = JsFuture::from(load(&what));
        spawn_local(async move { done.emit(loaded.await.is_ok()) });
    })
}
