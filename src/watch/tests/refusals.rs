//! The polling table of FEEDS in the specification, rows 10 to 16, 23 and 24: moves, refusals and failures, as a server
//! sees them.

use super::*;
use crate::store::feeds::State;
use crate::view::{Fault, Tongue};

#[tokio::test]
async fn row_10_a_retry_after_holds_across_a_restart() {
    for (status, after) in [(429, "7200"), (503, "Mon, 23 Nov 2026 14:00:00 GMT")] {
        let mut world = followed(&[]).await;
        world.answers(
            "/feed",
            Answer { status, headers: vec![("retry-after", after.into())], ..Answer::default() },
        );
        world.poll().await;
        world.pass(TimeDelta::minutes(119));
        world.poll().await;
        let mut world = world.restart(noon() + TimeDelta::minutes(119)).await;
        world.watch.spread().await.unwrap();
        world.poll().await;
        assert_eq!(world.polls(), 1);
        world.pass(TimeDelta::minutes(4));
        world.poll().await;
        assert_eq!(world.polls(), 2);
    }
}

#[tokio::test]
async fn row_11_failures_back_off_and_nothing_is_tried_again_at_once() {
    for status in [403, 429, 500, 503] {
        let mut world = followed(&[]).await;
        world.answers("/feed", Answer { status, ..Answer::default() });
        world.poll().await;
        assert_eq!(world.polls(), 1);
        asks_between(&mut world, TimeDelta::minutes(53), TimeDelta::minutes(67)).await;
        asks_between(&mut world, TimeDelta::minutes(107), TimeDelta::minutes(133)).await;
        assert_eq!(world.stored().await.failures, 3);
    }
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
        let told = Fault::read(&feed.last_error.unwrap(), Tongue::default());
        assert!(told.contains(reason), "{location}: {told}");
    }
}

#[tokio::test]
async fn row_15_a_feed_that_is_gone_is_left_alone_and_told_of_once() {
    let mut world = followed(&[]).await;
    world.answers("/feed", Answer { status: 410, ..Answer::default() });
    world.poll().await;
    for _ in 0..5 {
        world.pass(TimeDelta::days(30));
        world.poll().await;
    }
    assert_eq!(world.polls(), 1);
    assert_eq!(world.stored().await.state, State::Gone);
    assert_eq!(world.kinds().await, [(Kind::Notice, 7)]);
}

#[tokio::test]
async fn row_16_a_feed_that_is_missing_falls_asleep_and_is_told_of_once() {
    let mut world = followed(&[]).await;
    world.answers("/feed", Answer { status: 404, ..Answer::default() });
    for _ in 0..40 {
        world.poll().await;
        world.pass(TimeDelta::hours(13));
    }
    assert_eq!(world.stored().await.state, State::Asleep);
    let asked = world.polls();
    assert!((10..25).contains(&asked), "{asked}");
    assert_eq!(world.kinds().await, [(Kind::Notice, 7)]);
    world.feed(&["one"]);
    world.pass(TimeDelta::days(7));
    world.poll().await;
    assert_eq!(world.stored().await.state, State::Active);
}

#[tokio::test]
async fn a_feed_that_fails_is_told_of_after_a_day_and_eight_tries() {
    let mut world = followed(&[]).await;
    world.answers("/feed", Answer { status: 500, ..Answer::default() });
    for tries in 1..=12 {
        world.poll().await;
        let told = world.kinds().await;
        assert_eq!(told.len(), usize::from(tries == 8), "after {tries} tries");
        world.pass(TimeDelta::hours(27));
    }
}

#[tokio::test]
async fn row_23_a_challenge_has_its_own_words_and_the_longest_wait() {
    let mut world = followed(&[]).await;
    world.answers(
        "/feed",
        Answer { status: 403, headers: vec![("cf-mitigated", "challenge".into())], ..Answer::default() },
    );
    world.poll().await;
    let told = Fault::read(&world.stored().await.last_error.unwrap(), Tongue::default());
    assert!(told.contains("Cloudflare"), "{told}");
    asks_between(&mut world, TimeDelta::hours(23), TimeDelta::hours(25)).await;
}

#[tokio::test]
async fn row_24_a_page_where_a_feed_was_is_a_failure_and_no_search() {
    let world = followed(&[]).await;
    let page = "<html><head><link rel=alternate type=application/rss+xml href=/other></head></html>";
    world.answers("/feed", ok("text/html", page));
    world.poll().await;
    let told = Fault::read(&world.stored().await.last_error.unwrap(), Tongue::default());
    assert_eq!(told, "127.0.0.1: there is a web page now instead of a feed");
    assert_eq!(world.asked("/other").len(), 0);
}

/// How many feeds are due at a time.
async fn due(world: &World, at: DateTime<Utc>) -> usize {
    feeds::due(&mut world.watch.store.read().await.unwrap(), at, 9).await.unwrap().len()
}

#[tokio::test]
async fn row_11_a_server_that_is_away_is_backed_off_from() {
    let mut world = followed(&[]).await;
    world.server.shutdown().await;
    for failures in 1..=3 {
        world.poll().await;
        let feed = world.stored().await;
        assert_eq!(feed.failures, failures);
        let wait = TimeDelta::minutes(60 * (1 << (failures - 1)));
        let now = world.watch.clock.now();
        assert_eq!(due(&world, now + wait * 8 / 9).await, 0, "asked again too early");
        assert_eq!(due(&world, now + wait * 10 / 9).await, 1, "not asked again");
        world.pass(wait * 10 / 9);
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
