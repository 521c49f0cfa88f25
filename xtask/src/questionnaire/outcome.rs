//! Output and end of a command.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;

/// The exit code of a command that could not run.
const COULD_NOT_RUN: u8 = 2;

/// End of a command that ran; one that could not run is an error instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandOutcome {
    /// No fault.
    Sound,
    /// Faults, all of them reported.
    Faulty,
}

/// Writes to the standard output, a line end behind it.
pub fn say(text: &str) {
    // A closed pager is no failure.
    let _ = writeln!(io::stdout(), "{}", text.trim_end_matches('\n'));
}

/// Exit code of a command, after the reason where it could not run.
pub fn exit_code(outcome: Result<CommandOutcome>) -> ExitCode {
    match outcome {
        Ok(CommandOutcome::Sound) => ExitCode::SUCCESS,
        Ok(CommandOutcome::Faulty) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn the_exit_code_says_how_a_command_ended() {
        assert_eq!(exit_code(Ok(CommandOutcome::Sound)), ExitCode::from(0));
        assert_eq!(exit_code(Ok(CommandOutcome::Faulty)), ExitCode::from(1));
        assert_eq!(exit_code(Err(anyhow!("no such file"))), ExitCode::from(2));
    }
}
