//! Exit codes, and the one line on standard error that goes with each.

use std::fmt::Display;
use std::process::ExitCode;

use super::stderr;

/// The input could not be used, or something refused that may pass by itself, as a full disk does.
pub const INPUT: u8 = 1;
/// The command line, the configuration or the token is wrong.
pub const USAGE: u8 = 2;
/// The database is damaged or newer than the program; it was left as it is.
pub const DATABASE: u8 = 3;
/// Another instance runs on this database.
pub const SECOND: u8 = 4;
/// Interrupted by the person at the keyboard.
pub const INTERRUPTED: u8 = 130;

/// Says what is wrong with the input.
#[must_use]
pub fn input(fault: impl Display) -> ExitCode {
    with(INPUT, fault)
}

/// Says what is wrong with the command line or the configuration.
#[must_use]
pub fn usage(fault: impl Display) -> ExitCode {
    with(USAGE, fault)
}

/// Prints one line and gives the code.
#[must_use]
pub fn with(code: u8, fault: impl Display) -> ExitCode {
    stderr::line(format_args!("attache: {fault}"));
    ExitCode::from(code)
}

/// Says why the service ended, in its log, and gives the code; on standard error where nothing is logged.
#[must_use]
pub fn logged(code: u8, fault: impl Display) -> ExitCode {
    if tracing::enabled!(tracing::Level::ERROR) {
        tracing::error!("{fault}");
        return ExitCode::from(code);
    }
    with(code, fault)
}
