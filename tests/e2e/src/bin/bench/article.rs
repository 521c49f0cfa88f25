//! Cost of an embedded widget for an article: untouched, and read to its end.

use std::time::Duration;

use boussole_e2e::browser::BrowserSession;
use tokio::time::sleep;
use xtask::bench::Subject;

use crate::bench_bed::{BenchBed, Network, main_thread_time, number};
use crate::measurements::{
    HOST_ALL_BYTES, HOST_ALL_REQUESTS, HOST_BYTES, HOST_REQUESTS, HOST_SHIFT, HOST_TIME, HOST_TIME_SLOW,
    Measurements,
};
use crate::pages::{ARTICLE, ARTICLE_OURS, ARTICLE_PEER};

/// Time on an untouched page after its load.
const UNTOUCHED: Duration = Duration::from_secs(2);

/// Script of a hurried reader: 60 pixels every 0.1 s, then a rest at the end.
const READ: &str = "
    const rest = (time) => new Promise((done) => setTimeout(done, time));
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
        scrollBy(0, 60);
        await rest(100);
    }
    await rest(1000);
    const shown = document.querySelector('boussole-assessment')?.shadowRoot.querySelector('fieldset');
    return [pageMetrics.shift, Boolean(shown ?? document.querySelector('#survey input'))]";

/// Figures of one visit.
struct ArticleVisit {
    time: f64,
    bytes: f64,
    requests: f64,
}

pub async fn measure(bed: &BenchBed, measurements: &mut Measurements) {
    let pages = [(Subject::Without, ARTICLE), (Subject::Ours, ARTICLE_OURS), (Subject::Peer, ARTICLE_PEER)];
    for (cpu, row) in [(1, HOST_TIME), (4, HOST_TIME_SLOW)] {
        let mut bare = 0.0;
        for (subject, page) in pages {
            let untouched =
                bed.visit(Network::Slow, cpu, async |browser| untouched(browser, page).await).await;
            if subject == Subject::Without {
                bare = untouched.time;
            } else {
                measurements.record(row, subject, untouched.time - bare);
            }
            if cpu == 1 {
                measurements.record(HOST_BYTES, subject, untouched.bytes);
                measurements.record(HOST_REQUESTS, subject, untouched.requests);
            }
        }
    }
    for (subject, page) in pages {
        let (shift, all) =
            bed.visit(Network::Slow, 1, async |browser| read(browser, page, subject).await).await;
        measurements.record(HOST_SHIFT, subject, shift);
        measurements.record(HOST_ALL_BYTES, subject, all.bytes);
        measurements.record(HOST_ALL_REQUESTS, subject, all.requests);
    }
}

async fn untouched(browser: &BrowserSession, page: &str) -> ArticleVisit {
    browser.load(page).await;
    sleep(UNTOUCHED).await;
    let (time, _) = main_thread_time(browser).await;
    visited(browser, time).await
}

async fn visited(browser: &BrowserSession, time: f64) -> ArticleVisit {
    let requests = browser.monitor().requests().await.len();
    ArticleVisit { time, bytes: browser.monitor().received().await, requests: requests as f64 }
}

async fn read(browser: &BrowserSession, page: &str, subject: Subject) -> (f64, ArticleVisit) {
    browser.load(page).await;
    let result = browser.run_async(READ, vec![]).await;
    assert_eq!(result[1].as_bool(), Some(subject != Subject::Without), "{page} shows what is embedded");
    (number(&result[0]), visited(browser, 0.0).await)
}
