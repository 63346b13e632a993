//! cards, digests and lists as Telegram HTML and as terminal text.
