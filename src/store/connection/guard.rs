//! Whether the files that are written to are still the ones at their path.
//!
//! A file that was removed, or laid over by another, is written to without an error until the last program closes it; then all
//! of it is gone. So each transaction looks, before anything is written: at the file and its log by device and inode, and at
//! the length of the log, which never is less than what its index counts in it (<https://sqlite.org/walformat.html>).

use std::fs::Metadata;
use std::io::{ErrorKind, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::file::beside;

/// Device and inode.
type Identity = (u64, u64);

/// Bytes at the head of the log's index that are looked at: its header twice, and what was folded into the file.
const INDEX: usize = 100;
/// Bytes at the head of the log, and at the head of each page in it.
const HEADS: (u64, u64) = (32, 24);

/// What is wrong with the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(in crate::store) enum Lost {
    /// Nothing is at the path any more.
    #[error(
        "its file was removed while the bot runs: put it back where it was, or stop the bot and restore a copy (attache restore)"
    )]
    Removed,
    /// Another file is at the path.
    #[error(
        "another file was put in its place while the bot runs: put the first one back, or stop the bot, and start it on the new one"
    )]
    Replaced,
    /// The log is another or none.
    #[error(
        "its log (-wal) was removed or replaced while the bot runs: stop the bot, which saves what was in it, and start it again"
    )]
    LogGone,
    /// The log is shorter than what was written to it.
    #[error(
        "its log (-wal) was cut short while the bot runs: stop the bot, run attache check, and restore a copy if it finds damage"
    )]
    LogCut,
}

/// Knows the files of a database that is open.
#[derive(Debug)]
pub(in crate::store) struct Guard {
    path: PathBuf,
    file: Identity,
    /// The log of the connection that writes; none before its first transaction.
    log: Mutex<Option<Identity>>,
}

impl Guard {
    /// Of the database at `path`, which is there.
    pub(in crate::store) fn of(path: &Path) -> std::io::Result<Self> {
        let file = identity(&std::fs::metadata(path)?);
        Ok(Self { path: path.to_owned(), file, log: Mutex::new(None) })
    }

    /// Forgets the log: the connection that wrote is another.
    pub(in crate::store) fn reconnected(&self) {
        *self.log.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Looks within a transaction that writes, so that nobody else changes the log.
    pub(in crate::store) fn check(&self) -> Result<(), Lost> {
        match std::fs::metadata(&self.path) {
            Ok(found) if identity(&found) == self.file => {}
            Ok(_) => return Err(Lost::Replaced),
            Err(fault) if fault.kind() == ErrorKind::NotFound => return Err(Lost::Removed),
            // what cannot be looked at is told when it is written to
            Err(_) => return Ok(()),
        }
        let Ok(found) = std::fs::metadata(beside(&self.path, "-wal")) else { return Err(Lost::LogGone) };
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        if *log.get_or_insert(identity(&found)) != identity(&found) {
            return Err(Lost::LogGone);
        }
        drop(log);
        if found.len() < self.counted().unwrap_or_default() { Err(Lost::LogCut) } else { Ok(()) }
    }

    /// How long the log is by its index, in bytes; nothing where all of it was folded into the file.
    fn counted(&self) -> Option<u64> {
        let mut head = [0; INDEX];
        std::fs::File::open(beside(&self.path, "-shm")).ok()?.read_exact(&mut head).ok()?;
        let number = |at: usize| Some(u32::from_ne_bytes(head.get(at..at + 4)?.try_into().ok()?));
        let size = u16::from_ne_bytes(head.get(14..16)?.try_into().ok()?);
        // 65,536 is written as 1
        let size = if size == 1 { 65_536 } else { u64::from(size) };
        let (pages, folded) = (number(16)?, number(96)?);
        (pages > folded).then(|| HEADS.0 + u64::from(pages) * (HEADS.1 + size))
    }
}

fn identity(found: &Metadata) -> Identity {
    (found.dev(), found.ino())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::store::{Store, upkeep};

    async fn written(store: &Store) -> Result<(), String> {
        let done = async {
            let mut db = store.begin().await?;
            upkeep::note(&mut db, upkeep::WRITE, DateTime::UNIX_EPOCH).await?;
            db.commit().await
        };
        done.await.map_err(|fault| crate::store::reason(&fault))
    }

    #[tokio::test]
    async fn nothing_is_written_to_a_file_that_is_not_there_and_all_goes_on_when_it_is_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::open(&path, DateTime::UNIX_EPOCH).await.unwrap();
        written(&store).await.unwrap();
        for part in ["", "-wal"] {
            let (there, away) = (beside(&path, part), beside(&path, ".away"));
            std::fs::rename(&there, &away).unwrap();
            let told = written(&store).await.unwrap_err();
            assert!(told.contains("removed"), "{part}: {told}");
            std::fs::write(&there, b"").unwrap();
            let told = written(&store).await.unwrap_err();
            assert!(told.contains("replaced") || told.contains("in its place"), "{part}: {told}");
            std::fs::rename(&away, &there).unwrap();
            written(&store).await.unwrap();
        }
        store.close().await;
        Store::open(&path, DateTime::UNIX_EPOCH).await.unwrap().close().await;
    }

    #[tokio::test]
    async fn a_log_that_was_cut_short_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::open(&path, DateTime::UNIX_EPOCH).await.unwrap();
        for _ in 0..3 {
            written(&store).await.unwrap();
        }
        let log = std::fs::File::options().write(true).open(beside(&path, "-wal")).unwrap();
        log.set_len(log.metadata().unwrap().len() - 1).unwrap();
        assert!(written(&store).await.unwrap_err().contains("cut short"));
    }

    #[tokio::test]
    async fn a_log_that_is_folded_in_by_others_is_no_fault() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::open(&path, DateTime::UNIX_EPOCH).await.unwrap();
        for mode in ["passive", "full", "restart", "truncate"] {
            written(&store).await.unwrap();
            let other = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
            let mut other = sqlx::ConnectOptions::connect(&other).await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(format!("pragma wal_checkpoint({mode})")))
                .execute(&mut other)
                .await
                .unwrap();
            written(&store).await.unwrap_or_else(|told| panic!("{mode}: {told}"));
        }
    }
}
