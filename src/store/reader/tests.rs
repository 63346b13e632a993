use chrono::{DateTime, Utc};

use super::*;
use crate::article::Article;
use crate::brief::{Brief, Kind, Quote, Speaker};
use crate::store::articles::{self, Change, New, TextFrom, arrivals, period, search, stories};
use crate::store::chats::{Mode, subscriptions};
use crate::store::feeds::{self, entries};
use crate::store::full_text::Terms;
use crate::store::people::{corrections, quotes, reports, speakers};
use crate::store::tests::{Scratch, chat, fresh, noon, scratch, subscribe};
use crate::text::Span;

const SECRET: &str = "https://desk.example/feed?token=9b1deb4d3b7d4bad";
const ALSO_SECRET: &str = "https://desk.example/feed?token=0c2efc5e4c8e5cbe";
const OPEN: &str = "https://herald.example/feed";

fn at() -> DateTime<Utc> {
    noon()
}

/// An article of a kind of its own: what it says, and who says it.
fn article(url: &str, words: &str) -> (Article, Brief) {
    let text = format!("“We will open the {words} locks in May,” Mara Velden said.");
    let start = text.find("We").unwrap();
    let end = text.find("in May").unwrap() + "in May".len();
    let quote = Quote {
        span: Span::new(start, end),
        text: text.get(start..end).unwrap().to_owned(),
        kind: Kind::Direct,
        speaker: Some(Speaker { name: Some("Mara Velden".into()), ..Speaker::default() }),
        quoted_from: None,
        via: None,
        confidence: 0.9,
        rule: "after".into(),
        key: Some(1),
    };
    let article = Article {
        url: Some(url.into()),
        title: Some(format!("The {words} locks open")),
        text,
        ..Article::default()
    };
    (article, Brief { quotes: vec![quote], ..Brief::default() })
}

/// Stores an article as the watch does that takes it from a feed.
async fn by_feed(db: &mut Db, feed: i64, url: &str, words: &str) -> (i64, Change) {
    let (article, brief) = article(url, words);
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Feed };
    let saved = if feeds::is_private(db, feed).await.unwrap() {
        articles::save_private(db, &new, at()).await.unwrap()
    } else {
        articles::save(db, &new, at()).await.unwrap()
    };
    arrivals::note(db, feed, saved.id, true, at()).await.unwrap();
    (saved.id, saved.change)
}

/// What of an article, by its word, a reader comes upon by each way there is.
async fn seen(db: &mut Db, who: Reader, (id, url, word): (i64, &str, &str)) -> Vec<&'static str> {
    let mut seen = Vec::new();
    let mut note = |way, found: bool| {
        if found {
            seen.push(way);
        }
    };
    let terms = Terms::read(word);
    note("number", articles::get(db, who, id).await.unwrap().is_some());
    note("address", articles::by_url(db, who, url).await.unwrap().is_some());
    note("heading", !articles::headings(db, who, &[id]).await.unwrap().is_empty());
    let wanted = search::Wanted { reader: who, terms: Some(&terms), ..search::Wanted::default() };
    let (count, found) = search::articles(db, &wanted, 9, 0).await.unwrap();
    note("search", found.contains(&id));
    note("count", count.n > 0);
    let between = (at() - chrono::TimeDelta::days(1), at() + chrono::TimeDelta::days(1));
    note("period", period::between(db, who, between, None, 99).await.unwrap().contains(&id));
    let wanted = quotes::Wanted { reader: who, words: Some(&terms), ..quotes::Wanted::default() };
    note("said", quotes::find(db, &wanted, 9, 0).await.unwrap().0.n > 0);
    let wanted = quotes::Wanted { person: Some("Velden"), ..wanted };
    note("said by", quotes::find(db, &wanted, 9, 0).await.unwrap().0.n > 0);
    let all = quotes::newest(db, who, i64::MAX, 99).await.unwrap();
    note("all quotes", all.iter().any(|quote| quote.article_id == id));
    note("report", reports::open(db, who, 9).await.unwrap().iter().any(|one| one.article_id == id));
    let put_right = corrections::after(db, who, 0).await.unwrap();
    note("correction", put_right.is_some_and(|(all, _)| all.iter().any(|one| one.article_id == id)));
    seen
}

