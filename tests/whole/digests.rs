//! Digests through the whole program: never twice, never not at all.

use chrono::{DateTime, Utc};

use attache::store::Db;
use attache::store::chats::{self, digest_slots};

use crate::telegram::Telegram;
use crate::web::headline;
use crate::world::{ADA, World, chat, follow};

/// A second reader in UTC, whose digest tells that the program has passed that minute.
const WITNESS: i64 = 502;

fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap()
}

/// A chat that follows the feed and wants its digest at these minutes of its zone's day, and nothing at once.
async fn reader(db: &mut Db, id: i64, (zone, minutes): (&str, &[i64]), url: &str, now: DateTime<Utc>) {
    chat(db, id, now).await;
    chats::set_zone(db, id, zone).await.unwrap();
    chats::set_say_nothing_new(db, id, true).await.unwrap();
    follow(db, id, url, now).await;
    chats::set_mode(db, id, chats::Mode::Digest).await.unwrap();
    let wanted: Vec<(i64, i64)> = minutes.iter().map(|minute| (*minute, 127)).collect();
    digest_slots::set(db, (id, None), &wanted, now).await.unwrap();
}

fn digests(telegram: &Telegram, chat: i64) -> usize {
    telegram
        .calls(|call| call.accepted && call.chat == chat && call.text().contains("Foreign policy digest"))
        .len()
}

async fn digest(world: &World, chat: i64, count: usize) {
    let is_digest = |call: &crate::telegram::Call| {
        call.accepted && call.chat == chat && call.text().contains("Foreign policy digest")
    };
    world.telegram.wait(count, "a digest", is_digest).await;
}

#[tokio::test]
async fn the_minute_that_clocks_show_twice_brings_one_digest() {
    // Berlin sets its clocks back at 01:00 UTC on 25 October 2026: 02:30 is shown at 00:30 and at 01:30 UTC
    let mut world = World::prepare(&[]).await;
    let (url, before) = (world.web.url("/feed.xml"), at("2026-10-24T12:00:00Z"));
    world.web.put_feed([2, 1]);
    world
        .write(before, async |db| {
            reader(db, ADA, ("Europe/Berlin", &[150]), &url, before).await;
            reader(db, WITNESS, ("UTC", &[90]), &url, before).await;
        })
        .await;
    world.set_clock(at("2026-10-25T00:29:57Z"));
    world.start_up().await;
    digest(&world, ADA, 1).await;
    assert_eq!(world.stop().await, 0);
    world.set_clock(at("2026-10-25T01:29:57Z"));
    world.start_up().await;
    digest(&world, WITNESS, 1).await;
    assert_eq!(digests(&world.telegram, ADA), 1);
    // the clock steps back by 25 hours and forth again
    for time in ["2026-10-24T00:40:00Z", "2026-10-25T01:40:00Z"] {
        assert_eq!(world.stop().await, 0);
        world.set_clock(at(time));
        world.start_up().await;
        world.telegram.says(ADA, "/help");
        let answers = world.telegram.calls(|call| call.chat == ADA && call.accepted).len();
        world.telegram.wait(answers + 1, "an answer", |call| call.chat == ADA && call.accepted).await;
    }
    assert_eq!((digests(&world.telegram, ADA), digests(&world.telegram, WITNESS)), (1, 1));
    // and the next day has its own
    assert_eq!(world.stop().await, 0);
    world.set_clock(at("2026-10-26T01:29:57Z"));
    world.start_up().await;
    digest(&world, ADA, 2).await;
}

#[tokio::test]
async fn a_minute_slept_through_in_a_zone_changed_that_day_brings_one_digest() {
    let mut world = World::prepare(&[]).await;
    let (url, before) = (world.web.url("/feed.xml"), at("2026-09-13T12:00:00Z"));
    world.web.put_feed([2, 1]);
    world.write(before, async |db| reader(db, ADA, ("Asia/Kathmandu", &[480]), &url, before).await).await;
    world.set_clock(at("2026-09-13T23:00:00Z"));
    world.start_up().await;
    // at 02:15 UTC it would come; at 02:00 the reader moves one zone to the west, where it is 08:00 at 02:30
    world.telegram.says(ADA, "/settings zone Asia/Kolkata");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA && call.accepted).await;
    assert_eq!(world.stop().await, 0);
    // the program is away over the minute
    world.set_clock(at("2026-09-14T04:00:00Z"));
    world.start_up().await;
    digest(&world, ADA, 1).await;
    let late = world.telegram.wait_for(ADA, "Foreign policy digest").await;
    assert!(late.text().contains("14 Sep"), "{}", late.text());
    // back to the east on the same day
    world.telegram.says(ADA, "/settings zone Asia/Kathmandu");
    world.telegram.wait(3, "an answer", |call| call.chat == ADA && call.accepted).await;
    assert_eq!(world.stop().await, 0);
    world.web.put_feed([3, 2, 1]);
    world.set_clock(at("2026-09-15T02:14:52Z"));
    world.start_up().await;
    digest(&world, ADA, 2).await;
    assert_eq!(world.stop().await, 0);
    assert_eq!(digests(&world.telegram, ADA), 2);
    let told = world.telegram.calls(|call| call.text().contains(&headline(3)));
    assert_eq!(told.len(), 1, "the new article stands in the second digest");
}

#[tokio::test]
async fn a_digest_due_while_the_machine_was_off_comes_late_with_what_came_meanwhile() {
    let mut world = World::prepare(&[]).await;
    let (url, before) = (world.web.url("/feed.xml"), at("2026-11-30T12:00:00Z"));
    world.web.put_feed([2, 1]);
    world
        .write(before, async |db| {
            reader(db, ADA, ("UTC", &[480]), &url, before).await;
            chats::set_say_nothing_new(db, ADA, false).await.unwrap();
        })
        .await;
    world.set_clock(at("2026-11-30T14:30:00Z"));
    world.start_up().await;
    let asked = || world.web.asked("/feed.xml").len();
    assert!(world.telegram.until(std::time::Duration::from_secs(30), || asked() > 0).await);
    assert_eq!(world.stop().await, 0);
    // news of the night
    world.web.put_feed([3, 2, 1]);
    world.set_clock(at("2026-12-01T10:30:00Z"));
    world.start_up().await;
    digest(&world, ADA, 1).await;
    let late = world.telegram.wait_for(ADA, "Foreign policy digest").await;
    assert!(late.text().contains("Sent late") && late.text().contains(&headline(3)), "{}", late.text());
    // the slot is used up: a start after it brings no second one
    assert_eq!(world.stop().await, 0);
    world.set_clock(at("2026-12-01T11:00:00Z"));
    world.start_up().await;
    world.telegram.says(ADA, "/help");
    world.telegram.wait_for(ADA, "/digest").await;
    assert_eq!(digests(&world.telegram, ADA), 1);
}
