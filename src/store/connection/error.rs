//! Why a database was not opened.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::{fault, is_passing};

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
    /// The file no longer lies where it was opened.
    #[error("the file of the database {} was taken away or replaced while the bot ran", .0.display())]
    TakenAway(PathBuf),
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
    /// This user may not write a file of the database, or its folder.
    #[error("{}", read_only(path, part))]
    ReadOnly {
        /// The database.
        path: PathBuf,
        /// What cannot be written: the file, one beside it, or the folder.
        part: PathBuf,
    },
    /// Nothing is there to read.
    #[error("there is no database at {}", .0.display())]
    Missing(PathBuf),
    /// A file is there, without a byte.
    #[error("the database {} is empty (0 bytes)", .0.display())]
    Empty(PathBuf),
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
    #[error("cannot open {}: {fault}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's error.
        fault: std::io::Error,
    },
    /// SQLite refused something else.
    #[error("cannot open {}: {}", path.display(), fault::reason(fault))]
    Sql {
        /// The file.
        path: PathBuf,
        /// SQLite's error.
        fault: sqlx::Error,
    },
}

impl OpenError {
    /// Whether it may pass by itself, so that a new start is worth a try: the disk is full, mounted for reading only, or
    /// fails; the file is locked. What the settings or the owner of a file must mend does not.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Sql { fault, .. } => is_passing(fault),
            Self::Io { fault, .. } => !matches!(
                fault.kind(),
                ErrorKind::PermissionDenied
                    | ErrorKind::NotFound
                    | ErrorKind::IsADirectory
                    | ErrorKind::NotADirectory
                    | ErrorKind::InvalidInput
                    | ErrorKind::InvalidFilename
            ),
            _ => false,
        }
    }
}

/// Which file this user may not write, and what mends it.
fn read_only(path: &Path, part: &Path) -> String {
    let (path, name) = (path.display(), part.display());
    if part.is_dir() {
        return format!(
            "the folder {name} of the database {path} can only be read by this user: change its owner or its mode (chown, chmod)"
        );
    }
    let beside = if path.to_string() == name.to_string() { String::new() } else { format!(" beside {path}") };
    format!(
        "{name}{beside} can only be read by this user: change the owner or the mode (chown, chmod) of {path} and of all {path}-* files"
    )
}

/// A file that is no sound database of ours.
pub(in crate::store) fn damaged(path: &Path, what: &str) -> OpenError {
    OpenError::Damaged { path: path.to_owned(), what: what.to_owned() }
}

/// What SQLite said when it refused.
pub(in crate::store) fn sql(path: &Path, fault: sqlx::Error) -> OpenError {
    OpenError::Sql { path: path.to_owned(), fault }
}

/// What refused a copy that had to be made first.
pub(in crate::store) fn uncopied(path: &Path, error: anyhow::Error) -> OpenError {
    let words = format!("no copy of it could be made: {}", fault::told(&error));
    match error.downcast::<sqlx::Error>() {
        Ok(fault) => sql(path, fault),
        Err(error) => {
            let kind = error.downcast_ref::<std::io::Error>().map_or(ErrorKind::Other, std::io::Error::kind);
            OpenError::Io { path: path.to_owned(), fault: std::io::Error::new(kind, words) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_by_itself_is_told_from_what_somebody_must_mend() {
        let path = || PathBuf::from("/data/attache.db");
        for (kind, passes) in [
            (ErrorKind::StorageFull, true),
            (ErrorKind::QuotaExceeded, true),
            (ErrorKind::ReadOnlyFilesystem, true),
            (ErrorKind::FileTooLarge, true),
            (ErrorKind::Other, true),
            (ErrorKind::PermissionDenied, false),
            (ErrorKind::NotFound, false),
            (ErrorKind::IsADirectory, false),
        ] {
            assert_eq!(OpenError::Io { path: path(), fault: kind.into() }.is_passing(), passes, "{kind}");
        }
        // a migration that broke off, too
        let full = || sqlx::Error::Io(ErrorKind::StorageFull.into());
        let migration = sqlx::migrate::MigrateError::ExecuteMigration(full(), 71);
        assert!(sql(&path(), sqlx::Error::Migrate(Box::new(migration))).is_passing());
        let unknown = sqlx::migrate::MigrateError::VersionMismatch(71);
        assert!(!sql(&path(), sqlx::Error::Migrate(Box::new(unknown))).is_passing());
        assert!(!OpenError::Missing(path()).is_passing());
        let denied = anyhow::Error::new(std::io::Error::from(ErrorKind::PermissionDenied)).context("create");
        assert!(!uncopied(&path(), denied).is_passing());
        let full = anyhow::Error::new(std::io::Error::from(ErrorKind::StorageFull)).context("write");
        assert!(uncopied(&path(), full).is_passing());
    }

    #[test]
    fn the_file_that_cannot_be_written_is_named() {
        let part = |part: &str| read_only(Path::new("a.db"), Path::new(part));
        assert!(part("a.db-shm").starts_with("a.db-shm beside a.db can only be read by this user"));
        assert!(part("a.db").starts_with("a.db can only be read by this user"));
        assert!(part("a.db").contains("a.db-*"));
        assert!(part("/").starts_with("the folder / of"));
    }
}
