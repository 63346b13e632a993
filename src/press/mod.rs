//! digests due and held alerts → outbox.

pub mod edition;
