//! Opening the database: lock, a look that touches nothing, a copy before a migration, the migration.
//!
//! Opening costs the same whatever the file holds: it is not read through here ([`check`](super::check) does that).

use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{Connection as _, SqlitePool};
use tokio::sync::{Notify, Semaphore};

use self::error::{sql, uncopied};
use self::examine::{MIGRATIONS, examine, known};
use self::file::{ensure_writable, is_blank, lock, lock_itself, make, resolved, was_left_open};
use self::options::{reading, writing};
use crate::store::place::identity;
use crate::store::{Db, Store, backup, check, reader};

pub(in crate::store) mod error;
pub(in crate::store) mod examine;
pub(in crate::store) mod file;
pub(in crate::store) mod options;
pub(in crate::store) mod shape;

pub use error::OpenError;

/// Readers of the loops: polling, briefing, grouping, digests, counting.
const LOOPS: u32 = 4;

/// Readers of people's questions …
const PEOPLE: u32 = 4;

/// … and how many of them may be searches at one time.
const SEARCHES: usize = 2;

impl Store {
    /// Opens the database at `path` for writing, creating it or bringing its schema up to date.
    ///
    /// # Errors
    /// When another instance runs on it, it is damaged or newer than the program, or the system refuses.
    pub async fn open(path: &Path, now: DateTime<Utc>) -> Result<Self, OpenError> {
        let path = &*resolved(path);
        let named = lock(path)?;
        ensure_writable(path)?;
        backup::ensure_restored(path)?;
        backup::sweep(path);
        let left_open = was_left_open(path);
        let is_new = is_blank(path)?;
        if is_new {
            make(path)?;
        }
        let itself = lock_itself(path)?;
        let before = match if is_new { None } else { Some(examine(path).await?) } {
            Some(found) if found > 0 && found < known() => {
                let copy = backup::before_migration(path, now).await;
                Some((found, copy.map_err(|error| uncopied(path, error))?))
            }
            _ => None,
        };
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .after_release(|db, _| Box::pin(is_usable(db)))
            .connect_with(writing(path))
            .await
            .map_err(|source| unwritable(path, source))?;
        ensure_written(path, &write).await?;
        MIGRATIONS.run(&write).await.map_err(|error| sql(path, sqlx::Error::Migrate(Box::new(error))))?;
        backup::migrated(path);
        if let Some((found, copy)) = before {
            let (known, copy) = (known(), copy.display());
            tracing::info!("schema {found} brought to {known}; the copy before is {copy}");
        }
        let store = Store {
            left_open,
            opened: identity(path).ok().flatten(),
            ..store(path, Some(write), Some((named, itself)))
        };
        settle(&store).await.map_err(|source| sql(path, source))?;
        Ok(store)
    }

    /// The same for a database that must be there already.
    ///
    /// # Errors
    /// When there is none, and as for [`Store::open`].
    pub async fn open_existing(path: &Path, now: DateTime<Utc>) -> Result<Self, OpenError> {
        check::ensure_there(path)?;
        Self::open(path, now).await
    }

    /// Opens the database at `path` for reading beside a running bot.
    ///
    /// # Errors
    /// When there is none, it is damaged, or its schema is another than this program's.
    pub async fn open_read_only(path: &Path) -> Result<Self, OpenError> {
        check::ensure_there(path)?;
        let found = examine(path).await?;
        if found < known() {
            return Err(OpenError::Older { path: path.to_owned(), found, known: known() });
        }
        Ok(store(path, None, None))
    }
}

/// Looks at what an older program stored before anybody reads it.
async fn settle(store: &Store) -> sqlx::Result<()> {
    let mut db = store.begin().await?;
    reader::settle(&mut db).await?;
    db.commit().await
}

/// Refuses a file that SQLite has opened for reading only, as it does without a word where it may not write.
async fn ensure_written(path: &Path, write: &SqlitePool) -> Result<(), OpenError> {
    let begun = async {
        let mut db = write.acquire().await?;
        sqlx::query("begin immediate").execute(&mut *db).await?;
        // nothing that is kept: only whether it could be
        sqlx::query("pragma user_version = 1").execute(&mut *db).await?;
        sqlx::query("rollback").execute(&mut *db).await
    };
    begun.await.map(|_| ()).map_err(|source| unwritable(path, source))
}

/// What SQLite said when it would not write.
fn unwritable(path: &Path, source: sqlx::Error) -> OpenError {
    match &source {
        sqlx::Error::Database(fault) if fault.message().contains("readonly") => {
            OpenError::ReadOnly { path: path.to_owned(), part: path.to_owned() }
        }
        _ => sql(path, source),
    }
}

/// Whether the writer can begin a transaction again.
///
/// A full disk makes SQLite end a transaction by itself; sqlx then takes it for open for ever, and the connection is
/// made anew.
async fn is_usable(db: &mut Db) -> sqlx::Result<bool> {
    // the rollback of a dropped transaction is queued before this question
    db.ping().await?;
    Ok(!db.is_in_transaction())
}

fn store(path: &Path, write: Option<SqlitePool>, locks: Option<(File, File)>) -> Store {
    let readers = |most: u32| {
        SqlitePoolOptions::new()
            .max_connections(most)
            .idle_timeout(Duration::from_mins(1))
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_lazy_with(reading(path))
    };
    Store {
        path: path.to_owned(),
        write,
        loops: readers(LOOPS),
        sender: readers(1),
        people: readers(PEOPLE),
        searches: Arc::new(Semaphore::new(SEARCHES)),
        left_open: false,
        halted: AtomicBool::new(false),
        opened: None,
        taken_away: AtomicBool::new(false),
        outbox_filled: Notify::new(),
        entries_queued: Notify::new(),
        updates_came: Notify::new(),
        articles_came: Notify::new(),
        doubted: Notify::new(),
        refused: Notify::new(),
        _locks: locks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_that_can_only_be_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        Store::open(&path, DateTime::UNIX_EPOCH).await.unwrap().close().await;
        let pool = SqlitePoolOptions::new().connect_with(writing(&path)).await.unwrap();
        assert!(ensure_written(&path, &pool).await.is_ok());
        let pool = SqlitePoolOptions::new().connect_with(reading(&path)).await.unwrap();
        assert!(matches!(ensure_written(&path, &pool).await, Err(OpenError::ReadOnly { .. })));
    }
}
