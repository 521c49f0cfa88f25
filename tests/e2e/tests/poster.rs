//! The poster and the slide: what is chosen is what is seen, what is seen is what is printed, and the code opens it.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{Browser, Preference};
use boussole_e2e::paper::{Paper, bare};
use boussole_e2e::picture;
use boussole_e2e::stage;
use serde_json::{Value, json};
use thirtyfour::Key;
use xtask::project::Project;
use xtask::release::embed::{self, Texts};

const NAME: &str = "Independence Tech Day";
const EVENT: &str = "event=Independence%20Tech%20Day";
/// Each sheet with its size in mm.
const SHEETS: [(&str, f32, f32); 3] = [("a4", 210.0, 297.0), ("a3", 297.0, 420.0), ("slide", 338.67, 190.5)];
/// The level of error correction of 25 %, as a code tells it: ISO/IEC 18004, table 12.
const LEVEL_Q: u16 = 3;

fn texts(locale: &str) -> Texts {
    let project = Project::find().expect("the project is there");
    let mut texts = embed::texts_of(&project, "poster").expect("the texts can be read");
    texts.remove(locale).expect("the language is there")
}

/// Opens the page, and waits for its sheet.
async fn open(browser: &Browser, path: &str) {
    browser.load(path).await;
    seen(browser, "a4").await;
}

async fn seen(browser: &Browser, sheet: &str) {
    let script = format!("return document.querySelector('.sheet-{sheet} .code')");
    browser.wait(sheet, &script, vec![]).await;
}

/// What a field of the form is given, as whoever fills it in tells the page.
async fn give(browser: &Browser, name: &str, value: &str) {
    let script = "const [name, value] = arguments;
        const field = document.querySelector(`input[type=radio][name=${name}][value='${value}']`)
            ?? document.querySelector(`[name=${name}]`);
        if (field.type === 'radio') field.checked = true;
        else field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.run(script, vec![json!(name), json!(value)]).await;
}

/// What the code on the sheet holds, and its level, read from a picture of the screen.
async fn scan(browser: &Browser) -> (String, u16) {
    let place =
        "const { left, top, width, height } = document.querySelector('.code').getBoundingClientRect();
        return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 }";
    let png = browser.picture_of(browser.run(place, vec![]).await).await;
    let (width, height, grey) = picture::grey(&png);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "there is one code on {width} × {height} pixels");
    let (about, text) = grids[0].decode().expect("it can be read");
    (text, about.ecc_level)
}

/// Waits until the code holds a link.
async fn holds(browser: &Browser, link: &str) {
    let mut last = String::new();
    for _ in 0..50 {
        (last, _) = scan(browser).await;
        if last == link {
            return;
        }
    }
    browser.give_up(link, &last).await;
}

#[test]
fn the_code_of_each_sheet_is_read_at_three_sizes_and_is_of_level_q() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let link = format!("{}#{EVENT}", browser.address(""));
        for (width, height, pixels) in [(375, 667, 2), (1280, 800, 1), (1920, 1080, 2)] {
            browser.scale(width, height, pixels).await;
            for preference in [Preference::Light, Preference::Dark] {
                browser.prefer(preference).await;
                open(&browser, "poster/").await;
                give(&browser, "event", NAME).await;
                for (sheet, ..) in SHEETS {
                    give(&browser, "sheet", sheet).await;
                    seen(&browser, sheet).await;
                    holds(&browser, &link).await;
                    assert_eq!(scan(&browser).await.1, LEVEL_Q, "{sheet}, {width} px");
                }
            }
        }
        // Whoever scans it is greeted, and has the first question.
        let phone = stage.browser().await;
        phone.open(&link).await.on_question(1).await;
        assert_eq!(phone.run("return document.querySelector('.event').textContent", vec![]).await, NAME);
    });
}

#[test]
fn each_sheet_is_one_page_of_its_size_and_says_all_of_it() {
    stage::run(async |stage| {
        for locale in ["fr", "en"] {
            let browser = stage.browser().await;
            open(&browser, &format!("poster/?lang={locale}")).await;
            let said = texts(locale);
            give(&browser, "event", NAME).await;
            give(&browser, "address", "https://boussole.example/ici").await;
            let address = if locale == "fr" { "boussole.example/ici" } else { "boussole.example/ici/en" };
            for (sheet, width, height) in SHEETS {
                give(&browser, "sheet", sheet).await;
                let script = format!(
                    "return document.querySelector('.sheet-{sheet} .sheet-address')?.textContent === '{address}'"
                );
                browser.wait(address, &script, vec![]).await;
                let wanted = json!({ "preferCSSPageSize": true, "printBackground": false });
                let pdf = browser.printed(wanted).await;
                let paper = Paper::new(&pdf);
                assert_eq!(paper.pages(), 1, "{locale}, {sheet}");
                let (across, down) = paper.size(1);
                let [wide, high] = [width, height].map(|side| side * 72.0 / 25.4);
                assert!(
                    (across - wide).abs() < 1.5 && (down - high).abs() < 1.5,
                    "{sheet}: {across} × {down}"
                );
                let text = paper.text(1);
                for text_of in [&said["hook"], &said["how"], &said["promise"], NAME, address] {
                    assert!(text.contains(&bare(text_of)), "{locale}, {sheet}: {text_of} is not in {text}");
                }
                assert!(!text.contains(&bare(&said["choices"])), "{text}");
            }
        }
    });
}

