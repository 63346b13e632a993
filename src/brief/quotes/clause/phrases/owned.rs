//! Words tied to a noun that are no name of a person: whose an office is, a country or a body in the owner's case; an age.

use std::ops::Range;

use super::noun::{Core, USUAL};
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, is_foreign_article};

/// The run without a country, a body or an adjective with its noun in the owner's case at its head: `the head of the ministry
/// of X Ana Porto`, «лидер Северной Кореи Ан Порт»; nothing where all of it is so: «представитель Красного Креста». Behind a
/// word for a `person` only the latter.
pub(super) fn without_owner(text: &Text, core: &Core, run: Range<usize>, person: bool) -> Range<usize> {
    let mut run = run;
    let subject =
        core.head.is_some_and(|head| !text.has(head, Class::OTHER_CASE) || text.has(head, Class::FIRST_CASE));
    let given = |at: usize| text.has(at, Class::FIRST_NAME);
    let adjective =
        |at: usize, led: bool| !given(at) && text.grammar.naming.is_owner_adjective(text.lower(at), led);
    let mut led = false;
    while run.start < run.end {
        let (first, next) = (run.start, run.start + 1);
        let place = text.has(first, Class::PLACE.or(Class::UPPER)) && !given(first);
        let pair = next < run.end && adjective(first, true) && is_owner(text, next);
        let owns = || {
            text.grammar.may_own(text.lower(first)) || is_land(text, first) && !is_womans(text, run.end - 1)
        };
        let other = !person && place
            || !person
                && subject
                && !given(first)
                && owns()
                && !text.grammar.is_oblique(text.lower(run.end - 1));
        let passed = if led && adjective(first, true) {
            1
        } else if pair {
            USUAL
        } else if other && run.len() > 1 {
            1
        } else {
            break;
        };
        led = place;
        run.start += passed;
    }
    let surely = subject && core.head.is_some_and(|head| !text.has(head, Class::OTHER_CASE));
    let last = run.end.saturating_sub(1);
    if surely && !person && !run.is_empty() && adjective(last, false) && !run.clone().any(given) {
        run.start = run.end;
    }
    run
}

/// «президент Мерии Портов»: a country that no table knows, in the owner's case by its ending, which no name of a person has
/// in the first.
fn is_land(text: &Text, at: usize) -> bool {
    let lower = text.lower(at);
    let plain = || text.grammar.first_case(lower, false);
    text.grammar.gendered_verbs
        && text.grammar.is_feminine(lower)
        && plain().is_some_and(|plain| plain != lower)
}

/// «помощник Авроры Портовой»: a surname with the ending of a woman's in another case.
fn is_womans(text: &Text, at: usize) -> bool {
    let lower = text.lower(at);
    text.grammar.first_case(lower, false).is_some_and(|plain| plain != lower)
}

/// «Северная Мерия», `Stany Zjednoczone`: a place with its adjective.
pub(super) fn is_country(text: &Text, run: &Range<usize>) -> bool {
    let given = |at: usize| text.has(at, Class::FIRST_NAME);
    let adjective = |at: usize| {
        let (naming, lower) = (&text.grammar.naming, text.lower(at));
        naming.adjective_gender(lower).is_some() || naming.is_owner_adjective(lower, true)
    };
    let (first, last) = (run.start, run.end - 1);
    let place = |place: usize, other: usize| text.has(place, Class::PLACE) && adjective(other);
    let pair = run.len() == USUAL && text.grammar.gendered_verbs && !given(first) && !given(last);
    pair && (place(last, first) || place(first, last))
}

/// «директор Alta»: capitals in letters that are not those of the text, which no first name opens.
pub(super) fn is_abroad(text: &Text, run: &Range<usize>) -> bool {
    text.grammar.gendered_verbs
        && run.clone().all(|at| is_foreign(text, at))
        && !run.clone().any(|at| text.has(at, Class::FIRST_NAME))
}

