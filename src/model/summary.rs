//! A summary by a model: the question, and what of the answer may be shown.
//!
//! In: an article and its brief. Out: the brief with the model's sentences and choice of quotes. Invariants: words of a
//! quote never come from the model, which chooses numbers only; speakers are chosen among ours; every sentence has
//! passed [`check`](crate::brief::check); one repair at most.

use serde_json::Value;

use super::excerpt::{excerpt, harmless};
use super::prompts::{self, Fault, Listed, Repair};
use super::{Error, Model, Question, Spent, Turn};
use crate::article::Article;
use crate::brief::check::{self, Checked};
use crate::brief::{Brief, Method, Quote, Speaker, Summary};
use crate::text::Language;

/// Quotes listed in a prompt.
const MOST_QUOTES: usize = 24;
/// Characters of one listed quote.
const LONGEST_QUOTE: usize = 400;
/// Candidates for a speaker.
const MOST_CANDIDATES: usize = 6;
/// Confidence under which the model may choose a speaker, and what its choice is worth.
const UNSURE: f32 = 0.5;
const CHOSEN: f32 = 0.6;
/// Key quotes a model may choose where the rules chose fewer.
const FEWEST_KEYS: usize = 2;
/// Tokens of an answer.
const MOST_TOKENS: u32 = 400;
/// Sentences of an answer that are looked at, and characters of one.
const MOST_SENTENCES: usize = 6;
const LONGEST_SENTENCE: usize = 1_000;

/// A brief a model has written, and the answer it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The brief.
    pub brief: Brief,
    /// The answer, to be kept; [`apply`] checks it anew whenever it is used.
    pub answer: Value,
}

/// Asks `model` for a summary of `article`; one repair at most.
///
/// # Errors
/// The model's, and [`Error::Rejected`] when nothing it wrote may be shown.
pub async fn write(
    model: &dyn Model,
    article: &Article,
    brief: &Brief,
    spent: &mut Spent,
) -> Result<Written, Error> {
    let mut question = question(article, brief, &nonce())?;
    let reply = model.ask(&question, spent).await?;
    let faults = match apply(model.name(), article, brief, &reply.value)? {
        Applied::Good(brief) => return Ok(Written { brief, answer: reply.value }),
        Applied::Bad(faults) => faults,
    };
    question.turns.push(Turn::Model(reply.value.to_string()));
    question.turns.push(Turn::User(prompts::render("repair.user", Repair { faults })?));
    let reply = model.ask(&question, spent).await?;
    match apply(model.name(), article, brief, &reply.value)? {
        Applied::Good(brief) => Ok(Written { brief, answer: reply.value }),
        Applied::Bad(_) => Err(Error::Rejected),
    }
}

/// What became of an answer.
#[derive(Debug, Clone)]
pub enum Applied {
    /// The brief it makes.
    Good(Brief),
    /// Nothing can be shown, and why.
    Bad(Vec<Fault>),
}

/// Takes from an answer what passes the checks.
///
/// # Errors
/// [`Error::Unreadable`] when it has not the shape that was asked for.
pub fn apply(model: &str, article: &Article, brief: &Brief, answer: &Value) -> Result<Applied, Error> {
    let sentences =
        answer.get("sentences").and_then(Value::as_array).ok_or(Error::Unreadable("no sentences"))?;
    let sentences: Vec<String> = sentences
        .iter()
        .take(MOST_SENTENCES)
        .map(|sentence| sentence.as_str().filter(|text| text.len() <= LONGEST_SENTENCE).map(str::to_owned))
        .collect::<Option<_>>()
        .ok_or(Error::Unreadable("a sentence is no text"))?;
    let Checked { kept, rejected } = check::summary(article, &brief.quotes, &sentences);
    for (_, reject) in &rejected {
        metrics::counter!("attache_model_rejected_total", "why" => reject.code()).increment(1);
    }
    if kept.is_empty() {
        let fault = |(sentence, why): (String, check::Reject)| Fault { sentence, why: why.to_string() };
        return Ok(Applied::Bad(rejected.into_iter().map(fault).collect()));
    }
    let mut brief = brief.clone();
    brief.summary =
        Summary { sentences: kept, method: Method::Llm, model: Some(model.to_owned()), ..Summary::default() };
    choose_speakers(&mut brief.quotes, answer);
    choose_keys(&mut brief.quotes, answer);
    Ok(Applied::Good(brief))
}

