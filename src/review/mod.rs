//! The press review: what the press of a period reported, who said what, and what was not covered.
//!
//! In: a [`Material`]: the reports of a period with their stories and quotes, and what came before. Out: a [`Review`],
//! ready to be drawn: findings, themes, an index by country, voices, numbered sources. Pure. Invariants: every sentence
//! and quote is an article's own and carries the numbers of the sources that have it; a source has one number; the same
//! material gives the same review, whatever the order of its reports; what an earlier report of a story told is not told
//! again.

mod compose;
mod index;
mod joined;
mod material;
mod outcome;
mod points;
mod quoted;
mod said;
mod side;
mod story;

pub use compose::compose;
pub use material::{Material, Report};
pub use outcome::{
    Finding, First, LeftOut, Listed, OneSided, Point, Review, Said, Side, Source, Theme, Voice, Where,
    Wording,
};

#[cfg(test)]
pub(crate) mod tests;
