//! Chromedriver process: one per test, on a free port.

use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};

use xtask::setup::browser::Browser;

use crate::environment::ADVICE;
use crate::process_group::ProcessGroup;
use crate::temp_folder::TempFolder;

/// Number of start attempts. Chromedriver picks a port that is free for IPv6 and exits if IPv4 has it in use.
const ATTEMPTS: usize = 10;

/// Running chromedriver. Dropping it ends the driver and its browsers.
pub struct Driver {
    /// Address of the driver.
    pub url: String,
    _process: ProcessGroup,
    // Open pipe: a write to a closed one would end the driver by SIGPIPE.
    _output: BufReader<ChildStdout>,
    // Browser profiles and other temporary files.
    _folder: TempFolder,
}

impl Driver {
    /// Starts a driver on a free port.
    pub fn start(browser: &Browser) -> Self {
        let folder = TempFolder::new("browser");
        let mut command = Command::new(&browser.chromedriver);
        command.args(["--port=0", "--log-level=SEVERE"]).env("TMPDIR", &folder.0);
        let (port, process, output) = (0..ATTEMPTS)
            .find_map(|_| listening(&command))
            .unwrap_or_else(|| panic!("{} does not start: {ADVICE}", browser.chromedriver.display()));
        let url = format!("http://127.0.0.1:{port}");
        Self { url, _process: process, _output: output, _folder: folder }
    }
}

fn listening(command: &Command) -> Option<(u16, ProcessGroup, BufReader<ChildStdout>)> {
    let mut process = ProcessGroup::start(command, Stdio::null());
    let mut output = BufReader::new(process.output());
    Some((port(&mut output)?, process, output))
}

/// Port of the line "ChromeDriver was started successfully on port 12345."
fn port(output: &mut impl BufRead) -> Option<u16> {
    output.lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.rsplit_once(" successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}
