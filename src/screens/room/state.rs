//! What the organiser's screen knows, and what changes it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Reducible;

use super::Heard;
use boussole_core::link::{Day, Origin};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::{Figures, Kept, LONGEST_NAME, Reading, Refusal, Refused, Room, StoredRoom, kept};

/// A room on the screen. What is in it is worked on in place, a slice at a time: to copy thousands of results for each
/// would take longer than to read them.
#[derive(Clone)]
pub struct NamedRoom {
    pub name: String,
    pub day: Day,
    results: Rc<RefCell<Room>>,
    pub figures: Rc<Figures>,
}

/// How the camera does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Camera {
    Off,
    Starting,
    On,
    /// There is none.
    None,
    /// It may not be used.
    Denied,
    /// What reads the codes can't be had.
    Failed,
}

/// What is said of the last thing that was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Said {
    #[default]
    Nothing,
    Read(Box<Reading>),
    /// A code was read, and how many results there are now; none where it is no result.
    Code(Option<u32>),
    Removed,
    Erased,
    /// Whether a file could be offered.
    Saved(bool),
}

/// A text that is being read into the room at a place.
pub struct Job {
    at: usize,
    reading: Reading,
    from: From,
}

/// Where a text comes from, which decides on what is said of it.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Storage,
    Reader,
    Camera,
}

pub enum Message {
    Heard(Heard),
    Read(String),
    Step(usize),
    /// What can read results of an origin, if there is such a thing.
    Found(Origin, Option<Rc<Questionnaire>>),
    Name(String),
    Choose(usize),
    New,
    /// A room, or behind those the figures of one from elsewhere.
    Remove(usize),
    Erase,
    Undo,
    Present(bool),
    Camera(Camera),
    Saved(bool),
    Blocked,
}

#[derive(Clone)]
pub struct State {
    pub rooms: Vec<NamedRoom>,
    pub at: usize,
    pub brought: Vec<Figures>,
    /// The first is that of the page.
    pub questionnaires: Vec<Rc<Questionnaire>>,
    today: Day,
    pub jobs: Vec<Rc<RefCell<Job>>>,
    unknown: Vec<Origin>,
    pub said: Said,
    /// What was there before the last removal.
    pub undo: Option<Kept>,
    pub presenting: bool,
    pub camera: Camera,
    pub is_blocked: bool,
    pub is_erased: bool,
    /// Counts what there is to be kept, and what there is to be read.
    pub revision: u32,
    pub step: u32,
}

/// Each change makes another state.
impl PartialEq for State {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl State {
    pub fn opened(questionnaire: &Questionnaire, today: Day, text: Option<&str>) -> Self {
        let mut state = Self {
            rooms: vec![],
            at: 0,
            brought: vec![],
            questionnaires: vec![Rc::new(questionnaire.clone())],
            today,
            jobs: vec![],
            unknown: vec![],
            said: Said::Nothing,
            undo: None,
            presenting: false,
            camera: Camera::Off,
            is_blocked: false,
            is_erased: false,
            revision: 0,
            step: 0,
        };
        state.open(text.map(kept).unwrap_or_default());
        state
    }

    /// The room that is shown.
    pub fn room(&self) -> &NamedRoom {
        // There is one at least, see `open`.
        &self.rooms[self.at]
    }

    /// The figures of all rooms, those that were brought last.
    pub fn all(&self) -> Vec<&Figures> {
        self.rooms.iter().map(|room| &*room.figures).chain(&self.brought).collect()
    }

    /// All links of the room that is shown, one a line.
    pub fn links(&self) -> String {
        lines(&self.room().results.borrow())
    }

    pub fn kept(&self) -> Kept {
        let stored = |room: &NamedRoom| StoredRoom {
            name: room.name.clone(),
            day: room.day,
            links: lines(&room.results.borrow()),
        };
        Kept { rooms: self.rooms.iter().map(stored).collect(), brought: self.brought.clone() }
    }

    /// How far the first text has come that is being read, and how many links it has.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let job = self.jobs.first()?.borrow();
        Some((job.reading.looked_at(), job.reading.total()))
    }

    /// What has to be loaded before the first text can be read on.
    pub fn missing(&self) -> Option<Origin> {
        let job = self.jobs.first()?.borrow();
        let known = |origin: &&Origin| {
            self.unknown.contains(origin) || self.questionnaires.iter().any(|one| Origin::of(one) == **origin)
        };
        job.reading.wanted().iter().find(|origin| job.reading.is_over() && !known(origin)).cloned()
    }

