//! The report on paper: one page for the committee, then what is behind it.

use boussole::texts::Text;
use boussole_e2e::browser::Preference;
use boussole_e2e::known::{Known, plain};
use boussole_e2e::paper::{Paper, bare};
use boussole_e2e::stage::{self, Stage};

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
        browser.open(&page).await.on("shared").await;
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
        browser.open_report(&known.link("3?12 420- 1432")).await;
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
        for text in
            [Text::ShareTitle, Text::ShareCopy, Text::ReportReview, Text::ReportDeeperGo, Text::FooterErase]
        {
            assert!(!all.contains(&bare(&known.words(text, &[]))), "{text:?}");
        }
    });
}

#[test]
fn a_dark_screen_prints_as_a_light_one() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.open_report(&known.link("3?12 420- 1432")).await;
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
