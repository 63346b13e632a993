//! Standard error: what a command says beside its answer.
//!
//! Names of files and words of a page stand in it: control characters are told by their numbers.

use std::fmt::Display;
use std::io::Write as _;

use crate::text::told_controls;

/// Writes a line; nobody may be listening.
pub fn line(line: impl Display) {
    let told = format!("{}\n", told_controls(&line.to_string()));
    std::io::stderr().lock().write_all(told.as_bytes()).unwrap_or_default();
}
