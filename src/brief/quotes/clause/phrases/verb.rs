//! What ends a noun phrase: verbs, those known and unknown words that stand where a verb stands, and whole names.

use super::name;
use super::noun::{Core, is_adjective_before};
use super::text::Text;
use super::trailing::is_surname_elsewhere;
use crate::brief::quotes::clause::words::Class;

/// A small unknown word where a verb stands: by its ending, or right behind a quotation before its subject.
#[must_use]
pub(super) fn unknown_verb(text: &Text, at: usize, start: usize) -> Option<Class> {
    let class = text.class(at);
    let known = Class::CLOSED
        .or(Class::NOUN)
        .or(Class::ANY_VERB)
        .or(Class::CAPITAL)
        .or(Class::SO_CALLED)
        .or(Class::ACCORD_OPENS);
    if class.any(known) {
        return None;
    }
    let mark = |at: usize| text.is(at, ',') || text.is_dash(at);
    let mut before = at;
    while before > start && mark(before - 1) && before + 3 > at {
        before -= 1;
    }
    if closes_sentence(text, at) {
        return Some(Class::VERB.or(Class::FINITE).or(Class::SINGULAR));
    }
    if at > start && is_gerund(text, at) {
        return Some(Class::VERB.or(Class::GERUND));
    }
    let behind = before > start && text.is_quote(before - 1);
    let ends = text.grammar.may_be_verb(text.lower(at)) && !is_adjective(text, at, start);
    let subject = Class::SPEAKER
        .or(Class::SUBJECT)
        .or(Class::THE)
        .or(Class::FEMALE_CASE)
        .or(Class::ONE)
        .or(Class::OWNER)
        .or(Class::ADDRESS);
    let before_subject = text.has(at + 1, subject) || text.is_name_word(at + 1) || office_follows(text, at);
    let grammar = text.grammar;
    let dash = (before..at).any(|at| text.is_dash(at));
    let open = grammar.finite_endings.is_empty() || grammar.capital_nouns || grammar.by_order() || dash;
    let plain = open && before < at;
    if at > start && text.grammar.by_order() && stands_behind_name(text, at) {
        return Some(Class::VERB.or(Class::FINITE));
    }
    if behind && before < at && (ends || plain) && before_subject {
        return Some(Class::SAY.or(Class::FINITE).or(grammar.form_of_verb(text.lower(at))));
    }
    if !ends && grammar.may_be_infinitive(text.lower(at)) {
        return Some(Class::VERB.or(Class::INFINITIVE));
    }
    ends.then(|| Class::VERB.or(Class::FINITE).or(grammar.form_of_verb(text.lower(at))))
}

/// «…, оглашая приговор, …»: a word with the ending of a gerund behind a comma, where no noun of a woman's gender behind it
/// makes it an adjective.
fn is_gerund(text: &Text, at: usize) -> bool {
    let of_woman = |at: usize, unknown: bool| {
        text.grammar.ending_gender(text.lower(at)).map_or(unknown, |of| of.any(Class::FEMALE))
    };
    let noun = text.is_word(at + 1) && !text.has(at + 1, Class::CLOSED);
    let described = noun && of_woman(at, false) && of_woman(at + 1, true);
    let behind = text.is(at - 1, ',') && text.grammar.gendered_verbs;
    behind && text.grammar.may_be_gerund(text.lower(at)) && !described
}

/// True for a small word with the ending of a verb that ends its sentence.
fn closes_sentence(text: &Text, at: usize) -> bool {
    let last = text.stream().sentence_of(at).end;
    let ends =
        (at + 1..last).all(|at| text.is(at, '.') || text.is(at, '!') || text.is(at, '?') || text.is(at, '…'));
    ends && text.grammar.last.may_close(text.lower(at))
}

