//! The two sides that are laid beside one another: a statement, and a row of the article.

use super::clauses::Row;
use super::told::{Statement, Told};
use super::words::item::{Item, NO};
use super::words::lists::Lists;

/// How far an expanded name or noun may reach, in words.
pub(super) const REACH: usize = 4;

/// Where a word of the statement was found: its place there, and in the row.
pub(super) type Found = (usize, usize);

/// A statement and a row.
pub(super) struct Sides<'a> {
    pub(super) statement: &'a Statement,
    /// The words of the statement.
    pub(super) own: &'a [Item],
    pub(super) row: &'a Row,
    /// The number of the row's sentence.
    pub(super) sentence: usize,
    pub(super) told: &'a Told<'a>,
    pub(super) lists: &'static Lists,
}

impl Sides<'_> {
    /// Whether the word at a place of the row says no.
    pub(super) fn is_no(&self, at: usize) -> bool {
        self.row.items.get(at).is_some_and(|item| item.kept() && item.key == NO)
    }
}
