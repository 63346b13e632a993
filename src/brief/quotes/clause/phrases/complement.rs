//! An office with what belongs to it, then a comma and the name of who holds it: `the head of the charity X in Y, Ana Porto`.

use super::core;
use super::noun::{Noun, Sort};
use super::text::Text;
use super::trailing::{age, bracket};
use crate::brief::quotes::clause::words::Class;

/// Tokens between an office and the comma before its holder's name.
const LONGEST: usize = 12;

/// Names `noun`, an office, by the full name behind the comma that ends what belongs to the office; a name that belongs to
/// it (whose office it is) gives way.
pub(super) fn named_behind(text: &Text, noun: &mut Noun, end: usize, governed: bool) {
    let office = text.has(noun.head, Class::ROLE.or(Class::OPEN));
    let own = noun.name.as_ref().is_some_and(|name| name.start <= noun.head + 1 || noun.owner.is_none());
    let several =
        noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR) && !noun.determiner.any(Class::ONE);
    if !office || own || several || !matches!(noun.sort, Sort::Role | Sort::Open | Sort::Person) {
        return;
    }
    let Some(comma) = comma_behind(text, noun.tokens.end, end) else { return };
    let Some(name) = core::read(text, comma + 1, end, false) else { return };
    if is_of_office(text, noun.head, comma) {
        if name.sort == Sort::Person && name.determiner == Class::NONE {
            noun.tokens.end = name.tokens.end;
        }
        return;
    }
    let full = name.sort == Sort::Person && name.name.as_ref().is_some_and(|name| name.len() > 1);
    let titled = name.determiner.any(Class::THE) && !name.role.is_empty();
    let titled = titled && (!governed || is_from(text, &name));
    let plain = name.determiner == Class::NONE || titled;
    if !(full && plain) || goes_on(text, &name) {
        return;
    }
    if name.name.as_ref().is_some_and(|name| is_of_holder(text, noun, name.start)) {
        noun.name = None;
        noun.sort = Sort::Role;
        noun.tokens.end = name.tokens.end;
        return;
    }
    let title = name.name.as_ref().map_or(noun.tokens.end, |own| own.start);
    noun.role = noun.tokens.start..if name.role.is_empty() { noun.tokens.end } else { title };
    noun.name.clone_from(&name.name);
    noun.sort = Sort::Person;
    noun.tokens.end = name.tokens.end;
    bracket(text, noun, end);
    age(text, noun, end);
}

/// «сказал, стоя рядом с губернатором, министр Игорь Лесин»: a phrase surely in the first case behind the comma of one that a
/// preposition governs, where verbs tell genders.
#[must_use]
pub(super) fn is_subject_behind(text: &Text, noun: &Noun, name: &Noun) -> bool {
    let governed =
        noun.tokens.start.checked_sub(1).is_some_and(|before| text.has(before, Class::PREPOSITION));
    text.grammar.gendered_verbs && governed && name.first_case
}

/// `al presidente del Consejo, el danés Lars Holm`: all that stands before the name tells where somebody is from.
fn is_from(text: &Text, name: &Noun) -> bool {
    let last = name.role.end.saturating_sub(1);
    name.role.len() == 2 && text.grammar.demonym(text.lower(last)).is_some()
}

/// `a source in the minister's office, Ana Porto,`: the name behind the comma is of the office that ends the phrase.
pub(super) fn is_of_office(text: &Text, head: usize, comma: usize) -> bool {
    let somebody = text.has(head, Class::OPEN) && !text.has(head, Class::ROLE);
    let last = comma.checked_sub(1).filter(|last| *last > head);
    text.grammar.by_order() && somebody && last.is_some_and(|last| text.has(last, Class::ROLE))
}

