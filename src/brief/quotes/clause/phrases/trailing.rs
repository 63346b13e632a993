//! What stands behind a name and tells more of it: a bracket, an age; a name that runs into what stands before.

use std::ops::Range;

use super::noun::{Core, Noun, Sort};
use super::owned::is_of_syllables;
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, same_word};

/// Tokens a bracket may have.
const BRACKET: usize = 10;

/// Most words in marks that are a name within a bracket.
const NAME: usize = 2;

/// Takes `(PSD)` into the phrase.
pub(super) fn bracket(text: &Text, noun: &mut Noun, end: usize) {
    let open = noun.tokens.end;
    // words that somebody said are no part of the phrase
    let said = |at: usize| text.marked_at(at).is_some_and(|words| words.split_whitespace().count() > NAME);
    if !text.is(open, '(') || text.grammar.by_order() && said(open + 1) {
        return;
    }
    if let Some(close) = (open + 1..end.min(open + BRACKET)).find(|at| text.is(*at, ')')) {
        noun.tokens.end = close + 1;
    }
}

/// `Ana Porto, 61,` and `Ana Porto, 61 years old,`.
pub(super) fn age(text: &Text, noun: &mut Noun, end: usize) {
    let comma = noun.tokens.end;
    let number = if text.has(comma + 1, Class::OF) { comma + 2 } else { comma + 1 };
    if text.is(comma, ',') && text.has(number, Class::NUMBER) && number < end {
        let mut at = number + 1;
        while at < end && at < number + 3 && text.is_word(at) && !text.has(at, Class::ANY_VERB) {
            at += 1;
        }
        if at >= end || text.is(at, ',') || text.is_quote(at) || text.is(at, '.') {
            noun.tokens.end = at;
        }
    }
}

/// «прокомментировал продажу дома Портов»: a surname in the first case that runs into the object before it, of somebody
/// named in full elsewhere.
#[must_use]
pub(crate) fn surname_behind(text: &Text, noun: &Noun) -> Option<Noun> {
    let last = noun.tokens.end - 1;
    let cases = text.grammar.cases && !text.grammar.last_verb;
    // `so ein sichtlich müder Porto`
    let described = text.grammar.capital_nouns && noun.is_indefinite();
    let thing = (cases || described) && noun.sort == Sort::Thing && last > noun.tokens.start;
    let single = text.is_name_word(last) && !text.is_name_word(last - 1) && !text.has(last, Class::UPPER);
    let subject = thing && single && !text.grammar.is_oblique(text.lower(last));
    let full = |at: usize| {
        at > 0
            && text.is_name_word(at)
            && text.has(at - 1, Class::FIRST_NAME)
            && same_word(text.lower(at), text.lower(last), true)
    };
    (subject && text.alike(last).any(full)).then(|| Noun {
        tokens: last..noun.tokens.end,
        head: last,
        name: Some(last..noun.tokens.end),
        role: last..last,
        owner: None,
        sort: Sort::Capital,
        class: text.class(last),
        determiner: Class::NONE,
        may_be_subject: true,
        first_case: false,
    })
}

/// True for one capital that ends a full name elsewhere.
#[must_use]
pub(crate) fn is_surname_elsewhere(text: &Text, at: usize) -> bool {
    let full =
        |other: usize| other != at && other > 0 && text.is_name_word(other) && text.is_name_word(other - 1);
    text.is_name_word(at) && text.alike(at).any(full)
}

/// `Porto, a mechanic of 42,`: one capital that ends a full name elsewhere, where order tells subjects.
#[must_use]
pub(super) fn is_bare_surname(text: &Text, noun: &Noun) -> bool {
    let bare = noun.sort == Sort::Capital && noun.determiner == Class::NONE;
    text.grammar.by_order() && bare && is_surname_elsewhere(text, noun.head)
}

/// `told EFE Ana Porto`, `said after the council Ana Porto`: a name that stands behind another in one run of capitals, or
/// behind a body's noun; `told` of whoever stands right behind the verb.
#[must_use]
pub(crate) fn name_behind(text: &Text, noun: &Noun, told: bool) -> Option<Noun> {
    if let Some(name) = behind_place(text, noun) {
        return Some(named(noun, name.start));
    }
    let run = noun
        .name
        .clone()
        .filter(|run| run.len() > 2 && noun.sort == Sort::Person && noun.tokens.start == run.start)
        // «между Пак Ён Мином и гостем»: one name
        .filter(|run| !(text.grammar.gendered_verbs && is_of_syllables(text, run)))?;
    let given = run.clone().skip(1).find(|at| at + 1 < run.end && text.has(*at, Class::FIRST_NAME));
    let given = given.filter(|_| told || !text.grammar.by_order());
    if text.grammar.by_order() && is_one_name(text, &run, given) {
        return None;
    }
    let start = given.unwrap_or(run.end - 2);
    Some(Noun { tokens: start..noun.tokens.end, head: start, name: Some(start..run.end), ..noun.clone() })
}

