//! Whether the file is a database of ours and of which schema, over a connection that writes nothing.

use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use super::error::{OpenError, damaged, sql};
use super::options::reading;
use crate::store::{Db, is_damage, reason};

/// The schema this program knows.
pub(in crate::store) static MIGRATIONS: Migrator = sqlx::migrate!();

/// Number of the last migration this program knows.
pub(in crate::store) fn known() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// Looks at the file over a read-only connection, which writes nothing to it, and returns its schema's number.
pub(in crate::store) async fn examine(path: &Path) -> Result<i64, OpenError> {
    examine_by(path, &reading(path)).await
}

/// [`examine`], over a connection with these options.
pub(in crate::store) async fn examine_by(
    path: &Path,
    options: &SqliteConnectOptions,
) -> Result<i64, OpenError> {
    let mut db = match options.connect().await {
        Ok(db) => db,
        Err(error) => {
            return Err(if is_damage(&error) { damaged(path, &reason(&error)) } else { sql(path, error) });
        }
    };
    let found = schema(path, &mut db).await?;
    close(path, db).await?;
    if found > known() {
        return Err(OpenError::Newer { path: path.to_owned(), found, known: known() });
    }
    Ok(found)
}

async fn schema(path: &Path, db: &mut Db) -> Result<i64, OpenError> {
    let fail = |source| if is_damage(&source) { damaged(path, &reason(&source)) } else { sql(path, source) };
    let tables = "select count(*), coalesce(sum(name = '_sqlx_migrations'), 0) from sqlite_schema where type = 'table'";
    let (tables, ours): (i64, i64) = sqlx::query_as(tables).fetch_one(&mut *db).await.map_err(fail)?;
    if tables == 0 {
        return Ok(0);
    }
    if ours == 0 {
        return Err(damaged(path, "it is another program's"));
    }
    // the sum has the table itself read, not only an index of it
    let last = "select coalesce(max(version), 0), coalesce(sum(length(checksum)), 0) from _sqlx_migrations";
    let (last, _): (i64, i64) = sqlx::query_as(last).fetch_one(db).await.map_err(fail)?;
    Ok(last)
}

/// Reads what a check reported.
pub(in crate::store) fn sound(path: &Path, report: sqlx::Result<Vec<String>>) -> Result<(), OpenError> {
    match report {
        Ok(lines) if lines.iter().all(|line| line == "ok") => Ok(()),
        Ok(lines) => Err(damaged(path, lines.first().map_or("unknown", String::as_str))),
        Err(error) if is_damage(&error) => Err(damaged(path, &reason(&error))),
        Err(error) => Err(sql(path, error)),
    }
}

async fn close(path: &Path, db: sqlx::SqliteConnection) -> Result<(), OpenError> {
    db.close().await.map_err(|source| sql(path, source))
}
