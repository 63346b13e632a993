//! Why a database was not opened.

use std::path::{Path, PathBuf};

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
    /// The file, its folder or the disk can only be read.
    #[error("the database {} can only be read: the program must be able to write to it and to its folder", .0.display())]
    ReadOnly(PathBuf),
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

/// A file that is no sound database of ours.
pub(in crate::store) fn damaged(path: &Path, what: &str) -> OpenError {
    OpenError::Damaged { path: path.to_owned(), what: what.to_owned() }
}

/// What SQLite said when it refused.
pub(in crate::store) fn sql(path: &Path, source: sqlx::Error) -> OpenError {
    OpenError::Sql { path: path.to_owned(), source }
}
