//! The sentences of the body, each with what the later steps need to know of it.

use crate::article::{Article, claims_our_checks};
use crate::brief::notes::Notes;
use crate::brief::terms::Vector;
use crate::text::{Language, Span, count_words, sentences};

use super::compress;
use super::fitness::{self, Fitness};
use super::length::squeezed;

/// Sentences looked at; a news summary never comes from further down, and it bounds the work.
const MOST_CANDIDATES: usize = 200;

/// A sentence that may go into the summary.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The whole sentence in the text.
    pub(super) whole: Span,
    /// What is left of it after compression, in order.
    pub(super) pieces: Vec<Span>,
    /// The pieces joined, as shown.
    pub(super) text: String,
    /// Words of `text`.
    pub(super) words: usize,
    /// True when it can be shown at all.
    pub(super) fit: bool,
    /// True when it is a caption, promotion or other noise.
    pub(super) noise: bool,
    /// True when it can be shown only after the sentence before it.
    pub(super) leans: bool,
    /// What speaks against it without forbidding it, 0 for nothing.
    pub(super) blemish: f32,
    /// How much it tells; set by `weight`.
    pub(super) weight: f32,
    /// The places of its content words in the article's vocabulary with their TF-IDF, unit length; set by `weight`.
    pub(super) vector: Vector,
}

/// Cuts the body of `article` into candidates, in order.
pub(super) fn gather(article: &Article) -> Vec<Candidate> {
    let text = &article.text;
    let mut found = Vec::new();
    for (number, paragraph) in article.body().enumerate() {
        let within = compress::without_dateline(article, paragraph, number);
        for whole in sentences(text, within, article.language).into_iter().take(MOST_CANDIDATES) {
            let pieces = compress::pieces(text, whole, article.language);
            found.push(candidate(article, whole, pieces));
        }
        if found.len() >= MOST_CANDIDATES {
            break;
        }
    }
    found.truncate(MOST_CANDIDATES);
    for at in 1..found.len() {
        // What the next sentence points back to may stand in the part that was cut.
        let leans = found.get(at).is_some_and(|one| one.leans);
        if let Some(before) = found.get_mut(at - 1).filter(|before| leans && before.pieces != [before.whole])
        {
            *before = candidate(article, before.whole, vec![before.whole]);
        }
    }
    let notes = Notes::of(article);
    for one in found.iter_mut().filter(|one| notes.hold(one.whole.start)) {
        (one.fit, one.noise) = (false, true);
    }
    found
}

/// Judges a sentence as its language is written.
fn judge(sentence: &str, language: Language) -> Fitness {
    if language.profile().order.is_some() {
        fitness::caseless::judge(sentence, language)
    } else {
        fitness::judge(sentence, language)
    }
}

fn candidate(article: &Article, whole: Span, pieces: Vec<Span>) -> Candidate {
    let text = &article.text;
    let joined: String = pieces.iter().map(|piece| piece.of(text)).collect();
    let shown = squeezed(&joined);
    let Fitness { fit, noise, leans, blemish } = judge(&shown, article.language);
    let fit = fit && !claims_our_checks(&shown);
    Candidate {
        whole,
        pieces,
        words: count_words(&shown),
        text: shown,
        fit,
        noise,
        leans,
        blemish,
        weight: 0.0,
        vector: Vec::new(),
    }
}
