//! The polling table of FEEDS in the specification, rows 1 to 9: answers that are fine, as a server sees them (waiting alone
//! is in `feed::schedule`).

use super::*;

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
    // an equal body is not read: what is taken away meanwhile does not come back
    let hash = world.stored().await.body_hash;
    assert!(hash.is_some());
    let mut db = world.watch.store.begin().await.unwrap();
    sqlx::query("delete from entries").execute(&mut *db).await.unwrap();
    db.commit().await.unwrap();
    world.pass(TimeDelta::hours(2));
    world.poll().await;
    let feed = world.stored().await;
    assert_eq!((feed.body_hash, feed.failures), (hash, 0));
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
    broken.headers.extend([("etag", "\"bad\"".to_owned()), ("last-modified", "now".to_owned())]);
    world.answers("/feed", broken);
    for _ in 0..2 {
        world.pass(TimeDelta::hours(5));
        world.poll().await;
        let asked = last(&world);
        assert_eq!(asked.header("if-none-match").as_deref(), Some(&b"\"good\""[..]));
        assert_eq!(asked.header("if-modified-since"), None);
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
async fn row_6_a_poll_the_database_refuses_leaves_the_validators() {
    let mut world = followed(&[("etag", "\"good\"")]).await;
    world.poll().await;
    let mut db = world.watch.store.begin().await.unwrap();
    sqlx::query("create trigger refuse before insert on entries begin select raise(abort, 'full'); end")
        .execute(&mut *db)
        .await
        .unwrap();
    db.commit().await.unwrap();
    world.feed_with(&[("etag", "\"bad\"")], &["four", "one"]);
    world.pass(TimeDelta::hours(3));
    let due = world.stored().await;
    assert!(world.watch.poll(&due).await.is_err());
    assert_eq!(world.stored().await.etag.as_deref(), Some(&b"\"good\""[..]));
}

#[tokio::test]
async fn row_7_age_counts_and_nothing_asked_for_goes_beyond_the_longest_wait() {
    let mut world = followed(&[("etag", "\"1\""), ("cache-control", "max-age=10800"), ("age", "3600")]).await;
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(118), TimeDelta::minutes(135)).await;
    let mut world = followed(&[]).await;
    let daily = "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><sy:updatePeriod>daily</sy:updatePeriod>\
        <sy:updateFrequency>4</sy:updateFrequency></channel></rss>";
    world.answers("/feed", ok("text/xml", daily));
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(358), TimeDelta::minutes(400)).await;
    let mut world = followed(&[("etag", "\"1\""), ("cache-control", "max-age=31536000")]).await;
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(23 * 60 + 58), TimeDelta::minutes(24 * 60 + 2)).await;
}

#[tokio::test]
async fn row_8_skipped_days_pass() {
    // noon is a Monday's
    let mut world = followed(&[]).await;
    let skip = "<rss><channel><skipDays><day>Monday</day><day>Tuesday</day></skipDays></channel></rss>";
    world.answers("/feed", ok("text/xml", skip));
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(36 * 60 - 1), TimeDelta::minutes(36 * 60 + 1)).await;
}

#[tokio::test]
async fn row_9_until_a_rate_is_known_the_usual_wait_holds() {
    let mut world = followed(&[("etag", "\"1\"")]).await;
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(53), TimeDelta::minutes(67)).await;
}
