//! What a document brings: which entries are new, and what each is for.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::edits;
use super::watcher::Watch;
use crate::feed::{self, Entry, normal_link};
use crate::store::Db;
use crate::store::chats::subscriptions;
use crate::store::feeds::entries::{self, New, Origin};
use crate::store::feeds::{self, Feed};

/// Entries of a new feed that are briefed, the sample among them (CHAT.md, “Settled points”).
const BACKFILL: usize = 20;

impl Watch {
    /// Takes in the entries of a document, in the transaction of the poll. The first document of a feed pushes nothing:
    /// its newest entry becomes the sample, the next ones are briefed silently, the rest is noted as seen.
    pub(super) async fn take_in(
        &self,
        db: &mut Db,
        feed: &Feed,
        document: &feed::Feed,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let items: Vec<&Entry> = document.items().collect();
        let guids: Vec<&str> = items.iter().map(|entry| entry.id.as_str()).collect();
        let known = entries::known(db, feed.id, &guids, now).await?;
        let (old, mut new): (Vec<&Entry>, Vec<&Entry>) =
            items.into_iter().partition(|entry| known.contains(&entry.id));
        new.sort_by_key(|entry| std::cmp::Reverse(date(entry)));
        let batch = feed.polls + 1;
        if feed.last_ok_at.is_none() {
            let wanted = subscriptions::recipients(db, feed.id).await?.iter().any(|one| one.sample_due);
            for (place, entry) in new.iter().enumerate() {
                let origin = match place {
                    0 if wanted => Origin::Sample,
                    0..BACKFILL => Origin::Backfill,
                    _ => Origin::Seen,
                };
                add(db, feed.id, entry, (origin, batch), now).await?;
            }
            return Ok(());
        }
        // the oldest identity of a link, which the article was stored under
        let links = entries::links(db, feed.id).await?;
        let had: HashMap<String, String> =
            links.into_iter().map(|(url, guid)| (normal_link(&url), guid)).collect();
        let mut edited = old.clone();
        let mut renamed = Vec::new();
        // oldest first, so that cards come in the order of events
        for entry in new.into_iter().rev() {
            let again = entry.url.as_deref().and_then(|url| had.get(&normal_link(url)));
            let origin = if again.is_some() { Origin::Seen } else { Origin::Fresh };
            add(db, feed.id, entry, (origin, batch), now).await?;
            // some outlets give an edited article a new guid; both at once are two tellings of it, and no edit
            renamed.extend(
                again
                    .filter(|guid| !known.contains(*guid))
                    .map(|guid| Entry { id: guid.clone(), ..entry.clone() }),
            );
        }
        edited.extend(&renamed);
        edits::renew(db, feed.id, &edited, now).await
    }

    /// Spreads feeds that fell due while the program was away over the first minutes (row 25).
    pub(super) async fn spread(&self) -> anyhow::Result<()> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let overdue = feeds::due(&mut tx, now, i64::MAX).await?;
        for (place, feed) in overdue.iter().enumerate() {
            let wait = feed::schedule::start_spread(place, overdue.len());
            if wait > 0 && feed.is_known {
                feeds::put_off(&mut tx, feed.id, now, chrono::TimeDelta::seconds(wait)).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }
}

async fn add(
    db: &mut Db,
    feed: i64,
    entry: &Entry,
    (origin, batch): (Origin, i64),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let payload = if origin == Origin::Seen { None } else { Some(serde_json::to_string(entry)?) };
    let new = New {
        guid: &entry.id,
        url: entry.url.as_deref(),
        title: entry.title.as_deref(),
        published_at: date(entry),
        origin,
        batch,
        payload: payload.as_deref(),
        told_hash: &entry.told_hash(),
        told_updated: entry.told_updated(),
    };
    entries::add(db, feed, &new, now).await?;
    Ok(())
}

fn date(entry: &Entry) -> Option<DateTime<Utc>> {
    entry.published.or(entry.updated)
}
