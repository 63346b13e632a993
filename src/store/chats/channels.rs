//! Channels that are run from a person's private chat.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// A channel of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Telegram's number of it.
    pub id: i64,
    /// Its title.
    pub title: Option<String>,
    /// Whether what the person says is for it.
    pub chosen: bool,
}

/// Notes that a person runs a channel, and chooses it.
///
/// # Errors
/// Also when the channel is not stored.
pub async fn add(db: &mut Db, person: i64, chat_id: i64, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into channels (person, chat_id, added_at) values (?, ?, ?) on conflict do nothing",
        person,
        chat_id,
        at
    )
    .execute(&mut *db)
    .await?;
    choose(db, person, Some(chat_id)).await?;
    Ok(())
}

/// Chooses one of a person's channels, or none. Returns whether the person has it.
pub async fn choose(db: &mut Db, person: i64, chat_id: Option<i64>) -> Result<bool> {
    sqlx::query!("update channels set chosen = 0 where person = ?", person).execute(&mut *db).await?;
    let Some(chat_id) = chat_id else { return Ok(true) };
    let done =
        sqlx::query!("update channels set chosen = 1 where person = ? and chat_id = ?", person, chat_id)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Lists a person's channels in the order they were added.
pub async fn list(db: &mut Db, person: i64) -> Result<Vec<Channel>> {
    sqlx::query_as!(
        Channel,
        r#"select c.id as "id!: i64", c.title, m.chosen as "chosen: bool"
           from channels as m join chats as c on c.id = m.chat_id where m.person = ? order by m.added_at, c.id"#,
        person
    )
    .fetch_all(db)
    .await
}

/// The channel a person has chosen.
pub async fn chosen(db: &mut Db, person: i64) -> Result<Option<i64>> {
    sqlx::query_scalar!(
        r#"select chat_id as "id!: i64" from channels where person = ? and chosen = 1"#,
        person
    )
    .fetch_optional(db)
    .await
}
