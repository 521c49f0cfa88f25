//! Element in an article of another site: isolation in both directions.

pub mod fragments;
mod host_mistakes;
mod keys;
mod layout_shift;
mod old_browsers;
mod policy;
mod presses;
mod scrolling;
mod styles;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::test_bed::TestBed;
use boussole_e2e::widget::WidgetPage;

const WRITTEN: &str = "3?12 420- 1432";

/// Script: text of the card before the program.
const CARD: &str =
    "<p><strong>Vos dépendances technologiques</strong></p><p><a href=\"#\">Faire l’évaluation</a></p>";

/// Element of the snippet.
fn element(attributes: &str) -> String {
    format!("<boussole-assessment {attributes}>{CARD}</boussole-assessment>")
}

/// Script element of the snippet.
fn script(bed: &TestBed) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", bed.site.address("boussole.js"))
}

/// Opens a host page with an element.
async fn open<'a>(bed: &TestBed, browser: &'a BrowserSession, body: &str) -> WidgetPage<'a> {
    let host = bed.host();
    host.write_host("host.html", body);
    browser.load(&host.address("host.html")).await;
    browser.widget()
}
