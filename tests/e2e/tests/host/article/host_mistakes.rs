//! Mistakes and peculiarities of host pages, none of which leaves the element blank.

use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;
use thirtyfour::Key;
use xtask::server::Amendment;

use super::{CARD, WRITTEN, element, open, script};

/// Script: elements outside the element's column, except scrolling tables.
const OUT_OF_THE_COLUMN: &str = "
    const column = host.parentElement.getBoundingClientRect();
    const out = ({ left, right }) => left < column.left - 0.5 || right > column.right + 0.5;
    const clipped = (each) => each.closest('.unseen') || each.parentElement.closest('svg, .wide');
    return all('*').filter((each) => [...each.getClientRects()].some(out) && !clipped(each))
        .map((each) => `${each.parentElement.className} ${each.tagName} ${each.className}`)";

async fn assert_answers(widget: WidgetPage<'_>) {
    let oracle = Oracle::new("fr");
    widget.answer_to_report(&oracle.responses(WRITTEN)).await;
    assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
}

/// Opens all screens, and asserts that each stays in its column.
async fn assert_keeps_to_its_column(widget: WidgetPage<'_>) {
    let found = std::cell::RefCell::new(Vec::new());
    let fits = async |what: &str| {
        let out = widget.read(OUT_OF_THE_COLUMN).await;
        found.borrow_mut().extend((out != json!([])).then(|| format!("{what}: {out}")));
    };
    for (position, response) in Oracle::new("fr").responses(WRITTEN).into_iter().enumerate() {
        widget.on_question(position + 1).await;
        fits(&format!("question {}", position + 1)).await;
        widget.answer(position + 1, response).await;
    }
    widget.wait_for_screen("report").await;
    fits("the report").await;
    widget.open_details().await;
    fits("its details").await;
    for screen in ["plan", "take", "history", "team"] {
        widget.open_screen(screen).await;
        fits(screen).await;
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
    }
    widget.click_action("overview").await;
    widget.wait_for_screen("overview").await;
    fits("the overview").await;
    assert_eq!(found.take(), [""; 0]);
}

#[test]
fn element_and_script_come_in_any_order() {
    test_bed::run(async |bed| {
        let (element, script) = (element(""), script(bed));
        let early = script.replace("type=", "async type=");
        for body in [
            format!("{script}{element}"),
            format!("{element}{script}"),
            format!("{early}{element}"),
            format!("{script}{element}{script}"),
        ] {
            let browser = bed.browser().await;
            open(bed, &browser, &body).await.on_question(1).await;
        }
        let browser = bed.browser().await;
        let widget = open(bed, &browser, &script).await;
        let late = "document.body.insertAdjacentHTML('beforeend', arguments[0])";
        browser.run(late, vec![json!(element)]).await;
        widget.on_question(1).await;
    });
}

#[test]
fn a_page_with_the_script_in_two_versions_has_one_of_them_and_a_warning() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let other = script(bed).replace("boussole.js", "boussole.js?another");
        let widget = open(bed, &browser, &[script(bed), other, element("")].concat()).await;
        assert_answers(widget).await;
        let messages = browser.monitor().drain_messages().await;
        let [ConsoleMessage::Warning(warning)] = &messages[..] else {
            panic!("one warning, not {messages:?}")
        };
        assert!(warning.contains("loads it twice"), "{warning}");
    });
}

#[test]
fn what_is_hidden_at_first_costs_nothing_and_is_there_when_it_is_shown() {
    test_bed::run(async |bed| {
        let element = element("");
        let cases = [
            (format!("<div id=\"place\" hidden>{element}</div>"), "hidden = false"),
            (format!("<details id=\"place\"><summary>Mesurer</summary>{element}</details>"), "open = true"),
            (
                element.replace("<boussole-assessment", "<boussole-assessment id=\"place\" hidden"),
                "hidden = false",
            ),
        ];
        for (body, show) in cases {
            let browser = bed.browser().await;
            bed.site.forget_requests();
            let widget = open(bed, &browser, &[body, script(bed)].concat()).await;
            browser
                .wait("the element", "return customElements.get('boussole-assessment') && true", vec![])
                .await;
            // After this, observers of nearby elements have reported.
            let intersected =
                "await new Promise((done) => new IntersectionObserver(done).observe(document.body));";
            browser.run_async(intersected, vec![]).await;
            assert_eq!(bed.site.requests().len(), 1, "{show}: {:?}", bed.site.requests());
            browser.run(&format!("document.querySelector('#place').{show}"), vec![]).await;
            widget.answer(1, Oracle::new("fr").responses(WRITTEN)[0]).await;
            widget.on_question(2).await;
        }
    });
}

