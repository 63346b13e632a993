//! what a digest holds and when it is next due.
