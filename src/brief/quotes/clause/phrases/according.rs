//! `according to X`, `in his words`, `in whose opinion`, `in the minister's own words`.

use std::ops::Range;

use super::apposition;
use super::noun::{Noun, Sort, pronoun};
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, Grammar};

/// A phrase that tells who says so: its tokens, and who it is unless it refers to whoever stands near it.
pub(super) type Accord = (Range<usize>, Option<Noun>);

/// The phrase that tells who says so, where one begins at the token `at` of the sentence from `start` on.
#[must_use]
pub(super) fn read(text: &Text, at: usize, end: usize, start: usize) -> Option<Accord> {
    let class = text.class(at);
    // `Ona göre`
    if class.any(Class::OBJECT) && text.has(at + 1, Class::BEHIND) {
        // a first name may look like it, of whatever gender
        let class = class.without(Class::GENDER.or(Class::FIRST_NAME));
        return Some((at..at + 2, Some(pronoun(at, class))));
    }
    let lower = |offset: usize| text.lower(at + offset);
    let length = Grammar::phrase(&text.grammar.according_relative, lower);
    if length > 0 {
        let behind_comma = at > start && (text.is(at - 1, ',') || text.is(at - 1, ';'));
        // a phrase without a relative pronoun refers to whoever the clause is about
        let own = !(at..at + length).any(|at| text.has(at, Class::RELATIVE));
        if (behind_comma || own) && !is_whose_view(text, at, length, end) {
            return Some((at..at + length, None));
        }
    }
    let phrase = Grammar::phrase(&text.grammar.according, lower) > 0;
    if class.any(Class::ACCORD_FIRST) && opens(text, at, start) && !phrase {
        return first(text, at, end);
    }
    if class.any(Class::OWNER) && class.any(Class::GENDER.or(Class::PLURAL)) {
        // `her opinion being`
        let length = Grammar::phrase(&text.grammar.according, |offset| text.lower(at + 1 + offset));
        let noun = pronoun(at, class);
        return (length > 0).then_some((at..at + 1 + length, Some(noun)));
    }
    if !class.any(Class::ACCORD_OPENS) {
        return None;
    }
    if let Some(accord) = his(text, at) {
        return Some(accord);
    }
    let length = match Grammar::phrase(&text.grammar.according, lower) {
        0 => described(text, at),
        length => length,
    };
    if length == 0 {
        return None;
    }
    let noun = apposition::read(text, at + length, end, false)?;
    if text.has(at + length, Class::ANY_VERB)
        && !text.is_name_word(at + length)
        && !text.has(at + length, Class::NOUN)
    {
        return None;
    }
    Some((at..noun.tokens.end, Some(noun)))
}

/// `której zdaniem krytyków „…”`: the last word of the phrase, whose relative pronoun stands first, has its own owner behind it,
/// in another case; the pronoun belongs elsewhere.
fn is_whose_view(text: &Text, at: usize, length: usize, end: usize) -> bool {
    let last = at + length - 1;
    let led = text.has(at, Class::RELATIVE) && text.has(last, Class::ACCORD_OPENS) && length > 1;
    let owner = || apposition::read(text, last + 1, end, false);
    led && text.grammar.cases && owner().is_some_and(|noun| !noun.may_be_subject)
}

/// «по предварительным оценкам»: how long the phrase is with an adjective in it, where nouns have cases.
fn described(text: &Text, at: usize) -> usize {
    let known = Class::CLOSED.or(Class::NOUN).or(Class::CAPITAL).or(Class::ANY_VERB);
    let adjective = text.grammar.is_oblique(text.lower(at + 1)) && !text.has(at + 1, known);
    let lower = |offset: usize| text.lower(at + offset + usize::from(offset > 0));
    let length = Grammar::phrase(&text.grammar.according, lower);
    let fits = length > 1 && adjective && text.grammar.gendered_verbs;
    if fits { length + 1 } else { 0 }
}

