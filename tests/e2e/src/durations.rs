//! Durations of tests, for the list of the slowest at the end of a run.

use std::fs::OpenOptions;
use std::io::Write;
use std::thread;
use std::time::Duration;

use crate::environment;

/// Adds the duration of the test of this thread to the file that the run names, if it names one.
pub fn note(took: Duration) {
    let Some(path) = environment::durations() else { return };
    let thread = thread::current();
    // The harness gives each thread the name of its test.
    let name = thread.name().unwrap_or("unnamed");
    let file = OpenOptions::new().append(true).create(true).open(&path);
    // One write a line, so that lines of several threads stay whole.
    let written =
        file.and_then(|mut file| file.write_all(format!("{} {name}\n", took.as_millis()).as_bytes()));
    written.unwrap_or_else(|error| panic!("{} can't be written: {error}", path.display()));
}
