//! Embed page: form, preview, copied snippet, and the snippet on a host page.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::site::TestSite;
use boussole_e2e::test_bed;
use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::locales::PageTexts;
use xtask::project::Project;
use xtask::release::embed::{self};

const WAYS: [&str; 4] = ["element", "frame", "plain", "picture"];

/// Limit of Tab presses, above the number of stops on any page.
const STEPS: usize = 60;

/// Script: elements by name, attributes and text, without `style`, which our script sets on a frame.
const SHAPE: &str = "const shape = (place) => [...place.querySelectorAll('*')].map((element) => [
    element.localName,
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    element.childElementCount ? '' : element.textContent,
]).map(([name, { style, ...attributes }, text]) => [name, attributes, text]);";

fn texts(locale: &str) -> PageTexts {
    let project = Project::find().expect("the project is there");
    embed::texts(&project).expect("the texts can be read").remove(locale).expect("the language is there")
}

async fn open(browser: &BrowserSession, path: &str) {
    browser.load(path).await;
    code(browser).await;
}

async fn code(browser: &BrowserSession) -> String {
    let code = browser.wait("the code", "return document.querySelector('textarea')?.value", vec![]).await;
    code.as_str().unwrap_or_default().to_owned()
}

/// True if the focused element matches a selector.
async fn is_focused(browser: &BrowserSession, selector: &str) -> bool {
    let script = "return document.activeElement.matches(arguments[0])";
    browser.run(script, vec![json!(selector)]).await == json!(true)
}

/// Presses Tab until the focus is on an element.
async fn tab_to(browser: &BrowserSession, selector: &str) {
    for _ in 0..STEPS {
        if is_focused(browser, selector).await {
            return;
        }
        browser.press(Key::Tab).await;
    }
    browser.give_up(&format!("Tab to reach {selector}"), "").await;
}

/// Chooses a radio button by arrow keys.
async fn choose(browser: &BrowserSession, group: &str, value: &str) {
    tab_to(browser, &format!("input[name={group}]")).await;
    for _ in 0..STEPS {
        if is_focused(browser, &format!("[value='{value}']:checked")).await {
            return;
        }
        browser.press(Key::Down).await;
    }
    browser.give_up(&format!("{value} among {group}"), "").await;
}

/// Copies the code by keyboard. Returns the clipboard.
async fn copied(browser: &BrowserSession, expected: &str) -> String {
    tab_to(browser, ".copying button").await;
    browser.press(Key::Enter).await;
    wait_for_text(browser, ".copying [role=status]", expected).await;
    browser.clipboard().await
}

async fn wait_for_text(browser: &BrowserSession, selector: &str, expected: &str) {
    let script = "return document.querySelector(arguments[0])?.textContent === arguments[1]";
    browser.wait(expected, script, vec![json!(selector), json!(expected)]).await;
}

/// Elements of the preview, after its article has the requested options.
async fn previewed(browser: &BrowserSession, way: &str, version: &str) -> Value {
    let script = format!(
        "{SHAPE} const article = document.querySelector('iframe').contentDocument;
        const query = new URL(article.URL).searchParams;
        const asked = query.get('way') === arguments[0] && query.get('version') === (arguments[1] || 'pinned');
        const place = asked && article.querySelector('.place');
        return place && place.children.length > 0 && shape(place)"
    );
    browser.wait(&format!("the preview of {way}"), &script, vec![json!(way), json!(version)]).await
}

/// Writes code into a host's article and opens it.
async fn paste(browser: &BrowserSession, host: &TestSite, code: &str) {
    host.write_host("article.html", &format!("<h1>An article</h1><main>{code}</main>"));
    browser.load(&host.address("article.html")).await;
}

/// Script per snippet: true if the pasted element works.
async fn assert_works(browser: &BrowserSession, way: &str) {
    match way {
        "element" => browser.widget().on_question(1).await,
        "picture" => {
            let loaded =
                "const image = document.querySelector('a img'); return image.complete && image.naturalWidth";
            let width = browser.wait("the picture", loaded, vec![]).await;
            assert_eq!(width, json!(1200));
            let target = browser.run("return document.querySelector('main a').href", vec![]).await;
            assert_eq!(target, json!(browser.address("")));
        }
        _ => {
            browser.enter_frame("iframe").await;
            browser.widget().on_question(1).await;
            browser.leave_frames().await;
        }
    }
}

