//! Host interface: results, rejections, and each event with its detail.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::{Value, json};

use super::{browser, golden, list, text};

/// Notes each event. An error's message names files of the release: its type alone is noted.
const NOTE: &str = "window.heard = [];
    for (const name of ['ready', 'started', 'progress', 'completed', 'shared', 'reset', 'error'])
        addEventListener(`boussole:${name}`, ({ type, detail }) => window.heard.push(
            [type, name === 'error' ? { ...detail, message: typeof detail.message } : detail]));";

/// Value of a method of the element, or the name and the code of its error.
const CALL: &str = "const element = document.querySelector('boussole-assessment');
    const call = new Function('element', `return element.${arguments[0]}`);
    try { return { value: await call(element) ?? null } } catch ({ name, code }) { return { error: [name, code] } }";

#[test]
fn the_host_interface_gives_what_it_gave() {
    test_bed::run(async |bed| {
        let (browser, golden) = (browser(bed).await, golden("host.json"));
        browser.monitor().before_each_page(NOTE).await;
        for (number, page) in list(&golden, "pages").iter().enumerate() {
            let address = format!("host-{number}.html");
            assert_eq!(outcome(bed, &browser, page, &address).await, *page, "{}", text(page, "attributes"));
        }
    });
}

/// Outcome of the calls of a page, written as the golden page.
async fn outcome(bed: &TestBed, browser: &BrowserSession, page: &Value, address: &str) -> Value {
    let body = format!(
        "<main><boussole-assessment {}></boussole-assessment></main>\
         <script type=\"module\" src=\"/boussole.js\"></script>",
        text(page, "attributes")
    );
    bed.site.write_host(address, &body);
    browser.clear_storage().await;
    let missing = page["missing"].as_str().map(|part| bed.site.hide_files(part));
    if missing.is_some() {
        browser.disable_cache().await;
    }
    browser.load(address).await;
    browser.wait("the element", "return customElements.get('boussole-assessment') && true", vec![]).await;
    let mut outcome = page.clone();
    for step in outcome["steps"].as_array_mut().expect("a page has steps") {
        let call = text(step, "call").to_owned();
        step["gives"] = browser.run_async(CALL, vec![json!(call)]).await;
        let last = step["last"].clone();
        let heard = "return window.heard.some(([type]) => type === arguments[0]) || arguments[0] === null";
        browser.wait(&format!("{last} after {call}"), heard, vec![last]).await;
        step["events"] = browser.run("return window.heard.splice(0)", vec![]).await;
    }
    if missing.is_some() {
        // Console messages of the browser and of the element about the missing file.
        browser.monitor().drain_messages().await;
    }
    drop(missing);
    outcome
}
