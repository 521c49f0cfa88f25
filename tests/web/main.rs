//! Components in a real browser: events, focus, saved drafts.
#![cfg(target_arch = "wasm32")]

mod small;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use boussole::app::App;
use boussole::lazy::{Fetch, LoadedReport, PartLoader};
use boussole::props::Props;
use boussole::screens::entries;
use boussole::state::{Message, Saved, Visit};
use boussole::view::{Port, Ports, Storage, StorageSlot};
use boussole_core::link::{self, Content, Day, ResultId};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};
use yew::{AppHandle, Callback, Renderer};

wasm_bindgen_test_configure!(run_in_browser);

/// Storage that notes each draft.
struct Drafts {
    texts: Rc<RefCell<Vec<Option<String>>>>,
    saves: bool,
}

impl Storage for Drafts {
    fn draft(&self, _: &Questionnaire) -> Saved {
        let stored = self.texts.borrow().last().cloned().flatten().filter(|_| self.saves);
        stored.map_or(Saved::Nothing, Saved::Draft)
    }

    fn save(&self, _: &Questionnaire, text: Option<&str>) -> bool {
        self.texts.borrow_mut().push(text.map(str::to_owned));
        self.saves
    }

    fn set_aside(&self, _: &Questionnaire) {}

    fn store(&self, _: &Questionnaire, _: StorageSlot, _: Option<&str>) -> bool {
        true
    }

    fn stored(&self, _: &Questionnaire, _: StorageSlot) -> Option<String> {
        None
    }
}

/// Widget on the test page, with the drafts that it saved.
struct MountedWidget {
    root: Element,
    app: AppHandle<App>,
    /// Sends a message, once the app has reported its first state.
    dispatch: Rc<RefCell<Option<Callback<Message>>>>,
    drafts: Rc<RefCell<Vec<Option<String>>>>,
    /// The day by the clock of the page.
    today: Rc<Cell<Day>>,
}

impl MountedWidget {
    fn new(pack: Rc<Pack>, saves: bool) -> Self {
        let document = gloo::utils::document();
        let root = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&root).expect("a child");
        let drafts = Rc::new(RefCell::new(Vec::new()));
        let latest: Rc<RefCell<Option<Callback<Message>>>> = Rc::default();
        let reported = latest.clone();
        let today = Rc::new(Cell::new(Day(1)));
        let clock = today.clone();
        let nothing = Port::from(|_| ());
        let ports = Ports {
            storage: Rc::new(Drafts { texts: drafts.clone(), saves }),
            today: Callback::from(move |()| clock.get()),
            new_result_id: Callback::from(|()| ResultId([7, 7, 7])),
            copy: nothing.clone(),
            share_sheet: None,
            load_locale: nothing.clone(),
            load_form: nothing,
            load_pack: Callback::from(|_| ()),
            show_heading: Callback::from(|heading: HtmlElement| heading.focus().expect("a focus")),
            on_change: Callback::from(move |(_, dispatch)| drop(reported.replace(Some(dispatch)))),
        };
        let visit = Visit {
            page: "https://example.org/".into(),
            number: 0,
            saved: Saved::Nothing,
            fragment: None,
            today: today.get(),
            result_id: ResultId([1, 2, 3]),
            expected: None,
        };
        let whole = pack.clone();
        let report = Callback::from(move |done: Callback<Option<LoadedReport>>| {
            done.emit(Some((entries::REPORT, whole.clone())));
        });
        let parts = PartLoader::fetched(Fetch { report, part: Callback::from(|_| ()) });
        let props = Props { pack, visit, ports, parts };
        let app = Renderer::<App>::with_root_and_props(root.clone(), props).render();
        Self { root, app, dispatch: latest, drafts, today }
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).expect("a selector");
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html())).unchecked_into()
    }

    /// Waits for an element.
    async fn on(&self, selector: &str) {
        until(|| matches!(self.root.query_selector(selector), Ok(Some(_)))).await;
    }

    /// Waits for a question by its number, from 1.
    async fn on_question(&self, number: u8) {
        self.on(".position").await;
        until(|| self.find(".position").inner_text().contains(&format!("{number}/3"))).await;
    }

    async fn click(&self, selector: &str) {
        self.find(selector).click();
        settle().await;
    }

    async fn press(&self, selector: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
        self.find(selector).dispatch_event(&event).expect("dispatched");
        settle().await;
    }

    fn unmount(self) {
        self.app.destroy();
        self.root.remove();
    }
}

/// Runs scheduled work until a condition holds: the renderer divides long work into several tasks.
async fn until(condition: impl Fn() -> bool) {
    for _ in 0..1000 {
        if condition() {
            return;
        }
        settle().await;
    }
    panic!("the condition never came to hold");
}

