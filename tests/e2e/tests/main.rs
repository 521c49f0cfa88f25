//! The whole product in a real browser. Each module is a topic, each test a behaviour.

mod flow;
