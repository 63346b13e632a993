//! From the tokens of a noun phrase to what it is.

use std::ops::Range;

use super::name::{self, Named};
use super::noun::{Core, Noun, Sort, pronoun};
use super::owned::{is_of_thing, is_whose};
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// `everyone said`, `“…”, say some`: a pronoun for nobody the text names at the head of its clause before a verb, or right
/// behind one of saying.
#[must_use]
pub(super) fn anybody(text: &Text, at: usize, end: usize) -> Option<Noun> {
    let number = *text.grammar.naming.anybody.get(text.lower(at))?;
    let small = Class::SELF.or(Class::OBJECT).or(Class::NOT).or(Class::ASIDE);
    let verb = (at + 1..end.min(at + 1 + BEFORE_VERB)).find(|at| !text.has(*at, small));
    let led =
        verb.is_some_and(|at| text.has(at, Class::ANY_VERB) && !text.has(at, Class::NOUN.or(Class::CAPITAL)));
    let before = at.checked_sub(1);
    let has = |class: Class| before.is_some_and(|before| text.has(before, class));
    let tied =
        has(Class::ANY_VERB.or(Class::DETERMINER).or(Class::PREPOSITION).or(Class::OF).or(Class::SUBJECT));
    let told = has(Class::CUE) && has(Class::FINITE) && !text.is_word(at + 1);
    (led && !tied || told).then(|| Noun { sort: Sort::Open, ..pronoun(at, Class::SUBJECT.or(number)) })
}

/// Small words between such a pronoun and its verb.
const BEFORE_VERB: usize = 3;

/// The noun phrase of the tokens from `at` that `core` outlines.
#[must_use]
pub(super) fn noun(text: &Text, at: usize, core: &Core) -> Noun {
    // `Lenta.ru`: the address of an outlet
    let site = text.is(core.end, '.')
        && text.touches(core.end)
        && text.is_word(core.end + 1)
        && text.touches(core.end + 1);
    if site {
        return outlet(at, core);
    }
    let opened = opened_by_unknown(text, core);
    let led = led_by_unknown(text, core);
    let unnamed = opened.is_some();
    let core = opened.as_ref().or(led.as_ref()).unwrap_or(core);
    let named =
        name::within(text, core).filter(|_| !unnamed).filter(|named| !is_letter_alone(text, &named.range));
    let named = named.map(|named| without_place(text, &named));
    let other = |named: &Named| is_of_inner(text, core, named) || is_of_thing(text, core, &named.range);
    let named = named.filter(|named| !other(named));
    let head = core.head.unwrap_or_else(|| lead(text, core, named.as_ref()));
    let title = named.as_ref().and_then(|named| title_of(text, core, named)).unwrap_or(Class::NONE);
    let class = formed(gendered(text, core, text.class(head)), core.form);
    let class = formed(class, title.intersection(Class::GENDER));
    let sort = sort(text, core, named.as_ref(), class);
    let name = named.map(|named| named.range);
    let role = at..name.as_ref().map_or(core.end, |name| name.start.max(at));
    // `the ministers Ana Costa and Rita Porto`: what the two are stands before the first
    let second = name.is_some() && role.end > at && text.has(role.end - 1, Class::COORDINATE);
    let role = if second && text.grammar.by_order() { role.end..role.end } else { role };
    let owner = core.owner.filter(|start| *start < role.end).map(|start| start..role.end);
    let oblique = is_oblique(text, core, head, name.as_ref());
    let first = class.any(Class::FIRST_CASE) && !class.any(Class::OTHER_CASE);
    Noun {
        tokens: at..core.end,
        head,
        name,
        role,
        owner,
        sort,
        class,
        determiner: core.determiner,
        may_be_subject: !oblique,
        first_case: first && !oblique,
    }
}

/// The classes of the title of courtesy right before a name: «пан Портов».
fn title_of(text: &Text, core: &Core, named: &Named) -> Option<Class> {
    let title = named.range.start.checked_sub(1).filter(|at| *at >= core.start)?;
    text.has(title, Class::ADDRESS).then(|| text.class(title))
}

/// `the car of the minister Ana Porto`: the name is of whoever a noun nobody knows belongs to.
fn is_of_inner(text: &Text, core: &Core, named: &Named) -> bool {
    let Some(before) = named.range.start.checked_sub(1) else { return false };
    let inner = core.owner.is_some_and(|owner| owner < before);
    let known = Class::CAPITAL.or(Class::PARTICLE).or(Class::CLOSED);
    text.grammar.by_order()
        && core.head.is_none()
        && inner
        && text.is_word(before)
        && !text.has(before, known)
}

