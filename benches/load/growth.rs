//! What a command, a start, an article and a digest cost, with few articles stored and with many.

use std::time::{Duration, Instant};

use attache::store::chats::subscriptions::{self, New};
use attache::store::chats::{self, Defaults, Kind, Mode, Seen, digest_slots};
use attache::store::{OpenError, Store};
use chrono::{TimeDelta, Utc};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};
use tempfile::TempDir;

use crate::database::{self, Size};
use crate::program::Program;
use crate::telegram::Telegram;
use crate::web::Web;
use crate::{FREE, PAID, archive};

/// What people ask for; the first to warm up.
const COMMANDS: [(&str, &str); 9] = [
    ("/feeds", "feeds"),
    ("/quotes Dorev", "quotes of a big name"),
    ("/quotes Dorev treaty", "and with a word"),
    ("/quotes Nobody", "quotes of nobody"),
    ("/search said", "search of a common word"),
    ("/search president treaty", "search of two"),
    ("/search preside", "search of a beginning"),
    ("/summary president", "a topic"),
    ("/digest", "a digest by hand"),
];
/// How often each is asked.
const TIMES: u32 = 5;
/// Chats of the database.
const CHATS: u32 = 10_000;
/// The person who asks.
const ASKING: i64 = 7;
/// Articles that come in while it is measured.
const COMING: u32 = 60;

/// The table: a line a figure, a column a size.
#[derive(Default)]
struct Table {
    sizes: Vec<i64>,
    lines: Vec<(String, Vec<String>)>,
}

impl Table {
    fn put(&mut self, what: &str, figure: String) {
        println!("  {what}: {figure}");
        match self.lines.iter_mut().find(|(known, _)| known == what) {
            Some((_, figures)) => figures.push(figure),
            None => self.lines.push((what.to_owned(), vec![figure])),
        }
    }

    fn print(&self) {
        let sizes: Vec<String> = self.sizes.iter().map(|size| format!("{size:>26}")).collect();
        println!("{:40}{}", "articles", sizes.join(""));
        for (what, figures) in &self.lines {
            let figures: Vec<String> = figures.iter().map(|figure| format!("{figure:>26}")).collect();
            println!("{what:40}{}", figures.join(""));
        }
    }
}

/// Measures with each of these numbers of articles.
pub async fn table(sizes: &[i64], digests: u32) {
    let mut table = Table::default();
    for &size in sizes {
        table.sizes.push(size);
        println!("{size} articles");
        let (telegram, web) = (Telegram::start(FREE).await, Web::start().await);
        let begun = Instant::now();
        let hour = Duration::from_hours(1);
        let folder = database::build(&web, Size { feeds: 6_000, chats: CHATS }, hour, hour).await;
        archive::fill(&folder, size, Utc::now()).await;
        let bytes = std::fs::metadata(folder.path().join("attache.db")).unwrap().len();
        table.put("built in", format!("{:.0} s", begun.elapsed().as_secs_f64()));
        table.put(
            "file",
            format!("{:.0} MB, {:.1} kB each", bytes as f64 / 1e6, bytes as f64 / 1e3 / size as f64),
        );
        let program = started(&mut table, &folder, &telegram, &web).await;
        commands(&mut table, &program, &telegram).await;
        drop(program);
        articles(&mut table, &folder, &telegram, &web).await;
        for sets in [1, 1_000] {
            issue(&mut table, &folder, (digests, sets)).await;
        }
    }
    table.print();
}

/// A start: when Telegram is reached, and after what is done behind it.
async fn started(table: &mut Table, folder: &TempDir, telegram: &Telegram, web: &Web) -> Program {
    let begun = Instant::now();
    let program = Program::start(folder, telegram, web, 3_600, FREE).await;
    let ready = begun.elapsed().as_secs_f64();
    table.put("start", format!("{ready:.2} s, {}", spent(&program, (0.0, 0.0))));
    settled(&program).await;
    table.put(
        "start, all behind it done",
        format!("{}, {:.0} MB held", spent(&program, (0.0, 0.0)), program.resident()),
    );
    program
}

/// Waits until the program has had nothing to do for two seconds.
async fn settled(program: &Program) {
    let mut before = program.processor();
    for _ in 0..120 {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let now = program.processor();
        if now - before < 0.03 {
            return;
        }
        before = now;
    }
}

async fn commands(table: &mut Table, program: &Program, telegram: &Telegram) {
    ask(telegram, "/start").await;
    for (command, what) in COMMANDS {
        settled(program).await;
        let before = used(program);
        let mut longest = Duration::ZERO;
        for _ in 0..TIMES {
            longest = longest.max(ask(telegram, command).await);
        }
        let (processor, read) = used(program);
        let each = |now: f64, before: f64| (now - before) / f64::from(TIMES);
        let line = format!("{:.0} ms, {:.1} MB read", each(processor, before.0) * 1e3, each(read, before.1));
        table.put(&format!("{command} ({what})"), line);
        tokio::time::sleep(longest).await;
    }
}

/// Asks and waits for the answer.
async fn ask(telegram: &Telegram, text: &str) -> Duration {
    let (begun, answered) = (Instant::now(), telegram.answered(ASKING));
    telegram.says(ASKING, text);
    while telegram.answered(ASKING) == answered && begun.elapsed() < Duration::from_mins(2) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    begun.elapsed()
}

