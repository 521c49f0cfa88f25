//! The widget as a reader sees it. What is read comes from the page in one piece; what is done is done with
//! the real mouse and the real keyboard.

use boussole_core::answers::Response;
use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::time::{Instant, sleep};

use crate::browser::Browser;
use crate::{LIMIT, PAUSE};

/// What every script below may use. White space of any kind reads as one space.
const TOOLS: &str = "
    const host = arguments[0].split(' >>> ').reduce(
        (within, selector) => (within?.shadowRoot ?? within)?.querySelector(selector), document);
    const root = host?.shadowRoot;
    const plain = (text) => text?.replace(/\\s+/g, ' ').trim();
    const find = (selector) => root?.querySelector(selector);
    const all = (selector) => [...(root?.querySelectorAll(selector) ?? [])];
    const text = (selector) => plain(find(selector)?.textContent);
    const focus = root?.activeElement;
    const focused = (selector) => root?.activeElement?.matches(selector);
";

/// A widget on the page that a browser shows.
#[derive(Clone, Copy)]
pub struct Widget<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// A selector of the widget's element; within other elements' shadow roots by theirs and ` >>> ` before it.
    pub host: &'a str,
}

/// What the report says, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The sentence with the range.
    pub headline: String,
    /// The name of the maturity level.
    pub level: String,
    /// The cells of each row: name, assured, possible.
    pub figures: Vec<Vec<String>>,
    /// The sentence on the weakest principle.
    pub weakest: String,
}

