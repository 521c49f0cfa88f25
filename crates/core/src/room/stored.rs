//! Stored rooms of the organiser's browser as one text: the links of each room, and the imported figures.

use super::{LONGEST_NAME, RoomFigures, decode_figures, encode_figures};
use crate::calendar::Day;
use crate::export::csv::Separator;

/// Prefix of the line that names a room.
const ROOM: char = '=';

/// Prefix of the line that names the separator of tables, before all rooms.
const SEPARATOR: &str = "csv ";

/// Content of the storage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredRooms {
    /// Rooms with their links.
    pub rooms: Vec<StoredRoom>,
    /// Figures of other rooms.
    pub imported: Vec<RoomFigures>,
    /// Separator of tables that the organiser chose.
    pub separator: Option<Separator>,
}

/// Room before its links are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRoom {
    /// Name by the organiser.
    pub name: String,
    /// Day of the room.
    pub day: Day,
    /// Links, one a line.
    pub links: String,
}

impl StoredRooms {
    /// Content of two tabs: all rooms, results and figures of both. Rooms of one name and day are one room, and a room
    /// without name and results adds nothing. A link may stand twice: whoever reads it takes it once.
    pub fn merged(mut self, other: Self) -> Self {
        for theirs in other.rooms {
            match self.rooms.iter_mut().find(|own| own.name == theirs.name && own.day == theirs.day) {
                Some(own) => own.links.push_str(&theirs.links),
                None if theirs.name.is_empty() && theirs.links.is_empty() => {}
                None => self.rooms.push(theirs),
            }
        }
        self.separator = self.separator.or(other.separator);
        for figures in other.imported {
            if !self.imported.contains(&figures) {
                self.imported.push(figures);
            }
        }
        self
    }
}

/// Rooms as a text.
pub fn encode_rooms(stored: &StoredRooms) -> String {
    let mut text = String::new();
    if let Some(separator) = stored.separator {
        text.push_str(SEPARATOR);
        text.push_str(separator.text());
        text.push('\n');
    }
    for figures in &stored.imported {
        text.push_str(&encode_figures(figures));
        text.push('\n');
    }
    for room in &stored.rooms {
        text.push(ROOM);
        text.push_str(&room.day.0.to_string());
        text.push(' ');
        text.push_str(&room.name);
        text.push('\n');
        text.push_str(&room.links);
    }
    text
}

/// Reads stored rooms. Unreadable lines are left out.
pub fn decode_rooms(text: &str) -> StoredRooms {
    let mut stored = StoredRooms::default();
    // Lines end as they are written: a carriage return is a part of one.
    for line in text.split_terminator('\n') {
        if let Some((day, name)) = line.strip_prefix(ROOM).and_then(|line| line.split_once(' ')) {
            let name = name.chars().take(LONGEST_NAME).collect();
            stored.rooms.push(StoredRoom { name, day: Day(day.parse().unwrap_or(0)), links: String::new() });
        } else if let Some(room) = stored.rooms.last_mut() {
            room.links.push_str(line);
            room.links.push('\n');
        } else if let Some(separator) = line.strip_prefix(SEPARATOR) {
            stored.separator = Separator::read(separator);
        } else if let Ok(figures) = decode_figures(line) {
            stored.imported.push(figures);
        }
    }
    stored
}
