//! The whole program from outside: started as people start it, against loopback servers for Telegram and the web.

#![expect(unreachable_pub, reason = "a test binary has no outside")]

mod telegram;
mod web;
mod world;

mod commands;
mod delivery;
mod terminal;
