//! The event link: a name that greets whoever scans it and stands on the result card, a form to begin with, nothing else.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::Browser;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::widget::Widget;
use serde_json::json;

const NAME: &str = "Independence Tech Day";
const LINK: &str = "#event=Independence%20Tech%20Day&form=express";
/// As many characters as it may have, the widest of them usual ones.
const LONGEST: &str = "Rencontres nationales du logiciel libre et des communs, 2026";
const COMPLETE: &str = "3?12 420- 1432";

/// The name that the page shows.
const SHOWN: &str = "return document.querySelector('.event').textContent";

/// Notes every shift of what is on the page.
const SHIFTS: &str = "window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });";

async fn shown(browser: &Browser) -> String {
    browser.run(SHOWN, vec![]).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_first_question_is_there_before_the_program_and_nothing_moves() {
    stage::run(async |stage| {
        for (page, name, size) in
            [("", NAME, (375, 667)), ("en/", LONGEST, (320, 568)), ("", LONGEST, (1280, 800))]
        {
            let browser = stage.eager_browser().await;
            browser.resize(size.0, size.1).await;
            // One that comes with the length of the page moves what is in its middle, event or not.
            browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
            browser.watch().before_each_page(SHIFTS).await;
            browser.watch().hold(".wasm").await;
            let encoded = name.replace(' ', "%20");
            browser.load(&format!("{page}#event={encoded}&form=express")).await;
            let greeted = format!("{SHOWN} === {}", json!(name));
            browser.wait("the name of the event", &greeted, vec![]).await;
            let widget = browser.widget();
            assert!(widget.has(".boussole h2").await, "{size:?}: the question was torn away");
            assert_accessible(&browser, name).await;
            browser.watch().let_go().await;
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
fn a_name_that_is_none_is_left_out_and_nobody_is_told() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let long = LONGEST.to_owned() + "!";
        for name in
            [long.as_str(), "a%0Ab", "a%E2%80%AEb", "a%E2%80%A8b", "%", "%FF", "%20%20", "", "&form=none"]
        {
            // Another page in between: one that only differs behind the # is not loaded again.
            browser.forget().await;
            let widget = browser.open(&format!("#event={}", name.replace(' ', "%20"))).await;
            widget.on_question(1).await;
            assert_eq!(shown(&browser).await, "", "{name}");
            assert_eq!(widget.notice().await, None, "{name}");
        }
    });
}

#[test]
fn the_name_is_trimmed_and_may_have_what_a_result_link_has() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for (written, name) in
            [("%20Tech.Day.2026%20", "Tech.Day.2026"), ("L%E2%80%99apr%C3%A8s-midi", "L’après-midi")]
        {
            browser.forget().await;
            let widget = browser.open(&format!("#event={written}")).await;
            widget.on_question(1).await;
            assert_eq!(shown(&browser).await, name);
            assert_eq!(widget.notice().await, None, "it is taken for a damaged link");
            assert!(browser.location().await.ends_with(&format!("#event={written}")));
        }
    });
}

#[test]
fn the_form_is_that_of_the_link_until_the_reader_takes_another() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let of = |count: usize| format!("return text('.position').endsWith('{count}')");
        let widget = browser.open("#event=A&form=full").await;
        widget.wait("the full form", &of(28)).await;
        let widget = browser.reload().await;
        widget.wait("the full form", &of(28)).await;
        assert_eq!(shown(&browser).await, "A");
        browser.forget().await;
        let widget = browser.open("?form=express#event=A&form=full").await;
        widget.wait("the form of the reader", &of(12)).await;
    });
}

async fn card(widget: &Widget<'_>) -> String {
    widget.wait("the card", "return text('svg.card')").await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_name_is_on_the_card_and_in_nothing_else() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(COMPLETE)).await;
        let widget = browser.open(LINK).await;
        widget.on("report").await;
        assert_eq!(shown(&browser).await, NAME);
        let link = widget.link().await;
        assert!(!link.contains("event") && !link.contains(NAME), "{link}");
        widget.enter("take").await;
        assert!(card(&widget).await.contains(NAME), "{}", card(&widget).await);
        let alternative = "return find('[data-field=alternative]').value";
        let alternative = widget.read(alternative).await.to_string();
        assert!(alternative.contains(NAME), "{alternative}");
        let downloads = Downloads::of(&browser).await;
        let (_, png) = downloads.take(widget, "png").await;
        for (action, file) in [("csv", "csv"), ("json", "json"), ("markdown", "md")] {
            let name = format!("boussole-liberte-numerique-express.{file}");
            assert!(!downloads.text(widget, action, &name).await.contains(NAME), "{action}");
        }
        let kept = browser.run("return JSON.stringify({ ...localStorage })", vec![]).await.to_string();
        assert!(!kept.contains("Tech"), "{kept}");

        // Without an event, the card is another.
        browser.load("blank.html").await;
        let widget = browser.open("").await;
        widget.on("report").await;
        widget.enter("take").await;
        assert!(!card(&widget).await.contains(NAME));
        assert!(downloads.take(widget, "png").await.1 != png, "the name is not on the picture");
    });
}

#[test]
fn a_result_link_takes_the_place_of_an_event() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open(LINK).await;
        widget.on_question(1).await;
        browser.load(&format!("#{}", known.link(COMPLETE))).await;
        widget.on("shared").await;
        assert_eq!(shown(&browser).await, "");
        assert!(!browser.location().await.contains('#'));
    });
}
