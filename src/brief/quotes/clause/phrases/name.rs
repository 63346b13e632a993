//! The name within a noun phrase.

use std::ops::Range;

use super::noun::{Core, Sort, USUAL, behind_adjectives, is_of_unknown};
use super::owned::{is_abroad, is_country, is_foreign, is_of_body, is_suffixed, person_in, without_owner};
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, is_foreign_article};

/// A name found in a phrase.
#[derive(Debug)]
pub(super) struct Named {
    /// Its tokens.
    pub(super) range: Range<usize>,
    /// What it names where no noun tells.
    pub(super) sort: Sort,
}

/// Most words of a name that stands alone.
const MOST: usize = 6;

/// First token of the run of capitals that ends before the token `end`.
pub(super) fn run_start(text: &Text, core: &Core, end: usize) -> Option<usize> {
    let mut start = end;
    while start > core.start {
        let before = start - 1;
        let particle = text.is_particle(before)
            && start < end
            && text.has(start, Class::CAPITAL.or(Class::PARTICLE))
            && before > core.start
            && (text.is_name_word(before - 1)
                || !text.grammar.last_verb
                    && before > core.start + 1
                    && text.has(before - 1, Class::PARTICLE)
                    && !text.has(before - 1, Class::COORDINATE)
                    && text.is_name_word(before - 2));
        // `Viola and Romero`, `Ana Costa e Rita Porto`: two people; `Ana Costa e Silva`: one
        let surnames = before > core.start + 1 && text.is_name_word(before - 2);
        let first = text.has(start, Class::FIRST_NAME) && start + 1 < end;
        let two = particle && text.has(before, Class::COORDINATE) && (!surnames || first);
        // «директор Alta Анна Портова»: nobody has a name in letters of two kinds
        let other = start < end && !particle && is_foreign(text, before) != is_foreign(text, start);
        // `Porto'nun FETK`: a name ends with the ending of its case
        let ended = start < end && is_suffixed(text, before);
        if !(text.is_name_word(before) || particle) || two || other || ended {
            break;
        }
        start = before;
    }
    (start < end).then_some(start)
}

/// The name a phrase ends with.
pub(super) fn within(text: &Text, core: &Core) -> Option<Named> {
    let run = run_start(text, core, core.end)?..core.end;
    // `el ministro de Defensa`: what an office is for is no office
    let complement = |at: usize| at > core.start && text.has(at - 1, Class::OF);
    let office = |at: usize| text.has(at, Class::ROLE) && !(complement(at) && is_for(text, core));
    let chain = (core.start..run.start)
        .rev()
        .take_while(|at| text.has(*at, Class::CAPITAL) && !office(*at))
        .last()
        .unwrap_or(run.start);
    let led = behind_adjectives(text, core, chain);
    let tied = led > core.start && text.has(led - 1, Class::OF.or(Class::DETERMINER));
    let role = core.head.is_some_and(|head| text.has(head, Class::ROLE.or(Class::OPEN)));
    if tied {
        return tied_name(text, core, &run, chain < run.start);
    }
    if core.head.is_none() {
        return alone(text, core, run);
    }
    if core.is_owner(text, &run) || core.has_other_case(text, &run) {
        return None;
    }
    // `a spokesman of Minister X`: X is the minister
    let several = run.start > core.start
        && text.has(run.start - 1, Class::PLURAL)
        && !text.has(run.start - 1, Class::SINGULAR)
        && text.grammar.cases;
    let others = core.owner.is_some_and(|owner| owner < run.start)
        && !several
        && run.start > core.start
        && text.has(run.start - 1, Class::ROLE)
        && core.head != Some(run.start - 1);
    // «заступник міністра Іван Бек»: the name has the case of the first office
    let own = text.grammar.cases
        && run.start > core.start
        && text.has(run.start - 1, Class::OTHER_CASE)
        && core.head.is_some_and(|head| text.has(head, Class::FIRST_CASE))
        && run.len() > 1
        && !text.is_oblique_name(run.clone());
    if role && others && !own && !text.is_ranked(run.clone()) {
        return None;
    }
    if is_of_several(text, core) && !text.has(run.start, Class::FIRST_NAME) {
        return None;
    }
    // `the head of the restaurant X`: the name of the restaurant
    let titled = run.start > core.start && text.has(run.start - 1, Class::TITLED.or(Class::OUTLET));
    if role && text.grammar.by_order() && titled && !text.has(run.start, Class::FIRST_NAME) {
        return None;
    }
    if role && (is_of_body(text, core, &run) || is_abroad(text, &run)) {
        return None;
    }
    let person = core.head.is_some_and(|head| {
        head + 1 == run.start && text.grammar.is_anyone(text.grammar.roles(text.lower(head)))
    });
    let run = if text.grammar.cases { without_owner(text, core, run, person) } else { run };
    let run = if role && run.len() > USUAL { person_in(text, &run, core) } else { run };
    let initials = text.grammar.last_verb && text.has(run.start, Class::UPPER);
    let place = (run.len() == 1 || initials)
        && text.has(run.start, Class::UPPER.or(Class::PLACE))
        && !text.has(run.start, Class::FIRST_NAME);
    // a country nobody knows, in the owner's case
    let owner = run.len() == 1
        && role
        && text.grammar.cases
        && text.grammar.is_feminine(text.lower(run.start))
        && !text.has(run.start, Class::FIRST_NAME);
    // `burmistrz Grodna Górnego`: a town in the owner's case behind an office in the first
    let subject = core.head.is_some_and(|head| {
        text.has(head, Class::FIRST_CASE) && !text.has(head, Class::OTHER_CASE) && head + 1 == run.start
    });
    let town = role
        && subject
        && run.len() > 1
        && text.grammar.gendered_verbs
        && text.grammar.may_own(text.lower(run.end - 1))
        && !run.clone().any(|at| text.has(at, Class::FIRST_NAME));
    (!run.is_empty() && !(role && place) && !owner && !town)
        .then_some(Named { range: run, sort: Sort::Person })
}

