//! Functions that the scripts of the element call: start, show, translate, remove.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::app_pool::{self, PooledApp};
use super::latest::{LatestState, Snapshot};
use super::packs::{first, list, whole};
use super::storage::WidgetStorage;
use super::{clipboard, clock, links, parts, share_sheet};
use crate::lazy::{Fetch, LoadedPart, LoadedReport, PartLoader};
use crate::props::Props;
use crate::state::{LazyPart, Message, Saved, Screen, State, Visit};
use crate::view::{Port, Ports, Storage, StorageSlot};
use boussole_core::link::Origin;
use boussole_core::pack::Pack;
use boussole_core::texts::{Text, Texts};

/// A widget on the page.
#[wasm_bindgen]
pub struct Widget {
    app: PooledApp,
    latest: LatestState,
    storage: WidgetStorage,
    _links: Option<EventListener>,
    _tabs: Option<[EventListener; 3]>,
}

/// The functions of `Shell`, for the scripts that have them.
#[wasm_bindgen(typescript_custom_section)]
const SHELL: &str = "
export interface Shell {
  loadLocale(locale: string): Promise<void>;
  loadForm(form: string): Promise<void>;
  loadPack(questionnaire: string, form: string, version: number): Promise<unknown>;
  loadMounted(): Promise<unknown>;
  loadScreens(locale: string, screen: string): Promise<unknown>;
  readonly eventName?: string;
  takeFragment(): string | undefined;
  onLink(isShown: boolean): void;
  showHeading(heading: HTMLElement): void;
  onProgress(version: number, given: number, of: number, reported: boolean): void;
  onShared(): void;
}
";

#[wasm_bindgen]
extern "C" {
    /// Takes the response to a request of the host's page.
    #[wasm_bindgen(extends = Function, typescript_type = "(response?: string) => void")]
    pub type HostCallback;

    /// The element's shell, which loads files. Each of its functions gives a promise.
    #[wasm_bindgen(typescript_type = "Shell")]
    #[derive(Clone)]
    pub type Shell;

    /// Loads the pack of another locale.
    #[wasm_bindgen(method, js_name = loadLocale)]
    fn load_locale(this: &Shell, locale: &str) -> Promise;

    /// Loads the pack of another form.
    #[wasm_bindgen(method, js_name = loadForm)]
    fn load_form(this: &Shell, form: &str) -> Promise;

    /// Whole pack of a questionnaire, form and version in the locale that is shown.
    #[wasm_bindgen(method, js_name = loadPack)]
    fn load_pack(this: &Shell, questionnaire: &str, form: &str, version: u8) -> Promise;

    /// The whole pack that the widget was mounted with.
    #[wasm_bindgen(method, js_name = loadMounted)]
    fn load_mounted(this: &Shell) -> Promise;

    /// Texts of a screen that is loaded on demand, with its style added.
    #[wasm_bindgen(method, js_name = loadScreens)]
    fn load_screens(this: &Shell, locale: &str, screen: &str) -> Promise;

    /// Result link or invitation in the page's address, which it leaves.
    #[wasm_bindgen(method, js_name = takeFragment)]
    fn take_fragment(this: &Shell) -> Option<String>;

    /// Reports whether what a link opened is on the screen.
    #[wasm_bindgen(method, js_name = onLink)]
    fn on_link(this: &Shell, is_shown: bool);

    /// Moves the focus to the heading of a new screen, and scrolls where it is out of view.
    #[wasm_bindgen(method, js_name = showHeading)]
    fn show_heading(this: &Shell, heading: &web_sys::HtmlElement);

    /// Name of the event in the page's address; empty without an event, and `None` on pages of others.
    #[wasm_bindgen(method, getter, js_name = eventName)]
    fn event_name(this: &Shell) -> Option<String>;

    /// Reports the number of answers to a version, and whether the report is on the screen.
    #[wasm_bindgen(method, js_name = onProgress)]
    fn on_progress(this: &Shell, version: u8, given: usize, of: usize, reported: bool);

    /// Reports that the result was shared.
    #[wasm_bindgen(method, js_name = onShared)]
    fn on_shared(this: &Shell);
}