/// Waits for the next task of the browser.
async fn settle() {
    let mut next_task = |resolve: js_sys::Function, _| {
        gloo::utils::window().set_timeout_with_callback(&resolve).expect("a task");
    };
    let next_task = js_sys::Promise::new(&mut next_task);
    wasm_bindgen_futures::JsFuture::from(next_task).await.expect("the next task");
}

#[wasm_bindgen_test]
async fn taps_lead_to_the_report_and_each_is_saved() {
    let widget = MountedWidget::new(small::pack("fr"), true);
    for (number, value) in (1..).zip(["4", "dont-know", "0"]) {
        widget.on_question(number).await;
        widget.click(&format!("input[value='{value}']")).await;
    }
    widget.on("[data-screen=expectation]").await;
    widget.click("[data-action=pass]").await;
    widget.on("[data-screen=report]").await;
    // Only the last draft is certain: the number of saved drafts depends on timing.
    let given = || {
        let last = widget.drafts.borrow().last().cloned().flatten()?;
        match link::decode(&small::pack("fr").questionnaire, &last).expect("a sound draft").content {
            Content::Answers(answers) => Some(answers.answered()),
            Content::Scores(_) => panic!("a draft holds answers"),
        }
    };
    until(|| given() == Some(3)).await;
    widget.unmount();
}

#[wasm_bindgen_test]
async fn an_answer_after_midnight_bears_its_day() {
    let widget = MountedWidget::new(small::pack("fr"), true);
    let saved_day = || {
        let last = widget.drafts.borrow().last().cloned().flatten()?;
        link::decode(&small::pack("fr").questionnaire, &last).expect("a sound draft").day
    };
    for (number, day) in (1..).zip([1, 2, 30]) {
        widget.today.set(Day(day));
        widget.on_question(number).await;
        widget.press("fieldset", "2").await;
        until(|| saved_day() == Some(Day(day))).await;
    }
    widget.unmount();
}

#[wasm_bindgen_test]
async fn digits_answer_and_the_focus_moves_to_the_new_heading() {
    let widget = MountedWidget::new(small::pack("fr"), true);
    widget.on_question(1).await;
    widget.press("fieldset", "3").await;
    widget.on_question(2).await;
    let focused = || gloo::utils::document().active_element().expect("a focus").tag_name();
    until(|| focused() == "H2").await;
    widget.press("fieldset", "?").await;
    widget.on_question(3).await;
    widget.unmount();
}

#[wasm_bindgen_test]
async fn arrow_keys_choose_without_moving_on() {
    let widget = MountedWidget::new(small::pack("fr"), true);
    widget.on_question(1).await;
    // Clicked by the test: a dispatched key event moves no radio button.
    widget.press("input[value='0']", "ArrowDown").await;
    widget.click("input[value='1']").await;
    widget.on(".chosen input[value='1']").await;
    widget.on_question(1).await;
    widget.press("input[value='1']", "Enter").await;
    widget.on_question(2).await;
    widget.unmount();
}

#[wasm_bindgen_test]
async fn failing_storage_is_reported_once_and_stops_nothing() {
    let widget = MountedWidget::new(small::pack("fr"), false);
    widget.on_question(1).await;
    widget.press("fieldset", "1").await;
    widget.on(".notice").await;
    assert!(widget.find(".notice").inner_text().contains("notice.not_saved"));
    for number in [2, 3] {
        widget.on_question(number).await;
        widget.press("fieldset", "1").await;
    }
    widget.on("[data-screen=expectation]").await;
    widget.click("[data-action=pass]").await;
    widget.on("[data-screen=report]").await;
    widget.unmount();
}

#[wasm_bindgen_test]
async fn another_language_keeps_the_answers() {
    let widget = MountedWidget::new(small::pack("fr"), true);
    widget.on_question(1).await;
    widget.press("fieldset", "2").await;
    widget.on_question(2).await;
    widget.dispatch.borrow().as_ref().expect("a state").emit(Message::Translate(small::pack("en")));
    widget.on(".boussole[lang=en]").await;
    widget.on_question(2).await;
    widget.unmount();
}

#[wasm_bindgen_test]
async fn nothing_stays_behind_when_the_widget_leaves() {
    let document = gloo::utils::document();
    let before = document.body().expect("a body").child_element_count();
    for _ in 0..20 {
        let widget = MountedWidget::new(small::pack("fr"), true);
        widget.on_question(1).await;
        let root = widget.root.clone();
        widget.app.destroy();
        until(|| root.child_element_count() == 0).await;
        root.remove();
    }
    assert_eq!(document.body().expect("a body").child_element_count(), before);
}