/// The comma behind the words that belong to an office: small words, nouns and names, no verb with a subject.
fn comma_behind(text: &Text, from: usize, end: usize) -> Option<usize> {
    let mut open = false;
    for at in from..end.min(from + LONGEST) {
        if text.is(at, ',') && !open {
            return Some(at);
        }
        // `the agency (AGN)`
        if text.is(at, '(') || text.is(at, ')') {
            open = text.is(at, '(');
            continue;
        }
        let class = text.class(at);
        let verb = class.any(Class::ANY_VERB)
            && class.any(Class::FINITE.or(Class::GERUND))
            && !class.any(Class::NOUN.or(Class::CAPITAL).or(Class::PREPOSITION));
        let other = Class::RELATIVE.or(Class::SUBORDINATE).or(Class::SELF).or(Class::NOT).or(Class::SUBJECT);
        let title = text.is_quote(at) && text.is_title(at);
        if opens_office(text, at) {
            return None;
        }
        if verb || !(class.any(Class::WORD.or(Class::NUMBER)) || title) || class.any(other) {
            return None;
        }
    }
    None
}

/// `au préfet la directrice du port, Ana Porto`: an article that opens the phrase of another office.
fn opens_office(text: &Text, at: usize) -> bool {
    let tie = Class::PREPOSITION.or(Class::OF).or(Class::COORDINATE).or(Class::DETERMINER);
    let article = text.has(at, Class::THE.or(Class::ONE).or(Class::OWNER)) && !text.has(at, Class::OF);
    let office = |at: usize| text.has(at, Class::ROLE.or(Class::OPEN));
    let opens = office(at + 1) || office(at + 2) && !text.has(at + 1, Class::CLOSED.or(Class::CAPITAL));
    article && opens && !text.has(at - 1, tie)
}

/// True when the name is the subject of a verb, or one of a list.
fn goes_on(text: &Text, name: &Noun) -> bool {
    let behind = text.class(name.tokens.end);
    let verb = behind.any(Class::ANY_VERB) && behind.any(Class::FINITE) && !behind.any(Class::CAPITAL);
    verb || behind.any(Class::COORDINATE.or(Class::SELF).or(Class::NOT).or(Class::OBJECT))
}

/// Small words of `one of them`.
const SMALL: usize = 4;

/// `one of them, Ana Porto`: who that is.
pub(super) fn one_of_them(text: &Text, at: usize, end: usize) -> Option<Noun> {
    if !(text.grammar.by_order() && text.has(at, Class::ONE.or(Class::THE))) {
        return None;
    }
    let one = (at..end.min(at + 2)).find(|at| text.has(*at, Class::ONE))?;
    let of = Class::OF.or(Class::PREPOSITION);
    let other = Class::SUBJECT.or(Class::OBJECT).or(Class::OWNER).or(Class::ONE);
    let tied = text.has(one + 1, Class::OWNER) || text.has(one + 1, of) && text.has(one + 2, other);
    let last = (one + 1..end.min(one + SMALL)).find(|at| !text.has(*at, Class::CLOSED)).unwrap_or(one + 1);
    if !tied {
        return None;
    }
    let named = core::read(text, last + 1, end, false).filter(|name| {
        let full = name.sort == Sort::Person && name.name.as_ref().is_some_and(|name| name.len() > 1);
        text.is(last, ',') && full && !goes_on(text, name)
    });
    if let Some(name) = named {
        return Some(Noun { tokens: at..name.tokens.end, ..name });
    }
    Some(Noun {
        tokens: at..last,
        head: one,
        name: None,
        role: at..last,
        owner: None,
        sort: Sort::Open,
        class: Class::SINGULAR,
        determiner: Class::ONE,
        may_be_subject: true,
        first_case: true,
    })
}

