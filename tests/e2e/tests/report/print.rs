//! Printed report: one page for the committee, then the details.

use boussole_core::texts::{LazyText, Text};
use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::pdf::{Pdf, without_spaces};
use boussole_e2e::site::BLANK;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 42?- 1432";

/// Answers, among them the longest first pages: a capped level, blind spots in all principles.
const CASES: [&str; 8] = [
    "3?12 420- 1432",
    "2222 2222 2222",
    "0000 0000 0000",
    "4444 4444 4444",
    "???? ???? ????",
    "4444 4444 0000",
    "1230 ??4? 2130",
    "4144 1414 00?0",
];

async fn assert_printed(bed: &TestBed, locale: &str) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    for written in CASES {
        browser.clear_storage().await;
        let page = format!("?lang={locale}#{}", oracle.link(written));
        let widget = browser.open(&page).await;
        widget.wait_for_screen("shared").await;
        widget.open_details().await;
        let document = Pdf::new(&browser.print_pdf().await);
        let expected_report = oracle.report_text(written);
        let first = document.text(1);
        let report = oracle.report(written);
        let subjects =
            report.priorities.iter().take(3).map(|at| &oracle.questionnaire().item(*at).unwrap().short);
        let wanted = [
            &expected_report.headline,
            &expected_report.level,
            &expected_report.weakest,
            &oracle.questionnaire().notice,
        ];
        for text in wanted.into_iter().chain(subjects) {
            assert!(
                first.contains(&without_spaces(text)),
                "{written}: {text:?} is on the first page, which says {first}"
            );
        }
        assert!(
            document.text(2).starts_with(&without_spaces(&oracle.text(Text::ReportSure, &[]))),
            "{written}"
        );
        assert!((2..=4).contains(&document.pages()), "{written}: {} pages", document.pages());
    }
}

#[test]
fn the_first_page_is_complete_in_french() {
    test_bed::run(async |bed| assert_printed(bed, "fr").await);
}

#[test]
fn the_first_page_is_complete_in_english() {
    test_bed::run(async |bed| assert_printed(bed, "en").await);
}

#[test]
fn paper_shows_closed_tables_and_nothing_to_press() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link("3?12 420- 1432")).await;
        widget.open_details().await;
        let document = Pdf::new(&browser.print_pdf().await);
        let behind: String = (2..=document.pages()).map(|page| document.text(page as u32)).collect();
        for text in [Text::ReportAssured, Text::ReportPossible, Text::WhyHeld, Text::WhyGain] {
            assert!(behind.contains(&without_spaces(&oracle.text(text, &[]))), "{text:?} is in {behind}");
        }
        for dimension in oracle.questionnaire().principles.iter().flat_map(|principle| &principle.dimensions)
        {
            // Once at its bar, once in the table.
            assert!(
                behind.matches(&without_spaces(&plain(&dimension.name))).count() >= 2,
                "{}",
                dimension.name
            );
        }
        let all = document.text(1) + behind.as_str();
        for text in [
            Text::ShareTitle,
            Text::ShareCopy,
            Text::ReportReview,
            Text::ReportDeeperGo,
            Text::FooterErase,
            Text::RoomsTitle,
            Text::RoomsPlan,
            Text::ReportDetail,
        ] {
            assert!(!all.contains(&without_spaces(&oracle.text(text, &[]))), "{text:?}");
        }
    });
}

#[test]
fn a_dark_screen_prints_as_a_light_one() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link("3?12 420- 1432")).await;
        widget.open_details().await;
        browser.prefer(Preference::Light).await;
        let light = Pdf::new(&browser.print_pdf().await);
        browser.prefer(Preference::Dark).await;
        let dark = Pdf::new(&browser.print_pdf().await);
        assert_eq!(light.pages(), dark.pages());
        for page in 1..=light.pages() as u32 {
            assert!(light.drawing(page) == dark.drawing(page), "page {page}");
        }
    });
}

