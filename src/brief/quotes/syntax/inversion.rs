//! Subjects behind their verb: `” said X`, `Said X:`.

use std::ops::Range;

use super::cue::{Form, participle};
use super::noun_phrase::{Phrase, PhraseKind, able};
use super::phrase_finder::{self, LONGEST};
use super::subject;
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;

/// `” said X`, `Said X:`
pub(crate) fn inverted(
    stream: &Stream,
    index: &Index,
    verb: usize,
    sentence: &Range<usize>,
) -> Option<(Phrase, Form)> {
    if participle(stream, verb) {
        return None;
    }
    if let Some(glued) = subject::clitic(stream, verb) {
        return Some((glued, Form::Inverted));
    }
    let before = (sentence.start.max(verb.saturating_sub(LONGEST))..verb)
        .rev()
        .find(|at| !stream.has(*at, Tags::ADVERB.or(Tags::AUX)) || index.mention_at(*at).is_some());
    let quoted = before.is_some_and(|at| behind_quote(stream, at, sentence.start));
    let opens = match before {
        None => stream.has(verb, Tags::STRONG) && sentence.start > 0 || verb == sentence.start,
        Some(at) => quoted || stream.is_keyword(at, Keyword::As) || stream.is(at, ','),
    };
    if !opens {
        return None;
    }
    let start = subject_start(stream, verb, sentence.end)?;
    let found = subject::with_apposed_name(
        stream,
        index,
        phrase_finder::beginning_at(stream, index, start, sentence.end)?,
        sentence.end,
    );
    let beside = quoted || before.is_none_or(|at| stream.is_keyword(at, Keyword::As));
    if !beside && !clear_speech(stream, verb, &found) {
        return None;
    }
    // `said X could`: X is the subject of what is said
    let end = found.tokens.end;
    if stream.has(end, Tags::AUX)
        || stream.has(end, Tags::CUE) && !stream.has(end, Tags::AMBIGUOUS) && !stream.is_quote(end)
    {
        return None;
    }
    let any =
        stream.is_keyword(verb, Keyword::Inverting) || quoted && shouted_by_several(stream, verb, &found);
    if !stream.lexicon.inverts && !any && !able(stream, &found) {
        return None;
    }
    (can_speak(stream, &found) && !told_object(stream, verb)).then_some((found, Form::Inverted))
}

/// `” shouted the demonstrators`: several whom no list holds, behind one of the commonest verbs.
fn shouted_by_several(stream: &Stream, verb: usize, found: &Phrase) -> bool {
    let last = found.tokens.end.saturating_sub(1);
    stream.is_keyword(verb, Keyword::Commonest)
        && found.kind == PhraseKind::Definite
        && stream.ends_as(last, Keyword::PluralEnding)
        && !stream.ends_as(last, Keyword::SingularEnding)
}

/// True when only commas and dashes stand between a quote and the token behind `last`.
fn behind_quote(stream: &Stream, last: usize, floor: usize) -> bool {
    let mark = |at: usize| [',', '—', '–', '-'].iter().any(|mark| stream.is(at, *mark));
    (floor.max(last.saturating_sub(LONGEST))..=last)
        .rev()
        .find(|at| !mark(*at))
        .is_some_and(|at| stream.is_quote(at))
}

/// Where the subject behind a verb begins: over times and dates.
fn subject_start(stream: &Stream, verb: usize, end: usize) -> Option<usize> {
    let start = (verb + 1..end.min(verb + LONGEST))
        .find(|at| !stream.has(*at, Tags::TIME) || stream.has(*at, Tags::FIRST_NAME))?;
    let dated = stream.has(start + 1, Tags::TIME)
        && (stream.is_keyword(start, Keyword::BeforeDay)
            || stream.has(start, Tags::DEFINITE) && stream.is_word(start + 2));
    let start = if dated { start + 2 } else { start };
    // „…“, heißt es in X
    let dummy = stream.is_keyword(start, Keyword::DummySubject) && stream.has(start + 1, Tags::PREPOSITION);
    Some(if dummy { start + 2 } else { start })
}

/// True when the phrase may be the subject of a verb of saying.
fn can_speak(stream: &Stream, found: &Phrase) -> bool {
    let (start, head) = (found.tokens.start, found.tokens.end.saturating_sub(1));
    match found.kind {
        PhraseKind::Bare => stream.has(head, Tags::PERSON) || stream.has(start, Tags::PERSON),
        PhraseKind::Pronoun(tags) => !tags.any(Tags::WHO) && !object_pronoun(stream, start),
        _ => true,
    }
}

/// `him`, `her`, `them` are never subjects.
fn object_pronoun(stream: &Stream, at: usize) -> bool {
    stream.is_keyword(at, Keyword::ObjectPronoun)
}

/// `…, said X.`: plain enough without a quote right before it.
fn clear_speech(stream: &Stream, verb: usize, found: &Phrase) -> bool {
    let ends = stream
        .get(found.tokens.end)
        .is_none_or(|token| !token.is_word() && !stream.is_quote(found.tokens.end));
    matches!(found.kind, PhraseKind::Named(_))
        && ends
        && stream.has(verb, Tags::STRONG)
        && !stream.has(verb, Tags::AMBIGUOUS.or(Tags::WEAK))
}

/// `told X` behind a quote: X is told.
fn told_object(stream: &Stream, verb: usize) -> bool {
    stream.is_keyword(verb, Keyword::Telling)
}