/// How many quotes of the speaker the reader is told of; `None` when nobody of the name is found.
async fn told(db: &mut Db, who: Reader) -> Option<i64> {
    let found = speakers::find(db, who, "Mara Velden", 9).await.unwrap();
    let suggested = speakers::most_quoted(db, who, 9).await.unwrap();
    let near =
        crate::store::people::nearest::nearest(db, who, &["Veldenn".to_owned(), "Velden".to_owned()], 9)
            .await
            .unwrap();
    let key = speakers::by_key(db, who, "mara velden").await.unwrap();
    let counts: Vec<Option<i64>> = vec![
        found.first().map(|person| person.quotes),
        suggested.first().map(|person| person.quotes),
        near.first().map(|person| person.quotes),
        key.map(|person| person.quotes),
    ];
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    if let Some(person) = found.first() {
        let months = quotes::months(db, who, person.id, 9).await.unwrap();
        assert_eq!(months.iter().map(|(_, n)| n).sum::<i64>(), person.quotes);
    }
    counts[0]
}

const EVERY_WAY: [&str; 9] =
    ["number", "address", "heading", "search", "count", "period", "said", "said by", "all quotes"];

async fn with_chats() -> Scratch {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for id in [7, 8, 9] {
        chat(&mut db, id).await;
    }
    db.commit().await.unwrap();
    scratch
}

/// A private feed that chat 7 follows, and an open one that chat 8 does.
async fn hidden_and_open(db: &mut Db) -> (i64, i64) {
    let (hidden, _) = subscribe(db, 7, SECRET, Mode::Digest).await;
    let (open, _) = subscribe(db, 8, OPEN, Mode::Digest).await;
    (hidden, open)
}

#[tokio::test]
async fn what_a_private_feed_brings_is_for_its_followers_alone() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (feed, own) = subscribe(&mut db, 7, SECRET, Mode::Digest).await;
    let url = "https://desk.example/a";
    let (id, _) = by_feed(&mut db, feed, url, "Hale").await;
    let it = (id, url, "Hale");
    assert_eq!(seen(&mut db, Reader::Chat(7), it).await, EVERY_WAY);
    assert_eq!(seen(&mut db, Reader::Itself, it).await, EVERY_WAY);
    for stranger in [Reader::Anybody, Reader::Chat(8)] {
        assert_eq!(seen(&mut db, stranger, it).await, [""; 0], "{stranger:?}");
        assert_eq!(told(&mut db, stranger).await, None, "{stranger:?}");
    }
    assert_eq!(told(&mut db, Reader::Chat(7)).await, Some(1));
    // in no story, which would be everybody's
    assert_eq!(stories::unplaced(&mut db, at() - chrono::TimeDelta::days(1), 0, 9).await.unwrap(), []);

    // a second follower reads it as the first does
    let (_, theirs) = subscribe(&mut db, 8, SECRET, Mode::Digest).await;
    assert_eq!(seen(&mut db, Reader::Chat(8), it).await, EVERY_WAY);
    assert_eq!(seen(&mut db, Reader::Chat(9), it).await, [""; 0]);

    // who follows it no more reads it no more, and the other goes on
    assert!(subscriptions::remove(&mut db, 8, theirs, at()).await.unwrap());
    assert_eq!(seen(&mut db, Reader::Chat(8), it).await, [""; 0]);
    assert_eq!(seen(&mut db, Reader::Chat(7), it).await, EVERY_WAY);
    assert!(subscriptions::undo(&mut db, 8, theirs, at()).await.unwrap());
    assert_eq!(seen(&mut db, Reader::Chat(8), it).await, EVERY_WAY);
    assert!(subscriptions::remove(&mut db, 7, own, at()).await.unwrap());
    assert_eq!(seen(&mut db, Reader::Chat(7), it).await, [""; 0]);
}

