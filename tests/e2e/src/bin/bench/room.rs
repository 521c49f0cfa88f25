//! How long the organiser's page is busy when the links of five thousand people are pasted into a room, and for how long at
//! a stretch: as long as nothing else is answered.

use std::time::Duration;

use boussole_core::link::{Content, Day, ResultId, ResultLink, encode};
use boussole_core::score::{Range, ScoreSummary};
use boussole_e2e::known::Known;
use serde_json::json;
use tokio::time::sleep;
use xtask::bench::Who;

use crate::bed::{Bed, Network, worked};
use crate::notebook::*;

const PEOPLE: u16 = 5000;

/// How long the page is watched after it was told to read them. Nothing is asked of it meanwhile.
const READING: Duration = Duration::from_secs(4);

/// Notes how long the longest of the tasks was that block the page for more than 50 ms, as browsers tell of those alone.
const WATCH: &str = "globalThis.longest = 0;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });";

pub async fn measure(bed: &Bed, notebook: &mut Notebook) {
    let (all, longest) = bed
        .visit(Network::Free, 1, async |browser| {
            browser.load("room/").await;
            let fill = "const field = document.querySelector('[data-field=paste]');
                if (!field) return false;
                field.value = arguments[0];
                return true";
            browser.wait("the desk", fill, vec![json!(links(&bed.known))]).await;
            browser.run(WATCH, vec![]).await;
            sleep(READING).await;
            let before = worked(browser).await;
            browser.run("document.querySelector('[data-action=add]').click()", vec![]).await;
            sleep(READING).await;
            let after = worked(browser).await;
            let count = "return document.querySelector('.count strong').textContent";
            assert_eq!(browser.run(count, vec![]).await, json!(PEOPLE.to_string()));
            let longest = browser.run("return longest", vec![]).await;
            (after.0 - before.0, longest.as_f64().unwrap_or_default())
        })
        .await;
    notebook.note(ROOM, Who::Ours, all);
    notebook.note(ROOM_LONGEST_TASK, Who::Ours, longest);
}

/// Links with scores alone, a line each.
fn links(known: &Known) -> String {
    let link = |person: u16| {
        let range = |seed: u16| {
            let assured = (person.wrapping_mul(seed) % 90) as u8;
            Range::new(assured, assured + 10)
        };
        let summary = ScoreSummary { whole: range(37), principles: [range(41), range(53), range(61)] };
        let [high, low] = person.to_be_bytes();
        let (content, result_id) = (Content::Scores(summary), ResultId([7, high, low]));
        let result = ResultLink { content, result_id, role: None, day: Some(Day(327)) };
        format!("https://boussole.example/#{}\n", encode(known.questionnaire(), &result))
    };
    (0..PEOPLE).map(link).collect()
}
