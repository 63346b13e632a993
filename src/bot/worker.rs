//! The loop that works on stored updates: per chat in order, chats side by side.
//!
//! An update's replies, its changes and its end are committed together, so its effects happen once whatever happens
//! to the program in between. Work that fails is tried three times, then given up with a word of apology.

use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

mod busy;

use super::dispatch::answer;
use super::{Context, File, Reply, Request, Session, What, elsewhere};
use crate::clock::Clock;
use crate::editor::Share;
use crate::store::delivery::outbox;
use crate::store::delivery::telegram_updates::{self, Waiting};
use crate::store::{Db, Store};
use crate::view::{Locale, Message, RenderOptions, line};
use busy::{Busy, SLOW, Worked};

/// Tries of one update.
const TRIES: i64 = 3;

/// Updates worked on at one time …
const AT_ONCE: usize = 16;

/// … and with those that mostly wait for a slow site.
const WITH_SLOW: usize = 64;

/// After this long a chat is shown that its answer is being made; Telegram shows that for five seconds.
const UNTIL_TYPING: Duration = Duration::from_secs(1);
const TYPING_LASTS: Duration = Duration::from_millis(4_500);

/// Longest sleep; a new update wakes the loop earlier.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);

/// Stores updates before anything is done with them, all in one transaction; repeated ones are dropped.
///
/// # Errors
/// SQLite's; then nothing was stored and the same updates are to be asked for again.
pub async fn take_in(store: &Store, requests: &[Request], now: DateTime<Utc>) -> anyhow::Result<()> {
    if requests.is_empty() {
        return Ok(());
    }
    let mut write = store.begin().await?;
    for request in requests {
        let job = serde_json::to_string(request)?;
        telegram_updates::add(&mut write, request.update_id, request.chat.id, &job, now).await?;
    }
    write.commit().await?;
    store.updates_came().notify_one();
    Ok(())
}

/// Works until `stop`; what is under way then is finished within `stop`'s grace or done again at the next start.
pub async fn run(context: Context, clock: Clock, stop: &CancellationToken) {
    let mut under_way: JoinSet<Worked> = JoinSet::new();
    let mut busy = Busy::default();
    while !stop.is_cancelled() {
        let came = context.store.updates_came().notified();
        if let Err(error) = begin(&context, clock, &mut under_way, &mut busy).await {
            tracing::error!(%error, "updates cannot be read");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = came => {}
            Some(ended) = under_way.join_next(), if !under_way.is_empty() => ended_one(ended, &mut busy),
            () = tokio::time::sleep(if busy.0.is_empty() { LONGEST_SLEEP } else { SLOW }) => {}
        }
    }
    while let Some(ended) = under_way.join_next().await {
        ended_one(ended, &mut busy);
    }
}

/// Works on everything that waits, one after the other, until nothing does; for platforms without a loop.
///
/// # Errors
/// SQLite's.
pub async fn drain(context: &Context, clock: Clock) -> anyhow::Result<usize> {
    let mut count = 0;
    loop {
        let waiting = telegram_updates::waiting(&mut *context.store.read_for_people().await?, &[], 1).await?;
        let Some(first) = waiting.first() else { return Ok(count) };
        if let Err(error) = one(context, first, clock.now()).await {
            tracing::warn!(%error, "an update failed");
        }
        count += 1;
    }
}

async fn begin(
    context: &Context,
    clock: Clock,
    under_way: &mut JoinSet<Worked>,
    busy: &mut Busy,
) -> anyhow::Result<()> {
    let begun = busy.begun();
    let mut waiting =
        telegram_updates::waiting(&mut *context.store.read_for_people().await?, &begun, 500).await?;
    // who has the least under way goes first
    waiting.sort_by_key(|update| (busy.of(update.chat_id), update.update_id));
    // the clock is asked in every round, so that a watcher sees the loop go on
    let now = clock.now();
    for update in waiting {
        if busy.quick() >= AT_ONCE || under_way.len() >= WITH_SLOW {
            break;
        }
        // the first waiting update of a chat goes; the rest of that chat waits for it, unless it takes long
        if busy.takes(update.chat_id, update.update_id) {
            let editor = context.editor.working_for(Share::Chat(update.chat_id));
            let context = Context { editor, ..context.clone() };
            under_way.spawn(async move {
                let worked = one(&context, &update, now).await;
                (update.chat_id, update.update_id, worked)
            });
        }
    }
    Ok(())
}

fn ended_one(ended: Result<Worked, tokio::task::JoinError>, busy: &mut Busy) {
    match ended {
        Ok((chat, update, worked)) => {
            busy.ended(chat, update);
            if let Err(error) = worked {
                tracing::warn!(%error, "an update failed");
            }
        }
        // a panic: which chat it was is not told, so all are looked at again
        Err(error) => {
            tracing::error!(%error, "work on an update broke off");
            busy.0.clear();
        }
    }
}

