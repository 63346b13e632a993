//! What the handlers work with: the context all share, and the session of one request.

#![expect(
    clippy::missing_errors_doc,
    reason = "each function here fails as SQLite fails, and says so only where there is more to say"
)]

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Platform, Reply, Request, Rules, What};
use crate::editor::Editor;
use crate::editor::shown::languages;
use crate::store::chats::{self, Chat, Kind, Met, channels, topics};
use crate::store::{Db, Read, Reader, Store, Write};
use crate::text::Language;
use crate::translator::Translator;
use crate::view::{Asker, Fault, Fill, Locale, Message, Press, RenderOptions, line};

/// What does not change from request to request.
#[derive(Clone)]
pub struct Context {
    /// The database.
    pub store: Arc<Store>,
    /// Opens and briefs articles.
    pub editor: Editor,
    /// The network's side.
    pub platform: Arc<dyn Platform>,
    /// What the operator has set.
    pub rules: Arc<Rules>,
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context").field("rules", &self.rules).finish_non_exhaustive()
    }
}

/// One request being worked on.
///
/// What a handler changes, it changes in [`Session::write`]; that transaction also ends the request and queues its
/// replies, so it is begun after everything slow is done.
pub struct Session<'a> {
    /// The context.
    pub context: &'a Context,
    /// The request.
    pub request: &'a Request,
    /// Its chat.
    pub chat: Chat,
    /// How the chat sees messages.
    pub options: RenderOptions,
    /// The present.
    pub now: DateTime<Utc>,
    /// Name of the chat this is about when it is not the one it was said in: a channel run from a private chat, or
    /// a group whose feed a private notice told of.
    pub heading: Option<String>,
    write: Option<Write>,
}

impl<'a> Session<'a> {
    /// The languages the chat reads; none: quotes are not translated.
    #[must_use]
    pub fn reads(&self) -> Vec<Language> {
        languages(self.chat.reads.as_deref().unwrap_or_default())
    }

    /// Begins work on a request: notes its chat, and how it sees messages. Returns how the chat was known before, too.
    pub(super) async fn begin(
        context: &'a Context,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> anyhow::Result<(Self, Met)> {
        let seen = chats::Seen {
            id: request.chat.id,
            kind: request.chat.kind.into(),
            title: request.chat.title.as_deref(),
            is_forum: request.chat.is_forum,
        };
        let zone = context.rules.zone.name();
        let defaults = chats::Defaults { zone, digest_minute: context.rules.digest_minute.into() };
        let mut write = context.store.begin().await?;
        let (mut chat, met) = chats::see(&mut write, &seen, &defaults, now).await?;
        if let Some((thread, name)) = request.thread.zip(request.topic.as_deref()) {
            topics::note(&mut write, (chat.id, thread), name).await?;
        }
        let locale = request.from.language.as_deref().and_then(Locale::of_tag);
        let keeps = request.is_private()
            || matches!(request.what, What::Joined)
                && locale.is_some_and(|locale| locale != Locale::default());
        if let (true, true, Some(locale)) = (met == Met::New, keeps, locale) {
            // digests come without anybody asking, so the language of whoever asked first is kept, or who added us where that
            // is not the usual one
            chats::set_language(&mut write, chat.id, Some(locale.code())).await?;
            chat.language = Some(locale.code().to_owned());
        }
        let channel = match channel(&mut write, request).await? {
            Some(id) => chats::get(&mut write, id).await?.filter(|chat| chat.kind != Kind::Private),
            None => None,
        };
        write.commit().await?;
        let options = render_options(&chat, Some(request), context, now);
        let mut session = Self { context, request, chat, options, now, heading: None, write: None };
        if let Some(channel) = channel {
            session.turn_to(channel);
        }
        Ok((session, met))
    }

    /// Makes the request be about another chat; what is said stays in the language of the one it was said in.
    pub(super) fn turn_to(&mut self, chat: Chat) {
        let locale = self.options.locale;
        self.options = RenderOptions { locale, ..render_options(&chat, None, self.context, self.now) };
        self.heading = Some(chat.title.clone().unwrap_or_else(|| chat.id.to_string()));
        self.chat = chat;
    }

    /// Replies as they are sent: when they are about another chat, headed by it and with buttons that carry it.
    pub(super) fn drawn(&self, replies: Vec<Reply>) -> Vec<Reply> {
        let drawn = replies.into_iter().map(|reply| match reply {
            Reply::Send(message) => Reply::Send(self.drawn_message(message)),
            Reply::Edit { message_id, message } => {
                Reply::Edit { message_id, message: self.drawn_message(message) }
            }
            Reply::File(file) if self.heading.is_some() => Reply::File(file.with_buttons_for(self.chat.id)),
            other => other,
        });
        drawn.collect()
    }

    fn drawn_message(&self, message: Message) -> Message {
        match &self.heading {
            Some(name) => message.drawn_for(self.chat.id, name),
            // words of a page that look like a heading are none
            None if self.request.is_private() && message.looks_drawn_for_another() => {
                message.with_buttons_for(self.request.chat.id)
            }
            None => message,
        }
    }

