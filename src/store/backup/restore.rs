//! Putting a copy in the place of the database.

use std::fs::{File, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};

use super::kept::{self, UNFINISHED, migrated};
use super::{discard, private, write_out};
use crate::store::OpenError;
use crate::store::check;
use crate::store::connection::error::damaged;
use crate::store::connection::file::{
    PRIVATE, beside, folder_of, give, lock, lock_itself, owner_of, resolved, was_left_open,
};

/// Why no copy was put back; the database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The file is no sound copy, or not one for this program.
    #[error(transparent)]
    Copy(OpenError),
    /// A bot runs on the database, or its folder cannot be written.
    #[error(transparent)]
    Place(OpenError),
    /// The copy could not be written or the old files not be set aside.
    #[error(transparent)]
    Files(#[from] anyhow::Error),
}

/// Puts a copy in the place of the database at `path`, which no bot may have open; returns where the old files were set
/// aside, if there were any.
///
/// The copy is checked first and stays where it is, with its log where it has one. The old file goes aside with its log: a
/// log left lying beside the restored file would undo the restore. The restored file has the owner and the mode of the one
/// before it, else the owner of the folder.
///
/// # Errors
/// When the copy is damaged, another instance runs on the database, or the files cannot be moved; then the database is as
/// it was.
pub async fn restore(from: &Path, path: &Path, now: DateTime<Utc>) -> Result<Option<PathBuf>, RestoreError> {
    check::copy(from).await.map_err(RestoreError::Copy)?;
    let path = &*resolved(path);
    let _named = lock(path).map_err(RestoreError::Place)?;
    let _itself = path.exists().then(|| lock_itself(path)).transpose().map_err(RestoreError::Place)?;
    let unfinished = beside(path, UNFINISHED);
    if unfinished.canonicalize().is_ok_and(|left| from.canonicalize().is_ok_and(|from| from == left)) {
        let name = unfinished.display();
        return Err(anyhow!("{name} is written anew by a restore; rename it first").into());
    }
    let written = async {
        let file = write(from, &unfinished).await?;
        let mode = std::fs::metadata(path).map_or(PRIVATE, |old| old.mode() & 0o777);
        // by the file that is open: another may lie under its name by now
        file.set_permissions(Permissions::from_mode(mode)).context("set its mode")
    };
    if let Err(fault) = written.await {
        discard(&unfinished);
        return Err(fault.context(format!("copy to {}", unfinished.display())).into());
    }
    give(&unfinished, owner_of(path));
    Ok(exchange(&unfinished, path, now)?)
}

/// Refuses a database that a restore has set aside without putting the new one in its place: an empty one would be made.
pub(in crate::store) fn ensure_restored(path: &Path) -> Result<(), OpenError> {
    if path.exists() || !beside(path, UNFINISHED).exists() {
        return Ok(());
    }
    Err(damaged(path, "a restore broke off before it ended, and is to be made again"))
}

/// Writes the copy out; byte for byte, but with what its log holds.
async fn write(from: &Path, to: &Path) -> anyhow::Result<File> {
    let mut file = private(to)?;
    if was_left_open(from) {
        write_out(from, to).await?;
    } else {
        std::io::copy(&mut File::open(from)?, &mut file)?;
    }
    file.sync_all()?;
    Ok(file)
}

/// Sets the old files aside and puts the new one in their place.
fn exchange(new: &Path, path: &Path, now: DateTime<Utc>) -> anyhow::Result<Option<PathBuf>> {
    let aside = kept::free(&beside(path, &now.format(".replaced-%Y-%m-%dT%H%M%S").to_string()), "");
    let mut set_aside = None;
    // the file goes first: from then on nothing opens here until the new one is in its place, beside which no old log may lie
    for part in ["", "-wal", "-shm"] {
        let (old, new) = (beside(path, part), beside(&aside, part));
        if old.exists() {
            std::fs::rename(&old, &new).with_context(|| format!("rename to {}", new.display()))?;
            set_aside = Some(aside.clone());
        }
    }
    std::fs::rename(new, path).with_context(|| format!("rename to {}", path.display()))?;
    File::open(folder_of(path)).and_then(|folder| folder.sync_all()).context("sync the folder")?;
    migrated(path);
    Ok(set_aside)
}
