//! Lists of subscriptions (OPML), in and out.
//!
//! In: the text of an OPML document, well formed or not. Out: its feeds; and back. Invariant: what [`write`] makes,
//! [`read`] reads back.

use std::collections::HashSet;

use crate::text::controls_screen;
use crate::text::markup::{Token, attributes, escaped, legal, plain_line, tokens, unescape};

/// More feeds than these are not read from one list.
const MOST: usize = 5_000;

/// A feed in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Address of the feed.
    pub url: String,
    /// Its name.
    pub title: Option<String>,
    /// The page it belongs to.
    pub site_url: Option<String>,
}

/// Reads the feeds of an OPML document, folders looked through, each address once; `None` when it is no OPML.
#[must_use]
pub fn read(text: &str) -> Option<Vec<Outline>> {
    let mut outlines = Vec::new();
    let mut seen = HashSet::new();
    let mut rooted = false;
    // a list that breaks off within a tag has no whole address there
    let whole = text.rfind('>').and_then(|end| text.get(..=end)).unwrap_or_default();
    for token in tokens(whole) {
        let Token::Open { name, attributes: inside, .. } = token else { continue };
        rooted |= name.eq_ignore_ascii_case("opml");
        if !rooted || !name.eq_ignore_ascii_case("outline") || outlines.len() >= MOST {
            continue;
        }
        let value = |wanted: &str, read: fn(&str) -> String| {
            let (_, value) = attributes(inside).find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
            Some(read(&unescape(value))).filter(|value| !value.is_empty())
        };
        // a page or another list that is only pointed at is no feed
        let kind = value("type", address).unwrap_or_default().to_ascii_lowercase();
        let pointed = || value("url", feed_address).filter(|url| url.starts_with("http"));
        let url = match kind.as_str() {
            "include" => None,
            "link" => value("xmlUrl", feed_address),
            _ => value("xmlUrl", feed_address).or_else(pointed),
        };
        if let Some(url) = url
            && seen.insert(url.clone())
        {
            outlines.push(Outline {
                url,
                title: value("title", plain_line).or_else(|| value("text", plain_line)),
                site_url: value("htmlUrl", address),
            });
        }
    }
    rooted.then_some(outlines)
}

/// An address as written, without white space and characters XML forbids.
fn address(text: &str) -> String {
    text.chars().filter(|c| legal(*c) && !c.is_whitespace()).collect()
}

/// The address of a feed, without the schemes that only tell a browser to subscribe: `feed://x`, `feed:https://x`.
fn feed_address(text: &str) -> String {
    const SUBSCRIBE: [&str; 6] = ["feed:", "feeds:", "rss:", "itpc:", "itpcs:", "pcast:"];
    let address = address(text);
    let rest = SUBSCRIBE.iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme)
            .then(|| (address.get(scheme.len()..), scheme.ends_with("s:") && *scheme != "rss:"))
    });
    let Some((Some(rest), secure)) = rest else { return address };
    let rest = rest.trim_start_matches('/');
    if rest.starts_with("http:") || rest.starts_with("https:") {
        return rest.to_owned();
    }
    format!("{}://{rest}", if secure { "https" } else { "http" })
}

/// Writes an OPML 2.0 document named `title`.
#[must_use]
pub fn write(title: &str, outlines: &[Outline]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>{}</title></head>\n<body>\n",
        legally_escaped(title)
    );
    for outline in outlines {
        let name = legally_escaped(outline.title.as_deref().unwrap_or(&outline.url));
        let url = legally_escaped(&outline.url);
        out.extend([
            "<outline type=\"rss\" text=\"",
            &name,
            "\" title=\"",
            &name,
            "\" xmlUrl=\"",
            &url,
            "\"",
        ]);
        if let Some(site) = &outline.site_url {
            out.extend([" htmlUrl=\"", &legally_escaped(site), "\""]);
        }
        out.push_str("/>\n");
    }
    out.push_str("</body>\n</opml>\n");
    out
}

