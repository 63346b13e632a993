//! Persons and topics that chats follow: they are told at once when a new article quotes or names one.
//!
//! The card is the article's own, so a chat that gets it by a feed already gets it once.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::model_summary::wanted;
use super::outgoing::{A_SLICE, at_once, line, loud, put};
use super::watcher::Watch;
use crate::editor::shown;
use crate::store::Db;
use crate::store::articles::Stored;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::chats::{self, Mode};
use crate::store::delivery::fanouts;
use crate::store::delivery::outbox::{Kind, Op};
use crate::store::people::followed::{self, Follow, Words};
use crate::store::people::speakers::key;
use crate::text::{Language, Span, stem, words};
use crate::view::{self, Button, Message, Press};

impl Watch {
    /// Queues the card of a new article for every chat that follows somebody it quotes or something it is about; for very
    /// many it begins a fan-out, also where one `is_under_way` for its feed: who gets both is to get the feed's card.
    pub(super) async fn tell_followers(
        &self,
        db: &mut Db,
        feed: i64,
        (stored, is_under_way): (&Stored, bool),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = About::of(stored);
        let follows = followed::maybe_concerned(db, &about.words, 0, A_SLICE + 1).await?;
        if follows.len() as i64 > A_SLICE || is_under_way && !follows.is_empty() {
            return Ok(fanouts::begin(db, (feed, Some(stored.id)), (fanouts::Kind::Followers, 0), now).await?);
        }
        self.cards_to_followers(db, &follows, stored, now).await
    }

    /// The next slice of it; returns how far it went, `None` at the end.
    pub(super) async fn slice_of_followers(
        &self,
        db: &mut Db,
        (after, made_at): (i64, DateTime<Utc>),
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<i64>> {
        let about = About::of(stored);
        let (follows, last) = slice(db, &about.words, (after, made_at)).await?;
        self.cards_to_followers(db, &follows, stored, now).await?;
        Ok(last)
    }

    /// The card for those of `follows` whom the article concerns.
    async fn cards_to_followers(
        &self,
        db: &mut Db,
        follows: &[Follow],
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = About::of(stored);
        for follow in follows.iter().filter(|follow| about.concerns(follow)) {
            let Some(one) = recipient(db, (follow.chat_id, follow.thread), now).await? else { continue };
            if loud(db, &one, stored.id, now).await?.is_none() {
                continue;
            }
            let message = self.follower_card(db, stored, (&one, Some(follow)), now).await?;
            put(db, &one, (Kind::Card, &format!("a{}", stored.id)), Op::Send, &message, now).await?;
        }
        Ok(())
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
        let about = About::of(stored);
        let follows = followed::list(db, chat).await?;
        let here = |follow: &&Follow| follow.thread == thread;
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
        let about: Vec<(&Stored, About)> = stored.iter().map(|one| (one, About::of(one))).collect();
        let follows = followed::maybe_concerned(db, &words_of(&about), 0, A_SLICE + 1).await?;
        if follows.len() as i64 > A_SLICE {
            return Ok(fanouts::begin(db, (feed, None), (fanouts::Kind::FollowerLists, batch), now).await?);
        }
        self.lists_to_followers(db, (feed, batch), (&follows, &about), now).await
    }

    /// The next slice of it; returns how far it went, `None` at the end.
    pub(super) async fn slice_of_follower_lists(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        (after, made_at): (i64, DateTime<Utc>),
        stored: &[Stored],
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<i64>> {
        let about: Vec<(&Stored, About)> = stored.iter().map(|one| (one, About::of(one))).collect();
        let (follows, last) = slice(db, &words_of(&about), (after, made_at)).await?;
        self.lists_to_followers(db, (feed, batch), (&follows, &about), now).await?;
        Ok(last)
    }

    /// The lists for those of `follows` whom the articles concern.
    async fn lists_to_followers(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        (follows, about): (&[Follow], &[(&Stored, About)]),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        for follow in follows {
            let here = subscriptions::recipient_at(db, feed, (follow.chat_id, follow.thread)).await?;
            if here.as_ref().is_some_and(at_once) {
                continue;
            }
            let Some(one) = recipient(db, (follow.chat_id, follow.thread), now).await? else { continue };
            let mut lines = Vec::new();
            for (article, _) in about.iter().filter(|(_, about)| about.concerns(follow)) {
                if loud(db, &one, article.id, now).await?.is_some() {
                    lines.push(line(article));
                }
            }
            if lines.is_empty() {
                continue;
            }
            let messages = view::list(&follow.words, &lines, &self.options(&one, now));
            for (part, message) in messages.into_iter().enumerate() {
                let key = format!("f{feed}p{batch}w{}n{part}", follow.id);
                put(db, &one, (Kind::List, &key), Op::Send, &self.drawn(message, &one), now).await?;
            }
        }
        Ok(())
    }
}

/// What is followed and may be concerned, behind the row `after`; who came after `made_at` is left out. Also how far this
/// went, `None` at the end.
async fn slice(
    db: &mut Db,
    words: &Words,
    (after, made_at): (i64, DateTime<Utc>),
) -> anyhow::Result<(Vec<Follow>, Option<i64>)> {
    let mut follows = followed::maybe_concerned(db, words, after, A_SLICE).await?;
    let last = follows.last().filter(|_| follows.len() as i64 == A_SLICE).map(|last| last.id);
    follows.retain(|follow| follow.created_at <= made_at);
    Ok((follows, last))
}

/// What is looked up for several articles at once.
fn words_of(about: &[(&Stored, About)]) -> Words {
    let all = || about.iter().map(|(_, about)| &about.words);
    Words {
        quoted: all().flat_map(|words| words.quoted.clone()).collect(),
        stems: all().flat_map(|words| words.stems.clone()).collect(),
    }
}

/// What an article can be followed by.
struct About {
    /// The folded names of those it quotes, each as its words.
    quoted: Vec<HashSet<String>>,
    language: Language,
    words: Words,
}

impl About {
    fn of(stored: &Stored) -> Self {
        let names = stored.brief.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.as_deref());
        let quoted: Vec<HashSet<String>> =
            names.map(|name| key(name).split(' ').map(str::to_owned).collect()).collect();
        let language = stored.article.language;
        let title = stored.article.title.as_deref().unwrap_or_default();
        let stems = stems(title, language).chain(stems(&stored.article.text, language)).collect();
        let words = Words { quoted: quoted.iter().flatten().cloned().collect(), stems };
        Self { quoted, language, words }
    }

    /// A person, when somebody of all these names is quoted; a topic, when the article holds all its words in some form.
    fn concerns(&self, follow: &Follow) -> bool {
        match follow.kind {
            followed::Kind::Person => {
                let names: Vec<&str> = follow.words_key.split(' ').collect();
                self.quoted.iter().any(|quoted| names.iter().all(|name| quoted.contains(*name)))
            }
            followed::Kind::Topic => {
                let mut wanted = stems(&follow.words, self.language).peekable();
                wanted.peek().is_some() && wanted.all(|stem| self.words.stems.contains(&stem))
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
