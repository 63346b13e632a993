//! The book of a model's use: tokens against the day's allowance, verdicts, and answers kept so that one is paid once.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::clock::Clock;
use crate::model::{Error, Spent};
use crate::store::quotas::model_usage::{self, Kind};
use crate::store::{self, Store};

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

/// What one question came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) model: &'a str,
    /// Hash of all that makes the answer.
    pub(super) key: &'a [u8],
    pub(super) spent: &'a Spent,
    /// What is kept of the answer, when it may be shown.
    pub(super) answer: Option<&'a str>,
    /// One word for counters.
    pub(super) verdict: &'static str,
}

impl Ledger {
    /// The answer kept for a question.
    pub(super) async fn kept(&self, key: &[u8]) -> Option<Value> {
        let mut read = self.store.read().await.ok()?;
        let answer = model_usage::answer(&mut read, key).await.ok().flatten()?;
        serde_json::from_str(&answer).ok()
    }

    /// Whether something may still be asked today.
    pub(super) async fn afford(&self) -> Result<(), Error> {
        let spent = match self.store.read().await {
            Ok(mut read) => model_usage::tokens_today(&mut read, self.clock.now()).await.ok(),
            Err(_) => None,
        };
        // A budget that cannot be read is no leave to spend.
        let within = spent.is_some_and(|spent| u64::try_from(spent).unwrap_or_default() < self.daily_tokens);
        if within { Ok(()) } else { Err(Error::Spent) }
    }

    /// Writes down what a question came to; a book that cannot be written does not stop the work.
    pub(super) async fn note(&self, entry: Entry<'_>) {
        if let Err(fault) = self.write_down(entry).await {
            tracing::warn!(%fault, "a model's use was not written down");
        }
    }

    async fn write_down(&self, entry: Entry<'_>) -> store::Result<()> {
        let now = self.clock.now();
        let mut write = self.store.begin().await?;
        model_usage::judge(&mut write, entry.model, (Kind::Summary, entry.verdict, 1), now).await?;
        let mut broken: BTreeMap<&str, i64> = BTreeMap::new();
        entry.spent.rejected.iter().for_each(|rule| *broken.entry(rule).or_default() += 1);
        for (rule, count) in broken {
            model_usage::judge(&mut write, entry.model, (Kind::Sentence, rule, count), now).await?;
        }
        if entry.spent.tokens_in + entry.spent.tokens_out > 0 {
            let tokens = (entry.spent.tokens_in.cast_signed(), entry.spent.tokens_out.cast_signed());
            model_usage::add(&mut write, entry.model, Some(tokens), now).await?;
        }
        match entry.answer {
            Some(answer) => {
                model_usage::keep_answer(&mut write, entry.key, (entry.model, answer), now).await?
            }
            None => model_usage::add(&mut write, entry.model, None, now).await?,
        }
        write.commit().await
    }
}
