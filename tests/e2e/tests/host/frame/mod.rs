//! The widget in a frame, on the page of a host that is another site.

mod fixed_height;
mod height;
mod hostile_messages;
mod sandbox;

use boussole_e2e::browser::Browser;
use boussole_e2e::stage::Stage;
use boussole_e2e::widget::Widget;
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 420- 1432";

/// A frame as the embed page writes it: what it shows, and what else the host says of it.
fn frame(stage: &Stage, id: &str, query: &str, attributes: &str) -> String {
    let address = stage.site.address(&format!("frame/{query}"));
    format!(
        "<iframe id=\"{id}\" data-boussole title=\"Auto-évaluation\" src=\"{address}\" width=\"100%\" frameborder=\"0\" \
         allow=\"clipboard-write; web-share\" {attributes}></iframe>"
    )
}

/// The script that a host takes beside its frames.
fn script(stage: &Stage) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", stage.site.address("boussole-frame.js"))
}

/// Goes into a frame, from wherever it is, and gives the widget there.
async fn enter<'a>(browser: &'a Browser, id: &str) -> Widget<'a> {
    browser.leave_frames().await;
    browser.enter_frame(&format!("#{id}")).await;
    let widget = browser.widget();
    widget.wait("the widget to start in the frame", "return find('.boussole')").await;
    widget
}

/// Waits until the frame that it is in is exactly as high as what it shows: no scroll bar, nothing cut off.
async fn fits(browser: &Browser, what: &str) {
    let script = "const { scrollHeight, clientWidth, scrollWidth } = document.documentElement;
        const height = Math.ceil(document.querySelector('main').getBoundingClientRect().height);
        return innerHeight === height && scrollHeight <= innerHeight
            && clientWidth === innerWidth && scrollWidth <= clientWidth && scrollY === 0";
    browser.wait(&format!("{what} to fit into the frame"), script, vec![]).await;
}

/// The height of a frame, as its host's page has it.
async fn height(browser: &Browser, id: &str) -> Value {
    browser.leave_frames().await;
    browser.run("return document.getElementById(arguments[0]).clientHeight", vec![json!(id)]).await
}
