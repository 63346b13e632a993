//! `X said “`, `X said that … “`: the nearest verb that reports, and the report that holds it.

use std::ops::Range;

use super::later::tail;
use crate::brief::quotes::attribution::heard::before_colon;
use crate::brief::quotes::attribution::position::{Found, Position, free, serves};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::{Cue, Form};
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::{phrase_finder, subject};
use crate::people::lexicon::{Keyword, Tags};

/// A cue before the quote in its sentence.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    if let Some(found) = gapped(document, place) {
        return Some(found);
    }
    let cues = document.cues_in(&(place.sentence.start..place.at));
    // a cue right before the quote beats all others
    let adjacent = || cues.iter().rev().filter(|cue| cue.asserted && adjacent_before(document, cue, place));
    if let Some(adjacent) = adjacent().find(|cue| cue.strong) {
        return Some(outermost(document, cues, adjacent).subject.clone());
    }
    if let Some(whole) = tail(document, place).filter(|_| adjacent().next().is_some()) {
        return Some(whole);
    }
    if let Some(adjacent) = adjacent().next() {
        return Some(outermost(document, cues, adjacent).subject.clone());
    }
    let free_cues = || cues.iter().rev().filter(|cue| usable(document, cue, place));
    if let Some(strong) = free_cues().find(|cue| cue.strong && cue.asserted) {
        return Some(outermost(document, cues, strong).subject.clone());
    }
    if let Some(whole) = tail(document, place) {
        return Some(whole);
    }
    let rest = free_cues().find(|cue| cue.asserted).or_else(|| free_cues().next());
    rest.map(|cue| outermost(document, cues, cue).subject.clone())
        .or_else(|| announced(document, place))
        .or_else(|| in_aside(document, cues))
}

/// `X spoke of “…”; Y of “…”`: the verb of the clause before serves this one, too.
fn gapped(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let of = place.at.checked_sub(1).filter(|at| stream.has(*at, Tags::PREPOSITION))?;
    let floor = place.sentence.start.max(place.at.saturating_sub(8));
    let mark = (floor..of).rev().find(|at| stream.is(*at, ';'))?;
    let found = phrase_finder::beginning_at(stream, &document.index, mark + 1, of)?;
    let named = matches!(found.kind, PhraseKind::Named(person) if document.index.is_human(person));
    (named && found.tokens.end == of).then_some(found)
}

/// The report that holds the whole of another: `X said that Y told Z “…”` is what X says (QUOTES, S6).
fn outermost<'d>(document: &Document, cues: &'d [Cue], inner: &'d Cue) -> &'d Cue {
    let mut outer = inner;
    for cue in cues.iter().rev().filter(|cue| cue.verb < inner.verb) {
        let between = cue.verb + 1..outer.subject.tokens.start;
        if cue.strong
            && cue.asserted
            && matches!(outer.form, Form::Plain)
            && matches!(cue.form, Form::Plain | Form::Shared)
            && cue.verb < outer.subject.tokens.start
            && opens_complement(document, &between)
        {
            outer = cue;
        }
    }
    outer
}

/// True when nothing but “that”, whom it was told and when stands between a verb and the clause it reports.
fn opens_complement(document: &Document, between: &Range<usize>) -> bool {
    let stream = &document.stream;
    let that = |at: usize| stream.is_keyword(at, Keyword::That) || stream.has(at, Tags::THAT);
    let Some(last) = between.end.checked_sub(1).filter(|last| between.contains(last)) else { return true };
    let closed = Tags::CONJUNCTION.or(Tags::WHO).or(Tags::CUE);
    if that(last) {
        return between.len() <= 9
            && between.clone().all(|at| stream.is_word(at) && (at == last || !stream.has(at, closed)));
    }
    between.len() <= 3
        && between.clone().all(|at| stream.is_word(at) && stream.has(at, Tags::TIME.or(Tags::ADVERB)))
}

