//! Behaviour that Firefox or WebKit missed first, and touch.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::engine::Engine;
use boussole_e2e::site::BLANK;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

/// Opens a page with a paused program, and waits for its script.
async fn opened<'a>(browser: &'a BrowserSession, page: &str) -> WidgetPage<'a> {
    browser.monitor().pause_requests(".wasm").await;
    browser.load(page).await;
    let widget = browser.widget();
    widget.wait("the script", "return Boolean(customElements.get('boussole-assessment'))").await;
    widget
}

#[test]
pub fn the_program_is_fetched_once_though_its_preload_is_under_way() {
    test_bed::run(async |bed| {
        for page in ["", "frame/"] {
            let browser = bed.eager_browser().await;
            bed.site.forget_requests();
            let widget = opened(&browser, page).await;
            browser.monitor().resume_requests().await;
            widget.start().await;
            let requests = bed.site.requests();
            let is_program = |path: &str| path.starts_with("/boussole-") && path.ends_with(".wasm");
            let count = requests.iter().filter(|request| is_program(&request.path)).count();
            // None, where a kept browser has it from the page before.
            assert!(count <= 1, "/{page}: {count} times");
        }
    });
}

#[test]
pub fn a_page_that_is_left_while_it_loads_goes_on_when_the_reader_is_back() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let widget = opened(&browser, "").await;
        browser.load(BLANK).await;
        browser.monitor().resume_requests().await;
        browser.run("history.back()", vec![]).await;
        widget.start().await;
        widget.on_question(1).await;
        // Expected: what was broken off.
        browser.monitor().drain_messages().await;
    });
}

#[test]
pub fn a_key_that_answers_before_the_program_is_not_used_by_the_browser() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let widget = opened(&browser, "").await;
        widget.tab_to("input[type=radio]").await;
        let note = "window.prevented = [];
            addEventListener('keydown', ({ key, defaultPrevented }) => prevented.push([key, defaultPrevented]))";
        browser.run(note, vec![]).await;
        browser.press("3x?").await;
        let expected = json!([["3", true], ["x", false], ["?", true]]);
        assert_eq!(
            browser.run("return prevented.filter(([key]) => key !== 'Shift')", vec![]).await,
            expected
        );
        assert_eq!(widget.chosen().await.as_deref(), Some("dont-know"));
        browser.monitor().resume_requests().await;
        widget.start().await;
    });
}

#[test]
pub fn what_is_read_below_a_widget_stays_in_its_place() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let host = bed.host();
        let text = "<p>A paragraph of the article, which somebody reads.</p>".repeat(40);
        let script =
            |name: &str| format!("<script type=\"module\" src=\"{}\"></script>", bed.site.address(name));
        let frame = format!(
            "<iframe data-boussole width=\"100%\" height=\"300\" src=\"{}\"></iframe>",
            bed.site.address("frame/")
        );
        let element = "<boussole-assessment loading=\"eager\"></boussole-assessment>".to_owned();
        for (widget, script, come) in [
            (
                element,
                script("boussole.js"),
                "document.querySelector('boussole-assessment').shadowRoot?.querySelector('.boussole')",
            ),
            (frame, script("boussole-frame.js"), "document.querySelector('iframe').clientHeight > 500"),
        ] {
            let body = format!("{text}{widget}<div id=\"below\">{text}</div>{script}");
            host.write_host("host.html", &body);
            browser.monitor().pause_requests(".wasm").await;
            browser.load(&host.address("host.html")).await;
            browser.wait("the page", "return document.readyState !== 'loading'", vec![]).await;
            let place = "return Math.round(document.querySelector('#below p:nth-child(20)').getBoundingClientRect().top)";
            browser.run("document.querySelector('#below p:nth-child(20)').scrollIntoView()", vec![]).await;
            let before = browser.run(place, vec![]).await.as_i64();
            browser.monitor().resume_requests().await;
            browser.wait("the widget", &format!("return Boolean({come})"), vec![]).await;
            browser
                .run_async(
                    "await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))",
                    vec![],
                )
                .await;
            assert_eq!(browser.run(place, vec![]).await.as_i64(), before, "{widget}");
        }
    });
}

#[test]
pub fn a_click_selects_the_whole_link() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget =
            browser.open_report(&boussole_e2e::oracle::Oracle::new("fr").link("3?12 420- 1432")).await;
        widget.click("input.link").await;
        let selected = "const field = find('input.link');
            return field.selectionEnd - field.selectionStart === field.value.length";
        widget.wait("the whole link to be selected", selected).await;
    });
}

#[test]
pub fn a_tap_answers_one_question() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        if Engine::current() == Engine::Chromium {
            browser.command("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        }
        let widget = browser.open("").await;
        browser
            .run(
                "addEventListener('pointerdown', ({ pointerType }) => {
                    window.pointer = pointerType;
                    window.tapped = performance.now();
                }, true)",
                vec![],
            )
            .await;
        for number in 1..=3 {
            widget.on_question(number).await;
            widget.tap("input[value='2']", 1).await;
            // Taps at one place within a third of a second are one double tap.
            let is_over = "return performance.now() - window.tapped > 400";
            browser.wait("the time of a double tap to be over", is_over, vec![]).await;
        }
        // The second tap of two may hit what the first one brought.
        widget.on_question(4).await;
        widget.tap("input[value='3']", 2).await;
        widget.on_question(5).await;
        assert_eq!(browser.run("return window.pointer", vec![]).await, json!("touch"));
        assert_eq!(widget.chosen().await, None, "the second tap has answered as well");
        widget.click_action("back").await;
        widget.on_question(4).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("3"));
    });
}
