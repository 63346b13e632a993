//! Whom something is told, right before whoever tells it: `declaró a La Nación Ana Porto`.

use super::noun::Core;
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
    (to < end).then(|| Core { end: to, ..*core })
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

/// `powiedział PAP rzecznik`: somebody right behind the initials of an outlet, behind a verb of saying.
pub(super) fn is_behind_initials(text: &Text, core: &Core, at: usize) -> bool {
    let Some(verb) = core.start.checked_sub(1).filter(|_| core.start + 1 == at) else { return false };
    let outlet = text.has(core.start, Class::OUTLET) && text.has(core.start, Class::UPPER);
    let told = text.has(verb, Class::SAY) && text.has(verb, Class::FINITE);
    let somebody = text.has(at, Class::ROLE.or(Class::OPEN)) && !text.has(at, Class::CAPITAL)
        || text.is_first_case_name(at);
    text.grammar.gendered_verbs && outlet && told && somebody
}
