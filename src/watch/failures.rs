//! The notice of a feed that has failed for long.

use chrono::{DateTime, Utc};

use super::outgoing::{put, title};
use super::watcher::Watch;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::delivery::notices_sent;
use crate::store::delivery::outbox::{Kind, Op};
use crate::store::feeds::State;
use crate::store::{Db, chats, feeds};
use crate::view::{self, Button, Fault, FeedDo, Press};

/// Failures in a row before anybody is told (CHAT.md).
const FAILURES_TOLD: i64 = 8;

impl Watch {
    /// Tells whoever added a feed, once and privately, that it is gone, asleep, or has failed for a day and eight tries.
    pub(super) async fn tell_of_failure(
        &self,
        db: &mut Db,
        feed: i64,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let Some(feed) = feeds::get(db, feed).await? else { return Ok(()) };
        let day_ago = now - chrono::TimeDelta::hours(24);
        let lasting =
            feed.failures >= FAILURES_TOLD && feed.failing_since.is_some_and(|since| since <= day_ago);
        if feed.state == State::Active && !lasting {
            return Ok(());
        }
        let stored = feed.last_error.clone().unwrap_or_default();
        for (one, added_by) in subscriptions::adders(db, feed.id).await? {
            if !notices_sent::once(db, added_by, notices_sent::FEED_FAILING, feed.id, now).await? {
                continue;
            }
            let options = self.options(&one, now);
            let reason = Fault::read(&stored, options.locale);
            let fills = [("feed", title(&feed).into()), ("reason", reason.into())];
            let elsewhere = if one.chat_id == added_by { None } else { chats::get(db, one.chat_id).await? };
            let mut message = view::line(
                if feed.state == State::Gone { "feed-gone" } else { "feed-failing" },
                &fills,
                &options,
            );
            if let Some(title) = elsewhere.and_then(|chat| chat.title) {
                let place = options.locale.say("feed-failing-in", &[("chat", title.into())]);
                message.text = message.text.plain(" ").plain(place);
            }
            let button = |key: &str, what| {
                Button::press(options.locale.word(key), &Press::FeedDo(what, one.subscription_id))
            };
            let message = message.row(vec![
                button("button-try-now", FeedDo::Retry),
                button("button-look", FeedDo::Look),
                button("button-remove", FeedDo::Remove),
            ]);
            let one = Recipient { chat_id: added_by, thread: 0, ..one };
            let key =
                format!("failing f{} {}", feed.id, feed.failing_since.map_or(0, |since| since.timestamp()));
            put(db, &one, (Kind::Notice, &key), Op::Send, &message, now).await?;
        }
        Ok(())
    }
}
