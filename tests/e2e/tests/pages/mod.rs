//! Metadata of every page of a release.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::{Value, json};

/// Pages in French, and where each is in English.
const PAGES: [[&str; 2]; 5] = [
    ["", "en/"],
    ["embed/", "embed/?lang=en"],
    ["poster/", "poster/?lang=en"],
    ["room/", "room/?lang=en"],
    ["paper/dependances-ia-express-fr.html", "paper/dependances-ia-express-en.html"],
];

/// Language, title and description, once the page is in that language.
async fn described(browser: &BrowserSession, page: &str, locale: &str) -> [Value; 2] {
    browser.load(page).await;
    let own = "return document.documentElement.lang === arguments[0]";
    browser.wait("the language of the page", own, vec![json!(locale)]).await;
    let script =
        "const found = [...document.querySelectorAll('meta[name=description]')].map((each) => each.content);
        return [document.title, found.length === 1 ? found[0] : found]";
    let found = browser.run(script, vec![]).await;
    [found[0].clone(), found[1].clone()]
}

#[test]
fn each_page_has_one_title_and_one_description_in_each_language() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let mut descriptions = Vec::new();
        for [french, english] in PAGES {
            for (page, locale) in [(french, "fr"), (english, "en")] {
                let [title, description] = described(&browser, page, locale).await;
                assert!(title.as_str().is_some_and(|title| !title.is_empty()), "{page}");
                let length = description.as_str().map_or(0, |text| text.chars().count());
                assert!((50..=180).contains(&length), "{page}: {description}");
                descriptions.push(description.to_string());
            }
        }
        let count = descriptions.len();
        descriptions.sort();
        descriptions.dedup();
        assert_eq!(descriptions.len(), count, "{descriptions:?}");
    });
}

#[test]
fn a_release_without_an_address_names_none_to_search_engines() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for page in PAGES.concat() {
            browser.load(page).await;
            let links = "return document.querySelectorAll('link[hreflang], link[rel=canonical]').length";
            assert_eq!(browser.run(links, vec![]).await, json!(0), "{page}");
        }
    });
}

#[test]
fn the_page_for_frames_is_in_no_index_and_accessible() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("frame/").await.on_question(1).await;
        let robots = "return document.querySelector('meta[name=robots]').content";
        assert_eq!(browser.run(robots, vec![]).await, json!("noindex"));
        assert_accessible(&browser, "the page for frames").await;
    });
}

#[test]
fn where_there_is_no_page_a_link_in_the_path_opens_and_all_else_leads_to_the_assessment() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let link = Oracle::new("fr").link("3212 4213 1432");
        // Hosts answer `%23` by a rule; one more layer of escapes is for the page.
        for folder in ["", "en/"] {
            browser.load(&format!("{folder}%2523{link}")).await;
            browser.widget().wait_for_screen("shared").await;
            let path = "return location.pathname + location.hash";
            assert_eq!(browser.run(path, vec![]).await, json!(format!("/{folder}")));
        }
        browser.clear_storage().await;
        for folder in ["", "en/"] {
            browser.load(&format!("{folder}none")).await;
            assert_accessible(&browser, "no page").await;
            let links =
                "return [...document.querySelectorAll('main a')].map((each) => new URL(each.href).pathname)";
            assert_eq!(browser.run(links, vec![]).await, json!(["/", "/en/"]), "{folder}");
            let styled = "return getComputedStyle(document.querySelector('main')).maxInlineSize";
            assert_eq!(browser.run(styled, vec![]).await, json!("736px"), "{folder}");
        }
        // The pages themselves, and what one of the two references of each file is for.
        browser.monitor().drain_messages().await;
    });
}

#[test]
fn a_page_for_publishers_whose_program_does_not_come_can_be_tried_again() {
    test_bed::run(async |bed| {
        for page in ["embed/?lang=en", "poster/?lang=en"] {
            let browser = bed.browser().await;
            let missing = bed.site.hide_files("publishing-");
            browser.load(page).await;
            let panel = "return document.querySelector('.form-preview:not([hidden]) .failure[lang=en]')";
            browser.wait("the panel", panel, vec![]).await;
            drop(missing);
            browser.run("document.querySelector('.failure button').click()", vec![]).await;
            browser.wait("the page", "return document.querySelector('form input')", vec![]).await;
            // Expected message about the missing file.
            browser.monitor().drain_messages().await;
        }
    });
}
