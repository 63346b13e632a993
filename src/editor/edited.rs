//! An article with its brief, and what was known of it before.

use chrono::{DateTime, Utc};

use super::error::Error;
use crate::article::{Article, Standing};
use crate::brief::{self, Brief};
use crate::text::Stop;

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
}

/// An article and its brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The article.
    pub article: Article,
    /// What the chat is told about it, in the article's own sentences.
    pub brief: Brief,
    /// Whether it is only for who gave the address: that holds a secret, or leads to no public host.
    pub is_private: bool,
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
    Edited { article, brief, is_private: false }
}

/// The article's standing; one with hardly a word in its body is empty whatever the page looked like.
pub(super) fn standing(article: &Article) -> Standing {
    let words: usize = article.body().map(|span| span.of(&article.text).split_whitespace().count()).sum();
    match article.standing {
        Standing::Article if words < FEWEST_WORDS => Standing::Empty,
        standing => standing,
    }
}
