//! The process that drives browsers: one for each test, on a port of its own.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};

use xtask::setup::browser::Browser;

use crate::site::Folder;

/// A running chromedriver; it ends, with all that it started, when it is dropped.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    process: Child,
    // Kept open: a program that writes to a closed pipe is ended by the system.
    _output: BufReader<ChildStdout>,
    // The profiles of its browsers, and whatever else they put among temporary files.
    _folder: Folder,
}

impl Driver {
    /// Starts one on any free port.
    pub fn start(browser: &Browser) -> Self {
        let folder = Folder::new("browser");
        let mut process = Command::new(&browser.chromedriver)
            .args(["--port=0", "--log-level=SEVERE"])
            .env("TMPDIR", &folder.0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // A group of its own, to be ended as a whole.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{} can't be started: {error}", browser.chromedriver.display()));
        let mut output = BufReader::new(process.stdout.take().expect("the output is piped"));
        let port = port(&mut output);
        let url = format!("http://127.0.0.1:{port}");
        Self { url, process, _output: output, _folder: folder }
    }
}

/// "ChromeDriver was started successfully on port 12345." is what it says when it is ready.
fn port(output: &mut impl BufRead) -> u16 {
    let told = output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.rsplit_once(" successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    told.expect("chromedriver says on which port it listens")
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        // Nothing more can be done where even this fails.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}
