//! Full-text search (<https://sqlite.org/fts5.html>): what a person asks for, and the index of stems it is looked up in.
//!
//! In: the words of stored articles and quotes, each in the language of its article; [`Terms`] as a person typed them.
//! Out: FTS5 expressions. Invariants: nothing typed is ever read as FTS5 syntax; a stem carries its language, so that the
//! stem of a word in one language is never found for another word of another language.

mod expression;
mod index;
mod stems;
mod terms;

pub(super) use expression::{Expression, expression};
pub use index::rebuild;
pub(super) use index::{article, before, quote};
pub use terms::{Terms, quoted, tokens};

/// What `like` finds a part of an outlet's name by.
pub(super) fn like(source: &str) -> String {
    format!("%{}%", source.to_lowercase().replace(['%', '_'], ""))
}
