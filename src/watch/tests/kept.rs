//! What an answer asked for holds on when the next one says less, or fails (rows 5 to 8 and 26 of the polling table).

use super::*;

/// A feed that asks for three hours between polls, for none in six hours of the day and none on Tuesdays; it has a hub.
const ASKING: &str = "<rss><channel><ttl>180</ttl><atom:link rel='hub' href='https://hub.example/x'/>\
    <skipHours><hour>15</hour><hour>16</hour><hour>17</hour><hour>21</hour><hour>22</hour></skipHours>\
    <skipDays><day>Tuesday</day></skipDays></channel></rss>";

fn not_modified(headers: &[(&'static str, &str)]) -> Answer {
    let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Answer { status: 304, headers, ..Answer::default() }
}

#[tokio::test]
async fn rows_7_8_and_26_what_a_feed_asked_for_holds_when_nothing_new_comes() {
    for again in [ok("text/xml", ASKING), not_modified(&[])] {
        let mut world = followed(&[]).await;
        let mut first = ok("text/xml", ASKING);
        first.headers.push(("etag", "\"1\"".into()));
        world.answers("/feed", first);
        // Monday noon
        world.poll().await;
        world.answers("/feed", again);
        // three hours, and out of the skipped ones: 18:00, then 23:00, then Wednesday
        for (quiet, then) in [(359, 361), (298, 300), (24 * 60 + 58, 25 * 60)] {
            asks_between(&mut world, TimeDelta::minutes(quiet), TimeDelta::minutes(then)).await;
        }
        let feed = world.stored().await;
        assert_eq!((feed.failures, feed.hub_url.as_deref()), (0, Some("https://hub.example/x")));
    }
}

#[tokio::test]
async fn row_8_a_failed_poll_is_not_tried_again_in_skipped_hours() {
    let mut world = followed(&[]).await;
    let skip = "<rss><channel><skipHours><hour>14</hour><hour>15</hour></skipHours></channel></rss>";
    world.answers("/feed", ok("text/xml", skip));
    world.poll().await;
    world.answers("/feed", Answer { status: 500, ..Answer::default() });
    asks_between(&mut world, TimeDelta::minutes(59), TimeDelta::minutes(67)).await;
    assert_eq!(world.stored().await.failures, 1);
    asks_between(&mut world, TimeDelta::minutes(172), TimeDelta::minutes(174)).await;
}

#[tokio::test]
async fn row_7_the_headers_of_a_304_count() {
    let mut world = followed(&[("etag", "\"1\"")]).await;
    world.poll().await;
    world.answers("/feed", not_modified(&[("cache-control", "max-age=10800")]));
    world.pass(TimeDelta::hours(2));
    world.poll().await;
    asks_between(&mut world, TimeDelta::minutes(178), TimeDelta::minutes(200)).await;
}

#[tokio::test]
async fn row_5_a_304_renews_the_validators_it_names_and_keeps_the_others() {
    let mut world = followed(&[("etag", "\"1\""), ("last-modified", "then")]).await;
    world.poll().await;
    for (named, etag, modified) in [
        (&[][..], "\"1\"", "then"),
        (&[("last-modified", "now")], "\"1\"", "now"),
        (&[("etag", "\"2\"")], "\"2\"", "now"),
        (&[], "\"2\"", "now"),
    ] {
        world.answers("/feed", not_modified(named));
        world.pass(TimeDelta::hours(2));
        world.poll().await;
        world.pass(TimeDelta::hours(2));
        world.poll().await;
        let asked = last(&world);
        assert_eq!(asked.header("if-none-match").as_deref(), Some(etag.as_bytes()));
        assert_eq!(asked.header("if-modified-since").as_deref(), Some(modified.as_bytes()));
    }
}

#[tokio::test]
async fn row_5_what_fails_anew_after_a_304_is_told_of_anew() {
    let mut world = followed(&[("etag", "\"1\"")]).await;
    world.poll().await;
    for _ in 0..2 {
        world.answers("/feed", Answer { status: 500, ..Answer::default() });
        for _ in 0..9 {
            world.pass(TimeDelta::hours(27));
            world.poll().await;
        }
        assert_eq!(world.kinds().await, [(Kind::Notice, 7)]);
        world.answers("/feed", not_modified(&[]));
        world.pass(TimeDelta::hours(27));
        world.poll().await;
    }
}
