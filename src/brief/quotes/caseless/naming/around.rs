//! A name that only tells whose the people or the body behind it are: `X's couple`, `X's team`, `the X government`.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;
use crate::languages::{ByLanguage, Language, caseless};
use crate::text::Span;

/// Others than the bearer of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    /// People left unnamed.
    People,
    /// A body.
    Body,
}

/// Letters of the longest such noun.
const LONGEST: usize = 6;

/// The nouns for those around somebody.
static AROUND: ByLanguage<Vec<String>> = ByLanguage::new(read);

fn read(language: Language) -> Vec<String> {
    let lexicon = Lexicon::of(language);
    language.words(caseless::AROUND).map(|word| lexicon.bare(&word)).collect()
}

/// Who is meant where the last name of a phrase touches, with or without its titles, a noun for others than its bearer:
/// people left unnamed, or the body with which the phrase ends.
pub(super) fn around(page: &Page, tail: &[&Token]) -> Option<Others> {
    if !page.lexicon.unspaced {
        return None;
    }
    let name = tail.iter().rposition(|token| token.has(Tags::NAME))?;
    let mut end = tail.get(name)?.span.end;
    for token in tail.get(name + 1..)? {
        if token.span.start != end {
            return None;
        }
        if leads(page, token) {
            return Some(Others::People);
        }
        if token.has(Tags::BODY) && !token.has(Tags::TITLE) {
            let people = Tags::TITLE.or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::CROWD);
            let head = tail.last().filter(|last| last.has(people));
            return Some(if head.is_some() { Others::People } else { Others::Body });
        }
        if !token.has(Tags::TITLE) {
            return None;
        }
        end = token.span.end;
    }
    None
}

/// True for letters that begin with a noun for those around somebody.
fn leads(page: &Page, token: &Token) -> bool {
    let rest: String = page.text.get(token.span.start..).unwrap_or_default().chars().take(LONGEST).collect();
    let rest = page.lexicon.bare(&rest);
    AROUND.of(page.language).iter().any(|noun| rest.starts_with(noun.as_str()))
}

/// True for somebody unnamed who says something in the tokens `from..to` and does not go on: a reporter asks, a relative is
/// spoken of, or no word of the tables tells that the one stands alone.
#[must_use]
pub(crate) fn is_passing(page: &Page, tokens: &[Token], (from, to): (usize, usize), words: Span) -> bool {
    let sentence = tokens.get(from..to).unwrap_or_default();
    let asks = sentence.iter().any(|token| token.has(Tags::QUESTION_LABEL));
    let last = sentence.iter().rev().find(|token| token.span.end == words.end);
    let alone = last.filter(|last| last.has(Tags::ANONYMOUS));
    asks || alone.is_none_or(|last| page.lexicon.is_relative(&last.form))
}
