//! What several articles say about a topic, by a model: sentences that name the articles they are from.
//!
//! In: numbered articles of one language. Out: sentences, each with the numbers of those articles it has been checked
//! against: a number the model gives and the check does not bear out is taken away, and a sentence left without one is
//! not shown.

use serde_json::Value;

use super::excerpt::{excerpt_of, harmless};
use super::prompts::{self, Fault, Numbered, Prompt};
use super::{Error, Model, Question, Spent, faults, language_name, nonce};
use crate::article::Article;
use crate::brief::Quote;
use crate::brief::check::{self, Against};
use crate::text::Language;

/// Tokens of an answer.
const MOST_TOKENS: u32 = 400;
/// Characters of all articles in a prompt.
const MOST: usize = 6_000;
/// Sentences and words that are shown.
const MOST_SENTENCES: usize = 6;
const MOST_WORDS: usize = 160;
const LONGEST_SENTENCE: usize = 600;

/// An article with its number.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Its number, as the reader sees it.
    pub number: usize,
    /// The article.
    pub article: &'a Article,
    /// Its quotes.
    pub quotes: &'a [Quote],
}

/// A sentence and the articles that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// Numbers of the articles it passed the checks against.
    pub articles: Vec<usize>,
}

/// Asks `model` what `reports` say about `topic`.
///
/// # Errors
/// The model's, and [`Error::Rejected`] when nothing it wrote may be shown.
pub async fn write(
    model: &dyn Model,
    topic: &str,
    reports: &[Report<'_>],
    language: Language,
    spent: &mut Spent,
) -> Result<Vec<Sentence>, Error> {
    let answer = model.ask(&question(topic, reports, language, &nonce())?, spent).await?.value;
    let (kept, faults) = apply(reports, &answer)?;
    spent.note(&faults);
    if kept.is_empty() { Err(Error::Rejected) } else { Ok(kept) }
}

/// The question for a topic.
///
/// # Errors
/// [`Error::Prompt`].
pub fn question(
    topic: &str,
    reports: &[Report<'_>],
    language: Language,
    nonce: &str,
) -> Result<Question, Error> {
    let each = MOST / reports.len().max(1);
    let article = |report: &Report<'_>| Numbered {
        number: report.number,
        title: harmless(report.article.title.as_deref().unwrap_or_default(), nonce),
        text: excerpt_of(report.article, report.quotes, nonce, each),
    };
    let given = prompts::Topic {
        language: language_name(language),
        nonce: nonce.to_owned(),
        topic: harmless(topic, nonce).chars().take(100).collect(),
        articles: reports.iter().map(article).collect(),
    };
    Prompt::Topic.question(given, MOST_TOKENS)
}

/// Takes from an answer what passes the checks, and why the rest does not.
///
/// # Errors
/// [`Error::Unreadable`] when it has not the shape that was asked for.
pub fn apply(reports: &[Report<'_>], answer: &Value) -> Result<(Vec<Sentence>, Vec<Fault>), Error> {
    let given = answer.get("sentences").and_then(Value::as_array).ok_or(Error::Unreadable("no sentences"))?;
    let read: Vec<(usize, Against<'_>)> =
        reports.iter().map(|report| (report.number, Against::of(report.article, report.quotes))).collect();
    let (mut kept, mut rejected): (Vec<Sentence>, Vec<_>) = (Vec::new(), Vec::new());
    let mut words = 0;
    for one in given.iter().take(MOST_SENTENCES * 2) {
        let text = one.get("text").and_then(Value::as_str).filter(|text| text.len() <= LONGEST_SENTENCE);
        let text = text.ok_or(Error::Unreadable("a sentence is no text"))?.trim();
        let named = one.get("articles").and_then(Value::as_array).into_iter().flatten();
        let named: Vec<u64> = named.filter_map(Value::as_u64).collect();
        let length = text.split_whitespace().count();
        if kept.len() == MOST_SENTENCES || words + length > MOST_WORDS {
            rejected.push((text.to_owned(), check::Reject::TooLong));
            continue;
        }
        if kept.iter().any(|other| check::repeats(text, &other.text)) {
            rejected.push((text.to_owned(), check::Reject::Repeated));
            continue;
        }
        match borne_out(text, &named, &read) {
            Ok(articles) => {
                words += length;
                kept.push(Sentence { text: text.to_owned(), articles });
            }
            Err(reject) => rejected.push((text.to_owned(), reject)),
        }
    }
    Ok((kept, faults(rejected)))
}

/// Which of the named articles say `text`; without one, why the first does not.
fn borne_out(text: &str, named: &[u64], read: &[(usize, Against<'_>)]) -> Result<Vec<usize>, check::Reject> {
    let mut why = None;
    let mut articles = Vec::new();
    for (number, article) in read.iter().filter(|(number, _)| named.contains(&(*number as u64))) {
        match article.fault(text) {
            None => articles.push(*number),
            Some(reject) => why = why.or(Some(reject)),
        }
    }
    if articles.is_empty() { Err(why.unwrap_or(check::Reject::Unsupported)) } else { Ok(articles) }
}