/// Shows a questionnaire inside an element. The first two lists of `pack` are enough: the rest is loaded behind the first screen.
///
/// `page` is the address of result links before `#`; with `reads_links` the widget opens links in the page's own
/// address; `prefix` begins the keys of browser storage, and without one all is stored in memory; `draft` is the
/// text that `unmount` returned.
///
/// # Errors
/// A message, where the pack is not one of this release.
#[wasm_bindgen]
pub fn mount(
    frame: &web_sys::Element,
    pack: JsValue,
    page: String,
    reads_links: bool,
    prefix: Option<String>,
    draft: Option<String>,
    shell: Shell,
) -> Result<Widget, JsValue> {
    let pack = first(&pack).ok_or("the questionnaire was built by another release")?;
    let storage = WidgetStorage::new(prefix);
    let mut visit = visit(&storage, &pack, page.into());
    let saved = visit.saved.clone();
    visit.saved = draft.map_or(visit.saved, Saved::Carried);
    visit.fragment = reads_links.then(|| shell.take_fragment()).flatten();
    let latest = LatestState::default();
    let parts = PartLoader::fetched(fetch(shell.clone()));
    let links = reads_links.then(|| follow_links(latest.clone(), shell.clone()));
    let ports = ports(&storage, latest.clone(), shell);
    let app = PooledApp::on(frame, Props { pack, visit, ports, parts })?;
    let tabs = storage.is_shared().then(|| follow_tabs(&latest, &storage, &saved));
    Ok(Widget { app, latest, storage, _links: links, _tabs: tabs })
}

/// Calls `respond` with what a fragment is meant as.
#[wasm_bindgen]
pub fn mend(fragment: String, respond: HostCallback) {
    let respond = move |link: String| {
        // The page may have closed meanwhile.
        let _ = respond.call1(&JsValue::NULL, &link.into());
    };
    links::mended(fragment, Callback::from(respond));
}

/// A visit that begins with the stored draft of a questionnaire.
fn visit(storage: &WidgetStorage, pack: &Pack, page: Rc<str>) -> Visit {
    Visit {
        number: app_pool::number(),
        page,
        saved: storage.draft(&pack.questionnaire),
        fragment: None,
        today: clock::today(),
        result_id: clock::result_id(),
        expected: storage.stored(&pack.questionnaire, StorageSlot::Expectation),
    }
}

#[wasm_bindgen]
impl Widget {
    /// Goes on in another locale, or with another form of the questionnaire, with its whole pack; `page` is the address of
    /// its result links.
    #[wasm_bindgen(js_name = setPack)]
    pub fn set_pack(&self, pack: JsValue, page: String) {
        let (latest, storage) = (self.latest.clone(), self.storage.clone());
        spawn_local(async move {
            let pack = parts::report().await.ok().and_then(|entry| whole(&pack, entry));
            // The app reports its first state in the task of the mount, before a pack can be loaded.
            let Some((state, dispatch)) = latest.get() else { return };
            let Some(pack) = pack else { return dispatch.emit(Message::LocaleFailed) };
            let is_same = Origin::of(&pack.questionnaire) == Origin::of(&state.pack.questionnaire);
            let page = Rc::<str>::from(page);
            dispatch.emit(Message::SetPage(page.clone()));
            let switch = |pack| switch_form(&storage, pack, page);
            dispatch.emit(if is_same { Message::Translate(pack) } else { switch(pack) });
        });
    }

    /// Answers a request of the host's page: JSON of `boussole_core::host`. `respond` is called with the response as
    /// JSON, or with nothing where that part of the program can't be loaded.
    pub fn ask(&self, request: String, respond: HostCallback) {
        let latest = self.latest.clone();
        spawn_local(async move {
            let entry = parts::host().await.ok();
            let response = entry.zip(latest.get()).map(|(entry, latest)| entry(&latest, &request));
            let response = response.map_or(JsValue::UNDEFINED, JsValue::from);
            // The page may have closed meanwhile.
            let _ = respond.call1(&JsValue::NULL, &response);
        });
    }

    /// The own answers as a text, which result links hold; empty before the first state.
    #[wasm_bindgen(getter)]
    pub fn draft(&self) -> String {
        self.latest.get().map(|(state, _)| state.draft()).unwrap_or_default()
    }

    /// Takes the widget off the page; what comes back goes into the next `mount`.
    pub fn unmount(self) -> Option<String> {
        drop((self._links, self._tabs));
        self.app.leave();
        let (state, _) = self.latest.get()?;
        (!state.erased).then(|| state.draft())
    }
}

/// The message for a pack of another form. A draft of it that can't be read is set aside.
fn switch_form(storage: &WidgetStorage, pack: Rc<Pack>, page: Rc<str>) -> Message {
    let visit = visit(storage, &pack, page);
    if State::found_unreadable_draft(&pack, &visit) {
        storage.set_aside(&pack.questionnaire);
    }
    Message::SwitchForm(pack, visit)
}

/// Opens result links in a page that is there already.
fn follow_links(latest: LatestState, shell: Shell) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| {
        // Before the first state, the mount has just read the address.
        if let (Some((_, dispatch)), Some(fragment)) = (latest.get(), shell.take_fragment()) {
            links::mended(fragment, dispatch.reform(Message::Open));
        }
    })
}

