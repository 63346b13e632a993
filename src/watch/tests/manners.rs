//! The polling table of FEEDS in the specification, rows 17 to 22, 25 and 26: who asks, how often, and what is kept.

use axum::http::HeaderName;

use super::*;
use crate::store::feeds::State;

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

#[tokio::test]
async fn row_21_each_request_for_a_feed_is_like_the_one_before() {
    let mut world = followed(&[("set-cookie", "seen=1; Path=/"), ("etag", "\"1\"")]).await;
    for _ in 0..3 {
        world.poll().await;
        world.pass(TimeDelta::hours(3));
    }
    let asked: Vec<_> = world
        .asked("/feed")
        .into_iter()
        .map(|mut asked| {
            asked.headers.remove("if-none-match");
            (asked.query, asked.headers)
        })
        .collect();
    assert!(asked.iter().all(|one| *one == asked[0]), "{asked:?}");
    let names: Vec<&str> = asked[0].1.keys().map(HeaderName::as_str).collect();
    let mut names = names.clone();
    names.sort_unstable();
    assert_eq!(
        (asked[0].0.as_deref(), names.as_slice()),
        (None, &["accept", "accept-encoding", "host", "user-agent"][..])
    );
}

#[test]
fn row_18_at_most_two_of_one_host_are_under_way() {
    let mut under_way = UnderWay::new(9);
    let desk = (1..=3).map(|id| (id, format!("https://desk.example/{id}"), 0));
    let found: Vec<_> = desk.chain([(4, "https://wire.example/".to_owned(), 0)]).collect();
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
            (TimeDelta::hours(1), false),
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

#[tokio::test]
async fn row_26_the_hub_a_document_names_is_kept() {
    let world = followed(&[]).await;
    let text = "<rss><channel><atom:link rel='hub' href='https://hub.example/x'/></channel></rss>";
    world.answers("/feed", ok("text/xml", text));
    world.poll().await;
    assert_eq!(world.stored().await.hub_url.as_deref(), Some("https://hub.example/x"));
}
