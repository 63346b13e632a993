//! What comes in from Telegram, what goes out to it, and what was said and offered there.

pub mod fanouts;
pub mod guest_answers;
pub mod notices_sent;
pub mod outbox;
pub mod pending_choices;
pub mod telegram_updates;