/// The name that ends the phrase, from the token `start` on, as a phrase.
fn named(noun: &Noun, start: usize) -> Noun {
    Noun {
        tokens: start..noun.tokens.end,
        head: start,
        name: Some(noun.name.clone().filter(|name| name.start == start).unwrap_or(start..noun.tokens.end)),
        role: start..start,
        sort: Sort::Person,
        ..noun.clone()
    }
}

/// `sagte in Tallinn Ana Porto`: one word that nobody knows, without an article, and a full name; where every verb has a
/// subject the name is it.
fn behind_place(text: &Text, noun: &Noun) -> Option<Range<usize>> {
    let name = noun.name.clone().filter(|name| noun.sort == Sort::Person && name.len() > 1)?;
    let known = Class::NOUN.or(Class::ADDRESS);
    let alone = noun.tokens.start + 1 == name.start && noun.determiner == Class::NONE;
    (text.grammar.capital_nouns && alone && !text.has(noun.tokens.start, known)).then_some(name)
}

/// `to Rita Maria Porto`, `to Teresa Di Porto`, `to J. M. Porto`: one person's name, which a first name or an initial opens,
/// or no outlet's without a first name behind it.
fn is_one_name(text: &Text, run: &Range<usize>, given: Option<usize>) -> bool {
    let opens = text.class(run.start);
    let outlet = opens.any(Class::OUTLET.or(Class::UPPER).or(Class::PLACE));
    let particle = |at: usize| text.has(at, Class::PARTICLE) && !text.has(at, Class::CAPITAL);
    let small = given.is_none() && run.clone().any(particle);
    text.lower(run.start).contains('.') || opens.any(Class::FIRST_NAME) || small || given.is_none() && !outlet
}

/// `a defesa dele`: whose it is, right behind its noun, where no noun follows.
pub(super) fn is_owner_behind(text: &Text, core: &Core, at: usize) -> bool {
    let owner = text.has(at, Class::OWNER) && core.head.is_some_and(|head| head + 1 == at);
    let ends = !text.is_word(at + 1) || text.has(at + 1, Class::CLOSED.or(Class::ANY_VERB));
    text.grammar.by_order() && owner && ends && !text.has(at + 1, Class::NOUN)
}

/// «чиновник его ведомства»: whose what stands behind a noun for a person is, where nouns have cases and their owners behind.
pub(super) fn is_whose_behind(text: &Text, core: &Core, at: usize) -> bool {
    let class = text.class(at);
    let whose = class.any(Class::OWNER) && class.any(Class::GENDER);
    let person = core.head.is_some_and(|head| head + 1 == at && text.has(head, Class::ROLE));
    let next = text.class(at + 1);
    let noun =
        text.is_word(at + 1) && (next.any(Class::NOUN) || !next.any(Class::CLOSED.or(Class::ANY_VERB)));
    text.grammar.owner_behind && !text.grammar.last_verb && whose && person && noun
}

/// `komşu ülkeye`, `üye ülkeler`: a word for people of no office that describes the noun in a case behind it.
pub(super) fn describes(text: &Text, at: usize) -> bool {
    let roles = text.grammar.roles(text.lower(at - 1));
    let owned = text.grammar.is_oblique(text.lower(at));
    text.has(at, Class::OTHER_CASE) && !owned && text.grammar.is_ordinary(roles)
}

/// `the friend and publisher Ana Porto`: two words for one person.
pub(super) fn also(text: &Text, core: &Core, at: usize) -> bool {
    let office = Class::ROLE.or(Class::OPEN);
    let one = core.head.is_some_and(|head| {
        text.has(head, office) && !(text.has(head, Class::PLURAL) && !text.has(head, Class::SINGULAR))
    });
    let name =
        (at + 2..at + 5).find(|at| !text.has(*at, Class::OF) && !text.is_word(*at) || text.is_name_word(*at));
    text.grammar.by_order()
        && one
        && text.has(at + 1, office)
        && !text.has(at + 1, Class::CLOSED.or(Class::CAPITAL))
        && name.is_some_and(|at| text.is_name_word(at))
}

