//! What each word of a sentence does in its clause, and the noun phrases and classes of small words it makes.
//!
//! In: the words of a sentence. Out: verbs, nouns and what belongs to either. Uses nothing of the clauses they make.

pub(super) mod chunk;
pub(super) mod class;
mod look;
pub(super) mod sort;