#[test]
fn inside_another_shadow_root_it_works_and_its_events_come_out() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        open(bed, &browser, &format!("<div id=\"outer\"></div>{}", script(bed))).await;
        let build = "addEventListener('boussole:completed', () => (window.completed = true));
            const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
            root.innerHTML = arguments[0]";
        browser.run(build, vec![json!(element(""))]).await;
        let widget = browser.widget_at("#outer >>> boussole-assessment");
        assert_answers(widget).await;
        widget.open_details().await;
        widget.open_screen("plan").await;
        browser.wait("the event", "return window.completed", vec![]).await;
    });
}

#[test]
fn in_a_dialog_it_leaves_escape_to_the_page_and_keeps_the_answers() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let body = format!("<dialog aria-label=\"Évaluation\">{}</dialog>{}", element(""), script(bed));
        let widget = open(bed, &browser, &body).await;
        let show = "document.querySelector('dialog').showModal()";
        browser.run(show, vec![]).await;
        widget.on_question(1).await;
        let width = "return find('.boussole').clientWidth";
        assert!(widget.read(width).await.as_f64() > Some(600.0), "as wide as it is elsewhere");
        widget.tab_to("input[type=radio]").await;
        for number in 1..=3 {
            widget.on_question(number).await;
            browser.press("2").await;
        }
        widget.on_question(4).await;
        browser.press(Key::Escape).await;
        browser.wait("the dialog to close", "return !document.querySelector('dialog').open", vec![]).await;
        browser.run(show, vec![]).await;
        widget.on_question(4).await;
        widget.click_action("back").await;
        widget.on_question(3).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("2"));
    });
}

#[test]
fn beside_others_in_a_row_it_takes_what_there_is() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write("host.css", "main { display: flex } aside { flex: none; width: 100px }");
        let style = "<link rel=\"stylesheet\" href=\"host.css\">";
        let body = format!("{style}<main>{}<aside>A</aside></main>{}", element(""), script(bed));
        host.write_host("host.html", &body);
        for (width, expected) in [(375, 375 - 100 - 16), (1280, 736)] {
            browser.resize(width, 800).await;
            browser.load(&host.address("host.html")).await;
            let widget = browser.widget();
            widget.on_question(1).await;
            let given =
                widget.read("return Math.floor(find('.boussole').getBoundingClientRect().width)").await;
            assert_eq!(given, json!(expected), "a page of {width} pixels");
        }
    });
}

#[test]
fn a_framework_may_move_it_and_copy_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let body = format!("<ul><li>{}</li><li id=\"other\">B</li></ul>{}", element(""), script(bed));
        let widget = open(bed, &browser, &body).await;
        widget.answer_all(&Oracle::new("fr").responses(WRITTEN)[..3]).await;
        widget.on_question(4).await;
        let moves = [
            "other.append(host)",
            "other.parentElement.prepend(other)",
            "other.parentElement.firstElementChild.before(host)",
            "other.moveBefore?.(host, null)",
            "host.replaceWith(host.cloneNode(true))",
            "other.outerHTML = other.outerHTML",
        ];
        for script in moves {
            let tools = "const host = document.querySelector('boussole-assessment');
                const other = document.querySelector('#other');";
            browser.run(&format!("{tools}{script}"), vec![]).await;
            widget.on_question(4).await;
            assert_eq!(
                widget.read("return host.isConnected && all('.boussole').length").await,
                json!(1),
                "{script}"
            );
        }
    });
}