/// True right behind a full name or a pronoun, where what follows is no mark and no preposition: `Ana Porto wraps cheese`.
fn stands_behind_name(text: &Text, at: usize) -> bool {
    let name = text.is_name_word(at - 1)
        && at > 1
        && (text.is_name_word(at - 2) || text.has(at - 2, Class::PARTICLE));
    let pronoun =
        text.has(at - 1, Class::SUBJECT) && !text.has(at - 1, Class::DETERMINER.or(Class::ANY_VERB));
    let vowel = text.lower(at).ends_with(|letter: char| !CONSONANTS.contains(letter));
    let behind = text.class(at + 1);
    let goes_on = behind
        .any(Class::THE.or(Class::ONE).or(Class::OWNER).or(Class::ASIDE).or(Class::PREPOSITION))
        || behind.any(Class::WORD) && !behind.any(Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL));
    (name || pronoun) && vowel && goes_on
}

/// Letters that a verb in its third person seldom ends with.
const CONSONANTS: &str = "bcdfghjklmnpqrsvwxyz";

/// Words between a verb and an office behind it.
const NEAR: usize = 4;

/// `soothed the markets the minister`: an office in the first case, with an object before it.
fn office_follows(text: &Text, at: usize) -> bool {
    let stops = Class::ANY_VERB.or(Class::SUBORDINATE).or(Class::RELATIVE);
    (at + 1..at + NEAR)
        .take_while(|at| text.is_word(*at) && !text.has(*at, stops))
        .any(|at| text.grammar.cases && text.has(at, Class::ROLE) && text.has(at, Class::FIRST_CASE))
}

/// True for a word with the ending of a verb that may be an adjective, where every noun has a capital: before a noun,
/// behind a determiner.
fn is_adjective(text: &Text, at: usize, start: usize) -> bool {
    let closed = Class::DETERMINER.or(Class::PREPOSITION).or(Class::SUBJECT);
    let before = at > start && text.has(at - 1, closed) && !text.has(at - 1, Class::SUBJECT);
    text.grammar.capital_nouns && (at == start || before || text.has(at + 1, Class::CAPITAL))
}

/// True for a finite verb, one that only its ending in the past tells, and the small words before one.
pub(super) fn opens_predicate(text: &Text, at: usize) -> bool {
    let class = text.class(at);
    let unknown = class.any(Class::WORD)
        && !class.any(Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::CAPITAL));
    let past = || text.grammar.form_of_verb(text.lower(at)).any(Class::GENDER);
    let small = class.any(Class::NOT.or(Class::SELF).or(Class::ASIDE).or(Class::TIME).or(Class::HELPER));
    class.any(Class::FINITE) && class.any(Class::ANY_VERB)
        || text.grammar.gendered_verbs && (small || unknown && past())
}

/// True for any form of a verb.
#[must_use]
pub(super) fn is_verb(class: Class) -> bool {
    class.any(
        Class::FINITE
            .or(Class::GERUND)
            .or(Class::INFINITIVE)
            .or(Class::PARTICIPLE)
            .or(Class::PASSIVE)
            .or(Class::ADNOMINAL),
    )
}

/// «На трибуну вышел Фома Портов»: an unknown word with the ending of a verb that tells a gender, behind a noun nobody knows
/// and before a full name or an office in the first case.
fn brings_subject(text: &Text, core: &Core, at: usize) -> bool {
    let gender = text.grammar.form_of_verb(text.lower(at)).intersection(Class::GENDER);
    let named = text.is_name_word(at + 1) && text.is_name_word(at + 2);
    let office = text.has(at + 1, Class::ROLE) && text.has(at + 1, Class::FIRST_CASE);
    text.grammar.gendered_verbs && at > core.start && gender != Class::NONE && (named || office)
}

/// «міністр закордонних справ»: behind an adjective in the owner's case that is tied to an office stands its noun, whatever
/// its ending.
fn is_described_owner(text: &Text, core: &Core, at: usize) -> bool {
    let known = Class::NOUN.or(Class::CLOSED).or(Class::ANY_VERB).or(Class::CAPITAL);
    let office = core.head.is_some_and(|head| head + 1 < at && text.has(head, Class::ROLE.or(Class::BODY)));
    let adjective =
        !text.has(at - 1, known) && text.grammar.naming.is_owner_adjective(text.lower(at - 1), true);
    text.grammar.naming.adjective_before && office && adjective
}

