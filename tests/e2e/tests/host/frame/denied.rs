//! Frame that its host lets neither download nor print: each sentence says what to look for, and the link beside opens.

use boussole_core::texts::LazyText;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::json;

use super::{WRITTEN, enter, frame, script};

#[test]
fn what_a_sandbox_denies_is_said_to_be_asked_for_and_the_link_beside_opens_in_a_new_tab() {
    test_bed::run(async |bed| {
        for locale in ["fr", "en"] {
            let browser = bed.browser().await;
            let oracle = Oracle::new(locale);
            let host = bed.host();
            let flags = "sandbox=\"allow-scripts allow-same-origin\"";
            let denied = frame(bed, "one", &format!("?lang={locale}"), flags);
            host.write_host("host.html", &[denied, script(bed)].concat());
            browser.load(&host.address("host.html")).await;
            let widget = enter(&browser, "one").await;
            widget.answer_to_report(&oracle.responses(WRITTEN)).await;
            let link = widget.link().await;
            widget.open_screen("take").await;
            for (action, said) in [
                ("print", LazyText::ExportPrinting),
                ("csv", LazyText::ExportSaved),
                ("png", LazyText::ExportPictureSaved),
                ("svg", LazyText::ExportSaved),
                ("print", LazyText::ExportPrinting),
            ] {
                widget.click_action(action).await;
                let said = oracle.lazy_text(said, &[]);
                widget.wait(&said, &format!("return text('.outcome .said') === {}", json!(said))).await;
            }
            // The browser says what it denied, in the console alone.
            let messages = format!("{:?}", browser.monitor().drain_messages().await);
            assert!(messages.contains("allow-downloads") && messages.contains("allow-modals"), "{messages}");

            // Beside them stands the link, which opens the result in a tab of its own.
            let widget = enter(&browser, "one").await;
            assert_eq!(widget.link().await, link);
            let other = bed.browser().await;
            let widget = other.open(&link).await;
            widget.wait_for_screen("shared").await;
            assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        }
    });
}