/// True for an office that is for something, as a minister's.
fn is_for(text: &Text, core: &Core) -> bool {
    core.head.is_some_and(|head| text.grammar.has_department(text.grammar.roles(text.lower(head)), false))
}

/// True for an office of several, who have no name of one, where nouns have cases; also for `Dutzende Ärzte`.
fn is_of_several(text: &Text, core: &Core) -> bool {
    let class = core.head.map_or(Class::NONE, |head| text.class(head));
    let several = class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
    let office = class.any(Class::ROLE);
    several
        && (text.grammar.cases && (office || class.any(Class::OPEN))
            || text.grammar.capital_nouns && !office && class.any(Class::OPEN))
}

/// The name behind another: `president of Cuba Ana Porto`.
fn tied_name(text: &Text, core: &Core, run: &Range<usize>, behind: bool) -> Option<Named> {
    let head = core.head.filter(|head| text.has(*head, Class::ROLE.or(Class::OPEN)))?;
    let given = run
        .clone()
        .skip(usize::from(!behind))
        .find(|at| at + 1 < run.end && text.has(*at, Class::FIRST_NAME));
    let plain = run.clone().all(|at| !text.has(at, Class::PARTICLE) || text.has(at, Class::CAPITAL));
    let full = if behind { run.len() >= USUAL } else { run.len() > USUAL };
    // `president of the Buddhist Union`: the capitals are the body's
    let before = (0..run.start).rev().take_while(|at| text.has(*at, Class::CAPITAL));
    let of_body = before.take(USUAL).any(|at| text.has(at, Class::BODY.or(Class::OUTLET).or(Class::TITLED)));
    // `minister of the Interior Rita Porto`: the capital tells what the office is for
    let own = text.has(run.start, Class::BODY.or(Class::OUTLET).or(Class::TITLED));
    let department = text.grammar.has_department(text.grammar.roles(text.lower(head)), of_body || own);
    // unless the text tells of a Porto elsewhere
    let unknown = text.grammar.by_order() && (of_body || is_of_unknown(text, run, behind));
    let known = department || !unknown || text.is_alone_elsewhere(run.end - 1);
    let full = full && !text.grammar.capital_nouns && known;
    // `the bishop of Rome Rossi`: a place of one word, then a capital that is none; behind letters, `the analyst of KLM
    // Bank`, only a surname that stands elsewhere
    let place = |at: usize| text.has(at, Class::PLACE.or(Class::UPPER));
    let behind_place = text.grammar.by_order() && run.len() == USUAL && !behind && place(run.start);
    let letters = text.has(run.start, Class::UPPER) && !text.has(run.start, Class::PLACE);
    let own = !letters || text.is_alone_elsewhere(run.end - 1);
    let single = (behind_place && !place(run.end - 1) && !of_body && own).then_some(run.end - 1);
    let start = given.or_else(|| (full && plain).then(|| run.end - USUAL)).or(single)?;
    Some(Named { range: start..run.end, sort: Sort::Person })
}

/// Most letters of initials.
const INITIALS: usize = 5;

