//! Who speaks in a text: the only one there is, and how far an office told first stands from a name.

use crate::brief::quotes::caseless::page::{Page, sentence_end, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::languages::Order;
use crate::text::{FastSet, Span};

/// Lines between an office and the first one named, whose that may be.
const MOST_BETWEEN: usize = 2;

/// True for a name that stands some lines behind the last of the phrases for an office.
#[must_use]
pub(crate) fn is_far(page: &Page, offices: &[Span], name: Span) -> bool {
    let last = offices.last().map_or(name.start, |office| office.end);
    let between = page.text.get(last..name.start).unwrap_or_default();
    between.matches("\n\n").count() > MOST_BETWEEN
}

/// The only one of all named who is told to say anything, where the verb ends the sentence.
#[must_use]
pub(crate) fn only(page: &Page) -> Option<usize> {
    let mut only: Option<usize> = None;
    if page.lexicon.order != Some(Order::ClauseFinal) {
        return None;
    }
    for line in &page.lines {
        let mut from = 0;
        while from < line.tokens.len() {
            let end = sentence_end(&line.tokens, from);
            page.steps.take(end - from + 1);
            let who = said_by(page, &line.tokens, from, end);
            if who.is_some() && only.is_some() && who != only {
                return None;
            }
            only = only.or(who);
            from = end + 1;
        }
    }
    only
}

/// The first one named in the tokens `from..to`, where no preposition leads the name and a verb of saying stands behind.
fn said_by(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let named = |at: &usize| {
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
        tags(tokens, *at).any(Tags::NAME) && !before.any(Tags::PREPOSITION.or(Tags::OFFICE).or(Tags::BODY))
    };
    let at = (from..to).find(named)?;
    let says = (at + 1..to).any(|at| tags(tokens, at).any(Tags::VERB));
    page.people.whom(&tokens.get(at)?.form).filter(|_| says)
}

/// Words no table knows that stand alone beside a verb of saying, as its subject.
#[must_use]
pub(crate) fn said(page: &Page) -> FastSet<String> {
    const ENDS: Tags = Tags::THAT.or(Tags::PREPOSITION).or(Tags::ADVERB).or(Tags::PARTICIPLE).or(Tags::TIME);
    let plain = |who: &Token| who.is_unknown() && !who.has(Tags::ARTICLE.or(Tags::GIVEN));
    let mut said = FastSet::default();
    for line in &page.lines {
        page.steps.take(line.tokens.len());
        for (at, who) in line.tokens.iter().enumerate().filter(|(_, who)| plain(who)) {
            let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
            let next = line.tokens.get(at + 1);
            let alone = match page.lexicon.order {
                Some(Order::VerbFirst) => {
                    let ends = next.is_none_or(|next| next.is_edge() || next.has(ENDS));
                    ends && before.is_some_and(|verb| verb.has(Tags::VERB))
                }
                Some(Order::ClauseFinal) => {
                    let heads = before.is_none_or(|before| matches!(before.shape, Shape::Mark(_)));
                    heads && next.is_some_and(|verb| verb.has(Tags::VERB))
                }
                _ => false,
            };
            if alone {
                said.insert(who.form.clone());
            }
        }
    }
    said
}
