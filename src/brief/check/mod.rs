//! Checks of sentences a language model wrote, against the article they are about.
//!
//! In: the article, its quotes, the sentences. Out: the sentences that may be shown, and for each of the rest why
//! not. Pure. Invariants: a kept sentence holds no number, name or quotation that the article lacks, at most one new
//! word and no grave one, says no as often as the article's nearest sentence, lies along one or two sentences of the article
//! ([`alignment`]), and is plain prose; what is kept is 15 to 75 words in all, or nothing is. A filter, not a proof: it has
//! been measured to miss things.

use std::collections::HashSet;
use std::fmt;

use crate::article::Article;
use crate::languages::section;
use crate::text::{self, Language, Span};

use super::Quote;

mod alignment;
mod figures;
mod form;
mod names;
mod numbers;
mod polarity;
mod quoted;
mod single;
mod source;
mod translation;
mod words;

pub use figures::figure;
pub use single::Against;
pub use source::{readable, speaks_to_a_machine};
pub use translation::Translations;

use alignment::Rows;
use source::{Sentence, Source};
use words::{LISTS, Token};

/// Fewest and most words of a summary.
const WORDS: std::ops::RangeInclusive<usize> = 15..=75;
/// Most sentences of a summary.
const MOST_SENTENCES: usize = 3;
/// Least share of a sentence's content that two sentences of the article must hold together.
const LEAST_SHARE: f64 = 0.65;

/// What may be shown of a model's sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// The sentences that passed, in order; empty when what passed is no summary.
    pub kept: Vec<String>,
    /// The sentences that failed, and why.
    pub rejected: Vec<(String, Reject)>,
}

/// Why a sentence is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reject {
    /// Broken, marked up, or about the task.
    Form(&'static str),
    /// In another language than was asked for.
    Language,
    /// A number the article does not have.
    Number(String),
    /// A name the article does not have there.
    Name(String),
    /// A calendar or counting word the article does not have.
    Exact(String),
    /// Quoted words that are none of the quotes, or without their speaker.
    Quotation(String),
    /// Says yes where the article says no, or the other way.
    Negation,
    /// The opposite of the article's word.
    Opposite(String),
    /// Words the article does not have.
    Novel(Vec<String>),
    /// Its content is not found together in the article.
    Unsupported,
    /// The model itself, asked again, says that the article does not say it.
    Untold,
    /// Said already.
    Repeated,
    /// More sentences or words than a summary has.
    TooLong,
    /// Too little is left to be a summary.
    TooShort,
}

impl Reject {
    /// One word for counters.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Form(_) => "form",
            Self::Language => "language",
            Self::Number(_) => "number",
            Self::Name(_) => "name",
            Self::Exact(_) => "exact",
            Self::Quotation(_) => "quotation",
            Self::Negation => "negation",
            Self::Opposite(_) => "opposite",
            Self::Novel(_) => "novel",
            Self::Unsupported => "unsupported",
            Self::Untold => "untold",
            Self::Repeated => "repeated",
            Self::TooLong => "too_long",
            Self::TooShort => "too_short",
        }
    }
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(what) => write!(f, "{what}"),
            Self::Language => write!(f, "not in the language asked for"),
            Self::Number(number) => write!(f, "the number {} is not in the article", number.trim()),
            Self::Name(name) => write!(f, "the name “{name}” does not stand so in the article"),
            Self::Exact(word) => write!(f, "“{word}” is not in the article"),
            Self::Quotation(words) => {
                write!(f, "“{words}” is not a quotation of the article with its speaker")
            }
            Self::Negation => write!(f, "turns the article's statement round"),
            Self::Opposite(word) => write!(f, "“{word}” is the opposite of what the article says"),
            Self::Novel(words) => write!(f, "words that are not in the article: {}", words.join(", ")),
            Self::Unsupported => write!(f, "mixes things the article does not say together"),
            Self::Untold => write!(f, "the model takes it back"),
            Self::Repeated => write!(f, "repeats another sentence"),
            Self::TooLong => write!(f, "more than 3 sentences or 75 words"),
            Self::TooShort => write!(f, "less than 15 words are left"),
        }
    }
}

/// Checks the sentences of a summary of `article`.
#[must_use]
pub fn summary(article: &Article, quotes: &[Quote], sentences: &[String]) -> Checked {
    let source = Source::read(article);
    let rows = Rows::of(&source);
    let mut checked = Checked::default();
    let mut words = 0;
    for given in sentences {
        let sentence = given.trim();
        let length = sentence.split_whitespace().count();
        let fault = if checked.kept.len() >= MOST_SENTENCES || words + length > *WORDS.end() {
            Some(Reject::TooLong)
        } else {
            sentence_fault(sentence, quotes, (&source, &rows), &checked.kept)
        };
        if let Some(reject) = fault {
            checked.rejected.push((sentence.to_owned(), reject));
        } else {
            words += length;
            checked.kept.push(sentence.to_owned());
        }
    }
    if !WORDS.contains(&words) {
        checked.rejected.extend(checked.kept.drain(..).map(|sentence| (sentence, Reject::TooShort)));
    }
    checked
}

