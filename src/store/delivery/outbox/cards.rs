//! Messages that are found again: cards of one story in one place, of which the first tells of the others; the word that
//! a feed is followed, which becomes its sample card; the card somebody points at.

use chrono::{DateTime, Utc};

use super::{Carried, Kind, New, Op, put};
use crate::store::{Db, Result, to_json};

/// What is noted of an article that another's card tells of.
const ELSEWHERE: &str = "told on the card of its story";

/// Finds the first card of any of these articles in a place since `since`, waiting or sent, and which article it is of.
pub async fn first_card(
    db: &mut Db,
    (chat_id, thread): (i64, i64),
    articles: &[i64],
    since: DateTime<Utc>,
) -> Result<Option<(i64, Carried)>> {
    let (list, since) = (to_json(&articles)?, since.timestamp());
    let row = sqlx::query!(
        r#"select cast(a.value as integer) as "article!: i64", o.id as "id!: i64", o.message_id
           from json_each(?1) as a
           join outbox as o on o.chat_id = ?2 and o.thread = ?3 and o.kind = 'card' and o.key = 'a' || a.value
           where o.created_at >= ?4 and (o.state = 'pending' or (o.state = 'sent' and o.message_id is not null))
           order by o.id limit 1"#,
        list,
        chat_id,
        thread,
        since
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| {
        let (id, message_id) = (row.id, row.message_id);
        let carried = Carried { id, kind: Kind::Card, chat_id, thread, message_id, drawn_for: None };
        (row.article, carried)
    }))
}

/// Notes that the card of this key is not to be sent, because another tells of it. Returns false when it was queued before.
pub async fn told_elsewhere(
    db: &mut Db,
    (chat_id, thread): (i64, i64),
    key: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let place = Some(thread).filter(|thread| *thread != 0);
    let new = New { chat_id, thread: place, kind: Kind::Card, key, op: Op::Send, payload: "" };
    if !put(&mut *db, &new, now).await? {
        return Ok(false);
    }
    let at = now.timestamp();
    sqlx::query!(
        "update outbox set state = 'sent', done_at = ?1, last_error = ?2
         where chat_id = ?3 and thread = ?4 and kind = 'card' and key = ?5",
        at,
        ELSEWHERE,
        chat_id,
        thread,
        key
    )
    .execute(db)
    .await?;
    Ok(true)
}

/// Those of these articles that another's card tells of in a place, in their order.
pub async fn of_those_told_elsewhere(
    db: &mut Db,
    (chat_id, thread): (i64, i64),
    articles: &[i64],
) -> Result<Vec<i64>> {
    let list = to_json(&articles)?;
    sqlx::query_scalar!(
        r#"select cast(a.value as integer) as "id!: i64" from json_each(?1) as a
           join outbox as o on o.chat_id = ?2 and o.thread = ?3 and o.kind = 'card' and o.key = 'a' || a.value
           where o.state = 'sent' and o.last_error = ?4 order by a.key"#,
        list,
        chat_id,
        thread,
        ELSEWHERE
    )
    .fetch_all(db)
    .await
}

/// Telegram's number of the message that told a place it follows a feed now, while it has not become anything else.
pub async fn announcement(
    db: &mut Db,
    (chat_id, thread): (i64, i64),
    subscription: i64,
) -> Result<Option<i64>> {
    let (from, to) = (format!("s{subscription}r"), format!("s{subscription}s"));
    sqlx::query_scalar!(
        r#"select message_id as "id!: i64" from outbox
           where kind = 'reply' and key >= ?1 and key < ?2 and chat_id = ?3 and thread = ?4 and state = 'sent'
             and message_id is not null
           order by id desc limit 1"#,
        from,
        to,
        chat_id,
        thread
    )
    .fetch_optional(db)
    .await
}

/// The article a message of a chat is the card of, and the message's forum topic; `None` for any other message.
pub async fn article_of(db: &mut Db, chat_id: i64, message_id: i64) -> Result<Option<(i64, i64)>> {
    let rows = sqlx::query!(
        "select key, thread from outbox
         where chat_id = ? and state = 'sent' and message_id = ? and kind in ('card', 'sample', 'reply', 'edit')
         order by id",
        chat_id,
        message_id
    )
    .fetch_all(db)
    .await?;
    let article = |key: &str| {
        let digits: String = key.strip_prefix('a')?.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    Ok(rows.into_iter().find_map(|row| Some((article(&row.key)?, row.thread))))
}
