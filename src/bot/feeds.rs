//! `/feeds`: what a chat follows, each feed's card, and what its buttons do.

use super::answer::send;
use super::{Reply, Session, cards, sub, unsub};
use crate::store::articles::headings;
use crate::store::chats::subscriptions::{self, Set, Subscription};
use crate::store::feeds::{self, entries};
use crate::view::{self, FeedDo, FeedLine, Message, Mode, Rich};

/// Characters of a filter that are kept.
const LONGEST_FILTER: usize = 300;

/// `/feeds`: the list; `/feeds 3` a feed's card; `/feeds 3 pause`, `resume`, `digest`, `instant`, `both`, `usual`, `remove`,
/// `here` (to this topic), `filter WORDS`, `filter off` do something to it.
pub(super) async fn asked(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let mut words = args.split_whitespace();
    let number = words.next().and_then(|word| word.trim_start_matches('#').parse::<usize>().ok());
    let Some(at) = number.and_then(|number| number.checked_sub(1)) else {
        return list(session, 0).await.map(send);
    };
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let Some(row) = rows.get(at) else { return Ok(not_here(session)) };
    let (id, verb) = (row.id, words.next().unwrap_or_default().to_lowercase());
    if verb.is_empty() {
        return card(session, id).await.map(send);
    }
    if !session.may_manage().await {
        return Ok(session.says("admins-only", &[]));
    }
    let (chat, thread) = (session.chat.id, session.request.thread);
    let what = match verb.as_str() {
        "filter" | "слова" => {
            let wanted: Vec<&str> = words.collect();
            let wanted: String = wanted.join(" ").chars().take(LONGEST_FILTER).collect();
            let wanted = Some(wanted).filter(|wanted| !["", "off", "выкл"].contains(&wanted.as_str()));
            subscriptions::set(session.write().await?, chat, id, Set::Filter(wanted.as_deref())).await?;
            return card(session, id).await.map(send);
        }
        "here" | "сюда" => {
            subscriptions::set(session.write().await?, chat, id, Set::Thread(thread)).await?;
            return card(session, id).await.map(send);
        }
        "pause" | "пауза" => FeedDo::Pause,
        "resume" => FeedDo::Resume,
        "digest" => FeedDo::Digest,
        "instant" => FeedDo::Instant,
        "both" => FeedDo::Both,
        "usual" => FeedDo::AsChat,
        "remove" => return unsub::remove(session, id).await.map(send),
        _ => return Ok(session.says("feeds-how", &[])),
    };
    act(session, what, id).await?;
    card(session, id).await.map(send)
}

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
    let (chat, here) = (session.chat.id, session.request.thread.unwrap_or_default());
    let rows = subscriptions::list(session.write().await?, chat).await?;
    let Some((at, row)) = rows.iter().enumerate().find(|(_, row)| row.id == id) else {
        return Ok(session.message("feed-not-here", &[]));
    };
    let elsewhere = session.heading.is_none() && row.thread != here;
    let line = FeedLine { number: at + 1, elsewhere, ..line(session, row).await? };
    Ok(view::feed_card(&line, &session.look))
}

/// What a button of a feed's card or of a sample card does: replies, and whether the card is to be drawn anew.
pub(super) async fn act(
    session: &mut Session<'_>,
    what: FeedDo,
    id: i64,
) -> anyhow::Result<(Vec<Reply>, bool)> {
    let (chat, now) = (session.chat.id, session.now);
    let done = match what {
        FeedDo::Last => return Ok((last(session, id).await?, false)),
        FeedDo::Remove => return Ok((send(unsub::remove(session, id).await?), false)),
        FeedDo::Pause => subscriptions::set(session.write().await?, chat, id, Set::Paused(true)).await?,
        FeedDo::Resume => subscriptions::set(session.write().await?, chat, id, Set::Paused(false)).await?,
        FeedDo::Here => {
            let thread = session.request.thread;
            subscriptions::set(session.write().await?, chat, id, Set::Thread(thread)).await?
        }
        FeedDo::Undo => {
            let back = subscriptions::undo(session.write().await?, chat, id, now).await?;
            return Ok((vec![toast(session, if back { "toast-back" } else { "toast-too-late" })], back));
        }
        FeedDo::Digest | FeedDo::Instant | FeedDo::Both | FeedDo::AsChat => {
            let own = match what {
                FeedDo::Digest => Some(Mode::Digest),
                FeedDo::Instant => Some(Mode::Instant),
                FeedDo::Both => Some(Mode::Both),
                _ => None,
            };
            let done = subscriptions::set_mode(session.write().await?, chat, id, own.map(Mode::into)).await?;
            let mode = own.unwrap_or_else(|| session.chat.mode.into());
            let tongue = session.look.tongue;
            let word = tongue.word(&format!("mode-{}", mode.word()));
            let word = tongue.say("toast-mode", &[("mode", word.into())]);
            return Ok(if done { (vec![Reply::Toast(word)], true) } else { (not_here(session), false) });
        }
        FeedDo::Look => {
            let row = subscriptions::get(&mut *session.read().await?, chat, id).await?;
            let Some(row) = row else { return Ok((not_here(session), false)) };
            let site = sub::site(row.site_url.as_deref().unwrap_or(&row.url));
            return Ok((sub::sub(session, &site).await?, false));
        }
        FeedDo::Retry => {
            let Some(row) = subscriptions::get(session.write().await?, chat, id).await? else {
                return Ok((not_here(session), false));
            };
            let asked = feeds::ask_now(session.write().await?, row.feed_id, now).await?;
            if asked {
                return Ok((vec![toast(session, "toast-trying")], false));
            }
            let look = &session.look;
            let fills = [("time", look.date_time(row.next_poll_at).into())];
            return Ok((vec![Reply::Toast(look.tongue.say("toast-wait", &fills))], false));
        }
    };
    Ok(if done { (vec![toast(session, "toast-done")], true) } else { (not_here(session), false) })
}

/// The five newest articles of a subscription's feed.
async fn last(session: &Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let Some(row) = subscriptions::get(&mut read, session.chat.id, id).await? else {
        return Ok(not_here(session));
    };
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
    Ok(FeedLine { newest: newest_line, articles: newest.len(), ..cards::feed_line(row, session.look.tongue) })
}

fn toast(session: &Session<'_>, key: &str) -> Reply {
    Reply::Toast(session.look.tongue.word(key))
}

fn not_here(session: &Session<'_>) -> Vec<Reply> {
    session.says("feed-not-here", &[])
}
