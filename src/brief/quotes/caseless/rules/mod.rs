//! Rules that find the speaker of words in marks, by the order of a language's sentences.

mod apposed;
pub(crate) mod behind_verb;
pub(crate) mod clause_final;
mod construct;
pub(crate) mod medial;
pub(crate) mod subjects;
pub(crate) mod topical;
pub(crate) mod topics;
pub(crate) mod verb_first;
