//! Quotes: the words in marks, who said them, and how sure that is.
//!
//! In: an [`Article`]. Out: quotes in the order of the text, each the text at its own offsets. Deterministic, total and
//! linear. The sieve ([`pipeline`]) over an article taken apart ([`document`]): [`detection`] finds the words and throws
//! out what nobody said, [`syntax`] the verbs of saying and their subjects, [`attribution`] the phrase that stands for
//! the speaker, [`coreference`] the person. Languages whose clauses are known are read by [`clause`] instead, those
//! without capitals by [`caseless`]. [`debunked`] leaves out what the text itself tells nobody said.

mod attribution;
mod caseless;
mod clause;
mod coreference;
mod debunked;
mod detection;
mod document;
mod explanation;
mod finding;
mod parts;
mod patterns;
mod pipeline;
mod rule;
mod syntax;
mod weighing;

use crate::article::Article;
use crate::brief::Quote;
use crate::text::{Steps, Stop};
use document::Document;

pub use explanation::{Candidate, Explanation};
pub use rule::{Rule, RuleSet};
pub use weighing::{Weighing, weighings};

#[cfg(test)]
mod debunked_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod interrupted_tests;
#[cfg(test)]
mod office_tests;
#[cfg(test)]
mod set_apart_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod unsaid_tests;
#[cfg(test)]
mod whose_office_tests;
#[cfg(test)]
mod words_tests;

/// Steps one reading of an article may take (see [`Steps`]); news takes about fifteen a byte, so that the longest page
/// fetched is read whole and no text takes more than seconds.
pub const MOST_STEPS: u64 = 100_000_000;

/// A text that takes more is read again without its end, down to this many bytes.
const SHORTEST_PART: usize = 4_000;

/// How quotes are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Rules that are switched off, to see what each is worth.
    pub without: RuleSet,
    /// Steps a reading may take; a text that takes more is read in part.
    pub steps: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { without: RuleSet::default(), steps: MOST_STEPS }
    }
}

/// The quotes of an article and what it took to find them.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// In the order of the text.
    pub quotes: Vec<Quote>,
    /// Steps taken.
    pub steps: u64,
    /// False when the steps were spent before all was read: there may be more quotes.
    pub whole: bool,
}

/// Finds the quotes of an article.
#[must_use]
pub fn find(article: &Article) -> Vec<Quote> {
    find_with(article, Options::default())
}

/// Finds the quotes of an article as `options` say.
#[must_use]
pub fn find_with(article: &Article, options: Options) -> Vec<Quote> {
    read(article, options).quotes
}

/// Reads an article for its quotes as `options` say.
///
/// When the steps are spent before the end, the first quarter is read instead, then the first quarter of that.
#[must_use]
pub fn read(article: &Article, options: Options) -> Reading {
    read_until(article, options, &Stop::default())
}

/// The same, with what was found by then when `stop` is asked.
///
/// A very long article is read in parts ([`parts`]), one after another.
#[must_use]
pub fn read_until(article: &Article, options: Options, stop: &Stop) -> Reading {
    let mut all = Reading { quotes: Vec::new(), steps: 0, whole: true };
    for part in parts::parts(article) {
        let left = Options { steps: options.steps.saturating_sub(all.steps), ..options };
        let read = read_part(&part.article, left, stop);
        all.steps += read.steps;
        all.whole &= read.whole;
        all.quotes.extend(read.quotes.into_iter().map(|quote| parts::moved(quote, part.start)));
        if !all.whole {
            break;
        }
    }
    all
}

fn read_part(article: &Article, options: Options, stop: &Stop) -> Reading {
    let mut length = article.text.len();
    let mut taken = 0;
    loop {
        let (mut quotes, steps) = quotes_of(article, length, options, stop);
        taken += steps.taken();
        if !steps.spent() || steps.is_stopped() || length <= SHORTEST_PART {
            debunked::leave_out(article, &mut quotes);
            return Reading { quotes, steps: taken, whole: length == article.text.len() && !steps.spent() };
        }
        length /= 4;
    }
}

/// The quotes in the first `length` bytes, and the steps that took.
fn quotes_of(article: &Article, length: usize, options: Options, stop: &Stop) -> (Vec<Quote>, Steps) {
    let steps = Steps::until(options.steps, stop.clone());
    let (mut quotes, steps) = if caseless::reads(article.language) {
        caseless::quotes(article, length, options.without, steps)
    } else {
        let document = Document::read(article, length, steps);
        (pipeline::quotes(&document, options.without), document.stream.steps)
    };
    put_in_order(&mut quotes);
    (quotes, steps)
}

/// Puts quotes in the order of the text and leaves out those that overlap one before.
fn put_in_order(quotes: &mut Vec<Quote>) {
    quotes.sort_by_key(|quote| (quote.span.start, quote.span.end));
    let mut reached = 0;
    quotes.retain(|quote| {
        let apart = quote.span.start >= reached;
        reached = reached.max(quote.span.end);
        apart
    });
}

/// Marks that open words.
const OPENING: [char; 10] = ['"', '“', '”', '„', '«', '»', '「', '『', '‘', '\''];

/// True for a turn of a talk or a paragraph of a speech that no marks of `text` set apart.
#[must_use]
pub(super) fn is_unmarked(quote: &Quote, text: &str) -> bool {
    let before = || text.get(..quote.span.start).unwrap_or_default().trim_end();
    quote.rule == Rule::Transcript.name() && !before().ends_with(OPENING)
}

/// Tells for every stretch of words in marks which rule named its speaker, and why other candidates lost.
#[must_use]
pub fn explain(article: &Article) -> Vec<Explanation> {
    if caseless::reads(article.language) {
        return find(article).iter().map(explanation::of_quote).collect();
    }
    let document = Document::read(article, article.text.len(), Steps::most(MOST_STEPS));
    let findings = pipeline::findings(&document, RuleSet::default());
    findings.iter().filter_map(|finding| explanation::explain(&document, finding)).collect()
}
