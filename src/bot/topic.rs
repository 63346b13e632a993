//! A topic in the stored articles of the last two days: what they say, each sentence with its source's number, then
//! who said what.

use chrono::TimeDelta;

use super::answer::send;
use super::{Reply, Session, cards};
use crate::brief::Quote;
use crate::store::articles::{self, Stored};
use crate::store::search;
use crate::view::{MESSAGE_UNITS, Message, Rich};

/// How far back a topic is looked for (CHAT.md: 48 hours).
const BACK: TimeDelta = TimeDelta::hours(48);

/// Most articles that speak on a topic.
const ARTICLES: i64 = 6;

/// The summary of a topic.
pub(super) async fn summary(session: &mut Session<'_>, words: &str) -> anyhow::Result<Vec<Reply>> {
    let since = Some(session.now - BACK);
    let mut read = session.read().await?;
    let (all, hits) = search::articles(&mut read, words, since, ARTICLES, 0).await?;
    if hits.is_empty() {
        let (ever, _) = search::articles(&mut read, words, None, 1, 0).await?;
        let key = if ever > 0 { "topic-older" } else { "topic-none" };
        return Ok(session.says(key, &[("words", words.into())]));
    }
    let mut found = Vec::new();
    for hit in hits {
        found.extend(articles::get(&mut read, hit.article_id).await?);
    }
    let fills = [("words", words.into()), ("count", all.into())];
    let head = session.look.tongue.rich("topic-head", &fills);
    let parts = [sentences(&found), quotes(&found, session), sources(&found, session)];
    let parts: Vec<Rich> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let text = (0..parts.len()).rev().map(|drop| joined(&head, &parts, drop)).next_back();
    let text = text
        .filter(|text| text.utf16_len() <= MESSAGE_UNITS)
        .unwrap_or_else(|| joined(&head, &parts, parts.len().saturating_sub(1)));
    Ok(send(Message::new(text)))
}

/// Head and parts, the middle ones left out from the end until `drop` are gone.
fn joined(head: &Rich, parts: &[Rich], drop: usize) -> Rich {
    let kept = parts.iter().take(parts.len().saturating_sub(drop));
    Rich::join(std::iter::once(head.clone()).chain(kept.cloned()), "\n\n")
}

fn sentences(found: &[Stored]) -> Rich {
    let mut lines: Vec<Rich> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for (at, stored) in found.iter().enumerate() {
        let Some(sentence) = stored.brief.summary.sentences.first() else { continue };
        if !said.contains(sentence) {
            said.push(sentence.clone());
            let short: String = sentence.chars().take(400).collect();
            lines.push(Rich::new().plain(short).plain(format!(" [{}]", at + 1)));
        }
    }
    Rich::join(lines, "\n")
}

fn quotes(found: &[Stored], session: &Session<'_>) -> Rich {
    let best = |stored: &Stored| -> Option<Quote> {
        let ranked = stored.brief.quotes.iter().filter(|quote| quote.key.is_some());
        ranked.min_by_key(|quote| quote.key).filter(|quote| quote.text.chars().count() <= 350).cloned()
    };
    let mut lines: Vec<Rich> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for (at, stored) in found.iter().enumerate() {
        let Some(quote) = best(stored) else { continue };
        if said.contains(&quote.text) {
            continue;
        }
        let speaker = quote.speaker.as_ref();
        let name = speaker.and_then(|speaker| speaker.name.clone().or_else(|| speaker.mention.clone()));
        let name = name.unwrap_or_else(|| session.look.tongue.word("unnamed-source"));
        lines.push(Rich::new().bold(format!("{name}:")).plain(format!(" “{}” [{}]", quote.text, at + 1)));
        said.push(quote.text);
    }
    Rich::join(lines, "\n")
}

fn sources(found: &[Stored], session: &Session<'_>) -> Rich {
    let lines = found.iter().enumerate().map(|(at, stored)| {
        let outlet = cards::outlet(&stored.article);
        let headline: String = stored.article.title.clone().unwrap_or_default().chars().take(120).collect();
        let label = outlet.label.as_ref().map(|label| format!(" ({})", label.short(&session.look)));
        let line = Rich::new().plain(format!("[{}] {}{}: ", at + 1, outlet.name, label.unwrap_or_default()));
        match &stored.article.url {
            Some(url) => line.link(headline, url),
            None => line.plain(headline),
        }
    });
    Rich::join(lines.collect::<Vec<_>>(), "\n")
}
