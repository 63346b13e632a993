//! A bot with a database of its own, and a person who talks to it.

use std::sync::{Arc, Mutex};

use futures_util::future::BoxFuture;

use super::*;
use crate::article::{self, Given};
use crate::brief::{Brief, Kind, Quote, Speaker, Summary};
use crate::editor::Editor;
use crate::fetch::{Settings, Web};
use crate::store::Store;
use crate::store::articles::{self, New, TextFrom, arrivals};
use crate::store::delivery::outbox::{Op, Taken};
use crate::store::feeds;
use crate::text::Span;
use crate::view::{Action, Button};

/// A platform whose administrators are known, and that notes what is said over the chat.
pub(super) struct Known {
    administrators: Vec<i64>,
    toasts: Toasts,
    elsewhere: Elsewhere,
}

/// What was said in chats the bot is no member of.
pub(super) type Elsewhere = Arc<Mutex<Vec<String>>>;

/// The answers to presses: their words, if any.
pub(super) type Toasts = Arc<Mutex<Vec<Option<String>>>>;

impl Platform for Known {
    fn may_manage(&self, _chat: i64, person: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(self.administrators.contains(&person)))
    }

    fn may_post(&self, chat: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(chat != -404))
    }

    fn answer(&self, _query: String, word: Option<String>) -> BoxFuture<'_, ()> {
        self.toasts.lock().unwrap().push(word);
        Box::pin(std::future::ready(()))
    }

    fn file(&self, id: String, _most: u64) -> BoxFuture<'_, anyhow::Result<Vec<u8>>> {
        Box::pin(std::future::ready(Ok(id.into_bytes())))
    }

    fn typing(&self, _chat: i64, _thread: Option<i64>) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn progress(
        &self,
        _place: (i64, Option<i64>),
        _before: Option<i64>,
        _message: Message,
    ) -> BoxFuture<'_, Option<i64>> {
        Box::pin(std::future::ready(None))
    }

    fn withdraw(&self, _chat: i64, _message: i64) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn answer_guest(&self, query: String, message: Message) -> BoxFuture<'_, anyhow::Result<String>> {
        self.elsewhere.lock().unwrap().push(format!("{query}: {}", message.shows()));
        Box::pin(std::future::ready(Ok(format!("place of {query}"))))
    }

    fn edit_inline(&self, place: String, message: Message) -> BoxFuture<'_, anyhow::Result<()>> {
        self.elsewhere.lock().unwrap().push(format!("{place}: {}", message.shows()));
        Box::pin(std::future::ready(Ok(())))
    }

    fn answer_inline(&self, query: String, answer: InlineAnswer) -> BoxFuture<'_, anyhow::Result<()>> {
        let results = answer.results.iter().map(|one| {
            format!("{} | {} | {}\n{}\n", one.id, one.title, one.description, one.message.shows())
        });
        let results: String = results.collect();
        let button = answer.button.map(|words| format!("[{words}]")).unwrap_or_default();
        self.elsewhere.lock().unwrap().push(format!("{query}: {button} next {:?}\n{results}", answer.next));
        Box::pin(std::future::ready(Ok(())))
    }

    fn user_name(&self) -> Option<String> {
        Some("attache_bot".into())
    }
}

/// A press of a button that its message carries.
pub(super) fn press(data: &str) -> What {
    What::Press {
        data: data.into(),
        message_id: Some(1),
        query: "q".into(),
        links: vec![],
        shows: String::new(),
        carried: true,
    }
}

/// A bot with a database, and a person who talks to it.
pub(super) struct Talk {
    pub(super) context: Context,
    pub(super) next: i64,
    pub(super) said: String,
    pub(super) toasts: Toasts,
    pub(super) elsewhere: Elsewhere,
    _folder: tempfile::TempDir,
}

