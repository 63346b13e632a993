//! The whole way from bytes to a [`Feed`].

use std::collections::{HashMap, HashSet};

use url::Url;

use super::parsed::{ParsedEntry, ParsedFeed};
use super::{Entry, Feed, decode, identity, json, xml};
use crate::text::markup::{Token, legal, plain_line, plain_text, tokens};

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
    forget_shared_guids(&mut parsed.entries);
    let entries = parsed.entries.into_iter().map(finish_entry).collect();
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

/// Takes away guids that three or more entries of different titles share: some publishers write their own address into
/// all of them, and then they identify nothing.
fn forget_shared_guids(entries: &mut [ParsedEntry]) {
    let mut titles: HashMap<&str, HashSet<&str>> = HashMap::new();
    for entry in entries.iter() {
        if let (Some(guid), Some(title)) = (&entry.guid, &entry.title) {
            titles.entry(guid).or_default().insert(title);
        }
    }
    let shared: HashSet<String> =
        titles.into_iter().filter(|(_, titles)| titles.len() > 2).map(|(guid, _)| guid.to_owned()).collect();
    if shared.is_empty() {
        return;
    }
    for entry in entries {
        entry.guid = entry.guid.take().filter(|guid| !shared.contains(guid));
    }
}

fn finish_entry(parsed: ParsedEntry) -> Entry {
    let from_guid =
        || parsed.guid.clone().filter(|guid| guid.starts_with("http://") || guid.starts_with("https://"));
    let url = parsed.link.clone().filter(|link| !link.is_empty()).or_else(from_guid);
    let title = parsed.title.map(|title| plain_line(&title)).filter(|title| !title.is_empty());
    let date = parsed.published.or(parsed.updated);
    let id = identity::identity(parsed.guid.as_deref(), url.as_deref(), title.as_deref(), date);
    let markup = |text: &String| text.contains("</") || text.contains("<br") || text.contains("<p>");
    let content = parsed.content.filter(|content| !content.trim().is_empty());
    Entry {
        id,
        url,
        title,
        published: parsed.published,
        updated: parsed.updated,
        content_html: content.clone().or_else(|| parsed.summary.clone().filter(markup)),
        summary: parsed.summary.or(content).map(|text| plain_text(&text)).filter(|text| !text.is_empty()),
        authors: parsed.authors,
    }
}