/// True for a noun that may stand in the owner's case.
fn is_owner(text: &Text, at: usize) -> bool {
    let vowel = |letter: char| "aiyuаяиыуюіїeę".contains(letter);
    let lower = text.lower(at);
    !text.has(at, Class::FIRST_NAME) && (text.has(at, Class::PLACE) || lower.ends_with(vowel))
}

/// «член Партии Зелёных»: one capital right behind that of a body in the owner's case, which nobody has for a surname.
pub(super) fn is_of_body(text: &Text, core: &Core, run: &Range<usize>) -> bool {
    let before = run.start.checked_sub(1).filter(|at| *at > core.start && run.len() == 1);
    let body = Class::BODY.or(Class::OUTLET).or(Class::DOCUMENT);
    let owner = |at: usize| {
        let class = text.class(at);
        class.any(Class::CAPITAL) && class.any(body) && class.any(Class::OTHER_CASE)
    };
    let known = text.has(run.start, Class::FIRST_NAME) || text.is_known_surname(run.start);
    // «депутат Госдумы Донской»: a surname in the first case, too
    let (naming, lower) = (&text.grammar.naming, text.lower(run.start));
    let man = naming.adjective_gender(lower).is_some_and(|gender| gender.any(Class::MALE));
    let known = known || man && naming.is_owner_adjective(lower, true);
    text.grammar.owner_behind && !text.grammar.last_verb && before.is_some_and(owner) && !known
}

/// «смерть Бруна Портова»: behind a noun nobody knows a man's full name in the owner's case, as both its endings tell.
pub(super) fn is_whose(text: &Text, core: &Core, run: &Range<usize>) -> bool {
    let given = |at: usize| text.has(at, Class::FIRST_NAME);
    let led = run.start.checked_sub(1).filter(|at| *at >= core.start);
    let noun =
        |at: usize| text.is_word(at) && !text.has(at, Class::CLOSED.or(Class::NOUN).or(Class::CAPITAL));
    text.grammar.owner_behind
        && led.is_some_and(noun)
        && !run.clone().any(given)
        && text.grammar.owner_in_first_case(&text.words(run)).is_some()
}

/// The person's name at the end of a longer run.
pub(super) fn person_in(text: &Text, run: &Range<usize>, core: &Core) -> Range<usize> {
    let given = run.clone().find(|at| at + 1 < run.end && text.has(*at, Class::FIRST_NAME));
    let behind = core.head.is_some_and(|head| head + 1 == run.start);
    match given {
        Some(start) => start..run.end,
        None if text.grammar.cases && is_of_syllables(text, run) => run.end - SYLLABLES..run.end,
        // `Ubbo von Porto`
        None if text.grammar.capital_nouns && text.has(run.end - USUAL, Class::PARTICLE) => run.clone(),
        None if text.grammar.cases || !behind => run.end - USUAL..run.end,
        None => run.clone(),
    }
}

/// Tokens behind an article in which an outlet is named.
const TOLD: usize = 6;

/// `„…“, sagte Porto der Zeitung`: behind a surname known from elsewhere, or one capital without an article between a verb of
/// saying that follows the words and an outlet, an article begins whom it was told, where every noun has a capital.
pub(super) fn is_surname_told(text: &Text, core: &Core, at: usize) -> bool {
    let alone = core.start + 1 == at && core.determiner == Class::NONE && core.head.is_none();
    if !(text.grammar.capital_nouns && alone && text.is_name_word(core.start)) {
        return false;
    }
    if text.is_known_surname(core.start) {
        return true;
    }
    let says = Class::SAY.or(Class::SINGULAR).or(Class::FINITE);
    let verb = core.start.checked_sub(1).filter(|verb| text.class(*verb).intersection(says) == says);
    let comma = |at: usize| at.checked_sub(1).filter(|before| text.is(*before, ',')).unwrap_or(at);
    let follows = verb.and_then(|verb| comma(verb).checked_sub(1)).is_some_and(|at| text.is_quote(at));
    let mut told = (at + 1..at + TOLD).take_while(|at| text.is_word(*at));
    follows && text.has(at, Class::FEMALE_CASE) && told.any(|at| text.has(at, Class::OUTLET))
}

