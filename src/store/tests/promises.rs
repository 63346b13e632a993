//! What RELIABILITY.md promises of the file, asked of SQLite itself.

use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;

use super::*;
use crate::store::backup;
use crate::store::delivery::outbox;

#[tokio::test]
async fn the_writer_is_durable_and_the_readers_cannot_write() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    // 2 is FULL (https://sqlite.org/pragma.html#pragma_synchronous)
    for (pragma, wanted) in
        [("pragma synchronous", 2), ("pragma foreign_keys", 1), ("pragma busy_timeout", 5000)]
    {
        let is: i64 = sqlx::query_scalar(pragma).fetch_one(&mut *db).await.unwrap();
        assert_eq!(is, wanted, "{pragma}");
    }
    let mode: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut *db).await.unwrap();
    assert_eq!(mode, "wal");
    drop(db);
    let mut reader = scratch.store.read().await.unwrap();
    assert!(sqlx::query("delete from chats").execute(&mut *reader).await.is_err());
}

#[tokio::test]
async fn a_write_transaction_takes_the_lock_when_it_begins() {
    let scratch = scratch().await;
    let options = SqliteConnectOptions::new().filename(scratch.store.path()).busy_timeout(Duration::ZERO);
    let mut other = options.connect().await.unwrap();
    let write = scratch.store.begin().await.unwrap();
    let refused = sqlx::query("begin immediate").execute(&mut other).await.unwrap_err();
    assert!(crate::store::is_passing(&refused), "{refused}");
    drop(write);
    // the lock goes with the transaction, which is rolled back before the connection is used again
    drop(scratch.store.begin().await.unwrap());
    let mut tried = sqlx::query("begin immediate").execute(&mut other).await;
    while tried.is_err() {
        tokio::task::yield_now().await;
        tried = sqlx::query("begin immediate").execute(&mut other).await;
    }
}

#[tokio::test]
async fn every_table_of_ours_is_strict() {
    let scratch = scratch().await;
    let mut db = scratch.store.read().await.unwrap();
    let tables: Vec<(String, bool)> = sqlx::query_as(
        "select name, strict from pragma_table_list
         where type = 'table' and schema = 'main' and name not like 'sqlite_%' and name not like '%_found%'
           and name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut *db)
    .await
    .unwrap();
    assert!(tables.len() > 15, "{tables:?}");
    assert!(tables.iter().all(|(_, strict)| *strict), "{tables:?}");
}

/// Files of a database as a power cut leaves them: the store is still open while they are copied.
async fn left_by_a_power_cut(wal: bool) -> Scratch {
    let scratch = filled().await;
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("attache.db");
    std::fs::copy(scratch.store.path(), &to).unwrap();
    if wal {
        std::fs::copy(scratch.folder.path().join("attache.db-wal"), folder.path().join("attache.db-wal"))
            .unwrap();
    }
    let store = Store::open(&to, noon()).await.unwrap();
    Scratch { store, folder }
}

#[tokio::test]
async fn after_a_power_cut_everything_committed_is_there() {
    let scratch = left_by_a_power_cut(true).await;
    assert_eq!(subscriptions::count(&mut scratch.store.read().await.unwrap(), 7).await.unwrap(), 200);
}

#[tokio::test]
async fn with_its_log_gone_the_database_is_whole_and_starts() {
    let scratch = left_by_a_power_cut(false).await;
    assert!(check::whole(scratch.store.path()).await.is_ok());
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 8).await;
    db.commit().await.unwrap();
}

#[tokio::test]
async fn a_copy_that_broke_off_is_not_taken_for_one() {
    let scratch = filled().await;
    let folder = backup::folder(scratch.store.path());
    std::fs::create_dir_all(&folder).unwrap();
    let torn = folder.join("2026-11-23.db.unfinished");
    std::fs::write(&torn, b"half a page").unwrap();
    let made = backup::daily(&scratch.store, 7, noon()).await.unwrap().unwrap();
    assert!(check::whole(&made).await.is_ok());
    assert!(!torn.exists());
    let names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(names, [made]);
}

#[tokio::test]
async fn what_was_put_off_by_a_wrong_clock_is_due() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    let (feed, _) = subscribe(&mut db, 7, "https://example.org/feed.xml", chats::Mode::Digest).await;
    let ahead = noon() + TimeDelta::hours(25);
    feeds::put_off(&mut db, feed, ahead, TimeDelta::hours(1)).await.unwrap();
    let new = outbox::New {
        chat_id: 7,
        thread: None,
        kind: outbox::Kind::Card,
        key: "card",
        op: outbox::Op::Send,
        payload: "{}",
    };
    outbox::put(&mut db, &new, ahead).await.unwrap();
    for (now, due) in
        [(noon(), true), (ahead + TimeDelta::minutes(1), false), (ahead + TimeDelta::hours(1), true)]
    {
        let found = feeds::due(&mut db, now, 9).await.unwrap();
        assert_eq!(!found.is_empty(), due, "{now}");
        assert!(outbox::any_due(&mut db, now).await.unwrap());
    }
}

