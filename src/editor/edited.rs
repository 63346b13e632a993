//! An article with its brief, and what was known of it before.

use chrono::{DateTime, Utc};
use url::Url;

use super::error::Error;
use crate::article::{Article, Standing};
use crate::brief::{self, Brief};
use crate::text::{Stop, count_words};

/// Fewest words of a body that are worth a brief.
const FEWEST_WORDS: usize = 25;

/// What a feed, or a person, told of an article before it was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Told {
    /// Headline.
    pub title: Option<String>,
    /// When it was published; wins over what the page says.
    pub published: Option<DateTime<Utc>>,
    /// The feed's description, plain text.
    pub summary: Option<String>,
    /// The article as HTML, when the feed carries it.
    pub content_html: Option<String>,
    /// The address of the feed that told it; `None` for a person. Its headline stands only over a page that announces it.
    pub feed: Option<String>,
}

/// An article and its brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The article.
    pub article: Article,
    /// What the chat is told about it, in the article's own sentences.
    pub brief: Brief,
    /// Where its page was opened, when it was; the article may be known by another address that the page names.
    pub opened: Option<String>,
    /// Whether it is only for whoever gave the address: that holds a secret, or leads to no public host. What a feed links to
    /// is as open as the feed.
    pub is_private: bool,
    /// Whether its page announces the feed that told of it.
    pub is_announced: bool,
}

impl Edited {
    /// The address its page names as its own, where that is another than the one it was opened at: if an article is stored
    /// there, that is the one, and nothing the page says is put in its place.
    #[must_use]
    pub fn named(&self) -> Option<&str> {
        let named = self.article.url.as_deref()?;
        self.opened.as_deref().filter(|opened| *opened != named).map(|_| named)
    }
}

/// The address an article is known by: the one its page names where that is the same document by its path, such as a page
/// for phones, or else the one it was opened at. On a site where many write a page could name another's.
pub(super) fn address(named: Option<&str>, opened: &str) -> String {
    let document = |address: &str| -> Option<(String, Option<String>)> {
        let url = Url::parse(address).ok()?;
        let is_form = |part: &&str| matches!(*part, "" | "amp" | "print" | "mobile" | "m" | "index.html");
        let part = url.path().split('/').rfind(|part| !is_form(part))?;
        let stem = part.split_once('.').map_or(part, |(stem, _)| stem);
        Some((stem.trim_end_matches("-amp").to_lowercase(), url.query().map(str::to_owned)))
    };
    let is_same = |named: &&str| match (document(named), document(opened)) {
        (Some((one, asked)), Some((other, wanted))) => {
            one == other && (asked == wanted || asked.is_none() || wanted.is_none())
        }
        _ => false,
    };
    named.filter(is_same).unwrap_or(opened).to_owned()
}

/// Briefs an article; a page that is none is an error.
pub(super) fn edited(article: Article, stop: &Stop) -> Result<Edited, Error> {
    match standing(&article) {
        Standing::Article => Ok(unchecked(article, stop)),
        standing => Err(Error::NotArticle(standing)),
    }
}

/// Briefs an article whatever it is.
pub(super) fn unchecked(article: Article, stop: &Stop) -> Edited {
    let brief = brief::write_until(&article, stop);
    Edited { article, brief, opened: None, is_private: false, is_announced: false }
}

/// The article's standing; one with hardly a word in its body is empty whatever the page looked like.
pub(super) fn standing(article: &Article) -> Standing {
    let words: usize = article.body().map(|span| count_words(span.of(&article.text))).sum();
    match article.standing {
        Standing::Article if words < FEWEST_WORDS => Standing::Empty,
        standing => standing,
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_page_speaks_for_its_own_document_only() {
        let opened = "https://paper.example/2026/02/treaty-of-hale-signed";
        for (named, wanted) in [
            ("https://paper.example/2026/02/treaty-of-hale-signed/", true),
            ("https://paper.example/world/treaty-of-hale-signed.html", true),
            ("https://paper.example/amp/treaty-of-hale-signed", true),
            ("https://paper.example/treaty-of-hale-signed/amp", true),
            ("https://paper.example/@other/minister-resigns", false),
            ("https://paper.example/", false),
        ] {
            let got = address(Some(named), opened);
            assert_eq!(got, if wanted { named } else { opened }, "{named}");
        }
        assert_eq!(address(None, opened), opened);
        let topic = |number: &str| format!("https://forum.example/index.php?topic={number}");
        assert_eq!(address(Some(&topic("2")), &topic("1")), topic("1"));
    }
}
