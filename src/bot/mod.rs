//! Commands and buttons: a request comes in, replies go out. Knows no network.
//!
//! In: a [`Request`], written to the database before it is worked on. Out: [`Reply`]s, put into the outbox in the
//! transaction that ends the request together with whatever it changed ([`worker`]). Platforms: [`terminal`] and
//! [`telegram`]. Invariants: every request of a person is answered, never with silence; who may do what is asked at
//! use, also of buttons; ids from buttons and deep links are looked up within the chat they came from; nothing slow
//! runs inside a transaction.
//!
//! To read it in the order of a request: `telegram::updates` reads it, `worker` stores it and takes it up, `dispatch` asks
//! who sent it and hands it to a file of `commands` or to `buttons`, where what several of them draw stands in `shared`.

mod request;
mod reply;
mod platform;
pub mod starter_sets;
mod rules;
mod session;
mod command;
mod parse;
mod rate_limit;
mod shared;
mod commands;
mod buttons;
mod words;
mod dispatch;
mod elsewhere;
pub mod worker;
pub mod telegram;
pub mod terminal;

pub use command::{COMMANDS, Command, Who};
pub use parse::{Asked, command};
pub use platform::Platform;
pub(crate) use reply::send;
pub use reply::{File, InlineAnswer, InlineResult, Reply};
pub use request::{Person, Place, PlaceKind, Replied, Request, What};
pub use rules::Rules;
pub use session::{Context, Session, render_options};
pub use shared::quote_table;
pub(crate) use shared::rows::said_line;
pub use starter_sets::StarterSet;

#[cfg(test)]
mod tests;
