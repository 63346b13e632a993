//! `/follow`: be told when a person is quoted or a topic appears.

use crate::bot::shared::article_card::address;
use crate::bot::shared::quote_pages;
use crate::bot::{Reply, Session, send};
use crate::store::people::followed::{self, Kind};
use crate::store::people::nearest::nearest;
use crate::store::people::speakers::{self, Person};
use crate::view::{Button, Press, bare_link};

/// Longest words to follow, in characters.
const LONGEST: usize = 80;

/// Fewest letters of what is followed: one letter stands in every article.
const SHORTEST: usize = 2;

/// Most people and topics of a chat.
const MOST: usize = 100;

/// `/follow <person or topic>`: a person when somebody of that name is quoted in what is stored.
pub(crate) async fn follow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words = args.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() || words.chars().count() > LONGEST || speakers::key(&words).is_empty() {
        return Ok(session.says("follow-how", &[]));
    }
    if let Some(url) = address(&words) {
        return Ok(send(bare_link(&url, &session.options)));
    }
    if speakers::key(&words).chars().count() < SHORTEST {
        return Ok(session.says("follow-too-short", &[("words", words.into())]));
    }
    let people = speakers::find(&mut *session.read().await?, session.reader(), &words, 2).await?;
    let only = people.first().filter(|_| people.len() == 1);
    let name = only.map(|person| quote_pages::name(person, &session.options));
    let kind = if people.is_empty() { Kind::Topic } else { Kind::Person };
    let near = if kind == Kind::Topic { nearly_named(session, &words).await? } else { None };
    let mut replies = add(session, kind, &name.unwrap_or(words)).await?;
    if let (Some(near), Some(Reply::Send(message))) = (near, replies.first_mut()) {
        let person = quote_pages::name(&near, &session.options);
        let label = session.options.locale.say("button-follow-person", &[("person", person.into())]);
        *message = std::mem::take(message).row(vec![Button::press(label, &Press::FollowSpeaker(near.id))]);
    }
    Ok(replies)
}

/// Who may be meant by a name nobody has, by its last word: a slip of a letter makes a topic of a person.
async fn nearly_named(session: &Session<'_>, words: &str) -> anyhow::Result<Option<Person>> {
    let Some(last) = words.split_whitespace().last().filter(|last| last.starts_with(char::is_uppercase))
    else {
        return Ok(None);
    };
    let near = nearest(&mut *session.search().await?, session.reader(), &[last.to_owned()], 1).await?;
    Ok(near.into_iter().next())
}

/// Follows a stored speaker.
pub(crate) async fn speaker(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let person = speakers::get(&mut *session.read().await?, session.reader(), id).await?;
    match person {
        Some(person) => {
            let name = quote_pages::name(&person, &session.options);
            add(session, Kind::Person, &name).await
        }
        None => Ok(session.says("speaker-gone", &[])),
    }
}

async fn add(session: &mut Session<'_>, kind: Kind, words: &str) -> anyhow::Result<Vec<Reply>> {
    let (place, by, now) = ((session.chat.id, session.request.thread), session.request.from.id, session.now);
    let count = followed::list(&mut *session.read().await?, session.chat.id).await?.len();
    if count >= MOST {
        return Ok(session.says("follow-full", &[("most", MOST.into())]));
    }
    let (id, is_new) = followed::add(session.write().await?, place, (kind, words), by, now).await?;
    let key = match (kind, is_new) {
        (_, false) => "follow-already",
        (Kind::Person, true) => "follow-person",
        (Kind::Topic, true) => "follow-topic",
    };
    let message = session.message(key, &[("words", words.into())]);
    let undo = Button::press(session.options.locale.word("button-undo"), &Press::Unfollow(id));
    Ok(send(if is_new { message.row(vec![undo]) } else { message }))
}
