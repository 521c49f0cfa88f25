//! Tests of the harness: each failure it must notice.

use boussole_e2e::axe::violations;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed;

/// Waits for a fault with a text, and drains it.
async fn expect_fault(browser: &BrowserSession, text: &str) {
    expect_fault_beside(browser, &[], text).await;
}

/// Waits for a fault with a text; requests to the hosts are no faults.
async fn expect_fault_beside(browser: &BrowserSession, hosts: &[String], text: &str) {
    for _ in 0..50 {
        let faults = browser.faults(hosts).await;
        if faults.iter().any(|fault| fault.contains(text)) {
            return;
        }
        assert!(faults.is_empty(), "{text} was expected, not {faults:?}");
    }
    panic!("nothing was reported of {text}");
}

#[test]
fn a_console_error_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await;
        browser.run("console.error('something', 'broke')", vec![]).await;
        expect_fault(&browser, "something broke").await;
    });
}

#[test]
fn an_exception_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await;
        browser.run("setTimeout(() => { throw new Error('an uncaught error') })", vec![]).await;
        expect_fault(&browser, "an uncaught error").await;
    });
}

#[test]
fn a_missing_file_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await;
        browser.run_async("await fetch('nothing-here.json')", vec![]).await;
        expect_fault(&browser, "404").await;
    });
}

#[test]
fn a_breach_of_the_policy_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await;
        browser.run("document.body.setAttribute('style', 'color: red')", vec![]).await;
        let faults = browser.faults(&[]).await.join("\n");
        assert!(faults.contains("e2e-policy style-src-attr"), "{faults}");
    });
}

#[test]
fn a_request_to_another_origin_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let elsewhere = boussole_e2e::site::TestSite::start(&boussole_e2e::environment::dist());
        // Without the page's policy, which would block the request first.
        browser.command("Page.setBypassCSP", serde_json::json!({ "enabled": true })).await;
        browser.open("").await;
        browser.run_async(&format!("await fetch('{}boussole.js')", elsewhere.url()), vec![]).await;
        expect_fault(&browser, "another origin").await;
        browser.monitor().forget_requests().await;
    });
}

#[test]
fn a_fault_in_a_frame_of_another_origin_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        bed.site
            .write("fault.js", "console.error('something', 'broke'); document.documentElement.id = 'ran'");
        bed.site.write_host("fault.html", "<script type=\"module\" src=\"/fault.js\"></script>");
        for flags in ["", "sandbox=\"allow-scripts\"", "sandbox=\"allow-scripts allow-same-origin\""] {
            let frame = format!("<iframe {flags} src=\"{}\"></iframe>", bed.site.address("fault.html"));
            host.write_host("host.html", &frame);
            browser.load(&host.address("host.html")).await;
            expect_fault_beside(&browser, &[host.url()], "something broke").await;
            browser.enter_frame("iframe").await;
            browser
                .wait("the script in the frame", "return document.documentElement.id === 'ran'", vec![])
                .await;
            browser.leave_frames().await;
        }
        let requests = browser.monitor().requests().await;
        assert!(requests.contains(&bed.site.address("fault.js")), "{requests:?}");
    });
}

#[test]
fn a_host_is_another_origin_and_sends_the_policy_that_is_set() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        let script = format!("<script type=\"module\" src=\"{}\"></script>", bed.site.address("boussole.js"));
        host.write_host("host.html", &format!("{script}<boussole-assessment></boussole-assessment>"));
        browser.open(&host.address("host.html")).await.on_question(1).await;
        assert!(host.url() != bed.site.url() && browser.location().await.starts_with(&host.url()));
        host.set_policy("host.html", "script-src 'self'");
        browser.load(&host.address("host.html")).await;
        expect_fault_beside(&browser, &[host.url()], "script-src-elem blocked").await;
    });
}

#[test]
fn the_judge_of_accessibility_sees_into_the_widget() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = browser.open("").await;
        let before = violations(&browser).await;
        widget.read("find('.boussole').append(document.createElement('button'))").await;
        let new: Vec<_> = violations(&browser).await.into_iter().filter(|id| !before.contains(id)).collect();
        assert_eq!(new, ["button-name"]);
    });
}
