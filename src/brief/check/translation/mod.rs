//! Checks of a translation a language model made, against the one sentence or quote it is of.
//!
//! In: a sentence or a quote of an article, and what a model says it is in another language. Out: the first rule it breaks.
//! Pure. Invariants: what passes has the same numbers, dates, countries and negations as the original, every name of
//! either has its like in the other, no grave word or opposite is new, and it is plain text of the asked language without
//! quotation marks of its own. Of several sentences each is held against its own one, where both have as many. A filter,
//! not a proof.

use std::collections::HashSet;

use crate::article::Article;
use crate::languages::{self, section};
use crate::people::offices::countries_in;
use crate::text::{self, Language, Span};

use super::source::Source;
use super::words::{LISTS, Token, tokens};
use super::{Reject, form, numbers, polarity, quoted};

mod concepts;
mod names;
mod sound;

/// How many times as many words a translation may have, and how many times as few.
const LONGER: f64 = 2.0;
const SHORTER: f64 = 0.4;
/// Words a short sentence may gain beside that.
const SLACK: f64 = 3.0;

/// Checks translations from the language of one article.
pub struct Translations {
    source: Source,
    to: Language,
}

impl std::fmt::Debug for Translations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Translations").field("to", &self.to).finish_non_exhaustive()
    }
}

impl Translations {
    /// Reads the article; `None` where translations between the two languages cannot be checked.
    #[must_use]
    pub fn of(article: &Article, to: Language) -> Option<Self> {
        let checked = |language: Language| language.has(section::CONCEPT);
        (checked(article.language) && checked(to) && article.language != to)
            .then(|| Self { source: Source::read(article), to })
    }

    /// The first rule `text` breaks as a translation of `original`; `whole` when it must be a whole sentence.
    #[must_use]
    pub fn fault(&self, original: &str, text: &str, whole: bool) -> Option<Reject> {
        let from = self.source.language;
        let (told, said) = (of_sentences(original, from), of_sentences(text, self.to));
        let (before, after) = (told.concat(), said.concat());
        if let Some(fault) = form::odd(text, &self.source) {
            return Some(Reject::Form(fault));
        }
        if whole && !form::is_whole(text) {
            return Some(Reject::Form("not a whole sentence"));
        }
        if self.is_other_language(text) {
            return Some(Reject::Language);
        }
        let (long, short) = (before.len() as f64 * LONGER + SLACK, before.len() as f64 * SHORTER - 1.0);
        if after.len() as f64 > long || (after.len() as f64) < short || after.is_empty() {
            return Some(Reject::Unsupported);
        }
        let names = names::Pair { before: &before, after: &after, source: &self.source, to: self.to };
        if let Some(piece) = quoted::pieces(text).map_or(Some(text.to_owned()), |pieces| {
            pieces.into_iter().find(|piece| !names.is_only_a_name(piece))
        }) {
            return Some(Reject::Quotation(piece));
        }
        // where one side has a sentence more, nothing tells which are the same ones
        if told.len() == said.len() {
            let mut pairs = told.iter().map(std::slice::from_ref).zip(said.iter().map(std::slice::from_ref));
            return pairs.find_map(|(told, said)| self.content_fault((original, told), (text, said)));
        }
        self.content_fault((original, &told), (text, &said))
    }

    /// The first rule that sentences break as a translation of others, as wholes.
    fn content_fault(&self, before: (&str, &[Vec<Token>]), after: (&str, &[Vec<Token>])) -> Option<Reject> {
        let (told, said) = (before.1.concat(), after.1.concat());
        let names = names::Pair { before: &told, after: &said, source: &self.source, to: self.to };
        number_fault((before.0, &told), (after.0, &said))
            .or_else(|| calendar_fault(&told, &said))
            .or_else(|| country_fault((before.0, &told), (after.0, &said)))
            .or_else(|| names.fault())
            .or_else(|| self.negation_fault(before.1, after.1))
            .or_else(|| self.meaning_fault(&told, &said))
    }

    fn is_other_language(&self, text: &str) -> bool {
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let (all, own) = (letters().count(), letters().filter(|&c| self.to.writes(c)).count());
        let foreign = || letters().any(languages::is_of_another_script);
        // names stay in the letters that stand in texts of every language
        let wrong_script = if self.to.is_written_everywhere() { foreign() } else { own * 4 < all * 3 };
        wrong_script || Language::of_text(text).is_some_and(|found| found != self.to)
    }

