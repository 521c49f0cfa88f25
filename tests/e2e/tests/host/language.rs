//! Languages in the spellings of BCP 47 and of systems for web pages, on each page of the release.

use boussole_e2e::test_bed;
use serde_json::json;

#[test]
fn each_page_reads_the_spellings_of_a_language_and_leaves_its_address() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for tag in ["en-GB", "EN", "en_US"] {
            for (page, title) in
                [("", "Boussole · Digital freedom"), ("frame/", "Boussole · Digital freedom")]
            {
                let address = browser.address(&format!("{page}?lang={tag}"));
                let widget = browser.open(&address).await;
                widget.on_question(1).await;
                assert!(widget.has(".boussole[lang=en]").await, "{address}");
                let shown =
                    browser.run("return [document.title, document.documentElement.lang]", vec![]).await;
                assert_eq!(shown, json!([title, "en"]), "{address}");
                assert_eq!(browser.location().await, address);
            }
            for page in ["room/", "embed/", "poster/"] {
                browser.load(&format!("{page}?lang={tag}")).await;
                let english = "return document.documentElement.lang === 'en'";
                browser.wait(&format!("English on {page}"), english, vec![]).await;
            }
        }
        assert_eq!(browser.monitor().drain_messages().await, []);
    });
}

#[test]
fn a_program_that_translates_the_page_changes_no_language_of_ours() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let widget = browser.open("?lang=en").await;
        widget.on_question(1).await;
        browser.run("document.documentElement.lang = 'de'", vec![]).await;
        let linked = "return document.querySelector('link[rel=manifest]')?.href";
        let manifest = browser.wait("the manifest", linked, vec![]).await;
        assert!(manifest.as_str().is_some_and(|address| address.ends_with(".webmanifest")), "{manifest}");
        widget.read("find('input[value=\"2\"]').click()").await;
        widget.on_question(2).await;
        assert!(widget.has(".boussole[lang=en]").await);
        assert_eq!(browser.location().await, browser.address("?lang=en"));
    });
}
