//! Methods and events of the element.

use boussole_core::texts::Text;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 420- 1432";

/// Page with the element that records its events.
fn host(attributes: &str) -> String {
    format!(
        "<main><boussole-assessment {attributes}></boussole-assessment></main>\
         <script type=\"module\" src=\"/boussole.js\"></script>"
    )
}

const NOTE: &str = "window.heard = [];
    for (const name of ['ready', 'started', 'progress', 'completed', 'shared', 'reset', 'error'])
        addEventListener(`boussole:${name}`, ({ type, detail }) => window.heard.push([type.slice(9), detail]));";

/// Value of a method of the element, or the code of its error.
async fn call(browser: &BrowserSession, method: &str) -> Value {
    let script = format!(
        "const element = document.querySelector('boussole-assessment');
        try {{ return await element.{method} ?? null }} catch (error) {{ return [error.name, error.code] }}"
    );
    browser.run_async(&script, vec![]).await
}

async fn heard(browser: &BrowserSession) -> Vec<(String, Value)> {
    let heard = browser.run("return window.heard.splice(0)", vec![]).await;
    let pair = |event: &Value| (event[0].as_str().unwrap_or_default().to_owned(), event[1].clone());
    heard.as_array().into_iter().flatten().map(pair).collect()
}

fn refused(code: &str) -> Value {
    json!(["BoussoleError", code])
}

fn given(oracle: &Oracle) -> Value {
    let items = oracle.questionnaire().items().zip(WRITTEN.chars().filter(|sign| *sign != ' '));
    let answer = |sign: char| match sign {
        '?' => json!("dont-know"),
        '-' => json!("not-applicable"),
        level => json!(level.to_digit(10)),
    };
    items
        .map(|(item, sign)| (item.id.as_str().to_owned(), answer(sign)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

#[test]
pub fn a_page_receives_progress_and_never_answers() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.monitor().before_each_page(NOTE).await;
        bed.site.write_host("host.html", &host(""));
        let widget = browser.open("host.html").await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        browser
            .wait(
                "the end to be reported",
                "return window.heard.some(([name]) => name === 'completed')",
                vec![],
            )
            .await;
        let heard = heard(&browser).await;
        let names: Vec<&str> = heard.iter().map(|(name, _)| &**name).collect();
        let mut expected = vec!["ready", "started"];
        expected.extend(["progress"; 12]);
        expected.push("completed");
        assert_eq!(names, expected);
        assert_eq!(heard[13].1, json!({ "answered": 12, "total": 12 }));
        let about =
            json!({ "questionnaire": "liberte-numerique", "version": 3, "form": "express", "locale": "fr" });
        assert_eq!(heard[14].1, about);
        assert_eq!(call(&browser, "getResult()").await, refused("not-disclosed"));
    });
}

#[test]
pub fn a_page_gives_answers_and_receives_what_the_disclosure_names() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        for disclosed in ["scores", "answers"] {
            let browser = bed.browser().await;
            browser.monitor().before_each_page(NOTE).await;
            bed.site.write_host("host.html", &host(&format!("disclose=\"{disclosed}\"")));
            let widget = browser.open("host.html").await;
            widget.wait("the disclosure", "return find('.disclosure')").await;
            assert_eq!(call(&browser, "getResult()").await, refused("incomplete"));
            assert_eq!(call(&browser, "goTo('no-such-item')").await, refused("unknown-item"));
            assert_eq!(call(&browser, "goTo(13)").await, refused("unknown-item"));
            assert_eq!(call(&browser, "goTo(3)").await, Value::Null);
            widget.on_question(3).await;
            assert_eq!(call(&browser, "setAnswers({ nothing: 7 })").await, refused("invalid-answers"));
            assert_eq!(call(&browser, &format!("setAnswers({})", given(&oracle))).await, Value::Null);
            widget.wait_for_screen("report").await;
            assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
            let result = call(&browser, "getResult()").await;
            let whole = oracle.report(WRITTEN).summary.whole.expect("something applies");
            assert_eq!(result["scores"]["whole"]["assured"], json!(whole.assured()));
            assert_eq!(result.get("items").is_some(), disclosed == "answers");
            browser
                .wait("the result", "return window.heard.some(([, detail]) => detail?.result)", vec![])
                .await;
            assert_eq!(call(&browser, "reset()").await, Value::Null);
            widget.on_question(1).await;
            assert_eq!(
                browser.run("return window.heard.some(([name]) => name === 'reset')", vec![]).await,
                json!(true)
            );
        }
    });
}

#[test]
fn a_result_that_is_asked_for_before_the_screens_behind_the_questions_waits_for_them() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let browser = bed.eager_browser().await;
        bed.site.write_host("host.html", &host("disclose=\"answers\""));
        browser.store_draft(&oracle.link(WRITTEN)).await;
        browser.monitor().pause_requests("part-report").await;
        browser.load("host.html").await;
        let widget = browser.widget();
        widget.wait_for_screen("door").await;
        let ask = "window.result = null;
            document.querySelector('boussole-assessment').getResult().then((result) => (window.result = result));";
        browser.run(ask, vec![]).await;
        assert_eq!(browser.run("return window.result", vec![]).await, Value::Null);
        browser.monitor().resume_requests().await;
        let result = browser.wait("the result", "return window.result", vec![]).await;
        let whole = oracle.report(WRITTEN).summary.whole.expect("something applies");
        assert_eq!(result["scores"]["whole"]["assured"], json!(whole.assured()));
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    });
}

