//! Whoever a clause behind a comma tells the name of: `the grandson, whose name is NAME,`.

use super::construct;
use super::names::name_words;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Token};
use crate::text::Span;

/// `, whose name is NAME,` behind whatever somebody is, the comma at `comma`.
#[must_use]
pub(super) fn called_by_name(page: &Page, tokens: &[Token], comma: usize, to: usize) -> Option<Phrase> {
    let naming = tokens.get(comma + 1).filter(|_| tokens.get(comma).is_some_and(|at| at.is_mark(&COMMAS)))?;
    let end = construct::end(tokens, comma + 2, to);
    let words: Vec<&Token> = tokens.get(comma + 2..end)?.iter().collect();
    let joined = page.lexicon.is_joined(page.of(naming.span), &naming.form);
    if !naming.has(Tags::NAMING) || !joined || naming.has(Tags::VERB) {
        return None;
    }
    if let Some(known) = words.iter().find(|word| word.has(Tags::NAME)) {
        let referent = Referent::Person(page.people.whom(&known.form));
        return Some(Phrase { span: known.span, referent, name: Some(known.span) });
    }
    let name = name_words(page, &words);
    let span = Span::new(name.first()?.span.start, name.last()?.span.end);
    Some(Phrase { span, referent: Referent::Person(None), name: Some(span) })
}
