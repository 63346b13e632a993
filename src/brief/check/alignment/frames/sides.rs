//! A sentence and what it is laid beside the article with.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::super::words::lists::Lists;
use super::frame::Frame;
use crate::text::{Language, Steps};

/// What is laid beside one another.
pub(super) struct Sides<'a> {
    pub(super) own: &'a [Frame],
    pub(super) language: Language,
    pub(super) lists: &'static Lists,
    pub(super) steps: &'a Steps,
    pub(super) told: &'a [Vec<Frame>],
    /// The names of the article by their first letters, none where several have these.
    pub(super) initials: OnceCell<HashMap<String, Option<String>>>,
}
