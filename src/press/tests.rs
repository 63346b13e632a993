//! Digests of a chat over days, clock steps, restarts and changes of settings: every arrival in exactly one.

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;

use crate::article::Article;
use crate::brief::Brief;
use crate::store::Db;
use crate::store::articles::{self, New, TextFrom, arrivals};
use crate::store::chats::{self, Mode, digest_slots, digests, held_back, subscriptions};
use crate::store::tests::{Scratch, chat, noon, scratch, subscribe};

use super::{Shelf, pages as redrawn, round};

mod late;

/// Stores an article and its arrival by the feed.
async fn arrive(db: &mut Db, feed: i64, name: &str, at: DateTime<Utc>) -> i64 {
    let article = Article {
        url: Some(format!("https://example.org/{name}")),
        title: Some(format!("Ministers meet over {name}")),
        text: format!("Ministers met on Monday over {name}."),
        published: Some(at),
        ..Article::default()
    };
    let brief = Brief::default();
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    let saved = articles::save(db, &new, at).await.unwrap();
    arrivals::note(db, feed, saved.id, true, at).await.unwrap();
    saved.id
}

async fn add(scratch: &Scratch, feed: i64, name: &str, at: DateTime<Utc>) {
    let mut db = scratch.store.begin().await.unwrap();
    arrive(&mut db, feed, name, at).await;
    db.commit().await.unwrap();
}

/// Chat 7 in Berlin with a digest at 08:00, following one feed.
async fn reader() -> (Scratch, i64) {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    let (feed, _) = subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
    db.commit().await.unwrap();
    (scratch, feed)
}

/// Every digest queued: its text.
async fn queued(scratch: &Scratch) -> Vec<String> {
    let mut db = scratch.store.read().await.unwrap();
    let payloads: Vec<String> =
        sqlx::query_scalar("select payload from outbox where kind = 'digest' order by id")
            .fetch_all(&mut *db)
            .await
            .unwrap();
    let text = |payload: &String| serde_json::from_str::<crate::view::Message>(payload).unwrap().text.text();
    payloads.iter().map(text).collect()
}

/// Looks every `step` from `from` to `to`.
async fn watch(scratch: &Scratch, from: DateTime<Utc>, to: DateTime<Utc>, step: TimeDelta) {
    let mut now = from;
    while now <= to {
        round(&scratch.store, &mut Shelf::default(), None, now).await.unwrap();
        now += step;
    }
}

fn berlin(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    chrono_tz::Europe::Berlin.with_ymd_and_hms(2026, 11, day, hour, minute, 0).unwrap().to_utc()
}

#[tokio::test]
async fn a_digest_comes_at_its_minute_with_what_came_since_the_last() {
    let (scratch, feed) = reader().await;
    add(&scratch, feed, "fishing", noon()).await;
    watch(&scratch, noon(), berlin(24, 7, 59), TimeDelta::minutes(7)).await;
    assert_eq!(queued(&scratch).await, Vec::<String>::new());
    watch(&scratch, berlin(24, 8, 0), berlin(24, 20, 0), TimeDelta::minutes(7)).await;
    add(&scratch, feed, "timber", berlin(24, 21, 0)).await;
    watch(&scratch, berlin(24, 21, 0), berlin(25, 20, 0), TimeDelta::minutes(7)).await;
    let digests = queued(&scratch).await;
    assert_eq!(digests.len(), 2, "{digests:?}");
    assert!(digests[0].contains("fishing") && !digests[0].contains("timber"));
    assert!(digests[1].contains("timber") && !digests[1].contains("fishing"));
}

#[tokio::test]
async fn nothing_new_says_nothing_unless_it_is_wanted() {
    for (say, messages) in [(false, 0), (true, 1)] {
        let (scratch, _) = reader().await;
        let mut db = scratch.store.begin().await.unwrap();
        chats::set_say_nothing_new(&mut db, 7, say).await.unwrap();
        db.commit().await.unwrap();
        watch(&scratch, noon(), berlin(24, 9, 0), TimeDelta::minutes(10)).await;
        assert_eq!(queued(&scratch).await.len(), messages);
    }
}

