//! Every file that is taken away, as the browser keeps it, byte for byte.

use std::fs;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::environment::root;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

use super::{RETURNING, browser, golden, leave, seed, storage};

const EVENT: &str = "#event=Independence%20Tech%20Day";
const ORGANISATION: &str = "Bureau & fils <Lyon>";

fn assert_golden(folder: &str, (name, content): (String, Vec<u8>)) {
    let path = root().join("tests/fixtures/golden/files").join(folder).join(&name);
    let golden = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let texts = [&content, &golden].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert_eq!(texts[0], texts[1], "{folder}/{name}");
    assert_eq!(content, golden, "{folder}/{name}");
}

#[test]
fn every_file_is_what_it_was() {
    test_bed::run(async |bed| {
        let (browser, golden) = (browser(bed).await, golden("shelves.json"));
        let downloads = Downloads::of(&browser).await;
        for locale in ["fr", "en"] {
            let folder = format!("version-3/{locale}");
            seed(&browser, &storage(&golden, RETURNING)).await;
            let widget = browser.open(&format!("?lang={locale}")).await;
            own(widget, &downloads, &folder).await;
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
            widget.open_screen("team").await;
            for action in ["csv", "markdown", "json"] {
                assert_golden(&folder, downloads.file(widget, action).await);
            }
            square(&browser, &downloads, locale).await;
            seed(&browser, &storage(&golden, "organiser")).await;
            room(&browser, &downloads, locale, &folder).await;
        }
    });
}

async fn own(widget: WidgetPage<'_>, downloads: &Downloads, folder: &str) {
    widget.wait_for_screen("report").await;
    widget.open_screen("take").await;
    for action in ["csv", "json", "markdown", "calendar", "svg"] {
        assert_golden(folder, downloads.file(widget, action).await);
    }
}

/// The other card, with the names of an event and an organisation.
async fn square(browser: &BrowserSession, downloads: &Downloads, locale: &str) {
    leave(browser).await;
    let widget = browser.open(&format!("?lang={locale}{EVENT}")).await;
    widget.wait_for_screen("report").await;
    widget.open_screen("take").await;
    widget.choose("[name=format]", "square").await;
    widget.click("[data-field=organisation]").await;
    browser.press(ORGANISATION).await;
    let drawn = format!(
        "return find('[name=format][value=square]').checked && text('svg.card').includes({})",
        json!(ORGANISATION)
    );
    widget.wait("the name on the card", &drawn).await;
    assert_golden(&format!("version-3/{locale}/square"), downloads.file(widget, "svg").await);
}

async fn room(browser: &BrowserSession, downloads: &Downloads, locale: &str, folder: &str) {
    browser.load(&format!("room/?lang={locale}")).await;
    let counted = "return document.querySelector('.count strong')?.textContent === '19'";
    browser.wait("the last room", counted, vec![]).await;
    for action in ["csv", "json", "links"] {
        browser
            .run("document.querySelector(`[data-action=${arguments[0]}]`).click()", vec![json!(action)])
            .await;
        assert_golden(folder, downloads.next(browser, action).await);
    }
}
