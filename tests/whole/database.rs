//! The database locked, on a full disk, damaged, newer than the program.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::process::Command;

use crate::telegram::PATIENCE;
use crate::world::{ADA, World, chat};

fn noon() -> DateTime<Utc> {
    "2026-09-14T12:00:00Z".parse().unwrap()
}

/// Another program's connection to the database.
async fn another(world: &World) -> SqliteConnection {
    SqliteConnectOptions::new().filename(world.database()).busy_timeout(PATIENCE).connect().await.unwrap()
}

async fn is_answered(world: &World, times: usize) {
    world.telegram.wait(times, "an answer", |call| call.chat == ADA && call.accepted).await;
}

#[tokio::test]
async fn a_database_locked_for_seconds_delays_and_locked_for_longer_loses_nothing() {
    let world = World::start().await;
    world.telegram.says(ADA, "/help");
    is_answered(&world, 1).await;
    let (mut other, telegram) = (another(&world).await, world.telegram.clone());
    sqlx::query("begin immediate").execute(&mut other).await.unwrap();
    let short = telegram.says(ADA, "/privacy");
    assert!(telegram.until(PATIENCE, || telegram.handed(short) > 0).await);
    // shorter than the program waits for a lock: the update is not asked for again
    tokio::time::sleep(Duration::from_secs(3)).await;
    sqlx::query("rollback").execute(&mut other).await.unwrap();
    is_answered(&world, 2).await;
    assert_eq!(telegram.handed(short), 1);

    sqlx::query("begin immediate").execute(&mut other).await.unwrap();
    let long = telegram.says(ADA, "/feeds");
    // longer: it is given up for now, so Telegram is asked for it again
    assert!(telegram.until(PATIENCE, || telegram.handed(long) > 1).await);
    sqlx::query("rollback").execute(&mut other).await.unwrap();
    is_answered(&world, 3).await;
    telegram.says(ADA, "/help");
    is_answered(&world, 4).await;
    assert_eq!(telegram.calls(|call| call.chat == ADA && call.method == "sendmessage").len(), 4);
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_lost_and_all_goes_on_when_there_is_room() {
    let mut world = World::prepare(&[]).await;
    let ready = format!("{}/readyz", world.open_health().await);
    world.web.put_feed([1]);
    // a write over the limit then fails with an error, as on a full disk, instead of ending the program
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$0\" run", env!("CARGO_BIN_EXE_attache")]);
    let plain = world.command(&["run"]);
    for (key, value) in plain.as_std().get_envs() {
        command.env(key, value.unwrap());
    }
    command.current_dir(world.folder.path()).stdin(std::process::Stdio::null()).kill_on_drop(true);
    world.start_command(command);
    world.ada_follows_the_feed().await;
    world.ada_wants_cards_at_once().await;
    let sent = world.telegram.calls(|call| call.chat == ADA && call.accepted).len();

    limit(&world, "8192").await;
    world.web.put_feed([2, 1]);
    let update = world.telegram.says(ADA, "/help");
    let telegram = world.telegram.clone();
    assert!(
        telegram.until(PATIENCE, || telegram.handed(update) > 2).await,
        "the update was taken on a full disk"
    );
    let asked = world.web.asked("/feed.xml").len();
    is_ready(&ready, 503, "the database cannot be written").await;
    limit(&world, "unlimited").await;
    is_ready(&ready, 200, "ready").await;
    let log = world.log();
    let waits = log.find("the bot waits and tries again").unwrap();
    assert!(log.find("the database can be written again").unwrap() > waits, "{log}");

    telegram.wait(sent + 1, "the answer", |call| call.chat == ADA && call.accepted).await;
    // a feed whose poll could not be stored rests a minute; a restart ends that
    assert_eq!(world.stop().await, 0);
    assert!(world.command(&["check"]).output().await.unwrap().status.success());
    world.start_up().await;
    world.telegram.wait_for(ADA, &crate::web::headline(2)).await;
    assert!(asked > 0);
    let cards = telegram.calls(|call| call.accepted && call.text().contains(&crate::web::headline(2)));
    assert_eq!(cards.len(), 1);
    assert!(!world.log().contains("panicked"), "{}", world.log());
}

/// Waits until `/readyz` has this status and says these words.
async fn is_ready(url: &str, status: u16, words: &str) {
    for _ in 0..300 {
        let (told, said) = crate::health::ask(url).await;
        if told == status && said.contains(words) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("/readyz never said {words}");
}

#[tokio::test]
async fn a_start_on_a_full_disk_ends_with_the_code_after_which_it_is_started_again() {
    let world = World::prepare(&[]).await;
    world.write(noon(), async |_| ()).await;
    let mut command = world.behind("prlimit", &["--fsize=0"], &["run"]);
    let done = command.output().await.unwrap();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("ERROR") && said.contains("cannot open"), "{said}");
    assert!(world.command(&["check"]).output().await.unwrap().status.success());
}

/// Sets how long the program's files may be, in bytes.
async fn limit(world: &World, bytes: &str) {
    let (process, size) = (world.process().to_string(), format!("--fsize={bytes}:unlimited"));
    let set = Command::new("prlimit").args(["--pid", &process, &size]).status().await.unwrap();
    assert!(set.success());
}

#[tokio::test]
async fn a_damaged_page_and_a_newer_schema_end_with_three_and_the_file_is_left_alone() {
    let world = World::prepare(&[]).await;
    world
        .write(noon(), async |db| {
            for id in 1..=300 {
                chat(db, id, noon()).await;
            }
        })
        .await;
    let sound = std::fs::read(world.database()).unwrap();
    let mut damaged = sound.clone();
    // the second page and some of the middle: what a disk or a stray program does
    // the first table, which says the schema; the page before it is SQLite's map of the others
    damaged[8192..12288].fill(0xAA);
    std::fs::write(world.database(), &damaged).unwrap();
    refused(&world, "damaged").await;

    std::fs::write(world.database(), &sound).unwrap();
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                 values (9999, 'later', 1, x'00', 0)";
    world.write(noon(), async |db| sqlx::query(newer).execute(db).await.map(|_| ()).unwrap()).await;
    refused(&world, "use the newer program").await;
}

#[tokio::test]
async fn a_database_taken_away_ends_the_bot_with_three_and_a_line_that_says_so() {
    let mut world = World::start().await;
    world.telegram.says(ADA, "/help");
    is_answered(&world, 1).await;
    std::fs::rename(world.database(), world.folder.path().join("away.db")).unwrap();
    // what comes now asks for a write
    world.telegram.says(ADA, "/privacy");
    assert_eq!(world.ended().await, 3);
    let log = world.log();
    let told: Vec<&str> = log.lines().filter(|line| line.contains("ERROR")).collect();
    let last = told.last().unwrap();
    assert!(last.contains("was taken away or replaced") && last.contains("put it back"), "{told:#?}");
    assert!(!log.contains("tries again"), "{log}");
}

/// Every command that opens the database refuses it with exit code 3 and these words, and changes no byte.
async fn refused(world: &World, words: &str) {
    let before = std::fs::read(world.database()).unwrap();
    let to = world.folder.path().join("copy.db").display().to_string();
    for arguments in
        [vec!["run"], vec!["check"], vec!["backup", &to], vec!["digest", "--chat", "1", "--dry-run"]]
    {
        let done = world.command(&arguments).output().await.unwrap();
        let errors = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(3), "{arguments:?}: {errors}");
        assert!(errors.contains(words), "{arguments:?}: {errors}");
        assert_eq!(std::fs::read(world.database()).unwrap(), before, "{arguments:?}");
    }
}