/// The question for a summary.
///
/// # Errors
/// [`Error::Prompt`].
pub fn question(article: &Article, brief: &Brief, nonce: &str) -> Result<Question, Error> {
    let candidates = candidates(&brief.quotes);
    let quotes: Vec<Listed> = brief
        .quotes
        .iter()
        .take(MOST_QUOTES)
        .enumerate()
        .map(|(at, quote)| listed(at, quote, &candidates, nonce))
        .collect();
    let summary = prompts::Summary {
        language: language_name(article.language),
        nonce: nonce.to_owned(),
        speakers: quotes.iter().any(|quote| !quote.candidates.is_empty()),
        quotes,
        article: excerpt(article, &brief.quotes, nonce),
    };
    Ok(Question {
        system: prompts::render("summary.system", &summary)?,
        turns: vec![Turn::User(prompts::render("summary.user", &summary)?)],
        schema_name: "summary",
        schema: prompts::summary_schema()?,
        max_tokens: MOST_TOKENS,
    })
}

fn listed(at: usize, quote: &Quote, candidates: &[Speaker], nonce: &str) -> Listed {
    let text: String = harmless(&quote.text, nonce).chars().take(LONGEST_QUOTE).collect();
    let unsure = may_choose(quote);
    let names = candidates.iter().filter_map(|speaker| speaker.name.clone()).filter(|_| unsure);
    let speaker =
        quote.speaker.as_ref().and_then(|speaker| speaker.name.clone().or_else(|| speaker.mention.clone()));
    Listed { number: at + 1, text, speaker: speaker.filter(|_| !unsure), candidates: names.collect() }
}

/// The people who are surely quoted in the article, each once.
fn candidates(quotes: &[Quote]) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    for speaker in
        quotes.iter().filter(|quote| quote.confidence >= UNSURE).filter_map(|quote| quote.speaker.as_ref())
    {
        if speaker.name.is_some() && found.iter().all(|known| known.name != speaker.name) {
            found.push(speaker.clone());
        }
    }
    found.truncate(MOST_CANDIDATES);
    found
}

/// Only where the article has no words at all for the speaker: against “she said” a model's guess could be wrong.
fn may_choose(quote: &Quote) -> bool {
    quote.confidence < UNSURE && quote.speaker.is_none()
}

fn choose_speakers(quotes: &mut [Quote], answer: &Value) {
    let candidates = candidates(quotes);
    let choices = answer.get("speakers").and_then(Value::as_array).into_iter().flatten();
    for choice in choices.take(MOST_QUOTES) {
        let number = |key: &str| {
            choice.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()?.checked_sub(1))
        };
        let (Some(at), Some(candidate)) = (number("quote"), number("candidate")) else { continue };
        let (Some(quote), Some(candidate)) = (quotes.get_mut(at), candidates.get(candidate)) else {
            continue;
        };
        if at < MOST_QUOTES && may_choose(quote) {
            quote.speaker = Some(Speaker {
                name: candidate.name.clone(),
                role: candidate.role.clone(),
                mention: None,
                span: None,
            });
            quote.confidence = CHOSEN;
            "model".clone_into(&mut quote.rule);
        }
    }
}

/// Ranks the quotes the model chose before those the rules chose, as many as the rules chose.
fn choose_keys(quotes: &mut [Quote], answer: &Value) {
    let mut ruled: Vec<(u32, usize)> =
        quotes.iter().enumerate().filter_map(|(at, quote)| Some((quote.key?, at))).collect();
    ruled.sort_unstable();
    let chosen = answer.get("key_quotes").and_then(Value::as_array).into_iter().flatten();
    let chosen = chosen.filter_map(|number| usize::try_from(number.as_u64()?).ok()?.checked_sub(1));
    let chosen = chosen.filter(|&at| at < MOST_QUOTES.min(quotes.len()));
    let mut order: Vec<usize> = Vec::new();
    for at in chosen.chain(ruled.iter().map(|&(_, at)| at)) {
        if !order.contains(&at) && order.len() < ruled.len().max(FEWEST_KEYS) {
            order.push(at);
        }
    }
    for quote in quotes.iter_mut() {
        quote.key = None;
    }
    for (rank, at) in order.into_iter().enumerate() {
        if let Some(quote) = quotes.get_mut(at) {
            quote.key = u32::try_from(rank + 1).ok();
        }
    }
}

fn nonce() -> String {
    format!("{:016x}", fastrand::u64(..))
}

fn language_name(language: Language) -> String {
    match language {
        Language::English => "English".to_owned(),
        Language::Russian => "Russian".to_owned(),
        Language::German => "German".to_owned(),
        Language::French => "French".to_owned(),
        Language::Spanish => "Spanish".to_owned(),
        Language::Other(_) => format!("the article's own language ({language})"),
    }
}