/// Escapes what XML allows of words, without what controls a terminal.
fn legally_escaped(text: &str) -> String {
    escaped(&text.chars().filter(|c| legal(*c) && !controls_screen(*c)).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_no_control_character() {
        let evil = "a\u{1b}[2J\u{7f}\u{9b}b\u{fffe}".to_owned();
        let outline = Outline { url: evil.clone(), title: Some(evil.clone()), site_url: Some(evil) };
        let list = write("x", &[outline]);
        assert!(!list.contains(controls_screen) && !list.contains('\u{fffe}'), "{list:?}");
        assert!(list.contains("a[2Jb"), "{list}");
    }

    #[test]
    fn reads_lists_of_other_programs() {
        let text = r#"<?xml version="1.0"?><opml version="1.1"><body><outline text="World">
            <outline text="Desk &amp; Wire" title="" type="rss" xmlUrl="https://desk.example/?a=1&amp;b=2" htmlUrl="https://desk.example"/>
            <outline text="Twice" xmlurl='https://desk.example/?a=1&b=2' /></outline>
            <outline text="No feed" type="link" url="mailto:x"/></body></opml>"#;
        let due = Outline {
            url: "https://desk.example/?a=1&b=2".into(),
            title: Some("Desk & Wire".into()),
            site_url: Some("https://desk.example".into()),
        };
        assert_eq!(read(text), Some(vec![due]));
        assert_eq!(read("<opml/>"), Some(vec![]));
        let (cut, _) = text.split_once("=2\" htmlUrl").unwrap();
        assert_eq!((read(cut), read("<opml")), (Some(vec![]), None));
        assert_eq!(read("<rss><channel/></rss>"), None);
    }

    #[test]
    fn addresses_that_ask_to_subscribe_are_web_addresses() {
        for (written, due) in [
            ("feed://desk.example/rss", "http://desk.example/rss"),
            ("FEED:https://desk.example/rss", "https://desk.example/rss"),
            ("feed:desk.example/rss", "http://desk.example/rss"),
            ("feeds://desk.example/rss", "https://desk.example/rss"),
            ("rss://desk.example/feed", "http://desk.example/feed"),
            ("https://feed.example/feed:1", "https://feed.example/feed:1"),
        ] {
            let text = format!("<opml><outline type='rss' xmlUrl='{written}'/></opml>");
            let urls: Vec<_> = read(&text).unwrap().into_iter().map(|outline| outline.url).collect();
            assert_eq!(urls, [due], "{written}");
        }
    }

    #[test]
    fn another_list_and_a_page_are_no_feeds() {
        let text = "<opml><outline type='include' text='More' url='https://desk.example/more.opml'/>\
            <outline type='include' xmlUrl='https://desk.example/most.opml'/><outline type='link' url='https://desk.example/about'/>\
            <outline text='Desk' url='https://desk.example/rss'/></opml>";
        let urls: Vec<_> = read(text).unwrap().into_iter().map(|outline| outline.url).collect();
        assert_eq!(urls, ["https://desk.example/rss"]);
    }

    #[test]
    fn addresses_with_marks_of_tags_are_read_back() {
        let text = "<opml><outline text='One' xmlUrl='https://desk.example/?q=&lt;br'/><outline text='Two' xmlUrl='https://desk.example/?q=\n'/></opml>";
        let read_once = read(text).unwrap();
        let urls: Vec<_> = read_once.iter().map(|one| one.url.as_str()).collect();
        assert_eq!(urls, ["https://desk.example/?q=<br", "https://desk.example/?q="]);
        assert_eq!(read(&write("Mine", &read_once)), Some(read_once));
    }

    proptest::proptest! {
        #[test]
        fn reads_back_what_it_writes(names in proptest::collection::vec("[ -~а-я<>&\"']{1,20}", 0..5)) {
            let outlines: Vec<Outline> = names
                .iter()
                .enumerate()
                .map(|(at, name)| Outline {
                    url: format!("https://e.example/{at}?q={}", name.replace(' ', "+").replace('&', "%26")),
                    title: Some(plain_line(name)).filter(|name| !name.is_empty()),
                    site_url: None,
                })
                .filter(|outline| outline.title.is_some() && plain_line(outline.title.as_deref().unwrap()) == outline.title.as_deref().unwrap() && plain_line(&outline.url) == outline.url)
                .collect();
            proptest::prop_assert_eq!(read(&write("Mine", &outlines)), Some(outlines));
        }
    }
}