/// `a driver of line B`: one letter is nobody's name.
fn is_letter_alone(text: &Text, name: &Range<usize>) -> bool {
    text.grammar.by_order()
        && name.len() == 1
        && text.lower(name.start).trim_end_matches('.').chars().nth(1).is_none()
}

/// «України Анна Портова»: a full name without the country before it.
fn without_place(text: &Text, named: &Named) -> Named {
    let Range { start, end } = named.range.clone();
    let place = text.has(start, Class::PLACE) && !text.has(start, Class::FIRST_NAME) && end > start + 2;
    let led = text.grammar.cases && named.sort == Sort::Person && place;
    Named { range: start + usize::from(led)..end, sort: named.sort }
}

/// «бухгалтер завода Анна Портова»: a noun nobody knows, what it belongs to in another case, and a name: the phrase turns
/// on neither of the latter.
fn led_by_unknown(text: &Text, core: &Core) -> Option<Core> {
    let head = core.head.filter(|head| *head > core.start && text.grammar.owner_behind)?;
    let class = text.class(head);
    // a form of several may be the owner's, too
    let owner = class.any(Class::OTHER_CASE)
        && (!class.any(Class::FIRST_CASE) || class.any(Class::PLURAL))
        && class.any(Class::BODY.or(Class::OUTLET).or(Class::DOCUMENT).or(Class::TITLED).or(Class::OPEN));
    let before = head - 1;
    let lead = owner
        && !text.grammar.is_oblique(text.lower(before))
        && !text.has(before, Class::CLOSED.or(Class::NUMBER));
    let start = (head + 1..core.end).find(|at| text.is_name_word(*at))?;
    let named = core.end - start > 1 && (start..core.end).all(|at| text.is_name_word(at));
    (lead && named).then_some(Core { head: None, owner: None, ..*core })
}

/// «Гардеробщица Нового театра»: the same at the head of a sentence, where only its case tells that no name begins.
fn opened_by_unknown(text: &Text, core: &Core) -> Option<Core> {
    let (start, head) = (core.start, core.head.filter(|head| *head > core.start)?);
    let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::FIRST_NAME).or(Class::PLACE);
    let class = text.class(head);
    let owner = class.any(Class::OTHER_CASE) && !class.any(Class::FIRST_CASE.or(Class::ROLE));
    let oblique = |at: usize| text.grammar.is_oblique(text.lower(at));
    let lead = text.has(start, Class::OPENS) && !text.has(start, known) && !oblique(start);
    let whole = head + 1 == core.end && (start + 1..head).all(oblique) && text.grammar.gendered_verbs;
    (owner && lead && whole).then_some(Core { head: None, owner: None, ..*core })
}

/// The classes of a noun for people of either gender, told by its article where every noun has a capital.
fn gendered(text: &Text, core: &Core, class: Class) -> Class {
    if !(text.grammar.capital_nouns && class.any(Class::MALE) && class.any(Class::FEMALE)) {
        return class;
    }
    let owner = core.determiner.any(Class::OWNER);
    match (core.determiner.any(Class::THE), core.determiner.any(Class::FEMALE_CASE) && !owner) {
        (true, false) => class.without(Class::MALE),
        (false, true) => class.without(Class::FEMALE),
        _ => class,
    }
}

/// The class of a noun with what its determiner tells of gender and number, where the noun leaves it open.
fn formed(class: Class, form: Class) -> Class {
    let told = form.intersection(Class::GENDER);
    let class = if told == Class::NONE { class } else { class.without(Class::GENDER).or(told) };
    match (form.any(Class::SINGULAR), form.any(Class::PLURAL)) {
        (true, false) => class.without(Class::PLURAL).or(Class::SINGULAR),
        (false, true) => class.without(Class::SINGULAR).or(Class::PLURAL),
        _ => class,
    }
}

/// An outlet known by its address on the web.
fn outlet(at: usize, core: &Core) -> Noun {
    let end = core.end + 2;
    Noun {
        tokens: at..end,
        head: core.start,
        name: None,
        role: at..at,
        owner: None,
        sort: Sort::Outlet,
        class: Class::OUTLET.or(Class::UPPER),
        determiner: core.determiner,
        may_be_subject: true,
        first_case: true,
    }
}

/// The word a phrase without a known noun turns on.
fn lead(text: &Text, core: &Core, named: Option<&Named>) -> usize {
    let capital = || (core.start..core.end).find(|at| text.has(*at, Class::CAPITAL));
    named.map(|named| named.range.start).or_else(capital).unwrap_or(core.start)
}

