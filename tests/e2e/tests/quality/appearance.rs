//! Appearance: from 320 px on, light and dark, forced colours, reduced motion.

use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::picture;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?1_ ____ ____";

/// Script: elements beyond the right edge, except those for screen readers alone.
const OVER_THE_EDGE: &str = "
    const wide = all('*').filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5);
    const clipped = (each) => each.closest('.unseen') || each.parentElement.closest('svg');
    return {
        width: innerWidth,
        scroll: document.scrollingElement.scrollWidth,
        over: wide.filter((each) => !clipped(each)).map((each) => `${each.tagName} ${each.className}`),
    };
";

async fn assert_fits(widget: WidgetPage<'_>, width: u32, what: &str) {
    let found = widget.read(OVER_THE_EDGE).await;
    assert_eq!(found, json!({ "width": width, "scroll": width, "over": [] }), "{what}");
}

async fn every_screen_fits(bed: &TestBed, locale: &str, width: u32) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    let page = format!("?lang={locale}");
    browser.resize(width, 640).await;
    assert_fits(browser.open(&page).await, width, "opening").await;
    for number in 1..=12 {
        let widget = browser.widget();
        widget.on_question(number).await;
        assert_fits(widget, width, &format!("question {number}")).await;
        widget.click_action("next").await;
    }
    browser.widget().wait_for_screen("overview").await;
    browser.store_draft(&oracle.link(UNFINISHED)).await;
    let widget = browser.open(&page).await;
    assert_fits(widget, width, "resumed").await;
    widget.click_action("overview").await;
    widget.wait_for_screen("overview").await;
    assert_fits(widget, width, "overview").await;
    widget.click_action("erase").await;
    widget.on_question(1).await;
    assert_fits(widget, width, "erased").await;
    browser.store_draft(&oracle.link(WRITTEN)).await;
    let widget = browser.open(&page).await;
    widget.click("summary").await;
    widget.open_details().await;
    assert_fits(widget, width, "report").await;
    browser.clear_storage().await;
    let widget = browser.open(&format!("{page}#{}", oracle.link(WRITTEN))).await;
    widget.wait_for_screen("shared").await;
    widget.open_details().await;
    assert_fits(widget, width, "shared result").await;
}

#[test]
fn every_screen_fits_320_pixels_in_french() {
    test_bed::run(async |bed| every_screen_fits(bed, "fr", 320).await);
}

#[test]
fn every_screen_fits_320_pixels_in_english() {
    test_bed::run(async |bed| every_screen_fits(bed, "en", 320).await);
}

#[test]
fn what_a_finger_presses_is_large_enough() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.resize(375, 667).await;
        let small = "return all('button, label.choice, summary, [data-item]')
            .filter((each) => each.checkVisibility())
            .map((each) => [plain(each.textContent), each.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24)
            .map(([text]) => text)";
        for (written, screen) in [(UNFINISHED, "item"), (WRITTEN, "report")] {
            browser.store_draft(&oracle.link(written)).await;
            let widget = browser.open("").await;
            widget.wait_for_screen(screen).await;
            assert_eq!(widget.read(small).await, json!([]), "{screen}");
        }
    });
}

/// Pictures of a question and of a report.
async fn pictures(browser: &BrowserSession, oracle: &Oracle) -> [Vec<u8>; 2] {
    browser.store_draft(&oracle.link(UNFINISHED)).await;
    browser.open("").await.on_question(4).await;
    let question = browser.picture().await;
    browser.store_draft(&oracle.link(WRITTEN)).await;
    browser.open("").await.wait_for_screen("report").await;
    [question, browser.picture().await]
}

#[test]
fn dark_is_dark_and_light_is_light() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.prefer(Preference::Light).await;
        let light = pictures(&browser, &oracle).await;
        browser.prefer(Preference::Dark).await;
        let dark = pictures(&browser, &oracle).await;
        for (light, dark) in light.iter().zip(&dark) {
            assert!(picture::brightness(light) > 200, "light: {}", picture::brightness(light));
            assert!(picture::brightness(dark) < 60, "dark: {}", picture::brightness(dark));
        }
    });
}

#[test]
fn forced_colours_hide_nothing() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.prefer(Preference::ForcedColours).await;
        for shown in pictures(&browser, &oracle).await {
            let colours = picture::colours(&shown);
            assert!(colours > 20, "a page with words and lines, not {colours} colours");
        }
        // A needle or bar in the page's colour would be invisible.
        let widget = browser.widget();
        let visible = "const page = getComputedStyle(document.body).backgroundColor;
            const fills = all('svg .assured').map((each) => getComputedStyle(each).fill);
            return fills.length > 0 && !fills.includes(page)";
        assert_eq!(widget.read(visible).await, json!(true));
    });
}

#[test]
fn reduced_motion_moves_nothing() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.prefer(Preference::ReducedMotion).await;
        let widget = browser.open("").await;
        let moving =
            "const durations = root.getAnimations().map((each) => each.effect.getComputedTiming().duration);
            return durations.filter((duration) => duration > 1).length";
        for (position, response) in oracle.responses(WRITTEN).into_iter().enumerate() {
            widget.answer(position + 1, response).await;
            assert_eq!(widget.read(moving).await, json!(0), "after question {}", position + 1);
        }
        widget.wait_for_screen("report").await;
        assert_eq!(widget.read(moving).await, json!(0));
        let colours = picture::colours(&browser.picture().await);
        assert!(colours > 20, "a page with words and lines, not {colours} colours");
    });
}
