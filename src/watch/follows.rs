//! Persons and topics that chats follow: they are told at once when a new article quotes or names one.
//!
//! The card is the article's own, so a chat that gets it by a feed already gets it once.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::Watch;
use super::sends::{line, loud, put};
use super::written::wanted;
use crate::store::Db;
use crate::store::articles::Stored;
use crate::store::chats::{self, Mode};
use crate::store::follows::{self, Follow};
use crate::store::outbox::{Kind, Op};
use crate::store::speakers::key;
use crate::store::subscriptions::Recipient;
use crate::text::{Language, Span, stem, words};
use crate::view::{self, Button, Press};

impl Watch {
    /// Queues the card of a new article for every chat that follows somebody it quotes or something it is about.
    pub(super) async fn tell_followers(
        &self,
        db: &mut Db,
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = About::of(stored);
        for follow in follows::all(db).await?.iter().filter(|follow| about.concerns(follow)) {
            let Some(one) = recipient(db, follow, now).await? else { continue };
            if loud(db, &one, stored.id, now).await?.is_none() {
                continue;
            }
            let look = self.look(&one, now);
            let card =
                crate::editor::shown::card(db, stored, None, wanted(&one, stored)).await?.message(&look);
            let words = look.tongue.say("follow-told", &[("words", follow.words.as_str().into())]);
            let end = look.tongue.say("button-unfollow", &[("words", follow.words.as_str().into())]);
            let message = card.headed(&words).row(vec![Button::press(end, &Press::Unfollow(follow.id))]);
            let key = format!("a{}", stored.id);
            put(db, &one, (Kind::Card, &key), Op::Send, &self.drawn(message, &one), now).await?;
        }
        Ok(())
    }

    /// The same for a poll that brought many articles: one list for each person or topic, but for places `told` already.
    pub(super) async fn list_for_followers(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        (stored, told): (&[Stored], &[(i64, i64)]),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about: Vec<(&Stored, About)> = stored.iter().map(|one| (one, About::of(one))).collect();
        for follow in follows::all(db).await? {
            if told.contains(&(follow.chat_id, follow.thread)) {
                continue;
            }
            let Some(one) = recipient(db, &follow, now).await? else { continue };
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
                view::list(&follow.words, &lines, &self.look(&one, now)).into_iter().enumerate()
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
    /// The folded names of those it quotes, each as its words.
    quoted: Vec<HashSet<String>>,
    language: Language,
    /// The folded stems of all its words.
    stems: HashSet<String>,
}

impl About {
    fn of(stored: &Stored) -> Self {
        let names = stored.brief.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.as_deref());
        let quoted = names.map(|name| key(name).split(' ').map(str::to_owned).collect());
        let language = stored.article.language;
        let title = stored.article.title.as_deref().unwrap_or_default();
        let stems = stems(title, language).chain(stems(&stored.article.text, language)).collect();
        Self { quoted: quoted.collect(), language, stems }
    }

    /// A person, when somebody of all these names is quoted; a topic, when the article holds all its words in some form.
    fn concerns(&self, follow: &Follow) -> bool {
        match follow.kind {
            follows::Kind::Person => {
                let names: Vec<&str> = follow.words_key.split(' ').collect();
                self.quoted.iter().any(|quoted| names.iter().all(|name| quoted.contains(*name)))
            }
            follows::Kind::Topic => {
                let mut wanted = stems(&follow.words, self.language).peekable();
                wanted.peek().is_some() && wanted.all(|stem| self.stems.contains(&stem))
            }
        }
    }
}

fn stems(text: &str, language: Language) -> impl Iterator<Item = String> + '_ {
    words(text, Span::whole(text)).map(move |word| key(&stem(word.of(text), language)))
}

/// The chat that follows, as somebody a card is sent to at once; `None` when it is gone.
async fn recipient(db: &mut Db, follow: &Follow, now: DateTime<Utc>) -> anyhow::Result<Option<Recipient>> {
    let chat = chats::get(db, follow.chat_id).await?;
    Ok(chat.map(|chat| Recipient {
        subscription_id: 0,
        chat_id: chat.id,
        thread: follow.thread,
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