#[tokio::test]
async fn what_quiet_hours_held_stands_in_the_next_digest_and_is_counted() {
    let (scratch, _) = reader().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (feed, _) = subscribe(&mut db, 7, "https://example.org/at-once.xml", Mode::Instant).await;
    arrive(&mut db, feed, "sent at once", noon()).await;
    let article = arrive(&mut db, feed, "kept back", noon()).await;
    held_back::keep(&mut db, (7, None), article, noon()).await.unwrap();
    db.commit().await.unwrap();
    watch(&scratch, noon(), berlin(26, 9, 0), TimeDelta::minutes(30)).await;
    let digests = queued(&scratch).await;
    assert_eq!(digests.len(), 1, "{digests:?}");
    assert!(digests[0].contains("kept back") && !digests[0].contains("sent at once"));
}

#[tokio::test]
async fn a_filter_holds_for_digests_too() {
    let (scratch, feed) = reader().await;
    let mut db = scratch.store.begin().await.unwrap();
    let id = subscriptions::list(&mut db, 7).await.unwrap()[0].id;
    subscriptions::set(&mut db, 7, id, subscriptions::Set::Filter(Some("timber"))).await.unwrap();
    arrive(&mut db, feed, "fishing", noon()).await;
    arrive(&mut db, feed, "timber", noon()).await;
    db.commit().await.unwrap();
    watch(&scratch, noon(), berlin(24, 9, 0), TimeDelta::minutes(10)).await;
    let digests = queued(&scratch).await;
    assert!(
        digests.len() == 1 && digests[0].contains("timber") && !digests[0].contains("fishing"),
        "{digests:?}"
    );
}

#[tokio::test]
async fn each_topic_of_a_forum_has_its_digest_at_its_own_times() {
    let (scratch, _) = reader().await;
    let mut db = scratch.store.begin().await.unwrap();
    chats::set_say_nothing_new(&mut db, 7, true).await.unwrap();
    digest_slots::set(&mut db, (7, Some(3)), &[(720, 127)], noon()).await.unwrap();
    db.commit().await.unwrap();
    watch(&scratch, noon(), berlin(25, 7, 0), TimeDelta::minutes(10)).await;
    let mut db = scratch.store.read().await.unwrap();
    let made: Vec<(i64, i64)> =
        sqlx::query_as("select thread, slot from digests order by id").fetch_all(&mut *db).await.unwrap();
    assert_eq!(made, [(0, 480), (3, 720)]);
}

#[tokio::test]
async fn an_article_that_comes_again_by_another_feed_is_not_told_again() {
    let (scratch, feed) = reader().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (other, _) = subscribe(&mut db, 7, "https://example.org/other.xml", Mode::Digest).await;
    db.commit().await.unwrap();
    add(&scratch, feed, "fishing", noon()).await;
    watch(&scratch, noon(), berlin(24, 9, 0), TimeDelta::minutes(10)).await;
    add(&scratch, other, "fishing", berlin(24, 10, 0)).await;
    watch(&scratch, berlin(24, 10, 0), berlin(25, 9, 0), TimeDelta::minutes(10)).await;
    assert_eq!(queued(&scratch).await.len(), 1);
}

#[tokio::test]
async fn a_zone_changed_on_the_day_gives_no_second_digest_and_loses_none() {
    let (scratch, feed) = reader().await;
    add(&scratch, feed, "fishing", noon()).await;
    watch(&scratch, noon(), berlin(24, 9, 0), TimeDelta::minutes(10)).await;
    let mut db = scratch.store.begin().await.unwrap();
    chats::set_zone(&mut db, 7, "America/New_York").await.unwrap();
    db.commit().await.unwrap();
    add(&scratch, feed, "timber", berlin(24, 10, 0)).await;
    watch(&scratch, berlin(24, 9, 0), berlin(24, 23, 0), TimeDelta::minutes(10)).await;
    assert_eq!(queued(&scratch).await.len(), 1, "eight o'clock comes twice that day");
    watch(&scratch, berlin(24, 23, 0), berlin(25, 23, 0), TimeDelta::minutes(10)).await;
    let digests = queued(&scratch).await;
    assert!(digests.len() == 2 && digests[1].contains("timber"), "{digests:?}");
}

