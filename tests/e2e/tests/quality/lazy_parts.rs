//! The rooms beyond the report: loaded when they are entered, reached by keyboard, fit to be read by all.

use boussole_core::texts::{LazyText, Text};
use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::{Browser, HISTORY, Preference};
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use boussole_e2e::widget::Widget;
use serde_json::json;
use thirtyfour::Key;

const WRITTEN: &str = "3?12 42?- 1432";
const EARLIER: &str = "2?02 42?- 2432";

/// Each room by the action that leads there, with its heading.
const ROOMS: [(&str, LazyText); 3] =
    [("plan", LazyText::PlanTitle), ("take", LazyText::ExportTitle), ("history", LazyText::HistoryTitle)];

/// Begins the report of a result that has an earlier one beside it.
async fn open_report<'a>(browser: &'a Browser, known: &Known, page: &str) -> Widget<'a> {
    browser.keep(&known.link(WRITTEN)).await;
    let [before, now] = [(EARLIER, [9, 9, 9], 100), (WRITTEN, [1, 2, 3], 327)]
        .map(|(written, result_id, day)| known.link_of(written, result_id, None, day));
    let history = format!("{before}\n{now}");
    browser
        .run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(HISTORY), json!(history)])
        .await;
    let widget = browser.open(page).await;
    widget.on("report").await;
    widget
}

/// How many of these requests are for a file whose name has this part.
fn count(requests: &[String], part: &str) -> usize {
    requests.iter().filter(|url| url.contains(part)).count()
}

#[test]
fn a_room_is_loaded_when_it_is_entered_and_only_once() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = open_report(&browser, &Known::new("fr"), "").await;
        let mut before = browser.watch().requests().await;
        assert_eq!(
            count(&before, "rooms") + count(&before, "split") + count(&before, "chunk"),
            0,
            "{before:#?}"
        );
        for (place, (room, _)) in ROOMS.iter().enumerate() {
            widget.enter(room).await;
            let after = browser.watch().requests().await;
            let new = &after[before.len()..];
            assert_eq!(count(new, &format!("split_{room}-")), 1, "{room}: {new:#?}");
            assert_eq!(count(new, "split_"), 1, "{room} and no other: {new:#?}");
            // All rooms share their texts, their style and some of the program.
            let shared = usize::from(place == 0);
            let common = ["rooms-fr-", ".css", "later-"].map(|part| count(new, part));
            assert_eq!(common, [shared; 3], "{room}: {new:#?}");
            let rest = new.iter().filter(|url| {
                !["split_", "rooms-", "chunk_", "later-"].iter().any(|part| url.contains(part))
            });
            assert_eq!(rest.count(), 0, "{room}: {new:#?}");
            assert!(new.iter().all(|url| count(&after, url) == 1), "{room}: {after:#?}");

            for _ in 0..2 {
                widget.act("back").await;
                widget.on("report").await;
                widget.enter(room).await;
            }
            widget.act("back").await;
            widget.on("report").await;
            assert_eq!(browser.watch().requests().await, after, "{room} is there");
            before = after;
        }
    });
}

#[test]
fn any_room_can_follow_any_other() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        // What two rooms share is there for the second, and must not let it begin before the rest of its own.
        browser.forget_files().await;
        let known = Known::new("fr");
        let rooms = ["plan", "take", "history", "team"];
        for (first, second) in rooms.iter().flat_map(|first| rooms.map(|second| (*first, second))) {
            if first == second {
                continue;
            }
            let widget = open_report(&browser, &known, "").await;
            for room in [first, second] {
                widget.enter(room).await;
                widget.act("back").await;
                widget.on("report").await;
            }
            widget.open_details().await;
        }
    });
}

async fn assert_told_offline(stage: &Stage, locale: &str) {
    let browser = stage.browser().await;
    let known = Known::new(locale);
    let widget = open_report(&browser, &known, &format!("?lang={locale}")).await;
    for (room, title) in ROOMS {
        browser.set_offline(true).await;
        widget.act(room).await;
        widget.wait("a way to try again", "return find('[data-action=retry]')").await;
        assert_eq!(
            widget.text("[data-screen=door] .lead").await,
            known.words(Text::RoomsFailed, &[]),
            "{room}"
        );
        widget.focus_on(".lead").await;
        widget.act("retry").await;
        widget.wait("a way to try again", "return find('[data-action=retry]')").await;
        browser.set_offline(false).await;
        widget.act("retry").await;
        widget.on(room).await;
        assert_eq!(widget.text("h2").await, known.room_words(title, &[]));
        widget.focus_on("h2").await;
        widget.act("back").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
    }
    // The browser tells in the console what it could not fetch.
    let messages = browser.watch().take_messages().await;
    assert!(messages.len() >= ROOMS.len(), "{messages:?}");
}

