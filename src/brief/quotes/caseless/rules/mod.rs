//! Rules that find the speaker of words in marks, by the order of a language's sentences.

mod apposed;
pub(crate) mod clause_final;
pub(crate) mod complements;
pub(crate) mod final_frames;
pub(crate) mod final_subjects;
mod followed;
pub(crate) mod medial;
mod parts;
mod running;
mod spoken_of;
pub(crate) mod subjects;
mod untitled;
mod untold;
mod views;
