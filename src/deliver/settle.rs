//! What is done with a message after Telegram's answer.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::chats::{self, subscriptions, topics};
use crate::store::delivery::notices_sent;
use crate::store::delivery::outbox::{self, Instead, Kind, New, Op, Taken};
use crate::store::{self, Db, Result};
use crate::view;

use super::Answer;

/// How long a message waits whose answer was lost (RELIABILITY.md).
pub(super) const LOST: TimeDelta = TimeDelta::seconds(30);

/// The longest wait between tries whose answers are lost.
const LONGEST_LOST: TimeDelta = TimeDelta::minutes(30);

/// The longest wait between tries that never leave.
const LONGEST_NOT_SENT: TimeDelta = TimeDelta::seconds(30);

/// Lost answers after which a message counts as delivered, when Telegram answers other messages meanwhile: then it is
/// this message, which has most likely arrived each time.
const LOST_FOR_GOOD: i64 = 3;

/// Age after which it is given up whatever Telegram does with others.
const TOO_OLD: TimeDelta = TimeDelta::days(1);

/// Why a message is tried again whose answer was known.
const WHY: &str = "what Telegram answered could not be stored";

/// What Telegram made of a message: taken, with its number, or anything else.
type Outcome = std::result::Result<Option<i64>, Answer>;

/// Stores what an answer means for its message, in a part of the transaction of its own: an answer that cannot be stored is
/// logged, and keeps no other back.
///
/// `accepted` is when Telegram last took a message of any chat, as far as this sender knows.
pub(super) async fn settle(
    db: &mut Db,
    row: &Taken,
    answer: &Outcome,
    accepted: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut part = store::part(db).await?;
    let error = match store_answer(&mut part, row, answer, accepted, now).await {
        Ok(()) => return part.commit().await,
        Err(error) => error,
    };
    if store::is_passing(&error) || store::is_damage(&error) {
        return Err(error);
    }
    part.rollback().await?;
    tracing::error!(%error, chat = row.chat_id, "{WHY}");
    let mut part = store::part(db).await?;
    if instead(&mut part, row, answer, now).await.is_ok() {
        part.commit().await?;
    }
    Ok(())
}

/// What is stored where an answer cannot be: a message that was sent is not sent again, any other is, a minute later.
async fn instead(db: &mut Db, row: &Taken, answer: &Outcome, now: DateTime<Utc>) -> Result<()> {
    match answer {
        Ok(_) => outbox::dead(db, row.id, WHY, now).await,
        Err(_) => outbox::retry(db, row.id, (WHY, false), now, TimeDelta::minutes(1)).await,
    }
}

/// Stores what an answer means for its message.
async fn store_answer(
    db: &mut Db,
    row: &Taken,
    answer: &Outcome,
    accepted: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let answer = match answer {
        Ok(message_id) => return outbox::sent(db, row.id, *message_id, now).await,
        Err(answer) => answer,
    };
    match answer {
        Answer::NotModified => outbox::sent(db, row.id, None, now).await,
        Answer::RetryAfter(wait) => {
            // A part of a second is lost in the database; no chat is asked too early for that.
            let wait = *wait + TimeDelta::seconds(1);
            outbox::hold_chat(db, row.chat_id, now, wait).await?;
            outbox::retry(db, row.id, ("slowed down", false), now, wait).await
        }
        Answer::Migrated(to) => {
            outbox::retry(db, row.id, ("the group has moved", false), now, TimeDelta::zero()).await?;
            chats::migrate(db, row.chat_id, *to).await
        }
        Answer::Unreachable(why) => unreachable(db, row, why, now).await,
        Answer::CantParse(why) if row.plain => outbox::dead(db, row.id, why, now).await,
        Answer::CantParse(why) => {
            tracing::warn!(chat = row.chat_id, key = row.key, why, "formatting refused, sent as plain text");
            outbox::retry_as(db, row.id, Instead::Plain, why, now).await
        }
        Answer::ThreadGone if row.thread.is_none() => {
            outbox::dead(db, row.id, "the topic is closed", now).await
        }
        Answer::ThreadGone => thread_gone(db, row, now).await,
        Answer::EditGone if matches!(row.op, Op::Edit(_)) => {
            outbox::retry_as(db, row.id, Instead::Anew, "the message to edit is gone", now).await
        }
        Answer::EditGone => outbox::dead(db, row.id, "refers to a message that is gone", now).await,
        Answer::Unauthorized => {
            outbox::retry(db, row.id, ("the token is refused", false), now, TimeDelta::zero()).await
        }
        Answer::NotSent(_) | Answer::Ambiguous(_) | Answer::Failed(_) => {
            unanswered(db, row, answer, accepted, now).await
        }
        Answer::Refused(why) => {
            tracing::warn!(chat = row.chat_id, key = row.key, why, "message refused");
            outbox::dead(db, row.id, why, now).await
        }
    }
}

