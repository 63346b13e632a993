use crate::article::{Given, from_text};
use crate::brief::quotes;

use super::*;

/// The texts of the key quotes, best first.
fn keys(text: &str) -> Vec<String> {
    let article = from_text(text, &Given::default());
    let mut quotes = quotes::find(&article);
    rank(&article, &Terms::of(&article), &mut quotes);
    let mut keys: Vec<_> =
        quotes.into_iter().filter_map(|quote| quote.key.map(|key| (key, quote.text))).collect();
    keys.sort();
    keys.into_iter().map(|(_, text)| text).collect()
}

const TALKS: &str = "Foreign Minister Ruth Okello said on Friday the fishing treaty would be signed before the summer.\n\n\
\"The weather in Halmstad was lovely and the coffee was hot as well,\" Okello said.\n\n\
\"We will sign the fishing treaty before the summer comes,\" Okello said.\n\n\
\"Is anybody against the fishing treaty before the summer?\" she asked.\n\n\
\"Fishing crews have waited eleven years for a treaty,\" said Anton Weiler, head of the union.\n";

#[test]
fn the_quote_that_echoes_the_lead_comes_first() {
    let found = keys(TALKS);
    assert!(found.first().is_some_and(|first| first.starts_with("We will sign")), "{found:?}");
}

#[test]
fn questions_are_never_key() {
    assert!(!keys(TALKS).iter().any(|text| text.contains('?')));
}

#[test]
fn no_speaker_has_more_than_two_unless_alone() {
    let three = "\"The port will open for every crew in spring,\" Ruth Okello said.\n\n\
\"The boats will sail to the northern banks again,\" Okello said.\n\n\
\"The union has agreed to all of the new terms,\" Okello said.\n";
    assert_eq!(keys(three).len(), 3);
    let with_another =
        format!("{three}\n\"The union has seen none of these terms yet,\" Anton Weiler said.\n");
    let found = keys(&with_another);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().any(|text| text.contains("none of these")));
}

#[test]
fn a_fragment_gives_way_to_the_whole() {
    let text = "Okello promised that crews \"will sail to the northern banks\" soon.\n\n\
\"The crews will sail to the northern banks again in spring,\" Ruth Okello said.\n";
    assert_eq!(keys(text), ["The crews will sail to the northern banks again in spring,"]);
}

#[test]
fn ranks_are_one_two_three_and_old_ones_are_cleared() {
    let article = from_text(TALKS, &Given::default());
    let mut found = quotes::find(&article);
    for quote in &mut found {
        quote.key = Some(9);
    }
    rank(&article, &Terms::of(&article), &mut found);
    let mut ranks: Vec<u32> = found.iter().filter_map(|quote| quote.key).collect();
    ranks.sort_unstable();
    assert_eq!(ranks, (1..=ranks.len() as u32).collect::<Vec<_>>());
    assert!(ranks.len() <= MOST_KEYS);
    rank(&article, &Terms::of(&article), &mut []);
}

#[test]
fn courtesies_of_a_talk_are_never_key() {
    let talk = "Press briefing on the harbour\n\n\
Minister Okello: Good morning, everybody. Thank you for coming.\n\n\
Question (Meridian): Will the port stay open?\n\n\
Minister Okello: Good morning. The port will stay open for every crew.\n\n\
Question: And the fee?\n\n\
Minister Okello: The fee falls away in May. Thank you.\n";
    let found = keys(talk);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(!found.iter().any(|text| text.contains("coming")));
    assert_eq!(keys("\"Thank you for all these years,\" Ruth Okello said.\n").len(), 1);
}
