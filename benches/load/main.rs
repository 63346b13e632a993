//! Load: thousands of feeds and chats, the real program, Telegram and the web on loopback.
//!
//! `just load` runs everything in about six minutes; a word after `--` picks what holds it, as
//! `cargo bench --bench load -- sending`. Prints one line a figure: what, how much, what was asked.
//!
//! `story` and `fanout` tell what grows with one event and with one feed.
//!
//! `just load growth` (only when named; half an hour and 9 GB of disk) prints what starts, commands, articles and digests
//! cost with 10,000, 100,000 and 1,000,000 articles stored; numbers after it ask for other sizes.
//!
//! An hour is run in a minute: feeds are asked every 60 s instead of every 3,600 s. The share of a core at an hour's
//! interval is what the program uses while no feed is due, plus what one poll costs times the polls of a second then.

#![expect(clippy::string_slice, clippy::uninlined_format_args, reason = "invented texts are plain letters")]
#![expect(unreachable_pub, reason = "a bench has no outside")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench may stop at what it does not expect, and starts its own servers"
)]

mod archive;
mod database;
mod growth;
mod many;
mod program;
mod telegram;
mod web;

use std::time::{Duration, Instant};

use database::Size;
use program::Program;
use telegram::{Limits, Telegram};
use web::Web;

/// Feeds are asked this often, for an hour.
const INTERVAL: u32 = 60;
/// How much shorter that is.
const COMPRESSED: f64 = 3600.0 / INTERVAL as f64;

const FREE: Limits =
    Limits { per_second: 30, per_chat_apart: Duration::from_secs(1), per_group_per_minute: 20 };
const PAID: Limits = Limits { per_second: 1000, ..FREE };

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let picked = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str()));
    if picked("polling") {
        polling(Size { feeds: 6_000, chats: 10_000 }, 60.0, true).await;
    }
    if picked("many feeds") {
        polling(Size { feeds: 50_000, chats: 10_000 }, 150.0, false).await;
    }
    if picked("sending") {
        sending("free", FREE, 2_000, 29.0).await;
    }
    if picked("paid") {
        sending("paid", PAID, 30_000, 900.0).await;
    }
    if picked("arriving") {
        arriving().await;
    }
    if picked("story") {
        many::story();
    }
    if picked("fanout") {
        Box::pin(many::fanout()).await;
    }
    if wanted.iter().any(|word| word == "growth") {
        let sizes: Vec<i64> = wanted.iter().filter_map(|word| word.parse().ok()).collect();
        let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
        growth::table(&sizes, 10_000).await;
    }
}

/// Memory and processor while feeds are polled that have nothing new.
async fn polling(size: Size, most_memory: f64, is_whole: bool) {
    let (telegram, web) = (Telegram::start(PAID).await, Web::start().await);
    // nothing is due for an hour: what it costs to be there
    let folder = database::build(&web, size, Duration::from_hours(1), Duration::from_hours(1)).await;
    let program = Program::start(&folder, &telegram, &web, INTERVAL, PAID).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let (begun, before) = (Instant::now(), program.processor());
    tokio::time::sleep(Duration::from_secs(20)).await;
    let idle = (program.processor() - before) / begun.elapsed().as_secs_f64();
    figure(&format!("{size} idle: resident"), program.resident(), "MB", most_memory);
    figure(&format!("{size} idle: one core"), idle * 100.0, "%", 2.0);
    drop(program);

    // all are due within a minute: what a poll costs
    let folder = database::build(&web, size, Duration::ZERO, Duration::from_secs(INTERVAL.into())).await;
    let program = Program::start(&folder, &telegram, &web, INTERVAL, PAID).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let (begun, before, polled) = (Instant::now(), program.processor(), web.asked());
    tokio::time::sleep(Duration::from_secs(if is_whole { 70 } else { 45 })).await;
    let (seconds, used) = (begun.elapsed().as_secs_f64(), program.processor() - before);
    let polls = (web.asked() - polled) as f64;
    let each = (used - idle * seconds).max(0.0) / polls;
    figure(&format!("{size} polled: resident, the most"), program.most_resident(), "MB", most_memory);
    println!(
        "{size} polled: {:.1} polls/s ({:.0} % of an hour's in a minute), {:.2} ms of a core each",
        polls / seconds,
        polls / seconds / (f64::from(size.feeds) / f64::from(INTERVAL)) * 100.0,
        each * 1e3
    );
    let share = idle + each * f64::from(size.feeds) / f64::from(INTERVAL) / COMPRESSED;
    figure(&format!("{size} at an hour's interval: one core"), share * 100.0, "%", 2.0);
}

