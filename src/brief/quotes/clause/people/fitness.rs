//! How well somebody fits the words of an office.

use std::ops::Range;

use super::apart::{is_of_other_country, is_same_noun, tells_apart};
use super::registry::Registry;
use super::someone::{Gender, Someone};
use crate::brief::quotes::clause::phrases::{Noun, Text};
use crate::brief::quotes::clause::words::{Class, same_word};

/// Whom a phrase means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Meant {
    /// The person, if known.
    pub(crate) person: Option<usize>,
    /// Else somebody without a name: the number of the phrase in the discourse.
    pub(crate) unnamed: Option<usize>,
    /// How sure, 0 to 1.
    pub(crate) sure: f32,
}

impl Meant {
    pub(crate) const NOBODY: Self = Self { person: None, unnamed: None, sure: 0.6 };

    /// This person, if any.
    pub(crate) fn of(person: Option<usize>, sure: f32) -> Self {
        Self { person, unnamed: None, sure }
    }

    /// True for a person or somebody without a name.
    #[must_use]
    pub(crate) fn is_somebody(&self) -> bool {
        self.person.is_some() || self.unnamed.is_some()
    }
}

/// True for an office of somebody, or of several, not told of before.
#[must_use]
pub(crate) fn is_somebody_new(text: &Text, noun: &Noun) -> bool {
    let one = text.grammar.last_verb && noun.tokens.clone().any(|at| text.has(at, Class::ONE));
    let several = noun.class.any(Class::FIRST_CASE) && is_plural_only(noun);
    // `un suo collega`, where order tells subjects
    let start = noun.tokens.start;
    let of_some = text.grammar.by_order() && text.has(start, Class::ONE) && text.has(start + 1, Class::OWNER);
    noun.is_indefinite() || one || several || of_some
}

/// True where what belongs to the noun has words, and the text has had none of them: they tell somebody new apart, `the
/// owner of the bar across the street`.
#[must_use]
pub(crate) fn is_of_something_new(text: &Text, noun: &Noun) -> bool {
    noun.owner.clone().is_some_and(|owner| text.is_quote(owner.start) || is_new(text, noun, owner))
}

/// The same for the phrase right behind it: `the woman with the pram`.
#[must_use]
pub(crate) fn is_beside_something_new(text: &Text, noun: &Noun) -> bool {
    let end = noun.tokens.end;
    // `sagte die 61-Jährige beim Gespräch`: behind its verb, where and when it was said
    let inverted =
        text.grammar.capital_nouns && noun.tokens.start > 0 && text.has(noun.tokens.start - 1, Class::CUE);
    let ties = if inverted { Class::OF } else { Class::PREPOSITION.or(Class::OF) };
    text.has(end, ties) && is_new(text, noun, end + 1..end + BESIDE)
}

/// «дипломат из европейской делегации»: the phrase right behind it tells from which body, and the text has had none of it; a
/// country may be told anew of anybody.
fn is_from_something_new(text: &Text, noun: &Noun) -> bool {
    let end = noun.tokens.end;
    let behind = end + 1..end + BESIDE;
    let from = text.grammar.naming.origins.contains(text.lower(end));
    let place = || behind.clone().any(|at| text.has(at, Class::PLACE.or(Class::CAPITAL)));
    from && !place() && is_new(text, noun, behind.clone())
}

/// Tokens of a phrase behind a preposition.
const BESIDE: usize = 4;

/// True where the words tell of another than `known`, whom nothing else tells to be so: somebody new, a relative of somebody,
/// one of many with what the text has not spoken of before, the head of such a thing where `known` holds another office.
#[must_use]
pub(crate) fn tells_another(text: &Text, noun: &Noun, known: &Someone, asked: &[u16]) -> bool {
    let grammar = text.grammar;
    // «директор пообещал»: no woman
    let woman =
        known.gender == Some(Gender::Female) && known.first_case && noun.class.any(Class::SURELY_MALE);
    if woman || names_another(text, noun, known) || is_of_other_country(text, noun, known) {
        return true;
    }
    let roles = grammar.roles(text.lower(noun.head));
    if tells_apart(text, noun, known, roles) {
        return true;
    }
    let fit = fits(text, noun, known, asked);
    if fit < SAME_NOUN && is_from_something_new(text, noun) {
        return true;
    }
    if fit > 0.0 {
        return false;
    }
    if is_of_calling(text, noun, known, asked) || acts_on_another(text, noun, known) {
        return true;
    }
    let of_new = is_of_something_new(text, noun);
    // `the coordinator of the charity Roofs` is not the president
    let named = |owner: Range<usize>| owner.into_iter().any(|at| text.has(at, Class::CAPITAL));
    let holds = known.roles.iter().any(|role| grammar.has_one_holder(*role)) && grammar.by_order();
    if of_new && holds && noun.owner.clone().is_some_and(named) && !text.is_past(noun.role.clone()) {
        return true;
    }
    let relative = grammar.is_kin(roles) && (noun.determiner.any(Class::OWNER) || noun.owner.is_some());
    // a guest is one of those told of, wherever from
    let many = grammar.is_ordinary(roles) && !grammar.is_guest(roles);
    let ordinary = many && (of_new || is_beside_something_new(text, noun));
    let office = |role: &u16| grammar.has_one_holder(*role) || grammar.is_calling(*role);
    let body = |owner: Range<usize>| owner.into_iter().any(|at| text.has(at, Class::BODY.or(Class::CAPITAL)));
    let head = of_new
        && !noun.owner.clone().is_some_and(body)
        && grammar.is_of_any_body(asked)
        && known.roles.iter().any(office);
    is_somebody_new(text, noun) || relative || ordinary || head
}

