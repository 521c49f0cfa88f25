//! Poster and slide: form, preview, print, and the QR code.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::pdf::{Pdf, without_spaces};
use boussole_e2e::qr_code::{self, DecodedCode};
use boussole_e2e::test_bed;
use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::locales::PageTexts;
use xtask::project::Project;
use xtask::release::embed::{self};

const NAME: &str = "Independence Tech Day";
const EVENT: &str = "event=Independence%20Tech%20Day";
/// Layouts with width and height in mm.
const LAYOUTS: [(&str, f32, f32); 3] = [("a4", 210.0, 297.0), ("a3", 297.0, 420.0), ("slide", 338.67, 190.5)];
/// Bits of the error correction level Q (25 %): ISO/IEC 18004, table 12.
const LEVEL_Q: u16 = 3;

fn texts(locale: &str) -> PageTexts {
    let project = Project::find().expect("the project is there");
    let mut texts = embed::texts_of(&project, "poster").expect("the texts can be read");
    texts.remove(locale).expect("the language is there")
}

/// Opens the page and waits for its code.
async fn open(browser: &BrowserSession, path: &str) {
    browser.load(path).await;
    wait_for_code(browser, "a4").await;
}

async fn wait_for_code(browser: &BrowserSession, layout: &str) {
    let script = format!("return document.querySelector('.sheet-{layout} .code')");
    browser.wait(layout, &script, vec![]).await;
}

/// Sets a field of the form and dispatches `input`.
async fn fill(browser: &BrowserSession, name: &str, value: &str) {
    let script = "const [name, value] = arguments;
        const field = document.querySelector(`input[type=radio][name=${name}][value='${value}']`)
            ?? document.querySelector(`[name=${name}]`);
        if (field.type === 'radio') field.checked = true;
        else field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.run(script, vec![json!(name), json!(value)]).await;
}

/// Code of the poster, read from a picture of the screen.
async fn scan(browser: &BrowserSession) -> DecodedCode {
    let place =
        "const { left, top, width, height } = document.querySelector('.code').getBoundingClientRect();
        return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 }";
    qr_code::decode(&browser.picture_of(browser.run(place, vec![]).await).await)
}

/// Waits until the code has a link.
async fn holds(browser: &BrowserSession, link: &str) {
    let mut last = String::new();
    for _ in 0..50 {
        last = scan(browser).await.text;
        if last == link {
            return;
        }
    }
    browser.give_up(link, &last).await;
}

#[test]
fn the_code_of_each_layout_is_read_at_three_sizes_and_is_of_level_q() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let link = format!("{}#{EVENT}", browser.address(""));
        for (width, height, pixels) in [(375, 667, 2), (1280, 800, 1), (1920, 1080, 2)] {
            browser.scale(width, height, pixels).await;
            for preference in [Preference::Light, Preference::Dark] {
                browser.prefer(preference).await;
                open(&browser, "poster/").await;
                fill(&browser, "event", NAME).await;
                for (layout, ..) in LAYOUTS {
                    fill(&browser, "sheet", layout).await;
                    wait_for_code(&browser, layout).await;
                    holds(&browser, &link).await;
                    assert_eq!(scan(&browser).await.level, LEVEL_Q, "{layout}, {width} px");
                }
            }
        }
        // The link of the code opens the first question with the event's name.
        let phone = bed.browser().await;
        phone.open(&link).await.on_question(1).await;
        assert_eq!(phone.run("return document.querySelector('.event').textContent", vec![]).await, NAME);
    });
}

#[test]
fn each_layout_is_one_page_of_its_size_with_every_text() {
    test_bed::run(async |bed| {
        for locale in ["fr", "en"] {
            let browser = bed.browser().await;
            open(&browser, &format!("poster/?lang={locale}")).await;
            let poster_texts = texts(locale);
            fill(&browser, "event", NAME).await;
            fill(&browser, "address", "https://boussole.example/ici").await;
            let address = if locale == "fr" { "boussole.example/ici" } else { "boussole.example/ici/en" };
            for (layout, width, height) in LAYOUTS {
                fill(&browser, "sheet", layout).await;
                let script = format!(
                    "return document.querySelector('.sheet-{layout} .sheet-address')?.textContent === '{address}'"
                );
                browser.wait(address, &script, vec![]).await;
                let wanted = json!({ "preferCSSPageSize": true, "printBackground": false });
                let pdf = browser.print_pdf_with(wanted).await;
                let document = Pdf::new(&pdf);
                assert_eq!(document.pages(), 1, "{locale}, {layout}");
                let (across, down) = document.size(1);
                let [wide, high] = [width, height].map(|side| side * 72.0 / 25.4);
                assert!(
                    (across - wide).abs() < 1.5 && (down - high).abs() < 1.5,
                    "{layout}: {across} × {down}"
                );
                let text = document.text(1);
                for text_of in
                    [&poster_texts["hook"], &poster_texts["how"], &poster_texts["promise"], NAME, address]
                {
                    assert!(
                        text.contains(&without_spaces(text_of)),
                        "{locale}, {layout}: {text_of} is not in {text}"
                    );
                }
                assert!(!text.contains(&without_spaces(&poster_texts["choices"])), "{text}");
            }
        }
    });
}

