//! Rules that find the speaker of words in marks, by the order of a language's sentences.

mod apposed;
pub(crate) mod clause_final;
pub(crate) mod complements;
pub(crate) mod final_frames;
pub(crate) mod final_subjects;
mod followed;
pub(crate) mod medial;
pub(crate) mod reported;
pub(crate) mod subjects;
pub(crate) mod topical;
pub(crate) mod topics;
mod untitled;
mod views;
