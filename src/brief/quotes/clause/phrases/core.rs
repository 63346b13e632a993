//! Reads a noun phrase: determiners, adjectives, nouns, what belongs to them, a name.

use super::boundary::{begins_another, opens_subject};
use super::listener::{is_behind_initials, is_told_abroad, paper};
use super::made::{anybody, is_anybody, noun};
use super::name;
use super::noun::{Core, Noun, Sort, latter, pronoun};
use super::owned::{
    AGE, is_age, is_described, is_described_subject, is_genitive, is_one_of, is_surname_told,
    opens_behind_name,
};
use super::text::Text;
use super::trailing::{also, closes, describes, is_owner_behind, is_paper_of, is_whose_behind, tied};
use super::verb::{ends_name, ends_phrase, is_behind_name, is_brought};
use crate::brief::quotes::clause::words::Class;

/// Tokens a noun phrase may have.
const LONGEST: usize = 24;

/// Words without a capital and without a class that a noun phrase may have in a row.
const UNKNOWN: usize = 4;

/// Reads the noun phrase at `at` without what stands behind a comma; `governed` behind a preposition.
#[must_use]
pub(super) fn read(text: &Text, at: usize, end: usize, governed: bool) -> Option<Noun> {
    let end = end.min(at + LONGEST);
    if let Some(pronoun) = latter(text, at, end).or_else(|| anybody(text, at, end)) {
        return Some(pronoun);
    }
    let class = text.class(at);
    let alone = !class.any(Class::DETERMINER) || !owns(text, at);
    if class.any(Class::SUBJECT) && class.any(Class::WORD) && !class.any(Class::ANY_VERB) && alone {
        return Some(pronoun(at, class));
    }
    let mut core = Core { start: at, end: at, ..Core::default() };
    determiners(text, &mut core, end);
    if let Some(core) = paper(text, &core, end, governed) {
        return Some(Noun { sort: Sort::Outlet, may_be_subject: false, ..noun(text, at, &core) });
    }
    core.pass_attribute(text, end);
    extend(text, &mut core, end, governed);
    if core.end == core.start {
        return None;
    }
    Some(noun(text, at, &core))
}

fn owns(text: &Text, at: usize) -> bool {
    let next = at + 1;
    text.is_word(next)
        && (!text.has(next, Class::CLOSED.or(Class::ANY_VERB))
            || text.has(next, Class::NOUN)
            || text.is_name_word(next))
}

/// Reads determiners: “a”, “one of his”.
fn determiners(text: &Text, core: &mut Core, end: usize) {
    while core.end < end && core.end < core.start + 4 {
        let class = text.class(core.end);
        let of = class.any(Class::OF)
            && core.determiner.any(Class::ONE)
            && (text.has(core.end + 1, Class::DETERMINER) || is_one_of(text, core.end));
        let small = !class.any(Class::CAPITAL) || class.any(Class::OPENS);
        if !(small && class.any(Class::DETERMINER) || of) {
            break;
        }
        core.determiner =
            core.determiner.or(class.intersection(Class::DETERMINER.or(Class::GENDER).or(Class::PLURAL)));
        core.form = core.form.or(text.grammar.determined(text.lower(core.end)));
        core.end += 1;
    }
    core.start = core.end;
}

