//! A database to test on, and what the store promises as a whole.

use std::path::Path;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};

use crate::store::chats::subscriptions::{self, Added, New};
use crate::store::chats::{self, Defaults, Kind, Seen};
use crate::store::connection::{examine, options};
use crate::store::feeds::entries;
use crate::store::{Db, OpenError, Store, backup, check, feeds};

mod doors;
mod plans;
mod promises;

/// A store in a folder that goes away.
pub(crate) struct Scratch {
    /// The store.
    pub(crate) store: Store,
    /// Its folder.
    pub(crate) folder: tempfile::TempDir,
}

/// Opens a new database.
pub(crate) async fn scratch() -> Scratch {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("attache.db"), noon()).await.unwrap();
    Scratch { store, folder }
}

impl Scratch {
    /// Closes the store and opens it again, as a restart does.
    pub(crate) async fn restart(self) -> Self {
        let Self { store, folder } = self;
        store.close().await;
        drop(store);
        let store = Store::open(&folder.path().join("attache.db"), noon()).await.unwrap();
        Self { store, folder }
    }
}

/// Noon of 23 November 2026, UTC.
pub(crate) fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).unwrap()
}

/// An entry a feed has just brought.
pub(crate) fn fresh(guid: &str) -> entries::New<'_> {
    entries::New {
        guid,
        url: None,
        title: None,
        published_at: None,
        origin: entries::Origin::Fresh,
        batch: 1,
        payload: None,
        told_hash: guid.as_bytes(),
        told_updated: None,
    }
}

/// Adds a private chat (positive number) or a supergroup.
pub(crate) async fn chat(db: &mut Db, id: i64) {
    let kind = if id > 0 { Kind::Private } else { Kind::Supergroup };
    let seen = Seen { id, kind, title: Some("Foreign desk"), is_forum: false };
    chats::see(db, &seen, &Defaults { zone: "Europe/Berlin", digest_minute: 480 }, noon()).await.unwrap();
}

/// Subscribes a chat to the feed at `url` and returns both numbers.
pub(crate) async fn subscribe(db: &mut Db, chat_id: i64, url: &str, mode: chats::Mode) -> (i64, i64) {
    let feed_id = feeds::add(db, url, noon()).await.unwrap();
    let new = New { chat_id, thread: None, feed_id, mode, added_by: chat_id.abs(), sample: true };
    match subscriptions::add(db, &new, noon()).await.unwrap() {
        Added::New(id) | Added::Already(id) => (feed_id, id),
    }
}

async fn filled() -> Scratch {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    for number in 0..200 {
        subscribe(&mut db, 7, &format!("https://example.org/{number}.xml"), chats::Mode::Digest).await;
    }
    db.commit().await.unwrap();
    scratch
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[tokio::test]
async fn what_is_committed_is_found_after_a_restart() {
    let scratch = filled().await.restart().await;
    let mut db = scratch.store.read().await.unwrap();
    assert_eq!(subscriptions::count(&mut db, 7).await.unwrap(), 200);
}

#[tokio::test]
async fn what_is_not_committed_is_gone() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    drop(db);
    let mut db = scratch.store.begin().await.unwrap();
    assert_eq!(chats::get(&mut db, 7).await.unwrap(), None);
}

#[tokio::test]
async fn a_second_instance_is_refused_and_readers_are_not() {
    let scratch = filled().await;
    let path = scratch.store.path();
    assert!(matches!(Store::open(path, noon()).await, Err(OpenError::Locked(_))));
    let reader = Store::open_read_only(path).await.unwrap();
    assert_eq!(subscriptions::count(&mut reader.read().await.unwrap(), 7).await.unwrap(), 200);
    assert!(reader.begin().await.is_err());
}

#[tokio::test]
async fn a_damaged_file_is_refused_and_left_as_it_was() {
    type Harm = fn(&mut Vec<u8>);
    let harms: [(&str, Harm); 4] = [
        ("header", |bytes| bytes[..16].copy_from_slice(b"not a database!!")),
        ("text", |bytes| *bytes = b"just a text file".to_vec()),
        // the first table; the page before it is SQLite's map of the others
        ("page", |bytes| bytes[8192..12288].fill(0xAA)),
        ("cut", |bytes| bytes.truncate(9000)),
    ];
    for (name, harm) in harms {
        let Scratch { store, folder } = filled().await;
        let path = store.path().to_owned();
        store.close().await;
        drop(store);
        let mut content = bytes(&path);
        harm(&mut content);
        std::fs::write(&path, &content).unwrap();
        for refused in [Store::open(&path, noon()).await.err(), Store::open_read_only(&path).await.err()] {
            assert!(matches!(refused, Some(OpenError::Damaged { .. })), "{name}: {refused:?}");
            assert_eq!(bytes(&path), content, "{name}");
        }
        assert!(matches!(check::whole(&path).await, Err(OpenError::Damaged { .. })), "{name}");
        drop(folder);
    }
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_as_it_was() {
    let Scratch { store, folder } = filled().await;
    let path = store.path().to_owned();
    let mut db = store.begin().await.unwrap();
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                 values (9999, 'later', 1, x'00', 0)";
    sqlx::query(newer).execute(&mut *db).await.unwrap();
    db.commit().await.unwrap();
    store.close().await;
    drop(store);
    let content = bytes(&path);
    let refused = Store::open(&path, noon()).await.err();
    assert!(matches!(refused, Some(OpenError::Newer { found: 9999, .. })), "{refused:?}");
    assert_eq!(bytes(&path), content);
    drop(folder);
}

#[tokio::test]
async fn another_programs_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query("create table cats (name text)").execute(&pool).await.unwrap();
    pool.close().await;
    let content = bytes(&path);
    assert!(matches!(Store::open(&path, noon()).await, Err(OpenError::Damaged { .. })));
    assert_eq!(bytes(&path), content);
}

