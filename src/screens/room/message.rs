//! Messages of the organiser's screen, from the browser and from the organiser, and its notices.

use std::rc::Rc;

use super::file_report::FileReports;
use boussole_core::export::csv::Separator;
use boussole_core::link::Origin;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::Reading;
use boussole_core::texts::RoomText;

/// Input from the browser.
pub enum RoomInput {
    /// The name of a file, before its texts.
    File(String),
    /// A slice of the text of the last file.
    Text(String),
    /// Share of the last file that was handed over, in percent.
    Progress(String),
    /// The end of the last file, and why something may be missing.
    End(Option<RoomText>),
    /// Text of a code that was held up to the camera.
    Code(String),
    /// Camera changed its state.
    Camera(Camera),
    /// Stored text, perhaps of another tab.
    Stored(Option<String>),
}

/// State of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Camera {
    /// Camera not in use.
    Off,
    /// Permission asked, no picture yet.
    Starting,
    /// Codes are read.
    On,
    /// No camera found.
    None,
    /// Use refused by the reader or the browser.
    Denied,
    /// Reader of codes not loaded.
    Failed,
}

/// Notice on the last action.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RoomNotice {
    /// No notice.
    #[default]
    Nothing,
    /// A text was read.
    Read(Box<Reading>),
    /// Files were read, or are being read.
    Files(FileReports),
    /// A code was read, and how many results there are now; none where it is no result.
    Code(Option<u32>),
    /// A room was removed.
    Removed,
    /// All rooms were erased.
    Erased,
    /// Whether a file could be offered.
    Saved(bool),
}

/// Change of the state of the screen.
pub enum RoomMessage {
    /// Input from the browser.
    RoomInput(RoomInput),
    /// A pasted text is read.
    Read(String),
    /// At most this many links are read on.
    Step(usize),
    /// Questionnaire that reads results of an origin; `None` where there is no such one.
    PackLoaded(Origin, Option<Rc<Questionnaire>>),
    /// The room is renamed.
    Name(String),
    /// The room at a position is shown.
    Choose(usize),
    /// A room is added.
    New,
    /// A room, or behind those the figures of one from elsewhere.
    Remove(usize),
    /// All rooms are erased.
    Erase,
    /// The last removal is undone.
    Undo,
    /// Projection starts or ends.
    Present(bool),
    /// Camera changed its state.
    Camera(Camera),
    /// A file was offered, or could not be.
    Saved(bool),
    /// The separator of tables is chosen.
    Separate(Separator),
    /// Storage refused the rooms.
    Blocked,
    /// Text that another tab stored and this one did not read.
    Merge(String),
}