/// Words of a name each of which is a syllable.
const SYLLABLES: usize = 3;

/// Letters of one, with an ending.
const LETTERS: usize = 5;

/// «Пак Ён Мин»: a run that ends in three short words, as names in Korea, China and Vietnam do.
pub(super) fn is_of_syllables(text: &Text, run: &Range<usize>) -> bool {
    let letters = |at: usize| text.lower(at).chars().count();
    let short = |at: usize| letters(at) < LETTERS || at + 1 == run.end && letters(at) == LETTERS;
    run.len() >= SYLLABLES && (run.end - SYLLABLES..run.end).all(short)
}

/// «в Антимонопольном комитете»: a noun for a body or a text in another case right behind an adjective with a capital in
/// that case.
pub(super) fn is_described(text: &Text, at: usize) -> bool {
    let noun = Class::BODY.or(Class::OUTLET).or(Class::DOCUMENT);
    let adjective = text.grammar.is_oblique(text.lower(at - 1)) && !text.has(at - 1, Class::FIRST_NAME);
    let other = adjective && text.has(at, noun) && !text.has(at, Class::FIRST_CASE.or(Class::CAPITAL));
    text.grammar.cases && !text.grammar.last_verb && (other || is_described_subject(text, at))
}

/// Adjectives between the first and its noun.
const ADJECTIVES: usize = 3;

/// «Национальная гидрологическая служба»: adjectives in the first case, the first with a capital, and a noun for a body of
/// their gender.
pub(super) fn is_described_subject(text: &Text, at: usize) -> bool {
    let led =
        at > 0 && text.has(at - 1, Class::CAPITAL) && !text.has(at - 1, Class::FIRST_NAME.or(Class::NOUN));
    let gender = if led { text.grammar.naming.adjective_gender(text.lower(at - 1)) } else { None };
    let Some(gender) = gender else { return false };
    let agrees = |at: &usize| text.grammar.naming.adjective_gender(text.lower(*at)) == Some(gender);
    let plain = |at: &usize| text.is_word(*at) && !text.has(*at, Class::CLOSED.or(Class::CAPITAL));
    let noun = (at..at + ADJECTIVES).take_while(plain).find(|at| text.has(*at, Class::NOUN));
    let body = |at: usize| {
        let class = text.class(at);
        let own = class.intersection(Class::GENDER);
        let fits = own == Class::NONE || own.any(gender);
        class.any(Class::BODY.or(Class::OUTLET)) && class.any(Class::FIRST_CASE) && fits
    };
    noun.is_some_and(|noun| body(noun) && (at..noun).all(|at| agrees(&at))) && !text.is_known_surname(at - 1)
}

/// True for a word in letters that are not those of the text.
pub(super) fn is_foreign(text: &Text, at: usize) -> bool {
    text.lower(at).chars().next().is_some_and(|letter| !text.document.language.writes(letter))
}

/// True for the preposition that the language ties owners with, the first of its table.
#[must_use]
pub(crate) fn is_genitive(text: &Text, at: usize) -> bool {
    let first = text.grammar.owner_preposition.chars().next();
    text.lower(at).chars().next() == first
}

/// Tokens of an age: `de 35 ans`.
pub(super) const AGE: usize = 3;

/// `la mère de 35 ans Ana Porto`: an age between what somebody is and a full name.
#[must_use]
pub(super) fn is_age(text: &Text, core: &Core, at: usize) -> bool {
    let office = core.head.is_some_and(|head| text.has(head, Class::ROLE.or(Class::OPEN)));
    let years = text.has(at, Class::OF) && text.has(at + 1, Class::NUMBER) && text.is_word(at + 2);
    let named = text.is_name_word(at + AGE) && text.is_name_word(at + AGE + 1);
    text.grammar.by_order() && office && years && !text.has(at + 2, Class::CAPITAL) && named
}