    /// What an item is called.
    pub fn item(&self, id: &str) -> String {
        let found =
            self.questionnaires.iter().flat_map(|one| one.items()).find(|item| item.id.as_str() == id);
        found.map_or_else(|| id.to_owned(), |item| item.short.clone())
    }

    fn open(&mut self, kept: Kept) {
        (self.rooms, self.jobs, self.at) = (vec![], vec![], 0);
        self.brought = kept.brought;
        for room in kept.rooms {
            let job = Job { at: self.rooms.len(), reading: Reading::of(&room.links), from: From::Storage };
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
        let figures = Rc::new(Figures::of(&results, &self.questionnaires, &name, day));
        self.rooms.push(NamedRoom { name, day, results: Rc::new(RefCell::new(results)), figures });
    }

    fn read(&mut self, text: &str, from: From) {
        let job = Job { at: self.at, reading: Reading::of(text), from };
        self.jobs.push(Rc::new(RefCell::new(job)));
        self.step += 1;
        self.undo = None;
    }

    fn count(&mut self, at: usize) {
        if let Some(room) = self.rooms.get_mut(at) {
            let figures = Figures::of(&room.results.borrow(), &self.questionnaires, &room.name, room.day);
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
        if job.reading.is_over() && job.reading.wanted().is_empty() {
            self.jobs.remove(0);
            self.count(at);
            self.finish(&mut job);
        }
    }

    fn finish(&mut self, job: &mut Job) {
        for figures in &job.reading.brought {
            if !self.brought.contains(figures) {
                self.brought.push(figures.clone());
            }
        }
        let news = job.reading.added + job.reading.renewed;
        self.said = match job.from {
            From::Storage => return,
            From::Reader => Said::Read(Box::new(std::mem::take(&mut job.reading))),
            From::Camera if news > 0 || is_twice(&job.reading.refused) => {
                Said::Code(self.rooms.get(job.at).map(|room| room.figures.count))
            }
            From::Camera => Said::Code(None),
        };
        self.is_erased = false;
        self.revision += 1;
    }

    fn remove(&mut self, at: usize) {
        self.undo = Some(self.kept());
        let mut left = self.kept();
        match at.checked_sub(left.rooms.len()) {
            Some(at) if at < left.brought.len() => drop(left.brought.remove(at)),
            None => drop(left.rooms.remove(at)),
            Some(_) => {}
        }
        self.said = Said::Removed;
        self.open(left);
    }
}

fn is_twice(refused: &[Refused]) -> bool {
    matches!(refused, [Refused { why: Refusal::Twice, .. }])
}

fn lines(results: &Room) -> String {
    let mut text = String::new();
    for entry in results.entries() {
        text.push_str(&entry.link);
        text.push('\n');
    }
    text
}

impl Reducible for State {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        let mut state = (*self).clone();
        match message {
            Message::Heard(Heard::Text(text)) | Message::Read(text) => state.read(&text, From::Reader),
            Message::Heard(Heard::Code(text)) => state.read(&text, From::Camera),
            Message::Heard(Heard::Camera(camera)) | Message::Camera(camera) => state.camera = camera,
            Message::Step(slice) => state.go_on(slice),
            Message::Found(_, Some(found)) => {
                state.questionnaires.push(found);
                state.step += 1;
            }
            Message::Found(origin, None) => {
                state.unknown.push(origin);
                state.step += 1;
            }
            Message::Name(name) => {
                let clean = name.chars().filter(|character| !character.is_control()).take(LONGEST_NAME);
                let at = state.at;
                state.rooms[at].name = clean.collect();
                state.count(at);
                (state.revision, state.is_erased) = (state.revision + 1, false);
            }
            Message::Choose(at) if at < state.rooms.len() => (state.at, state.said) = (at, Said::Nothing),
            Message::Choose(_) => {}
            Message::New => {
                state.add(String::new(), state.today);
                state.at = state.rooms.len() - 1;
                (state.said, state.revision) = (Said::Nothing, state.revision + 1);
            }
            Message::Remove(at) => {
                state.remove(at);
                state.revision += 1;
            }
            Message::Erase => {
                state.undo = Some(state.kept());
                state.open(Kept::default());
                (state.said, state.is_erased, state.revision) = (Said::Erased, true, state.revision + 1);
            }
            Message::Undo => {
                if let Some(kept) = state.undo.take() {
                    state.open(kept);
                    (state.said, state.is_erased, state.revision) =
                        (Said::Nothing, false, state.revision + 1);
                }
            }
            Message::Present(presenting) => state.presenting = presenting,
            Message::Saved(worked) => state.said = Said::Saved(worked),
            Message::Blocked => state.is_blocked = true,
        }
        Rc::new(state)
    }
}
