//! End-to-end tests in Chromium: a module is a feature, a test is a behaviour.

mod assessment;
mod export;
mod golden;
mod harness;
mod history;
mod host;
mod kiosk;
mod links;
mod locale;
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
