//! The sentences of the body, each with what the later steps need to know of it.

use crate::article::{Article, claims_our_checks};
use crate::brief::notes::Notes;
use crate::brief::terms::Vector;
use crate::text::{Language, Span, count_words, sentences};

use super::compress;
use super::fitness::{self, Fitness};
use super::length::squeezed;
use super::live;
use super::turns::{Turn, turn};

/// Sentences looked at; a news summary never comes from further down, and it bounds the work.
const MOST_CANDIDATES: usize = 200;

/// Whether a label stood at the head of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// None did.
    None,
    /// One did, and was cut off.
    Cut,
}

/// A sentence that may go into the summary.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The whole sentence in the text.
    pub(super) whole: Span,
    /// What is left of it after compression, in order.
    pub(super) pieces: Vec<Span>,
    /// The pieces joined, as shown; behind a label that was cut with a capital.
    pub(super) text: String,
    /// Whether a label was cut off its head.
    label: Label,
    /// Words of `text`.
    pub(super) words: usize,
    /// True when it can be shown at all.
    pub(super) fit: bool,
    /// True when it is a caption, promotion or other noise.
    pub(super) noise: bool,
    /// True when it can be shown only after the sentence before it.
    pub(super) leans: bool,
    /// What its paragraph is where people talk.
    pub(super) turn: Turn,
    /// True when it is somebody's words and no mark tells so; set by `weight`.
    pub(super) spoken: bool,
    /// True when it opens the entry of a live blog that tells what happened.
    pub(super) event: bool,
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
    let event = live::event(article);
    for (number, paragraph) in article.body().enumerate() {
        let within = compress::without_dateline(article, paragraph, number);
        let turn = turn(paragraph.of(text), article.language);
        let first = found.len();
        for whole in sentences(text, within, article.language).into_iter().take(MOST_CANDIDATES) {
            let behind = compress::without_label(text, whole, article.language);
            let label = if behind.is_some() { Label::Cut } else { Label::None };
            let whole = behind.unwrap_or(whole);
            let pieces = compress::pieces(text, whole, article.language);
            found.push(Candidate { turn, ..candidate(article, whole, pieces, label) });
        }
        if let Some(first) = found.get_mut(first).filter(|_| event == Some(paragraph)) {
            first.event = true;
        }
        if found.len() >= MOST_CANDIDATES {
            break;
        }
    }
    if found.iter().any(|one| one.label == Label::Cut) {
        // the lead tells what happened
        found.iter_mut().for_each(|one| one.event = false);
    }
    found.truncate(MOST_CANDIDATES);
    for at in 1..found.len() {
        // What the next sentence points back to may stand in the part that was cut.
        let leans = found.get(at).is_some_and(|one| one.leans);
        if let Some(before) = found.get_mut(at - 1).filter(|before| leans && before.pieces != [before.whole])
        {
            let whole = candidate(article, before.whole, vec![before.whole], before.label);
            *before = Candidate { turn: before.turn, event: before.event, ..whole };
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

fn candidate(article: &Article, whole: Span, pieces: Vec<Span>, label: Label) -> Candidate {
    let text = &article.text;
    let joined: String = pieces.iter().map(|piece| piece.of(text)).collect();
    let shown = squeezed(&joined);
    let shown = if label == Label::Cut { with_capital(&shown) } else { shown };
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
        turn: Turn::None,
        spoken: false,
        event: false,
        label,
        blemish,
        weight: 0.0,
        vector: Vec::new(),
    }
}

/// The sentence with a capital at its head.
fn with_capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}
