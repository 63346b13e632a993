//! Which messages new, edited and repeated entries cause.

use super::*;
use crate::store::articles;
use crate::store::chats::held_back;

/// A world whose chats have had the first run of `/feed` with one entry.
pub(super) async fn settled(modes: &[(i64, Mode)]) -> World {
    let mut world = World::new().await;
    world.feed(&["one"]);
    for (chat, mode) in modes {
        world.subscribe(*chat, *mode, false).await;
    }
    world.round().await;
    assert_eq!(world.kinds().await, []);
    world.pass(TimeDelta::hours(3));
    world
}

#[tokio::test]
async fn a_new_entry_is_a_card_where_it_is_wanted_at_once() {
    let world = settled(&[(1, Mode::Digest), (2, Mode::Instant), (3, Mode::Both)]).await;
    world.feed(&["two", "one"]);
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(
        sent.iter().map(|message| (message.kind, message.chat_id)).collect::<Vec<_>>(),
        [(Kind::Card, 2), (Kind::Card, 3)]
    );
    assert!(sent[0].payload.contains("Talks two") && sent[0].payload.contains("ready in spring"));
}

#[tokio::test]
async fn five_are_cards_and_six_are_a_list() {
    for (count, kinds) in [(5, vec![Kind::Card; 5]), (6, vec![Kind::List])] {
        let world = settled(&[(2, Mode::Instant)]).await;
        let names: Vec<String> = (0..count).map(|n| format!("n{n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).chain(["one"]).collect();
        world.feed(&names);
        // one of them cannot be read; the rest is told all the same
        world.poll().await;
        world.brief().await;
        let sent = world.sent().await;
        assert_eq!(sent.iter().map(|message| message.kind).collect::<Vec<_>>(), kinds);
        let all: String = sent.iter().map(|message| message.payload.as_str()).collect();
        assert!((0..count).all(|n| all.contains(&format!("Talks n{n}"))));
    }
}

#[tokio::test]
async fn a_list_waits_for_no_page_that_is_broken() {
    let world = settled(&[(2, Mode::Instant)]).await;
    world.feed(&["a", "b", "c", "d", "e", "f", "one"]);
    world.answers("/a/f", Answer { status: 404, ..Answer::default() });
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].kind == Kind::List && !sent[0].payload.contains("Talks f"));
}

#[tokio::test]
async fn a_kill_between_poll_and_brief_loses_nothing_and_repeats_nothing() {
    let mut world = settled(&[(2, Mode::Instant)]).await;
    world.feed(&["two", "one"]);
    world.poll().await;
    for _ in 0..2 {
        let now = world.watch.clock.now();
        world = world.restart(now).await;
        world.round().await;
    }
    assert_eq!(world.kinds().await, [(Kind::Card, 2)]);
    assert_eq!(world.polls(), 2);
    assert!(world.folder.path().exists());
}

#[tokio::test]
async fn the_same_link_under_a_new_guid_is_no_new_article() {
    let mut world = settled(&[(2, Mode::Instant)]).await;
    let again =
        rss(&world.base, &["one"]).replace("g-one", "another").replace("/a/one", "/a/one?utm_source=feed");
    world.answers("/feed", ok("text/xml", &again));
    world.round().await;
    assert_eq!(world.kinds().await, []);
    // dropped and back
    world.feed(&["two"]);
    world.pass(TimeDelta::hours(3));
    world.round().await;
    assert_eq!(world.kinds().await.len(), 1);
    world.feed(&["one", "two"]);
    world.pass(TimeDelta::days(29));
    world.round().await;
    assert_eq!(world.kinds().await, []);
}

#[tokio::test]
async fn an_edited_entry_edits_its_card() {
    let mut world = settled(&[(2, Mode::Instant)]).await;
    world.feed(&["two", "one"]);
    world.round().await;
    let card = world.sent().await.remove(0);
    world.answers(
        "/feed",
        ok("text/xml", &rss(&world.base, &["two", "one"]).replace("Talks two", "Talks two resume")),
    );
    world.answers("/a/two", ok("text/html", &page("two", "The vote was repeated in the evening.")));
    world.pass(TimeDelta::hours(3));
    world.round().await;
    let sent = world.sent().await;
    assert_eq!(
        sent.iter().map(|message| (message.kind, message.op)).collect::<Vec<_>>(),
        [(Kind::Edit, outbox::Op::Edit(1_000 + card.id))]
    );
}