#[test]
fn each_way_is_chosen_by_keyboard_previewed_copied_and_works_on_a_host_page() {
    test_bed::run(async |bed| {
        let (browser, host, texts) = (bed.browser().await, bed.host(), texts("fr"));
        browser.allow_reading_the_clipboard().await;
        for way in WAYS {
            let versions: &[&str] =
                if ["element", "frame"].contains(&way) { &["pinned", "latest"] } else { &[""] };
            for version in versions {
                open(&browser, "embed/").await;
                choose(&browser, "way", way).await;
                if !version.is_empty() {
                    choose(&browser, "version", version).await;
                }
                let shown = previewed(&browser, way, version).await;
                let copied = copied(&browser, &texts["copied"]).await;
                assert_eq!(copied, code(&browser).await);
                assert_eq!(copied.contains(" integrity=\"sha384-"), *version == "pinned", "{copied}");
                paste(&browser, &host, &copied).await;
                let pasted = format!("{SHAPE} return shape(document.querySelector('main'))");
                assert_eq!(shown, browser.run(&pasted, vec![]).await, "{way}, {version}");
                assert_works(&browser, way).await;
            }
        }
    });
}

#[test]
fn a_script_that_is_not_the_one_that_was_copied_is_refused_and_the_card_stays() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        open(&browser, "embed/").await;
        let code = code(&browser).await;
        let (before, digest) = code.split_once("sha384-").expect("the script is pinned");
        let other = if digest.starts_with('A') { 'B' } else { 'A' };
        let listener = "<script>addEventListener('error', ({ target }) => (document.body.title = target.src), true)</script>";
        paste(&browser, &host, &format!("{listener}{before}sha384-{other}{}", &digest[1..])).await;
        browser.wait("the script to be refused", "return document.body.title", vec![]).await;
        let is_defined = "return customElements.get('boussole-assessment') !== undefined";
        assert_eq!(browser.run(is_defined, vec![]).await, json!(false));
        let link = "const link = document.querySelector('boussole-assessment a');
            return link.checkVisibility() && link.href";
        assert_eq!(browser.run(link, vec![]).await, json!(browser.address("")));
        let messages = browser.monitor().drain_messages().await;
        let is_refusal = |message: &ConsoleMessage| matches!(message, ConsoleMessage::Error(text) if text.contains("integrity"));
        assert!(!messages.is_empty() && messages.iter().all(is_refusal), "{messages:?}");
    });
}

#[test]
fn the_page_speaks_either_language_and_keeps_what_was_chosen() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        open(&browser, "embed/").await;
        wait_for_text(&browser, "h1", &texts("fr")["page_title"]).await;
        choose(&browser, "form", "full").await;
        let before = code(&browser).await;
        // Back to the top: the language switch precedes the form.
        browser.run("document.querySelector('.other-language').focus()", vec![]).await;
        browser.press(Key::Enter).await;
        wait_for_text(&browser, "h1", &texts("en")["page_title"]).await;
        assert_eq!(browser.location().await, browser.address("embed/?lang=en"));
        assert_eq!(code(&browser).await, before, "the language of the page is not that of the assessment");
        let state = "return [document.documentElement.lang, document.title,
            document.querySelector('[name=form]:checked').value]";
        assert_eq!(browser.run(state, vec![]).await, json!(["en", texts("en")["page_title"], "full"]));

        // A page in English offers English first.
        open(&browser, "embed/?lang=en").await;
        wait_for_text(&browser, "h1", &texts("en")["page_title"]).await;
        assert!(code(&browser).await.contains("<boussole-assessment lang=\"en\">"));
        wait_for_text(&browser, ".other-language", "Français").await;
        assert_eq!(browser.monitor().drain_messages().await, []);
    });
}

#[test]
pub fn the_code_has_the_chosen_values_as_text() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        open(&browser, "embed/").await;
        choose(&browser, "form", "full").await;
        choose(&browser, "lang", "en").await;
        let full = code(&browser).await;
        assert!(full.contains("<boussole-assessment lang=\"en\" form=\"full\">"), "{full}");
        assert!(full.contains("?form=full&amp;lang=en\">Take the assessment: 29 questions"), "{full}");
        choose_before(&browser, "questionnaire", "dependances-ia").await;
        let other = code(&browser).await;
        assert!(
            other.contains("<boussole-assessment lang=\"en\" questionnaire=\"dependances-ia\">"),
            "{other}"
        );
        // Questionnaire of one form: no choice.
        let hidden = "return document.querySelector('[data-group=form]').hidden";
        assert_eq!(browser.run(hidden, vec![]).await, json!(true));
        paste(&browser, &host, &other).await;
        let oracle = Oracle::of("dependances-ia", "express", "en");
        browser.widget().on_question(1).await;
        browser.widget().shows_prompt(&oracle.prompt(1)).await;
    });
}

