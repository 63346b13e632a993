//! The outbox: every message to Telegram, from the transaction that caused it until it is accepted.
//!
//! pending → sending (committed) → request → sent, pending again, or dead (committed). A row found `sending` at start
//! was under way when the program died.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

mod cards;
mod settled;
mod take;

pub use cards::{announcement, article_of, first_card, of_those_told_elsewhere, told_elsewhere};
pub use settled::{Instead, dead, hold_chat, recover, retry, retry_as, sent};
pub use take::{STEPS_ASIDE, Taken, any_due, any_waiting, next_due, take};

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

impl Kind {
    /// The word for it in counters.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Notice => "notice",
            Self::Sample => "sample",
            Self::Card => "card",
            Self::List => "list",
            Self::Digest => "digest",
            Self::Edit => "edit",
        }
    }
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
    /// The chat it was drawn for, where that is another one.
    pub drawn_for: Option<i64>,
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

/// When messages were accepted by chats since `since`, oldest first: what a restarted sender paces itself by.
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

/// Finds the cards of an article in all chats, by their keys: `a7`, for sample cards those that begin with `a7s`, for
/// answers to somebody those that begin with `a7r` and end, where they were drawn for another chat, with `@` and its number;
/// `limit` of them after the message `after`.
pub async fn cards_of(db: &mut Db, article: i64, after: i64, limit: i64) -> Result<Vec<Carried>> {
    let (card, sample, beyond) = (format!("a{article}"), format!("a{article}s"), format!("a{article}t"));
    let reply = format!("a{article}r");
    sqlx::query_as!(
        Carried,
        r#"select id as "id!: i64", kind as "kind: Kind", chat_id as "chat_id!: i64", thread as "thread!: i64", message_id,
                  cast(nullif(substr(key, instr(key, '@') + 1), key) as integer) as "drawn_for?: i64"
           from outbox
           where id in (select id from outbox where kind = 'card' and key = ?1
                        union all select id from outbox where kind = 'sample' and key >= ?2 and key < ?3
                        union all select id from outbox where kind = 'reply' and key >= ?6 and key < ?2)
             and id > ?4 and (state = 'pending' or (state = 'sent' and message_id is not null))
           order by id limit ?5"#,
        card,
        sample,
        beyond,
        after,
        limit,
        reply
    )
    .fetch_all(db)
    .await
}

/// Finds a message by what makes it one.
pub async fn by_key(
    db: &mut Db,
    (chat_id, thread): (i64, i64),
    kind: Kind,
    key: &str,
) -> Result<Option<Carried>> {
    sqlx::query_as!(
        Carried,
        r#"select id as "id!: i64", kind as "kind: Kind", chat_id as "chat_id!: i64", thread as "thread!: i64", message_id,
                  cast(nullif(substr(key, instr(key, '@') + 1), key) as integer) as "drawn_for?: i64"
           from outbox where chat_id = ? and thread = ? and kind = ? and key = ?"#,
        chat_id,
        thread,
        kind,
        key
    )
    .fetch_optional(db)
    .await
}

/// Gives a message that still waits another payload.
pub async fn rewrite(db: &mut Db, id: i64, payload: &str) -> Result<()> {
    sqlx::query!("update outbox set payload = ?1 where id = ?2 and state = 'pending'", payload, id)
        .execute(db)
        .await?;
    Ok(())
}

/// How full the outbox is.
pub async fn depth(db: &mut Db) -> Result<Depth> {
    // scan: of messages that wait or were given up, by indexes of those alone
    let row = sqlx::query!(
        r#"select (select count(*) from outbox where state in ('pending', 'sending')) as "waiting!: i64",
                  (select min(created_at) from outbox where state in ('pending', 'sending'))
                      as "oldest: DateTime<Utc>",
                  (select count(*) from outbox where state = 'dead') as "dead!: i64""#
    )
    .fetch_one(db)
    .await?;
    Ok(Depth { waiting: row.waiting, oldest: row.oldest, dead: row.dead })
}

fn priority(kind: Kind) -> i64 {
    match kind {
        Kind::Reply => 0,
        Kind::Notice => 1,
        Kind::Sample | Kind::Card | Kind::List | Kind::Digest | Kind::Edit => 2,
    }
}
