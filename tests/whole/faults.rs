//! Telegram away, slow or silent: what the running program makes of it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use crate::telegram::{Fault, PATIENCE};
use crate::world::{ADA, World, chat, follow};

fn noon() -> DateTime<Utc> {
    "2026-09-14T12:00:00Z".parse().unwrap()
}

fn wait(seconds: i64) -> Fault {
    let description = "Too Many Requests: retry later";
    Fault::Error { code: 429, description, parameters: json!({"retry_after": seconds}) }
}

fn accepted(world: &World, chat: i64) -> usize {
    world.telegram.calls(|call| call.accepted && call.chat == chat && call.method == "sendmessage").len()
}

#[tokio::test]
async fn a_lost_receipt_means_one_more_copy_after_half_a_minute_and_no_more() {
    let mut world = World::prepare(&[]).await;
    world.set_clock(noon());
    world.start_up().await;
    world.telegram.fail(ADA, [Fault::AcceptedThenSilent]);
    world.telegram.says(ADA, "/help");
    world
        .telegram
        .wait(1, "the message whose receipt is lost", |call| call.chat == ADA && call.accepted)
        .await;
    world.gate.shut().await;
    assert_eq!(world.stop().await, 0);
    world.gate.open().await;
    // not before its time
    world.set_clock(noon() + TimeDelta::seconds(10));
    world.start_up().await;
    world.telegram.says(ADA + 1, "/help");
    world.telegram.wait(1, "another chat's answer", |call| call.chat == ADA + 1 && call.accepted).await;
    assert_eq!(accepted(&world, ADA), 1);
    assert_eq!(world.stop().await, 0);
    for minutes in [2, 4] {
        world.set_clock(noon() + TimeDelta::minutes(minutes));
        world.start_up().await;
        world.telegram.wait(2, "the second copy", |call| call.chat == ADA && call.accepted).await;
        assert_eq!(world.stop().await, 0);
    }
    assert_eq!(accepted(&world, ADA), 2);
}

#[tokio::test]
async fn while_telegram_is_down_the_feeds_go_on_and_all_comes_once_it_is_back() {
    let mut world = World::prepare(&[]).await;
    let url = world.web.url("/feed.xml");
    world
        .write(noon(), async |db| {
            for id in [ADA, ADA + 1] {
                chat(db, id, noon()).await;
                follow(db, id, &url, noon()).await;
            }
        })
        .await;
    world.web.put_feed([1]);
    world.start_up().await;
    crate::delivery::until(|| world.web.asked("/feed.xml").len() >= 2).await;
    world.gate.shut().await;
    world.web.put_feed([3, 2, 1]);
    crate::delivery::until(|| ["/news/2", "/news/3"].iter().all(|page| !world.web.asked(page).is_empty()))
        .await;
    let asked = world.web.asked("/feed.xml").len();
    crate::delivery::until(|| world.web.asked("/feed.xml").len() >= asked + 2).await;
    assert_eq!(accepted(&world, ADA), 0);
    world.gate.open().await;
    for id in [ADA, ADA + 1] {
        for n in [2, 3] {
            world.telegram.wait_for(id, &crate::web::headline(n)).await;
        }
    }
    assert_eq!(world.stop().await, 0);
    assert_eq!((accepted(&world, ADA), accepted(&world, ADA + 1)), (2, 2));
}

#[tokio::test]
async fn when_telegram_slows_everybody_down_all_wait() {
    let world = World::start().await;
    for id in [ADA, ADA + 1] {
        world.telegram.fail(id, [wait(3)]);
        world.telegram.says(id, "/help");
    }
    let refused = world.telegram.wait(2, "two refused answers", |call| !call.accepted).await;
    world.telegram.says(ADA + 2, "/help");
    let third =
        world.telegram.wait(1, "the third answer", |call| call.chat == ADA + 2 && call.accepted).await;
    assert!(third[0].at - refused[1].at >= Duration::from_secs(3), "not everybody waited");
    for id in [ADA, ADA + 1] {
        world.telegram.wait(1, "its answer", |call| call.chat == id && call.accepted).await;
        assert_eq!(world.telegram.calls(|call| call.chat == id && call.method == "sendmessage").len(), 2);
    }
}

