//! Answers in another form, a later version, and another questionnaire.

use boussole_core::answers::Answers;
use boussole_core::link::Content;
use boussole_core::texts::Text;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const FULL: &str = "boussole:liberte-numerique:full";

fn full(locale: &str) -> Oracle {
    Oracle::of("liberte-numerique", "full", locale)
}

/// Answers with one value for all questions of a questionnaire.
fn all(oracle: &Oracle, written: &str) -> String {
    written.repeat(oracle.questionnaire().len())
}

/// Answers of a stored draft.
fn stored_answers(oracle: &Oracle, draft: Option<String>) -> Answers {
    match oracle.content(&draft.expect("something is stored")) {
        Content::Answers(answers) => answers,
        Content::Scores(_) => panic!("a draft holds answers"),
    }
}

#[test]
fn the_express_form_leads_into_the_full_one_without_answering_twice() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (express, full) = (Oracle::new("fr"), full("fr"));
        let widget = browser.open_report(&express.link(WRITTEN)).await;
        let before = browser.monitor().requests().await.len();
        widget.click_action("deeper").await;
        widget.wait_for_screen("item").await;
        let more = full.questionnaire().len() - 12;
        let given = widget.read("return find('progress').value").await;
        assert_eq!(given, 12);
        assert_eq!(browser.monitor().requests().await.len(), before + 1, "one file, when it is asked for");
        assert_eq!(browser.location().await, browser.address("?form=full"));

        // The last open question leads to the report.
        for left in (1..=more).rev() {
            widget.choose("", "2").await;
            let done = format!(
                "return find('progress')?.value === {} || find('[data-screen=expectation]')",
                13 + more - left
            );
            widget.wait("the next question", &done).await;
        }
        widget.wait_for_screen("report").await;
        let answers = stored_answers(&full, browser.stored(FULL).await);
        let carried = express.answers(WRITTEN).carried(express.questionnaire(), full.questionnaire());
        assert_eq!(answers, carried.or(&full.answers(&all(&full, "2"))));
        assert!(!widget.has("[data-action=deeper]").await, "there is nothing longer");
        assert_eq!(browser.draft().await, Some(express.link(WRITTEN)), "the express result stays");
        let report = widget.report_text().await;
        let widget = browser.reload().await;
        assert_eq!(widget.report_text().await, report, "a reload goes on with the full form");
    });
}

#[test]
fn a_host_page_goes_on_into_the_full_form_in_either_language() {
    test_bed::run(async |bed| {
        let body = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";
        bed.site.write_host("host.html", body);
        let browser = bed.browser().await;
        let (express, full) = (Oracle::new("en"), full("en"));
        browser.store_draft(&express.link(WRITTEN)).await;
        let widget = browser.open("host.html").await;
        widget.wait_for_screen("report").await;
        widget.click_action("deeper").await;
        widget.wait_for_screen("item").await;
        assert_eq!(widget.read("return host.getAttribute('form')").await, "full");
        assert_eq!(browser.location().await, browser.address("host.html"), "the host's address is its own");
        let carried = express.answers(WRITTEN).carried(express.questionnaire(), full.questionnaire());
        for locale in ["fr", "en"] {
            widget.click(&format!("[data-action=language][lang={locale}]")).await;
            widget.wait(locale, &format!("return find('.boussole[lang={locale}]')")).await;
            assert_eq!(widget.read("return find('progress').value").await, 12);
            assert_eq!(widget.read("return find('progress').max").await, full.questionnaire().len());
        }
        assert_eq!(stored_answers(&full, browser.stored(FULL).await), carried);
    });
}

#[test]
fn a_full_form_that_cannot_be_loaded_leaves_the_express_result() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link(WRITTEN)).await;
        let missing = bed.site.hide_files("-full-fr-");
        widget.click_action("deeper").await;
        let notice = oracle.text(Text::NoticeFormFailed, &[]);
        widget.shows_notice(&notice).await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        drop(missing);
        widget.click_action("deeper").await;
        widget.wait_for_screen("item").await;
        for message in browser.monitor().drain_messages().await {
            let (ConsoleMessage::Error(text) | ConsoleMessage::Warning(text)) = &message;
            assert!(text.contains("404"), "{message:?}");
        }
    });
}

#[test]
fn a_link_of_the_full_form_opens_in_the_express_one() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (express, full) = (Oracle::new("fr"), full("fr"));
        let written = all(&full, "3");
        browser.store_draft(&express.link(WRITTEN)).await;
        let widget = browser.open(&format!("#{}", full.link(&written))).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(widget.report_text().await, full.report_text(&written));
        widget.click_action("mine").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, express.report_text(WRITTEN));
    });
}