impl Text<'_> {
    /// True for a stroke between two small words of what somebody is, where order tells subjects: `head of plans/works`.
    pub(super) fn is_stroke(&self, at: usize) -> bool {
        let within = self.is(at, '/') && self.touches(at) && self.touches(at + 1);
        let small = |at: usize| self.is_word(at) && !self.has(at, Class::CAPITAL);
        within && self.grammar.by_order() && small(at + 1) && at.checked_sub(1).is_some_and(small)
    }
}

/// True for a name with the ending of a case behind an apostrophe: `Porto'nun`, not `O'Neil`.
#[must_use]
pub(super) fn is_suffixed(text: &Text, at: usize) -> bool {
    let small = |rest: &str| rest.chars().next().is_some_and(char::is_lowercase);
    let ends = |written: &str| written.split_once(['\'', '’']).is_some_and(|(_, rest)| small(rest));
    text.grammar.apostrophe && text.has(at, Class::OTHER_CASE) && ends(&text.words(&(at..at + 1)))
}

/// `Ayla Porto FETK'ye konuştu`, `Ayla Porto Ankara'da`: initials or a place with an ending of their own behind a full name.
#[must_use]
pub(super) fn opens_behind_name(text: &Text, core: &Core, at: usize) -> bool {
    let written = text.words(&(at..at + 1));
    let initials = written.split(['\'', '’']).next().unwrap_or_default();
    let upper = initials.chars().count() > 1 && !initials.contains(char::is_lowercase);
    let name = |at: usize| text.is_name_word(at) && !text.has(at, Class::PLACE) && !is_suffixed(text, at);
    let full = at >= core.start + 2 && name(at - 1) && name(at - 2);
    let other = upper || text.has(at, Class::PLACE);
    full && other && !text.has(at, Class::FIRST_NAME) && is_suffixed(text, at)
}

/// `un empleado de la panadería Rosales`, `la vendedora del barrio La Ribera`: one capital right behind the small noun that
/// somebody new belongs to, or one that begins with an article of its own, is that noun's name, unless it ends a full name
/// elsewhere.
#[must_use]
pub(super) fn is_of_thing(text: &Text, core: &Core, name: &Range<usize>) -> bool {
    let somebody = core.head.is_some_and(|head| text.has(head, Class::ROLE.or(Class::OPEN)));
    // `ambassadrice du programme The Art of Altapiana`
    let foreign = |at: usize| text.has(at, Class::CAPITAL) && is_foreign_article(text.lower(at));
    if somebody && !text.has(name.start, Class::FIRST_NAME) && (core.start..name.start).any(foreign) {
        return true;
    }
    let article = |at: &usize| {
        text.has(*at, Class::CAPITAL) && text.has(*at, Class::THE) && !text.has(*at, Class::OPENS)
    };
    let led = name.start.checked_sub(1).filter(|at| *at > core.start && article(at));
    let Some(noun) = led.unwrap_or(name.start).checked_sub(1) else { return false };
    let known = Class::CAPITAL.or(Class::CLOSED).or(Class::ROLE).or(Class::OPEN).or(Class::ADDRESS);
    let within = core.owner.is_some_and(|owner| owner < noun) && text.is_word(noun) && !text.has(noun, known);
    // nor is it a department or a body, whose man the name may be
    let office = |head: usize| {
        text.grammar.roles(text.lower(head)).iter().any(|role| text.grammar.has_one_holder(*role))
    };
    let plain = !text.has(noun, Class::BODY) && !core.head.is_some_and(office);
    let new = core.determiner.any(Class::ONE) && (name.len() == 1 || led.is_some()) && plain;
    let last = name.end - 1;
    let full =
        |at: usize| at != last && at > 0 && text.is_name_word(at) && text.has(at - 1, Class::FIRST_NAME);
    text.grammar.by_order() && somebody && within && new && !text.alike(last).any(full)
}

/// `uno dei`, `um dos`: the preposition at `at` with its article, before a noun for several people.
pub(super) fn is_one_of(text: &Text, at: usize) -> bool {
    let several = text.class(at + 1);
    let people = several.any(Class::ROLE.or(Class::OPEN)) && several.any(Class::PLURAL);
    text.grammar.by_order() && people && text.lower(at) != text.grammar.owner_preposition
}
