//! A place that was told a wrong quote is told once that it was wrong; one that was not is told nothing.

use chrono::{DateTime, TimeDelta, Utc};

use crate::article::Article;
use crate::brief::{Brief, Kind, Quote, Speaker, Summary};
use crate::press::{Shelf, round};
use crate::store::Db;
use crate::store::articles::{self, New, TextFrom, arrivals};
use crate::store::chats::Mode;
use crate::store::people::reports::{self, Fix, What};
use crate::store::tests::{Scratch, chat, noon, scratch, subscribe};
use crate::text::Span;

const WORDS: &str = "We waited nine years for this";

async fn arrive(db: &mut Db, feed: i64, name: &str, at: DateTime<Utc>) -> i64 {
    let text = format!("Lakeland signed a {name}. “{WORDS},” Anna Orlo said.");
    let start = text.find(WORDS).unwrap();
    let quote = Quote {
        span: Span::new(start, start + WORDS.len()),
        text: WORDS.into(),
        kind: Kind::Direct,
        speaker: Some(Speaker { name: Some("Anna Orlo".into()), ..Speaker::default() }),
        quoted_from: None,
        via: None,
        confidence: 0.6,
        rule: "after".into(),
        key: Some(1),
    };
    let summary = Summary { sentences: vec![format!("Lakeland signed a {name}.")], ..Summary::default() };
    let article = Article {
        url: Some(format!("https://example.org/{name}")),
        title: Some(format!("A {name}")),
        text,
        published: Some(at),
        ..Article::default()
    };
    let brief = Brief { quotes: vec![quote], summary, ..Brief::default() };
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    let id = articles::save(db, &new, at).await.unwrap().id;
    arrivals::note(db, feed, id, true, at).await.unwrap();
    id
}

async fn queued(scratch: &Scratch, chat: i64) -> Vec<String> {
    let mut db = scratch.store.read().await.unwrap();
    let payloads: Vec<String> =
        sqlx::query_scalar("select payload from outbox where kind = 'digest' and chat_id = ? order by id")
            .bind(chat)
            .fetch_all(&mut *db)
            .await
            .unwrap();
    payloads
        .iter()
        .map(|payload| serde_json::from_str::<crate::view::Message>(payload).unwrap().text.text())
        .collect()
}

async fn days(scratch: &Scratch, from: DateTime<Utc>, days: i64) {
    for hour in 0..days * 24 {
        round(&scratch.store, &mut Shelf::default(), None, from + TimeDelta::hours(hour)).await.unwrap();
    }
}

/// Does a round, or is killed in it at its `steps`-th wait; returns whether it came to its end.
async fn round_of(scratch: &Scratch, now: DateTime<Utc>, steps: usize) -> bool {
    let mut shelf = Shelf::default();
    let mut work = Box::pin(round(&scratch.store, &mut shelf, None, now));
    let mut left = steps;
    std::future::poll_fn(|context| {
        if left == 0 {
            return std::task::Poll::Ready(false);
        }
        left -= 1;
        work.as_mut().poll(context).map(|done| done.is_ok())
    })
    .await
}

#[tokio::test]
async fn a_correction_is_told_once_wherever_the_program_is_killed() {
    for steps in (1..40).chain([60, 90]) {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        let (feed, _) = subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
        let ids =
            [arrive(&mut db, feed, "treaty", noon()).await, arrive(&mut db, feed, "bridge", noon()).await];
        db.commit().await.unwrap();
        days(&scratch, noon(), 1).await;
        assert_eq!(queued(&scratch, 7).await.len(), 1);
        let at = noon() + TimeDelta::hours(25);
        for (report, id) in (1..).zip(ids) {
            let mut db = scratch.store.begin().await.unwrap();
            reports::add(&mut db, id, WORDS, What::Speaker, at).await.unwrap();
            let report = reports::get(&mut db, crate::store::Reader::Itself, report).await.unwrap().unwrap();
            assert!(
                reports::fix(&mut db, &report, &Fix::Speaker(Some("Ilan Dorev".into())), at).await.unwrap()
            );
            db.commit().await.unwrap();
            // killed between the two corrections, and in the round that tells of them
            round_of(&scratch, at, steps).await;
        }
        for hour in 0..72 {
            let now = at + TimeDelta::hours(hour);
            if !round_of(&scratch, now, steps + usize::try_from(hour).unwrap()).await {
                round(&scratch.store, &mut Shelf::default(), None, now).await.unwrap();
            }
        }
        let told = queued(&scratch, 7).await.join("\n");
        let times = told.matches("Correction").count();
        assert_eq!(times, 2, "killed at wait {steps}: {told}");
    }
}

#[tokio::test]
async fn a_correction_is_told_once_to_whoever_was_told_the_quote() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    chat(&mut db, 8).await;
    let (feed, _) = subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
    let (other, _) = subscribe(&mut db, 8, "https://example.org/other.xml", Mode::Digest).await;
    let id = arrive(&mut db, feed, "treaty", noon()).await;
    arrive(&mut db, other, "bridge", noon()).await;
    db.commit().await.unwrap();
    days(&scratch, noon(), 1).await;
    assert!(queued(&scratch, 7).await[0].contains("Anna Orlo"));
    let mut db = scratch.store.begin().await.unwrap();
    let at = noon() + TimeDelta::hours(25);
    reports::add(&mut db, id, WORDS, What::Speaker, at).await.unwrap();
    let report = reports::get(&mut db, crate::store::Reader::Itself, 1).await.unwrap().unwrap();
    assert!(reports::fix(&mut db, &report, &Fix::Speaker(Some("Ilan Dorev".into())), at).await.unwrap());
    db.commit().await.unwrap();
    // it is told although nothing else is new, and only once, also when the round is done again
    days(&scratch, at, 3).await;
    let told = queued(&scratch, 7).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].contains("Correction") && told[1].contains("Ilan Dorev"), "{}", told[1]);
    assert_eq!(queued(&scratch, 8).await.len(), 1);
}
