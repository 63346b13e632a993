//! What a digest of a chat would hold now, before anything is stored.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::digest::Mute;
use crate::store::articles::arrivals::{self, Arrival};
use crate::store::chats::{digests, held_back, mutes, subscriptions};
use crate::store::people::corrections as put_right;
use crate::store::quotas::model_usage;
use crate::store::{Db, Reader, articles, chats, reader};
use crate::text::Language;
use crate::view::{self, Page, RenderOptions};

use super::corrections;
use super::edition;
use super::look::locale;
use super::shelf::{Drawing, Edition, Key, Shelf};

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
    /// What it says beside its stories.
    pub digest: view::Digest,
    /// What its stories depend on.
    pub(super) key: Key,
    /// Its stories.
    pub(super) edition: Arc<Edition>,
    /// Where its window begins.
    pub since: DateTime<Utc>,
    /// The arrivals it covers: after the first, up to and with the second.
    pub arrivals: (i64, i64),
    /// The articles held back by quiet hours that stand in it.
    pub held_back: Vec<i64>,
    /// The last correction it tells.
    pub corrections_to: i64,
}

impl Draft {
    /// How many stories it has.
    #[must_use]
    pub fn stories(&self) -> usize {
        self.edition.stories.len()
    }

    /// Whether it has nothing to tell: no story, and nothing put right.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stories() == 0 && self.digest.corrections.is_empty()
    }

    /// What its pages depend on, seen like this.
    pub(super) fn drawing(&self, options: &RenderOptions) -> Drawing {
        let digest = &self.digest;
        (
            self.key.clone(),
            (digest.feeds, digest.failing.clone(), digest.held_back, digest.corrections.clone()),
            [digest.late, digest.model_spent],
            digest.since.map(|since| since.timestamp()),
            (options.locale, options.zone, digest.at.timestamp() / 60, options.bot.clone()),
        )
    }

    /// Draws its pages.
    #[must_use]
    pub fn pages(&self, options: &RenderOptions) -> Vec<Page> {
        view::Digest { stories: self.edition.stories.clone(), ..self.digest.clone() }.pages(options)
    }
}

/// Drafts what a chat's thread would get at `now`: what came since it was last told (for the first time: since
/// it follows a feed, and in the last day), the last day of a feed it follows only since then, and what quiet hours held
/// back. Only reads.
pub async fn draft(
    db: &mut Db,
    shelf: &mut Shelf,
    (chat, thread): (&chats::Chat, Option<i64>),
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
    let held_back = held_back::waiting(db, place).await?;
    let mutes = mutes::of_chat(db, chat.id, now).await?;
    let window = (after, since, last.is_some());
    let (mut ids, upto) = covered(db, place, window, (wanted_by, &mutes)).await?;
    ids.extend(held_back.iter().filter(|id| !ids.contains(id)).copied().collect::<Vec<_>>());
    // what was held back of a private feed is for a chat as long as it follows that
    let ids = reader::of(db, Reader::Chat(chat.id), &ids).await?;
    let reader = Language::from_tag(locale(chat).code());
    let key = (ids, edition::taste(chat.summary_method, chat.language.as_deref()), reader);
    let edition = edition::make(db, shelf, &key).await?;
    let (feeds, failing) = subscriptions::standing(db, place).await?;
    let shown_since = last.is_some().then_some(since);
    let model_spent = match &key.1 {
        Some(_) => model_usage::was_spent(db, shown_since.unwrap_or(now - FIRST)).await?,
        None => false,
    };
    let (corrections, corrections_to) = match &last {
        Some(last) => corrections::told(db, place, last.corrections_to).await?,
        None => (Vec::new(), put_right::last(db).await?),
    };
    let digest = view::Digest {
        corrections,
        at: now,
        since: shown_since,
        articles: edition.articles,
        feeds,
        failing,
        held_back: held_back.len(),
        model_spent,
        by_model: edition.by_model.clone(),
        ..view::Digest::default()
    };
    Ok(Draft { digest, key, edition, since, arrivals: (after, upto), held_back, corrections_to })
}

/// The articles that came for a place after an arrival, and up to which arrival they are covered.
async fn covered(
    db: &mut Db,
    place: (i64, Option<i64>),
    (after, since, told): (i64, DateTime<Utc>, bool),
    (wanted_by, mutes): (Wanted, &[Mute]),
) -> anyhow::Result<(Vec<i64>, i64)> {
    let upto = arrivals::last(db).await?.max(after);
    let by_hand = wanted_by == Wanted::ByHand;
    let came = arrivals::for_digest(db, place, (after, upto), told.then_some(since), by_hand).await?;
    let (mut ids, mut covered) = (Vec::new(), after);
    for arrival in came {
        if ids.len() == MOST_ARTICLES {
            return Ok((ids, covered));
        }
        let is_news = arrival.is_news(since, told) && !ids.contains(&arrival.article_id);
        if is_news && wanted(db, &arrival, mutes).await? {
            ids.push(arrival.article_id);
        }
        covered = covered.max(arrival.id);
    }
    let upto = if ids.len() == MOST_ARTICLES { covered } else { upto };
    Ok((ids, upto))
}

/// Where the window of a chat's first digest begins.
async fn first_since(db: &mut Db, chat_id: i64, now: DateTime<Utc>) -> anyhow::Result<DateTime<Utc>> {
    let followed = subscriptions::list(db, chat_id).await?.into_iter().map(|one| one.created_at).min();
    Ok(followed.unwrap_or(now).min(now - FIRST).max(now - FIRST_AT_MOST))
}

/// Whether an article is for the digest: let through by the filter, and about nothing that is muted.
async fn wanted(db: &mut Db, arrival: &Arrival, mutes: &[Mute]) -> anyhow::Result<bool> {
    if arrival.filter.is_none() && mutes.is_empty() {
        return Ok(true);
    }
    let Some(stored) = articles::get(db, Reader::Itself, arrival.article_id).await? else { return Ok(false) };
    if mutes.iter().any(|mute| mute.hides(&stored.article, &stored.brief.quotes, stored.story_id)) {
        return Ok(false);
    }
    let text = format!("{}\n{}", stored.article.title.unwrap_or_default(), stored.article.text);
    Ok(subscriptions::passes(arrival.filter.as_deref(), &text))
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
