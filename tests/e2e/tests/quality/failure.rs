//! A file that can't be loaded, a program that breaks: a calm panel, never a blank hole.

use boussole_core::link::Content;
use boussole_core::texts::Text;
use boussole_e2e::browser::Browser;
use boussole_e2e::known::{Known, plain};
use boussole_e2e::stage;
use boussole_e2e::watch::Message;
use boussole_e2e::widget::Widget;

const UNFINISHED: &str = "3?1_ ____ ____";

const COMPLETE: &str = "3?12 420- 1432";

const HOST: &str = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";

/// Waits for the panel, and checks what it says.
async fn panel<'a>(browser: &'a Browser, known: &Known, reason: &str) -> Widget<'a> {
    let widget = browser.widget();
    widget.wait("the failure panel", "return find('.failure[role=alert]')").await;
    let said = [".failure h2", ".failure p", ".failure button"];
    for (selector, key) in said.into_iter().zip(["title", reason, "retry"]) {
        assert_eq!(widget.text(selector).await, plain(&known.failure[key]), "{key}");
    }
    widget
}

/// Takes the messages that a missing file gives, and nothing else.
async fn expect_missing_files(browser: &Browser) {
    let messages = browser.watch().take_messages().await;
    assert!(!messages.is_empty(), "the console tells a developer what was missing");
    for message in messages {
        let (Message::Error(text) | Message::Warning(text)) = &message;
        assert!(text.contains("404") || text.contains("could not start"), "{message:?}");
    }
}

#[test]
fn a_missing_file_shows_a_panel_that_keeps_the_draft_and_tries_again() {
    stage::run(async |stage| {
        stage.site.write_host("host.html", HOST);
        let cases = [
            ("", "fr", ".wasm"),
            ("", "fr", "-express-fr-"),
            ("?lang=en", "en", ".wasm"),
            ("host.html", "en", ".wasm"),
            ("host.html", "en", "app-"),
        ];
        for (page, locale, missing) in cases {
            let browser = stage.browser().await;
            let known = Known::new(locale);
            let draft = known.link(UNFINISHED);
            browser.keep(&draft).await;
            let missing = stage.site.without(missing);
            browser.load(page).await;
            let widget = panel(&browser, &known, "offline").await;
            assert_eq!(browser.draft().await, Some(draft.clone()));
            // Trying too early shows it again.
            widget.read("find('.failure').dataset.old = ''").await;
            widget.click(".failure button").await;
            widget.wait("another panel", "return find('.failure:not([data-old])')").await;
            panel(&browser, &known, "offline").await;
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
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (known, english) = (Known::new("fr"), Known::new("en"));
        browser.keep(&known.link(UNFINISHED)).await;
        let widget = browser.open("").await;
        let missing = stage.site.without("-express-en-");
        widget.click("[data-action=language][lang=en]").await;
        let said = known.words(Text::NoticeLocaleFailed, &[]);
        let script = format!("return text('.notice p') === {}", serde_json::json!(said));
        widget.wait("the failure to be told", &script).await;
        widget.on_question(4).await;
        assert_eq!(browser.draft().await, Some(known.link(UNFINISHED)));
        drop(missing);
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        assert!(widget.text("h2").await.ends_with(&english.prompt(4)));
        expect_missing_files(&browser).await;
    });
}

#[test]
fn a_program_that_breaks_shows_a_panel_and_loses_no_answer() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let responses = known.responses(COMPLETE);
        let widget = browser.open("").await;
        widget.answer_all(&responses[..3]).await;
        widget.on_question(4).await;
        // The page no longer takes any element: whatever the program shows next fails.
        let breaking = "Node.prototype.insertBefore = () => { throw new Error('broken on purpose') }";
        browser.run(breaking, vec![]).await;
        widget.choose("", "2").await;
        let widget = panel(&browser, &known, "broken").await;
        let draft = browser.draft().await.expect("the draft is kept");
        let Content::Answers(kept) = known.content(&draft) else { panic!("a draft holds answers") };
        for (position, response) in responses[..3].iter().enumerate() {
            assert_eq!(kept.get(position), Some(*response), "what was answered before is kept");
        }
        widget.click(".failure button").await;
        widget.wait("the assessment to be back", "return find('[data-screen=item]')").await;
        let messages = browser.watch().take_messages().await;
        let is_told = messages
            .iter()
            .any(|message| matches!(message, Message::Error(text) if text.contains("boussole-assessment")));
        assert!(is_told, "a developer finds the reason in the console: {messages:?}");
    });
}

#[test]
fn a_part_that_breaks_shows_a_panel_too() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link(COMPLETE)).await;
        // The details of the report are a part of the program, which can't be shown.
        let breaking = "Node.prototype.insertBefore = () => { throw new Error('broken on purpose') }";
        browser.run(breaking, vec![]).await;
        widget.act("detail").await;
        panel(&browser, &known, "broken").await;
        assert_eq!(browser.draft().await, Some(known.link(COMPLETE)));
        assert!(!browser.watch().take_messages().await.is_empty());
    });
}

/// Another program on the page, which breaks whenever anything happens on it, also while ours is at work.
const ANOTHER_PROGRAM: &str = "
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const broken = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f;
    globalThis.told = 0;
    for (const event of ['error', 'unhandledrejection']) {
        addEventListener(event, ({ error, reason }) => {
            globalThis.told += (error ?? reason) instanceof WebAssembly.RuntimeError;
        });
    }
    for (const event of ['click', 'focusin', 'change']) document.addEventListener(event, () => broken(), true);
    Promise.resolve().then(() => broken());";

#[test]
fn another_program_that_breaks_leaves_ours_alone() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let responses = Known::new("fr").responses(COMPLETE);
        let widget = browser.open("").await;
        browser.run(ANOTHER_PROGRAM, vec![]).await;
        widget.answer_all(&responses[..3]).await;
        widget.on_question(4).await;
        browser.wait("the other program to have broken", "return globalThis.told > 3", vec![]).await;
        assert!(!widget.has(".failure").await);
        for message in browser.watch().take_messages().await {
            let Message::Error(text) = &message else { panic!("{message:?}") };
            assert!(text.contains("RuntimeError") && !text.contains("boussole-assessment"), "{message:?}");
        }
    });
}

#[test]
fn without_scripts_the_page_says_what_it_needs() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let disabled = serde_json::json!({ "value": true });
        browser.command("Emulation.setScriptExecutionDisabled", disabled).await;
        browser.load("").await;
        let picture = browser.picture().await;
        let enabled = serde_json::json!({ "value": false });
        browser.command("Emulation.setScriptExecutionDisabled", enabled).await;
        let colours = boussole_e2e::picture::colours(&picture);
        assert!(colours > 10, "words are shown, not a blank page: {colours} colours");
    });
}