/// A colon before the quote and no verb of saying: the subject of the sentence.
fn announced(document: &Document, place: &Position) -> Found {
    let colon =
        place.at.checked_sub(1).filter(|at| *at > place.sentence.start && document.stream.is(*at, ':'))?;
    if before_colon(document, place.sentence.start..place.at) {
        return None;
    }
    let found = subject::of_sentence(&document.stream, &document.index, &(place.sentence.start..colon))?;
    // `Key Facts: “`: a box has a title, and no verb
    let title = found.tokens.end == colon
        && matches!(found.kind, PhraseKind::Named(person) if !document.index.is_human(person));
    let found = owner(document, &found).unwrap_or(found);
    (!title).then_some(found)
}

/// `X's message to voters was blunt: “`: X.
fn owner(document: &Document, found: &Phrase) -> Found {
    let stream = &document.stream;
    let speech = found.tokens.clone().any(|at| stream.has(at, Tags::SPEECH_NOUN));
    let owner = found.tokens.clone().find(|at| stream.get(*at).is_some_and(|token| token.possessive))?;
    let whose = phrase_finder::ending_at(stream, &document.index, owner, found.tokens.start);
    whose.filter(|whose| speech && matches!(whose.kind, PhraseKind::Named(_) | PhraseKind::Body(_)))
}

/// True when the cue stands before the quote and may serve it.
fn usable(document: &Document, cue: &Cue, place: &Position) -> bool {
    cue.verb < place.at && serves(document, cue, place) && !aside(document, cue)
}

/// `and, as X said, …`: said of the words before it.
fn aside(document: &Document, cue: &Cue) -> bool {
    let as_at = cue.subject.tokens.start.min(cue.verb).checked_sub(1);
    as_at.is_some_and(|at| {
        document.stream.is_keyword(at, Keyword::As) && document.stream.sentence_of(at).start < at
    })
}

/// `The plan, as X put it, is to “…”`, where nothing else tells whose words they are.
fn in_aside(document: &Document, cues: &[Cue]) -> Found {
    let stream = &document.stream;
    let enclosed = |cue: &&Cue| {
        let start = cue.subject.tokens.start.min(cue.verb);
        let open = start.checked_sub(2).is_some_and(|at| stream.is(at, ','));
        open && aside(document, cue) && cue.asserted
    };
    cues.iter().rev().find(enclosed).map(|cue| cue.subject.clone())
}

/// `called the vote “…”`: only the verb's object stands between.
fn with_object(document: &Document, cue: &Cue, place: &Position) -> bool {
    let stream = &document.stream;
    let between = cue.verb + 1..place.at;
    let closed = Tags::CONJUNCTION.or(Tags::AUX).or(Tags::CUE).or(Tags::PREPOSITION).or(Tags::WHO);
    (1..=4).contains(&between.len())
        && stream.has(cue.verb, Tags::NAMING)
        && between.clone().all(|at| {
            stream.is_word(at) && (!stream.has(at, closed) || document.index.mention_at(at).is_some())
        })
        && !stream.has(place.at - 1, Tags::DETERMINER)
}

/// True when only a few words without a verb of their own stand between cue and quote.
fn adjacent_before(document: &Document, cue: &Cue, place: &Position) -> bool {
    let stream = &document.stream;
    if !cue.strong && with_object(document, cue, place) {
        return true;
    }
    let particle = stream.has(cue.verb + 1, Tags::PARTICLE_OF_VERB) && cue.verb + 2 < place.at;
    let between = if particle { cue.verb + 2..place.at } else { cue.verb + 1..place.at };
    between.len() <= 1
        && between.clone().all(|at| {
            stream.is(at, ':')
                || stream.is(at, ',')
                || stream.is_keyword(at, Keyword::That)
                || stream.has(at, Tags::THAT)
                || stream.is_keyword(at, Keyword::As) && !cue.strong
        })
        || stream.is(place.at.saturating_sub(1), ':') && between.len() < 30 && free(document, between)
}
