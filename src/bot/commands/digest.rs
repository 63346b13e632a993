//! `/digest`: the news since the last digest, or an old digest.

use std::collections::BTreeSet;

use crate::bot::shared::digest_pages::{page, turning};
use crate::bot::shared::query;
use crate::bot::{Reply, Session, send};
use crate::digest::first_valid;
use crate::press::{self, Draft, Shelf, Wanted};
use crate::store::chats::digests;
use crate::store::chats::held_back;
use crate::store::chats::subscriptions::{self, Subscription};
use crate::store::chats::topics;
use crate::view::{Button, Fault, ForumTopic, Message, Press, Turning, digest_page, failing};

/// Topics that are named.
const MOST_TOPICS: usize = 10;

/// `/digest`, or `/digest 2026-02-14`.
pub(crate) async fn digest(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let day = args.trim();
    if day.is_empty() {
        return now(session).await;
    }
    let Some(date) = query::day(day, &session.options) else {
        return Ok(session.says("digest-bad-date", &[("words", day.into())]));
    };
    let place = (session.chat.id, session.request.thread);
    let found = digests::on(&mut *session.read().await?, place, date).await?;
    if found.is_empty() {
        let at = first_valid(session.options.zone, date, 0);
        let shown = at.map_or_else(|| date.to_string(), |at| session.options.full_date(at));
        let message = session.message("digest-none-on", &[("date", shown.into())]);
        return Ok(send(with_the_last(session, message).await?));
    }
    let mut replies = Vec::new();
    for digest in &found {
        replies.push(Reply::Send(page(session, digest, 1).await?));
    }
    Ok(replies)
}

/// Makes a digest of what came since the last one. What a private chat or an administrator asked for counts as told: the
/// next one begins where it ends.
async fn now(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    // a channel's readers have not seen what its owner looks at in private
    let is_preview = session.heading.is_some();
    let told = !is_preview && (session.request.is_private() || session.may_manage().await);
    let (chat, thread, now) = (session.chat.clone(), session.request.thread, session.now);
    let draft = {
        let mut read = session.search().await?;
        press::draft(&mut read, &mut Shelf::default(), (&chat, thread), Wanted::ByHand, now).await?
    };
    if draft.is_empty() {
        return nothing_new(session, &draft).await;
    }
    let pages = draft.pages(&session.options);
    let date = now.with_timezone(&session.options.zone).date_naive();
    let of = (date, None, told);
    let kept = press::keep(session.write().await?, (chat.id, thread), of, &draft, (now, now)).await?;
    let Some((id, token)) = kept else { return Ok(session.says("digest-gone", &[])) };
    if told {
        held_back::taken(session.write().await?, (chat.id, thread), &draft.held_back, id).await?;
    }
    let mut message = digest_page(&pages, 1, &turning(session, id, &token), &session.options);
    if is_preview {
        message = message.headed(&session.options.locale.word("digest-preview"));
    }
    Ok(send(message))
}

/// Says to which topics the feeds of a forum go, in one that has none.
async fn elsewhere(session: &mut Session<'_>, feeds: &[Subscription]) -> anyhow::Result<Vec<Reply>> {
    let chat = session.chat.id;
    let mut names = topics::names(session.write().await?, chat).await?;
    let threads: BTreeSet<i64> = feeds.iter().map(|feed| feed.thread).collect();
    let told = threads.into_iter().take(MOST_TOPICS).map(|thread| {
        ForumTopic { name: names.remove(&thread), thread, is_here: false }.told(&session.options)
    });
    let told: Vec<String> = told.collect();
    Ok(session.says("digest-other-topics", &[("topics", told.join(", ").into())]))
}

/// Says that nothing is new and why that may be, with a button for the last digest.
async fn nothing_new(session: &mut Session<'_>, draft: &Draft) -> anyhow::Result<Vec<Reply>> {
    let chat = session.chat.id;
    let feeds = subscriptions::list(session.write().await?, chat).await?;
    if feeds.is_empty() {
        return Ok(session.says("digest-no-feeds", &[]));
    }
    let here = session.request.thread.unwrap_or_default();
    if draft.digest.feeds == 0 && feeds.iter().any(|feed| feed.thread != here) {
        return elsewhere(session, &feeds).await;
    }
    let cut_off = |feed: &Subscription| {
        feed.failures > 0 && feed.last_error.as_deref().is_some_and(Fault::is_no_connection)
    };
    if feeds.iter().all(cut_off) {
        return Ok(session.says("digest-no-connection", &[("count", feeds.len().into())]));
    }
    let since = session.options.since(draft.since);
    let mut message = session.message("digest-nothing-since", &[("since", since.into())]);
    if let Some(line) = failing(&draft.digest.failing, &session.options) {
        message.text = message.text.plain("\n").then(line);
    }
    Ok(send(with_the_last(session, message).await?))
}

/// A message with a button for the last digest, if there is one.
async fn with_the_last(session: &mut Session<'_>, message: Message) -> anyhow::Result<Message> {
    let (chat, thread) = (session.chat.id, session.request.thread);
    let last = digests::last_told(session.write().await?, chat, thread).await?;
    let Some(last) = last.filter(|last| last.stories > 0) else { return Ok(message) };
    let label = session.options.locale.word("button-last-digest");
    let button = match (turning(session, last.id, &last.token), &session.options.bot) {
        (Turning::DeepLink { token }, Some(bot)) => {
            Button::url(label, format!("https://t.me/{bot}?start=dg_{token}_1"))
        }
        _ => Button::press(label, &Press::DigestPage(last.id, 1)),
    };
    Ok(message.row(vec![button]))
}
