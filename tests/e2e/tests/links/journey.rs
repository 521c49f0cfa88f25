//! Links as they arrive: with what programs put around and into them, and after a reload.

use boussole_core::texts::Text;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::site::BLANK;
use boussole_e2e::test_bed;
use serde_json::json;

const OWN: &str = "1111 2222 3333";
const THEIRS: &str = "3?12 42?- 1432";

/// File of the part that reads links that are not exact.
const PART: &str = "part-links";

#[test]
pub fn a_link_opens_with_what_programs_put_around_and_into_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let link = oracle.link(THEIRS);
        let tails = [
            "&utm_source=x",
            "?fbclid=x",
            ".",
            ",",
            ")",
            ">",
            "%20",
            "%0A",
            "/",
            "\"",
            "%E2%80%99",
            "%C2%A0%C2%BB",
        ];
        let mut fragments: Vec<String> = tails.iter().map(|tail| format!("{link}{tail}")).collect();
        fragments.push(link.replacen("nume", "nu%E2%80%8Bme", 1));
        fragments.push(link.replacen('-', "%E2%80%91", 1));
        fragments.push(link.replace('.', "%252E"));
        fragments.push(format!("_{link}_"));
        for fragment in fragments {
            browser.load(BLANK).await;
            let widget = browser.open(&format!("#{fragment}")).await;
            widget.wait_for_screen("shared").await;
            assert_eq!(widget.report_text().await, oracle.report_text(THEIRS), "{fragment}");
            assert!(!browser.location().await.contains('#'), "{fragment}");
        }
        // In a page that is there already.
        browser.load(&format!("#{}.", oracle.link(OWN))).await;
        let headline = format!("return text('.headline') === {}", json!(oracle.report_text(OWN).headline));
        browser.widget().wait("the other result", &headline).await;
    });
}

#[test]
fn a_link_behind_an_escaped_mark_opens() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let link = oracle.link(THEIRS);
        for (before, page) in [
            ("?form=full%23", "?form=full"),
            ("?questionnaire=dependances-ia%23", "?questionnaire=dependances-ia"),
            ("en/?x=1%2523", "en/?x=1"),
            // The server leads a path to its fragment, as hosts are told to.
            ("%23", ""),
            ("en/%23", "en/"),
        ] {
            browser.load(BLANK).await;
            let widget = browser.open(&format!("{before}{link}")).await;
            widget.wait_for_screen("shared").await;
            assert_eq!(browser.location().await, browser.address(page), "{before}");
        }
    });
}

#[test]
fn an_exact_link_loads_nothing_more_and_a_part_that_is_missing_is_no_failure() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let _missing = bed.site.hide_files(PART);
        browser.open(&format!("#{}", oracle.link(THEIRS))).await.wait_for_screen("shared").await;
        let asked = browser.monitor().requests().await;
        assert!(!format!("{asked:?}").contains(PART), "{asked:?}");
        browser.load(BLANK).await;
        let widget = browser.open(&format!("#{}.", oracle.link(THEIRS))).await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, Some(oracle.text(Text::NoticeLinkDamaged, &[])));
        for message in browser.monitor().drain_messages().await {
            let (ConsoleMessage::Error(text) | ConsoleMessage::Warning(text)) = &message;
            assert!(text.contains("404") || text.contains("could not be loaded"), "{message:?}");
        }
    });
}

#[test]
pub fn a_reload_shows_the_received_result_until_the_reader_leaves_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for link in [oracle.link(THEIRS), oracle.scores_link(THEIRS)] {
            browser.load(BLANK).await;
            let widget = browser.open(&format!("#{link}")).await;
            widget.wait_for_screen("shared").await;
            let report = widget.report_text().await;
            for _ in 0..2 {
                let widget = browser.reload().await;
                widget.wait_for_screen("shared").await;
                assert_eq!(widget.report_text().await, report);
            }
            let stored = "return JSON.stringify({ ...localStorage })";
            assert!(!browser.run(stored, vec![]).await.to_string().contains(&link), "it is stored for good");
            widget.click_action("start").await;
            widget.on_question(1).await;
            browser.reload().await.on_question(1).await;
        }
        // A page that is opened anew is no reload.
        browser.load(BLANK).await;
        browser.open(&format!("#{}", oracle.link(THEIRS))).await.wait_for_screen("shared").await;
        browser.load(BLANK).await;
        browser.open("").await.on_question(1).await;
        browser.reload().await.on_question(1).await;
    });
}

#[test]
fn an_address_that_is_shared_has_no_tracker() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(OWN)).await;
        let widget = browser.open("?fbclid=x&form=express&utm_campaign=b&mc_eid=abc").await;
        widget.wait_for_screen("report").await;
        let link = widget.link().await;
        assert!(link.starts_with(&browser.address("?form=express#1.")), "{link}");
        assert!(link.ends_with(|last: char| last.is_ascii_alphanumeric()), "{link}");
    });
}
