//! Edits: entries a feed had before and tells otherwise now.
//!
//! An edit shows in the headline, the address, the feed's own words or its time of the last change. Its article is read
//! again, silently: the watch edits the cards that were sent of it. Bounds, so that a feed that never stands still causes
//! no storm: each reading waits twice as long as the one before, there are at most [`MOST`], none a week after the
//! entry came unless headline or address changed, and none for a feed that stamps all its entries with the time of asking.

use chrono::{DateTime, TimeDelta, Utc};

use crate::feed::{Entry, normal_link};
use crate::store::Db;
use crate::store::feeds::edits::{self, Seen, Told};

/// The most readings again of one article.
const MOST: i64 = 8;
/// The wait between the first reading again and the second.
const FIRST_WAIT: TimeDelta = TimeDelta::minutes(15);
/// How long after an entry came edits of its words are looked for.
const YOUNG: TimeDelta = TimeDelta::days(7);
/// Fewer entries whose time of change alone moved are edits, not stamps.
const STAMPED: usize = 4;

/// An entry the feed had before.
struct Old<'a> {
    entry: &'a Entry,
    seen: Seen,
    hash: Vec<u8>,
}

/// Queues again the entries among `old` that were edited.
pub(super) async fn renew(db: &mut Db, feed: i64, old: &[&Entry], now: DateTime<Utc>) -> anyhow::Result<()> {
    let guids: Vec<&str> = old.iter().map(|entry| entry.id.as_str()).collect();
    let mut seen: std::collections::HashMap<String, Seen> =
        edits::seen(db, feed, &guids).await?.into_iter().map(|seen| (seen.guid.clone(), seen)).collect();
    let old: Vec<Old> = old
        .iter()
        .filter_map(|&entry| Some(Old { entry, seen: seen.remove(&entry.id)?, hash: entry.told_hash() }))
        .collect();
    let stamped = is_stamped(&old);
    for one in old.iter().filter(|one| one.differs()) {
        let (hash, updated) = (one.hash.as_slice(), one.entry.told_updated());
        let Some(due) = one.due(stamped, now) else {
            edits::note(db, one.seen.id, hash, updated).await?;
            continue;
        };
        let payload = serde_json::to_string(one.entry)?;
        let (url, title) = (one.entry.url.as_deref(), one.entry.title.as_deref());
        edits::renew(db, one.seen.id, &Told { url, title, hash, updated, payload: &payload }, (now, due))
            .await?;
    }
    Ok(())
}

impl Old<'_> {
    fn differs(&self) -> bool {
        self.seen.told_hash.as_deref() != Some(&self.hash) || self.moved()
    }

    /// Whether the feed names another time of change.
    fn moved(&self) -> bool {
        self.seen.told_updated != self.entry.told_updated()
    }

    /// Whether headline or address changed.
    fn renamed(&self) -> bool {
        let link = |url: Option<&str>| url.map(normal_link);
        self.seen.title != self.entry.title
            || link(self.seen.url.as_deref()) != link(self.entry.url.as_deref())
    }

    /// When its article is to be read again; `None`: not at all.
    fn due(&self, stamped: bool, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let Seen { told_hash, renewals, renewed_at, first_seen_at, .. } = &self.seen;
        let reworded = told_hash.as_ref().is_some_and(|hash| *hash != self.hash);
        let edited = reworded || told_hash.is_some() && self.moved() && !stamped;
        let wanted = self.renamed() || edited && now - *first_seen_at <= YOUNG;
        let times = u32::try_from(*renewals).ok().filter(|_| *renewals < MOST)?;
        let earliest = renewed_at.map(|at| at + FIRST_WAIT * (1 << times.saturating_sub(1).min(16)));
        wanted.then(|| earliest.unwrap_or(now).max(now))
    }
}

/// Whether a feed moved the time of change of most of its entries and said nothing new in them.
fn is_stamped(old: &[Old]) -> bool {
    let moved =
        old.iter().filter(|one| one.moved() && one.seen.told_hash.as_deref() == Some(&one.hash)).count();
    moved >= STAMPED && moved * 2 > old.len()
}
