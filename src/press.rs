//! digests due and held alerts → outbox.
