//! Conversations with the handlers over a database of their own, no network: goldens of what is answered.
#![expect(clippy::format_push_string, reason = "drawing a conversation for a person to read")]

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;

use super::*;
use crate::article::{self, Given};
use crate::brief::{Brief, Kind, Quote, Speaker, Summary};
use crate::clock::Clock;
use crate::editor::Editor;
use crate::fetch::{Settings, Web};
use crate::store::articles::{New, TextFrom};
use crate::store::outbox::{Op, Taken};
use crate::store::{Store, articles, outbox, updates};
use crate::text::Span;
use crate::view::{Action, Message};

mod channels;
mod rules;

fn now() -> DateTime<Utc> {
    "2026-02-14T12:00:00Z".parse().unwrap()
}

/// A face whose administrators are known.
struct Known(Vec<i64>);

impl Face for Known {
    fn may_manage(&self, _chat: i64, person: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(self.0.contains(&person)))
    }

    fn may_post(&self, chat: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(chat != -404))
    }

    fn answer(&self, _query: String, _word: Option<String>) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn file(&self, id: String, _most: u64) -> BoxFuture<'_, anyhow::Result<Vec<u8>>> {
        Box::pin(std::future::ready(Ok(id.into_bytes())))
    }

    fn user_name(&self) -> Option<String> {
        Some("attache_bot".into())
    }
}

/// A bot with a database, and a person who talks to it.
struct Talk {
    desk: Desk,
    next: i64,
    said: String,
    _folder: tempfile::TempDir,
}

impl Talk {
    async fn new(rules: Rules) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("t.db"), now()).await.unwrap();
        let web = Web::new(Settings::default()).unwrap();
        let desk = Desk {
            store: Arc::new(store),
            editor: Editor::new(web),
            face: Arc::new(Known(vec![7])),
            rules: Arc::new(rules),
        };
        Self { desk, next: 0, said: String::new(), _folder: folder }
    }

    /// One request is stored and worked on; what goes into the outbox is drawn below what was said.
    async fn ask(&mut self, chat: i64, from: i64, what: What) -> Vec<Message> {
        self.next += 1;
        let kind = match chat {
            1.. => PlaceKind::Private,
            ..=-100_000 => PlaceKind::Channel,
            _ => PlaceKind::Supergroup,
        };
        let request = Request {
            update_id: self.next,
            chat: Place { id: chat, kind, title: None, is_forum: false },
            thread: None,
            from: Person { id: from, language: None, as_group: false },
            what,
            replied: None,
        };
        work::take_in(&self.desk.store, &[request], now()).await.unwrap();
        let clock = Clock::starting_at(now());
        work::drain(&self.desk, clock).await.unwrap();
        self.sent().await
    }

    async fn says(&mut self, text: &str) -> Vec<Message> {
        self.said.push_str(&format!("\n› {text}\n"));
        let links = text.split(' ').filter(|word| word.starts_with("http")).map(str::to_owned).collect();
        self.ask(7, 7, What::Text { text: text.into(), links }).await
    }

    async fn presses(&mut self, data: &str) -> Vec<Message> {
        self.said.push_str(&format!("\n› [{data}]\n"));
        let press = What::Press {
            data: data.into(),
            message_id: Some(1),
            query: "q".into(),
            links: vec![],
            shows: String::new(),
        };
        self.ask(7, 7, press).await
    }

    async fn sent(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        loop {
            let mut write = self.desk.store.begin().await.unwrap();
            let taken = outbox::take(&mut write, now() + chrono::TimeDelta::hours(1), &[], 50).await.unwrap();
            for row in &taken {
                outbox::sent(&mut write, row.id, Some(row.id), now()).await.unwrap();
            }
            write.commit().await.unwrap();
            if taken.is_empty() {
                return messages;
            }
            for row in taken {
                self.draw(&row);
                if row.op != Op::Document {
                    messages.push(serde_json::from_str(&row.payload).unwrap());
                }
            }
        }
    }

    fn draw(&mut self, row: &Taken) {
        if row.op == Op::Document {
            let file: File = serde_json::from_str(&row.payload).unwrap();
            self.said.push_str(&format!("[file {} · {}]\n{}\n", file.name, file.caption, file.content));
            return;
        }
        let message: Message = serde_json::from_str(&row.payload).unwrap();
        let edit = if matches!(row.op, Op::Edit(_)) { "(in place) " } else { "" };
        self.said.push_str(&format!("{edit}{}\n", message.text.to_html()));
        for row in &message.keyboard {
            let labels = row.iter().map(|button| match &button.action {
                Action::Callback(data) => format!("[{} → {data}]", button.label),
                Action::Url(url) => format!("[{} → {url}]", button.label),
            });
            self.said.push_str(&format!("{}\n", labels.collect::<Vec<_>>().join(" ")));
        }
    }

    async fn store_article(&self) -> i64 {
        let text = "Lakeland signed a treaty. “We waited nine years for this,” Anna Orlo said.";
        let given = Given {
            url: Some("https://herald.example/treaty".into()),
            title: Some("Lakeland signs a river treaty".into()),
            published: Some(now()),
        };
        let article =
            article::Article { site: Some("Harbour Herald".into()), ..article::from_text(text, &given) };
        let words = "We waited nine years for this,";
        let start = text.find(words).unwrap();
        let speaker = Speaker {
            name: Some("Anna Orlo".into()),
            role: Some("Foreign Minister".into()),
            mention: Some("Anna Orlo".into()),
            span: None,
        };
        let quote = Quote {
            span: Span::new(start, start + words.len()),
            text: words.into(),
            kind: Kind::Direct,
            speaker: Some(speaker),
            quoted_from: None,
            confidence: 1.0,
            rule: "after".into(),
            key: Some(1),
        };
        let summary = Summary { sentences: vec!["Lakeland signed a treaty.".into()], ..Summary::default() };
        let brief = Brief { summary, quotes: vec![quote], warnings: vec![] };
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Page, prompt_version: None };
        let mut write = self.desk.store.begin().await.unwrap();
        let saved = articles::save(&mut write, &new, now()).await.unwrap();
        write.commit().await.unwrap();
        saved.id
    }
}