/// True where the verb is last and the phrase ends before the token `at`: behind a noun in a case that owns nothing, and
/// between a name or a noun in the first case and one in another that does not belong to it.
pub(super) fn closes(text: &Text, core: &Core, at: usize) -> bool {
    if !text.grammar.last_verb || at == core.start {
        return false;
    }
    let object = |at: usize| {
        let class = text.class(at);
        class.any(Class::OTHER_CASE)
            && !class.any(Class::FIRST_CASE.or(Class::GENITIVE))
            && !text.grammar.is_genitive(text.lower(at))
    };
    // `danışmanı bir gazeteye`: whom it was told
    let head = core.head == Some(at - 1) && text.has(at - 1, Class::ROLE.or(Class::BODY));
    // `köylüler için`: what governs the phrase is no part of it
    if text.has(at, Class::POSTPOSED) {
        return true;
    }
    // `tanıklardan biri`
    if text.grammar.naming.anybody.contains_key(text.lower(at)) {
        return false;
    }
    if object(at - 1) || head && text.has(at, Class::ONE) && object(at + 1) {
        return true;
    }
    // `Ayla Porto Ankara'da`
    let place = text.has(at, Class::PLACE) && text.is_name_word(at - 1);
    if text.has(at, Class::CAPITAL) || !object(at) {
        return place && object(at);
    }
    // a noun that is owned has its owner's ending before that of its case
    let owned = text.grammar.is_oblique(text.lower(at));
    let name = at >= core.start + 2 && text.is_name_word(at - 1) && text.is_name_word(at - 2);
    let utterance = text.has(at, Class::UTTERANCE) && text.is_name_word(at - 1);
    let office = text.has(at - 1, Class::CAPITAL) && at > core.start + 1;
    let headed = core.head == Some(at - 1) && (office || text.has(at - 1, Class::BODY));
    name || utterance || !owned && (headed || text.is_name_word(at - 1))
}

/// Words of the name of a paper.
const SHORT_TITLE: usize = 3;

/// «обозреватель „Вестника“ назвал»: words in marks right behind an office are whose it is, where nouns have cases.
pub(super) fn is_paper_of(text: &Text, at: usize) -> bool {
    let cased = text.grammar.cases && !text.grammar.last_verb;
    let few = |inner: &str| inner.split_whitespace().count() <= SHORT_TITLE;
    cased
        && at > 0
        && text.has(at - 1, Class::ROLE)
        && text.is_word(at + 1)
        && text.marked_at(at).is_some_and(few)
}

/// `with the premier Ana Porto who had said`: right behind a person, or a body that calls itself something, and before a
/// verb of saying, where no such verb stands before that opens a clause.
#[must_use]
pub(super) fn restricts(text: &Text, at: usize, start: usize) -> bool {
    let person = at.checked_sub(1).is_some_and(|before| {
        let other = if text.has(at + 1, Class::SELF) { Class::BODY } else { Class::NONE };
        before >= start
            && (text.is_name_word(before) || text.has(before, Class::ROLE.or(Class::OPEN).or(other)))
    });
    let small = Class::ASIDE.or(Class::OBJECT).or(Class::SELF).or(Class::NOT).or(Class::TIME);
    let next = (at + 1..at + 1 + NEAR)
        .find(|at| !text.has(*at, small.or(Class::HELPER)))
        .is_some_and(|at| text.has(at, Class::CUE) && !text.has(at, Class::NOUN.or(Class::CLOSED)));
    let told = || (start..at).any(|at| text.has(at, Class::CUE) && text.has(at, Class::FINITE));
    text.grammar.by_order() && person && next && !told()
}

/// Small words and auxiliaries between a relative pronoun and its verb.
const NEAR: usize = 4;

/// Letters of prepositions that are no noun: `de al lado`.
const LETTERS_OF_TIE: usize = 3;

/// `l'avvocato di parte civile`: a word that is a preposition elsewhere is none between the preposition that ties owners and
/// what no preposition governs, where order tells subjects.
#[must_use]
pub(super) fn is_noun_behind_tie(text: &Text, at: usize, next: usize) -> bool {
    let other = Class::OF.or(Class::DETERMINER).or(Class::SUBORDINATE).or(Class::RELATIVE).or(Class::NOT);
    let plain = next == at + 1 && text.lower(at) == text.grammar.owner_preposition;
    let governs = text.has(next + 1, Class::PREPOSITION.or(other).or(Class::OBJECT));
    let long = text.lower(next).chars().count() > LETTERS_OF_TIE;
    let either = long && text.has(next, Class::PREPOSITION) && !text.has(next, other.or(Class::HELPER));
    text.grammar.by_order() && plain && either && !governs && text.is_word(next + 1)
}

/// Where the noun at `next` that the token at `at` ties to another is read on: a noun, a name, a participle behind an article
/// where order tells subjects (`l'avvocato della difesa`).
pub(super) fn tied(text: &Text, at: usize, next: usize, end: usize) -> Option<usize> {
    let noun = text.is_word(next)
        && (!text.has(next, Class::CLOSED.or(Class::ANY_VERB))
            || text.has(next, Class::NOUN)
            || text.is_name_word(next));
    let formed = is_noun_behind_tie(text, at, next);
    let joined = next > at + 1 || text.lower(at) != text.grammar.owner_preposition;
    let done = text.has(next, Class::PARTICIPLE) && !text.has(next, Class::HELPER.or(Class::FINITE));
    let behind = if noun { next } else { next + 1 };
    (next < end && (noun || formed || text.grammar.by_order() && joined && done)).then_some(behind)
}
