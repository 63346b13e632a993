//! The polling table of FEEDS in the specification, rows 12 to 14: moves, as a server sees them.

use super::*;
use crate::store::feeds::State;
use crate::view::{Fault, Locale};

fn away(status: u16, to: &str) -> Answer {
    Answer { status, headers: vec![("location", to.to_owned())], ..Answer::default() }
}

#[tokio::test]
async fn row_12_a_permanent_move_is_believed_the_third_time() {
    for status in [301, 308] {
        let mut world = followed(&[]).await;
        world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
        world.answers(
            "/feed",
            Answer { status, headers: vec![("location", "/new".into())], ..Answer::default() },
        );
        for seen in 1..=3 {
            assert_eq!(world.polls(), seen - 1);
            world.poll().await;
            world.pass(TimeDelta::hours(2));
        }
        world.poll().await;
        assert_eq!((world.polls(), world.asked("/new").len()), (3, 4));
    }
}

#[tokio::test]
async fn row_12_a_moved_feed_joins_the_one_that_is_there() {
    let mut world = followed(&[]).await;
    let new = format!("{}/new", world.base);
    let mut db = world.watch.store.begin().await.unwrap();
    let there = feeds::add(&mut db, &new, noon()).await.unwrap();
    db.commit().await.unwrap();
    world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
    world.answers(
        "/feed",
        Answer { status: 301, headers: vec![("location", "/new".into())], ..Answer::default() },
    );
    for _ in 0..4 {
        world.poll().await;
        world.pass(TimeDelta::hours(2));
    }
    let mut db = world.watch.store.read().await.unwrap();
    assert_eq!(feeds::by_url(&mut db, &format!("{}/feed", world.base)).await.unwrap(), None);
    assert_eq!(feeds::subscribers(&mut db, there).await.unwrap(), 1);
}

#[tokio::test]
async fn row_13_a_passing_move_is_followed_and_never_kept() {
    for status in [302, 303, 307] {
        let mut world = followed(&[]).await;
        world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
        world.answers(
            "/feed",
            Answer { status, headers: vec![("location", "/new".into())], ..Answer::default() },
        );
        for _ in 0..5 {
            world.poll().await;
            world.pass(TimeDelta::hours(2));
        }
        assert_eq!((world.polls(), world.asked("/new").len()), (5, 5));
    }
}

#[tokio::test]
async fn row_14_a_redirect_that_leads_nowhere_is_a_failure_with_its_reason() {
    for (location, reason) in
        [("/feed", "circle"), ("ftp://desk.example/", "ftp"), ("http://10.0.0.1/", "public internet")]
    {
        let world = followed(&[]).await;
        world.answers(
            "/feed",
            Answer { status: 301, headers: vec![("location", location.into())], ..Answer::default() },
        );
        world.poll().await;
        let feed = world.stored().await;
        assert_eq!((feed.failures, world.polls()), (1, 1));
        let told = Fault::read(&feed.last_error.unwrap(), Locale::default());
        assert!(told.contains(reason), "{location}: {told}");
    }
}

#[tokio::test]
async fn row_12_a_permanent_move_by_way_of_a_passing_one_is_not_kept() {
    let mut world = followed(&[]).await;
    world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
    for (from, status, to) in [("/feed", 301, "/way"), ("/way", 302, "/new")] {
        let headers = vec![("location", to.to_owned())];
        world.answers(from, Answer { status, headers, ..Answer::default() });
    }
    for _ in 0..5 {
        world.poll().await;
        world.pass(TimeDelta::hours(2));
    }
    assert_eq!((world.polls(), world.asked("/way").len(), world.asked("/new").len()), (5, 5, 5));
}

#[tokio::test]
async fn row_12_a_move_seen_twice_and_taken_back_is_not_kept() {
    let mut world = followed(&[]).await;
    world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
    let away = Answer { status: 301, headers: vec![("location", "/new".into())], ..Answer::default() };
    for moved in [true, true, false, true, true, false] {
        if moved {
            world.answers("/feed", away.clone());
        } else {
            world.feed(&["one"]);
        }
        world.poll().await;
        world.pass(TimeDelta::hours(2));
    }
    assert_eq!(world.polls(), 6);
}

