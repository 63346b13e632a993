//! Whether the database is sound: the whole of it by command, and table by table behind the running bot.
//!
//! A start checks nothing, since that would take the longer the more is stored. What a crash can hurt is what was being
//! written: the tables of the work under way, all but the archive. Those are checked after a start that found the
//! database left open; all tables once a week. The tables of the search, which can be built again from the articles, are
//! left to the command.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::connection::OpenError;
use super::connection::error::{damaged, sql};
use super::connection::examine::{examine, examine_by, known, sound};
use super::connection::file::{beside, ensure_writable, is_blank};
use super::connection::options::{reading, resting};
use super::connection::shape;

/// Tables that are written once and kept, the larger part of the file.
const ARCHIVE: [&str; 5] = ["articles", "article_versions", "quotes", "summaries", "translations"];

/// What is written to see whether anything can be.
static PROBE: [u8; 64 << 10] = [0; 64 << 10];

/// Checks the whole database at `path`, slowly, and returns its schema's number; nothing is written.
///
/// # Errors
/// As [`Store::open_read_only`](super::Store::open_read_only), for anything found wrong.
pub async fn whole(path: &Path) -> Result<i64, OpenError> {
    whole_by(path, &reading(path)).await
}

/// Checks a copy that nobody has open as [`whole`] does; leaves nothing beside it.
pub(super) async fn copy(path: &Path) -> Result<i64, OpenError> {
    whole_by(path, &resting(path)).await
}

async fn whole_by(path: &Path, options: &SqliteConnectOptions) -> Result<i64, OpenError> {
    ensure_there(path)?;
    let found = examine_by(path, options).await?;
    let mut db = options.connect().await.map_err(|source| sql(path, source))?;
    let report = sqlx::query_scalar::<_, String>("pragma integrity_check").fetch_all(&mut db).await;
    sound(path, report)?;
    let report = sqlx::query_scalar::<_, String>("select \"table\" from pragma_foreign_key_check limit 1");
    if let Some(table) = report.fetch_optional(&mut db).await.map_err(|source| sql(path, source))? {
        return Err(damaged(path, &format!("a row of {table} points nowhere")));
    }
    if let Some(what) = shape::differs(&mut db, found).await.map_err(|source| sql(path, source))? {
        return Err(damaged(path, &what));
    }
    db.close().await.map_err(|source| sql(path, source))?;
    Ok(found)
}

/// Looks whether there is a database of ours at `path` and returns its schema's number; reads next to nothing.
///
/// # Errors
/// As [`Store::open_read_only`](super::Store::open_read_only).
pub async fn schema(path: &Path) -> Result<i64, OpenError> {
    ensure_there(path)?;
    examine(path).await
}

/// Refuses what is not there, or holds nothing.
pub(super) fn ensure_there(path: &Path) -> Result<(), OpenError> {
    if !is_blank(path)? {
        return Ok(());
    }
    let path = path.to_owned();
    Err(if path.exists() { OpenError::Empty(path) } else { OpenError::Missing(path) })
}

/// Looks whether this user may write every file of the database and its folder; touches none.
///
/// # Errors
/// Names the first that cannot be written.
pub fn writable(path: &Path) -> Result<(), OpenError> {
    ensure_writable(path)
}

/// Writes a little beside the database and takes it away again: whether its disk takes anything.
///
/// # Errors
/// The system's refusal.
pub fn room(path: &Path) -> std::io::Result<()> {
    let probe = beside(path, &format!(".probe-{}", std::process::id()));
    // a new file: no link that somebody laid there
    let written = File::create_new(&probe).and_then(fill);
    // one that could not be made leaves nothing behind
    std::fs::remove_file(&probe).unwrap_or_default();
    written
}

/// Writes 64 kB.
fn fill(mut file: File) -> std::io::Result<()> {
    file.write_all(&PROBE)?;
    file.sync_all()
}

/// The number of the schema this program works with.
#[must_use]
pub fn known_schema() -> i64 {
    known()
}

/// Checks the tables of the work under way, or with `all` every table but those of the search, one after the other.
///
/// # Errors
/// When a table is damaged or cannot be read.
pub async fn tables(path: &Path, all: bool) -> Result<(), OpenError> {
    let mut db = reading(path).connect().await.map_err(|source| sql(path, source))?;
    let names = "select name from pragma_table_list
                 where schema = 'main' and type = 'table' and name not like 'sqlite%' and name not like '%\\_found\\_%' escape '\\'";
    let names: Vec<String> =
        sqlx::query_scalar(names).fetch_all(&mut db).await.map_err(|source| sql(path, source))?;
    for name in names.iter().filter(|name| all || !ARCHIVE.contains(&name.as_str())) {
        let check = AssertSqlSafe(format!("pragma quick_check('{name}')"));
        sound(path, sqlx::query_scalar::<_, String>(check).fetch_all(&mut db).await)?;
    }
    db.close().await.map_err(|source| sql(path, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_takes_nothing_is_told_from_one_with_room() {
        let full = File::options().write(true).open("/dev/full").unwrap();
        assert_eq!(fill(full).unwrap_err().kind(), std::io::ErrorKind::StorageFull);
        let folder = tempfile::tempdir().unwrap();
        room(&folder.path().join("attache.db")).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(room(&folder.path().join("nowhere/attache.db")).is_err());
    }
}