/// Goes on with what another tab stores. A page that was asleep hears of nothing, and looks when it is seen again.
fn follow_tabs(latest: &LatestState, storage: &WidgetStorage, saved: &Saved) -> [EventListener; 3] {
    let known = Rc::new(RefCell::new(saved.clone()));
    ["storage", "pageshow", "focus"].map(|event| {
        let (latest, storage, known) = (latest.clone(), storage.clone(), known.clone());
        EventListener::new(&window(), event, move |_| {
            let Some((state, dispatch)) = latest.get() else { return };
            let saved = storage.draft(&state.pack.questionnaire);
            let is_own = match &saved {
                Saved::Draft(text) => *text == state.draft(),
                _ => state.erased || state.answers.answered() == 0,
            };
            // The draft that this tab began with is no news. It may differ: the role of an invitation is not stored.
            if known.replace(saved.clone()) != saved && !is_own {
                dispatch.emit(Message::Sync(saved));
            }
        })
    })
}

fn ports(storage: &WidgetStorage, latest: LatestState, shell: Shell) -> Ports {
    let sharer = latest.clone();
    let (loading_locale, loading_form) = (shell.clone(), shell.clone());
    let (copying, offering, reporting) = (shell.clone(), shell.clone(), shell.clone());
    let showing = shell.clone();
    Ports {
        storage: Rc::new(storage.clone()),
        today: Callback::from(|()| clock::today()),
        new_result_id: Callback::from(|()| clock::result_id()),
        copy: Port::from(move |(link, done)| clipboard::copy(link, sharing(&copying, done))),
        share_sheet: share_sheet::exists().then(|| {
            Port::from(move |(link, done): (String, _)| {
                // Of the pack as it is now: in the reader's language, and complete.
                let Some((state, _)) = sharer.get() else { return };
                let subject = state.pack.texts.get(Text::ShareSubject);
                share_sheet::offer(subject, &link, sharing(&offering, done));
            })
        }),
        load_locale: loading(loading_locale, Shell::load_locale),
        load_form: loading(loading_form, Shell::load_form),
        load_pack: Callback::from(move |(origin, done): (Origin, Callback<Option<Rc<Pack>>>)| {
            let pack = shell.load_pack(&origin.questionnaire, &origin.form, origin.version);
            spawn_local(async move { done.emit(loaded_pack(pack).await.map(|(_, pack)| pack)) });
        }),
        show_heading: Callback::from(move |heading| showing.show_heading(&heading)),
        on_change: Callback::from(move |(state, dispatch): Snapshot| {
            let answers = &state.answers;
            let (given, of) = (answers.answered(), answers.iter().len());
            let reported = state.screen == Screen::Report;
            let version = state.pack.questionnaire.version;
            latest.set((state.clone(), dispatch));
            reporting.on_link(state.shows_link());
            reporting.on_progress(version, given, of, reported);
        }),
    }
}

/// What fetches the parts of a widget.
fn fetch(shell: Shell) -> Fetch {
    let mounted = shell.clone();
    Fetch {
        report: Callback::from(move |done: Callback<_>| {
            let pack = mounted.load_mounted();
            spawn_local(async move { done.emit(loaded_pack(pack).await) });
        }),
        part: Callback::from(
            move |(room, locale, done): (LazyPart, String, Callback<Option<LoadedPart>>)| {
                let shell = shell.clone();
                spawn_local(async move { done.emit(loaded(room, &locale, &shell).await) });
            },
        ),
    }
}

/// The screens behind the questions, and a whole pack that is on its way.
async fn loaded_pack(pack: Promise) -> Option<LoadedReport> {
    // At once: a failure that nobody hears of is an error of the page.
    let pack = JsFuture::from(pack);
    let entry = parts::report().await.ok()?;
    Some((entry, whole(&pack.await.ok()?, entry)?))
}

/// Reports to the page that the result was shared, where that worked.
fn sharing(shell: &Shell, done: Callback<bool>) -> Callback<bool> {
    let shell = shell.clone();
    Callback::from(move |worked| {
        if worked {
            shell.on_shared();
        }
        done.emit(worked);
    })
}

/// A room and its texts, fetched side by side.
async fn loaded(room: LazyPart, locale: &str, shell: &Shell) -> Option<LoadedPart> {
    // At once, as above.
    let texts = JsFuture::from(shell.load_screens(locale, room.own_texts()));
    let entry = parts::entry(room).await?;
    let texts = list(&texts.await.ok()?)?;
    let event = shell.event_name().unwrap_or_default().into();
    Some(LoadedPart { entry, texts: Rc::new(Texts::new(texts)?), event })
}

/// Port to a load of the shell, which reports whether it worked.
fn loading(shell: Shell, load: fn(&Shell, &str) -> Promise) -> Port {
    Port::from(move |(what, done): (String, Callback<bool>)| {
        let loaded = JsFuture::from(load(&shell, &what));
        spawn_local(async move { done.emit(loaded.await.is_ok()) });
    })
}
