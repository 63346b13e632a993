//! What is kept for how long: everything here is deleted when its time has passed.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::{Db, Result, chats};

/// How long what was sent, received or dropped from a feed is remembered (RELIABILITY.md, FEEDS.md).
const KEPT: TimeDelta = TimeDelta::days(30);

/// How long a model's answer is kept.
const ANSWERS_KEPT: TimeDelta = TimeDelta::days(90);

/// How long old digests can be asked for.
const DIGESTS_KEPT: TimeDelta = TimeDelta::days(400);

/// Deletes what is past its time; returns how many unreachable chats went.
pub async fn tidy(db: &mut Db, now: DateTime<Utc>) -> Result<u64> {
    let chats = chats::forget_blocked(db, now).await?;
    messages(db, now).await?;
    feeds(db, now).await?;
    let (answers, digests, held) =
        ((now - ANSWERS_KEPT).timestamp(), (now - DIGESTS_KEPT).timestamp(), (now - KEPT).timestamp());
    sqlx::query!("delete from model_answers where made_at < ?", answers).execute(&mut *db).await?;
    sqlx::query!("delete from digests where made_at < ?", digests).execute(&mut *db).await?;
    sqlx::query!("delete from held where held_at < ?", held).execute(db).await?;
    Ok(chats)
}

async fn messages(db: &mut Db, now: DateTime<Utc>) -> Result<()> {
    let (before, at, hour) = ((now - KEPT).timestamp(), now.timestamp(), now.timestamp() / 3600 - 48);
    sqlx::query!("delete from outbox where state in ('sent', 'dead') and done_at < ?", before)
        .execute(&mut *db)
        .await?;
    sqlx::query!("delete from updates where state <> 'new' and received_at < ?", before)
        .execute(&mut *db)
        .await?;
    sqlx::query!("delete from offers where until < ?", at).execute(&mut *db).await?;
    sqlx::query!("delete from budgets where hour < ?", hour).execute(&mut *db).await?;
    sqlx::query!("delete from paces where next_at < ?", at).execute(db).await?;
    Ok(())
}

/// Forgets removed subscriptions, entries that left their feed a month ago, and feeds nobody has followed for as long.
///
/// An entry is old only against the last time its feed was read: one that answers “not modified”, or fails, for a
/// month still has its entries.
async fn feeds(db: &mut Db, now: DateTime<Utc>) -> Result<()> {
    let (before, removed, kept) =
        ((now - KEPT).timestamp(), (now - TimeDelta::hours(1)).timestamp(), KEPT.num_seconds() + 86_400);
    sqlx::query!("delete from subscriptions where removed_at < ?", removed).execute(&mut *db).await?;
    sqlx::query!(
        "delete from entries where state <> 'queued'
             and last_seen_at < (select last_read_at from feeds where feeds.id = entries.feed_id) - ?",
        kept
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from feeds where coalesce(last_polled_at, created_at) < ?
             and not exists (select 1 from subscriptions where feed_id = feeds.id)",
        before
    )
    .execute(db)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::tidy;
    use crate::store::chats::{self, Mode, State, subscriptions};
    use crate::store::feeds::entries::{self, New, Origin};
    use crate::store::feeds::{self, About, Validators};
    use crate::store::tests::{chat, noon, scratch, subscribe};

    #[tokio::test]
    async fn a_chat_out_of_reach_is_kept_thirty_days() {
        for (days, left) in [(29, true), (31, false)] {
            let scratch = scratch().await;
            let mut db = scratch.store.begin().await.unwrap();
            chat(&mut db, 7).await;
            subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
            chats::set_state(&mut db, 7, State::Blocked, Some("blocked"), noon()).await.unwrap();
            tidy(&mut db, noon() + TimeDelta::days(days)).await.unwrap();
            assert_eq!(chats::get(&mut db, 7).await.unwrap().is_some(), left, "{days} days");
            assert_eq!(subscriptions::count(&mut db, 7).await.unwrap() == 1, left, "{days} days");
        }
    }

    #[tokio::test]
    async fn entries_go_a_month_after_they_left_the_feed_and_not_while_it_is_unchanged() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        let (feed, _) = subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
        let old = New {
            guid: "old",
            url: None,
            title: None,
            published_at: None,
            origin: Origin::Seen,
            batch: 1,
            payload: None,
            told_hash: b"old",
            told_updated: None,
        };
        entries::add(&mut db, feed, &old, noon()).await.unwrap();
        let wait = TimeDelta::hours(1);
        let (validators, about) = (Validators::default(), About::default());
        feeds::answered(&mut db, feed, (&validators, &about), noon(), wait).await.unwrap();
        let later = noon() + TimeDelta::days(60);
        feeds::unchanged(&mut db, feed, &validators, later, wait).await.unwrap();
        tidy(&mut db, later).await.unwrap();
        assert!(entries::known(&mut db, feed, &["old"], noon()).await.unwrap().contains("old"));
        feeds::answered(&mut db, feed, (&validators, &about), later, wait).await.unwrap();
        tidy(&mut db, later).await.unwrap();
        assert!(entries::known(&mut db, feed, &["old"], noon()).await.unwrap().is_empty());
    }
}
