//! The orders in which a sentence says the same, and what it says without its asides and its pronouns.

pub(super) mod asides;
mod owners;
pub(super) mod pronouns;
pub(super) mod rows;
mod swapped;
mod voice;
