//! Somebody told by small words: `the rebel leader known as Lupo`, «один из ректоров», `chi era nella stanza`.

use std::ops::Range;

use super::core;
use super::noun::{Noun, Sort, attribute, pronoun};
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, Grammar, is_foreign_article};

/// Small words and marks between a phrase and the participle that names it.
const NEAR: usize = 3;

/// Words such a name may have.
const LONGEST: usize = 4;

/// Takes `, known as Lupo` into the phrase of somebody; it gives the name where the phrase has none.
pub(super) fn known_as(text: &Text, noun: &mut Noun, end: usize) {
    let several = noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR);
    if several || !matches!(noun.sort, Sort::Role | Sort::Open | Sort::Person) {
        return;
    }
    let from = noun.name.as_ref().map_or(noun.head + 1, |name| name.end);
    let Some(name) = named_behind(text, from..noun.tokens.end, end) else { return };
    noun.tokens.end = name.end;
    if noun.name.is_none() {
        let words = noun.role.start..noun.role.end.min(name.start);
        noun.role = noun.head.max(words.start)..words.end;
        noun.sort = Sort::Person;
        noun.name = Some(name);
    }
}

/// The name behind the first participle of naming within `within` or right behind it.
fn named_behind(text: &Text, within: Range<usize>, end: usize) -> Option<Range<usize>> {
    let close = |at: &usize| {
        *at < within.end
            || (within.end..*at).all(|at| text.is(at, ',') || text.has(at, Class::ASIDE.or(Class::TIME)))
    };
    (within.start..end.min(within.end + NEAR)).take_while(close).find_map(|at| {
        let words = Grammar::phrase(&text.grammar.naming.known_as, |offset| text.lower(at + offset));
        (words > 0).then(|| name(text, at + words, end)).flatten()
    })
}

/// The capitals from the token `at` on, behind an article at most.
fn name(text: &Text, at: usize, end: usize) -> Option<Range<usize>> {
    let article = text.has(at, Class::THE) && !text.has(at, Class::CAPITAL);
    let start = at + usize::from(article && text.has(at + 1, Class::CAPITAL));
    let last = (start..end.min(start + LONGEST)).take_while(|at| text.has(*at, Class::CAPITAL)).last()?;
    Some(start..last + 1)
}

/// `Kurt lakaplı komutan`: where the verb is last, the name and the participle stand before what somebody is.
pub(super) fn known_before(text: &Text, at: usize, end: usize) -> Option<Noun> {
    if !(text.grammar.last_verb && text.has(at, Class::CAPITAL)) {
        return None;
    }
    let name = name(text, at, end)?;
    let words = Grammar::phrase(&text.grammar.naming.known_as, |offset| text.lower(name.end + offset));
    let noun = core::read(text, name.end + words, end, false).filter(|_| words > 0)?;
    let office = noun.name.is_none() && matches!(noun.sort, Sort::Role | Sort::Open);
    office.then(|| Noun {
        tokens: at..noun.tokens.end,
        role: noun.role.clone(),
        name: Some(name),
        sort: Sort::Person,
        ..noun
    })
}

/// Small words before a surname.
const PARTICLES: usize = 3;

/// `sagte von der Heide`: a surname with the small words before it, of somebody named in full elsewhere, where such a word is
/// a preposition, too.
#[must_use]
pub(super) fn surname_with_particles(text: &Text, at: usize, end: usize) -> Option<Noun> {
    let small = |at: &usize| text.has(*at, Class::PARTICLE) && !text.is_name_word(*at);
    if !(text.grammar.capital_nouns && small(&at)) {
        return None;
    }
    let last = (at..end.min(at + PARTICLES + 1)).find(|at| !small(at))?;
    let same = |other: usize| {
        let led = (1..=last - at).all(|back| {
            other.checked_sub(back).is_some_and(|before| text.lower(before) == text.lower(last - back))
        });
        let first = other.checked_sub(last - at + 1);
        led && other != last && first.is_some_and(|first| text.is_name_word(first))
    };
    let known = text.is_name_word(last) && text.alike(last).any(same);
    known.then(|| Noun {
        tokens: at..last + 1,
        head: last,
        name: Some(last..last + 1),
        role: at..at,
        owner: None,
        sort: Sort::Person,
        class: text.class(last),
        determiner: Class::NONE,
        may_be_subject: true,
        first_case: false,
    })
}