/// Works on one update: its answer and its end in one transaction.
async fn one(context: &Context, update: &Waiting, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut write = context.store.begin().await?;
    let attempt = telegram_updates::begun(&mut write, update.update_id).await?;
    write.commit().await?;
    let Ok(request) = serde_json::from_str::<Request>(&update.job) else {
        return give_up(context, update, None, now).await;
    };
    if attempt > TRIES {
        // there is nowhere to apologise to a guest
        let told = Some(&request).filter(|request| !elsewhere::is_from(request));
        return give_up(context, update, told, now).await;
    }
    if elsewhere::is_from(&request) {
        Box::pin(elsewhere::answer(context, &request, now)).await?;
        let mut write = context.store.begin().await?;
        telegram_updates::done(&mut write, update.update_id, now).await?;
        return Ok(write.commit().await?);
    }
    let replies = worked(context, &request, now).await?;
    if let Some(replies) = replies {
        answer_press(context, &request, &replies).await;
        context.store.outbox_filled().notify_one();
    }
    Ok(())
}

/// The replies that were queued; `None` when the update had been worked on before.
pub(super) fn worked<'a>(
    context: &'a Context,
    request: &'a Request,
    now: DateTime<Utc>,
) -> BoxFuture<'a, anyhow::Result<Option<Vec<Reply>>>> {
    Box::pin(async move {
        let (mut session, met) = Session::begin(context, request, now).await?;
        let replies = with_typing(context, request, Box::pin(answer(&mut session, met))).await?;
        let replies = session.drawn(replies);
        let mut write = session.into_write().await?;
        if !telegram_updates::done(&mut write, request.update_id, now).await? {
            return Ok(None);
        }
        queue(&mut write, request, &replies, now).await?;
        write.commit().await?;
        Ok(Some(replies))
    })
}

/// Waits for an answer, and after a second shows in the chat that it is being made.
async fn with_typing<T>(context: &Context, request: &Request, mut work: BoxFuture<'_, T>) -> T {
    let is_silent =
        matches!(request.what, What::Joined | What::Left | What::Migrated { .. } | What::Disliked { .. });
    let mut wait = UNTIL_TYPING;
    loop {
        tokio::select! {
            done = &mut work => return done,
            () = tokio::time::sleep(wait), if !is_silent => {
                context.platform.typing(request.chat.id, request.thread).await;
                wait = TYPING_LASTS;
            }
        }
    }
}

async fn queue(db: &mut Db, request: &Request, replies: &[Reply], now: DateTime<Utc>) -> anyhow::Result<()> {
    for (at, reply) in replies.iter().enumerate() {
        let (op, payload) = match reply {
            Reply::Send(message) if at == 0 => {
                let answers = request.answered_to();
                (outbox::Op::Send, serde_json::to_string(&Message { answers, ..message.clone() })?)
            }
            Reply::Send(message) => (outbox::Op::Send, serde_json::to_string(message)?),
            Reply::Edit { message_id, message } => {
                // Telegram refuses an edit that changes nothing
                if matches!(&request.what, What::Press { shows, .. } if *shows == message.shows()) {
                    continue;
                }
                (outbox::Op::Edit(*message_id), serde_json::to_string(message)?)
            }
            Reply::File(file) => {
                let answers = request.answered_to().filter(|_| at == 0);
                (outbox::Op::Document, serde_json::to_string(&File { answers, ..file.clone() })?)
            }
            Reply::Toast(_) => continue,
        };
        let key = key(reply, request, at);
        let new = outbox::New {
            chat_id: request.chat.id,
            thread: request.thread,
            kind: outbox::Kind::Reply,
            key: &key,
            op,
            payload: &payload,
        };
        outbox::put(&mut *db, &new, now).await?;
    }
    Ok(())
}

/// What makes a reply one message. The card of an article is found again by it, to be edited when the article is, as the
/// card of the other chat it was drawn for; and the word that a feed is followed, to become its sample card.
fn key(reply: &Reply, request: &Request, at: usize) -> String {
    let update = request.update_id;
    match reply {
        Reply::Send(message) => match (message.card_of(), message.announces()) {
            (Some((article, Some(chat))), _) if chat != request.chat.id => {
                format!("a{article}r{update}:{at}@{chat}")
            }
            (Some((article, _)), _) => format!("a{article}r{update}:{at}"),
            (None, Some(subscription)) => format!("s{subscription}r{update}:{at}"),
            (None, None) => format!("{update}:{at}"),
        },
        _ => format!("{update}:{at}"),
    }
}

/// Every press is answered, so that the button stops turning.
async fn answer_press(context: &Context, request: &Request, replies: &[Reply]) {
    if let What::Press { query, .. } = &request.what {
        let toast = replies.iter().find_map(|reply| match reply {
            Reply::Toast(word) => Some(word.clone()),
            _ => None,
        });
        context.platform.answer(query.clone(), toast).await;
    }
}

async fn give_up(
    context: &Context,
    update: &Waiting,
    request: Option<&Request>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut write = context.store.begin().await?;
    telegram_updates::give_up(&mut write, update.update_id, now).await?;
    if let Some(request) = request {
        let locale = request.from.language.as_deref().and_then(Locale::of_tag).unwrap_or_default();
        let sorry =
            vec![Reply::Send(line("trouble", &[], &RenderOptions { locale, ..RenderOptions::plain(now) }))];
        queue(&mut write, request, &sorry, now).await?;
    }
    write.commit().await?;
    context.store.outbox_filled().notify_one();
    Ok(())
}
