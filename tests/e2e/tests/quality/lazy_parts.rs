//! Lazy screens: loading, keyboard, accessibility, failures.

use boussole_core::link::Content;
use boussole_core::texts::{LazyText, Text};
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{BrowserSession, DRAFT, HISTORY, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::json;
use thirtyfour::Key;

const WRITTEN: &str = "3?12 42?- 1432";
const EARLIER: &str = "2?02 42?- 2432";

/// Lazy screens by their action, with their heading.
const LAZY_SCREENS: [(&str, LazyText); 3] =
    [("plan", LazyText::SharedPlan), ("take", LazyText::ExportTitle), ("history", LazyText::HistoryTitle)];

/// Opens a report with an earlier result in the history.
async fn open_report<'a>(browser: &'a BrowserSession, oracle: &Oracle, page: &str) -> WidgetPage<'a> {
    browser.store_draft(&oracle.link(WRITTEN)).await;
    let [before, now] = [(EARLIER, [9, 9, 9], 100), (WRITTEN, [1, 2, 3], 327)]
        .map(|(written, result_id, day)| oracle.link_of(written, result_id, None, day));
    let history = format!("{before}\n{now}");
    browser
        .run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(HISTORY), json!(history)])
        .await;
    let widget = browser.open(page).await;
    widget.wait_for_screen("report").await;
    widget
}

/// Number of requests for files whose name contains a text.
fn count(requests: &[String], part: &str) -> usize {
    requests.iter().filter(|url| url.contains(part)).count()
}

#[test]
fn a_part_is_loaded_when_it_is_entered_and_only_once() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open_report(&browser, &Oracle::new("fr"), "").await;
        let mut before = browser.monitor().requests().await;
        assert_eq!(count(&before, "screens-") + count(&before, "part-"), 1, "{before:#?}");
        assert_eq!(count(&before, "part-report-"), 1, "{before:#?}");
        for (place, (screen, _)) in LAZY_SCREENS.iter().enumerate() {
            widget.open_screen(screen).await;
            let after = browser.monitor().requests().await;
            let new = &after[before.len()..];
            let part = if *screen == "take" { "export" } else { screen };
            assert_eq!(count(new, &format!("part-{part}-")), 1, "{screen}: {new:#?}");
            // All lazy screens share a file of texts and style; three have one of their own besides.
            let shared = usize::from(place == 0);
            let own = usize::from(["plan", "history", "team"].contains(screen));
            assert_eq!(count(new, "screens-shared-fr-"), shared, "{screen}: {new:#?}");
            assert_eq!(count(new, &format!("screens-{screen}-fr-")), own, "{screen}: {new:#?}");
            assert_eq!(new.len(), 1 + shared + own, "{screen} and nothing else: {new:#?}");
            assert!(new.iter().all(|url| count(&after, url) == 1), "{screen}: {after:#?}");

            for _ in 0..2 {
                widget.click_action("back").await;
                widget.wait_for_screen("report").await;
                widget.open_screen(screen).await;
            }
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
            assert_eq!(browser.monitor().requests().await, after, "{screen} is there");
            before = after;
        }
    });
}

#[test]
fn any_lazy_screen_can_follow_any_other() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        // Shared code is present for the second screen, which must still wait for its own.
        browser.disable_cache().await;
        let oracle = Oracle::new("fr");
        let screens = ["plan", "take", "history", "team"];
        for (first, second) in screens.iter().flat_map(|first| screens.map(|second| (*first, second))) {
            if first == second {
                continue;
            }
            let widget = open_report(&browser, &oracle, "").await;
            for screen in [first, second] {
                widget.open_screen(screen).await;
                widget.click_action("back").await;
                widget.wait_for_screen("report").await;
            }
            widget.open_details().await;
        }
    });
}

async fn assert_reported_offline(bed: &TestBed, locale: &str) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    let widget = open_report(&browser, &oracle, &format!("?lang={locale}")).await;
    for (screen, title) in LAZY_SCREENS {
        browser.set_offline(true).await;
        widget.click_action(screen).await;
        widget.wait("a way to try again", "return find('[data-action=retry]')").await;
        assert_eq!(
            widget.text("[data-screen=door] .lead").await,
            oracle.text(Text::PartFailed, &[]),
            "{screen}"
        );
        widget.focus_on(".lead").await;
        widget.click_action("retry").await;
        widget.wait("a way to try again", "return find('[data-action=retry]')").await;
        browser.set_offline(false).await;
        widget.click_action("retry").await;
        widget.wait_for_screen(screen).await;
        assert_eq!(widget.text("h2").await, oracle.lazy_text(title, &[]));
        widget.focus_on("h2").await;
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    }
    // Expected message about the failed request.
    let messages = browser.monitor().drain_messages().await;
    assert!(messages.len() >= LAZY_SCREENS.len(), "{messages:?}");
}

/// Answers all questions while the screens behind them don't come, and tries again once they do.
async fn assert_behind_reported(bed: &TestBed, locale: &str) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    let missing = bed.site.hide_files("part-report");
    let widget = browser.open(&format!("?lang={locale}")).await;
    widget.answer_all(&oracle.responses(WRITTEN)).await;
    let failed = "return find('[data-action=retry]')";
    widget.wait("a way to try again", failed).await;
    assert_eq!(widget.text("[data-screen=door] .lead").await, oracle.text(Text::PartFailed, &[]));
    widget.focus_on(".lead").await;
    assert_accessible(&browser, "the screens behind the questions, which did not come").await;
    // All answers are there.
    let draft = browser.stored(DRAFT).await.expect("a draft");
    assert_eq!(oracle.content(&draft), Content::Answers(oracle.answers(WRITTEN)));
    drop(missing);
    widget.click_action("retry").await;
    widget.wait_for_screen("expectation").await;
    widget.focus_on("h2").await;
    widget.click_action("pass").await;
    widget.wait_for_screen("report").await;
    assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    // Expected messages about the missing file.
    assert!(!browser.monitor().drain_messages().await.is_empty());
}

