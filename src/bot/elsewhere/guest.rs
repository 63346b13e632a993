//! Guest mode (Bot API 10.0): somebody mentions the bot in a chat it is no member of, as a reply to a message or with words
//! of their own.
//!
//! A query can be answered once. What takes time is announced in that answer, which is edited when it is there; under
//! which number is stored first, so that a kill in between leaves nothing half said.

use super::caller::Caller;
use crate::article::Given;
use crate::bot::Replied;
use crate::bot::shared::article_card::address;
use crate::bot::shared::query::{Query, whom};
use crate::bot::shared::quote_pages::QuotePage;
use crate::bot::shared::{quote_pages, rows};
use crate::editor::{Edited, Told};
use crate::feed::normal_link;
use crate::fetch::host_as_typed;
use crate::store::Reader;
use crate::store::articles::{self, New, TextFrom, search};
use crate::store::delivery::guest_answers;
use crate::store::people::quotes;
use crate::text::spelt_length;
use crate::view::{Card, Message, Press, QUOTES_A_PAGE, line};

/// Fewest characters of a replied text without a link that are worth a summary.
const FEWEST: usize = 200;

/// What a guest asks for.
enum Asked {
    Link(String),
    Text(String),
    Words(String),
    Nothing,
}

/// Answers a guest's question.
pub(super) async fn answer(
    caller: &Caller<'_>,
    query: &str,
    text: &str,
    links: &[String],
) -> anyhow::Result<()> {
    let update = caller.request.update_id;
    let begun = guest_answers::get(&mut *caller.context.store.read_for_people().await?, update).await?;
    if begun.is_none()
        && let Some(refusal) = caller.refusal().await?
    {
        return say(caller, query, refusal).await;
    }
    match asked(caller, text, links) {
        Asked::Link(url) => match stored(caller, &url).await? {
            Some(card) if begun.is_none() => say(caller, query, card).await,
            _ => {
                let reading = [("site", host_as_typed(&url).into())];
                let announced = line("guest-reading", &reading, &caller.options);
                let Some(place) = announce(caller, (query, begun), announced).await? else { return Ok(()) };
                let card = read(caller, &url).await?;
                caller.context.platform.edit_inline(place, caller.public(card)).await
            }
        },
        Asked::Text(text) => {
            let announced = line("guest-reading-text", &[], &caller.options);
            let Some(place) = announce(caller, (query, begun), announced).await? else { return Ok(()) };
            let card = of_text(caller, text).await;
            caller.context.platform.edit_inline(place, caller.public(card)).await
        }
        Asked::Words(words) => {
            let found = found(caller, &words).await?;
            say(caller, query, found).await
        }
        Asked::Nothing => say(caller, query, line("guest-how", &[], &caller.options)).await,
    }
}

/// What is asked for: a link of one's own, words, or else the link or the text that is replied to.
fn asked(caller: &Caller<'_>, text: &str, links: &[String]) -> Asked {
    let bot = caller.options.bot.as_deref().unwrap_or_default();
    let is_mention = |word: &&str| word.strip_prefix('@').is_some_and(|name| name.eq_ignore_ascii_case(bot));
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_mention(word)).collect();
    let words = words.join(" ");
    if let Some(url) = links.first().cloned().or_else(|| address(&words)) {
        return Asked::Link(url);
    }
    let replied = caller.request.replied.as_ref();
    match replied {
        // a reply to a link means that link, whatever is said with it
        Some(Replied { links, .. }) if !links.is_empty() => {
            Asked::Link(links.first().cloned().unwrap_or_default())
        }
        _ if words.contains(char::is_alphanumeric) => Asked::Words(words),
        Some(replied) if spelt_length(&replied.text) >= FEWEST => Asked::Text(replied.text.clone()),
        _ => Asked::Nothing,
    }
}

async fn say(caller: &Caller<'_>, query: &str, message: Message) -> anyhow::Result<()> {
    let message = caller.public(message);
    caller.context.platform.answer_guest(query.to_owned(), message).await.map(|_| ())
}

/// Says that work is under way, once; where the answer can be edited. `None` when the hour's allowance is used up, which
/// is said.
async fn announce(
    caller: &Caller<'_>,
    (query, begun): (&str, Option<String>),
    announced: Message,
) -> anyhow::Result<Option<String>> {
    if begun.is_some() {
        return Ok(begun);
    }
    let may = caller.by_operator() || caller.spend("links", caller.context.rules.links_a_person).await?;
    if !may {
        say(caller, query, line("summary-budget", &[], &caller.options)).await?;
        return Ok(None);
    }
    let place = caller.context.platform.answer_guest(query.to_owned(), announced).await?;
    let mut write = caller.context.store.begin().await?;
    guest_answers::note(&mut write, caller.request.update_id, &place, caller.now).await?;
    write.commit().await?;
    Ok(Some(place))
}

