//! Phrases beside a verb that are no subject, or hardly one: names that tell where something is, a noun for a text,
//! what somebody is told to do to whom.

use super::frame::{Place, is_within_group};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, is_surname_elsewhere};
use crate::brief::quotes::clause::words::Class;

/// Words of the name of a place.
const PLACE: usize = 2;

/// `X of the institute in Bredau, Holstein, said`: a name that is nobody's first, between commas behind a phrase with a
/// preposition, tells more of where that is.
pub(super) fn is_where(place: Place, at: usize, noun: &Noun) -> bool {
    let name =
        matches!(noun.sort, Sort::Capital | Sort::Body) || noun.sort == Sort::Person && noun.role.is_empty();
    let given = noun.tokens.clone().any(|at| place.text.has(at, Class::FIRST_NAME));
    let bare = noun.determiner == Class::NONE && noun.tokens.len() <= PLACE;
    let behind = at.checked_sub(2).and_then(|at| place.chunk(at));
    let inside =
        |noun: &Noun| noun.name.as_ref().is_some_and(|name| name.len() <= PLACE) && noun.role.is_empty();
    let governed = behind.is_some_and(|chunk| matches!(&chunk.part, Part::Governed(noun) if inside(noun)));
    name && !given && bare && governed && place.is(at - 1, ',') && place.is(at + 1, ',')
}

/// `Als Antwort sagte X`: a noun for a text without a determiner, where every noun has a capital.
pub(super) fn is_bare_text(place: Place, noun: &Noun) -> bool {
    place.text.grammar.capital_nouns
        && matches!(noun.sort, Sort::Document | Sort::Utterance)
        && noun.determiner == Class::NONE
}

/// An outlet, or a word in capitals, may be whom it was told.
pub(super) fn is_weak(place: Place, noun: &Noun) -> bool {
    let upper = noun.tokens.len() == 1 && place.text.has(noun.head, Class::UPPER);
    // «объяснил решение глава фракции»: what is told of, before whoever tells it
    let text = place.text.grammar.gendered_verbs && matches!(noun.sort, Sort::Document | Sort::Utterance);
    noun.sort == Sort::Outlet || upper || text
}

/// `“…”, disse ao receber o embaixador`: the phrase right behind an infinitive that a preposition brings is what is done by
/// whoever speaks, where order tells subjects; somebody may still be the subject where a person done to stands behind a
/// preposition.
#[must_use]
pub(super) fn is_object_of_infinitive(place: Place, verb: usize, at: usize, noun: &Noun) -> bool {
    let text = place.text;
    let done = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::PARTICIPLE));
    let beside = at - 1;
    let infinitive = if beside > verb && done(beside) && !is_infinitive(place, beside) {
        (verb + 1..beside).rev().find(|at| !is_small(place, *at)).filter(|at| is_infinitive(place, *at))
    } else {
        Some(beside).filter(|at| *at > verb && is_infinitive(place, *at))
    };
    let infinitive = infinitive.filter(|at| !is_led_to(place, verb, *at));
    let Some(token) = infinitive.and_then(|at| place.chunk(at)).map(|chunk| chunk.tokens.start) else {
        return false;
    };
    let led = token > 0 && text.has(token - 1, Class::PREPOSITION.or(Class::OF));
    let named = noun.sort == Sort::Capital && is_surname_elsewhere(text, noun.head);
    let acts = text.grammar.naming.marks_people && (noun.is_human() || named);
    text.grammar.by_order() && led && !acts
}

fn is_infinitive(place: Place, at: usize) -> bool {
    place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::INFINITIVE) && !chunk.class.any(Class::FINITE))
}

/// `limitou-se a comentar`: a verb of saying that the reflexive one at `verb` only leads to.
fn is_led_to(place: Place, verb: usize, at: usize) -> bool {
    let itself = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::SELF));
    let before = (0..verb).rev().take_while(|at| place.chunk(*at).is_some_and(is_within_group));
    let reflexive = itself(verb) || before.into_iter().any(itself);
    let led = reflexive || at <= verb + POINT && begins(place, verb);
    led && place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::CUE))
}

/// Chunks from a verb to the infinitive that it leads to.
const POINT: usize = 3;

/// `began by saying`, `made a point of saying`: a finite verb that right behind it has a preposition and the infinitive of a
/// verb of saying.
pub(crate) fn begins(place: Place, verb: usize) -> bool {
    let chunk = |at: usize| place.chunk(verb + at);
    let point = chunk(1).is_some_and(|chunk| matches!(chunk.part, Part::Noun(_)));
    let at = 1 + usize::from(point);
    let led = |chunk: &Chunk| {
        let token = chunk.tokens.start;
        let small = !matches!(chunk.part, Part::Verb) && chunk.tokens.len() == 1;
        small && place.text.has(token, Class::PREPOSITION.or(Class::OF)) && !is_joined(place, token)
    };
    let says = |chunk: &Chunk| chunk.is_verb(Class::SAY) && chunk.class.any(Class::INFINITIVE);
    chunk(0).is_some_and(Chunk::is_finite) && chunk(at).is_some_and(led) && chunk(at + 1).is_some_and(says)
}

/// `ao`, `al`: a preposition of one letter that is joined with an article, which before an infinitive tells when.
fn is_joined(place: Place, token: usize) -> bool {
    let word = place.text.lower(token);
    let first = word.chars().next().map(String::from).unwrap_or_default();
    word.chars().count() == 2 && place.text.grammar.class(&first).any(Class::PREPOSITION)
}

fn is_small(place: Place, at: usize) -> bool {
    place.chunk(at).is_some_and(|chunk| is_within_group(chunk) && !chunk.is_verb(Class::INFINITIVE))
}
