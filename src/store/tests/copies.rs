//! Copies: whole, kept in number, kept before a migration, and put back.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use super::{bytes, chat, filled, noon, scratch};
use crate::store::backup::RestoreError;
use crate::store::chats::{self, subscriptions};
use crate::store::connection::{examine, options};
use crate::store::{OpenError, Store, backup, check, feeds};

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().mode() & 0o777
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A database as a program that knew only so many migrations left it.
async fn of_an_older_program(folder: &Path, migrations: usize) -> PathBuf {
    let path = folder.join("attache.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let oldest = examine::MIGRATIONS.iter().take(migrations).cloned().collect();
    sqlx::migrate::Migrator::with_migrations(oldest).run(&pool).await.unwrap();
    let feed =
        "insert into feeds (url, created_at, next_poll_at) values ('https://example.org/feed.xml', 0, 0)";
    sqlx::query(feed).execute(&pool).await.unwrap();
    pool.close().await;
    path
}

#[tokio::test]
async fn a_copy_is_whole_and_can_be_opened() {
    let scratch = filled().await;
    let to = scratch.folder.path().join("copies/one.db");
    backup::copy(&scratch.store, &to).await.unwrap();
    assert!(check::whole(&to).await.is_ok());
    assert_eq!(mode(&to), 0o600);
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
    let path = of_an_older_program(folder.path(), 3).await;
    assert!(matches!(Store::open_read_only(&path).await, Err(OpenError::Older { found: 3, .. })));
    let store = Store::open(&path, noon()).await.unwrap();
    let mut db = store.read().await.unwrap();
    assert!(feeds::by_url(&mut db, "https://example.org/feed.xml").await.unwrap().is_some());
    let copy = backup::folder(&path).join("2026-11-23T120000-before-migration.db");
    assert_eq!((schema(&copy).await, mode(&copy)), (3, 0o600));
    // the daily ones do not count it, and nothing else is left there
    for day in 0..4 {
        backup::daily(&store, 1, noon() + TimeDelta::days(day)).await.unwrap().unwrap();
    }
    std::fs::write(backup::folder(&path).join("mine.db"), "a host's own").unwrap();
    backup::daily(&store, 1, noon() + TimeDelta::days(5)).await.unwrap().unwrap();
    let wanted = ["2026-11-23T120000-before-migration.db", "2026-11-28.db", "mine.db"];
    assert_eq!(names(&backup::folder(&path)), wanted);
    assert_eq!(backup::before_last_migration(&path), Some(copy));
    assert_eq!(backup::newest(&path), Some(backup::folder(&path).join("2026-11-28.db")));
}

async fn schema(path: &Path) -> i64 {
    let mut db = sqlx::ConnectOptions::connect(&options::reading(path)).await.unwrap();
    sqlx::query_scalar("select max(version) from _sqlx_migrations").fetch_one(&mut db).await.unwrap()
}

#[tokio::test]
async fn the_copy_before_a_migration_that_broke_off_is_kept_whatever_the_clock_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = of_an_older_program(folder.path(), 3).await;
    let first = backup::before_migration(&path, noon()).await.unwrap();
    // as far as it came, and started again in the same second, and later
    let half = examine::MIGRATIONS.iter().take(5).cloned().collect();
    let pool = sqlx::SqlitePool::connect_with(options::writing(&path)).await.unwrap();
    sqlx::migrate::Migrator::with_migrations(half).run(&pool).await.unwrap();
    pool.close().await;
    for seconds in [0, 1, 90] {
        let again = backup::before_migration(&path, noon() + TimeDelta::seconds(seconds)).await.unwrap();
        assert_eq!(again, first);
    }
    assert_eq!(schema(&first).await, 3);
    // it comes through
    Store::open(&path, noon()).await.unwrap().close().await;
    assert_eq!(names(&backup::folder(&path)), ["2026-11-23T120000-before-migration.db"]);
    // a change of a later program has a copy of its own: none is written over, the newest two are kept
    let second = backup::before_migration(&path, noon()).await.unwrap();
    assert!(second != first && schema(&first).await == 3, "{second:?}");
    backup::migrated(&path);
    let third = backup::before_migration(&path, noon() + TimeDelta::days(1)).await.unwrap();
    assert_eq!((first.exists(), second.exists(), third.exists()), (false, true, true));
}

