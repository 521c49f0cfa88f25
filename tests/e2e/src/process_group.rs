//! Process group that ends with the test that started it.

use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Shell that starts a program and kills its process group at the end of the input. The system closes the input even
/// after the test is killed. The shell closes its own output, so the test reads the end of the program's.
const GUARD: &str = r#""$0" "$@" & exec >&-; read -r _; kill -KILL 0"#;

/// Running program. Dropping it kills its process group.
pub struct ProcessGroup {
    guard: Child,
    life_line: Option<ChildStdin>,
}

impl ProcessGroup {
    /// Runs a command: program, arguments and variables. Its output is piped; `errors` takes its error output.
    pub fn start(command: &Command, errors: impl Into<Stdio>) -> Self {
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD]).arg(command.get_program()).args(command.get_args());
        guard.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        // New process group, killed as a whole.
        guard.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(errors).process_group(0);
        let mut guard = guard.spawn().expect("a shell can be started");
        let life_line = guard.stdin.take();
        Self { guard, life_line }
    }

    /// Output of the program. Dropping the pipe ends a program that still writes.
    pub fn output(&mut self) -> ChildStdout {
        self.guard.stdout.take().expect("the output is piped, and taken once")
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        self.life_line = None;
        // No recovery from a failed wait.
        let _ = self.guard.wait();
    }
}
