//! Clauses that their verb ends, where every noun has a capital: `X, die von „…“ gesprochen hatte`, around the words;
//! `X, die gewarnt hatte, Y sei „…“`, before a clause that tells what was said. Who stands in the clause says them, or whom
//! its pronoun refers to, whatever the main clause tells of others.

use std::ops::Range;

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, noun_at};
use crate::brief::quotes::clause::subjects::{
    Frame, Place, Source, agrees, antecedent, is_within_group, noun_source,
};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks of such a clause, and of the one behind it that tells what was said.
const CLAUSE: usize = 16;

/// Finds who says the words by such a clause.
#[must_use]
pub(crate) fn find(place: Place) -> Option<Frame> {
    if !place.text.grammar.capital_nouns {
        return None;
    }
    let first = joined(place, place.at, true);
    around(place).or_else(|| done_by(place)).or_else(|| reported(Place { at: first, ..place }))
}

/// `das Gesetz, das von X „…“ genannt worden war`: X. Without X nobody is told to say them, `das „…“ genannt wurde`, least
/// of all whom the main clause tells of.
fn done_by(place: Place) -> Option<Frame> {
    let verb = joined(place, place.at, false) + 1;
    let passive = place.chunk(verb + 1).is_some_and(|next| next.is_verb(Class::PASSIVE_HELPER));
    place
        .chunk(verb)
        .filter(|chunk| passive && chunk.is_verb(Class::CUE) && chunk.class.any(Class::PARTICIPLE))?;
    let first = joined(place, place.at, true);
    let open = opening(place, first)?;
    let by = (open..first).find_map(|at| match &place.chunk(at)?.part {
        Part::Governed(noun) if place.chunk(at)?.class.any(Class::AGENT) && noun.can_speak() => {
            Some(noun.clone())
        }
        _ => None,
    });
    let source = match by {
        Some(noun) => noun_source(place, noun),
        None => Source::Document(None, place.chunk(verb)?.tokens.clone()),
    };
    Some(Frame { says: false, ..Frame::new(Rule::After, source).aside() })
}

/// `von „…“ und „…“`: the first or the last of the quotations that a conjunction joins to the one at `at`.
fn joined(place: Place, at: usize, back: bool) -> usize {
    let step = |at: usize, by: usize| if back { at.checked_sub(by) } else { Some(at + by) };
    let part = |at: Option<usize>| at.and_then(|at| place.chunk(at)).map(|chunk| &chunk.part);
    let next = (at, step(at, 2));
    match (part(step(next.0, 1)), part(next.1), next.1) {
        (Some(Part::And), Some(Part::Quote), Some(other)) => joined(place, other, back),
        _ => at,
    }
}

/// `X, die „…“ gesagt hatte`: the participle and its auxiliary right behind the words.
fn around(place: Place) -> Option<Frame> {
    let verb = joined(place, place.at, false) + 1;
    let told = place.chunk(verb).is_some_and(|chunk| is_told(place, chunk, verb));
    let ends = place
        .chunk(verb + 2)
        .is_none_or(|chunk| matches!(chunk.part, Part::Mark(_) | Part::And | Part::Subordinate));
    let first = joined(place, place.at, true);
    let open = opening(place, first).filter(|_| told && ends)?;
    let own = subject(place, open..first, verb).or_else(|| referred(place, open, verb));
    let source = match own {
        Some(noun) => noun_source(place, noun),
        // `Berichte, die von „…“ gesprochen hatten`: what says it is no person
        None => Source::Document(None, thing_before(place, open)?),
    };
    Some(Frame::new(Rule::After, source).aside())
}

/// `X, die gewarnt hatte, Y sei „…“`, `Dass X gewarnt hatte, Y sei „…“`: not where a verb of saying before the clause may
/// bring the words, `Z erklärte, nachdem X gesprochen hatte, Y sei „…“`.
fn reported(place: Place) -> Option<Frame> {
    let mark = (place.at.saturating_sub(CLAUSE)..place.at)
        .rev()
        .find(|at| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Mark(_) | Part::Quote)))?;
    let colon = place.is(mark, ':') && mark + 1 == place.at;
    if !(place.is(mark, ',') && tells(place, mark) || colon) {
        return None;
    }
    let last = mark.checked_sub(1)?;
    let chunk = place.chunk(last)?;
    let alone = chunk.is_finite() && chunk.is_verb(Class::SAY);
    let verb = if alone { last } else { last.checked_sub(1)? };
    let told = alone || place.chunk(verb).is_some_and(|chunk| is_told(place, chunk, verb));
    let says = place.chunk(verb).is_some_and(|chunk| chunk.is_verb(Class::SAY));
    let open = opening(place, verb).filter(|open| told && says && *open + 1 < verb)?;
    let main = (0..open)
        .any(|at| place.chunk(at).is_some_and(|chunk| chunk.is_finite() && chunk.is_verb(Class::SAY)));
    let that = place.chunk(open)?.class.any(Class::THAT);
    let own = subject(place, open..verb, verb).filter(|_| that || !main);
    let noun = own.or_else(|| referred(place, open, verb).filter(Noun::is_human))?;
    Some(Frame::new(Rule::Before, noun_source(place, noun)).aside())
}

