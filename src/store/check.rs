//! Whether the database is sound: the whole of it by command, and table by table behind the running bot.
//!
//! A start checks nothing, since that would take the longer the more is stored. What a crash can hurt is what was being
//! written: the tables of the work under way, all but the archive. Those are checked after a start that found the
//! database left open; all tables once a week. The tables of the search, which can be built again from the articles, are
//! left to the command.

use std::path::Path;

use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::connection::OpenError;
use super::connection::error::{damaged, sql};
use super::connection::examine::{examine, known, sound};
use super::connection::file::is_blank;
use super::connection::options::reading;

/// Tables that are written once and kept, the larger part of the file.
const ARCHIVE: [&str; 5] = ["articles", "article_versions", "quotes", "summaries", "translations"];

/// Checks the whole database at `path`, slowly, and returns its schema's number; nothing is written.
///
/// # Errors
/// As [`Store::open_read_only`](super::Store::open_read_only), for anything found wrong.
pub async fn whole(path: &Path) -> Result<i64, OpenError> {
    let found = schema(path).await?;
    let mut db = reading(path).connect().await.map_err(|source| sql(path, source))?;
    let report = sqlx::query_scalar::<_, String>("pragma integrity_check").fetch_all(&mut db).await;
    sound(path, report)?;
    let report = sqlx::query_scalar::<_, String>("select \"table\" from pragma_foreign_key_check limit 1");
    if let Some(table) = report.fetch_optional(&mut db).await.map_err(|source| sql(path, source))? {
        return Err(damaged(path, &format!("a row of {table} points nowhere")));
    }
    db.close().await.map_err(|source| sql(path, source))?;
    Ok(found)
}

/// Looks whether there is a database of ours at `path` and returns its schema's number; reads next to nothing.
///
/// # Errors
/// As [`Store::open_read_only`](super::Store::open_read_only).
pub async fn schema(path: &Path) -> Result<i64, OpenError> {
    if is_blank(path)? {
        return Err(OpenError::Missing(path.to_owned()));
    }
    examine(path).await
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
