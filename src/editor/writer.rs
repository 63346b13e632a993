//! The summary a language model writes, where there is one and it is in budget; else the extract stays.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::Edited;
use crate::brief::Method;
use crate::clock::Clock;
use crate::model::summary::{self, Applied};
use crate::model::{Client, Error, Model, Spent, prompts};
use crate::store::articles::content_hash;
use crate::store::{Store, model_use};

/// A model, and the book its use is kept in.
#[derive(Clone)]
pub struct Writer {
    model: Arc<dyn Model>,
    ledger: Option<Ledger>,
}

/// Where tokens are counted and answers kept.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The database.
    pub store: Arc<Store>,
    /// Tokens a day (UTC); extracts after that.
    pub daily_tokens: u64,
    /// Tells the day.
    pub clock: Clock,
}

impl Writer {
    /// Makes the writer the configuration asks for; `None` when no provider is set.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn of(llm: &crate::config::Llm, ledger: Option<(Arc<Store>, Clock)>) -> anyhow::Result<Option<Self>> {
        let Some(settings) = llm.settings() else { return Ok(None) };
        let daily_tokens = llm.daily_tokens;
        let ledger = ledger.map(|(store, clock)| Ledger { store, daily_tokens, clock });
        Ok(Some(Self::new(Arc::new(Client::new(settings)?), ledger)))
    }

    /// Makes a writer; without a ledger nothing is counted and nothing kept.
    #[must_use]
    pub fn new(model: Arc<dyn Model>, ledger: Option<Ledger>) -> Self {
        Self { model, ledger }
    }

    /// Gives the brief a model's summary that has passed every check; else leaves it as it is.
    pub(super) async fn improve(&self, mut edited: Edited) -> Edited {
        if edited.brief.summary.method != Method::Extractive {
            return edited;
        }
        let outcome = self.write(&mut edited).await;
        let label = match &outcome {
            Ok(()) => "written",
            Err(Error::Rejected) => "rejected",
            Err(Error::Spent) => "spent",
            Err(Error::Paused(_)) => "paused",
            Err(_) => "failed",
        };
        metrics::counter!("attache_model_summaries_total", "outcome" => label).increment(1);
        if let Err(fault) = outcome {
            tracing::info!(model = self.model.name(), %fault, "the extract stays");
        }
        edited
    }

    async fn write(&self, edited: &mut Edited) -> Result<(), Error> {
        let key = self.key(edited);
        if let Some(answer) = self.kept(&key).await
            && let Applied::Good(brief) =
                summary::apply(self.model.name(), &edited.article, &edited.brief, &answer)?
        {
            edited.brief = brief;
            edited.prompt_version = Some(prompts::SUMMARY_VERSION.to_owned());
            return Ok(());
        }
        self.afford().await?;
        let mut spent = Spent::default();
        let written = summary::write(&*self.model, &edited.article, &edited.brief, &mut spent).await;
        let answer = written.as_ref().ok().map(|written| written.answer.to_string());
        self.note(&key, spent, answer.as_deref()).await;
        edited.brief = written?.brief;
        edited.prompt_version = Some(prompts::SUMMARY_VERSION.to_owned());
        Ok(())
    }

    /// Content, model, prompt and language: what makes the answer.
    fn key(&self, edited: &Edited) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(content_hash(&edited.article));
        let rest = [self.model.name(), prompts::SUMMARY_VERSION, &edited.article.language.code()].join("\n");
        hash.update(rest);
        hash.finalize().to_vec()
    }

    async fn kept(&self, key: &[u8]) -> Option<serde_json::Value> {
        let mut read = self.ledger.as_ref()?.store.read().await.ok()?;
        let answer = model_use::answer(&mut read, key).await.ok().flatten()?;
        serde_json::from_str(&answer).ok()
    }

    async fn afford(&self) -> Result<(), Error> {
        let Some(ledger) = &self.ledger else { return Ok(()) };
        let spent = match ledger.store.read().await {
            Ok(mut read) => model_use::tokens_today(&mut read, ledger.clock.now()).await.ok(),
            Err(_) => None,
        };
        // A budget that cannot be read is no leave to spend.
        let within =
            spent.is_some_and(|spent| u64::try_from(spent).unwrap_or_default() < ledger.daily_tokens);
        if within { Ok(()) } else { Err(Error::Spent) }
    }

    async fn note(&self, key: &[u8], spent: Spent, answer: Option<&str>) {
        let Some(ledger) = &self.ledger else { return };
        if let Err(fault) = ledger.write_down(self.model.name(), key, spent, answer).await {
            tracing::warn!(%fault, "a model's use was not written down");
        }
    }
}

impl Ledger {
    async fn write_down(
        &self,
        model: &str,
        key: &[u8],
        spent: Spent,
        answer: Option<&str>,
    ) -> crate::store::Result<()> {
        let now = self.clock.now();
        let mut write = self.store.begin().await?;
        if spent != Spent::default() {
            let tokens = (spent.tokens_in.cast_signed(), spent.tokens_out.cast_signed());
            model_use::add(&mut write, model, Some(tokens), now).await?;
        }
        match answer {
            Some(answer) => model_use::keep_answer(&mut write, key, (model, answer), now).await?,
            None => model_use::add(&mut write, model, None, now).await?,
        }
        write.commit().await
    }
}
