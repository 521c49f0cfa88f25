//! The whole product in a real browser. Each module is a topic, each test a behaviour.

mod accessibility;
mod appearance;
mod draft;
mod embed_page;
mod embedding;
mod expectation;
mod failure;
mod flow;
mod frame;
mod history;
mod hosted;
mod invitation;
mod keyboard;
mod links;
mod network;
mod plan;
mod print;
mod report;
mod rooms;
mod sharing;
mod storage;
mod take;
mod team;
mod versions;
mod watching;
mod wordpress;
