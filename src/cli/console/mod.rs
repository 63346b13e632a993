//! The process around a subcommand: its exit codes, its log, what it answers, its terminal.

pub mod exit;
pub mod log;
pub mod stderr;
pub mod stdout;
pub mod terminal;
