//! The subject before an apposition that no comma closes: `“…,” X, an analyst at Y said`, `X, of the analysts Y said:`.

use std::ops::Range;

use super::noun_phrase::{Phrase, PhraseKind};
use super::phrase_finder::LONGEST;
use crate::people::index::Index;
use crate::people::lexicon::Tags;
use crate::people::names::{Mention, Sort};
use crate::people::stream::Stream;
use crate::people::tokens::Kind;

/// The name that opens the clause of the verb, where between the comma behind it and the verb only an apposition stands.
pub(super) fn name(stream: &Stream, index: &Index, verb: usize, start: usize) -> Option<Phrase> {
    let floor = start.max(verb.saturating_sub(LONGEST));
    let comma = (floor..verb).rev().find(|at| !stream.is_word(*at) && !is_number(stream, *at))?;
    if !stream.is(comma, ',') || stream.is(verb + 1, ',') || comma + 1 >= verb {
        return None;
    }
    // `X, 24, of Y`
    let aged = comma.checked_sub(2).is_some_and(|at| is_number(stream, at + 1) && stream.is(at, ','));
    let end = if aged { comma - 2 } else { comma };
    let mention = index.mention_at(end.checked_sub(1)?).filter(|found| found.name.end == end)?;
    let before = mention.from.checked_sub(1);
    let quote = |at: usize| stream.is_quote(at) || at > 0 && stream.is(at, ',') && stream.is_quote(at - 1);
    let quoted = before.is_some_and(quote);
    let person = mention.person.filter(|person| {
        mention.sort == Sort::Person && (mention.name.len() > 1 || index.is_human(*person))
    })?;
    let first = quoted || mention.from == start;
    let told = first && opens(stream, comma + 1, quoted) && !is_another(stream, index, comma + 1..verb);
    if !told || (comma + 1..verb).any(|at| acts(stream, index, at)) {
        return None;
    }
    Some(Phrase { tokens: mention.from..mention.name.end, kind: PhraseKind::Named(person) })
}

/// `X, coach Y said`: words that tell what somebody is, and the name of whoever is it, up to the verb.
fn is_another(stream: &Stream, index: &Index, rest: Range<usize>) -> bool {
    let person = |mention: &&Mention| mention.sort == Sort::Person && mention.name.end == rest.end;
    let named = rest.clone().last().and_then(|at| index.mention_at(at)).filter(person);
    named.is_some_and(|mention| {
        (rest.start..mention.name.start).all(|at| !stream.has(at, Tags::LINKING.or(Tags::DETERMINER)))
    })
}

fn is_number(stream: &Stream, at: usize) -> bool {
    stream.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// How an apposition begins: `a`, `of`, `director`; behind words in marks `the`, too, which elsewhere opens `, the mayor said`.
fn opens(stream: &Stream, at: usize, quoted: bool) -> bool {
    let role = stream.has(at, Tags::PERSON.or(Tags::OFFICE)) && !stream.is_capital(at);
    let the = quoted && stream.has(at, Tags::DEFINITE) && stream.has(at + 2, Tags::LINKING);
    role || the
        || stream.has(at, Tags::LINKING)
        || stream.has(at, Tags::INDEFINITE) && !stream.has(at, Tags::DEFINITE)
}

/// A word that only another clause has.
fn acts(stream: &Stream, index: &Index, at: usize) -> bool {
    let verb = Tags::STRONG.or(Tags::AUX).or(Tags::WHO).or(Tags::WHICH).or(Tags::PRONOUN);
    let noun = Tags::AMBIGUOUS.or(Tags::PERSON).or(Tags::OFFICE);
    stream.has(at, verb) && !stream.has(at, noun) && index.mention_at(at).is_none()
}
