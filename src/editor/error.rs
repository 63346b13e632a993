//! Why there is no brief, in words for a person.

use crate::article::Standing;
use crate::fetch;
use crate::view::{Fault, Locale};

/// Why there is no brief; `Display` is one plain line in English, [`Error::fault`] the same in any language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The address could not be fetched.
    #[error(transparent)]
    Web(#[from] fetch::Error),
    /// What stands there is neither a page nor a text: host and media type.
    #[error("{}", self.fault().say(Locale::default()))]
    NotAPage(String, String),
    /// A page without an article: what it is instead.
    #[error("{}", self.fault().say(Locale::default()))]
    NotArticle(Standing),
    /// Reading took too long; whether it is taken up no more.
    #[error("{}", self.fault().say(Locale::default()))]
    Overdue {
        /// It failed so before.
        is_last: bool,
    },
    /// The page broke the reader.
    #[error("{}", self.fault().say(Locale::default()))]
    Damaged,
}

impl Error {
    /// What it is called in the interface, with what is put into the words.
    #[must_use]
    pub fn fault(&self) -> Fault {
        match self {
            Self::Web(fault) => fault.fault(),
            Self::NotAPage(host, kind) => match kind.as_str() {
                "application/pdf" => Fault::new("fault-pdf", &[("host", host)]),
                "" => Fault::new("fault-no-page", &[("host", host)]),
                kind => Fault::new("fault-media", &[("host", host), ("kind", kind)]),
            },
            Self::NotArticle(standing) => {
                let key = match standing {
                    Standing::Article | Standing::Empty => "fault-no-article",
                    Standing::Paywall => "fault-paywall",
                    Standing::Consent => "fault-consent",
                    Standing::Script => "fault-script",
                    Standing::List => "fault-list",
                    Standing::Error => "fault-error-page",
                };
                Fault::new(key, &[])
            }
            Self::Overdue { is_last: false } => Fault::new("fault-overdue", &[]),
            Self::Overdue { is_last: true } => Fault::new("fault-overdue-again", &[]),
            Self::Damaged => Fault::new("fault-damaged", &[]),
        }
    }

    /// True when the page, or the status it came with, tells that it is to be paid for.
    #[must_use]
    pub fn is_paywall(&self) -> bool {
        match self {
            Self::NotArticle(standing) => *standing == Standing::Paywall,
            Self::Web(fault) => matches!(fault, fetch::Error::Forbidden { status: 402, .. }),
            _ => false,
        }
    }

    /// When the server allows the next try, if it said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<fetch::RetryAfter> {
        match self {
            Self::Web(fault) => fault.retry_after(),
            _ => None,
        }
    }

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
            Self::Overdue { is_last } => !is_last,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_words_in_every_language() {
        use Standing::{Article, Consent, Empty, List, Paywall, Script};
        let host = || "paper.example".to_owned();
        let pages = [Article, Empty, Paywall, Consent, Script, List, Standing::Error];
        let pages = pages.into_iter().map(Error::NotArticle);
        let kinds = ["", "application/pdf", "image/png"].map(|kind| Error::NotAPage(host(), kind.into()));
        for error in pages
            .chain(kinds)
            .chain([true, false].map(|is_last| Error::Overdue { is_last }))
            .chain([Error::Damaged])
        {
            for locale in Locale::all() {
                let told = error.fault().say(locale);
                assert!(!told.starts_with("fault-") && !told.contains('{'), "{told}");
            }
        }
    }
}
