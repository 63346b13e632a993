//! Edited articles: what is noticed, what it causes, and that it causes no storm.

use super::*;
use crate::store::articles;
use crate::store::chats::channels;
use crate::store::people::followed;

/// Entries of the feed with more inside each.
fn rss_with(base: &str, names: &[&str], more: &str) -> String {
    rss(base, names).replace("</item>", &format!("{more}</item>"))
}

/// A world whose one chat has the card of “two”; its Telegram number is 1,000 and the row's.
async fn with_a_card() -> (World, i64) {
    let mut world = World::new().await;
    world.feed(&["one"]);
    world.subscribe(2, Mode::Instant, false).await;
    world.round().await;
    world.pass(TimeDelta::hours(3));
    world.feed(&["two", "one"]);
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.len(), 1);
    let message_id = 1_000 + sent[0].id;
    (world, message_id)
}

async fn edits_after(world: &mut World, feed: &str) -> Vec<Taken> {
    world.answers("/feed", ok("text/xml", feed));
    world.pass(TimeDelta::hours(3));
    world.round().await;
    world.sent().await
}

#[tokio::test]
async fn other_words_or_another_time_of_change_edit_the_card() {
    for more in [
        "<description>The vote was repeated in the evening.</description>",
        "<atom:updated>2026-11-23T15:20:00Z</atom:updated>",
    ] {
        let (mut world, message_id) = with_a_card().await;
        let others = world.asked("/a/one").len();
        world.answers("/a/two", ok("text/html", &page("two", "The vote was repeated in the evening.")));
        let feed = rss(&world.base, &["two", "one"]).replacen("</item>", &format!("{more}</item>"), 1);
        let sent = edits_after(&mut world, &feed).await;
        let ops: Vec<_> = sent.iter().map(|message| (message.kind, message.op)).collect();
        assert_eq!(ops, [(Kind::Edit, outbox::Op::Edit(message_id))], "{more}");
        assert!(sent[0].payload.contains("updated "), "{}", sent[0].payload);
        // the same again is no edit
        assert_eq!(edits_after(&mut world, &feed).await, [], "{more}");
        assert_eq!(world.asked("/a/two").len(), 2, "{more}");
        assert_eq!(world.asked("/a/one").len(), others, "{more}");
    }
}

#[tokio::test]
async fn a_changed_quote_is_kept_in_both_versions() {
    let (mut world, _) = with_a_card().await;
    let changed = page("two", "").replace("ready in spring", "ready in autumn");
    world.answers("/a/two", ok("text/html", &changed));
    let feed =
        rss(&world.base, &["two", "one"]).replacen("</item>", "<description>x</description></item>", 1);
    assert_eq!(edits_after(&mut world, &feed).await.len(), 1);
    let mut db = world.watch.store.read().await.unwrap();
    let id = articles::by_url(&mut db, crate::store::Reader::Itself, &format!("{}/a/two", world.base))
        .await
        .unwrap()
        .unwrap();
    let stored = articles::get(&mut db, crate::store::Reader::Itself, id).await.unwrap().unwrap();
    assert!(stored.brief.quotes.iter().any(|quote| quote.text.contains("ready in autumn")));
    let before: Vec<(String, String)> =
        sqlx::query_as("select text, quotes from article_versions where article_id = ?")
            .bind(id)
            .fetch_all(&mut *db)
            .await
            .unwrap();
    assert_eq!((stored.version, before.len()), (2, 1));
    assert!(before[0].0.contains("ready in spring") && before[0].1.contains("ready in spring"));
}

#[tokio::test]
async fn a_feed_that_stamps_all_its_entries_edits_nothing() {
    let mut world = World::new().await;
    let names = ["a", "b", "c", "d", "e"];
    world.feed(&names);
    world.subscribe(2, Mode::Digest, false).await;
    world.round().await;
    for hour in 1..4 {
        let stamp = format!("<atom:updated>2026-11-23T1{hour}:00:00Z</atom:updated>");
        let feed = rss_with(&world.base, &names, &stamp);
        assert_eq!(edits_after(&mut world, &feed).await, []);
    }
    assert!(names.iter().all(|name| world.asked(&format!("/a/{name}")).len() == 1));
    // the edit of one among them is one
    let one = rss_with(&world.base, &names, "<atom:updated>2026-11-23T13:00:00Z</atom:updated>");
    edits_after(&mut world, &one.replacen("13:00:00Z", "14:00:00Z", 1)).await;
    assert_eq!(world.asked("/a/a").len(), 2);
    assert_eq!(world.asked("/a/b").len(), 1);
}

