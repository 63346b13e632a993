//! Whom a phrase means when only one may be meant: the only one accused, the only one who speaks.

use std::collections::BTreeSet;

use super::naming::phrase::Holder;
use super::page::{Page, sentence_end};
use super::voice::Voice;
use super::whom::{Asked, Met};
use super::words::tags::Tags;
use super::words::token::COLONS;
use crate::text::Span;

/// True for a phrase at the head of its line.
fn opens_line(page: &Page, span: Span) -> bool {
    let head = page.text.get(..span.start).unwrap_or_default();
    head.trim_end_matches(' ').is_empty() || head.trim_end_matches(' ').ends_with('\n')
}

/// True where the verb before the words that follow a phrase in its sentence is one by which whoever spoke goes on.
fn adds(page: &Page, span: Span) -> bool {
    let at = page.lines.partition_point(|line| line.span.end < span.end);
    let tokens = page.lines.get(at).map(|line| line.tokens.as_slice()).unwrap_or_default();
    let first = tokens.partition_point(|token| token.span.start < span.end);
    let rest = tokens.get(first..sentence_end(tokens, first)).unwrap_or_default();
    page.steps.take(rest.len());
    let words = rest.iter().position(|token| token.is_mark(&COLONS) || token.quotation().is_some());
    let before = rest.get(..words.unwrap_or(0)).unwrap_or_default();
    before.iter().rev().find(|token| token.has(Tags::VERB)).is_some_and(|verb| verb.has(Tags::ADDED))
}

/// The only one accused.
#[must_use]
pub(crate) fn only_accused(page: &Page, met: &Met, span: Span) -> Option<Voice> {
    let plain = Voice { span, person: None, name: None };
    Voice::known(page, &plain, met.accused()?)
}

/// The only one who speaks in the text and was told to, for an office with its complement that nobody is named with:
/// `NAME said … ¶ The head of X added`.
pub(crate) fn only_speaker(
    page: &Page,
    quoted: &BTreeSet<usize>,
    asked: &Asked,
    office: &str,
    holder: Holder,
    span: Span,
) -> Option<usize> {
    let only =
        page.speaker.filter(|only| opens_line(page, span) && quoted.len() == 1 && quoted.contains(only))?;
    let known = page.people.get(only).filter(|known| !asked.clashes(page, known))?;
    let head = |office: &str| office.split(' ').next().map(str::to_owned);
    let own = known.offices.is_empty() || known.offices.iter().any(|held| head(held) == head(office));
    let behind = page.text.get(span.end..).and_then(|rest| rest.split_whitespace().next());
    // `the head of X, too`
    let too = behind.is_some_and(|word| {
        page.lexicon.phrase(&page.lexicon.bare(word)).is_some_and(|tags| tags.any(Tags::CONJUNCTION))
    });
    let whole = page.of(span).split_whitespace().nth(1).is_some() && adds(page, span);
    (holder == Holder::Known && own && whole && !too).then_some(only)
}
