//! Noun phrases that can stand for a speaker, and what kind of speaker each is: named, a body, described, or nobody in
//! particular.

use std::ops::Range;

use crate::people::callings;
use crate::people::facts;
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::{Mention, Sort};
use crate::people::stream::Stream;

/// A phrase that can stand for a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What it is.
    pub(crate) kind: PhraseKind,
}

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhraseKind {
    /// He, she, they, who.
    Pronoun(Tags),
    /// A named person.
    Named(usize),
    /// A named body, paper or country.
    Body(usize),
    /// “The Russian top diplomat”, “his lawyer”.
    Definite,
    /// “A senior official”, “some critics”.
    Indefinite,
    /// “Officials”, “critics in Paris”.
    Bare,
}

/// Tells what kind of speaker the phrase is.
pub(crate) fn classify(stream: &Stream, index: &Index, range: &Range<usize>) -> Phrase {
    let tokens = range.clone();
    let determiner = stream
        .get(tokens.start)
        .filter(|token| !token.is_capital_name())
        .map_or(Tags::NONE, |token| token.tags);
    let last = head(stream, index, range, determiner);
    let possessive = (tokens.start..last).any(|at| stream.get(at).is_some_and(|token| token.possessive));
    let named = index
        .mention_at(last)
        .filter(|mention| mention.name.end > last)
        .and_then(|mention| Some((mention, mention.person?)));
    let kind = match named {
        Some((mention, _)) if nameless(stream, &tokens, determiner, mention) => PhraseKind::Indefinite,
        Some((mention, person)) => {
            let beside = mention.from <= tokens.start + 1 && !possessive;
            let the = determiner.any(Tags::DEFINITE) && beside;
            let an = determiner.any(Tags::INDEFINITE) && !determiner.any(Tags::DEFINITE);
            let titled = mention.title != Tags::NONE || mention.from < mention.name.start;
            match mention.sort {
                // `the Dane`, `a Dane`
                _ if the && !titled && is_one_from_a_place(stream, mention) => PhraseKind::Definite,
                _ if an && beside && !titled && is_one_from_a_place(stream, mention) => {
                    PhraseKind::Indefinite
                }
                Sort::Person if !the || titled || index.is_human(person) => PhraseKind::Named(person),
                _ => PhraseKind::Body(person),
            }
        }
        None if determiner.any(Tags::INDEFINITE) && !determiner.any(Tags::DEFINITE) => PhraseKind::Indefinite,
        None if determiner.any(Tags::DEFINITE) || possessive => PhraseKind::Definite,
        None if index.mention_at(tokens.start).is_some()
            || stream.is_capital(tokens.start)
                && stream.has(tokens.start, Tags::PLACE.or(Tags::ORGANISATION)) =>
        {
            if stream.word(last).ends_with('s') { PhraseKind::Bare } else { PhraseKind::Definite }
        }
        None if !stream.lexicon.articles && stream.has(last, Tags::PERSON) => PhraseKind::Definite,
        None => PhraseKind::Bare,
    };
    Phrase { tokens, kind }
}

/// `the Dane`, `the Texan`: a calling, and no name.
fn is_one_from_a_place(stream: &Stream, mention: &Mention) -> bool {
    mention.name.len() == 1 && callings::is_from_a_place(stream, mention.name.start)
}

/// The word the phrase turns on: the last before its complements.
fn head(stream: &Stream, index: &Index, range: &Range<usize>, determiner: Tags) -> usize {
    let indefinite = determiner.any(Tags::INDEFINITE);
    let titled = index
        .mentions_in(range.clone())
        .find_map(|mention| facts::office_of(stream, mention.name.start, range.start));
    let end = range
        .clone()
        .skip(1)
        .find(|at| {
            let complement = stream.has(*at, Tags::PREPOSITION) && index.mention_at(*at).is_none();
            complement
                && (indefinite || !stream.is_capital(*at))
                && titled.is_none_or(|office| office + 1 != *at)
        })
        .unwrap_or(range.end);
    let end = owner_of_name(stream, index, range.start..end).unwrap_or(end);
    (range.start..end).rev().find(|at| stream.is_word(*at)).unwrap_or(range.start)
}

/// True for somebody whose name is not told, although one stands in the phrase: “several aides X met”, “an official X
/// named”. “Another voter, X” has told it, and so has “a defiant X”.
fn nameless(stream: &Stream, tokens: &Range<usize>, determiner: Tags, mention: &Mention) -> bool {
    if !determiner.any(Tags::INDEFINITE) || determiner.any(Tags::DEFINITE) {
        return false;
    }
    let before = tokens.start + 1..mention.from;
    let told = before.clone().any(|at| !stream.is_word(at));
    let someone = before
        .clone()
        .rev()
        .skip(1)
        .any(|at| stream.has(at, Tags::PERSON) && stream.is_word(at) && !stream.is_capital(at));
    !told && (someone || stream.is_keyword(tokens.start, Keyword::Several))
}

/// `ein Sprecher der Ministerin X`, «глава МИД»: the head is the noun for a person before the genitive; where it ends.
fn owner_of_name(stream: &Stream, index: &Index, range: Range<usize>) -> Option<usize> {
    if !stream.lexicon.inverts {
        return None;
    }
    range
        .clone()
        .find(|at| {
            let next = at + 1;
            next < range.end
                && stream.has(*at, Tags::PERSON)
                && index.mention_at(*at).is_none()
                && (stream.has(next, Tags::DEFINITE)
                    || index.mention_at(next).is_some_and(|mention| mention.sort != Sort::Person))
        })
        .map(|at| at + 1)
}

/// A noun for a text that can be told to say something; not for what words are written on.
pub(super) fn is_text(stream: &Stream, at: usize) -> bool {
    stream.has(at, Tags::DOCUMENT) && !stream.has(at, Tags::SIGN) && !stream.is_capital(at)
}

/// True when the phrase can do more than say: a person, a body, a paper.
pub(crate) fn able(stream: &Stream, subject: &Phrase) -> bool {
    let tokens = subject.tokens.clone();
    match subject.kind {
        PhraseKind::Named(_) | PhraseKind::Body(_) | PhraseKind::Pronoun(_) => true,
        _ => {
            tokens.clone().any(|at| stream.has(at, Tags::PERSON.or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN)))
                || tokens.clone().any(|at| is_text(stream, at))
                || tokens.len() == 1 && stream.has(tokens.start, Tags::INDEFINITE)
                || stream.has(tokens.end - 1, Tags::WHO)
        }
    }
}