#[tokio::test]
async fn an_entry_that_never_stands_still_is_read_ever_more_rarely() {
    let (mut world, _) = with_a_card().await;
    let others = world.asked("/a/one").len();
    let mut reads = Vec::new();
    for turn in 0..200 {
        let other = rss(&world.base, &["two", "one"]).replace("Talks two", &format!("Talks two, {turn}"));
        world.answers("/feed", ok("text/xml", &other));
        world.pass(TimeDelta::minutes(70));
        world.round().await;
        reads.push(world.asked("/a/two").len());
    }
    assert_eq!(reads[0], 2);
    // 15, 30 and 60 minutes pass between two polls; then 2, 4, 8, 16 hours do not
    assert_eq!(reads.iter().position(|count| *count == 6), Some(5));
    assert_eq!(*reads.last().unwrap(), 9);
    assert_eq!(world.asked("/a/one").len(), others);
}

#[tokio::test]
async fn an_old_entry_is_looked_at_again_for_its_headline_only() {
    for (change, reads) in [("<description>New words.</description>", 1), ("", 2)] {
        let (mut world, _) = with_a_card().await;
        world.pass(TimeDelta::days(8));
        let feed = rss(&world.base, &["two", "one"]);
        let feed = if change.is_empty() {
            feed.replace("Talks two", "Talks two resume")
        } else {
            feed.replacen("</item>", &format!("{change}</item>"), 1)
        };
        edits_after(&mut world, &feed).await;
        assert_eq!(world.asked("/a/two").len(), reads, "{change}");
    }
}

#[tokio::test]
async fn an_edit_whose_page_is_gone_keeps_what_is_stored() {
    for status in [404, 500] {
        let (mut world, _) = with_a_card().await;
        world.answers("/a/two", Answer { status, ..Answer::default() });
        let words = "<description>A few other words of the feed stand in for nothing here.</description>";
        let feed = rss(&world.base, &["two", "one"]).replacen("</item>", &format!("{words}</item>"), 1);
        assert_eq!(edits_after(&mut world, &feed).await, []);
        for _ in 0..4 {
            world.pass(TimeDelta::hours(3));
            world.brief().await;
        }
        let mut db = world.watch.store.read().await.unwrap();
        let id = articles::by_url(&mut db, crate::store::Reader::Itself, &format!("{}/a/two", world.base))
            .await
            .unwrap()
            .unwrap();
        let stored = articles::get(&mut db, crate::store::Reader::Itself, id).await.unwrap().unwrap();
        assert_eq!((stored.version, stored.text_from), (1, articles::TextFrom::Page));
        assert_eq!(entries::waiting(&mut db).await.unwrap(), 0, "{status}");
    }
}

#[tokio::test]
async fn a_new_guid_of_a_known_link_is_an_edit() {
    let (mut world, message_id) = with_a_card().await;
    world.answers("/a/two", ok("text/html", &page("two", "The vote was repeated in the evening.")));
    let feed = rss(&world.base, &["two", "one"])
        .replace("g-two", "g-two#1")
        .replace("Talks two", "Talks two resume");
    let sent = edits_after(&mut world, &feed).await;
    let ops: Vec<_> = sent.iter().map(|message| (message.kind, message.op)).collect();
    assert_eq!(ops, [(Kind::Edit, outbox::Op::Edit(message_id))]);
    assert_eq!(edits_after(&mut world, &feed).await, []);
}

#[tokio::test]
async fn sample_cards_and_waiting_cards_are_edited_too() {
    let mut world = World::new().await;
    world.feed(&["one"]);
    world.subscribe(2, Mode::Instant, true).await;
    world.round().await;
    let sample = world.sent().await.remove(0);
    assert_eq!(sample.kind, Kind::Sample);
    world.feed(&["two", "one"]);
    world.pass(TimeDelta::hours(3));
    world.round().await;
    // the card of “two” waits; both articles change before it is sent
    for name in ["one", "two"] {
        world.answers(&format!("/a/{name}"), ok("text/html", &page(name, "The vote was repeated.")));
    }
    let feed = rss_with(&world.base, &["two", "one"], "<description>Again.</description>");
    let sent = edits_after(&mut world, &feed).await;
    let told: Vec<_> = sent.iter().map(|message| (message.kind, message.op)).collect();
    assert_eq!(told, [(Kind::Card, outbox::Op::Send), (Kind::Edit, outbox::Op::Edit(1_000 + sample.id))]);
    assert!(sent.iter().all(|message| message.payload.contains("updated ")));
    assert!(sent[1].payload.contains("Undo"), "a sample keeps its buttons");
}

