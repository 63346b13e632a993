//! What stands behind a comma or in brackets and belongs to the phrase: a name behind an office, an office behind a name.

use std::ops::Range;

use super::boundary::is_of_one_named;
use super::noun::{Noun, Sort};
use super::somebody::{known_as, known_before, one_of, somebody};
use super::text::Text;
use super::trailing::{age, bracket, is_bare_surname};
use super::verb::opens_predicate;
use super::{complement, core};
use crate::brief::quotes::clause::words::Class;

/// Reads the noun phrase at `at` with its appositions.
#[must_use]
pub(super) fn read(text: &Text, at: usize, end: usize, governed: bool) -> Option<Noun> {
    if let Some(noun) = known_before(text, at, end) {
        return Some(noun);
    }
    let Some(mut noun) = one_of(text, at, end, governed).or_else(|| core::read(text, at, end, governed))
    else {
        return complement::one_of_them(text, at, end).or_else(|| somebody(text, at));
    };
    if noun.sort == Sort::Pronoun {
        return Some(complement::pronoun_named(text, noun, end));
    }
    bracket(text, &mut noun, end);
    if noun.sort == Sort::Open && text.has(noun.tokens.end, Class::PREPOSITION) && !governed {
        // `a source in the government`
        let place = core::read(text, noun.tokens.end + 1, end, true).filter(|place| {
            !text.grammar.by_order() || matches!(place.sort, Sort::Body | Sort::Outlet | Sort::Capital)
        });
        if let Some(place) = place {
            noun.tokens.end = place.tokens.end;
        }
    }
    if text.grammar.last_verb {
        return Some(noun);
    }
    if text.grammar.by_order() {
        complement::named_behind(text, &mut noun, end, governed);
        complement::named_behind_place(text, &mut noun, end);
    }
    known_as(text, &mut noun, end);
    let office = matches!(noun.sort, Sort::Role | Sort::Open | Sort::Body) && noun.name.is_none();
    let unnamed = noun.sort == Sort::Role && noun.name.is_none();
    if (unnamed || is_of_another(text, &noun) && !noun.may_be_subject) && text.grammar.cases {
        named_behind_complement(text, &mut noun, end);
    }
    let office = office && noun.name.is_none();
    if office && !(governed && noun.sort == Sort::Body) || is_of_another(text, &noun) {
        named_behind(text, &mut noun, end, OFFICES);
    }
    if noun.sort == Sort::Person && !office || is_bare_surname(text, &noun) {
        office_behind(text, &mut noun, end);
    }
    Some(noun)
}

/// True for a name behind an office that no first name begins: it may be whose the office is, `the head of Open Hands`.
fn is_of_another(text: &Text, noun: &Noun) -> bool {
    let named = noun.name.as_ref().is_some_and(|name| !text.has(name.start, Class::FIRST_NAME));
    let office = text.has(noun.head, Class::ROLE) && !text.has(noun.head, Class::ADDRESS);
    noun.sort == Sort::Person && named && office && noun.head < noun.tokens.end
}

/// Tokens between a verb of saying and its subject.
const SAID: usize = 20;

/// Offices one behind another whose holder is named behind the last.
const OFFICES: usize = 3;

/// `wicepremier, minister nauki, lider Postępu Jan Port`: an office of another kind behind the comma of an office, both in
/// the first case, where verbs tell genders.
fn is_office_too(text: &Text, noun: &Noun, other: &Noun) -> bool {
    let office = |noun: &Noun| noun.sort == Sort::Role && noun.name.is_none() && noun.may_be_subject;
    // a list of people stands behind a verb of several, or before one
    let told = || (0..noun.tokens.start).rev().take(SAID).find(|at| text.has(*at, Class::FINITE));
    let said = |at: usize| text.has(at, Class::SAY) && !text.has(at, Class::PLURAL);
    let one = |noun: &Noun| !noun.class.any(Class::PLURAL) || noun.class.any(Class::SINGULAR);
    let kind = |noun: &Noun| text.grammar.roles(text.lower(noun.head)).first().copied();
    let both = office(noun) && office(other) && one(noun) && one(other) && kind(noun) != kind(other);
    text.grammar.gendered_verbs && both && told().is_some_and(said)
}

