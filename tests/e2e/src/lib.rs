//! Harness of the end-to-end tests, the screenshots and the benchmark in a browser.
//!
//! | module | content |
//! |---|---|
//! | [`environment`] | inputs: release, browser, npm packages, WordPress |
//! | [`site`], [`temp_folder`] | served folders |
//! | [`process_group`], [`driver`], [`wordpress`] | processes that end with the test |
//! | [`durations`] | time of each test |
//! | [`engine`], [`kept_browser`] | Firefox and WebKit, kept from test to test |
//! | [`test_bed`] | site, driver and browsers of one test |
//! | [`browser`], [`page_monitor`], [`downloads`] | browser, its requests and messages, its files |
//! | [`widget`] | page object of the widget |
//! | [`oracle`] | expected texts and results |
//! | [`axe`], [`pdf`], [`picture`], [`qr_code`] | checks of accessibility, print, pictures, codes |

pub mod environment;

pub mod driver;
pub mod durations;
pub mod engine;
pub mod kept_browser;
pub mod process_group;
pub mod room_page;
pub mod site;
pub mod temp_folder;

pub mod browser;
pub mod page_monitor;

pub mod downloads;
pub mod test_bed;
pub mod widget;
pub mod wordpress;

pub mod oracle;

pub mod axe;
pub mod pdf;
pub mod picture;
pub mod qr_code;

use std::time::Duration;

/// Time limit of each wait. Long, because only a failure reaches it.
pub const LIMIT: Duration = Duration::from_secs(15);

/// Pause between two checks of a wait.
pub const PAUSE: Duration = Duration::from_millis(20);
