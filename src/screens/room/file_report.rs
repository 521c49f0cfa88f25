//! Outcome of each file that the organiser handed over.

use std::cell::RefCell;
use std::rc::Rc;

use boussole_core::room::Reading;
use boussole_core::texts::RoomText;

/// The reports of files, in the order in which they were handed over. Slices of a file are added in place.
pub type FileReports = Vec<Rc<RefCell<FileReport>>>;

/// The text of the reason for which a file, or a part of it, could not be read, by the name that `www/room/files/` has for
/// it; none for an empty name.
pub fn file_error(name: &str) -> Option<RoomText> {
    Some(match name {
        "" => return None,
        "empty" => RoomText::FileEmpty,
        "large" => RoomText::FileLarge,
        "image" => RoomText::FileImage,
        "pdf" => RoomText::FilePdf,
        "locked" => RoomText::FileLocked,
        "damaged" => RoomText::FileDamaged,
        "old" => RoomText::FileOld,
        "unloaded" => RoomText::FileUnloaded,
        _ => RoomText::FileFailed,
    })
}

/// Outcome of a file so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReport {
    /// Name of the file.
    pub name: String,
    /// The position of the room that it is read into.
    pub at: usize,
    /// Share that was handed over, in percent.
    pub progress: String,
    /// True once the end was handed over.
    pub is_over: bool,
    /// Reason why something may be missing.
    pub error: Option<RoomText>,
    /// Links, and figures of other rooms, that were found.
    pub found: usize,
    /// Links of the file: added, renewed, rejected.
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
    pub fn told_error(&self) -> Option<RoomText> {
        self.error.filter(|error| *error != RoomText::FilePdf || self.found == 0)
    }
}
