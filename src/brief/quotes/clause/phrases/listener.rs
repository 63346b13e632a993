//! Whom something is told, right beside whoever tells it: `declaró a La Nación Ana Porto`.

use super::noun::Core;
use super::owned::is_foreign;
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// Most words of the name of a paper.
const LONGEST: usize = 6;

/// `disse à Folha Ana Porto`, `ao Jornal de Altapiana Ana Porto`: the name of a paper as a phrase of its own, where whoever
/// tells it something stands right behind.
pub(super) fn paper(text: &Text, core: &Core, end: usize, governed: bool) -> Option<Core> {
    let from = core.end;
    if text.grammar.by_order() && !governed {
        return None;
    }
    // `al diario La Nación Ana Porto`
    let start = from + usize::from(text.has(from, Class::OUTLET) && !text.has(from, Class::CAPITAL));
    if !text.has(start, Class::CAPITAL) || text.has(start, Class::FIRST_NAME) {
        return None;
    }
    let first = text.lower(start);
    let known = |to: &usize| text.grammar.naming.is_listener(first, || text.words(&(start..*to)));
    let to = (start + 1..end.min(start + LONGEST)).rev().find(known);
    let to =
        to.filter(|to| is_somebody(text, *to)).map(|to| longer(text, to)).or_else(|| of_town(text, start))?;
    (to < end).then_some(Core { end: to, ..*core })
}

/// True where two words of a name, one known elsewhere or an office with its article stand.
fn is_somebody(text: &Text, at: usize) -> bool {
    let known = || text.is_name_word(at + 1) || text.is_known_surname(at) || text.has(at, Class::FIRST_NAME);
    let office = text.has(at, Class::DETERMINER) && text.has(at + 1, Class::ROLE);
    text.is_name_word(at) && known() || office && !text.has(at, Class::CAPITAL)
}

/// Most words behind a paper's name that make it another's.
const MORE: usize = 2;

/// `El Mundo Deportivo Ana Porto`: where a longer name of a paper ends before a first name and another.
fn longer(text: &Text, to: usize) -> usize {
    let named = |at: &usize| text.has(*at, Class::FIRST_NAME) && text.is_name_word(*at + 1);
    let mut within = (to..=to + MORE).take_while(|at| text.is_name_word(*at));
    within.find(named).unwrap_or(to)
}

/// Where the name of a paper that tells its town ends, before a first name and another.
fn of_town(text: &Text, start: usize) -> Option<usize> {
    let town = start + 2;
    let paper = text.has(start, Class::OUTLET) && text.has(start + 1, Class::OF) && text.is_name_word(town);
    let named = text.has(town + 1, Class::FIRST_NAME) && text.is_name_word(town + 2);
    (paper && named && !text.has(town, Class::FIRST_NAME)).then_some(town + 1)
}

/// `told this paper Ana Porto, a baker`: a full name behind the outlet that was told; a first name or what stands behind the
/// comma tells that it is a person's.
pub(super) fn follows_listening_outlet(text: &Text, core: &Core, at: usize, end: usize) -> bool {
    let outlet = core.head == at.checked_sub(1) && text.has(at - 1, Class::OUTLET);
    // `in an interview with Radio Litoral Ana Porto`
    let of_outlet = core.head.is_some_and(|head| head + 1 < at && text.has(head, Class::OUTLET));
    if of_outlet && text.has(at, Class::FIRST_NAME) && end == at + 2 {
        return true;
    }
    let office = |at: usize| text.has(at, Class::ROLE.or(Class::OPEN)) && !text.has(at, Class::CAPITAL);
    let article = usize::from(text.has(end + 1, Class::DETERMINER));
    let described = text.is(end, ',') && office(end + 1 + article) && !acts(text, end + 1 + article);
    let given = text.has(at, Class::FIRST_NAME) || text.lower(at).contains('.');
    // `EFE`, `rueda de prensa`: no name belongs to them
    let nameless = text.grammar.by_order() && (text.has(at - 1, Class::UPPER) || is_compound(text, at - 1));
    outlet && (described || (given || nameless) && end == at + 2)
}

/// Words of an office that stands behind a comma.
const OFFICE: usize = 8;

/// `in an interview with the weekly Alta, the minister admitted`: the office at `at` is the subject of the verb behind it.
fn acts(text: &Text, at: usize) -> bool {
    let verb = |at: &usize| text.has(*at, Class::ANY_VERB.or(Class::FINITE)) && !text.has(*at, Class::NOUN);
    let first = (at..at + OFFICE).find(|at| !text.is_word(*at) || verb(at));
    text.grammar.by_order() && first.is_some_and(|at| verb(&at) && text.has(at, Class::FINITE))
}

/// `rueda de prensa`, `conferenza stampa`: the press right behind a noun nobody knows, tied by no article.
fn is_compound(text: &Text, at: usize) -> bool {
    let plain = |at: usize| {
        let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::CAPITAL);
        text.is_word(at) && !text.has(at, known)
    };
    let Some(before) = at.checked_sub(1) else { return false };
    let tie = text.lower(before);
    let tied = text.has(before, Class::OF) && tie == text.grammar.owner_preposition;
    !text.has(at, Class::CAPITAL) && (plain(before) || tied && before > 0 && plain(before - 1))
}

/// «сказала Радио Волна Анна Портова»: a full name that surely is a subject, behind the outlet it was told.
pub(super) fn is_behind_outlet(text: &Text, core: &Core, at: usize) -> bool {
    let outlet = core.head.is_some_and(|head| text.has(head, Class::OUTLET));
    text.grammar.gendered_verbs && outlet && text.is_first_case_name(at) && text.is_name_word(at + 1)
}

/// «сказал Портов Coastal Press»: whom it was told, in other letters right behind a name.
pub(super) fn is_told_abroad(text: &Text, at: usize) -> bool {
    text.is_name_word(at) && is_foreign(text, at) && text.is_name_word(at - 1) && !is_foreign(text, at - 1)
}

/// «сказала журналистам Анна Портова»: who was told, and a full name that surely is a subject.
pub(super) fn follows_listener(text: &Text, core: &Core, at: usize) -> bool {
    let cases = text.grammar.cases && !text.grammar.last_verb;
    let told = core.head.is_some_and(|head| {
        let class = text.class(head);
        class.any(Class::ROLE.or(Class::OPEN))
            && class.any(Class::OTHER_CASE)
            && !class.any(Class::FIRST_CASE)
    });
    let behind_verb = core
        .start
        .checked_sub(1)
        .is_some_and(|before| text.has(before, Class::CUE.or(Class::ASIDE).or(Class::TIME)));
    cases && told && behind_verb && text.is_first_case_name(at) && text.is_name_word(at + 1)
}

/// `powiedział PAP rzecznik`: somebody right behind the initials of an outlet, behind a verb of saying.
pub(super) fn is_behind_initials(text: &Text, core: &Core, at: usize) -> bool {
    let Some(verb) = core.start.checked_sub(1).filter(|_| core.start + 1 == at) else { return false };
    let outlet = text.has(core.start, Class::OUTLET) && text.has(core.start, Class::UPPER);
    let told = text.has(verb, Class::SAY) && text.has(verb, Class::FINITE);
    let somebody = text.has(at, Class::ROLE.or(Class::OPEN)) && !text.has(at, Class::CAPITAL)
        || text.is_first_case_name(at);
    text.grammar.gendered_verbs && outlet && told && somebody
}
