//! The words of a sentence as they are laid beside those of another, and what the language's tables say of them.

pub(super) mod item;
mod lines;
pub(super) mod lists;
pub(super) mod meanings;
mod pronoun;
mod reader;
mod tables;

pub(super) use pronoun::Pronoun;
pub(super) use reader::items;
