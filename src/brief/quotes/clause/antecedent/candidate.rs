//! Who may be meant.

use std::ops::Range;

use super::anaphor::Kind;
use super::feature::Feature;

/// Somebody who may be meant; without a number, nobody of those named.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// The person's number.
    pub(crate) person: Option<usize>,
    /// True for somebody who may be named where the rules name nobody.
    pub(super) open: bool,
    /// True for whoever the rules mean, who spoke or acted last and beside whom nobody else was named since.
    pub(super) goes_on: bool,
    /// What tells for and against, with how much of it there is.
    pub(crate) features: Vec<(Feature, f32)>,
}

/// Everybody who may be meant by the words for the speaker of one quotation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Weighed {
    /// The number of the marked stretch.
    pub(crate) quote: usize,
    /// What the words are.
    pub(crate) kind: Kind,
    /// The words; empty where there are none.
    pub(crate) tokens: Range<usize>,
    /// Those named, the last named first, then nobody.
    pub(crate) candidates: Vec<Candidate>,
}
