//! What a chat follows: the list, one feed's card, and the removal with its way back.

use std::collections::HashMap;

use super::rows;
use crate::bot::{Reply, Session};
use crate::store::articles::headings;
use crate::store::chats::subscriptions::{self, Subscription};
use crate::store::chats::topics;
use crate::store::feeds::{entries, unread};
use crate::view::{self, Button, Fault, FeedDo, FeedLine, ForumTopic, Message, Press};

/// The list of what the chat follows, a page from 0.
pub(crate) async fn list(session: &Session<'_>, page: u32) -> anyhow::Result<Message> {
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let names = topics::names(&mut *session.read().await?, session.chat.id).await?;
    let mut lines = Vec::new();
    for row in &rows {
        lines.push(FeedLine { topic: topic(session, row, &names), ..line(session, row).await? });
    }
    Ok(view::feeds(&lines, usize::try_from(page).unwrap_or_default(), &session.options))
}

/// The card of a subscription of this chat.
pub(crate) async fn card(session: &mut Session<'_>, id: i64) -> anyhow::Result<Message> {
    let chat = session.chat.id;
    let rows = subscriptions::list(session.write().await?, chat).await?;
    let Some((at, row)) = rows.iter().enumerate().find(|(_, row)| row.id == id) else {
        return Ok(session.message("feed-not-here", &[]));
    };
    let names = topics::names(session.write().await?, chat).await?;
    let topic = topic(session, row, &names);
    let line = FeedLine { number: at + 1, topic, ..line(session, row).await? };
    Ok(view::feed_card(&line, &session.options))
}

/// Removes a subscription of this chat and offers to take that back.
pub(crate) async fn remove(session: &mut Session<'_>, id: i64) -> anyhow::Result<Message> {
    let (chat, now) = (session.chat.id, session.now);
    let row = subscriptions::get(&mut *session.read().await?, chat, id).await?;
    let removed = subscriptions::remove(session.write().await?, chat, id, now).await?;
    let Some(row) = row.filter(|_| removed) else { return Ok(session.message("feed-not-here", &[])) };
    let undo = Button::press(session.options.locale.word("button-undo"), &Press::FeedDo(FeedDo::Undo, id));
    Ok(session.message("unsub-done", &[("feed", rows::title(&row).into())]).row(vec![undo]))
}

async fn line(session: &Session<'_>, row: &Subscription) -> anyhow::Result<FeedLine> {
    let mut read = session.read().await?;
    let newest = entries::newest_articles(&mut read, row.feed_id, 200).await?;
    let first: Vec<i64> = newest.iter().take(1).copied().collect();
    let heading = headings(&mut read, session.reader(), &first).await?.pop();
    let newest_line = heading.map(|heading| (heading.title.unwrap_or_default(), heading.at));
    let unread = unread::newest(&mut read, row.feed_id).await?;
    let locale = session.options.locale;
    Ok(FeedLine {
        unread: unread.map(|why| Fault::read(&why, locale)),
        newest: newest_line,
        articles: newest.len(),
        ..rows::feed_line(row, locale)
    })
}

/// Where in a forum a feed goes; `None` in a chat without topics.
fn topic(session: &Session<'_>, row: &Subscription, names: &HashMap<i64, String>) -> Option<ForumTopic> {
    let is_forum = session.chat.is_forum || row.thread != 0;
    let is_here = session.heading.is_none() && row.thread == session.request.thread.unwrap_or_default();
    is_forum.then(|| ForumTopic { name: names.get(&row.thread).cloned(), thread: row.thread, is_here })
}

/// The topic of a forum that a request comes from, in words; `None` in a chat without topics.
pub(crate) async fn topic_here(session: &Session<'_>) -> anyhow::Result<Option<String>> {
    if !session.chat.is_forum || session.heading.is_some() {
        return Ok(None);
    }
    let thread = session.request.thread.unwrap_or_default();
    let name = topics::names(&mut *session.read().await?, session.chat.id).await?.remove(&thread);
    Ok(Some(ForumTopic { name, thread, is_here: true }.told(&session.options)))
}

/// What is said of a subscription this chat has not.
pub(crate) fn not_here(session: &Session<'_>) -> Vec<Reply> {
    session.says("feed-not-here", &[])
}
