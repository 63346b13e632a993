//! Copies of the live database: before a migration, daily, and by command; and putting one back.
//!
//! A copy is whole or not there: written beside its place under another name, synced, then renamed. Only its owner may read
//! it.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::store::Store;
use crate::store::connection::file::{PRIVATE, beside, folder_of, give, owner_of};
use crate::store::connection::options;

mod kept;
mod restore;

pub use kept::{advice, before_last_migration, folder, newest};
pub(super) use kept::{migrated, sweep};
pub(super) use restore::ensure_restored;
pub use restore::{RestoreError, restore};

/// Writes a consistent copy of the live database to `to`, replacing a file that is there.
///
/// # Errors
/// When the database cannot be read or the place not be written.
pub async fn copy(store: &Store, to: &Path) -> anyhow::Result<()> {
    copy_file(store.path(), to).await
}

/// Writes the copy of this day beside the database unless it is there, and drops the oldest daily ones beyond `kept`; with
/// none to be kept does nothing.
///
/// Returns the new file, if one was written.
///
/// # Errors
/// As [`copy`].
pub async fn daily(store: &Store, kept: usize, now: DateTime<Utc>) -> anyhow::Result<Option<PathBuf>> {
    if kept == 0 {
        return Ok(None);
    }
    sweep(store.path());
    let to = folder(store.path()).join(kept::name_of_day(now));
    if to.exists() {
        return Ok(None);
    }
    copy_kept(store.path(), &to).await?;
    kept::prune_daily(store.path(), kept, &to)?;
    Ok(Some(to))
}

/// Writes a copy of the closed database at `path` before its schema changes, and returns where it is.
///
/// Where an earlier change broke off, the file is half changed by now: the copy made before that one is kept, and no other
/// is made, until [`migrated`] ends it.
pub(super) async fn before_migration(path: &Path, now: DateTime<Utc>) -> anyhow::Result<PathBuf> {
    if let Some(copy) = kept::broken_off(path) {
        return Ok(copy);
    }
    let to = kept::free_before_migration(path, now);
    copy_kept(path, &to).await?;
    kept::prune_before_migration(path, &to)?;
    kept::begin(path, &to).with_context(|| format!("write to {}", folder(path).display()))?;
    Ok(to)
}

/// Copies into the folder of copies, which goes to the owner of the database with what is in it.
async fn copy_kept(path: &Path, to: &Path) -> anyhow::Result<()> {
    copy_file(path, to).await?;
    for made in [folder_of(to), to] {
        give(made, owner_of(path));
    }
    Ok(())
}

async fn copy_file(from: &Path, to: &Path) -> anyhow::Result<()> {
    let folder = folder_of(to);
    std::fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let unfinished = beside(to, kept::UNFINISHED);
    private(&unfinished)?;
    if let Err(fault) = write_out(from, &unfinished).await {
        discard(&unfinished);
        return Err(fault);
    }
    std::fs::rename(&unfinished, to).with_context(|| format!("rename to {}", to.display()))?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// Takes away what was written of a copy that failed: on a full disk nothing else could be written beside it.
fn discard(unfinished: &Path) {
    for left in [unfinished.to_owned(), beside(unfinished, "-journal")] {
        // what cannot be taken away now is swept the next time
        std::fs::remove_file(left).unwrap_or_default();
    }
}

/// Makes an empty file that only its owner may read, in the place of what is there.
fn private(path: &Path) -> anyhow::Result<File> {
    match std::fs::remove_file(path) {
        Err(fault) if fault.kind() != ErrorKind::NotFound => {
            Err(fault).with_context(|| format!("remove {}", path.display()))
        }
        _ => OpenOptions::new()
            .create_new(true)
            .write(true)
            .mode(PRIVATE)
            .open(path)
            .with_context(|| format!("write to {}", path.display())),
    }
}

/// Writes all that the database holds, its log too, into an empty file.
async fn write_out(from: &Path, to: &Path) -> anyhow::Result<()> {
    let mut db = options::reading(from).connect().await?;
    let name = to.to_str().context("the path of a copy must be Unicode")?;
    // the copy can give free pages back, also where the file it is of cannot; asked of one that can, a reader is refused
    if sqlx::query_scalar::<_, i64>("pragma auto_vacuum").fetch_one(&mut db).await? != 2 {
        sqlx::query("pragma auto_vacuum = 2").execute(&mut db).await?;
    }
    sqlx::query("vacuum into ?").bind(name).execute(&mut db).await?;
    db.close().await?;
    File::open(to)?.sync_all()?;
    Ok(())
}
