//! State of the organiser's screen, and its changes.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Reducible;

use super::file_report::FileReport;
use super::message::{Camera, RoomInput, RoomMessage, RoomNotice};
use boussole_core::export::csv::Separator;
use boussole_core::link::{Day, Origin};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::{
    EntryError, LONGEST_NAME, Reading, RejectedEntry, Room, RoomFigures, StoredRoom, StoredRooms,
    decode_rooms,
};

/// A room on the screen. What is in it is worked on in place, a slice at a time: to copy thousands of results for each
/// would take longer than to read them.
#[derive(Clone)]
pub struct NamedRoom {
    /// Name that the organiser gave; may be empty.
    pub name: String,
    /// Day of the room.
    pub day: Day,
    results: Rc<RefCell<Room>>,
    /// Figures of the results read so far.
    pub figures: Rc<RoomFigures>,
}

/// A text that is being read into the room at a place.
pub struct Job {
    at: usize,
    reading: Reading,
    from: Source,
}

/// Where a text comes from, which decides on what is said of it.
enum Source {
    Storage,
    Reader,
    File(Rc<RefCell<FileReport>>),
    Camera,
}

/// State of the organiser's screen.
#[derive(Clone)]
pub struct RoomState {
    /// Rooms; at least one.
    pub rooms: Vec<NamedRoom>,
    /// Position of the room that is shown.
    pub at: usize,
    /// Figures of rooms from files.
    pub imported: Vec<RoomFigures>,
    /// The first is that of the page.
    pub questionnaires: Vec<Rc<Questionnaire>>,
    /// The day of the last message.
    today: Day,
    /// Texts in progress, in the order of reading.
    pub jobs: Vec<Rc<RefCell<Job>>>,
    unknown: Vec<Origin>,
    /// Notice on the last action.
    pub said: RoomNotice,
    /// The file that is being handed over.
    file: Option<Rc<RefCell<FileReport>>>,
    /// Rooms before the last removal.
    pub undo: Option<StoredRooms>,
    /// True during projection.
    pub presenting: bool,
    /// State of the camera.
    pub camera: Camera,
    /// True once storage refused the rooms.
    pub is_blocked: bool,
    /// True after an erasure, until something is added.
    pub is_erased: bool,
    /// The separator of tables, once it was chosen.
    pub separator: Option<Separator>,
    /// Counts what there is to be kept, and what there is to be read.
    pub revision: u32,
    /// Count of steps of reading: each starts the next.
    pub step: u32,
    /// The stored text that was read or written last.
    pub known: Rc<RefCell<Option<String>>>,
}

/// Each change makes another state.
impl PartialEq for RoomState {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl RoomState {
    /// State of a page that opens with a stored text.
    pub fn opened(questionnaire: &Rc<Questionnaire>, today: Day, text: Option<&str>) -> Self {
        let mut state = Self {
            rooms: vec![],
            at: 0,
            imported: vec![],
            questionnaires: vec![questionnaire.clone()],
            today,
            jobs: vec![],
            unknown: vec![],
            said: RoomNotice::Nothing,
            file: None,
            undo: None,
            presenting: false,
            camera: Camera::Off,
            is_blocked: false,
            is_erased: false,
            separator: None,
            revision: 0,
            step: 0,
            known: Rc::new(RefCell::new(text.map(str::to_owned))),
        };
        state.open(text.map(decode_rooms).unwrap_or_default());
        state
    }

    /// The room that is shown.
    pub fn room(&self) -> &NamedRoom {
        // There is one at least, see `open`.
        &self.rooms[self.at]
    }

    /// The figures of all rooms, those that were brought last.
    pub fn all(&self) -> Vec<&RoomFigures> {
        self.rooms.iter().map(|room| &*room.figures).chain(&self.imported).collect()
    }

    /// All links of the room that is shown, one a line.
    pub fn links(&self) -> String {
        lines(&self.room().results.borrow())
    }

    /// Rooms in the form of storage.
    pub fn stored(&self) -> StoredRooms {
        let stored = |room: &NamedRoom| StoredRoom {
            name: room.name.clone(),
            day: room.day,
            links: lines(&room.results.borrow()),
        };
        let rooms = self.rooms.iter().map(stored).collect();
        StoredRooms { rooms, imported: self.imported.clone(), separator: self.separator }
    }

    /// Links read of the first text in progress, and their total.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let job = self.jobs.first()?.borrow();
        Some((job.reading.looked_at(), job.reading.total()))
    }

    /// Origin that has to be loaded before the first text can be read on.
    pub fn missing(&self) -> Option<Origin> {
        let job = self.jobs.first()?.borrow();
        let known = |origin: &&Origin| {
            self.unknown.contains(origin) || self.questionnaires.iter().any(|one| Origin::of(one) == **origin)
        };
        job.reading.missing_origins().iter().find(|origin| job.reading.is_over() && !known(origin)).cloned()
    }

