//! The whole product in a real browser. Each module is a topic, each test a behaviour.

mod accessibility;
mod appearance;
mod draft;
mod embedding;
mod failure;
mod flow;
mod keyboard;
mod links;
mod network;
mod print;
mod report;
mod sharing;
mod storage;
mod team;
mod versions;
mod watching;
