//! What others alone brought of unknown outlets comes last.

use super::*;
use crate::article::Article;
use crate::brief::{Brief, Kind, Quote, Speaker};
use crate::store::articles::{self, New, TextFrom, arrivals, search};
use crate::store::chats::Mode;
use crate::store::full_text::Terms;
use crate::store::people::quotes;
use crate::store::tests::{chat, noon, scratch, subscribe};
use crate::text::Span;

/// Stores an article in which Mara Velden says the words about the locks, the later the higher its number.
async fn said(db: &mut Db, number: i64, host: &str, words: &str) -> i64 {
    let text = format!("“{words},” Mara Velden said.");
    let start = text.find(words).unwrap();
    let quote = Quote {
        span: Span::new(start, start + words.len()),
        text: words.to_owned(),
        kind: Kind::Direct,
        speaker: Some(Speaker { name: Some("Mara Velden".into()), ..Speaker::default() }),
        quoted_from: None,
        via: None,
        confidence: 0.9,
        rule: "after".into(),
        key: None,
    };
    let at = noon() + chrono::TimeDelta::minutes(number);
    let article = Article {
        url: Some(format!("https://{host}/{number}")),
        title: Some("The locks".into()),
        published: Some(at),
        text,
        ..Article::default()
    };
    let brief = Brief { quotes: vec![quote], ..Brief::default() };
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    articles::save(db, &new, at).await.unwrap().id
}

/// The articles of the quotes about the locks, and those that a search finds, in the order in which `who` is told of them.
async fn order(db: &mut Db, who: Reader, once: bool) -> (Vec<i64>, Vec<i64>) {
    let terms = Terms::read("locks");
    let wanted = quotes::Wanted { reader: who, person: Some("Velden"), once, ..quotes::Wanted::default() };
    let (_, quoted) = quotes::find(db, &wanted, 99, 0).await.unwrap();
    let wanted = search::Wanted { reader: who, terms: Some(&terms), ..search::Wanted::default() };
    let (_, found) = search::articles(db, &wanted, 99, 0).await.unwrap();
    (quoted.iter().map(|one| one.article_id).collect(), found)
}

/// A host of the table of outlets.
fn known() -> &'static str {
    source::all().next().unwrap().hosts.split(' ').next().unwrap()
}

#[tokio::test]
async fn a_page_that_a_stranger_brought_comes_behind_what_is_known() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for id in [7, 8] {
        chat(&mut db, id).await;
    }
    let old = said(&mut db, 1, known(), "We will open the locks in May").await;
    let (feed, _) = subscribe(&mut db, 7, "https://herald.example/feed", Mode::Digest).await;
    let followed = said(&mut db, 2, "herald.example", "We shall keep the locks shut").await;
    arrivals::note(&mut db, feed, followed, true, noon()).await.unwrap();
    let forged = said(&mut db, 3, "forged.example", "We will blow up the locks").await;
    asked_for(&mut db, forged, 8).await.unwrap();
    // whoever gave it, and whoever hosts the bot, reads it as the newest
    for (who, first) in [
        (Reader::Chat(8), [forged, old, followed]),
        (Reader::Chat(7), [followed, old, forged]),
        (Reader::Anybody, [old, forged, followed]),
        (Reader::Itself, [forged, followed, old]),
    ] {
        let (quoted, found) = order(&mut db, who, true).await;
        assert_eq!(quoted, first, "{who:?}");
        assert_eq!(found, first, "{who:?}");
    }
}

#[tokio::test]
async fn a_strange_page_stands_for_no_known_report_of_the_same_words() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let old = said(&mut db, 1, known(), "We will open the locks in May").await;
    let copied = said(&mut db, 3, "forged.example", "We will open the locks in May").await;
    assert_eq!(order(&mut db, Reader::Anybody, true).await.0, [old]);
    assert_eq!(order(&mut db, Reader::Itself, true).await.0, [copied]);
    // whole statements come before fragments among the known, and among the strange
    assert_eq!(order(&mut db, Reader::Anybody, false).await.0, [old, copied]);
}

#[tokio::test]
async fn only_links_that_change_an_order_are_kept() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 8).await;
    for (number, host, kept) in [(1, known(), 0), (2, "forged.example", 1)] {
        let id = said(&mut db, number, host, "We will open the locks in May").await;
        asked_for(&mut db, id, 8).await.unwrap();
        asked_for(&mut db, id, 8).await.unwrap();
        let count = sqlx::query_scalar!("select count(*) from givers where article_id = ?", id);
        assert_eq!(count.fetch_one(&mut *db).await.unwrap(), kept, "{host}");
    }
    // nothing is noted of what is gone
    asked_for(&mut db, 99, 8).await.unwrap();
}