#[tokio::test]
async fn row_14_more_than_five_hops_are_a_failure() {
    for (hops, failures) in [(5, 0), (6, 1)] {
        let world = followed(&[]).await;
        let path = |hop: usize| if hop == 0 { "/feed".to_owned() } else { format!("/{hop}") };
        for hop in 0..hops {
            let headers = vec![("location", path(hop + 1))];
            world.answers(&path(hop), Answer { status: 302, headers, ..Answer::default() });
        }
        world.answers(&path(hops), ok("text/xml", &rss(&world.base, &["one"])));
        world.poll().await;
        assert_eq!(world.stored().await.failures, failures, "{hops} hops");
    }
}

/// Adds the feed at `/new`, which nobody follows; returns its number.
async fn add_new(world: &World) -> i64 {
    let mut db = world.watch.store.begin().await.unwrap();
    let there = feeds::add(&mut db, &format!("{}/new", world.base), noon()).await.unwrap();
    db.commit().await.unwrap();
    there
}

/// Polls until `/feed` has moved to `/new` for good.
async fn move_for_good(world: &mut World) {
    world.answers("/feed", away(301, "/new"));
    for _ in 0..3 {
        world.pass(TimeDelta::hours(2));
        world.round().await;
    }
    let mut db = world.watch.store.read().await.unwrap();
    assert_eq!(feeds::by_url(&mut db, &format!("{}/feed", world.base)).await.unwrap(), None);
}

#[tokio::test]
async fn row_12_a_merged_feed_brings_its_subscribers_and_its_history() {
    let mut world = World::new().await;
    world.feed(&["two", "one"]);
    let there = add_new(&world).await;
    for chat in [7, 8] {
        world.subscribe(chat, Mode::Instant, false).await;
    }
    world.round().await;
    // 8 follows both, 9 the other one only, which has the newer entry of the two
    world.answers("/new", ok("text/xml", &rss(&world.base, &["two"])));
    let mut db = world.watch.store.begin().await.unwrap();
    for chat_id in [8, 9] {
        chat(&mut db, chat_id).await;
        let mode = Mode::Instant;
        let new =
            subscriptions::New { chat_id, thread: None, feed_id: there, mode, added_by: 1, sample: false };
        subscriptions::add(&mut db, &new, noon()).await.unwrap();
    }
    db.commit().await.unwrap();
    world.round().await;
    assert_eq!(world.kinds().await, []);
    move_for_good(&mut world).await;
    let mut db = world.watch.store.read().await.unwrap();
    let count = |query| sqlx::query_scalar::<_, i64>(query);
    let subscriptions = count("select count(*) from subscriptions").fetch_one(&mut *db).await.unwrap();
    assert_eq!((feeds::subscribers(&mut db, there).await.unwrap(), subscriptions), (3, 3));
    assert_eq!(entries::newest_articles(&mut db, there, 9).await.unwrap().len(), 2);
    let arrivals = count("select count(*) from arrivals where feed_id = 1 and fresh = 0");
    assert_eq!(arrivals.fetch_one(&mut *db).await.unwrap(), 2);
    drop(db);
    // what came by the old address is not new at the new one
    world.answers("/new", ok("text/xml", &rss(&world.base, &["three", "two", "one"])));
    world.pass(TimeDelta::hours(2));
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Card, 7), (Kind::Card, 8), (Kind::Card, 9)]);
}

#[tokio::test]
async fn row_12_a_feed_merged_into_one_that_was_given_up_goes_on() {
    for state in ["gone", "asleep"] {
        let mut world = followed(&[]).await;
        let there = add_new(&world).await;
        let mut db = world.watch.store.begin().await.unwrap();
        sqlx::query("update feeds set state = ?, next_poll_at = next_poll_at + 864000 where id = ?")
            .bind(state)
            .bind(there)
            .execute(&mut *db)
            .await
            .unwrap();
        db.commit().await.unwrap();
        world.poll().await;
        world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
        move_for_good(&mut world).await;
        let asked = world.asked("/new").len();
        world.pass(TimeDelta::hours(2));
        world.poll().await;
        assert_eq!(world.asked("/new").len(), asked + 1, "{state}");
        let mut db = world.watch.store.read().await.unwrap();
        assert_eq!(feeds::get(&mut db, there).await.unwrap().unwrap().state, State::Active);
    }
}