/// True at the head of a sentence, and behind a conjunction there: `But for X, …`.
fn opens(text: &Text, at: usize, start: usize) -> bool {
    let but = text.grammar.by_order() && at == start + 1 && text.has(start, Class::COORDINATE);
    text.has(at, Class::OPENS) && at == start || but
}

/// `For X, …`
fn first(text: &Text, at: usize, end: usize) -> Option<Accord> {
    let by_order = text.grammar.by_order();
    let noun = apposition::read(text, at + 1, end, false)?;
    // `Para Ana Porto, bióloga de la Universidad que no participó,`: what she is goes on
    let apposed = by_order && noun.name.as_ref().is_some_and(|name| name.len() > 1 && text.is(name.end, ','));
    let comma = text.is(noun.tokens.end, ',') || apposed;
    // `Per il giudice X le prove sono`: another noun phrase behind the name
    let another = by_order && text.has(noun.tokens.end, Class::THE);
    // `Para Ana Porto só faz sentido`: a verb without a subject of its own
    let verb = (noun.tokens.end..end)
        .find(|at| !text.has(*at, Class::ASIDE.or(Class::NOT).or(Class::SELF).or(Class::OBJECT)))
        .is_some_and(|at| text.has(at, Class::ANY_VERB) && text.has(at, Class::FINITE));
    let full = noun.name.as_ref().is_some_and(|name| name.len() > 1);
    // `Für den Verein ist das …`
    let copula = text.grammar.capital_nouns && text.has(noun.tokens.end, Class::HELPER);
    let closed = comma || text.is_quote(noun.tokens.end) || another || by_order && full && verb || copula;
    let rated = another && is_rated(text, noun.tokens.end, end);
    let others = matches!(noun.sort, Sort::Role | Sort::Body | Sort::Capital | Sort::Pronoun)
        || by_order && noun.sort == Sort::Open;
    let somebody = noun.sort == Sort::Person || (comma && by_order || copula || rated) && others;
    (somebody && closed).then_some((at..noun.tokens.end, Some(noun)))
}

/// Tokens of what is judged and of its verb before the words that judge it.
const JUDGED: usize = 7;

/// `Per il sindaco la festa è «…»`: a noun phrase, an auxiliary and words in marks.
fn is_rated(text: &Text, at: usize, end: usize) -> bool {
    let near = at..end.min(at + JUDGED);
    let verb = near.clone().find(|at| text.has(*at, Class::ANY_VERB) && text.has(*at, Class::FINITE));
    verb.is_some_and(|verb| text.has(verb, Class::HELPER) && (verb + 1..near.end).any(|at| text.is_quote(at)))
}

/// `in his words`: the phrase with whose they are before its last word.
fn his(text: &Text, at: usize) -> Option<Accord> {
    let owner = (at + 1..at + 3).find(|at| {
        let class = text.class(*at);
        class.any(Class::OWNER) && class.any(Class::GENDER.or(Class::PLURAL))
    })?;
    let lower = |offset: usize| text.lower(if at + offset < owner { at + offset } else { at + offset + 1 });
    let length = Grammar::phrase(&text.grammar.according, lower);
    // the phrase goes on behind the owner
    if length == 0 || at + length <= owner {
        return None;
    }
    let noun = pronoun(owner, text.class(owner));
    Some((at..at + length + 1, Some(noun)))
}

/// `dopo un colloquio con …`: an adverb that is a preposition by itself, before a thing with an article and no verb.
pub(super) fn governs(text: &Text, adverb: usize, noun: &Noun) -> bool {
    let verb = Class::ANY_VERB.or(Class::HELPER).or(Class::SELF).or(Class::OBJECT).or(Class::NOT);
    let article = noun.determiner.any(Class::ONE.or(Class::THE));
    let alone = noun.sort == Sort::Thing && article && !text.has(noun.tokens.end, verb);
    alone && text.grammar.naming.governing_adverbs.contains(text.lower(adverb))
}