/// True for a verb: in a form that has a subject, behind the head of the phrase in any form.
pub(super) fn ends_phrase(text: &Text, core: &Core, at: usize) -> bool {
    let class = text.class(at);
    let noun = class.any(Class::NOUN);
    let headed = at > core.start && core.head.is_some();
    let form = Class::FINITE.or(Class::GERUND).or(Class::ADNOMINAL).or(Class::INFINITIVE).or(Class::PASSIVE);
    let either = noun && headed && class.any(Class::SINGULAR.or(Class::PLURAL)) && class.any(Class::FINITE);
    let known = class.any(Class::ANY_VERB) && (!noun || either) && !class.any(Class::CAPITAL);
    // `il procuratore aggiunto Ana Porto`
    let titled = text.grammar.by_order()
        && core.head.is_some_and(|head| head + 1 == at)
        && core.head.is_some_and(|head| text.has(head, Class::ROLE))
        && class.any(Class::PARTICIPLE)
        && !class.any(Class::FINITE)
        && text.is_name_word(at + 1)
        && text.is_name_word(at + 2);
    if titled {
        return false;
    }
    if known && (class.any(form) || core.head.is_some() && class.any(Class::PARTICIPLE)) {
        return true;
    }
    let unknown = class.intersection(Class::NOUN.or(Class::ANY_VERB).or(Class::CAPITAL)) == Class::NONE;
    let may_be = text.grammar.may_be_verb(text.lower(at)) || text.grammar.may_be_infinitive(text.lower(at));
    // «Жбанов махнул рукой»: behind a capital at the head of the sentence
    let opens = at == core.start + 1
        && text.has(core.start, Class::OPENS)
        && text.has(core.start, Class::CAPITAL)
        && text.grammar.form_of_verb(text.lower(at)).any(Class::GENDER);
    unknown
        && (at > core.start && closes_sentence(text, at)
            || (headed || opens || brings_subject(text, core, at))
                && may_be
                && !is_described_owner(text, core, at)
            || at > core.start && text.grammar.is_surely_verb(text.lower(at)))
}

/// True where the word at `at`, a noun or not, stands behind a whole name; where the verb is last, a noun may make a compound
/// with one.
#[must_use]
pub(super) fn is_behind_name(text: &Text, core: &Core, at: usize, noun: bool) -> bool {
    let last_verb = text.grammar.last_verb;
    let compound = || last_verb && noun && !name::is_titled(text, core, at);
    ends_name(text, core, at) && !compound()
        || (!noun || !text.grammar.is_oblique(text.lower(at.saturating_sub(2))))
            && is_behind_two_capitals(text, core, at)
        || last_verb && is_persons(text, core, at)
}

