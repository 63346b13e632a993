//! Puts what the reader gathers where it belongs in the feed.

use super::elements::Field;
use super::links::Bases;
use super::{cdf, rdf};
use crate::feed::dates;
use crate::feed::hints::Period;
use crate::feed::parsed::{MOST_ENTRIES, ParsedEntry, ParsedFeed};
use crate::text::markup::{Token, attributes, tokens, unescape};

/// The text of one element, as the reader hands it over.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) field: Field,
    pub(super) value: String,
    pub(super) base64: bool,
    /// False for a `guid` that says it is no address.
    pub(super) permalink: bool,
}

/// A feed on its way; links are made absolute as they come, everything else stays as written.
#[derive(Debug, Default)]
pub(super) struct Adapter {
    feed: ParsedFeed,
    entry: Option<ParsedEntry>,
    /// The title of the open entry comes from the media module.
    media_title: bool,
    period: Period,
}

impl Adapter {
    /// Takes what the attributes of the root tell.
    pub(super) fn root(&mut self, inside: &str, bases: &Bases) {
        let tag = attributes(inside).filter(|(name, _)| name.eq_ignore_ascii_case("xml:lang")).last();
        if let Some((_, tag)) = tag {
            self.feed.language = Some(tag.to_owned());
        }
        if let Some(href) = cdf::href(inside) {
            self.feed.link = Some(bases.absolute(&unescape(href)));
        }
    }

    /// Begins an entry with what its attributes tell.
    pub(super) fn start_entry(&mut self, inside: &str, bases: &Bases) {
        self.media_title = false;
        self.entry = Some(ParsedEntry {
            guid: rdf::about(inside),
            link: cdf::href(inside).map(|href| bases.absolute(&unescape(href))),
            updated: cdf::changed(inside).and_then(dates::parse),
            ..ParsedEntry::default()
        });
    }

    pub(super) fn end_entry(&mut self) {
        if self.feed.entries.len() < MOST_ENTRIES {
            self.feed.entries.extend(self.entry.take());
        }
    }

    /// Takes a link from attributes; false when the element has none and its text is the link.
    pub(super) fn link(&mut self, inside: &str, bases: &Bases) -> bool {
        let (mut href, mut rel, mut media_type) = (None, "alternate", "text/html");
        for (name, value) in attributes(inside) {
            match name.to_ascii_lowercase().as_str() {
                "href" | "url" | "uri" => href = Some(value),
                "rel" => rel = value.trim(),
                "type" => media_type = value.trim(),
                _ => {}
            }
        }
        let Some(href) = href else { return false };
        let link = bases.absolute(&unescape(href));
        let html = ["text/html", "application/xhtml+xml", "html", "xhtml", ""]
            .contains(&media_type.to_ascii_lowercase().as_str());
        let rel = rel.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        match (rel.as_str(), &mut self.entry) {
            ("alternate" | "", Some(entry)) if html || entry.link.is_none() => entry.link = Some(link),
            ("alternate" | "", None) if html || self.feed.link.is_none() => self.feed.link = Some(link),
            ("hub", None) => self.feed.hints.hub = Some(link),
            ("self", None) => self.feed.hints.own_url = Some(link),
            _ => {}
        }
        true
    }

    /// Puts the text of an element where it belongs.
    pub(super) fn put(&mut self, text: Text, bases: &Bases) {
        if self.entry.is_some() {
            self.entry_field(text, bases);
        } else {
            self.feed_field(&text, bases);
        }
    }

    /// The feed, its last entry with it.
    pub(super) fn finish(mut self) -> ParsedFeed {
        self.end_entry();
        self.feed.hints.update_seconds = self.period.seconds();
        self.feed
    }

    fn entry_field(&mut self, text: Text, bases: &Bases) {
        let Some(entry) = &mut self.entry else { return };
        let is_address = matches!(text.field, Field::Link | Field::Guid);
        let link = if is_address { bases.absolute(&text.value) } else { String::new() };
        let value = if text.base64 { unbase64(&text.value).unwrap_or(text.value) } else { text.value };
        let filled = !value.trim().is_empty();
        match text.field {
            Field::Title if filled && (entry.title.is_none() || self.media_title) => {
                entry.title = Some(value);
                self.media_title = false;
            }
            Field::MediaTitle if filled && entry.title.is_none() => {
                entry.title = Some(value);
                self.media_title = true;
            }
            Field::Link if filled => entry.link = Some(link),
            Field::Guid if filled => {
                let web = link.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
                if text.permalink && entry.link.is_none() && web {
                    entry.link = Some(link);
                }
                entry.guid = Some(value.trim().to_owned());
            }
            Field::Published => entry.published = dates::parse(&value).or(entry.published),
            Field::Created => entry.published = entry.published.or_else(|| dates::parse(&value)),
            Field::Updated => entry.updated = dates::parse(&value).or(entry.updated),
            Field::Summary if filled && entry.summary.is_none() => entry.summary = Some(value),
            Field::Content if entry.content.as_ref().is_none_or(|known| known.len() < value.len()) => {
                entry.content = Some(value);
            }
            Field::Author => entry.authors.extend(author(&value)),
            _ => {}
        }
    }

    fn feed_field(&mut self, text: &Text, bases: &Bases) {
        let value = text.value.trim();
        let feed = &mut self.feed;
        match text.field {
            Field::Title if feed.title.is_none() && !value.is_empty() => feed.title = Some(value.to_owned()),
            Field::Link if !value.is_empty() => feed.link = Some(bases.absolute(value)),
            Field::Language => feed.language = Some(value.to_owned()),
            Field::Ttl => {
                feed.hints.ttl_seconds = value.parse::<u32>().ok().map(|minutes| minutes.saturating_mul(60));
            }
            Field::UpdatePeriod => self.period.name = Some(value.to_ascii_lowercase()),
            Field::UpdateFrequency => self.period.times = value.parse().ok(),
            Field::SkipHour => feed.hints.skip_hour(value),
            Field::SkipDay => feed.hints.skip_day(value),
            _ => {}
        }
    }
}

/// The name in an author element: its `name` child, else its text.
fn author(text: &str) -> Option<String> {
    let mut inside_name = false;
    let mut name = None;
    for token in tokens(text) {
        match token {
            Token::Open { name, .. } => inside_name = name.ends_with("name"),
            Token::Close(_) => inside_name = false,
            Token::Text(words) | Token::Cdata(words) if inside_name => name = Some(words),
            _ => {}
        }
    }
    let found = name.unwrap_or(if text.contains('<') { "" } else { text }).trim();
    (!found.is_empty()).then(|| found.to_owned())
}

/// Decodes base64 text, white space allowed; `None` unless it is that and UTF-8.
fn unbase64(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for c in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = (held << 6 | u32::from(six)) & 0xFFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    String::from_utf8(bytes).ok()
}