#[test]
fn nothing_of_a_layout_is_cut_off() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for locale in ["fr", "en"] {
            open(&browser, &format!("poster/?lang={locale}")).await;
            fill(&browser, "event", "Rencontres nationales du logiciel libre et des communs, 2026").await;
            for questionnaire in ["liberte-numerique", "dependances-ia"] {
                fill(&browser, "questionnaire", questionnaire).await;
                fill(
                    &browser,
                    "address",
                    "https://evaluation.organisation-professionnelle.example/boussole/",
                )
                .await;
                for (layout, ..) in LAYOUTS {
                    fill(&browser, "sheet", layout).await;
                    wait_for_code(&browser, layout).await;
                    let cut = "const outer = document.querySelector('.sheet').getBoundingClientRect();
                        const parts = [...document.querySelectorAll('.sheet p, .sheet .code')];
                        const boxes = parts.map((part) => part.getBoundingClientRect());
                        const over = parts.filter((_, at) => boxes[at].bottom > outer.bottom || boxes[at].right > outer.right + 1);
                        const [hook, how] = ['.sheet-hook', '.sheet-how'].map((part) =>
                            document.querySelector(part).lastElementChild.getBoundingClientRect());
                        const first = document.querySelector('.sheet-how').firstElementChild.getBoundingClientRect();
                        if (how.width && hook.bottom > first.top) over.push(document.querySelector('.sheet-hook'));
                        return over.map((part) => part.className.baseVal ?? part.className)";
                    assert_eq!(
                        browser.run(cut, vec![]).await,
                        json!([]),
                        "{locale}, {questionnaire}, {layout}"
                    );
                }
            }
        }
    });
}

#[test]
fn the_code_opens_what_is_chosen() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        open(&browser, "poster/").await;
        holds(&browser, &browser.address("")).await;
        fill(&browser, "form", "full").await;
        holds(&browser, &browser.address("?form=full")).await;
        fill(&browser, "event", NAME).await;
        holds(&browser, &browser.address(&format!("#{EVENT}&form=full"))).await;
        fill(&browser, "lang", "en").await;
        holds(&browser, &browser.address(&format!("en/#{EVENT}&form=full"))).await;
        let phone = bed.browser().await;
        let widget = phone.open(&browser.address(&format!("en/#{EVENT}&form=full"))).await;
        widget.wait("the full form in English", "return text('.position') === 'Question 1 of 29'").await;
        fill(&browser, "questionnaire", "dependances-ia").await;
        let link = browser.address(&format!("en/?questionnaire=dependances-ia#{EVENT}"));
        holds(&browser, &link).await;
        let widget = phone.open(&link).await;
        widget.on_question(1).await;
        let requests = browser.monitor().requests().await;
        assert!(
            !requests.iter().any(|url| url.contains("boussole-") || url.contains(".json")),
            "{requests:?}"
        );
    });
}

#[test]
fn an_invalid_field_is_reported_and_the_poster_stays() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        open(&browser, "poster/").await;
        let poster_texts = texts("fr");
        for (field, wrong, key) in
            [("address", "là-bas", "address_wrong"), ("event", "a\u{202e}b", "event_wrong")]
        {
            fill(&browser, field, wrong).await;
            let error = "const field = document.querySelector(`[name=${arguments[0]}]`);
                return field.getAttribute('aria-invalid') === 'true'
                    && document.getElementById(field.getAttribute('aria-describedby')).textContent";
            assert_eq!(browser.run(error, vec![json!(field)]).await, json!(poster_texts[key]));
            holds(&browser, &browser.address("")).await;
            fill(&browser, field, if field == "address" { "boussole.example" } else { "" }).await;
            let good = "return document.querySelector(`[name=${arguments[0]}]`).getAttribute('aria-invalid')";
            assert_eq!(browser.run(good, vec![json!(field)]).await, json!("false"));
            fill(&browser, "address", &browser.address("")).await;
        }
    });
}

/// True if the focused element matches a selector.
async fn is_focused(browser: &BrowserSession, selector: &str) -> bool {
    let script = "return document.activeElement.matches(arguments[0])";
    browser.run(script, vec![json!(selector)]).await == json!(true)
}

async fn tab_to(browser: &BrowserSession, selector: &str) {
    for _ in 0..40 {
        if is_focused(browser, selector).await {
            return;
        }
        browser.press(Key::Tab).await;
    }
    browser.give_up(&format!("Tab to reach {selector}"), "").await;
}

#[test]
fn by_keyboard_alone_in_both_languages_and_accessible() {
    test_bed::run(async |bed| {
        for (locale, width, preference) in [("fr", 1280, Preference::Light), ("en", 375, Preference::Dark)] {
            let browser = bed.browser().await;
            browser.monitor().before_each_page("window.print = () => (window.printed = true)").await;
            browser.resize(width, 800).await;
            browser.prefer(preference).await;
            open(&browser, &format!("poster/?lang={locale}")).await;
            assert_eq!(browser.run("return document.documentElement.lang", vec![]).await, json!(locale));
            tab_to(&browser, "[name=sheet]").await;
            browser.press(Key::Down).await;
            wait_for_code(&browser, "a3").await;
            tab_to(&browser, "[name=event]").await;
            browser.press("Tech Day").await;
            let named = "return document.querySelector('.sheet-event').textContent === 'Tech Day'";
            browser.wait("the name on the sheet", named, vec![]).await;
            assert_accessible(&browser, locale).await;
            let fits = "return document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(browser.run(fits, vec![]).await, json!(true), "{locale}: wider than its window");
            tab_to(&browser, ".printing button").await;
            browser.press(Key::Enter).await;
            assert_eq!(browser.run("return window.printed", vec![]).await, json!(true));
            // The other language keeps the form's values.
            browser.run("document.querySelector('.other-language').focus()", vec![]).await;
            browser.press(Key::Enter).await;
            let other = if locale == "fr" { "en" } else { "fr" };
            let title = "return document.querySelector('h1').textContent";
            assert_eq!(browser.run(title, vec![]).await, json!(texts(other)["page_title"]));
            wait_for_code(&browser, "a3").await;
            let name = browser.run("return document.querySelector('[name=event]').value", vec![]).await;
            assert_eq!(name, Value::from("Tech Day"));
        }
    });
}