/// `L'infirmière qui la veille`: the clause behind the noun tells what that one does to somebody a pronoun of the third person
/// means, who may be `known` and so is not that one, where order tells subjects; what the text has told before with the same
/// verb, or of something of another gender, tells nothing.
#[must_use]
pub(crate) fn acts_on_another(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let at = noun.tokens.end;
    let third = |at: usize| {
        text.has(at, Class::THE) || text.grammar.naming.told_whom.iter().any(|word| word == text.lower(at))
    };
    let pronoun = text.has(at + 1, Class::OBJECT) && third(at + 1);
    let verb = |at: &usize| text.has(*at, Class::FINITE) && !text.has(*at, Class::NOUN.or(Class::CAPITAL));
    let clause = at + 2..text.stream().sentence_of(at).end;
    let end = clause.clone().find(|at| !text.is_word(*at)).unwrap_or(clause.end);
    let own = at + 2;
    // a verb nobody knows: it ends its clause, or stands before the only verb or another unknown word
    let other = Class::CLOSED.or(Class::NOUN).or(Class::CAPITAL).or(Class::ANY_VERB);
    let single = verb(&(own + 1)) && (own..end).filter(verb).count() == 1;
    let last = end == own + 1 || single || !text.has(own + 1, other);
    let acts = verb(&own) || last && !text.has(own, Class::NOUN.or(Class::CAPITAL));
    // `El autor que la escribió`: a novel
    let gender = object_gender(text, at + 1).zip(known.gender.or_else(|| Gender::of(noun.class)));
    let may_be = gender.is_none_or(|(meant, known)| meant == known);
    let told = !text.has(own, Class::HELPER) && text.alike(own).any(|other| other < at);
    text.grammar.by_order() && text.has(at, Class::RELATIVE) && pronoun && acts && may_be && !told
}

/// The gender that a pronoun tells of one whom something is done to, where it is an article otherwise.
#[must_use]
pub(crate) fn object_gender(text: &Text, at: usize) -> Option<Gender> {
    text.grammar.determiners.get(text.lower(at)).and_then(|form| Gender::of(*form))
}

/// The fit of whoever was called by the same noun.
const SAME_NOUN: f32 = 3.0;

/// True for words of which the text before `noun` has had none.
fn is_new(text: &Text, noun: &Noun, tokens: Range<usize>) -> bool {
    let within = tokens.take_while(|at| text.is_word(*at) && !text.has(*at, Class::ANY_VERB));
    let tells = |at: &usize| !text.has(*at, Class::CLOSED.or(Class::NUMBER).or(Class::TIME));
    let mut words = within.filter(tells).peekable();
    words.peek().is_some() && words.all(|at| text.alike(at).all(|other| other >= noun.tokens.start))
}

/// True for the head or the spokesman of one body where `known` is that of another.
#[must_use]
pub(crate) fn is_of_other_body(text: &Text, noun: &Noun, known: &Someone, asked: &[u16]) -> bool {
    if names_another(text, noun, known) || is_of_other_country(text, noun, known) {
        return true;
    }
    let Some(owner) = noun.owner.clone().filter(|_| !known.owner.is_empty()) else { return false };
    if owner.len() == 1 && text.grammar.any_body.contains(text.lower(owner.start)) {
        return false;
    }
    let same = |word: &str| known.owner.iter().any(|own| same_word(own, word, text.grammar.cases));
    text.grammar.is_of_any_body(asked) && !text.lowers(owner).any(same)
}

