//! Copies of the live database: before a migration, daily, and by command.
//!
//! A copy is whole or not there: written beside its place under another name, synced, then renamed.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::store::Store;
use crate::store::connection::options;

/// How many copies are kept.
const KEPT: usize = 7;

/// Writes a consistent copy of the live database to `to`, replacing a file that is there.
///
/// # Errors
/// When the database cannot be read or the place not be written.
pub async fn copy(store: &Store, to: &Path) -> anyhow::Result<()> {
    copy_file(store.path(), to).await
}

/// Writes the copy of this day beside the database unless it is there, and drops the oldest beyond seven.
///
/// Returns the new file, if one was written.
///
/// # Errors
/// As [`copy`].
pub async fn daily(store: &Store, now: DateTime<Utc>) -> anyhow::Result<Option<PathBuf>> {
    let to = place(store.path(), &now.format("%Y-%m-%d").to_string());
    if to.exists() {
        return Ok(None);
    }
    copy(store, &to).await?;
    prune(store.path())?;
    Ok(Some(to))
}

/// Writes a copy of the closed database at `path` before its schema changes.
pub(super) async fn before_migration(path: &Path, now: DateTime<Utc>) -> sqlx::Result<()> {
    let to = place(path, &now.format("%Y-%m-%dT%H%M%S-before-migration").to_string());
    let done = async {
        copy_file(path, &to).await?;
        prune(path)
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
    sqlx::query("vacuum into ?").bind(name).execute(&mut db).await?;
    db.close().await?;
    File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, to).with_context(|| format!("rename to {}", to.display()))?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

fn prune(database: &Path) -> anyhow::Result<()> {
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder(database))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "db"))
        .collect();
    // Names begin with the date, so the order of names is the order of time.
    copies.sort();
    let surplus = copies.len().saturating_sub(KEPT);
    for old in copies.iter().take(surplus) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}
