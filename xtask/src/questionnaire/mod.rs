//! `cargo xtask questionnaire <command>`: the tools of an author who does not code.
//!
//! One module a command. What they share stands first: the [`folder`] of a questionnaire and its sources,
//! the [`faults`] as people and programs read them, and the [`lock`] of what was released.

pub mod day;
pub mod faults;
pub mod folder;
pub mod lock;
mod outcome;

pub mod check;
pub mod diff;
pub mod freeze;
pub mod new;
pub mod preview;
pub mod print;

#[cfg(test)]
pub mod scratch;

use std::process::ExitCode;

use clap::Subcommand;

use crate::project::Project;

/// End of the help of every command.
const EXIT_CODES: &str = "\
Exit codes:
  0  no fault
  1  faults, all of them reported
  2  the command could not run: an unknown id, a file that can't be read or written";

/// Command of `cargo xtask questionnaire`.
#[derive(Debug, Subcommand)]
#[command(after_help = EXIT_CODES)]
pub enum Command {
    /// Tell every fault of the questionnaires, each with its place, why it matters and how to mend it
    #[command(after_help = EXIT_CODES)]
    Check(check::CheckOptions),
    /// Start a questionnaire: its files, complete but for the texts
    #[command(after_help = EXIT_CODES)]
    New(new::NewOptions),
    /// Show the widget with a questionnaire, loaded again whenever a file is saved
    #[command(after_help = EXIT_CODES)]
    Preview(preview::PreviewOptions),
    /// Write the whole questionnaire with its scoring grid as one page to print
    #[command(after_help = EXIT_CODES)]
    Print(print::PrintOptions),
    /// Keep the current version as it is released: its files never change any more
    #[command(after_help = EXIT_CODES)]
    Freeze(freeze::FreezeOptions),
    /// Tell what changed between two versions, and what becomes of answers to the older one
    #[command(after_help = EXIT_CODES)]
    Diff(diff::DiffOptions),
}

/// Runs a command; gives its exit code.
pub fn run(project: &Project, command: Command) -> ExitCode {
    let outcome = match command {
        Command::Check(options) => check::run(project, &options),
        Command::New(options) => new::run(project, &options),
        Command::Preview(options) => preview::run(project, &options),
        Command::Print(options) => print::run(project, &options),
        Command::Freeze(options) => freeze::run(project, &options),
        Command::Diff(options) => diff::run(project, &options),
    };
    outcome::exit_code(outcome)
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(subcommand)]
        command: Command,
    }

    #[test]
    fn every_command_is_well_formed_and_tells_its_exit_codes() {
        let mut line = Line::command();
        line.build();
        for command in line.get_subcommands().filter(|command| command.get_name() != "help") {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.starts_with("Exit codes:"), "{}", command.get_name());
        }
        let parsed = Line::try_parse_from(["questionnaire", "diff", "small", "1", "current"]);
        assert!(matches!(parsed.unwrap().command, Command::Diff(_)));
    }
}