/// Stores that nobody knows whether a message arrived, or that it never left: it is tried again, for a time.
async fn unanswered(
    db: &mut Db,
    row: &Taken,
    answer: &Answer,
    accepted: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<()> {
    match answer {
        Answer::NotSent(why) => {
            let wait = doubled(TimeDelta::seconds(1), row.attempts).min(LONGEST_NOT_SENT);
            outbox::retry(db, row.id, (why, false), now, wait).await
        }
        Answer::Ambiguous(why) if is_lost_for_good(row, accepted, now) => {
            tracing::warn!(
                chat = row.chat_id,
                key = row.key,
                why,
                "no answer came to it; it counts as delivered"
            );
            outbox::dead(db, row.id, why, now).await
        }
        Answer::Failed(why) if now - row.created_at > TOO_OLD && row.ambiguous >= LOST_FOR_GOOD => {
            tracing::warn!(
                chat = row.chat_id,
                key = row.key,
                why,
                "Telegram failed at it for a day; given up"
            );
            outbox::dead(db, row.id, why, now).await
        }
        Answer::Ambiguous(why) | Answer::Failed(why) => {
            outbox::retry(db, row.id, (why, true), now, lost(row.ambiguous)).await
        }
        _ => Ok(()),
    }
}

/// How long a message waits whose answer was lost so many times before.
fn lost(times: i64) -> TimeDelta {
    doubled(LOST, times).min(LONGEST_LOST)
}

/// Whether a message is not tried again: its answers keep getting lost while those to other messages come, or it is
/// too old. While Telegram answers nobody, nothing is given up before that age.
fn is_lost_for_good(row: &Taken, accepted: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    let since_last_try = now - lost(row.ambiguous - 1);
    let others_are_answered = accepted.is_some_and(|at| at > since_last_try);
    row.ambiguous >= LOST_FOR_GOOD && (others_are_answered || now - row.created_at > TOO_OLD)
}

/// Rests the chat and keeps the message for the day it is back; without a chat of ours there is no such day.
async fn unreachable(db: &mut Db, row: &Taken, why: &str, now: DateTime<Utc>) -> Result<()> {
    tracing::info!(chat = row.chat_id, why, "chat cannot be reached, paused");
    if chats::get(db, row.chat_id).await?.is_none() {
        return outbox::dead(db, row.id, why, now).await;
    }
    chats::set_state(db, row.chat_id, chats::State::Blocked, Some(why), now).await?;
    outbox::retry(db, row.id, (why, false), now, TimeDelta::zero()).await
}

/// Sends the message, and whatever else the topic would get, outside of it, and tells whoever put the topic's feeds there, once.
async fn thread_gone(db: &mut Db, row: &Taken, now: DateTime<Utc>) -> Result<()> {
    outbox::retry_as(db, row.id, Instead::WithoutThread, "the topic is gone", now).await?;
    let thread = row.thread.unwrap_or_default();
    let theirs = subscriptions::list(db, row.chat_id).await?;
    let nothing = chats::leave_thread(db, row.chat_id, thread).await? == 0;
    if nothing || !notices_sent::once(db, row.chat_id, notices_sent::THREAD_GONE, thread, now).await? {
        return Ok(());
    }
    let Some(chat) = chats::get(db, row.chat_id).await? else { return Ok(()) };
    let added_by = theirs.iter().find(|one| one.thread == thread).map(|one| one.added_by);
    let administrator = match added_by {
        Some(person) => chats::get(db, person).await?.filter(|chat| chat.state == chats::State::Active),
        None => None,
    };
    let to = administrator.as_ref().unwrap_or(&chat);
    let locale = to.language.as_deref().and_then(view::Locale::of_tag).unwrap_or_default();
    let options = view::RenderOptions { locale, ..view::RenderOptions::plain(now) };
    let title = chat.title.clone().unwrap_or_else(|| chat.id.to_string());
    let name = topics::names(db, row.chat_id).await?.remove(&thread);
    let topic = view::ForumTopic { name, thread, is_here: false }.told(&options);
    let feeds = theirs.iter().filter(|one| one.thread == thread).count();
    let fills = [("chat", title.into()), ("topic", topic.into()), ("count", feeds.into())];
    let message = view::line("thread-gone", &fills, &options);
    let payload = crate::store::to_json(&message)?;
    let key = format!("thread-gone:{}:{thread}", row.chat_id);
    let notice =
        New { chat_id: to.id, thread: None, kind: Kind::Notice, key: &key, op: Op::Send, payload: &payload };
    outbox::put(db, &notice, now).await?;
    Ok(())
}

/// `first` doubled `times` times, without overflow.
fn doubled(first: TimeDelta, times: i64) -> TimeDelta {
    first * (1 << times.clamp(0, 12))
}
