//! Opening the database: lock, checks that touch nothing, a copy before a migration, the migration.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqlitePool};
use tokio::sync::Notify;

use super::{Db, Store, backup};

/// The schema this program knows.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!();

/// How long a statement waits for another process's lock (RELIABILITY.md asks for 5 s).
const BUSY: Duration = Duration::from_secs(5);

/// Readers beside the one writer.
const READERS: u32 = 4;

/// First bytes of every SQLite 3 file (<https://sqlite.org/fileformat.html>).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Why a database was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another program holds the lock file.
    #[error("another attache runs on {}", .0.display())]
    Locked(PathBuf),
    /// The file is no sound database of ours; it was not touched.
    #[error("the database {} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, in SQLite's words where it said something.
        what: String,
    },
    /// A later version of the program has written the file; it was not touched.
    #[error("the database {} has schema {found}, this program knows {known}: use the newer program", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema's number.
        found: i64,
        /// The last number known here.
        known: i64,
    },
    /// Nothing is there to read.
    #[error("there is no database at {}", .0.display())]
    Missing(PathBuf),
    /// A reader found a schema that the program has yet to migrate.
    #[error("the database {} has schema {found}, this program needs {known}: start the bot once to bring it up to date", path.display())]
    Older {
        /// The file.
        path: PathBuf,
        /// Its schema's number.
        found: i64,
        /// The number needed.
        known: i64,
    },
    /// The file system refused something.
    #[error("cannot open {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// SQLite refused something else.
    #[error("cannot open {}: {source}", path.display())]
    Sql {
        /// The file.
        path: PathBuf,
        /// SQLite's error.
        source: sqlx::Error,
    },
}

impl Store {
    /// Opens the database at `path` for writing, creating it or bringing its schema up to date.
    ///
    /// # Errors
    /// When another instance runs on it, it is damaged or newer than the program, or the system refuses.
    pub async fn open(path: &Path, now: DateTime<Utc>) -> Result<Self, OpenError> {
        let lock = lock(path)?;
        let found = if is_blank(path)? { None } else { Some(examine(path).await?) };
        if found.is_some_and(|found| found > 0 && found < known()) {
            backup::before_migration(path, now).await.map_err(|source| sql(path, source))?;
        }
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(writing(path))
            .await
            .map_err(|source| sql(path, source))?;
        MIGRATIONS.run(&write).await.map_err(|error| sql(path, sqlx::Error::Migrate(Box::new(error))))?;
        Ok(store(path, Some(write), Some(lock)))
    }

    /// Opens the database at `path` for reading beside a running bot.
    ///
    /// # Errors
    /// When there is none, it is damaged, or its schema is another than this program's.
    pub async fn open_read_only(path: &Path) -> Result<Self, OpenError> {
        if is_blank(path)? {
            return Err(OpenError::Missing(path.to_owned()));
        }
        let found = examine(path).await?;
        if found < known() {
            return Err(OpenError::Older { path: path.to_owned(), found, known: known() });
        }
        Ok(store(path, None, None))
    }
}

/// Checks the whole database at `path`, slowly, and returns its schema's number; nothing is written.
///
/// # Errors
/// As [`Store::open_read_only`], for anything found wrong.
pub async fn check(path: &Path) -> Result<i64, OpenError> {
    if is_blank(path)? {
        return Err(OpenError::Missing(path.to_owned()));
    }
    let found = examine(path).await?;
    let mut db = reading(path).connect().await.map_err(|source| sql(path, source))?;
    let report = sqlx::query_scalar::<_, String>("pragma integrity_check").fetch_all(&mut db).await;
    sound(path, report)?;
    let report = sqlx::query_scalar::<_, String>("select \"table\" from pragma_foreign_key_check limit 1");
    if let Some(table) = report.fetch_optional(&mut db).await.map_err(|source| sql(path, source))? {
        return Err(damaged(path, &format!("a row of {table} points nowhere")));
    }
    close(path, db).await?;
    Ok(found)
}

