//! The folder of copies: their names, how many are kept, and which is the newest.
//!
//! Daily copies are named by their day, those before a migration by their time; each kind has its own count, so that none of
//! one kind falls for one of the other. Anything else that lies there is left alone.

use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::store::connection::file::{beside, give, owner_of, unlinked};

/// How many copies made before a migration are kept.
const BEFORE_MIGRATION: usize = 2;

/// What such a copy's name has after its time.
const MARK: &str = "-before-migration";

/// What a copy's name ends in while it is written.
pub(super) const UNFINISHED: &str = ".unfinished";

/// Holds the name of the copy before a migration that has begun and not ended.
const BEGUN: &str = "migration-begun";

/// The folder beside the database that holds its copies.
#[must_use]
pub fn folder(database: &Path) -> PathBuf {
    beside(database, ".backups")
}

/// The newest copy beside the database.
#[must_use]
pub fn newest(database: &Path) -> Option<PathBuf> {
    listed(database, |stem| is_daily(stem) || is_before_migration(stem)).pop()
}

/// The newest copy that was made before a migration: what an older program can go back to.
#[must_use]
pub fn before_last_migration(database: &Path) -> Option<PathBuf> {
    listed(database, is_before_migration).pop()
}

/// What is done about a database that is damaged or lost, with the copy at hand.
#[must_use]
pub fn advice(database: &Path) -> String {
    match newest(database) {
        Some(copy) => {
            format!("put the newest copy back with `attache restore {}`, the bot stopped", copy.display())
        }
        None => format!(
            "there is no copy in {}; put one of your own back with `attache restore FILE`, the bot stopped",
            folder(database).display()
        ),
    }
}

/// The name of the copy of a day.
pub(super) fn name_of_day(now: DateTime<Utc>) -> String {
    now.format("%Y-%m-%d.db").to_string()
}

/// A name for a copy before a migration that no other has.
pub(super) fn free_before_migration(database: &Path, now: DateTime<Utc>) -> PathBuf {
    let name = format!("{}{MARK}", now.format("%Y-%m-%dT%H%M%S"));
    free(&folder(database).join(name), ".db")
}

/// The path with this ending, and a number before it where that is taken: `a.db`, `a-2.db`.
pub(super) fn free(path: &Path, ending: &str) -> PathBuf {
    let numbered = (2..).map(|number: u32| beside(path, &format!("-{number}{ending}")));
    let mut names = std::iter::once(beside(path, ending)).chain(numbered);
    names.find(|name| !name.exists()).unwrap_or_else(|| beside(path, ending))
}

/// Drops the oldest daily copies beyond so many, but not the one just made.
pub(super) fn prune_daily(database: &Path, kept: usize, made: &Path) -> std::io::Result<()> {
    prune(listed(database, is_daily), kept, made)
}

/// Drops the oldest copies before a migration beyond [`BEFORE_MIGRATION`], but not the one just made.
pub(super) fn prune_before_migration(database: &Path, made: &Path) -> std::io::Result<()> {
    prune(listed(database, is_before_migration), BEFORE_MIGRATION, made)
}

/// A clock that once ran ahead leaves copies with later names than the one just made has: those go first, for they would
/// take the place of one a day.
fn prune(mut copies: Vec<PathBuf>, kept: usize, made: &Path) -> std::io::Result<()> {
    let surplus = copies.len().saturating_sub(kept);
    copies.retain(|copy| copy != made);
    copies.sort_by_key(|copy| stem(copy) < stem(made));
    copies.iter().take(surplus).try_for_each(std::fs::remove_file)
}

/// Takes away what was left of copies that broke off, which only the holder of the database's lock may do.
pub(in crate::store) fn sweep(database: &Path) {
    let is_ours = |name: &&OsStr| {
        let stem = name.to_str().and_then(|name| name.strip_suffix(UNFINISHED)?.strip_suffix(".db"));
        stem.is_some_and(|stem| is_daily(stem) || is_before_migration(stem))
    };
    let torn = entries(database).into_iter().filter(|path| path.file_name().as_ref().is_some_and(is_ours));
    for path in torn.chain([beside(database, UNFINISHED)]) {
        // what cannot be taken away is tried again, and is in nobody's way
        std::fs::remove_file(path).unwrap_or_default();
    }
}

/// Notes that the migration begins whose copy this is.
pub(super) fn begin(database: &Path, copy: &Path) -> std::io::Result<()> {
    let (note, name) = (folder(database).join(BEGUN), copy.file_name().unwrap_or_default());
    let mut file = unlinked(OpenOptions::new().create(true).truncate(true).write(true)).open(&note)?;
    file.write_all(name.as_encoded_bytes())?;
    give(&note, owner_of(database));
    file.sync_all()
}

/// The copy made before a migration that has not ended, if it is there.
pub(super) fn broken_off(database: &Path) -> Option<PathBuf> {
    let folder = folder(database);
    let name = std::fs::read_to_string(folder.join(BEGUN)).ok()?;
    let copy = folder.join(name);
    copy.is_file().then_some(copy)
}

/// Notes that no migration is under way any more.
pub(in crate::store) fn migrated(database: &Path) {
    std::fs::remove_file(folder(database).join(BEGUN)).unwrap_or_default();
}

/// Copies of the kind a name's stem tells, the oldest first.
fn listed(database: &Path, is_one: fn(&str) -> bool) -> Vec<PathBuf> {
    let mut copies = entries(database);
    copies.retain(|path| path.extension() == Some(OsStr::new("db")) && is_one(&stem(path)));
    // names begin with the time, so the order of names, without their ending, is the order of time
    copies.sort_by_key(|path| stem(path));
    copies
}

fn entries(database: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder(database)).into_iter().flatten();
    entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_daily(stem: &str) -> bool {
    NaiveDate::parse_from_str(stem, "%Y-%m-%d").is_ok()
}

fn is_before_migration(stem: &str) -> bool {
    let Some((time, number)) = stem.split_once(MARK) else { return false };
    let numbered = number.strip_prefix('-').is_some_and(|number| number.parse::<u32>().is_ok());
    NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H%M%S").is_ok() && (number.is_empty() || numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_ran_ahead_costs_no_copy() {
        let place = tempfile::tempdir().unwrap();
        let database = place.path().join("attache.db");
        std::fs::create_dir(folder(&database)).unwrap();
        let kept = |made: &str| {
            let made = folder(&database).join(made);
            std::fs::write(&made, "").unwrap();
            prune_daily(&database, 2, &made).unwrap();
            let left = listed(&database, is_daily);
            left.iter().map(|copy| stem(copy)).collect::<Vec<_>>().join(" ")
        };
        kept("2026-11-30.db");
        assert_eq!(kept("2026-12-01.db"), "2026-11-30 2026-12-01");
        assert_eq!(kept("2027-12-01.db"), "2026-12-01 2027-12-01");
        assert_eq!(kept("2026-12-02.db"), "2026-12-01 2026-12-02");
        // nor does one that is behind
        assert_eq!(kept("2020-01-01.db"), "2020-01-01 2026-12-02");
        assert_eq!(kept("2026-12-03.db"), "2026-12-02 2026-12-03");
    }
}
