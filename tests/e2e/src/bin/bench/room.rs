//! Main-thread time of pasting five thousand links into a room, and its longest task.

use std::time::Duration;

use boussole_core::link::{Content, Day, ResultId, ResultLink, encode};
use boussole_core::score::{Range, ScoreSummary};
use boussole_e2e::oracle::Oracle;
use serde_json::json;
use tokio::time::sleep;
use xtask::bench::Subject;

use crate::bench_bed::{BenchBed, Network, main_thread_time};
use crate::measurements::{Measurements, ROOM, ROOM_LONGEST_TASK};

const PEOPLE: u16 = 5000;

/// Time for reading the links, without any script of the benchmark.
const READING: Duration = Duration::from_secs(4);

/// Script that logs the longest task. Browsers report tasks above 50 ms.
const WATCH: &str = "globalThis.longest = 0;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });";

pub async fn measure(bed: &BenchBed, measurements: &mut Measurements) {
    let (all, longest) = bed
        .visit(Network::Free, 1, async |browser| {
            browser.load("room/").await;
            let fill = "const field = document.querySelector('[data-field=paste]');
                if (!field) return false;
                field.value = arguments[0];
                return true";
            browser.wait("the page of the room", fill, vec![json!(links(&bed.oracle))]).await;
            browser.run(WATCH, vec![]).await;
            sleep(READING).await;
            let before = main_thread_time(browser).await;
            browser.run("document.querySelector('[data-action=add]').click()", vec![]).await;
            sleep(READING).await;
            let after = main_thread_time(browser).await;
            let count = "return document.querySelector('.count strong').textContent";
            assert_eq!(browser.run(count, vec![]).await, json!(PEOPLE.to_string()));
            let longest = browser.run("return longest", vec![]).await;
            (after.0 - before.0, longest.as_f64().unwrap_or_default())
        })
        .await;
    measurements.record(ROOM, Subject::Ours, all);
    measurements.record(ROOM_LONGEST_TASK, Subject::Ours, longest);
}

/// Links with scores alone, one per line.
fn links(oracle: &Oracle) -> String {
    let link = |person: u16| {
        let range = |seed: u16| {
            let assured = (person.wrapping_mul(seed) % 90) as u8;
            Range::new(assured, assured + 10)
        };
        let summary = ScoreSummary { whole: range(37), principles: [range(41), range(53), range(61)] };
        let [high, low] = person.to_be_bytes();
        let (content, result_id) = (Content::Scores(summary), ResultId([7, high, low]));
        let result = ResultLink { content, result_id, role: None, day: Some(Day(327)) };
        format!("https://boussole.example/#{}\n", encode(oracle.questionnaire(), &result))
    };
    (0..PEOPLE).map(link).collect()
}
