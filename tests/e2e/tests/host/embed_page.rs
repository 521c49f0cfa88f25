//! The embed page: what is chosen is what is seen, what is seen is what is copied, and what is copied works on the
//! page of another.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{Browser, Preference};
use boussole_e2e::known::Known;
use boussole_e2e::site::Site;
use boussole_e2e::stage;
use boussole_e2e::watch::Message;
use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::project::Project;
use xtask::release::embed::{self, Texts};

const WAYS: [&str; 4] = ["element", "frame", "plain", "picture"];

/// No page of ours needs as many steps.
const STEPS: usize = 60;

/// The elements in a place, by name and attributes. What our script does to a frame is not in its snippet.
const SHAPE: &str = "const shape = (place) => [...place.querySelectorAll('*')].map((element) => [
    element.localName,
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    element.childElementCount ? '' : element.textContent,
]).map(([name, { style, ...attributes }, text]) => [name, attributes, text]);";

fn texts(locale: &str) -> Texts {
    let project = Project::find().expect("the project is there");
    embed::texts(&project).expect("the texts can be read").remove(locale).expect("the language is there")
}

async fn open(browser: &Browser, path: &str) {
    browser.load(path).await;
    code(browser).await;
}

async fn code(browser: &Browser) -> String {
    let code = browser.wait("the code", "return document.querySelector('textarea')?.value", vec![]).await;
    code.as_str().unwrap_or_default().to_owned()
}

/// Whether a selector finds what has the focus.
async fn is_focused(browser: &Browser, selector: &str) -> bool {
    let script = "return document.activeElement.matches(arguments[0])";
    browser.run(script, vec![json!(selector)]).await == json!(true)
}

/// Presses Tab until the focus is on what a selector finds.
async fn tab_to(browser: &Browser, selector: &str) {
    for _ in 0..STEPS {
        if is_focused(browser, selector).await {
            return;
        }
        browser.press(Key::Tab).await;
    }
    browser.give_up(&format!("Tab to reach {selector}"), "").await;
}

/// Chooses one of a group with the arrow keys.
async fn choose(browser: &Browser, group: &str, value: &str) {
    tab_to(browser, &format!("input[name={group}]")).await;
    for _ in 0..STEPS {
        if is_focused(browser, &format!("[value='{value}']:checked")).await {
            return;
        }
        browser.press(Key::Down).await;
    }
    browser.give_up(&format!("{value} among {group}"), "").await;
}

/// Copies the code by keyboard, and gives what is in the clipboard.
async fn copied(browser: &Browser, said: &str) -> String {
    tab_to(browser, ".copying button").await;
    browser.press(Key::Enter).await;
    told(browser, ".copying [role=status]", said).await;
    browser.clipboard().await
}

async fn told(browser: &Browser, selector: &str, said: &str) {
    let script = "return document.querySelector(arguments[0])?.textContent === arguments[1]";
    browser.wait(said, script, vec![json!(selector), json!(said)]).await;
}

/// The elements of the preview, once its article is the one that was asked for.
async fn previewed(browser: &Browser, way: &str, version: &str) -> Value {
    let script = format!(
        "{SHAPE} const article = document.querySelector('iframe').contentDocument;
        const said = new URL(article.URL).searchParams;
        const asked = said.get('way') === arguments[0] && said.get('version') === (arguments[1] || 'pinned');
        const place = asked && article.querySelector('.place');
        return place && place.children.length > 0 && shape(place)"
    );
    browser.wait(&format!("the preview of {way}"), &script, vec![json!(way), json!(version)]).await
}

/// Puts code into the article of a host, and opens that.
async fn paste(browser: &Browser, host: &Site, code: &str) {
    host.write_host("article.html", &format!("<h1>An article</h1><main>{code}</main>"));
    browser.load(&host.address("article.html")).await;
}

/// Whether what was pasted into a page does what it is for.
async fn assert_works(browser: &Browser, way: &str) {
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
fn each_way_is_chosen_by_keyboard_seen_copied_and_works_on_the_page_of_another() {
    stage::run(async |stage| {
        let (browser, host, texts) = (stage.browser().await, stage.host(), texts("fr"));
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
                let seen = previewed(&browser, way, version).await;
                let copied = copied(&browser, &texts["copied"]).await;
                assert_eq!(copied, code(&browser).await);
                assert_eq!(copied.contains(" integrity=\"sha384-"), *version == "pinned", "{copied}");
                paste(&browser, &host, &copied).await;
                let pasted = format!("{SHAPE} return shape(document.querySelector('main'))");
                assert_eq!(seen, browser.run(&pasted, vec![]).await, "{way}, {version}");
                assert_works(&browser, way).await;
            }
        }
    });
}

#[test]
fn a_script_that_is_not_the_one_that_was_copied_is_refused_and_the_card_stays() {
    stage::run(async |stage| {
        let (browser, host) = (stage.browser().await, stage.host());
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
        let messages = browser.watch().take_messages().await;
        let is_refusal =
            |message: &Message| matches!(message, Message::Error(text) if text.contains("integrity"));
        assert!(!messages.is_empty() && messages.iter().all(is_refusal), "{messages:?}");
    });
}

