//! `…, while the government “…”`: the words are the predicate of the subject right before them, or part of what their
//! own clause tells of its subject without a verb of saying: `Article 5 allows states to “…”`, «В министерстве не видят
//! „…“», `The minister wants to “…”`.

use super::phase;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{
    self as subject, Frame, Place, Source, is_within_group, of_text, owner,
};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;
use crate::text::is_letter_or_digit;

/// Chunks looked back through.
const REACH: usize = 60;

/// Finds the subject whose predicate the words are.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    let at = place.at.checked_sub(1)?;
    if let Some(body) = inside(place, at) {
        return Some(frame(body));
    }
    let noun = place
        .noun(at)
        .filter(|noun| noun.can_speak() && noun.may_be_subject && noun.sort != Sort::Capital)?;
    let before = at.checked_sub(1).and_then(|before| place.chunk(before));
    let word = place.words() == 1 && place.text.grammar.by_order();
    let predicate =
        place.begins_small() && !word && matches!(noun.sort, Sort::Body | Sort::Person | Sort::Role);
    let opens = match before {
        None => predicate,
        Some(before) if matches!(before.part, Part::Subordinate) => !before.class.any(Class::THAT),
        Some(before) => {
            let open = matches!(place.chunk(0)?.part, Part::Governed(_)) || has_opening(place, at);
            before.is(';') || before.is(',') && predicate && open
        }
    };
    (opens && !within_report(place, at)).then(|| frame(noun.clone()))
}

/// True where no verb and nobody who says the whole sentence stands before the subject at `at`, where order tells subjects.
fn has_opening(place: Place, at: usize) -> bool {
    let other = |chunk: &Chunk| match &chunk.part {
        Part::According(_) | Part::AccordingRelative => true,
        Part::Noun(noun) => noun.can_speak(),
        _ => chunk.is_finite(),
    };
    place.text.grammar.by_order() && !(0..at).any(|at| place.chunk(at).is_some_and(other))
}

/// `X said that, in view of the prices, the Union “…”`: the subject of what X says.
fn within_report(place: Place, end: usize) -> bool {
    let says =
        |at: usize| place.chunk(at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY));
    let that = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::THAT));
    place.text.grammar.by_order() && (1..end).any(|at| that(at) && (says(at - 1) || at > 1 && says(at - 2)))
}

fn frame(noun: Noun) -> Frame {
    Frame { says: false, beside: false, ..Frame::new(Rule::Subject, Source::Noun(noun)) }
}

/// «В министерстве „надеются на лучшее“»: a body behind a preposition, and words that begin with a verb of several.
fn inside(place: Place, at: usize) -> Option<Noun> {
    let Part::Governed(noun) = &place.chunk(at)?.part else { return None };
    let token = place.chunk(place.at)?.tokens.start;
    let first = place.text.marked_at(token)?.split_whitespace().next()?;
    let first = first.trim_matches(|c: char| !is_letter_or_digit(c));
    let class = place.text.grammar.class(first);
    let several =
        class.any(Class::PLURAL) && class.any(Class::FINITE) || place.text.grammar.may_be_verb(first);
    let body = noun.sort == Sort::Body && place.text.grammar.cases && at == 0;
    (body && several && place.begins_small()).then(|| noun.clone())
}

/// `The unions, by the voice of X, demand: “…”`: X.
pub(super) fn voiced(place: Place) -> Option<Frame> {
    let (at, noun) = (0..place.at).rev().take(REACH).find_map(|at| match &place.chunk(at)?.part {
        Part::According(noun) => Some((place.chunk(at)?.tokens.start, noun)),
        _ => None,
    })?;
    let length = Grammar::phrase(&place.text.grammar.voice, |offset| place.text.lower(at + offset));
    // `Il PD, per bocca del proprio capogruppo, definisce …`: nobody with a name
    let own = noun.name.is_none() && (at..noun.tokens.end).any(|at| place.text.has(at, Class::OWNER));
    (length > 0 && !(own && place.text.grammar.by_order()))
        .then(|| Frame::new(Rule::According, subject::noun_source(place, noun.clone())))
}

/// `was hailed by X as “…”`: X, where order tells who does what.
pub(super) fn agent_behind(place: Place, verb: usize) -> Option<Noun> {
    let participle = place.text.grammar.by_order() && place.chunk(verb)?.class.any(Class::PARTICIPLE);
    let end = place.at.min(verb + 4);
    let passive = participle && !is_active(place, verb);
    (verb + 1..end).filter(|_| passive).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if chunk.class.any(Class::AGENT) => {
                let able =
                    noun.is_human() || noun.sort == Sort::Body && !place.text.has(noun.head, Class::PLACE);
                able.then(|| noun.clone())
            }
            _ => None,
        }
    })
}

