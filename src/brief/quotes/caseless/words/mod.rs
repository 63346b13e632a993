//! Words: what a line is cut into, and what each may be.

pub(crate) mod callings;
pub(crate) mod classes;
pub(crate) mod gender;
mod glue;
mod heads;
pub(crate) mod letters;
pub(crate) mod lexicon;
pub(crate) mod marks;
mod no_names;
mod pairs;
mod pieces;
pub(crate) mod spaced;
pub(crate) mod tags;
pub(crate) mod token;
mod transitive;
