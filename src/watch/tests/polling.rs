//! The polling table, row by row, as a server sees it (FEEDS of the specification; waiting alone is in `feed::schedule`).

use super::*;
use crate::store::feeds::State;

/// A world with one subscriber and a feed of three entries, before the first poll.
async fn followed(headers: &[(&'static str, &str)]) -> World {
    let world = World::new().await;
    world.feed_with(headers, &["one", "two", "three"]);
    world.subscribe(7, Mode::Digest, false).await;
    world
}

fn last(world: &World) -> Asked {
    world.asked("/feed").pop().unwrap()
}

/// Asserts that nobody asks in `quiet`, and that somebody asks after `then`.
async fn asks_between(world: &mut World, quiet: TimeDelta, then: TimeDelta) {
    let before = world.polls();
    world.pass(quiet);
    world.poll().await;
    assert_eq!(world.polls(), before, "asked too early");
    world.pass(then - quiet);
    world.poll().await;
    assert_eq!(world.polls(), before + 1, "not asked in time");
}

#[tokio::test]
async fn row_1_an_etag_goes_back_byte_for_byte() {
    for etag in ["\"a b\"", "W/\"AbC\"", "unquoted", "\"caf\u{e9}\""] {
        let mut world = followed(&[("etag", etag)]).await;
        world.poll().await;
        assert_eq!(last(&world).header("if-none-match"), None);
        world.pass(TimeDelta::hours(3));
        world.poll().await;
        assert_eq!(last(&world).header("if-none-match").as_deref(), Some(etag.as_bytes()));
        assert_eq!(last(&world).header("if-modified-since"), None);
    }
}

#[tokio::test]
async fn row_2_a_last_modified_goes_back_byte_for_byte() {
    for date in ["Mon, 23 Nov 2026 10:00:00 GMT", "yesterday", "Mon, 23 Nov 2026 10:00:00 +0000"] {
        let mut world = followed(&[("last-modified", date)]).await;
        world.poll().await;
        world.pass(TimeDelta::hours(3));
        world.poll().await;
        assert_eq!(last(&world).header("if-modified-since").as_deref(), Some(date.as_bytes()));
        assert_eq!(last(&world).header("if-none-match"), None);
    }
}

#[tokio::test]
async fn row_3_without_validators_none_are_made_up_and_an_equal_body_is_not_read() {
    let mut world = followed(&[]).await;
    world.round().await;
    asks_between(&mut world, TimeDelta::minutes(59), TimeDelta::minutes(67)).await;
    let asked = last(&world);
    assert_eq!((asked.header("if-none-match"), asked.header("if-modified-since")), (None, None));
    assert_eq!(world.stored().await.failures, 0);
    // an equal body is not read: not even one the reader would refuse
    let hash = world.stored().await.body_hash;
    assert!(hash.is_some());
    assert_eq!(entries::waiting(&mut world.watch.store.read().await.unwrap()).await.unwrap(), 0);
}

#[tokio::test]
async fn row_4_validators_are_replaced_or_forgotten() {
    let mut world = followed(&[("etag", "\"1\""), ("last-modified", "then")]).await;
    for (headers, names, etag, modified) in [
        (vec![("etag", "\"2\"")], vec!["four", "one"], Some(&b"\"2\""[..]), None),
        (vec![("last-modified", "now")], vec!["five", "four"], None, Some(&b"now"[..])),
        (vec![], vec!["five", "four"], None, None),
        (vec![("etag", "\"3\"")], vec!["five", "four"], Some(b"\"3\""), None),
    ] {
        world.poll().await;
        world.feed_with(&headers, &names);
        world.pass(TimeDelta::hours(3));
        world.poll().await;
        world.pass(TimeDelta::hours(3));
        world.poll().await;
        let asked = last(&world);
        assert_eq!(asked.header("if-none-match").as_deref(), etag);
        assert_eq!(asked.header("if-modified-since").as_deref(), modified);
    }
}

#[tokio::test]
async fn row_5_a_304_ends_failures_and_renews_validators() {
    let mut world = followed(&[("etag", "\"1\"")]).await;
    world.round().await;
    world.answers("/feed", Answer { status: 500, ..Answer::default() });
    world.pass(TimeDelta::hours(3));
    world.poll().await;
    assert_eq!(world.stored().await.failures, 1);
    world.answers(
        "/feed",
        Answer { status: 304, headers: vec![("etag", "\"2\"".into())], ..Answer::default() },
    );
    world.pass(TimeDelta::hours(3));
    world.round().await;
    let feed = world.stored().await;
    assert_eq!((feed.failures, feed.etag.as_deref()), (0, Some(&b"\"2\""[..])));
    assert_eq!(world.kinds().await, []);
}

#[tokio::test]
async fn row_6_a_document_that_cannot_be_read_leaves_the_validators() {
    let mut world = followed(&[("etag", "\"good\"")]).await;
    world.poll().await;
    let mut broken = ok("application/rss+xml", "no feed at all");
    broken.headers.push(("etag", "\"bad\"".into()));
    world.answers("/feed", broken);
    for _ in 0..2 {
        world.pass(TimeDelta::hours(5));
        world.poll().await;
        assert_eq!(last(&world).header("if-none-match").as_deref(), Some(&b"\"good\""[..]));
    }
    assert_eq!(world.stored().await.failures, 2);
}

#[tokio::test]
async fn row_7_what_the_server_or_the_feed_asks_for_is_kept() {
    for headers in
        [vec![("cache-control", "max-age=10800")], vec![("expires", "Mon, 23 Nov 2026 15:00:00 GMT")]]
    {
        let mut headers = headers;
        headers.push(("etag", "\"1\""));
        let mut world = followed(&headers).await;
        world.poll().await;
        asks_between(&mut world, TimeDelta::minutes(178), TimeDelta::minutes(200)).await;
    }
    let mut world = followed(&[]).await;
    world.answers("/feed", ok("text/xml", "<rss><channel><ttl>180</ttl></channel></rss>"));
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(178), TimeDelta::minutes(200)).await;
}

#[tokio::test]
async fn row_8_skipped_hours_pass() {
    let mut world = followed(&[]).await;
    let skip: String = (12..18).map(|hour| format!("<hour>{hour}</hour>")).collect::<Vec<_>>().concat();
    world.answers(
        "/feed",
        ok("text/xml", &format!("<rss><channel><skipHours>{skip}</skipHours></channel></rss>")),
    );
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(359), TimeDelta::minutes(362)).await;
}

