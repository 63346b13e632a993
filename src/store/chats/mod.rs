//! Chats: what each wants and whether it can be reached.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

pub mod allowed;
pub mod channels;
pub mod digest_slots;
pub mod digests;
pub mod held_back;
pub mod mutes;
pub mod saved;
mod met;
mod moved;
pub mod reviews;
pub mod subscriptions;
pub mod topics;

pub use met::{Defaults, Met, Seen, see};
pub use moved::{forget_blocked, leave_thread, migrate};

/// What kind of chat Telegram says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    /// One person.
    Private,
    /// A small group.
    Group,
    /// A group that can have topics.
    Supergroup,
    /// A channel.
    Channel,
}

/// Whether a chat gets anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum State {
    /// It does.
    Active,
    /// Somebody there paused it.
    Paused,
    /// Telegram refuses us there; kept 30 days.
    Blocked,
}

/// How articles of a feed reach a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Mode {
    /// In the digest.
    Digest,
    /// At once; only what quiet hours held goes into the digest.
    Instant,
    /// At once, and again in the digest.
    Both,
}

/// How summaries are made for a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum SummaryMethod {
    /// Sentences of the article.
    Extractive,
    /// By a model where there is one.
    Llm,
}

/// A chat with its settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Chat {
    /// Telegram's number.
    pub id: i64,
    /// What kind it is.
    pub kind: Kind,
    /// Its title.
    pub title: Option<String>,
    /// Whether it has topics.
    pub is_forum: bool,
    /// Whether it gets anything.
    pub state: State,
    /// Since when.
    pub state_since: DateTime<Utc>,
    /// IANA zone.
    pub zone: String,
    /// Language of the interface; `None`: the asking person's.
    pub language: Option<String>,
    /// How articles reach it; what new subscriptions begin with.
    pub mode: Mode,
    /// Most quotes on a card.
    pub quotes_a_card: i64,
    /// How summaries are made.
    pub summary_method: SummaryMethod,
    /// Codes of the languages it reads, parted by commas; `None`: quotes are not translated.
    pub reads: Option<String>,
    /// Quiet hours begin at this minute of the local day.
    pub quiet_from: Option<i64>,
    /// Quiet hours end at this minute.
    pub quiet_to: Option<i64>,
    /// Whether a digest with nothing new says so.
    pub say_nothing_new: bool,
    /// Least probability that an article is foreign policy, 0 to 1.
    pub relevance: f64,
}

/// A query for chats; the first argument says which.
macro_rules! chats {
    ($which:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Chat,
            r#"select id as "id!: i64", kind as "kind: Kind", title, is_forum as "is_forum: bool",
                      state as "state: State", state_since as "state_since: DateTime<Utc>", zone as "zone!", language,
                      mode as "mode: Mode", quotes_a_card as "quotes_a_card!: i64",
                      summary_method as "summary_method: SummaryMethod", reads, quiet_from, quiet_to,
                      say_nothing_new as "say_nothing_new: bool", relevance as "relevance!: f64"
               from chats "# + $which,
            $($value),*
        )
    };
}

/// Reads one chat.
pub async fn get(db: &mut Db, id: i64) -> Result<Option<Chat>> {
    chats!("where id = ?", id).fetch_optional(db).await
}

/// Lists chats, the newest first.
pub async fn list(db: &mut Db, limit: i64) -> Result<Vec<Chat>> {
    // scan: of chats, when an operator asks
    chats!("order by created_at desc, id limit ?", limit).fetch_all(db).await
}

/// Counts chats that are active, paused and blocked.
pub async fn count(db: &mut Db) -> Result<(i64, i64, i64)> {
    // scan: of chats, when an operator asks
    let row = sqlx::query!(
        r#"select coalesce(sum(state = 'active'), 0) as "active!: i64",
                  coalesce(sum(state = 'paused'), 0) as "paused!: i64",
                  coalesce(sum(state = 'blocked'), 0) as "blocked!: i64" from chats"#
    )
    .fetch_one(db)
    .await?;
    Ok((row.active, row.paused, row.blocked))
}

/// Sets the zone; all digests of the chat are scheduled anew.
pub async fn set_zone(db: &mut Db, id: i64, zone: &str) -> Result<()> {
    sqlx::query!("update chats set zone = ? where id = ?", zone, id).execute(&mut *db).await?;
    sqlx::query!("update digest_slots set next_due_at = null where chat_id = ?", id).execute(db).await?;
    Ok(())
}

/// Sets the language of the interface; `None`: the asking person's.
pub async fn set_language(db: &mut Db, id: i64, language: Option<&str>) -> Result<()> {
    sqlx::query!("update chats set language = ? where id = ?", language, id).execute(db).await?;
    Ok(())
}

/// Sets how articles reach the chat, for the feeds it will add and those without a choice of their own.
pub async fn set_mode(db: &mut Db, id: i64, mode: Mode) -> Result<()> {
    sqlx::query!("update chats set mode = ? where id = ?", mode, id).execute(&mut *db).await?;
    sqlx::query!("update subscriptions set mode = ? where chat_id = ? and own_mode = 0", mode, id)
        .execute(db)
        .await?;
    Ok(())
}

/// Sets the most quotes on a card, 0 to 10.
///
/// # Errors
/// Also when the number is out of range.
pub async fn set_quotes_a_card(db: &mut Db, id: i64, quotes: i64) -> Result<()> {
    sqlx::query!("update chats set quotes_a_card = ? where id = ?", quotes, id).execute(db).await?;
    Ok(())
}

/// Sets quiet hours as minutes of the local day, from and to; `None`: none.
///
/// # Errors
/// Also when a minute is out of range.
pub async fn set_quiet(db: &mut Db, id: i64, quiet: Option<(i64, i64)>) -> Result<()> {
    let (from, to) = quiet.unzip();
    sqlx::query!("update chats set quiet_from = ?, quiet_to = ? where id = ?", from, to, id)
        .execute(db)
        .await?;
    Ok(())
}

/// Sets how summaries are made.
pub async fn set_summary_method(db: &mut Db, id: i64, method: SummaryMethod) -> Result<()> {
    sqlx::query!("update chats set summary_method = ? where id = ?", method, id).execute(db).await?;
    Ok(())
}

/// Sets the languages the chat reads, as codes parted by commas; `None`: quotes are not translated.
pub async fn set_reads(db: &mut Db, id: i64, reads: Option<&str>) -> Result<()> {
    sqlx::query!("update chats set reads = ? where id = ?", reads, id).execute(db).await?;
    Ok(())
}

/// Sets whether a digest with nothing new says so.
pub async fn set_say_nothing_new(db: &mut Db, id: i64, say: bool) -> Result<()> {
    sqlx::query!("update chats set say_nothing_new = ? where id = ?", say, id).execute(db).await?;
    Ok(())
}

/// Changes whether the chat gets anything; `reason` is for operators.
pub async fn set_state(
    db: &mut Db,
    id: i64,
    state: State,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update chats set state = ?1, state_since = ?2, state_reason = ?3 where id = ?4 and state <> ?1",
        state,
        at,
        reason,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Why a chat is in the state it is in, where that was said.
pub async fn state_reason(db: &mut Db, id: i64) -> Result<Option<String>> {
    let reason = sqlx::query_scalar!("select state_reason from chats where id = ?", id);
    Ok(reason.fetch_optional(db).await?.flatten())
}
