//! Missing files and traps: the failure panel replaces a blank page.

use boussole_core::link::Content;
use boussole_core::texts::Text;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;

const UNFINISHED: &str = "3?1_ ____ ____";

const COMPLETE: &str = "3?12 420- 1432";

const HOST: &str = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";

/// Waits for the panel and checks its texts.
async fn panel<'a>(browser: &'a BrowserSession, oracle: &Oracle, reason: &str) -> WidgetPage<'a> {
    let widget = browser.widget();
    widget.wait("the failure panel", "return find('.failure[role=alert]')").await;
    let texts = [".failure h2", ".failure p", ".failure button"];
    for (selector, key) in texts.into_iter().zip(["title", reason, "retry"]) {
        assert_eq!(widget.text(selector).await, plain(&oracle.failure[key]), "{key}");
    }
    widget
}

/// Drains the messages about a missing file, and asserts that no others exist.
async fn expect_missing_files(browser: &BrowserSession) {
    let messages = browser.monitor().drain_messages().await;
    assert!(!messages.is_empty(), "the console tells a developer what was missing");
    for message in messages {
        let (ConsoleMessage::Error(text) | ConsoleMessage::Warning(text)) = &message;
        assert!(text.contains("404") || text.contains("could not start"), "{message:?}");
    }
}

#[test]
pub fn a_missing_file_shows_a_panel_that_keeps_the_draft_and_tries_again() {
    test_bed::run(async |bed| {
        bed.site.write_host("host.html", HOST);
        let cases = [
            ("", "fr", ".wasm"),
            ("", "fr", "-express-fr-"),
            ("?lang=en", "en", ".wasm"),
            ("host.html", "en", ".wasm"),
            ("host.html", "en", "app-"),
        ];
        for (page, locale, missing) in cases {
            let browser = bed.browser().await;
            let oracle = Oracle::new(locale);
            let draft = oracle.link(UNFINISHED);
            browser.store_draft(&draft).await;
            let missing = bed.site.hide_files(missing);
            browser.load(page).await;
            let widget = panel(&browser, &oracle, "offline").await;
            assert_eq!(browser.draft().await, Some(draft.clone()));
            // A retry while offline shows the panel again.
            widget.read("find('.failure').dataset.old = ''").await;
            widget.click(".failure button").await;
            widget.wait("another panel", "return find('.failure:not([data-old])')").await;
            panel(&browser, &oracle, "offline").await;
            drop(missing);
            widget.click(".failure button").await;
            widget.on_question(4).await;
            assert_eq!(browser.draft().await, Some(draft));
            assert!(!widget.has(".failure").await);
            expect_missing_files(&browser).await;
        }
    });
}

#[test]
fn a_language_that_cannot_be_loaded_leaves_everything_as_it_was() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (oracle, english) = (Oracle::new("fr"), Oracle::new("en"));
        browser.store_draft(&oracle.link(UNFINISHED)).await;
        let widget = browser.open("").await;
        let missing = bed.site.hide_files("-express-en-");
        widget.click("[data-action=language][lang=en]").await;
        let texts = oracle.text(Text::NoticeLocaleFailed, &[]);
        let script = format!("return text('.notice p') === {}", serde_json::json!(texts));
        widget.wait("the failure to be reported", &script).await;
        widget.on_question(4).await;
        assert_eq!(browser.draft().await, Some(oracle.link(UNFINISHED)));
        drop(missing);
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.shows_prompt(&english.prompt(4)).await;
        expect_missing_files(&browser).await;
    });
}

#[test]
pub fn a_program_that_breaks_shows_a_panel_and_loses_no_answer() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let responses = oracle.responses(COMPLETE);
        let widget = browser.open("").await;
        widget.answer_all(&responses[..3]).await;
        widget.on_question(4).await;
        // No element can be inserted any more: the next rendering fails.
        let breaking = "Node.prototype.insertBefore = () => { throw new Error('broken on purpose') }";
        browser.run(breaking, vec![]).await;
        widget.choose("", "2").await;
        let widget = panel(&browser, &oracle, "broken").await;
        let draft = browser.draft().await.expect("the draft is stored");
        let Content::Answers(stored) = oracle.content(&draft) else { panic!("a draft holds answers") };
        for (position, response) in responses[..3].iter().enumerate() {
            assert_eq!(stored.get(position), Some(*response), "what was answered before is stored");
        }
        widget.click(".failure button").await;
        widget.wait("the assessment to be back", "return find('[data-screen=item]')").await;
        let messages = browser.monitor().drain_messages().await;
        let is_reported = messages.iter().any(
            |message| matches!(message, ConsoleMessage::Error(text) if text.contains("boussole-assessment")),
        );
        assert!(is_reported, "a developer finds the reason in the console: {messages:?}");
    });
}

#[test]
fn a_part_that_breaks_shows_a_panel_too() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link(COMPLETE)).await;
        // The details of the report are a lazy part, whose rendering fails.
        let breaking = "Node.prototype.insertBefore = () => { throw new Error('broken on purpose') }";
        browser.run(breaking, vec![]).await;
        widget.click_action("detail").await;
        panel(&browser, &oracle, "broken").await;
        assert_eq!(browser.draft().await, Some(oracle.link(COMPLETE)));
        assert!(!browser.monitor().drain_messages().await.is_empty());
    });
}

/// Another wasm program on the page, which traps on every event, even during ours.
const ANOTHER_PROGRAM: &str = "
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const broken = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f;
    globalThis.traps = 0;
    for (const event of ['error', 'unhandledrejection']) {
        addEventListener(event, ({ error, reason }) => {
            globalThis.traps += (error ?? reason) instanceof WebAssembly.RuntimeError;
        });
    }
    for (const event of ['click', 'focusin', 'change']) document.addEventListener(event, () => broken(), true);
    Promise.resolve().then(() => broken());";

#[test]
fn another_program_that_breaks_leaves_ours_alone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let responses = Oracle::new("fr").responses(COMPLETE);
        let widget = browser.open("").await;
        browser.run(ANOTHER_PROGRAM, vec![]).await;
        widget.answer_all(&responses[..3]).await;
        widget.on_question(4).await;
        browser.wait("the other program to have broken", "return globalThis.traps > 3", vec![]).await;
        assert!(!widget.has(".failure").await);
        for message in browser.monitor().drain_messages().await {
            let ConsoleMessage::Error(text) = &message else { panic!("{message:?}") };
            assert!(text.contains("RuntimeError") && !text.contains("boussole-assessment"), "{message:?}");
        }
    });
}

#[test]
fn without_scripts_the_page_says_what_it_needs() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let disabled = serde_json::json!({ "value": true });
        browser.command("Emulation.setScriptExecutionDisabled", disabled).await;
        browser.load("").await;
        let picture = browser.picture().await;
        let enabled = serde_json::json!({ "value": false });
        browser.command("Emulation.setScriptExecutionDisabled", enabled).await;
        let colours = boussole_e2e::picture::colours(&picture);
        assert!(colours > 10, "text is shown, not a blank page: {colours} colours");
    });
}
