//! The database under load, filled through the program's own store.

use std::fmt;
use std::time::Duration;

use attache::store::chats::subscriptions::{self, New};
use attache::store::chats::{self, Defaults, Kind, Mode, Seen, digest_slots};
use attache::store::delivery::outbox::{self, Op};
use attache::store::feeds::{self, About, Validators};
use attache::store::people::followed;
use attache::store::{Db, Store};
use attache::view::Message;
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;

use crate::web::{ETAG, Web};

/// Feeds every chat follows.
const FEEDS_A_CHAT: u32 = 5;
/// Every tenth chat is a group.
const GROUPS: u32 = 10;

/// How much there is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Feeds.
    pub feeds: u32,
    /// Chats.
    pub chats: u32,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} feeds, {} chats", self.feeds, self.chats)
    }
}

/// Makes a database whose feeds, all read once, are due at moments spread from `first` over `span` from now on.
pub async fn build(web: &Web, size: Size, first: Duration, span: Duration) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let now = Utc::now();
    let store = Store::open(&folder.path().join("attache.db"), now).await.unwrap();
    let mut db = store.begin().await.unwrap();
    for feed in 1..=size.feeds {
        let id = feeds::add(&mut db, &web.url(feed), now).await.unwrap();
        let validators = Validators { etag: Some(ETAG.into()), ..Validators::default() };
        let about = About { title: Some(format!("Wire {feed}")), ..About::default() };
        let wait = first + span * feed / size.feeds;
        let wait = TimeDelta::from_std(wait).unwrap();
        feeds::answered(&mut db, id, (&validators, &about), now, wait).await.unwrap();
    }
    for chat in 1..=size.chats {
        follow(&mut db, chat, size.feeds, now).await;
    }
    db.commit().await.unwrap();
    store.close().await;
    folder
}

async fn follow(db: &mut Db, chat: u32, feeds: u32, now: DateTime<Utc>) {
    let (id, kind) = place(chat);
    let seen = Seen { id, kind, title: Some("Desk"), is_forum: false };
    chats::see(db, &seen, &Defaults { zone: "UTC", digest_minute: 480 }, now).await.unwrap();
    // as the press has left it: the digest is due some hours from now
    for slot in digest_slots::list(db, id).await.unwrap() {
        digest_slots::schedule(db, slot.id, now + TimeDelta::hours(9)).await.unwrap();
    }
    let (person, topic) = (format!("Person Follower{chat}"), format!("subject{chat} talks"));
    for follow in [(followed::Kind::Person, person.as_str()), (followed::Kind::Topic, topic.as_str())] {
        followed::add(db, (id, None), follow, 1, now).await.unwrap();
    }
    for step in 0..FEEDS_A_CHAT {
        let feed_id = i64::from((chat * 7 + step * (feeds / FEEDS_A_CHAT)) % feeds + 1);
        let mode = if step < 2 { Mode::Instant } else { Mode::Digest };
        let new = New { chat_id: id, thread: None, feed_id, mode, added_by: 1, sample: false };
        subscriptions::add(db, &new, now).await.unwrap();
    }
}

/// Queues so many messages, for each chat in turn.
pub async fn queue(folder: &TempDir, messages: u32, chats: u32) {
    let now = Utc::now();
    let store = Store::open(&folder.path().join("attache.db"), now).await.unwrap();
    let mut db = store.begin().await.unwrap();
    let words = "Tavria and Norland agreed on Monday to keep the border crossing open. ".repeat(12);
    let payload = serde_json::to_string(&Message::new(words)).unwrap();
    for message in 0..messages {
        let key = format!("load {message}");
        let (chat_id, _) = place(message % chats + 1);
        let kind = outbox::Kind::Card;
        let new = outbox::New { chat_id, thread: None, kind, key: &key, op: Op::Send, payload: &payload };
        outbox::put(&mut db, &new, now).await.unwrap();
    }
    db.commit().await.unwrap();
    store.close().await;
}

fn place(chat: u32) -> (i64, Kind) {
    if chat.is_multiple_of(GROUPS) {
        (-i64::from(chat), Kind::Supergroup)
    } else {
        (i64::from(chat), Kind::Private)
    }
}
