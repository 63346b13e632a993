//! How much each candidate tells: early, central to the article, rich in its rarer words.

use crate::article::Article;
use crate::brief::Quote;

use super::candidates::Candidate;
use super::terms::{Terms, add, dot};

/// What is known of a candidate.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Features {
    pub(super) place: f32,
    pub(super) centrality: f32,
    pub(super) lead: f32,
    pub(super) rarity: f32,
    pub(super) names: f32,
    pub(super) digits: f32,
}

/// The shares of what makes a weight, found on development articles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shares {
    pub(super) position: f32,
    pub(super) decay: f32,
    pub(super) centrality: f32,
    pub(super) lead: f32,
    pub(super) rarity: f32,
    pub(super) blemish: f32,
    pub(super) names: f32,
    pub(super) floor: f32,
    pub(super) short: f32,
    pub(super) digits: f32,
}

pub(super) const SHARES: Shares = Shares {
    position: 1.0,
    decay: 1.4,
    centrality: 0.37,
    lead: 0.0,
    rarity: 0.1,
    blemish: 0.5,
    names: 0.0,
    floor: -0.03,
    short: 0.13,
    digits: 0.035,
};

/// Sets vector, weight and, where a quotation runs over the sentence's ends, unfitness of every candidate.
pub(super) fn weigh(found: &mut [Candidate], article: &Article, quotes: &[Quote]) {
    for one in found.iter_mut() {
        let split = |quote: &Quote| quote.span.overlaps(one.whole) && !one.whole.contains(quote.span);
        if quotes.iter().any(split) {
            one.fit = false;
        }
    }
    set_features(found, article);
    combine(found, SHARES);
}

fn set_features(found: &mut [Candidate], article: &Article) {
    let mut terms = Terms::new(&article.text, article.language);
    for one in found.iter_mut() {
        one.vector = terms.vector(&one.pieces);
    }
    let mut centre = vec![0.0_f32; terms.len()];
    for one in found.iter().filter(|one| !one.noise) {
        add(&mut centre, &one.vector);
    }
    let mut lead = vec![0.0_f32; terms.len()];
    for one in found.iter().filter(|one| !one.noise).take(3) {
        add(&mut lead, &one.vector);
    }
    let degree = |one: &Candidate| dot(&centre, &one.vector) - 1.0;
    let most = found.iter().filter(|one| !one.noise).map(degree).fold(0.1_f32, f32::max);
    let mut place = 0.0_f32;
    for one in found.iter_mut() {
        let words = one.words.max(1) as f32;
        let names =
            one.text.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
        let digits =
            one.text.split_whitespace().filter(|word| word.contains(|c: char| c.is_ascii_digit())).count();
        one.features = Features {
            place,
            centrality: (dot(&centre, &one.vector) - 1.0) / most,
            lead: dot(&lead, &one.vector) / 3.0,
            rarity: (one.vector.len() as f32 / words).min(1.0),
            names: names as f32 / words,
            digits: (digits as f32).min(1.0),
        };
        place += if one.noise { 0.0 } else { 1.0 };
    }
}

pub(super) fn combine(found: &mut [Candidate], shares: Shares) {
    for one in found {
        let of = one.features;
        one.weight = shares.position / (1.0 + shares.decay * of.place)
            + shares.centrality * of.centrality
            + shares.lead * of.lead
            + shares.rarity * of.rarity
            + shares.names * of.names
            + shares.digits * of.digits
            + shares.floor
            - shares.short * (1.0 - one.words as f32 / 12.0).max(0.0)
            - shares.blemish * one.blemish;
    }
}
