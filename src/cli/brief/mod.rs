//! `attache brief`: briefs articles without a token, a key, a database or a network.
//!
//! In: articles as JSON lines, or files. Out: one JSON object an article, in the order of the input.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

pub mod batch;
pub mod output;

/// What to brief and how to print it.
#[derive(Debug, Args)]
pub struct Options {
    /// Articles to brief: a path to an .html or .txt file, or - for standard input.
    #[arg(value_name = "INPUT", required_unless_present = "batch")]
    pub inputs: Vec<String>,
    /// Reads JSON lines on standard input and writes one JSON line each, in the same order.
    #[arg(long, conflicts_with = "inputs")]
    pub batch: bool,
    /// Threads for --batch; as many as there are processors unless given.
    #[arg(long, requires = "batch")]
    pub threads: Option<NonZeroUsize>,
}

/// Runs the command.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    if options.batch {
        return batch::run(options.threads);
    }
    let mut code = ExitCode::SUCCESS;
    for input in &options.inputs {
        match read(input) {
            Ok(given) => println!("{}", output::answer(&given)),
            Err(fault) => {
                eprintln!("{input}: {fault}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn read(input: &str) -> std::io::Result<output::Input> {
    let body = if input == "-" {
        std::io::read_to_string(std::io::stdin())?
    } else {
        std::fs::read_to_string(input)?
    };
    let html = PathBuf::from(input).extension().is_some_and(|kind| kind.eq_ignore_ascii_case("html"));
    let (html, text) = if html { (Some(body), None) } else { (None, Some(body)) };
    Ok(output::Input { id: input.to_owned(), html, text, ..output::Input::default() })
}