#[tokio::test]
async fn copies_that_broke_off_go_away_at_the_next_start() {
    let scratch = scratch().await;
    let path = scratch.store.path().to_owned();
    scratch.store.close().await;
    let folder = backup::folder(&path);
    std::fs::create_dir(&folder).unwrap();
    let torn = ["2026-11-20.db.unfinished", "2026-11-20T120000-before-migration.db.unfinished"];
    for name in torn.into_iter().chain(["mine.db.unfinished", "2026-11-20.db"]) {
        std::fs::write(folder.join(name), "half a page").unwrap();
    }
    let scratch = scratch.restart().await;
    assert_eq!(names(&folder), ["2026-11-20.db", "mine.db.unfinished"]);
    drop(scratch);
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

#[tokio::test]
async fn what_is_restored_has_the_owner_and_the_mode_of_what_it_replaces() {
    let scratch = filled().await;
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy.db");
    backup::copy(&scratch.store, &copy).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attache.db");
    // only root may give away; anybody else's is his own
    std::os::unix::fs::chown(folder.path(), Some(10_001), Some(10_002)).unwrap_or_default();
    let owner = |path: &Path| {
        let told = std::fs::metadata(path).unwrap();
        (told.uid(), told.gid())
    };
    assert_eq!(backup::restore(&copy, &path, noon()).await.unwrap(), None);
    assert_eq!((owner(&path), mode(&path)), (owner(folder.path()), 0o600));
    std::os::unix::fs::chown(&path, Some(10_003), None).unwrap_or_default();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let before = owner(&path);
    let first = backup::restore(&copy, &path, noon()).await.unwrap().unwrap();
    assert_eq!((owner(&path), mode(&path)), (before, 0o640));
    // in the same second: what was set aside stays
    let second = backup::restore(&copy, &path, noon()).await.unwrap().unwrap();
    assert!(first != second && first.exists(), "{second:?}");
    // nothing was made beside the copy
    assert_eq!(names(copies.path()), ["copy.db"]);
}

#[tokio::test]
async fn a_copy_with_a_log_is_put_back_with_what_the_log_holds() {
    let scratch = filled().await;
    let copies = tempfile::tempdir().unwrap();
    for ending in ["", "-wal"] {
        let name = format!("attache.db{ending}");
        std::fs::copy(scratch.folder.path().join(&name), copies.path().join(&name)).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("attache.db");
    backup::restore(&copies.path().join("attache.db"), &path, noon()).await.unwrap();
    let store = Store::open(&path, noon()).await.unwrap();
    assert_eq!(subscriptions::count(&mut store.read().await.unwrap(), 7).await.unwrap(), 200);
}

#[tokio::test]
async fn what_is_no_copy_is_told_from_a_place_that_is_taken() {
    let scratch = scratch().await;
    let path = scratch.store.path();
    let file = scratch.folder.path().join("t.txt");
    let tried = async || backup::restore(&file, path, noon()).await.unwrap_err();
    assert!(matches!(tried().await, RestoreError::Copy(OpenError::Missing(_))));
    std::fs::write(&file, "").unwrap();
    assert!(matches!(tried().await, RestoreError::Copy(OpenError::Empty(_))));
    std::fs::write(&file, "words").unwrap();
    assert!(matches!(tried().await, RestoreError::Copy(OpenError::Damaged { .. })));
    backup::copy(&scratch.store, &file).await.unwrap();
    assert!(matches!(tried().await, RestoreError::Place(OpenError::Locked(_))));
}

#[tokio::test]
async fn a_restore_that_broke_off_is_told_and_made_again() {
    let scratch = filled().await;
    let folder = tempfile::tempdir().unwrap();
    let (copy, path) = (folder.path().join("copy.db"), folder.path().join("attache.db"));
    backup::copy(&scratch.store, &copy).await.unwrap();
    // killed when the old file was set aside and the new one not yet in its place
    let left = folder.path().join("attache.db.unfinished");
    std::fs::copy(&copy, &left).unwrap();
    for _ in 0..2 {
        let refused = Store::open(&path, noon()).await;
        assert!(matches!(&refused, Err(OpenError::Damaged { what, .. }) if what.contains("broke off")));
    }
    assert!(!path.exists());
    assert!(backup::restore(&left, &path, noon()).await.is_err());
    assert_eq!(bytes(&left), bytes(&copy));
    assert_eq!(backup::restore(&copy, &path, noon()).await.unwrap(), None);
    let store = Store::open(&path, noon()).await.unwrap();
    assert_eq!(subscriptions::count(&mut store.read().await.unwrap(), 7).await.unwrap(), 200);
    assert!(!left.exists());
}

#[tokio::test]
async fn the_copy_just_made_does_not_fall_for_those_of_a_clock_that_ran_ahead() {
    let scratch = scratch().await;
    for days in [400, 401] {
        backup::daily(&scratch.store, 2, noon() + TimeDelta::days(days)).await.unwrap().unwrap();
    }
    let path = scratch.store.path();
    let own = backup::folder(path).join("2020-01-01T000000-before-migration-keep.db");
    std::fs::write(&own, "a host's own").unwrap();
    for days in 0..3 {
        let made = backup::daily(&scratch.store, 2, noon() + TimeDelta::days(days)).await.unwrap().unwrap();
        assert!(made.exists(), "{}", made.display());
        let before = backup::before_migration(path, noon() + TimeDelta::days(days)).await.unwrap();
        backup::migrated(path);
        assert!(before.exists() && own.exists(), "{}", before.display());
    }
}
