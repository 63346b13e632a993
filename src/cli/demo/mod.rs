//! The bot in the terminal, and pictures of what it says: both with the demonstration's world.

pub mod chat;
pub mod picture;
