//! Whether the database can be read, and whether its disk has room.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::finding::Finding;
use crate::config::Config;
use crate::store::{self, OpenError};

/// Less room than this, in bytes, and the bot soon stands still.
const LITTLE: u64 = 100 << 20;
/// What is written to see whether anything can be.
static PROBE: [u8; 64 << 10] = [0; 64 << 10];

/// What a look at the database's first pages tells.
pub(super) async fn database(config: &Config) -> Finding {
    let path = config.database_path.display();
    let known = store::check::known_schema();
    let is_there = std::fs::metadata(&config.database_path).is_ok();
    match store::check::schema(&config.database_path).await {
        Ok(0) => Finding::Bad(empty(&path, "schema 0: there is no table in it")),
        Ok(schema) if schema < known => Finding::Note(format!(
            "{path} has schema {schema}; the next start copies it and brings it to {known}"
        )),
        Ok(schema) => {
            Finding::Good(format!("{path} can be read, schema {schema}; `attache check` reads all of it"))
        }
        Err(OpenError::Missing(_)) if is_there => Finding::Bad(empty(&path, "0 bytes")),
        Err(OpenError::Missing(_)) => {
            Finding::Good(format!("{path} is not there yet; the first run makes it"))
        }
        Err(OpenError::Damaged { .. }) => Finding::Bad(format!(
            "{path} is damaged; `attache restore` puts the newest file of {path}.backups back"
        )),
        Err(fault) => Finding::Bad(fault.to_string()),
    }
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
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".probe-{}", std::process::id()));
    let probed = probe(Path::new(&name));
    // a probe that could not be made leaves nothing behind
    std::fs::remove_file(&name).unwrap_or_default();
    if let Err(fault) = probed {
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

fn probe(path: &Path) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(&PROBE)?;
    file.sync_all()
}

fn refused(folder: &Path, fault: &std::io::Error) -> String {
    let folder = folder.display();
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => format!(
            "the disk of {folder} is full ({fault}): make room; the bot waits meanwhile and loses nothing it has stored"
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
        let full = probe(Path::new("/dev/full")).unwrap_err();
        assert!(refused(Path::new("/data"), &full).contains("the disk of /data is full"), "{full}");
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