#[test]
fn screens_behind_the_questions_that_fail_are_reported_in_french_and_can_be_tried_again() {
    test_bed::run(async |bed| assert_behind_reported(bed, "fr").await);
}

#[test]
fn screens_behind_the_questions_that_fail_are_reported_in_english_and_can_be_tried_again() {
    test_bed::run(async |bed| assert_behind_reported(bed, "en").await);
}

#[test]
fn the_end_of_the_questions_waits_for_the_screens_behind_them() {
    test_bed::run(async |bed| {
        let browser = bed.eager_browser().await;
        let oracle = Oracle::new("fr");
        browser.monitor().pause_requests("part-report").await;
        browser.load("").await;
        let widget = browser.widget();
        widget.start().await;
        widget.answer_all(&oracle.responses(WRITTEN)).await;
        assert_eq!(widget.text("[data-screen=door] .lead").await, oracle.text(Text::PartLoading, &[]));
        widget.focus_on(".lead").await;
        browser.monitor().resume_requests().await;
        widget.wait_for_screen("expectation").await;
        widget.focus_on("h2").await;
    });
}

#[test]
fn a_failed_part_is_reported_in_french_and_can_be_tried_again() {
    test_bed::run(async |bed| assert_reported_offline(bed, "fr").await);
}

#[test]
fn a_failed_part_is_reported_in_english_and_can_be_tried_again() {
    test_bed::run(async |bed| assert_reported_offline(bed, "en").await);
}

#[test]
fn another_language_keeps_the_lazy_screen() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open_report(&browser, &Oracle::new("fr"), "").await;
        for (screen, title) in LAZY_SCREENS {
            widget.open_screen(screen).await;
            for locale in ["en", "fr"] {
                widget.click(&format!("[data-action=language][lang={locale}]")).await;
                let there = format!("return find('.boussole[lang={locale}] [data-screen={screen}]')");
                widget.wait(&format!("{screen} in {locale}"), &there).await;
                assert_eq!(widget.text("h2").await, Oracle::new(locale).lazy_text(title, &[]));
            }
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
        }
    });
}

#[test]
fn every_lazy_screen_is_reached_and_left_by_keyboard_and_the_focus_lands_on_its_heading() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open_report(&browser, &Oracle::new("fr"), "").await;
        for (screen, _) in LAZY_SCREENS {
            widget.tab_to(&format!("[data-action={screen}]")).await;
            browser.press(Key::Enter).await;
            widget.wait_for_screen(screen).await;
            widget.focus_on("h2").await;
            // The way back precedes the heading.
            browser.press_shift_tab().await;
            widget.focus_on("[data-action=back]").await;
            browser.press(Key::Enter).await;
            widget.wait_for_screen("report").await;
            widget.focus_on("h2").await;
        }
    });
}

async fn assert_lazy_screens_are_accessible(bed: &TestBed, locale: &str, preference: Preference) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    browser.prefer(preference).await;
    let widget = open_report(&browser, &oracle, &format!("?lang={locale}")).await;
    for (screen, _) in LAZY_SCREENS {
        widget.open_screen(screen).await;
        // Opened: closed details would hide violations.
        if screen == "plan" {
            widget.pick("[data-field=target-choose]", "4").await;
        }
        widget.read("for (const each of all('details')) each.open = true").await;
        assert_accessible(&browser, &format!("{screen} in {locale}")).await;
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
    }
    browser.set_offline(true).await;
    widget.click_action("team").await;
    widget.wait("a way to try again", "return find('[data-action=retry]')").await;
    assert_accessible(&browser, "a room that could not be loaded").await;
    browser.monitor().drain_messages().await;
}

#[test]
fn no_violation_on_any_lazy_screen_in_french_and_light() {
    test_bed::run(async |bed| assert_lazy_screens_are_accessible(bed, "fr", Preference::Light).await);
}

#[test]
fn no_violation_on_any_lazy_screen_in_english_and_dark() {
    test_bed::run(async |bed| assert_lazy_screens_are_accessible(bed, "en", Preference::Dark).await);
}

/// Script: elements beyond the right edge of a phone, except those for screen readers alone.
const OVER_THE_EDGE: &str = "
    const wide = all('*').filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5);
    const clipped = (each) => each.closest('.unseen') || each.parentElement.closest('svg');
    return wide.filter((each) => !clipped(each)).map((each) => `${each.tagName} ${each.className}`)";

#[test]
fn every_room_fits_320_pixels_and_what_a_finger_presses_is_large_enough() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.resize(320, 640).await;
        let small = "return all('button, label.choice, summary, select, a')
            .filter((each) => each.checkVisibility())
            .map((each) => [plain(each.textContent), each.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24)
            .map(([text]) => text)";
        for locale in ["fr", "en"] {
            let widget = open_report(&browser, &Oracle::new(locale), &format!("?lang={locale}")).await;
            for (screen, _) in LAZY_SCREENS {
                widget.open_screen(screen).await;
                widget.read("for (const each of all('details')) each.open = true").await;
                assert_eq!(widget.read(OVER_THE_EDGE).await, json!([]), "{screen} in {locale}");
                assert_eq!(widget.read(small).await, json!([]), "{screen} in {locale}");
                widget.click_action("back").await;
                widget.wait_for_screen("report").await;
            }
        }
    });
}
