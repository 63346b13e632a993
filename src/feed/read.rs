//! The whole way from bytes to a [`Feed`].

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use url::Url;

use super::identity::{Shares, Traits};
use super::parsed::{ParsedEntry, ParsedFeed};
use super::{Entry, Feed, decode, identity, json, xml};
use crate::text::markup::{Token, legal, plain_line, plain_text, tokens, without_verdict_signs};

/// Larger documents are not read, in bytes; the fetcher's cap (`web.max_feed_bytes`) is lower or equal in practice.
pub const LARGEST: usize = 64 << 20;

/// A document that is not a feed, and what it is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAFeed {
    /// Nothing in it.
    #[error("the document is empty")]
    Empty,
    /// More than [`LARGEST`] bytes.
    #[error("the document is too large to be a feed")]
    TooLarge,
    /// A web page.
    #[error("this is a web page, not a feed")]
    Html,
    /// JSON that is no JSON Feed.
    #[error("this is JSON, but not a JSON Feed")]
    Json,
    /// XML of another kind.
    #[error("this is XML, but not a feed")]
    Xml,
    /// Plain text.
    #[error("this is plain text, not a feed")]
    Text,
    /// An image, an archive or another binary file.
    #[error("this is a binary file, not a feed")]
    Binary,
}

/// Reads a feed of any kind. `url` is the address it came from, base of its relative links; `content_type` the header
/// of that name.
///
/// # Errors
/// [`NotAFeed`] says what the document was instead.
pub fn parse(bytes: &[u8], url: Option<&str>, content_type: Option<&str>) -> Result<Feed, NotAFeed> {
    if bytes.len() > LARGEST {
        return Err(NotAFeed::TooLarge);
    }
    let text = decode(bytes, content_type);
    let base = url.and_then(|url| Url::parse(url).ok());
    let first = text.trim_start().chars().next();
    let json = if first == Some('{') { json::read(&text, base.as_ref()) } else { None };
    match json.or_else(|| xml::read(&text, base.as_ref())) {
        Some(parsed) => Ok(finish(parsed, base.as_ref())),
        None => Err(instead(&text)),
    }
}

/// Tags a web page begins with.
const PAGE_TAGS: &[&str] = &["html", "head", "body", "div", "meta", "title", "p", "h1", "script"];

fn instead(text: &str) -> NotAFeed {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let head: String = text.chars().take(2_000).collect::<String>().to_lowercase();
    let first = tokens(&head).find_map(|token| match token {
        Token::Open { name, .. } => Some(name),
        _ => None,
    });
    let odd = head.chars().filter(|c| !legal(*c) || *c == '\u{FFFD}').count();
    if head.is_empty() {
        NotAFeed::Empty
    } else if odd * 20 > head.chars().count() {
        NotAFeed::Binary
    } else if head.starts_with(['{', '[']) {
        NotAFeed::Json
    } else if head.contains("<!doctype html") || first.is_some_and(|name| PAGE_TAGS.contains(&name)) {
        NotAFeed::Html
    } else if head.starts_with('<') {
        NotAFeed::Xml
    } else {
        NotAFeed::Text
    }
}

fn finish(mut parsed: ParsedFeed, base: Option<&Url>) -> Feed {
    let own = [parsed.link.as_deref(), parsed.hints.own_url.as_deref(), base.map(Url::as_str)];
    let own: Vec<String> = own.into_iter().flatten().map(identity::normal_link).collect();
    forget_shared_guids(&mut parsed.entries, &own);
    let sharing: Vec<Shares> = sharing(&parsed.entries, &own);
    let entries =
        parsed.entries.into_iter().zip(sharing).map(|(entry, shares)| finish_entry(entry, shares)).collect();
    let line = |text: String| Some(plain_line(&text)).filter(|text| !text.is_empty());
    let site_url = parsed.link.filter(|link| !link.is_empty());
    Feed {
        title: parsed.title.and_then(line),
        site_url: site_url.map(|link| base.and_then(|base| base.join(&link).ok()).map_or(link, Into::into)),
        language: parsed.language.map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()),
        hints: parsed.hints,
        entries,
    }
}

