//! Cards that stand in a private chat and were drawn for a channel run from there.

use chrono::{DateTime, Utc};

use crate::editor::shown;
use crate::store::articles::Stored;
use crate::store::chats::{self, channels, subscriptions};
use crate::store::delivery::outbox::Carried;
use crate::store::feeds::Feed;
use crate::store::{Db, Reader, reader};
use crate::watch::follows::recipient;
use crate::watch::model_summary::{reads, wanted};
use crate::watch::outgoing::edit;
use crate::watch::watcher::Watch;

impl Watch {
    /// Puts an edited article's card in the place of one that was drawn for another chat, and for that one again.
    pub(super) async fn edit_elsewhere(
        &self,
        db: &mut Db,
        (feed, stored): (&Feed, &Stored),
        (carried, other): (&Carried, i64),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let Some(about) = chats::get(db, other).await? else { return Ok(()) };
        let Some(one) = recipient(db, (carried.chat_id, carried.thread), now).await? else { return Ok(()) };
        let runs = channels::list(db, carried.chat_id).await?.iter().any(|channel| channel.id == other);
        if !runs || !reader::may_read(db, Reader::Chat(other), stored.id).await? {
            return Ok(());
        }
        let by = subscriptions::recipient_at(db, feed.id, (other, 0)).await?.map(|by| by.subscription_id);
        let card = shown::card(db, stored, by, (wanted(&one, stored), &reads(&one))).await?;
        let name = about.title.unwrap_or_else(|| other.to_string());
        let message = card.message(&self.options(&one, now)).drawn_for(other, &name);
        edit(db, &one, (carried, stored), &message, now).await
    }
}
