//! Styles of the page stay outside of the element, and those of the element inside.

use boussole_e2e::environment;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::{Value, json};

use super::{WRITTEN, element, script};

/// Common style: place and font of the element.
const COMMON: &str =
    "html body main#place { all: initial !important; display: block !important; width: 600px !important; \
    font-size: 16px !important; }
    boussole-assessment { --boussole-font: 'DejaVu Sans'; --boussole-title-font: 'DejaVu Serif' }";

/// Script: computed styles of all elements inside the widget.
const LOOK: &str = "return all('.boussole, .boussole *').map((each) => {
    const style = getComputedStyle(each);
    return [each.outerHTML.slice(0, 80), Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))];
})";

/// Computed styles of the first screen and of the report.
async fn looks(bed: &TestBed, page: &str) -> [Value; 2] {
    let browser = bed.browser().await;
    browser.load(page).await;
    let widget = browser.widget();
    widget.on_question(1).await;
    let first = widget.read(LOOK).await;
    widget.answer_to_report(&Oracle::new("fr").responses(WRITTEN)).await;
    [first, widget.read(LOOK).await]
}

/// First differences as text.
fn differences(one: &Value, other: &Value) -> Vec<String> {
    let (one, other) = (one.as_array().expect("elements"), other.as_array().expect("elements"));
    let mut found = Vec::new();
    for (one, other) in one.iter().zip(other) {
        for (name, value) in one[1].as_object().expect("properties") {
            if other[1][name] != *value {
                found.push(format!("{}: {name} is {} instead of {value}", one[0], other[1][name]));
            }
        }
    }
    if one.len() != other.len() {
        found.push(format!("{} elements instead of {}", other.len(), one.len()));
    }
    found.truncate(12);
    found
}

#[test]
fn the_styles_of_a_page_stay_outside() {
    let styles = [
        ("bootstrap.css", environment::npm_file("bootstrap/dist/css/bootstrap.css")),
        ("preflight.css", environment::npm_file("tailwindcss/preflight.css")),
        ("unset.css", "*, *::before, *::after { all: unset !important; }".to_owned()),
        (
            "hostile.css",
            "* { letter-spacing: 3px; text-transform: uppercase; visibility: visible; word-spacing: 1em; line-height: 3;
                color: red; cursor: wait; text-align: right; direction: rtl; font-style: italic; list-style: square;
                quotes: none; text-indent: 4em; white-space: pre; hyphens: auto; tab-size: 1; }
            button, input, label, p, h2, h3, ul, li, svg, table { display: none !important; margin: 99px !important; }
            .boussole, .choice, .frame, .primary { transform: rotate(9deg); background: lime !important; }"
                .to_owned(),
        ),
    ];
    test_bed::run(async |bed| {
        let host = bed.host();
        host.write("common.css", COMMON);
        let page = |name: &str, links: &str| {
            let common = "<link rel=\"stylesheet\" href=\"common.css\">";
            let body = format!("<main id=\"place\">{}</main>{}", element(""), script(bed));
            host.write_host(name, &[links, common, &body].concat());
            host.address(name)
        };
        let [first, report] = looks(bed, &page("plain.html", "")).await;
        for (name, style) in styles {
            host.write(name, &style);
            let links = format!("<link rel=\"stylesheet\" href=\"{name}\">");
            let [first_there, report_there] = looks(bed, &page("styled.html", &links)).await;
            assert_eq!(differences(&first, &first_there), [""; 0], "{name}, first question");
            assert_eq!(differences(&report, &report_there), [""; 0], "{name}, report");
        }
    });
}

#[test]
fn the_page_keeps_its_own_look() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        let article = "<header class=\"frame\"><h1 class=\"title\">Un article</h1></header><p class=\"lead\">Texte</p>
            <h2>Titre</h2><h3>Titre</h3><ul class=\"ways\"><li>Un</li></ul><button class=\"primary\">Un</button>
            <fieldset><legend>Un</legend><label class=\"choice\"><input type=\"radio\">Un</label></fieldset>
            <progress></progress><table><tr><td>Un</td></tr></table><details><summary>Un</summary></details>";
        let look = "const names = (style) => Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
            const elements = [document.documentElement, document.body, ...document.querySelectorAll('body *:not(main *, script)')];
            return [elements.map((each) => names(getComputedStyle(each))), document.styleSheets.length,
                document.adoptedStyleSheets.length, document.head.childElementCount, document.body.childElementCount,
                Object.keys(window).filter((name) => /bouss|wasm|yew/i.test(name))]";
        host.write("host.css", "main { display: flow-root; height: 2000px }");
        let style = "<link rel=\"stylesheet\" href=\"host.css\">";
        host.write_host("host.html", &format!("{style}{article}<main></main>{}", script(bed)));
        browser.load(&host.address("host.html")).await;
        let before = browser.run(look, vec![]).await;
        let add = "document.querySelector('main').innerHTML = arguments[0]";
        browser.run(add, vec![json!(element("accent=\"#005a9c\""))]).await;
        let widget = browser.widget();
        widget.answer_to_report(&Oracle::new("fr").responses(WRITTEN)).await;
        widget.open_screen("plan").await;
        assert_eq!(browser.run(look, vec![]).await, before);
    });
}

