//! What a language model writes about articles, where there is one, it is in budget and answers in time.
//!
//! In: articles and their briefs. Out: summaries that have passed every check; where there is none the extract stays.
//! Invariants: nothing is waited for longer than asked; nothing is asked past the day's tokens; what was asked once is
//! not asked again; every outcome is counted.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::ledger::{Entry, Ledger};
use crate::article::Article;
use crate::brief::{Brief, Method};
use crate::clock::Clock;
use crate::counters;
use crate::model::prompts::Prompt;
use crate::model::topic::{self, Report, Sentence};
use crate::model::translation::{self, Translated};
use crate::model::{Client, Error, Model, Spent, choices, summary};
use crate::store::Store;
use crate::store::articles::content_hash;
use crate::store::articles::summaries::Summary;
use crate::store::quotas::model_usage::SPENT;
use crate::text::Language;

/// A model, and the book its use is kept in.
#[derive(Clone)]
pub struct Writer {
    model: Arc<dyn Model>,
    ledger: Option<Ledger>,
    timeout: Duration,
}

impl Writer {
    /// Makes the writer the configuration asks for; `None` when no provider is set.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn of(llm: &crate::config::Llm, book: Option<(Arc<Store>, Clock)>) -> anyhow::Result<Option<Self>> {
        let Some(settings) = llm.settings() else { return Ok(None) };
        let timeout = settings.timeout;
        let daily_tokens = llm.daily_tokens;
        let ledger = book.map(|(store, clock)| Ledger { store, daily_tokens, clock });
        Ok(Some(Self { timeout, ..Self::new(Arc::new(Client::new(settings)?), ledger) }))
    }

    /// Makes a writer; without a ledger nothing is counted and nothing kept.
    #[must_use]
    pub fn new(model: Arc<dyn Model>, ledger: Option<Ledger>) -> Self {
        Self { model, ledger, timeout: Duration::from_secs(30) }
    }

    /// Name of the model.
    #[must_use]
    pub fn model(&self) -> &str {
        self.model.name()
    }

    /// How long one answer may take, a retry and a repair not counted.
    #[must_use]
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// What the model makes of an article in each of `languages`, as far as it does so within `patience`: in the
    /// article's own a summary, in others its sentences translated.
    pub async fn summaries(
        &self,
        article: &Article,
        brief: &Brief,
        languages: &[Language],
        patience: Duration,
    ) -> Vec<Summary> {
        if brief.summary.method != Method::Extractive || brief.summary.sentences.is_empty() {
            return Vec::new();
        }
        let until = tokio::time::Instant::now() + patience;
        let mut made = Vec::new();
        for &language in languages {
            let left = until.saturating_duration_since(tokio::time::Instant::now());
            if left.is_zero() {
                self.tell(&Error::Late);
                break;
            }
            let outcome = if language == article.language {
                self.own(article, brief, left).await
            } else {
                self.translated(article, brief, language, left).await
            };
            made.extend(outcome.inspect_err(|fault| self.tell(fault)).ok());
        }
        made
    }

    /// What the model says `reports` say about `topic`, within `patience`; `None` where it has nothing to show.
    pub async fn topic(
        &self,
        topic: &str,
        reports: &[Report<'_>],
        language: Language,
        patience: Duration,
    ) -> Option<Vec<Sentence>> {
        let hashes: Vec<u8> = reports.iter().flat_map(|report| content_hash(report.article)).collect();
        let key = self.key(Prompt::Topic, language, &[&hashes, topic.as_bytes()]);
        if let Some(answer) = self.kept(&key).await
            && let Ok((kept, _)) = topic::apply(reports, &answer)
            && !kept.is_empty()
        {
            return Some(kept);
        }
        let mut spent = Spent::default();
        let outcome = match self.afford().await {
            Ok(()) => {
                within(patience, topic::write(&*self.model, topic, reports, language, &mut spent)).await
            }
            Err(fault) => Err(fault),
        };
        let told = |kept: &Vec<Sentence>| {
            let one = |sentence: &Sentence| json!({"text": sentence.text, "articles": sentence.articles});
            json!({"sentences": kept.iter().map(one).collect::<Vec<_>>()}).to_string()
        };
        self.note(&key, spent, outcome.as_ref().map(told)).await;
        outcome.inspect_err(|fault| self.tell(fault)).ok()
    }

    async fn own(&self, article: &Article, brief: &Brief, patience: Duration) -> Result<Summary, Error> {
        let language = article.language;
        let key = self.key(Prompt::Summary, language, &[&content_hash(article)]);
        let name = self.model.name();
        if let Some(answer) = self.kept(&key).await
            && let Some(brief) = summary::apply(name, article, brief, &answer)?.brief
        {
            let choices = choices::of_answer(&answer).to_string();
            return Ok(self.summary(
                (Prompt::Summary, language),
                brief.summary.sentences,
                choices,
                Vec::new(),
            ));
        }
        let mut spent = Spent::default();
        let outcome = match self.afford().await {
            Ok(()) => within(patience, summary::write(&*self.model, article, brief, &mut spent)).await,
            Err(fault) => Err(fault),
        };
        self.note(&key, spent, outcome.as_ref().map(|written| written.answer.to_string())).await;
        let written = outcome?;
        let choices = choices::of_answer(&written.answer).to_string();
        let sentences = written.brief.summary.sentences;
        Ok(self.summary((Prompt::Summary, language), sentences, choices, Vec::new()))
    }

    async fn translated(
        &self,
        article: &Article,
        brief: &Brief,
        to: Language,
        patience: Duration,
    ) -> Result<Summary, Error> {
        let lines = brief.summary.sentences.join("\n");
        let key = self.key(Prompt::Translation, to, &[&content_hash(article), lines.as_bytes()]);
        let kept = self.kept(&key).await.and_then(|kept| serde_json::from_value::<Translated>(kept).ok());
        if let Some(kept) = kept.and_then(|kept| kept.checked(article, brief, to)) {
            return Ok(self.summary((Prompt::Translation, to), kept.sentences(), "{}".into(), kept.quotes));
        }
        let mut spent = Spent::default();
        let outcome = match self.afford().await {
            Ok(()) => {
                within(patience, translation::translate(&*self.model, article, brief, to, &mut spent)).await
            }
            Err(fault) => Err(fault),
        };
        let told = |kept: &Translated| serde_json::to_string(kept).unwrap_or_default();
        self.note(&key, spent, outcome.as_ref().map(told)).await;
        let made = outcome?;
        Ok(self.summary((Prompt::Translation, to), made.sentences(), "{}".into(), made.quotes))
    }

    fn summary(
        &self,
        (prompt, language): (Prompt, Language),
        sentences: Vec<String>,
        choices: String,
        quotes: Vec<(usize, String)>,
    ) -> Summary {
        Summary {
            language,
            method: if prompt == Prompt::Summary { Method::Llm } else { Method::Translated },
            model: self.model.name().to_owned(),
            prompt_version: prompt.version().to_owned(),
            sentences,
            choices,
            quotes,
        }
    }

    /// Content, model, prompt and language: what makes the answer.
    fn key(&self, prompt: Prompt, language: Language, content: &[&[u8]]) -> Vec<u8> {
        let mut hash = Sha256::new();
        content.iter().for_each(|part| hash.update(part));
        hash.update([self.model.name(), prompt.version(), &language.code()].join("\n"));
        hash.finalize().to_vec()
    }

    async fn kept(&self, key: &[u8]) -> Option<serde_json::Value> {
        self.ledger.as_ref()?.kept(key).await
    }

    async fn afford(&self) -> Result<(), Error> {
        match &self.ledger {
            Some(ledger) => ledger.afford().await,
            None => Ok(()),
        }
    }

    /// Counts what a question came to.
    async fn note(&self, key: &[u8], mut spent: Spent, outcome: Result<String, &Error>) {
        let verdict = match outcome {
            Ok(_) => "written",
            Err(Error::Rejected) => "rejected",
            Err(Error::Spent) => SPENT,
            Err(Error::Paused(_)) => "paused",
            Err(Error::Late | Error::TimedOut(_)) => "late",
            Err(_) => "failed",
        };
        counters::count("attache_model_summaries_total", &[("outcome", verdict)]);
        if verdict == "late" {
            // The server was asked and may have worked on it all the same.
            spent.tokens_in = spent.tokens_in.max(ASSUMED);
        }
        counters::raise("attache_model_tokens_total", &[("direction", "in")], spent.tokens_in);
        counters::raise("attache_model_tokens_total", &[("direction", "out")], spent.tokens_out);
        let Some(ledger) = &self.ledger else { return };
        let answer = outcome.as_deref().ok();
        ledger.note(Entry { model: self.model.name(), key, spent: &spent, answer, verdict }).await;
    }

    fn tell(&self, fault: &Error) {
        tracing::info!(model = self.model.name(), %fault, "the extract stays");
    }
}

/// Tokens a question is taken to have cost when its answer was not waited for.
const ASSUMED: u64 = 1_000;

async fn within<T>(patience: Duration, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    tokio::time::timeout(patience, work).await.unwrap_or(Err(Error::Late))
}
