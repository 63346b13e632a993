//! Who is meant by words that are nobody's name: by an office, by a slip of a letter; else who is quoted most.

use super::quote_pages::offered;
use crate::bot::{Reply, Session, send};
use crate::store::articles;
use crate::store::people::holders::holders;
use crate::store::people::nearest::{is_slip, nearest};
use crate::store::people::speakers::{self, Person};
use crate::view::Message;

/// People offered where nobody is found.
const SUGGESTED: i64 = 5;

/// Fewest words of an office with other words behind it: a single one is in too many offices.
const OFFICE: usize = 2;

/// Who holds the office that all of these words name.
pub(crate) async fn holding(session: &Session<'_>, typed: &[String]) -> anyhow::Result<Vec<Person>> {
    Ok(holders(&mut *session.search().await?, session.reader(), typed, SUGGESTED).await?)
}

/// Who holds the office that these words name, or the longest beginning of them where no name is like the words, and the
/// rest of the words.
pub(crate) async fn by_office(
    session: &Session<'_>,
    typed: &[String],
) -> anyhow::Result<(Vec<Person>, Vec<String>)> {
    let (mut read, reader) = (session.search().await?, session.reader());
    let people = holders(&mut read, reader, typed, SUGGESTED).await?;
    if !people.is_empty() || !nearest(&mut read, reader, typed, 1).await?.is_empty() {
        return Ok((people, Vec::new()));
    }
    for split in (OFFICE..typed.len()).rev() {
        let (office, rest) = typed.split_at(split);
        let people = holders(&mut read, reader, office, SUGGESTED).await?;
        if !people.is_empty() {
            return Ok((people, rest.to_vec()));
        }
    }
    Ok((Vec::new(), Vec::new()))
}

/// Those of the people in whose name the first of the `rest` of what was typed is a slip.
pub(crate) fn slips(people: &[Person], typed: &[String], rest: &[String]) -> Vec<Person> {
    let named = typed.get(..typed.len().saturating_sub(rest.len())).unwrap_or_default();
    let Some(next) = rest.first() else { return Vec::new() };
    people.iter().filter(|person| is_slip(person, named, next)).cloned().collect()
}

/// Asks whether these people are meant.
pub(crate) async fn meant(
    session: &Session<'_>,
    typed: &[String],
    near: &[Person],
) -> anyhow::Result<Vec<Reply>> {
    let message = session.message("quotes-none-near", &[("words", typed.join(" ").into())]);
    Ok(send(offered(session, message, near).await?))
}

/// Nobody of that name was quoted: who is called nearly so, since when anything is stored.
pub(crate) async fn nobody(session: &Session<'_>, typed: &[String]) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.search().await?;
    let near = nearest(&mut read, session.reader(), typed, SUGGESTED).await?;
    let oldest = articles::oldest(&mut read).await?;
    drop(read);
    if !near.is_empty() {
        return meant(session, typed, &near).await;
    }
    let mut message = suggest(session, "quotes-none", &typed.join(" ")).await?;
    let locale = session.options.locale;
    let since = match oldest {
        Some(oldest) => locale.say("kept-since", &[("since", session.options.day(oldest).into())]),
        None => locale.word("search-nothing-stored"),
    };
    message.text = message.text.plain(" ").plain(since);
    Ok(send(message))
}

/// A line with the most quoted people as buttons.
pub(crate) async fn suggest(session: &Session<'_>, key: &str, words: &str) -> anyhow::Result<Message> {
    let people = speakers::most_quoted(&mut *session.read().await?, session.reader(), SUGGESTED).await?;
    offered(session, session.message(key, &[("words", words.into())]), &people).await
}
