//! The process around a subcommand: its exit codes, its log, its terminal.

pub mod exit;
pub mod log;
pub mod terminal;
