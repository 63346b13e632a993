//! Rules that find the speaker of words in marks, by the order of a language's sentences.

mod agree;
mod apposed;
pub(crate) mod behind_verb;
pub(crate) mod clause_final;
mod construct;
pub(crate) mod final_subjects;
pub(crate) mod medial;
pub(crate) mod reported;
pub(crate) mod subjects;
mod titles;
pub(crate) mod topical;
pub(crate) mod topics;
pub(crate) mod verb_first;
