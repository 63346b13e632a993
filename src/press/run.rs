//! The loop that makes digests and reviews.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::{Shelf, review, round};
use crate::clock::Clock;
use crate::digest::CATCHING_UP;
use crate::store::feeds::awaited;
use crate::store::{self, Store};
use crate::translator::Translator;

/// The longest sleep: settings may have changed meanwhile.
const LONGEST_SLEEP: Duration = Duration::from_secs(15);

/// How soon it is looked again whether the feeds have been asked.
const LOOK: TimeDelta = TimeDelta::seconds(2);

/// A sleep so long was the machine's.
const ASLEEP: TimeDelta = TimeDelta::minutes(2);

/// Makes digests and reviews when they are due, until `stop`; what fell due while the machine was off waits until the
/// feeds have been asked. `bot` is the bot's user name for deep links. Quotes in reviews are translated by `translator`, if
/// there is one.
pub async fn run(
    store: &Store,
    (bot, translator): (Option<&str>, Option<&Translator>),
    clock: Clock,
    stop: &CancellationToken,
) {
    let mut shelf = Shelf::default();
    let mut waking = Waking::at(clock.now());
    while !stop.is_cancelled() {
        let now = clock.now();
        waking.goes_on(now);
        let made = async {
            if !waking.is_over(store, now).await? {
                return Ok(now + LOOK);
            }
            let next = round(store, &mut shelf, bot, now).await?;
            Ok::<_, anyhow::Error>(next.min(review::round(store, translator, clock.now()).await?))
        };
        let wake = match made.await {
            Ok(wake) => wake,
            Err(error) => {
                store.doubt(&error);
                tracing::error!(error = store::told(&error), "digests and reviews cannot be made");
                clock.now() + TimeDelta::seconds(5)
            }
        };
        waking.seen = clock.now();
        tokio::select! {
            () = stop.cancelled() => {}
            () = clock.sleep_until(wake, LONGEST_SLEEP) => {}
        }
    }
}

/// The first minutes after a start or after the machine slept: until every feed that was due has been asked and what they
/// brought is read, at most [`CATCHING_UP`].
#[derive(Debug)]
struct Waking {
    since: DateTime<Utc>,
    /// When no feed was left to be asked.
    asked: Option<DateTime<Utc>>,
    over: bool,
    /// When the loop was last seen awake.
    seen: DateTime<Utc>,
}

impl Waking {
    fn at(now: DateTime<Utc>) -> Self {
        Self { since: now, asked: None, over: false, seen: now }
    }

    /// Begins anew where the machine has slept since the loop was last seen.
    fn goes_on(&mut self, now: DateTime<Utc>) {
        if now - self.seen > ASLEEP {
            *self = Self::at(now);
        }
        self.seen = now;
    }

    /// Whether what is due may be made.
    async fn is_over(&mut self, store: &Store, now: DateTime<Utc>) -> store::Result<bool> {
        let until = self.since + CATCHING_UP;
        // behind the start the clock was set back
        if self.over || !(self.since..until).contains(&now) {
            self.over = true;
            return Ok(true);
        }
        let mut db = store.read().await?;
        if self.asked.is_none() && !awaited::any_to_ask(&mut db, self.since, until).await? {
            self.asked = Some(now);
        }
        self.over = match self.asked {
            Some(asked) => !awaited::any_to_brief(&mut db, asked, now).await?,
            None => false,
        };
        Ok(self.over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Db;
    use crate::store::chats::Mode;
    use crate::store::feeds::entries::{self, New, Origin};
    use crate::store::feeds::{self, Validators};
    use crate::store::tests::{Scratch, chat, noon, scratch, subscribe};

    /// The feed answers at `at` as before and is to be asked an hour later.
    async fn answers(db: &mut Db, feed: i64, at: DateTime<Utc>) {
        feeds::unchanged(db, feed, &Validators::default(), at, TimeDelta::hours(1)).await.unwrap();
    }

    /// Chat 7 follows two feeds, which were asked at noon.
    async fn followed() -> (Scratch, [i64; 2]) {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        let mut ids = [0; 2];
        for (id, url) in ids.iter_mut().zip(["https://a.example/feed", "https://b.example/feed"]) {
            *id = subscribe(&mut db, 7, url, Mode::Digest).await.0;
            answers(&mut db, *id, noon()).await;
        }
        db.commit().await.unwrap();
        (scratch, ids)
    }

    async fn entry(db: &mut Db, feed_id: i64, at: DateTime<Utc>) {
        let new = New {
            guid: "1",
            url: None,
            title: None,
            published_at: None,
            origin: Origin::Fresh,
            batch: 1,
            payload: None,
            told_hash: &[],
            told_updated: None,
        };
        entries::add(db, feed_id, &new, at).await.unwrap();
    }

    #[tokio::test]
    async fn a_start_is_over_when_each_feed_that_was_due_was_asked_and_what_it_brought_is_read() {
        let (scratch, [first, second]) = followed().await;
        let start = noon() + TimeDelta::hours(20);
        let at = |seconds: i64| start + TimeDelta::seconds(seconds);
        let mut waking = Waking::at(start);
        assert!(!waking.is_over(&scratch.store, start).await.unwrap());
        let mut db = scratch.store.begin().await.unwrap();
        answers(&mut db, first, at(3)).await;
        // spread over the first minutes
        feeds::put_off(&mut db, second, at(1), TimeDelta::seconds(40)).await.unwrap();
        db.commit().await.unwrap();
        assert!(!waking.is_over(&scratch.store, at(5)).await.unwrap());
        let mut db = scratch.store.begin().await.unwrap();
        answers(&mut db, second, at(41)).await;
        entry(&mut db, second, at(41)).await;
        db.commit().await.unwrap();
        assert!(!waking.is_over(&scratch.store, at(43)).await.unwrap());
        let mut db = scratch.store.begin().await.unwrap();
        sqlx::query("update entries set state = 'done'").execute(&mut *db).await.unwrap();
        // what comes later holds up nothing
        db.commit().await.unwrap();
        assert!(waking.is_over(&scratch.store, at(45)).await.unwrap());
    }

    #[tokio::test]
    async fn a_start_waits_for_no_feed_that_was_not_due_and_for_none_longer_than_ten_minutes() {
        let (scratch, _) = followed().await;
        let soon = noon() + TimeDelta::minutes(58);
        assert!(Waking::at(soon).is_over(&scratch.store, soon).await.unwrap());
        let start = noon() + TimeDelta::hours(20);
        let mut waking = Waking::at(start);
        for (minutes, over) in [(0, false), (9, false), (10, true), (11, true)] {
            let now = start + TimeDelta::minutes(minutes);
            assert_eq!(waking.is_over(&scratch.store, now).await.unwrap(), over, "{minutes}");
        }
        // the machine sleeps until the next day
        let woken = start + TimeDelta::hours(20);
        waking.goes_on(woken);
        assert!(!waking.is_over(&scratch.store, woken).await.unwrap());
    }
}
