//! Monitor of a page: requests, console messages, breaches of its policy. Chromium reports them by its protocol; of the
//! other engines the served sites know them.

mod console_message;
pub mod first_script;
mod protocol;
mod served;

use serde_json::Value;
use thirtyfour::cdp::CdpSession;

pub use console_message::ConsoleMessage;
use protocol::ProtocolMonitor;
use served::ServedMonitor;
pub use served::Sites;
use std::rc::Rc;

/// Listener to one page.
pub enum PageMonitor {
    /// Page of Chromium.
    Protocol(ProtocolMonitor),
    /// Page of Firefox or WebKit.
    Served(ServedMonitor),
}

impl PageMonitor {
    /// Starts to listen to Chromium.
    pub async fn start(cdp: CdpSession) -> Self {
        Self::Protocol(ProtocolMonitor::start(cdp).await)
    }

    /// Listens to the sites that a page comes from.
    pub fn of_sites(sites: Rc<Sites>) -> Self {
        Self::Served(ServedMonitor::new(sites))
    }

    /// Command of the Chrome DevTools Protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        match self {
            Self::Protocol(monitor) => monitor.command(name, parameters).await,
            Self::Served(_) => panic!("{name} is a command of Chromium, which this test does not run in"),
        }
    }

    /// Adds a script that runs before the scripts of each new page.
    pub async fn before_each_page(&self, script: &str) {
        match self {
            Self::Protocol(monitor) => monitor.before_each_page(script).await,
            Self::Served(monitor) => monitor.sites().add_first_script(script),
        }
    }

    /// Pauses requests whose address contains a text, until [`Self::resume_requests`].
    pub async fn pause_requests(&self, part: &str) {
        match self {
            Self::Protocol(monitor) => monitor.pause_requests(part).await,
            Self::Served(monitor) => monitor.sites().main.pause(part),
        }
    }

    /// Continues all paused requests.
    pub async fn resume_requests(&self) {
        match self {
            Self::Protocol(monitor) => monitor.resume_requests().await,
            Self::Served(monitor) => monitor.sites().main.resume(),
        }
    }

    /// Addresses of all requests to servers; of the other engines, of those to served sites.
    pub async fn requests(&self) -> Vec<String> {
        match self {
            Self::Protocol(monitor) => monitor.requests().await,
            Self::Served(monitor) => monitor.requests(),
        }
    }

    /// Bytes over the wire: compressed bodies with headers.
    pub async fn received(&self) -> f64 {
        match self {
            Self::Protocol(monitor) => monitor.received().await,
            Self::Served(_) => panic!("only Chromium counts what it receives"),
        }
    }

    /// Clears requests and bytes. Tests with requests to other origins call it before their end.
    pub async fn forget_requests(&self) {
        match self {
            Self::Protocol(monitor) => monitor.forget_requests().await,
            Self::Served(monitor) => monitor.forget_requests(),
        }
    }

    /// Drains the messages of the console. Tests with expected messages call it before their end.
    pub async fn drain_messages(&self) -> Vec<ConsoleMessage> {
        match self {
            Self::Protocol(monitor) => monitor.drain_messages().await,
            Self::Served(monitor) => monitor.drain_messages(),
        }
    }

    /// Messages until now, without a round trip: the page may hang.
    pub fn messages_so_far(&self) -> Vec<ConsoleMessage> {
        match self {
            Self::Protocol(monitor) => monitor.messages_so_far(),
            Self::Served(monitor) => monitor.messages_so_far(),
        }
    }
}