/// A run of capitals without a noun.
fn alone(text: &Text, core: &Core, run: Range<usize>) -> Option<Named> {
    // `ha detto al The Courier Ana Porto`: an English paper, and a person where a first name begins one behind it
    if is_foreign_article(text.lower(run.start)) {
        let given = (run.start + 2..run.end - 1).find(|at| text.has(*at, Class::FIRST_NAME));
        let sort = if given.is_some() { Sort::Person } else { Sort::Body };
        return Some(Named { range: given.unwrap_or(run.start)..run.end, sort });
    }
    // what somebody is, in a word nobody knows: at the head of a sentence, or where every noun has a capital
    let led = text.grammar.capital_nouns || text.grammar.cases && text.has(run.start, Class::OPENS);
    let run = if led && run.len() > USUAL && !text.has(run.start, Class::FIRST_NAME) {
        person_in(text, &run, core)
    } else {
        run
    };
    let all = run.clone();
    let places = all.clone().all(|at| text.has(at, Class::PLACE) && !text.has(at, Class::FIRST_NAME));
    let one = run.len() == 1;
    // `KW PZP`: initials alone
    let initials = |at: usize| text.has(at, Class::UPPER) && !text.has(at, Class::FIRST_NAME);
    let short = |at: usize| text.lower(at).chars().count() <= INITIALS;
    let upper = one && text.has(run.start, Class::UPPER)
        || text.grammar.gendered_verbs && run.clone().all(|at| initials(at) && short(at));
    let nouns = text.grammar.capital_nouns;
    let determiner = if nouns { Class::DETERMINER } else { Class::THE };
    let given = text.has(run.start, Class::FIRST_NAME);
    let determined = core.start > 0
        && text.has(core.start - 1, determiner)
        && core.start == run.start
        && !(given && (text.grammar.cases || !one && text.has(core.start - 1, Class::PREPOSITION)));
    // «ковельчанка Мария»: what somebody is, and a first name that is surely a subject
    if one && core.start + 1 == run.start && text.is_first_case_name(run.start) {
        return Some(Named { range: run, sort: Sort::Person });
    }
    // `el Sr. Porto`, «пан Портов»: a title of courtesy stands before people alone
    let title = run.start > core.start && text.has(run.start - 1, Class::ADDRESS);
    let only = text.grammar.cases || text.grammar.by_order() && core.start + 1 == run.start;
    if title && only && (text.grammar.by_order() || !text.has(run.start, Class::PLACE)) {
        return Some(Named { range: run, sort: Sort::Person });
    }
    // a small unknown noun and a capital: whose it is, not who
    if one && core.start < run.start || determined && nouns {
        // `Ihr Enkel Jonas`: a noun nobody knows and a first name
        let last = |at: usize| at + 1 < run.end || nouns && run.len() == 2 && !text.has(at, Class::NOUN);
        let person = run.clone().find(|at| last(*at) && text.has(*at, Class::FIRST_NAME));
        return person.map(|start| Named { range: start..run.end, sort: Sort::Person });
    }
    // names of people are written in the letters of the text
    let foreign = all
        .clone()
        .all(|at| text.lower(at).chars().next().is_some_and(|letter| !text.document.language.writes(letter)));
    // «Чемпионат России»: a word nobody knows and the place it belongs to
    let last = text.class(run.end - 1);
    let of_place = text.grammar.gendered_verbs && led && !given && run.len() == 2;
    let of_place = of_place
        && last.any(Class::PLACE)
        && last.any(Class::OTHER_CASE)
        && !last.any(Class::FIRST_CASE.or(Class::FIRST_NAME));
    let sort = if places || is_country(text, &run) || upper || determined || foreign || of_place {
        Sort::Body
    } else if one {
        Sort::Capital
    } else if run.len() <= MOST {
        Sort::Person
    } else {
        return None;
    };
    Some(Named { range: run, sort })
}

/// «глава района Анна Портова»: a full name in the first case, which is of the office and not of what owns it.
#[must_use]
pub(super) fn is_of_head(text: &Text, core: &Core, name: Range<usize>) -> bool {
    let office =
        core.head.is_some_and(|head| text.has(head, Class::ROLE) && text.has(head, Class::FIRST_CASE));
    text.grammar.cases
        && !text.grammar.last_verb
        && office
        && name.len() > 1
        && text.has(name.start, Class::FIRST_NAME)
        && !text.is_oblique_name(name)
}

/// «Başkan Ayla Porto basın …»: a full name with its office before it ends before the token `at`.
#[must_use]
pub(super) fn is_titled(text: &Text, core: &Core, at: usize) -> bool {
    let start = run_start(text, core, at).filter(|start| *start > core.start && *start + 1 < at);
    start.is_some_and(|start| text.has(start - 1, Class::ROLE) && text.has(start, Class::FIRST_NAME))
}

/// `the Order of …`: one capital with an article before the token `at` is no person, where order tells subjects.
#[must_use]
pub(super) fn is_determined_capital(text: &Text, core: &Core, at: usize) -> bool {
    text.grammar.by_order()
        && core.start + 1 == at
        && core.determiner.any(Class::THE)
        && !text.has(core.start, Class::FIRST_NAME)
}

/// Words between a conjunction and the office it belongs to.
const OFFICE: usize = 4;

/// `Kültür ve Turizm Bakanı`: a conjunction within the name of an office or a body, where the verb is last: capitals that
/// are nobody's name before it, more of them behind it, then the noun.
pub(super) fn is_one_office(text: &Text, core: &Core, at: usize) -> bool {
    let named = |at: usize| {
        text.has(at, Class::CAPITAL)
            && !text.has(at, Class::FIRST_NAME.or(Class::PLACE).or(Class::NOUN).or(Class::OTHER_CASE))
            && !text.is_known_surname(at)
    };
    let before = at > core.start && core.head.is_none() && (core.start..at).all(named);
    let noun = (at + 1..at + 1 + OFFICE).find(|at| !named(*at));
    let office = Class::ROLE.or(Class::BODY);
    text.grammar.last_verb
        && before
        && noun.is_some_and(|noun| noun > at + 1 && text.has(noun, office) && text.has(noun, Class::CAPITAL))
}
