//! Page object of the widget. Scripts read it; the mouse and the keyboard of the driver act on it.

use boussole_core::answers::Response;
use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::time::{Instant, sleep};

use crate::browser::BrowserSession;
use crate::{LIMIT, PAUSE};

/// Helpers of all scripts. Texts have any white space as one space.
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

/// Widget on the page of a browser.
#[derive(Clone, Copy)]
pub struct WidgetPage<'a> {
    /// Browser of the page.
    pub browser: &'a BrowserSession,
    /// Selector of the element; ` >>> ` enters a shadow root.
    pub host: &'a str,
}

/// Pages with a widget.
impl BrowserSession {
    /// First widget of the page.
    pub fn widget(&self) -> WidgetPage<'_> {
        self.widget_at("boussole-assessment")
    }

    /// Widget by the selector of its element.
    pub fn widget_at<'a>(&'a self, host: &'a str) -> WidgetPage<'a> {
        WidgetPage { browser: self, host }
    }

    /// Opens a page of the site and waits for its first widget.
    pub async fn open(&self, path: &str) -> WidgetPage<'_> {
        self.load(path).await;
        let widget = self.widget();
        widget.start().await;
        widget
    }

    /// Reloads the page and waits for its first widget.
    pub async fn reload(&self) -> WidgetPage<'_> {
        self.load_again().await;
        let widget = self.widget();
        widget.start().await;
        widget
    }

    /// Stores a draft and opens its report.
    pub async fn open_report(&self, draft: &str) -> WidgetPage<'_> {
        self.store_draft(draft).await;
        let widget = self.open("").await;
        widget.wait_for_screen("report").await;
        widget
    }
}

/// Text of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportText {
    /// Sentence with the range.
    pub headline: String,
    /// Name of the maturity level.
    pub level: String,
    /// Cells of each row: name, assured, possible.
    pub figures: Vec<Vec<String>>,
    /// Sentence on the weakest principle.
    pub weakest: String,
}