#[tokio::test]
async fn row_12_a_feed_merged_into_one_that_was_never_read_pushes_what_comes_next() {
    let mut world = World::new().await;
    world.feed(&["one"]);
    world.subscribe(7, Mode::Instant, false).await;
    world.round().await;
    add_new(&world).await;
    world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
    move_for_good(&mut world).await;
    world.answers("/new", ok("text/xml", &rss(&world.base, &["two", "one"])));
    world.pass(TimeDelta::hours(2));
    world.round().await;
    assert_eq!(world.kinds().await, [(Kind::Card, 7)]);
}

#[tokio::test]
async fn row_12_a_removal_at_the_new_address_takes_no_subscription_along() {
    let mut world = followed(&[]).await;
    let there = add_new(&world).await;
    world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
    let mut db = world.watch.store.begin().await.unwrap();
    let new = subscriptions::New {
        chat_id: 7,
        thread: None,
        feed_id: there,
        mode: Mode::Digest,
        added_by: 7,
        sample: false,
    };
    let added = subscriptions::add(&mut db, &new, noon()).await.unwrap();
    let subscriptions::Added::New(id) = added else { panic!("{added:?}") };
    assert!(subscriptions::remove(&mut db, 7, id, noon()).await.unwrap());
    db.commit().await.unwrap();
    move_for_good(&mut world).await;
    let mut db = world.watch.store.read().await.unwrap();
    assert_eq!(feeds::subscribers(&mut db, there).await.unwrap(), 1);
}

#[tokio::test]
async fn row_12_a_failure_or_another_target_begins_the_count_anew() {
    for between in [Answer { status: 500, ..Answer::default() }, away(301, "/other")] {
        let mut world = followed(&[]).await;
        world.answers("/new", ok("text/xml", &rss(&world.base, &["one"])));
        world.answers("/other", ok("text/xml", &rss(&world.base, &["one"])));
        for moved in [true, true, false, true, true] {
            world.answers("/feed", if moved { away(301, "/new") } else { between.clone() });
            world.poll().await;
            world.pass(TimeDelta::hours(3));
        }
        assert_eq!(world.stored().await.moved_seen, 2);
    }
}

#[tokio::test]
async fn row_12_a_move_counts_when_nothing_is_new_there() {
    let mut world = followed(&[("etag", "\"1\"")]).await;
    world.poll().await;
    world.answers("/new", Answer { status: 304, ..Answer::default() });
    move_for_good(&mut world).await;
}

#[tokio::test]
async fn row_14_a_validator_goes_to_the_host_that_gave_it_and_to_no_other() {
    let mut world = followed(&[("etag", "\"mine\""), ("last-modified", "then"), ("set-cookie", "a=b")]).await;
    world.poll().await;
    let port = world.base.rsplit(':').next().unwrap().to_owned();
    world.answers("/feed", away(302, &format!("http://wire.example:{port}/new")));
    let mut theirs = ok("text/xml", &rss(&world.base, &["four", "one"]));
    theirs.headers.extend([("etag", "\"theirs\"".to_owned()), ("last-modified", "now".to_owned())]);
    world.answers("/new", theirs);
    for polls in 1..=2 {
        world.pass(TimeDelta::hours(3));
        world.poll().await;
        let there = world.asked("/new");
        assert_eq!(there.len(), polls);
        for name in ["if-none-match", "if-modified-since", "cookie", "referer"] {
            assert_eq!(there[polls - 1].header(name), None, "{name}");
        }
    }
    let asked = last(&world);
    assert_eq!((asked.header("if-none-match"), asked.header("if-modified-since")), (None, None));
    assert_eq!(world.stored().await.failures, 0);
}
