//! The outbox: every message to Telegram, from the transaction that caused it until it is accepted.
//!
//! pending → sending (committed) → request → sent, pending again, or dead (committed). A row found `sending` at start
//! was under way when the program died.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Db, Result};

/// What kind of message it is; replies go before notices, both before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    /// The answer to something a person sent or pressed.
    Reply,
    /// A word about a feed, the chat or the bot.
    Notice,
    /// The first card of a new subscription.
    Sample,
    /// An article.
    Card,
    /// Many articles of one feed.
    List,
    /// A digest.
    Digest,
    /// A change to a card already sent.
    Edit,
}

/// What is to be done with the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Send it.
    Send,
    /// Put it in the place of this message.
    Edit(i64),
    /// Send it as a file.
    Document,
}

/// A message to be queued.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// The chat.
    pub chat_id: i64,
    /// The forum topic.
    pub thread: Option<i64>,
    /// What kind it is.
    pub kind: Kind,
    /// What makes it this one message: the same chat, thread, kind and key are never queued twice.
    pub key: &'a str,
    /// What is to be done.
    pub op: Op,
    /// `view::Message` or the document, as JSON.
    pub payload: &'a str,
}

/// A message taken for sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic it goes to; `None` also when that is gone.
    pub thread: Option<i64>,
    /// What kind it is.
    pub kind: Kind,
    /// Its key.
    pub key: String,
    /// What is to be done.
    pub op: Op,
    /// The payload.
    pub payload: String,
    /// Whether it goes as plain text because its formatting was refused.
    pub plain: bool,
    /// Tries so far, this one not counted.
    pub attempts: i64,
    /// How often its answer was lost.
    pub ambiguous: i64,
    /// When it was queued.
    pub created_at: DateTime<Utc>,
}

/// A card or sample card of an article, waiting or sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Row number.
    pub id: i64,
    /// What kind it is.
    pub kind: Kind,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// Telegram's number of it in the chat; `None` while it waits.
    pub message_id: Option<i64>,
}

/// How full the outbox is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depth {
    /// Messages waiting or under way.
    pub waiting: i64,
    /// When the oldest of them was queued.
    pub oldest: Option<DateTime<Utc>>,
    /// Messages given up.
    pub dead: i64,
}

/// Queues a message, in the transaction of what it tells of. Returns false when it was queued before.
///
/// # Errors
/// SQLite's.
pub async fn put(db: &mut Db, new: &New<'_>, now: DateTime<Utc>) -> Result<bool> {
    let (at, thread) = (now.timestamp(), new.thread.unwrap_or_default());
    let (op, edits) = match new.op {
        Op::Send => ("send", None),
        Op::Edit(message_id) => ("edit", Some(message_id)),
        Op::Document => ("document", None),
    };
    let priority = priority(new.kind);
    let done = sqlx::query!(
        "insert into outbox (chat_id, thread, kind, key, op, edits, payload, priority, due_at, created_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) on conflict (chat_id, thread, kind, key) do nothing",
        new.chat_id,
        thread,
        new.kind,
        new.key,
        op,
        edits,
        new.payload,
        priority,
        at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes up to `limit` messages that may go now, at most one a chat, and marks them as under way.
///
/// Of a chat only its first waiting message counts (by kind, then in the order of making), and none while another is
/// under way, the chat's next time has not come, or the chat cannot be reached. A paused chat gets replies and
/// notices. `busy` are chats to be passed over.
///
/// # Errors
/// SQLite's.
pub async fn take(db: &mut Db, now: DateTime<Utc>, busy: &[i64], limit: i64) -> Result<Vec<Taken>> {
    let (at, busy) = (now.timestamp(), super::to_json(&busy)?);
    let rows = sqlx::query!(
        r#"update outbox set state = 'sending'
           where id in (
               select o.id from outbox as o indexed by outbox_in_order
               left join chats as c on c.id = o.chat_id
               left join paces as p on p.chat_id = o.chat_id
               where o.state = 'pending' and (o.due_at <= ?1 or o.due_at > ?1 + o.wait_seconds)
                 and (p.next_at is null or p.next_at <= ?1 or p.next_at > ?1 + p.wait_seconds)
                 and (c.state is null or c.state = 'active' or (c.state = 'paused' and o.priority <= 1))
                 and o.chat_id not in (select value from json_each(?2))
                 and not exists (select 1 from outbox as b where b.chat_id = o.chat_id and b.state = 'sending')
                 and not exists (select 1 from outbox as b
                                 where b.chat_id = o.chat_id and b.state in ('pending', 'sending')
                                   and (b.priority < o.priority or (b.priority = o.priority and b.id < o.id)))
               order by o.priority, o.id limit ?3)
           returning id as "id!: i64", chat_id, thread, in_thread as "in_thread: bool", kind as "kind: Kind", key, op,
                     edits, payload, plain as "plain: bool", attempts, ambiguous, priority,
                     created_at as "created_at: DateTime<Utc>""#,
        at,
        busy,
        limit
    )
    .fetch_all(db)
    .await?;
    let mut rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let op = match (row.op.as_str(), row.edits) {
                ("edit", Some(message_id)) => Op::Edit(message_id),
                ("document", _) => Op::Document,
                _ => Op::Send,
            };
            let taken = Taken {
                id: row.id,
                chat_id: row.chat_id,
                thread: Some(row.thread).filter(|&thread| thread != 0 && row.in_thread),
                kind: row.kind,
                key: row.key,
                op,
                payload: row.payload,
                plain: row.plain,
                attempts: row.attempts,
                ambiguous: row.ambiguous,
                created_at: row.created_at,
            };
            (row.priority, taken)
        })
        .collect();
    // `returning` keeps no order.
    rows.sort_by_key(|(priority, taken)| (*priority, taken.id));
    Ok(rows.into_iter().map(|(_, taken)| taken).collect())
}

