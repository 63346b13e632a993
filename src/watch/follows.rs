//! Persons and topics that chats follow: they are told at once when a new article quotes or names one.
//!
//! The card is the article's own, so a chat that gets it by a feed already gets it once.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::model_summary::wanted;
use super::outgoing::{at_once, line, loud, put};
use super::watcher::Watch;
use crate::editor::shown;
use crate::statement::{Likeness, likeness};
use crate::store::Db;
use crate::store::articles::Stored;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::chats::{self, Mode};
use crate::store::delivery::outbox::{self, Kind, Op};
use crate::store::people::followed::{self, Alert, Follow};
use crate::store::people::speakers::key;
use crate::store::people::spellings;
use crate::text::{Language, Span, stem, words};
use crate::view::{self, Button, Message, Press};

/// Cards a day about one person or topic; what is beyond is counted in one line.
const ALERTS_A_DAY: i64 = 3;

impl Watch {
    /// Queues the card of a new article for every chat that follows somebody it quotes or something it is about.
    pub(super) async fn tell_followers(
        &self,
        db: &mut Db,
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = About::of(db, stored).await?;
        for follow in followed::all(db).await?.iter().filter(|follow| about.concerns(follow)) {
            let Some(one) = recipient(db, (follow.chat_id, follow.thread), now).await? else { continue };
            if loud(db, &one, stored.id, now).await?.is_none() {
                continue;
            }
            match followed::alert(db, follow.id, ALERTS_A_DAY, now).await? {
                Alert::Tell => {
                    let message = self.follower_card(db, stored, (&one, Some(follow)), now).await?;
                    put(db, &one, (Kind::Card, &format!("a{}", stored.id)), Op::Send, &message, now).await?;
                }
                Alert::Count(more) => self.count_more(db, follow, &one, (more, now)).await?,
            }
        }
        Ok(())
    }

    /// The one line that counts what is beyond the day's alerts: written once, then edited.
    async fn count_more(
        &self,
        db: &mut Db,
        follow: &Follow,
        one: &Recipient,
        (more, now): (i64, DateTime<Utc>),
    ) -> anyhow::Result<()> {
        let words = follow.words.as_str();
        let message = view::line(
            "follow-more",
            &[("words", words.into()), ("count", more.into())],
            &self.options(one, now),
        );
        let message = self.drawn(message, one);
        let key = format!("more{}d{}", follow.id, now.date_naive());
        let sent = outbox::by_key(db, (one.chat_id, one.thread), Kind::List, &key).await?;
        match sent.map(|sent| (sent.id, sent.message_id)) {
            None => put(db, one, (Kind::List, &key), Op::Send, &message, now).await,
            Some((_, Some(message_id))) => {
                let key = format!("{key}n{more}");
                put(db, one, (Kind::Edit, &key), Op::Edit(message_id), &message, now).await
            }
            Some((id, None)) => Ok(outbox::rewrite(db, id, &serde_json::to_string(&message)?).await?),
        }
    }

