//! What grows with one event and with one feed: a story of very many members, an article that very many chats want.

use std::sync::Arc;
use std::time::{Duration, Instant};

use attache::clock::Clock;
use attache::editor::Editor;
use attache::feed::schedule::Bounds;
use attache::fetch;
use attache::store::Store;
use attache::store::delivery::fanouts;
use attache::story::{Draft, Report, Window};
use attache::text::Language;
use attache::watch::Watch;
use chrono::{TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::archive;
use crate::database::{self, Size};
use crate::program::processor_of;
use crate::web::Web;

/// Members of the largest story.
const MEMBERS: usize = 10_000;
/// Chats that want the article.
const CHATS: u32 = 10_000;
/// The feed they follow.
const FEED: i64 = 1;

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

/// How long others wait for the writer while an article is queued for very many chats: they wait in the one line that the
/// program has for it, so the program's own loop runs here.
pub async fn fanout() {
    let (web, hour) = (Web::start().await, Duration::from_hours(1));
    let folder = database::build(&web, Size { feeds: 300, chats: CHATS }, hour, hour).await;
    archive::fill(&folder, 10, Utc::now()).await;
    let store = Arc::new(Store::open(&folder.path().join("attache.db"), Utc::now()).await.unwrap());
    let follow = "insert into subscriptions (chat_id, thread, feed_id, mode, added_by, created_at, first_run)
                  select id, 0, ?1, 'instant', 1, 0, 'done' from chats where true
                  on conflict do update set mode = 'instant', first_run = 'done'";
    let mut db = store.begin().await.unwrap();
    sqlx::query(follow).bind(FEED).execute(&mut *db).await.unwrap();
    fanouts::begin(&mut db, (FEED, Some(1)), (fanouts::Kind::Cards, 0), Utc::now()).await.unwrap();
    db.commit().await.unwrap();
    let watch = Watch {
        store: Arc::clone(&store),
        editor: Editor::new(fetch::Web::new(fetch::Settings::default()).unwrap()),
        clock: Clock::default(),
        bounds: Bounds::default(),
        bot: None,
        stories: attache::watch::Stories::default(),
    };
    let (stop, before, begun) = (CancellationToken::new(), processor_of("self"), Instant::now());
    let (mut longest, mut asked, mut queued) = (Duration::ZERO, 0, 0_i64);
    let others = async {
        while queued < i64::from(CHATS) && begun.elapsed() < Duration::from_mins(5) {
            let waiting = Instant::now();
            let mut db = store.begin().await.unwrap();
            longest = longest.max(waiting.elapsed());
            asked += 1;
            let cards = "select count(*) from outbox where kind = 'card'";
            queued = sqlx::query_scalar(cards).fetch_one(&mut *db).await.unwrap();
            drop(db);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop.cancel();
    };
    tokio::join!(attache::watch::run(&watch, [Clock::default(); 3], &stop), others);
    println!(
        "an article for {queued} chats: queued in {:.1} s, {:.1} s of a core; {asked} others wanted to write and waited {:.0} ms at most",
        begun.elapsed().as_secs_f64(),
        processor_of("self") - before,
        longest.as_secs_f64() * 1e3
    );
}
