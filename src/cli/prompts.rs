//! `attache prompts check`: renders every prompt against a sample and checks the schemas.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{stderr, stdout};
use crate::model::prompts;

/// What to do with the prompts.
#[derive(Debug, Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum What {
    /// Renders every prompt against a sample and checks the schemas, a line each.
    Check,
}

/// Runs the command; exit code 1 when a prompt does not render or a schema is not sound.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    let What::Check = options.what;
    let mut code = ExitCode::SUCCESS;
    for line in prompts::check() {
        match line {
            Ok(line) => stdout::line(&line),
            Err(fault) => {
                stderr::line(fault);
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}
