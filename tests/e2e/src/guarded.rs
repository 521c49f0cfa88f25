//! A process that ends with the test that started it, and takes along whatever it started itself.

use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Starts a program and ends its whole process group as soon as the test lets go of the input, which the
/// system sees to even where the test itself is killed. Its own output is closed, so that the test sees the
/// program's end.
const GUARD: &str = r#""$0" "$@" & exec >&-; read -r _; kill -KILL 0"#;

/// A running program; it ends, with all that it started, when it is dropped.
pub struct Guarded {
    guard: Child,
    life_line: Option<ChildStdin>,
}

impl Guarded {
    /// Runs a command, of which the program, its arguments and its variables count. Its output is read from a
    /// pipe; its errors go where one says.
    pub fn start(command: &Command, errors: impl Into<Stdio>) -> Self {
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD]).arg(command.get_program()).args(command.get_args());
        guard.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        // A group of its own, to be ended as a whole.
        guard.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(errors).process_group(0);
        let mut guard = guard.spawn().expect("a shell can be started");
        let life_line = guard.stdin.take();
        Self { guard, life_line }
    }

    /// What it says. To be kept: a program that writes to a closed pipe is ended by the system.
    pub fn output(&mut self) -> ChildStdout {
        self.guard.stdout.take().expect("the output is piped, and taken once")
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.life_line = None;
        // Nothing more can be done where even this fails.
        let _ = self.guard.wait();
    }
}
