//! The summaries a model writes of an article before it is stored, in the languages its readers want.
//!
//! Invariant: an article never waits for its model past the next digest of those who follow the feed, nor long.

use std::time::Duration;

use chrono::TimeDelta;

use super::watcher::Watch;
use crate::editor::{Edited, shown, translated};
use crate::store::articles::Stored;
use crate::store::articles::summaries::Summary;
use crate::store::chats::digest_slots;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::feeds::entries::{Origin, Queued};
use crate::text::Language;
use crate::view::Translations;

/// Most languages one article is told in by a model.
const MOST_LANGUAGES: usize = 3;
/// How long before a digest nothing is waited for any more.
const BEFORE_DIGEST: TimeDelta = TimeDelta::seconds(5);
/// How long somebody waits for the sample of a feed.
const SAMPLE: Duration = Duration::from_secs(15);

/// The language of a model's summary, where the recipient wants one.
pub(super) fn wanted(one: &Recipient, stored: &Stored) -> Option<Language> {
    shown::wanted(one.summary_method, one.language.as_deref(), &stored.article)
}

/// The languages the recipient reads.
pub(super) fn reads(one: &Recipient) -> Vec<Language> {
    shown::languages(one.reads.as_deref().unwrap_or_default())
}

impl Watch {
    /// What the model makes of an article for those who follow the feed; nothing for silent back-fills, which are
    /// told of when somebody asks.
    pub(super) async fn written(&self, queued: &Queued, edited: &Edited) -> anyhow::Result<Vec<Summary>> {
        let Some(writer) = self.editor.writer() else { return Ok(Vec::new()) };
        if queued.origin == Origin::Backfill || queued.origin == Origin::Seen {
            return Ok(Vec::new());
        }
        let (languages, next_digest) = {
            let mut read = self.store.read().await?;
            let recipients = subscriptions::recipients(&mut read, queued.feed_id).await?;
            let mut languages: Vec<Language> = Vec::new();
            for one in &recipients {
                let wanted = shown::wanted(one.summary_method, one.language.as_deref(), &edited.article);
                languages.extend(wanted.filter(|language| !languages.contains(language)));
            }
            (languages, digest_slots::next_due_of_feed(&mut read, queued.feed_id).await?)
        };
        let mut patience = writer.timeout() * 2;
        if let Some(due) = next_digest {
            patience = patience.min((due - BEFORE_DIGEST - self.clock.now()).to_std().unwrap_or_default());
        }
        if queued.origin == Origin::Sample {
            patience = patience.min(SAMPLE);
        }
        let languages: Vec<Language> = languages.into_iter().take(MOST_LANGUAGES).collect();
        Ok(self.editor.summaries((&edited.article, &edited.brief), &languages, patience).await)
    }

    /// What is made of an article's quotes in the languages that those who follow the feed read, before it is stored.
    pub(super) async fn translated(
        &self,
        queued: &Queued,
        edited: &Edited,
    ) -> anyhow::Result<Vec<(Language, Translations)>> {
        let Some(translator) = self.editor.translator() else { return Ok(Vec::new()) };
        let recipients = subscriptions::recipients(&mut *self.store.read().await?, queued.feed_id).await?;
        let mut wanted: Vec<Vec<Language>> =
            recipients.iter().map(reads).filter(|reads| !reads.is_empty()).collect();
        wanted.sort_by_key(|reads| reads.iter().map(|language| language.code()).collect::<Vec<_>>());
        wanted.dedup();
        let mut made: Vec<(Language, Translations)> = Vec::new();
        for reads in wanted {
            let one = translated::of_article(translator, &reads, &edited.article, &edited.brief).await;
            made.extend(one.filter(|(language, _)| made.iter().all(|(known, _)| known != language)));
        }
        Ok(made)
    }
}
