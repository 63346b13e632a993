//! What goes when its time has passed, and what stays.

use chrono::TimeDelta;

use super::*;
use crate::article::Article;
use crate::brief::{Brief, Kind, Quote, Speaker};
use crate::store::articles::{self, stories};
use crate::store::chats::{self, Mode, State, subscriptions};
use crate::store::feeds::entries::{self, New, Origin};
use crate::store::feeds::{self, About, Validators};
use crate::store::tests::{chat, fresh, noon, scratch, subscribe};
use crate::text::Span;

#[tokio::test]
async fn a_chat_out_of_reach_is_kept_thirty_days() {
    for (days, left) in [(29, true), (31, false)] {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
        chats::set_state(&mut db, 7, State::Blocked, Some("blocked"), noon()).await.unwrap();
        tidy(&mut db, noon() + TimeDelta::days(days), None).await.unwrap();
        assert_eq!(chats::get(&mut db, 7).await.unwrap().is_some(), left, "{days} days");
        assert_eq!(subscriptions::count(&mut db, 7).await.unwrap() == 1, left, "{days} days");
    }
}

#[tokio::test]
async fn entries_go_a_month_after_they_left_the_feed_and_not_while_it_is_unchanged() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    let (feed, _) = subscribe(&mut db, 7, "https://example.org/feed.xml", Mode::Digest).await;
    let old = New { origin: Origin::Seen, ..fresh("old") };
    entries::add(&mut db, feed, &old, noon()).await.unwrap();
    let wait = TimeDelta::hours(1);
    let (validators, about) = (Validators::default(), About::default());
    feeds::answered(&mut db, feed, (&validators, &about), noon(), wait).await.unwrap();
    let later = noon() + TimeDelta::days(60);
    feeds::unchanged(&mut db, feed, &validators, later, wait).await.unwrap();
    tidy(&mut db, later, None).await.unwrap();
    assert!(entries::known(&mut db, feed, &["old"], noon()).await.unwrap().contains("old"));
    feeds::answered(&mut db, feed, (&validators, &about), later, wait).await.unwrap();
    tidy(&mut db, later, None).await.unwrap();
    assert!(entries::known(&mut db, feed, &["old"], noon()).await.unwrap().is_empty());
}

#[tokio::test]
async fn articles_past_their_time_go_with_all_that_belongs_to_them_and_the_file_shrinks() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for number in 0..1_500_i64 {
        let words =
            format!("The {number}th crossing stays open, he said again and again. {}", "Word ".repeat(3_000));
        let quote = Quote {
            span: Span::new(0, 20),
            text: words.get(..20).unwrap().to_owned(),
            kind: Kind::Direct,
            speaker: Some(Speaker {
                name: Some("Ilan Dorev".to_owned()),
                role: None,
                mention: None,
                span: None,
            }),
            quoted_from: None,
            via: None,
            confidence: 1.0,
            rule: "test".to_owned(),
            key: None,
        };
        let url = Some(format!("https://example.org/{number}"));
        let article = Article { url, text: words, ..Article::default() };
        let brief = Brief { quotes: vec![quote], ..Brief::default() };
        let new = articles::New { article: &article, brief: &brief, text_from: articles::TextFrom::Page };
        let at = noon() + TimeDelta::minutes(number);
        let id = articles::save(&mut db, &new, at).await.unwrap().id;
        if number % 2 == 0 {
            stories::begin(&mut db, id, "A crossing", at).await.unwrap();
        }
    }
    db.commit().await.unwrap();
    let size =
        |scratch: &crate::store::tests::Scratch| std::fs::metadata(scratch.store.path()).unwrap().len();
    let before = noon() + TimeDelta::minutes(1_490);
    loop {
        let mut db = scratch.store.begin().await.unwrap();
        let gone = tidy(&mut db, noon(), Some(before)).await.unwrap();
        assert!(gone <= 2 * A_SLICE as u64);
        db.commit().await.unwrap();
        if gone == 0 {
            break;
        }
    }
    let mut db = scratch.store.begin().await.unwrap();
    let counts = "select (select count(*) from articles), (select count(*) from quotes), (select count(*) from stories),
                         (select quotes from speakers)";
    let left: (i64, i64, i64, i64) = sqlx::query_as(counts).fetch_one(&mut *db).await.unwrap();
    assert_eq!(left, (10, 10, 5, 10));
    let terms = crate::store::full_text::Terms::read("crossings");
    let wanted = articles::search::Wanted { terms: Some(&terms), ..Default::default() };
    let (found, _) = articles::search::articles(&mut db, &wanted, 99, 0).await.unwrap();
    assert_eq!(found.n, 10);
    db.commit().await.unwrap();
    let mut slices = 0;
    loop {
        let mut db = scratch.store.begin().await.unwrap();
        let more = shrink(&mut db).await.unwrap();
        db.commit().await.unwrap();
        slices += 1;
        if !more {
            break;
        }
    }
    let path = scratch.store.path().to_owned();
    assert!(slices > 1, "{slices}");
    scratch.store.close().await;
    // the free pages that are left, and what is kept
    assert!(size(&scratch) < 26_000_000, "{}", size(&scratch));
    assert!(crate::store::check::whole(&path).await.is_ok());
}