    /// Name of an item.
    pub fn item(&self, id: &str) -> String {
        let found =
            self.questionnaires.iter().flat_map(|one| one.items()).find(|item| item.id.as_str() == id);
        found.map_or_else(|| id.to_owned(), |item| item.short.clone())
    }

    fn open(&mut self, stored: StoredRooms) {
        (self.rooms, self.jobs, self.at) = (vec![], vec![], 0);
        (self.imported, self.separator) = (stored.imported, stored.separator);
        for room in stored.rooms {
            let job = Job { at: self.rooms.len(), reading: Reading::of(&room.links), from: Source::Storage };
            self.jobs.push(Rc::new(RefCell::new(job)));
            self.add(room.name, room.day);
        }
        if self.rooms.is_empty() {
            self.add(String::new(), self.today);
        }
        self.at = self.rooms.len() - 1;
        self.step += 1;
    }

    fn add(&mut self, name: String, day: Day) {
        let results = Room::default();
        let figures = Rc::new(RoomFigures::of(&results, &self.questionnaires, &name, day));
        self.rooms.push(NamedRoom { name, day, results: Rc::new(RefCell::new(results)), figures });
    }

    fn read(&mut self, text: &str, from: Source) {
        let at = self.at;
        self.begin(at);
        self.read_into(at, text, from);
    }

    fn read_into(&mut self, at: usize, text: &str, from: Source) {
        let job = Job { at, reading: Reading::of(text), from };
        self.jobs.push(Rc::new(RefCell::new(job)));
        self.step += 1;
        self.undo = None;
    }

    /// A room begins on the day of its first name or result, however long it was open before.
    fn begin(&mut self, at: usize) {
        let is_read = self.jobs.iter().any(|job| job.borrow().at == at);
        let room = &mut self.rooms[at];
        if room.name.is_empty() && room.figures.count == 0 && !is_read {
            room.day = self.today;
        }
    }

    fn count(&mut self, at: usize) {
        if let Some(room) = self.rooms.get_mut(at) {
            let figures = RoomFigures::of(&room.results.borrow(), &self.questionnaires, &room.name, room.day);
            room.figures = Rc::new(figures);
        }
    }

    /// The next slice of the first text; what came of it, once it has been read to the end.
    fn go_on(&mut self, slice: usize) {
        let Some(job) = self.jobs.first().cloned() else { return };
        self.step += 1;
        let at = job.borrow().at;
        let Some(room) = self.rooms.get(at) else { return };
        let mut job = job.borrow_mut();
        if job.reading.is_over() {
            job.reading.resume(&self.questionnaires);
        }
        job.reading.step(&mut room.results.borrow_mut(), &self.questionnaires, slice);
        if job.reading.is_over() && job.reading.missing_origins().is_empty() {
            self.jobs.remove(0);
            // To count thousands of results for each slice of a file without a link would take longer than to read it.
            if job.reading.total() > 0 {
                self.count(at);
            }
            self.finish(&mut job);
        }
    }

    fn finish(&mut self, job: &mut Job) {
        for figures in &job.reading.imported {
            if !self.imported.contains(figures) {
                self.imported.push(figures.clone());
            }
        }
        let news = job.reading.added + job.reading.renewed;
        let reading = std::mem::take(&mut job.reading);
        self.said = match &job.from {
            Source::Storage => return,
            Source::File(report) => {
                let is_empty = reading.total() == 0;
                report.borrow_mut().add(reading);
                if is_empty {
                    return;
                }
                std::mem::take(&mut self.said)
            }
            Source::Reader => RoomNotice::Read(Box::new(reading)),
            Source::Camera if news > 0 || is_twice(&reading.refused) => {
                RoomNotice::Code(self.rooms.get(job.at).map(|room| room.figures.count))
            }
            Source::Camera => RoomNotice::Code(None),
        };
        self.is_erased = false;
        self.revision += 1;
    }

    /// Files stay named until something else is done: the last one hides none before it.
    fn begin_file(&mut self, name: String) {
        self.begin(self.at);
        let report = Rc::new(RefCell::new(FileReport::new(name, self.at)));
        match &mut self.said {
            RoomNotice::Files(reports) => reports.push(report.clone()),
            said => *said = RoomNotice::Files(vec![report.clone()]),
        }
        self.file = Some(report);
        self.undo = None;
    }

    /// Reads a slice of the last file into the room that was shown when the file came.
    fn read_slice(&mut self, text: &str) {
        let Some(report) = self.file.clone() else { return };
        let at = report.borrow().at.min(self.rooms.len() - 1);
        self.read_into(at, text, Source::File(report));
    }

