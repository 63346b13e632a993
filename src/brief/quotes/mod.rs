//! Quotes: the words in marks, who said them, and how sure that is.
//!
//! In: an [`Article`]. Out: quotes in the order of the text, each the text at its own offsets. Deterministic, total and
//! linear. The sieve ([`pipeline`]) over an article taken apart ([`document`]): [`detection`] finds the words and throws
//! out what nobody said, [`syntax`] the verbs of saying and their subjects, [`attribution`] the phrase that stands for
//! the speaker, [`coreference`] the person.

mod attribution;
mod coreference;
mod detection;
mod document;
mod explanation;
mod finding;
mod pipeline;
mod rule;
mod syntax;

use crate::article::Article;
use crate::brief::Quote;
use document::Document;

pub use explanation::{Candidate, Explanation};
pub use rule::{Rule, RuleSet};

#[cfg(test)]
mod tests;

/// How quotes are looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Rules that are switched off, to see what each is worth.
    pub without: RuleSet,
}

/// Finds the quotes of an article.
#[must_use]
pub fn find(article: &Article) -> Vec<Quote> {
    find_with(article, Options::default())
}

/// Finds the quotes of an article as `options` say.
#[must_use]
pub fn find_with(article: &Article, options: Options) -> Vec<Quote> {
    pipeline::quotes(&Document::read(article), options.without)
}

/// Tells for every stretch of words in marks which rule named its speaker, and why other candidates lost.
#[must_use]
pub fn explain(article: &Article) -> Vec<Explanation> {
    let document = Document::read(article);
    let findings = pipeline::findings(&document, RuleSet::default());
    findings.iter().filter_map(|finding| explanation::explain(&document, finding)).collect()
}
