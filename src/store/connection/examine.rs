//! Whether the database is sound and of which schema it is, over a connection that writes nothing.

use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::{ConnectOptions as _, Connection as _};

use super::error::{OpenError, damaged, sql};
use super::file::is_blank;
use super::options::reading;
use crate::store::Db;

/// The schema this program knows.
pub(in crate::store) static MIGRATIONS: Migrator = sqlx::migrate!();

/// Number of the last migration this program knows.
pub(super) fn known() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// Checks the whole database at `path`, slowly, and returns its schema's number; nothing is written.
///
/// # Errors
/// As [`Store::open_read_only`], for anything found wrong.
pub async fn check(path: &Path) -> Result<i64, OpenError> {
    if is_blank(path)? {
        return Err(OpenError::Missing(path.to_owned()));
    }
    let found = examine(path).await?;
    let mut db = reading(path).connect().await.map_err(|source| sql(path, source))?;
    let report = sqlx::query_scalar::<_, String>("pragma integrity_check").fetch_all(&mut db).await;
    sound(path, report)?;
    let report = sqlx::query_scalar::<_, String>("select \"table\" from pragma_foreign_key_check limit 1");
    if let Some(table) = report.fetch_optional(&mut db).await.map_err(|source| sql(path, source))? {
        return Err(damaged(path, &format!("a row of {table} points nowhere")));
    }
    close(path, db).await?;
    Ok(found)
}

/// Checks the file over a read-only connection, which writes nothing to it, and returns its schema's number.
pub(super) async fn examine(path: &Path) -> Result<i64, OpenError> {
    let mut db = match reading(path).connect().await {
        Ok(db) => db,
        Err(error) => {
            return Err(if is_damage(&error) { damaged(path, &error.to_string()) } else { sql(path, error) });
        }
    };
    let report = sqlx::query_scalar::<_, String>("pragma quick_check(1)").fetch_all(&mut db).await;
    sound(path, report)?;
    let found = schema(path, &mut db).await?;
    close(path, db).await?;
    if found > known() {
        return Err(OpenError::Newer { path: path.to_owned(), found, known: known() });
    }
    Ok(found)
}

async fn schema(path: &Path, db: &mut Db) -> Result<i64, OpenError> {
    let fail = |source| sql(path, source);
    let tables = "select count(*), coalesce(sum(name = '_sqlx_migrations'), 0) from sqlite_schema where type = 'table'";
    let (tables, ours): (i64, i64) = sqlx::query_as(tables).fetch_one(&mut *db).await.map_err(fail)?;
    if tables == 0 {
        return Ok(0);
    }
    if ours == 0 {
        return Err(damaged(path, "it is another program's"));
    }
    let last = "select coalesce(max(version), 0) from _sqlx_migrations";
    sqlx::query_scalar(last).fetch_one(db).await.map_err(fail)
}

fn sound(path: &Path, report: sqlx::Result<Vec<String>>) -> Result<(), OpenError> {
    match report {
        Ok(lines) if lines.iter().all(|line| line == "ok") => Ok(()),
        Ok(lines) => Err(damaged(path, lines.first().map_or("unknown", String::as_str))),
        Err(error) if is_damage(&error) => Err(damaged(path, &error.to_string())),
        Err(error) => Err(sql(path, error)),
    }
}

/// Whether SQLite says the file is corrupt (11) or no database (26) (<https://sqlite.org/rescode.html>).
fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

async fn close(path: &Path, db: sqlx::SqliteConnection) -> Result<(), OpenError> {
    db.close().await.map_err(|source| sql(path, source))
}