/// New articles: from the poll to the story.
async fn articles(table: &mut Table, folder: &TempDir, telegram: &Telegram, web: &Web) {
    let mut db = raw(folder).await;
    let later = Utc::now().timestamp() + 3_600;
    sqlx::query("update feeds set next_poll_at = ?1, wait_seconds = 3600")
        .bind(later)
        .execute(&mut db)
        .await
        .unwrap();
    drop(db);
    let program = Program::start(folder, telegram, web, 3_600, PAID).await;
    settled(&program).await;
    let before = used(&program);
    for feed in 1_000..1_000 + COMING {
        web.publish(feed);
    }
    let mut db = raw(folder).await;
    let due = "update feeds set next_poll_at = ?1 where id >= 1000 and id < 1000 + ?2";
    let begun = Utc::now().timestamp();
    sqlx::query(due).bind(begun).bind(COMING).execute(&mut db).await.unwrap();
    let placed = "select count(*) from articles where fetched_at >= ?1 and story_id is not null";
    for _ in 0..600 {
        let placed: i64 = sqlx::query_scalar(placed).bind(begun).fetch_one(&mut db).await.unwrap();
        if placed >= i64::from(COMING) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let (processor, read) = used(&program);
    let each = f64::from(COMING);
    let line =
        format!("{:.0} ms, {:.2} MB read", (processor - before.0) / each * 1e3, (read - before.1) / each);
    table.put("a new article, poll to story", line);
}

/// Digests of `count` chats due at one minute, of so many different sets of feeds.
async fn issue(table: &mut Table, folder: &TempDir, (count, sets): (u32, u32)) {
    let store = opened(folder).await;
    let now = Utc::now();
    let mut db = store.begin().await.unwrap();
    sqlx::query("update digest_slots set next_due_at = ?1")
        .bind(now.timestamp() + 86_400)
        .execute(&mut *db)
        .await
        .unwrap();
    for number in 0..count {
        let id = i64::from(1_000_000 * (1 + sets) + number);
        let seen = Seen { id, kind: Kind::Private, title: None, is_forum: false };
        let earlier = now - TimeDelta::days(2);
        chats::see(&mut db, &seen, &Defaults { zone: "UTC", digest_minute: 480 }, earlier).await.unwrap();
        let minute = i64::from(chrono::Timelike::hour(&now) * 60 + chrono::Timelike::minute(&now));
        digest_slots::set(&mut db, (id, None), &[(minute, 127)], earlier).await.unwrap();
        for step in 0..5 {
            let set = i64::from(number % sets);
            let feed_id = (set + step * 61 + (set / archive::FEEDS) * step) % archive::FEEDS + 1;
            let new =
                New { chat_id: id, thread: None, feed_id, mode: Mode::Digest, added_by: 1, sample: false };
            subscriptions::add(&mut db, &new, earlier).await.unwrap();
        }
    }
    db.commit().await.unwrap();
    let before = (own_processor(), own_read());
    let mut shelf = attache::press::Shelf::default();
    loop {
        let next = attache::press::round(&store, &mut shelf, Some("attache_load_bot"), now).await.unwrap();
        if next > now {
            break;
        }
    }
    let (processor, read) = (own_processor() - before.0, own_read() - before.1);
    let mut db = store.read().await.unwrap();
    let made =
        "select count(*), coalesce(sum(stories), 0) from digests where chat_id between ?1 and ?1 + 999999";
    let first = i64::from(1_000_000 * (1 + sets));
    let (made, stories): (i64, i64) = sqlx::query_as(made).bind(first).fetch_one(&mut *db).await.unwrap();
    drop(db);
    let kept = kept(&store, first).await;
    store.close().await;
    let line = format!("{processor:.1} s, {:.1} MB, {kept:.2} kB", read);
    table.put(
        &format!("{made} digests of {sets} sets, {:.0} stories", stories as f64 / made.max(1) as f64),
        line,
    );
}

/// The database, once the program that is being ended has let it go.
async fn opened(folder: &TempDir) -> Store {
    loop {
        match Store::open(&folder.path().join("attache.db"), Utc::now()).await {
            Err(OpenError::Locked(_)) => tokio::time::sleep(Duration::from_millis(100)).await,
            opened => return opened.unwrap(),
        }
    }
}

/// Kilobytes kept for a digest.
async fn kept(store: &Store, first: i64) -> f64 {
    let mut db = store.read().await.unwrap();
    let size = "select avg(length(content) + length(coalesce(recipe, ''))) / 1e3 from digests where chat_id between ?1 and ?1 + 999999";
    let kept: Option<f64> = sqlx::query_scalar(size).bind(first).fetch_one(&mut *db).await.unwrap();
    kept.unwrap_or_default()
}

async fn raw(folder: &TempDir) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(folder.path().join("attache.db"));
    options.busy_timeout(Duration::from_secs(30)).connect().await.unwrap()
}

fn used(program: &Program) -> (f64, f64) {
    (program.processor(), program.bytes_read())
}

fn spent(program: &Program, before: (f64, f64)) -> String {
    let (processor, read) = used(program);
    format!("{:.2} s, {:.0} MB", processor - before.0, read - before.1)
}

fn own_processor() -> f64 {
    crate::program::processor_of("self")
}

fn own_read() -> f64 {
    crate::program::read_of("self")
}
