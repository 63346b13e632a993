//! The watch against a web on loopback, with the time passed in.

mod answers;
mod edits;
mod fanouts;
mod first_run;
mod foreign;
mod joined;
mod kept;
mod manners;
mod moves;
mod paywall;
mod private;
mod refusals;
mod sends;
mod web;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, Uri};
use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::under_way::UnderWay;
use super::watcher::host;
use super::*;
use crate::clock::Clock;
use crate::editor::Editor;
use crate::feed::schedule::Bounds;
use crate::fetch::{Settings, Web};
use crate::store::Store;
use crate::store::chats::{Mode, subscriptions};
use crate::store::delivery::outbox::{self, Kind, Taken};
use crate::store::feeds::{self, entries};
use crate::store::tests::{Scratch, chat, noon, scratch};
use web::{Answer, Asked, Names, ok, page, reply, rss};

type Answers = Arc<Mutex<HashMap<String, Answer>>>;

/// One bot's watch, its database and the web it looks at.
struct World {
    watch: Arc<Watch>,
    folder: tempfile::TempDir,
    base: String,
    answers: Answers,
    asked: Arc<Mutex<Vec<Asked>>>,
    server: JoinSet<()>,
}

impl World {
    async fn new() -> Self {
        Self::on(scratch().await).await
    }

