//! `“…”, did no more than say X`, `“…”, smiled X`: behind a quotation, a verb that is no verb of saying by itself.

use super::verb_last;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, noun_at};
use crate::brief::quotes::clause::subjects::{
    self as subject, Frame, Place, Source, agrees, begins, is_several, noun_source,
};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks between a verb and the verb of saying it governs.
const GROUP: usize = 3;

/// Chunks between a verb and its subject.
const NEAR: usize = 6;

/// The verb of saying that the finite verb at `verb` governs: `se limitó a decir`, `volle precisare`.
pub(super) fn saying(place: Place, verb: usize) -> Option<usize> {
    let finite = place.text.grammar.by_order()
        && place.chunk(verb)?.is_finite()
        && (!place.chunk(verb)?.class.any(Class::CUE) || begins(place, verb))
        && (!place.chunk(verb)?.class.any(Class::SUBJECT) || is_anybody(place, verb));
    for at in verb + 1..=verb + GROUP {
        let chunk = place.chunk(at).filter(|_| finite)?;
        let governed = chunk.class.any(Class::INFINITIVE.or(Class::GERUND));
        // `peut-on lire dans …`
        let read = chunk.is_verb(Class::READ) && chunk.class.any(Class::INFINITIVE);
        if (chunk.is_verb(Class::SAY.or(Class::CALL)) || read) && governed {
            return Some(at);
        }
        // `made a point of saying`
        let point = |noun: &Noun| noun.sort == Sort::Thing && noun.tokens.len() == 1;
        let point = matches!(&chunk.part, Part::Noun(noun) if point(noun));
        if !matches!(chunk.part, Part::Aside) && !(point && at == verb + 1) {
            return None;
        }
    }
    None
}

/// `peut-on`: a verb with the pronoun for nobody.
fn is_anybody(place: Place, verb: usize) -> bool {
    place.chunk(verb).is_some_and(|chunk| !chunk.class.any(Class::GENDER.or(Class::PLURAL)))
}

/// Whoever shows something by a verb right behind words and a comma: “…”, smiled X.
pub(super) fn shown(place: Place, verb: usize, start: usize) -> Option<Noun> {
    let chunk = place.chunk(verb)?;
    let grammar = place.text.grammar;
    // where nouns have cases or capitals such a verb stands behind a dash, and behind a comma where verbs stand second
    let dash = (place.at + 1..start).any(|at| place.is_dash(at));
    let parted = match (grammar.by_order(), grammar.capital_nouns) {
        (true, _) => start > place.at + 1 || place.ends_spoken(),
        (false, true) => start > place.at + 1,
        (false, false) => dash,
    };
    let between = (start..verb).all(|at| {
        place.chunk(at).is_some_and(|chunk| {
            matches!(chunk.part, Part::Aside)
                || chunk.class.any(Class::HELPER) && !chunk.class.any(Class::SUBJECT)
        })
    });
    let full = chunk.class.any(Class::VERB) && !chunk.class.any(Class::HELPER.or(Class::SUBJECT))
        || grammar.capital_nouns && chunk.class.any(Class::HELPER);
    if grammar.last_verb || !(parted && between && full && chunk.is_finite()) {
        return None;
    }
    for at in verb + 1..place.chunks.len().min(verb + NEAR) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Noun(noun) if is_several(place, verb, noun) => {}
            Part::Noun(noun) if noun.is_human() && (noun.sort != Sort::Pronoun || !grammar.by_order()) => {
                return (noun.may_be_subject && agrees(chunk_class(place, verb), noun)).then(|| noun.clone());
            }
            Part::Noun(noun)
                if noun.sort == Sort::Capital && noun.may_be_subject && grammar.cases && at == verb + 1 =>
            {
                return agrees(chunk_class(place, verb), noun).then(|| noun.clone());
            }
            Part::Noun(noun) if noun.sort == Sort::Thing && noun.name.is_none() => {}
            Part::Governed(_) | Part::Aside => {}
            Part::Verb if chunk.class.any(Class::INFINITIVE) => {}
            _ => return None,
        }
    }
    None
}

/// True for a verb behind a dash with which, but for what prepositions govern, the sentence ends: «…, – thundered at the
/// meeting».
pub(super) fn ends_with(place: Place, verb: usize, start: usize) -> bool {
    let grammar = place.text.grammar;
    let dash = (place.at + 1..start).any(|at| place.is_dash(at));
    let full = place.chunk(verb).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::VERB));
    grammar.cases
        && !grammar.last_verb
        && dash
        && full
        && start == verb
        && (verb + 1..place.chunks.len().min(verb + NEAR)).take_while(|at| !place.is(*at, '.')).all(|at| {
            matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::Aside | Part::Governed(_)))
        })
}

/// The classes of the chunk `at`.
fn chunk_class(place: Place, at: usize) -> Class {
    place.chunk(at).map_or(Class::NONE, |chunk| chunk.class)
}

/// `As X said at noon, the Union “…”`: the comma that ends the clause of the verb at `verb`, which such a conjunction opens,
/// where nouns have cases.
pub(super) fn end_of_aside(place: Place, verb: usize) -> Option<usize> {
    let grammar = &place.text.grammar;
    let small = |at: &usize| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Aside | Part::Governed(_)))
    };
    let open = (0..verb).rev().take(AS).find(|at| !small(at))?;
    let chunk = place.chunk(open).filter(|chunk| matches!(chunk.part, Part::Subordinate))?;
    let as_said = grammar.naming.as_said.contains(place.text.lower(chunk.tokens.start));
    let opens = as_said && grammar.cases && !grammar.last_verb && (open == 0 || place.is(open - 1, ','));
    (verb + 1..place.at).find(|at| place.is(*at, ',')).filter(|_| opens)
}

