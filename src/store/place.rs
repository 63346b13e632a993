//! Whether the database's file still is where it was opened: one that somebody takes away or puts another in place of goes
//! on to take what is written, and nobody will ever find that again.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// Which file it is: its device and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

/// Which file lies at `path`; none where there is none.
pub(super) fn identity(path: &Path) -> Option<Identity> {
    let found = std::fs::metadata(path).ok()?;
    Some(Identity(found.dev(), found.ino()))
}