#[test]
pub fn a_link_of_an_earlier_version_shows_its_result_as_it_was_and_offers_its_answers() {
    test_bed::run(async |bed| {
        let now = Oracle::new("fr");
        for (before, translated) in Oracle::earlier_versions("fr").iter().zip(Oracle::earlier_versions("en"))
        {
            let browser = bed.browser().await;
            let version = before.questionnaire().version.to_string();
            let widget = browser.open(&format!("#{}", before.link(WRITTEN))).await;
            widget.wait_for_screen("shared").await;
            assert_eq!(widget.report_text().await, before.report_text(WRITTEN));
            assert_eq!(widget.text(".older").await, now.text(Text::ReportOlder, &[("version", &version)]));
            assert_eq!(browser.draft().await, None);

            widget.click("[data-action=language][lang=en]").await;
            widget.wait("English", "return find('.boussole[lang=en] [data-screen=shared]')").await;
            widget.shows_report(&translated.report_text(WRITTEN)).await;

            widget.click_action("carry").await;
            widget.wait_for_screen("item").await;
            let carried = before.answers(WRITTEN).carried(before.questionnaire(), now.questionnaire());
            let (count, notice_oracle) = (carried.answered().to_string(), Oracle::new("en"));
            let notice = notice_oracle.text(Text::NoticeCarried, &[("kept", &count), ("total", "12")]);
            widget.shows_notice(&notice).await;
            widget.wait("a draft", "return localStorage.length === 1").await;
            assert_eq!(stored_answers(&now, browser.draft().await), carried);
        }
    });
}

#[test]
fn stored_answers_of_an_earlier_version_are_taken_over_and_the_old_ones_set_aside() {
    test_bed::run(async |bed| {
        let now = Oracle::new("fr");
        for before in Oracle::earlier_versions("fr") {
            let browser = bed.browser().await;
            browser.store_draft(&before.link(WRITTEN)).await;
            let widget = browser.open("").await;
            let carried = before.answers(WRITTEN).carried(before.questionnaire(), now.questionnaire());
            let count = carried.answered().to_string();
            let notice = now.text(Text::NoticeCarried, &[("kept", &count), ("total", "12")]);
            widget.shows_notice(&notice).await;
            widget.wait("both drafts", "return localStorage.length === 2").await;
            assert_eq!(stored_answers(&now, browser.draft().await), carried);
            let aside = browser.stored(&format!("{DRAFT}:unreadable")).await;
            assert_eq!(aside, Some(before.link(WRITTEN)));
        }
    });
}

#[test]
fn erasing_forgets_every_form_and_what_was_set_aside_and_can_be_undone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (express, full) = (Oracle::new("fr"), full("fr"));
        let entries = [
            (DRAFT, express.link(WRITTEN)),
            (FULL, full.link(&all(&full, "3"))),
            ("boussole:liberte-numerique:express:unreadable", "old".to_owned()),
            ("boussole:dependances-ia:express", "another questionnaire".to_owned()),
            ("something", "of the host".to_owned()),
        ];
        browser.load("").await;
        let store = "arguments[0].forEach(([key, text]) => localStorage.setItem(key, text))";
        browser.run(store, vec![json!(entries)]).await;
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        widget.click_action("erase").await;
        widget.on_question(1).await;
        widget.wait("only what is not of this questionnaire", "return localStorage.length === 2").await;
        widget.click_action("undo").await;
        widget.wait_for_screen("report").await;
        widget.wait("the draft to be back", &format!("return localStorage.getItem('{DRAFT}')")).await;
        for (key, text) in entries {
            assert_eq!(browser.stored(key).await, Some(text), "{key}");
        }
    });
}

#[test]
fn another_questionnaire_is_taken_in_the_same_widget() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::of("dependances-ia", "express", "en");
        let written = "3?14 420 143";
        let widget = browser.open("?questionnaire=dependances-ia&lang=en").await;
        assert_eq!(widget.text("fieldset h2").await, format!("Question 1 of 10. {}", oracle.prompt(1)));
        widget.answer_to_report(&oracle.responses(written)).await;
        assert_eq!(widget.report_text().await, oracle.report_text(written));

        // Its link opens on a page of another questionnaire.
        let link = widget.link().await;
        let (_, fragment) = link.split_once('#').expect("a link has a fragment");
        let colleague = bed.browser().await;
        let widget = colleague.open(&format!("?lang=en#{fragment}")).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(widget.report_text().await, oracle.report_text(written));
    });
}

#[test]
fn each_question_says_what_to_show_and_whom_to_ask() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = full("fr");
        let widget = browser.open("?form=full").await;
        for (number, item) in (1..).zip(oracle.questionnaire().items()) {
            widget.on_question(number).await;
            let details = widget.texts(".more dd").await;
            let visible = |text: &String| boussole_e2e::oracle::plain(text);
            assert_eq!(details.first(), Some(&visible(&item.evidence)), "{}", item.id);
            let references: Vec<String> = item.references.iter().map(|one| visible(&one.title)).collect();
            assert!(details.ends_with(&references), "{}: {details:?}", item.id);
            widget.choose("", "1").await;
        }
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(&all(&oracle, "1")));
    });
}
