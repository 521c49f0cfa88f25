//! A frame in a sandbox: with the flags that the documentation names all works; with the least, what must.

use boussole_e2e::downloads::Downloads;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::watch::Message;

use super::{WRITTEN, enter, fits, frame, script};

/// What the sandbox of a host allows, each for something that the widget offers.
const FLAGS: &str = "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox \
                     allow-downloads allow-modals\"";

#[test]
fn all_works_with_the_flags_that_are_documented() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let host = stage.host();
        host.write_host("host.html", &[frame(stage, "one", "", FLAGS), script(stage)].concat());
        browser.allow_reading_the_clipboard().await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        fits(&browser, "the report").await;
        widget.act("copy").await;
        widget.wait("the copy to be told", "return text('.share [role=status]')").await;
        let link = widget.link().await;
        // A frame that may write to the clipboard may not read from it.
        browser.leave_frames().await;
        assert_eq!(browser.clipboard().await, link);
        let widget = enter(&browser, "one").await;
        widget.enter("take").await;
        let downloads = Downloads::of(&browser).await;
        let svg = downloads.text(widget, "svg", "boussole-liberte-numerique-express.svg").await;
        assert!(svg.starts_with("<svg"), "{svg}");
        widget.act("print").await;
        // The draft is there when the article is opened again.
        browser.load(&host.address("blank.html")).await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
    });
}

#[test]
fn an_assessment_works_in_a_sandbox_that_allows_nothing_but_scripts() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("en");
        let host = stage.host();
        let narrow = frame(stage, "one", "?lang=en", "sandbox=\"allow-scripts\"");
        host.write_host("host.html", &[narrow, script(stage)].concat());
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
        fits(&browser, "the report").await;
        let messages = browser.watch().take_messages().await;
        let errors: Vec<_> = messages.iter().filter(|message| matches!(message, Message::Error(_))).collect();
        assert!(errors.is_empty(), "{errors:?}");
    });
}