    async fn on(scratch: Scratch) -> Self {
        let (answers, asked) = (Answers::default(), Arc::new(Mutex::new(Vec::new())));
        let app = {
            let (answers, asked) = (Arc::clone(&answers), Arc::clone(&asked));
            Router::new().fallback(move |uri: Uri, headers: HeaderMap| {
                let (path, query) = (uri.path().to_owned(), uri.query().map(str::to_owned));
                asked.lock().unwrap().push(Asked { path, query, headers });
                reply(&answers, &uri)
            })
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut server = JoinSet::new();
        server.spawn(async move { axum::serve(listener, app).await.unwrap() });
        let watch = watch(scratch.store, &base, noon());
        Self { watch, folder: scratch.folder, base, answers, asked, server }
    }

    /// The same, started anew at `now` on the same database.
    async fn restart(self, now: DateTime<Utc>) -> Self {
        let path = self.watch.store.path().to_owned();
        self.watch.store.close().await;
        drop(self.watch);
        let store = Store::open(&path, now).await.unwrap();
        let watch = watch(store, &self.base, now);
        Self { watch, ..self }
    }

    /// Passes time, without a restart.
    fn pass(&mut self, time: TimeDelta) {
        let now = self.watch.clock.now() + time;
        let old = &self.watch;
        self.watch = Arc::new(Watch {
            store: Arc::clone(&old.store),
            editor: old.editor.clone(),
            clock: Clock::starting_at(now),
            bounds: old.bounds,
            bot: None,
            stories: old.stories.clone(),
        });
    }

    fn answers(&self, path: &str, answer: Answer) {
        self.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    fn feed(&self, names: &[&str]) {
        self.answers("/feed", ok("application/rss+xml", &rss(&self.base, names)));
    }

    fn feed_with(&self, headers: &[(&'static str, &str)], names: &[&str]) {
        let mut answer = ok("application/rss+xml", &rss(&self.base, names));
        answer.headers.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
        self.answers("/feed", answer);
    }

    /// Subscribes a chat to `/feed`; returns the numbers of the feed and of the subscription.
    async fn subscribe(&self, chat_id: i64, mode: Mode, sample: bool) -> (i64, i64) {
        let mut db = self.watch.store.begin().await.unwrap();
        chat(&mut db, chat_id).await;
        let feed_id =
            feeds::add(&mut db, &format!("{}/feed", self.base), self.watch.clock.now()).await.unwrap();
        let new =
            subscriptions::New { chat_id, thread: None, feed_id, mode, added_by: chat_id.abs(), sample };
        let added = subscriptions::add(&mut db, &new, noon()).await.unwrap();
        db.commit().await.unwrap();
        match added {
            subscriptions::Added::New(id) | subscriptions::Added::Already(id) => (feed_id, id),
        }
    }

    /// Asks the feeds that are due.
    async fn poll(&self) {
        let due = feeds::due(&mut self.watch.store.read().await.unwrap(), self.watch.clock.now(), 100)
            .await
            .unwrap();
        for feed in due {
            self.watch.poll_due(feed.id).await.unwrap();
        }
    }

    /// Briefs the entries that are due, one after the other.
    async fn brief(&self) {
        let now = self.watch.clock.now();
        loop {
            let waiting =
                entries::to_brief(&mut self.watch.store.read().await.unwrap(), now, 1).await.unwrap();
            let Some((entry, ..)) = waiting.first() else { break };
            self.watch.brief_queued(*entry).await.unwrap();
        }
    }

    async fn round(&self) {
        self.poll().await;
        self.watch.owed_samples().await.unwrap();
        self.brief().await;
    }

    async fn stored(&self) -> feeds::Feed {
        let mut db = self.watch.store.read().await.unwrap();
        let id = feeds::by_url(&mut db, &format!("{}/feed", self.base)).await.unwrap().unwrap();
        feeds::get(&mut db, id).await.unwrap().unwrap()
    }

    /// Requests for a path so far.
    fn asked(&self, path: &str) -> Vec<Asked> {
        self.asked.lock().unwrap().iter().filter(|asked| asked.path == path).cloned().collect()
    }

    fn polls(&self) -> usize {
        self.asked("/feed").len()
    }

    /// Takes everything out of the outbox, as the sender does, each message accepted.
    async fn sent(&self) -> Vec<Taken> {
        let now = self.watch.clock.now();
        let mut all = Vec::new();
        loop {
            let mut db = self.watch.store.begin().await.unwrap();
            let taken = outbox::take(&mut db, now, &[], 100).await.unwrap();
            for message in &taken {
                outbox::sent(&mut db, message.id, Some(1_000 + message.id), now).await.unwrap();
            }
            db.commit().await.unwrap();
            if taken.is_empty() {
                return all;
            }
            all.extend(taken);
        }
    }

    /// Kind and chat of every message waiting, which are accepted.
    async fn kinds(&self) -> Vec<(Kind, i64)> {
        self.sent().await.iter().map(|message| (message.kind, message.chat_id)).collect()
    }
}

/// A world with one subscriber and a feed of three entries, before the first poll.
async fn followed(headers: &[(&'static str, &str)]) -> World {
    let world = World::new().await;
    world.feed_with(headers, &["one", "two", "three"]);
    world.subscribe(7, Mode::Digest, false).await;
    world
}

fn last(world: &World) -> Asked {
    world.asked("/feed").pop().unwrap()
}

/// Asserts that nobody asks in `quiet`, and that somebody asks after `then`.
async fn asks_between(world: &mut World, quiet: TimeDelta, then: TimeDelta) {
    let before = world.polls();
    world.pass(quiet);
    world.poll().await;
    assert_eq!(world.polls(), before, "asked too early");
    world.pass(then - quiet);
    world.poll().await;
    assert_eq!(world.polls(), before + 1, "not asked in time");
}

fn watch(store: Store, base: &str, now: DateTime<Utc>) -> Arc<Watch> {
    let port = base.rsplit(':').next().unwrap();
    let allow_nets = vec![format!("127.0.0.1/32:{port}").parse().unwrap()];
    let settings = Settings { allow_nets, spacing: Duration::ZERO, ..Settings::default() };
    Arc::new(Watch {
        store: Arc::new(store),
        editor: Editor::new(Web::with_lookup(settings, Arc::new(Names)).unwrap()),
        clock: Clock::starting_at(now),
        bounds: Bounds::default(),
        bot: None,
        stories: Stories::default(),
    })
}

#[tokio::test]
async fn the_loops_poll_and_brief_until_they_are_stopped() {
    let world = World::new().await;
    world.feed(&["one", "two"]);
    world.subscribe(7, Mode::Digest, true).await;
    let stop = CancellationToken::new();
    let done = async {
        loop {
            let kinds = world.kinds().await;
            if kinds == [(Kind::Sample, 7)] {
                break stop.cancel();
            }
            assert!(kinds.is_empty());
            tokio::task::yield_now().await;
        }
    };
    tokio::join!(run(&world.watch, [world.watch.clock; 3], &stop), done);
    assert_eq!(world.polls(), 1);
}
