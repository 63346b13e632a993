use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use chrono::Days;
use tokio::task::JoinSet;

use super::*;
use crate::article::{Article, Given, from_text};
use crate::brief::{self, Brief};
use crate::editor::shown::outlet;
use crate::languages::Language;
use crate::review::tests::World;
use crate::store::Store;
use crate::store::articles::{self, New, TextFrom, arrivals, stories};
use crate::store::chats::{self, Chat, Defaults, Kind, Seen, reviews, subscriptions};
use crate::store::delivery::outbox::{self, Op};
use crate::store::feeds;
use crate::translator::Translator;
use crate::view::File;
use chrono::{DateTime, TimeDelta, Utc};

fn noon() -> DateTime<Utc> {
    "2026-02-14T12:00:00Z".parse().unwrap()
}

/// A chat that follows one feed.
struct Desk {
    store: Arc<Store>,
    chat: Chat,
    feed: i64,
    world: World,
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
        Self { store: Arc::new(store), chat, feed, world: World::demo(noon()), stored: 0, _folder: folder }
    }

    /// Stores the next article of the demonstration as it comes at `now`.
    async fn comes(&mut self, now: DateTime<Utc>) {
        let told = &self.world.told[self.stored];
        self.stored += 1;
        let article = Article { published: Some(now), ..told.article.clone() };
        self.stored(&article, &told.brief, now).await;
    }

    async fn stored(&self, article: &Article, brief: &Brief, now: DateTime<Utc>) {
        let new = New { article, brief, text_from: TextFrom::Page };
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
        source: None,
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
    let outlets: Vec<String> = desk.world.told[..10].iter().map(|told| outlet(&told.article).name).collect();
    let of_first = outlets.iter().filter(|name| **name == outlets[0]).count();
    for (source, wanted) in [(outlets[0].to_uppercase(), of_first), ("nobody".to_owned(), 0)] {
        let of_one = Asked { source: Some(source.clone()), ..asked(None, 24) };
        let of_one = review(&mut db, &of_one, &|_, _| {}).await.unwrap();
        assert_eq!((of_one.review.articles, of_one.about), (wanted, Some(source)));
    }
    let nobodys = Asked { place: Some((99, None)), ..asked(None, 24) };
    assert_eq!(review(&mut db, &nobodys, &|_, _| {}).await.unwrap().review.articles, 0);
}

/// Lets the work go on for so many steps and ends it in the middle; whether it was done by then.
async fn ended_after(steps: usize, work: impl Future) -> bool {
    let mut work = std::pin::pin!(work);
    let mut left = steps;
    std::future::poll_fn(move |context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        work.as_mut().poll(context).map(|_| true)
    })
    .await
}

#[tokio::test]
async fn ended_at_any_step_every_article_is_in_one_review_and_every_review_comes_once() {
    let mut desk = Desk::new().await;
    let mut db = desk.store.begin().await.unwrap();
    reviews::set_format(&mut db, 7, "md").await.unwrap();
    db.commit().await.unwrap();
    let (mut ends, mut told) = (0, Vec::new());
    for day in 0..4 {
        let morning = noon() - TimeDelta::minutes(270) + TimeDelta::days(day);
        desk.comes(morning - TimeDelta::hours(2)).await;
        for steps in 1.. {
            if ended_after(steps, round(&desk.store, None, morning)).await {
                break;
            }
            ends += 1;
            // what comes in between is in this one or in the next
            if steps == 4 + day as usize {
                desk.comes(morning).await;
            }
        }
        told.extend(desk.sent(morning).await.iter().map(sources));
    }
    assert!(ends > 20, "{ends}");
    assert_eq!(told.len(), 4, "{told:?}");
    desk.round(noon() + TimeDelta::days(4)).await;
    let last = desk.sent(noon() + TimeDelta::days(4)).await;
    assert_eq!(told.iter().sum::<usize>() + last.iter().map(sources).sum::<usize>(), desk.stored, "{told:?}");
}

/// A pair whose weights are read from a pipe: whoever loads it waits for them.
fn waiting_model(folder: &Path) -> PathBuf {
    let pair = folder.join("pt-en");
    std::fs::create_dir_all(&pair).unwrap();
    std::fs::write(pair.join("about.json"), r#"{"name": "slow", "sums": {"model.bin": "0"}}"#).unwrap();
    let pipe = pair.join("model.bin");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    pipe
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_review_is_translated_the_database_is_free_and_an_end_then_loses_nothing() {
    let desk = Desk::new().await;
    let morning = noon() - TimeDelta::minutes(270);
    let text = "A ponte sobre o rio Ossa reabre na segunda-feira depois de um ano de obras.\n\n\
        “A ponte vai ficar aberta de dia e de noite”, disse a ministra dos Transportes, Ana Lobo, aos jornalistas.";
    let given = Given { url: Some("https://diario.example/ponte".into()), ..Given::default() };
    let article = Article { language: Language::coded("pt"), ..from_text(text, &given) };
    desk.stored(&article, &brief::write(&article), morning - TimeDelta::hours(1)).await;
    let mut db = desk.store.begin().await.unwrap();
    reviews::set_format(&mut db, 7, "md").await.unwrap();
    chats::set_reads(&mut db, 7, Some("en")).await.unwrap();
    db.commit().await.unwrap();

    let models = tempfile::tempdir().unwrap();
    let pipe = waiting_model(models.path());
    let translator = Translator::new(models.path().to_owned());
    let begun = |translator: Translator| {
        let store = Arc::clone(&desk.store);
        let mut making = JoinSet::new();
        making.spawn(async move { round(&store, Some(&translator), morning).await.unwrap() });
        making
    };
    // can be opened when the translator reads it, and makes it wait until it is closed
    let opened = async |pipe: PathBuf| {
        tokio::task::spawn_blocking(|| std::fs::File::options().write(true).open(pipe).unwrap())
            .await
            .unwrap()
    };
    let mut making = begun(translator.clone());
    let held = opened(pipe.clone()).await;
    let mut all = Vec::new();
    for _ in 0..4 {
        let reader = tokio::time::timeout(Duration::from_secs(10), desk.store.read()).await;
        all.push(reader.expect("a reader is held while a model translates").unwrap());
    }
    drop(all);
    making.abort_all();
    assert!(making.join_next().await.unwrap().unwrap_err().is_cancelled());
    drop(held);
    assert_eq!(desk.sent(morning).await, []);

    // the model turns out to be broken, and the review comes without
    let mut making = begun(Translator::new(models.path().to_owned()));
    drop(opened(pipe).await);
    making.join_next().await.unwrap().unwrap();
    begun(Translator::new(models.path().join("none"))).join_next().await.unwrap().unwrap();
    let sent = desk.sent(morning).await;
    assert_eq!(sent.iter().map(sources).collect::<Vec<_>>(), [1]);
    assert!(sent[0].content.contains("A ponte vai ficar aberta"), "{}", sent[0].content);
}
