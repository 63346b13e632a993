//! Small words beside names: the participle that gives one, `the rebel leader known as Lupo`, and what stands within one.

use std::ops::Range;

use super::core;
use super::noun::{Noun, Sort};
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
