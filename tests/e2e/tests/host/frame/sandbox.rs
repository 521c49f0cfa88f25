//! Sandboxed frame, with the documented flags and with the fewest.

use boussole_e2e::downloads::Downloads;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;

use super::{WRITTEN, enter, fits, frame, script};

/// Documented sandbox flags, each for a feature of the widget.
const FLAGS: &str = "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox \
                     allow-downloads allow-modals\"";

#[test]
fn all_works_with_the_flags_that_are_documented() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let host = bed.host();
        host.write_host("host.html", &[frame(bed, "one", "", FLAGS), script(bed)].concat());
        browser.allow_reading_the_clipboard().await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        fits(&browser, "the report").await;
        widget.click_action("copy").await;
        widget.wait("the copy to be reported", "return text('.share [role=status]')").await;
        let link = widget.link().await;
        // Write access to the clipboard gives no read access.
        browser.leave_frames().await;
        assert_eq!(browser.clipboard().await, link);
        let widget = enter(&browser, "one").await;
        widget.open_screen("take").await;
        let downloads = Downloads::of(&browser).await;
        let svg = downloads.text(widget, "svg", "boussole-liberte-numerique-express.svg").await;
        assert!(svg.starts_with("<svg"), "{svg}");
        widget.click_action("print").await;
        // The draft survives a reload of the article.
        browser.load(&host.address("blank.html")).await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    });
}

#[test]
pub fn an_assessment_works_in_a_sandbox_that_allows_nothing_but_scripts() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("en");
        let host = bed.host();
        let narrow = frame(bed, "one", "?lang=en", "sandbox=\"allow-scripts\"");
        host.write_host("host.html", &[narrow, script(bed)].concat());
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        fits(&browser, "the report").await;
        let messages = browser.monitor().drain_messages().await;
        let errors: Vec<_> =
            messages.iter().filter(|message| matches!(message, ConsoleMessage::Error(_))).collect();
        assert!(errors.is_empty(), "{errors:?}");
    });
}
