//! Killed at random moments, again and again, while twenty feeds deliver to fifty chats.
//!
//! `CRASH_KILLS` sets how often (20 without it), `CRASH_SEED` repeats a run.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::telegram::Call;
use crate::world::{World, chat, follow};

/// Feeds, from 1.
pub const FEEDS: u8 = 20;
const CHATS: i64 = 50;
/// What the program's clock is ahead at each start, so that waits of 30 s pass.
const AHEAD: TimeDelta = TimeDelta::seconds(60);

#[tokio::test]
async fn killed_at_random_moments_it_loses_nothing_and_repeats_at_most_one_a_chat_and_kill() {
    let kills: i32 = setting("CRASH_KILLS").unwrap_or(20);
    let seed: u64 = setting("CRASH_SEED").unwrap_or_else(|| fastrand::u64(..));
    println!("CRASH_SEED={seed} CRASH_KILLS={kills}");
    let mut random = fastrand::Rng::with_seed(seed);
    let mut crash = Crash::begin().await;
    for _ in 0..kills {
        for _ in 0..6 {
            crash.publish(random.u8(1..=FEEDS));
        }
        crash.start().await;
        crash.let_happen(random.usize(1..80)).await;
        tokio::time::sleep(Duration::from_micros(random.u64(0..15_000))).await;
        crash.world.kill().await;
    }
    crash.finish().await;
    let lost: Vec<_> = crash.wanted.iter().filter(|pair| !crash.seen.contains(*pair)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let twice = repeated(&crash.world.telegram.calls(|call| call.accepted && call.method == "sendmessage"));
    println!("{} sends, {} twice, {kills} kills", crash.world.telegram.count(), twice.len());
    assert_eq!(crash.world.number("select count(*) from outbox where state <> 'sent'").await, 0);
    assert!(!crash.world.log().contains("panicked"));
}

/// Words that only this feed has.
fn made_up(feed: u8) -> [String; 12] {
    const PARTS: [&str; 16] = [
        "tor", "mel", "kas", "dun", "vir", "pol", "hem", "gar", "lis", "bor", "nak", "wes", "fid", "jub",
        "rop", "zan",
    ];
    std::array::from_fn(|n| {
        let number = usize::from(feed) * 12 + n;
        [number % 16, number / 16 % 16, number * 7 % 16].map(|at| PARTS[at]).concat()
    })
}

/// Twenty feeds, fifty chats, and what each must get.
pub struct Crash {
    /// The servers and the program.
    pub world: World,
    /// The program's clock when it was last started.
    pub clock: DateTime<Utc>,
    newest: HashMap<u8, u16>,
    /// (chat, item) that must arrive.
    pub wanted: HashSet<(i64, String)>,
    /// Those that have.
    pub seen: HashSet<(i64, String)>,
    read: usize,
}

impl Crash {
    /// Fifty chats follow four feeds each, and each feed has been asked once.
    pub async fn begin() -> Self {
        let fast = [
            ("ATTACHE_TELEGRAM_MESSAGES_PER_SECOND", "1000"),
            ("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30"),
            // once a start: feeds that a short run did not come to are first in the next
            ("ATTACHE_POLL_MIN_SECONDS", "40"),
            ("ATTACHE_POLL_DEFAULT_SECONDS", "40"),
            ("ATTACHE_POLL_MAX_SECONDS", "50"),
        ];
        let world = World::prepare(&fast).await;
        for host in (2..=FEEDS + 1).chain(102..=FEEDS + 101) {
            world.web.be_host(host).await;
        }
        world.web.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /closed/\n");
        let clock = "2026-09-14T12:00:00Z".parse().unwrap();
        let urls: Vec<String> = (1..=FEEDS).map(|feed| address(&world, feed)).collect();
        world
            .write(clock, async |db| {
                for id in 1..=CHATS {
                    chat(db, id, clock).await;
                    for (feed, url) in (1..).zip(&urls) {
                        if follows(id, feed) {
                            follow(db, id, url, clock).await;
                        }
                    }
                }
            })
            .await;
        let (newest, wanted, seen) = (HashMap::new(), HashSet::new(), HashSet::new());
        let mut crash = Self { world, clock, newest, wanted, seen, read: 0 };
        for feed in 1..=FEEDS {
            crash.publish(feed);
        }
        crash.wanted.clear();
        crash.start().await;
        let known = "select count(*) from feeds where last_ok_at is not null";
        while crash.world.number(known).await < i64::from(FEEDS) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        crash.world.kill().await;
        crash
    }

    /// A feed has one item more.
    pub fn publish(&mut self, feed: u8) {
        let newest = self.newest.entry(feed).or_default();
        *newest += 1;
        let newest = *newest;
        let items: String = (1..=newest).rev().map(|n| self.item(feed, n)).collect();
        let body = format!(
            "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\
             <title>Wire {feed}</title>{items}</channel></rss>"
        );
        self.world.web.put(&format!("/feed/{feed}"), "application/rss+xml", body);
        let chats = (1..=CHATS).filter(|chat| follows(*chat, feed));
        self.wanted.extend(chats.map(|chat| (chat, code(feed, newest))));
    }

    /// Of every fourth feed the pages can be read; of the others only what the feed says.
    fn item(&self, feed: u8, n: u16) -> String {
        let (title, path) = (code(feed, n), if feed.is_multiple_of(4) { "open" } else { "closed" });
        // each feed has an event of its own, or its items would be one story with another's and edit that one's card
        let own = made_up(feed);
        let [what, place] = [&own[0], &own[3]];
        let text = format!(
            "<p>The {what} of the {} brought {title} to the {} in the {place} on Monday, {} after the {}.</p>\
             <p>“We shall {} the {} of {title} and {} it,” the {} of {} told the {}.</p>",
            own[1], own[2], own[4], own[5], own[6], own[7], own[8], own[9], own[10], own[11]
        );
        let page = format!("/{path}/{feed}/{n}");
        self.world.web.put(
            &page,
            "text/html",
            format!("<title>{title}</title><article><h1>{title}</h1>{text}</article>"),
        );
        let url = self.world.web.url_at(feed + 101, &page);
        format!(
            "<item><title>The {what} of {title} in {place}</title><link>{url}</link><guid>{url}</guid>\
             <content:encoded><![CDATA[{text}]]></content:encoded></item>"
        )
    }

    /// Starts the program, a minute later by its clock, and waits until it has reached Telegram.
    pub async fn start(&mut self) {
        self.clock += AHEAD;
        self.world.set_clock(self.clock);
        self.world.start_up().await;
    }

    /// Waits until `count` more requests were made, or three seconds have passed without so many.
    async fn let_happen(&self, count: usize) {
        let requests = || self.world.telegram.count() + self.world.web.count();
        let enough = requests() + count;
        for _ in 0..600 {
            if requests() >= enough {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Starts it until nothing is left to be sent.
    pub async fn finish(&mut self) {
        for _ in 0..5 {
            self.start().await;
            let telegram = self.world.telegram.clone();
            let came = telegram.until(Duration::from_mins(1), || self.all_came()).await;
            let left = "select count(*) from outbox where state in ('pending', 'sending')";
            // what was under way at the last kill has come, and is sent once more
            for _ in 0..60 {
                if self.world.number(left).await == 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            assert_eq!(self.world.stop().await, 0);
            if came && self.world.number(left).await == 0 {
                break;
            }
        }
    }

    fn all_came(&mut self) -> bool {
        let new = self.world.telegram.calls_after(self.read);
        self.read += new.len();
        for call in new.iter().filter(|call| call.accepted) {
            self.seen.extend(codes(call.text()).map(|code| (call.chat, code)));
        }
        self.wanted.is_subset(&self.seen)
    }
}

fn address(world: &World, feed: u8) -> String {
    world.web.url_at(feed + 1, &format!("/feed/{feed}"))
}

fn follows(chat: i64, feed: u8) -> bool {
    (chat + i64::from(feed)) % 5 == 0
}

/// What names an item, in its headline and its text.
fn code(feed: u8, n: u16) -> String {
    format!("Z{feed:02}N{n:05}")
}

/// The items a text names.
fn codes(text: &str) -> impl Iterator<Item = String> + '_ {
    let word = |c: char| !c.is_ascii_alphanumeric();
    text.split(word).filter(|word| word.len() == 9 && word.starts_with('Z')).map(str::to_owned)
}

/// The messages that were shown once more: never twice by one run of the program, and of one chat at most one that
/// was under way when a run was killed.
fn repeated(calls: &[Call]) -> Vec<(i64, String)> {
    let mut shown: HashMap<(i64, &str), Vec<usize>> = HashMap::new();
    for call in calls {
        shown.entry((call.chat, call.text())).or_default().push(call.run);
    }
    let (mut twice, mut by_kill) = (Vec::new(), HashMap::new());
    for ((chat, text), runs) in shown {
        for pair in runs.windows(2) {
            assert!(pair[0] < pair[1], "chat {chat} was sent this twice by one run: {text}");
            twice.push((chat, text.to_owned()));
            let times: &mut usize = by_kill.entry((chat, pair[0])).or_default();
            *times += 1;
            assert!(*times == 1, "chat {chat} got two messages twice after kill {}", pair[0]);
        }
    }
    twice
}

fn setting<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn a_repetition_within_a_run_is_found() {
    let call = |run| Call {
        method: "sendmessage".to_owned(),
        chat: 1,
        params: serde_json::json!({"text": "Z01N00001"}),
        accepted: true,
        at: tokio::time::Instant::now(),
        run,
    };
    assert_eq!(repeated(&[call(1), call(2)]).len(), 1);
    assert!(std::panic::catch_unwind(|| repeated(&[call(1), call(1)])).is_err());
}
