//! The report on paper: one page for the committee, then what is behind it.

use boussole_core::texts::{LazyText, Text};
use boussole_e2e::browser::{Browser, Preference};
use boussole_e2e::known::{Known, plain};
use boussole_e2e::paper::{Paper, bare};
use boussole_e2e::site::BLANK;
use boussole_e2e::stage::{self, Stage};
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 42?- 1432";

/// Among them the longest first pages: a level that is held back, blind spots in all three principles.
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

async fn assert_printed(stage: &Stage, locale: &str) {
    let browser = stage.browser().await;
    let known = Known::new(locale);
    for written in CASES {
        browser.forget().await;
        let page = format!("?lang={locale}#{}", known.link(written));
        let widget = browser.open(&page).await;
        widget.on("shared").await;
        widget.open_details().await;
        let paper = Paper::new(&browser.paper().await);
        let told = known.told(written);
        let first = paper.text(1);
        let report = known.report(written);
        let subjects =
            report.priorities.iter().take(3).map(|at| &known.questionnaire().item(*at).unwrap().short);
        let wanted = [&told.headline, &told.level, &told.weakest, &known.questionnaire().notice];
        for text in wanted.into_iter().chain(subjects) {
            assert!(
                first.contains(&bare(text)),
                "{written}: {text:?} is on the first page, which says {first}"
            );
        }
        assert!(paper.text(2).starts_with(&bare(&known.words(Text::ReportSure, &[]))), "{written}");
        assert!((2..=4).contains(&paper.pages()), "{written}: {} pages", paper.pages());
    }
}

#[test]
fn the_first_page_stands_alone_in_french() {
    stage::run(async |stage| assert_printed(stage, "fr").await);
}

#[test]
fn the_first_page_stands_alone_in_english() {
    stage::run(async |stage| assert_printed(stage, "en").await);
}

#[test]
fn paper_shows_closed_tables_and_nothing_to_press() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link("3?12 420- 1432")).await;
        widget.open_details().await;
        let paper = Paper::new(&browser.paper().await);
        let behind: String = (2..=paper.pages()).map(|page| paper.text(page as u32)).collect();
        for text in [Text::ReportAssured, Text::ReportPossible, Text::WhyHeld, Text::WhyGain] {
            assert!(behind.contains(&bare(&known.words(text, &[]))), "{text:?} is in {behind}");
        }
        for dimension in known.questionnaire().principles.iter().flat_map(|principle| &principle.dimensions) {
            // Once beside its bar, once in the table.
            assert!(behind.matches(&bare(&plain(&dimension.name))).count() >= 2, "{}", dimension.name);
        }
        let all = paper.text(1) + behind.as_str();
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
            assert!(!all.contains(&bare(&known.words(text, &[]))), "{text:?}");
        }
    });
}

#[test]
fn a_dark_screen_prints_as_a_light_one() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link("3?12 420- 1432")).await;
        widget.open_details().await;
        browser.prefer(Preference::Light).await;
        let light = Paper::new(&browser.paper().await);
        browser.prefer(Preference::Dark).await;
        let dark = Paper::new(&browser.paper().await);
        assert_eq!(light.pages(), dark.pages());
        for page in 1..=light.pages() as u32 {
            assert!(light.drawing(page) == dark.drawing(page), "page {page}");
        }
    });
}

/// Notes what a frame is about to print, and that it is printed: a browser without a window prints nothing.
const NOTE_PRINTS: &str = "
    window.print = () => {
        const root = document.body.shadowRoot;
        const text = (sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\\n');
        const sheets = root?.adoptedStyleSheets.map(text);
        top.printed = { framed: top !== window, html: root?.innerHTML, sheets };
        dispatchEvent(new Event('afterprint'));
    };";

/// The button prints page by page what the report prints with its details, in the same letters, then the plan.
async fn assert_button_prints(browser: &Browser, known: &Known, page: &str) {
    browser.keep(&known.link(WRITTEN)).await;
    let locale = &known.questionnaire().locale;
    let widget = browser.open(&format!("?lang={locale}")).await;
    widget.on("report").await;
    widget.open_details().await;
    let shown = Paper::new(&browser.paper().await);

    let widget = browser.open(page).await;
    widget.on("report").await;
    widget.enter("plan").await;
    let steps = widget.texts(".actions-kept .step").await;
    widget.act("back").await;
    widget.on("report").await;
    widget.enter("take").await;
    widget.act("print").await;
    widget.wait("something to be printed", "return window.printed").await;
    let printed = widget.read("return window.printed").await;
    assert_eq!(printed["framed"], json!(true), "the page around it is not printed");
    assert_eq!(widget.text(".said").await, known.room_words(LazyText::ExportPrinting, &[]));
    widget.wait("the frame to go once it is printed", "return !document.querySelector('iframe')").await;

    let paper = on_paper(browser, &printed).await;
    let last = shown.pages() as u32;
    // Above the first page of the report stands the title of the page.
    assert!(shown.text(1).ends_with(&paper.text(1)), "{} as in {}", paper.text(1), shown.text(1));
    for page in 2..last {
        assert_eq!(paper.text(page), shown.text(page), "page {page}");
        assert_eq!(paper.sizes(page), shown.sizes(page), "page {page}");
    }
    // Behind it stands the plan.
    let behind: String = (last..=paper.pages() as u32).map(|page| paper.text(page)).collect();
    let plan = behind.strip_prefix(&*shown.text(last)).unwrap_or_else(|| panic!("{behind} goes on"));
    assert!(plan.starts_with(&bare(&known.room_words(LazyText::PlanTitle, &[]))), "{plan}");
    assert_eq!(steps.len(), 6);
    for step in &steps {
        assert!(plan.contains(&bare(step)), "{step} in {plan}");
    }
}

/// The same content with the same styles, printed where a test can read it.
async fn on_paper(browser: &Browser, printed: &Value) -> Paper {
    // A page's policy would not let the test write what it shows.
    browser.command("Page.setBypassCSP", json!({ "enabled": true })).await;
    browser.load(BLANK).await;
    let show = "const { html, sheets } = arguments[0];
        const root = document.body.attachShadow({ mode: 'open' });
        root.innerHTML = html;
        root.adoptedStyleSheets = sheets.map((text) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            return sheet;
        });";
    browser.run(show, vec![printed.clone()]).await;
    let paper = Paper::new(&browser.paper().await);
    browser.command("Page.setBypassCSP", json!({ "enabled": false })).await;
    paper
}

#[test]
fn the_print_button_prints_the_whole_report_and_nothing_else() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(NOTE_PRINTS).await;
        assert_button_prints(&browser, &Known::new("fr"), "").await;
        assert_button_prints(&browser, &Known::new("en"), "?lang=en").await;
    });
}

#[test]
fn the_print_button_prints_nothing_of_a_page_around_it() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(NOTE_PRINTS).await;
        let body = "<h1>An article</h1>\
                    <main><boussole-assessment></boussole-assessment></main>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";
        stage.site.write_host("host.html", body);
        assert_button_prints(&browser, &Known::new("fr"), "host.html").await;
    });
}
