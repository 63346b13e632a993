//! `attache statements`: which quotes of a file are one statement.
//!
//! In: a file of quotes ([`said`](super::said)). Out: `[["id", …], …]`, one list a statement told more than once.

use std::process::ExitCode;

use super::super::{exit, stdout};
use super::said::{FileOptions, Said, read};
use crate::statement::{Quote, same_statements};

/// Runs the command; exit code 1 when the file cannot be used.
#[must_use]
pub fn run(options: &FileOptions) -> ExitCode {
    match read(&options.file) {
        Ok(said) => {
            stdout::line(serde_json::json!(statements(&said)));
            ExitCode::SUCCESS
        }
        Err(fault) => exit::input(format_args!("statements: {fault:#}")),
    }
}

fn statements(said: &[Said]) -> Vec<Vec<&str>> {
    let quotes: Vec<Quote<'_>> = said.iter().map(quote).collect();
    let ids = |list: Vec<usize>| {
        list.into_iter().filter_map(|at| said.get(at)).map(|said| said.id.as_str()).collect()
    };
    same_statements(&quotes).into_iter().map(ids).collect()
}

fn quote(said: &Said) -> Quote<'_> {
    Quote { speaker: &said.speaker, language: said.language, day: said.day, text: &said.text }
}