/// True when a name that no preposition ties ends before the token `at`.
pub(super) fn ends_name(text: &Text, core: &Core, at: usize) -> bool {
    let run = name::run_start(text, core, at).filter(|_| text.is_name_word(at - 1));
    let start = run.filter(|start| core.owner.is_none() || name::is_of_head(text, core, *start..at));
    // where every noun has a capital only a first name or an office tells a name
    let given = |start: usize| text.has(start, Class::FIRST_NAME);
    let plain = |start: usize| {
        let (nouns, alone) = (text.grammar.capital_nouns, start + 1 == at);
        let within =
            |other| other != start && text.has(other, Class::CAPITAL) && !text.has(other, Class::OPENS);
        let again = || is_surname_elsewhere(text, start) || text.alike(start).any(within);
        let elsewhere = || text.grammar.gendered_verbs && again();
        let known = !alone || !text.has(start, Class::OPENS) || text.is_known_surname(start) || elsewhere();
        !(nouns && alone) && (given(start) || !nouns && known)
    };
    let titled = |start: usize| start > 0 && text.has(start - 1, Class::ROLE.or(Class::ADDRESS));
    // `la skieuse slovène Ana Porto`
    let described = |start: usize| text.grammar.by_order() && is_adjective_before(text, core, start..at);
    // behind a participle with all that belongs to it, or what somebody is in a word nobody knows
    let behind = |start: usize| !text.grammar.by_order() && start + 1 < at && given(start);
    // `der Hydrologe Bodo Unger vom Seeamt`: where every noun has a capital, what somebody is stands in the run
    let led = |start: usize| {
        text.grammar.capital_nouns
            && (core.determiner != Class::NONE && start == core.start && at == start + CALLED
                || (start + 1..at - 1).any(given))
    };
    // `ist Otto Unger der älteste Abgeordnete`: two capitals without an article of which the second stands alone elsewhere
    let bare = |start: usize| {
        text.grammar.capital_nouns
            && core.determiner == Class::NONE
            && start == core.start
            && start + 2 == at
            && !text.has(start, Class::OPENS)
            && text.is_alone_elsewhere(at - 1)
    };
    // `le Premier secrétaire`: a capital between an article and an office is the office's
    let office = text.grammar.by_order() && core.determiner.any(Class::THE) && text.has(at, Class::ROLE);
    let own = |start: usize| !(office && start + 1 == at && !given(start));
    start.is_some_and(|start| {
        start == core.start && plain(start) && own(start)
            || titled(start)
            || described(start)
            || behind(start)
            || led(start)
            || bare(start)
    })
}

/// Capitals of what somebody is and of a full name.
const CALLED: usize = 3;

/// «по словам начальника охраны Ана Портова судно …»: a small word behind an office, what it is of and two capitals.
fn is_behind_two_capitals(text: &Text, core: &Core, at: usize) -> bool {
    let office = core.head.is_some_and(|head| head + 2 < at && text.has(head, Class::ROLE));
    let pair = at > core.start + 2 && text.is_name_word(at - 1) && text.is_name_word(at - 2);
    text.grammar.cases && !text.grammar.last_verb && !text.grammar.capital_nouns && office && pair
}

/// `Porto kararı`: a surname that the text has behind a first name, or a full name, which without the ending of an owner
/// makes no compound with the small noun at `at`.
fn is_persons(text: &Text, core: &Core, at: usize) -> bool {
    let owns = text.has(at - 1, Class::GENITIVE);
    let small = !text.has(at, Class::CAPITAL) && !text.has(at, Class::ROLE) && !owns;
    let start = name::run_start(text, core, at);
    let full = start.is_some_and(|start| start + 1 < at && text.has(start, Class::FIRST_NAME));
    small && (full || is_surname_elsewhere(text, at - 1))
}

/// True for words in marks right before the verb that ends their clause, or its part, where every noun has a capital: they
/// are what somebody says, `warf ihm „…“ vor`, `hat ihm „…“ vorgeworfen`.
#[must_use]
pub(crate) fn is_brought(text: &Text, at: usize) -> bool {
    let next = at + 1;
    let ends = |at: usize| !text.is_word(at) || text.has(at, Class::COORDINATE.or(Class::SUBORDINATE));
    let verb = text.has(next, Class::CUE) && !text.has(next, Class::CAPITAL);
    let part = text.grammar.naming.separable.contains(text.lower(next));
    // `einen „…“ genannt`; without an article it is a name
    let one = at > 0 && text.has(at - 1, Class::ONE);
    let called = verb && text.has(next, Class::PARTICIPLE) && text.has(next, Class::CALL);
    // `der Tageszeitung „…“`, `wie die „…“ berichtet`: its name
    let named = Class::OUTLET.or(Class::TITLED).or(Class::DOCUMENT).or(Class::THE);
    let titled = at > 0 && text.has(at - 1, named);
    text.grammar.capital_nouns && !titled && ends(next + 1) && (part || verb && (one || !called))
}