#[test]
fn a_room_that_cannot_be_loaded_says_so_in_french_and_can_be_tried_again() {
    stage::run(async |stage| assert_told_offline(stage, "fr").await);
}

#[test]
fn a_room_that_cannot_be_loaded_says_so_in_english_and_can_be_tried_again() {
    stage::run(async |stage| assert_told_offline(stage, "en").await);
}

#[test]
fn another_language_keeps_the_room() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = open_report(&browser, &Known::new("fr"), "").await;
        for (room, title) in ROOMS {
            widget.enter(room).await;
            for locale in ["en", "fr"] {
                widget.click(&format!("[data-action=language][lang={locale}]")).await;
                let there = format!("return find('.boussole[lang={locale}] [data-screen={room}]')");
                widget.wait(&format!("{room} in {locale}"), &there).await;
                assert_eq!(widget.text("h2").await, Known::new(locale).room_words(title, &[]));
            }
            widget.act("back").await;
            widget.on("report").await;
        }
    });
}

#[test]
fn every_room_is_reached_and_left_by_keyboard_and_the_focus_lands_on_its_heading() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = open_report(&browser, &Known::new("fr"), "").await;
        for (room, _) in ROOMS {
            widget.tab_to(&format!("[data-action={room}]")).await;
            browser.press(Key::Enter).await;
            widget.on(room).await;
            widget.focus_on("h2").await;
            // The way back stands before the heading.
            browser.press_shift_tab().await;
            widget.focus_on("[data-action=back]").await;
            browser.press(Key::Enter).await;
            widget.on("report").await;
            widget.focus_on("h2").await;
        }
    });
}

async fn assert_rooms_are_accessible(stage: &Stage, locale: &str, preference: Preference) {
    let browser = stage.browser().await;
    let known = Known::new(locale);
    browser.prefer(preference).await;
    let widget = open_report(&browser, &known, &format!("?lang={locale}")).await;
    for (room, _) in ROOMS {
        widget.enter(room).await;
        // Whatever is closed would hide its faults.
        if room == "plan" {
            widget.pick("[data-field=target-choose]", "4").await;
        }
        widget.read("for (const each of all('details')) each.open = true").await;
        assert_accessible(&browser, &format!("{room} in {locale}")).await;
        widget.act("back").await;
        widget.on("report").await;
    }
    browser.set_offline(true).await;
    widget.act("team").await;
    widget.wait("a way to try again", "return find('[data-action=retry]')").await;
    assert_accessible(&browser, "a room that could not be loaded").await;
    browser.watch().take_messages().await;
}

#[test]
fn no_violation_in_any_room_in_french_and_light() {
    stage::run(async |stage| assert_rooms_are_accessible(stage, "fr", Preference::Light).await);
}

#[test]
fn no_violation_in_any_room_in_english_and_dark() {
    stage::run(async |stage| assert_rooms_are_accessible(stage, "en", Preference::Dark).await);
}

/// What stands out over the right edge of a phone, except for what only screen readers hear.
const OVER_THE_EDGE: &str = "
    const wide = all('*').filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5);
    const clipped = (each) => each.closest('.unseen') || each.parentElement.closest('svg');
    return wide.filter((each) => !clipped(each)).map((each) => `${each.tagName} ${each.className}`)";

#[test]
fn every_room_fits_320_pixels_and_what_a_finger_presses_is_large_enough() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.resize(320, 640).await;
        let small = "return all('button, label.choice, summary, select, a')
            .filter((each) => each.checkVisibility())
            .map((each) => [plain(each.textContent), each.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24)
            .map(([text]) => text)";
        for locale in ["fr", "en"] {
            let widget = open_report(&browser, &Known::new(locale), &format!("?lang={locale}")).await;
            for (room, _) in ROOMS {
                widget.enter(room).await;
                widget.read("for (const each of all('details')) each.open = true").await;
                assert_eq!(widget.read(OVER_THE_EDGE).await, json!([]), "{room} in {locale}");
                assert_eq!(widget.read(small).await, json!([]), "{room} in {locale}");
                widget.act("back").await;
                widget.on("report").await;
            }
        }
    });
}
