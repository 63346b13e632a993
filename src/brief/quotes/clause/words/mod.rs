//! Words: the class and form of each token.

mod callings;
mod class;
mod endings;
mod grammar;
mod guess;
mod index;
mod infinitives;
mod lists;
mod names;
mod naming;
mod of;
mod proper;
mod roles;
mod tagger;
mod word;

pub(crate) use class::Class;
pub(crate) use grammar::Grammar;
pub(crate) use index::{Index, surnames};
pub(crate) use of::{grammar_of, reads};
pub(crate) use proper::is_foreign_article;
pub(crate) use tagger::tag;
pub(crate) use word::{Word, first_letters, same_word};
