//! outbox → Telegram.
