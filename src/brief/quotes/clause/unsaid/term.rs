//! Words in marks that only name something in what the writer tells, where order tells subjects: one of several in a list,
//! what a clause is about, the subject of a verb, what somebody is called who spoke the words before.

use crate::brief::quotes::clause::frames::Frame;
use crate::brief::quotes::clause::phrases::Text;
use crate::brief::quotes::clause::stand::Stand;
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Most words of such a name.
const NAME: usize = 3;

/// The same in a list.
const ITEM: usize = 2;

/// Tokens behind the words in which the verb of saying stands.
const NEAR: usize = 12;

/// Tokens between that verb and the conjunction that brings what is said.
const BROUGHT: usize = 2;

/// True for a name of something.
#[must_use]
pub(crate) fn is_term(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let marked = text.marked_at(stand.token).unwrap_or_default();
    let closed = marked.ends_with(['.', '!', '?', '…', ',']);
    let count = marked.split_whitespace().count();
    if !text.grammar.by_order() || closed || stand.token == stand.start {
        return false;
    }
    count <= ITEM && is_listed(text, stand)
        || count == 1 && acts(text, stand)
        || count <= ITEM && ends_statement(text, stand, frame)
        || count <= NAME && (is_what_of(text, stand, frame) || calls_speaker(text, stand))
}

/// `thefts, “lifting” and murders`: among nouns without marks.
fn is_listed(text: &Text, stand: &Stand) -> bool {
    let noun = |at: usize| {
        let other = Class::CLOSED.or(Class::ANY_VERB).or(Class::DETERMINER);
        text.is_word(at) && !text.has(at, other)
    };
    let (before, behind) = (stand.token - 1, stand.token + 1);
    before > stand.start
        && text.is(before, ',')
        && noun(before - 1)
        && behind + 1 < stand.end
        && text.has(behind, Class::COORDINATE)
        && noun(behind + 1)
}

/// `the “bombs” are`: one word with its article right before its verb.
fn acts(text: &Text, stand: &Stand) -> bool {
    let next = stand.token + 1;
    let verb = text.has(next, Class::ANY_VERB) && text.has(next, Class::FINITE);
    text.has(stand.token - 1, Class::THE) && next < stand.end && verb && !text.has(next, Class::NOUN)
}

/// `The money will go to the “roofless”, announced X`: few small words with their article at the end of what X says.
fn ends_statement(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let told = frame.is_some_and(|frame| matches!(frame.rule, Rule::After | Rule::Inverted));
    let small = text.marked_at(stand.token).is_some_and(|marked| marked.starts_with(char::is_lowercase));
    let verb = |at: usize| text.has(at, Class::ANY_VERB) && text.has(at, Class::FINITE);
    let parted = text.is(stand.token + 1, ',');
    told && small && parted && text.has(stand.token - 1, Class::THE) && (stand.start..stand.token).any(verb)
}

/// `About the “Lima affair”, X explained that …`: behind a preposition, where the verb behind brings words of its own.
fn is_what_of(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let behind = frame.is_some_and(|frame| matches!(frame.rule, Rule::After | Rule::Inverted | Rule::Later));
    let article = usize::from(text.has(stand.token - 1, Class::THE) && stand.token > stand.start + 1);
    let led = text.has(stand.token - 1 - article, Class::PREPOSITION.or(Class::OF));
    let near = stand.token + 1..stand.end.min(stand.token + NEAR);
    let says = |at: &usize| text.has(*at, Class::SAY) && text.has(*at, Class::FINITE);
    let verb = near.clone().find(says);
    let that = verb.is_some_and(|verb| {
        (verb + 1..=verb + BROUGHT).any(|at| near.contains(&at) && text.has(at, Class::THAT))
    });
    behind && led && that && near.into_iter().any(|at| text.is(at, ','))
}

/// `“…”, recalls the “top model”`: whoever speaks, behind the verb of the words before.
fn calls_speaker(text: &Text, stand: &Stand) -> bool {
    let Some(verb) = stand.token.checked_sub(2).filter(|verb| *verb > stand.start) else { return false };
    let says = text.has(verb, Class::SAY) && text.has(verb, Class::FINITE);
    let beside = text.is_quote(verb - 1) || text.is(verb - 1, ',') && text.is_quote(verb.saturating_sub(2));
    text.has(stand.token - 1, Class::THE.or(Class::ONE)) && says && beside
}
