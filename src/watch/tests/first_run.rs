//! The first run of a subscription.

use super::*;

#[tokio::test]
async fn the_newest_entry_is_the_sample_and_twenty_are_briefed() {
    let world = World::new().await;
    let names: Vec<String> = (0..30).map(|n| format!("n{n}")).collect();
    world.feed(&names.iter().map(String::as_str).collect::<Vec<_>>());
    world.subscribe(7, Mode::Instant, true).await;
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.iter().map(|message| message.kind).collect::<Vec<_>>(), [Kind::Sample]);
    assert!(sent[0].payload.contains("Talks n0"));
    let fetched: Vec<_> = names.iter().map(|name| world.asked(&format!("/a/{name}")).len()).collect();
    assert_eq!(fetched, [vec![1; 20], vec![0; 10]].concat());
}

#[tokio::test]
async fn ten_thousand_old_entries_push_one_sample() {
    let world = World::new().await;
    let items: String = (0..10_000)
        .map(|n| format!("<item><guid>{n}</guid><title>Old {n}</title></item>"))
        .collect::<Vec<_>>()
        .concat();
    world.answers("/feed", ok("text/xml", &format!("<rss><channel>{items}<item><guid>x</guid><title>New</title><link>{}/a/new</link><pubDate>Mon, 23 Nov 2026 11:00:00 GMT</pubDate></item></channel></rss>", world.base)));
    world.subscribe(7, Mode::Instant, true).await;
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Sample, 7)]);
}

#[tokio::test]
async fn a_later_subscriber_gets_the_sample_from_the_store() {
    let world = World::new().await;
    world.feed(&["one", "two"]);
    world.subscribe(7, Mode::Digest, true).await;
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Sample, 7)]);
    world.subscribe(8, Mode::Digest, true).await;
    world.round().await;
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Sample, 8)]);
    assert_eq!((world.polls(), world.asked("/a/one").len()), (1, 1));
}

#[tokio::test]
async fn a_sample_whose_page_is_broken_is_the_next_entry() {
    let world = World::new().await;
    world.feed(&["one", "two"]);
    world.answers("/a/one", Answer { status: 404, ..Answer::default() });
    world.subscribe(7, Mode::Digest, true).await;
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].payload.contains("Talks two"));
}

#[tokio::test]
async fn the_word_that_a_feed_is_followed_becomes_its_sample() {
    let world = World::new().await;
    world.feed(&["one", "two"]);
    let (_, subscription) = world.subscribe(7, Mode::Digest, true).await;
    let mut db = world.watch.store.begin().await.unwrap();
    let key = format!("s{subscription}r1:0");
    let word = outbox::New {
        chat_id: 7,
        thread: None,
        kind: Kind::Reply,
        key: &key,
        op: outbox::Op::Send,
        payload: "{\"text\":[]}",
    };
    outbox::put(&mut db, &word, noon()).await.unwrap();
    db.commit().await.unwrap();
    let told = world.sent().await.remove(0);
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].kind, sent[0].op), (Kind::Sample, outbox::Op::Edit(1_000 + told.id)));
    // another chat that was told nothing gets a message of its own
    world.subscribe(8, Mode::Digest, true).await;
    world.round().await;
    assert_eq!(world.sent().await[0].op, outbox::Op::Send);
}

#[tokio::test]
async fn a_feed_without_articles_says_so_and_its_first_article_comes_once() {
    let mut world = World::new().await;
    world.feed(&[]);
    let (_, subscription) = world.subscribe(7, Mode::Instant, true).await;
    let mut db = world.watch.store.begin().await.unwrap();
    let key = format!("s{subscription}r1:0");
    let (kind, op) = (Kind::Reply, outbox::Op::Send);
    let word = outbox::New { chat_id: 7, thread: None, kind, key: &key, op, payload: "{\"text\":[]}" };
    outbox::put(&mut db, &word, noon()).await.unwrap();
    db.commit().await.unwrap();
    let told = outbox::Op::Edit(1_000 + world.sent().await.remove(0).id);
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.iter().map(|one| (one.kind, one.op)).collect::<Vec<_>>(), [(Kind::Sample, told)]);
    assert!(
        sent[0].payload.contains("no articles yet") && !sent[0].payload.contains("127."),
        "{}",
        sent[0].payload
    );
    world.feed(&["one"]);
    world.pass(TimeDelta::hours(25));
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.iter().map(|one| (one.kind, one.op)).collect::<Vec<_>>(), [(Kind::Sample, told)]);
    assert!(sent[0].payload.contains("Talks one"));
}

/// Tells a subscriber that the feed is followed, as `/sub` does; returns how that message is edited.
async fn told_of(world: &World, chat_id: i64, subscription: i64) -> outbox::Op {
    let mut db = world.watch.store.begin().await.unwrap();
    let key = format!("s{subscription}r1:0");
    let (kind, op) = (Kind::Reply, outbox::Op::Send);
    let word = outbox::New { chat_id, thread: None, kind, key: &key, op, payload: "{\"text\":[]}" };
    outbox::put(&mut db, &word, noon()).await.unwrap();
    db.commit().await.unwrap();
    outbox::Op::Edit(1_000 + world.sent().await.remove(0).id)
}

#[tokio::test]
async fn a_newest_article_that_cannot_be_read_is_told_in_the_place_of_its_card() {
    let mut world = World::new().await;
    world.feed(&["one"]);
    world.answers("/a/one", Answer { status: 403, ..Answer::default() });
    for chat_id in [7, 8] {
        // the second follows a feed that is known
        let (_, subscription) = world.subscribe(chat_id, Mode::Instant, true).await;
        let told = told_of(&world, chat_id, subscription).await;
        world.round().await;
        world.round().await;
        let sent = world.sent().await;
        let kinds: Vec<_> = sent.iter().map(|one| (one.kind, one.chat_id, one.op)).collect();
        assert_eq!(kinds, [(Kind::Sample, chat_id, told)]);
        let said = &sent[0].payload;
        assert!(
            said.contains("cannot be read: ") && said.contains(" refuses bots (403). New ones come"),
            "{said}"
        );
        world.round().await;
        assert_eq!(world.kinds().await, []);
    }
    world.feed(&["two", "one"]);
    world.pass(TimeDelta::hours(25));
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Card, 7), (Kind::Card, 8)]);
}

#[tokio::test]
async fn a_newest_article_that_does_not_answer_is_told_once_and_its_card_comes_later() {
    let mut world = World::new().await;
    world.feed(&["one", "two"]);
    world.answers("/a/one", Answer { status: 503, ..Answer::default() });
    let (_, subscription) = world.subscribe(7, Mode::Digest, true).await;
    let told = told_of(&world, 7, subscription).await;
    world.round().await;
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.iter().map(|one| (one.kind, one.op)).collect::<Vec<_>>(), [(Kind::Sample, told)]);
    assert!(sent[0].payload.contains("cannot be read: "), "{}", sent[0].payload);
    world.round().await;
    assert_eq!(world.kinds().await, []);
    world.answers("/a/one", ok("text/html", &page("one", "")));
    world.pass(TimeDelta::hours(1));
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.iter().map(|one| (one.kind, one.op)).collect::<Vec<_>>(), [(Kind::Sample, told)]);
    assert!(sent[0].payload.contains("Talks one"));
}
