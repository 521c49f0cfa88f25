//! What is heard from the browser and done by the organiser, and what is said of it.

use std::rc::Rc;

use super::file_report::FileReports;
use boussole_core::export::csv::Separator;
use boussole_core::link::Origin;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::Reading;
use boussole_core::texts::RoomText;

/// What is heard from the browser.
pub enum RoomInput {
    /// The name of a file, before its texts.
    File(String),
    /// A slice of the text of the last file.
    Text(String),
    /// How much of the last file was handed over, in percent.
    Progress(String),
    /// The end of the last file, and why something may be missing.
    End(Option<RoomText>),
    /// What a code says that was held up to the camera.
    Code(String),
    Camera(Camera),
    /// What is stored now, perhaps by another tab.
    Stored(Option<String>),
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
pub enum RoomNotice {
    #[default]
    Nothing,
    Read(Box<Reading>),
    Files(FileReports),
    /// A code was read, and how many results there are now; none where it is no result.
    Code(Option<u32>),
    Removed,
    Erased,
    /// Whether a file could be offered.
    Saved(bool),
}

/// What changes the state of the screen.
pub enum RoomMessage {
    RoomInput(RoomInput),
    Read(String),
    Step(usize),
    /// What can read results of an origin, if there is such a thing.
    PackLoaded(Origin, Option<Rc<Questionnaire>>),
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
    Separate(Separator),
    Blocked,
    /// What another tab stored and this one did not read.
    Merge(String),
}