/// True for the head of some body where `known` has an office of another kind: a chief of firemen is no prime minister.
#[must_use]
pub(crate) fn is_lower_head(text: &Text, noun: &Noun, known: &Someone, asked: &[u16]) -> bool {
    let grammar = text.grammar;
    let another = |role: &u16| grammar.has_one_holder(*role) || grammar.is_calling(*role);
    let other = known.roles.iter().any(|role| another(role) && !asked.contains(role));
    let told = known.nouns.iter().any(|own| own == text.lower(noun.head));
    grammar.by_order() && noun.owner.is_some() && grammar.is_of_any_body(asked) && other && !told
}

/// `the councillor` is no nurse: an office that one person holds, and somebody known by a calling alone, where order tells
/// subjects.
fn is_of_calling(text: &Text, noun: &Noun, known: &Someone, asked: &[u16]) -> bool {
    let grammar = text.grammar;
    let office = asked.iter().any(|role| grammar.has_one_holder(*role)) && !text.is_past(noun.role.clone());
    let calling = |role: &u16| grammar.is_calling(*role) || grammar.is_ordinary(&[*role]);
    // `the president` alone may be what somebody is, too
    let told = noun.tokens.len() > 2;
    grammar.by_order() && told && office && !known.roles.is_empty() && known.roles.iter().all(calling)
}

/// Capitals in a row at the end of an office that tell a body of their own, or whoever holds it.
const OWN_NAME: usize = 3;

/// `the president of the Committee Ana Porto`: where order tells subjects, so many capitals are a body's name or somebody's;
/// true where nothing of them is told of `known`.
fn names_another(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let Some(owner) = noun.owner.clone().filter(|_| text.grammar.by_order()) else { return false };
    let capital = |at: &usize| text.has(*at, Class::CAPITAL) && !text.has(*at, Class::PLACE);
    let own = |word: &str| known.owner.iter().any(|own| same_word(own, word, text.grammar.cases));
    owner.clone().rev().take_while(capital).count() >= OWN_NAME && !text.lowers(owner).any(own)
}

/// The only person of a gender named before the token `end`, though nobody acted.
pub(super) fn only_one(people: &Registry, end: usize, gender: Option<Gender>) -> Meant {
    let mut fitting =
        people.all.iter().enumerate().filter(|(_, known)| {
            known.human && known.first < end && gender.is_some() && known.gender == gender
        });
    let only = fitting.next().filter(|_| fitting.next().is_none());
    only.map_or(Meant::NOBODY, |(person, _)| Meant::of(Some(person), 0.75))
}

/// True for a noun of several that is never one of one.
#[must_use]
pub(crate) fn is_plural_only(noun: &Noun) -> bool {
    noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR)
}

/// Nouns of one gender for people of either, in languages where offices are so.
#[must_use]
pub(crate) fn loose(text: &Text, noun: &Noun) -> bool {
    text.grammar.cases && !noun.class.any(Class::FEMALE)
}

/// How much what is told of when somebody held an office makes that person the likelier for one that is `past` or not:
/// a predecessor once held it, too.
#[must_use]
pub(crate) fn held(text: &Text, past: bool, known: &Someone) -> f32 {
    match (past, known.past) {
        (true, false) if text.grammar.went_before(&known.roles) => 2.5,
        (true, false) => -NEVER,
        (false, true) => -1.0,
        _ => 0.0,
    }
}

/// Outweighs any fit.
const NEVER: f32 = 9.0;

/// How well what somebody is fits an office.
#[must_use]
pub(crate) fn fits(text: &Text, noun: &Noun, known: &Someone, asked: &[u16]) -> f32 {
    if text.grammar.cases && text.grammar.is_other_office(asked, &known.roles) {
        return 0.0;
    }
    // of two heads the one of a government is not the one of an office
    let of_one = |role: &&u16| text.grammar.by_order() && text.grammar.has_one_holder(**role);
    let decisive = asked.iter().any(|role| of_one(&role));
    let shared = asked.iter().filter(|role| !decisive || of_one(role)).any(|role| known.roles.contains(role));
    match (shared, is_same_noun(text, noun, known)) {
        (true, true) => 3.0,
        (true, false) => 2.5,
        (false, true) => 2.0,
        (false, false) => 0.0,
    }
}

/// `The prosecutor called Ana Porto “…”`: whoever the sentence of an office names first behind it is another, where order tells
/// subjects.
pub(super) fn is_named_behind(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let sentence = |at: usize| text.stream().get(at).map(|token| token.sentence);
    let same = sentence(known.first) == sentence(noun.tokens.start);
    // `the deputy spokesman Ana Porto`: right behind it that is the name of the office
    let finite = |at: usize| text.has(at, Class::FINITE) && !text.has(at, Class::PARTICIPLE);
    let verb = |at: usize| text.has(at, Class::ANY_VERB) && finite(at);
    let told = (noun.tokens.end..known.first).any(verb);
    text.grammar.by_order() && known.first >= noun.tokens.end && same && told
}