#[tokio::test]
async fn two_private_feeds_are_private_to_their_own_followers() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (one, _) = subscribe(&mut db, 7, SECRET, Mode::Digest).await;
    let (other, _) = subscribe(&mut db, 8, ALSO_SECRET, Mode::Digest).await;
    let (first, _) = by_feed(&mut db, one, "https://desk.example/a", "Hale").await;
    let (second, _) = by_feed(&mut db, other, "https://desk.example/b", "Orde").await;
    assert_eq!(of(&mut db, Reader::Chat(7), &[first, second]).await.unwrap(), [first]);
    assert_eq!(of(&mut db, Reader::Chat(8), &[first, second]).await.unwrap(), [second]);
    assert_eq!(
        (told(&mut db, Reader::Chat(7)).await, told(&mut db, Reader::Itself).await),
        (Some(1), Some(2))
    );
}

#[tokio::test]
async fn an_article_that_also_comes_openly_is_everybodys_with_the_words_that_came_openly() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (hidden, open) = hidden_and_open(&mut db).await;
    let url = "https://desk.example/a";
    let (id, _) = by_feed(&mut db, hidden, url, "Hale").await;
    assert_eq!(by_feed(&mut db, open, url, "Orde").await, (id, Change::Edited));
    for who in [Reader::Anybody, Reader::Chat(7), Reader::Chat(9)] {
        assert_eq!(seen(&mut db, who, (id, url, "Orde")).await, EVERY_WAY, "{who:?}");
        assert_eq!(told(&mut db, who).await, Some(1), "{who:?}");
    }
    // what the private feed says later is not put into what is everybody's
    assert_eq!(by_feed(&mut db, hidden, url, "Korvo").await, (id, Change::Same));
    assert_eq!(seen(&mut db, Reader::Anybody, (id, url, "Orde")).await, EVERY_WAY);
    assert!(!stories::unplaced(&mut db, at() - chrono::TimeDelta::days(1), 0, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_same_words_openly_make_it_open() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (hidden, open) = hidden_and_open(&mut db).await;
    let url = "https://desk.example/a";
    let (id, _) = by_feed(&mut db, hidden, url, "Hale").await;
    assert_eq!(by_feed(&mut db, open, url, "Hale").await, (id, Change::Same));
    assert_eq!(seen(&mut db, Reader::Anybody, (id, url, "Hale")).await, EVERY_WAY);
    assert_eq!(told(&mut db, Reader::Anybody).await, Some(1));
}

#[tokio::test]
async fn who_gave_a_secret_address_reads_what_stands_there() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let url = "https://desk.example/a?token=9b1deb4d3b7d";
    let (article, brief) = article(url, "Hale");
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    let id = articles::save_private(&mut db, &new, at()).await.unwrap().id;
    assert_eq!(seen(&mut db, Reader::Chat(7), (id, url, "Hale")).await, [""; 0]);
    given_by(&mut db, id, 7).await.unwrap();
    assert_eq!(seen(&mut db, Reader::Chat(7), (id, url, "Hale")).await, EVERY_WAY);
    assert_eq!(seen(&mut db, Reader::Chat(8), (id, url, "Hale")).await, [""; 0]);
}

