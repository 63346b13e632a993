//! What a model chooses by number: key quotes.
//!
//! Invariants: no word of a quote comes from the model, nor who said it, which nothing in the article could prove; numbers
//! that name nothing are passed over.

use serde_json::{Value, json};

use super::excerpt::harmless;
use super::prompts::Listed;
use crate::brief::Quote;

/// Quotes listed in a prompt.
const MOST_QUOTES: usize = 24;
/// Characters of one listed quote.
const LONGEST_QUOTE: usize = 400;
/// Key quotes a model may choose where the rules chose fewer.
const FEWEST_KEYS: usize = 2;

/// The quotes as a prompt lists them.
pub(super) fn listed(quotes: &[Quote], nonce: &str) -> Vec<Listed> {
    quotes.iter().take(MOST_QUOTES).enumerate().map(|(at, quote)| listed_one(at, quote, nonce)).collect()
}

/// The choices in an answer, to be kept with its sentences and given to [`choose`] again.
#[must_use]
pub fn of_answer(answer: &Value) -> Value {
    json!({"key_quotes": answer.get("key_quotes")})
}

fn listed_one(at: usize, quote: &Quote, nonce: &str) -> Listed {
    let text: String = harmless(&quote.text, nonce).chars().take(LONGEST_QUOTE).collect();
    let speaker =
        quote.speaker.as_ref().and_then(|speaker| speaker.name.clone().or_else(|| speaker.mention.clone()));
    Listed { number: at + 1, text, speaker }
}

/// Ranks the quotes the model chose before those the rules chose, as many as the rules chose.
pub fn choose(quotes: &mut [Quote], answer: &Value) {
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
