//! End-to-end tests in Chromium: a module is a feature, a test is a behaviour. `engines` runs a core of them in Firefox and
//! WebKit.

mod assessment;
mod engines;
mod export;
mod fit;
mod golden;
mod harness;
mod history;
mod host;
mod kiosk;
mod links;
mod npm;
mod offline;
mod pages;
mod paper;
mod plan;
mod poster;
mod quality;
mod report;
mod room;
mod team;
mod wordpress;
