//! What besides its capitals tells that a name is a human being's.

use std::ops::Range;

use super::index::Index;
use super::lexicon::{Keyword, Tags};
use super::names::Sort;
use super::stream::Stream;
use super::tokens::Case;

/// True for `X, 58,` and `X, who`: only people have an age or are a who.
pub(super) fn is_aged_or_acts(stream: &Stream, end: usize) -> bool {
    const AGES: std::ops::RangeInclusive<u32> = 4..=115;
    let closes = |at: usize| [',', '.', ';'].iter().any(|mark| stream.is(at, *mark));
    let age = || stream.word(end + 1).parse().is_ok_and(|years| AGES.contains(&years));
    stream.is(end, ',') && (stream.has(end + 1, Tags::WHO) || age() && closes(end + 2))
}

/// True for a preposition behind a noun: what follows is no subject.
pub(super) fn is_tied(stream: &Stream, at: usize) -> bool {
    let noun = at.checked_sub(1).is_some_and(|noun| stream.is_word(noun) && !stream.has(noun, Tags::CUE));
    noun && stream.has(at, Tags::LINKING) && !stream.has(at, Tags::CONJUNCTION)
}

/// Most tokens of a sentence that is read for that.
const LONGEST: usize = 60;

/// True for a full name with which a sentence begins, alone in it, where the next begins with a pronoun of a person:
/// `X was sweeping. His shop`.
pub(super) fn is_taken_up(stream: &Stream, index: &Index, name: &Range<usize>) -> bool {
    let sentence = stream.sentence_of(name.start);
    if sentence.len() > LONGEST {
        return false;
    }
    let alone = index.mentions_in(sentence.clone()).filter(|other| other.sort == Sort::Person).count() == 1;
    let person = Tags::HE.or(Tags::SHE).or(Tags::HIS).or(Tags::HER);
    let subject = stream.has(name.end, Tags::AUX.or(Tags::COPULA)) || sentence.start == name.start;
    let heading = stream.get(name.start).is_none_or(|token| token.case == Case::Upper);
    alone && subject && !heading && stream.has(sentence.end, person)
}

/// True where a verb of saying beside a name or an age behind it tells that it is somebody's: `Ewan, 47,`, `according to
/// Ewan`.
pub(super) fn is_told_to_speak(stream: &Stream, name: &Range<usize>) -> bool {
    let says = |at: usize| stream.has(at, Tags::STRONG);
    let aged = stream.is(name.end, ',') && stream.word(name.end + 1).parse::<u8>().is_ok_and(|age| age > 3);
    let before = name.start.checked_sub(1).filter(|at| *at >= stream.sentence_of(name.start).start);
    let according = before.is_some_and(|at| {
        stream.is_keyword(at, Keyword::AccordPreposition)
            && at.checked_sub(1).is_some_and(|at| stream.has(at, Tags::ACCORD))
    });
    says(name.end) || aged || according || before.is_some_and(says)
}