/// Records the content of the print frame: a headless browser prints nothing.
const NOTE_PRINTS: &str = "
    window.print = () => {
        const root = document.body.shadowRoot;
        const text = (style) => [...style.cssRules].map((rule) => rule.cssText).join('\\n');
        const styles = root?.adoptedStyleSheets.map(text);
        top.printed = { framed: top !== window, html: root?.innerHTML, styles };
        dispatchEvent(new Event('afterprint'));
    };";

/// Checks that the button prints the report with its details in the same fonts, then the plan.
async fn assert_button_prints(browser: &BrowserSession, oracle: &Oracle, page: &str) {
    browser.store_draft(&oracle.link(WRITTEN)).await;
    let locale = &oracle.questionnaire().locale;
    let widget = browser.open(&format!("?lang={locale}")).await;
    widget.wait_for_screen("report").await;
    widget.open_details().await;
    let shown = Pdf::new(&browser.print_pdf().await);

    let widget = browser.open(page).await;
    widget.wait_for_screen("report").await;
    widget.open_screen("plan").await;
    let steps = widget.texts(".actions-kept .step").await;
    widget.click_action("back").await;
    widget.wait_for_screen("report").await;
    widget.open_screen("take").await;
    widget.click_action("print").await;
    widget.wait("something to be printed", "return window.printed").await;
    let printed = widget.read("return window.printed").await;
    assert_eq!(printed["framed"], json!(true), "the page around it is not printed");
    assert_eq!(widget.text(".said").await, oracle.lazy_text(LazyText::ExportPrinting, &[]));
    widget.wait("the frame to go once it is printed", "return !document.querySelector('iframe')").await;

    let document = print_copy(browser, &printed).await;
    let last = shown.pages() as u32;
    // The page's title precedes the first page of the report.
    assert!(shown.text(1).ends_with(&document.text(1)), "{} as in {}", document.text(1), shown.text(1));
    for page in 2..last {
        assert_eq!(document.text(page), shown.text(page), "page {page}");
        assert_eq!(document.sizes(page), shown.sizes(page), "page {page}");
    }
    // The plan follows.
    let behind: String = (last..=document.pages() as u32).map(|page| document.text(page)).collect();
    let plan = behind.strip_prefix(&*shown.text(last)).unwrap_or_else(|| panic!("{behind} goes on"));
    assert!(plan.starts_with(&without_spaces(&oracle.lazy_text(LazyText::SharedPlan, &[]))), "{plan}");
    assert_eq!(steps.len(), 6);
    for step in &steps {
        assert!(plan.contains(&without_spaces(step)), "{step} in {plan}");
    }
}

/// Prints the same content and styles on a page of the test.
async fn print_copy(browser: &BrowserSession, printed: &Value) -> Pdf {
    // No policy: that of the release would forbid the styles of the test.
    browser.command("Page.setBypassCSP", json!({ "enabled": true })).await;
    browser.load(BLANK).await;
    let show = "const { html, styles } = arguments[0];
        const root = document.body.attachShadow({ mode: 'open' });
        root.innerHTML = html;
        root.adoptedStyleSheets = styles.map((text) => {
            const style = new CSSStyleSheet();
            style.replaceSync(text);
            return style;
        });";
    browser.run(show, vec![printed.clone()]).await;
    let document = Pdf::new(&browser.print_pdf().await);
    browser.command("Page.setBypassCSP", json!({ "enabled": false })).await;
    document
}

#[test]
fn the_print_button_prints_the_whole_report_and_nothing_else() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(NOTE_PRINTS).await;
        assert_button_prints(&browser, &Oracle::new("fr"), "").await;
        assert_button_prints(&browser, &Oracle::new("en"), "?lang=en").await;
    });
}

#[test]
fn the_print_button_prints_nothing_of_a_page_around_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(NOTE_PRINTS).await;
        let body = "<h1>An article</h1>\
                    <main><boussole-assessment></boussole-assessment></main>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";
        bed.site.write_host("host.html", body);
        assert_button_prints(&browser, &Oracle::new("fr"), "host.html").await;
    });
}
