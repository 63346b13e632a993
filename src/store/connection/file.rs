//! The file itself, before SQLite sees it: its lock, and whether it begins like a database.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Read as _;
use std::path::Path;

use super::error::{OpenError, damaged};

/// First bytes of every SQLite 3 file (<https://sqlite.org/fileformat.html>).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Takes the lock file beside the database, which keeps a second instance out while it is held.
pub(in crate::store) fn lock(path: &Path) -> Result<File, OpenError> {
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
pub(in crate::store) fn is_blank(path: &Path) -> Result<bool, OpenError> {
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

/// Whether the program that last had the database open ended without closing it: its log still lies there.
pub(super) fn was_left_open(path: &Path) -> bool {
    let mut name = OsString::from(path);
    name.push("-wal");
    std::fs::metadata(name).is_ok_and(|log| log.len() > 0)
}