/// The card of “two”, told by what the chat follows or by a feed it left meanwhile, says what the article says now.
#[tokio::test]
async fn the_card_of_a_place_that_follows_no_feed_is_edited_too() {
    for by_topic in [true, false] {
        let mut world = World::new().await;
        world.feed(&["one"]);
        let (_, subscription) = world.subscribe(2, Mode::Instant, false).await;
        world.round().await;
        let mut db = world.watch.store.begin().await.unwrap();
        if by_topic {
            chat(&mut db, 3).await;
            let topic = (followed::Kind::Topic, "talks");
            followed::add(&mut db, (3, None), topic, 3, noon()).await.unwrap();
        }
        db.commit().await.unwrap();
        world.pass(TimeDelta::hours(3));
        world.feed(&["two", "one"]);
        world.round().await;
        let before = world.sent().await;
        assert_eq!(before.len(), 1 + usize::from(by_topic));
        if !by_topic {
            // somebody else keeps the feed going
            world.subscribe(4, Mode::Digest, false).await;
            let mut db = world.watch.store.begin().await.unwrap();
            assert!(subscriptions::remove(&mut db, 2, subscription, noon()).await.unwrap());
            db.commit().await.unwrap();
        }
        world.answers("/a/two", ok("text/html", &page("two", "The vote was repeated in the evening.")));
        let feed = rss_with(&world.base, &["two", "one"], "<description>Again.</description>");
        let after = edits_after(&mut world, &feed).await;
        let told = |messages: &[Taken]| messages.iter().map(|one| (one.chat_id, one.id)).collect::<Vec<_>>();
        let edited: Vec<_> = after
            .iter()
            .filter_map(|one| match one.op {
                outbox::Op::Edit(message) => Some((one.chat_id, message - 1_000)),
                _ => None,
            })
            .collect();
        assert_eq!(edited, told(&before));
        assert!(after.iter().all(|one| one.payload.contains("updated ")));
        let headed = after.iter().filter(|one| one.chat_id == 3 && one.payload.contains("talks")).count();
        assert_eq!(headed, usize::from(by_topic));
    }
}

/// The article, and the edits in the private chat 3 of a card that was drawn for the channel 2; `runs`: as the person still
/// runs it.
async fn edits_of_a_channels_card(runs: bool) -> (i64, Vec<Taken>) {
    let (mut world, _) = with_a_card().await;
    let mut db = world.watch.store.begin().await.unwrap();
    chat(&mut db, 3).await;
    if runs {
        channels::add(&mut db, 3, 2, world.watch.clock.now()).await.unwrap();
    }
    let url = format!("{}/a/two", world.base);
    let article = articles::by_url(&mut db, crate::store::Reader::Itself, &url).await.unwrap().unwrap();
    let key = format!("a{article}r9:0@2");
    let row = outbox::New {
        chat_id: 3,
        thread: None,
        kind: Kind::Reply,
        key: &key,
        op: outbox::Op::Send,
        payload: "{}",
    };
    outbox::put(&mut db, &row, world.watch.clock.now()).await.unwrap();
    sqlx::query("update chats set title = 'Lakeside Daily' where id = 2").execute(&mut *db).await.unwrap();
    db.commit().await.unwrap();
    world.sent().await;
    world.answers("/a/two", ok("text/html", &page("two", "The vote was repeated in the evening.")));
    let feed = rss_with(&world.base, &["two", "one"], "<description>Again.</description>");
    let after = edits_after(&mut world, &feed).await;
    (article, after.into_iter().filter(|one| one.chat_id == 3).collect())
}

/// A card that somebody who runs a channel looked at in their private chat stays the channel's when its article is edited.
#[tokio::test]
async fn a_card_drawn_for_a_channel_in_a_private_chat_stays_for_the_channel() {
    let (article, after) = edits_of_a_channels_card(true).await;
    let [one] = after.as_slice() else { panic!("{after:?}") };
    let message: crate::view::Message = serde_json::from_str(&one.payload).unwrap();
    assert!(message.text.text().starts_with("» Lakeside Daily\n"), "{}", one.payload);
    assert_eq!(message.card_of(), Some((article, Some(2))));
}

#[tokio::test]
async fn whoever_runs_the_channel_no_more_is_sent_no_edit_of_its_card() {
    assert!(edits_of_a_channels_card(false).await.1.is_empty());
}