/// Chunks between the conjunction and its verb.
const AS: usize = 7;

/// «„…“, как сказал X»: a conjunction behind a comma, then a verb of saying.
pub(super) fn as_said(place: Place, start: usize) -> bool {
    let (text, grammar) = (place.text, place.text.grammar);
    let opens = |chunk: &Chunk| {
        let word = text.lower(chunk.tokens.start);
        matches!(chunk.part, Part::Subordinate) && grammar.naming.as_said.contains(word)
    };
    let small = |at: &usize| {
        !place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Aside | Part::Governed(_)))
    };
    let verb = (start + 1..start + AS).find(small);
    grammar.cases
        && place.is(start - 1, ',')
        && place.chunk(start).is_some_and(opens)
        && verb
            .and_then(|at| place.chunk(at))
            .is_some_and(|verb| verb.is_verb(Class::SAY) && verb.is_finite())
}

/// Fewest words of a statement before a verb nobody knows: `“We are late”, mumbled X`. A title there has its noun behind it.
const STATEMENT: usize = 3;

/// Tokens between a quotation and its verb: pronouns, a negation.
const SMALL: usize = 2;

/// The frame of an unknown verb, the chunk `at` the first behind the quotation and its comma or dash.
#[must_use]
pub(super) fn unknown(place: Place, at: usize) -> Option<Frame> {
    let text = place.text;
    let opens = place.at == 0 || place.at == 1 && place.is_dash(0);
    let parted = at > place.at + 1 || place.ends_spoken();
    if text.grammar.last_verb || !opens || !parted || place.begins_small() || place.words() < STATEMENT {
        return None;
    }
    let end = place.chunks.last()?.tokens.end;
    let first = place.chunk(at)?.tokens.start;
    let small = Class::OBJECT.or(Class::SELF).or(Class::NOT);
    let run = (first..end.min(first + SMALL)).take_while(|at| text.has(*at, small)).count();
    let verb = first + run;
    if !may_be_verb(place, verb) {
        return None;
    }
    let ending = text.grammar.may_be_verb(text.lower(verb)) || text.has(verb, Class::VERB);
    let next = verb + 1;
    let inserted = text.is(next, ',') && text.is_quote(next + 1);
    let closes = next >= end || text.is(next, '.') || inserted;
    let frame = |source: Source| Some(Frame::new(Rule::Inverted, source));
    let alone = || Source::Silent(text.class(verb).or(Class::FINITE), verb..next);
    if closes {
        return (ending || inserted || run > 0).then(alone).and_then(frame);
    }
    if text.has(next, Class::SUBJECT) {
        return frame(Source::Silent(text.class(next), next..next + 1));
    }
    // `“…”, – verb noun`: a comma and a dash stand between words and who says them only
    let comma = at > place.at + 2 || place.ends_spoken() || text.grammar.cases;
    let dashed = comma && place.is_dash(at - 1) && ending;
    let subject = noun_at(text, next, end).filter(|_| !text.has(next, Class::CASE));
    let told = |noun: &Noun| speaks(noun) && (ending || noun.is_human());
    if let Some(noun) = subject.filter(|noun| told(noun) || dashed) {
        return frame(noun_source(place, noun));
    }
    let adverbial = text.has(next, Class::PREPOSITION.or(Class::ASIDE).or(Class::TIME));
    (ending && adverbial || dashed).then(alone).and_then(frame)
}

/// `X, “…” said and added “we wait for rain.”`: words that end the sentence right behind a verb of saying that a conjunction
/// joins to the one of the words before.
#[must_use]
pub(super) fn added(place: Place) -> Option<Frame> {
    let last = place.text.grammar.last_verb;
    let verb = place.at.checked_sub(1).filter(|at| {
        place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY))
    })?;
    let ends = place.chunk(place.at + 1).is_none_or(|next| next.is('.'));
    let joined = place.chunk(verb.checked_sub(1)?).is_some_and(|chunk| matches!(chunk.part, Part::And));
    let first = (0..verb)
        .rev()
        .take(GROUP + 1)
        .find(|at| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Quote)))?;
    let frame = verb_last::find(Place { at: first, ..place }).filter(|_| last && ends && joined)?;
    Some(Frame { beside: false, ..frame })
}

fn speaks(noun: &Noun) -> bool {
    noun.can_speak() && noun.may_be_subject && !matches!(noun.sort, Sort::Outlet)
}

/// True for a small word nobody knows as anything but a verb.
fn may_be_verb(place: Place, at: usize) -> bool {
    let text = place.text;
    let other = Class::CLOSED
        .or(Class::DETERMINER)
        .or(Class::NOUN)
        .or(Class::TITLED)
        .or(Class::CAPITAL)
        .or(Class::NUMBER)
        .or(Class::TIME)
        .or(Class::HELPER)
        .or(Class::FIRST_NAME)
        .or(Class::PLACE);
    let participle = text.has(at, Class::PARTICIPLE) && !text.has(at, Class::FINITE);
    text.has(at, Class::WORD.or(Class::VERB)) && !text.has(at, other) && !participle
}

/// «Как сказала X после встречи, министерство …»: X, where such a clause opens the sentence.
pub(super) fn as_told(place: Place) -> Option<Noun> {
    let first = place.chunk(0).filter(|chunk| matches!(chunk.part, Part::Subordinate))?;
    let opens = place.text.grammar.naming.as_said.contains(place.text.lower(first.tokens.start));
    let comma = (1..place.at).find(|at| place.is(*at, ',')).filter(|_| opens)?;
    let says = |chunk: &Chunk| chunk.is_finite() && chunk.class.any(Class::SAY);
    let verb = (1..comma).find(|at| place.chunk(*at).is_some_and(says))?;
    subject::behind(place, verb, comma)
}
