//! From the first question to the report.

use boussole_e2e::known::Known;
use boussole_e2e::stage;

const WRITTEN: &str = "3?12 420- 1432";

#[test]
fn the_whole_assessment_with_the_mouse_in_french() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
    });
}
