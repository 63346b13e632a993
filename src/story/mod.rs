//! Stories: which articles report one event.
//!
//! In: articles in the order they came, as [`Report`]s. Out: for each the story it joins, or none, with the score that
//! decided ([`Window::nearest`]). One pass, deterministic; a later article never moves an earlier one. Invariants: the
//! answer depends on the articles kept so far and their order alone; the cost of one article grows with the articles
//! that share its rarer words, not with all of them, and no more once a story has 200 or the window 20,000.

mod across;
mod evidence;
mod frequency;
mod kept;
mod likeness;
mod members;
mod merge;
mod pairs;
mod sketch;
mod terms;
mod window;
mod words;

pub use across::Across;
pub use merge::{Merged, Spoken, merge_quotes};
pub use terms::{Draft, Report};
pub use window::{Placement, Window};
