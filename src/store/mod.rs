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
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqlitePool, Transaction};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

pub mod articles;
pub mod backup;
pub mod chats;
pub mod check;
mod connection;
pub mod delivery;
mod fault;
pub mod feeds;
pub mod full_text;
pub mod people;
pub mod personal_data;
mod place;
pub mod quotas;
pub mod reader;
pub mod retention;
pub mod upkeep;

pub use connection::OpenError;
pub use fault::{is_damage, is_passing, reason, told};
pub use reader::Reader;

/// A connection every function of the store works on.
pub type Db = sqlx::SqliteConnection;

/// SQLite's errors.
pub type Error = sqlx::Error;

/// What the store's functions return; the errors are SQLite's.
pub type Result<T> = sqlx::Result<T>;

/// A write transaction: commits with `commit()`, rolls back when dropped.
pub type Write = Transaction<'static, Sqlite>;

/// A reader of what is committed, and its place among those who read at one time.
#[derive(Debug)]
pub struct Read {
    db: PoolConnection<Sqlite>,
    _place: Option<OwnedSemaphorePermit>,
}

impl std::ops::Deref for Read {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl std::ops::DerefMut for Read {
    fn deref_mut(&mut self) -> &mut Db {
        &mut self.db
    }
}

/// Begins a part of a transaction that can be taken back alone.
///
/// # Errors
/// SQLite's.
pub async fn part(db: &mut Db) -> Result<Transaction<'_, Sqlite>> {
    sqlx::Connection::begin(db).await
}

/// How many there are of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// So many were counted.
    pub n: i64,
    /// Whether there are more: counting ends where nobody reads on.
    pub more: bool,
}

/// The open database.
///
/// Readers have places of their own, so that nobody waits for those who ask for much: the loops, the sender, people, and
/// among these the ones who search.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    write: Option<SqlitePool>,
    loops: SqlitePool,
    sender: SqlitePool,
    people: SqlitePool,
    searches: Arc<Semaphore>,
    left_open: bool,
    halted: AtomicBool,
    /// The file that was opened for writing.
    opened: Option<place::Identity>,
    taken_away: AtomicBool,
    outbox_filled: Notify,
    entries_queued: Notify,
    updates_came: Notify,
    articles_came: Notify,
    doubted: Notify,
    refused: Notify,
    /// Held locked as long as the store lives.
    _locks: Option<(File, File)>,
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
    /// When the store was opened for reading only or is halted, its file lies elsewhere by now, another process keeps the
    /// file locked for over 5 s, or the disk fails. [`is_passing`] tells what is worth another try.
    pub async fn begin(&self) -> Result<Write> {
        if self.is_taken_away() {
            let why = "the file of the database was taken away or replaced; nothing is written";
            return Err(sqlx::Error::Configuration(why.into()));
        }
        if self.halted.load(Ordering::Relaxed) {
            return Err(sqlx::Error::Configuration("the database is damaged; nothing is written".into()));
        }
        let Some(pool) = &self.write else {
            return Err(sqlx::Error::Configuration("the database is open for reading only".into()));
        };
        pool.begin_with("begin immediate").await
    }

    /// Whether the file that was opened lies no longer at its path. From then on nothing is written.
    #[must_use]
    pub fn is_taken_away(&self) -> bool {
        let Some(opened) = self.opened else { return false };
        if !place::identity(&self.path).is_ok_and(|found| found != Some(opened)) {
            return self.taken_away.load(Ordering::Relaxed);
        }
        self.taken_away.store(true, Ordering::Relaxed);
        self.halt();
        self.doubted.notify_one();
        true
    }

    /// Takes a reader for one of the loops; it sees what was committed before its first query.
    ///
    /// # Errors
    /// When all readers of the loops stay taken for 30 s, or the file cannot be read.
    pub async fn read(&self) -> Result<Read> {
        Ok(Read { db: self.loops.acquire().await?, _place: None })
    }

    /// Takes the reader that is the sender's alone.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_for_sending(&self) -> Result<Read> {
        Ok(Read { db: self.sender.acquire().await?, _place: None })
    }

    /// Takes a reader for a person's question that is answered by a few rows.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_for_people(&self) -> Result<Read> {
        Ok(Read { db: self.people.acquire().await?, _place: None })
    }

    /// Takes a reader for a person's search, which may be long: those who search leave places to those who do not.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_for_search(&self) -> Result<Read> {
        let place =
            Arc::clone(&self.searches).acquire_owned().await.map_err(|_closed| sqlx::Error::PoolClosed)?;
        Ok(Read { db: self.people.acquire().await?, _place: Some(place) })
    }

    /// Whether the program before this one ended without closing the database.
    #[must_use]
    pub fn was_left_open(&self) -> bool {
        self.left_open
    }

    /// Writes nothing more from now on: the file is damaged.
    pub fn halt(&self) {
        self.halted.store(true, Ordering::Relaxed);
    }

    /// Looks at an error: has the database checked when it speaks of damage, and looked at whether it can be written when
    /// it speaks of what may pass.
    pub fn doubt(&self, error: &anyhow::Error) {
        match error.downcast_ref::<Error>() {
            Some(error) if is_damage(error) => self.doubted.notify_one(),
            Some(error) if is_passing(error) => self.refused.notify_one(),
            _ => {}
        }
    }

    /// Wakes whoever checks the database when an error spoke of damage.
    #[must_use]
    pub fn doubted(&self) -> &Notify {
        &self.doubted
    }

    /// Wakes whoever looks at whether the database can be written.
    #[must_use]
    pub fn refused(&self) -> &Notify {
        &self.refused
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
        for readers in [&self.loops, &self.sender, &self.people] {
            readers.close().await;
        }
        if let Some(write) = &self.write {
            write.close().await;
        }
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
