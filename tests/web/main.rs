//! The components in a real browser: events, focus, what is kept.
#![cfg(target_arch = "wasm32")]

mod small;

use std::cell::RefCell;
use std::rc::Rc;

use boussole::app::{App, PartLoader, Port, Ports, Props, Saved, Visit};
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

/// A widget on the test page, and the drafts that it asked to keep.
struct Stage {
    root: Element,
    app: AppHandle<App>,
    props: Props,
    drafts: Rc<RefCell<Vec<Option<String>>>>,
}

impl Stage {
    fn new(pack: Rc<Pack>, saves: bool) -> Self {
        let document = gloo::utils::document();
        let root = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&root).expect("a child");
        let drafts = Rc::new(RefCell::new(Vec::new()));
        let nothing = Port::from(|_| ());
        let ports = Ports {
            storage: Rc::new(Drafts { texts: drafts.clone(), saves }),
            new_result_id: Callback::from(|()| ResultId([7, 7, 7])),
            copy: nothing.clone(),
            share_sheet: None,
            load_locale: nothing.clone(),
            load_form: nothing,
            load_pack: Callback::from(|_| ()),
            parts: PartLoader::fetched(Callback::from(|_| ())),
            on_change: Callback::from(|_| ()),
        };
        let (today, result_id) = (Day(1), ResultId([1, 2, 3]));
        let visit =
            Visit { number: 0, saved: Saved::Nothing, fragment: None, today, result_id, expected: None };
        let props = Props { pack, visit, ports, page: "https://example.org/".into() };
        let app = Renderer::<App>::with_root_and_props(root.clone(), props.clone()).render();
        Self { root, app, props, drafts }
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).expect("a selector");
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html())).unchecked_into()
    }

    /// Waits for an element.
    async fn on(&self, selector: &str) {
        until(|| matches!(self.root.query_selector(selector), Ok(Some(_)))).await;
    }

    /// Waits for the question with a number, counted from 1.
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

    fn leave(self) {
        self.app.destroy();
        self.root.remove();
    }
}

/// Lets the renderer do what it has scheduled, until a condition holds: a long piece of work is shared
/// out over several tasks of the browser.
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
async fn taps_lead_to_the_report_and_each_is_kept() {
    let stage = Stage::new(small::pack("fr"), true);
    for (number, value) in (1..).zip(["4", "dont-know", "0"]) {
        stage.on_question(number).await;
        stage.click(&format!("input[value='{value}']")).await;
    }
    stage.on("[data-screen=expectation]").await;
    stage.click("[data-action=pass]").await;
    stage.on("[data-screen=report]").await;
    // How often it was kept on the way is the browser's affair; what is kept in the end is not.
    let given = || {
        let last = stage.drafts.borrow().last().cloned().flatten()?;
        match link::decode(&stage.props.pack.questionnaire, &last).expect("a sound draft").content {
            Content::Answers(answers) => Some(answers.given()),
            Content::Scores(_) => panic!("a draft holds answers"),
        }
    };
    until(|| given() == Some(3)).await;
    stage.leave();
}

#[wasm_bindgen_test]
async fn digits_answer_and_the_focus_moves_to_the_new_heading() {
    let stage = Stage::new(small::pack("fr"), true);
    stage.on_question(1).await;
    stage.press("fieldset", "3").await;
    stage.on_question(2).await;
    let focused = || gloo::utils::document().active_element().expect("a focus").tag_name();
    until(|| focused() == "H2").await;
    stage.press("fieldset", "?").await;
    stage.on_question(3).await;
    stage.leave();
}

#[wasm_bindgen_test]
async fn arrow_keys_choose_without_moving_on() {
    let stage = Stage::new(small::pack("fr"), true);
    stage.on_question(1).await;
    // The browser clicks the next radio itself while the key is down; here the test does.
    stage.press("input[value='0']", "ArrowDown").await;
    stage.click("input[value='1']").await;
    stage.on(".chosen input[value='1']").await;
    stage.on_question(1).await;
    stage.press("input[value='1']", "Enter").await;
    stage.on_question(2).await;
    stage.leave();
}

#[wasm_bindgen_test]
async fn storage_that_fails_is_said_once_and_stops_nothing() {
    let stage = Stage::new(small::pack("fr"), false);
    stage.on_question(1).await;
    stage.press("fieldset", "1").await;
    stage.on(".notice").await;
    assert!(stage.find(".notice").inner_text().contains("notice.not_saved"));
    for number in [2, 3] {
        stage.on_question(number).await;
        stage.press("fieldset", "1").await;
    }
    stage.on("[data-screen=expectation]").await;
    stage.click("[data-action=pass]").await;
    stage.on("[data-screen=report]").await;
    stage.leave();
}

#[wasm_bindgen_test]
async fn another_language_keeps_the_answers() {
    let mut stage = Stage::new(small::pack("fr"), true);
    stage.on_question(1).await;
    stage.press("fieldset", "2").await;
    stage.on_question(2).await;
    stage.props.pack = small::pack("en");
    stage.app.update(stage.props.clone());
    stage.on(".boussole[lang=en]").await;
    stage.on_question(2).await;
    stage.leave();
}

#[wasm_bindgen_test]
async fn nothing_stays_behind_when_the_widget_leaves() {
    let document = gloo::utils::document();
    let before = document.body().expect("a body").child_element_count();
    for _ in 0..20 {
        let stage = Stage::new(small::pack("fr"), true);
        stage.on_question(1).await;
        let root = stage.root.clone();
        stage.app.destroy();
        until(|| root.child_element_count() == 0).await;
        root.remove();
    }
    assert_eq!(document.body().expect("a body").child_element_count(), before);
}