impl Talk {
    pub(super) async fn new(rules: Rules) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("t.db"), now()).await.unwrap();
        let web = Web::new(Settings::default()).unwrap();
        let (toasts, elsewhere) = (Toasts::default(), Elsewhere::default());
        let known =
            Known { administrators: vec![7], toasts: Arc::clone(&toasts), elsewhere: Arc::clone(&elsewhere) };
        let context = Context {
            store: Arc::new(store),
            editor: Editor::new(web),
            platform: Arc::new(known),
            rules: Arc::new(rules),
        };
        Self { context, next: 0, said: String::new(), toasts, elsewhere, _folder: folder }
    }

    /// One that knows an article and speaks `language`.
    pub(super) async fn in_language(language: &str, rules: Rules) -> Self {
        let mut talk = Self::new(rules).await;
        talk.store_article().await;
        if language == "ru" {
            talk.says("/язык ru").await;
            talk.said.clear();
        }
        talk
    }

    /// One request is stored and worked on; what goes into the outbox is drawn below what was said.
    pub(super) async fn ask(&mut self, chat: i64, from: i64, what: What) -> Vec<Message> {
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
            topic: None,
            from: Person { id: from, language: None, as_group: false },
            what,
            message_id: None,
            replied: None,
        };
        worker::take_in(&self.context.store, &[request], now()).await.unwrap();
        let clock = Clock::starting_at(now());
        worker::drain(&self.context, clock).await.unwrap();
        self.sent().await
    }

    pub(super) async fn says(&mut self, text: &str) -> Vec<Message> {
        self.said.push_str(&format!("\n› {text}\n"));
        let links = text.split(' ').filter(|word| word.starts_with("http")).map(str::to_owned).collect();
        self.ask(7, 7, What::Text { text: text.into(), links }).await
    }

    pub(super) async fn presses(&mut self, data: &str) -> Vec<Message> {
        self.said.push_str(&format!("\n› [{data}]\n"));
        self.ask(7, 7, press(data)).await
    }

    pub(super) async fn sent(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        loop {
            let mut write = self.context.store.begin().await.unwrap();
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
            if file.is_picture {
                assert!(file.bytes().starts_with(b"\x89PNG"));
                self.said.push_str(&format!("[picture {}]\n{}\n", file.name, file.caption));
                return self.buttons(&file.keyboard);
            }
            self.said.push_str(&format!("[file {} · {}]\n{}\n", file.name, file.caption, file.content));
            return;
        }
        let message: Message = serde_json::from_str(&row.payload).unwrap();
        let edit = if matches!(row.op, Op::Edit(_)) { "(in place) " } else { "" };
        self.said.push_str(&format!("{edit}{}\n", message.text.to_html()));
        self.buttons(&message.keyboard);
    }

    fn buttons(&mut self, keyboard: &[Vec<Button>]) {
        for row in keyboard {
            let labels = row.iter().map(|button| match &button.action {
                Action::Callback(data) => format!("[{} → {data}]", button.label),
                Action::Url(url) => format!("[{} → {url}]", button.label),
            });
            self.said.push_str(&format!("{}\n", labels.collect::<Vec<_>>().join(" ")));
        }
    }

    pub(super) async fn store_article(&self) -> i64 {
        self.store(None).await
    }

    /// The same, by a feed that the person follows where one is named.
    pub(super) async fn store(&self, feed: Option<&str>) -> i64 {
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
            via: None,
            confidence: 1.0,
            rule: "after".into(),
            key: Some(1),
        };
        let summary = Summary { sentences: vec!["Lakeland signed a treaty.".into()], ..Summary::default() };
        let brief = Brief { summary, quotes: vec![quote], warnings: vec![] };
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
        let mut write = self.context.store.begin().await.unwrap();
        let Some(feed) = feed else {
            let saved = articles::save(&mut write, &new, now()).await.unwrap();
            write.commit().await.unwrap();
            return saved.id;
        };
        let feed = feeds::by_url(&mut write, feed).await.unwrap().unwrap();
        assert!(feeds::is_private(&mut write, feed).await.unwrap());
        let saved = articles::save_private(&mut write, &new, now()).await.unwrap();
        arrivals::note(&mut write, feed, saved.id, true, now()).await.unwrap();
        write.commit().await.unwrap();
        saved.id
    }
}
