//! Why there is no brief, in words for a person.

use crate::article::Standing;
use crate::fetch;

/// Why there is no brief; `Display` is one plain line fit for a chat.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The address could not be fetched.
    #[error(transparent)]
    Web(#[from] fetch::Error),
    /// What stands there is neither a page nor a text: host and media type.
    #[error("{}", not_a_page(.0, .1))]
    NotAPage(String, String),
    /// A page without an article: host, if known, and what it is instead.
    #[error("{}", not_an_article(.0.as_deref(), *.1))]
    NotArticle(Option<String>, Standing),
    /// The page broke the reader.
    #[error("this page is too damaged to read; send me the article's text instead")]
    Damaged,
}

impl Error {
    /// True when the same request may go well later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        use fetch::Error as Web;
        match self {
            Self::Web(fault) => matches!(
                fault,
                Web::NoSuchHost(_)
                    | Web::Unreachable(_)
                    | Web::TimedOut { .. }
                    | Web::Garbled(_)
                    | Web::RateLimited { .. }
                    | Web::ServerTrouble { .. }
            ),
            _ => false,
        }
    }
}

fn not_a_page(host: &str, kind: &str) -> String {
    match kind {
        "application/pdf" => format!("{host} sends a PDF there; I read web pages and text only"),
        "" => format!("{host} sends neither a page nor a text there"),
        kind => format!("{host} sends {kind} there; I read web pages and text only"),
    }
}

fn not_an_article(host: Option<&str>, standing: Standing) -> String {
    let what = match standing {
        Standing::Article | Standing::Empty => "there is no article text on this page",
        Standing::Paywall => "the article is behind a paywall; only its beginning is free",
        Standing::Consent => "the page shows a consent wall instead of the article",
        Standing::Script => "the page shows its text only in a browser (it needs JavaScript)",
        Standing::List => "this is a list of articles; send me the link of one of them",
        Standing::Error => "this is an error page, not an article",
    };
    let hint = match standing {
        Standing::List | Standing::Error => "",
        _ => "; send me the article's text instead",
    };
    match host {
        Some(host) => format!("{host}: {what}{hint}"),
        None => format!("{what}{hint}"),
    }
}