#[tokio::test]
async fn a_gateways_page_delays_a_message_and_does_not_lose_it() {
    let mut world = World::prepare(&[]).await;
    world.set_clock(noon());
    world.start_up().await;
    world.telegram.fail(ADA, [Fault::Html]);
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "the failed answer", |call| call.chat == ADA && !call.accepted).await;
    world.telegram.says(ADA + 1, "/help");
    world.telegram.wait(1, "another chat's answer", |call| call.chat == ADA + 1 && call.accepted).await;
    world.kill().await;
    for minutes in [2, 4] {
        assert_eq!(accepted(&world, ADA), 0);
        world.set_clock(noon() + TimeDelta::minutes(minutes));
        world.start_up().await;
        if minutes == 4 {
            world.telegram.wait(1, "the answer", |call| call.chat == ADA && call.accepted).await;
        }
        assert_eq!(world.stop().await, 0);
    }
    assert_eq!(accepted(&world, ADA), 1);
    assert!(!world.log().contains("panicked"));
}

#[tokio::test]
async fn a_stop_lets_sends_under_way_finish_and_nothing_is_sent_again() {
    let mut world = World::prepare(&[]).await;
    world.set_clock(noon());
    world.start_up().await;
    let chats = [ADA, ADA + 1, ADA + 2];
    for id in chats {
        world.telegram.fail(id, [Fault::Held]);
        world.telegram.says(id, "/help");
    }
    world
        .telegram
        .wait(3, "three sends under way", |call| call.accepted && call.method == "sendmessage")
        .await;
    world.terminate().await;
    let telegram = world.telegram.clone();
    // the request for updates ends when the program has heard the signal
    crate::delivery::until(|| world.log().contains("asked to stop")).await;
    telegram.let_go();
    let begun = tokio::time::Instant::now();
    assert_eq!(world.ended().await, 0);
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert_eq!(world.number("select count(*) from outbox where state = 'sent'").await, 3);
    world.set_clock(noon() + TimeDelta::minutes(5));
    world.start_up().await;
    world.telegram.says(ADA + 3, "/help");
    world.telegram.wait(1, "a new answer", |call| call.chat == ADA + 3 && call.accepted).await;
    for id in chats {
        assert_eq!(accepted(&world, id), 1);
    }
}

#[tokio::test]
async fn a_silent_telegram_does_not_hold_up_a_stop() {
    let mut world = World::prepare(&[]).await;
    world.start_up().await;
    world.telegram.fail(ADA, [Fault::AcceptedThenSilent]);
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "a send under way", |call| call.chat == ADA && call.accepted).await;
    let begun = tokio::time::Instant::now();
    assert_eq!(world.stop().await, 0);
    assert!(begun.elapsed() <= Duration::from_secs(10), "{:?}", begun.elapsed());
    assert_eq!(world.number("select count(*) from outbox where state = 'sending'").await, 1);
}

#[tokio::test]
async fn updates_that_come_again_after_a_restart_have_their_effects_once() {
    let mut world = World::start().await;
    let update = world.telegram.says(ADA, "/settings quotes 5");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA && call.accepted).await;
    assert_eq!(world.stop().await, 0);
    world.start_up().await;
    let handed = world.telegram.handed(update);
    world.telegram.repeat(json!({"update_id": update, "message": {"message_id": 1, "date": 1_790_000_000,
        "text": "/settings quotes 5", "chat": {"id": ADA, "type": "private", "first_name": "Ada"},
        "from": {"id": ADA, "is_bot": false, "first_name": "Ada"},
        "entities": [{"type": "bot_command", "offset": 0, "length": 9}]}}));
    let telegram = &world.telegram;
    assert!(telegram.until(PATIENCE, || telegram.handed(update) > handed).await);
    telegram.says(ADA, "/help");
    telegram.wait(2, "the next answer", |call| call.chat == ADA && call.accepted).await;
    assert_eq!(accepted(&world, ADA), 2);
}

#[tokio::test]
async fn another_program_with_the_token_is_named_once_and_the_feeds_go_on() {
    let mut world = World::prepare(&[]).await;
    let url = world.web.url("/feed.xml");
    world
        .write(noon(), async |db| {
            chat(db, ADA, noon()).await;
            follow(db, ADA, &url, noon()).await;
        })
        .await;
    world.web.put_feed([1]);
    world.telegram.conflict();
    world.start_up().await;
    crate::delivery::until(|| world.web.asked("/feed.xml").len() >= 3).await;
    world.web.put_feed([2, 1]);
    world.telegram.wait_for(ADA, &crate::web::headline(2)).await;
    assert_eq!(world.log().matches("only one may run with a token").count(), 1);
}

#[tokio::test]
async fn a_refused_token_ends_the_program_with_one_line() {
    let mut world = World::start().await;
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA && call.accepted).await;
    world.telegram.refuse_token();
    assert_eq!(world.ended().await, 2, "while it runs");
    let done = world.command(&["run"]).output().await.unwrap();
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2));
    assert!(errors.lines().last().unwrap().contains("does not know this bot token"), "{errors}");
}
