//! A review with what is known of its period.

use chrono::{DateTime, Utc};

use crate::review::Review;
use crate::view::Translations;

/// A review with what is known of its period.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PressReview {
    /// What was found.
    pub review: Review,
    /// What a machine made of the quotes its reader cannot read.
    pub translations: Translations,
    /// Where the period begins.
    pub from: DateTime<Utc>,
    /// Where it ends.
    pub to: DateTime<Utc>,
    /// What it is about, if not about everything.
    pub about: Option<String>,
    /// Feeds that were read.
    pub feeds: usize,
    /// Names of those that fail.
    pub failing: Vec<String>,
    /// Names of those that answer and had nothing.
    pub silent: Vec<String>,
    /// Codes of languages articles came in that nobody reads here, with how many.
    pub unread: Vec<(String, usize)>,
    /// Articles that came on top of the most a review is made of.
    pub over: usize,
}
