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
        let (browser, golden) = (browser(bed).await, golden("host-version-3.json"));
        browser.monitor().before_each_page(NOTE).await;
        for (number, page) in list(&golden, "pages").iter().enumerate() {
            let address = format!("host-{number}.html");
            assert_eq!(outcome(bed, &browser, page, &address).await, *page, "{}", text(page, "attributes"));
        }
    });
}

/// The same calls of version 2 gave results, rejections and events of the same shape.
#[test]
fn a_new_version_changes_no_shape() {
    let [before, now] = ["host.json", "host-version-3.json"].map(golden);
    let pages = list(&before, "pages").iter().zip(list(&now, "pages"));
    assert_eq!(list(&before, "pages").len(), list(&now, "pages").len());
    for (before, now) in pages {
        assert_eq!(before["attributes"], now["attributes"]);
        for (before, now) in list(before, "steps").iter().zip(list(now, "steps")) {
            let shapes = [before, now].map(|step| json!([shape(&step["gives"]), shape(&step["events"])]));
            assert_eq!(shapes[0], shapes[1], "{}", text(now, "call"));
        }
        assert_eq!(list(before, "steps").len(), list(now, "steps").len());
    }
}

/// Value without what depends on a questionnaire: numbers, names, items and which scores there are.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            let shaped = |(key, value): (&String, &Value)| {
                let shaped = match key.as_str() {
                    "items" => {
                        value[0].as_object().map(|item| item.keys().cloned().collect::<Vec<_>>()).into()
                    }
                    "dimensions" => {
                        value.as_object().map(|all| all.keys().cloned().collect::<Vec<_>>()).into()
                    }
                    "error" | "schema" | "locale" | "form" | "questionnaire" => value.clone(),
                    _ => shape(value),
                };
                (key.clone(), shaped)
            };
            Value::Object(entries.iter().map(shaped).collect())
        }
        // An event: its name, and its detail.
        Value::Array(pair) if pair.len() == 2 && pair[0].is_string() => json!([pair[0], shape(&pair[1])]),
        Value::Array(all) => all.iter().map(shape).collect(),
        Value::Null => Value::Null,
        Value::Bool(_) => "true or false".into(),
        Value::Number(_) => "number".into(),
        Value::String(_) => "text".into(),
    }
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
