//! The organiser's page: what is handed over is counted, what is not is named, and nobody is.

mod camera;
mod collect;
mod files;

use boussole_core::link::{Content, Day, ResultId, ResultLink, encode};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};
use boussole_core::score::{Range, ScoreSummary};
use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use serde_json::json;

const KEY: &str = "boussole-room:liberte-numerique";

/// A link with scores alone, another one for each number.
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

/// So many links, as mails would have them.
fn mails(questionnaire: &Questionnaire, count: u16) -> String {
    let mail = |number| format!("Voici : <https://boussole.example/#{}>.\n", link(questionnaire, number));
    (0..count).map(mail).collect()
}

/// The questionnaire under test, as another program would have it.
fn changed(known: &Known, change: impl Fn(&mut RawQuestionnaire)) -> Questionnaire {
    let mut draft = (**known.questionnaire()).clone();
    change(&mut draft);
    Questionnaire::try_from(draft).expect("it is still valid")
}

/// Opens the page and waits until it can be used.
async fn open(browser: &Browser, path: &str) {
    browser.load(path).await;
    browser.wait("the desk", "return document.querySelector('[data-field=paste]') !== null", vec![]).await;
}

/// Pastes a text and has it read.
async fn paste(browser: &Browser, text: &str) {
    let script = "document.querySelector('[data-field=paste]').value = arguments[0];
        document.querySelector('[data-action=add]').click()";
    browser.run(script, vec![json!(text)]).await;
}

async fn act(browser: &Browser, action: &str) {
    let script = "document.querySelector(`[data-action=${arguments[0]}]`).click()";
    browser.run(script, vec![json!(action)]).await;
}

/// Waits until there are so many results, and all of them have been read.
async fn counted(browser: &Browser, count: usize) {
    let script = "return document.querySelector('.count strong')?.textContent === String(arguments[0])";
    browser.wait(&format!("{count} results"), script, vec![json!(count)]).await;
}

async fn text(browser: &Browser, selector: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    browser.run(script, vec![json!(selector)]).await.as_str().unwrap_or_default().to_owned()
}

async fn there(browser: &Browser, selector: &str) -> bool {
    browser.run("return document.querySelector(arguments[0]) !== null", vec![json!(selector)]).await
        == json!(true)
}
