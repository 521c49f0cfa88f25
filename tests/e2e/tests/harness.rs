//! The watch itself: a test that could not fail would prove nothing.

use boussole_e2e::axe::violations;
use boussole_e2e::browser::Browser;
use boussole_e2e::stage;

/// Waits until the browser has told a fault with these words, and takes it.
async fn expect_fault(browser: &Browser, words: &str) {
    expect_fault_beside(browser, &[], words).await;
}

/// The same where requests to hosts are none.
async fn expect_fault_beside(browser: &Browser, hosts: &[String], words: &str) {
    for _ in 0..50 {
        let faults = browser.faults(hosts).await;
        if faults.iter().any(|fault| fault.contains(words)) {
            return;
        }
        assert!(faults.is_empty(), "{words} was expected, not {faults:?}");
    }
    panic!("nothing was told of {words}");
}

#[test]
fn a_console_error_is_a_fault() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.open("").await;
        browser.run("console.error('something', 'broke')", vec![]).await;
        expect_fault(&browser, "something broke").await;
    });
}

#[test]
fn an_exception_is_a_fault() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.open("").await;
        browser.run("setTimeout(() => { throw new Error('nobody caught it') })", vec![]).await;
        expect_fault(&browser, "nobody caught it").await;
    });
}

#[test]
fn a_missing_file_is_a_fault() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.open("").await;
        browser.run_async("await fetch('nothing-here.json')", vec![]).await;
        expect_fault(&browser, "404").await;
    });
}

#[test]
fn a_breach_of_the_policy_is_a_fault() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.open("").await;
        browser.run("document.body.setAttribute('style', 'color: red')", vec![]).await;
        let faults = browser.faults(&[]).await.join("\n");
        assert!(faults.contains("e2e-policy style-src-attr"), "{faults}");
    });
}

#[test]
fn a_request_to_another_origin_is_a_fault() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let elsewhere = boussole_e2e::site::Site::start(&boussole_e2e::environment::dist());
        // Without the page's policy, which would stop it: the policy is not what is tried here.
        browser.command("Page.setBypassCSP", serde_json::json!({ "enabled": true })).await;
        browser.open("").await;
        browser.run_async(&format!("await fetch('{}boussole.js')", elsewhere.url()), vec![]).await;
        expect_fault(&browser, "another origin").await;
        browser.watch().forget_requests().await;
    });
}

#[test]
fn a_fault_in_a_frame_of_another_origin_is_a_fault() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = stage.host();
        stage
            .site
            .write("fault.js", "console.error('something', 'broke'); document.documentElement.id = 'ran'");
        stage.site.write_host("fault.html", "<script type=\"module\" src=\"/fault.js\"></script>");
        for flags in ["", "sandbox=\"allow-scripts\"", "sandbox=\"allow-scripts allow-same-origin\""] {
            let frame = format!("<iframe {flags} src=\"{}\"></iframe>", stage.site.address("fault.html"));
            host.write_host("host.html", &frame);
            browser.load(&host.address("host.html")).await;
            expect_fault_beside(&browser, &[host.url()], "something broke").await;
            browser.enter_frame("iframe").await;
            browser
                .wait("the script in the frame", "return document.documentElement.id === 'ran'", vec![])
                .await;
            browser.leave_frames().await;
        }
        let requests = browser.watch().requests().await;
        assert!(requests.contains(&stage.site.address("fault.js")), "{requests:?}");
    });
}

#[test]
fn a_host_is_another_origin_and_sends_the_policy_that_it_is_told() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = stage.host();
        let script =
            format!("<script type=\"module\" src=\"{}\"></script>", stage.site.address("boussole.js"));
        host.write_host("host.html", &format!("{script}<boussole-assessment></boussole-assessment>"));
        browser.open(&host.address("host.html")).await.on_question(1).await;
        assert!(host.url() != stage.site.url() && browser.location().await.starts_with(&host.url()));
        host.set_policy("host.html", "script-src 'self'");
        browser.load(&host.address("host.html")).await;
        expect_fault_beside(&browser, &[host.url()], "script-src-elem blocked").await;
    });
}

#[test]
fn the_judge_of_accessibility_sees_into_the_widget() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = browser.open("").await;
        let before = violations(&browser).await;
        widget.read("find('.boussole').append(document.createElement('button'))").await;
        let new: Vec<_> = violations(&browser).await.into_iter().filter(|id| !before.contains(id)).collect();
        assert_eq!(new, ["button-name"]);
    });
}
