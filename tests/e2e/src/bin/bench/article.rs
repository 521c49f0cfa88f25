//! Cost of an embedded widget for an article: untouched, and read to its end.

use std::time::Duration;

use boussole_e2e::browser::BrowserSession;
use tokio::time::sleep;
use xtask::bench::Who;

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
    let pages = [(Who::Without, ARTICLE), (Who::Ours, ARTICLE_OURS), (Who::Peer, ARTICLE_PEER)];
    for (cpu, row) in [(1, HOST_TIME), (4, HOST_TIME_SLOW)] {
        let mut bare = 0.0;
        for (who, page) in pages {
            let untouched =
                bed.visit(Network::Slow, cpu, async |browser| untouched(browser, page).await).await;
            if who == Who::Without {
                bare = untouched.time;
            } else {
                measurements.record(row, who, untouched.time - bare);
            }
            if cpu == 1 {
                measurements.record(HOST_BYTES, who, untouched.bytes);
                measurements.record(HOST_REQUESTS, who, untouched.requests);
            }
        }
    }
    for (who, page) in pages {
        let (shift, all) = bed.visit(Network::Slow, 1, async |browser| read(browser, page, who).await).await;
        measurements.record(HOST_SHIFT, who, shift);
        measurements.record(HOST_ALL_BYTES, who, all.bytes);
        measurements.record(HOST_ALL_REQUESTS, who, all.requests);
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

async fn read(browser: &BrowserSession, page: &str, who: Who) -> (f64, ArticleVisit) {
    browser.load(page).await;
    let result = browser.run_async(READ, vec![]).await;
    assert_eq!(result[1].as_bool(), Some(who != Who::Without), "{page} shows what is embedded");
    (number(&result[0]), visited(browser, 0.0).await)
}
