//! One queued entry: its article, the brief of it, and the transaction that stores them with the sends they cause.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};

use super::reading::{TRIES, is_given_up};
use super::stories::place_new;
use super::watcher::Watch;
use crate::counters;
use crate::editor::{Edited, Error};
use crate::store::articles::summaries::{self, Summary};
use crate::store::articles::{self, Change, New, Saved, TextFrom, arrivals, translations};
use crate::store::feeds::entries::{self, Origin, Queued};
use crate::store::{Db, feeds};
use crate::text::Language;
use crate::view::Translations;

/// The longest a page's server may ask to be left alone, in seconds: what is told later is no news.
const LONGEST_RETRY: i64 = 24 * 3_600;

impl Watch {
    /// Briefs the queued entry of this number; an error is the database's.
    pub(super) async fn brief_queued(&self, id: i64) -> anyhow::Result<()> {
        // the reader goes back before the page is asked for
        let queued = entries::queued(&mut *self.store.read().await?, id).await?;
        if let Some(queued) = queued { self.brief(&queued).await } else { Ok(()) }
    }

    /// Briefs one entry; an error is the database's.
    pub(super) async fn brief(&self, queued: &Queued) -> anyhow::Result<()> {
        let Some(before) = self.before(queued).await? else { return Ok(()) };
        if let Some(known) = before.known.filter(|_| !before.is_own) {
            return self.take_known(queued, known).await;
        }
        let begun = tokio::time::Instant::now();
        match self.read_entry(queued, &before).await {
            Ok((mut edited, from)) => {
                edited.article.published = edited.article.published.or(queued.published_at);
                let named = self.stored_at(edited.named()).await?;
                if let Some(known) = named.filter(|known| queued.article_id != Some(known.id)) {
                    return self.take_known(queued, known).await;
                }
                let written = self.written(queued, &edited).await?;
                let translated = self.translated(queued, &edited).await?;
                self.keep(queued, &edited, (&written, &translated), from).await?;
                counters::took("attache_article_seconds", begun.elapsed().as_secs_f64());
                Ok(())
            }
            Err(fault) => match before.known.filter(|_| queued.article_id.is_none()) {
                // what is stored is told, and stays
                Some(known) if is_given_up(queued, &fault) => self.take_known(queued, known).await,
                _ => self.put_off(queued, &fault).await,
            },
        }
    }

    async fn keep(
        &self,
        queued: &Queued,
        edited: &Edited,
        (written, translated): (&[Summary], &[(Language, Translations)]),
        text_from: TextFrom,
    ) -> anyhow::Result<()> {
        let now = self.clock.now();
        let mut article = edited.article.clone();
        article.url = article.url.filter(|url| !url.is_empty());
        let new = New { article: &article, brief: &edited.brief, text_from };
        // the open stories are taken before the transaction, always in this order
        let mut stories = self.stories.0.lock().await;
        let mut tx = self.store.begin().await?;
        // an open feed may link to what stands behind a secret address or in a net of the host's own
        let is_private = edited.is_private || feeds::is_private(&mut tx, queued.feed_id).await?;
        let saved = if is_private {
            articles::save_private(&mut tx, &new, now).await?
        } else {
            articles::save(&mut tx, &new, now).await?
        };
        for summary in written {
            summaries::put(&mut tx, saved.id, &articles::content_hash(&article), summary, now).await?;
        }
        for (language, made) in translated {
            let of = (saved.id, articles::content_hash(&article));
            translations::put(&mut tx, (of.0, &of.1), (*language, made), now).await?;
        }
        let Some(first) = arrive(&mut tx, queued, saved, now).await? else { return Ok(()) };
        // until this is committed nobody else knows the stories; after an error they are read anew
        let mut known = stories.take();
        // a story is everybody's: what came privately only is in none
        if let Some(known) = known.as_mut().filter(|_| saved.change == Change::New && !is_private) {
            place_new(&mut tx, known, (saved.id, &article), now).await?;
        }
        self.cause_sends(&mut tx, queued, (saved, first), now).await?;
        tx.commit().await.context("failed to store an article")?;
        *stories = known;
        drop(stories);
        let method = if written.is_empty() { "extractive" } else { "llm" };
        counters::count("attache_briefs_total", &[("method", method)]);
        self.store.outbox_filled().notify_one();
        self.store.articles_came().notify_one();
        Ok(())
    }

    /// Takes an article that is stored for an entry of another site's feed: what that says of it changes nothing.
    async fn take_known(&self, queued: &Queued, known: Saved) -> anyhow::Result<()> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        if let Some(first) = arrive(&mut tx, queued, known, now).await? {
            self.cause_sends(&mut tx, queued, (known, first), now).await?;
            tx.commit().await.context("failed to store an arrival")?;
        }
        self.store.outbox_filled().notify_one();
        self.store.articles_came().notify_one();
        Ok(())
    }

    /// Puts an entry off while its page may come back, then gives it up; the rest of its poll is told all the same.
    async fn put_off(&self, queued: &Queued, fault: &Error) -> anyhow::Result<()> {
        let now: DateTime<Utc> = self.clock.now();
        let next = usize::try_from(queued.attempts).ok().and_then(|tried| TRIES.get(tried));
        let mut tx = self.store.begin().await?;
        if let Some(seconds) = next.filter(|_| fault.is_passing()) {
            // not before the time its server names (row 10), within reason
            let asked = fault.retry_after().map_or(0, |after| after.seconds(now));
            let wait = TimeDelta::seconds((*seconds).max(asked.min(LONGEST_RETRY)));
            entries::retry(&mut tx, queued.id, &fault.fault().stored(), now, wait).await?;
        } else if let Some(article) = queued.article_id {
            // an edit that cannot be read: what is stored stays
            entries::done(&mut tx, queued.id, article).await?;
        } else {
            entries::give_up(&mut tx, queued.id, &fault.fault().stored()).await?;
            let feed = feeds::get(&mut tx, queued.feed_id).await?;
            self.finish_batch(&mut tx, feed.as_ref(), queued, now).await?;
        }
        tx.commit().await.context("failed to put an entry off")?;
        self.store.outbox_filled().notify_one();
        Ok(())
    }
}

/// Ends an entry with its article; tells whether it is the first time the feed brings it, and none when the entry had
/// ended before.
async fn arrive(
    db: &mut Db,
    queued: &Queued,
    saved: Saved,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<bool>> {
    if !entries::done(db, queued.id, saved.id).await? {
        return Ok(None);
    }
    let fresh = queued.origin == Origin::Fresh;
    Ok(Some(arrivals::note(db, queued.feed_id, saved.id, fresh, now).await?))
}
