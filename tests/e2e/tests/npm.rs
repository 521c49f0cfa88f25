//! npm package in applications: the examples for HTML, React and Vue, built and served with the strict policy.

use std::fs;
use std::rc::Rc;

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::environment;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::site::TestSite;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 420- 1432";

/// Page of an example on its own host.
fn example(bed: &TestBed, name: &str, page: &str) -> (Rc<TestSite>, String) {
    let host = bed.host_with_files(&environment::examples().join(name));
    let address = host.address(page);
    (host, address)
}

/// Waits for a text of the application.
async fn wait_for_text(browser: &BrowserSession, text: &str) {
    let script = "return document.querySelector('[role=status]')?.textContent.replace(/\\s+/g, ' ').trim() === \
                  arguments[0]";
    browser.wait(text, script, vec![json!(text)]).await;
}

/// Clicks the application's button, which removes or inserts the assessment.
async fn press_button(browser: &BrowserSession) {
    let button = browser.element("return document.querySelector('main button')", vec![]).await;
    button.expect("the application has a button").click().await.expect("it can be clicked");
}

/// Checks language binding, events, removal and insertion in an application.
async fn an_application_works(bed: &TestBed, name: &str, page: &str) {
    let oracle = Oracle::new("fr");
    let (_host, address) = example(bed, name, page);
    let browser = bed.browser().await;
    let widget = browser.open(&address).await;
    let responses = oracle.responses(WRITTEN);
    wait_for_text(&browser, "Aucune réponse pour l’instant.").await;
    assert_accessible(&browser, name).await;
    widget.answer(1, responses[0]).await;
    wait_for_text(&browser, "Réponses données : 1 sur 12.").await;

    let choose = "const list = document.querySelector('main select');
        list.value = 'en';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.run(choose, vec![]).await;
    widget.wait("English", "return find('.boussole[lang=en]')").await;
    wait_for_text(&browser, "Answers given: 1 of 12.").await;

    for _ in 0..2 {
        press_button(&browser).await;
        browser.wait("no element", "return !document.querySelector('boussole-assessment')", vec![]).await;
        press_button(&browser).await;
        widget.on_question(2).await;
        widget.wait("English still", "return find('.boussole[lang=en]')").await;
    }
    for (position, response) in responses.iter().enumerate().skip(1) {
        widget.answer(position + 1, *response).await;
    }
    widget.wait_for_screen("report").await;
    wait_for_text(&browser, "The result is ready.").await;
    assert_eq!(widget.report_text().await, Oracle::new("en").report_text(WRITTEN));
    assert_accessible(&browser, name).await;

    // Lazy parts are loaded from the application's files.
    widget.open_details().await;
    let accent = "return getComputedStyle(find('.boussole')).getPropertyValue('--accent')";
    let accent = widget.read(accent).await;
    assert!(accent.as_str().unwrap_or_default().contains("#1f5c57"), "{accent}");
    let link = widget.link().await;
    assert!(link.starts_with(&format!("{address}#1.")), "{link}");
    let other = bed.browser().await;
    other.open(&link).await.wait_for_screen("shared").await;
}

#[test]
fn an_example_without_a_framework_works() {
    test_bed::run(async |bed| an_application_works(bed, "html", "html/index.html").await);
}

#[test]
fn a_bundle_of_esbuild_works_with_the_data_and_the_console_names_what_is_not_there() {
    test_bed::run(async |bed| {
        let (host, address) = example(bed, "esbuild", "html/index.html");
        let browser = bed.browser().await;
        let missing = host.hide_files("html/data/boussole.wasm");
        browser.load(&address).await;
        browser.widget().wait("the failure panel", "return find('.failure')").await;
        let messages = format!("{:?}", browser.monitor().drain_messages().await);
        let file = host.address("html/data/boussole.wasm");
        assert!(
            messages.contains(&format!("boussole: {file} is not the file of the package (404)")),
            "{messages}"
        );
        assert!(
            messages.contains("copy the folder node_modules/boussole/data beside the bundle"),
            "{messages}"
        );
        drop(missing);
        an_application_works(bed, "esbuild", "html/index.html").await;
    });
}

#[test]
fn an_example_in_react_works() {
    test_bed::run(async |bed| an_application_works(bed, "react", "").await);
}

#[test]
fn an_example_in_vue_works() {
    test_bed::run(async |bed| an_application_works(bed, "vue", "").await);
}

#[test]
fn the_element_is_what_its_manifest_says() {
    let manifest = environment::root().join("npm/custom-elements.json");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest).expect("there is a manifest"))
        .expect("it is JSON");
    let described = &manifest["modules"][0]["declarations"][0];
    let listed = |list: &str, is_wanted: &dyn Fn(&Value) -> bool, key: &str| {
        let entries = described[list].as_array().expect("the manifest has this list");
        let names = entries.iter().filter(|entry| is_wanted(entry)).map(|entry| entry[key].as_str());
        let mut names: Vec<_> = names.map(|name| name.expect("an entry has a name").to_owned()).collect();
        names.sort();
        json!(names)
    };
    test_bed::run(async |bed| {
        let (_host, address) = example(bed, "html", "html/index.html");
        let browser = bed.browser().await;
        browser.open(&address).await;
        let found = "const element = customElements.get('boussole-assessment');
            const own = Object.entries(Object.getOwnPropertyDescriptors(element.prototype));
            const internal = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'show'];
            const names = (isWanted) => own.filter(([name, has]) => isWanted(has) && !internal.includes(name));
            return [
                [...element.observedAttributes],
                ['lang', ...names(({ set }) => set).map(([name]) => name)],
                names(({ value }) => typeof value === 'function').map(([name]) => name),
            ].map((names) => names.sort())";
        let found = browser.run(found, vec![]).await;
        let is = |kind: &'static str| move |entry: &Value| entry["kind"] == kind;
        assert_eq!(found[0], listed("attributes", &|_| true, "name"));
        assert_eq!(found[0], listed("members", &is("field"), "attribute"));
        assert_eq!(found[1], listed("members", &is("field"), "name"));
        assert_eq!(found[2], listed("members", &is("method"), "name"));
    });
}