/// `ha spiegato da Palazzo Porto`: a participle behind an auxiliary of no passive.
fn is_active(place: Place, verb: usize) -> bool {
    let mut group = (0..verb).rev().map_while(|at| place.chunk(at).filter(|chunk| is_within_group(chunk)));
    let helper = group.find(|chunk| chunk.class.any(Class::HELPER));
    let other = Class::PASSIVE_HELPER.or(Class::PARTICIPLE);
    helper.is_some_and(|helper| helper.class.any(Class::FINITE) && !helper.class.any(other))
}

/// Chunks of such a clause before its words in marks.
const CLAUSE: usize = 16;

/// Fewest words that are more than a name for something.
const FEWEST: usize = 2;

/// Finds the subject of the clause.
#[must_use]
pub(super) fn predicate(place: Place) -> Option<Frame> {
    let grammar = place.text.grammar;
    if let Some(source) = reported(place) {
        return Some(Frame::new(Rule::Before, source).aside());
    }
    if grammar.by_order() || grammar.last_verb || place.at > CLAUSE || !place.begins_small() {
        return None;
    }
    let found = in_body(place).or_else(|| text(place)).or_else(|| wants(place)).or_else(|| acts(place))?;
    Some(Frame { says: false, ..Frame::new(Rule::Subject, found).aside() })
}

/// «В министерстве не видят „…“»: a body behind a preposition at the head of the sentence, then a verb of several.
fn in_body(place: Place) -> Option<Source> {
    let chunk = place.chunk(0).filter(|_| place.text.grammar.cases)?;
    let Part::Governed(noun) = &chunk.part else { return None };
    let verb = (1..place.at).find(|at| place.chunk(*at).is_some_and(Chunk::is_main_verb))?;
    let several = place.chunk(verb)?.class.any(Class::PLURAL);
    let other = (1..place.at).any(|at| {
        place.noun(at).is_some_and(|noun| noun.may_be_subject && (noun.can_speak() || noun.first_case))
    });
    (noun.sort == Sort::Body && several && !other).then(|| of_text(place, noun, chunk))
}

/// `Article 5 of the treaty allows states to “…”`: a text does nothing but tell.
fn text(place: Place) -> Option<Source> {
    let noun = place.noun(0).filter(|noun| noun.sort == Sort::Document && noun.may_be_subject)?;
    let verb = (1..place.at.min(4)).find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
    let named = place.chunk(verb)?.class.any(Class::SO_CALLED.or(Class::PASSIVE));
    let parted = (0..verb).any(|at| place.is(at, ',') || place.is(at, ':'));
    let long = place.words() > FEWEST && !named && !parted;
    long.then(|| Source::Document(owner(place, noun), noun.tokens.clone()))
}

/// `The lawyer has doubts: The plan be “…”`: a clause in the mood of reported speech behind a colon.
fn reported(place: Place) -> Option<Source> {
    let colon = (0..place.at).rev().find(|at| place.is(*at, ':'))?;
    let mood = (colon + 1..place.at).any(|at| {
        place.chunk(at).is_some_and(|chunk| {
            matches!(chunk.part, Part::Verb)
                && place.text.grammar.reported.contains(place.text.lower(chunk.tokens.start))
        })
    });
    let noun = (0..colon).find_map(|at| place.noun(at)).filter(|_| mood)?;
    let somebody = noun.is_human() || noun.sort == Sort::Body;
    (somebody && noun.may_be_subject).then(|| subject::noun_source(place, noun.clone()))
}

/// `The minister wants to “…”`: the verb that is wanted stands in marks.
fn wants(place: Place) -> Option<Source> {
    let verb = (0..place.at).rev().find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
    let wants = place.text.has(place.chunk(verb)?.tokens.start, Class::WANTS);
    let source = subject::of(place, verb, place.at).filter(|_| wants)?;
    let somebody =
        |noun: &Noun| matches!(noun.sort, Sort::Person | Sort::Role | Sort::Body) && !noun.is_indefinite();
    matches!(&source, Source::Noun(noun) if somebody(noun)).then_some(source)
}

/// Fewest words that are more than a word in doubt.
const SENTENCE: usize = 3;