#[tokio::test]
async fn reports_and_corrections_of_private_articles_stay_with_their_readers() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (feed, _) = subscribe(&mut db, 7, SECRET, Mode::Digest).await;
    let url = "https://desk.example/a";
    let (id, _) = by_feed(&mut db, feed, url, "Hale").await;
    let quote = "We will open the Hale locks in May";
    reports::add(&mut db, id, quote, reports::What::Speaker, at()).await.unwrap();
    assert!(seen(&mut db, Reader::Chat(7), (id, url, "Hale")).await.contains(&"report"));
    assert!(reports::open(&mut db, Reader::Chat(8), 9).await.unwrap().is_empty());
    assert_eq!(reports::get(&mut db, Reader::Chat(8), 1).await.unwrap(), None);
    let report = reports::get(&mut db, Reader::Itself, 1).await.unwrap().unwrap();
    let fix = reports::Fix::Speaker(Some("Ilan Dorev".into()));
    assert!(reports::fix(&mut db, &report, &fix, at()).await.unwrap());
    assert!(seen(&mut db, Reader::Chat(7), (id, url, "Hale")).await.contains(&"correction"));
    assert_eq!(seen(&mut db, Reader::Chat(8), (id, url, "Hale")).await, [""; 0]);
    let dorev = |found: Vec<speakers::Person>| found.first().map(|person| person.quotes);
    assert_eq!(dorev(speakers::find(&mut db, Reader::Chat(7), "Dorev", 9).await.unwrap()), Some(1));
    assert_eq!(dorev(speakers::find(&mut db, Reader::Anybody, "Dorev", 9).await.unwrap()), None);
}

#[tokio::test]
async fn a_feed_that_becomes_private_or_another_takes_nothing_from_anybody() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (hidden, open) = hidden_and_open(&mut db).await;
    let (id, _) = by_feed(&mut db, hidden, "https://desk.example/a", "Hale").await;
    // the private feed has moved to where an open one is: that one's followers get nothing of what was private, nor of
    // what it was about to bring
    let waiting = entries::add(&mut db, hidden, &fresh("b"), at()).await.unwrap().unwrap();
    assert!(entries::queued(&mut db, waiting).await.unwrap().is_some());
    assert_eq!(feeds::relocate(&mut db, hidden, OPEN).await.unwrap(), open);
    assert!(entries::queued(&mut db, waiting).await.unwrap().is_none());
    assert_eq!(of(&mut db, Reader::Chat(8), &[id]).await.unwrap(), [0_i64; 0]);
    let (news, _) = by_feed(&mut db, open, "https://herald.example/b", "Orde").await;
    feeds::make_private(&mut db, open).await.unwrap();
    let (later, _) = by_feed(&mut db, open, "https://herald.example/c", "Korvo").await;
    assert_eq!(of(&mut db, Reader::Anybody, &[news, later]).await.unwrap(), [news]);
}

#[tokio::test]
async fn what_an_older_program_stored_is_settled_when_the_database_is_opened() {
    let scratch = with_chats().await;
    let mut db = scratch.store.begin().await.unwrap();
    let (hidden, open) = hidden_and_open(&mut db).await;
    let mut ids = Vec::new();
    for (url, word) in [("https://desk.example/a", "Hale"), ("https://desk.example/b", "Orde")] {
        let (article, brief) = article(url, word);
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Feed };
        let id = articles::save(&mut db, &new, at()).await.unwrap().id;
        arrivals::note(&mut db, hidden, id, true, at()).await.unwrap();
        ids.push(id);
    }
    arrivals::note(&mut db, open, ids[1], true, at()).await.unwrap();
    let story = stories::begin(&mut db, ids[0], "The Hale locks open", at()).await.unwrap();
    stories::join(&mut db, ids[1], story, 0.9, at()).await.unwrap();
    sqlx::query("update feeds set is_private = null").execute(&mut *db).await.unwrap();
    db.commit().await.unwrap();

    let scratch = scratch.restart().await;
    let mut db = scratch.store.begin().await.unwrap();
    assert_eq!(of(&mut db, Reader::Anybody, &ids).await.unwrap(), [ids[1]]);
    assert_eq!(of(&mut db, Reader::Chat(7), &ids).await.unwrap(), ids);
    assert_eq!(
        (told(&mut db, Reader::Anybody).await, told(&mut db, Reader::Chat(7)).await),
        (Some(1), Some(2))
    );
    let story = stories::get(&mut db, story).await.unwrap().unwrap();
    assert_eq!((story.central_article, story.headline.as_str()), (Some(ids[1]), "The Orde locks open"));
}
