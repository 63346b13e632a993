//! Which words are verbs that report speech here.

use super::noun_phrase::PhraseKind;
use super::phrase_finder::{self, LONGEST};
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;
use crate::people::tokens::Case;

/// True for a verb no list holds, of which its place tells that it reports speech: `” X cracked`, `X cracked, “`,
/// `,” cracked X`.
pub(crate) fn manner(stream: &Stream, index: &Index, at: usize) -> bool {
    let Some(token) = stream.get(at) else { return false };
    let Some(before) = at.checked_sub(1) else { return false };
    if token.tags != Tags::NONE
        || token.case != Case::Lower
        || !token.is_word()
        || !(stream.ends_as(at, Keyword::PastEnding)
            || stream.has(at + 1, Tags::PARTICLE_OF_VERB)
            || is_present(stream, at))
    {
        return false;
    }
    if is_inverted(stream, index, at) || joins_quote(stream, at) {
        return true;
    }
    let Some(subject) = index
        .mention_at(before)
        .filter(|mention| mention.name.end == at)
        .map(|mention| mention.from)
        .or_else(|| stream.has(before, Tags::HE.or(Tags::SHE)).then_some(before))
    else {
        return false;
    };
    let next = if stream.has(at + 1, Tags::PARTICLE_OF_VERB) { at + 2 } else { at + 1 };
    let opens = (stream.is(next, ',') || stream.is(next, ':')) && stream.is_quote(next + 1);
    let closes = subject.checked_sub(1).is_some_and(|quote| stream.is_quote(quote));
    opens || closes && !stream.has(at + 1, Tags::DETERMINER)
}

/// `,” X frets.`: a verb's present with which the clause ends, behind words in marks or before a name.
fn is_present(stream: &Stream, at: usize) -> bool {
    let quote = (0..at).rev().take(LONGEST).find(|before| stream.is_quote(*before));
    let opens = quote.is_some_and(|quote| stream.sentence_of(at).start == quote);
    let ends = stream.get(at + 1).is_none_or(|next| !next.is_word() || next.is_capital_name())
        || stream.has(at + 1, Tags::PREPOSITION.or(Tags::ADVERB).or(Tags::TIME));
    stream.ends_as(at, Keyword::PresentEnding) && opens && ends
}

/// `leaned over and hissed “`: the second of two verbs, right before words in marks.
fn joins_quote(stream: &Stream, at: usize) -> bool {
    let and = at.checked_sub(1).is_some_and(|before| stream.is_keyword(before, Keyword::And));
    and && stream.is_quote(at + 1) && stream.ends_as(at, Keyword::PastEnding)
}

/// `,” cracked X.`: right behind words in marks, right before a person with whom the clause ends.
fn is_inverted(stream: &Stream, index: &Index, at: usize) -> bool {
    let quoted =
        at > 0 && stream.is_quote(at - 1) || at > 1 && stream.is(at - 1, ',') && stream.is_quote(at - 2);
    let person = phrase_finder::beginning_at(stream, index, at + 1, stream.sentence_of(at).end);
    quoted
        && person.is_some_and(|person| {
            let ends = stream.get(person.tokens.end).is_none_or(|next| next.is('.') || next.is(','));
            ends && matches!(person.kind, PhraseKind::Named(_))
        })
}

pub(crate) fn is_verb(stream: &Stream, index: &Index, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    if index.mention_at(at).is_some() || stream.get(at).is_some_and(|token| token.possessive) {
        return false;
    }
    let plain = stream.has(at, Tags::STRONG) && !stream.has(at, Tags::AMBIGUOUS);
    if stream.has(before, Tags::DETERMINER) && !stream.has(before, Tags::OTHER_PRONOUN) && !plain {
        return false;
    }
    if !stream.has(at, Tags::AMBIGUOUS) {
        return true;
    }
    // `X’s comments “…”`
    if stream.get(before).is_some_and(|token| token.possessive) && !plain {
        return false;
    }
    let after = at + 1;
    let spoken = stream.is_quote(after)
        || stream.is(after, ':')
        || stream.is_keyword(after, Keyword::That)
        || stream.is(after, ',') && stream.is_quote(after + 1)
        || object_then_quote(stream, index, after);
    let subject = index.mention_at(before).is_some_and(|mention| mention.name.end == at)
        && !stream.get(before).is_some_and(|token| token.possessive)
        || stream.has(before, Tags::PRONOUN);
    let adjacent =
        stream.is_quote(before) || stream.is(before, ',') && before > 0 && stream.is_quote(before - 1);
    spoken || subject || adjacent || is_enclosed(stream, at)
}

/// `, the operator promises,`: between commas, behind a noun with its article.
pub(crate) fn is_enclosed(stream: &Stream, at: usize) -> bool {
    const NOUN: usize = 5;
    let comma = (0..at).rev().take(NOUN).find(|before| !stream.is_word(*before));
    let opens = comma.filter(|comma| stream.is(*comma, ',') && stream.has(comma + 1, Tags::DEFINITE));
    opens.is_some_and(|comma| comma + 2 < at) && stream.is(at + 1, ',')
}

/// `call X “…”`, `put it: “…”`: only a verb has an object and words in marks behind it.
fn object_then_quote(stream: &Stream, index: &Index, at: usize) -> bool {
    let end = index
        .mention_at(at)
        .map(|mention| mention.name.end)
        .or_else(|| stream.has(at, Tags::PRONOUN.or(Tags::IT)).then_some(at + 1));
    end.is_some_and(|end| {
        stream.is_quote(end) || (stream.is(end, ',') || stream.is(end, ':')) && stream.is_quote(end + 1)
    })
}

pub(crate) fn be(stream: &Stream, at: usize) -> bool {
    stream.is_keyword(at, Keyword::Be)
}