/// `the minister, Ana Porto,`; `the spokesman in the capital, Ana Porto`.
fn named_behind(text: &Text, noun: &mut Noun, end: usize, most: usize) {
    let mut comma = noun.tokens.end;
    if text.has(comma, Class::PREPOSITION)
        && let Some(place) = core::read(text, comma + 1, end, true)
    {
        comma = place.tokens.end;
    }
    // `minister nauki i szkół wyższych, Jan Port`
    if text.has(comma, Class::COORDINATE)
        && noun.owner.is_some()
        && text.grammar.gendered_verbs
        && let Some(owner) = core::read(text, comma + 1, end, true).filter(|owner| !owner.is_human())
    {
        comma = owner.tokens.end;
    }
    if !text.is(comma, ',') || complement::is_of_office(text, noun.head, comma) {
        return;
    }
    comma = complement::second_office(text, noun, comma, end).unwrap_or(comma);
    let Some(mut name) = core::read(text, comma + 1, end, false) else { return };
    if complement::is_subject_behind(text, noun, &name) {
        return;
    }
    if is_office_too(text, noun, &name) && most > 0 {
        named_behind_complement(text, &mut name, end);
        if name.name.is_none() {
            named_behind(text, &mut name, end, most - 1);
        }
    }
    let person = name.sort == Sort::Person
        || name.sort == Sort::Capital && !text.grammar.capital_nouns && noun.sort != Sort::Body;
    let titled = name.role.is_empty() || name.determiner == Class::NONE;
    if !(person && titled && name.determiner == Class::NONE)
        || noun.sort == Sort::Body && name.tokens.len() < 2
    {
        return;
    }
    // a list of names is no apposition
    let several = noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR);
    if noun.sort == Sort::Body || several && text.grammar.by_order() {
        return;
    }
    let Some(range) = name.name.clone() else { return };
    if noun.name.is_some() && !(name.name_is_full(text) && closes(text, name.tokens.end, end))
        || differs_in_case(text, noun, &range)
    {
        return;
    }
    // «по словам министра, Юг „…“»: one word that no comma closes is the subject of what follows
    let single = range.len() == 1 && !text.has(range.start, Class::FIRST_NAME);
    if text.grammar.cases && single && !text.is(name.tokens.end, ',') {
        return;
    }
    noun.tokens.end = name.tokens.end;
    if complement::is_of_holder(text, noun, range.start) {
        return;
    }
    noun.name = Some(range);
    noun.sort = Sort::Person;
    bracket(text, noun, end);
    age(text, noun, end);
}

/// True where an apposition ends: at a mark, at the end, before a phrase of its own.
fn closes(text: &Text, at: usize, end: usize) -> bool {
    at >= end
        || [',', '.', ':', '('].iter().any(|mark| text.is(at, *mark))
        || text.is_dash(at)
        || text.is_quote(at)
        || text.has(at, Class::PREPOSITION)
}

/// True for an office that is no subject and a first name that surely is one.
fn differs_in_case(text: &Text, noun: &Noun, name: &Range<usize>) -> bool {
    text.grammar.cases && !noun.may_be_subject && text.is_first_case_name(name.start)
}

/// Tokens between an office and the name of who holds it.
const COMPLEMENT: usize = 18;

