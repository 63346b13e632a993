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
use crate::feed::{self, secret};
use crate::fetch::{Fetched, Flights, Kind, Want, Web};
use crate::store::articles::summaries::Summary;
use crate::text::{self, Language, Stop, decode};
use crate::translator::Translator;

mod announced;
mod deadline;
mod edited;
mod error;
mod from_feed;
mod ledger;
mod media;
mod places;
pub mod record;
pub mod shown;
pub mod translated;
mod writer;

pub use deadline::{Limits, Overdue};
pub use edited::{Edited, Told};
use edited::{edited, standing, unchecked};
pub use error::Error;
pub use ledger::Ledger;
use media::{Media, media_name};
use places::Places;
pub use places::Share;
pub use writer::Writer;

/// Briefs made at one time: parsing takes a processor and up to 100 MB for the worst page.
const AT_ONCE: usize = 2;
/// The editor; cheap to clone, one for the whole program.
#[derive(Clone)]
pub struct Editor {
    web: Web,
    writer: Option<Writer>,
    translator: Option<Translator>,
    places: Places,
    share: Share,
    limits: Limits,
    overdue: Option<Overdue>,
    runaways: Arc<Semaphore>,
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
        Self {
            web,
            writer: None,
            translator: None,
            places: Places::new(AT_ONCE),
            share: Share::default(),
            limits: Limits::default(),
            overdue: None,
            runaways: Arc::new(Semaphore::new(deadline::RUNAWAYS)),
            flights: Flights::default(),
        }
    }

    /// Remembers what could not be read in time, and does not take up again what failed so twice.
    #[must_use]
    pub fn remembering(self, overdue: Overdue) -> Self {
        Self { overdue: Some(overdue), ..self }
    }

    /// The same editor working for somebody: places are shared fairly between those it works for.
    #[must_use]
    pub fn working_for(&self, share: Share) -> Self {
        Self { share, ..self.clone() }
    }

    /// Has a language model at hand for [`Editor::summaries`].
    #[must_use]
    pub fn with_writer(self, writer: Option<Writer>) -> Self {
        Self { writer, ..self }
    }

    /// Has models at hand that translate quotes.
    #[must_use]
    pub fn with_translator(self, translator: Translator) -> Self {
        Self { translator: Some(translator), ..self }
    }

    /// What translates quotes, where there is something.
    #[must_use]
    pub fn translator(&self) -> Option<&Translator> {
        self.translator.as_ref()
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
        let what = deadline::key(&html);
        self.work(what, move |stop| edited(article::from_html(&html, &given), stop)).await
    }

    /// Briefs plain text: pasted, forwarded or from a file.
    ///
    /// # Errors
    /// [`Error::NotArticle`] when nothing is in it, and [`Error::Damaged`].
    pub async fn brief_text(&self, text: String, given: Given) -> Result<Edited, Error> {
        let what = deadline::key(&text);
        self.work(what, move |stop| match article::from_text(&text, &given) {
            article if article.text.trim().is_empty() => Err(Error::NotArticle(Standing::Empty)),
            article => Ok(unchecked(article, stop)),
        })
        .await
    }

    /// Briefs what the feed told, without opening the page; `None` when it told nothing to the point.
    pub async fn from_feed(&self, url: &str, told: &Told) -> Option<Edited> {
        let (url, told) = (url.to_owned(), told.clone());
        let what = deadline::key(&format!("{url} {:?} {:?}", told.content_html, told.summary));
        let brief = move |stop: &Stop| Ok(from_feed::brief(&url, &told, Standing::Empty, stop));
        self.work(what, brief).await.ok().flatten()
    }

    async fn open(&self, url: &str, told: Told) -> Result<Edited, Error> {
        let what = deadline::key(url);
        deadline::refused(self.overdue.as_ref(), &what).await?;
        let fetched = match self.web.get(Want::new(url, Kind::Page)).await {
            Ok(fetched) => fetched,
            Err(fault) => {
                let fault = Error::Web(fault);
                let stands_in = if fault.is_passing() { None } else { self.from_feed(url, &told).await };
                return stands_in.ok_or(fault);
            }
        };
        let url = url.to_owned();
        let is_private = fetched.is_private
            || [url.as_str(), fetched.final_url.as_str()].into_iter().any(secret::is_private_article);
        let read = move |stop: &Stop| {
            let opened = article::canonical(fetched.final_url.as_str());
            let mut edited = Edited { is_private, ..page(&url, &fetched, &told, stop)? };
            edited.article.url = Some(edited::address(edited.article.url.as_deref(), &opened));
            edited.opened = Some(opened);
            Ok(edited)
        };
        self.work(what, read).await
    }

    /// Runs `job` on a blocking thread when a place is free, within the deadline; a panic in it is an error, not an end.
    /// `what` is by which it is remembered when it takes too long.
    async fn work<T: Send + 'static>(
        &self,
        what: Vec<u8>,
        job: impl FnOnce(&Stop) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let book = self.overdue.as_ref();
        deadline::refused(book, &what).await?;
        let place = self.places.take(self.share).await;
        deadline::run(job, (book, &what), self.limits, (place, &self.runaways)).await
    }
}

fn page(url: &str, fetched: &Fetched, told: &Told, stop: &Stop) -> Result<Edited, Error> {
    let kind = fetched.headers.content_type.as_deref().unwrap_or_default();
    let media = Media::of(kind, &fetched.body);
    if matches!(media, Media::Other) {
        return from_feed::brief(url, told, Standing::Empty, stop)
            .ok_or_else(|| Error::NotAPage(host(&fetched.final_url), media_name(kind)));
    }
    let words = decode(&fetched.body, Some(kind));
    let is_announced = matches!(media, Media::Page)
        && told.feed.as_deref().is_some_and(|from| feed::announces(&words, &fetched.final_url, from));
    let given = Given {
        url: Some(fetched.final_url.to_string()),
        title: told.title.clone().filter(|_| is_announced || told.feed.is_none()),
        published: told.published,
    };
    let article = match media {
        Media::Page => article::from_html(&words, &given),
        Media::Text | Media::Other => article::from_text(&words, &given),
    };
    let standing = standing(&article);
    if standing == Standing::Article {
        return Ok(Edited { is_announced, ..edited(article, stop)? });
    }
    let stands_in = from_feed::brief(article.url.as_deref().unwrap_or(url), told, standing, stop);
    stands_in.ok_or(Error::NotArticle(standing))
}

fn host(url: &Url) -> String {
    text::bare(url.host_str().unwrap_or_default()).to_owned()
}

#[cfg(test)]
mod tests;
