//! What the handlers work with: the desk all share, and the session of one request.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Face, Reply, Request, StarterSet, What};
use crate::config::{Access, Config};
use crate::editor::Editor;
use crate::store::chats::{self, Chat, channels};
use crate::store::{Db, Read, Store, Write};
use crate::view::{Fault, Fill, Look, Message, Tongue, line};

/// What stands before the name of another chat that an answer is about.
const HEADING: &str = "» ";

/// What does not change from request to request.
#[derive(Clone)]
pub struct Desk {
    /// The database.
    pub store: Arc<Store>,
    /// Opens and briefs articles.
    pub editor: Editor,
    /// The network's side.
    pub face: Arc<dyn Face>,
    /// What the operator has set.
    pub rules: Arc<Rules>,
}

/// What the operator has set.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Chats and people who are operators.
    pub operators: Vec<i64>,
    /// Whether only those let in may use the bot.
    pub by_invitation: bool,
    /// Zone of a new chat.
    pub zone: Tz,
    /// Minute of the local day of a new chat's digest.
    pub digest_minute: u16,
    /// Name of the language model, if there is one.
    pub model: Option<String>,
    /// Its tokens a day.
    pub daily_tokens: u64,
    /// Lists of feeds to begin with.
    pub starter_sets: Vec<StarterSet>,
    /// Most feeds of a chat.
    pub feeds_a_chat: i64,
    /// Most requests of one person in an hour.
    pub requests_an_hour: i64,
    /// Most requests of all people of one group in an hour.
    pub requests_a_group: i64,
    /// Most articles never seen before that one person may have summarised in an hour.
    pub links_a_person: i64,
    /// The same for one group.
    pub links_a_group: i64,
}

impl Default for Rules {
    /// What CHAT.md sets where the operator sets nothing.
    fn default() -> Self {
        Self {
            operators: Vec::new(),
            by_invitation: false,
            zone: Tz::UTC,
            digest_minute: 8 * 60,
            model: None,
            daily_tokens: 0,
            starter_sets: Vec::new(),
            feeds_a_chat: 300,
            requests_an_hour: 200,
            // half of what Telegram lets a bot say to a group in an hour, so that cards still have room
            requests_a_group: 600,
            links_a_person: 30,
            links_a_group: 60,
        }
    }
}

impl Rules {
    /// What the configuration sets.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            operators: config.service.operator_chats.clone(),
            by_invitation: config.service.access_mode == Access::Invite,
            zone: config.digest.default_zone,
            digest_minute: config.digest.default_time,
            model: config.llm.provider.and(config.llm.model.clone()),
            daily_tokens: config.llm.daily_tokens,
            starter_sets: StarterSet::shipped(),
            ..Self::default()
        }
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("rules", &self.rules).finish_non_exhaustive()
    }
}

/// One request being worked on.
///
/// What a handler changes, it changes in [`Session::write`]; that transaction also ends the request and queues its
/// replies, so it is begun after everything slow is done.
pub struct Session<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// The request.
    pub request: &'a Request,
    /// Its chat.
    pub chat: Chat,
    /// How the chat sees messages.
    pub look: Look,
    /// The present.
    pub now: DateTime<Utc>,
    /// Name of the chat this is about when it is not the one it was said in: a channel run from a private chat, or
    /// a group whose feed a private notice told of.
    pub heading: Option<String>,
    write: Option<Write>,
}

impl<'a> Session<'a> {
    /// Begins work on a request: notes its chat, and how it sees messages. Returns whether the chat is new, too.
    pub(super) async fn begin(
        desk: &'a Desk,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> anyhow::Result<(Self, bool)> {
        let seen = chats::Seen {
            id: request.chat.id,
            kind: request.chat.kind.into(),
            title: request.chat.title.as_deref(),
            is_forum: request.chat.is_forum,
        };
        let zone = desk.rules.zone.name();
        let defaults = chats::Defaults { zone, digest_minute: desk.rules.digest_minute.into() };
        let mut write = desk.store.begin().await?;
        let (mut chat, is_new) = chats::see(&mut write, &seen, &defaults, now).await?;
        let tongue = request.from.language.as_deref().and_then(Tongue::of_tag);
        if let (true, true, Some(tongue)) = (is_new, request.is_private(), tongue) {
            // digests come without anybody asking, so the language of whoever asked first is kept
            chats::set_language(&mut write, chat.id, Some(tongue.code())).await?;
            chat.language = Some(tongue.code().to_owned());
        }
        let channel = match channel(&mut write, request).await? {
            Some(id) => chats::get(&mut write, id).await?,
            None => None,
        };
        write.commit().await?;
        let look = look(&chat, Some(request), desk, now);
        let mut session = Self { desk, request, chat, look, now, heading: None, write: None };
        if let Some(channel) = channel {
            session.turn_to(channel);
        }
        Ok((session, is_new))
    }

