//! `/mute`: what a chat does not want to hear of, over all feeds.

use chrono::{DateTime, TimeDelta, Utc};

use crate::bot::shared::quote_pages;
use crate::bot::{Reply, Session, send};
use crate::digest::Mute;
use crate::store::articles::{self, stories};
use crate::store::chats::mutes;
use crate::store::people::speakers;
use crate::view::{Button, Message, Press, shortened};

/// Longest words, in characters; most mutes of a chat; longest time in days.
const LONGEST: usize = 80;
const MOST: usize = 100;
const MOST_DAYS: i64 = 3_650;

/// `/mute <words or person> [7d]`; as an answer to a card, its story; alone, what is muted.
pub(crate) async fn mute(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (words, until) = read(args, session.now);
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

/// The words, and until when: the last word may be a time such as `7d`, `12h`, `2w`.
fn read(args: &str, now: DateTime<Utc>) -> (String, Option<DateTime<Utc>>) {
    let mut words: Vec<&str> = args.split_whitespace().collect();
    let until = words.last().and_then(|last| lasting(last)).and_then(|time| now.checked_add_signed(time));
    if until.is_some() {
        words.pop();
    }
    (words.join(" ").trim_matches(['"', '“', '”', '«', '»']).to_owned(), until)
}

fn lasting(word: &str) -> Option<TimeDelta> {
    let unit = word.chars().next_back()?;
    let count: i64 = word.strip_suffix(unit)?.parse().ok()?;
    let hours = match unit {
        'h' | 'ч' => 1,
        'd' | 'д' => 24,
        'w' | 'н' => 24 * 7,
        _ => return None,
    };
    let hours = count.checked_mul(hours).filter(|hours| (1..=MOST_DAYS * 24).contains(hours))?;
    TimeDelta::try_hours(hours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_may_stand_behind_the_words() {
        let now: DateTime<Utc> = "2026-02-14T12:00:00Z".parse().unwrap();
        for (typed, words, hours) in [
            ("grain deal 7d", "grain deal", Some(168)),
            ("Орло 2н", "Орло", Some(336)),
            ("ferry 12h", "ferry", Some(12)),
            ("\"grain deal\"", "grain deal", None),
            ("G 7", "G 7", None),
            ("ferry 0d", "ferry 0d", None),
            ("ferry 99999999999999999d", "ferry 99999999999999999d", None),
            ("", "", None),
        ] {
            let (read, until) = read(typed, now);
            assert_eq!(
                (read.as_str(), until.map(|until| (until - now).num_hours())),
                (words, hours),
                "{typed}"
            );
        }
    }
}
