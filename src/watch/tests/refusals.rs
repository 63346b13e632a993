//! The polling table of FEEDS in the specification, rows 10, 11, 15, 16, 23 and 24: refusals and failures, as a server
//! sees them.

use super::*;
use crate::store::feeds::State;
use crate::view::{Fault, Locale};

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
    world.pass(TimeDelta::days(7));
    world.poll().await;
    world.feed(&["one"]);
    asks_between(&mut world, TimeDelta::hours(167), TimeDelta::hours(169)).await;
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
    let told = Fault::read(&world.stored().await.last_error.unwrap(), Locale::default());
    assert!(told.contains("Cloudflare"), "{told}");
    asks_between(&mut world, TimeDelta::hours(23), TimeDelta::hours(25)).await;
}

#[tokio::test]
async fn row_24_a_page_where_a_feed_was_is_a_failure_and_no_search() {
    let world = followed(&[]).await;
    let page = "<html><head><link rel=alternate type=application/rss+xml href=/other></head></html>";
    world.answers("/feed", ok("text/html", page));
    world.poll().await;
    let told = Fault::read(&world.stored().await.last_error.unwrap(), Locale::default());
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

/// A door that waits for `timeout` at most; replaces the one the world has.
fn impatient(world: &mut World, timeout: Duration) {
    let port = world.base.rsplit(':').next().unwrap();
    let allow_nets = vec![format!("127.0.0.1/32:{port}").parse().unwrap()];
    let settings = Settings { allow_nets, spacing: Duration::ZERO, timeout, ..Settings::default() };
    let editor = Editor::new(Web::with_lookup(settings, Arc::new(Names)).unwrap());
    world.watch = Arc::new(Watch { editor, ..(*world.watch).clone() });
}

#[tokio::test]
async fn row_11_no_failure_but_404_and_410_puts_a_feed_to_sleep() {
    let status = |status| Answer { status, ..Answer::default() };
    for (answer, reason) in [
        (status(401), "401"),
        (status(403), "403"),
        (status(418), "418"),
        (status(429), "429"),
        (status(500), "500"),
        (status(503), "503"),
        (ok("text/xml", "no feed"), "feed"),
        (status(0), "did not answer"),
        (status(301), "redirect"),
    ] {
        let mut world = followed(&[]).await;
        if answer.status == 0 {
            impatient(&mut world, Duration::from_millis(50));
        }
        world.answers("/feed", answer);
        for failures in 1..=14 {
            world.poll().await;
            let feed = world.stored().await;
            assert_eq!((feed.failures, feed.state), (failures, State::Active), "{reason}");
            let told = Fault::read(&feed.last_error.unwrap(), Locale::default());
            assert!(told.contains(reason), "{reason}: {told}");
            world.pass(TimeDelta::hours(27));
        }
    }
}

#[tokio::test]
async fn row_11_a_host_that_is_not_found_is_backed_off_from() {
    let mut world = World::new().await;
    let base = world.base.clone();
    world.base = base.replace("127.0.0.1", "nowhere.example");
    world.subscribe(7, Mode::Digest, false).await;
    for failures in 1..=14 {
        let asked = world.watch.clock.now();
        world.poll().await;
        let feed = world.stored().await;
        assert_eq!((feed.failures, feed.state), (failures, State::Active));
        let least = TimeDelta::minutes((54 << (failures - 1).min(9)).min(21 * 60));
        assert!(feed.next_poll_at - asked >= least, "{failures}");
        world.pass(TimeDelta::hours(27));
    }
    let told = Fault::read(&world.stored().await.last_error.unwrap(), Locale::default());
    assert!(told.contains("nowhere.example"), "{told}");
}

#[tokio::test]
async fn row_10_nobody_hurries_a_server_that_asked_to_wait() {
    let mut world = followed(&[]).await;
    let headers = vec![("retry-after", "7200".to_owned())];
    world.answers("/feed", Answer { status: 503, headers, ..Answer::default() });
    world.poll().await;
    let feed = world.stored().await;
    let hurry = async |world: &World| {
        let mut db = world.watch.store.begin().await.unwrap();
        let due = feeds::ask_now(&mut db, feed.id, world.watch.clock.now()).await.unwrap();
        db.commit().await.unwrap();
        world.poll().await;
        due
    };
    world.pass(TimeDelta::minutes(119));
    assert!(!hurry(&world).await);
    assert_eq!(world.polls(), 1);
    world.pass(TimeDelta::minutes(3));
    world.answers("/feed", Answer { status: 500, ..Answer::default() });
    assert!(hurry(&world).await);
    assert_eq!(world.polls(), 2);
    // a failure without such words may be hurried
    assert!(hurry(&world).await);
    assert_eq!(world.polls(), 3);
}

#[tokio::test]
async fn rows_11_and_25_what_falls_due_together_is_moved_apart_by_chance() {
    for (status, usual) in [(500, 3_600), (200, 10_800)] {
        let world = World::new().await;
        let mut db = world.watch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        for number in 0..40 {
            let path = format!("/{number}");
            let body = rss(&world.base, &["one"]);
            // validators and nothing else: the usual wait, moved either way
            let headers = vec![("etag", "\"1\"".to_owned())];
            world.answers(&path, Answer { status, headers, body });
            let url = format!("{}{path}", world.base);
            crate::store::tests::subscribe(&mut db, 7, &url, Mode::Digest).await;
        }
        db.commit().await.unwrap();
        let bounds = Bounds { usual, ..Bounds::default() };
        let world = World { watch: Arc::new(Watch { bounds, ..(*world.watch).clone() }), ..world };
        world.poll().await;
        let mut db = world.watch.store.read().await.unwrap();
        let waits: Vec<i64> =
            sqlx::query_scalar("select wait_seconds from feeds").fetch_all(&mut *db).await.unwrap();
        assert!(waits.iter().all(|wait| (wait - usual).abs() * 10 <= usual), "{waits:?}");
        assert!(
            waits.iter().any(|wait| *wait < usual) && waits.iter().any(|wait| *wait > usual),
            "{waits:?}"
        );
    }
}

#[tokio::test]
async fn row_24_a_feed_that_was_a_page_for_a_while_goes_on_where_it_was() {
    let mut world = World::new().await;
    world.feed_with(&[("etag", "\"1\"")], &["one"]);
    world.subscribe(7, Mode::Instant, false).await;
    world.round().await;
    let page = "<html><head><link rel=alternate type=application/rss+xml href=/other></head><p>Moved</html>";
    let mut answer = ok("text/html", page);
    answer.headers.push(("etag", "\"page\"".into()));
    world.answers("/feed", answer);
    for failures in 1..=3 {
        world.pass(TimeDelta::hours(9));
        world.round().await;
        assert_eq!(world.stored().await.failures, failures);
        assert_eq!(last(&world).header("if-none-match").as_deref(), Some(&b"\"1\""[..]));
    }
    assert_eq!((world.asked("/other").len(), world.kinds().await), (0, vec![]));
    world.feed(&["two", "one"]);
    world.pass(TimeDelta::hours(9));
    world.round().await;
    assert_eq!((world.stored().await.failures, world.kinds().await), (0, vec![(Kind::Card, 7)]));
}

#[tokio::test]
async fn row_10_a_retry_after_is_kept_to_the_second() {
    // a time that is no whole second
    let now = noon() + TimeDelta::milliseconds(900);
    for (after, until) in
        [("7200", now + TimeDelta::hours(2)), ("Mon, 23 Nov 2026 14:00:00 GMT", noon() + TimeDelta::hours(2))]
    {
        let mut world = followed(&[]).await;
        let headers = vec![("retry-after", after.to_owned())];
        world.answers("/feed", Answer { status: 503, headers, ..Answer::default() });
        world.watch = Arc::new(Watch { clock: Clock::starting_at(now), ..(*world.watch).clone() });
        // chance, which only adds, does not hide it every time
        for _ in 0..60 {
            let feed = world.stored().await;
            world.watch.poll(&feed).await.unwrap();
            assert!(world.stored().await.next_poll_at >= until, "{after}");
        }
    }
}
