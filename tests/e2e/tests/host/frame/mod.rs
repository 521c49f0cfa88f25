//! Widget in a frame on a cross-site host page.

mod denied;
mod fixed_height;
pub mod height;
pub mod hostile_messages;
pub mod sandbox;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed::TestBed;
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 420- 1432";

/// Frame as the embed page writes it, with a query and further attributes.
fn frame(bed: &TestBed, id: &str, query: &str, attributes: &str) -> String {
    let address = bed.site.address(&format!("frame/{query}"));
    format!(
        "<iframe id=\"{id}\" data-boussole title=\"Auto-évaluation\" src=\"{address}\" width=\"100%\" frameborder=\"0\" \
         allow=\"clipboard-write; web-share\" {attributes}></iframe>"
    )
}

/// Script element of a host with frames.
fn script(bed: &TestBed) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", bed.site.address("boussole-frame.js"))
}

/// Enters a frame from any document and returns its widget.
async fn enter<'a>(browser: &'a BrowserSession, id: &str) -> WidgetPage<'a> {
    browser.leave_frames().await;
    browser.enter_frame(&format!("#{id}")).await;
    let widget = browser.widget();
    widget.wait("the widget to start in the frame", "return find('.boussole')").await;
    widget
}

/// Waits until the current frame is exactly as high as its content.
async fn fits(browser: &BrowserSession, what: &str) {
    let script = "const { scrollHeight, clientWidth, scrollWidth } = document.documentElement;
        const height = Math.ceil(document.querySelector('main').getBoundingClientRect().height);
        return innerHeight === height && scrollHeight <= innerHeight
            && clientWidth === innerWidth && scrollWidth <= clientWidth && scrollY === 0";
    browser.wait(&format!("{what} to fit into the frame"), script, vec![]).await;
}

/// Height of a frame in the host page.
async fn height(browser: &BrowserSession, id: &str) -> Value {
    browser.leave_frames().await;
    browser.run("return document.getElementById(arguments[0]).clientHeight", vec![json!(id)]).await
}
