//! The editor: an address, a page or a text → article → brief.
//!
//! In: what a person sent, or what a feed told of an entry. Out: an [`Edited`], or an [`Error`] whose `Display` is one
//! plain line for a person. Invariants: everything is opened through [`Web`]; reading and briefing run on blocking
//! threads, few at a time; a page that is no article is never briefed as one.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::Semaphore;
use url::Url;

use crate::article::{self, Article, Given, Standing};
use crate::brief::Brief;
use crate::fetch::{Fetched, Flights, Kind, Want, Web};
use crate::store::articles::summaries::Summary;
use crate::text::{Language, decode};

mod edited;
mod error;
mod from_feed;
mod ledger;
mod media;
pub mod record;
pub mod shown;
mod writer;

pub use edited::{Edited, Told};
use edited::{edited, standing, unchecked};
pub use error::Error;
pub use ledger::Ledger;
use media::{Media, media_name};
pub use writer::Writer;

/// Briefs made at one time: parsing takes a processor and up to 100 MB for the worst page.
const AT_ONCE: usize = 2;
/// The editor; cheap to clone, one for the whole program.
#[derive(Clone)]
pub struct Editor {
    web: Web,
    writer: Option<Writer>,
    places: Arc<Semaphore>,
    flights: Flights<(String, Told), Result<Edited, Error>>,
}

impl fmt::Debug for Editor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Editor").field("web", &self.web).finish_non_exhaustive()
    }
}

impl Editor {
    /// Makes an editor that opens addresses through `web`.
    #[must_use]
    pub fn new(web: Web) -> Self {
        Self { web, writer: None, places: Arc::new(Semaphore::new(AT_ONCE)), flights: Flights::default() }
    }

    /// Has a language model at hand for [`Editor::summaries`].
    #[must_use]
    pub fn with_writer(self, writer: Option<Writer>) -> Self {
        Self { writer, ..self }
    }

    /// What writes summaries beside the extracts, where the operator has set a model.
    #[must_use]
    pub fn writer(&self) -> Option<&Writer> {
        self.writer.as_ref()
    }

    /// What the model makes of an article in each of `languages`, as far as it does so within `patience`; nothing
    /// where there is no model.
    pub async fn summaries(
        &self,
        edited: (&Article, &Brief),
        languages: &[Language],
        patience: Duration,
    ) -> Vec<Summary> {
        match &self.writer {
            Some(writer) if !languages.is_empty() => {
                writer.summaries(edited.0, edited.1, languages, patience).await
            }
            _ => Vec::new(),
        }
    }

    /// The door it opens addresses through.
    #[must_use]
    pub fn web(&self) -> &Web {
        &self.web
    }

    /// Fetches and briefs the article at `url`; asked twice at once, the work is done once.
    ///
    /// Where the page is closed to bots, or is no article, what the feed told stands in, labelled so; without that
    /// it is an error. A passing trouble ([`Error::is_passing`]) is an error always: the caller may try again, or
    /// take [`Editor::from_feed`].
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn brief_url(&self, url: &str, told: &Told) -> Result<Edited, Error> {
        let key = (url.to_owned(), told.clone());
        let flight = self.flights.join(&key, || {
            let (editor, (url, told)) = (self.clone(), key.clone());
            async move { editor.open(&url, told).await }.boxed()
        });
        flight.await
    }

    /// Briefs a page that is at hand.
    ///
    /// # Errors
    /// [`Error::NotArticle`] and [`Error::Damaged`].
    pub async fn brief_html(&self, html: String, given: Given) -> Result<Edited, Error> {
        self.work(move || edited(article::from_html(&html, &given))).await
    }

    /// Briefs plain text: pasted, forwarded or from a file.
    ///
    /// # Errors
    /// [`Error::NotArticle`] when nothing is in it, and [`Error::Damaged`].
    pub async fn brief_text(&self, text: String, given: Given) -> Result<Edited, Error> {
        self.work(move || match article::from_text(&text, &given) {
            article if article.text.trim().is_empty() => Err(Error::NotArticle(Standing::Empty)),
            article => Ok(unchecked(article)),
        })
        .await
    }

    /// Briefs what the feed told, without opening the page; `None` when it told nothing to the point.
    pub async fn from_feed(&self, url: &str, told: &Told) -> Option<Edited> {
        let (url, told) = (url.to_owned(), told.clone());
        self.work(move || Ok(from_feed::brief(&url, &told, Standing::Empty))).await.ok().flatten()
    }

    async fn open(&self, url: &str, told: Told) -> Result<Edited, Error> {
        let fetched = match self.web.get(Want::new(url, Kind::Page)).await {
            Ok(fetched) => fetched,
            Err(fault) => {
                let fault = Error::Web(fault);
                let stands_in = if fault.is_passing() { None } else { self.from_feed(url, &told).await };
                return stands_in.ok_or(fault);
            }
        };
        let url = url.to_owned();
        self.work(move || page(&url, &fetched, &told)).await
    }

    /// Runs `job` on a blocking thread when a place is free; a panic in it is an error, not an end.
    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let _place = self.places.acquire().await;
        tokio::task::spawn_blocking(job).await.unwrap_or(Err(Error::Damaged))
    }
}

fn page(url: &str, fetched: &Fetched, told: &Told) -> Result<Edited, Error> {
    let kind = fetched.headers.content_type.as_deref().unwrap_or_default();
    let given = Given {
        url: Some(fetched.final_url.to_string()),
        title: told.title.clone(),
        published: told.published,
    };
    let article = match Media::of(kind, &fetched.body) {
        Media::Page => article::from_html(&decode(&fetched.body, Some(kind)), &given),
        Media::Text => article::from_text(&decode(&fetched.body, Some(kind)), &given),
        Media::Other => {
            return from_feed::brief(url, told, Standing::Empty)
                .ok_or_else(|| Error::NotAPage(host(&fetched.final_url), media_name(kind)));
        }
    };
    let standing = standing(&article);
    if standing == Standing::Article {
        return edited(article);
    }
    let stands_in = from_feed::brief(article.url.as_deref().unwrap_or(url), told, standing);
    stands_in.ok_or(Error::NotArticle(standing))
}

fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests;