/// How many messages a second get through, and whether one is refused.
async fn sending(name: &str, limits: Limits, messages: u32, least: f64) {
    let (telegram, web) = (Telegram::start(limits).await, Web::start().await);
    let size = Size { feeds: 6_000, chats: 10_000 };
    let folder = database::build(&web, size, Duration::from_hours(1), Duration::from_hours(1)).await;
    database::queue(&folder, messages, size.chats).await;
    let program = Program::start(&folder, &telegram, &web, 3600, limits).await;
    let before = program.processor();
    let begun = Instant::now();
    while telegram.accepted() < messages as usize && begun.elapsed() < Duration::from_secs(150) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let used = (program.processor() - before) / begun.elapsed().as_secs_f64();
    least_figure(&format!("{name}: sent a second, sustained"), telegram.sustained(), "", least);
    figure(&format!("{name}: refused with 429"), telegram.refused() as f64, "", 0.0);
    let (sent, why) = (telegram.accepted(), telegram.why());
    println!("{name}: {sent} of {messages} sent, {:.0} % of a core, refused {why:?}", used * 100.0);
    figure(&format!("{name}: resident, the most"), program.most_resident(), "MB", 60.0);
}

/// How long it takes from the poll that brings a new item to the accepted card, among thousands of feeds being polled.
///
/// An hour passes in five minutes here: an hour in one would keep the one writer of the database busy with polls alone.
async fn arriving() {
    let (telegram, web) = (Telegram::start(FREE).await, Web::start().await);
    let size = Size { feeds: 6_000, chats: 10_000 };
    let (interval, built) = (5 * INTERVAL, Instant::now());
    let folder = database::build(&web, size, Duration::ZERO, Duration::from_secs(interval.into())).await;
    let building = built.elapsed();
    let program = Program::start(&folder, &telegram, &web, interval, FREE).await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let mut published = Vec::new();
    for _ in 0..120 {
        // a feed that is due two seconds from now, by the spread it was given when the database was built
        let due = (built.elapsed() + Duration::from_secs(2)).as_secs_f64();
        let feed = (due * f64::from(size.feeds) / f64::from(interval)) as u32;
        published.push(feed);
        web.publish(feed);
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    tokio::time::sleep(Duration::from_secs(10) + building).await;
    let arrived = published.iter().filter_map(|feed| Some((web.seen(*feed)?, telegram.card_of(*feed)?)));
    let arrived: Vec<f64> = arrived.map(|(seen, card)| (card - seen).as_secs_f64()).collect();
    println!("arriving: {} of {} cards came", arrived.len(), published.len());
    figure("arriving: poll to card, 95 of 100 within", p95(arrived), "s", 2.0);
    figure("arriving: refused with 429", telegram.refused() as f64, "", 0.0);
    figure("arriving: resident, the most", program.most_resident(), "MB", 60.0);
}

fn p95(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get((values.len() * 95).div_ceil(100).saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

fn figure(what: &str, value: f64, unit: &str, most: f64) {
    println!("{} {what}: {value:.2} {unit} (at most {most})", if value <= most { "ok  " } else { "MISS" });
}

fn least_figure(what: &str, value: f64, unit: &str, least: f64) {
    println!("{} {what}: {value:.2} {unit} (at least {least})", if value >= least { "ok  " } else { "MISS" });
}