fn sort(text: &Text, core: &Core, named: Option<&Named>, class: Class) -> Sort {
    let known = core.head.is_some();
    match named {
        _ if known && class.any(Class::OPEN) && !class.any(Class::ROLE) && named.is_none() => Sort::Open,
        // `a defesa de Ana Porto`: a noun for a body, too, and whose it is
        Some(_) if known && class.any(Class::BODY) && core.owner.is_some() && !is_of_man(text, class) => {
            Sort::Body
        }
        Some(_) if known && class.any(Class::ROLE.or(Class::OPEN)) => Sort::Person,
        // `a crítica Rita Porto`: what she is, in a word for what is said, too
        Some(named) if known && speaks_so(text, core, &named.range, class) => Sort::Person,
        _ if known && class.any(Class::OUTLET) => Sort::Outlet,
        _ if known && class.any(Class::BODY) && !is_of_man(text, class) => Sort::Body,
        _ if known && class.any(Class::DOCUMENT) => Sort::Document,
        _ if known && class.any(Class::UTTERANCE) => Sort::Utterance,
        _ if known && class.any(Class::ROLE) => Sort::Role,
        Some(named) if !known => named.sort,
        None if !known => {
            let country = (core.start..core.end).all(|at| {
                text.has(at, Class::CAPITAL.or(Class::OF).or(Class::PARTICLE).or(Class::DETERMINER))
            });
            if country && !text.grammar.capital_nouns { Sort::Body } else { Sort::Thing }
        }
        _ => Sort::Thing,
    }
}

/// A noun for something said right before a full name.
fn speaks_so(text: &Text, core: &Core, name: &Range<usize>, class: Class) -> bool {
    let beside = core.head.is_some_and(|head| head + 1 == name.start) && name.len() > 1;
    let given =
        text.has(name.start, Class::FIRST_NAME) && text.has(name.start, class.intersection(Class::GENDER));
    text.grammar.by_order()
        && beside
        && given
        && class.any(Class::UTTERANCE)
        && core.determiner.any(Class::THE)
}

/// `el defensa` beside `la defensa`: a noun for somebody behind a man's article, which is a body's behind a woman's.
fn is_of_man(text: &Text, class: Class) -> bool {
    let man = class.any(Class::MALE) && !class.any(Class::FEMALE);
    text.grammar.by_order() && man && class.any(Class::ROLE)
}

fn is_oblique(text: &Text, core: &Core, head: usize, name: Option<&Range<usize>>) -> bool {
    let grammar = text.grammar;
    let class = text.class(head);
    if core.determiner.any(Class::CASE)
        && !core.determiner.any(Class::ONE.or(Class::THE).or(Class::FEMALE_CASE))
    {
        return true;
    }
    let feminine = class.any(Class::FEMALE) && !class.any(Class::MALE)
        || !class.any(Class::MALE) && grammar.is_feminine(text.lower(head))
        || class.any(Class::OUTLET);
    if core.determiner.any(Class::FEMALE_CASE)
        && feminine
        && core.determiner.intersection(Class::THE.or(Class::ONE).or(Class::OWNER)) == Class::NONE
    {
        return true;
    }
    let suffixed = |at: usize| text.has(at, Class::OTHER_CASE) && !text.has(at, Class::FIRST_CASE);
    if grammar.apostrophe {
        let small = |at: usize| {
            !text.has(at, Class::CAPITAL.or(Class::FIRST_CASE)) && grammar.is_oblique(text.lower(at))
        };
        return suffixed(core.end - 1) || small(core.end - 1);
    }
    if !grammar.cases {
        return false;
    }
    if core.head.is_some() {
        let mut adjectives = core.start..head;
        let named = name.is_some_and(|name| text.has(name.start, Class::FIRST_NAME) && suffixed(name.start));
        return suffixed(head)
            || text.has(head, Class::OTHER_CASE)
                && (named || adjectives.any(|at| grammar.is_oblique(text.lower(at))));
    }
    name.is_some_and(|name| {
        text.is_oblique_name(name.clone())
            || is_behind_other_case(text, core, name)
            || is_whose(text, core, name)
    })
}

/// «сказал пану Портову», `panu Porto`: a title of courtesy in another case.
fn is_behind_other_case(text: &Text, core: &Core, name: &Range<usize>) -> bool {
    let title = name.start.checked_sub(1).filter(|at| *at >= core.start);
    let class = title.map_or(Class::NONE, |at| text.class(at));
    class.any(Class::ADDRESS)
        && class.any(Class::OTHER_CASE)
        && !(class.any(Class::MALE) && class.any(Class::FEMALE))
}

/// `dalla platea qualcuno grida`: somebody who stands behind a noun, where order tells subjects, and is no part of its phrase.
#[must_use]
pub(super) fn is_anybody(text: &Text, at: usize) -> bool {
    text.grammar.by_order() && anybody(text, at, text.stream().sentence_of(at).end).is_some()
}