#[test]
fn a_house_restyles_the_parts_that_have_names() {
    test_bed::run(async |bed| {
        let (browser, host, oracle) = (bed.browser().await, bed.host(), Oracle::new("fr"));
        let parts = ["sheet", "title", "choice", "button"];
        let rules: Vec<String> = parts
            .iter()
            .map(|part| format!("boussole-assessment::part({part}) {{ border-top: 7px solid teal }}"))
            .collect();
        let more = "boussole-assessment::part(chosen) { border-top-width: 9px } boussole-assessment::part(primary) { border-top-width: 11px }
            boussole-assessment::part(card) { border-top-width: 13px }";
        host.write("host.css", &format!("{}{more}", rules.concat()));
        let style = "<link rel=\"stylesheet\" href=\"host.css\">";
        host.write_host("host.html", &[style, &element(""), &script(bed)].concat());
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        let width = async |selector: &str| {
            let script = format!("return getComputedStyle(find({})).borderTopWidth", json!(selector));
            widget.read(&script).await
        };
        widget.on_question(1).await;
        for selector in [".boussole", "h2", ".choice", "[data-action=next]"] {
            assert_eq!(width(selector).await, json!("7px"), "{selector}");
        }
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        for (selector, expected) in
            [("[data-action=copy]", "11px"), ("[data-action=plan]", "13px"), (".choice.chosen", "9px")]
        {
            assert_eq!(width(selector).await, json!(expected), "{selector}");
        }
    });
}

/// Size of the letters of the help, and height of a button, as they are painted, in pixels.
async fn sizes(bed: &TestBed, style: &str, attributes: &str) -> [f64; 2] {
    let (browser, host) = (bed.browser().await, bed.host());
    host.write("host.css", style);
    let link = "<link rel=\"stylesheet\" href=\"host.css\">";
    host.write_host("host.html", &[link, &element(attributes), &script(bed)].concat());
    browser.load(&host.address("host.html")).await;
    let widget = browser.widget();
    widget.on_question(1).await;
    let script = "const zoom = find('.boussole').currentCSSZoom;
        return [zoom * parseFloat(getComputedStyle(find('.boussole')).fontSize), find('.actions button').getBoundingClientRect().height]";
    let sizes = widget.read(script).await;
    [0, 1].map(|index| sizes[index].as_f64().expect("a size"))
}

#[test]
fn letters_have_the_readers_size_or_that_of_a_page_that_wants_larger_ones() {
    test_bed::run(async |bed| {
        let cases = [
            ("", 16.0),
            ("body { font-family: monospace }", 16.0),
            ("html { font-family: monospace }", 16.0),
            ("html { font-size: 62.5% }", 16.0),
            ("html { font-size: 10px } body { font-family: monospace }", 16.0),
            ("html { font-size: 125% }", 20.0),
            ("html { font-size: 20px }", 20.0),
            ("html { font-size: 0 }", 16.0),
        ];
        for (style, size) in cases {
            let [letters, button] = sizes(bed, style, "").await;
            assert!((letters - size).abs() < 0.1, "{style}: {letters}");
            assert!(button >= 43.9 * size / 16.0, "{style}: {button}");
        }
    });
}

#[test]
fn telephones_need_not_zoom_in_on_a_field() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        host.write_host("host.html", &format!("{}{}", element(""), script(bed)));
        browser.load(&host.address("host.html")).await;
        let widget = browser.widget();
        widget.answer_to_report(&Oracle::new("fr").responses(WRITTEN)).await;
        let small = "return all('select, textarea, input:not([type=radio], [type=checkbox], [type=file])')
            .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 16).map((each) => each.outerHTML.slice(0, 80))";
        assert_eq!(widget.read(small).await, json!([]), "report");
        for screen in ["plan", "history", "team"] {
            widget.open_screen(screen).await;
            assert!(widget.has("select, textarea, input").await, "{screen} has fields");
            assert_eq!(widget.read(small).await, json!([]), "{screen}");
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
        }
    });
}

#[test]
fn lines_under_the_text_of_a_page_end_at_the_element() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        host.write("plain.css", "main { text-indent: 4em }");
        host.write(
            "lines.css",
            "main { text-indent: 4em; text-decoration: underline overline line-through 6px red }",
        );
        let mut pictures = Vec::new();
        for name in ["plain.css", "lines.css"] {
            let link = format!("<link rel=\"stylesheet\" href=\"{name}\">");
            host.write_host("host.html", &format!("{link}<main>{}</main>{}", element(""), script(bed)));
            browser.load(&host.address("host.html")).await;
            let widget = browser.widget();
            widget.on_question(1).await;
            let place = "const { left, top, width, height } = host.getBoundingClientRect();
                return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 }";
            pictures.push(browser.picture_of(widget.read(place).await).await);
        }
        assert!(pictures[0] == pictures[1], "the pictures differ");
    });
}
