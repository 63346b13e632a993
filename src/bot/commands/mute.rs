//! `/mute`: what a chat does not want to hear of, over all feeds.

use crate::bot::shared::quote_pages;
use crate::bot::{Reply, Session, send};
use crate::digest::{Mute, lasting, means_none};
use crate::store::articles::{self, stories};
use crate::store::chats::mutes;
use crate::store::people::speakers;
use crate::view::{Button, Message, Press, shortened};

/// Longest words, in characters; most mutes of a chat.
const LONGEST: usize = 80;
const MOST: usize = 100;

/// `/mute <words or person> [7d]`; as an answer to a card, its story; alone, what is muted; `/mute off <words>` ends it.
pub(crate) async fn mute(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (words, until) = lasting(args, session.now, session.options.zone);
    let words = words.trim_matches(['"', '“', '”', '«', '»']).to_owned();
    if let Some(rest) = ends(&words) {
        return ended_by_name(session, rest).await;
    }
    let Some((mute, shown)) = meant(session, &words).await? else { return Ok(send(listed(session).await?)) };
    if words.chars().count() > LONGEST {
        return Ok(session.says("mute-long", &[("most", LONGEST.into())]));
    }
    if !words.is_empty() && speakers::key(&words).chars().count() < 2 {
        return Ok(session.says("mute-how", &[]));
    }
    let (chat, by, now) = (session.chat.id, session.request.from.id, session.now);
    if mutes::list(session.write().await?, chat, now).await?.len() >= MOST {
        return Ok(session.says("mute-full", &[("most", MOST.into())]));
    }
    let id = mutes::add(session.write().await?, chat, (&mute, &shown), until, (by, now)).await?;
    let until = until.map(|until| session.options.date_time(until));
    let key = if until.is_some() { "muted-until" } else { "muted" };
    let fills = [("words", shown.into()), ("until", until.unwrap_or_default().into())];
    let undo = Button::press(session.options.locale.word("button-undo"), &Press::Unmute(id));
    Ok(send(session.message(key, &fills).row(vec![undo])))
}

/// What is meant, and what it is called: a person when somebody of that name is quoted in what is stored.
async fn meant(session: &Session<'_>, words: &str) -> anyhow::Result<Option<(Mute, String)>> {
    let (mut read, who) = (session.read().await?, session.reader());
    if !words.is_empty() {
        let people = speakers::find(&mut read, who, words, 2).await?;
        return Ok(Some(match people.as_slice() {
            [only] => (Mute::Person(only.name.clone()), quote_pages::name(only, &session.options)),
            _ => (Mute::Words(words.to_owned()), words.to_owned()),
        }));
    }
    let links = session.request.replied.as_ref().map(|replied| replied.links.clone()).unwrap_or_default();
    for link in links {
        let link = link.split('#').next().unwrap_or_default().to_owned();
        let Some(article) = articles::by_url(&mut read, who, &link).await? else { continue };
        let Some(story) = articles::get(&mut read, who, article).await?.and_then(|stored| stored.story_id)
        else {
            continue;
        };
        if let Some(story) = stories::get(&mut read, story).await? {
            return Ok(Some((Mute::Story(story.id), shortened(&story.headline, LONGEST))));
        }
    }
    Ok(None)
}

/// What stands behind the word for no more: `/mute off grain`.
fn ends(words: &str) -> Option<&str> {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    means_none(&first.to_lowercase()).then_some(rest.trim())
}

/// Ends the mutes of these words or this person; lists what there is where none is so.
async fn ended_by_name(session: &mut Session<'_>, words: &str) -> anyhow::Result<Vec<Reply>> {
    let meant = meant(session, words).await?.map_or_else(|| words.to_owned(), |(_, shown)| shown);
    let (chat, now) = (session.chat.id, session.now);
    let keys = [speakers::key(words), speakers::key(&meant)];
    let rows = mutes::list(session.write().await?, chat, now).await?;
    let named: Vec<i64> = rows
        .iter()
        .filter(|row| !keys.contains(&String::new()) && keys.contains(&speakers::key(&row.words)))
        .map(|row| row.id)
        .collect();
    match named.as_slice() {
        [] => Ok(send(listed(session).await?)),
        several => {
            let mut told = Vec::new();
            for id in several {
                told.push(Reply::Send(ended(session, *id).await?));
            }
            Ok(told)
        }
    }
}

/// What is muted, each with the button that ends it.
pub(crate) async fn listed(session: &mut Session<'_>) -> anyhow::Result<Message> {
    let (chat, now) = (session.chat.id, session.now);
    let rows = mutes::list(session.write().await?, chat, now).await?;
    if rows.is_empty() {
        let mut message = session.message("mute-how", &[]);
        message.text = message.text.plain(" ").plain(session.options.locale.word("mute-none"));
        return Ok(message);
    }
    let options = &session.options;
    Ok(rows.into_iter().fold(session.message("mute-list", &[]), |message, row| {
        let words = match row.until {
            Some(until) => options
                .locale
                .say("mute-line", &[("words", row.words.into()), ("until", options.date_time(until).into())]),
            None => row.words,
        };
        let label = options.locale.say("button-unmute", &[("words", words.into())]);
        message.row(vec![Button::press(label, &Press::Unmute(row.id))])
    }))
}

/// Ends a mute of this chat, and says so.
pub(crate) async fn ended(session: &mut Session<'_>, id: i64) -> anyhow::Result<Message> {
    let chat = session.chat.id;
    match mutes::remove(session.write().await?, chat, id).await? {
        Some(words) => Ok(session.message("unmuted", &[("words", words.into())])),
        None => listed(session).await,
    }
}