    /// The transaction of this request, begun when first asked for. Nothing slow may come after.
    pub async fn write(&mut self) -> anyhow::Result<&mut Db> {
        if self.write.is_none() {
            self.write = Some(self.context.store.begin().await?);
        }
        self.write.as_deref_mut().ok_or_else(|| anyhow::anyhow!("no transaction"))
    }

    /// Whether the host has placed models that translate.
    #[must_use]
    pub fn translates(&self) -> bool {
        self.context.editor.translator().is_some_and(Translator::has_models)
    }

    /// Who reads what is stored: the chat this is about.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::Chat(self.chat.id)
    }

    /// A connection to what is committed.
    pub async fn read(&self) -> anyhow::Result<Read> {
        Ok(self.context.store.read_for_people().await?)
    }

    /// The same for a search, which waits while others search and leaves places to those who do not.
    pub async fn search(&self) -> anyhow::Result<Read> {
        Ok(self.context.store.read_for_search().await?)
    }

    /// The transaction, to be committed by whoever ends the request.
    pub(super) async fn into_write(self) -> anyhow::Result<Write> {
        match self.write {
            Some(write) => Ok(write),
            None => Ok(self.context.store.begin().await?),
        }
    }

    /// A reply of one line of the interface.
    #[must_use]
    pub fn says(&self, key: &str, fills: &[(&str, Fill)]) -> Vec<Reply> {
        vec![Reply::Send(self.message(key, fills))]
    }

    /// A line of the interface as a message.
    #[must_use]
    pub fn message(&self, key: &str, fills: &[(&str, Fill)]) -> Message {
        line(key, fills, &self.options)
    }

    /// A short word over the chat.
    #[must_use]
    pub fn toast(&self, key: &str) -> Reply {
        Reply::Toast(self.options.locale.word(key))
    }

    /// What went wrong, in the words of the chat.
    #[must_use]
    pub fn told(&self, fault: &Fault) -> Fill {
        fault.say(self.options.locale).into()
    }

    /// Reads the chat and how it sees messages afresh, after settings were changed.
    pub async fn refresh(&mut self) -> anyhow::Result<()> {
        let id = self.chat.id;
        if let Some(chat) = chats::get(self.write().await?, id).await? {
            let new = render_options(&chat, Some(self.request), self.context, self.now);
            let locale = if self.heading.is_some() { self.options.locale } else { new.locale };
            self.options = RenderOptions { locale, ..new };
            self.chat = chat;
        }
        Ok(())
    }

    /// Who asks for help, and where.
    #[must_use]
    pub fn asker(&self) -> Asker {
        Asker { in_group: !self.request.is_private(), operates: self.by_operator() }
    }

    /// True when an operator asks.
    #[must_use]
    pub fn by_operator(&self) -> bool {
        let operators = &self.context.rules.operators;
        operators.contains(&self.request.from.id) || operators.contains(&self.request.chat.id)
    }

    /// Whether who asks may change this chat: in a private chat always, in a group or channel its administrators.
    pub async fn may_manage(&self) -> bool {
        let (request, chat) = (self.request, self.chat.id);
        let own = chat == request.chat.id && (request.is_private() || request.from.as_group);
        // one who writes as a channel is nobody the network could be asked about
        own || request.from.id > 0 && self.context.platform.may_manage(chat, request.from.id).await
    }
}

/// The other chat a request from a private chat is for: the chosen channel; for a press the chat its button carries, so
/// that it does what it did when it was drawn. What the message says is not asked: a page may have written it.
async fn channel(db: &mut Db, request: &Request) -> anyhow::Result<Option<i64>> {
    Ok(match &request.what {
        _ if !request.is_private() => None,
        What::Press { data, carried, .. } => {
            let chat = Press::chat(data).filter(|chat| *chat != request.chat.id);
            // whoever forges a press learns no name of a chat that is not theirs
            let is_theirs =
                *carried || channels::list(db, request.from.id).await?.iter().any(|one| Some(one.id) == chat);
            chat.filter(|_| is_theirs)
        }
        What::Text { .. } | What::Forwarded { .. } | What::File { .. } => {
            channels::chosen(db, request.from.id).await?
        }
        _ => None,
    })
}

/// How a chat sees messages; without a language of its own, in that of whoever asks.
#[must_use]
pub fn render_options(
    chat: &Chat,
    request: Option<&Request>,
    context: &Context,
    now: DateTime<Utc>,
) -> RenderOptions {
    let asked = request.and_then(|request| request.from.language.as_deref());
    let locale = [chat.language.as_deref(), asked].into_iter().flatten().find_map(Locale::of_tag);
    RenderOptions {
        locale: locale.unwrap_or_default(),
        zone: chat.zone.parse().unwrap_or(context.rules.zone),
        now,
        quotes: usize::try_from(chat.quotes_a_card).unwrap_or(3),
        bot: context.platform.user_name(),
    }
}
