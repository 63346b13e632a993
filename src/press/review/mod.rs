//! Press reviews: made of the stored articles of a period, and of what came since the last one when they are due.
//!
//! In: a period or the arrivals since the last review, a chat's feeds, what it is about. Out: a
//! [`PressReview`], and for those that are due a document in the outbox, committed together with the row that says it was
//! made. Invariants: one review a chat, thread, local date and slot; each begins where the last one ended, by the number of
//! the arrival.

mod make;
mod round;

pub use make::{Asked, PressReview, review};
pub(super) use round::round;

#[cfg(test)]
mod tests;
