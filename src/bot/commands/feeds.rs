//! `/feeds`: what a chat follows, each feed's card, and what its buttons do.

use crate::bot::shared::feed_list::{card, list, not_here, remove};
use crate::bot::shared::{following, rows};
use crate::bot::{Reply, Session, rate_limit, send};
use crate::store::articles::headings;
use crate::store::chats::subscriptions::{self, Set, Subscription};
use crate::store::feeds;
use crate::store::feeds::entries;
use crate::view::{self, FeedDo, Mode, Rich};

use super::sub;

/// Characters of a filter that are kept.
const LONGEST_FILTER: usize = 300;

/// `/feeds`: the list; `/feeds 3` a feed's card; `/feeds 3 pause`, `resume`, `digest`, `instant`, `both`, `usual`, `remove`,
/// `here` (to this topic), `filter WORDS`, `filter off` do something to it.
pub(crate) async fn asked(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    if args.trim().is_empty() {
        return list(session, 0).await.map(send);
    }
    let all: Vec<&str> = args.split_whitespace().collect();
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let Some((at, named)) = meant(&rows, &all) else { return Ok(not_named(session, &rows, args)) };
    let Some(id) = rows.get(at).map(|row| row.id) else { return Ok(not_named(session, &rows, args)) };
    let mut words = all.into_iter().skip(named);
    let verb = words.next().unwrap_or_default().to_lowercase();
    if verb.is_empty() {
        return card(session, id).await.map(send);
    }
    if !session.may_manage().await {
        return rate_limit::refused_member(session).await;
    }
    let chat = session.chat.id;
    let what = match verb.as_str() {
        "filter" | "слова" => {
            let wanted: Vec<&str> = words.collect();
            let wanted: String = wanted.join(" ").chars().take(LONGEST_FILTER).collect();
            let wanted = Some(wanted).filter(|wanted| !["", "off", "выкл"].contains(&wanted.as_str()));
            subscriptions::set(session.write().await?, chat, id, Set::Filter(wanted.as_deref())).await?;
            return card(session, id).await.map(send);
        }
        "here" | "сюда" => {
            act(session, FeedDo::Here, id).await?;
            return card(session, id).await.map(send);
        }
        "pause" | "пауза" => FeedDo::Pause,
        "resume" => FeedDo::Resume,
        "digest" => FeedDo::Digest,
        "instant" => FeedDo::Instant,
        "both" => FeedDo::Both,
        "usual" => FeedDo::AsChat,
        "remove" => return remove(session, id).await.map(send),
        _ => return Ok(session.says("feeds-how", &[])),
    };
    let rest = words.collect::<Vec<_>>().join(" ");
    if !rest.is_empty() {
        let fills = [("words", rest.into()), ("done", format!("/feeds {} {verb}", at + 1).into())];
        return Ok(session.says("feeds-rest", &fills));
    }
    act(session, what, id).await?;
    card(session, id).await.map(send)
}

/// Which feed is meant, and by how many of the first words: its number, or as much of its name or address as only it has.
fn meant(rows: &[Subscription], words: &[&str]) -> Option<(usize, usize)> {
    let number = words.first().and_then(|word| word.trim_start_matches('#').parse::<usize>().ok());
    if let Some(at) = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < rows.len()) {
        return Some((at, 1));
    }
    (1..=words.len()).rev().find_map(|count| {
        let wanted = words.get(..count)?.join(" ").to_lowercase();
        let mut fitting = (0..).zip(rows).filter(|(_, row)| fits(row, &wanted));
        let (at, _) = fitting.next()?;
        fitting.next().is_none().then_some((at, count))
    })
}

fn fits(row: &Subscription, wanted: &str) -> bool {
    rows::title(row).to_lowercase().contains(wanted) || row.url.to_lowercase().contains(wanted)
}

fn not_named(session: &Session<'_>, rows: &[Subscription], args: &str) -> Vec<Reply> {
    let wanted = args.trim().to_lowercase();
    let count = rows.iter().filter(|row| fits(row, &wanted)).count();
    session.says("feeds-not-named", &[("words", args.trim().into()), ("count", count.into())])
}

