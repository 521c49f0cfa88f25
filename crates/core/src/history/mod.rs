//! Results over time: those in the storage of a device, and their changes.
//!
//! A history is stored as result links, one a line, the newest last: links, drafts and histories share a format.

mod compare;

pub use compare::{Comparison, DimensionChange, ItemChange, Turn, compare, summary};

use crate::link::{Head, LinkError, head, same_but_for_the_day};

/// Maximum of results in a history: one a week for almost four years.
pub const MOST: usize = 200;

/// Earlier results, by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<HistoryLine>);

/// Earlier result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Fragment, without `#`.
    pub link: String,
    /// Facts of the result that need no questionnaire.
    pub head: Head,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum HistoryLine {
    Result(HistoryEntry),
    /// Unreadable line, of a later version of the program or damaged. It stays as it is.
    Unread(String),
}

impl HistoryLine {
    fn result(&self) -> Option<&HistoryEntry> {
        match self {
            Self::Result(entry) => Some(entry),
            Self::Unread(_) => None,
        }
    }
}

impl History {
    /// Reads a stored history: results in the order of their addition, each by [`History::with`].
    ///
    /// Unreadable lines stay as they are, and are not shown.
    pub fn read(text: &str) -> Self {
        text.split('\n')
            .filter(|line| !line.is_empty())
            .fold(Self::default(), |history, line| history.with(line).unwrap_or_else(|_| history.aside(line)))
    }

    fn aside(mut self, line: &str) -> Self {
        self.0.push(HistoryLine::Unread(line.to_owned()));
        self
    }

    /// History as a text to store, one result a line.
    pub fn text(&self) -> String {
        let line = |line| match line {
            HistoryLine::Result(entry) => entry.link,
            HistoryLine::Unread(text) => text,
        };
        let lines: Vec<String> = self.0.iter().cloned().map(line).collect();
        lines.join("\n")
    }

    /// Results, the newest last.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &HistoryEntry> {
        self.0.iter().filter_map(HistoryLine::result)
    }

    /// History with one more result, after those of its day and of earlier days. A result without a day comes first.
    ///
    /// - A result of the same day and assessment (`result_id`, form and version) is replaced. Scores alone never
    ///   replace answers.
    /// - A result with unchanged content is not added: the first day with this content counts.
    /// - Beyond [`MOST`] results, the first ones are dropped.
    ///
    /// # Errors
    /// Any of [`head`], for a text that is no result link.
    pub fn with(&self, link: &str) -> Result<Self, LinkError> {
        let added = entry(link)?;
        let before =
            |known: &&HistoryEntry| same_assessment(known, &added) && known.head.day <= added.head.day;
        if let Some(before) = self.entries().rfind(before) {
            let loses_answers = added.head.scores_only && !before.head.scores_only;
            if same_but_for_the_day(&before.link, &added.link)
                || before.head.day == added.head.day && loses_answers
            {
                return Ok(self.clone());
            }
        }
        let mut lines = self.0.clone();
        let is_replaced =
            |known: &HistoryEntry| same_assessment(known, &added) && known.head.day == added.head.day;
        lines.retain(|line| !line.result().is_some_and(is_replaced));
        let up_to_then =
            |line: &HistoryLine| line.result().is_some_and(|known| known.head.day <= added.head.day);
        let place = lines.iter().rposition(up_to_then).map_or(0, |last| last + 1);
        lines.insert(place, HistoryLine::Result(added));
        let mut too_many = lines.iter().filter_map(HistoryLine::result).count().saturating_sub(MOST);
        lines.retain(|line| {
            let goes = too_many > 0 && line.result().is_some();
            too_many -= usize::from(goes);
            !goes
        });
        Ok(Self(lines))
    }

    /// History without a result; other lines stay.
    pub fn without(&self, link: &str) -> Self {
        let is_other = |line: &&HistoryLine| line.result().is_none_or(|known| known.link != link);
        Self(self.0.iter().filter(is_other).cloned().collect())
    }
}

fn entry(line: &str) -> Result<HistoryEntry, LinkError> {
    let text = line.trim();
    let link = text.strip_prefix('#').unwrap_or(text);
    Ok(HistoryEntry { link: link.to_owned(), head: head(link)? })
}

/// True if both results are of one assessment, on any day.
fn same_assessment(one: &HistoryEntry, other: &HistoryEntry) -> bool {
    one.head.result_id == other.head.result_id && one.head.origin == other.head.origin
}