impl Text<'_> {
    /// True for a small word within a name; where every noun has a capital, an article is one only behind another, and a
    /// preposition none behind a surname: `Markus Unger vom Roten Kreuz`, `sagte Unger zu Beginn`.
    #[must_use]
    pub(crate) fn is_particle(&self, at: usize) -> bool {
        let class = self.class(at);
        if !class.any(Class::PARTICLE) {
            return false;
        }
        if !self.grammar.capital_nouns {
            // `ha detto Anna Porto al Corriere`, but `Hamid al Rashid`
            let tells = class.any(Class::PREPOSITION) && !class.any(Class::OF) && self.grammar.by_order();
            let paper = is_foreign_article(self.lower(at + 1));
            return !(tells && (paper || self.ends_full_name(at) || self.ends_titled_name(at)));
        }
        let behind = |back: usize| at.checked_sub(back);
        if class.any(Class::DETERMINER) {
            return behind(1).is_some_and(|before| self.has(before, Class::PARTICLE));
        }
        !(class.any(Class::PREPOSITION) && (self.ends_full_name(at) || self.follows_surname(at)))
    }

    /// True right behind the surname of somebody named in full elsewhere; for a preposition that ties no owner behind any
    /// capital that is no first name.
    fn follows_surname(&self, at: usize) -> bool {
        let Some(last) = at.checked_sub(1).filter(|last| self.is_name_word(*last)) else { return false };
        let given = self.has(last, Class::FIRST_NAME);
        let titled = self.grammar.naming.ranks.contains(self.lower(last));
        !given && !titled && (self.is_known_surname(last) || !self.has(at, Class::OF))
    }

    /// True right behind a first name, by itself or by an office before it, and a surname that is no noble title.
    fn ends_full_name(&self, at: usize) -> bool {
        let (Some(last), Some(first)) = (at.checked_sub(1), at.checked_sub(2)) else { return false };
        let titled = self.grammar.naming.ranks.contains(self.lower(last));
        let given = |at: usize| self.has(at, Class::FIRST_NAME);
        let led = given(first) || first.checked_sub(1).is_some_and(|at| self.has(at, Class::ROLE));
        self.is_name_word(last) && self.is_name_word(first) && led && !given(last) && !titled
    }

    /// True right behind an office and a surname, or a name with a particle: `il ministro Porto`, `Anna da Porto`.
    fn ends_titled_name(&self, at: usize) -> bool {
        let (Some(last), Some(before)) = (at.checked_sub(1), at.checked_sub(2)) else { return false };
        let office = self.has(before, Class::ROLE) && !self.has(last, Class::FIRST_NAME);
        let tied = self.has(before, Class::PARTICLE) && self.has(before, Class::PREPOSITION.or(Class::OF));
        self.is_name_word(last) && (office || tied)
    }
}

/// «один из ректоров»: somebody of several, where nouns have cases.
pub(super) fn one_of(text: &Text, at: usize, end: usize, governed: bool) -> Option<Noun> {
    let class = text.class(at);
    let capital = text.grammar.capital_nouns;
    // `einer der Händler`, `eine von ihnen`
    let one = class.any(Class::ONE)
        || capital
            && class.any(Class::FEMALE_CASE)
            && !class.any(Class::OWNER.or(Class::SUBJECT).or(Class::THE));
    let of = if capital { Class::PREPOSITION.or(Class::OF) } else { Class::PREPOSITION };
    let opens = one && text.has(at + 1, of) && !text.has(at + 1, Class::OWNER) && at + 2 < end;
    // `der in Kiel lebende Autor`, `eine im Mai veröffentlichte Studie`
    let opens = opens && attribute(text, at + 1, end).is_none();
    if !opens || !(text.grammar.cases || capital) || text.grammar.last_verb {
        return None;
    }
    let grammar = text.grammar;
    let cased = grammar.is_oblique(text.lower(at)) || grammar.naming.is_owner_adjective(text.lower(at), true);
    let other = cased && grammar.gendered_verbs && !governed;
    let several = match core::read(text, at + 2, end, true) {
        Some(noun) => noun.tokens.end,
        None if text.has(at + 2, Class::OBJECT) => at + 3,
        None => return None,
    };
    Some(Noun {
        tokens: at..several,
        head: at,
        name: None,
        role: at..several,
        owner: None,
        sort: Sort::Open,
        class: Class::OPEN.or(Class::SINGULAR).or(class.intersection(Class::GENDER)),
        determiner: Class::ONE,
        may_be_subject: !other,
        first_case: !other,
    })
}

/// `said another`, «сказал кто-то»: a pronoun for somebody not known that stands alone.
pub(super) fn somebody(text: &Text, at: usize) -> Option<Noun> {
    let class = text.class(at);
    let alone = class.any(Class::ONE) && !class.any(Class::ASIDE.or(Class::OF)) && !text.grammar.last_verb;
    let noun = Noun {
        tokens: at..at + 1,
        head: at,
        name: None,
        role: at..at + 1,
        owner: None,
        sort: Sort::Open,
        class: Class::OPEN.or(class.intersection(Class::GENDER.or(Class::PLURAL))),
        determiner: Class::ONE,
        may_be_subject: true,
        first_case: true,
    };
    (alone && (text.grammar.cases || text.grammar.capital_nouns)).then_some(noun)
}

