//! Surnames that are common words.

use super::lexicon::Tags;
use super::mention::{Mention, Sort};
use super::stream::Stream;
use crate::text::FastSet;

/// Finds surnames that are common words (Black, Early, Will) where the full name stands elsewhere.
pub(super) fn surnames_again(stream: &Stream, mentions: &mut Vec<Mention>) {
    let surnames: FastSet<&str> = mentions
        .iter()
        .filter(|mention| {
            mention.sort == Sort::Person
                && mention.name.len() > 1
                && stream.has(mention.name.start, Tags::FIRST_NAME)
        })
        .map(|mention| stream.word(mention.name.end - 1))
        .collect();
    if surnames.is_empty() {
        return;
    }
    let mut taken = vec![false; stream.tokens.len()];
    for at in mentions.iter().flat_map(|mention| mention.from..mention.name.end) {
        if let Some(place) = taken.get_mut(at) {
            *place = true;
        }
    }
    let found: Vec<Mention> = (0..stream.tokens.len())
        .filter(|at| stream.is_capital(*at) && !taken.get(*at).copied().unwrap_or(true))
        .filter(|at| {
            stream
                .get(*at)
                .is_some_and(|token| token.has(Tags::STOP.or(Tags::TIME).or(Tags::OFFICE).or(Tags::AUX)))
        })
        .filter(|at| surnames.contains(stream.word(*at)))
        .filter(|at| stream.sentence_of(*at).start != *at || stream.has(*at + 1, Tags::STRONG))
        .map(|at| Mention {
            name: at..at + 1,
            from: at,
            sort: Sort::Person,
            title: Tags::NONE,
            headline: false,
            person: None,
        })
        .collect();
    if !found.is_empty() {
        mentions.extend(found);
        mentions.sort_by_key(|mention| mention.name.start);
    }
}
