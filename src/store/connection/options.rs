//! How connections are opened: for reading, and for the one writer.

use std::path::Path;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

use super::file::was_left_open;

/// How long a statement waits for another process's lock (RELIABILITY.md asks for 5 s).
const BUSY: Duration = Duration::from_secs(5);

/// Connection options for reading.
///
/// Pages are not mapped into memory: what is mapped counts as held, and a file cut short by something else would end the
/// program instead of giving an error. The cache is SQLite's own 2 MB: what a question reads is bounded.
pub(in crate::store) fn reading(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).read_only(true).busy_timeout(BUSY).disable_statement_logging()
}

/// Connection options for reading a file that nobody has open, such as a copy: nothing is made beside it. One with a log
/// beside it is read as any other.
pub(in crate::store) fn resting(path: &Path) -> SqliteConnectOptions {
    reading(path).immutable(!was_left_open(path))
}

/// Connection options for writing.
pub(in crate::store) fn writing(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        // a file that gives free pages back; it can only be chosen when the file is made
        .auto_vacuum(SqliteAutoVacuum::Incremental)
        .pragma("journal_size_limit", "67108864")
        // kilobytes; inserts touch pages of a dozen indexes each
        .pragma("cache_size", "-8192")
        .disable_statement_logging()
}
