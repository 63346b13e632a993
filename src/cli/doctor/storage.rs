//! Whether the database can be read, and whether its disk has room.

use std::io::ErrorKind;
use std::path::Path;

use super::finding::Finding;
use crate::config::Config;
use crate::store::{self, OpenError};

/// Less room than this, in bytes, and the bot soon stands still.
const LITTLE: u64 = 100 << 20;

/// What a look at the database's first pages tells.
pub(super) async fn database(config: &Config) -> Finding {
    let path = config.database_path.display();
    let known = store::check::known_schema();
    if let Some(fault) = store::check::writable(&config.database_path).err().filter(is_of_file) {
        return Finding::Bad(fault.to_string());
    }
    match store::check::schema(&config.database_path).await {
        Ok(0) => Finding::Bad(empty(&path, "schema 0: there is no table in it")),
        Ok(schema) if schema < known => Finding::Note(format!(
            "{path} has schema {schema}; the next start copies it and brings it to {known}"
        )),
        Ok(schema) => Finding::Good(format!(
            "{path} can be read and written, schema {schema}; `attache check` reads all of it"
        )),
        Err(OpenError::Empty(_)) => Finding::Bad(empty(&path, "0 bytes")),
        Err(OpenError::Missing(_)) => {
            Finding::Good(format!("{path} is not there yet; the first run makes it"))
        }
        Err(fault @ OpenError::Damaged { .. }) => {
            Finding::Bad(format!("{fault}; {}", store::backup::advice(&config.database_path)))
        }
        Err(fault) => Finding::Bad(fault.to_string()),
    }
}

/// Whether it speaks of a file, not of the folder, of which [`disk`] tells.
fn is_of_file(fault: &OpenError) -> bool {
    matches!(fault, OpenError::ReadOnly { part, .. } if part.is_file())
}

fn empty(path: &impl std::fmt::Display, how: &str) -> String {
    format!(
        "{path} is empty ({how}); if it should hold something, stop the bot and put a copy back with `attache restore FILE`, \
         else take the file away and the next start makes a new one"
    )
}

/// Whether the folder of the database can be written, and how much room there is.
pub(super) fn disk(config: &Config) -> Finding {
    let path = &config.database_path;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Finding::Bad(format!("the folder {} is not there; make it", folder.display()));
    }
    if let Err(fault) = store::check::room(path) {
        return Finding::Bad(refused(folder, &fault));
    }
    match free(folder) {
        Ok(free) => {
            let size = std::fs::metadata(path).map_or(0, |file| file.len());
            room(folder, free, (size, config.keep.daily_copies))
        }
        Err(fault) => Finding::Note(format!("how much room {} has is not told: {fault}", folder.display())),
    }
}

fn refused(folder: &Path, fault: &std::io::Error) -> String {
    let folder = folder.display();
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => format!(
            "the disk of {folder} is full ({fault}): make room; a running bot waits meanwhile and loses nothing it has stored, and one that was \
             started meanwhile ends with code 1, after which its unit starts it again"
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            format!(
                "{folder} cannot be written by this user ({fault}): change its owner, or mount it writable"
            )
        }
        _ => format!("{folder} cannot be written: {fault}"),
    }
}

/// Bytes that are free to this user.
fn free(folder: &Path) -> std::io::Result<u64> {
    let told = rustix::fs::statvfs(folder)?;
    Ok(told.f_bavail.saturating_mul(told.f_frsize))
}

/// Whether `free` bytes do for a database of this size and its daily copies.
fn room(folder: &Path, free: u64, (size, copies): (u64, u32)) -> Finding {
    let (folder, mega) = (folder.display(), |bytes: u64| bytes >> 20);
    if free < LITTLE {
        return Finding::Bad(format!("only {} MB are left at {folder}: make room", mega(free)));
    }
    if copies > 0 && free < size.saturating_add(LITTLE) {
        return Finding::Note(format!(
            "{} MB are left at {folder}, a copy of the database takes {}: make room, or keep no daily copies \
             (ATTACHE_KEEP_DAILY_COPIES=0) where something else makes them",
            mega(free),
            mega(size)
        ));
    }
    Finding::Good(format!("{} MB are left at {folder}", mega(free)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(finding: Finding) -> (&'static str, String) {
        match finding {
            Finding::Good(words) => ("good", words),
            Finding::Note(words) => ("note", words),
            Finding::Bad(words) => ("bad", words),
        }
    }

    #[test]
    fn a_disk_that_takes_nothing_is_told_apart_from_one_that_may_not_be_written() {
        let full = ErrorKind::StorageFull.into();
        assert!(refused(Path::new("/data"), &full).contains("the disk of /data is full"));
        let denied = ErrorKind::PermissionDenied.into();
        assert!(refused(Path::new("/data"), &denied).contains("owner"));
    }

    #[test]
    fn room_is_told_before_it_is_gone() {
        const MEGA: u64 = 1 << 20;
        for (free, size, copies, wanted) in [
            (50 * MEGA, MEGA, 2, "bad"),
            (900 * MEGA, 2_000 * MEGA, 2, "note"),
            (900 * MEGA, 2_000 * MEGA, 0, "good"),
            (900 * MEGA, 200 * MEGA, 2, "good"),
        ] {
            let (mark, words) = said(room(Path::new("/data"), free, (size, copies)));
            assert_eq!(mark, wanted, "{words}");
        }
        assert!(free(Path::new("/")).unwrap() > 0);
    }
}
