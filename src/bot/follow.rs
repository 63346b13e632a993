//! `/follow` and `/unfollow`: be told when a person is quoted or a topic appears.

use super::answer::send;
use super::{Reply, Session};
use crate::store::people::followed::{self, Kind};
use crate::store::people::speakers;
use crate::view::{Button, Press};

/// Longest words to follow, in characters.
const LONGEST: usize = 80;

/// Most people and topics of a chat.
const MOST: usize = 100;

/// `/follow <person or topic>`: a person when somebody of that name is quoted in what is stored.
pub(super) async fn follow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words = args.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() || words.chars().count() > LONGEST || speakers::key(&words).is_empty() {
        return Ok(session.says("follow-how", &[]));
    }
    let people = speakers::find(&mut *session.read().await?, &words, 2).await?;
    let name = people.first().filter(|_| people.len() == 1).map(|person| person.name.clone());
    let kind = if people.is_empty() { Kind::Topic } else { Kind::Person };
    add(session, kind, &name.unwrap_or(words)).await
}

/// Follows a stored speaker.
pub(super) async fn speaker(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let person = speakers::get(&mut *session.read().await?, id).await?;
    match person {
        Some(person) => add(session, Kind::Person, &person.name).await,
        None => Ok(session.says("speaker-gone", &[])),
    }
}

/// `/unfollow`: with words ends it, alone lists what is followed.
pub(super) async fn unfollow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let rows = followed::list(&mut *session.read().await?, session.chat.id).await?;
    if rows.is_empty() {
        return Ok(session.says("follow-none", &[]));
    }
    let key = speakers::key(args);
    let number = args.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let meant = number.and_then(|at| rows.get(at)).or_else(|| {
        rows.iter().find(|row| {
            !key.is_empty() && (row.words_key == key || row.words_key.split(' ').any(|word| word == key))
        })
    });
    if let Some(row) = meant {
        return end(session, row.id, &row.words.clone()).await;
    }
    let missing = (!key.is_empty()).then(|| session.message("follow-not", &[("words", args.trim().into())]));
    let message = missing.unwrap_or_else(|| session.message("follow-list", &[]));
    Ok(send(rows.iter().take(50).fold(message, |message, row| {
        message.row(vec![Button::press(format!("✕ {}", row.words), &Press::Unfollow(row.id))])
    })))
}

/// Ends what stands under a number, if this chat has it.
pub(super) async fn ended(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let rows = followed::list(&mut *session.read().await?, session.chat.id).await?;
    match rows.iter().find(|row| row.id == id) {
        Some(row) => end(session, id, &row.words.clone()).await,
        None => Ok(session.says("follow-none", &[])),
    }
}

async fn end(session: &mut Session<'_>, id: i64, words: &str) -> anyhow::Result<Vec<Reply>> {
    let chat = session.chat.id;
    followed::remove(session.write().await?, chat, id).await?;
    Ok(session.says("follow-ended", &[("words", words.into())]))
}

async fn add(session: &mut Session<'_>, kind: Kind, words: &str) -> anyhow::Result<Vec<Reply>> {
    let (place, by, now) = ((session.chat.id, session.request.thread), session.request.from.id, session.now);
    let count = followed::list(&mut *session.read().await?, session.chat.id).await?.len();
    if count >= MOST {
        return Ok(session.says("follow-full", &[("most", MOST.into())]));
    }
    let (_, is_new) = followed::add(session.write().await?, place, (kind, words), by, now).await?;
    let key = match (kind, is_new) {
        (_, false) => "follow-already",
        (Kind::Person, true) => "follow-person",
        (Kind::Topic, true) => "follow-topic",
    };
    Ok(session.says(key, &[("words", words.into())]))
}
