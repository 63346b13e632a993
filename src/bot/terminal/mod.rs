//! The terminal: what is typed goes to the same handlers, messages are drawn as text, buttons are numbered.
//!
//! In: lines. Out: drawn messages. A line is an update like any other: written to the database, worked on, its
//! replies brought by the outbox; so cards and digests that come by themselves are drawn as well.

mod board;
mod console;
mod platform;
mod lines;
pub mod demo;
mod run;
mod chat;

pub use board::Board;
pub use chat::{chat, demonstrated};
pub use console::Console;
pub use platform::TerminalPlatform;
pub use run::run;
