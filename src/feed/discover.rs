//! Which feeds a web page offers.
//!
//! In: a page's HTML and its address. Out: candidates, the page's own announcements first. Total and linear.

use std::collections::HashSet;

use url::Url;

use super::normal_link;
use crate::languages::{section, words};
use crate::text::markup::{Token, attributes, plain_line, tokens, unescape};

/// More candidates than these are not offered.
const MOST: usize = 20;

/// Where sites keep feeds they do not announce; paths on the site's own host.
pub const USUAL_PATHS: &[&str] = &[
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/rss/v2.xml",
    "/feed/rss",
    "/rss/all.xml",
    "/en/rss",
    "/feeds",
    "/?feed=rss2",
    "/feed.json",
];

/// Media types of feeds in `<link rel="alternate">`.
const FEED_TYPES: &[&str] = &[
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/rss",
    "text/rss",
    "text/xml",
    "application/xml",
];

/// A feed a page may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its address.
    pub url: String,
    /// What the page calls it.
    pub title: Option<String>,
    /// The page announces it with `rel=alternate`; else it is only a link that looks like one.
    pub announced: bool,
}

/// Finds the feeds of a page: `<link rel="alternate">` first, then links whose address looks like a feed's; comment feeds
/// last.
#[must_use]
pub fn discover(html: &str, page: &Url) -> Vec<Candidate> {
    let mut base = page.clone();
    let mut found: Vec<Candidate> = Vec::new();
    let mut seen = HashSet::new();
    let mut silent: Option<&str> = None;
    for token in tokens(html) {
        match token {
            Token::Close(name) if silent.is_some_and(|open| open.eq_ignore_ascii_case(name)) => silent = None,
            Token::Open { name, empty: false, .. } if is(name, "script") || is(name, "style") => {
                silent = Some(name);
            }
            Token::Open { name, attributes, .. } if silent.is_none() => {
                if is(name, "base") {
                    base = value(attributes, "href").and_then(|href| page.join(&href).ok()).unwrap_or(base);
                } else if let Some(candidate) = candidate(name, attributes, &base)
                    && seen.insert(normal_link(&candidate.url))
                {
                    found.push(candidate);
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|candidate| (comments(candidate), !candidate.announced));
    found.truncate(MOST);
    found
}

/// Whether a page announces the feed at an address with `<link rel="alternate">`: then that speaks for the page, too.
#[must_use]
pub fn announces(html: &str, page: &Url, feed: &str) -> bool {
    let wanted = normal_link(feed);
    discover(html, page).iter().any(|one| one.announced && normal_link(&one.url) == wanted)
}

fn candidate(name: &str, inside: &str, base: &Url) -> Option<Candidate> {
    let announced = is(name, "link");
    if !announced && !is(name, "a") {
        return None;
    }
    let href = value(inside, "href")?;
    let url = base.join(href.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let fits = if announced {
        let rel = value(inside, "rel")?.to_ascii_lowercase();
        let media = value(inside, "type").unwrap_or_default().to_ascii_lowercase();
        let media = media.split(';').next().unwrap_or_default().trim();
        let alternate = rel.split_whitespace().any(|word| word == "alternate" || word == "feed");
        alternate && FEED_TYPES.contains(&media)
    } else {
        looks_like_a_feed(url.path())
    };
    let title = value(inside, "title").map(|title| plain_line(&title)).filter(|title| !title.is_empty());
    fits.then(|| Candidate { url: url.into(), title, announced })
}

fn looks_like_a_feed(path: &str) -> bool {
    let path = path.trim_end_matches('/').to_ascii_lowercase();
    let last = path.rsplit('/').next().unwrap_or_default();
    let end = [".rss", ".atom", ".rdf", "rss.xml", "feed.xml", "atom.xml", "feed.json", "rss2.xml"];
    ["rss", "feed", "atom"].contains(&last)
        || end.iter().any(|end| last.ends_with(end))
        || path.contains("/rss/") && last.rsplit_once('.').is_some_and(|(_, ending)| ending == "xml")
}

fn comments(candidate: &Candidate) -> bool {
    let title = candidate.title.as_deref().unwrap_or_default().to_lowercase();
    candidate.url.contains("/comments/") || words(section::COMMENTS).any(|word| title.contains(&*word))
}

fn is(name: &str, wanted: &str) -> bool {
    name.eq_ignore_ascii_case(wanted)
}

fn value(inside: &str, wanted: &str) -> Option<String> {
    let (_, value) = attributes(inside).find(|(name, _)| is(name, wanted))?;
    Some(unescape(value).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_page_offers() {
        let page = Url::parse("https://desk.example/en/").unwrap();
        let html = r#"<html><head><base href="/world/">
            <link rel=stylesheet href=a.css>
            <link rel="alternate" type="application/rss+xml" title="Desk &amp; more: comments" href="/comments/feed/">
            <LINK REL='alternate feed' TYPE='application/atom+xml; charset=utf-8' HREF='atom?a=1&amp;b=2'>
            <link rel="alternate" hreflang="ru" href="/ru/">
            <link rel="alternate" type="application/json" href="/wp-json/1">
            <script>var x = '<link rel="alternate" type="application/rss+xml" href="/no">'</script></head>
            <body><a href="/rss/v2.xml">RSS</a><a href="/about">about</a><a href="atom?a=1&b=2#x">again</a></body></html>"#;
        let found = discover(html, &page);
        let got: Vec<_> =
            found.iter().map(|one| (one.url.as_str(), one.title.as_deref(), one.announced)).collect();
        assert_eq!(
            got,
            [
                ("https://desk.example/world/atom?a=1&b=2", None, true),
                ("https://desk.example/rss/v2.xml", None, false),
                ("https://desk.example/comments/feed/", Some("Desk & more: comments"), true),
            ]
        );
    }

    #[test]
    fn a_page_announces_a_feed_whatever_its_address_is_spelt_like() {
        let page = Url::parse("https://desk.example/a").unwrap();
        let html = r#"<link rel="alternate" type="application/rss+xml" href="http://feeds.example/desk/"><a href="/rss">RSS</a>"#;
        for (feed, wanted) in [
            ("https://feeds.example/desk", true),
            ("https://www.feeds.example/desk/", true),
            ("https://feeds.example/other", false),
            ("https://desk.example/rss", false),
        ] {
            assert_eq!(announces(html, &page, feed), wanted, "{feed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(html in "(<link |<a |rel=alternate|href=|[<>\"'= a-z/&;:]){0,20}") {
            for candidate in discover(&html, &Url::parse("https://desk.example/").unwrap()) {
                proptest::prop_assert!(candidate.url.starts_with("http"));
            }
        }
    }
}
