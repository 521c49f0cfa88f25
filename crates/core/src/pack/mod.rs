//! First data of the widget: a questionnaire in one form and locale, with the widget's texts.
//!
//! A pack travels in two wires. The first holds what the questions show. The rest holds what the screens behind them show:
//! the first question waits for none of it. Each wire is two flat lists, numbers and texts, in the order of the fields below.
//! Named fields through serde would add 20 KB (brotli) to the widget. People read and write the TOML sources instead.

mod first;
mod model;
mod reader;
mod rest;

pub use model::{Locale, Longer, Pack, Wire, WireError};
pub use rest::rest_wire;