/// «помощник министра по делам Европы и Азии Анна Портова»: a complement behind a preposition, then the name.
fn named_behind_complement(text: &Text, noun: &mut Noun, end: usize) {
    let from = noun.tokens.end;
    let both = text.has(from, Class::COORDINATE) && noun.owner.is_some();
    if !(text.has(from, Class::PREPOSITION) || both) || text.has(from + 1, Class::CAPITAL) && both {
        return;
    }
    let mut at = from + 1;
    while at < end && at < from + COMPLEMENT {
        let class = text.class(at);
        let given = text.is_name_word(at) && class.any(Class::FIRST_NAME) && text.is_name_word(at + 1);
        // three capitals in a row: a place and a name
        let third = text.is_name_word(at) && text.is_name_word(at + 1) && !text.is_name_word(at + 2);
        let behind = text.is_name_word(at - 1) || text.has(at - 1, Class::UPPER);
        // another office, of whoever the words were told to or of who told them
        let first = class.any(Class::FIRST_CASE) && !class.any(Class::OTHER_CASE);
        if class.any(Class::ROLE) && first && !is_of_one_named(text, at) {
            return;
        }
        let other = noun.first_case && class.any(Class::OTHER_CASE) && !class.any(Class::FIRST_CASE);
        if given && (other || differs_in_case(text, noun, &(at..at + 1))) {
            return;
        }
        let pair = third && at > from + 1 && !text.has(at - 1, Class::CAPITAL.or(Class::PREPOSITION));
        let before_verb = opens_predicate(text, at + 2);
        let other = text.has(at, Class::PLACE.or(Class::NOUN))
            || noun.may_be_subject && text.is_oblique_name(at..at + 2);
        let ends = closes(text, at + 2, end) && !other;
        if given || third && behind || pair && (ends || before_verb && noun.may_be_subject) {
            let mut last = at + 1;
            while last < end && text.is_name_word(last) && last < at + 3 {
                last += 1;
            }
            noun.name = Some(at..last);
            noun.sort = Sort::Person;
            noun.tokens.end = last;
            return;
        }
        // `in Tallin, in Riga and in Oslo Ana Porto`
        let listed = text.is(at, ',') && text.has(at + 1, Class::PREPOSITION);
        if !class.any(Class::WORD) && !listed
            || class.any(Class::ANY_VERB.or(Class::RELATIVE).or(Class::SUBORDINATE))
                && !class.any(Class::NOUN)
        {
            return;
        }
        at += 1;
    }
}

/// `Ana Porto, the minister,`.
fn office_behind(text: &Text, noun: &mut Noun, end: usize) {
    age(text, noun, end);
    let comma = noun.tokens.end;
    if !text.is(comma, ',') {
        return;
    }
    // «Анна Портова, одна из учителей,»: one of several
    if let Some(one) = one_of(text, comma + 1, end, false).filter(|one| one.may_be_subject)
        && noun.name.is_some()
        && text.grammar.gendered_verbs
    {
        noun.tokens.end = one.tokens.end;
        return;
    }
    let Some(office) = core::read(text, comma + 1, end, false) else { return };
    let behind = office.tokens.end;
    let closed = behind >= end
        || text.is(behind, ',')
        || text.is(behind, '.')
        || text.is_dash(behind)
        || text.is_quote(behind)
        || text.is(behind, ':')
        || text.is(behind, '(')
        || text.has(behind, Class::PREPOSITION.or(Class::RELATIVE).or(Class::COORDINATE));
    let closed = closed || office.determiner == Class::NONE && closing_comma(text, behind, end).is_some();
    // «Анна Портова, депутат Европарламента,»: whose office it is, not another name
    let owned = text.grammar.cases
        && !text.grammar.last_verb
        && office.sort == Sort::Person
        && office
            .name
            .as_ref()
            .is_some_and(|name| name.len() == 1 && !text.has(name.start, Class::FIRST_NAME));
    if (office.sort == Sort::Role && office.name.is_none() || owned) && closed {
        if noun.role.is_empty() {
            noun.role = office.role.clone();
            noun.owner.clone_from(&office.owner);
        }
        if noun.class.intersection(Class::GENDER) == Class::NONE {
            noun.class = noun.class.or(office.class.intersection(Class::GENDER));
        }
        noun.tokens.end = behind;
        if text.has(behind, Class::PREPOSITION)
            && let Some(place) = core::read(text, behind + 1, end, true)
        {
            noun.tokens.end = place.tokens.end;
        }
        if let Some(comma) = closing_comma(text, noun.tokens.end, end) {
            noun.tokens.end = comma;
        }
    }
}

/// Tokens an apposition may go on for behind its first office.
const LONG: usize = 14;

/// `Ana Porto, head of the office and member of the board since May,`: the comma that ends the apposition.
fn closing_comma(text: &Text, from: usize, end: usize) -> Option<usize> {
    if !text.grammar.by_order() {
        return None;
    }
    for at in from..end.min(from + LONG) {
        if text.is(at, ',') {
            return Some(at);
        }
        let class = text.class(at);
        let verb = class.any(Class::ANY_VERB)
            && class.any(Class::FINITE)
            && !class.any(Class::NOUN.or(Class::CAPITAL).or(Class::PREPOSITION));
        if verb
            || !class.any(Class::WORD.or(Class::NUMBER))
            || class.any(Class::SUBORDINATE.or(Class::RELATIVE).or(Class::SUBJECT))
        {
            return None;
        }
    }
    None
}
