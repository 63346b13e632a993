//! Extractive summaries: two or three sentences of the article, whole and clean, at most 75 words.
//!
//! In: an article and its quotes. Out: a [`Summary`] and warnings for people. Steps: cut the body into candidate
//! sentences ([`candidates`]), shorten them where that loses nothing ([`compress`]), judge which can stand alone
//! ([`fitness`]), weigh them ([`weight`]), choose the best set ([`choose`]).
//! Invariants: sentences stand in the order of the text; each is made of pieces of the text in order
//! (`Summary::sources`), runs of white space shown as one space; no more than [`MOST_WORDS`] words in all.

mod candidates;
mod choose;
mod compress;
mod fitness;
pub mod idf;
mod length;
mod lexicon;
mod live;
mod outcome;
mod remarks;
mod turns;
mod warnings;
mod weight;

use crate::article::{Article, Role};
use crate::brief::quote::Quote;
use crate::brief::terms::Terms;
use crate::text::{Span, count_words, first_words, shares_a_word};

use candidates::Candidate;
use length::squeezed;
pub use length::{MOST_SENTENCES, MOST_WORDS};
pub use outcome::{Method, Summary};

/// Summarises `article` with sentences of its own; the warnings tell where no clean summary could be made.
#[must_use]
pub fn extract(article: &Article, terms: &Terms, quotes: &[Quote]) -> (Summary, Vec<String>) {
    let mut found = candidates::gather(article);
    weight::weigh(&article.text, &mut found, terms, quotes);
    let chosen = choose::best(&found);
    if !chosen.is_empty() {
        let warnings = if chosen.len() == 1 && found.len() > 1 {
            vec![warnings::ONE_SENTENCE.to_owned()]
        } else {
            Vec::new()
        };
        return (shown(&chosen), warnings);
    }
    fallback(article, &found)
}

/// The best sentence of `article` that can stand alone and holds one of the words asked for.
#[must_use]
pub fn mentioning(article: &Article, quotes: &[Quote], asked: &str) -> Option<String> {
    let mut found = candidates::gather(article);
    weight::weigh(&article.text, &mut found, &Terms::of(article), quotes);
    let fits = |one: &&Candidate| {
        let stands = one.fit && !one.noise && !one.leans && one.words <= MOST_WORDS;
        stands && shares_a_word(&one.text, asked, article.language)
    };
    let best = found.iter().filter(fits).max_by(|one, other| one.weight.total_cmp(&other.weight));
    best.map(|one| one.text.clone())
}

/// What is shown when no sentence is fit: the dek, else the first sentence as it stands, unless what stands there is
/// somebody's words, else the headline.
fn fallback(article: &Article, found: &[Candidate]) -> (Summary, Vec<String>) {
    let dek =
        article.dek.as_deref().map(str::trim).filter(|dek| (1..=MOST_WORDS).contains(&count_words(dek)));
    if let Some(dek) = dek {
        return (plain(dek.to_owned(), Vec::new()), vec![warnings::DEK.to_owned()]);
    }
    let title = article.title.as_deref().map(str::trim);
    let title = title.filter(|title| (1..=MOST_WORDS).contains(&count_words(title)));
    if let Some(title) = title.filter(|_| found.iter().any(|one| one.spoken)) {
        return (plain(title.to_owned(), Vec::new()), vec![warnings::SPOKEN.to_owned()]);
    }
    if let Some(first) = found
        .iter()
        .find(|one| one.words <= MOST_WORDS && !one.noise)
        .or_else(|| found.iter().find(|one| one.words <= MOST_WORDS))
    {
        return (plain(first.text.clone(), first.pieces.clone()), vec![warnings::FIRST.to_owned()]);
    }
    let whole = found
        .first()
        .map_or_else(|| longest_block(article), |first| first.pieces.first().copied().unwrap_or_default());
    let cut = first_words(&article.text, whole, MOST_WORDS);
    if cut.is_empty() {
        let summary = title.map_or_else(Summary::default, |title| plain(title.to_owned(), Vec::new()));
        return (summary, vec![warnings::NO_TEXT.to_owned()]);
    }
    (plain(squeezed(cut.of(&article.text)), vec![cut]), vec![warnings::BEGINNING.to_owned()])
}

fn longest_block(article: &Article) -> Span {
    let text = article.blocks.iter().filter(|block| block.role != Role::Boilerplate).map(|block| block.span);
    text.max_by_key(|span| span.len()).unwrap_or_else(|| Span::whole(&article.text))
}

fn shown(chosen: &[&Candidate]) -> Summary {
    Summary {
        sentences: chosen.iter().map(|one| one.text.clone()).collect(),
        method: Method::Extractive,
        model: None,
        sources: chosen.iter().map(|one| one.pieces.clone()).collect(),
    }
}

fn plain(sentence: String, pieces: Vec<Span>) -> Summary {
    Summary { sentences: vec![sentence], method: Method::Extractive, model: None, sources: vec![pieces] }
}

#[cfg(test)]
mod tests;
