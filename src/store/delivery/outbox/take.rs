//! Which messages go next.

use chrono::{DateTime, Utc};

use super::{Kind, Op};
use crate::store::{Db, Result, to_json};

/// A message whose answers were lost so often no longer holds up the later ones of its chat while it waits.
pub const STEPS_ASIDE: i64 = 3;

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

/// Takes up to `limit` messages that may go now, at most one a chat, and marks them as under way.
///
/// Of a chat only its first waiting message counts (by kind, then in the order of making), and none while another is
/// under way, the chat's next time has not come, or the chat cannot be reached. One whose answers were lost
/// [`STEPS_ASIDE`] times lets later ones pass while it waits. A paused chat gets replies and notices. `busy` are chats
/// to be passed over.
pub async fn take(db: &mut Db, now: DateTime<Utc>, busy: &[i64], limit: i64) -> Result<Vec<Taken>> {
    let (at, busy) = (now.timestamp(), to_json(&busy)?);
    // scan: of messages that wait, by an index of those alone, up to what is taken
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
                                   and (b.priority < o.priority or (b.priority = o.priority and b.id < o.id))
                                   and (b.ambiguous < ?4 or b.due_at <= ?1 or b.due_at > ?1 + b.wait_seconds))
               order by o.priority, o.id limit ?3)
           returning id as "id!: i64", chat_id, thread, in_thread as "in_thread: bool", kind as "kind: Kind", key, op,
                     edits, payload, plain as "plain: bool", attempts, ambiguous, priority,
                     created_at as "created_at: DateTime<Utc>""#,
        at,
        busy,
        limit,
        STEPS_ASIDE
    )
    .fetch_all(db)
    .await?;
    let mut rows: Vec<(i64, Taken)> = rows
        .into_iter()
        .map(|row| {
            let taken = Taken {
                id: row.id,
                chat_id: row.chat_id,
                thread: Some(row.thread).filter(|&thread| thread != 0 && row.in_thread),
                kind: row.kind,
                key: row.key,
                op: op(&row.op, row.edits),
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

fn op(name: &str, edits: Option<i64>) -> Op {
    match (name, edits) {
        ("edit", Some(message_id)) => Op::Edit(message_id),
        ("document", _) => Op::Document,
        _ => Op::Send,
    }
}

/// The next time a waiting message or a chat's pace comes due after `now`; `None` when nothing waits.
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
pub async fn any_waiting(db: &mut Db) -> Result<bool> {
    // scan: of messages that wait, by an index of those alone, up to the first
    sqlx::query_scalar!(r#"select exists (select 1 from outbox where state = 'pending') as "any!: bool""#)
        .fetch_one(db)
        .await
}

/// Whether any message waits whose time has come.
pub async fn any_due(db: &mut Db, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    sqlx::query_scalar!(
        r#"select exists (select 1 from outbox where state = 'pending' and due_at <= ?1)
               or exists (select 1 from outbox where state = 'pending' and due_at - wait_seconds > ?1) as "any!: bool""#,
        at
    )
    .fetch_one(db)
    .await
}
