//! A chat that writes to us: noted, and known again.

use chrono::{DateTime, Utc};

use super::{Chat, Kind, State, digest_slots, get};
use crate::store::{Db, Result};

/// What an update tells of its chat.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Telegram's number.
    pub id: i64,
    /// What kind it is.
    pub kind: Kind,
    /// Its title.
    pub title: Option<&'a str>,
    /// Whether it has topics.
    pub is_forum: bool,
}

/// What a new chat begins with.
#[derive(Debug, Clone, Copy)]
pub struct Defaults<'a> {
    /// IANA zone.
    pub zone: &'a str,
    /// Minute of the local day of its one digest.
    pub digest_minute: i64,
}

/// Whether a chat that wrote to us was known before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// It is new.
    New,
    /// It could not be reached before.
    Back,
    /// It is as it was.
    Known,
}

/// Notes that a chat wrote to us: adds it with one digest slot, or brings title and kind up to date; one that was
/// blocked is active again. Returns it and how it was known before.
pub async fn see(
    db: &mut Db,
    seen: &Seen<'_>,
    defaults: &Defaults<'_>,
    now: DateTime<Utc>,
) -> Result<(Chat, Met)> {
    let at = now.timestamp();
    let was_blocked = get(&mut *db, seen.id).await?.is_some_and(|chat| chat.state == State::Blocked);
    let new = sqlx::query!(
        "insert into chats (id, kind, title, is_forum, created_at, state_since, zone)
         values (?1, ?2, ?3, ?4, ?5, ?5, ?6) on conflict (id) do nothing",
        seen.id,
        seen.kind,
        seen.title,
        seen.is_forum,
        at,
        defaults.zone
    )
    .execute(&mut *db)
    .await?
    .rows_affected()
        == 1;
    if new {
        digest_slots::add(db, (seen.id, None), (defaults.digest_minute, 127), now).await?;
    } else {
        sqlx::query!(
            "update chats set kind = ?1, title = coalesce(?2, title), is_forum = ?3,
                    state_since = case state when 'blocked' then ?4 else state_since end,
                    state_reason = case state when 'blocked' then null else state_reason end,
                    state = case state when 'blocked' then 'active' else state end
             where id = ?5",
            seen.kind,
            seen.title,
            seen.is_forum,
            at,
            seen.id
        )
        .execute(&mut *db)
        .await?;
    }
    let chat = get(db, seen.id).await?.ok_or(sqlx::Error::RowNotFound)?;
    Ok((
        chat,
        if new {
            Met::New
        } else if was_blocked {
            Met::Back
        } else {
            Met::Known
        },
    ))
}