impl WidgetPage<'_> {
    /// Runs a script with the helpers of `TOOLS`.
    pub async fn read(&self, script: &str) -> Value {
        self.browser.run(&format!("{TOOLS}{script}"), vec![json!(self.host)]).await
    }

    /// Waits for a truthy value of such a script and returns it.
    pub async fn wait(&self, what: &str, script: &str) -> Value {
        self.browser.wait(what, &format!("{TOOLS}{script}"), vec![json!(self.host)]).await
    }

    /// Waits until the program has replaced the prerendered page.
    pub async fn start(&self) {
        let script = "return find('.boussole') && !find('.early')";
        self.wait("the widget to start", script).await;
    }

    /// Waits for the requests that come by themselves: the screens behind the questions and their texts are there.
    pub async fn whole(&self) {
        let loaded = "const loaded = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0);
            return ['/part-report-', '-rest-'].every((file) => loaded.some(({ name }) => name.includes(file)))";
        self.browser.wait("the screens behind the questions", loaded, vec![]).await;
    }

    /// Waits for an element and returns its text.
    pub async fn text(&self, selector: &str) -> String {
        // In a list: the text may be empty.
        let found = format!("return find({0}) && [text({0})]", json!(selector));
        self.wait(selector, &found).await[0].as_str().unwrap_or_default().to_owned()
    }

    /// Texts of all present elements of a selector.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let script = format!("return all({}).map((each) => plain(each.textContent))", json!(selector));
        serde_json::from_value(self.read(&script).await).expect("texts are strings")
    }

    /// True if the element is present.
    pub async fn has(&self, selector: &str) -> bool {
        self.read(&format!("return find({}) !== null", json!(selector))).await == json!(true)
    }

    /// Waits for a screen: `item`, `overview`, `report`, `shared`, or a lazy screen.
    /// Before the report, the question about the expected level is passed over.
    pub async fn wait_for_screen(&self, screen: &str) {
        if screen == "report" {
            self.wait("the report", "return find('[data-screen=report], [data-screen=expectation]')").await;
            if self.has("[data-screen=expectation]").await {
                self.click_action("pass").await;
            }
        }
        let script = format!("return find('[data-screen={screen}]')");
        self.wait(&format!("the screen `{screen}`"), &script).await;
    }

    /// Opens the details of the report.
    pub async fn open_details(&self) {
        self.click_action("detail").await;
        self.wait("the details", "return find('.meanings')").await;
    }

    /// Opens a lazy screen from the report, by its action: `plan`, `take`, `history`, `team`.
    pub async fn open_screen(&self, screen: &str) {
        self.click_action(screen).await;
        self.wait_for_screen(screen).await;
    }

    /// Selects an option by script and dispatches `change`. The browser draws an open list outside of the page.
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

    /// Focuses an element and presses Enter.
    pub async fn press_enter_on(&self, selector: &str) {
        let selector = json!(selector);
        self.wait(
            &format!("{selector} to focus"),
            &format!("find({selector})?.focus(); return focused({selector})"),
        )
        .await;
        self.browser.press(Key::Enter).await;
    }

    /// Presses Tab until the focus is on or inside an element.
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

    /// Waits for a question by its number, from 1.
    pub async fn on_question(&self, number: usize) {
        let script =
            format!("return text('[data-screen=item] .position')?.match(/\\d+/)?.[0] === '{number}'");
        self.wait(&format!("question {number}"), &script).await;
    }

    /// Clicks an element as soon as possible.
    pub async fn click(&self, selector: &str) {
        self.click_found(selector, &format!("return find({})", json!(selector))).await;
    }

    /// Clicks an element by its `data-action`.
    pub async fn click_action(&self, action: &str) {
        self.click(&format!("[data-action={action}]")).await;
    }

    /// Clicks the label of a radio button.
    pub async fn choose(&self, name: &str, value: &str) {
        let selector = format!("input[type=radio]{name}[value='{value}']");
        self.click_found(&selector, &format!("return find({}).closest('label')", json!(selector))).await;
    }

    /// Taps the label of a field, some times at once.
    pub async fn tap(&self, selector: &str, times: usize) {
        let place = format!(
            "const label = find({}).closest('label');
            label.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const {{ x, y, width, height }} = label.getBoundingClientRect();
            return [x + width / 2, y + height / 2]",
            json!(selector)
        );
        let place = self.read(&place).await;
        let side = |at: usize| place[at].as_f64().unwrap_or_default();
        self.browser.tap(side(0), side(1), times).await;
    }

    async fn click_found(&self, what: &str, script: &str) {
        let start = Instant::now();
        loop {
            let found = self.browser.element(&format!("{TOOLS}{script}"), vec![json!(self.host)]).await;
            let clicked = match found {
                Ok(element) => self.browser.click(&element).await,
                Err(error) => Err(error),
            };
            match clicked {
                Ok(()) => return,
                Err(_) if start.elapsed() < LIMIT => sleep(PAUSE).await,
                Err(error) => self.browser.give_up(&format!("{what} to click"), &error.to_string()).await,
            }
        }
    }

    /// Answers a question by click, without waiting for the next.
    pub async fn answer(&self, number: usize, response: Response) {
        self.on_question(number).await;
        self.choose("", value(response)).await;
    }

    /// Answers all questions by clicks.
    pub async fn answer_all(&self, responses: &[Response]) {
        self.answer_from(1, responses).await;
    }

    /// Answers all questions by clicks, and waits for the report.
    pub async fn answer_to_report(&self, responses: &[Response]) {
        self.answer_all(responses).await;
        self.wait_for_screen("report").await;
    }

    /// Answers questions by clicks, from one on.
    pub async fn answer_from(&self, first: usize, responses: &[Response]) {
        for (number, response) in (first..).zip(responses) {
            self.answer(number, *response).await;
        }
    }

    /// Value of the chosen answer.
    pub async fn chosen(&self) -> Option<String> {
        let found = self.read("return find('[data-screen=item] input:checked')?.value ?? null").await;
        found.as_str().map(str::to_owned)
    }

    /// Text of the shown report.
    pub async fn report_text(&self) -> ReportText {
        self.wait("a report", "return find('.headline')").await;
        let cells = "return all('table.figures tbody tr').map(
            (row) => [...row.cells].map((cell) => plain(cell.textContent)))";
        ReportText {
            headline: self.text(".headline").await,
            level: self.text(".level-name").await,
            figures: serde_json::from_value(self.read(cells).await).expect("cells hold text"),
            weakest: self.text(".weakest").await,
        }
    }

    /// Waits until such a report is shown: after a change of language, the renderer may need several tasks.
    pub async fn shows_report(&self, expected: &ReportText) {
        let start = Instant::now();
        loop {
            let shown = self.report_text().await;
            if shown == *expected || start.elapsed() > LIMIT {
                return assert_eq!(shown, *expected);
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits until the question is asked with such a prompt.
    pub async fn shows_prompt(&self, prompt: &str) {
        let script = format!("return text('h2:not(.title)')?.endsWith({})", json!(prompt));
        self.wait(prompt, &script).await;
    }

    /// Waits until the sentence above the screen is this one, maybe in the place of another.
    pub async fn shows_notice(&self, notice: &str) {
        self.wait(notice, &format!("return text('.notice p') === {}", json!(notice))).await;
    }

    /// Offered result link.
    pub async fn link(&self) -> String {
        let found = self.wait("a link", "return find('input.link')?.value").await;
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Sentence above the screen.
    pub async fn notice(&self) -> Option<String> {
        self.texts(".notice p").await.pop()
    }

    /// Waits until the focus is on an element.
    pub async fn focus_on(&self, selector: &str) {
        let script = format!("return focus?.matches({})", json!(selector));
        self.wait(&format!("the focus on {selector}"), &script).await;
    }
}

/// Radio button value of a response.
pub fn value(response: Response) -> &'static str {
    match response {
        Response::Level(level) => ["0", "1", "2", "3", "4"][level.index()],
        Response::DontKnow => "dont-know",
        Response::NotApplicable => "not-applicable",
    }
}
