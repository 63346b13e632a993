//! attache: a press attaché in a Telegram chat.
//!
//! News comes in at the top of this list and leaves at the bottom; a module uses only those above it
//! (`tests/house` enforces it). The first fourteen are pure: no clock, no I/O, no `async`, and total functions.
//!
//! ```text
//! feed ─▶ watch ─▶ fetch ─▶ article ─▶ brief ─▶ store ─▶ story ─▶ press ─▶ outbox ─▶ deliver ─▶ Telegram
//! ```

pub mod languages;
pub mod text;
pub mod article;
pub mod people;
pub mod brief;
pub mod source;
pub mod feed;
pub mod statement;
pub mod story;
pub mod record;
pub mod digest;
pub mod review;
pub mod picture;
pub mod view;

pub mod clock;
pub mod counters;
pub mod listen;
pub mod fetch;
pub mod model;
pub mod translator;
pub mod store;
pub mod config;

pub mod editor;
pub mod watch;
pub mod press;
pub mod deliver;
pub mod bot;
pub mod app;
pub mod cli;
