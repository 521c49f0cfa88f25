//! What an article pays for what is embedded in it: before anyone comes near, and once it was read to its end.

use std::time::Duration;

use boussole_e2e::browser::Browser;
use tokio::time::sleep;
use xtask::bench::Who;

use crate::bed::{Bed, Network, number, worked};
use crate::notebook::*;
use crate::pages::{ARTICLE, ARTICLE_OURS, ARTICLE_PEER};

/// How long an untouched page is watched after it has loaded.
const UNTOUCHED: Duration = Duration::from_secs(2);

/// Scrolls as a reader does who is in a hurry, 60 pixels every tenth of a second, and stays at the end for a while.
const READ: &str = "
    const rest = (time) => new Promise((done) => setTimeout(done, time));
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
        scrollBy(0, 60);
        await rest(100);
    }
    await rest(1000);
    const shown = document.querySelector('boussole-assessment')?.shadowRoot.querySelector('fieldset');
    return [notes.shift, Boolean(shown ?? document.querySelector('#survey input'))]";

/// What one visit gave.
struct Visit {
    time: f64,
    bytes: f64,
    requests: f64,
}

pub async fn measure(bed: &Bed, notebook: &mut Notebook) {
    let pages = [(Who::Without, ARTICLE), (Who::Ours, ARTICLE_OURS), (Who::Peer, ARTICLE_PEER)];
    for (cpu, row) in [(1, HOST_TIME), (4, HOST_TIME_SLOW)] {
        let mut bare = 0.0;
        for (who, page) in pages {
            let untouched =
                bed.visit(Network::Slow, cpu, async |browser| untouched(browser, page).await).await;
            if who == Who::Without {
                bare = untouched.time;
            } else {
                notebook.note(row, who, untouched.time - bare);
            }
            if cpu == 1 {
                notebook.note(HOST_BYTES, who, untouched.bytes);
                notebook.note(HOST_REQUESTS, who, untouched.requests);
            }
        }
    }
    for (who, page) in pages {
        let (shift, all) = bed.visit(Network::Slow, 1, async |browser| read(browser, page, who).await).await;
        notebook.note(HOST_SHIFT, who, shift);
        notebook.note(HOST_ALL_BYTES, who, all.bytes);
        notebook.note(HOST_ALL_REQUESTS, who, all.requests);
    }
}

async fn untouched(browser: &Browser, page: &str) -> Visit {
    browser.load(page).await;
    sleep(UNTOUCHED).await;
    let (time, _) = worked(browser).await;
    visited(browser, time).await
}

async fn visited(browser: &Browser, time: f64) -> Visit {
    let requests = browser.watch().requests().await.len();
    Visit { time, bytes: browser.watch().received().await, requests: requests as f64 }
}

async fn read(browser: &Browser, page: &str, who: Who) -> (f64, Visit) {
    browser.load(page).await;
    let told = browser.run_async(READ, vec![]).await;
    assert_eq!(told[1].as_bool(), Some(who != Who::Without), "{page} shows what is embedded");
    (number(&told[0]), visited(browser, 0.0).await)
}
