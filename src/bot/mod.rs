//! Commands and buttons: a request comes in, replies go out. Knows no network.
//!
//! In: a [`Request`], written to the database before it is worked on. Out: [`Reply`]s, put into the outbox in the
//! transaction that ends the request together with whatever it changed ([`work`]). Faces: [`terminal`] and
//! [`telegram`]. Invariants: every request of a person is answered, never with silence; who may do what is asked at
//! use, also of buttons; ids from buttons and deep links are looked up within the chat they came from; nothing slow
//! runs inside a transaction.

mod request;
mod reply;
mod face;
mod desk;
mod parse;
mod answer;
mod budget;
mod cards;
mod start;
mod starter;
mod sub;
mod unsub;
mod feeds;
mod summary;
mod topic;
mod digest;
mod quotes;
mod search;
mod follow;
mod settings;
mod privacy;
mod exchange;
pub mod quote_table;
mod channel;
mod stop;
mod operator;
mod link;
mod presses;
pub mod telegram;
pub mod terminal;
pub mod work;
mod written;

pub use answer::answer;
pub use desk::{Desk, Rules, Session, look};
pub use face::Face;
pub use parse::{Asked, COMMANDS, Command, Who, command};
pub use reply::{File, Reply};
pub use request::{Person, Place, PlaceKind, Replied, Request, What};
pub use starter::StarterSet;

#[cfg(test)]
mod tests;