/// What a button of a feed's card or of a sample card does: replies, and whether the card is to be drawn anew.
pub(crate) async fn act(
    session: &mut Session<'_>,
    what: FeedDo,
    id: i64,
) -> anyhow::Result<(Vec<Reply>, bool)> {
    let (chat, now) = (session.chat.id, session.now);
    let done = match what {
        FeedDo::Last => return Ok((last(session, id).await?, false)),
        FeedDo::Remove => return Ok((send(remove(session, id).await?), false)),
        FeedDo::Pause => subscriptions::set(session.write().await?, chat, id, Set::Paused(true)).await?,
        FeedDo::Resume => subscriptions::set(session.write().await?, chat, id, Set::Paused(false)).await?,
        FeedDo::Here => {
            let thread = session.request.thread;
            let moved = subscriptions::set(session.write().await?, chat, id, Set::Thread(thread)).await?;
            if let (true, Some(thread)) = (moved, thread) {
                following::give_digest(session, thread).await?;
            }
            return Ok(if moved {
                (vec![session.toast("toast-moved")], true)
            } else {
                (not_here(session), false)
            });
        }
        FeedDo::Undo => {
            let back = subscriptions::undo(session.write().await?, chat, id, now).await?;
            return Ok((vec![session.toast(if back { "toast-back" } else { "toast-too-late" })], back));
        }
        FeedDo::Digest => return set_mode(session, Some(Mode::Digest), id).await,
        FeedDo::Instant => return set_mode(session, Some(Mode::Instant), id).await,
        FeedDo::Both => return set_mode(session, Some(Mode::Both), id).await,
        FeedDo::AsChat => return set_mode(session, None, id).await,
        FeedDo::Look => {
            let row = subscriptions::get(&mut *session.read().await?, chat, id).await?;
            let Some(row) = row else { return Ok((not_here(session), false)) };
            let site = following::site(row.site_url.as_deref().unwrap_or(&row.url));
            return Ok((sub::sub(session, &site).await?, false));
        }
        FeedDo::Retry => return Ok((retry(session, id).await?, false)),
    };
    Ok(if done { (vec![session.toast("toast-done")], true) } else { (not_here(session), false) })
}

/// Sets when a subscription's articles are sent; `None`: as the chat's setting says.
async fn set_mode(
    session: &mut Session<'_>,
    own: Option<Mode>,
    id: i64,
) -> anyhow::Result<(Vec<Reply>, bool)> {
    let chat = session.chat.id;
    let done = subscriptions::set_mode(session.write().await?, chat, id, own.map(Mode::into)).await?;
    let mode = own.unwrap_or_else(|| session.chat.mode.into());
    let locale = session.options.locale;
    let word = locale.word(&format!("mode-{}", mode.word()));
    let word = locale.say("toast-mode", &[("mode", word.into())]);
    Ok(if done { (vec![Reply::Toast(word)], true) } else { (not_here(session), false) })
}

/// Has a feed asked now, where its server allows it.
async fn retry(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let (chat, now) = (session.chat.id, session.now);
    let Some(row) = subscriptions::get(session.write().await?, chat, id).await? else {
        return Ok(not_here(session));
    };
    if feeds::ask_now(session.write().await?, row.feed_id, now).await? {
        return Ok(vec![session.toast("toast-trying")]);
    }
    let options = &session.options;
    let fills = [("time", options.date_time(row.next_poll_at).into())];
    Ok(vec![Reply::Toast(options.locale.say("toast-wait", &fills))])
}

/// The five newest articles of a subscription's feed.
async fn last(session: &Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let Some(row) = subscriptions::get(&mut read, session.chat.id, id).await? else {
        return Ok(not_here(session));
    };
    let newest = entries::newest_articles(&mut read, row.feed_id, 5).await?;
    let lines: Vec<_> =
        headings(&mut read, session.reader(), &newest).await?.iter().map(rows::list_line).collect();
    if lines.is_empty() {
        return Ok(session.says("feed-no-articles", &[("feed", rows::title(&row).into())]));
    }
    let lines: Vec<_> = lines.into_iter().map(|line| view::ListLine { source: None, ..line }).collect();
    let head = Rich::new().bold(rows::title(&row));
    Ok(send(view::articles(&head, &lines, &session.options)))
}
