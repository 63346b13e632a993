//! Subjects that are read as none where the verb stands between its subject and what is said: a text whose noun is part of
//! the verb, a noun nobody knows behind what tells more of it. Nobody else is meant by their verb.

use super::subjects::skip;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;
use crate::text::Span;

/// Letters of the longest noun for a text.
const LONGEST: usize = 4;

/// The subject of the verb at `verb` in the clause that begins at `from`, where no other rule reads one.
#[must_use]
pub(super) fn subject(page: &Page, tokens: &[Token], from: usize, verb: usize) -> Option<Phrase> {
    let start = skip(tokens, from, verb);
    let token = tokens.get(verb)?;
    if start >= verb && words_alone(tokens, from, verb).is_none() {
        // `声明说`: the statement says
        let ends = token.form.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(LONGEST);
        let mut nouns = ends.filter(|end| *end < token.form.len()).filter_map(|end| token.form.get(..end));
        let noun = nouns.find(|noun| page.lexicon.word(noun).is_some_and(|own| own.any(Tags::DOCUMENT)))?;
        let letters = noun.chars().count();
        let words = page.of(token.span);
        let end = words.char_indices().nth(letters).map_or(words.len(), |(at, _)| at);
        let span = Span::new(token.span.start, token.span.start + end);
        return Some(Phrase { span, referent: Referent::Document, name: None });
    }
    if let Some(noun) = words_alone(tokens, from, verb) {
        return Some(Phrase { span: noun.span, referent: Referent::Unsure, name: None });
    }
    // `五月发布的研究称`: a noun nobody knows
    let of = (start..verb).rev().find(|at| tags(tokens, *at).any(Tags::OF))?;
    let first = tokens.get(of + 1).filter(|_| of + 1 < verb && of > start)?;
    let last = tokens.get(verb - 1)?;
    let other = Tags::SPEECH_NOUN.or(Tags::POSTPOSITION).or(Tags::ADVERB).or(Tags::PREPOSITION);
    let led = tags(tokens, start).any(Tags::PREPOSITION.or(Tags::CONJUNCTION));
    let noun = !last.has(other) && !first.has(other) && !led;
    let span = Span::new(first.span.start, last.span.end);
    noun.then_some(Phrase { span, referent: Referent::Unsure, name: None })
}

/// The noun for something said, or for what words are written on, that the clause `from..verb` begins with: `the proverb says`,
/// `on the sign was written`. Nobody known says that, unless somebody stands behind: `the sign maker NAME says`.
fn words_alone(tokens: &[Token], from: usize, verb: usize) -> Option<&Token> {
    const LOOSE: Tags = Tags::ADVERB.or(Tags::CONJUNCTION).or(Tags::TIME);
    const SOMEBODY: Tags =
        Tags::NAME.or(Tags::TITLE).or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::CROWD).or(Tags::BODY);
    let mut clause = tokens.get(from..verb)?.iter();
    let noun = clause.find(|token| !token.has(LOOSE) || token.has(Tags::SPEECH_NOUN))?;
    let named = clause.any(|token| token.has(SOMEBODY));
    (noun.has(Tags::SPEECH_NOUN.or(Tags::SIGN)) && !noun.has(Tags::CUE) && !named).then_some(noun)
}
