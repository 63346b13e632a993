//! The whole program from outside: started as people start it, against loopback servers for Telegram and the web.

#![expect(unreachable_pub, reason = "a test binary has no outside")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at what it does not expect, and starts its own servers"
)]

mod gate;
mod model;
mod telegram;
mod web;
mod world;

mod commands;
mod crash;
mod database;
mod delivery;
mod digests;
mod faults;
mod floods;
mod health;
mod hosting;
mod lists;
mod litestream;
mod models;
mod secrets;
mod newsroom;
mod private;
mod flows;
mod summaries;
mod terminal;
mod webhook;
