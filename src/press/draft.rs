//! What a digest of a chat would hold now, before anything is stored.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::articles::arrivals::{self, Arrival};
use crate::store::chats::{digests, held_back, subscriptions};
use crate::store::{Db, articles, chats};
use crate::view;

use super::edition;

/// Who wants a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A slot of the chat: what its feeds have for the digest.
    BySlot,
    /// Somebody who asks: what its feeds have, in whatever mode.
    ByHand,
}

/// How far back a chat's first digest reaches at least; it also takes what came since the chat first followed a feed …
const FIRST: TimeDelta = TimeDelta::hours(24);

/// … but nothing older than this.
const FIRST_AT_MOST: TimeDelta = TimeDelta::days(30);

/// Most articles one digest is made of; what is over waits for the next.
const MOST_ARTICLES: usize = 600;

/// A digest not yet stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What it says.
    pub digest: view::Digest,
    /// Where its window begins.
    pub since: DateTime<Utc>,
    /// The arrivals it covers: after the first, up to and with the second.
    pub arrivals: (i64, i64),
    /// The articles held back by quiet hours that stand in it.
    pub held_back: Vec<i64>,
}

/// Drafts what a chat's thread would get at `now`: what came since it was last told (for the first time: since
/// it follows a feed, and in the last day), and what quiet hours held back. Only reads.
///
/// # Errors
/// SQLite's.
pub async fn draft(
    db: &mut Db,
    chat: &chats::Chat,
    thread: Option<i64>,
    wanted_by: Wanted,
    now: DateTime<Utc>,
) -> anyhow::Result<Draft> {
    let place = (chat.id, thread);
    let last = digests::last_told(db, chat.id, thread).await?;
    let since = match &last {
        Some(last) => last.window_to.min(now),
        None => first_since(db, chat.id, now).await?,
    };
    let after = match &last {
        Some(last) => last.arrivals_to,
        None => arrivals::last_before(db, since).await?,
    };
    let mut upto = arrivals::last(db).await?.max(after);
    let came = arrivals::for_digest(db, place, (after, upto), wanted_by == Wanted::ByHand).await?;
    let held = held_back::waiting(db, place).await?;
    let (mut ids, mut covered) = (Vec::new(), after);
    for arrival in came {
        if ids.len() == MOST_ARTICLES {
            break;
        }
        if wanted(db, &arrival, since).await? && !ids.contains(&arrival.article_id) {
            ids.push(arrival.article_id);
        }
        covered = arrival.id;
    }
    if ids.len() == MOST_ARTICLES {
        upto = covered;
    }
    ids.extend(held.iter().filter(|id| !ids.contains(id)).copied().collect::<Vec<_>>());
    let shown_since = last.is_some().then_some(since);
    let mut digest = edition::make(db, chat.id, &ids, shown_since, now).await?;
    digest.held_back = held.len();
    Ok(Draft { digest, since, arrivals: (after, upto), held_back: held })
}

/// Where the window of a chat's first digest begins.
async fn first_since(db: &mut Db, chat_id: i64, now: DateTime<Utc>) -> anyhow::Result<DateTime<Utc>> {
    let followed = subscriptions::list(db, chat_id).await?.into_iter().map(|one| one.created_at).min();
    Ok(followed.unwrap_or(now).min(now - FIRST).max(now - FIRST_AT_MOST))
}

/// Whether an article is for the digest: new, not an old one of a feed just added, and let through by the filter.
async fn wanted(db: &mut Db, arrival: &Arrival, since: DateTime<Utc>) -> anyhow::Result<bool> {
    if !arrival.fresh && arrival.published_at.is_none_or(|at| at < since) {
        return Ok(false);
    }
    if arrival.filter.is_none() {
        return Ok(true);
    }
    let Some(stored) = articles::get(db, arrival.article_id).await? else { return Ok(false) };
    let text = format!("{}\n{}", stored.article.title.unwrap_or_default(), stored.article.text);
    Ok(subscriptions::passes(arrival.filter.as_deref(), &text))
}
