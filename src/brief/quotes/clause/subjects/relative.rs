//! Whom a relative pronoun refers to: `X, who said “…”`, `the charge by X, who the day before had called it “…”`.

use super::before::before;
use super::document::owner;
use super::frame::Place;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// Phrases before a relative pronoun that it may refer to.
const NEAR: usize = 4;

/// `X, who said`: X.
pub(crate) fn relative(place: Place, verb: usize) -> Option<Noun> {
    let at = pronoun(place, verb)?;
    if is_governed(place, at) || is_owner(place, at) {
        return None;
    }
    // «Портов, которого называет „…“»: the pronoun is the object
    let pronoun = place.chunk(at).map_or("", |chunk| place.text.lower(chunk.tokens.start));
    let grammar = place.text.grammar;
    let owner = grammar.naming.is_owner_adjective(pronoun, true);
    let judges =
        place.chunk(verb).is_some_and(|chunk| chunk.class.any(Class::CALL) && !chunk.class.any(Class::SAY));
    if grammar.gendered_verbs && judges && (grammar.is_oblique(pronoun) || owner) {
        return object_of(place, at);
    }
    antecedent(place, at, place.chunk(verb)?.class)
}

/// `whose arrest X blamed on “…”`: the pronoun at `relative` stands for the article of the noun behind it.
fn is_owner(place: Place, relative: usize) -> bool {
    let bare = |noun: &Noun| noun.sort == Sort::Thing && noun.determiner == Class::NONE;
    place.text.grammar.by_order() && place.noun(relative + 1).is_some_and(bare)
}

/// True for a form of a relative pronoun that surely is a subject, where nouns have cases, and somebody before it.
fn is_subject(place: Place, relative: usize) -> bool {
    let Some(pronoun) = place.chunk(relative).map(|chunk| chunk.tokens.start) else { return false };
    let cases = place.text.grammar.cases && !place.text.grammar.is_oblique(place.text.lower(pronoun));
    let somebody =
        relative.checked_sub(2).and_then(|at| place.chunk(at)).is_some_and(|chunk| match &chunk.part {
            Part::Noun(noun) | Part::Governed(noun) => noun.is_human(),
            _ => false,
        });
    cases && somebody && !is_governed(place, relative)
}

/// The relative pronoun that is the subject of the verb that is the chunk `verb`.
fn pronoun(place: Place, verb: usize) -> Option<usize> {
    let class = place.chunk(verb)?.class;
    let says = class.any(Class::SAY) && !class.any(Class::CALL);
    let mut at = verb;
    let mut thing = false;
    while let Some(before) = at.checked_sub(1) {
        let chunk = place.chunk(before)?;
        at = match &chunk.part {
            Part::Aside | Part::Governed(_) => before,
            Part::Verb if chunk.class.any(Class::HELPER) => before,
            // `who one day told him`, `who the day before had asked`: no thing asks
            Part::Noun(noun) if place.text.has(noun.head, Class::TIME) => before,
            Part::Noun(noun) if noun.sort == Sort::Thing && (says || is_time(place, before)) => before,
            Part::Noun(noun) if noun.sort == Sort::Thing && place.text.grammar.cases => {
                thing = true;
                before
            }
            // `der den Brief … nannte`
            Part::Noun(noun) if !noun.may_be_subject && !place.text.grammar.by_order() => before,
            // `who on Sunday, in a talk with a paper, had said`
            Part::Mark(',') => inserted(place, before)?,
            Part::Relative => return Some(before).filter(|at| !thing || is_subject(place, *at)),
            _ => return None,
        };
    }
    None
}

/// `who last week accused`, `który dzień wcześniej nazwał`: a word of time beside a small word.
fn is_time(place: Place, at: usize) -> bool {
    let time = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::TIME));
    at > 0 && time(at - 1) || place.text.grammar.cases && time(at + 1)
}

