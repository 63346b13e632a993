//! Whoever is named only to be left out: `X, not Y, said`, `X rather than Y said`, `everyone but Y said`.

use super::noun_phrase::Phrase;
use super::phrase_finder;
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;

/// Where the words begin that leave out the phrase at `start`; None where it is not left out.
pub(crate) fn left_out(stream: &Stream, start: usize, floor: usize) -> Option<usize> {
    let at = |back: usize| start.checked_sub(back).filter(|at| *at >= floor);
    let is = |at: Option<usize>, keyword: Keyword| at.is_some_and(|at| stream.is_keyword(at, keyword));
    let (last, first) = (at(1)?, at(2));
    let withheld = is(first, Keyword::Withholding);
    if withheld && (is(Some(last), Keyword::Withholding) || stream.has(last, Tags::LINKING)) {
        return first;
    }
    if is(Some(last), Keyword::Excepting) || is(Some(last), Keyword::But) && is(first, Keyword::Everybody) {
        return Some(last);
    }
    // `X, not Y`, `X and not Y`; not `Why not Y said`
    let negated = stream.has(last, Tags::NEGATION) && stream.is_word(last);
    let joined = first.filter(|at| stream.is(*at, ',') || stream.is_keyword(*at, Keyword::And));
    negated.then_some(joined).flatten()
}

/// `found`, or where it is left out, the phrase it is set against, if there is one.
pub(crate) fn instead(stream: &Stream, index: &Index, found: Phrase, floor: usize) -> Option<Phrase> {
    let Some(opens) = left_out(stream, found.tokens.start, floor) else { return Some(found) };
    let joint = |at: &usize| stream.is(*at, ',') || stream.is_keyword(*at, Keyword::And);
    let last = (floor..opens).rev().find(|at| !joint(at))?;
    phrase_finder::ending_at(stream, index, last, floor)
        .or_else(|| phrase_finder::chunk_ending_at(stream, index, last, floor))
}
