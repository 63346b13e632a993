//! The subcommands: reads the command line and runs one of them.
//!
//! In: the process's arguments. Out: an exit code (0 done, 1 the input could not be used, 2 usage). Results go to
//! standard output, everything for people to standard error.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub mod brief;

/// A press attaché in a Telegram chat: foreign-policy news, summarised, with who said what, word for word.
#[derive(Debug, Parser)]
#[command(name = "attache", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Briefs articles: a short summary, and who said what.
    Brief(brief::Options),
}

/// Runs the program as the command line says and tells how it went.
#[must_use]
pub fn main() -> ExitCode {
    match Line::parse().command {
        Command::Brief(options) => brief::run(&options),
    }
}
