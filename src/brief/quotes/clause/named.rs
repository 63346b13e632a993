//! Marked words that are the name of what stands beside them: a so-called thing, a work, somebody's nickname.

use super::frames::{Frame, Source};
use super::outlets::is_dated;
use super::people::is_plural_only;
use super::phrases::{Noun, Sort, Text};
use super::stand::Stand;
use super::words::Class;
use crate::brief::quotes::rule::Rule;
use crate::languages::{ByLanguage, Language, section};
use crate::text::{FastSet, lower};

/// Tokens between a verb that gives a name and the name.
const OBJECT: usize = 5;

/// Tokens between a noun for a work and the comma before its title.
const DATED: usize = 3;

/// Tokens of an apposition in which a noun for a work stands.
const APPOSED: usize = 5;

/// Tokens between a denial and the noun for a word that stands in the owner's case beside it: `there is no word “…”`.
const DENIED: usize = 6;

/// Verbs that give somebody or something a name, in all forms.
static NICKNAMES: ByLanguage<FastSet<String>> = ByLanguage::new(nicknames);

fn nicknames(language: Language) -> FastSet<String> {
    language.words(section::NICKNAMES).map(std::borrow::Cow::into_owned).collect()
}

/// Verbs that people are called by, in the forms of what is done again and again.
static BYNAMES: ByLanguage<FastSet<String>> = ByLanguage::new(bynames);

fn bynames(language: Language) -> FastSet<String> {
    language.words(section::BYNAME_VERB).map(std::borrow::Cow::into_owned).collect()
}

/// Nouns for a word.
static WORDS: ByLanguage<FastSet<String>> = ByLanguage::new(nouns_for_words);

fn nouns_for_words(language: Language) -> FastSet<String> {
    language.words(section::NOUNS_FOR_WORDS).map(std::borrow::Cow::into_owned).collect()
}

/// `the word “…”` where nobody is told to choose it.
#[must_use]
pub(super) fn is_word(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let somebody = |frame: &Frame| match &frame.source {
        Source::Noun(noun) => noun.can_speak(),
        Source::Silent(class, _) => class.any(Class::CUE) && frame.rule == Rule::Before,
        Source::Document(..) => true,
    };
    let noun = stand.token.checked_sub(1).filter(|at| *at >= stand.start);
    // `Wörter wie „…“`
    let nouns = text.grammar.capital_nouns;
    let like = |at: usize| nouns && text.has(at, Class::SUBORDINATE) && at > stand.start;
    let noun = noun.map(|at| before_others(text, stand, at)).map(|at| if like(at) { at - 1 } else { at });
    let words = WORDS.of(text.document.language);
    let denied = |at: usize| {
        let near = stand.start.max(at.saturating_sub(DENIED))..stand.end.min(at + DENIED);
        words.contains(&format!("{}=n", text.lower(at)))
            && near.into_iter().any(|at| text.has(at, Class::NOT))
    };
    let known = noun.is_some_and(|at| words.contains(text.lower(at)) || denied(at));
    known && !frame.is_some_and(|frame| frame.rule != Rule::Noun && somebody(frame))
}

/// The token before the first of several words in marks that small words join, where every noun has a capital.
fn before_others(text: &Text, stand: &Stand, before: usize) -> usize {
    let mut at = before;
    let joins = |at: usize| text.has(at, Class::COORDINATE) || text.is(at, ',');
    while text.grammar.capital_nouns && at > stand.start + 1 && joins(at) && text.is_quote(at - 1) {
        at -= 2;
    }
    at
}

/// `Die „…“ besteht aus`: where every noun has a capital, words behind an article that are the subject of a verb.
#[must_use]
pub(super) fn is_subject(text: &Text, stand: &Stand) -> bool {
    let next = stand.token + 1;
    let determined = stand.token == stand.start + 1 && text.has(stand.start, Class::THE);
    let verb =
        text.has(next, Class::ANY_VERB) && text.has(next, Class::FINITE) && !text.has(next, Class::HELPER);
    text.grammar.capital_nouns && determined && next < stand.end && verb
}

/// `„…“ heißt der Roman`: words at the head of a sentence and the verb that tells whose name they are.
fn is_called(text: &Text, stand: &Stand) -> bool {
    let next = stand.token + 1;
    let subject = text.has(next + 1, Class::THE.or(Class::ONE).or(Class::OWNER).or(Class::FEMALE_CASE));
    let is_called = |at: usize| at < stand.end && text.grammar.naming.is_called.contains(text.lower(at));
    // «„…“ — так называется роман»
    let so = text.is_dash(next) && text.has(next + 1, Class::ASIDE) && is_called(next + 2);
    stand.token == stand.start && (is_called(next) && subject || so)
}

