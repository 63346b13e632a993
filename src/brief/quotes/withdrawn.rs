//! Marked words that the text itself takes back or judges false: a label in front of them, a heading above them, the
//! sentence behind them.
//!
//! In: the token of marked words. Out: true for `Claim: “…,” X said. Verdict: false.`, `Correction: … quoted X as saying “…”`,
//! `“…,” X said. He never said so.` and for what stands below a heading like `What X never said`.

use std::ops::Range;

use super::document::Document;
use crate::article::Role;
use crate::people::lexicon::{Keyword, Tags};

/// Words of a label.
const LABEL: usize = 3;

/// Sentences behind the words in which they may be judged.
const BEHIND: usize = 2;

/// Most words of a sentence that only denies.
const DENIAL: usize = 7;

/// Words between a verb of saying and the end of such a sentence.
const OBJECT: usize = 3;

/// True for marked words at the token `at` that nobody is to be told to have said.
#[must_use]
pub(crate) fn is_withdrawn(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    let labelled = || {
        let start = stream.paragraph_of(at).start;
        let mut label = (start..at).take(LABEL).take_while(|at| stream.is_word(*at));
        label.any(|at| stream.is_keyword(at, Keyword::WithdrawnLabel) && stream.is(at + 1, ':'))
    };
    labelled()
        || is_judged(document, at)
        || heading(document, at).is_some_and(|above| is_denial(document, &above))
}

/// The heading right above the paragraph of `at`.
fn heading(document: &Document, at: usize) -> Option<Range<usize>> {
    let number = document.stream.get(at)?.paragraph.checked_sub(1)?;
    let above = document.paragraphs.get(number).filter(|above| above.role == Role::Heading)?;
    let tokens = document.stream.paragraphs.get(number).cloned();
    tokens.filter(|_| above.role == Role::Heading)
}

/// True where one of the sentences behind denies the words or tells that they are false.
fn is_judged(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    let Some(own) = stream.get(at).map(|token| token.sentence) else { return false };
    for number in own + 1..=own + BEHIND {
        let sentence = stream.sentence(number);
        if sentence.is_empty() || stream.holds_quote(&sentence) {
            return false;
        }
        if is_verdict(document, &sentence) || number == own + 1 && is_denial(document, &sentence) {
            return true;
        }
    }
    false
}

/// `Verdict: false.`
fn is_verdict(document: &Document, sentence: &Range<usize>) -> bool {
    let stream = &document.stream;
    let colon = sentence.clone().take(LABEL).find(|at| stream.is(*at, ':'));
    let label = colon.and_then(|at| at.checked_sub(1));
    label.is_some_and(|label| {
        let judged = (label + 2..sentence.end).take(LABEL);
        let not = (label + 2..sentence.end).take(LABEL).any(|at| stream.has(at, Tags::NEGATION));
        let is = |at: usize| {
            stream.is_keyword(at, Keyword::False) && !not || stream.is_keyword(at, Keyword::True) && not
        };
        label >= sentence.start
            && stream.is_keyword(label, Keyword::VerdictLabel)
            && judged.into_iter().any(is)
    })
}

/// `He never said so.`, `What X never said`: a few words that only deny that something was said.
fn is_denial(document: &Document, sentence: &Range<usize>) -> bool {
    let stream = &document.stream;
    let end = sentence.clone().find(|at| stream.is(*at, ';')).unwrap_or(sentence.end);
    let sentence = sentence.start..end;
    let mut words = sentence.clone().filter(|at| stream.is_word(*at));
    let few = words.clone().count() <= DENIAL;
    let Some(last) = words.next_back().filter(|_| few) else { return false };
    let denies = |at: usize| stream.has(at, Tags::NEGATION) || stream.ends_as(at, Keyword::DenialEnding);
    let says = |at: usize| stream.has(at, Tags::STRONG);
    let open = Tags::CONJUNCTION.or(Tags::PREPOSITION);
    let verb = (sentence.start..=last).rev().take(OBJECT).find(|at| says(*at));
    let taken_up = stream.is_keyword(last, Keyword::TakingUp);
    let asked = stream.is_keyword(sentence.start, Keyword::What) && verb == Some(last);
    let denied = verb.is_some_and(|verb| {
        (sentence.start..verb).any(denies) && !(verb + 1..last).any(|at| stream.has(at, open))
    });
    denied && (taken_up && verb != Some(last) || asked)
}
