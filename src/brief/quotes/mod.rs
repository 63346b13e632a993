//! Quotes: the words in marks, who said them, and how sure that is.
//!
//! In: an [`Article`]. Out: quotes in the order of the text, each the text at its own offsets. Deterministic, total and
//! linear. The sieve: [`marks`] and [`dialogue`] find the words, [`crate::people`] the names, [`cues`] and [`phrase`]
//! the verbs of saying and their subjects, [`attribute`] the phrase that stands for the speaker, [`resolve`] the person,
//! [`filter`] throws out what nobody said.

pub mod attribute;
mod before;
mod classify;
pub mod cues;
mod described;
pub mod dialogue;
pub mod document;
mod explanation;
pub mod filter;
pub mod marks;
pub mod phrase;
pub mod place;
pub mod relay;
pub mod resolve;
pub mod rule;
mod scan;
mod shown;
pub mod sieve;
pub mod subject;
pub mod transcript;
mod verbs;
pub mod wider;

use crate::article::Article;
use crate::brief::Quote;

pub use explanation::{Candidate, Explanation};

#[cfg(test)]
mod tests;

/// Finds the quotes of an article.
#[must_use]
pub fn find(article: &Article) -> Vec<Quote> {
    let document = document::Document::read(article);
    sieve::Sieve::new(&document).run()
}

/// Tells for every stretch of words in marks which rule named its speaker, and why other candidates lost.
#[must_use]
pub fn explain(article: &Article) -> Vec<Explanation> {
    let document = document::Document::read(article);
    let mut sieve = sieve::Sieve::new(&document);
    sieve.sieve();
    sieve.account()
}