fn extend(text: &Text, core: &mut Core, end: usize, governed: bool) {
    let mut unknown = 0;
    while core.end < end {
        let at = core.end;
        let class = text.class(at);
        if text.is_quote(at) {
            if at == core.start || !titled(text, at, end) {
                break;
            }
            if text.grammar.cases && text.has(at - 1, Class::ROLE) {
                core.owner.get_or_insert(at);
            }
            core.end += 1;
            continue;
        }
        // `Article 11 of the law`
        if class.any(Class::NUMBER)
            && at > core.start
            && core.head.is_some_and(|head| text.has(head, Class::DOCUMENT))
            && !text.grammar.by_order()
            && !text.grammar.last_verb
        {
            core.end += 1;
            continue;
        }
        if class.any(Class::NUMBER)
            && text.is_word(at + 1)
            && (at == core.start || text.has(at + 1, Class::ROLE))
            || core.head.is_some_and(|head| head + 1 < at && text.is_rank_point(at))
            || text.grammar.last_verb && at > core.start && text.is_rank_point(at)
        {
            core.end += 1;
            continue;
        }
        // `le conseiller emploi/formation Ana Porto`
        if at > core.start && text.is_stroke(at) {
            core.end += 2;
            continue;
        }
        if !class.any(Class::WORD) || closes(text, core, at) {
            break;
        }
        if class.any(Class::COORDINATE) && (also(text, core, at) || name::is_one_office(text, core, at)) {
            core.end += 1;
            continue;
        }
        if is_age(text, core, at) {
            core.end += AGE;
            continue;
        }
        if is_owner_behind(text, core, at) {
            core.determiner = core.determiner.or(Class::OWNER);
            core.end += 1;
            continue;
        }
        if at + 1 < end && is_whose_behind(text, core, at) {
            core.owner.get_or_insert(at);
            core.end += 2;
            continue;
        }
        if let Some(next) = linked(text, core, at, end) {
            core.owner.get_or_insert(at);
            core.end = next;
            continue;
        }
        if !belongs(text, core, at, governed) {
            break;
        }
        unknown = if class.any(Class::CAPITAL.or(Class::NOUN)) { 0 } else { unknown + 1 };
        if unknown > UNKNOWN {
            break;
        }
        if class.any(Class::NOUN) && core.owner.is_none() && core.is_better_head(text, class) {
            core.head = Some(at);
        } else if core.head.is_some()
            && core.owner.is_none()
            && text.grammar.owner_behind
            && !is_name(text, core, at)
        {
            core.owner = Some(at);
        }
        core.end += 1;
    }
}

/// True for a first name, and for a capital right behind an office that is neither a place nor in another case.
fn is_name(text: &Text, core: &Core, at: usize) -> bool {
    let behind_office = core.head.is_some_and(|head| head + 1 == at && text.has(head, Class::ROLE));
    let other = text.has(at, Class::PLACE.or(Class::UPPER)) || text.grammar.is_oblique(text.lower(at));
    let goes_on = at > core.start && core.owner.is_none() && text.is_name_word(at - 1);
    text.is_name_word(at) && (text.has(at, Class::FIRST_NAME) || (behind_office || goes_on) && !other)
}

/// True for words in marks that are the name of the noun before them, within the phrase.
fn titled(text: &Text, at: usize, end: usize) -> bool {
    let named = Class::BODY.or(Class::OUTLET).or(Class::TITLED);
    let adjective = text.grammar.by_order()
        && at > 1
        && text.is_word(at - 1)
        && !text.has(at - 1, Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL))
        && text.has(at - 2, named);
    let noun = at > 0 && text.has(at - 1, named) || adjective;
    let between = at + 1 < end && text.is_name_word(at + 1) && at > 0 && text.is_word(at - 1);
    // `programında “…” dedi`: where it was said
    let place = text.grammar.last_verb && text.has(at - 1, Class::OTHER_CASE);
    text.is_title(at) && !is_brought(text, at) && (noun || between || is_paper_of(text, at)) && !place
}

/// Where what is tied to the noun before begins, when the token at `at` ties it.
fn linked(text: &Text, core: &Core, at: usize, end: usize) -> Option<usize> {
    let class = text.class(at);
    let inner = (text.grammar.capital_nouns || text.grammar.by_order())
        && at > core.start + 1
        && text.has(at - 1, Class::PARTICLE)
        && text.is_name_word(at - 2);
    let body = name::is_determined_capital(text, core, at);
    let named = at > core.start && !body && ends_name(text, core, at) || inner;
    if at == core.start
        || !class.any(Class::OF)
        || class.any(Class::CAPITAL)
        || named
        || opens_subject(text, core, at, end)
        || is_surname_told(text, core, at)
    {
        return None;
    }
    let next = at + 1 + (at + 1..end.min(at + 3)).take_while(|at| text.has(*at, Class::DETERMINER)).count();
    // `a dit le Bernois à l'hebdomadaire`: whom it was told
    let role = core.head.is_some_and(|head| text.has(head, Class::ROLE.or(Class::OPEN)));
    let told = class.any(Class::PREPOSITION)
        && !is_genitive(text, at)
        && text.has(next, Class::OUTLET.or(Class::UPPER));
    if role && told && text.grammar.by_order() {
        return None;
    }
    // `le ministre de la Mer Anna Porto au Courrier`: to whom, behind a full name
    let behind_name = || {
        let read = Core { end: at, ..*core };
        name::within(text, &read).is_some_and(|name| name.range.end == at && name.range.len() > 1)
    };
    if class.any(Class::PREPOSITION) && !is_genitive(text, at) && text.grammar.by_order() && behind_name() {
        return None;
    }
    // `the union at the end of the meeting`: where it was told
    let place = class.any(Class::PREPOSITION) && !is_genitive(text, at) && !text.has(next, Class::CAPITAL);
    if text.grammar.by_order() && place && (!role || core.owner.is_some() || text.has(next + 1, Class::OF)) {
        return None;
    }
    if core.head.is_none() && text.grammar.by_order() && is_named_office(text, next, end) {
        return None;
    }
    tied(text, at, next, end)
}