    /// Sentences say no as often as others do; not by the parity of it: of three that become one, two say the opposite.
    fn negation_fault(&self, before: &[Vec<Token>], after: &[Vec<Token>]) -> Option<Reject> {
        let count = |sentences: &[Vec<Token>], language| -> usize {
            sentences.iter().map(|tokens| polarity::negations(tokens.iter(), language)).sum()
        };
        (count(before, self.source.language) != count(after, self.to)).then_some(Reject::Negation)
    }

    fn meaning_fault(&self, before: &[Token], after: &[Token]) -> Option<Reject> {
        let (before, after) = ((before, self.source.language), (after, self.to));
        concepts::turned(before, after)
            .map(Reject::Opposite)
            .or_else(|| concepts::new_and_grave(before, after).map(|word| Reject::Novel(vec![word])))
    }
}

/// The tokens of each sentence of a quote.
fn of_sentences(quote: &str, language: Language) -> Vec<Vec<Token>> {
    let sentences = text::sentences(quote, Span::whole(quote), language);
    sentences.into_iter().map(|sentence| tokens(quote, sentence, language)).collect()
}

/// The same numbers with the same units on both sides, each as often; a mere “one” counts for nothing.
fn number_fault(before: (&str, &[Token]), after: (&str, &[Token])) -> Option<Reject> {
    let (mut lost, found) = (values(before), values(after));
    for number in found {
        match lost.iter().position(|told| *told == number) {
            Some(at) => _ = lost.swap_remove(at),
            None => return Some(Reject::Number(number)),
        }
    }
    lost.into_iter().next().map(Reject::Number)
}

fn values((text, tokens): (&str, &[Token])) -> Vec<String> {
    let found = numbers::across(text, tokens).into_iter().map(|number| match number.split_once(' ') {
        Some((month, day)) if LISTS.calendar(month).is_some() => day.to_owned(),
        _ => number.trim().to_owned(),
    });
    found.filter(|number| number != "1").collect()
}

/// The same months and days of the week; English `may` and `march` in small letters may be something else.
fn calendar_fault(before: &[Token], after: &[Token]) -> Option<Reject> {
    let ids = |tokens: &[Token], sure: bool| -> HashSet<&'static str> {
        let unsure = |token: &Token| !token.capital && token.folded.is_ascii();
        tokens
            .iter()
            .filter(|token| !(sure && unsure(token)))
            .filter_map(|token| LISTS.calendar(&token.folded))
            .collect()
    };
    let new = ids(after, true).into_iter().find(|id| !ids(before, false).contains(id));
    let lost = ids(before, true).into_iter().find(|id| !ids(after, false).contains(id));
    new.or(lost).map(|id| Reject::Exact(id.to_owned()))
}

/// The same countries, by name, capital or demonym; a capital the table has in one language only may sound alike.
fn country_fault(before: (&str, &[Token]), after: (&str, &[Token])) -> Option<Reject> {
    let lost = |(text, tokens): (&str, &[Token]), (other, others): (&str, &[Token])| {
        // Only English writes what is of a country with a capital, by which it is found.
        let (text, other) = (stretch(text, tokens), stretch(other, others));
        let known: HashSet<_> =
            countries_in(&capitalised(other)).into_iter().map(|(country, _)| country).collect();
        let sounds = |country| {
            tokens
                .iter()
                .any(|token| names::countries(token).contains(&country) && names::found(token, others))
        };
        let told = countries_in(text).into_iter().map(|(country, _)| country);
        told.filter(|country| !known.contains(country)).find(|&country| !sounds(country))
    };
    lost(after, before).or_else(|| lost(before, after)).map(|country| Reject::Name(country.name().to_owned()))
}

/// The part of a text that some of its tokens stand in.
fn stretch<'a>(text: &'a str, tokens: &[Token]) -> &'a str {
    let ends = tokens.first().zip(tokens.last());
    ends.and_then(|(first, last)| text.get(first.span.start..last.span.end)).unwrap_or_default()
}

fn capitalised(text: &str) -> String {
    let mut start = true;
    let upper = |c: char| {
        let up = start && c.is_lowercase();
        start = !(c.is_alphanumeric() || c == '\'');
        if up { c.to_uppercase().next().unwrap_or(c) } else { c }
    };
    text.chars().map(upper).collect()
}

#[cfg(test)]
mod portuguese_tests;
#[cfg(test)]
mod tests;
