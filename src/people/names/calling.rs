//! Capitals that end in what somebody is: no name where an article or a place opens them, and no part of the name behind it.

use std::ops::Range;

use crate::people::lexicon::Tags;
use crate::people::stream::Stream;
use crate::people::tokens::Case;

/// `piece` without the letters behind a name, `X Y MP`; nothing where it names nobody: `the Harwell MP`, `a Labour
/// Councillor`.
pub(super) fn without_letters(stream: &Stream, piece: &Range<usize>) -> Option<Range<usize>> {
    let end = plain(stream, piece).end;
    let lettered = end < piece.end;
    if end == piece.start {
        return None;
    }
    let full = (piece.start + 1..end).any(|at| stream.has(at - 1, Tags::FIRST_NAME));
    let opened = piece.start.checked_sub(1).is_some_and(|at| stream.has(at, Tags::DETERMINER));
    let called = lettered && end == piece.start + 1 || opened && (lettered || is_called(stream, piece));
    (full || !called).then_some(piece.start..end)
}

/// The name without the letters behind it.
pub(in crate::people) fn plain(stream: &Stream, name: &Range<usize>) -> Range<usize> {
    let last = name.clone().rev().find(|at| !is_letters(stream, *at));
    name.start..last.map_or(name.start, |last| last + 1)
}

fn is_letters(stream: &Stream, at: usize) -> bool {
    let letters = stream.lexicon.letters.contains(stream.word(at));
    letters && stream.has(at, Tags::OFFICE) && stream.get(at).is_some_and(|token| token.case != Case::Lower)
}

/// `Spartans Coach`: the last of several words is an office of a person.
fn is_called(stream: &Stream, piece: &Range<usize>) -> bool {
    let last = piece.end - 1;
    piece.len() > 1
        && stream.has(last, Tags::OFFICE)
        && stream.has(last, Tags::PERSON)
        && !stream.has(last, Tags::ORGANISATION)
}
