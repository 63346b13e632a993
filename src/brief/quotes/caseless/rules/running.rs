//! Lines that are all in marks and that no verb of saying stands beside: whether whoever spoke last may go on in them.

use super::subjects::{clauses, of};
use crate::brief::quotes::caseless::discourse::Voice;
use crate::brief::quotes::caseless::naming::phrase::Referent;
use crate::brief::quotes::caseless::page::sentence_end;
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::token::{Shape, Token};

/// Lines of words in marks that may stand between somebody and more words.
const MOST_LINES: usize = 12;

/// True where the line above tells of the one meant, or where nothing but lines all in marks stands between the two.
#[must_use]
pub(super) fn is_near(place: &Place, voice: &Voice) -> bool {
    let marked = |tokens: &[Token]| {
        tokens.iter().all(|token| matches!(token.shape, Shape::Quotation(_) | Shape::Mark(_)))
    };
    let lines = place.page.lines.get(..place.line).unwrap_or_default();
    let told = lines.iter().rev().take(MOST_LINES).find(|line| !marked(&line.tokens));
    told.is_some_and(|line| line.span.start <= voice.span.start)
}

/// True where the line below begins with somebody else, who says nothing more there.
#[must_use]
pub(super) fn is_told_below(place: &Place, voice: &Voice) -> bool {
    // words that go on behind words of the same one are no new ones
    let quoted = |tokens: &[Token]| tokens.iter().any(|token| token.quotation().is_some());
    let Some(tokens) = place.below().filter(|_| !place.above().is_some_and(quoted)) else { return false };
    let end = sentence_end(tokens, 0);
    let quotes = quoted(tokens.get(..tokens.len().min(end + 1)).unwrap_or_default());
    let mut subjects = clauses(tokens, 0, end).into_iter().rev();
    let who = subjects.find_map(|(from, to)| of(place.page, tokens, from, to));
    who.is_some_and(|who| {
        let other = match who.referent {
            Referent::Person(person) => person != voice.person,
            Referent::Anonymous | Referent::Office(..) => true,
            _ => false,
        };
        other && !quotes
    })
}