#[tokio::test]
async fn a_token_is_new_each_time_and_fits_links_and_headers() {
    let scratch = scratch().await;
    let mut db = scratch.store.read().await.unwrap();
    let tokens = [crate::store::token(&mut db).await.unwrap(), crate::store::token(&mut db).await.unwrap()];
    assert_ne!(tokens[0], tokens[1]);
    assert!(
        tokens.iter().all(|token| token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()))
    );
}

#[tokio::test]
async fn after_a_full_disk_it_is_written_to_again() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let pages: i64 = sqlx::query_scalar("pragma page_count").fetch_one(&mut *db).await.unwrap();
    let full = format!("pragma max_page_count = {pages}");
    sqlx::query(sqlx::AssertSqlSafe(full)).execute(&mut *db).await.unwrap();
    let mut failed = None;
    for number in 0..2_000 {
        let url = format!("https://example.org/{number}/{}", "x".repeat(500));
        if let Err(error) = feeds::add(&mut db, &url, noon()).await {
            failed = Some(error);
            break;
        }
    }
    let error = failed.expect("the disk is not full");
    assert!(crate::store::is_passing(&error), "{error}");
    drop(db);
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    db.commit().await.unwrap();
}

#[tokio::test]
async fn those_who_search_leave_places_to_others_and_the_sender_has_its_own() {
    let scratch = scratch().await;
    let store = &scratch.store;
    let first = [store.read_for_search().await.unwrap(), store.read_for_search().await.unwrap()];
    let third = tokio::time::timeout(Duration::from_millis(50), store.read_for_search()).await;
    assert!(third.is_err(), "two search at one time");
    let others = [store.read_for_people().await.unwrap(), store.read_for_people().await.unwrap()];
    let sender = store.read_for_sending().await.unwrap();
    let loops = store.read().await.unwrap();
    drop((others, sender, loops));
    let [one, _other] = first;
    drop(one);
    assert!(store.read_for_search().await.is_ok());
}

#[tokio::test]
async fn a_start_checks_nothing_and_a_check_finds_what_is_damaged() {
    let Scratch { store, folder } = filled().await;
    let path = store.path().to_owned();
    let mut db = store.begin().await.unwrap();
    let page = "select rootpage from sqlite_schema where name = 'subscriptions'";
    let page: i64 = sqlx::query_scalar(page).fetch_one(&mut *db).await.unwrap();
    drop(db);
    store.close().await;
    drop(store);
    let mut content = bytes(&path);
    let at = (page as usize - 1) * 4096;
    content[at..at + 4096].fill(0xAA);
    std::fs::write(&path, content).unwrap();
    let store = Store::open(&path, noon()).await.unwrap();
    assert!(!store.was_left_open());
    assert!(matches!(check::tables(&path, false).await, Err(OpenError::Damaged { .. })));
    let failed = subscriptions::count(&mut store.read().await.unwrap(), 7).await.unwrap_err();
    assert!(crate::store::is_damage(&failed), "{failed}");
    store.doubt(&failed.into());
    assert!(tokio::time::timeout(Duration::from_secs(1), store.doubted().notified()).await.is_ok());
    store.halt();
    assert!(store.begin().await.is_err());
    drop(folder);
}

#[tokio::test]
async fn a_database_left_open_is_told_from_one_that_was_closed() {
    let scratch = left_by_a_power_cut(true).await;
    assert!(scratch.store.was_left_open());
    assert!(check::tables(scratch.store.path(), true).await.is_ok());
    assert!(!scratch.restart().await.store.was_left_open());
}

#[tokio::test]
async fn a_file_that_is_taken_away_or_replaced_takes_nothing_more() {
    for replaced in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attache.db");
        let store = Store::open(&path, chrono::DateTime::UNIX_EPOCH).await.unwrap();
        assert!(!store.is_taken_away());
        store.begin().await.unwrap().commit().await.unwrap();
        let away = folder.path().join("away.db");
        std::fs::rename(&path, &away).unwrap();
        if replaced {
            std::fs::copy(&away, &path).unwrap();
        }
        let refused = store.begin().await.unwrap_err();
        assert!(refused.to_string().contains("taken away"), "{refused}");
        // put back, it may lack what was written meanwhile
        std::fs::rename(&away, &path).unwrap();
        assert!(store.is_taken_away() && store.begin().await.is_err());
    }
}