    fn with_file(&self, change: impl FnOnce(&mut FileReport)) {
        if let Some(report) = &self.file {
            change(&mut report.borrow_mut());
        }
    }

    fn remove(&mut self, at: usize) {
        self.undo = Some(self.stored());
        let mut left = self.stored();
        match at.checked_sub(left.rooms.len()) {
            Some(at) if at < left.imported.len() => drop(left.imported.remove(at)),
            None => drop(left.rooms.remove(at)),
            Some(_) => {}
        }
        self.said = RoomNotice::Removed;
        self.open(left);
    }
}

fn is_twice(refused: &[RejectedEntry]) -> bool {
    matches!(refused, [RejectedEntry { why: EntryError::Twice, .. }])
}

fn lines(results: &Room) -> String {
    let mut text = String::new();
    for entry in results.entries() {
        text.push_str(&entry.link);
        text.push('\n');
    }
    text
}

impl Reducible for RoomState {
    /// A message, and the day on which it is sent.
    type Action = (RoomMessage, Day);

    fn reduce(self: Rc<Self>, (message, today): Self::Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.today = today;
        match message {
            RoomMessage::Read(text) => state.read(&text, Source::Reader),
            RoomMessage::RoomInput(RoomInput::File(name)) => state.begin_file(name),
            RoomMessage::RoomInput(RoomInput::Text(text)) => state.read_slice(&text),
            RoomMessage::RoomInput(RoomInput::Progress(percent)) => {
                state.with_file(|file| file.progress = percent);
            }
            RoomMessage::RoomInput(RoomInput::End(error)) => {
                state.with_file(|file| (file.is_over, file.error) = (true, error));
            }
            RoomMessage::RoomInput(RoomInput::Code(text)) => state.read(&text, Source::Camera),
            RoomMessage::RoomInput(RoomInput::Camera(camera)) | RoomMessage::Camera(camera) => {
                state.camera = camera;
            }
            RoomMessage::Step(slice) => state.go_on(slice),
            RoomMessage::PackLoaded(_, Some(found)) => {
                state.questionnaires.push(found);
                state.step += 1;
            }
            RoomMessage::PackLoaded(origin, None) => {
                state.unknown.push(origin);
                state.step += 1;
            }
            RoomMessage::Name(name) => {
                let clean = name.chars().filter(|character| !character.is_control()).take(LONGEST_NAME);
                let at = state.at;
                state.begin(at);
                state.rooms[at].name = clean.collect();
                state.count(at);
                (state.revision, state.is_erased) = (state.revision + 1, false);
            }
            RoomMessage::Choose(at) if at < state.rooms.len() => {
                (state.at, state.said) = (at, RoomNotice::Nothing);
            }
            RoomMessage::Choose(_) => {}
            RoomMessage::New => {
                state.add(String::new(), state.today);
                state.at = state.rooms.len() - 1;
                (state.said, state.revision) = (RoomNotice::Nothing, state.revision + 1);
            }
            RoomMessage::Remove(at) => {
                state.remove(at);
                state.revision += 1;
            }
            RoomMessage::Erase => {
                state.undo = Some(state.stored());
                state.open(StoredRooms::default());
                (state.said, state.is_erased, state.revision) =
                    (RoomNotice::Erased, true, state.revision + 1);
            }
            RoomMessage::Undo => {
                if let Some(stored) = state.undo.take() {
                    // Another tab may have added something since.
                    let now = state.stored();
                    state.open(stored.merged(now));
                    (state.said, state.is_erased, state.revision) =
                        (RoomNotice::Nothing, false, state.revision + 1);
                }
            }
            RoomMessage::Present(presenting) => state.presenting = presenting,
            RoomMessage::Saved(worked) => state.said = RoomNotice::Saved(worked),
            RoomMessage::Separate(separator) => {
                state.separator = Some(separator);
                (state.revision, state.is_erased) = (state.revision + 1, false);
            }
            RoomMessage::Blocked => state.is_blocked = true,
            RoomMessage::RoomInput(RoomInput::Stored(text)) => {
                // Texts in progress are read and stored first, and merged then.
                if state.jobs.is_empty() && state.known.replace(text.clone()) != text {
                    let at = state.at;
                    state.open(text.as_deref().map(decode_rooms).unwrap_or_default());
                    state.at = at.min(state.rooms.len() - 1);
                }
            }
            RoomMessage::Merge(text) => {
                let merged = state.stored().merged(decode_rooms(&text));
                let at = state.at;
                state.open(merged);
                (state.at, state.revision) = (at, state.revision + 1);
            }
        }
        Rc::new(state)
    }
}
