//! Digests made: what each covered and what its pages are made of.

use chrono::{DateTime, NaiveDate, Utc};

use crate::store::{Db, Result};

/// A digest as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// The chat's date it was due on.
    pub local_date: String,
    /// Minute of the local day it was due at; `None`: asked for by hand.
    pub slot: Option<i64>,
    /// Covers what came after this time …
    pub window_from: DateTime<Utc>,
    /// … up to this.
    pub window_to: DateTime<Utc>,
    /// The same as numbers of arrivals: after this …
    pub arrivals_from: i64,
    /// … up to and with this.
    pub arrivals_to: i64,
    /// The last correction it told.
    pub corrections_to: i64,
    /// What a deep link to it carries.
    pub token: String,
    /// The pages (JSON), of a digest an older program made; else empty.
    pub content: String,
    /// What its pages are made of, as `press` writes it.
    pub recipe: Option<String>,
    /// How many stories it has.
    pub stories: i64,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// A digest not yet stored.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// The chat.
    pub chat_id: i64,
    /// The forum topic.
    pub thread: Option<i64>,
    /// The chat's date.
    pub local_date: NaiveDate,
    /// Minute of the local day; `None`: asked for by hand.
    pub slot: Option<i64>,
    /// Times covered: after the first, up to the second.
    pub window: (DateTime<Utc>, DateTime<Utc>),
    /// Arrivals covered: after the first, up to and with the second.
    pub arrivals: (i64, i64),
    /// The last correction told.
    pub corrections_to: i64,
    /// Unguessable, at most 32 of `[A-Za-z0-9_-]`.
    pub token: &'a str,
    /// What its pages are made of, as `press` writes it.
    pub recipe: &'a str,
    /// How many stories it has.
    pub stories: i64,
    /// Whether the next one begins where it ends.
    pub told: bool,
}

/// A query for digests; the first argument says which.
macro_rules! digests {
    ($which:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Digest,
            r#"select id, chat_id, thread, local_date, slot, window_from as "window_from: DateTime<Utc>",
                      window_to as "window_to: DateTime<Utc>", arrivals_from, arrivals_to,
                      corrections_to, token, content, recipe,
                      stories, made_at as "made_at: DateTime<Utc>"
               from digests "# + $which,
            $($value),*
        )
    };
}

/// Stores a digest. Returns its number, or `None` when the chat's thread has had one for this date and minute.
pub async fn add(db: &mut Db, new: &New<'_>, now: DateTime<Utc>) -> Result<Option<i64>> {
    let (at, thread, date) = (now.timestamp(), new.thread.unwrap_or_default(), new.local_date.to_string());
    let (from, to) = (new.window.0.timestamp(), new.window.1.timestamp());
    sqlx::query_scalar!(
        r#"insert into digests (chat_id, thread, local_date, slot, window_from, window_to, arrivals_from, arrivals_to,
                              token, content, recipe, stories, made_at, told, corrections_to)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '', ?10, ?11, ?12, ?13, ?14)
         on conflict (chat_id, thread, local_date, slot) do nothing returning id as "id!: i64""#,
        new.chat_id,
        thread,
        date,
        new.slot,
        from,
        to,
        new.arrivals.0,
        new.arrivals.1,
        new.token,
        new.recipe,
        new.stories,
        at,
        new.told,
        new.corrections_to
    )
    .fetch_optional(db)
    .await
}

/// Whether a chat's thread has had its digest for this date and minute.
pub async fn made(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    date: NaiveDate,
    slot: i64,
) -> Result<bool> {
    let (thread, date) = (thread.unwrap_or_default(), date.to_string());
    sqlx::query_scalar!(
        r#"select exists (select 1 from digests where chat_id = ? and thread = ? and local_date = ? and slot = ?)
           as "made!: bool""#,
        chat_id,
        thread,
        date,
        slot
    )
    .fetch_one(db)
    .await
}

/// The last digest of a chat's thread that counts as told: where the next one begins.
pub async fn last_told(db: &mut Db, chat_id: i64, thread: Option<i64>) -> Result<Option<Digest>> {
    let thread = thread.unwrap_or_default();
    digests!("where chat_id = ? and thread = ? and told = 1 order by id desc limit 1", chat_id, thread)
        .fetch_optional(db)
        .await
}

/// The last scheduled digest of a chat's thread: its key names the next one.
pub async fn last(db: &mut Db, chat_id: i64, thread: Option<i64>) -> Result<Option<Digest>> {
    let thread = thread.unwrap_or_default();
    digests!(
        "where chat_id = ? and thread = ? and slot is not null order by id desc limit 1",
        chat_id,
        thread
    )
    .fetch_optional(db)
    .await
}

/// The digests of a chat's thread on one of its dates, in the order they were made.
pub async fn on(db: &mut Db, (chat_id, thread): (i64, Option<i64>), date: NaiveDate) -> Result<Vec<Digest>> {
    let (thread, date) = (thread.unwrap_or_default(), date.to_string());
    digests!(
        "where chat_id = ? and thread = ? and local_date = ? and told = 1 order by id",
        chat_id,
        thread,
        date
    )
    .fetch_all(db)
    .await
}

/// Finds a digest by the token of its deep link.
pub async fn by_token(db: &mut Db, token: &str) -> Result<Option<Digest>> {
    digests!("where token = ?", token).fetch_optional(db).await
}

/// Reads a digest of this chat; one of another chat is not found.
pub async fn get(db: &mut Db, chat_id: i64, id: i64) -> Result<Option<Digest>> {
    digests!("where chat_id = ? and id = ?", chat_id, id).fetch_optional(db).await
}

/// What the digests of a place are made of, the newest first, at most `limit`.
pub async fn recipes(db: &mut Db, (chat_id, thread): (i64, Option<i64>), limit: i64) -> Result<Vec<String>> {
    let thread = thread.unwrap_or_default();
    let rows = sqlx::query_scalar!(
        r#"select recipe as "recipe!" from digests where chat_id = ? and thread = ? and recipe is not null
           order by made_at desc limit ?"#,
        chat_id,
        thread,
        limit
    );
    rows.fetch_all(db).await
}
