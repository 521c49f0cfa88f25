//! The process that drives browsers: one for each test, on a port of its own.

use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};

use xtask::setup::browser::Browser;

use crate::environment::ADVICE;
use crate::guarded::Guarded;
use crate::site::Folder;

/// How many ports are tried. It takes one that is free for IPv6, and gives up where something else has the same for
/// IPv4, as the connections of another test may.
const ATTEMPTS: usize = 10;

/// A running chromedriver; it ends, with all that it started, when it is dropped.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    _process: Guarded,
    // Kept open: a program that writes to a closed pipe is ended by the system.
    _output: BufReader<ChildStdout>,
    // The profiles of its browsers, and whatever else they put among temporary files.
    _folder: Folder,
}

impl Driver {
    /// Starts one on any free port.
    pub fn start(browser: &Browser) -> Self {
        let folder = Folder::new("browser");
        let mut command = Command::new(&browser.chromedriver);
        command.args(["--port=0", "--log-level=SEVERE"]).env("TMPDIR", &folder.0);
        let (port, process, output) = (0..ATTEMPTS)
            .find_map(|_| listening(&command))
            .unwrap_or_else(|| panic!("{} does not start: {ADVICE}", browser.chromedriver.display()));
        let url = format!("http://127.0.0.1:{port}");
        Self { url, _process: process, _output: output, _folder: folder }
    }
}

fn listening(command: &Command) -> Option<(u16, Guarded, BufReader<ChildStdout>)> {
    let mut process = Guarded::start(command, Stdio::null());
    let mut output = BufReader::new(process.output());
    Some((port(&mut output)?, process, output))
}

/// "ChromeDriver was started successfully on port 12345." is what it says when it is ready.
fn port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.rsplit_once(" successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}
