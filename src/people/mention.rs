//! One name at one place.

use std::ops::Range;

use super::lexicon::Tags;

/// What a name names, as far as its own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A person, as far as can be told.
    Person,
    /// A body, a paper, an outlet.
    Organisation,
    /// A country or city, or a word made from one.
    Place,
}

/// One name at one place.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The tokens of the name itself.
    pub name: Range<usize>,
    /// First token of the titles written before it; the name's own first token when there are none.
    pub from: usize,
    /// What it names.
    pub sort: Sort,
    /// The classes of its titles of courtesy and rank.
    pub title: Tags,
    /// Stands in a line of which most words have capitals: its borders cannot be trusted.
    pub headline: bool,
    /// Index of the person, once linked.
    pub person: Option<usize>,
}
