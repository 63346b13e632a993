//! A story's further articles: the card a chat has of the story names their outlets, and no other card comes.

use chrono::{DateTime, TimeDelta, Utc};

use crate::editor::shown;
use crate::store::articles::{self, Stored, arrivals, stories};
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::delivery::outbox::{self, Kind, Op};
use crate::store::{Db, Reader};
use crate::view::Outlet;
use crate::watch::model_summary::{reads, wanted};
use crate::watch::outgoing::put;
use crate::watch::watcher::Watch;

/// How long a card stands for its story.
const STANDS: TimeDelta = TimeDelta::hours(24);

/// Articles of a story that are looked at.
const LOOKED_AT: i64 = 200;

impl Watch {
    /// Names the outlet of an article on the card this place has of its story, instead of a card of its own; returns false
    /// where there is no such card, or it is of the same outlet.
    pub(in crate::watch) async fn joined(
        &self,
        db: &mut Db,
        one: &Recipient,
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let Some(story) = stored.story_id else { return Ok(false) };
        let place = (one.chat_id, one.thread);
        let mut others = stories::newest_articles(db, story, LOOKED_AT).await?;
        others.retain(|id| *id != stored.id);
        let Some((first, carried)) = outbox::first_card(db, place, &others, now - STANDS).await? else {
            return Ok(false);
        };
        let Some(first) = articles::get(db, Reader::Chat(one.chat_id), first).await? else {
            return Ok(false);
        };
        if shown::outlet(&first.article).name == shown::outlet(&stored.article).name {
            return Ok(false);
        }
        if !outbox::told_elsewhere(db, place, &format!("a{}", stored.id), now).await? {
            // it had a card of its own before
            return Ok(true);
        }
        let Some((one, message)) = self.again(db, &first, one, now).await? else { return Ok(true) };
        if let Some(message_id) = carried.message_id {
            let key = format!("a{}j{}", first.id, stored.id);
            put(db, &one, (Kind::Edit, &key), Op::Edit(message_id), &message, now).await?;
        } else {
            outbox::rewrite(db, carried.id, &serde_json::to_string(&message)?).await?;
        }
        Ok(true)
    }

    /// The card of an article again, as this place got it: by a feed, or because it follows what the article is about.
    async fn again(
        &self,
        db: &mut Db,
        first: &Stored,
        one: &Recipient,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<(Recipient, crate::view::Message)>> {
        let place = (one.chat_id, one.thread);
        for feed in arrivals::feeds_of(db, first.id).await? {
            if let Some(one) = subscriptions::recipient_at(db, feed, place).await? {
                let mut card =
                    shown::card(db, first, Some(one.subscription_id), (wanted(&one, first), &reads(&one)))
                        .await?;
                card.also = also(db, first, place).await?;
                let message = self.drawn(card.message(&self.options(&one, now)), &one);
                return Ok(Some((one, message)));
            }
        }
        self.card_again(db, first, place, now).await
    }
}

/// The outlets of a story whose articles this place has no card of because it has this one, in the order they came.
pub(in crate::watch) async fn also(
    db: &mut Db,
    stored: &Stored,
    place: (i64, i64),
) -> anyhow::Result<Vec<Outlet>> {
    let Some(story) = stored.story_id else { return Ok(Vec::new()) };
    let mut others = stories::newest_articles(db, story, LOOKED_AT).await?;
    others.sort_unstable();
    let told = outbox::of_those_told_elsewhere(db, place, &others).await?;
    let own = shown::outlet(&stored.article).name;
    let mut outlets: Vec<Outlet> = Vec::new();
    for heading in articles::headings(db, Reader::Chat(place.0), &told).await? {
        let source = shown::named_outlet(heading.site.as_deref(), heading.url.as_deref());
        let known = source.name == own || outlets.iter().any(|known| known.source.name == source.name);
        if !known && !source.name.is_empty() {
            outlets.push(Outlet { source, url: heading.url });
        }
    }
    Ok(outlets)
}
