//! Screens rendered natively to HTML, and transitions of their state. No browser: `tests/web` and `tests/e2e` have one.

mod day;
mod draft;
mod expectation;
mod first_wire;
mod fixture;
mod flow;
mod lazy_parts;
mod links;
mod pseudolocale;
mod publishing;
mod question;
mod report;
mod separator;
mod versions;
