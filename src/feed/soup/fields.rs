//! Where the text of each element goes.

use url::Url;

use super::super::dates;
use super::super::draft::DraftEntry;
use super::super::markup::{Token, attributes, tokens};
use super::super::words::unescape;
use super::{Field, Kind, Leaf, Reader};

/// Entries after these are not kept.
const MOST_ENTRIES: usize = 20_000;

impl Reader<'_> {
    /// Takes what the attributes of the root tell.
    pub(super) fn root(&mut self, inside: &str) {
        self.rooted = true;
        for (name, value) in attributes(inside) {
            match name.to_ascii_lowercase().as_str() {
                "xml:lang" => self.draft.language = Some(value.to_owned()),
                // CDF
                "base" => {
                    let base = Url::parse(&unescape(value));
                    self.bases.extend(base.map(|base| (0, base)));
                }
                "href" => self.draft.link = Some(self.absolute(&unescape(value))),
                _ => {}
            }
        }
    }

    /// Begins an entry with what its attributes tell: `rdf:about`, and `href` and `lastmod` of CDF.
    pub(super) fn start_entry(&mut self, inside: &str) {
        self.rooted = true;
        self.media_title = false;
        let mut entry = DraftEntry::default();
        for (name, value) in attributes(inside) {
            match name.to_ascii_lowercase().as_str() {
                "rdf:about" | "about" => entry.guid = Some(unescape(value).trim().to_owned()),
                "href" => entry.link = Some(self.absolute(&unescape(value))),
                "lastmod" => entry.updated = dates::parse(value),
                _ => {}
            }
        }
        self.entry = Some(entry);
    }

    pub(super) fn end_entry(&mut self) {
        if self.draft.entries.len() < MOST_ENTRIES {
            self.draft.entries.extend(self.entry.take());
        }
    }

    /// Takes a link from attributes; false when the element has none and its text is the link.
    pub(super) fn linked(&mut self, inside: &str) -> bool {
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
        let link = self.absolute(&unescape(href));
        let html = ["text/html", "application/xhtml+xml", "html", "xhtml", ""]
            .contains(&media_type.to_ascii_lowercase().as_str());
        let rel = rel.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        match (rel.as_str(), &mut self.entry) {
            ("alternate" | "", Some(entry)) if html || entry.link.is_none() => entry.link = Some(link),
            ("alternate" | "", None) if html || self.draft.link.is_none() => self.draft.link = Some(link),
            ("hub", None) => self.draft.hints.hub = Some(link),
            ("self", None) => self.draft.hints.own_url = Some(link),
            _ => {}
        }
        true
    }

    /// A link made absolute on the innermost base; one that is absolute stays as written.
    pub(super) fn absolute(&self, link: &str) -> String {
        let link = in_one_piece(link);
        let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
        let has_scheme = !scheme.is_empty()
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        match self.bases.last() {
            Some((_, base)) if !has_scheme && !link.is_empty() => base.join(&link).map_or(link, Into::into),
            _ => link,
        }
    }

    /// Ends the open leaf and puts its text where it belongs.
    pub(super) fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        let based = leaf.based;
        if self.entry.is_some() {
            self.entry_field(leaf);
        } else {
            self.feed_field(&leaf);
        }
        if based {
            self.bases.pop();
        }
    }

    fn entry_field(&mut self, leaf: Leaf) {
        let link = if matches!(leaf.field, Field::Link | Field::Guid) {
            self.absolute(&leaf.text)
        } else {
            String::new()
        };
        let Some(entry) = &mut self.entry else { return };
        let text = if leaf.base64 { unbase64(&leaf.text).unwrap_or(leaf.text) } else { leaf.text };
        let filled = !text.trim().is_empty();
        match leaf.field {
            Field::Title if filled && (entry.title.is_none() || self.media_title) => {
                entry.title = Some(text);
                self.media_title = false;
            }
            Field::MediaTitle if filled && entry.title.is_none() => {
                entry.title = Some(text);
                self.media_title = true;
            }
            Field::Link if filled => entry.link = Some(link),
            Field::Guid if filled => {
                if leaf.permalink
                    && entry.link.is_none()
                    && link.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
                {
                    entry.link = Some(link);
                }
                entry.guid = Some(text.trim().to_owned());
            }
            Field::Published => entry.published = dates::parse(&text).or(entry.published),
            Field::Created => entry.published = entry.published.or_else(|| dates::parse(&text)),
            Field::Updated => entry.updated = dates::parse(&text).or(entry.updated),
            Field::Summary if filled && entry.summary.is_none() => entry.summary = Some(text),
            Field::Content if entry.content.as_ref().is_none_or(|known| known.len() < text.len()) => {
                entry.content = Some(text);
            }
            Field::Author => entry.authors.extend(author(&text)),
            _ => {}
        }
    }

    fn feed_field(&mut self, leaf: &Leaf) {
        let text = leaf.text.trim();
        let (absolute, hours, days) =
            (self.absolute(text), self.within("skipHours"), self.within("skipDays"));
        let draft = &mut self.draft;
        match leaf.field {
            Field::Title if draft.title.is_none() && !text.is_empty() => draft.title = Some(text.to_owned()),
            Field::Link if !text.is_empty() => draft.link = Some(absolute),
            Field::Language => draft.language = Some(text.to_owned()),
            Field::Ttl => {
                draft.hints.ttl_seconds = text.parse::<u32>().ok().map(|minutes| minutes.saturating_mul(60));
            }
            Field::UpdatePeriod => self.period.name = Some(text.to_ascii_lowercase()),
            Field::UpdateFrequency => self.period.times = text.parse().ok(),
            Field::SkipHour if hours => draft.hints.skip_hour(text),
            Field::SkipDay if days => draft.hints.skip_day(text),
            _ => {}
        }
    }

    fn within(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.kind == Kind::Other && open.name.eq_ignore_ascii_case(name))
    }
}

/// A link without line breaks, the spaces before its fragment escaped.
fn in_one_piece(link: &str) -> String {
    let link = link.trim();
    if !link.contains(char::is_whitespace) {
        return link.to_owned();
    }
    let lines = link.split(['\n', '\r', '\t']).map(str::trim);
    let whole: String = lines.collect();
    let (address, fragment) =
        whole.split_at_checked(whole.find('#').unwrap_or(whole.len())).unwrap_or((&whole, ""));
    address.replace(char::is_whitespace, "%20") + fragment
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