/// Takes away guids that three or more entries of different titles share, and those that are an address of the feed
/// itself (`own`): some publishers write their own address into all of them, and then they identify nothing.
fn forget_shared_guids(entries: &mut [ParsedEntry], own: &[String]) {
    let mut titles: HashMap<&str, HashSet<&str>> = HashMap::new();
    for entry in entries.iter() {
        if let (Some(guid), Some(title)) = (&entry.guid, &entry.title) {
            titles.entry(guid).or_default().insert(title);
        }
    }
    let of_feed = |guid: &str| guid.starts_with("http") && own.contains(&identity::normal_link(guid));
    let shared: HashSet<String> = titles
        .into_iter()
        .filter(|(guid, titles)| titles.len() > 2 || titles.len() > 1 && of_feed(guid))
        .map(|(guid, _)| guid.to_owned())
        .collect();
    if shared.is_empty() {
        return;
    }
    for entry in entries {
        entry.guid = entry.guid.take().filter(|guid| !shared.contains(guid));
    }
}

/// What each entry shares its link with: other entries, or (`own`) the feed itself. Two entries of one title and date are
/// two tellings of one item.
fn sharing(entries: &[ParsedEntry], own: &[String]) -> Vec<Shares> {
    let said =
        |entry: &ParsedEntry| entry.title.clone().or_else(|| entry.summary.clone()).unwrap_or_default();
    let links: Vec<Option<String>> =
        entries.iter().map(|entry| entry.link.as_deref().map(identity::normal_link)).collect();
    let mut titles: HashMap<&str, HashMap<String, HashSet<Option<DateTime<Utc>>>>> = HashMap::new();
    for (entry, link) in entries.iter().zip(&links) {
        if let Some(link) = link {
            titles.entry(link).or_default().entry(said(entry)).or_default().insert(entry.published);
        }
    }
    let shares = |(entry, link): (&ParsedEntry, &Option<String>)| {
        let Some(link) = link else { return Shares::Nothing };
        let Some(titles) = titles.get(link.as_str()) else { return Shares::Nothing };
        if titles.get(&said(entry)).is_some_and(|dates| dates.len() > 1) {
            Shares::Title
        } else if titles.len() > 1 || own.contains(link) && entries.len() > 1 {
            Shares::Link
        } else {
            Shares::Nothing
        }
    };
    entries.iter().zip(&links).map(shares).collect()
}

fn finish_entry(parsed: ParsedEntry, shares: Shares) -> Entry {
    let from_guid =
        || parsed.guid.clone().filter(|guid| guid.starts_with("http://") || guid.starts_with("https://"));
    let url = parsed.link.clone().filter(|link| !link.is_empty()).or_else(from_guid);
    let title = parsed.title.map(|title| plain_line(&title)).filter(|title| !title.is_empty());
    let words = parsed.summary.as_deref().or(parsed.content.as_deref()).filter(|_| title.is_none());
    let id = identity::identity(Traits {
        guid: parsed.guid.as_deref(),
        link: url.as_deref(),
        shares,
        title: title.as_deref(),
        words: words.map(plain_text).as_deref(),
        date: parsed.published.or(parsed.updated),
    });
    let markup = |text: &String| text.contains("</") || text.contains("<br") || text.contains("<p>");
    let content = parsed.content.filter(|content| !content.trim().is_empty());
    Entry {
        id,
        url,
        title,
        published: parsed.published,
        updated: parsed.updated,
        content_html: content.clone().or_else(|| parsed.summary.clone().filter(markup)),
        summary: parsed
            .summary
            .or(content)
            .map(|text| plain_text(&without_verdict_signs(&text)))
            .filter(|text| !text.is_empty()),
        authors: parsed.authors,
    }
}
