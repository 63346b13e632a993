//! A phrase and the verb beside it.

use super::someone::Gender;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part};
use crate::brief::quotes::clause::words::Class;

/// A name at its place.
pub(super) struct Seen<'c> {
    /// The phrase.
    pub(super) noun: &'c Noun,
    /// True for a phrase without a preposition.
    pub(super) subject: bool,
    /// Subject of a verb of saying.
    pub(super) says: bool,
    /// What that verb tells.
    pub(super) gender: Option<Gender>,
}

impl<'c> Seen<'c> {
    /// The phrase that is the chunk `at`.
    pub(super) fn of(chunks: &'c [Chunk], at: usize) -> Option<Self> {
        let (noun, subject) = match &chunks.get(at)?.part {
            Part::Noun(noun) => (noun, true),
            Part::Governed(noun) | Part::According(noun) => (noun, false),
            _ => return None,
        };
        let near = |at: usize| chunks.get(at).filter(|chunk| chunk.is_finite());
        let behind = (at + 1..at + 3).find_map(near);
        let verb = at.checked_sub(1).and_then(near).or(behind).filter(|_| subject);
        let accords = matches!(chunks.get(at)?.part, Part::According(_));
        let says = accords || verb.is_some_and(|verb| verb.class.any(Class::CUE));
        let gender =
            verb.filter(|verb| verb.class.any(Class::SINGULAR)).and_then(|verb| Gender::of(verb.class));
        Some(Self { noun, subject, says, gender })
    }
}
