//! The key quotes of a card: the best that are short enough, in blocks, a block a speaker.
//!
//! In: the quotes of a card. Out: what is shown of its quotes, in order, each once. A statement in two halves (`“A,” X said. “B.”`) is
//! shown whole where both are short enough, since one half alone may say the opposite.

use super::quote::{CARD_QUOTE, heading, is_one_heading, line};
use super::text::fitting::{both_halves, in_marks};
use super::told::is_told;
use super::{RenderOptions, Rich};
use crate::brief::Quote;

/// A quote as a card shows it.
pub(super) struct Shown<'a> {
    /// The quote, of two halves the first.
    pub(super) quote: &'a Quote,
    /// The other half.
    half: Option<&'a Quote>,
    /// The words in marks.
    words: String,
}

impl Shown<'_> {
    fn holds(&self, quote: &Quote) -> bool {
        self.quote.span == quote.span || self.half.is_some_and(|half| half.span == quote.span)
    }
}

/// All quotes that are shown.
pub(super) fn quotes_of<'a>(shown: &[Shown<'a>]) -> Vec<&'a Quote> {
    shown.iter().flat_map(|one| std::iter::once(one.quote).chain(one.half)).collect()
}

/// What the quotes that are shown are chosen from.
pub(super) struct Parts<'a> {
    /// The quotes.
    pub(super) quotes: &'a [Quote],
    /// Where those begin that are one statement in two halves.
    pub(super) halves: &'a [(usize, usize)],
    /// The sentences of the summary beside them.
    pub(super) told: &'a [String],
}

/// The best quotes that are short enough, best first.
pub(super) fn key_quotes<'a>(parts: &Parts<'a>, most: usize) -> Vec<Shown<'a>> {
    let mut ranked: Vec<&Quote> = parts.quotes.iter().filter(|quote| quote.key.is_some()).collect();
    ranked.sort_by_key(|quote| quote.key);
    ranked.retain(|quote| !is_told(quote, parts.told));
    let mut shown: Vec<Shown<'_>> = Vec::new();
    for quote in ranked {
        if shown.len() < most && !shown.iter().any(|one| one.holds(quote)) {
            shown.extend(whole(parts, quote).or_else(|| alone(quote)));
        }
    }
    shown
}

/// The whole statement of which the quote is a half.
fn whole<'a>(parts: &Parts<'a>, quote: &Quote) -> Option<Shown<'a>> {
    let start = quote.span.start;
    let (first, next) = parts.halves.iter().find(|(first, next)| [*first, *next].contains(&start))?;
    let of = |start: usize| parts.quotes.iter().find(|quote| quote.span.start == start);
    let (first, next) = (of(*first)?, of(*next)?);
    let words = both_halves((&first.text, &next.text), CARD_QUOTE)?;
    Some(Shown { quote: first, half: Some(next), words })
}

/// Quotes in blocks, a block a speaker, in the order of the best quote of each.
pub(super) fn quote_blocks(
    shown: &[Shown<'_>],
    options: &RenderOptions,
    translated: &dyn Fn(Rich, &Quote) -> Rich,
) -> Rich {
    let mut blocks: Vec<(Rich, Vec<&Shown<'_>>)> = Vec::new();
    for entry in shown {
        let heading = heading(entry.quote, options);
        match blocks.iter_mut().find(|(known, _)| is_one_heading(known, &heading)) {
            Some((_, quotes)) => quotes.push(entry),
            None => blocks.push((heading, vec![entry])),
        }
    }
    let mut told: Vec<(String, String)> = Vec::new();
    let blocks = blocks.into_iter().map(|(heading, mut quotes)| {
        quotes.sort_by_key(|one| one.quote.span);
        let lines: Vec<Rich> = quotes
            .into_iter()
            .map(|one| {
                let line = line(one.quote, &one.words, &mut told, options);
                let halves = std::iter::once(one.quote).chain(one.half);
                halves.fold(line, translated)
            })
            .collect();
        let expandable = lines.iter().map(Rich::utf16_len).sum::<usize>() > 200;
        heading.plain("\n").quotation(Rich::join(lines, "\n"), expandable)
    });
    Rich::join(blocks.collect::<Vec<_>>(), "\n")
}

fn alone(quote: &Quote) -> Option<Shown<'_>> {
    Some(Shown { quote, half: None, words: in_marks(&quote.text, CARD_QUOTE)? })
}
