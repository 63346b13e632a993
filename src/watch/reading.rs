//! What an entry's article says: its page, or its feed where the page cannot be read.
//!
//! In: a queued entry. Out: the article with where its words are from. Invariants: a page that was read speaks for itself,
//! text and headline, unless it announces the feed; the words of one feed are not put in the place of another's; of a page
//! that a feed does not speak for its words are told to its followers alone, under the feed's own host; its title names
//! the outlet of pages on its own host alone.

use super::watcher::{Watch, host};
use crate::article::Standing;
use crate::editor::{Edited, Error, Told};
use crate::feed::{Entry, is_known_outlet, is_own, told_address};
use crate::source;
use crate::store::Reader;
use crate::store::articles::{self, Change, Saved, TextFrom, arrivals};
use crate::store::feeds::entries::{Origin, Queued};
use crate::store::feeds::{self, Feed};
use crate::text;

/// How long a page that does not answer is waited for, after each try, in seconds; then the feed's words stand in.
pub(super) const TRIES: [i64; 3] = [300, 1_800, 7_200];
/// How much longer than the page's text the feed's must be to be taken instead.
const LONGER: f64 = 1.15;

/// What is known of an entry before its page is asked for.
pub(super) struct Before {
    feed: Feed,
    /// Whether its article is of the feed's own site; one without an address is.
    pub(super) is_own: bool,
    /// The article at its address that anybody may read.
    pub(super) known: Option<Saved>,
    /// Whether that, or its own when it was edited, was read from its page.
    keeps_page: bool,
    /// Whether its words are this feed's to change: nobody has them yet, or they came by it first.
    leads: bool,
}

/// Whether a page that cannot be read is waited for no longer.
pub(super) fn is_given_up(queued: &Queued, fault: &Error) -> bool {
    !fault.is_passing() || queued.origin == Origin::Sample || queued.attempts >= TRIES.len() as i64
}

impl Watch {
    /// What is known of an entry; `None` when its feed is gone.
    pub(super) async fn before(&self, queued: &Queued) -> anyhow::Result<Option<Before>> {
        let url = queued.url.as_deref();
        let known = self.stored_at(url).await?;
        let mut read = self.store.read().await?;
        let Some(feed) = feeds::get(&mut read, queued.feed_id).await? else { return Ok(None) };
        let at_its_address = match url {
            Some(url) => articles::by_url(&mut read, Reader::Itself, url).await?,
            None => None,
        };
        let (mut keeps_page, mut leads) = (false, true);
        if let Some(id) = at_its_address.or(queued.article_id) {
            let stored = articles::get(&mut read, Reader::Itself, id).await?;
            keeps_page = stored.is_some_and(|stored| stored.text_from == TextFrom::Page);
            leads = arrivals::feeds_of(&mut read, id).await?.first() == Some(&feed.id);
        }
        let is_own = url.is_none_or(|link| is_own(&feed.url, link));
        Ok(Some(Before { feed, is_own, known, keeps_page, leads }))
    }

    /// The article at an address that anybody may read, if it is stored.
    pub(super) async fn stored_at(&self, url: Option<&str>) -> anyhow::Result<Option<Saved>> {
        let Some(url) = url else { return Ok(None) };
        let mut read = self.store.read().await?;
        let Some(id) = articles::by_url(&mut read, Reader::Anybody, url).await? else { return Ok(None) };
        let stored = articles::get(&mut read, Reader::Anybody, id).await?;
        Ok(stored.map(|stored| Saved { id, version: stored.version, change: Change::Same }))
    }

    /// The article of an entry.
    pub(super) async fn read_entry(
        &self,
        queued: &Queued,
        before: &Before,
    ) -> Result<(Edited, TextFrom), Error> {
        let told = told(queued, before);
        let Some(url) = queued.url.as_deref() else {
            let mut edited = self.editor.from_feed("", &told).await.ok_or(Error::Damaged)?;
            let feed = &before.feed.url;
            edited.article.site =
                Some(source::of_url(feed).map_or_else(|| host(feed), |known| known.name.to_owned()));
            return Ok((edited, TextFrom::Feed));
        };
        let bare = Told { summary: None, content_html: None, ..told.clone() };
        match self.editor.brief_url(url, &bare).await {
            Ok(page) => Ok(self.of_page(url, page, (&told, before)).await),
            Err(fault) if is_given_up(queued, &fault) => {
                let instead = self.in_its_place(url, &told, before).await;
                let mut edited = instead.ok_or_else(|| fault.clone())?;
                if fault.is_paywall() {
                    edited.article.standing = Standing::Paywall;
                }
                Ok((edited, TextFrom::Feed))
            }
            Err(fault) => Err(fault),
        }
    }

    /// The page, or the feed's words where the page announces the feed and says less.
    async fn of_page(
        &self,
        url: &str,
        mut page: Edited,
        (told, before): (&Told, &Before),
    ) -> (Edited, TextFrom) {
        let own = before.is_own && before.leads;
        page.article.title = page.article.title.or_else(|| told.title.clone().filter(|_| own));
        let length = page.article.text.len() as f64 * LONGER;
        let is_longer = |bytes: usize| bytes as f64 > length;
        let html = told.content_html.as_ref().filter(|_| page.is_announced);
        let feed = match html {
            Some(html) if is_longer(html.len()) => self.editor.from_feed(url, told).await,
            _ => None,
        };
        match feed.filter(|feed| is_longer(feed.article.text.len())) {
            Some(mut feed) => {
                feed.article.site = page.article.site.or(feed.article.site);
                (feed, TextFrom::Feed)
            }
            None => (page, TextFrom::Page),
        }
    }

    /// The feed's words for a page that cannot be read: under the page's address where the feed speaks for its site, else
    /// under the feed's own host and for its followers alone; of no known outlet then.
    async fn in_its_place(&self, url: &str, told: &Told, before: &Before) -> Option<Edited> {
        if before.keeps_page {
            return None;
        }
        let mut edited = self.editor.from_feed(url, told).await?;
        let feed = &before.feed;
        if before.is_own || self.editor.site_announces(url, &feed.url).await {
            if text::host(url) == text::host(&feed.url) {
                edited.article.site = feed.title.clone().or(edited.article.site);
            }
            return before.leads.then_some(edited);
        }
        edited.article.url = Some(told_address(&feed.url, url));
        edited.article.site.clone_from(&feed.title);
        edited.is_private = true;
        (!is_known_outlet(url)).then_some(edited)
    }
}

/// What the feed tells of an entry; its time stands where the article is its own, and nobody else told it before.
fn told(queued: &Queued, before: &Before) -> Told {
    let entry = queued.payload.as_deref().and_then(|json| serde_json::from_str::<Entry>(json).ok());
    let entry = entry.unwrap_or_default();
    Told {
        title: queued.title.clone(),
        published: queued.published_at.filter(|_| before.is_own && before.leads),
        summary: entry.summary,
        content_html: entry.content_html,
        feed: Some(before.feed.url.clone()),
    }
}