/// The next time a waiting message or a chat's pace comes due after `now`; `None` when nothing waits.
///
/// # Errors
/// SQLite's.
pub async fn next_due(db: &mut Db, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let at = now.timestamp();
    sqlx::query_scalar!(
        r#"select min(due) as "at: DateTime<Utc>" from (
               select min(due_at) as due from outbox where state = 'pending' and due_at > ?1
               union all
               select min(next_at) from paces where next_at > ?1)"#,
        at
    )
    .fetch_one(db)
    .await
}

/// Whether any message waits, due or not.
///
/// # Errors
/// SQLite's.
pub async fn any_waiting(db: &mut Db) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from outbox where state = 'pending') as "any!: bool""#)
        .fetch_one(db)
        .await
}

/// Whether any message waits whose time has come.
///
/// # Errors
/// SQLite's.
pub async fn any_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    sqlx::query_scalar!(
        r#"select exists (select 1 from outbox where state = 'pending'
                          and (due_at <= ?1 or due_at > ?1 + wait_seconds)) as "any!: bool""#,
        at
    )
    .fetch_one(db)
    .await
}

/// Ends a message: Telegram has accepted it (`message_id`), or has nothing to change. What it said is forgotten.
///
/// # Errors
/// SQLite's.
pub async fn sent(db: &mut Db, id: i64, message_id: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update outbox set state = 'sent', payload = '', message_id = coalesce(?1, edits), done_at = ?2, attempts = attempts + 1,
                last_error = null
         where id = ?3",
        message_id,
        at,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a message up.
///
/// # Errors
/// SQLite's.
pub async fn dead(db: &mut Db, id: i64, error: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update outbox set state = 'dead', done_at = ?1, attempts = attempts + 1, last_error = ?2 where id = ?3",
        at,
        error,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a message back to be tried after `wait`; `lost` says that its answer was lost, so that it may have arrived.
///
/// # Errors
/// SQLite's.
pub async fn retry(
    db: &mut Db,
    id: i64,
    (error, lost): (&str, bool),
    now: DateTime<Utc>,
    wait: TimeDelta,
) -> Result<()> {
    let (due, wait) = ((now + wait).timestamp(), wait.num_seconds());
    sqlx::query!(
        "update outbox set state = 'pending', due_at = ?1, wait_seconds = ?2, attempts = attempts + 1,
                ambiguous = ambiguous + ?3, last_error = ?4
         where id = ?5",
        due,
        wait,
        lost,
        error,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A change to how a message goes out on its next try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// As plain text.
    Plain,
    /// Outside of its forum topic.
    WithoutThread,
    /// As a new message; the one to edit is gone.
    Anew,
}

/// Puts a message back to be tried at once in another way.
///
/// # Errors
/// SQLite's.
pub async fn retry_as(db: &mut Db, id: i64, instead: Instead, error: &str, now: DateTime<Utc>) -> Result<()> {
    retry(db, id, (error, false), now, TimeDelta::zero()).await?;
    match instead {
        Instead::Plain => sqlx::query!("update outbox set plain = 1 where id = ?", id).execute(db).await?,
        Instead::WithoutThread => {
            sqlx::query!("update outbox set in_thread = 0 where id = ?", id).execute(db).await?
        }
        Instead::Anew => {
            sqlx::query!("update outbox set op = 'send', edits = null where id = ?", id).execute(db).await?
        }
    };
    Ok(())
}

/// Finds the messages that were under way when the program died and puts them back, to be tried after `wait`; their
/// answers are lost. Returns how many.
///
/// # Errors
/// SQLite's.
pub async fn recover(db: &mut Db, now: DateTime<Utc>, wait: TimeDelta) -> Result<u64> {
    let (due, wait) = ((now + wait).timestamp(), wait.num_seconds());
    let done = sqlx::query!(
        "update outbox set state = 'pending', due_at = ?1, wait_seconds = ?2, attempts = attempts + 1,
                ambiguous = ambiguous + 1, last_error = 'stopped while sending'
         where state = 'sending'",
        due,
        wait
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Forbids messages to a chat for `wait`, as Telegram asked (`retry_after`).
///
/// # Errors
/// SQLite's.
pub async fn hold_chat(db: &mut Db, chat_id: i64, now: DateTime<Utc>, wait: TimeDelta) -> Result<()> {
    let (next, wait) = ((now + wait).timestamp(), wait.num_seconds());
    sqlx::query!(
        "insert into paces (chat_id, next_at, wait_seconds) values (?, ?, ?)
         on conflict (chat_id) do update set next_at = excluded.next_at, wait_seconds = excluded.wait_seconds",
        chat_id,
        next,
        wait
    )
    .execute(db)
    .await?;
    Ok(())
}

/// When messages were accepted by chats since `since`, oldest first: what a restarted sender paces itself by.
///
/// # Errors
/// SQLite's.
pub async fn recent(db: &mut Db, since: DateTime<Utc>) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let since = since.timestamp();
    let rows = sqlx::query!(
        r#"select chat_id, done_at as "at!: DateTime<Utc>" from outbox
           where state in ('sent', 'dead') and done_at >= ? order by done_at, id"#,
        since
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.chat_id, row.at)).collect())
}

/// Finds the cards and sample cards of an article in all chats, by their keys: `a7`, and those that begin with `a7s`.
///
/// # Errors
/// SQLite's.
pub async fn cards_of(db: &mut Db, article: i64) -> Result<Vec<Carried>> {
    let (card, sample, beyond) = (format!("a{article}"), format!("a{article}s"), format!("a{article}t"));
    sqlx::query_as!(
        Carried,
        r#"select id, kind as "kind: Kind", chat_id, thread, message_id from outbox
           where ((kind = 'card' and key = ?1) or (kind = 'sample' and key >= ?2 and key < ?3))
             and (state = 'pending' or (state = 'sent' and message_id is not null))
           order by id"#,
        card,
        sample,
        beyond
    )
    .fetch_all(db)
    .await
}

/// Gives a message that still waits another payload.
///
/// # Errors
/// SQLite's.
pub async fn rewrite(db: &mut Db, id: i64, payload: &str) -> Result<()> {
    sqlx::query!("update outbox set payload = ?1 where id = ?2 and state = 'pending'", payload, id)
        .execute(db)
        .await?;
    Ok(())
}

/// How full the outbox is.
///
/// # Errors
/// SQLite's.
pub async fn depth(db: &mut Db) -> Result<Depth> {
    sqlx::query_as!(
        Depth,
        r#"select coalesce(sum(state in ('pending', 'sending')), 0) as "waiting!: i64",
                  min(case when state in ('pending', 'sending') then created_at end) as "oldest: DateTime<Utc>",
                  coalesce(sum(state = 'dead'), 0) as "dead!: i64"
           from outbox"#
    )
    .fetch_one(db)
    .await
}

fn priority(kind: Kind) -> i64 {
    match kind {
        Kind::Reply => 0,
        Kind::Notice => 1,
        Kind::Sample | Kind::Card | Kind::List | Kind::Digest | Kind::Edit => 2,
    }
}
