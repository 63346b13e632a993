//! What makes an entry the same entry the next time.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use url::Url;

use super::Entry;
use crate::text::markup::plain_text;

/// Query parameters that only tell where a reader came from.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "yclid",
    "dclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "at_medium",
    "at_campaign",
    "cmpid",
    "ocid",
    "ns_mchannel",
    "ns_campaign",
    "ns_source",
    "ftag",
    "smid",
    "partner",
    "ref_src",
    "_ga",
    "wt_mc",
    "xtor",
    "spm",
];

/// One form for the addresses of one article: scheme and host in lower case, `https`, no `www.`, no fragment, no tracking
/// parameters, no slash at the end. For comparing only; never shown or fetched. Text that is no http(s) address comes back
/// trimmed.
#[must_use]
pub fn normal_link(link: &str) -> String {
    let link = link.trim();
    let Ok(mut url) = Url::parse(link) else { return link.to_owned() };
    if !matches!(url.scheme(), "http" | "https") {
        return link.to_owned();
    }
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| {
            !name.starts_with("utm_") && !TRACKING.contains(&name.to_ascii_lowercase().as_str())
        })
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else {
        url.query_pairs_mut().clear().extend_pairs(kept);
    }
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("https://{host}{port}{}{query}", url.path().trim_end_matches('/'))
}

/// What of the other entries of a feed has the address of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shares {
    /// None of them, or only other tellings of the same.
    #[default]
    Nothing,
    /// Entries of other titles.
    Link,
    /// Entries of the same title and other dates.
    Title,
}

/// What a feed says of an entry that may identify it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Traits<'a> {
    pub(super) guid: Option<&'a str>,
    pub(super) link: Option<&'a str>,
    /// What of the feed's other entries has the same address.
    pub(super) shares: Shares,
    pub(super) title: Option<&'a str>,
    /// What it says of the article; looked at only where it has no title.
    pub(super) words: Option<&'a str>,
    pub(super) date: Option<DateTime<Utc>>,
}

/// The identity of an entry: its guid, else its normalised link, else a hash of title and date. Of entries that share a
/// link, link and title together, and the date where they share that too; of those without a title, their words stand for it.
pub(super) fn identity(entry: Traits<'_>) -> String {
    let guid = entry.guid.map(str::trim).filter(|guid| !guid.is_empty());
    if let Some(guid) = guid {
        return guid.to_owned();
    }
    let link = entry.link.map(normal_link).filter(|link| !link.is_empty());
    let said = entry.title.filter(|title| !title.is_empty()).or(entry.words).unwrap_or_default();
    let date = entry.date.map(|date| date.timestamp().to_string()).unwrap_or_default();
    let whole = match (link, entry.shares) {
        (Some(link), Shares::Nothing) => return link,
        (Some(link), Shares::Link) => format!("{link}\n{said}"),
        (Some(link), Shares::Title) => format!("{link}\n{said}\n{date}"),
        (None, _) => format!("{said}\n{date}"),
    };
    let hash = Sha256::digest(whole);
    hash.iter().take(16).fold("sha256:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}

impl Entry {
    /// A hash of what the feed says in the entry: headline, address and words, whatever their markup.
    #[must_use]
    pub fn told_hash(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        let link = self.url.as_deref().map(normal_link).unwrap_or_default();
        let content = self.content_html.as_deref().map(plain_text).unwrap_or_default();
        for part in [
            self.title.as_deref().unwrap_or_default(),
            &link,
            self.summary.as_deref().unwrap_or_default(),
            &content,
        ] {
            hash.update(part);
            hash.update([0]);
        }
        hash.finalize().to_vec()
    }

    /// When the entry was last changed, or else published, as the feed says.
    #[must_use]
    pub fn told_updated(&self) -> Option<DateTime<Utc>> {
        self.updated.or(self.published)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_one_article_compare_equal() {
        let table = [
            ("http://www.Desk.example/a/", "https://desk.example/a"),
            ("https://desk.example/a?utm_source=rss&utm_medium=x#top", "https://desk.example/a"),
            ("https://desk.example/a?id=7&fbclid=q", "https://desk.example/a?id=7"),
            ("https://desk.example:8443/", "https://desk.example:8443"),
            ("tag:desk.example,2026:1", "tag:desk.example,2026:1"),
            (" not a link ", "not a link"),
        ];
        for (link, due) in table {
            assert_eq!(normal_link(link), due);
            assert_eq!(normal_link(&normal_link(link)), due);
        }
    }

    #[test]
    fn other_words_are_another_hash_and_other_markup_is_not() {
        let entry = Entry {
            url: Some("https://e.example/1?utm_source=a".into()),
            title: Some("Talks end".into()),
            content_html: Some("<p class=a>They end.</p>".into()),
            ..Entry::default()
        };
        let hash = entry.told_hash();
        let content_html = Some("<p class=b>They  end.</p>\n".into());
        let url = Some("https://www.e.example/1/".into());
        assert_eq!(Entry { url, content_html, ..entry.clone() }.told_hash(), hash);
        for other in [
            Entry { title: None, ..entry.clone() },
            Entry { title: Some("Talks ended".into()), ..entry.clone() },
            Entry { summary: Some("Again.".into()), ..entry.clone() },
            Entry { content_html: Some("<p>They ended.</p>".into()), ..entry.clone() },
            Entry { url: Some("https://e.example/2".into()), ..entry.clone() },
        ] {
            assert_ne!(other.told_hash(), hash, "{other:?}");
        }
    }

    #[test]
    fn an_entry_is_known_by_guid_link_or_words() {
        let day = DateTime::from_timestamp(1_770_000_000, 0);
        let link = Some("http://e.example/1/");
        assert_eq!(identity(Traits { guid: Some(" 42 "), link, ..Traits::default() }), "42");
        assert_eq!(identity(Traits { guid: Some(" "), link, ..Traits::default() }), "https://e.example/1");
        let titled = Traits { title: Some("Talks end"), date: day, ..Traits::default() };
        let hashed = identity(titled);
        assert_eq!(hashed.len(), "sha256:".len() + 32);
        assert_ne!(hashed, identity(Traits { date: None, ..titled }));
        assert_eq!(hashed, identity(Traits { words: Some("Edited."), ..titled }));
    }

    #[test]
    fn entries_that_share_a_link_or_have_no_title_are_told_apart() {
        let shared =
            Traits { link: Some("https://e.example/live"), shares: Shares::Link, ..Traits::default() };
        let first = Traits { title: Some("Ferry leaves"), ..shared };
        assert_ne!(identity(first), identity(Traits { title: Some("Ferry is back"), ..shared }));
        let later = DateTime::from_timestamp(1_770_000_000, 0);
        assert_eq!(identity(first), identity(Traits { date: later, ..first }));
        let daily = Traits { shares: Shares::Title, ..first };
        assert_ne!(identity(daily), identity(Traits { date: later, ..daily }));
        let worded = |words| identity(Traits { words: Some(words), ..Traits::default() });
        assert_ne!(worded("The ferry leaves."), worded("The ferry is back."));
    }
}
