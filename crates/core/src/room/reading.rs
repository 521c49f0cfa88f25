//! Reader of results, and of the figures of other rooms.
//!
//! Reading proceeds in slices: thousands of links at once would block the page.

use std::rc::Rc;

use super::figures_text::NAME;
use super::{FiguresError, JoinOutcome, Room, RoomEntry, RoomFigures, decode_figures, is_meant_as_summary};
use crate::link::{self, Content, Head, LinkError, Origin, Vocabulary};
use crate::questionnaire::Questionnaire;
use crate::score::{ScoreSummary, score};

/// Links of a room: results, and the figures of other rooms.
pub const VOCABULARY: Vocabulary =
    Vocabulary { word: NAME, is_sound: |text| decode_figures(text) != Err(FiguresError::Damaged) };

/// Rejected link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedEntry {
    /// Link; a damaged one as in the text.
    pub link: String,
    /// Reason of the rejection.
    pub why: EntryError,
}

/// Reason of a rejected link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// Read before.
    Twice,
    /// Later scores of the same person are present.
    Earlier,
    /// Lost or changed characters.
    Damaged,
    /// A later format, or a version of the questionnaire that this release does not have.
    Newer,
    /// Items without a response.
    Unfinished,
    /// A result of another questionnaire.
    OtherQuestionnaire,
    /// A team link, with the results of several people.
    Team,
    /// The room is full.
    Full,
}

/// Links in the course of reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    links: Vec<String>,
    next: usize,
    /// Full links whose questionnaire is not loaded.
    waiting: Vec<String>,
    missing: Vec<Origin>,
    /// Number of new results.
    pub added: usize,
    /// Number of results that replaced an earlier one of the same person.
    pub renewed: usize,
    /// Rejected links, in the order of reading.
    pub refused: Vec<RejectedEntry>,
    /// Figures of other rooms, in their order.
    pub imported: Vec<RoomFigures>,
}

impl Reading {
    /// Reading of links and figures, which a search for [`VOCABULARY`] found, with white space between them.
    pub fn of(links: &str) -> Self {
        Self { links: links.split_whitespace().map(str::to_owned).collect(), ..Self::default() }
    }

    /// Number of links and figures.
    pub fn total(&self) -> usize {
        self.links.len()
    }

    /// Number of links and figures read so far.
    pub fn looked_at(&self) -> usize {
        self.next
    }

    /// True once all are read.
    pub fn is_over(&self) -> bool {
        self.next == self.links.len()
    }

    /// Questionnaires that waiting links need, once the reading is over; [`Self::resume`] reads these links.
    pub fn missing_origins(&self) -> &[Origin] {
        &self.missing
    }

    /// Reads the next links, at most `count`.
    ///
    /// The first questionnaire is that of the room. A full link needs the questionnaire of its origin.
    pub fn step(&mut self, room: &mut Room, questionnaires: &[Rc<Questionnaire>], count: usize) {
        let end = self.links.len().min(self.next + count);
        for place in self.next..end {
            let link = std::mem::take(&mut self.links[place]);
            if let Err(why) = self.take(room, questionnaires, &link) {
                self.refused.push(RejectedEntry { link, why });
            }
        }
        self.next = end;
    }

    /// Reads the waiting links, with more questionnaires. Links of unknown origins are rejected.
    pub fn resume(&mut self, questionnaires: &[Rc<Questionnaire>]) {
        let known = |link: &String| {
            let origin = link::head(link).map(|head| head.origin);
            questionnaires.iter().any(|one| origin.as_ref() == Ok(&Origin::of(one)))
        };
        let (readable, unknown): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(known);
        self.refused.extend(unknown.into_iter().map(|link| RejectedEntry { link, why: EntryError::Newer }));
        self.missing.clear();
        self.links.extend(readable);
    }

    fn take(
        &mut self,
        room: &mut Room,
        questionnaires: &[Rc<Questionnaire>],
        link: &str,
    ) -> Result<(), EntryError> {
        let Some(own) = questionnaires.first() else { return Err(EntryError::OtherQuestionnaire) };
        if is_meant_as_summary(link) {
            return self.import(own, link);
        }
        let (head, scores) = link::scores(link).map_err(entry_error)?;
        if head.origin.questionnaire != own.id.as_str() {
            return Err(EntryError::OtherQuestionnaire);
        }
        let Some(summary) = scores else { return self.take_full(room, questionnaires, link, head) };
        let Head { result_id, day, .. } = head;
        self.join(room, RoomEntry { link: link.to_owned(), result_id, day, summary, answers: None })
    }

    fn import(&mut self, own: &Questionnaire, text: &str) -> Result<(), EntryError> {
        let figures = decode_figures(text).map_err(|fault| match fault {
            FiguresError::Damaged => EntryError::Damaged,
            FiguresError::Newer => EntryError::Newer,
        })?;
        if figures.questionnaire != own.id.as_str() {
            return Err(EntryError::OtherQuestionnaire);
        }
        if self.imported.contains(&figures) {
            return Err(EntryError::Twice);
        }
        self.imported.push(figures);
        Ok(())
    }

    fn take_full(
        &mut self,
        room: &mut Room,
        questionnaires: &[Rc<Questionnaire>],
        link: &str,
        head: Head,
    ) -> Result<(), EntryError> {
        let Head { origin, result_id, day, .. } = head;
        let Some(questionnaire) = questionnaires.iter().find(|one| Origin::of(one) == origin) else {
            self.waiting.push(link.to_owned());
            if !self.missing.contains(&origin) {
                self.missing.push(origin);
            }
            return Ok(());
        };
        let answers = match link::decode(questionnaire, link).map_err(entry_error)?.content {
            Content::Answers(answers) => answers.complete().ok_or(EntryError::Unfinished)?,
            Content::Scores(_) => return Err(EntryError::Damaged),
        };
        let summary = ScoreSummary::from(&score(questionnaire, &answers));
        let answers = Some((origin, answers));
        self.join(room, RoomEntry { link: link.to_owned(), result_id, day, summary, answers })
    }

    fn join(&mut self, room: &mut Room, entry: RoomEntry) -> Result<(), EntryError> {
        match room.join(entry) {
            JoinOutcome::Added => self.added += 1,
            JoinOutcome::Renewed => self.renewed += 1,
            JoinOutcome::Twice => return Err(EntryError::Twice),
            JoinOutcome::Earlier => return Err(EntryError::Earlier),
            JoinOutcome::Full => return Err(EntryError::Full),
        }
        Ok(())
    }
}

fn entry_error(error: LinkError) -> EntryError {
    match error {
        LinkError::Newer => EntryError::Newer,
        LinkError::OtherKind => EntryError::Team,
        LinkError::Elsewhere(_) => EntryError::OtherQuestionnaire,
        LinkError::Damaged | LinkError::NotALink => EntryError::Damaged,
    }
}
