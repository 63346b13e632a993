//! What grows with one event and with one feed: a story of very many members, an article that very many chats want.

use std::time::{Duration, Instant};

use attache::story::{Draft, Report, Window};
use attache::text::Language;
use chrono::{TimeDelta, Utc};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;

use crate::database::{self, Size};
use crate::program::{Program, processor_of};
use crate::telegram::Telegram;
use crate::web::Web;
use crate::{PAID, archive};

/// Members of the largest story.
const MEMBERS: usize = 10_000;
/// Chats that want the article.
const CHATS: u32 = 10_000;
/// The feed they follow.
const FEED: u32 = 1;

/// What an article costs that joins a story, by how many are in it.
pub fn story() {
    let (mut window, now) = (Window::default(), Utc::now());
    let mut before = processor_of("self");
    for number in 0..MEMBERS {
        let text = archive::report(number as i64);
        let draft = Draft::of(&Report {
            title: "Border treaty signed after talks",
            text: &text,
            language: Language::default(),
            at: now + TimeDelta::seconds(number as i64),
        });
        let _placement = window.nearest(&draft);
        window.keep(draft, number as i64 + 1, 1);
        let _central = window.central(1);
        if (number + 1) % 1_000 == 0 {
            let after = processor_of("self");
            println!(
                "a story of {} members: {:.2} ms an article",
                number + 1,
                (after - before) / 1_000.0 * 1e3
            );
            before = after;
        }
    }
}

/// How long others wait for the writer while an article is queued for very many chats.
pub async fn fanout() {
    let (telegram, web) = (Telegram::start(PAID).await, Web::start().await);
    let hour = Duration::from_hours(1);
    let folder = database::build(&web, Size { feeds: 300, chats: CHATS }, hour, hour).await;
    let options = SqliteConnectOptions::new().filename(folder.path().join("attache.db"));
    let mut db = options.busy_timeout(Duration::from_secs(30)).connect().await.unwrap();
    let follow = "insert into subscriptions (chat_id, thread, feed_id, mode, added_by, created_at, first_run)
                  select id, 0, ?1, 'instant', 1, 0, 'done' from chats where true
                  on conflict do update set mode = 'instant', first_run = 'done'";
    sqlx::query(follow).bind(FEED).execute(&mut db).await.unwrap();
    let program = Program::start(&folder, &telegram, &web, 3_600, PAID).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let before = program.processor();
    web.publish(FEED);
    let due = "update feeds set next_poll_at = ?1, wait_seconds = 3600 where id = ?2";
    sqlx::query(due).bind(Utc::now().timestamp()).bind(FEED).execute(&mut db).await.unwrap();
    let (begun, mut longest, mut asked) = (Instant::now(), Duration::ZERO, 0);
    let mut queued: i64 = 0;
    while queued < i64::from(CHATS) && begun.elapsed() < Duration::from_mins(5) {
        let waiting = Instant::now();
        sqlx::query("begin immediate").execute(&mut db).await.unwrap();
        longest = longest.max(waiting.elapsed());
        sqlx::query("rollback").execute(&mut db).await.unwrap();
        asked += 1;
        tokio::time::sleep(Duration::from_millis(5)).await;
        let cards = "select count(*) from outbox where kind = 'card'";
        queued = sqlx::query_scalar(cards).fetch_one(&mut db).await.unwrap();
    }
    println!(
        "an article for {queued} chats: queued in {:.1} s, {:.1} s of a core; the writer waited for {} times, at most {:.0} ms",
        begun.elapsed().as_secs_f64(),
        program.processor() - before,
        asked,
        longest.as_secs_f64() * 1e3
    );
}
