//! The element in an article on the site of another: it changes nothing there, and nothing there harms it.

mod host_mistakes;
mod layout_shift;
mod old_browsers;
mod policy;
mod styles;

use boussole_e2e::browser::Browser;
use boussole_e2e::stage::Stage;
use boussole_e2e::widget::Widget;

const WRITTEN: &str = "3?12 420- 1432";

/// What stands in the element until the program does.
const CARD: &str =
    "<p><strong>Vos dépendances technologiques</strong></p><p><a href=\"#\">Faire l’évaluation</a></p>";

/// The element, as its snippet has it.
fn element(attributes: &str) -> String {
    format!("<boussole-assessment {attributes}>{CARD}</boussole-assessment>")
}

/// The script that a host takes for its elements.
fn script(stage: &Stage) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", stage.site.address("boussole.js"))
}

/// Opens a page of a host with an element in it.
async fn open<'a>(stage: &Stage, browser: &'a Browser, body: &str) -> Widget<'a> {
    let host = stage.host();
    host.write_host("host.html", body);
    browser.load(&host.address("host.html")).await;
    browser.widget()
}
