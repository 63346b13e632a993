//! Where a noun phrase ends because another begins.

use super::listener::{follows_listener, follows_listening_outlet, is_behind_outlet};
use super::noun::Core;
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// True for a name that no office and no noun with a name of its own stands before: `said from the back of the room Ana
/// Porto`.
fn follows_common_noun(text: &Text, core: &Core, at: usize) -> bool {
    let named = Class::SPEAKER.or(Class::TITLED).or(Class::ADDRESS).or(Class::PARTICLE).or(Class::CAPITAL);
    let office = core.head.is_some_and(|head| text.has(head, Class::ROLE.or(Class::OPEN)));
    // `the research vessel Aurora`: an adjective between a noun for what has a name and the name
    let adjective = core.head.is_some_and(|head| head + 2 == at && text.has(head, Class::TITLED));
    !office && !adjective && !text.has(at - 1, named) && !text.has(at, Class::PLACE.or(Class::UPPER))
}

/// «командующий войсками генерал Анна Портова»: a rank between what an office in the first case is of and a full name.
fn is_rank(text: &Text, core: &Core, at: usize) -> bool {
    let first = |head: usize| {
        text.has(head, Class::ROLE) && text.has(head, Class::FIRST_CASE) && !text.has(head, Class::OTHER_CASE)
    };
    let start = at + 1 + usize::from(text.is_rank_point(at + 1));
    let end = (start..start + 4).find(|at| !text.is_name_word(*at)).unwrap_or(start);
    core.head.is_some_and(first) && text.is_ranked(start..end)
}

/// `on his part Porto`, `dal canto suo Porto`: behind a noun nobody knows that is somebody's.
fn is_own_part(text: &Text, core: &Core, at: usize) -> bool {
    let known = Class::NOUN.or(Class::CAPITAL).or(Class::ANY_VERB);
    let small = |at: usize| text.is_word(at) && !text.has(at, known);
    let behind = text.has(at - 1, Class::OWNER) && small(at - 2);
    let before = core.determiner.any(Class::OWNER) && core.start + 1 == at && small(at - 1);
    text.grammar.by_order() && at > 1 && (behind || before)
}

/// Most words of a surname.
const SURNAME: usize = 2;

/// `said to EFE Porto`, `told the crowd without a smile Porto`: the surname of somebody named in full elsewhere, behind
/// whom it was told or, `apart`, behind a common noun.
fn is_surname_behind(text: &Text, core: &Core, at: usize, end: usize, apart: bool) -> bool {
    let listener = at > 0 && text.has(at - 1, Class::OUTLET.or(Class::UPPER));
    let within = core.head.is_some_and(|head| head + 1 < at && text.has(head, Class::OUTLET));
    // `in Altapiana Porto`
    let full = |other: usize| other > 0 && other != at && text.is_name_word(other - 1);
    let elsewhere = |other: usize| full(other) && text.lower(other - 1) != text.lower(at - 1);
    let place = core.start + 1 == at && !text.has(at - 1, Class::FIRST_NAME) && text.alike(at).any(elsewhere);
    let told = (listener || within || place) && !text.is_known_surname(at - 1);
    // `with the paper Pulso Norte`: behind a capital of the outlet's only where somebody else bears it
    let apart_from = |at: usize| !text.is_name_word(at - 1) || text.alike(at).any(elsewhere);
    let own = |at: usize| {
        text.is_known_surname(at)
            && !text.has(at, Class::PLACE.or(Class::UPPER).or(Class::NOUN))
            && (at > core.start && apart_from(at))
    };
    // `told AFP Porto, head of the office`
    let office = text.is(end, ',') && text.has(end + 1, Class::ROLE) && !text.has(end + 1, Class::CAPITAL);
    let known = (at..end).all(own) || listener && office && end == at + 1 && text.is_name_word(at);
    text.grammar.by_order() && (told || apart) && (1..=SURNAME).contains(&(end - at)) && known
}

/// «представитель соседского МИД Анна Портова»: initials, which have no cases, behind an adjective in the owner's.
fn is_owner_in_capitals(text: &Text, core: &Core, at: usize) -> bool {
    let owner = core.head.is_some_and(|head| head + 1 < at && text.has(head, Class::ROLE));
    owner && text.has(at, Class::UPPER) && text.grammar.is_oblique(text.lower(at - 1))
}

/// «комиссар по вопросам политики Анна Портова»: a form of several before a full name, which is nobody's of them.
pub(super) fn is_of_one_named(text: &Text, at: usize) -> bool {
    let several = text.has(at, Class::PLURAL) && !text.has(at, Class::SINGULAR.or(Class::CAPITAL));
    several && text.is_name_word(at + 1) && text.is_name_word(at + 2)
}

