//! Collecting results: links in any text, storage, erasing, undo.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::Preference;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::json;
use thirtyfour::Key;

use super::*;

#[test]
fn of_three_hundred_links_nine_are_bad_and_each_is_named() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let questionnaire = oracle.questionnaire();
        let foreign = changed(&oracle, |draft| draft.id = "autre".to_owned().try_into().expect("an id"));
        let mut bad: Vec<(String, &str)> = vec![];
        for number in 0..3 {
            let good = link(questionnaire, number);
            let damaged = good.replacen("express", "expres", 1);
            bad.push((damaged, "abîmé en route"));
            bad.push((link(&foreign, number), "d’un autre questionnaire"));
            bad.push((good.replacen("1.", "9.", 1), "version plus récente"));
        }
        let mut all = mails(questionnaire, 288);
        all.extend(bad.iter().map(|(link, _)| format!("https://b.example/#{link}\n")));
        open(&browser, "room/").await;
        paste(&browser, &all).await;
        counted(&browser, 288).await;
        let script = "return [...document.querySelectorAll('.refused li')].map((item) => item.textContent)";
        let named = browser.run(script, vec![]).await;
        let named: Vec<&str> =
            named.as_array().into_iter().flatten().filter_map(|item| item.as_str()).collect();
        assert_eq!(named.len(), 9, "{named:?}");
        for ((link, why), entry) in bad.iter().zip(&named) {
            assert!(entry.starts_with(&link[..30]) && entry.contains(why), "{entry}: {link}, {why}");
        }
        assert!(text(&browser, ".said").await.contains("Résultats ajoutés\u{202f}: 288."));
        // A link that stands twice in one text is read once; one that was read before is named.
        paste(&browser, &format!("{0} {0}", link(questionnaire, 1))).await;
        browser.wait("the name of the known one", &format!("{script}.length === 1"), vec![]).await;
        assert!(browser.run(script, vec![]).await[0].as_str().is_some_and(|entry| entry.contains("déjà lu")));
    });
}

#[test]
fn below_five_only_the_count_is_shown() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        paste(&browser, &mails(oracle.questionnaire(), 4)).await;
        counted(&browser, 4).await;
        assert!(!there(&browser, ".presentation svg, .presentation table, .weakest").await);
        paste(&browser, &mails(oracle.questionnaire(), 5)).await;
        counted(&browser, 5).await;
        assert!(there(&browser, ".weakest").await && there(&browser, ".columns").await);
    });
}

#[test]
pub fn the_list_survives_a_reload_and_is_erased_with_one_control_that_can_be_undone() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        paste(&browser, &mails(oracle.questionnaire(), 300)).await;
        counted(&browser, 300).await;
        let stored = "return (localStorage.getItem(arguments[0]) ?? '').split('\\n').length > 300";
        browser.wait("the list to be stored", stored, vec![json!(KEY)]).await;
        open(&browser, "room/?lang=en").await;
        counted(&browser, 300).await;
        click_action(&browser, "erase").await;
        counted(&browser, 0).await;
        browser
            .wait(
                "nothing to be stored",
                "return localStorage.getItem(arguments[0]) === null",
                vec![json!(KEY)],
            )
            .await;
        click_action(&browser, "undo").await;
        counted(&browser, 300).await;
        browser.wait("the list to be stored again", stored, vec![json!(KEY)]).await;
    });
}

#[test]
pub fn the_keyboard_alone_does() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        let focused = "return document.activeElement.matches(arguments[0])";
        let tab_to = async |selector: &str| {
            for _ in 0..30 {
                if browser.run(focused, vec![json!(selector)]).await == json!(true) {
                    return;
                }
                browser.press(Key::Tab).await;
            }
            browser.give_up(selector, "Tab").await;
        };
        tab_to("[data-field=paste]").await;
        browser.press(link(oracle.questionnaire(), 1)).await;
        tab_to("[data-action=add]").await;
        browser.press(Key::Enter).await;
        counted(&browser, 1).await;
        tab_to("[data-field=name]").await;
        browser.press("Paris").await;
        browser.wait("the name", "return document.querySelector('h1').textContent === 'Paris'", vec![]).await;
        tab_to("[data-action=erase]").await;
        browser.press(Key::Enter).await;
        counted(&browser, 0).await;
    });
}