    /// An article's card again for a place that has it and follows its feed no more, or never did; `None` when the chat
    /// is gone.
    pub(super) async fn card_again(
        &self,
        db: &mut Db,
        stored: &Stored,
        (chat, thread): (i64, i64),
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<(Recipient, Message)>> {
        let Some(one) = recipient(db, (chat, thread), now).await? else { return Ok(None) };
        let about = About::of(db, stored).await?;
        let follows = followed::all(db).await?;
        let here = |follow: &&Follow| (follow.chat_id, follow.thread) == (chat, thread);
        let follow = follows.iter().filter(here).find(|follow| about.concerns(follow));
        let message = self.follower_card(db, stored, (&one, follow), now).await?;
        Ok(Some((one, message)))
    }

    /// The card for a place that follows no feed it came by, headed by what it follows.
    async fn follower_card(
        &self,
        db: &mut Db,
        stored: &Stored,
        (one, follow): (&Recipient, Option<&Follow>),
        now: DateTime<Utc>,
    ) -> anyhow::Result<Message> {
        let options = self.options(one, now);
        let mut card = shown::card(db, stored, None, wanted(one, stored)).await?.message(&options);
        if let Some(follow) = follow {
            let words = [("words", follow.words.as_str().into())];
            let end =
                Button::press(options.locale.say("button-unfollow", &words), &Press::Unfollow(follow.id));
            card = card.headed(&options.locale.say("follow-told", &words)).row(vec![end]);
        }
        Ok(self.drawn(card, one))
    }

    /// The same for a poll that brought many articles: one list for each person or topic, but for places that get the
    /// feed's own list.
    pub(super) async fn list_for_followers(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        stored: &[Stored],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let mut about: Vec<(&Stored, About)> = Vec::new();
        for one in stored {
            about.push((one, About::of(db, one).await?));
        }
        for follow in followed::all(db).await? {
            let here = subscriptions::recipient_at(db, feed, (follow.chat_id, follow.thread)).await?;
            if here.as_ref().is_some_and(at_once) {
                continue;
            }
            let Some(one) = recipient(db, (follow.chat_id, follow.thread), now).await? else { continue };
            let mut lines = Vec::new();
            for (article, _) in about.iter().filter(|(_, about)| about.concerns(&follow)) {
                if loud(db, &one, article.id, now).await?.is_some() {
                    lines.push(line(article));
                }
            }
            if lines.is_empty() {
                continue;
            }
            for (part, message) in
                view::list(&follow.words, &lines, &self.options(&one, now)).into_iter().enumerate()
            {
                let key = format!("f{feed}p{batch}w{}n{part}", follow.id);
                put(db, &one, (Kind::List, &key), Op::Send, &self.drawn(message, &one), now).await?;
            }
        }
        Ok(())
    }
}

/// What an article can be followed by.
struct About {
    /// The names of those it quotes, in all their spellings, each with its folded words.
    quoted: Vec<(String, HashSet<String>)>,
    language: Language,
    /// The folded stems of all its words.
    stems: HashSet<String>,
}

impl About {
    async fn of(db: &mut Db, stored: &Stored) -> anyhow::Result<Self> {
        let names = stored.brief.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.clone());
        let mut names: Vec<String> = names.collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        names.extend(spellings::of_keys(db, &keys).await?.into_iter().flatten());
        names.sort_unstable();
        names.dedup();
        let quoted = names.into_iter().map(|name| {
            let words = key(&name).split(' ').map(str::to_owned).collect();
            (name, words)
        });
        let language = stored.article.language;
        let title = stored.article.title.as_deref().unwrap_or_default();
        let stems = stems(title, language).chain(stems(&stored.article.text, language)).collect();
        Ok(Self { quoted: quoted.collect(), language, stems })
    }

    /// A person, when somebody of all these names is quoted, in whatever spelling; a topic, when the article holds all its words in some form.
    fn concerns(&self, follow: &Follow) -> bool {
        match follow.kind {
            followed::Kind::Person => {
                let names: Vec<&str> = follow.words_key.split(' ').collect();
                let is_surname = names.len() == 1;
                self.quoted.iter().any(|(name, words)| {
                    names.iter().all(|name| words.contains(*name))
                        || match likeness(&follow.words, name) {
                            Likeness::Same => true,
                            Likeness::Short => is_surname,
                            Likeness::Other => false,
                        }
                })
            }
            followed::Kind::Topic => {
                let mut wanted = stems(&follow.words, self.language).peekable();
                wanted.peek().is_some() && wanted.all(|stem| self.stems.contains(&stem))
            }
        }
    }
}

fn stems(text: &str, language: Language) -> impl Iterator<Item = String> + '_ {
    words(text, Span::whole(text)).map(move |word| key(&stem(word.of(text), language)))
}

/// A place in a chat, as somebody a card is sent to at once; `None` when the chat is gone.
async fn recipient(
    db: &mut Db,
    (chat, thread): (i64, i64),
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Recipient>> {
    let chat = chats::get(db, chat).await?;
    Ok(chat.map(|chat| Recipient {
        subscription_id: 0,
        chat_id: chat.id,
        thread,
        mode: Mode::Instant,
        filter: None,
        sample_due: false,
        created_at: now,
        kind: chat.kind,
        zone: chat.zone,
        language: chat.language,
        quotes_a_card: chat.quotes_a_card,
        summary_method: chat.summary_method,
        quiet_from: chat.quiet_from,
        quiet_to: chat.quiet_to,
    }))
}
