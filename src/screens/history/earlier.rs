//! Earlier results, as the parts of this screen read them.

use std::rc::Rc;

use crate::lazy::PartProps;
use crate::ui::element::Elements;
use crate::ui::phrases;
use boussole_core::history::HistoryEntry;
use boussole_core::link::{Day, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::score::ScoreSummary;
use boussole_core::texts::LazyText;

/// An earlier result, with what can read it.
#[derive(Clone)]
pub struct Earlier {
    /// Pack that reads the result.
    pub pack: Rc<Pack>,
    /// Stored entry.
    pub entry: HistoryEntry,
    /// Content of the link.
    pub result: ResultLink,
    /// Rounded scores; `None` for an unfinished result.
    pub summary: Option<ScoreSummary>,
}

/// The day of a result, in words.
pub fn day(props: &PartProps, day: Option<Day>) -> String {
    day.map_or_else(|| props.say(LazyText::HistoryNoDay), |day| phrases::day(&props.view.pack, day))
}