/// Connection options for reading.
pub(super) fn reading(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(BUSY).disable_statement_logging()
}

/// Connection options for writing.
pub(super) fn writing(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("journal_size_limit", "67108864")
        .disable_statement_logging()
}

fn store(path: &Path, write: Option<SqlitePool>, lock: Option<File>) -> Store {
    let read = SqlitePoolOptions::new()
        .max_connections(READERS)
        .idle_timeout(Duration::from_mins(1))
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_lazy_with(reading(path));
    Store {
        path: path.to_owned(),
        write,
        read,
        outbox_filled: Notify::new(),
        entries_queued: Notify::new(),
        updates_came: Notify::new(),
        articles_came: Notify::new(),
        _lock: lock,
    }
}

/// Number of the last migration this program knows.
fn known() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

fn lock(path: &Path) -> Result<File, OpenError> {
    let io = |source| OpenError::Io { path: path.to_owned(), source };
    let mut name = OsString::from(path);
    name.push(".lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(name).map_err(io)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked(path.to_owned())),
        Err(TryLockError::Error(source)) => Err(io(source)),
    }
}

/// Whether there is no file yet, or one without a byte; refuses what does not begin like a database.
fn is_blank(path: &Path) -> Result<bool, OpenError> {
    let io = |source| OpenError::Io { path: path.to_owned(), source };
    let mut head = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(MAGIC.len() as u64).read_to_end(&mut head).map_err(io)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(io(error)),
    };
    if head.is_empty() {
        return Ok(true);
    }
    if head != MAGIC {
        return Err(damaged(path, "it does not begin like an SQLite file"));
    }
    Ok(false)
}

/// Checks the file over a read-only connection, which writes nothing to it, and returns its schema's number.
async fn examine(path: &Path) -> Result<i64, OpenError> {
    let mut db = match reading(path).connect().await {
        Ok(db) => db,
        Err(error) => {
            return Err(if is_damage(&error) { damaged(path, &error.to_string()) } else { sql(path, error) });
        }
    };
    let report = sqlx::query_scalar::<_, String>("pragma quick_check(1)").fetch_all(&mut db).await;
    sound(path, report)?;
    let found = schema(path, &mut db).await?;
    close(path, db).await?;
    if found > known() {
        return Err(OpenError::Newer { path: path.to_owned(), found, known: known() });
    }
    Ok(found)
}

async fn schema(path: &Path, db: &mut Db) -> Result<i64, OpenError> {
    let fail = |source| sql(path, source);
    let tables = "select count(*), coalesce(sum(name = '_sqlx_migrations'), 0) from sqlite_schema where type = 'table'";
    let (tables, ours): (i64, i64) = sqlx::query_as(tables).fetch_one(&mut *db).await.map_err(fail)?;
    if tables == 0 {
        return Ok(0);
    }
    if ours == 0 {
        return Err(damaged(path, "it is another program's"));
    }
    let last = "select coalesce(max(version), 0) from _sqlx_migrations";
    sqlx::query_scalar(last).fetch_one(db).await.map_err(fail)
}

fn sound(path: &Path, report: sqlx::Result<Vec<String>>) -> Result<(), OpenError> {
    match report {
        Ok(lines) if lines.iter().all(|line| line == "ok") => Ok(()),
        Ok(lines) => Err(damaged(path, lines.first().map_or("unknown", String::as_str))),
        Err(error) if is_damage(&error) => Err(damaged(path, &error.to_string())),
        Err(error) => Err(sql(path, error)),
    }
}

/// Whether SQLite says the file is corrupt (11) or no database (26) (<https://sqlite.org/rescode.html>).
fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

async fn close(path: &Path, db: sqlx::SqliteConnection) -> Result<(), OpenError> {
    db.close().await.map_err(|source| sql(path, source))
}

fn damaged(path: &Path, what: &str) -> OpenError {
    OpenError::Damaged { path: path.to_owned(), what: what.to_owned() }
}

fn sql(path: &Path, source: sqlx::Error) -> OpenError {
    OpenError::Sql { path: path.to_owned(), source }
}