impl Widget<'_> {
    /// Runs a script that may use the tools above.
    pub async fn read(&self, script: &str) -> Value {
        self.browser.run(&format!("{TOOLS}{script}"), vec![json!(self.host)]).await
    }

    /// Waits until such a script returns something, and gives it.
    pub async fn wait(&self, what: &str, script: &str) -> Value {
        self.browser.wait(what, &format!("{TOOLS}{script}"), vec![json!(self.host)]).await
    }

    /// Waits until the program is there, and has taken the place of what the page came with.
    pub async fn start(&self) {
        let script = "return find('.boussole') && !find('.early')";
        self.wait("the widget to start", script).await;
    }

    /// Waits for an element, and gives its text.
    pub async fn text(&self, selector: &str) -> String {
        // In a list: an element may be there and have no text.
        let found = format!("return find({0}) && [text({0})]", json!(selector));
        self.wait(selector, &found).await[0].as_str().unwrap_or_default().to_owned()
    }

    /// The texts of all elements that a selector finds now.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let script = format!("return all({}).map((each) => plain(each.textContent))", json!(selector));
        serde_json::from_value(self.read(&script).await).expect("texts are strings")
    }

    /// Whether there is such an element now.
    pub async fn has(&self, selector: &str) -> bool {
        self.read(&format!("return find({}) !== null", json!(selector))).await == json!(true)
    }

    /// Waits for a screen: `item`, `overview`, `report`, `shared`, or a room. On the way to the report, the question which
    /// level is expected is passed over.
    pub async fn on(&self, screen: &str) {
        if screen == "report" {
            self.wait("the report", "return find('[data-screen=report], [data-screen=expectation]')").await;
            if self.has("[data-screen=expectation]").await {
                self.act("pass").await;
            }
        }
        let script = format!("return find('[data-screen={screen}]')");
        self.wait(&format!("the screen `{screen}`"), &script).await;
    }

    /// Has the details of the report shown, and waits for them.
    pub async fn open_details(&self) {
        self.act("detail").await;
        self.wait("the details", "return find('.meanings')").await;
    }

    /// Enters a room from the report, and waits for it: `plan`, `take`, `history`.
    pub async fn enter(&self, room: &str) {
        self.act(room).await;
        self.on(room).await;
    }

    /// Chooses from a list, as its change tells the page. The browser draws an open list outside of the page,
    /// where no test can click.
    pub async fn pick(&self, selector: &str, value: &str) {
        let script = format!(
            "const list = find({});
            if (![...(list?.options ?? [])].some((option) => option.value === {value})) return false;
            list.value = {value};
            list.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return true",
            json!(selector),
            value = json!(value),
        );
        self.wait(&format!("{value} in {selector}"), &script).await;
    }

    /// Puts the focus on what a selector finds, then presses Enter.
    pub async fn press_enter_on(&self, selector: &str) {
        let selector = json!(selector);
        self.wait(
            &format!("{selector} to focus"),
            &format!("find({selector})?.focus(); return focused({selector})"),
        )
        .await;
        self.browser.press(Key::Enter).await;
    }

    /// Presses Tab until the focus is on what a selector finds, or inside of it.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..120 {
            self.browser.press(Key::Tab).await;
            let script = format!("return focus?.closest({}) !== null && focus !== null", json!(selector));
            if self.read(&script).await == json!(true) {
                return;
            }
        }
        self.browser.give_up(selector, "it was not reached with the tab key").await;
    }

    /// Waits for the question at a position, counted from 1 as the reader does.
    pub async fn on_question(&self, number: usize) {
        let script =
            format!("return text('[data-screen=item] .position')?.match(/\\d+/)?.[0] === '{number}'");
        self.wait(&format!("question {number}"), &script).await;
    }

    /// Clicks what a selector finds, once it is there and can be clicked.
    pub async fn click(&self, selector: &str) {
        self.click_found(selector, &format!("return find({})", json!(selector))).await;
    }

    /// Clicks the action of that name.
    pub async fn act(&self, action: &str) {
        self.click(&format!("[data-action={action}]")).await;
    }

    /// Clicks the label of a radio button, as people do.
    pub async fn choose(&self, name: &str, value: &str) {
        let selector = format!("input[type=radio]{name}[value='{value}']");
        self.click_found(&selector, &format!("return find({}).closest('label')", json!(selector))).await;
    }

    async fn click_found(&self, what: &str, script: &str) {
        let start = Instant::now();
        loop {
            let found = self.browser.element(&format!("{TOOLS}{script}"), vec![json!(self.host)]).await;
            let clicked = match found {
                Ok(element) => element.click().await,
                Err(error) => Err(error),
            };
            match clicked {
                Ok(()) => return,
                Err(_) if start.elapsed() < LIMIT => sleep(PAUSE).await,
                Err(error) => self.browser.give_up(&format!("{what} to click"), &error.to_string()).await,
            }
        }
    }

    /// Answers the question with a number with a click, and leaves it to the caller to wait for the next.
    pub async fn answer(&self, number: usize, response: Response) {
        self.on_question(number).await;
        self.choose("", value(response)).await;
    }

    /// Answers all questions from the first on with clicks.
    pub async fn answer_all(&self, responses: &[Response]) {
        for (position, response) in responses.iter().enumerate() {
            self.answer(position + 1, *response).await;
        }
    }

    /// The value of the answer that is chosen on the screen.
    pub async fn chosen(&self) -> Option<String> {
        let found = self.read("return find('[data-screen=item] input:checked')?.value ?? null").await;
        found.as_str().map(str::to_owned)
    }

    /// What the report on the screen says.
    pub async fn told(&self) -> Told {
        self.wait("a report", "return find('.headline')").await;
        let cells = "return all('table.figures tbody tr').map(
            (row) => [...row.cells].map((cell) => plain(cell.textContent)))";
        Told {
            headline: self.text(".headline").await,
            level: self.text(".level-name").await,
            figures: serde_json::from_value(self.read(cells).await).expect("cells hold text"),
            weakest: self.text(".weakest").await,
        }
    }

    /// The result link that is offered.
    pub async fn link(&self) -> String {
        let found = self.wait("a link", "return find('input.link')?.value").await;
        found.as_str().unwrap_or_default().to_owned()
    }

    /// The sentence above the screen, if there is one.
    pub async fn notice(&self) -> Option<String> {
        self.texts(".notice p").await.pop()
    }

    /// Waits until the focus is on what a selector finds.
    pub async fn focus_on(&self, selector: &str) {
        let script = format!("return focus?.matches({})", json!(selector));
        self.wait(&format!("the focus on {selector}"), &script).await;
    }
}

/// The value of the radio button of a response.
pub fn value(response: Response) -> &'static str {
    match response {
        Response::Level(level) => ["0", "1", "2", "3", "4"][level.index()],
        Response::DontKnow => "dont-know",
        Response::NotApplicable => "not-applicable",
    }
}