/// `the fishermen nicknamed it “…”`: a verb that gives a name before the words in their clause, with what it names between,
/// or a byname ([`is_byname`]).
#[must_use]
pub(super) fn is_nicknamed(text: &Text, stand: &Stand) -> bool {
    if is_byname(text, stand) {
        return true;
    }
    let known = NICKNAMES.of(text.document.language);
    let gives = |at: &usize| known.contains(text.lower(*at));
    if text.grammar.last_verb {
        let behind = (stand.token + 1..stand.end).take(OBJECT).take_while(|at| text.is_word(*at));
        return behind.into_iter().any(|at| gives(&at));
    }
    let before = (stand.start..stand.token).rev().take(OBJECT).take_while(|at| text.is_word(*at));
    let other = |at: &usize| text.has(*at, Class::SAY) && text.has(*at, Class::FINITE);
    before.into_iter().take_while(|at| gives(at) || !other(at)).any(|at| gives(&at))
}

/// `“…”, her first novel`: an apposition behind the words tells what their name is.
#[must_use]
pub(super) fn is_titled_behind(text: &Text, stand: &Stand) -> bool {
    let first = stand.token + 2;
    let opens = text.is(stand.token + 1, ',')
        && first < stand.end
        && text.has(first, Class::THE.or(Class::ONE).or(Class::CASE).or(Class::OWNER));
    let apposed = (first + 1..stand.end).take(APPOSED).take_while(|at| text.is_word(*at));
    let verb = |at: &usize| text.has(*at, Class::ANY_VERB) && text.has(*at, Class::FINITE);
    opens && apposed.into_iter().take_while(|at| !verb(at)).any(|at| text.has(at, Class::TITLED))
}

/// `In his memoirs, “A Place by the Window”, X …`, `in a cookbook of 1911, “…”, it stands`: the title between two commas.
fn is_apposed(text: &Text, stand: &Stand) -> bool {
    let within =
        stand.token > stand.start + 1 && text.is(stand.token - 1, ',') && text.is(stand.token + 1, ',');
    let work = Class::TITLED.or(Class::OUTLET).or(Class::DOCUMENT);
    let mut before = (stand.start..stand.token.saturating_sub(1)).rev();
    let near = usize::from(text.grammar.by_order());
    let led = before.clone().take(near).any(|at| text.has(at, work));
    let number = |at: usize| text.lower(at).starts_with(|c: char| c.is_ascii_digit());
    // `the essay by X, “…”,`
    let name = |at: usize| text.grammar.by_order() && text.has(at, Class::CAPITAL.or(Class::PARTICLE));
    let small = |at: &usize| {
        name(*at)
            || number(*at)
            || text.has(*at, Class::TIME.or(Class::NUMBER).or(Class::PREPOSITION).or(Class::OF))
    };
    let dated = before
        .by_ref()
        .take(DATED + usize::from(text.grammar.by_order()))
        .find(|at| !small(at) && text.is_word(*at));
    within && (led || dated.is_some_and(|at| text.has(at, Class::TITLED)))
}

/// Tokens of a relative clause before words in marks.
const CLAUSE: usize = 12;

/// `X, who made it her “trademark”, left`: a few small words behind a possessive that no verb beside them brings.
#[must_use]
pub(super) fn is_possessed(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let behind = frame.is_some_and(|frame| matches!(frame.rule, Rule::Inverted | Rule::After | Rule::Later));
    let before = stand.token.checked_sub(1).filter(|at| *at > stand.start);
    let small = text.marked_at(stand.token).is_some_and(|marked| {
        marked.starts_with(char::is_lowercase) && marked.split_whitespace().count() <= OBJECT
    });
    let relative = (stand.start..stand.token).rev().take(CLAUSE).any(|at| text.has(at, Class::RELATIVE));
    let owned = before.is_some_and(|at| text.has(at, Class::OWNER));
    text.grammar.by_order() && behind && small && owned && relative
}

/// True behind “so-called”, “known as”; not where somebody, by `frame`, calls it so.
fn is_named(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    // `“…” diye anılıyor`
    let behind = stand.token
        + 1
        + usize::from(
            text.has(stand.token + 1, Class::QUOTED_BY) && !text.has(stand.token + 1, Class::ANY_VERB),
        );
    let given = text.has(behind, Class::SO_CALLED) || text.has(stand.token + 1, Class::SO_CALLED);
    if text.grammar.last_verb && given {
        return true;
    }
    let floor = stand.start.max(stand.token.saturating_sub(4));
    let before = (floor..stand.token).rev().find(|at| {
        !text.has(*at, Class::DETERMINER.or(Class::PREPOSITION).or(Class::ASIDE).or(Class::SUBORDINATE))
            || text.has(*at, Class::SO_CALLED)
    });
    before.is_some_and(|at| {
        let said = text.has(at, Class::PARTICIPLE) && text.has(at, Class::FINITE);
        let called = text.has(at, Class::CALL) && text.has(at, Class::FINITE) && is_by_one(text, frame);
        text.has(at, Class::SO_CALLED) && !said && !called
    })
}