#[test]
fn the_page_speaks_either_language_and_keeps_what_was_chosen() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        open(&browser, "embed/").await;
        told(&browser, "h1", &texts("fr")["page_title"]).await;
        choose(&browser, "form", "full").await;
        let before = code(&browser).await;
        // Back to the top: the switch stands before all that can be chosen.
        browser.run("document.querySelector('.other-language').focus()", vec![]).await;
        browser.press(Key::Enter).await;
        told(&browser, "h1", &texts("en")["page_title"]).await;
        assert_eq!(browser.location().await, browser.address("embed/?lang=en"));
        assert_eq!(code(&browser).await, before, "the language of the page is not that of the assessment");
        let state = "return [document.documentElement.lang, document.title,
            document.querySelector('[name=form]:checked').value]";
        assert_eq!(browser.run(state, vec![]).await, json!(["en", texts("en")["page_title"], "full"]));

        // Whoever comes in English most likely embeds in English.
        open(&browser, "embed/?lang=en").await;
        told(&browser, "h1", &texts("en")["page_title"]).await;
        assert!(code(&browser).await.contains("<boussole-assessment lang=\"en\">"));
        told(&browser, ".other-language", "Français").await;
        assert_eq!(browser.watch().take_messages().await, []);
    });
}

#[test]
fn what_is_chosen_stands_in_the_code_as_text() {
    stage::run(async |stage| {
        let (browser, host) = (stage.browser().await, stage.host());
        open(&browser, "embed/").await;
        choose(&browser, "form", "full").await;
        choose(&browser, "lang", "en").await;
        let full = code(&browser).await;
        assert!(full.contains("<boussole-assessment lang=\"en\" form=\"full\">"), "{full}");
        assert!(full.contains("?form=full&amp;lang=en\">Take the assessment: 28 questions"), "{full}");
        choose_anew(&browser, "questionnaire", "dependances-ia").await;
        let other = code(&browser).await;
        assert!(
            other.contains("<boussole-assessment lang=\"en\" questionnaire=\"dependances-ia\">"),
            "{other}"
        );
        // It has one form: there is nothing to choose.
        let hidden = "return document.querySelector('[data-group=form]').hidden";
        assert_eq!(browser.run(hidden, vec![]).await, json!(true));
        paste(&browser, &host, &other).await;
        let known = Known::of("dependances-ia", "express", "en");
        browser.widget().on_question(1).await;
        assert!(browser.widget().text("h2:not(.title)").await.ends_with(&known.prompt(1)));
    });
}

/// Chooses one of a group that stands before where the focus is.
async fn choose_anew(browser: &Browser, group: &str, value: &str) {
    browser
        .run("document.activeElement.blur(); document.querySelector('.other-language').focus()", vec![])
        .await;
    choose(browser, group, value).await;
}

#[test]
fn a_colour_that_reads_badly_is_told_and_one_that_is_none_is_not_taken() {
    stage::run(async |stage| {
        let (browser, texts) = (stage.browser().await, texts("fr"));
        open(&browser, "embed/").await;
        let plain = code(&browser).await;
        assert!(!plain.contains("accent"), "{plain}");
        let say = |key: &str, ratio: &str, colour: &str| {
            let values = [("ratio", ratio), ("needed", "4,5"), ("light", colour), ("dark", colour)];
            boussole_core::texts::fill(&texts[key], &values)
        };
        // The contrasts on #fdfcf8, by the formula of WCAG 2, cut after a tenth; each by itself in light and dark.
        let deep = format!("{} {}", say("accent_good", "11,1", ""), say("accent_dark", "", "#74859c"));
        for (typed, said, accent, used) in [
            ("#1f3a5f", deep, "#1f3a5f", "light-dark(#1f3a5f, #74859c)"),
            ("FFD700", say("accent_poor", "1,3", "#857000"), "#ffd700", "light-dark(#857000, #ffd700)"),
            ("#12345", say("accent_wrong", "", ""), "", ""),
            ("rouge", say("accent_wrong", "", ""), "", ""),
        ] {
            browser.run("document.querySelector('.other-language').focus()", vec![]).await;
            tab_to(&browser, "[name=accent]").await;
            // What is there is selected when it is reached by Tab.
            browser.press(typed).await;
            told(&browser, "#accent-told", &said).await;
            browser.press(Key::Enter).await;
            let code = code(&browser).await;
            assert_eq!(code.contains("accent"), !accent.is_empty(), "{code}");
            if accent.is_empty() {
                continue;
            }
            assert!(code.contains(&format!(" accent=\"{accent}\"")), "{code}");
            // The widget in the preview does what the page says of it.
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
    stage::run(async |stage| {
        let (browser, texts) = (stage.browser().await, texts("fr"));
        let refuse = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))";
        browser.watch().before_each_page(refuse).await;
        open(&browser, "embed/").await;
        tab_to(&browser, ".copying button").await;
        browser.press(Key::Enter).await;
        told(&browser, ".copying [role=status]", &texts["not_copied"]).await;
        let selected = "const code = document.activeElement;
            return code.value.slice(code.selectionStart, code.selectionEnd)";
        assert_eq!(browser.run(selected, vec![]).await, json!(code(&browser).await));
    });
}

#[test]
fn the_page_fits_a_phone_and_a_wall_and_is_accessible() {
    stage::run(async |stage| {
        for (path, preference) in [("embed/", Preference::Light), ("embed/?lang=en", Preference::Dark)] {
            let browser = stage.browser().await;
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
