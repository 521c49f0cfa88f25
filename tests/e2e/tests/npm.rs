//! The npm package as an application has it: its examples for HTML, React and Vue, each built and on a host that sends
//! the strict policy.

use std::fs;
use std::rc::Rc;

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::browser::Browser;
use boussole_e2e::environment;
use boussole_e2e::known::Known;
use boussole_e2e::site::Site;
use boussole_e2e::stage::{self, Stage};
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 420- 1432";

/// The page of an example on a host of its own.
fn example(stage: &Stage, name: &str, page: &str) -> (Rc<Site>, String) {
    let host = stage.host_of(&environment::examples().join(name));
    let address = host.address(page);
    (host, address)
}

/// Waits until the application's own words say that.
async fn said(browser: &Browser, words: &str) {
    let script = "return document.querySelector('[role=status]')?.textContent.replace(/\\s+/g, ' ').trim() === \
                  arguments[0]";
    browser.wait(words, script, vec![json!(words)]).await;
}

/// Presses the application's own button: it takes the assessment away, and puts it back.
async fn press_button(browser: &Browser) {
    let button = browser.element("return document.querySelector('main button')", vec![]).await;
    button.expect("the application has a button").click().await.expect("it can be clicked");
}

/// An application binds the language, is told of answers, and takes the assessment away and back.
async fn an_application_works(stage: &Stage, name: &str, page: &str) {
    let known = Known::new("fr");
    let (_host, address) = example(stage, name, page);
    let browser = stage.browser().await;
    let widget = browser.open(&address).await;
    let responses = known.responses(WRITTEN);
    said(&browser, "Aucune réponse pour l’instant.").await;
    assert_accessible(&browser, name).await;
    widget.answer(1, responses[0]).await;
    said(&browser, "Réponses données : 1 sur 12.").await;

    let choose = "const list = document.querySelector('main select');
        list.value = 'en';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.run(choose, vec![]).await;
    widget.wait("English", "return find('.boussole[lang=en]')").await;
    said(&browser, "Answers given: 1 of 12.").await;

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
    widget.on("report").await;
    said(&browser, "The result is ready.").await;
    assert_eq!(widget.told().await, Known::new("en").told(WRITTEN));
    assert_accessible(&browser, name).await;

    // What is loaded later has its place among the application's own files.
    widget.open_details().await;
    let accent = "return getComputedStyle(find('.boussole')).getPropertyValue('--accent')";
    let accent = widget.read(accent).await;
    assert!(accent.as_str().unwrap_or_default().contains("#1f5c57"), "{accent}");
    let link = widget.link().await;
    assert!(link.starts_with(&format!("{address}#1.")), "{link}");
    let other = stage.browser().await;
    other.open(&link).await.on("shared").await;
}

#[test]
fn an_example_without_a_framework_works() {
    stage::run(async |stage| an_application_works(stage, "html", "html/index.html").await);
}

#[test]
fn an_example_in_react_works() {
    stage::run(async |stage| an_application_works(stage, "react", "").await);
}

#[test]
fn an_example_in_vue_works() {
    stage::run(async |stage| an_application_works(stage, "vue", "").await);
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
    stage::run(async |stage| {
        let (_host, address) = example(stage, "html", "html/index.html");
        let browser = stage.browser().await;
        browser.open(&address).await;
        let found = "const element = customElements.get('boussole-assessment');
            const own = Object.entries(Object.getOwnPropertyDescriptors(element.prototype));
            const internal = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'near'];
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