/// The card of a stored article.
async fn stored(caller: &Caller<'_>, url: &str) -> anyhow::Result<Option<Message>> {
    let mut read = caller.context.store.read_for_people().await?;
    for address in [url.to_owned(), normal_link(url)] {
        if let Some(id) = articles::by_url(&mut read, Reader::Anybody, &address).await? {
            return card(caller, &mut read, id).await;
        }
    }
    Ok(None)
}

async fn card(caller: &Caller<'_>, db: &mut crate::store::Db, id: i64) -> anyhow::Result<Option<Message>> {
    let Some(stored) = articles::get(db, Reader::Anybody, id).await? else { return Ok(None) };
    Ok(Some(rows::card(db, &stored, None, (None, &[])).await?.message(&caller.options)))
}

/// Opens a page, stores it, and draws its card.
async fn read(caller: &Caller<'_>, url: &str) -> anyhow::Result<Message> {
    match caller.context.editor.brief_url(url, &Told::default()).await {
        // what only the asker has the address of is kept for nobody
        Ok(edited) if edited.is_private => Ok(drawn(caller, &edited)),
        Ok(edited) => {
            let mut write = caller.context.store.begin().await?;
            if let Some(named) = edited.named()
                && let Some(id) = articles::by_url(&mut write, Reader::Anybody, named).await?
                && let Some(card) = card(caller, &mut write, id).await?
            {
                return Ok(card);
            }
            let new = New { article: &edited.article, brief: &edited.brief, text_from: TextFrom::Page };
            let saved = articles::save(&mut write, &new, caller.now).await?;
            let card = card(caller, &mut write, saved.id).await?;
            write.commit().await?;
            Ok(card.unwrap_or_else(|| drawn(caller, &edited)))
        }
        Err(fault) => {
            let reason = fault.fault().say(caller.options.locale);
            Ok(line("summary-failed", &[("reason", reason.into())], &caller.options))
        }
    }
}

async fn of_text(caller: &Caller<'_>, text: String) -> Message {
    match caller.context.editor.brief_text(text, Given::default()).await {
        Ok(edited) => drawn(caller, &edited),
        Err(fault) => {
            let reason = fault.fault().say(caller.options.locale);
            line("summary-failed", &[("reason", reason.into())], &caller.options)
        }
    }
}

fn drawn(caller: &Caller<'_>, edited: &Edited) -> Message {
    Card::of(&edited.article, &edited.brief, rows::outlet(&edited.article)).message(&caller.options)
}

/// What is stored about words: what a person said, or else the best article.
async fn found(caller: &Caller<'_>, words: &str) -> anyhow::Result<Message> {
    let Ok(query) = Query::read(words, &caller.options) else {
        return Ok(line("guest-how", &[], &caller.options));
    };
    let mut read = caller.context.store.read_for_search().await?;
    let (people, rest) = whom(&mut read, Reader::Anybody, &query.terms.words).await?;
    if let Some(person) = people.first() {
        let about = Query {
            terms: crate::store::full_text::Terms { words: rest, ..query.terms.clone() },
            ..query.clone()
        };
        let wanted = quotes::Wanted {
            reader: Reader::Anybody,
            speaker_id: Some(person.id),
            words: (!about.terms.is_empty()).then_some(&about.terms),
            since: about.since,
            source: about.source.as_deref(),
            once: true,
            whole_first: true,
            ..quotes::Wanted::default()
        };
        let (total, found) = quotes::find(&mut read, &wanted, QUOTES_A_PAGE as i64, 0).await?;
        if !found.is_empty() {
            let lines: Vec<_> = found.iter().map(rows::said_line).collect();
            let who = quote_pages::name(person, &caller.options);
            let page = QuotePage { who: &who, lines: &lines, at: 0, total };
            return Ok(page.message(&caller.options, |_| Press::SpeakerQuotes(person.id, 0)));
        }
    }
    let source = query.source.as_deref();
    let wanted =
        search::Wanted { reader: Reader::Anybody, terms: Some(&query.terms), since: query.since, source };
    let (_, ids) = search::articles(&mut read, &wanted, 1, 0).await?;
    let best = match ids.first() {
        Some(id) => card(caller, &mut read, *id).await?,
        None => None,
    };
    let none = || {
        line("guest-none", &[("words", words.chars().take(100).collect::<String>().into())], &caller.options)
    };
    Ok(best.unwrap_or_else(none))
}
