//! The agency or outlet through which words came.

use super::discourse::Voice;
use super::page::sentence_end;
use super::place::Place;
use super::rules::subjects::is_nominal;
use super::words::tags::Tags;
use super::words::token::Token;
use crate::text::Span;

/// Words of an outlet's name behind the noun for it.
const LONGEST_NAME: usize = 3;

/// The outlet that the sentence of a quotation tells to have relayed it, when the words are another's.
#[must_use]
pub(crate) fn outlet(place: &Place, voice: &Voice) -> Option<Span> {
    let end = sentence_end(place.tokens, place.at);
    let sentence = place.tokens.get(place.start..end)?;
    let frame = Tags::RELAY.or(Tags::RELAY_END).or(Tags::ACCORD);
    let noun = sentence.iter().position(|token| token.has(Tags::AGENCY))?;
    let span = name(place, sentence, noun)?;
    let relays = sentence.iter().any(|token| token.has(frame)) && !span.overlaps(voice.span);
    relays.then_some(span)
}

fn name(place: &Place, sentence: &[Token], noun: usize) -> Option<Span> {
    let whole = sentence.get(noun)?.span;
    if place.page.lexicon.unspaced {
        let mut start = whole.start;
        for token in sentence.get(..noun)?.iter().rev() {
            if token.span.end != start || !is_nominal(token) {
                break;
            }
            start = token.span.start;
        }
        return Some(Span::new(start, whole.end));
    }
    let behind = sentence.get(noun + 1..)?.iter().take(LONGEST_NAME);
    let named = behind.take_while(|token| token.is_unknown() && !token.has(Tags::GLUED));
    Some(Span::new(whole.start, named.last().map_or(whole.end, |last| last.span.end)))
}