/// Where a phrase between commas begins that the comma at `close` ends.
fn inserted(place: Place, close: usize) -> Option<usize> {
    let open = (0..close).rev().find(|at| {
        !matches!(place.chunk(*at).map(|chunk| &chunk.part), Some(Part::Aside | Part::Governed(_)))
    })?;
    place.is(open, ',').then_some(open)
}

/// `to whom X expressed`, `il quale`: the pronoun at `relative` behind a preposition is no subject.
fn is_governed(place: Place, relative: usize) -> bool {
    let Some(token) = place.chunk(relative).map(|chunk| chunk.tokens.start) else { return false };
    let tie = Class::PREPOSITION.or(Class::OF);
    let small = |back: usize| token.checked_sub(back).filter(|at| !place.text.is(*at, ','));
    let article = |at: usize| place.text.has(at, Class::THE) && !place.text.has(at, tie);
    let led = |at: usize| place.text.has(at, tie);
    match small(1) {
        Some(at) if led(at) => {
            relative > 0
                && matches!(place.chunk(relative - 1), Some(chunk) if matches!(chunk.part, Part::Aside))
        }
        Some(at) if article(at) => small(2).is_some_and(led),
        _ => false,
    }
}

/// Whoever the relative pronoun at `relative`, before a verb of the classes `verb`, refers to.
pub(crate) fn antecedent(place: Place, relative: usize, verb: Class) -> Option<Noun> {
    let near = || {
        (0..relative).rev().take(NEAR).filter_map(|at| match &place.chunk(at)?.part {
            Part::Noun(noun) | Part::Governed(noun) | Part::According(noun) => Some((at, noun)),
            _ => None,
        })
    };
    let (at, noun) = near().next()?;
    let governed = place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    // `the councillor for culture, who would prefer`
    let person = near().nth(1).filter(|(other, person)| {
        // `the councillor X, of the Open List, who`
        let parted = other + 2 == at && place.is(other + 1, ',') && place.is(at + 1, ',');
        let beside = (other + 1 == at || parted) && governed && noun.sort != Sort::Outlet;
        place.text.grammar.by_order()
            && person.is_human()
            && (!noun.is_human() || noun.name.is_none() && place.text.has(noun.head, Class::CAPITAL))
            && person.may_be_subject
            && beside
    });
    if let Some((_, person)) = person {
        return Some(person.clone());
    }
    if noun.can_speak() {
        return Some(noun.clone());
    }
    // `praised the words of the bishop, which she called “…”`
    let main = (0..relative).any(|at| place.chunk(at).is_some_and(Chunk::is_main_verb));
    let parted = relative > 0 && place.is(relative - 1, ',');
    let by_order = place.text.grammar.by_order();
    let led = place.at > 0 && place.is(place.at - 1, ':');
    let object = by_order && verb.any(Class::CALL) && main && parted && !led && !has_object(place, relative);
    let body = noun.sort == Sort::Utterance;
    let somebody = |noun: &Noun| {
        noun.is_human() || by_order && (noun.sort == Sort::Capital || body && noun.sort == Sort::Body)
    };
    let whose = owner(place, noun).filter(|noun| somebody(noun) && !object);
    whose.or_else(|| object_of(place, relative))
}

/// `the hand of X, who called her “…”`: a pronoun right behind the relative one is the object, which the latter then is not.
fn has_object(place: Place, relative: usize) -> bool {
    place.chunk(relative + 1).is_some_and(|chunk| {
        let lower = place.text.lower(chunk.tokens.start);
        let first = lower.split('\'').next().unwrap_or_default();
        let clitic = place.text.grammar.class(first).any(Class::OBJECT) && first != lower;
        clitic || matches!(chunk.part, Part::Aside) && chunk.class.any(Class::OBJECT)
    })
}

/// `X objects to the bill, which (he) calls “…”`: X, the subject of the clause whose object the relative one, at
/// `relative`, tells more of.
fn object_of(place: Place, relative: usize) -> Option<Noun> {
    let verb = (0..relative).find(|at| place.chunk(*at).is_some_and(Chunk::is_main_verb))?;
    before(place, verb).filter(|noun| place.text.grammar.cases && noun.can_speak())
}
