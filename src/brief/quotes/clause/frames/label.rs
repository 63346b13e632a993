//! `X: “…”`, `X, “…”` as a headline, `Verbatim: “…”`.

use crate::brief::quotes::clause::phrases::{Noun, Part, Sort, noun_at};
use crate::brief::quotes::clause::subjects::{Frame, Place, Source};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// Chunks a label may have.
const LONGEST: usize = 6;

/// `“…” (X)`: the name in brackets behind the words.
fn bracketed(place: Place) -> Option<Frame> {
    let noun = place.noun(place.at + 2).filter(|_| place.is(place.at + 1, '('))?;
    let closes = place.is(place.at + 3, ')') && noun.determiner == Class::NONE;
    let somebody =
        matches!(noun.sort, Sort::Person | Sort::Capital) && !place.text.has(noun.head, Class::PLACE);
    (closes && somebody).then(|| Frame::new(Rule::Signed, Source::Noun(noun.clone())))
}

/// `Direct speech of Porto: “…”`: whose words the label, up to the token `from`, says they are.
fn owner_of(place: Place, start: usize, from: usize, colon: usize) -> Option<Noun> {
    let end = place.chunk(colon)?.tokens.start;
    let first = place.chunk(start)?.tokens.start;
    let noun = noun_at(place.text, from, end).filter(|noun| from > first && noun.tokens.end == end)?;
    (place.text.grammar.cases && noun.can_speak()).then_some(noun)
}

/// Finds the label before the quotation, or the name in brackets behind it.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    if let Some(frame) = bracketed(place) {
        return Some(frame);
    }
    let colon = place.at.checked_sub(1)?;
    let comma = place.is(colon, ',') && place.opens && place.at + 1 == place.chunks.len();
    if !(place.is(colon, ':') || comma) {
        return None;
    }
    let first = place.chunk(0)?.tokens.start;
    let start = (0..colon)
        .rev()
        .take(2 * LONGEST)
        .find(|at| place.is_dash(*at) || place.is(*at, '.'))
        .map_or(0, |at| at + 1);
    let from = place.chunk(start)?.tokens.start;
    let length = Grammar::phrase(&place.text.grammar.labelled, |offset| place.text.lower(from + offset));
    if length > 0 && from + length == place.chunk(colon)?.tokens.start {
        return Some(Frame::new(Rule::Label, Source::Silent(Class::NONE, from..from + length)));
    }
    if let Some(noun) = owner_of(place, start, from + length, colon).filter(|_| length > 0) {
        return Some(Frame::new(Rule::Label, Source::Noun(noun)));
    }
    if colon == start || colon - start > LONGEST || first > from {
        return None;
    }
    let noun = place.noun(start)?;
    let only = (start + 1..colon).all(|at| {
        matches!(
            place.chunk(at).map(|chunk| &chunk.part),
            Some(Part::Governed(_) | Part::Aside | Part::Mark('(' | ')'))
        )
    });
    let somebody = noun.name.is_some() && matches!(noun.sort, Sort::Person | Sort::Capital)
        || noun.sort == Sort::Role && noun.owner.is_none() && place.is(colon, ':');
    let somebody = somebody || noun.sort == Sort::Body && place.is(colon, ':') && noun.name.is_some();
    (only && somebody).then(|| Frame::new(Rule::Label, Source::Noun(noun.clone())))
}
