//! Organiser's page: results are counted, invalid links are named, people are not.

mod camera;
pub mod collect;
mod files;

use boussole_core::link::{Content, Day, ResultId, ResultLink, encode};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};
use boussole_core::score::{Range, ScoreSummary};
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::room_page::{open, paste};
use serde_json::json;

const KEY: &str = "boussole-room:liberte-numerique";

/// Link with scores alone, a different one per number.
fn link(questionnaire: &Questionnaire, number: u16) -> String {
    let range = |seed: u16| {
        let assured = (number.wrapping_mul(seed) % 90) as u8;
        Range::new(assured, assured + 10)
    };
    let content =
        Content::Scores(ScoreSummary { whole: range(37), principles: [range(41), range(53), range(61)] });
    let [high, low] = number.to_be_bytes();
    let result_id = ResultId([7, high, low]);
    encode(questionnaire, &ResultLink { content, result_id, role: None, day: Some(Day(327)) })
}

/// Links, as mails contain them.
fn mails(questionnaire: &Questionnaire, count: u16) -> String {
    let mail = |number| format!("Voici : <https://boussole.example/#{}>.\n", link(questionnaire, number));
    (0..count).map(mail).collect()
}

/// Questionnaire with a change.
fn changed(oracle: &Oracle, change: impl Fn(&mut RawQuestionnaire)) -> Questionnaire {
    let mut draft = (**oracle.questionnaire()).clone();
    change(&mut draft);
    Questionnaire::try_from(draft).expect("it is still valid")
}

async fn click_action(browser: &BrowserSession, action: &str) {
    let script = "document.querySelector(`[data-action=${arguments[0]}]`).click()";
    browser.run(script, vec![json!(action)]).await;
}

/// Waits for a number of results, and for the end of reading.
async fn counted(browser: &BrowserSession, count: usize) {
    let script = "return document.querySelector('.count strong')?.textContent === String(arguments[0])";
    browser.wait(&format!("{count} results"), script, vec![json!(count)]).await;
}

async fn text(browser: &BrowserSession, selector: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    browser.run(script, vec![json!(selector)]).await.as_str().unwrap_or_default().to_owned()
}

async fn there(browser: &BrowserSession, selector: &str) -> bool {
    browser.run("return document.querySelector(arguments[0]) !== null", vec![json!(selector)]).await
        == json!(true)
}