    /// Makes the request be about another chat; what is said stays in the language of the one it was said in.
    pub(super) fn turn_to(&mut self, chat: Chat) {
        let tongue = self.look.tongue;
        self.look = Look { tongue, ..look(&chat, None, self.desk, self.now) };
        self.heading = Some(chat.title.clone().unwrap_or_else(|| chat.id.to_string()));
        self.chat = chat;
    }

    /// Makes the request be about the private chat it was said in again.
    pub(super) fn back_to(&mut self, own: Option<Chat>) {
        if let Some(own) = own {
            self.look = look(&own, Some(self.request), self.desk, self.now);
            (self.chat, self.heading) = (own, None);
        }
    }

    /// Replies as they are sent: headed by the chat they are about when that is another one.
    pub(super) fn headed(&self, replies: Vec<Reply>) -> Vec<Reply> {
        let Some(name) = &self.heading else { return replies };
        let heading = format!("{HEADING}{name}");
        let headed = replies.into_iter().map(|reply| match reply {
            Reply::Send(message) => Reply::Send(message.headed(&heading)),
            Reply::Edit { message_id, message } => {
                Reply::Edit { message_id, message: message.headed(&heading) }
            }
            other => other,
        });
        headed.collect()
    }

    /// The transaction of this request, begun when first asked for. Nothing slow may come after.
    ///
    /// # Errors
    /// SQLite's.
    pub async fn write(&mut self) -> anyhow::Result<&mut Db> {
        if self.write.is_none() {
            self.write = Some(self.desk.store.begin().await?);
        }
        self.write.as_deref_mut().ok_or_else(|| anyhow::anyhow!("no transaction"))
    }

    /// A reader of what is committed.
    ///
    /// # Errors
    /// SQLite's.
    pub async fn read(&self) -> anyhow::Result<Read> {
        Ok(self.desk.store.read().await?)
    }

    /// The transaction, to be committed by whoever ends the request.
    pub(super) async fn into_write(self) -> anyhow::Result<Write> {
        match self.write {
            Some(write) => Ok(write),
            None => Ok(self.desk.store.begin().await?),
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
        line(key, fills, &self.look)
    }

    /// What went wrong, in the words of the chat.
    #[must_use]
    pub fn told(&self, fault: &Fault) -> Fill {
        fault.say(self.look.tongue).into()
    }

    /// Reads the chat and its look afresh, after settings were changed.
    ///
    /// # Errors
    /// SQLite's.
    pub async fn refresh(&mut self) -> anyhow::Result<()> {
        let id = self.chat.id;
        if let Some(chat) = chats::get(self.write().await?, id).await? {
            let new = look(&chat, Some(self.request), self.desk, self.now);
            let tongue = if self.heading.is_some() { self.look.tongue } else { new.tongue };
            self.look = Look { tongue, ..new };
            self.chat = chat;
        }
        Ok(())
    }

    /// True when an operator asks.
    #[must_use]
    pub fn by_operator(&self) -> bool {
        let operators = &self.desk.rules.operators;
        operators.contains(&self.request.from.id) || operators.contains(&self.request.chat.id)
    }

    /// Whether who asks may change this chat: in a private chat always, in a group or channel its administrators.
    pub async fn may_manage(&self) -> bool {
        let (request, chat) = (self.request, self.chat.id);
        let own = chat == request.chat.id && (request.is_private() || request.from.as_group);
        own || self.desk.face.may_manage(chat, request.from.id).await
    }
}

/// The channel a request from a private chat is for: the chosen one; for a press the one its message is headed by, so
/// that a button does what it did when it was drawn.
async fn channel(db: &mut Db, request: &Request) -> anyhow::Result<Option<i64>> {
    let person = request.from.id;
    Ok(match &request.what {
        _ if !request.is_private() => None,
        What::Press { shows, .. } if !shows.is_empty() => {
            let heading = shows.lines().next().and_then(|line| line.strip_prefix(HEADING));
            let known = channels::list(db, person).await?;
            known
                .into_iter()
                .find(|one| heading.is_some() && one.title.as_deref() == heading)
                .map(|one| one.id)
        }
        What::Text { .. } | What::Press { .. } | What::File { .. } => channels::chosen(db, person).await?,
        _ => None,
    })
}

/// How a chat sees messages; without a language of its own, in that of whoever asks.
#[must_use]
pub fn look(chat: &Chat, request: Option<&Request>, desk: &Desk, now: DateTime<Utc>) -> Look {
    let asked = request.and_then(|request| request.from.language.as_deref());
    let tongue = [chat.language.as_deref(), asked].into_iter().flatten().find_map(Tongue::of_tag);
    Look {
        tongue: tongue.unwrap_or_default(),
        zone: chat.zone.parse().unwrap_or(desk.rules.zone),
        now,
        quotes: usize::try_from(chat.quotes_a_card).unwrap_or(3),
        bot: desk.face.user_name(),
    }
}