#[tokio::test]
async fn row_9_the_posting_rate_decides() {
    let world = World::new().await;
    let names: Vec<String> = (0..20).map(|n| format!("n{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // twenty entries an hour apart: asked every half an hour
    world.feed_with(&[("etag", "\"1\"")], &names);
    world.subscribe(7, Mode::Digest, false).await;
    let mut world = world;
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(26), TimeDelta::minutes(34)).await;
}

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
        assert!(feed.last_error.unwrap().contains(reason), "{location}");
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
async fn rows_17_and_21_the_request_says_who_asks_and_nothing_more() {
    let world = followed(&[]).await;
    world.poll().await;
    let asked = last(&world);
    let text = |name: &str| String::from_utf8(asked.header(name).unwrap()).unwrap();
    for coding in ["gzip", "br", "zstd"] {
        assert!(text("accept-encoding").contains(coding), "{coding}");
    }
    assert_eq!(text("user-agent"), concat!("attache/", env!("CARGO_PKG_VERSION"), " (1 subscribers)"));
    for kind in ["application/rss+xml", "application/atom+xml", "application/feed+json"] {
        assert!(text("accept").contains(kind), "{kind}");
    }
    for none in ["referer", "cookie", "cache-control", "pragma"] {
        assert_eq!(asked.header(none), None, "{none}");
    }
}

#[test]
fn row_18_at_most_two_of_one_host_are_under_way() {
    let mut under_way = UnderWay::new(9);
    let desk = (1..=3).map(|id| (id, format!("https://desk.example/{id}")));
    let found: Vec<_> = desk.chain([(4, "https://wire.example/".to_owned())]).collect();
    under_way.found(found.clone());
    let begun: Vec<i64> = std::iter::from_fn(|| under_way.next(noon()).map(|(id, _)| id)).collect();
    assert_eq!(begun, [1, 2, 4]);
    under_way.found(found);
    assert_eq!(under_way.next(noon()), None, "under way already, or their host is");
    assert_eq!(
        (host("http://desk.example:8080/a"), host("https://desk.example/b")),
        ("desk.example".into(), "desk.example".into())
    );
}

#[tokio::test]
async fn row_19_a_restart_asks_nobody_before_its_time() {
    let world = followed(&[("etag", "\"1\"")]).await;
    world.poll().await;
    let mut world = world.restart(noon() + TimeDelta::minutes(50)).await;
    world.watch.spread().await.unwrap();
    world.poll().await;
    assert_eq!(world.polls(), 1);
    world.pass(TimeDelta::minutes(20));
    world.poll().await;
    assert_eq!(last(&world).header("if-none-match").as_deref(), Some(&b"\"1\""[..]));
}

#[tokio::test]
async fn row_20_many_subscribers_are_one_request() {
    let mut world = World::new().await;
    world.feed(&["one"]);
    for chat in 1..=100 {
        world.subscribe(chat, Mode::Instant, false).await;
    }
    world.round().await;
    world.feed(&["two", "one"]);
    world.pass(TimeDelta::hours(3));
    world.round().await;
    assert_eq!((world.polls(), world.asked("/a/two").len()), (2, 1));
    assert_eq!(world.kinds().await.len(), 100);
    assert!(
        String::from_utf8(last(&world).header("user-agent").unwrap()).unwrap().contains("100 subscribers")
    );
}

#[tokio::test]
async fn row_22_robots_is_asked_for_pages_once_and_not_for_feeds() {
    let world = followed(&[]).await;
    world.answers("/robots.txt", ok("text/plain", "User-agent: *\nDisallow: /feed\nDisallow: /a/two"));
    world.round().await;
    assert_eq!((world.polls(), world.asked("/robots.txt").len()), (1, 1));
    assert_eq!(["one", "two", "three"].map(|name| world.asked(&format!("/a/{name}")).len()), [1, 0, 1]);
}

#[tokio::test]
async fn row_23_a_challenge_has_its_own_words_and_the_longest_wait() {
    let mut world = followed(&[]).await;
    world.answers(
        "/feed",
        Answer { status: 403, headers: vec![("cf-mitigated", "challenge".into())], ..Answer::default() },
    );
    world.poll().await;
    assert!(world.stored().await.last_error.unwrap().contains("Cloudflare"));
    asks_between(&mut world, TimeDelta::hours(23), TimeDelta::hours(25)).await;
}

#[tokio::test]
async fn row_24_a_page_where_a_feed_was_is_a_failure_and_no_search() {
    let world = followed(&[]).await;
    let page = "<html><head><link rel=alternate type=application/rss+xml href=/other></head></html>";
    world.answers("/feed", ok("text/html", page));
    world.poll().await;
    assert_eq!(world.stored().await.last_error.unwrap(), "127.0.0.1: this is a web page, not a feed");
    assert_eq!(world.asked("/other").len(), 0);
}

#[tokio::test]
async fn row_25_feeds_overdue_at_a_start_are_spread() {
    let world = World::new().await;
    let mut db = world.watch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    for number in 0..50 {
        let url = format!("{}/{number}", world.base);
        let (feed, _) = crate::store::tests::subscribe(&mut db, 7, &url, Mode::Digest).await;
        feeds::failed(
            &mut db,
            feed,
            (State::Active, "test"),
            noon() - TimeDelta::hours(2),
            TimeDelta::hours(1),
        )
        .await
        .unwrap();
    }
    db.commit().await.unwrap();
    world.watch.spread().await.unwrap();
    let mut db = world.watch.store.read().await.unwrap();
    let due = |seconds| noon() + TimeDelta::seconds(seconds);
    let at_once = feeds::due(&mut db, due(0), 100).await.unwrap().len();
    assert!((1..10).contains(&at_once), "{at_once}");
    assert_eq!(feeds::due(&mut db, due(12), 100).await.unwrap().len(), 50);
}

#[tokio::test]
async fn row_26_the_hub_is_kept() {
    let world =
        followed(&[("link", "<https://hub.example/>; rel=\"hub\", <https://x.example/>; rel=self")]).await;
    world.poll().await;
    assert_eq!(world.stored().await.hub_url.as_deref(), Some("https://hub.example/"));
}