#[test]
fn a_page_that_receives_the_result_does_not_say_that_nothing_is_sent() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let promises = [Text::OpeningPrivacy, Text::FooterPrivacy].map(|text| oracle.text(text, &[]));
        for (attributes, receives) in [("", false), ("disclose=scores", true), ("disclose=answers", true)] {
            let browser = bed.browser().await;
            bed.site.write_host("host.html", &host(attributes));
            let widget = browser.open("host.html").await;
            widget.on_question(1).await;
            if receives {
                widget.wait("the disclosure", "return find('.disclosure')?.checkVisibility()").await;
            }
            let shown = "return [...root.querySelectorAll('p')].filter((one) => one.checkVisibility())
                .map((one) => plain(one.textContent))";
            let shown = widget.read(shown).await;
            let shown: Vec<&str> = shown.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            for promise in &promises {
                assert_eq!(shown.contains(&&**promise), !receives, "{attributes}: {promise}");
            }
        }
    });
}

#[test]
fn an_answer_that_is_none_is_named_and_changes_nothing() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        bed.site.write_host("host.html", &host(""));
        let widget = browser.open("host.html").await;
        widget.on_question(1).await;
        let oracle = Oracle::new("fr");
        let item = oracle.questionnaire().item(0).expect("there is one").id.as_str().to_owned();
        for answer in ["undefined", "NaN", "5", "-1", "2.5", "true", "'3'", "''", "[]", "[2]", "{}", "6n"] {
            let script = format!(
                "const answer = {answer};
                const element = document.querySelector('boussole-assessment');
                try {{ await element.setAnswers({{ '{item}': answer }}) }}
                catch (error) {{ return [error.code, error.message === `{item}: ${{answer}} is no answer`] }}"
            );
            let refused = browser.run_async(&script, vec![]).await;
            assert_eq!(refused, json!(["invalid-answers", true]), "{answer}");
        }
        assert_eq!(browser.draft().await, None);
        for item in ["1.5", "NaN", "null", "undefined", "[1]"] {
            assert_eq!(call(&browser, &format!("goTo({item})")).await, refused("unknown-item"), "{item}");
        }
        widget.on_question(1).await;
        assert_eq!(call(&browser, &format!("setAnswers({{ '{item}': 0 }})")).await, Value::Null);
        widget.wait("the answer", "return find('[data-screen=item] input:checked')").await;
        assert_eq!(widget.chosen().await.as_deref(), Some("0"));
    });
}

#[test]
fn methods_of_the_stand_alone_page_work_or_say_that_they_are_for_others() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await.on_question(1).await;
        assert_eq!(call(&browser, "start()").await, Value::Null);
        for method in ["reset()", "goTo(2)", "setAnswers({})", "getResult()"] {
            assert_eq!(call(&browser, method).await, refused("unavailable"), "{method}");
        }
    });
}

#[test]
fn nothing_is_fetched_for_an_element_that_is_far_away() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let far = format!("<svg width=\"1\" height=\"6000\"></svg>{}", host(""));
        bed.site.write_host("host.html", &far);
        bed.site.forget_requests();
        browser.load("host.html").await;
        let defined = "return document.querySelector('boussole-assessment')?.shadowRoot";
        browser.wait("the element", &format!("{defined} ? true : null"), vec![]).await;
        let paths: Vec<String> = bed.site.requests().into_iter().map(|request| request.path).collect();
        assert_eq!(paths, ["/host.html", "/boussole.js"]);
        browser.run("document.querySelector('boussole-assessment').scrollIntoView()", vec![]).await;
        browser.widget().on_question(1).await;
    });
}

#[test]
fn an_accent_of_low_contrast_is_corrected_and_reported_once() {
    test_bed::run(async |bed| {
        let cases = [
            // Readable without a change on the dark background.
            ("accent=\"#ffdd00\"", "#ffdd00", "light-dark(#857300, #ffdd00)"),
            ("class=\"dark\"", "#333333", "light-dark(#a13a1b, #818181)"),
            ("accent=\"none\"", "none", "light-dark(#a13a1b, #f0997a)"),
        ];
        bed.site.write("host.css", ".dark { --boussole-accent-dark: #333 }");
        for (attributes, wanted, expected) in cases {
            let browser = bed.browser().await;
            let page = format!("<link rel=\"stylesheet\" href=\"host.css\">{}", host(attributes));
            bed.site.write_host("host.html", &page);
            let widget = browser.open("host.html").await;
            let used = "return getComputedStyle(find('.boussole')).getPropertyValue('--accent')";
            assert_eq!(widget.read(used).await, expected);
            let messages = browser.monitor().drain_messages().await;
            let [ConsoleMessage::Warning(warning)] = &messages[..] else {
                panic!("one warning, not {messages:?}")
            };
            assert!(warning.contains(wanted), "{warning}");
        }
    });
}

#[test]
fn a_method_that_needs_what_cannot_be_loaded_is_rejected_with_a_code() {
    test_bed::run(async |bed| {
        bed.site.write_host("host.html", &host("loading=\"lazy\" hidden"));
        for part in ["app-", ".wasm", "-express-fr-"] {
            let browser = bed.browser().await;
            let missing = bed.site.hide_files(part);
            browser.load("host.html").await;
            let defined = "return customElements.get('boussole-assessment') && true";
            browser.wait("the element", defined, vec![]).await;
            for method in ["start()", "goTo(2)", "setAnswers({})"] {
                assert_eq!(call(&browser, method).await, refused("not-loaded"), "{part} {method}");
            }
            drop(missing);
            assert_eq!(call(&browser, "start()").await, Value::Null, "{part}");
            // Expected messages about missing files.
            browser.monitor().drain_messages().await;
        }
    });
}