/// Something that happens in a random history.
#[derive(Debug, Clone)]
enum Step {
    /// Minutes pass, with looks between or in one leap (the program was down).
    Minutes(i64, bool),
    /// The clock is set on or back.
    Jump(i64),
    /// An article comes.
    Arrive,
    /// The person moves.
    Zone(&'static str),
    /// The person wants other times.
    Times(Vec<i64>),
}

fn step() -> impl Strategy<Value = Step> {
    let zones =
        ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "America/New_York"];
    prop_oneof![
        5 => (1_i64..900, any::<bool>()).prop_map(|(minutes, looks)| Step::Minutes(minutes, looks)),
        1 => prop_oneof![Just(-25_i64), Just(25)].prop_map(Step::Jump),
        5 => Just(Step::Arrive),
        1 => prop::sample::select(zones.to_vec()).prop_map(Step::Zone),
        1 => prop::collection::vec(0_i64..1440, 1..4).prop_map(Step::Times),
    ]
}

async fn play(start: DateTime<Utc>, steps: Vec<Step>) -> (usize, Vec<String>, Vec<(String, i64)>) {
    let (scratch, feed) = reader().await;
    let (mut now, mut count) = (start, 0);
    round(&scratch.store, &mut Shelf::default(), None, now).await.unwrap();
    for step in steps {
        match step {
            Step::Minutes(minutes, true) => {
                watch(&scratch, now, now + TimeDelta::minutes(minutes), TimeDelta::minutes(29)).await;
                now += TimeDelta::minutes(minutes);
            }
            Step::Minutes(minutes, false) => now += TimeDelta::minutes(minutes),
            Step::Jump(hours) => now += TimeDelta::hours(hours),
            Step::Arrive => {
                add(&scratch, feed, &format!("topic-{count}-end"), now).await;
                count += 1;
            }
            Step::Zone(zone) => {
                let mut db = scratch.store.begin().await.unwrap();
                chats::set_zone(&mut db, 7, zone).await.unwrap();
                db.commit().await.unwrap();
            }
            Step::Times(minutes) => {
                let mut db = scratch.store.begin().await.unwrap();
                let times: Vec<(i64, i64)> = minutes.into_iter().map(|minute| (minute, 127)).collect();
                digest_slots::set(&mut db, (7, None), &times, now).await.unwrap();
                db.commit().await.unwrap();
            }
        }
        round(&scratch.store, &mut Shelf::default(), None, now).await.unwrap();
    }
    // Four quiet days later everything has been told.
    watch(&scratch, now, now + TimeDelta::days(4), TimeDelta::minutes(119)).await;
    let mut db = scratch.store.read().await.unwrap();
    let keys = sqlx::query_as("select local_date, slot from digests where slot is not null")
        .fetch_all(&mut *db)
        .await
        .unwrap();
    drop(db);
    (count, pages(&scratch).await, keys)
}

/// The whole text of every scheduled digest.
async fn pages(scratch: &Scratch) -> Vec<String> {
    let mut db = scratch.store.read().await.unwrap();
    let ids: Vec<i64> = sqlx::query_scalar("select id from digests where slot is not null order by id")
        .fetch_all(&mut *db)
        .await
        .unwrap();
    let mut whole = Vec::new();
    for id in ids {
        let chat = chats::get(&mut db, 7).await.unwrap().unwrap();
        let stored = digests::get(&mut db, 7, id).await.unwrap().unwrap();
        let pages = redrawn(&mut db, &stored, &super::render_options(&chat, None, noon())).await.unwrap();
        whole.push(pages.iter().map(|page| page.text.text()).collect::<Vec<_>>().join("\n\n"));
    }
    whole
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn every_article_is_told_in_exactly_one_digest(
        day in 0_u64..366, minute in 0_i64..1440, steps in prop::collection::vec(step(), 1..12)
    ) {
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() + chrono::Days::new(day);
        let start = Tz::UTC.from_utc_datetime(&date.and_hms_opt(0, 0, 0).unwrap()).to_utc();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (count, digests, mut keys) = runtime.block_on(play(start + TimeDelta::minutes(minute), steps));
        for number in 0..count {
            let word = format!("over topic-{number}-end");
            let told = digests.iter().filter(|text| text.contains(&word)).count();
            prop_assert_eq!(told, 1, "{} in {:?}", word, digests);
        }
        let all = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), all);
    }
}
