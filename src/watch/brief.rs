//! One queued entry: its article, the brief of it, and the transaction that stores them with the sends they cause.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};

use super::stories::place_new;
use super::watcher::Watch;
use crate::counters;
use crate::editor::{Edited, Error, Told};
use crate::feed::{Entry, is_known_outlet, is_own};
use crate::store::articles::summaries::{self, Summary};
use crate::store::articles::{self, Change, New, Saved, TextFrom, arrivals, translations};
use crate::store::feeds::entries::{self, Origin, Queued};
use crate::store::{Db, Reader, feeds};
use crate::text::Language;
use crate::view::Translations;

/// How long a page that does not answer is waited for, after each try, in seconds; then the feed's words stand in.
const TRIES: [i64; 3] = [300, 1_800, 7_200];
/// The longest a page's server may ask to be left alone, in seconds: what is told later is no news.
const LONGEST_RETRY: i64 = 24 * 3_600;
/// How much longer than the page's text the feed's must be to be taken instead.
const LONGER: f64 = 1.15;

impl Watch {
    /// Briefs the queued entry of this number; an error is the database's.
    pub(super) async fn brief_queued(&self, id: i64) -> anyhow::Result<()> {
        // the reader goes back before the page is asked for
        let queued = entries::queued(&mut *self.store.read().await?, id).await?;
        if let Some(queued) = queued { self.brief(&queued).await } else { Ok(()) }
    }

    /// Briefs one entry; an error is the database's.
    pub(super) async fn brief(&self, queued: &Queued) -> anyhow::Result<()> {
        let entry: Entry =
            queued.payload.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        let told = Told {
            title: queued.title.clone(),
            published: queued.published_at,
            summary: entry.summary,
            content_html: entry.content_html,
        };
        let is_own = self.is_own(queued).await?;
        let known = self.stored_at(queued.url.as_deref()).await?;
        if let Some(known) = known.filter(|_| !is_own) {
            return self.take_known(queued, known).await;
        }
        let (keeps_page, begun) = (self.has_page(queued).await?, tokio::time::Instant::now());
        match self.edit(queued, &told, (is_own, keeps_page)).await {
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
            Err(fault) => self.put_off(queued, &fault).await,
        }
    }

    /// Whether the article of an entry is of its feed's own site; one without an address is.
    async fn is_own(&self, queued: &Queued) -> anyhow::Result<bool> {
        let feed = feeds::get(&mut *self.store.read().await?, queued.feed_id).await?;
        Ok(queued.url.as_deref().is_none_or(|link| feed.is_some_and(|feed| is_own(&feed.url, link))))
    }

    /// The article at an address that anybody may read, if it is stored.
    async fn stored_at(&self, url: Option<&str>) -> anyhow::Result<Option<Saved>> {
        let Some(url) = url else { return Ok(None) };
        let mut read = self.store.read().await?;
        let Some(id) = articles::by_url(&mut read, Reader::Anybody, url).await? else { return Ok(None) };
        let stored = articles::get(&mut read, Reader::Anybody, id).await?;
        Ok(stored.map(|stored| Saved { id, version: stored.version, change: Change::Same }))
    }

    /// Whether the article of an entry that was edited was read from its page.
    async fn has_page(&self, queued: &Queued) -> anyhow::Result<bool> {
        let Some(id) = queued.article_id else { return Ok(false) };
        let stored = articles::get(&mut *self.store.read().await?, Reader::Itself, id).await?;
        Ok(stored.is_some_and(|stored| stored.text_from == TextFrom::Page))
    }

    /// The page's article; the feed's where the page cannot be read or says less. The words of a page that was read once
    /// are not given up for the feed's. Of an article of another site the page speaks for itself: the feed's headline and
    /// day do not stand over it, and its words stand in only for a page that cannot be read, of no known outlet.
    async fn edit(
        &self,
        queued: &Queued,
        told: &Told,
        (is_own, keeps_page): (bool, bool),
    ) -> Result<(Edited, TextFrom), Error> {
        let Some(url) = queued.url.as_deref() else {
            let told = self.editor.from_feed("", told).await.ok_or(Error::Damaged)?;
            return Ok((told, TextFrom::Feed));
        };
        let own = Told { title: told.title.clone(), published: told.published, ..Told::default() };
        let bare = if is_own { own } else { Told::default() };
        let page = self.editor.brief_url(url, &bare).await;
        let length = page.as_ref().map_or(0, |page| page.article.text.len());
        let worth_reading = match &page {
            Ok(_) => {
                let told = told.content_html.as_ref();
                is_own && told.is_some_and(|html| html.len() as f64 > length as f64 * LONGER)
            }
            Err(fault) => {
                let for_good = !fault.is_passing()
                    || queued.origin == Origin::Sample
                    || queued.attempts >= TRIES.len() as i64;
                for_good && !keeps_page && (is_own || !is_known_outlet(url))
            }
        };
        let feed = if worth_reading { self.editor.from_feed(url, told).await } else { None };
        match (page, feed) {
            (Ok(page), Some(feed)) if (feed.article.text.len() as f64) <= length as f64 * LONGER => {
                Ok((page, TextFrom::Page))
            }
            (_, Some(feed)) => Ok((feed, TextFrom::Feed)),
            (Ok(page), None) => Ok((page, TextFrom::Page)),
            (Err(fault), None) => Err(fault),
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
            entries::retry(&mut tx, queued.id, &fault.to_string(), now, wait).await?;
        } else if let Some(article) = queued.article_id {
            // an edit that cannot be read: what is stored stays
            entries::done(&mut tx, queued.id, article).await?;
        } else {
            entries::give_up(&mut tx, queued.id, &fault.to_string()).await?;
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