/// True when another phrase begins at the token `at`, within `core`.
pub(super) fn begins_another(text: &Text, core: &Core, at: usize, governed: bool) -> bool {
    let class = text.class(at);
    // a noun in the first case behind another noun
    let first = class.any(Class::FIRST_CASE) && !class.any(Class::OTHER_CASE) && class.any(Class::SPEAKER);
    let of_text = core.head.is_some_and(|head| text.has(head, Class::DOCUMENT.or(Class::UTTERANCE)));
    let verb = text.has(at + 1, Class::ANY_VERB) && text.has(at + 1, Class::FINITE);
    let first = first && !(of_text && class.any(Class::UPPER) && !verb);
    let first = first && !is_rank(text, core, at) && !is_of_one_named(text, at);
    // «министр аграрной политики»: a form of several that is of one behind an adjective in another case
    let known = Class::NOUN.or(Class::CAPITAL).or(Class::CLOSED);
    let adjective = core.head.is_some_and(|head| head + 1 < at) && !text.has(at - 1, known);
    let one = class.any(Class::PLURAL) && adjective;
    let first = first && !one;
    let first = first && !is_owner_in_capitals(text, core, at);
    // «в эфире местного радио», «запит нашого видання»: the adjective tells the case of a noun that has one form
    let told = at > core.start && !text.has(at - 1, known) && text.grammar.is_oblique(text.lower(at - 1));
    let first = first && !(governed && told && !class.any(Class::ROLE));
    // «в программе OTV»: whose it is
    let shown =
        core.head.is_some_and(|head| head + 1 == at && text.has(head, Class::TITLED.or(Class::OUTLET)));
    let first = first && !(governed && shown && class.any(Class::OUTLET.or(Class::UPPER)));
    let apart = core.head.is_some() && !text.has(at - 1, Class::FIRST_CASE) && !text.is_name_word(at);
    if first && text.grammar.cases && !text.grammar.last_verb && (apart || governed) {
        return true;
    }
    // «передаёт его слова агентство»: behind somebody's words who relays them
    let relays = core.determiner.any(Class::OWNER)
        && core.head.is_some_and(|head| head + 1 == at && text.has(head, Class::UTTERANCE))
        && class.any(Class::OUTLET.or(Class::UPPER))
        && !class.any(Class::OTHER_CASE);
    if relays && text.grammar.cases {
        return true;
    }
    // «у Telegram Федоров»: a name in the letters of the text behind one in others
    let own =
        |at: usize| text.lower(at).chars().next().is_some_and(|letter| text.document.language.writes(letter));
    if governed
        && text.grammar.cases
        && text.is_name_word(at)
        && own(at)
        && !own(at - 1)
        && text.is_word(at - 1)
    {
        return true;
    }
    // whom it was told, behind the name of who told it
    let told = text.grammar.cases
        && !text.grammar.last_verb
        && class.any(Class::OTHER_CASE)
        && !class.any(Class::FIRST_CASE.or(Class::CAPITAL))
        && class.any(Class::SPEAKER)
        && at >= core.start + 2
        && text.is_name_word(at - 1)
        && text.is_name_word(at - 2);
    if told || follows_listener(text, core, at) || is_behind_outlet(text, core, at) {
        return true;
    }
    if !governed {
        return false;
    }
    // no preposition stands before a first case
    if text.grammar.cases
        && !text.grammar.last_verb
        && text.is_first_case_name(at)
        && text.is_name_word(at + 1)
    {
        return true;
    }
    let tied = text.has(at - 1, Class::OF.or(Class::DETERMINER));
    // `the shareholders Porto`: several people and somebody else
    let several = text.has(at - 1, Class::ROLE)
        && text.has(at - 1, Class::PLURAL)
        && !text.has(at - 1, Class::SINGULAR);
    if several && text.grammar.by_order() && text.is_name_word(at) {
        return true;
    }
    // behind a preposition one noun is enough where the next is an office
    let office = class.any(Class::ROLE) && text.grammar.capital_nouns && !tied;
    if office && (core.start..at).any(|at| text.has(at, Class::CAPITAL)) {
        return true;
    }
    // the name of an outlet or a body behind its noun
    let outlet = text.grammar.cases
        && text.has(at - 1, Class::OUTLET.or(Class::BODY))
        && !text.has(at, Class::FIRST_NAME);
    let name = text.is_name_word(at) && !text.is_name_word(at - 1) && !tied && !outlet;
    let text_head = core.head.is_some_and(|head| text.has(head, Class::DOCUMENT.or(Class::UTTERANCE)));
    // `between the owners Porto had …`: a name right before a verb is its subject
    let end = (at..at + 4).find(|at| !text.is_name_word(*at)).unwrap_or(at);
    let listener = follows_common_noun(text, core, at) || follows_listening_outlet(text, core, at, end);
    if text.grammar.by_order() && name && end >= at + 2 && listener {
        return true;
    }
    let platform = text.has(at - 1, Class::UPPER) && text.lower(at - 1).chars().count() == 1;
    let apart = platform && text.is_name_word(at) || is_own_part(text, core, at) && name;
    if apart && text.grammar.by_order() {
        return true;
    }
    if !text_head && is_surname_behind(text, core, at, end, name && listener) {
        return true;
    }
    // `w dolnej Wierzbie powiedział`: behind an adjective in another case no subject
    let naming = &text.grammar.naming;
    let described = text.grammar.gendered_verbs && naming.is_owner_adjective(text.lower(at - 1), true);
    let subject = !text.has(at - 1, Class::ROLE.or(Class::CAPITAL).or(Class::ADDRESS).or(Class::PARTICLE))
        && !(described && !text.has(at - 1, known))
        && text.has(end, Class::ANY_VERB)
        && text.has(end, Class::FINITE);
    // where every noun has a capital, the first of a phrase is the noun it turns on: `gegen die neue Steuer protestiert`
    let headless = text.grammar.capital_nouns && !(core.start..at).any(|at| text.has(at, Class::CAPITAL));
    name && (text_head || subject && !headless)
}

