//! which articles report one event.
