//! From the first question to the report, by mouse.

use boussole_core::texts::Text;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::value;
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";
const ELEVEN: &str = "3?12 420- 143_";

async fn answers_everything(bed: &test_bed::TestBed, locale: &str, page: &str) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    let widget = browser.open(page).await;
    assert!(widget.has(".opening").await, "the first question follows a short opening");
    widget.answer_to_report(&oracle.responses(WRITTEN)).await;
    assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    assert_eq!(widget.text(".boussole h2").await, oracle.text(Text::ReportTitle, &[]));
}

#[test]
pub fn the_whole_assessment_in_french() {
    test_bed::run(async |bed| answers_everything(bed, "fr", "").await);
}

#[test]
fn the_whole_assessment_in_english() {
    test_bed::run(async |bed| answers_everything(bed, "en", "?lang=en").await);
}

#[test]
fn a_question_shows_its_position() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        for (position, response) in oracle.responses(WRITTEN).into_iter().enumerate() {
            let number = (position + 1).to_string();
            widget.on_question(position + 1).await;
            let values = [("position", &*number), ("total", "12")];
            assert_eq!(widget.text(".position").await, oracle.text(Text::ItemPosition, &values));
            let bar = widget.read("const bar = find('progress'); return [bar.value, bar.max]").await;
            assert_eq!(bar, json!([position, 12]));
            widget.shows_prompt(&oracle.prompt(position + 1)).await;
            let choices = if position == 7 { 7 } else { 6 };
            assert_eq!(widget.texts("input[type=radio]").await.len(), choices, "question {number}");
            widget.choose("", value(response)).await;
        }
        widget.wait_for_screen("report").await;
    });
}

#[test]
pub fn going_back_shows_the_answer_and_changes_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&oracle.responses("3111 1111 1111")[..2]).await;
        for changed in ["1", "1"] {
            widget.on_question(3).await;
            widget.click_action("back").await;
            widget.on_question(2).await;
            widget.click_action("back").await;
            widget.on_question(1).await;
            widget.choose("", changed).await;
        }
        // Repeating the answer moves on too.
        widget.on_question(3).await;
        widget.click_action("back").await;
        widget.on_question(2).await;
        widget.click_action("back").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("1"));
    });
}

#[test]
fn from_the_report_an_answer_can_be_changed_by_way_of_the_overview() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link("3?12 420- 1432")).await;
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        assert_eq!(widget.text(".lead").await, oracle.text(Text::OverviewComplete, &[]));
        widget.click("[data-item='1']").await;
        widget.on_question(2).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("dont-know"));
        widget.choose("", "4").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text("3412 420- 1432"));
    });
}

#[test]
pub fn the_overview_names_every_question_and_leads_to_each() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link("3?__ ____ ____")).await;
        let widget = browser.open("").await;
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        let items = widget.texts("[data-item]").await;
        for (item, entry) in oracle.questionnaire().items().zip(&items) {
            assert!(entry.contains(&item.short), "{entry} names {}", item.short);
        }
        assert_eq!(items.len(), 12);
        assert!(items[1].ends_with(&oracle.text(Text::ItemDontKnow, &[])));
        assert!(items[2].ends_with(&oracle.text(Text::OverviewUnanswered, &[])));
        widget.click("[data-item='4']").await;
        widget.on_question(5).await;
        widget.choose("", "2").await;
        widget.on_question(6).await;
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        widget.click_action("resume").await;
        widget.on_question(3).await;
    });
}

#[test]
fn skipping_to_the_end_tells_what_is_missing() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        for number in 1..=12 {
            widget.on_question(number).await;
            widget.click_action("next").await;
        }
        widget.wait_for_screen("overview").await;
        assert_eq!(widget.text(".lead").await, oracle.text(Text::OverviewMissing, &[("count", "12")]));
        assert!(!widget.has("[data-action=report]").await, "there is no result yet");
    });
}

#[test]
fn one_missing_answer_is_reported_and_asked_for() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(ELEVEN)).await;
        let widget = browser.open("").await;
        widget.on_question(12).await;
        widget.click_action("next").await;
        widget.wait_for_screen("overview").await;
        assert_eq!(widget.text(".lead").await, oracle.text(Text::OverviewMissing, &[("count", "1")]));
        widget.click_action("resume").await;
        widget.on_question(12).await;
        widget.choose("", "2").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    });
}

#[test]
pub fn the_language_changes_in_place_and_keeps_every_answer() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (french, english) = (Oracle::new("fr"), Oracle::new("en"));
        let widget = browser.open("").await;
        widget.answer_all(&french.responses(WRITTEN)[..3]).await;
        widget.on_question(4).await;
        let draft = browser.draft().await;
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.shows_prompt(&english.prompt(4)).await;
        assert_eq!(browser.draft().await, draft);
        assert_eq!(browser.run("return document.documentElement.lang", vec![]).await, json!("en"));
        widget.click_action("back").await;
        widget.on_question(3).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("1"));
        // The address has the language, which survives a reload.
        let widget = browser.reload().await;
        widget.on_question(4).await;
        widget.shows_prompt(&english.prompt(4)).await;
        widget.click("[data-action=language][lang=fr]").await;
        widget.wait("French", "return find('.boussole[lang=fr]')").await;
        widget.shows_prompt(&french.prompt(4)).await;
    });
}

#[test]
fn the_report_changes_its_language_and_not_its_figures() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (french, english) = (Oracle::new("fr"), Oracle::new("en"));
        browser.store_draft(&french.link(WRITTEN)).await;
        let widget = browser.open("").await;
        assert_eq!(widget.report_text().await, french.report_text(WRITTEN));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.shows_report(&english.report_text(WRITTEN)).await;
    });
}