/// `The critic hears in it “a farewell without tears”`: more than a word in doubt, and somebody by name who does something.
fn acts(place: Place) -> Option<Source> {
    let verb = (0..place.at).rev().find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
    let chunk = place.chunk(verb).filter(|chunk| !chunk.class.any(Class::HELPER.or(Class::PASSIVE)))?;
    let beside = chunk.class.any(Class::VERB) && place.words() >= SENTENCE;
    let source = subject::of(place, verb, place.at).filter(|_| beside)?;
    let named = |noun: &Noun| matches!(noun.sort, Sort::Person) && noun.may_be_subject;
    matches!(&source, Source::Noun(noun) if named(noun)).then_some(source)
}

/// Chunks between a verb of saying between commas and its subject.
const BETWEEN: usize = 3;

/// `According to X, the plan is to show “…”`, `The plan, X explained, is to show “…”`: X instead of what `found` tells, if
/// that is nobody.
pub(super) fn instead(place: Place, found: Frame) -> Frame {
    let nobody = match &found.source {
        Source::Noun(noun) => !noun.is_human(),
        Source::Document(..) => true,
        // `Nach Ansicht von X steht die Branche vor „…“`
        Source::Silent(class, _) => class.any(Class::READ) && !class.any(Class::SAY),
    };
    match nobody.then(|| speaker(place).or_else(|| opening_text(place, &found))).flatten() {
        Some(noun) => {
            let source = subject::noun_source(place, noun);
            Frame { source, rule: Rule::According, beside: false, ..found }
        }
        None => found,
    }
}

/// `According to the report, the plants showed “…”`: the report, where what the verb is about can say nothing.
fn opening_text(place: Place, found: &Frame) -> Option<Noun> {
    let thing = matches!(&found.source, Source::Noun(noun) if noun.sort == Sort::Thing);
    let Part::According(noun) = &place.chunk(0)?.part else { return None };
    (thing && place.text.grammar.by_order()).then(|| noun.clone())
}

/// Whoever says the whole sentence: named at its head or between commas.
fn speaker(place: Place) -> Option<Noun> {
    if let Part::According(noun) = &place.chunk(0)?.part
        && noun.is_human()
    {
        return Some(noun.clone());
    }
    if let Some(noun) = phase::as_told(place).filter(|noun| is_person(place, noun)) {
        return Some(noun);
    }
    (1..place.at).filter(|_| place.text.grammar.by_order()).find_map(|verb| {
        let says = place.chunk(verb)?.is_finite() && place.chunk(verb)?.class.any(Class::SAY);
        let small = |at: usize| {
            place
                .chunk(at)
                .is_some_and(|chunk| is_within_group(chunk) || chunk.class.any(Class::ACCORD_OPENS))
        };
        let comma = (0..verb).rev().find(|at| !small(*at)).filter(|at| says && place.is(*at, ','))?;
        let noun = (verb + 1..place.at.min(verb + BETWEEN)).find_map(|at| place.noun(at));
        let closed = (verb + 1..place.at).any(|at| place.is(at, ','));
        noun.filter(|noun| comma > 0 && closed && is_person(place, noun) && noun.may_be_subject).cloned()
    })
}

/// True for a person, by a name of one word, too.
fn is_person(place: Place, noun: &Noun) -> bool {
    noun.is_human() || noun.sort == Sort::Capital && !place.text.has(noun.head, Class::PLACE)
}

/// Tokens between a participle and the words it brings: `called “…”`, `described as “…”`.
const BROUGHT: usize = 2;

/// `a theory called “…” by X`: X, where the participle is part of a phrase.
pub(super) fn agent(place: Place) -> Option<Frame> {
    let chunk = place.chunk(place.at + 1).filter(|_| place.text.grammar.by_order())?;
    let Part::Governed(noun) = &chunk.part else { return None };
    let quote = place.chunk(place.at)?.tokens.start;
    let brought = (quote.saturating_sub(BROUGHT)..quote)
        .rev()
        .find(|at| place.text.has(*at, Class::ANY_VERB) || !place.text.has(*at, Class::CLOSED))?;
    let passive = place.text.has(brought, Class::CUE) && place.text.has(brought, Class::PARTICIPLE);
    (passive && chunk.class.any(Class::AGENT) && is_person(place, noun)).then(|| {
        let source = subject::noun_source(place, noun.clone());
        Frame { says: false, beside: false, ..Frame::new(Rule::Before, source) }
    })
}
