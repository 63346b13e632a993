//! Articles that very many chats want: slice by slice, each message once, also when the program ends in between.

use super::*;
use crate::store::articles;
use crate::watch::outgoing::A_SLICE;

const CHATS: i64 = 650;

/// A world of many chats that want everything at once, after the first run of `/feed` with one entry.
async fn crowded() -> World {
    let mut world = World::new().await;
    world.feed(&["one"]);
    for chat in 1..=CHATS {
        world.subscribe(chat, Mode::Instant, false).await;
    }
    world.round().await;
    world.pass(TimeDelta::hours(3));
    world
}

async fn queued(world: &World, kind: &str) -> (i64, i64) {
    let mut db = world.watch.store.read().await.unwrap();
    let counts = "select count(*), count(distinct chat_id) from outbox where kind = ?";
    sqlx::query_as(counts).bind(kind).fetch_one(&mut *db).await.unwrap()
}

#[tokio::test]
async fn cards_to_many_go_in_slices_and_survive_an_end_in_between() {
    let world = crowded().await;
    world.feed(&["two", "one"]);
    world.round().await;
    assert_eq!(queued(&world, "card").await, (0, 0), "the article's own transaction queues none of so many");
    assert!(world.watch.next_slice(A_SLICE).await.unwrap());
    assert_eq!(queued(&world, "card").await, (300, 300));
    // who comes now gets the next article
    world.subscribe(CHATS + 1, Mode::Instant, false).await;
    let later = world.watch.clock.now() + TimeDelta::minutes(1);
    let mut tx = world.watch.store.begin().await.unwrap();
    sqlx::query("update subscriptions set created_at = ? where chat_id = ?")
        .bind(later.timestamp())
        .bind(CHATS + 1)
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let world = world.restart(later).await;
    let mut slices = 0;
    while world.watch.next_slice(A_SLICE).await.unwrap() {
        slices += 1;
    }
    assert_eq!((slices, queued(&world, "card").await), (2, (CHATS, CHATS)));
    assert!(!world.watch.next_slice(A_SLICE).await.unwrap());
}

#[tokio::test]
async fn edits_of_cards_sent_to_many_go_in_slices() {
    let mut world = crowded().await;
    world.feed(&["two", "one"]);
    world.round().await;
    while world.watch.next_slice(A_SLICE).await.unwrap() {}
    assert_eq!(world.sent().await.len() as i64, CHATS);
    let mut tx = world.watch.store.begin().await.unwrap();
    let card = "select cast(substr(key, 2) as integer) from outbox where kind = 'card' limit 1";
    let id: i64 = sqlx::query_scalar(card).fetch_one(&mut *tx).await.unwrap();
    let feed = feeds::by_url(&mut tx, &format!("{}/feed", world.base)).await.unwrap().unwrap();
    let kind = (crate::store::delivery::fanouts::Kind::Edits, 0);
    crate::store::delivery::fanouts::begin(&mut tx, (feed, Some(id)), kind, world.watch.clock.now())
        .await
        .unwrap();
    assert!(articles::get(&mut tx, crate::store::Reader::Itself, id).await.unwrap().is_some());
    tx.commit().await.unwrap();
    assert!(world.watch.next_slice(A_SLICE).await.unwrap());
    assert_eq!(queued(&world, "edit").await.0, 300);
    while world.watch.next_slice(A_SLICE).await.unwrap() {}
    assert_eq!(queued(&world, "edit").await, (CHATS, CHATS));
    world.pass(TimeDelta::minutes(1));
}

#[tokio::test]
async fn a_list_to_many_goes_in_slices() {
    let world = crowded().await;
    world.feed(&["a", "b", "c", "d", "e", "f", "one"]);
    world.round().await;
    assert_eq!(queued(&world, "list").await, (0, 0));
    while world.watch.next_slice(A_SLICE).await.unwrap() {}
    assert_eq!(queued(&world, "list").await, (CHATS, CHATS));
}

#[tokio::test]
async fn cards_and_lists_to_many_who_follow_a_topic_go_in_slices() {
    let mut world = World::new().await;
    world.feed(&["one"]);
    world.subscribe(1, Mode::Digest, false).await;
    world.round().await;
    let mut tx = world.watch.store.begin().await.unwrap();
    for chat in 1..=CHATS {
        super::chat(&mut tx, chat).await;
        let topic = (crate::store::people::followed::Kind::Topic, "talks");
        let added =
            crate::store::people::followed::add(&mut tx, (chat, None), topic, chat, world.watch.clock.now());
        added.await.unwrap();
    }
    tx.commit().await.unwrap();
    world.pass(TimeDelta::hours(3));
    world.feed(&["two", "one"]);
    world.round().await;
    assert_eq!(queued(&world, "card").await, (0, 0), "the article's own transaction queues none of so many");
    assert!(world.watch.next_slice(A_SLICE).await.unwrap());
    assert_eq!(queued(&world, "card").await, (300, 300));
    while world.watch.next_slice(A_SLICE).await.unwrap() {}
    assert_eq!(queued(&world, "card").await, (CHATS, CHATS));
    world.pass(TimeDelta::hours(3));
    world.feed(&["a", "b", "c", "d", "e", "f", "two", "one"]);
    world.round().await;
    assert_eq!(queued(&world, "list").await, (0, 0));
    while world.watch.next_slice(A_SLICE).await.unwrap() {}
    assert_eq!(queued(&world, "list").await, (CHATS, CHATS));
}
