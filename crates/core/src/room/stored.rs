//! What the organiser's browser keeps between two visits, as one text: the links as they came, room by room, and the
//! figures that were brought from elsewhere.

use super::{LONGEST_NAME, RoomFigures, decode_figures, encode_figures};
use crate::link::Day;

/// How the line begins that names a room.
const ROOM: char = '=';

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredRooms {
    pub rooms: Vec<StoredRoom>,
    pub imported: Vec<RoomFigures>,
}

/// A room before its links are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRoom {
    pub name: String,
    pub day: Day,
    /// One link a line.
    pub links: String,
}

/// What is kept as a text.
pub fn encode_rooms(stored: &StoredRooms) -> String {
    let mut text = String::new();
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

/// Reads what was kept. A line that can't be read is left out: whoever changed it knows.
pub fn decode_rooms(text: &str) -> StoredRooms {
    let mut stored = StoredRooms::default();
    for line in text.lines() {
        if let Some((day, name)) = line.strip_prefix(ROOM).and_then(|line| line.split_once(' ')) {
            let name = name.chars().take(LONGEST_NAME).collect();
            stored.rooms.push(StoredRoom { name, day: Day(day.parse().unwrap_or(0)), links: String::new() });
        } else if let Some(room) = stored.rooms.last_mut() {
            room.links.push_str(line);
            room.links.push('\n');
        } else if let Ok(figures) = decode_figures(line) {
            stored.imported.push(figures);
        }
    }
    stored
}
