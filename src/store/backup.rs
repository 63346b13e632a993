//! Copies of the live database: before a migration, daily, and by command.
//!
//! A copy is whole or not there: written beside its place under another name, synced, then renamed.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::store::connection::file::lock;
use crate::store::connection::options;
use crate::store::{Store, check};

/// How many copies are kept where none are made daily: those before a migration.
const AT_LEAST: usize = 1;

/// Writes a consistent copy of the live database to `to`, replacing a file that is there.
///
/// # Errors
/// When the database cannot be read or the place not be written.
pub async fn copy(store: &Store, to: &Path) -> anyhow::Result<()> {
    copy_file(store.path(), to).await
}

/// Writes the copy of this day beside the database unless it is there, and drops the oldest beyond `kept`; with none to be
/// kept does nothing.
///
/// Returns the new file, if one was written.
///
/// # Errors
/// As [`copy`].
pub async fn daily(store: &Store, kept: usize, now: DateTime<Utc>) -> anyhow::Result<Option<PathBuf>> {
    if kept == 0 {
        return Ok(None);
    }
    let to = place(store.path(), &now.format("%Y-%m-%d").to_string());
    if to.exists() {
        return Ok(None);
    }
    copy(store, &to).await?;
    prune(store.path(), kept)?;
    Ok(Some(to))
}

/// Puts a copy in the place of the database at `path`, which no bot may have open; returns where the old files were set
/// aside, if there were any.
///
/// The copy is checked first and stays where it is. The old file goes aside with its log: a log left lying beside the
/// restored file would undo the restore.
///
/// # Errors
/// When the copy is damaged, another instance runs on the database, or the files cannot be moved; then the database is as
/// it was.
pub async fn restore(from: &Path, path: &Path, now: DateTime<Utc>) -> anyhow::Result<Option<PathBuf>> {
    check::whole(from).await?;
    let _lock = lock(path)?;
    let unfinished = beside(path, ".unfinished");
    std::fs::copy(from, &unfinished).with_context(|| format!("copy to {}", unfinished.display()))?;
    File::open(&unfinished)?.sync_all()?;
    let aside = beside(path, &now.format(".replaced-%Y-%m-%dT%H%M%S").to_string());
    let mut set_aside = None;
    // the log goes first: without it the old file is still whole, and beside the new one it must not lie
    for part in ["-wal", "-shm", ""] {
        let (old, new) = (beside(path, part), beside(&aside, part));
        if old.exists() {
            std::fs::rename(&old, &new).with_context(|| format!("rename to {}", new.display()))?;
            set_aside = Some(aside.clone());
        }
    }
    std::fs::rename(&unfinished, path).with_context(|| format!("rename to {}", path.display()))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(set_aside)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Writes a copy of the closed database at `path` before its schema changes.
pub(super) async fn before_migration(path: &Path, now: DateTime<Utc>) -> sqlx::Result<()> {
    let to = place(path, &now.format("%Y-%m-%dT%H%M%S-before-migration").to_string());
    let done = async {
        copy_file(path, &to).await?;
        // no copy falls for the one before a migration: how many are kept is not known here
        prune(path, usize::MAX)
    };
    done.await.map_err(|error| sqlx::Error::Io(std::io::Error::other(format!("{error:#}"))))
}

/// The folder beside the database that holds its copies.
#[must_use]
pub fn folder(database: &Path) -> PathBuf {
    let mut name = OsString::from(database);
    name.push(".backups");
    name.into()
}

fn place(database: &Path, name: &str) -> PathBuf {
    folder(database).join(format!("{name}.db"))
}

async fn copy_file(from: &Path, to: &Path) -> anyhow::Result<()> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let mut unfinished = OsString::from(to);
    unfinished.push(".unfinished");
    let unfinished = PathBuf::from(unfinished);
    if unfinished.exists() {
        std::fs::remove_file(&unfinished).with_context(|| format!("remove {}", unfinished.display()))?;
    }
    let mut db = options::reading(from).connect().await?;
    let name = unfinished.to_str().context("the path of a copy must be Unicode")?;
    // the copy can give free pages back, also where the file it is of cannot; asked of one that can, a reader is refused
    if sqlx::query_scalar::<_, i64>("pragma auto_vacuum").fetch_one(&mut db).await? != 2 {
        sqlx::query("pragma auto_vacuum = 2").execute(&mut db).await?;
    }
    sqlx::query("vacuum into ?").bind(name).execute(&mut db).await?;
    db.close().await?;
    File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, to).with_context(|| format!("rename to {}", to.display()))?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

fn prune(database: &Path, kept: usize) -> anyhow::Result<()> {
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder(database))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "db"))
        .collect();
    // Names begin with the date, so the order of names is the order of time.
    copies.sort();
    let surplus = copies.len().saturating_sub(kept.max(AT_LEAST));
    for old in copies.iter().take(surplus) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}
