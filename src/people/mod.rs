//! Persons, offices and organisations named in an article; the dated table of office holders.
//!
//! In: an article's text with its quotes masked. Out: who is named where ([`index::Index`]), with gender and role as
//! far as the article tells. Pure, total and linear.

pub mod callings;
pub mod facts;
pub mod gender;
pub mod index;
pub mod lexicon;
mod complement;
mod human;
mod link;
mod mention;
pub mod names;
mod naming;
pub mod offices;
pub mod roles;
mod spelling;
pub mod stream;
mod surnames;
pub mod tokens;