#[tokio::test]
async fn nothing_is_read_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.db");
    assert!(matches!(Store::open_read_only(&path).await, Err(OpenError::Missing(_))));
    assert!(!path.exists());
}

#[tokio::test]
async fn a_copy_is_whole_and_can_be_opened() {
    let scratch = filled().await;
    let to = scratch.folder.path().join("copies/one.db");
    backup::copy(&scratch.store, &to).await.unwrap();
    assert!(check::whole(&to).await.is_ok());
    let copy = Store::open_read_only(&to).await.unwrap();
    assert_eq!(subscriptions::count(&mut copy.read().await.unwrap(), 7).await.unwrap(), 200);
}

#[tokio::test]
async fn as_many_daily_copies_are_kept_as_wanted_and_one_is_made_a_day() {
    let scratch = scratch().await;
    for day in 0..10 {
        let now = noon() + TimeDelta::days(day);
        assert!(backup::daily(&scratch.store, 7, now).await.unwrap().is_some());
        assert!(backup::daily(&scratch.store, 7, now + TimeDelta::hours(1)).await.unwrap().is_none());
    }
    let mut names: Vec<String> = std::fs::read_dir(backup::folder(scratch.store.path()))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let wanted: Vec<String> = (26..=30).map(|day| format!("2026-11-{day}.db")).collect();
    assert_eq!(names.get(..5), Some(&wanted[..]));
    assert_eq!(names.len(), 7);
    let later = noon() + TimeDelta::days(11);
    assert!(backup::daily(&scratch.store, 0, later).await.unwrap().is_none());
    assert!(backup::daily(&scratch.store, 2, later).await.unwrap().is_some());
    assert_eq!(std::fs::read_dir(backup::folder(scratch.store.path())).unwrap().count(), 2);
}

#[tokio::test]
async fn a_copy_is_made_before_a_migration() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attache.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let oldest = examine::MIGRATIONS.iter().take(3).cloned().collect();
    sqlx::migrate::Migrator::with_migrations(oldest).run(&pool).await.unwrap();
    let feed =
        "insert into feeds (url, created_at, next_poll_at) values ('https://example.org/feed.xml', 0, 0)";
    sqlx::query(feed).execute(&pool).await.unwrap();
    pool.close().await;
    assert!(matches!(Store::open_read_only(&path).await, Err(OpenError::Older { found: 3, .. })));
    let store = Store::open(&path, noon()).await.unwrap();
    let mut db = store.read().await.unwrap();
    assert!(feeds::by_url(&mut db, "https://example.org/feed.xml").await.unwrap().is_some());
    let copy = backup::folder(&path).join("2026-11-23T120000-before-migration.db");
    let mut old = sqlx::ConnectOptions::connect(&options::reading(&copy)).await.unwrap();
    let tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema where name = 'outbox'")
        .fetch_one(&mut old)
        .await
        .unwrap();
    assert_eq!(tables, 0);
}

#[tokio::test]
async fn a_restored_copy_is_not_undone_by_the_log_of_a_killed_database() {
    let scratch = filled().await;
    let copy = scratch.folder.path().join("copy.db");
    backup::copy(&scratch.store, &copy).await.unwrap();
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 8).await;
    db.commit().await.unwrap();
    // as a kill leaves it: the file, and beside it the log with the newest transaction
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attache.db");
    for ending in ["", "-wal"] {
        let name = format!("attache.db{ending}");
        std::fs::copy(scratch.folder.path().join(&name), folder.path().join(&name)).unwrap();
    }
    let aside = backup::restore(&copy, &path, noon()).await.unwrap().unwrap();
    let store = Store::open(&path, noon()).await.unwrap();
    assert_eq!(chats::get(&mut store.read().await.unwrap(), 8).await.unwrap(), None);
    assert_eq!(subscriptions::count(&mut store.read().await.unwrap(), 7).await.unwrap(), 200);
    assert!(
        matches!(backup::restore(&copy, &path, noon()).await, Err(error) if error.to_string().contains("runs on"))
    );
    let old = Store::open(&aside, noon()).await.unwrap();
    assert!(chats::get(&mut old.read().await.unwrap(), 8).await.unwrap().is_some());
    let mut torn = bytes(&copy);
    torn[8192..12288].fill(0xAA);
    std::fs::write(&copy, torn).unwrap();
    drop(store);
    assert!(backup::restore(&copy, &path, noon()).await.is_err());
    assert!(Store::open(&path, noon()).await.is_ok());
}
