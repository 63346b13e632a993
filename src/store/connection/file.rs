//! The file itself, before SQLite sees it: its lock, whether it begins like a database, who may write it, whose it is.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, OFlags, access};

use super::error::{OpenError, damaged};

/// First bytes of every SQLite 3 file (<https://sqlite.org/fileformat.html>).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What the name of each file of a database ends in: the file, its log, the index of the log.
pub(in crate::store) const PARTS: [&str; 3] = ["", "-wal", "-shm"];

/// Who may read what is made here: its owner.
pub(in crate::store) const PRIVATE: u32 = 0o600;

/// The path with more at its end.
pub(in crate::store) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// The folder a file lies in.
pub(in crate::store) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Opens no link: who may write the folder could lay one to a file of whoever runs a command there.
pub(in crate::store) fn unlinked(options: &mut OpenOptions) -> &mut OpenOptions {
    options.custom_flags(OFlags::NOFOLLOW.bits().cast_signed())
}

/// Where the file of a database lies, whatever links lead there: two names of one file are one database.
pub(in crate::store) fn resolved(path: &Path) -> PathBuf {
    let in_its_folder = || Some(folder_of(path).canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(in_its_folder).unwrap_or_else(|| path.to_owned())
}

/// Takes the lock of the file itself, which holds under every name that it has. SQLite's own locks are of another kind and
/// fall when the file is closed: it is held until after SQLite has closed it.
pub(in crate::store) fn lock_itself(path: &Path) -> Result<File, OpenError> {
    let io = |fault| OpenError::Io { path: path.to_owned(), fault };
    let file = File::open(path).map_err(io)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked(path.to_owned())),
        Err(TryLockError::Error(fault)) => Err(io(fault)),
    }
}

/// Takes the lock file beside the database, which keeps a second instance out while it is held.
pub(in crate::store) fn lock(path: &Path) -> Result<File, OpenError> {
    let io = |fault: std::io::Error| match fault.kind() {
        ErrorKind::PermissionDenied => read_only(path, folder_of(path)),
        _ => OpenError::Io { path: path.to_owned(), fault },
    };
    let name = beside(path, ".lock");
    let file = match unlinked(OpenOptions::new().create(true).truncate(false).write(true)).open(&name) {
        Ok(file) => file,
        // another user's: it can be held by whoever may read it
        Err(fault) if fault.kind() == ErrorKind::PermissionDenied => {
            File::open(&name).map_err(|_refused| io(fault))?
        }
        Err(fault) => return Err(io(fault)),
    };
    give(&name, owner_of(path));
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked(path.to_owned())),
        Err(TryLockError::Error(fault)) => Err(io(fault)),
    }
}

/// Whether there is no file yet, or one without a byte; refuses what does not begin like a database.
pub(in crate::store) fn is_blank(path: &Path) -> Result<bool, OpenError> {
    let io = |fault| OpenError::Io { path: path.to_owned(), fault };
    let mut head = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(MAGIC.len() as u64).read_to_end(&mut head).map_err(io)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
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

/// Refuses a database of which this user may not write every file, or the folder.
///
/// It is asked before SQLite opens anything: of a file that can only be read SQLite makes an index of the log that can only
/// be read as well, and stays refused by that when the file itself is mended.
pub(in crate::store) fn ensure_writable(path: &Path) -> Result<(), OpenError> {
    let parts = PARTS.iter().map(|ending| beside(path, ending)).filter(|part| part.exists());
    for part in parts.chain([folder_of(path).to_owned()]) {
        access(&part, Access::WRITE_OK).map_err(|fault| match std::io::Error::from(fault) {
            fault if fault.kind() == ErrorKind::PermissionDenied => read_only(path, &part),
            fault => OpenError::Io { path: path.to_owned(), fault },
        })?;
    }
    Ok(())
}

fn read_only(path: &Path, part: &Path) -> OpenError {
    OpenError::ReadOnly { path: path.to_owned(), part: part.to_owned() }
}

/// Makes the file of a new database, which only its owner may read; one that is there already stays.
pub(in crate::store) fn make(path: &Path) -> Result<(), OpenError> {
    let owner = owner_of(path);
    match OpenOptions::new().create_new(true).write(true).mode(PRIVATE).open(path) {
        Ok(_) => give(path, owner),
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {}
        Err(fault) => return Err(OpenError::Io { path: path.to_owned(), fault }),
    }
    Ok(())
}

/// User and group.
pub(in crate::store) type Owner = (u32, u32);

/// Whose the file is, or, where there is none yet, whose its folder is.
pub(in crate::store) fn owner_of(path: &Path) -> Option<Owner> {
    let told = std::fs::metadata(path).or_else(|_| std::fs::metadata(folder_of(path))).ok()?;
    Some((told.uid(), told.gid()))
}

/// Gives a file that was made to the owner of the database, so that what root has done beside it is not in the bot's way;
/// whoever is not root makes nothing but his own.
pub(in crate::store) fn give(made: &Path, owner: Option<Owner>) {
    if let Some((user, group)) = owner {
        // a link is given away itself, never what it leads to: the folder may be somebody else's
        std::os::unix::fs::lchown(made, Some(user), Some(group)).unwrap_or_default();
    }
}

/// Whether the program that last had the database open ended without closing it: its log still lies there.
pub(in crate::store) fn was_left_open(path: &Path) -> bool {
    std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn what_is_made_is_its_owners_alone_and_goes_to_whoever_has_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        // only root may give away; anybody else's is his own
        give(folder.path(), Some((10_001, 10_002)));
        let theirs = std::fs::metadata(folder.path()).unwrap();
        let path = folder.path().join("attache.db");
        make(&path).unwrap();
        let _lock = lock(&path).unwrap();
        for made in [path.clone(), beside(&path, ".lock")] {
            let told = std::fs::metadata(made).unwrap();
            assert_eq!((told.uid(), told.gid()), (theirs.uid(), theirs.gid()));
        }
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
