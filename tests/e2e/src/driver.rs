//! The process that drives browsers: one for each test, on a port of its own.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use xtask::setup::browser::Browser;

use crate::environment::ADVICE;
use crate::site::Folder;

/// Starts the driver and ends its whole process group as soon as the test lets go of the input, which the
/// system sees to even where the test itself is killed. Its own output is closed, so that the test sees the
/// driver's end.
const GUARD: &str = r#""$0" "$@" & exec >&-; read -r _; kill -KILL 0"#;

/// A running chromedriver; it ends, with all that it started, when it is dropped.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    guard: Child,
    life_line: Option<ChildStdin>,
    // Kept open: a program that writes to a closed pipe is ended by the system.
    _output: BufReader<ChildStdout>,
    // The profiles of its browsers, and whatever else they put among temporary files.
    _folder: Folder,
}

impl Driver {
    /// Starts one on any free port.
    pub fn start(browser: &Browser) -> Self {
        let folder = Folder::new("browser");
        let mut guard = Command::new("sh")
            .args(["-c", GUARD])
            .arg(&browser.chromedriver)
            .args(["--port=0", "--log-level=SEVERE"])
            .env("TMPDIR", &folder.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // A group of its own, to be ended as a whole.
            .process_group(0)
            .spawn()
            .expect("a shell can be started");
        let life_line = guard.stdin.take();
        let mut output = BufReader::new(guard.stdout.take().expect("the output is piped"));
        let port = port(&mut output)
            .unwrap_or_else(|| panic!("{} does not start: {ADVICE}", browser.chromedriver.display()));
        let url = format!("http://127.0.0.1:{port}");
        Self { url, guard, life_line, _output: output, _folder: folder }
    }
}

/// "ChromeDriver was started successfully on port 12345." is what it says when it is ready.
fn port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.rsplit_once(" successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.life_line = None;
        // Nothing more can be done where even this fails.
        let _ = self.guard.wait();
    }
}
