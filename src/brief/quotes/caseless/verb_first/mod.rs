//! Rules for languages whose sentences open with the verb: who stands behind it, before it, in front of the sentence.

pub(crate) mod agree;
pub(crate) mod behind_verb;
pub(crate) mod called;
pub(crate) mod construct;
pub(crate) mod cue;
pub(crate) mod first_verb;
pub(crate) mod frames;
pub(crate) mod judge;
pub(crate) mod named_so;
mod names;
mod objects;
pub(crate) mod titles;
