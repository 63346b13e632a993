//! `/digest`: the news since the last digest, or an old digest.

use chrono::NaiveDate;

use super::answer::send;
use super::{Reply, Session};
use crate::press;
use crate::store;
use crate::store::chats::digests::{self, Digest, New};
use crate::store::chats::{Mode, subscriptions};
use crate::view::{Message, Rich, Turning, digest_page};

/// `/digest`, or `/digest 2026-02-14`.
pub(super) async fn digest(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let day = args.trim();
    if day.is_empty() {
        return now(session).await;
    }
    let Some(date) = read_date(day, session) else {
        return Ok(session.says("digest-bad-date", &[("words", day.into())]));
    };
    let place = (session.chat.id, session.request.thread);
    let found = digests::on(&mut *session.read().await?, place, date).await?;
    if found.is_empty() {
        return Ok(session.says("digest-none-on", &[("date", date.to_string().into())]));
    }
    Ok(found.iter().map(|digest| Reply::Send(page(session, digest, 1))).collect())
}

/// A page of a digest of this chat.
pub(super) async fn turned(session: &Session<'_>, id: i64, at: u32) -> anyhow::Result<Option<Message>> {
    let found = digests::get(&mut *session.read().await?, session.chat.id, id).await?;
    Ok(found.map(|digest| page(session, &digest, at)))
}

/// A page of a digest by the token of its deep link, whichever chat it was made for.
pub(super) async fn by_token(session: &Session<'_>, token: &str, at: u32) -> anyhow::Result<Message> {
    let found = digests::by_token(&mut *session.read().await?, token).await?;
    let Some(found) = found else { return Ok(session.message("digest-gone", &[])) };
    let turning = Turning::ByToken { token: token.to_owned() };
    Ok(digest_page(&pages(&found), usize::try_from(at).unwrap_or(1), &turning, &session.look))
}

/// Makes a digest of what came since the last one; it takes nothing from the next.
async fn now(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let (chat, thread, now) = (session.chat.clone(), session.request.thread, session.now);
    let draft = press::draft(session.write().await?, &chat, thread, now).await?;
    if draft.digest.stories.is_empty() {
        let feeds = subscriptions::list(session.write().await?, chat.id).await?;
        if feeds.is_empty() {
            return Ok(session.says("digest-no-feeds", &[]));
        }
        if feeds.iter().all(|feed| feed.mode == Mode::Instant) {
            return Ok(session.says("digest-all-at-once", &[]));
        }
        let since = session.look.since(draft.since);
        return Ok(session.says("digest-nothing-since", &[("since", since.into())]));
    }
    let pages = draft.digest.pages(&session.look);
    let content = serde_json::to_string(&pages)?;
    let token = store::token(session.write().await?).await?;
    let new = New {
        chat_id: chat.id,
        thread,
        local_date: now.with_timezone(&session.look.zone).date_naive(),
        slot: None,
        window: (draft.since, now),
        arrivals: draft.arrivals,
        token: &token,
        content: &content,
        stories: i64::try_from(draft.digest.stories.len()).unwrap_or(i64::MAX),
    };
    let Some(id) = digests::add(session.write().await?, &new, now).await? else {
        return Ok(session.says("digest-gone", &[]));
    };
    Ok(send(digest_page(&pages, 1, &turning(session, id, &token), &session.look)))
}

fn page(session: &Session<'_>, digest: &Digest, at: u32) -> Message {
    let at = usize::try_from(at).unwrap_or(1);
    digest_page(&pages(digest), at, &turning(session, digest.id, &digest.token), &session.look)
}

fn pages(digest: &Digest) -> Vec<Rich> {
    serde_json::from_str(&digest.content).unwrap_or_default()
}

/// In a private chat pages turn in place; in a group the whole is opened by a deep link.
fn turning(session: &Session<'_>, id: i64, token: &str) -> Turning {
    if session.request.is_private() || session.look.bot.is_none() {
        Turning::InPlace { digest: id }
    } else {
        Turning::DeepLink { token: token.to_owned() }
    }
}

/// `2026-02-14`, `14.02.2026`, `today`, `yesterday`.
fn read_date(words: &str, session: &Session<'_>) -> Option<NaiveDate> {
    let today = session.now.with_timezone(&session.look.zone).date_naive();
    match words.to_lowercase().as_str() {
        "today" | "сегодня" => return Some(today),
        "yesterday" | "вчера" => return today.pred_opt(),
        _ => {}
    }
    let forms = ["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%Y"];
    forms.iter().find_map(|form| NaiveDate::parse_from_str(words, form).ok())
}
