//! The store: all SQL of the program, and the one SQLite file behind it.
//!
//! In: plain values of the modules above. Out: plain structs. One submodule a table (or a few that belong together),
//! each of free functions over a [`Db`]: a write transaction from [`Store::begin`] or a reader from [`Store::read`].
//! Each fails as SQLite fails; [`is_passing`] tells what is worth another try.
//!
//! Invariants: one writer at a time (`begin immediate`, WAL, `synchronous = full`), so what is committed together is
//! found together after a kill; a transaction holds only SQL, never a request; instants are unix seconds; a damaged
//! or newer file is refused and left byte for byte as it was; a second instance is refused by a lock file.

#![expect(
    clippy::missing_errors_doc,
    reason = "each function here fails as SQLite fails, and says so only where there is more to say"
)]

use std::fs::File;
use std::path::{Path, PathBuf};

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};
use tokio::sync::Notify;

pub mod articles;
pub mod backup;
pub mod chats;
mod connection;
pub mod delivery;
pub mod feeds;
mod full_text;
pub mod people;
pub mod personal_data;
pub mod quotas;
pub mod retention;

pub use connection::{OpenError, check};

/// A connection every function of the store works on.
pub type Db = sqlx::SqliteConnection;

/// SQLite's errors.
pub type Error = sqlx::Error;

/// What the store's functions return; the errors are SQLite's.
pub type Result<T> = sqlx::Result<T>;

/// A write transaction: commits with `commit()`, rolls back when dropped.
pub type Write = Transaction<'static, Sqlite>;

/// A reader of what is committed.
pub type Read = PoolConnection<Sqlite>;

/// The open database.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    write: Option<SqlitePool>,
    read: SqlitePool,
    outbox_filled: Notify,
    entries_queued: Notify,
    updates_came: Notify,
    articles_came: Notify,
    /// Held locked as long as the store lives.
    _lock: Option<File>,
}

impl Store {
    /// The database file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Begins the one write transaction there can be; waits for the one before it to end.
    ///
    /// # Errors
    /// When the store was opened for reading only, another process keeps the file locked for over 5 s, or the disk
    /// fails. [`is_passing`] tells what is worth another try.
    pub async fn begin(&self) -> Result<Write> {
        let Some(pool) = &self.write else {
            return Err(sqlx::Error::Configuration("the database is open for reading only".into()));
        };
        pool.begin_with("begin immediate").await
    }

    /// Takes a reader, which sees what was committed before its first query.
    ///
    /// # Errors
    /// When all readers stay taken for 30 s, or the file cannot be read.
    pub async fn read(&self) -> Result<PoolConnection<Sqlite>> {
        self.read.acquire().await
    }

    /// Wakes the sender early when the outbox has got a row.
    #[must_use]
    pub fn outbox_filled(&self) -> &Notify {
        &self.outbox_filled
    }

    /// Wakes the briefing early when an entry was queued.
    #[must_use]
    pub fn entries_queued(&self) -> &Notify {
        &self.entries_queued
    }

    /// Wakes the bot early when an update was stored.
    #[must_use]
    pub fn updates_came(&self) -> &Notify {
        &self.updates_came
    }

    /// Wakes the grouping of articles into stories when one was stored.
    #[must_use]
    pub fn articles_came(&self) -> &Notify {
        &self.articles_came
    }

    /// Closes all connections, which folds the write-ahead log into the file.
    pub async fn close(&self) {
        self.read.close().await;
        if let Some(write) = &self.write {
            write.close().await;
        }
    }
}

/// Whether an error may pass by itself: the file locked, the disk full for now, all connections taken.
#[must_use]
pub fn is_passing(error: &sqlx::Error) -> bool {
    /// Primary result codes: busy, locked, I/O error, full, cannot open (<https://sqlite.org/rescode.html>).
    const PASSING: [u32; 5] = [5, 6, 10, 13, 14];
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => true,
        sqlx::Error::Database(error) => error
            .code()
            .and_then(|code| code.parse::<u32>().ok())
            .is_some_and(|code| PASSING.contains(&(code & 0xff))),
        _ => false,
    }
}

/// Makes a token nobody can guess: 32 hexadecimal digits from SQLite's generator, which the system seeds.
pub async fn token(db: &mut Db) -> Result<String> {
    sqlx::query_scalar!(r#"select lower(hex(randomblob(16))) as "token!: String""#).fetch_one(db).await
}

/// Writes a value as JSON for a column or a list parameter.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}

/// Reads a column that holds JSON.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// Writes an enum that serialises as one word.
fn as_word<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(to_json(value)?.trim_matches('"').to_owned())
}

/// Reads such an enum.
fn word<T: serde::de::DeserializeOwned>(word: &str) -> Result<T> {
    from_json(&format!("\"{word}\""))
}

#[cfg(test)]
pub(crate) mod tests;
