//! What came of each file that the organiser handed over.

use std::cell::RefCell;
use std::rc::Rc;

use boussole_core::room::Reading;

/// The reports of files, in the order in which they were handed over. Slices of a file are added in place.
pub type FileReports = Vec<Rc<RefCell<FileReport>>>;

/// The reason for which a file, or a part of it, could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    Empty,
    Large,
    Image,
    /// A PDF: links may be packed in it.
    Pdf,
    /// Protected by a password.
    Locked,
    Damaged,
    /// The browser can't unpack.
    Old,
    /// The browser does not let it be opened.
    Failed,
    /// What reads files can't be had.
    Unloaded,
}

impl FileError {
    /// The error of a name that `www/room/files/` has; none for an empty one.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "" => return None,
            "empty" => Self::Empty,
            "large" => Self::Large,
            "image" => Self::Image,
            "pdf" => Self::Pdf,
            "locked" => Self::Locked,
            "damaged" => Self::Damaged,
            "old" => Self::Old,
            "unloaded" => Self::Unloaded,
            _ => Self::Failed,
        })
    }
}

/// What came of a file so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReport {
    pub name: String,
    /// The position of the room that it is read into.
    pub at: usize,
    /// How much of it was handed over, in percent.
    pub progress: String,
    pub is_over: bool,
    pub error: Option<FileError>,
    /// Links, and figures of other rooms, that were found.
    pub found: usize,
    pub reading: Reading,
}

impl FileReport {
    /// A file of a name, which is read into the room at a position.
    pub fn new(name: String, at: usize) -> Self {
        Self { name, at, ..Self::default() }
    }

    /// Adds what came of a slice.
    pub fn add(&mut self, slice: Reading) {
        self.found += slice.total();
        self.reading.added += slice.added;
        self.reading.renewed += slice.renewed;
        self.reading.refused.extend(slice.refused);
        self.reading.imported.extend(slice.imported);
    }

    /// The reason that is told: a PDF in which links were found was readable enough.
    pub fn told_error(&self) -> Option<FileError> {
        self.error.filter(|error| *error != FileError::Pdf || self.found == 0)
    }
}
