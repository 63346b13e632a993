//! Whether the database's file still is where it was opened: one that somebody takes away or puts another in place of goes
//! on to take what is written, and nobody will ever find that again.

use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// Which file it is: its device and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

/// Which file lies at `path`; none where there is none.
///
/// # Errors
/// When the disk does not tell, which may pass.
pub(super) fn identity(path: &Path) -> io::Result<Option<Identity>> {
    match std::fs::metadata(path) {
        Ok(found) => Ok(Some(Identity(found.dev(), found.ino()))),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}