/// True when two sentences say much the same words.
#[must_use]
pub fn repeats(one: &str, other: &str) -> bool {
    let words = |sentence: &str| -> HashSet<String> {
        text::fold(sentence)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3)
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared * 10 >= one.len().min(other.len()).max(1) * 8
}

/// The first rule a sentence breaks.
fn sentence_fault(
    sentence: &str,
    quotes: &[Quote],
    (source, rows): (&Source, &Rows),
    kept: &[String],
) -> Option<Reject> {
    let tokens = words::tokens(sentence, Span::whole(sentence), source.language);
    if text::sentences(sentence, Span::whole(sentence), source.language).len() > 1 {
        return Some(Reject::Form("several sentences in one"));
    }
    if let Some(fault) = form::fault(sentence, &tokens, source) {
        return Some(Reject::Form(fault));
    }
    let foreign;
    match quoted::pieces(sentence) {
        None => return Some(Reject::Form("a quotation mark is left open")),
        Some(pieces) => {
            let ours = |piece: &String| quoted::is_ours(piece, sentence, quotes, source.language);
            foreign = pieces.into_iter().find(|piece| !ours(piece));
            if let Some(piece) = foreign.clone().filter(|piece| !quoted::is_marked(piece, &source.text)) {
                return Some(Reject::Quotation(piece));
            }
        }
    }
    let exact = |token: &&Token| is_exact(&token.folded) && !source.words.contains(&token.folded);
    if let Some(word) = tokens.iter().find(exact) {
        return Some(Reject::Exact(word.folded.clone()));
    }
    let repeated = || kept.iter().any(|other| repeats(sentence, other)).then_some(Reject::Repeated);
    // what lies along the article says what it says, in whatever words it says no
    if is_copied(sentence, source) || alignment::says(sentence, &tokens, source, rows) {
        return repeated();
    }
    if let Some(piece) = foreign {
        return Some(Reject::Quotation(piece));
    }
    against_nearest(sentence, &tokens, source).or(Some(Reject::Unsupported))
}

/// Whether it is one sentence of the article, sign for sign.
fn is_copied(sentence: &str, source: &Source) -> bool {
    let asked = text::fold(sentence.trim());
    source.sentences.iter().filter(|own| !own.inside).any(|own| {
        let (Some(first), Some(last)) = (own.tokens.first(), own.tokens.last()) else { return false };
        let before = source.text.get(..first.span.start).unwrap_or_default();
        let behind = source.text.get(last.span.end..).unwrap_or_default();
        // with the signs that touch its first and its last word
        let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let end = last.span.end + behind.find(char::is_whitespace).unwrap_or(behind.len());
        source.text.get(start..end).is_some_and(|own| text::fold(own) == asked)
    })
}

/// The rules that compare with the sentences of the article the content is nearest to.
fn against_nearest(sentence: &str, tokens: &[Token], source: &Source) -> Option<Reject> {
    let content: Vec<&Token> = tokens.iter().filter(|token| token.is_content(source.language)).collect();
    let stems: HashSet<&str> = content.iter().map(|token| token.stem.as_str()).collect();
    let Some((best, second)) = source.nearest(&stems) else { return Some(Reject::Unsupported) };
    let near: Vec<&Sentence> = source.around(best).chain(source.sentences.first()).collect();
    let pair: Vec<&Sentence> =
        [best, second].iter().filter_map(|&index| source.sentences.get(index)).collect();
    let told = |number: &String| {
        pair.iter().chain(source.sentences.first().iter()).any(|near| near.numbers.contains(number))
    };
    if let Some(number) = numbers::numbers(sentence, tokens).into_iter().find(|number| !told(number)) {
        return Some(Reject::Number(number));
    }
    if let Some(name) = names::unknown(tokens, source, &near) {
        return Some(Reject::Name(name));
    }
    let novel = novel(&content, source);
    if novel.len() > 1 || novel.iter().any(|token| is_grave(token, source.language)) {
        return Some(Reject::Novel(novel.into_iter().map(|token| token.folded.clone()).collect()));
    }
    if pair.first().is_some_and(|nearest| polarity::flipped(tokens, nearest, source.language)) {
        return Some(Reject::Negation);
    }
    if let Some(word) = polarity::opposite(tokens, &pair, source) {
        return Some(Reject::Opposite(word));
    }
    let held =
        stems.iter().filter(|stem| pair.iter().any(|sentence| sentence.stems.contains(**stem))).count();
    ((held as f64) < LEAST_SHARE * stems.len() as f64).then_some(Reject::Unsupported)
}

/// True for a word that must stand in the article: of days, months and counts.
fn is_exact(folded: &str) -> bool {
    LISTS.has(section::EXACT, folded) || LISTS.calendar(folded).is_some()
}

fn novel<'a>(content: &[&'a Token], source: &Source) -> Vec<&'a Token> {
    let is_new = |token: &&&Token| {
        !source.stems.contains(&token.stem)
            && !names::is_name(token, source)
            && !text::is_speech_verb(&token.folded, source.language)
    };
    content.iter().filter(is_new).copied().collect()
}

fn is_grave(token: &Token, language: Language) -> bool {
    LISTS
        .all(section::GRAVE)
        .any(|word| word == token.folded || text::fold(&text::stem(word, language)) == token.stem)
}

#[cfg(test)]
mod tests;
