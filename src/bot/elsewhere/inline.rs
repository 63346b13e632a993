//! Inline mode: while somebody types `@bot lavrov nato` in any chat, stored quotes and articles are listed; choosing one
//! posts it.

use super::caller::Caller;
use crate::bot::reply::{InlineAnswer, InlineResult};
use crate::bot::shared::query::{Query, whom};
use crate::bot::shared::rows;
use crate::store::articles::{self, search, stories};
use crate::store::full_text::Terms;
use crate::store::people::quotes::{self, Found};
use crate::store::{Db, Reader};
use crate::view::{self, Rich};

/// Results of one answer, quotes and articles together; Telegram takes at most 50.
const QUOTES: i64 = 20;
const ARTICLES: i64 = 10;

/// Characters of a title and of a line of description.
const TITLE: usize = 90;
const DESCRIPTION: usize = 160;

/// Answers what somebody has typed so far.
pub(super) async fn answer(
    caller: &Caller<'_>,
    query: &str,
    words: &str,
    offset: &str,
) -> anyhow::Result<()> {
    let platform = &caller.context.platform;
    let listed = match caller.refusal().await? {
        Some(refusal) => {
            InlineAnswer { button: Some(short(&refusal.text.text(), 60)), ..InlineAnswer::default() }
        }
        None => list(caller, words, offset.parse().unwrap_or(0)).await?,
    };
    platform.answer_inline(query.to_owned(), listed).await
}

async fn list(caller: &Caller<'_>, typed: &str, offset: i64) -> anyhow::Result<InlineAnswer> {
    let offset = offset.clamp(0, 10_000);
    let mut read = caller.context.store.read_for_search().await?;
    let query = Query::read(typed, &caller.options).unwrap_or_default();
    let mut answer = InlineAnswer::default();
    if query.terms.is_empty() {
        if offset == 0 {
            answer.results = newest(caller, &mut read).await?;
        }
    } else {
        let (said, more_said) = said(caller, &mut read, &query, offset).await?;
        let (written, more_written) = written(caller, &mut read, &query, offset).await?;
        answer.results = said.into_iter().chain(written).collect();
        if more_said || more_written {
            answer.next = (offset + QUOTES).to_string();
        }
    }
    if answer.results.is_empty() && offset == 0 {
        let words = short(typed, 20);
        let key = if words.is_empty() { "inline-empty" } else { "inline-none" };
        answer.button = Some(short(&caller.options.locale.say(key, &[("words", words.into())]), 64));
    }
    Ok(answer)
}

/// Quotes: of whoever the first words name, with the rest of the words; else of anybody.
async fn said(
    caller: &Caller<'_>,
    db: &mut Db,
    query: &Query,
    offset: i64,
) -> anyhow::Result<(Vec<InlineResult>, bool)> {
    let (people, rest) = whom(db, Reader::Anybody, &query.terms.words).await?;
    let words = if people.is_empty() { query.terms.words.clone() } else { rest };
    let terms = Terms { words, ..query.terms.clone() };
    let wanted = quotes::Wanted {
        reader: Reader::Anybody,
        speaker_id: people.first().map(|person| person.id),
        words: (!terms.is_empty()).then_some(&terms),
        since: query.since,
        source: query.source.as_deref(),
        once: true,
        whole_first: true,
        ..quotes::Wanted::default()
    };
    let (total, found) = quotes::find(db, &wanted, QUOTES, offset).await?;
    let results = found.iter().map(|quote| of_quote(caller, quote)).collect();
    Ok((results, total.n > offset + QUOTES))
}

fn of_quote(caller: &Caller<'_>, found: &Found) -> InlineResult {
    let line = rows::said_line(found);
    let who = found.speaker_name.clone().or_else(|| found.mention.clone());
    let who = who.unwrap_or_else(|| caller.options.locale.word("speaker-unknown"));
    let message = view::quotes(Rich::new(), &[line], 0, 1, &caller.options, |_| view::Press::Nothing);
    InlineResult {
        id: format!("q{}", found.id),
        title: short(&format!("{who} · {}", caller.options.day(found.said_at)), TITLE),
        description: short(found.text.trim_end_matches(','), DESCRIPTION),
        message: caller.public(message),
    }
}

/// Articles that hold the words, as their cards.
async fn written(
    caller: &Caller<'_>,
    db: &mut Db,
    query: &Query,
    offset: i64,
) -> anyhow::Result<(Vec<InlineResult>, bool)> {
    let source = query.source.as_deref();
    let wanted =
        search::Wanted { reader: Reader::Anybody, terms: Some(&query.terms), since: query.since, source };
    // the pages of both lists are turned together
    let offset = offset / QUOTES * ARTICLES;
    let (total, ids) = search::articles(db, &wanted, ARTICLES, offset).await?;
    Ok((cards(caller, db, &ids).await?, total.n > offset + ARTICLES))
}

/// The newest stories, while nothing is typed yet.
async fn newest(caller: &Caller<'_>, db: &mut Db) -> anyhow::Result<Vec<InlineResult>> {
    let mut ids = Vec::new();
    for story in stories::newest(db, ARTICLES).await? {
        ids.extend(stories::newest_articles(db, story.id, 1).await?);
    }
    cards(caller, db, &ids).await
}

async fn cards(caller: &Caller<'_>, db: &mut Db, ids: &[i64]) -> anyhow::Result<Vec<InlineResult>> {
    let mut results = Vec::new();
    for id in ids {
        let Some(stored) = articles::get(db, Reader::Anybody, *id).await? else { continue };
        let card = rows::card(db, &stored, None, (None, &[])).await?;
        let title = stored.article.title.clone().unwrap_or_else(|| caller.options.locale.word("no-headline"));
        let at = stored.article.published.unwrap_or(stored.first_seen_at);
        let outlet = rows::outlet(&stored.article).name;
        results.push(InlineResult {
            id: format!("a{id}"),
            title: short(&title, TITLE),
            description: short(&format!("{outlet} · {}", caller.options.day(at)), DESCRIPTION),
            message: caller.public(card.message(&caller.options)),
        });
    }
    Ok(results)
}

fn short(words: &str, most: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
