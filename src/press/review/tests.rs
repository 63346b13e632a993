use chrono::Days;

use super::*;
use crate::review::tests::World;
use crate::store::Store;
use crate::store::articles::{self, New, TextFrom, arrivals, stories};
use crate::store::chats::{self, Chat, Defaults, Kind, Seen, reviews, subscriptions};
use crate::store::delivery::outbox::{self, Op};
use crate::store::feeds;
use crate::view::File;
use chrono::{DateTime, TimeDelta, Utc};

fn noon() -> DateTime<Utc> {
    "2026-02-14T12:00:00Z".parse().unwrap()
}

/// A chat that follows one feed.
struct Desk {
    store: Store,
    chat: Chat,
    feed: i64,
    stored: usize,
    _folder: tempfile::TempDir,
}

impl Desk {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start = noon() - TimeDelta::days(2);
        let store = Store::open(&folder.path().join("t.db"), start).await.unwrap();
        let mut db = store.begin().await.unwrap();
        let seen = Seen { id: 7, kind: Kind::Private, title: None, is_forum: false };
        let defaults = Defaults { zone: "UTC", digest_minute: 480 };
        let (chat, _) = chats::see(&mut db, &seen, &defaults, start).await.unwrap();
        let feed = feeds::add(&mut db, "https://herald.example/feed", start).await.unwrap();
        let new = subscriptions::New {
            chat_id: 7,
            thread: None,
            feed_id: feed,
            mode: chat.mode,
            added_by: 7,
            sample: false,
        };
        subscriptions::add(&mut db, &new, start).await.unwrap();
        reviews::set_slots(&mut db, (7, None), &[(450, 127)], start).await.unwrap();
        db.commit().await.unwrap();
        Self { store, chat, feed, stored: 0, _folder: folder }
    }

    /// Stores the next article of the demonstration as it comes at `now`.
    async fn comes(&mut self, now: DateTime<Utc>) {
        let world = World::demo(noon());
        let told = &world.told[self.stored];
        self.stored += 1;
        let article = crate::article::Article { published: Some(now), ..told.article.clone() };
        let new = New { article: &article, brief: &told.brief, text_from: TextFrom::Page };
        let mut db = self.store.begin().await.unwrap();
        let saved = articles::save(&mut db, &new, now).await.unwrap();
        arrivals::note(&mut db, self.feed, saved.id, true, now).await.unwrap();
        stories::begin(&mut db, saved.id, "", now).await.unwrap();
        db.commit().await.unwrap();
    }

    /// The documents sent so far, taken off the outbox.
    async fn sent(&self, now: DateTime<Utc>) -> Vec<File> {
        let mut files = Vec::new();
        loop {
            let mut db = self.store.begin().await.unwrap();
            // one message a chat at a time
            let taken = outbox::take(&mut db, now + TimeDelta::hours(1), &[], 50).await.unwrap();
            for row in &taken {
                assert_eq!(row.op, Op::Document);
                outbox::sent(&mut db, row.id, Some(row.id), now).await.unwrap();
                files.push(serde_json::from_str(&row.payload).unwrap());
            }
            db.commit().await.unwrap();
            if taken.is_empty() {
                return files;
            }
        }
    }

    async fn round(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        round(&self.store, None, now).await.unwrap()
    }
}

/// How many articles a review in Markdown is made of.
fn sources(file: &File) -> usize {
    let (_, sources) = file.content.split_once("## Sources").unwrap_or_default();
    sources.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count()
}

#[tokio::test]
async fn a_review_comes_once_at_its_time_and_skips_nothing() {
    let mut desk = Desk::new().await;
    let mut db = desk.store.begin().await.unwrap();
    reviews::set_format(&mut db, 7, "md").await.unwrap();
    db.commit().await.unwrap();
    let morning = noon() - TimeDelta::minutes(270);
    desk.comes(morning - TimeDelta::hours(3)).await;
    assert_eq!(desk.round(morning - TimeDelta::minutes(1)).await, morning);
    assert_eq!(desk.sent(morning).await, []);
    let next = desk.round(morning).await;
    assert_eq!(next, morning + TimeDelta::days(1));
    // a second round, and one after a restart, make nothing
    desk.round(morning).await;
    desk.round(morning + TimeDelta::minutes(5)).await;
    let first = desk.sent(morning).await;
    assert_eq!(first.len(), 1);
    assert_eq!((first[0].name.as_str(), sources(&first[0])), ("press-review-2026-02-14.md", 1));
    assert!(first[0].caption.starts_with("Press review · "), "{}", first[0].caption);
    // what came after it, one of it on the second of the round, is in the next one, whatever its own date says
    desk.comes(morning).await;
    desk.comes(morning + TimeDelta::hours(1)).await;
    let second = morning.checked_add_days(Days::new(1)).unwrap();
    desk.round(second).await;
    desk.comes(second).await;
    // missed for a day and a half: what came is in the one that is made late
    desk.round(second + TimeDelta::hours(30)).await;
    let later = desk.sent(second + TimeDelta::hours(31)).await;
    assert_eq!(later.iter().map(sources).collect::<Vec<_>>(), [2, 1]);
}

#[tokio::test]
async fn a_review_of_a_period_is_the_same_each_time_and_knows_its_topic() {
    let mut desk = Desk::new().await;
    for hour in 0..10 {
        desk.comes(noon() - TimeDelta::hours(10 - hour)).await;
    }
    let asked = |about: Option<&str>, hours| Asked {
        period: (noon() - TimeDelta::hours(hours), noon()),
        about: about.map(str::to_owned),
        place: Some((desk.chat.id, None)),
        reader: None,
    };
    let mut db = desk.store.read().await.unwrap();
    let mut count = async |about, hours| review(&mut db, &asked(about, hours), &|_, _| {}).await.unwrap();
    let whole = count(None, 24).await;
    assert_eq!((whole.review.articles, whole.feeds, whole.silent.len()), (10, 1, 0));
    assert_eq!(count(None, 24).await, whole);
    assert_eq!(count(None, 3).await.review.articles, 3);
    let dams = count(Some("dams"), 24).await.review.articles;
    assert!((1..10).contains(&dams), "{dams}");
    assert_eq!(count(Some("volcano"), 24).await.review.articles, 0);
    let nobodys = Asked { place: Some((99, None)), ..asked(None, 24) };
    assert_eq!(review(&mut db, &nobodys, &|_, _| {}).await.unwrap().review.articles, 0);
}
