//! Phrases: noun phrases, verbs and the marks between them, a sentence at a time.

mod according;
mod apposition;
mod boundary;
mod chunk;
mod complement;
mod core;
mod listener;
mod made;
mod name;
mod noun;
mod owned;
mod somebody;
mod text;
mod trailing;
mod verb;

pub(crate) use chunk::{Chunk, Part, chunks, noun_at};
pub(crate) use noun::{Noun, Sort};
pub(crate) use owned::is_genitive;
pub(crate) use text::Text;
pub(crate) use trailing::{is_surname_elsewhere, name_behind, surname_behind};
pub(crate) use verb::is_brought;