/// Chooses a radio button of a group before the focus.
async fn choose_before(browser: &BrowserSession, group: &str, value: &str) {
    browser
        .run("document.activeElement.blur(); document.querySelector('.other-language').focus()", vec![])
        .await;
    choose(browser, group, value).await;
}

#[test]
fn a_colour_of_low_contrast_is_reported_and_an_invalid_one_is_refused() {
    test_bed::run(async |bed| {
        let (browser, texts) = (bed.browser().await, texts("fr"));
        open(&browser, "embed/").await;
        let plain = code(&browser).await;
        assert!(!plain.contains("accent"), "{plain}");
        let say = |key: &str, ratio: &str, colour: &str| {
            let values = [("ratio", ratio), ("needed", "4,5"), ("light", colour), ("dark", colour)];
            boussole_core::texts::fill(&texts[key], &values)
        };
        // Contrasts on #fdfcf8 by WCAG 2, cut to one decimal, separately in light and dark.
        let deep = format!("{} {}", say("accent_good", "11,1", ""), say("accent_dark", "", "#74859c"));
        for (typed, expected, accent, used) in [
            ("#1f3a5f", deep, "#1f3a5f", "light-dark(#1f3a5f, #74859c)"),
            ("FFD700", say("accent_poor", "1,3", "#857000"), "#ffd700", "light-dark(#857000, #ffd700)"),
            ("#12345", say("accent_wrong", "", ""), "", ""),
            ("rouge", say("accent_wrong", "", ""), "", ""),
        ] {
            browser.run("document.querySelector('.other-language').focus()", vec![]).await;
            tab_to(&browser, "[name=accent]").await;
            // Tab selects the present value.
            browser.press(typed).await;
            wait_for_text(&browser, "#accent-told", &expected).await;
            browser.press(Key::Enter).await;
            let code = code(&browser).await;
            assert_eq!(code.contains("accent"), !accent.is_empty(), "{code}");
            if accent.is_empty() {
                continue;
            }
            assert!(code.contains(&format!(" accent=\"{accent}\"")), "{code}");
            // The widget of the preview uses the reported colour.
            let script = "const article = document.querySelector('iframe').contentDocument;
                const frame = article.querySelector('boussole-assessment')?.shadowRoot?.querySelector('.frame');
                return frame && getComputedStyle(frame).getPropertyValue('--accent') === arguments[0]";
            browser.wait(used, script, vec![json!(used)]).await;
        }
        tab_to(&browser, ".accent button").await;
        browser.press(Key::Enter).await;
        assert_eq!(code(&browser).await, plain);
        assert!(
            is_focused(&browser, "[name=accent]").await,
            "the button that goes away leaves the focus behind"
        );
    });
}

#[test]
fn where_copying_is_not_allowed_the_code_is_selected() {
    test_bed::run(async |bed| {
        let (browser, texts) = (bed.browser().await, texts("fr"));
        // The frame of the preview begins as a document without a clipboard.
        let refuse = "if (navigator.clipboard)
            navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))";
        browser.monitor().before_each_page(refuse).await;
        open(&browser, "embed/").await;
        tab_to(&browser, ".copying button").await;
        browser.press(Key::Enter).await;
        wait_for_text(&browser, ".copying [role=status]", &texts["not_copied"]).await;
        let selected = "const code = document.activeElement;
            return code.value.slice(code.selectionStart, code.selectionEnd)";
        assert_eq!(browser.run(selected, vec![]).await, json!(code(&browser).await));
    });
}

#[test]
fn the_page_fits_a_phone_and_a_wall_and_is_accessible() {
    test_bed::run(async |bed| {
        for (path, preference) in [("embed/", Preference::Light), ("embed/?lang=en", Preference::Dark)] {
            let browser = bed.browser().await;
            browser.prefer(preference).await;
            for width in [320, 1280, 1920] {
                browser.resize(width, 800).await;
                open(&browser, path).await;
                let overflow = "const { scrollWidth, clientWidth } = document.documentElement;
                    return scrollWidth - clientWidth";
                assert_eq!(browser.run(overflow, vec![]).await, json!(0), "{path} at {width} px");
                assert_accessible(&browser, &format!("{path} at {width} px")).await;
            }
            for way in WAYS {
                browser.load(&format!("embed/article.html?way={way}&lang=en")).await;
                assert_accessible(&browser, &format!("an article with {way}")).await;
            }
        }
    });
}