#[test]
fn on_a_page_that_runs_from_right_to_left_it_runs_as_its_language_does() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        let body = [element(""), script(bed)].concat();
        host.write("host.html", &format!("<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>x</title><link rel=\"icon\" href=\"data:,\"><body>{body}"));
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        widget.on_question(1).await;
        let order = "const direction = getComputedStyle(find('.boussole')).direction;
            const [input, words] = ['input', '.choice-text'].map((each) => find(each).getBoundingClientRect().left);
            return [direction, input < words, document.documentElement.scrollWidth <= innerWidth]";
        assert_eq!(widget.read(order).await, json!(["ltr", true, true]));
        assert_keeps_to_its_column(widget).await;
    });
}

#[test]
fn nothing_overflows_a_column_of_200_pixels() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write("host.css", "main { width: 200px }");
        let style = "<link rel=\"stylesheet\" href=\"host.css\">";
        host.write_host("host.html", &format!("{style}<main>{}</main>{}", element(""), script(bed)));
        browser.load(&host.address("host.html")).await;
        assert_keeps_to_its_column(browser.widget()).await;
    });
}

#[test]
fn at_200_percent_nothing_overflows() {
    test_bed::run(async |bed| {
        let host = bed.host();
        host.write("host.css", "main { zoom: 2 }");
        let style = "<link rel=\"stylesheet\" href=\"host.css\">";
        let body = format!("<main>{}</main>{}", element(""), script(bed));
        host.write_host("plain.html", &body);
        host.write_host("zoomed.html", &[style, &body].concat());
        // A window of 1280 by 800, zoomed by the reader and by the page.
        for (page, width, height, pixels) in [("plain.html", 640, 400, 2), ("zoomed.html", 1280, 800, 1)] {
            let browser = bed.browser().await;
            browser.scale(width, height, pixels).await;
            browser.load(&host.address(page)).await;
            assert_keeps_to_its_column(browser.widget()).await;
        }
    });
}

#[test]
fn a_module_of_the_wrong_type_starts_all_the_same() {
    test_bed::run(async |bed| {
        bed.site.amend(".wasm", Amendment::Header("Content-Type", "text/plain".to_owned()));
        let browser = bed.browser().await;
        let widget = open(bed, &browser, &[element(""), script(bed)].concat()).await;
        assert_answers(widget).await;
        widget.open_details().await;
    });
}

#[test]
fn a_module_that_a_host_keeps_back_leaves_a_panel_that_leads_on() {
    test_bed::run(async |bed| {
        bed.site.amend(".wasm", Amendment::Status(403));
        let browser = bed.browser().await;
        let body = [element("lang=\"en\""), script(bed)].concat();
        let widget = open(bed, &browser, &body).await;
        widget.wait("the panel", "return find('.failure')").await;
        let [title, message] = ["title", "offline"].map(|key| plain(&Oracle::new("en").failure[key]));
        assert_eq!([widget.text(".failure h2").await, widget.text(".failure p").await], [title, message]);
        let target = widget.read("return find('.failure a').href").await;
        assert_eq!(target, json!(bed.site.address("?lang=en")));
        assert!(!browser.monitor().drain_messages().await.is_empty(), "the console names the reason");
    });
}

#[test]
fn without_a_network_in_the_middle_all_goes_on_but_what_has_yet_to_come() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open(bed, &browser, &[element(""), script(bed)].concat()).await;
        widget.on_question(1).await;
        browser.set_offline(true).await;
        assert_answers(widget).await;
        widget.click_action("plan").await;
        widget.wait("a way to try again", "return find('[data-action=retry]')").await;
        browser.set_offline(false).await;
        widget.click_action("retry").await;
        widget.wait_for_screen("plan").await;
        // Expected messages about the missing file.
        browser.monitor().drain_messages().await;
    });
}

#[test]
fn a_loader_that_does_not_come_leaves_the_card() {
    test_bed::run(async |bed| {
        let _missing = bed.site.hide_files("boussole.js");
        let browser = bed.browser().await;
        open(bed, &browser, &[element(""), script(bed)].concat()).await;
        let shown = "const card = document.querySelector('boussole-assessment');
            return card.checkVisibility() && card.innerHTML === arguments[0] && card.querySelector('a').offsetHeight > 0";
        assert_eq!(browser.run(shown, vec![json!(CARD)]).await, json!(true));
        browser.monitor().drain_messages().await;
    });
}
