//! Sentences and quotes of an article in another language, by a model.
//!
//! In: sentences of the article as they are shown, and its key quotes. Out: for each what the model says it is in the
//! other language, where that passes [`Translations`](crate::brief::check::Translations). A line that fails is left out.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::excerpt::harmless;
use super::prompts::{self, Line, Prompt};
use super::{Error, Model, Question, Spent, faults, language_name, nonce};
use crate::article::Article;
use crate::brief::check::Translations;
use crate::brief::{Brief, Quote};
use crate::text::{Language, count_words};

/// Tokens of an answer.
const MOST_TOKENS: u32 = 400;
/// Characters of quotes that one answer can hold.
const QUOTED: usize = 600;
/// Characters of a quote that a card shows whole.
const LONGEST_QUOTE: usize = 350;
/// Fewest words of a summary.
const FEWEST_WORDS: usize = 10;

/// What of an article could be translated.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Translated {
    /// The summary's sentences by their place.
    pub lines: Vec<(usize, String)>,
    /// Quotes by their first byte in the article's text.
    pub quotes: Vec<(usize, String)>,
}

impl Translated {
    /// The sentences in their order.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        self.lines.iter().map(|(_, text)| text.clone()).collect()
    }

    /// What of it still passes the checks; `None` when that is no summary.
    #[must_use]
    pub fn checked(mut self, article: &Article, brief: &Brief, to: Language) -> Option<Self> {
        let translations = Translations::of(article, to)?;
        let of = brief.summary.sentences.as_slice();
        self.lines.retain(|(at, text)| {
            of.get(*at).is_some_and(|line| translations.fault(line, text, true).is_none())
        });
        self.quotes.retain(|(start, text)| {
            let quote = brief.quotes.iter().find(|quote| quote.span.start == *start);
            quote.is_some_and(|quote| translations.fault(&quote.text, text, false).is_none())
        });
        self.is_enough().then_some(self)
    }

    fn is_enough(&self) -> bool {
        let words = self.lines.iter().map(|(_, text)| count_words(text));
        words.sum::<usize>() >= FEWEST_WORDS
    }
}

/// Asks `model` for the sentences of `brief` and its key quotes in `to`.
///
/// # Errors
/// The model's, and [`Error::Rejected`] when the sentences may not be shown or the languages cannot be compared.
pub async fn translate(
    model: &dyn Model,
    article: &Article,
    brief: &Brief,
    to: Language,
    spent: &mut Spent,
) -> Result<Translated, Error> {
    let translations = Translations::of(article, to).ok_or(Error::Rejected)?;
    let sentences = &brief.summary.sentences;
    if sentences.is_empty() {
        return Err(Error::Rejected);
    }
    let answer = model.ask(&question(article.language, to, sentences, &nonce())?, spent).await?.value;
    let kept = apply(&translations, sentences, true, &answer, spent)?;
    let lines = kept.into_iter().enumerate().filter_map(|(at, text)| Some((at, text?))).collect();
    let mut made = Translated { lines, quotes: Vec::new() };
    if !made.is_enough() {
        return Err(Error::Rejected);
    }
    // The summary stands without its quotes, so what goes wrong with them is no failure of it.
    made.quotes = quotes(model, &translations, (article, brief), to, spent).await.unwrap_or_default();
    Ok(made)
}

async fn quotes(
    model: &dyn Model,
    translations: &Translations,
    (article, brief): (&Article, &Brief),
    to: Language,
    spent: &mut Spent,
) -> Result<Vec<(usize, String)>, Error> {
    let chosen = key_quotes(&brief.quotes);
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let lines: Vec<String> = chosen.iter().map(|quote| quote.text.clone()).collect();
    let answer = model.ask(&question(article.language, to, &lines, &nonce())?, spent).await?.value;
    let kept = apply(translations, &lines, false, &answer, spent)?;
    Ok(chosen.iter().zip(kept).filter_map(|(quote, text)| Some((quote.span.start, text?))).collect())
}

/// The key quotes that fit one answer, best first.
fn key_quotes(quotes: &[Quote]) -> Vec<&Quote> {
    let mut ranked: Vec<&Quote> = quotes
        .iter()
        .filter(|quote| quote.key.is_some() && quote.text.chars().count() <= LONGEST_QUOTE)
        .collect();
    ranked.sort_by_key(|quote| quote.key);
    let mut left = QUOTED;
    ranked.retain(|quote| {
        let length = quote.text.chars().count();
        let fits = length <= left;
        left -= if fits { length } else { 0 };
        fits
    });
    ranked
}

/// The question for `lines` in another language.
///
/// # Errors
/// [`Error::Prompt`].
pub fn question(from: Language, to: Language, lines: &[String], nonce: &str) -> Result<Question, Error> {
    let lines = lines.iter().enumerate();
    let given = prompts::Translation {
        from: language_name(from),
        to: language_name(to),
        nonce: nonce.to_owned(),
        lines: lines.map(|(at, text)| Line { number: at + 1, text: harmless(text, nonce) }).collect(),
    };
    Prompt::Translation.question(given, MOST_TOKENS)
}

/// Takes from an answer what passes the checks: for each of `lines` its translation, if there is one.
///
/// # Errors
/// [`Error::Unreadable`] when it has not the shape that was asked for.
pub fn apply(
    translations: &Translations,
    lines: &[String],
    whole: bool,
    answer: &Value,
    spent: &mut Spent,
) -> Result<Vec<Option<String>>, Error> {
    let given =
        answer.get("translations").and_then(Value::as_array).ok_or(Error::Unreadable("no translations"))?;
    let mut said: HashMap<u64, &str> = HashMap::new();
    for one in given.iter().take(lines.len() * 2) {
        let number = one.get("number").and_then(Value::as_u64);
        let text = one.get("text").and_then(Value::as_str);
        let (Some(number), Some(text)) = (number, text) else {
            return Err(Error::Unreadable("a translation is no text"));
        };
        said.entry(number).or_insert(text.trim());
    }
    let mut rejected = Vec::new();
    let mut kept = Vec::new();
    for (at, line) in (1_u64..).zip(lines) {
        let text = said.get(&at).copied().filter(|text| !text.is_empty());
        let fault = text.and_then(|text| translations.fault(line, text, whole));
        kept.push(text.filter(|_| fault.is_none()).map(str::to_owned));
        rejected.extend(text.zip(fault).map(|(text, fault)| (text.to_owned(), fault)));
    }
    spent.note(&faults(rejected));
    Ok(kept)
}