#[test]
fn nothing_of_a_sheet_is_cut_off() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for locale in ["fr", "en"] {
            open(&browser, &format!("poster/?lang={locale}")).await;
            give(&browser, "event", "Rencontres nationales du logiciel libre et des communs, 2026").await;
            for questionnaire in ["liberte-numerique", "dependances-ia"] {
                give(&browser, "questionnaire", questionnaire).await;
                give(
                    &browser,
                    "address",
                    "https://evaluation.organisation-professionnelle.example/boussole/",
                )
                .await;
                for (sheet, ..) in SHEETS {
                    give(&browser, "sheet", sheet).await;
                    seen(&browser, sheet).await;
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
                        "{locale}, {questionnaire}, {sheet}"
                    );
                }
            }
        }
    });
}

#[test]
fn the_code_opens_what_is_chosen() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        open(&browser, "poster/").await;
        holds(&browser, &browser.address("")).await;
        give(&browser, "form", "full").await;
        holds(&browser, &browser.address("?form=full")).await;
        give(&browser, "event", NAME).await;
        holds(&browser, &browser.address(&format!("#{EVENT}&form=full"))).await;
        give(&browser, "lang", "en").await;
        holds(&browser, &browser.address(&format!("en/#{EVENT}&form=full"))).await;
        let phone = stage.browser().await;
        let widget = phone.open(&browser.address(&format!("en/#{EVENT}&form=full"))).await;
        widget.wait("the full form in English", "return text('.position') === 'Question 1 of 28'").await;
        give(&browser, "questionnaire", "dependances-ia").await;
        let link = browser.address(&format!("en/?questionnaire=dependances-ia#{EVENT}"));
        holds(&browser, &link).await;
        let widget = phone.open(&link).await;
        widget.on_question(1).await;
        let requests = browser.watch().requests().await;
        assert!(
            !requests.iter().any(|url| url.contains("boussole-") || url.contains(".json")),
            "{requests:?}"
        );
    });
}

#[test]
fn what_can_not_be_used_is_told_and_the_sheet_stays() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        open(&browser, "poster/").await;
        let said = texts("fr");
        for (field, wrong, key) in
            [("address", "là-bas", "address_wrong"), ("event", "a\u{202e}b", "event_wrong")]
        {
            give(&browser, field, wrong).await;
            let told = "const field = document.querySelector(`[name=${arguments[0]}]`);
                return field.getAttribute('aria-invalid') === 'true'
                    && document.getElementById(field.getAttribute('aria-describedby')).textContent";
            assert_eq!(browser.run(told, vec![json!(field)]).await, json!(said[key]));
            holds(&browser, &browser.address("")).await;
            give(&browser, field, if field == "address" { "boussole.example" } else { "" }).await;
            let good = "return document.querySelector(`[name=${arguments[0]}]`).getAttribute('aria-invalid')";
            assert_eq!(browser.run(good, vec![json!(field)]).await, json!("false"));
            give(&browser, "address", &browser.address("")).await;
        }
    });
}

/// Whether a selector finds what has the focus.
async fn is_focused(browser: &Browser, selector: &str) -> bool {
    let script = "return document.activeElement.matches(arguments[0])";
    browser.run(script, vec![json!(selector)]).await == json!(true)
}

async fn tab_to(browser: &Browser, selector: &str) {
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
    stage::run(async |stage| {
        for (locale, width, preference) in [("fr", 1280, Preference::Light), ("en", 375, Preference::Dark)] {
            let browser = stage.browser().await;
            browser.watch().before_each_page("window.print = () => (window.printed = true)").await;
            browser.resize(width, 800).await;
            browser.prefer(preference).await;
            open(&browser, &format!("poster/?lang={locale}")).await;
            assert_eq!(browser.run("return document.documentElement.lang", vec![]).await, json!(locale));
            tab_to(&browser, "[name=sheet]").await;
            browser.press(Key::Down).await;
            seen(&browser, "a3").await;
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
            // The other language, with what was chosen.
            browser.run("document.querySelector('.other-language').focus()", vec![]).await;
            browser.press(Key::Enter).await;
            let other = if locale == "fr" { "en" } else { "fr" };
            let title = "return document.querySelector('h1').textContent";
            assert_eq!(browser.run(title, vec![]).await, json!(texts(other)["page_title"]));
            seen(&browser, "a3").await;
            let kept = browser.run("return document.querySelector('[name=event]').value", vec![]).await;
            assert_eq!(kept, Value::from("Tech Day"));
        }
    });
}