/// True for a participle of a verb of saying at `verb`, and its auxiliary, not that of a passive, right behind it.
fn is_told(place: Place, chunk: &Chunk, verb: usize) -> bool {
    let helper = place.chunk(verb + 1).is_some_and(|next| {
        next.is_verb(Class::HELPER) && next.is_finite() && !next.class.any(Class::PASSIVE_HELPER)
    });
    helper && chunk.is_verb(Class::CUE) && chunk.class.any(Class::PARTICIPLE)
}

/// True where the clause behind the comma at `comma` tells in the mood of reported speech what was said, with a subject
/// before its verb, or a conjunction opens it.
fn tells(place: Place, comma: usize) -> bool {
    let that = place.chunk(comma + 1).is_some_and(|chunk| chunk.class.any(Class::THAT));
    let mood = (comma + 1..place.at).find(|at| {
        place.chunk(*at).is_some_and(|chunk| {
            let word = place.text.lower(chunk.tokens.start);
            matches!(chunk.part, Part::Verb) && place.text.grammar.reported.contains(word)
        })
    });
    that || mood.is_some_and(|mood| (comma + 1..mood).any(|at| place.noun(at).is_some()))
}

/// The chunk behind the comma that opens the clause before `end`: a conjunction or a relative pronoun, maybe behind a
/// preposition; no other verb stands in the clause.
fn opening(place: Place, end: usize) -> Option<usize> {
    let floor = end.saturating_sub(CLAUSE);
    let stop = (floor..end).rev().find(|at| {
        place.chunk(*at).is_none_or(|chunk| matches!(chunk.part, Part::Mark(_) | Part::Quote | Part::Verb))
    });
    let open = match stop {
        Some(mark) if place.is(mark, ',') => mark + 1,
        None if floor == 0 => 0,
        _ => return None,
    };
    let opens = place.chunk(open).is_some_and(|chunk| match &chunk.part {
        Part::Relative | Part::Subordinate => true,
        Part::Noun(noun) => {
            open > 0 && place.text.has(noun.tokens.start, Class::RELATIVE) && noun.tokens.len() > 1
        }
        _ => false,
    });
    (opens || behind_preposition(place, open)).then_some(open)
}

/// `, in dem X`: a relative pronoun behind a preposition.
fn behind_preposition(place: Place, open: usize) -> bool {
    let small =
        |at: usize| place.chunk(at).filter(|chunk| is_within_group(chunk)).map(|chunk| chunk.tokens.start);
    let led = small(open).is_some_and(|token| place.text.has(token, Class::PREPOSITION));
    open > 0 && led && small(open + 1).is_some_and(|token| place.text.has(token, Class::RELATIVE))
}

/// The first phrase in the clause `range` that can be the subject of the verb at `verb`.
fn subject(place: Place, range: Range<usize>, verb: usize) -> Option<Noun> {
    let class = place.chunk(verb)?.class;
    let several = is_of_several(place, verb);
    let able = |noun: &Noun| {
        let one = noun.class.any(Class::SINGULAR) || !noun.class.any(Class::PLURAL);
        noun.can_speak() && noun.may_be_subject && agrees(class, noun) && (one || several)
    };
    // `das Gesetz, das Ada Porto „…“ genannt hatte`: what looks like an article is the pronoun
    let pronoun = place.noun(range.start).filter(|noun| place.text.has(noun.tokens.start, Class::RELATIVE));
    let behind = pronoun.and_then(|noun| noun_at(place.text, noun.tokens.start + 1, noun.tokens.end));
    behind
        .filter(able)
        .or_else(|| range.into_iter().find_map(|at| place.noun(at).filter(|noun| able(noun))).cloned())
}

/// True where the finite form of the verb at `verb`, or its auxiliary, is that of several.
fn is_of_several(place: Place, verb: usize) -> bool {
    let form = place.chunk(verb).filter(|chunk| chunk.is_finite()).or_else(|| place.chunk(verb + 1));
    form.is_some_and(|form| form.class.any(Class::PLURAL) && !form.class.any(Class::SINGULAR))
}

/// Whom the relative pronoun at `open` refers to, where it can be the subject of the verb at `verb`.
fn referred(place: Place, open: usize, verb: usize) -> Option<Noun> {
    let chunk = place.chunk(open).filter(|chunk| matches!(chunk.part, Part::Relative))?;
    let subject = !place.text.grammar.is_oblique(place.text.lower(chunk.tokens.start));
    let noun = antecedent(place, open, place.chunk(verb)?.class);
    let noun = noun.filter(|_| subject && !is_of_several(place, verb))?;
    (noun.is_human() || matches!(noun.sort, Sort::Capital | Sort::Body)).then_some(noun)
}

/// The phrase that the relative pronoun at `open` tells more of.
fn thing_before(place: Place, open: usize) -> Option<Range<usize>> {
    place.chunk(open).filter(|chunk| matches!(chunk.part, Part::Relative))?;
    match &place.chunk(open.checked_sub(2)?)?.part {
        Part::Noun(noun) | Part::Governed(noun) => Some(noun.tokens.clone()),
        _ => None,
    }
}