#[tokio::test]
async fn quiet_hours_hold_what_was_wanted_at_once() {
    let world = settled(&[(2, Mode::Instant), (3, Mode::Both)]).await;
    let mut db = world.watch.store.begin().await.unwrap();
    for chat in [2, 3] {
        crate::store::chats::set_quiet(&mut db, chat, Some((0, 1_439))).await.unwrap();
    }
    db.commit().await.unwrap();
    world.feed(&["two", "one"]);
    world.round().await;
    assert_eq!(world.kinds().await, []);
    let mut db = world.watch.store.read().await.unwrap();
    assert_eq!(held_back::waiting(&mut db, (2, None)).await.unwrap().len(), 1);
    assert_eq!(held_back::waiting(&mut db, (3, None)).await.unwrap().len(), 0, "the digest has it anyway");
}

#[tokio::test]
async fn filter_words_let_through_what_holds_one() {
    for (filter, cards) in [("ferry, tariffs", 1), ("tariffs", 0), (" ", 1)] {
        let world = settled(&[]).await;
        let (_, subscription) = world.subscribe(2, Mode::Instant, false).await;
        let mut db = world.watch.store.begin().await.unwrap();
        subscriptions::set(&mut db, 2, subscription, subscriptions::Set::Filter(Some(filter))).await.unwrap();
        feeds::ask_now(&mut db, 1, world.watch.clock.now()).await.unwrap();
        db.commit().await.unwrap();
        // nobody followed before: the first document pushes nothing
        world.round().await;
        let mut world = world;
        world.pass(TimeDelta::hours(3));
        world.feed(&["two", "one"]);
        world.round().await;
        assert_eq!(world.kinds().await.len(), cards, "{filter}");
    }
}

#[tokio::test]
async fn the_feeds_text_stands_in_for_a_page_that_announces_it_and_says_less() {
    let world = settled(&[(2, Mode::Instant)]).await;
    let link = "<head><link rel='alternate' type='application/rss+xml' href='/feed'>";
    world.answers("/a/two", ok("text/html", &page("two", "").replace("<head>", link)));
    let long =
        "The envoys met in Port Merrow for the third time this week and agreed on a list of prisoners. "
            .repeat(30);
    let text = rss(&world.base, &["two", "one"]).replacen(
        "</item>",
        &format!("<description>&lt;p&gt;{long}&lt;/p&gt;</description></item>"),
        1,
    );
    world.answers("/feed", ok("text/xml", &text));
    world.round().await;
    let mut db = world.watch.store.read().await.unwrap();
    let newest = entries::newest_articles(&mut db, 1, 1).await.unwrap()[0];
    let stored = articles::get(&mut db, crate::store::Reader::Itself, newest).await.unwrap().unwrap();
    assert_eq!(stored.text_from, articles::TextFrom::Feed);
    assert!(stored.article.text.contains("list of prisoners"));
}

#[tokio::test]
async fn a_page_that_does_not_answer_is_tried_again_and_then_told_from_the_feed() {
    let mut world = settled(&[(2, Mode::Instant)]).await;
    let words = "The envoys met in Port Merrow for the third time this week and agreed on a list.";
    let text = rss(&world.base, &["two", "one"]).replacen(
        "</item>",
        &format!("<description>{words}</description></item>"),
        1,
    );
    world.answers("/feed", ok("text/xml", &text));
    world.answers("/a/two", Answer { status: 500, ..Answer::default() });
    world.round().await;
    assert_eq!(world.kinds().await, []);
    for hours in [1, 2, 3] {
        world.pass(TimeDelta::hours(hours));
        world.brief().await;
    }
    let sent = world.sent().await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].payload.contains("list"));
    assert_eq!(world.asked("/a/two").len(), 4);
}

#[tokio::test]
async fn row_10_a_page_whose_server_asks_to_wait_is_left_alone_as_long() {
    for (after, minutes) in
        [("5400", 90), ("Mon, 23 Nov 2026 16:30:00 GMT", 90), ("60", 5), ("9999999", 24 * 60)]
    {
        let mut world = settled(&[(2, Mode::Instant)]).await;
        world.feed(&["two", "one"]);
        let headers = vec![("retry-after", after.to_owned())];
        world.answers("/a/two", Answer { status: 429, headers, ..Answer::default() });
        world.round().await;
        world.pass(TimeDelta::minutes(minutes) - TimeDelta::seconds(5));
        world.brief().await;
        assert_eq!(world.asked("/a/two").len(), 1, "{after}");
        world.pass(TimeDelta::seconds(10));
        world.brief().await;
        assert_eq!(world.asked("/a/two").len(), 2, "{after}");
    }
}
