//! From the first question to the report, with the mouse.

use boussole_core::texts::Text;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::widget::value;
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";
const ELEVEN: &str = "3?12 420- 143_";

async fn answers_everything(stage: &stage::Stage, locale: &str, page: &str) {
    let browser = stage.browser().await;
    let known = Known::new(locale);
    let widget = browser.open(page).await;
    assert!(widget.has(".opening").await, "the first question stands under a short opening");
    widget.answer_all(&known.responses(WRITTEN)).await;
    widget.on("report").await;
    assert_eq!(widget.told().await, known.told(WRITTEN));
    assert_eq!(widget.text(".boussole h2").await, known.words(Text::ReportTitle, &[]));
}

#[test]
fn the_whole_assessment_in_french() {
    stage::run(async |stage| answers_everything(stage, "fr", "").await);
}

#[test]
fn the_whole_assessment_in_english() {
    stage::run(async |stage| answers_everything(stage, "en", "?lang=en").await);
}

#[test]
fn a_question_says_where_it_stands() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        for (position, response) in known.responses(WRITTEN).into_iter().enumerate() {
            let number = (position + 1).to_string();
            widget.on_question(position + 1).await;
            let values = [("position", &*number), ("total", "12")];
            assert_eq!(widget.text(".position").await, known.words(Text::ItemPosition, &values));
            let bar = widget.read("const bar = find('progress'); return [bar.value, bar.max]").await;
            assert_eq!(bar, json!([position, 12]));
            assert!(widget.text("legend h2").await.ends_with(&known.prompt(position + 1)));
            let choices = if position == 7 { 7 } else { 6 };
            assert_eq!(widget.texts("input[type=radio]").await.len(), choices, "question {number}");
            widget.choose("", value(response)).await;
        }
        widget.on("report").await;
    });
}

#[test]
fn going_back_shows_the_answer_and_changes_it() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&known.responses("3111 1111 1111")[..2]).await;
        for changed in ["1", "1"] {
            widget.on_question(3).await;
            widget.act("back").await;
            widget.on_question(2).await;
            widget.act("back").await;
            widget.on_question(1).await;
            widget.choose("", changed).await;
        }
        // The same answer given again moves on, too.
        widget.on_question(3).await;
        widget.act("back").await;
        widget.on_question(2).await;
        widget.act("back").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("1"));
    });
}

#[test]
fn from_the_report_an_answer_can_be_changed_by_way_of_the_overview() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link("3?12 420- 1432")).await;
        widget.act("overview").await;
        widget.on("overview").await;
        assert_eq!(widget.text(".lead").await, known.words(Text::OverviewComplete, &[]));
        widget.click("[data-item='1']").await;
        widget.on_question(2).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("dont-know"));
        widget.choose("", "4").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told("3412 420- 1432"));
    });
}

#[test]
fn the_overview_names_every_question_and_leads_to_each() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link("3?__ ____ ____")).await;
        let widget = browser.open("").await;
        widget.act("overview").await;
        widget.on("overview").await;
        let items = widget.texts("[data-item]").await;
        for (item, entry) in known.questionnaire().items().zip(&items) {
            assert!(entry.contains(&item.short), "{entry} names {}", item.short);
        }
        assert_eq!(items.len(), 12);
        assert!(items[1].ends_with(&known.words(Text::ItemDontKnow, &[])));
        assert!(items[2].ends_with(&known.words(Text::OverviewUnanswered, &[])));
        widget.click("[data-item='4']").await;
        widget.on_question(5).await;
        widget.choose("", "2").await;
        widget.on_question(6).await;
        widget.act("overview").await;
        widget.on("overview").await;
        widget.act("resume").await;
        widget.on_question(3).await;
    });
}

#[test]
fn skipping_to_the_end_tells_what_is_missing() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        for number in 1..=12 {
            widget.on_question(number).await;
            widget.act("next").await;
        }
        widget.on("overview").await;
        assert_eq!(widget.text(".lead").await, known.words(Text::OverviewMissing, &[("count", "12")]));
        assert!(!widget.has("[data-action=report]").await, "there is no result yet");
    });
}

#[test]
fn one_missing_answer_is_said_and_asked_for() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(ELEVEN)).await;
        let widget = browser.open("").await;
        widget.on_question(12).await;
        widget.act("next").await;
        widget.on("overview").await;
        assert_eq!(widget.text(".lead").await, known.words(Text::OverviewMissingOne, &[]));
        widget.act("resume").await;
        widget.on_question(12).await;
        widget.choose("", "2").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
    });
}

#[test]
fn the_language_changes_in_place_and_keeps_every_answer() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (french, english) = (Known::new("fr"), Known::new("en"));
        let widget = browser.open("").await;
        widget.answer_all(&french.responses(WRITTEN)[..3]).await;
        widget.on_question(4).await;
        let draft = browser.draft().await;
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        assert!(widget.text("h2").await.ends_with(&english.prompt(4)));
        assert_eq!(browser.draft().await, draft);
        assert_eq!(browser.run("return document.documentElement.lang", vec![]).await, json!("en"));
        widget.act("back").await;
        widget.on_question(3).await;
        assert_eq!(widget.chosen().await.as_deref(), Some("1"));
        // The address tells the language, so that it outlives a reload.
        let widget = browser.reload().await;
        widget.on_question(4).await;
        assert!(widget.text("h2").await.ends_with(&english.prompt(4)));
        widget.click("[data-action=language][lang=fr]").await;
        widget.wait("French", "return find('.boussole[lang=fr]')").await;
        assert!(widget.text("h2").await.ends_with(&french.prompt(4)));
    });
}

#[test]
fn the_report_changes_its_language_and_not_its_figures() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (french, english) = (Known::new("fr"), Known::new("en"));
        browser.keep(&french.link(WRITTEN)).await;
        let widget = browser.open("").await;
        assert_eq!(widget.told().await, french.told(WRITTEN));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        assert_eq!(widget.told().await, english.told(WRITTEN));
    });
}