/// `this one, Ana Porto,`: who that is.
pub(super) fn pronoun_named(text: &Text, noun: Noun, end: usize) -> Noun {
    let comma = noun.tokens.end;
    let name = core::read(text, comma + 1, end, false).filter(|name| {
        let full = name.sort == Sort::Person && name.name.as_ref().is_some_and(|name| name.len() > 1);
        text.grammar.by_order() && text.is(comma, ',') && full && text.is(name.tokens.end, ',')
    });
    match name {
        Some(name) if noun.class.any(Class::GENDER) => {
            Noun { tokens: noun.tokens.start..name.tokens.end, ..name }
        }
        _ => noun,
    }
}

/// Tokens between an office and the name of who holds it.
const NEAR: usize = 5;

/// `the envoy for Libya Ana Porto`: a place behind a preposition, then the full name.
pub(super) fn named_behind_place(text: &Text, noun: &mut Noun, end: usize) {
    let from = noun.tokens.end;
    if noun.sort != Sort::Role || !text.has(from, Class::PREPOSITION) || text.has(from, Class::AGENT) {
        return;
    }
    let place = (from + 1..end.min(from + NEAR)).find(|at| text.has(*at, Class::CAPITAL));
    // `l'assessora alla Sanità Ana Porto`: what the office is for
    let given = |at: usize| {
        let other = Class::FIRST_NAME.or(Class::NOUN.without(Class::BODY));
        text.has(at + 1, Class::FIRST_NAME) && !text.has(at, other)
    };
    let known = |at: &usize| text.has(*at, Class::PLACE.or(Class::UPPER)) || given(*at);
    let Some(start) = place.filter(known).map(|at| at + 1) else {
        return;
    };
    let last = (start..end).find(|at| !text.is_name_word(*at)).unwrap_or(end);
    if last < start + 2 || last > start + 3 || text.has(start, Class::PLACE.or(Class::UPPER)) {
        return;
    }
    noun.name = Some(start..last);
    noun.sort = Sort::Person;
    noun.tokens.end = last;
}

/// `un asesor de la ministra, Lucía Porto,`: the first name behind the comma has the gender of the office that somebody not
/// known before belongs to, and not that of the word for that somebody: the name is of whoever holds the office.
#[must_use]
pub(super) fn is_of_holder(text: &Text, noun: &Noun, name: usize) -> bool {
    let Some(owner) = noun.owner.clone().filter(|_| text.grammar.by_order() && noun.is_indefinite()) else {
        return false;
    };
    let office = |at: &usize| {
        let roles = text.grammar.roles(text.lower(*at));
        text.has(*at, Class::ROLE) && roles.iter().any(|role| text.grammar.has_one_holder(*role))
    };
    let Some(holder) = owner.into_iter().find(office) else { return false };
    let given = gender(text.class(name)).filter(|_| text.has(name, Class::FIRST_NAME));
    let article = gender(text.grammar.determined(text.lower(holder.saturating_sub(1))));
    let own = gender(noun.class);
    let of = article.or_else(|| gender(text.class(holder)));
    given.is_some() && given == of && own.is_some() && own != given
}

/// The gender that a class tells alone.
fn gender(class: Class) -> Option<bool> {
    match (class.any(Class::MALE), class.any(Class::FEMALE)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Adverbs before the second office of one person.
const ADVERBS: usize = 3;

/// `the coach of Y, and once captain of Z, Ana Porto`: the comma behind a second office of one person that a conjunction joins
/// to the office before the comma, where order tells subjects.
pub(super) fn second_office(text: &Text, noun: &Noun, comma: usize, end: usize) -> Option<usize> {
    let joined = text.grammar.by_order() && text.has(comma + 1, Class::COORDINATE);
    let small = |at: &usize| text.has(*at, Class::ASIDE) && !text.has(*at, Class::ROLE);
    let first = (comma + 2..end.min(comma + 2 + ADVERBS)).find(|at| !small(at)).filter(|_| joined)?;
    let office = core::read(text, first, end, false)?;
    let same = office.sort == Sort::Role && office.determiner == Class::NONE && office.name.is_none();
    (same && noun.sort == Sort::Role && text.is(office.tokens.end, ',')).then_some(office.tokens.end)
}
