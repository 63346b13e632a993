//! Where a run of capitals ends: words that are no part of any name.

use crate::people::callings::is_called;
use crate::people::lexicon::Tags;
use crate::people::stream::Stream;
use crate::people::tokens::{self, Case, Kind};
use crate::text::FastSet;

/// True when the word at `at` is no part of any name.
pub(super) fn parts(stream: &Stream, start: usize, at: usize, lower: &FastSet<&str>) -> bool {
    let Some(token) = stream.get(at) else { return true };
    let surname =
        at > start && stream.has(at - 1, Tags::FIRST_NAME.or(Tags::TITLE)) && !stream.has(at - 1, Tags::STOP);
    if surname || is_month_surname(stream, start, at) || is_day_in_name(stream, start, at) {
        return false;
    }
    // `the Dutchman Ruben Haverkort`
    if stream.is_capital(at + 1) && is_called(stream, at) {
        return true;
    }
    let plain = Tags::STOP.or(Tags::TIME).or(Tags::PRONOUN).or(Tags::OTHER_PRONOUN);
    let first = stream.sentence_of(at).start == at || after_opening(stream, at);
    let small = || {
        let mut word = String::new();
        tokens::lower_into(stream.word(at), &mut word);
        lower.contains(word.as_str())
    };
    // `Informed of …`, `Speaking in …`, `Reacting, …`
    let participle = first
        && stream.lexicon.participle_endings.iter().any(|ending| stream.word(at).ends_with(ending.as_ref()))
        && !stream.is_capital(at + 1)
        && (stream.has(at + 1, Tags::PREPOSITION.or(Tags::DETERMINER))
            || stream.is(at + 1, ',') && !stream.has(at, Tags::FIRST_NAME));
    if participle {
        return true;
    }
    let common = Tags::CUE
        .or(Tags::ADVERB)
        .or(Tags::PREPOSITION)
        .or(Tags::CONJUNCTION)
        .or(Tags::DETERMINER)
        .or(Tags::AUX);
    token.has(plain)
        && token.case != Case::Upper
        && !(token.has(Tags::FIRST_NAME) && stream.is_capital(at + 1))
        || token.has(plain) && token.case == Case::Upper && token.core.len() < 4
        || first
            && !token.has(Tags::FIRST_NAME.or(Tags::OFFICE).or(Tags::TITLE))
            && (token.has(common) || small())
}

/// True for the last word of `Haji Karwan Jan`: a month behind capitals of no class is a surname where no day follows.
fn is_month_surname(stream: &Stream, start: usize, at: usize) -> bool {
    let unknown =
        |at: usize| stream.get(at).is_some_and(|token| token.tags == Tags::NONE && token.is_capital());
    let dated = stream.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
    at > start + 1
        && stream.has(at, Tags::TIME)
        && !stream.has(at, Tags::WEEKDAY)
        && stream.get(at).is_some_and(|token| token.case != Case::Upper)
        && unknown(at - 1)
        && !dated
        && !stream.is_capital(at + 1)
}

/// True for the middle of `Lê Thu Ha`: the short name of a day between capitals of no class.
fn is_day_in_name(stream: &Stream, start: usize, at: usize) -> bool {
    let unknown = |at: usize| {
        let other = Tags::TIME.or(Tags::STOP).or(Tags::OFFICE).or(Tags::TITLE).or(Tags::CUE);
        stream.is_capital(at) && !stream.has(at, other)
    };
    at > start
        && stream.has(at, Tags::WEEKDAY)
        && stream.get(at).is_some_and(|token| token.core.len() == SHORT_DAY)
        && unknown(at - 1)
        && unknown(at + 1)
}

/// Letters of the short name of a day.
const SHORT_DAY: usize = 3;

fn after_opening(stream: &Stream, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        stream.is_quote(before) || ['—', '–', ':', '"', '•', '■'].iter().any(|mark| stream.is(before, *mark))
    })
}
