//! What reaches Telegram, whatever happens on the way.

use std::time::Duration;

use serde_json::json;

use crate::telegram::Fault;
use crate::web::headline;
use crate::world::{ADA, World};

#[tokio::test]
async fn killed_between_fetch_and_send_the_card_is_sent_once_after_the_restart() {
    let mut world = World::start_with(&[("ATTACHE_CLOCK_START", "2026-09-14T12:00:00Z")]).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.ada_wants_cards_at_once().await;
    let refused = Fault::Error {
        code: 429,
        description: "Too Many Requests: retry after 1",
        parameters: json!({"retry_after": 1}),
    };
    world.telegram.fail(ADA, std::iter::repeat_n(refused, 1000));
    world.web.put_feed([2, 1]);
    world
        .telegram
        .wait(1, "a refused card", |call| !call.accepted && call.text().contains(&headline(2)))
        .await;
    world.kill().await;
    world.telegram.mend();
    // the half minute that a message waits which was under way is over
    world.set_clock("2026-09-14T12:05:00Z".parse().unwrap());
    world.start_program();
    world.telegram.wait_for(ADA, &headline(2)).await;
    world.web.put_feed([3, 2, 1]);
    world.telegram.wait_for(ADA, &headline(3)).await;
    let cards = world
        .telegram
        .calls(|call| call.accepted && call.method == "sendmessage" && call.text().contains(&headline(2)));
    assert_eq!(cards.len(), 1);
}

#[tokio::test]
async fn a_blocked_chat_is_left_alone_until_it_starts_again() {
    let mut world = World::prepare(&[]).await;
    let (url, now) = (world.web.url("/feed.xml"), "2026-09-14T12:00:00Z".parse().unwrap());
    world.web.put_feed([1]);
    world
        .write(now, async |db| {
            for id in [ADA, ADA + 1] {
                crate::world::chat(db, id, now).await;
                crate::world::follow(db, id, &url, now).await;
            }
        })
        .await;
    world.start_up().await;
    until(|| world.web.asked("/feed.xml").len() >= 2).await;
    world.telegram.fail(
        ADA,
        [Fault::Error {
            code: 403,
            description: "Forbidden: bot was blocked by the user",
            parameters: json!({}),
        }],
    );
    world.web.put_feed([2, 1]);
    world.telegram.wait(1, "a refused card", |call| !call.accepted && call.chat == ADA).await;
    let before = world.telegram.calls(|call| call.chat == ADA).len();
    world.web.put_feed([3, 2, 1]);
    world.telegram.wait_for(ADA + 1, &headline(3)).await;
    assert_eq!(world.telegram.calls(|call| call.chat == ADA).len(), before, "a blocked chat is left alone");
    world.telegram.says(ADA, "/start");
    let kept = world.telegram.wait_for(ADA, &headline(2)).await;
    let answer = world.telegram.wait_for(ADA, "press attaché").await;
    assert!(answer.at <= kept.at, "the answer goes before what waited");
}

#[tokio::test]
async fn a_chat_that_must_wait_waits_and_others_go_on() {
    let world = World::start().await;
    let wait = Fault::Error {
        code: 429,
        description: "Too Many Requests: retry after 5",
        parameters: json!({"retry_after": 5}),
    };
    world.telegram.fail(ADA, [wait]);
    world.telegram.says(ADA, "/help");
    let refused = world.telegram.wait(1, "a refused answer", |call| call.chat == ADA && !call.accepted).await;
    world.telegram.says(ADA + 1, "/help");
    let other =
        world.telegram.wait(1, "the other chat's answer", |call| call.chat == ADA + 1 && call.accepted).await;
    let answer = world.telegram.wait(1, "the answer", |call| call.chat == ADA && call.accepted).await;
    assert!(other[0].at < answer[0].at, "the other chat had to wait");
    assert!(answer[0].at - refused[0].at >= Duration::from_secs(5), "asked again before its time");
    assert_eq!(world.telegram.calls(|call| call.chat == ADA && call.method == "sendmessage").len(), 2);
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_gets_its_message_once() {
    let world = World::start().await;
    world.telegram.promote(-700, 43);
    let moved = Fault::Error {
        code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat",
        parameters: json!({"migrate_to_chat_id": -100_777}),
    };
    world.telegram.fail(-700, [moved]);
    world.telegram.says_in_group(&World::group(-700), 43, "/help");
    world.telegram.wait(1, "the answer in the new chat", |call| call.chat == -100_777 && call.accepted).await;
    assert_eq!(world.telegram.calls(|call| call.chat == -700 && call.method == "sendmessage").len(), 1);
}

#[tokio::test]
async fn the_digest_comes_at_its_minute() {
    let world = World::start_with(&[("ATTACHE_CLOCK_START", "2026-09-14T07:59:50Z")]).await;
    world.web.put_feed([3, 2, 1]);
    world.ada_follows_the_feed().await;
    let digest = world.telegram.wait_for(ADA, "Foreign policy digest").await;
    assert!(digest.text().contains("14 Sep, 08:00"), "{}", digest.text());
    assert!(digest.text().contains("agree on crossing number"), "{}", digest.text());
    assert!(digest.text().contains("from 3 articles"), "{}", digest.text());
}

#[tokio::test]
async fn sigterm_ends_with_zero_and_a_second_instance_with_four() {
    let mut world = World::start().await;
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA && call.accepted).await;
    let second = world.command(&["run"]).output().await.unwrap();
    assert_eq!(second.status.code(), Some(4), "{}", String::from_utf8_lossy(&second.stderr));
    assert_eq!(world.stop().await, 0);
    let log = std::fs::read_to_string(world.log_path()).unwrap();
    assert!(!log.contains("whole-program-test-token"), "the token is in the log");
}

/// Waits until `holds`, asking a few times a second; ends the test when it never does.
pub async fn until(holds: impl Fn() -> bool) {
    for _ in 0..400 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it never happened");
}
