//! Rows of the benchmark in the order of the table, with their aims.

use xtask::bench::{Aim, MeasureUnit, Row, Subject};

pub const HOST_BYTES: &str = "article, untouched: over the wire";
pub const HOST_REQUESTS: &str = "article, untouched: requests";
pub const HOST_TIME: &str = "article, untouched: main-thread time beyond the bare one";
pub const HOST_TIME_SLOW: &str = "article, untouched: main-thread time, CPU ×4";
pub const HOST_SHIFT: &str = "article, read from top to end: layout shift";
pub const HOST_ALL_BYTES: &str = "article, read from top to end: over the wire";
pub const HOST_ALL_REQUESTS: &str = "article, read from top to end: requests";
pub const FIRST_BYTES: &str = "page of its own: over the wire";
pub const FIRST: &str = "page of its own: first question readable";
pub const FIRST_SLOW: &str = "page of its own: first question readable, CPU ×4";
pub const INTERACTIVE: &str = "page of its own: a first tap is answered";
pub const INTERACTIVE_SLOW: &str = "page of its own: a first tap is answered, CPU ×4";
pub const HEAP: &str = "page of its own: JavaScript heap";
pub const WASM: &str = "page of its own: memory of the wasm";
pub const LINK: &str = "result link: report painted";
pub const LINK_RATIO: &str = "result link: report painted, to first question readable";
pub const TAP: &str = "tap to next paint (INP), CPU ×6, worst of ten";
pub const TAP_PAINTED: &str = "tap to next question painted, CPU ×6, worst of ten";
pub const MOUNTS: &str = "200 mounts and removals: memory, to that after 10";
pub const MOUNTS_NODES: &str = "200 mounts and removals: nodes or listeners, to those after 10";
pub const TEAM: &str = "1,000 pasted links: main-thread time until shown, wasm";
pub const TEAM_SCRIPT: &str = "of which script and wasm";
pub const ROOM: &str = "5,000 links of a room: main-thread time until shown, wasm";
pub const ROOM_LONGEST_TASK: &str = "of which the longest task";

/// Measured rows.
pub struct Measurements {
    pub rows: Vec<Row>,
}

impl Measurements {
    pub fn new() -> Self {
        use MeasureUnit::{Count, Kilobytes, Megabytes, Milliseconds, Plain};
        let first = [Aim::OfPeer(0.18), Aim::OfWithout(1.1)];
        let rows: [(&str, MeasureUnit, &[Aim]); 24] = [
            (HOST_BYTES, Kilobytes, &[]),
            (HOST_REQUESTS, Count, &[]),
            (HOST_TIME, Milliseconds, &[Aim::AtMost(10.0)]),
            (HOST_TIME_SLOW, Milliseconds, &[]),
            (HOST_SHIFT, Plain, &[Aim::AtMost(0.0)]),
            (HOST_ALL_BYTES, Kilobytes, &[]),
            (HOST_ALL_REQUESTS, Count, &[]),
            (FIRST_BYTES, Kilobytes, &[]),
            (FIRST, Milliseconds, &first),
            (FIRST_SLOW, Milliseconds, &first),
            (INTERACTIVE, Milliseconds, &[]),
            (INTERACTIVE_SLOW, Milliseconds, &[Aim::OfPeer(0.45)]),
            (HEAP, Megabytes, &[]),
            (WASM, Megabytes, &[]),
            (LINK, Milliseconds, &[]),
            (LINK_RATIO, Plain, &[Aim::AtMost(1.0)]),
            (TAP, Milliseconds, &[Aim::AtMost(50.0), Aim::OfPeer(0.5)]),
            (TAP_PAINTED, Milliseconds, &[]),
            (MOUNTS, Plain, &[Aim::AtMost(1.05)]),
            (MOUNTS_NODES, Plain, &[Aim::AtMost(1.05)]),
            (TEAM, Milliseconds, &[Aim::AtMost(100.0)]),
            (TEAM_SCRIPT, Milliseconds, &[]),
            (ROOM, Milliseconds, &[]),
            (ROOM_LONGEST_TASK, Milliseconds, &[]),
        ];
        Self { rows: rows.map(|(what, unit, aims)| Row::new(what, unit, aims)).into() }
    }

    /// Adds the figure of one run to a row.
    pub fn record(&mut self, what: &str, subject: Subject, measured: f64) {
        let row = self.rows.iter_mut().find(|row| row.what == what);
        row.unwrap_or_else(|| panic!("there is no row for {what}")).note(subject, measured);
    }
}
