//! Following feeds: one with its sample card, or many at once; and how many a chat may.

use std::collections::HashSet;

use url::Url;

use crate::bot::{Reply, Session, send};
use crate::feed::secret;
use crate::fetch::{FoundFeed, host_as_typed};
use crate::source;
use crate::store::chats::subscriptions::{self, Added, New};
use crate::store::chats::{self, digest_slots};
use crate::store::feeds;
use crate::view::{Button, FeedDo, Mode, Press};

/// Follows feeds without sample cards; returns how many are new and how many were followed already.
pub(crate) async fn follow_all(session: &mut Session<'_>, urls: &[String]) -> anyhow::Result<(usize, usize)> {
    let (mut added, mut known) = (0, 0);
    for url in urls {
        let found = FoundFeed::at(url, None);
        match add(session, &found, false).await? {
            Added::New(_) => added += 1,
            Added::Already(_) => known += 1,
        }
    }
    Ok((added, known))
}

/// How many of these addresses are not yet followed where the request comes from.
pub(crate) async fn unfollowed(session: &Session<'_>, urls: &[String]) -> anyhow::Result<usize> {
    let here = session.request.thread.unwrap_or_default();
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let known: HashSet<&str> =
        rows.iter().filter(|row| row.thread == here).map(|row| row.url.as_str()).collect();
    let wanted: HashSet<&str> = urls.iter().map(String::as_str).collect();
    Ok(wanted.difference(&known).count())
}

/// The refusal when a chat cannot follow `more` feeds.
pub(crate) async fn full(session: &Session<'_>, more: usize) -> anyhow::Result<Option<Vec<Reply>>> {
    let most = session.context.rules.feeds_a_chat;
    let count = subscriptions::count(&mut *session.read().await?, session.chat.id).await?;
    let more = i64::try_from(more).unwrap_or(i64::MAX);
    Ok((count.saturating_add(more) > most).then(|| session.says("sub-full", &[("most", most.into())])))
}

/// Follows one feed; with `sample` its newest article comes as a card.
pub(crate) async fn follow(
    session: &mut Session<'_>,
    found: &FoundFeed,
    sample: bool,
) -> anyhow::Result<Vec<Reply>> {
    let title = source::feed_name(found.title.as_deref(), &found.url);
    let mode = Mode::from(session.chat.mode).told(&session.options);
    let fills = [("feed", title.into()), ("mode", mode.into())];
    // a channel's readers are shown no sample
    let sample = sample && session.chat.kind != chats::Kind::Channel;
    Ok(match add(session, found, sample).await? {
        Added::New(id) => {
            let undo =
                Button::press(session.options.locale.word("button-undo"), &Press::FeedDo(FeedDo::Remove, id));
            let key = if sample { "sub-added" } else { "sub-added-quietly" };
            let mut message = session.message(key, &fills);
            if secret::is_private(&found.url) {
                message.text = message.text.plain("\n").italic(session.options.locale.word("feed-private"));
            }
            send(message.row(vec![undo]))
        }
        Added::Already(id) => {
            let known = subscriptions::get(&mut *session.read().await?, session.chat.id, id).await?;
            let title = known.and_then(|known| known.title).or(found.title.clone());
            let title = source::feed_name(title.as_deref(), &found.url);
            let open = Button::press(session.options.locale.word("button-feed-card"), &Press::Feed(id));
            send(session.message("sub-already", &[("feed", title.into())]).row(vec![open]))
        }
    })
}

async fn add(session: &mut Session<'_>, found: &FoundFeed, sample: bool) -> anyhow::Result<Added> {
    let (chat_id, thread, now) = (session.chat.id, session.request.thread, session.now);
    let (mode, added_by) = (session.chat.mode, session.request.from.id);
    let write = session.write().await?;
    let feed_id = feeds::add(&mut *write, &found.url, now).await?;
    let new = New { chat_id, thread, feed_id, mode, added_by, sample };
    let added = subscriptions::add(&mut *write, &new, now).await?;
    // one that others follow already keeps its time: its sample comes from the store
    let left_alone =
        feeds::get(&mut *write, feed_id).await?.is_some_and(|feed| feed.state != feeds::State::Active);
    if matches!(added, Added::New(_)) && left_alone {
        feeds::ask_now(&mut *write, feed_id, now).await?;
    }
    if let (Added::New(_), Some(thread)) = (added, thread) {
        give_digest(session, thread).await?;
    }
    Ok(added)
}

/// The first feed of a forum topic brings the topic's digest: at the chat's own times, or else the default one.
pub(crate) async fn give_digest(session: &mut Session<'_>, thread: i64) -> anyhow::Result<()> {
    let (chat, now) = (session.chat.id, session.now);
    let default = (i64::from(session.context.rules.digest_minute), 127);
    let write = session.write().await?;
    let times = digest_slots::list(&mut *write, chat).await?;
    let feeds = subscriptions::list(&mut *write, chat).await?;
    let is_first = feeds.iter().filter(|feed| feed.thread == thread).count() <= 1;
    if !is_first || times.iter().any(|time| time.thread == thread) {
        return Ok(());
    }
    let mut wanted: Vec<(i64, i64)> =
        times.iter().filter(|time| time.thread == 0).map(|time| (time.minute, time.weekdays)).collect();
    if wanted.is_empty() {
        wanted.push(default);
    }
    digest_slots::set(write, (chat, Some(thread)), &wanted, now).await?;
    Ok(())
}

/// The site of an address: its host, with scheme and port where it names a port.
pub(crate) fn site(url: &str) -> String {
    let parsed = Url::parse(url).ok();
    let origin = parsed.filter(|url| url.port().is_some()).map(|url| url.origin().ascii_serialization());
    origin.unwrap_or_else(|| host_as_typed(url))
}
