//! `/feeds`: what a chat follows, each feed's card, and what its buttons do.

use super::answer::send;
use super::{Reply, Session, cards, unsub};
use crate::store::articles::headings;
use crate::store::subscriptions::{self, Subscription};
use crate::store::{entries, feeds};
use crate::view::{self, FeedDo, FeedLine, Message, Mode, Rich};

/// The list of what the chat follows, a page from 0.
pub(super) async fn list(session: &Session<'_>, page: u32) -> anyhow::Result<Message> {
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let mut lines = Vec::new();
    for row in &rows {
        lines.push(line(session, row).await?);
    }
    Ok(view::feeds(&lines, usize::try_from(page).unwrap_or_default(), &session.look))
}

/// The card of a subscription of this chat.
pub(super) async fn card(session: &mut Session<'_>, id: i64) -> anyhow::Result<Message> {
    let chat = session.chat.id;
    let row = subscriptions::get(session.write().await?, chat, id).await?;
    match row {
        Some(row) => Ok(view::feed_card(&line(session, &row).await?, &session.look)),
        None => Ok(session.message("feed-not-here", &[])),
    }
}

/// What a button of a feed's card or of a sample card does: replies, and whether the card is to be drawn anew.
pub(super) async fn act(session: &mut Session<'_>, what: FeedDo, id: i64) -> anyhow::Result<(Vec<Reply>, bool)> {
    let (chat, now) = (session.chat.id, session.now);
    let set = |mode: Mode| (mode, format!("mode-{}", mode.word()));
    let done = match what {
        FeedDo::Last => return Ok((last(session, id).await?, false)),
        FeedDo::Remove => return Ok((send(unsub::remove(session, id).await?), false)),
        FeedDo::Pause => subscriptions::set_paused(session.write().await?, chat, id, true).await?,
        FeedDo::Resume => subscriptions::set_paused(session.write().await?, chat, id, false).await?,
        FeedDo::Undo => {
            let back = subscriptions::undo(session.write().await?, chat, id, now).await?;
            return Ok((vec![toast(session, if back { "toast-back" } else { "toast-too-late" })], back));
        }
        FeedDo::Digest | FeedDo::Instant | FeedDo::Both => {
            let (mode, key) = set(match what {
                FeedDo::Instant => Mode::Instant,
                FeedDo::Both => Mode::Both,
                _ => Mode::Digest,
            });
            let done = subscriptions::set_mode(session.write().await?, chat, id, mode.into()).await?;
            let word = session.look.tongue.say("toast-mode", &[("mode", session.look.tongue.word(&key).into())]);
            return Ok(if done { (vec![Reply::Toast(word)], true) } else { (not_here(session), false) });
        }
        FeedDo::Retry | FeedDo::Look => {
            let Some(row) = subscriptions::get(session.write().await?, chat, id).await? else {
                return Ok((not_here(session), false));
            };
            feeds::ask_now(session.write().await?, row.feed_id, now).await?;
            return Ok((vec![toast(session, "toast-trying")], false));
        }
    };
    Ok(if done { (vec![toast(session, "toast-done")], true) } else { (not_here(session), false) })
}

/// The five newest articles of a subscription's feed.
async fn last(session: &Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let Some(row) = subscriptions::get(&mut read, session.chat.id, id).await? else { return Ok(not_here(session)) };
    let newest = entries::newest_articles(&mut read, row.feed_id, 5).await?;
    let lines: Vec<_> = headings(&mut read, &newest).await?.iter().map(cards::list_line).collect();
    if lines.is_empty() {
        return Ok(session.says("feed-no-articles", &[("feed", cards::title(&row).into())]));
    }
    let lines: Vec<_> = lines.into_iter().map(|line| view::ListLine { source: None, ..line }).collect();
    let head = Rich::new().bold(cards::title(&row));
    Ok(send(view::articles(head, &lines, &session.look)))
}

async fn line(session: &Session<'_>, row: &Subscription) -> anyhow::Result<FeedLine> {
    let mut read = session.read().await?;
    let newest = entries::newest_articles(&mut read, row.feed_id, 200).await?;
    let first: Vec<i64> = newest.iter().take(1).copied().collect();
    let heading = headings(&mut read, &first).await?.pop();
    let newest_line = heading.map(|heading| (heading.title.unwrap_or_default(), heading.at));
    Ok(FeedLine { newest: newest_line, articles: newest.len(), ..cards::feed_line(row) })
}

fn toast(session: &Session<'_>, key: &str) -> Reply {
    Reply::Toast(session.look.tongue.word(key))
}

fn not_here(session: &Session<'_>) -> Vec<Reply> {
    session.says("feed-not-here", &[])
}