/// Tokens of a clause for somebody.
const CLAUSE: usize = 24;
/// Small words before a verb.
const GROUP: usize = 3;
/// Tokens between a verb of saying and the clause.
const REACH: usize = 12;

/// `Chi era nella stanza racconta`, `“…”, cuenta quien estaba en la sala`: the clause that a relative pronoun without a phrase
/// before it opens, in a sentence that begins with the token `start`, where it is the subject of a verb: at the head of the
/// sentence before a second one, or behind a verb of saying that words in marks or a pronoun for them stand before.
#[must_use]
pub(super) fn whoever(text: &Text, at: usize, end: usize, start: usize) -> Option<Noun> {
    if !(text.grammar.by_order() && text.grammar.naming.whoever.iter().any(|word| word == text.lower(at))) {
        return None;
    }
    let last = end.min(at + CLAUSE);
    let own = (at + 1..last).find(|at| !is_small(text, *at)).filter(|at| is_finite(text, *at))?;
    let clause_end = if at == start {
        before_second(text, own, last)?
    } else {
        let behind = is_behind_saying(text, at, start);
        (own + 1..last).find(|at| !text.is_word(*at)).filter(|_| behind)?
    };
    Some(Noun { tokens: at..clause_end, sort: Sort::Open, ..pronoun(at, Class::SUBJECT.or(Class::SINGULAR)) })
}

/// Where the group of a second verb begins, which no clause of its own and no single comma parts from the first.
fn before_second(text: &Text, own: usize, last: usize) -> Option<usize> {
    let mut commas = 0;
    let mut named = false;
    for at in own + 1..last {
        if text.is(at, ',') {
            commas += 1;
            continue;
        }
        // `Quien ganó el torneo, Luis Mena, dijo`: a name between two commas is who that is
        named |= commas > 0 && text.has(at, Class::CAPITAL);
        let clause = Class::SUBORDINATE.or(Class::RELATIVE).or(Class::COORDINATE);
        if text.is_quote(at) || !text.is_word(at) || text.has(at, clause) {
            return None;
        }
        if is_finite(text, at) && !text.has(at - 1, Class::HELPER) {
            let small = |at: &usize| is_small(text, *at) && !text.has(*at, Class::FINITE);
            let first = at - (own + 1..at).rev().take(GROUP).take_while(small).count();
            let parted = text.is(first - 1, ',') && commas < 2;
            return (!parted && !named && says(text, at)).then_some(first);
        }
    }
    None
}

/// True right behind a verb of saying that words in marks, or a pronoun for what is said, stand before.
fn is_behind_saying(text: &Text, at: usize, start: usize) -> bool {
    let says = |at: usize| text.has(at, Class::SAY) && text.has(at, Class::FINITE.or(Class::PARTICIPLE));
    let beside = at.checked_sub(1).filter(|verb| *verb > start && says(*verb));
    let follows = beside.is_some_and(|verb| {
        let group = (start..verb).rev().take(GROUP).find(|at| !is_small(text, *at));
        let mark = group.filter(|at| text.is(*at, ',') || text.is_dash(*at));
        let words = mark.and_then(|mark| mark.checked_sub(1)).or(group);
        words.is_some_and(|at| text.is_quote(at))
    });
    let this = |verb: usize| says(verb) && verb > start && text.has(verb - 1, Class::OBJECT);
    follows || text.is(at - 1, ',') && (start..at).rev().take(REACH).any(this) || beside.is_some_and(this)
}

/// True for a verb of saying, and an auxiliary before one: `fue Porto` tells who did it.
fn says(text: &Text, at: usize) -> bool {
    let done = |at: &usize| text.has(*at, Class::PARTICIPLE) && text.has(*at, Class::SAY);
    text.has(at, Class::SAY) || text.has(at, Class::HELPER) && (at + 1..at + 1 + GROUP).any(|at| done(&at))
}

/// True for a verb that has a subject.
fn is_finite(text: &Text, at: usize) -> bool {
    let verb = text.has(at, Class::ANY_VERB) && text.has(at, Class::FINITE);
    verb && !text.has(at, Class::NOUN.or(Class::CAPITAL).or(Class::PREPOSITION))
}

/// True for the small words before a verb, an auxiliary before its participle among them.
fn is_small(text: &Text, at: usize) -> bool {
    let small = Class::OBJECT.or(Class::SELF).or(Class::NOT).or(Class::ASIDE);
    let helper = text.has(at, Class::HELPER) && text.has(at + 1, Class::PARTICIPLE);
    text.is_word(at) && (text.has(at, small) && !is_finite(text, at) || helper)
}
