//! What a private feed brings is pushed to its followers alone.

use super::sends::settled;
use super::*;
use crate::store::people::followed;
use crate::store::{Reader, articles};

/// The address of `/feed` as one that holds a key.
fn secret(world: &World) -> String {
    format!("{}/feed?token=9b1deb4d3b7d4bad", world.base)
}

async fn subscribe(world: &World, chat_id: i64, url: &str) -> (i64, i64) {
    let mut db = world.watch.store.begin().await.unwrap();
    chat(&mut db, chat_id).await;
    let ids = crate::store::tests::subscribe(&mut db, chat_id, url, Mode::Instant).await;
    subscriptions::sampled(&mut db, ids.1).await.unwrap();
    db.commit().await.unwrap();
    ids
}

async fn follow(world: &World, chat_id: i64, words: &str) {
    let mut db = world.watch.store.begin().await.unwrap();
    chat(&mut db, chat_id).await;
    let what = (followed::Kind::Topic, words);
    followed::add(&mut db, (chat_id, None), what, chat_id, noon()).await.unwrap();
    db.commit().await.unwrap();
}

/// A world in which chat 7 follows a private feed whose first entries were taken in, and chat 8 follows a topic.
async fn private() -> (World, (i64, i64)) {
    let mut world = World::new().await;
    world.feed(&["one"]);
    let ids = subscribe(&world, 7, &secret(&world)).await;
    follow(&world, 8, "ferry").await;
    world.round().await;
    // from now on articles are put into stories when they are stored
    let (store, now) = (&world.watch.store, world.watch.clock.now());
    crate::watch::stories::place(store, &mut *world.watch.stories.0.lock().await, now).await.unwrap();
    world.sent().await;
    world.pass(TimeDelta::hours(2));
    (world, ids)
}

#[tokio::test]
async fn who_follows_a_topic_hears_nothing_of_a_private_article_about_it() {
    let (mut world, _) = private().await;
    world.feed(&["two", "one"]);
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Card, 7)]);
    // nor of many that come at once
    world.pass(TimeDelta::hours(2));
    world.feed(&["nine", "eight", "seven", "six", "five", "four", "three", "two", "one"]);
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::List, 7)]);
    // and none is in a story, which would be everybody's
    let mut db = world.watch.store.read().await.unwrap();
    assert_eq!(articles::stories::newest(&mut db, 9).await.unwrap(), []);
    drop(db);
    // the control: the same openly
    world.pass(TimeDelta::hours(2));
    subscribe(&world, 9, &format!("{}/feed", world.base)).await;
    world.round().await;
    world.pass(TimeDelta::hours(2));
    world.feed(&["ten", "nine"]);
    world.round().await;
    let kinds = world.kinds().await;
    assert!(kinds.contains(&(Kind::Card, 8)) && kinds.contains(&(Kind::Card, 9)), "{kinds:?}");
}

#[tokio::test]
async fn an_article_is_everybodys_once_it_also_comes_openly() {
    let (mut world, _) = private().await;
    let url = format!("{}/a/one", world.base);
    let found = async |world: &World| {
        let mut db = world.watch.store.read().await.unwrap();
        articles::by_url(&mut db, Reader::Anybody, &url).await.unwrap()
    };
    assert_eq!(found(&world).await, None);
    subscribe(&world, 9, &format!("{}/feed", world.base)).await;
    world.pass(TimeDelta::hours(2));
    world.round().await;
    assert!(found(&world).await.is_some());
}

#[tokio::test]
async fn who_follows_no_more_gets_no_edit_of_what_it_once_got() {
    let (mut world, (_, own)) = private().await;
    world.feed(&["two", "one"]);
    subscribe(&world, 6, &secret(&world)).await;
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Card, 7), (Kind::Card, 6)]);
    {
        let mut db = world.watch.store.begin().await.unwrap();
        assert!(subscriptions::remove(&mut db, 7, own, noon()).await.unwrap());
        db.commit().await.unwrap();
    }
    let more = "<description>The vote was repeated in the evening.</description></item>";
    let told = rss(&world.base, &["two", "one"]).replacen("</item>", more, 1);
    world.answers("/feed", ok("text/xml", &told));
    world.answers("/a/two", ok("text/html", &page("two", "The vote was repeated in the evening.")));
    world.pass(TimeDelta::hours(3));
    world.round().await;
    let kinds = world.kinds().await;
    assert!(kinds.contains(&(Kind::Edit, 6)) && kinds.iter().all(|(_, chat)| *chat != 7), "{kinds:?}");
}

#[tokio::test]
async fn an_open_feed_stays_open() {
    let world = settled(&[(2, Mode::Instant)]).await;
    let mut db = world.watch.store.read().await.unwrap();
    let newest = entries::newest_articles(&mut db, 1, 1).await.unwrap()[0];
    assert!(articles::get(&mut db, Reader::Anybody, newest).await.unwrap().is_some());
}

#[tokio::test]
async fn what_an_open_feed_links_to_in_a_net_of_the_hosts_own_is_its_followers_alone() {
    let world = World::new().await;
    let board = world.base.replace("127.0.0.1", "board.internal");
    world.answers("/feed", ok("text/xml", &rss(&board, &["one"])));
    let ids = subscribe(&world, 7, &format!("{}/feed", world.base)).await;
    follow(&world, 8, "ferry").await;
    world.round().await;
    let mut db = world.watch.store.read().await.unwrap();
    let article = entries::newest_articles(&mut db, ids.0, 1).await.unwrap()[0];
    for (reader, reads) in [(Reader::Chat(7), true), (Reader::Chat(8), false), (Reader::Anybody, false)] {
        assert_eq!(articles::get(&mut db, reader, article).await.unwrap().is_some(), reads, "{reader:?}");
    }
}
