//! Telegram: updates in, by long polling or webhook; messages out; rights, menus, files.
//!
//! teloxide's dispatcher is not used: it acknowledges a batch as soon as its handlers are spawned, so a kill loses
//! what they held. Here a batch is written to the database in one transaction, and only then the next offset, which
//! acknowledges it, is asked for. A batch that cannot be written is asked for again. Updates are read with structs
//! of our own that hold what we need and nothing else, so that an unknown field or kind never costs an update.

mod client;
mod answers;
mod methods;
mod newer;
mod platform;
mod menus;
mod post;
mod updates;
mod polling;
pub mod time;
mod webhook;

pub use client::{Me, Refused, client, connect};
pub use newer::set_up;
pub use platform::TelegramPlatform;
pub use polling::poll;
pub use post::TelegramPost;
pub use teloxide_core::Bot;
pub use webhook::{Webhook, serve};
