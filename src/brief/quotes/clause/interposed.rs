//! `X said, after Y had resigned, that …`: a clause set between a verb and what it brings, whose people do not say it.

use super::phrases::{Chunk, Noun, Part, Sort, Text, is_surname_elsewhere};
use super::words::Class;

/// Chunks of such a clause.
const LONGEST: usize = 16;

/// Chunks of the words that open one: `después de que`.
const OPENING: usize = 3;

/// Letters of a preposition that may only lead from one verb to the next: `a`, `de`.
const SHORT: usize = 2;

/// Takes the subjects and verbs of interposed clauses for what they are: no subjects and no verbs of the sentence.
pub(super) fn set_aside(text: &Text, chunks: &mut [Chunk]) {
    if !text.grammar.by_order() {
        return;
    }
    for at in 1..chunks.len() {
        if let Some(end) = clause(chunks, at).or_else(|| relayed(chunks, at)) {
            for chunk in chunks.get_mut(at..end).unwrap_or_default() {
                quieten(chunk);
            }
        } else if is_region(text, chunks, at)
            && let Some(chunk) = chunks.get_mut(at)
        {
            quieten(chunk);
        } else if let Some(object) = object_of_infinitive(text, chunks, at)
            && let Some(chunk) = chunks.get_mut(object)
        {
            quieten(chunk);
        }
    }
}

/// A noun keeps its name but is no subject; a verb tells nothing.
fn quieten(chunk: &mut Chunk) {
    match &chunk.part {
        Part::Noun(noun) => chunk.part = Part::Governed(noun.clone()),
        Part::Verb | Part::Subordinate => chunk.part = Part::Aside,
        _ => {}
    }
}

/// The end of the clause that the conjunction at `at` opens behind a comma and that a comma or a colon ends.
fn clause(chunks: &[Chunk], at: usize) -> Option<usize> {
    let opener = chunks.get(at).filter(|chunk| matches!(chunk.part, Part::Subordinate))?;
    let comma =
        (at.saturating_sub(OPENING)..at).rev().find(|at| chunks.get(*at).is_some_and(|c| c.is(',')))?;
    let led = chunks
        .get(comma + 1..at)?
        .iter()
        .all(|chunk| matches!(chunk.part, Part::Aside | Part::Governed(_)) && chunk.tokens.len() == 1);
    let bare = comma + 1 == at;
    if !led || bare == opener.class.any(Class::THAT) {
        return None;
    }
    let says = |chunk: &Chunk| chunk.is_verb(Class::CUE) && chunk.is_finite();
    chunks.get(..comma)?.iter().any(says).then_some(())?;
    let (mut verb, mut related) = (false, false);
    for (place, chunk) in chunks.iter().enumerate().skip(at + 1).take(LONGEST) {
        if matches!(chunk.part, Part::Quote | Part::Mark(';' | '.')) {
            return None;
        }
        if verb && (chunk.is(',') || chunk.is(':')) {
            let quoted = chunks.get(place..)?.iter().any(|chunk| matches!(chunk.part, Part::Quote));
            return quoted.then_some(place);
        }
        // `while Y, who heads it, says: “…”`: a clause that brings words of its own
        if bare && says(chunk) {
            return None;
        }
        verb |= chunk.is_finite() && !related;
        related = matches!(chunk.part, Part::Relative) || related && !chunk.is_finite();
    }
    None
}

/// The end of the clause behind the comma before `at` that only tells which outlet relays: `X demanded, as Radio Y reported,
/// “…”`, `X, as Radio Y reported, demanded “…”`.
fn relayed(chunks: &[Chunk], at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|comma| chunks.get(*comma).is_some_and(|chunk| chunk.is(',')))?;
    let close = (at..chunks.len().min(at + LONGEST))
        .find(|at| chunks.get(*at).is_some_and(|chunk| chunk.is(',') || matches!(chunk.part, Part::Quote)))?;
    let inner = chunks.get(at..close).filter(|_| chunks.get(close).is_some_and(|chunk| chunk.is(',')))?;
    let says =
        |chunk: &Chunk| chunk.is_verb(Class::CUE) && (chunk.is_finite() || chunk.is_verb(Class::PARTICIPLE));
    let noun = |chunk: &Chunk| match &chunk.part {
        Part::Noun(noun) => Some(noun.sort),
        _ => None,
    };
    let outlet = inner.iter().filter_map(noun).all(|sort| matches!(sort, Sort::Outlet | Sort::Body));
    let told = outlet && inner.iter().any(|chunk| noun(chunk).is_some()) && inner.iter().any(says);
    let before = chunks.get(..comma)?;
    let somebody = before.iter().any(|chunk| matches!(&chunk.part, Part::Noun(noun) if noun.is_human()));
    let quoted = chunks.get(close + 1).is_some_and(|chunk| matches!(chunk.part, Part::Quote));
    let opened = quoted && before.iter().any(says);
    let behind = chunks.get(close + 1..)?.iter().find(|chunk| !matches!(chunk.part, Part::Aside));
    let parted = behind.is_some_and(Chunk::is_finite) && !before.iter().any(Chunk::is_finite);
    (told && somebody && (opened || parted)).then_some(close)
}

/// `X, of the institute, in Altapiana, Ribera, said`: what a place behind a preposition lies in, between commas, where
/// somebody stands before them who may say it.
fn is_region(text: &Text, chunks: &[Chunk], at: usize) -> bool {
    let capital = |noun: &Noun| {
        matches!(noun.sort, Sort::Capital | Sort::Body)
            && noun.role.is_empty()
            && noun.determiner == Class::NONE
    };
    let own = |at: usize| !is_surname_elsewhere(text, at);
    let region = matches!(chunks.get(at).map(|chunk| &chunk.part), Some(Part::Noun(noun)) if capital(noun) && own(noun.head));
    let comma = |at: usize| chunks.get(at).is_some_and(|chunk| chunk.is(','));
    let place = at.checked_sub(2).filter(|place| region && comma(place + 1) && comma(at + 1));
    let town = |chunk: &Chunk| matches!(&chunk.part, Part::Governed(noun) if capital(noun) && own(noun.head));
    let Some(before) = place.filter(|at| chunks.get(*at).is_some_and(town)).and_then(|at| chunks.get(..at))
    else {
        return false;
    };
    let somebody = |chunk: &Chunk| matches!(&chunk.part, Part::Noun(noun) if noun.is_human());
    before.iter().any(somebody) && !before.iter().any(Chunk::is_finite)
}

/// `…, after meeting Y`: whom the infinitive at `at` behind a preposition is about.
fn object_of_infinitive(text: &Text, chunks: &[Chunk], at: usize) -> Option<usize> {
    let infinitive = chunks.get(at)?;
    let before = chunks.get(at - 1)?;
    let preposition = before.class.any(Class::PREPOSITION) && before.tokens.len() == 1;
    let comma = at > 1 && chunks.get(at - 2).is_some_and(|chunk| chunk.is(','));
    let long = text.lower(before.tokens.start).chars().count() > SHORT;
    if !infinitive.is_verb(Class::INFINITIVE) || !preposition || !(comma || long) {
        return None;
    }
    let participle = chunks.get(at + 1).is_some_and(|chunk| chunk.is_verb(Class::PARTICIPLE));
    let compound = infinitive.class.any(Class::HELPER) && participle;
    let object = at + 1 + usize::from(compound);
    matches!(chunks.get(object)?.part, Part::Noun(_)).then_some(object)
}
