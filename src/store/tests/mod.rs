//! A database to test on, and what the store promises as a whole.

use std::path::Path;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};

use crate::store::chats::subscriptions::{self, Added, New};
use crate::store::chats::{self, Defaults, Kind, Seen};
use crate::store::feeds::entries;
use crate::store::{Db, OpenError, Store, check, feeds};

mod copies;
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
    // nor under another name, in another folder
    let elsewhere = tempfile::tempdir_in(scratch.folder.path()).unwrap();
    let (soft, hard) = (elsewhere.path().join("soft.db"), elsewhere.path().join("hard.db"));
    std::os::unix::fs::symlink(path, &soft).unwrap();
    std::fs::hard_link(path, &hard).unwrap();
    for link in [soft, hard] {
        assert!(matches!(Store::open(&link, noon()).await, Err(OpenError::Locked(_))), "{}", link.display());
    }
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
    std::fs::write(&path, "").unwrap();
    assert!(matches!(Store::open_read_only(&path).await, Err(OpenError::Empty(_))));
}