/// `beside the minister, Ana Porto`: an office tied to a noun nobody knows, and the full name behind its comma: a phrase of
/// its own.
fn is_named_office(text: &Text, at: usize, end: usize) -> bool {
    if !text.has(at, Class::ROLE) {
        return false;
    }
    let Some(office) = read(text, at, end, true).filter(|office| office.name.is_none()) else { return false };
    let comma = office.tokens.end;
    let full = |from: usize| text.is_name_word(from) && text.is_name_word(from + 1);
    text.is(comma, ',') && full(comma + 1)
}

fn belongs(text: &Text, core: &Core, at: usize, governed: bool) -> bool {
    let class = text.class(at);
    let noun = class.any(Class::NOUN);
    let within = at > core.start;
    let capital = class.any(Class::CAPITAL) && (!class.any(Class::OPENS) || text.is_name_word(at) || noun);
    let led = |at: usize| {
        text.is_name_word(at)
            || !text.grammar.last_verb && text.has(at, Class::PARTICLE) && at > 0 && text.is_name_word(at - 1)
    };
    let particle = within
        && text.is_particle(at)
        && led(at - 1)
        && (text.is_name_word(at + 1) || text.has(at + 1, Class::PARTICLE) && text.is_name_word(at + 2));
    // «Завод „Искра“ переходит …»: a small word behind the name of a body is its verb
    let behind_title = within && text.grammar.cases && !text.grammar.last_verb && text.is_quote(at - 1);
    if behind_title && !capital && !class.any(Class::ROLE.or(Class::CLOSED)) {
        return false;
    }
    let article =
        within && text.grammar.last_verb && class.any(Class::ONE) && !text.has(at - 1, Class::CAPITAL);
    if particle || article || within && is_described_subject(text, at) {
        return true;
    }
    // `one present, …`: a small word that stands as a noun
    let stands = text.grammar.by_order()
        && at == core.start
        && core.determiner.any(Class::ONE)
        && class.any(Class::ASIDE)
        && text.is(at + 1, ',');
    if stands || at == core.start && text.opens_role_phrase(at) {
        return true;
    }
    let abroad = within && (is_told_abroad(text, at) || opens_behind_name(text, core, at))
        || is_behind_initials(text, core, at);
    if !noun && !capital && class.any(Class::CLOSED) || abroad || ends_phrase(text, core, at) {
        return false;
    }
    if !within {
        return true;
    }
    let begins = noun && is_anybody(text, at) || begins_another(text, core, at, governed);
    // a small word behind a name is no part of it
    let named = is_behind_name(text, core, at, noun);
    let small = !capital && !text.grammar.capital_nouns && named && !is_described(text, at);
    // where the noun a phrase turns on is its last, a word nobody knows behind one opens the next phrase
    let headed = core.head.is_some_and(|head| head + 1 == at && text.has(head, Class::ROLE.or(Class::OPEN)));
    if text.grammar.last_verb && headed && !capital && !noun && text.has(at - 1, Class::FIRST_CASE) {
        return describes(text, at);
    }
    // where nouns have capitals a small word behind one is no part of the phrase
    let behind_noun = text.grammar.capital_nouns
        && !capital
        && !noun
        && text.has(at - 1, Class::CAPITAL)
        && !text.has(at - 1, Class::DETERMINER.or(Class::OF));
    !begins && !small && !behind_noun
}
