//! How much each candidate tells: early, central to the article, rich in its rarer words.

use crate::brief::quote::Quote;
use crate::brief::quotes::is_unmarked;
use crate::brief::terms::{Terms, add, dot};
use crate::text::{Steps, is_letter_or_digit};

use super::candidates::Candidate;
use super::turns::Turn;

/// The shares of a weight, found on development articles: standing first is worth 1 and falls with the distance.
const FALL: f32 = 1.4;
/// Likeness to the whole article, against the likest sentence.
const CENTRALITY: f32 = 0.37;
/// Distinct content words to a word.
const DENSITY: f32 = 0.1;
/// A figure or a date.
const FIGURE: f32 = 0.035;
/// What shortness costs, rising below this many words.
const SHORTNESS: f32 = 0.13;
const FULL_LENGTH: f32 = 12.0;
/// What blemishes cost.
const BLEMISH: f32 = 0.5;
/// What every further sentence costs.
const SENTENCE: f32 = 0.03;

/// The place at which the entry of a live blog counts that tells what happened.
const EVENT: f32 = 0.0;
/// Fewest turns of a talk.
const TALK: usize = 2;

/// Sets vector, weight and, where a quotation runs over the sentence's ends, unfitness of every candidate.
pub(super) fn weigh(text: &str, found: &mut [Candidate], terms: &Terms, quotes: &[Quote]) {
    let talk = quotes.iter().filter(|quote| is_unmarked(quote, text)).count() >= TALK;
    for one in found.iter_mut() {
        let first = quotes.partition_point(|quote| quote.span.end <= one.whole.start);
        let mut inside = quotes.iter().skip(first).take_while(|quote| quote.span.start < one.whole.end);
        one.spoken = one.turn == Turn::Asked
            || talk && one.turn == Turn::Labelled
            || inside.clone().any(|quote| is_unmarked(quote, text));
        one.fit &= !one.spoken
            && inside.all(|quote| one.whole.contains(quote.span) && !is_all_said(one, quote, &terms.steps));
        one.vector = terms.vector(&one.pieces);
    }
    let mut centre = terms.dense(&[]);
    for one in found.iter().filter(|one| !one.noise) {
        add(&mut centre, &one.vector);
    }
    // Every sentence is wholly like itself; that tells nothing.
    let degree = |one: &Candidate| dot(&centre, &one.vector) - 1.0;
    let most = found.iter().filter(|one| !one.noise).map(degree).fold(0.1_f32, f32::max);
    let mut place = 0.0_f32;
    for one in found.iter_mut() {
        let words = one.words.max(1) as f32;
        let own_place = if one.event { place.min(EVENT) } else { place };
        let figure = one.text.contains(|letter: char| letter.is_ascii_digit());
        one.weight = 1.0 / (1.0 + FALL * own_place)
            + CENTRALITY * (dot(&centre, &one.vector) - 1.0) / most
            + DENSITY * (one.vector.len() as f32 / words).min(1.0)
            + if figure { FIGURE } else { 0.0 }
            - SENTENCE
            - SHORTNESS * (1.0 - words / FULL_LENGTH).max(0.0)
            - BLEMISH * one.blemish;
        place += if one.noise { 0.0 } else { 1.0 };
    }
}

/// Bytes outside a quote that only tell whose turn it is.
const LABEL: usize = 40;

/// True when a sentence is all somebody's words and no mark tells so: an answer of an interview.
fn is_all_said(one: &Candidate, quote: &Quote, steps: &Steps) -> bool {
    steps.take(1);
    if one.whole.len().saturating_sub(quote.span.len()) > LABEL {
        return false;
    }
    steps.take(one.text.len());
    let before = one.text.split_once(quote.text.as_str()).map(|(before, _)| before.trim_end());
    let marked = before.is_some_and(|before| {
        before.ends_with(|letter: char| !is_letter_or_digit(letter) && letter != ':' && letter != '：')
    });
    !marked
}