/// Tokens between a verb of saying and the noun of its subject.
const SUBJECT: usize = 3;

/// `sagte die Hamburgerin der Nachrichtenagentur X`: an outlet right behind somebody told to speak, where every noun has a
/// capital; whoever works for one is its own.
fn is_told(text: &Text, core: &Core, at: usize) -> bool {
    let own = |head: usize| {
        let roles = text.grammar.roles(text.lower(head));
        text.grammar.is_of_any_body(roles) || roles.iter().any(|role| text.grammar.is_calling(*role))
    };
    let head = core.head.filter(|head| head + 1 == at && text.has(*head, Class::ROLE) && !own(*head));
    let says = |head: usize| (head.saturating_sub(SUBJECT)..head).any(|at| text.has(at, Class::SAY));
    text.grammar.capital_nouns && text.has(at + 1, Class::OUTLET) && head.is_some_and(says)
}

/// `am Montag der Minister`, `in Tallinn der Ökonom Bodo Unger`: an article that may be of a subject or an owner, behind a
/// day, before a man's office and a name, or behind a capital that stands alone before somebody who is no woman.
pub(super) fn opens_subject(text: &Text, core: &Core, at: usize, end: usize) -> bool {
    if is_told(text, core, at) {
        return true;
    }
    let either = text.has(at, Class::FEMALE_CASE) && text.has(at, Class::RELATIVE);
    if !(text.grammar.capital_nouns && either) {
        return false;
    }
    let small = |at: &usize| text.is_word(*at) && !text.has(*at, Class::CAPITAL.or(Class::CLOSED));
    let noun = at + 1 + (at + 1..end).take_while(small).count();
    let man = text.has(noun, Class::ROLE) && text.has(noun, Class::MALE);
    let named = text.is_name_word(noun + 1) && text.has(noun + 2, Class::CAPITAL.or(Class::PARTICLE));
    let alone = core.start + 1 == at && core.determiner == Class::NONE && text.is_name_word(core.start);
    text.has(at - 1, Class::TIME) || man && (alone || named && !text.has(noun, Class::FEMALE))
}

/// `nannte ihn dereinst der Bote`: a small word nobody knows right before a determiner is in no phrase with it, where every
/// noun has a capital.
#[must_use]
pub(super) fn is_adverb(text: &Text, at: usize) -> bool {
    let class = text.class(at);
    let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::CAPITAL).or(Class::NUMBER);
    text.grammar.capital_nouns
        && class.any(Class::WORD)
        && !class.any(known)
        && text.has(at + 1, Class::DETERMINER)
        && !text.has(at + 1, Class::CAPITAL)
}

/// `Ana Porto, du cabinet Alta, a dit`: what ties an owner, right behind a name and its comma, tells where somebody is from;
/// a form of several does so before a capital.
#[must_use]
pub(super) fn is_tied_to_name(text: &Text, at: usize, start: usize) -> bool {
    let behind = at > start + 1 && text.is(at - 1, ',') && text.is_name_word(at - 2);
    let class = text.class(at);
    let several = class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
    behind && class.any(Class::OF) && (!several || text.is_name_word(at + 1))
}

/// Tokens of a name as it is written elsewhere.
const SPELT: usize = 6;

/// One past «Майкл Портов (Michael Porto»: how a name is written elsewhere, in brackets right behind it, in letters of another
/// script.
#[must_use]
pub(super) fn spelling(text: &Text, at: usize, end: usize) -> Option<usize> {
    let name = at.checked_sub(2).filter(|name| text.is(at - 1, '(') && text.is_name_word(*name))?;
    let latin = |at: usize| text.lower(at).chars().all(|letter| !letter.is_alphabetic() || is_latin(letter));
    let close = (at..end.min(at + SPELT)).find(|at| text.is(*at, ')'))?;
    (!latin(name) && (at..close).all(latin)).then_some(close)
}

/// True for a Latin letter.
fn is_latin(letter: char) -> bool {
    letter <= '\u{24F}'
}
