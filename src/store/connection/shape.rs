//! Whether a database has the tables, indexes, views and triggers that the migrations make, and none that acts beside them.

use std::collections::BTreeMap;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::examine::MIGRATIONS;
use crate::store::{Db, Result};

/// What a schema holds: by kind and name, how it is made.
type Shape = BTreeMap<(String, String), String>;

/// What is not as the migrations up to `version` make it, if anything is not.
///
/// What is not ours and can neither change nor refuse what we write may be there: a table, as a replicator keeps one, a view, an
/// index of plain columns.
pub(in crate::store) async fn differs(db: &mut Db, version: i64) -> Result<Option<String>> {
    if version == 0 {
        return Ok(None);
    }
    if let Some(what) = altered(db, version).await? {
        return Ok(Some(what));
    }
    let (wanted, mut found) = (made(version).await?, shape(db).await?);
    // without a table its indexes are missing, too
    let (tables, others): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|((kind, _), _)| kind == "table");
    for ((kind, name), how) in tables.into_iter().chain(others) {
        match found.remove(&(kind.clone(), name.clone())) {
            None => return Ok(Some(format!("the {kind} {name} is missing"))),
            Some(found) if found != how => {
                return Ok(Some(format!("the {kind} {name} is not as it was made")));
            }
            Some(_) => {}
        }
    }
    let foreign = found.into_iter().find(|((kind, _), how)| !is_harmless(kind, how));
    Ok(foreign.map(|((kind, name), _)| format!("the {kind} {name} is not of this program")))
}

/// True for what no statement of ours can fail by: an index that is unique, of some rows or of an expression may refuse a row.
fn is_harmless(kind: &str, how: &str) -> bool {
    let how = how.to_lowercase();
    let plain = how.starts_with("createindex") && how.matches('(').count() == 1 && how.ends_with(')');
    matches!(kind, "table" | "view") || kind == "index" && plain
}

/// Which migration was not made as this program has it, if one was not.
async fn altered(db: &mut Db, version: i64) -> Result<Option<String>> {
    let rows = "select version, checksum from _sqlx_migrations where success = 1";
    let done: Vec<(i64, Vec<u8>)> = sqlx::query_as(rows).fetch_all(db).await?;
    let known = MIGRATIONS.iter().filter(|migration| migration.version <= version);
    let mut known: BTreeMap<i64, &[u8]> =
        known.map(|migration| (migration.version, &*migration.checksum)).collect();
    for (version, checksum) in done {
        if known.remove(&version) != Some(&*checksum) {
            return Ok(Some(format!("its migration {version} is not this program's")));
        }
    }
    Ok(known.into_keys().next().map(|version| format!("its migration {version} was not made")))
}

/// What the migrations make, in a database of its own.
async fn made(version: i64) -> Result<Shape> {
    let mut db = SqliteConnectOptions::new().in_memory(true).connect().await?;
    for migration in MIGRATIONS.iter().filter(|migration| migration.version <= version) {
        let step = AssertSqlSafe(migration.sql.as_str().to_owned());
        sqlx::raw_sql(step).execute(&mut db).await?;
    }
    let made = shape(&mut db).await?;
    db.close().await?;
    Ok(made)
}

/// What is there; `SQLite`'s own, and the table that tells the migrations, aside.
async fn shape(db: &mut Db) -> Result<Shape> {
    let rows = "select type, name, sql from sqlite_schema
                where sql is not null and name not like 'sqlite\\_%' escape '\\' and tbl_name <> '_sqlx_migrations'";
    let rows: Vec<(String, String, String)> = sqlx::query_as(rows).fetch_all(db).await?;
    // renaming writes names in marks, or not, as its version does
    let plain = |how: String| how.replace(|c: char| c.is_whitespace() || c == '"', "");
    Ok(rows.into_iter().map(|(kind, name, how)| ((kind, name), plain(how))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::scratch;

    #[tokio::test]
    async fn what_the_migrations_did_not_make_is_named() {
        let known = super::super::examine::known();
        for (change, wanted) in [
            ("select 1", None),
            ("create table _litestream_seq (id integer primary key, seq integer)", None),
            ("drop table saved", Some("the table saved is missing")),
            ("alter table chats drop column title", Some("the table chats is not as it was made")),
            ("create view v as select 1", None),
            ("create index plain on chats (title, id)", None),
            (
                "create index some on chats (title) where abs(id) > 1",
                Some("the index some is not of this program"),
            ),
            (
                "create trigger evil after insert on outbox begin delete from feeds; end",
                Some("the trigger evil is not of this program"),
            ),
            ("create unique index one on chats (title)", Some("the index one is not of this program")),
            (
                "update _sqlx_migrations set checksum = x'00' where version = (select max(version) from _sqlx_migrations)",
                Some("is not this program's"),
            ),
            (
                "delete from _sqlx_migrations where version = (select min(version) from _sqlx_migrations)",
                Some("was not made"),
            ),
        ] {
            let scratch = scratch().await;
            let mut db = scratch.store.begin().await.unwrap();
            sqlx::raw_sql(change).execute(&mut *db).await.unwrap();
            let found = differs(&mut db, known).await.unwrap();
            let as_wanted = wanted.map_or(found.is_none(), |wanted| {
                found.as_deref().is_some_and(|found| found.contains(wanted))
            });
            assert!(as_wanted, "{change}: {found:?}");
        }
    }

    #[tokio::test]
    async fn a_database_of_each_older_program_is_as_it_was_made() {
        let mut db = SqliteConnectOptions::new().in_memory(true).connect().await.unwrap();
        let all = MIGRATIONS.iter().map(|migration| migration.version);
        for version in all {
            MIGRATIONS.run_to(version, &mut db).await.unwrap();
            assert_eq!(differs(&mut db, version).await.unwrap(), None, "{version}");
        }
    }
}
