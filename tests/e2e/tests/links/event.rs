//! Event links: a name on the page and on the result card, and a form.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

const NAME: &str = "Independence Tech Day";
const LINK: &str = "#event=Independence%20Tech%20Day&form=express";
/// Longest name, of wide letters.
const LONGEST: &str = "Rencontres nationales du logiciel libre et des communs, 2026";
const COMPLETE: &str = "3?12 420- 1432";

/// Script: shown name.
const SHOWN: &str = "return document.querySelector('.event').textContent";

/// Script: sum of layout shifts.
const SHIFTS: &str = "window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });";

async fn shown(browser: &BrowserSession) -> String {
    browser.run(SHOWN, vec![]).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_first_question_is_there_before_the_program_and_nothing_moves() {
    test_bed::run(async |bed| {
        for (page, name, size) in
            [("", NAME, (375, 667)), ("en/", LONGEST, (320, 568)), ("", LONGEST, (1280, 800))]
        {
            let browser = bed.eager_browser().await;
            browser.resize(size.0, size.1).await;
            // A scroll bar would shift centred content, with an event or without.
            browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
            browser.monitor().before_each_page(SHIFTS).await;
            browser.monitor().pause_requests(".wasm").await;
            let encoded = name.replace(' ', "%20");
            browser.load(&format!("{page}#event={encoded}&form=express")).await;
            let greeted = format!("{SHOWN} === {}", json!(name));
            browser.wait("the name of the event", &greeted, vec![]).await;
            let widget = browser.widget();
            assert!(widget.has(".boussole h2").await, "{size:?}: the question was torn away");
            assert_accessible(&browser, name).await;
            browser.monitor().resume_requests().await;
            widget.start().await;
            let painted =
                "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
            browser.run_async(painted, vec![]).await;
            assert_eq!(browser.run("return window.shifts", vec![]).await, json!([]), "{size:?}");
            let fits = "const place = document.querySelector('.event'), text = document.createRange();
                text.selectNodeContents(place);
                const inner = text.getBoundingClientRect(), outer = place.getBoundingClientRect();
                const brand = document.createRange();
                brand.selectNodeContents(document.querySelector('.brand'));
                return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.right <= outer.right
                    && inner.left >= brand.getBoundingClientRect().right";
            assert_eq!(browser.run(fits, vec![]).await, json!(true), "{size:?}: the name has no room");
        }
    });
}

#[test]
fn an_invalid_name_is_left_out_without_a_message() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let long = LONGEST.to_owned() + "!";
        for name in
            [long.as_str(), "a%0Ab", "a%E2%80%AEb", "a%E2%80%A8b", "%", "%FF", "%20%20", "", "&form=none"]
        {
            // A page in between: a new fragment alone loads nothing.
            browser.clear_storage().await;
            let widget = browser.open(&format!("#event={}", name.replace(' ', "%20"))).await;
            widget.on_question(1).await;
            assert_eq!(shown(&browser).await, "", "{name}");
            assert_eq!(widget.notice().await, None, "{name}");
        }
    });
}

#[test]
fn the_name_is_trimmed_and_may_have_what_a_result_link_has() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for (written, name) in
            [("%20Tech.Day.2026%20", "Tech.Day.2026"), ("L%E2%80%99apr%C3%A8s-midi", "L’après-midi")]
        {
            browser.clear_storage().await;
            let widget = browser.open(&format!("#event={written}")).await;
            widget.on_question(1).await;
            assert_eq!(shown(&browser).await, name);
            assert_eq!(widget.notice().await, None, "it is read as a damaged link");
            assert!(browser.location().await.ends_with(&format!("#event={written}")));
        }
    });
}

#[test]
fn the_form_is_that_of_the_link_until_the_reader_takes_another() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let of = |count: usize| format!("return text('.position').endsWith('{count}')");
        let widget = browser.open("#event=A&form=full").await;
        widget.wait("the full form", &of(29)).await;
        let widget = browser.reload().await;
        widget.wait("the full form", &of(29)).await;
        assert_eq!(shown(&browser).await, "A");
        browser.clear_storage().await;
        let widget = browser.open("?form=express#event=A&form=full").await;
        widget.wait("the form of the reader", &of(12)).await;
    });
}

async fn card(widget: &WidgetPage<'_>) -> String {
    widget.wait("the card", "return text('svg.card')").await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_name_is_on_the_card_and_in_nothing_else() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(COMPLETE)).await;
        let widget = browser.open(LINK).await;
        widget.wait_for_screen("report").await;
        assert_eq!(shown(&browser).await, NAME);
        let link = widget.link().await;
        assert!(!link.contains("event") && !link.contains(NAME), "{link}");
        widget.open_screen("take").await;
        assert!(card(&widget).await.contains(NAME), "{}", card(&widget).await);
        let alternative = "return find('[data-field=alternative]').value";
        let alternative = widget.read(alternative).await.to_string();
        assert!(alternative.contains(NAME), "{alternative}");
        let downloads = Downloads::of(&browser).await;
        let (_, png) = downloads.file(widget, "png").await;
        for (action, file) in [("csv", "csv"), ("json", "json"), ("markdown", "md")] {
            let name = format!("boussole-liberte-numerique-express.{file}");
            assert!(!downloads.text(widget, action, &name).await.contains(NAME), "{action}");
        }
        let stored = browser.run("return JSON.stringify({ ...localStorage })", vec![]).await.to_string();
        assert!(!stored.contains("Tech"), "{stored}");

        // Without an event, the card differs.
        browser.load("blank.html").await;
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("take").await;
        assert!(!card(&widget).await.contains(NAME));
        assert!(downloads.file(widget, "png").await.1 != png, "the name is not on the picture");
    });
}

#[test]
pub fn a_result_link_takes_the_place_of_an_event() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open(LINK).await;
        widget.on_question(1).await;
        browser.load(&format!("#{}", oracle.link(COMPLETE))).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(shown(&browser).await, "");
        assert!(!browser.location().await.contains('#'));
    });
}
