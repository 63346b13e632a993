//! Words without a command in a private chat: a link, a forwarded article, or something we cannot read.

use super::commands::{quotes, search};
use super::shared::article_card::{FEWEST, address, of_link, of_text};
use super::shared::links::{each_once, listed, summarised};
use super::shared::query::{Query, whom};
use super::shared::quote_pages;
use super::{Replied, Reply, Session, send};
use crate::digest::{Misread, nearest_place};
use crate::store::people::speakers::{self, Person};
use crate::text::{QUOTATION_MARKS, spelt_length};
use crate::view::{Message, bare_link};

/// Most characters of what may be meant to be searched for.
const SEARCHED: usize = 60;

/// Fewest letters of a name in it, words that are looked at for names, and people who are offered.
const NAMES: usize = 3;
const MOST_WORDS: usize = 8;
const MOST_PEOPLE: usize = 3;

/// Words behind a mention that are looked at.
const MENTIONED: usize = 12;

/// Fewest characters of a text without quotation marks that is taken for an article; with them it is one from
/// [`FEWEST`] on.
const ARTICLE: usize = 600;

/// A link is answered with what can be done with it, a long text with its card.
pub(super) async fn said(
    session: &mut Session<'_>,
    text: &str,
    links: &[String],
) -> anyhow::Result<Vec<Reply>> {
    // an address is no word of an article, however long
    let is_address = |word: &&str| {
        links
            .iter()
            .any(|link| link == word || link.strip_prefix("https://").is_some_and(|rest| rest == *word))
    };
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_address(word)).collect();
    let length = if links.is_empty() { spelt_length(text) } else { spelt_length(&words.join(" ")) };
    let quotes = text.contains(QUOTATION_MARKS);
    let long = length >= ARTICLE || length >= FEWEST && quotes;
    let typed = address(text.trim());
    let links = each_once(links);
    if !long && links.len() > 1 {
        return Ok(send(listed(session, &links)));
    }
    match links.first().cloned().or(typed) {
        Some(url) if !long => Ok(send(bare_link(&url, &session.options))),
        _ if long => of_text(session, text).await,
        _ => not_understood(session, text).await,
    }
}

/// Words in a group or channel: only what mentions us first, or answers a message of ours with a link, is for us.
pub(super) async fn addressed(
    session: &mut Session<'_>,
    text: &str,
    links: &[String],
) -> anyhow::Result<Vec<Reply>> {
    let bot = session.options.bot.clone().unwrap_or_default();
    let mention = format!("@{bot}").to_lowercase();
    let is_us = |word: &&str| !bot.is_empty() && word.to_lowercase() == mention;
    let mentioned = text.split_whitespace().any(|word| is_us(&word));
    let replied = session.request.replied.clone();
    let ours = replied.as_ref().and_then(|replied| replied.by_bot.as_deref());
    let answers_us = ours.is_some_and(|by| !bot.is_empty() && by.eq_ignore_ascii_case(&bot));
    let words = text.split_whitespace().filter(|word| !is_us(word)).collect::<Vec<_>>().join(" ");
    let several = each_once(links);
    let link = several.first().cloned().or_else(|| address(&words));
    match (link, replied) {
        (Some(_), _) if (mentioned || answers_us) && several.len() > 1 => Ok(send(listed(session, &several))),
        (Some(url), _) if mentioned || answers_us => of_link(session, &url).await,
        // a reply to a link means that link, whatever is said with it
        (None, Some(Replied { links, .. })) if mentioned && !links.is_empty() => {
            summarised(session, &each_once(&links)).await
        }
        (None, Some(replied)) if mentioned && words.is_empty() => of_text(session, &replied.text).await,
        (None, _) if mentioned && words.is_empty() => Ok(session.says("group-how", &[])),
        (None, _) if mentioned => asked(session, &words).await,
        _ => Ok(Vec::new()),
    }
}

/// Words behind a mention of us: what the person they name said, else what holds them.
async fn asked(session: &mut Session<'_>, words: &str) -> anyhow::Result<Vec<Reply>> {
    if let Some(name) = named(session, words).await? {
        return quotes::asked(session, &name).await;
    }
    let found = match Query::read(words, &session.options) {
        Ok(query) => search::shown(session, &query).await?,
        Err(_) => None,
    };
    match found {
        Some(found) => Ok(send(found)),
        None => not_understood(session, words).await,
    }
}

/// The words from the first on that name somebody who was quoted: the whole where they begin with a name, else the name
/// alone, as in “what did Dorev say”. Within a sentence only what has a capital is taken for one.
async fn named(session: &Session<'_>, words: &str) -> anyhow::Result<Option<String>> {
    let typed: Vec<String> = words.split_whitespace().take(MENTIONED).map(str::to_owned).collect();
    let mut read = session.search().await?;
    for (at, first) in typed.iter().enumerate() {
        if at > 0 && !first.chars().next().is_some_and(char::is_uppercase) {
            continue;
        }
        let from = typed.get(at..).unwrap_or_default();
        let bare: Vec<String> = from
            .iter()
            .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned())
            .collect();
        let (people, rest) = whom(&mut read, session.reader(), &bare).await?;
        if !people.is_empty() {
            let name = bare.get(..bare.len() - rest.len()).unwrap_or_default();
            return Ok(Some(if at == 0 { from.join(" ") } else { name.join(" ") }));
        }
    }
    Ok(None)
}

async fn not_understood(session: &Session<'_>, text: &str) -> anyhow::Result<Vec<Reply>> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let searchable = words.chars().any(char::is_alphanumeric) && words.chars().count() <= SEARCHED;
    if !searchable {
        return Ok(session.says("not-a-command", &[]));
    }
    let mut people: Vec<Person> = Vec::new();
    let mut read = session.search().await?;
    for word in words.split_whitespace().filter(|word| word.chars().count() >= NAMES).take(MOST_WORDS) {
        let named = speakers::called(&mut read, session.reader(), word).await?;
        let first = named.into_iter().find(|one| people.iter().all(|known| known.id != one.id));
        people.extend(first);
    }
    drop(read);
    people.truncate(MOST_PEOPLE);
    let message = session.message("not-a-command-search", &[("words", words.into())]);
    Ok(send(quote_pages::offered(session, message, &people).await?))
}

/// What was wrong with a time, a zone or quiet hours.
pub(in crate::bot) fn misread(session: &Session<'_>, fault: &Misread) -> Message {
    match fault {
        Misread::Time(words) => session.message("misread-time", &[("words", words.as_str().into())]),
        Misread::TooMany(count) => session.message("misread-many", &[("count", (*count).into())]),
        Misread::NoTime => session.message("misread-none", &[]),
        Misread::Zone(words) => {
            let near = nearest_place(words);
            let key = if near.is_some() { "misread-zone-near" } else { "misread-zone" };
            let near = near.unwrap_or_default();
            session.message(key, &[("words", words.as_str().into()), ("near", near.into())])
        }
        Misread::Offset(words) => session.message("misread-offset", &[("words", words.as_str().into())]),
        Misread::Quiet(words) => session.message("misread-quiet", &[("words", words.as_str().into())]),
    }
}