/// Most words of a byname with its article.
const BYNAME: usize = 3;

/// `her pupils call her “the general”`: a byname with its article, behind a pronoun for whoever has it and a verb that
/// others call somebody by.
fn is_byname(text: &Text, stand: &Stand) -> bool {
    let calls = BYNAMES.of(text.document.language);
    let verb = |at: usize| at >= stand.start && calls.contains(text.lower(at));
    let whom = |at: usize| at >= stand.start && text.has(at, Class::OBJECT);
    let (Some(beside), Some(outer)) = (stand.token.checked_sub(1), stand.token.checked_sub(2)) else {
        return false;
    };
    let (called, kind) = if text.grammar.capital_nouns {
        // `sie nennen ihn „den Alten“`
        (whom(beside) && verb(outer), Class::DETERMINER)
    } else {
        (text.grammar.by_order() && verb(beside) && whom(outer), Class::THE)
    };
    let marked = text.marked_at(stand.token).unwrap_or_default();
    let first = marked.split_whitespace().next().unwrap_or_default();
    let article = text.grammar.class(&lower(first)).any(kind);
    called && article && marked.split_whitespace().count() <= BYNAME
}

/// Most words of a name or a title.
pub(super) const TITLE: usize = 9;

/// The same where a participle gives it right before: `the report titled “…”`.
const NAME_GIVEN: usize = 16;

/// True for the name of what stands beside the words, of `count` words, `few` of them.
#[must_use]
pub(super) fn is_given(text: &Text, stand: &Stand, frame: Option<&Frame>, count: usize, few: bool) -> bool {
    let said = stand.token.checked_sub(1).is_none_or(|at| text.has(at, Class::SAY));
    let most = if said { TITLE } else { NAME_GIVEN };
    is_named(text, stand, frame) && count <= most || few && (is_called(text, stand) || is_dated(text, stand))
}

/// `the deficit, which the minister calls “…”`: one person judges.
fn is_by_one(text: &Text, frame: Option<&Frame>) -> bool {
    let one = |noun: &Noun| noun.is_human() && noun.sort != Sort::Open && !is_plural_only(noun);
    let by = frame.filter(|frame| !frame.reflexive && text.grammar.by_order());
    by.is_some_and(|frame| matches!(&frame.source, Source::Noun(noun) if one(noun)))
}

/// True right behind the noun whose name the words are.
#[must_use]
pub(super) fn titled(text: &Text, stand: &Stand) -> bool {
    let apposed = is_apposed(text, stand);
    // a noun before its title is in the first case: `programında “…” dedi`
    let oblique = text.grammar.last_verb
        && stand.token > stand.start
        && text.has(stand.token - 1, Class::OTHER_CASE)
        && !text.has(stand.token - 1, Class::FIRST_CASE);
    apposed
        || !oblique
            && stand.token > stand.start
            && text.has(stand.token - 1, Class::TITLED.or(Class::OUTLET))
            && !text.has(stand.token - 1, Class::UTTERANCE)
}

/// Words between a conjunction and the predicate of its clause.
const SUBJECT: usize = 3;

/// What a predicate has of its subject.
const AGREEMENT: Class = Class::GENDER.or(Class::PLURAL);

/// «сказал, что команда „опустошена“»: one word with the ending of a predicate that agrees with the noun before it, behind
/// the subject of the clause that a verb of saying brings, where no verb stands between the two nor behind the words.
#[must_use]
pub(super) fn is_predicate(text: &Text, stand: &Stand) -> bool {
    let marked = text.marked_at(stand.token).unwrap_or_default().to_lowercase();
    let Some(gender) = text.grammar.naming.predicate_gender(&marked) else { return false };
    let floor = stand.start.max(stand.token.saturating_sub(SUBJECT + 1));
    let small = |at: &usize| {
        text.is_word(*at) && !text.has(*at, Class::THAT.or(Class::ANY_VERB).or(Class::PREPOSITION))
    };
    let that = (floor..stand.token).rev().find(|at| !small(at));
    let led = that.is_some_and(|at| text.has(at, Class::THAT) && at + 1 < stand.token);
    let subject = stand.token.checked_sub(1).map_or(Class::NONE, |at| text.class(at));
    let own = subject.intersection(AGREEMENT);
    let agrees = own == Class::NONE || own.any(gender);
    let named = subject.any(Class::TITLED.or(Class::OUTLET)) && !subject.any(Class::BODY);
    led && agrees && !named && !text.has(stand.token + 1, Class::CAPITAL.or(Class::FINITE))
}

/// `dass die Gruppe „sehr erfreut“ sei`: small words before an auxiliary that ends their clause, where every noun has a
/// capital, are no name of the noun before them.
#[must_use]
pub(super) fn is_small_predicate(text: &Text, stand: &Stand, capital: bool) -> bool {
    text.grammar.capital_nouns && !capital && text.has(stand.token + 1, Class::HELPER)
}
