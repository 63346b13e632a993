//! What a model chooses by number: key quotes, and speakers among our candidates.
//!
//! Invariants: no word of a quote or a name comes from the model; a speaker the article gives words for stays; numbers
//! that name nothing are passed over.

use serde_json::{Value, json};

use super::excerpt::harmless;
use super::prompts::Listed;
use crate::brief::{Quote, Speaker};

/// Quotes listed in a prompt.
const MOST_QUOTES: usize = 24;
/// Characters of one listed quote.
const LONGEST_QUOTE: usize = 400;
/// Candidates for a speaker.
const MOST_CANDIDATES: usize = 6;
/// Confidence under which the model may choose a speaker, and what its choice is worth.
const UNSURE: f32 = 0.5;
const CHOSEN: f32 = 0.6;
/// Key quotes a model may choose where the rules chose fewer.
const FEWEST_KEYS: usize = 2;

/// The quotes as a prompt lists them.
pub(super) fn listed(quotes: &[Quote], nonce: &str) -> Vec<Listed> {
    let candidates = candidates(quotes);
    let shown = quotes.iter().take(MOST_QUOTES).enumerate();
    shown.map(|(at, quote)| listed_one(at, quote, &candidates, nonce)).collect()
}

/// The choices in an answer, to be kept with its sentences and given to [`choose`] again.
#[must_use]
pub fn of_answer(answer: &Value) -> Value {
    json!({"key_quotes": answer.get("key_quotes"), "speakers": answer.get("speakers")})
}

/// Does what an answer chooses, as far as it may.
pub fn choose(quotes: &mut [Quote], answer: &Value) {
    choose_speakers(quotes, answer);
    choose_keys(quotes, answer);
}

fn listed_one(at: usize, quote: &Quote, candidates: &[Speaker], nonce: &str) -> Listed {
    let text: String = harmless(&quote.text, nonce).chars().take(LONGEST_QUOTE).collect();
    let unsure = may_choose(quote);
    let names = candidates.iter().filter_map(|speaker| speaker.name.clone()).filter(|_| unsure);
    let speaker =
        quote.speaker.as_ref().and_then(|speaker| speaker.name.clone().or_else(|| speaker.mention.clone()));
    Listed { number: at + 1, text, speaker: speaker.filter(|_| !unsure), candidates: names.collect() }
}

/// The people who are surely quoted in the article, each once.
fn candidates(quotes: &[Quote]) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    for speaker in
        quotes.iter().filter(|quote| quote.confidence >= UNSURE).filter_map(|quote| quote.speaker.as_ref())
    {
        if speaker.name.is_some() && found.iter().all(|known| known.name != speaker.name) {
            found.push(speaker.clone());
        }
    }
    found.truncate(MOST_CANDIDATES);
    found
}

/// Only where the article has no words at all for the speaker: against “she said” a model's guess could be wrong.
fn may_choose(quote: &Quote) -> bool {
    quote.confidence < UNSURE && quote.speaker.is_none()
}

fn choose_speakers(quotes: &mut [Quote], answer: &Value) {
    let candidates = candidates(quotes);
    let choices = answer.get("speakers").and_then(Value::as_array).into_iter().flatten();
    for choice in choices.take(MOST_QUOTES) {
        let number = |key: &str| {
            choice.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()?.checked_sub(1))
        };
        let (Some(at), Some(candidate)) = (number("quote"), number("candidate")) else { continue };
        let (Some(quote), Some(candidate)) = (quotes.get_mut(at), candidates.get(candidate)) else {
            continue;
        };
        if at < MOST_QUOTES && may_choose(quote) {
            quote.speaker = Some(Speaker {
                name: candidate.name.clone(),
                role: candidate.role.clone(),
                mention: None,
                span: None,
            });
            quote.confidence = CHOSEN;
            "model".clone_into(&mut quote.rule);
        }
    }
}

/// Ranks the quotes the model chose before those the rules chose, as many as the rules chose.
fn choose_keys(quotes: &mut [Quote], answer: &Value) {
    let mut ruled: Vec<(u32, usize)> =
        quotes.iter().enumerate().filter_map(|(at, quote)| Some((quote.key?, at))).collect();
    ruled.sort_unstable();
    let chosen = answer.get("key_quotes").and_then(Value::as_array).into_iter().flatten();
    let chosen = chosen.filter_map(|number| usize::try_from(number.as_u64()?).ok()?.checked_sub(1));
    let chosen = chosen.filter(|&at| at < MOST_QUOTES.min(quotes.len()));
    let mut order: Vec<usize> = Vec::new();
    for at in chosen.chain(ruled.iter().map(|&(_, at)| at)) {
        if !order.contains(&at) && order.len() < ruled.len().max(FEWEST_KEYS) {
            order.push(at);
        }
    }
    for quote in quotes.iter_mut() {
        quote.key = None;
    }
    for (rank, at) in order.into_iter().enumerate() {
        if let Some(quote) = quotes.get_mut(at) {
            quote.key = u32::try_from(rank + 1).ok();
        }
    }
}