fn rules() -> Rules {
    let set = StarterSet {
        name: "wires".into(),
        titles: vec![("en".into(), "Wire agencies".into()), ("ru".into(), "Агентства".into())],
        feeds: vec!["https://one.example/feed".into(), "https://two.example/feed".into()],
    };
    Rules { starter_sets: vec![set], ..Rules::default() }
}

#[tokio::test]
async fn a_first_conversation() {
    let mut talk = Talk::new(rules()).await;
    for line in ["/start", "/sub", "/sub wires", "/feeds", "/unsub one.example", "/digest", "/stop", "/start"]
    {
        talk.says(line).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn feeds_by_buttons() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/sub wires").await;
    for line in
        ["/feeds 1 filter river dam", "/feeds 2 both", "/feeds 2 sing", "/feeds 9", "/feeds 1 filter off"]
    {
        talk.says(line).await;
    }
    for data in [
        "f:1",
        "fd:p:1",
        "fm:instant:2",
        "fd:x:1",
        "fd:u:1",
        "fd:l:1",
        "f:99",
        "fs:0",
        "set+:wires",
        "nonsense",
    ] {
        talk.presses(data).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn settings_by_text_and_by_button() {
    let mut talk = Talk::new(rules()).await;
    for line in [
        "/settings digest 08:00 18:30",
        "/settings digest 25:00",
        "/settings zone Moscow",
        "/settings zone Atlantis",
        "/settings zone +3",
        "/settings mode instant",
        "/settings mode often",
        "/settings quotes 5",
        "/settings quotes 50",
        "/settings quiet 23:00-07:00",
        "/settings quiet off",
        "/settings summary llm",
        "/settings colour blue",
        "/timezone Europe/Berlin",
        "/schedule off",
        "/settings language ru",
        "/settings",
        "/settings language английский",
    ] {
        talk.says(line).await;
    }
    for data in ["s:digest", "s=:digest:07:00", "s", "s=:language:en", "s=:empty:on"] {
        talk.presses(data).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn articles_quotes_and_topics() {
    let mut talk = Talk::new(rules()).await;
    let id = talk.store_article().await;
    for line in [
        "/summary https://herald.example/treaty",
        "/summary",
        "/summary treaty",
        "/summary volcano",
        "/quotes Orlo",
        "/quotes orlo nine since:2026-01-01 in:herald",
        "/quotes Nobody",
        "/quotes",
        "/quotes Orlo since:soon",
        "/search treaty",
        "/search",
        "/search volcano",
        "/follow Orlo",
        "/follow grain corridor",
        "/follow",
        "/unfollow",
        "/unfollow grain corridor",
        "/export quotes",
    ] {
        talk.says(line).await;
    }
    for data in [
        format!("q:{id}:0"),
        "p:1:0".into(),
        format!("c:{id}"),
        "fo:1".into(),
        "uf:1".into(),
        format!("a:{id}"),
        "a:999".into(),
    ] {
        talk.presses(&data).await;
    }
    for line in ["/start a_1", "/start q_1", "/start dg_guess_1", "/start st_77", "/start nonsense"] {
        talk.says(line).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn every_command_answers_every_input() {
    let mut talk = Talk::new(rules()).await;
    for line in [
        "/sub http://127.0.0.1/feed",
        "/sub http://2130706433/",
        "/sub ftp://example.org/feed",
        "/sub https://user:secret@example.org/",
        "/sub https://example.org:22/",
        "/sub не адрес",
        "/summary http://10.0.0.1/x",
        "/summary http://[::1]/",
        "/unsub",
        "/unsub 99",
        "/digest 2026-02-13",
        "/digest завтра",
        "/import",
        "/export",
        "/privacy",
        "/help quotes",
        "/help всё",
        "/sumary x",
        "/xyzzy",
        "/status",
        "/announce hello",
        "hello",
        "https://herald.example/treaty",
    ] {
        let messages = talk.says(line).await;
        assert!(!messages.is_empty(), "{line}: silence");
    }
    let long = "a".repeat(300_000);
    assert!(!talk.says(&long).await.is_empty());
    let planes: String = (0..=16).filter_map(|plane| char::from_u32(plane * 0x1_0000 + 0x2345)).collect();
    talk.said.truncate(talk.said.find("\n› aaaa").unwrap());
    for command in COMMANDS {
        if command.2 != Who::Operators {
            assert!(!talk.says(&format!("/{} {planes}", command.1)).await.is_empty(), "{}", command.1);
        }
    }
    let end = talk.said.find(&format!("\n› /start {planes}")).unwrap();
    talk.said.truncate(end);
    insta::assert_snapshot!(talk.said);
}
