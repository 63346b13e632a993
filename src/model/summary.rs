//! A summary by a model: the question, and what of the answer may be shown.
//!
//! In: an article and its brief. Out: the brief with the model's sentences and choice of quotes. Invariants: words of a
//! quote never come from the model, which chooses numbers only; every sentence has
//! passed [`check`](crate::brief::check), and the model, asked again, has not said that the article does not say it; one
//! repair at most.

use serde_json::Value;

use super::excerpt::excerpt;
use super::prompts::{self, Fault, Listed, Prompt, Repair};
use super::{Error, Model, Question, Spent, Turn, choices, faults, language_name, nonce, verdict};
use crate::article::Article;
use crate::brief::check::{self, Checked, Reject};
use crate::brief::{Brief, Method, Summary};

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

/// Asks `model` for a summary of `article`, one repair at most, and then whether the article says what it wrote.
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
    let answer = model.ask(&question, spent).await?.value;
    let applied = apply(model.name(), article, brief, &answer)?;
    spent.note(&applied.faults);
    if let Some(written) = applied.brief {
        return confirmed(model, (article, brief), (written, answer), spent).await;
    }
    question.turns.push(Turn::Model(answer.to_string()));
    question.turns.push(Turn::User(prompts::render("repair.user", Repair { faults: applied.faults })?));
    let answer = model.ask(&question, spent).await?.value;
    let applied = apply(model.name(), article, brief, &answer)?;
    spent.note(&applied.faults);
    let written = applied.brief.ok_or(Error::Rejected)?;
    confirmed(model, (article, brief), (written, answer), spent).await
}

/// What is left of a written brief when the model has been asked whether the article says its sentences.
async fn confirmed(
    model: &dyn Model,
    (article, brief): (&Article, &Brief),
    (written, mut answer): (Brief, Value),
    spent: &mut Spent,
) -> Result<Written, Error> {
    let sentences = &written.summary.sentences;
    let stands = verdict::verdicts(model, (article, &brief.quotes), sentences, spent).await?;
    let (told, untold): (Vec<_>, Vec<_>) = sentences.iter().zip(stands).partition(|(_, stands)| *stands);
    // what is kept of the answer is what stood
    if let Some(given) = answer.get_mut("sentences") {
        *given = told.into_iter().map(|(sentence, _)| Value::from(sentence.as_str())).collect();
    }
    if untold.is_empty() {
        return Ok(Written { brief: written, answer });
    }
    let untold = untold.into_iter().map(|(sentence, _)| (sentence.clone(), Reject::Untold)).collect();
    spent.note(&faults(untold));
    let brief = apply(model.name(), article, brief, &answer)?.brief.ok_or(Error::Rejected)?;
    Ok(Written { brief, answer })
}

/// What became of an answer.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The brief it makes; `None` when nothing can be shown.
    pub brief: Option<Brief>,
    /// The sentences that cannot be shown, and why.
    pub faults: Vec<Fault>,
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
    let faults = faults(rejected);
    if kept.is_empty() {
        return Ok(Applied { brief: None, faults });
    }
    let mut brief = brief.clone();
    brief.summary =
        Summary { sentences: kept, method: Method::Llm, model: Some(model.to_owned()), ..Summary::default() };
    choices::choose(&mut brief.quotes, answer);
    Ok(Applied { brief: Some(brief), faults })
}

/// The question for a summary.
///
/// # Errors
/// [`Error::Prompt`].
pub fn question(article: &Article, brief: &Brief, nonce: &str) -> Result<Question, Error> {
    let quotes: Vec<Listed> = choices::listed(&brief.quotes, nonce);
    let given = prompts::Summary {
        language: language_name(article.language),
        nonce: nonce.to_owned(),
        quotes,
        article: excerpt(article, &brief.quotes, nonce),
    };
    Prompt::Summary.question(given, MOST_TOKENS)
}
