//! Screens and pages, each of which must fit.

use boussole_core::questionnaire::Role;
use boussole_e2e::browser::HISTORY;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::room_page;
use boussole_e2e::test_bed::TestBed;
use serde_json::json;

use super::Phone;

const WRITTEN: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?1_ ____ ____";

/// Script: opens what can be opened.
const OPEN: &str = "for (const each of all('details')) each.open = true; return true";

/// The questions and what stands between them.
pub async fn questions(bed: &TestBed, phone: Phone<'_>) {
    let browser = phone.browser;
    browser.open(&phone.start()).await;
    phone.check("page of its own").await;
    browser.open(&phone.page("")).await;
    for number in 1..=12 {
        let widget = browser.widget();
        widget.on_question(number).await;
        widget.click("summary").await;
        phone.check(&format!("question {number}")).await;
        widget.click_action("next").await;
    }
    browser.store_draft(&phone.oracle.link(UNFINISHED)).await;
    let widget = browser.open(&phone.page("")).await;
    phone.check("resumed").await;
    widget.click_action("overview").await;
    widget.wait_for_screen("overview").await;
    phone.check("overview").await;
    widget.click_action("erase").await;
    widget.on_question(1).await;
    phone.check("erased").await;
    widget.answer_all(&phone.oracle.responses(WRITTEN)).await;
    widget.wait("the expectation", "return find('[data-screen=expectation]')").await;
    phone.check("expectation").await;
    let damaged = phone.oracle.link(WRITTEN).replace("express.", "express.X");
    browser.clear_storage().await;
    browser.open(&phone.page(&format!("#{damaged}"))).await;
    phone.check("damaged link").await;
    let _missing = bed.site.hide_files(".wasm");
    browser.disable_cache().await;
    browser.load(&phone.page("")).await;
    browser.widget().wait("the failure panel", "return find('.failure')").await;
    phone.check("failure").await;
    // Expected messages of the failure panel.
    browser.monitor().drain_messages().await;
}

/// The report and the screens beyond it.
pub async fn report(_: &TestBed, phone: Phone<'_>) {
    let (browser, oracle) = (phone.browser, &phone.oracle);
    let history = [oracle.link_of("2?01 42?- 1430", [9; 3], None, 100), oracle.link("3212 4213 1432")];
    browser.clear_storage().await;
    browser.store_draft(&oracle.link(WRITTEN)).await;
    browser.run("localStorage.setItem(...arguments)", vec![json!(HISTORY), json!(history.join("\n"))]).await;
    let widget = browser.open(&phone.page("")).await;
    widget.wait_for_screen("report").await;
    widget.click_action("close-notice").await;
    widget.open_details().await;
    widget.read(OPEN).await;
    phone.check("report").await;
    for screen in ["plan", "take", "history", "team"] {
        widget.click_action(screen).await;
        widget.wait_for_screen(screen).await;
        if screen == "team" {
            let links = [("1011 12?- 0121", 1, Role::It), ("3444 34?1 3442", 2, Role::Legal)]
                .map(|(written, id, role)| oracle.link_of(written, [id; 3], Some(role), 327));
            widget.read(&format!("find('textarea').value = {}", json!(links.join(" ")))).await;
            widget.click_action("add").await;
            widget.wait("the team", "return find('.talk')").await;
        }
        widget.read(OPEN).await;
        phone.check(screen).await;
        if screen == "team" {
            widget.click_action("workshop").await;
            widget.wait_for_screen("workshop").await;
            phone.check("workshop").await;
            widget.click_action("end").await;
            widget.wait_for_screen(screen).await;
        }
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
    }
    browser.clear_storage().await;
    browser.open(&phone.page(&format!("#{}", oracle.link(WRITTEN)))).await.wait_for_screen("shared").await;
    phone.check("shared result").await;
    let full = Oracle::of("liberte-numerique", "full", phone.locale);
    let written = "3?12421043".repeat(3)[..full.questionnaire().len()].to_owned();
    browser.clear_storage().await;
    let link = full.link(&written);
    let widget = browser.open(&phone.page(&format!("&form=full#{link}"))).await;
    widget.wait_for_screen("shared").await;
    widget.open_details().await;
    widget.read(OPEN).await;
    phone.check("shared result of the full form").await;
}

/// The pages around the assessment.
pub async fn pages(_: &TestBed, phone: Phone<'_>) {
    let (browser, oracle) = (phone.browser, &phone.oracle);
    for (name, done) in [("poster", "svg"), ("embed", "iframe")] {
        browser.load(&format!("{name}/{}", phone.page(""))).await;
        browser.wait(name, &format!("return document.querySelector('main {done}') && true"), vec![]).await;
        phone.check(name).await;
    }
    let widget = browser.open(&phone.page("&kiosk")).await;
    widget.on_question(1).await;
    phone.check("kiosk").await;
    widget.answer_all(&oracle.responses("3212 4213 1432")).await;
    widget.wait("the expectation", "return find('[data-screen=expectation]')").await;
    widget.click_action("pass").await;
    widget.wait_for_screen("report").await;
    let code = "return document.querySelector('.kiosk-result .code') && true";
    browser.wait("the code", code, vec![]).await;
    phone.check("kiosk with a result").await;
    room_page::open(browser, &format!("room/{}", phone.page(""))).await;
    let links = (0..12u8).map(|person| {
        let written: String =
            (0..12).map(|item| ["0", "1", "2", "3", "4", "?"][(person as usize + item) % 6]).collect();
        oracle.link_of(&written, [1, 2, person], None, 327)
    });
    let links = links.collect::<Vec<_>>().join("\n");
    room_page::paste(browser, &links).await;
    let counted = "return document.querySelector('.count strong')?.textContent === '12'";
    browser.wait("the room", counted, vec![]).await;
    phone.check("room").await;
    browser.run("document.querySelector('[data-action=present]').click()", vec![]).await;
    browser
        .wait("the room to be shown", "return document.querySelector('.presenting') && true", vec![])
        .await;
    phone.check("room that is shown").await;
    browser.load(&format!("paper/liberte-numerique-express-{}.html", phone.locale)).await;
    phone.check("paper").await;
}