#[test]
fn a_projector_shows_the_room_without_scrolling() {
    test_bed::run(async |bed| {
        for (width, height, locale) in [(1280, 800, "fr"), (1920, 1080, "en")] {
            let (browser, oracle) = (bed.browser().await, Oracle::new(locale));
            browser.resize(width, height).await;
            open(&browser, &format!("room/?lang={locale}")).await;
            // Different blind spots per person, so that the most are listed.
            let written =
                ["3?12 42?- 14?2", "?210 3?21 21?4", "12?0 1?34 ?211", "???? ???? ????", "0000 1111 2222"];
            let links: Vec<_> = (0..)
                .zip(written)
                .map(|(result_id, each)| oracle.link_of(each, [1, 2, result_id], None, 327))
                .collect();
            paste(&browser, &links.join("\n")).await;
            counted(&browser, 5).await;
            browser.run("document.querySelector('[data-action=present]').click()", vec![]).await;
            let overflow = "const ends = [...document.querySelectorAll('.presenting .presentation section')]
                    .map((section) => section.getBoundingClientRect());
                return ends.length === 6 && [ends.filter(({ bottom }) => bottom > innerHeight).length, scrollY]";
            let overflow = browser.wait("the room to be shown", overflow, vec![]).await;
            assert_eq!(overflow, json!([0, 0]), "{width} × {height}: something is cut off");
        }
    });
}

#[test]
fn it_is_accessible_and_fits_every_screen_in_both_languages_and_schemes() {
    test_bed::run(async |bed| {
        for locale in ["fr", "en"] {
            let (browser, oracle) = (bed.browser().await, Oracle::new(locale));
            open(&browser, &format!("room/?lang={locale}")).await;
            paste(&browser, &(mails(oracle.questionnaire(), 60) + "1.x.y.zzzzzzzzzzzzzzz")).await;
            counted(&browser, 60).await;
            click_action(&browser, "new").await;
            paste(&browser, &mails(oracle.questionnaire(), 9)).await;
            counted(&browser, 9).await;
            for scheme in [Preference::Light, Preference::Dark] {
                browser.prefer(scheme).await;
                assert_accessible(&browser, &format!("the room in {locale}, {scheme:?}")).await;
            }
            for width in [320, 375, 1280, 1920] {
                browser.resize(width, 800).await;
                let script = "return document.documentElement.scrollWidth <= innerWidth";
                assert_eq!(browser.run(script, vec![]).await, json!(true), "{locale} at {width}");
            }
        }
    });
}

#[test]
fn after_the_page_is_there_nothing_is_asked_for() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        // The reader of links comes with the first text.
        paste(&browser, &mails(oracle.questionnaire(), 1)).await;
        counted(&browser, 1).await;
        browser.set_offline(true).await;
        paste(&browser, &mails(oracle.questionnaire(), 20)).await;
        counted(&browser, 20).await;
        click_action(&browser, "new").await;
        click_action(&browser, "present").await;
        browser
            .wait("the room alone", "return document.querySelector('.collect').offsetParent === null", vec![])
            .await;
        browser.set_offline(false).await;
    });
}

#[test]
fn five_thousand_links_are_read_without_a_long_task() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        let monitor = "globalThis.longest = 0; globalThis.begun = performance.now();
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
            }).observe({ type: 'longtask' });";
        browser.run(monitor, vec![]).await;
        paste(&browser, &mails(oracle.questionnaire(), 5000)).await;
        let entry = browser
            .wait(
                "a line of progress",
                "return document.querySelector('.said')?.textContent.includes('sur 5000')",
                vec![],
            )
            .await;
        assert_eq!(entry, json!(true));
        counted(&browser, 5000).await;
        let took =
            browser.run("return [Math.round(performance.now() - begun), Math.round(longest)]", vec![]).await;
        println!("5,000 links: milliseconds until shown, and of the longest task: {took}");
    });
}

#[test]
fn results_that_two_tabs_collect_are_all_there() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        open(&browser, "room/").await;
        let [first, second] = browser.open_tab().await;
        open(&browser, "room/").await;
        paste(&browser, &mails(oracle.questionnaire(), 6)).await;
        counted(&browser, 6).await;
        browser.enter_tab(&first).await;
        paste(&browser, &link(oracle.questionnaire(), 6)).await;
        counted(&browser, 7).await;
        browser.enter_tab(&second).await;
        counted(&browser, 7).await;
    });
}
