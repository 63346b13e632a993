//! Grouping: every article that came by a feed is put into a story, once, in the order they came.
//!
//! The window of the last days is kept in memory and read from the database at start, slice by slice; where an article
//! stands is committed before the window keeps it, so that a kill repeats nothing and loses nothing. What an article
//! costs depends on the days of the window, not on all that was ever stored.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::watcher::{Known, Watch};
use crate::article::Article;
use crate::store::articles::stories::{self, Recent};
use crate::store::articles::{self, arrivals};
use crate::store::{self, Db, Reader, Store};
use crate::story::{Draft, Report, Window};
use crate::text::Language;

/// How far back articles are compared with, over the 36 hours the window looks at by itself.
const BACK: TimeDelta = TimeDelta::days(3);

/// Longest sleep; a stored article wakes the loop.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

/// Characters of an article that are compared.
const BEGINNING: usize = 1_500;

/// Articles read at one time.
const AT_ONCE: i64 = 200;

/// Groups until `stop`.
pub(super) async fn run(watch: &Watch, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        let came = watch.store.articles_came().notified();
        let placed = stop.run_until_cancelled(place_all(watch)).await;
        if let Some(Err(fault)) = placed {
            watch.store.doubt(&fault);
            tracing::error!("articles were not grouped: {}", store::told(&fault));
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = came => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
}

/// Puts the articles without a story into one.
async fn place_all(watch: &Watch) -> anyhow::Result<usize> {
    let now = watch.clock.now();
    if watch.stories.0.lock().await.is_none() {
        // a large window takes a while to read, and no article waits for it
        let read = read(&watch.store, now - BACK).await?;
        watch.stories.0.lock().await.get_or_insert(read);
    }
    place(&watch.store, &mut *watch.stories.0.lock().await, now).await
}

/// Puts a new article into a story in the transaction that stores it, where the open stories are known. After an error
/// they are to be read anew.
pub(super) async fn place_new(
    db: &mut Db,
    known: &mut Known,
    (article_id, article): (i64, &Article),
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let at = article.published.unwrap_or(now);
    if at < now - BACK {
        return Ok(());
    }
    let title = article.title.as_deref().unwrap_or_default();
    let text: String = article.text.chars().take(BEGINNING).collect();
    let draft = Draft::of(&Report { title, text: &text, language: article.language, at });
    put(db, &mut known.window, (article_id, title), draft, at).await
}

/// Puts the articles without a story into one; returns how many there were.
///
/// # Errors
/// SQLite's; what was placed before stays placed, and the window is read anew the next time.
pub(super) async fn place(
    store: &Store,
    known: &mut Option<Known>,
    now: DateTime<Utc>,
) -> anyhow::Result<usize> {
    let since = now - BACK;
    let mut current = match known.take() {
        Some(known) => known,
        None => read(store, since).await?,
    };
    current.window.forget_before(since);
    let mut placed = HashSet::new();
    let last = arrivals::last(&mut *store.read().await?).await?;
    loop {
        let waiting = stories::unplaced(&mut *store.read().await?, since, current.arrival, AT_ONCE).await?;
        for article in &waiting {
            // one that came by two feeds waits twice
            if placed.insert(article.article_id) {
                one(store, &mut current.window, article).await?;
            }
            current.arrival = article.arrival;
        }
        if waiting.len() < AT_ONCE as usize {
            // most were placed when they were stored, and are not looked at again
            current.arrival = current.arrival.max(last);
            *known = Some(current);
            return Ok(placed.len());
        }
    }
}

/// Reads the window again, as far back as it reaches and holds.
async fn read(store: &Store, since: DateTime<Utc>) -> anyhow::Result<Known> {
    let arrival = arrivals::last_before(&mut *store.read().await?, since).await?;
    let mut window = Window::default();
    let mut after = stories::before_last(&mut *store.read().await?, Window::MOST as i64).await?;
    loop {
        let slice = stories::placed(&mut *store.read().await?, since, after, AT_ONCE).await?;
        for article in &slice {
            if let Some(story) = article.story_id {
                window.keep(draft(article), article.article_id, story);
            }
            after = article.article_id;
        }
        if slice.len() < AT_ONCE as usize {
            return Ok(Known { window, arrival });
        }
        tokio::task::yield_now().await;
    }
}

/// Finds an article its story, and the story its central article, in one transaction.
async fn one(store: &Store, window: &mut Window, article: &Recent) -> anyhow::Result<()> {
    let mut tx = store.begin().await?;
    let title = article.title.as_deref().unwrap_or_default();
    put(&mut tx, window, (article.article_id, title), draft(article), article.at).await?;
    tx.commit().await?;
    Ok(())
}

async fn put(
    db: &mut Db,
    window: &mut Window,
    (article, title): (i64, &str),
    draft: Draft,
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let placement = window.nearest(&draft);
    if let Some(story) = placement.story {
        stories::join(db, article, story, placement.score, at).await?;
        window.keep(draft, article, story);
        if let Some(central) = window.central(story) {
            let heading = articles::headings(db, Reader::Itself, &[central]).await?.pop();
            let headline = heading.and_then(|heading| heading.title).unwrap_or_default();
            stories::set_central(db, story, central, &headline).await?;
        }
    } else {
        let story = stories::begin(db, article, title, at).await?;
        window.keep(draft, article, story);
    }
    Ok(())
}

fn draft(article: &Recent) -> Draft {
    Draft::of(&Report {
        title: article.title.as_deref().unwrap_or_default(),
        text: &article.text,
        language: Language::from_tag(&article.language).unwrap_or_default(),
        at: article.at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{self, Given};
    use crate::brief::Brief;
    use crate::store::articles::arrivals;
    use crate::store::articles::{New, TextFrom};
    use crate::store::feeds;

    const TREATY: &str = "OSTRAVIK — Lakeland and Norvia signed a treaty on the river Ossa, ending nine years of talks \
        over the Karst dams. Foreign Minister Anna Orlo and President Piet Haan signed in Ostravik.";
    const TREATY_TOO: &str = "Lakeland and Norvia signed a treaty that shares the river Ossa by season. President Piet \
        Haan said the Karst dams stay; Anna Orlo of Lakeland signed in Ostravik after nine years of talks.";
    const ELECTION: &str = "VELIN — Veland will hold an early election in March after parliament rejected the budget, \
        Prime Minister Lena Aster said. Protests over prices went on for a week.";

    #[tokio::test]
    async fn reports_of_one_event_share_a_story_also_after_a_restart() {
        let now: DateTime<Utc> = "2026-02-14T12:00:00Z".parse().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("t.db"), now).await.unwrap();
        let mut known = None;
        let mut ids = Vec::new();
        let reports = [
            ("Lakeland and Norvia sign Ossa river treaty", TREATY),
            ("Veland calls early election after budget vote", ELECTION),
            ("Ossa river treaty signed by Lakeland and Norvia", TREATY_TOO),
        ];
        for (at, (title, text)) in reports.into_iter().enumerate() {
            let url = Some(format!("https://example.org/{at}"));
            let given = Given { url, title: Some(title.into()), published: Some(now) };
            let article = article::from_text(text, &given);
            let brief = Brief::default();
            let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
            let mut tx = store.begin().await.unwrap();
            let feed = feeds::add(&mut tx, "https://example.org/feed", now).await.unwrap();
            let saved = articles::save(&mut tx, &new, now).await.unwrap();
            arrivals::note(&mut tx, feed, saved.id, true, now).await.unwrap();
            tx.commit().await.unwrap();
            ids.push(saved.id);
            if at == 1 {
                assert_eq!(place(&store, &mut known, now).await.unwrap(), 2);
                // a restart forgets the window; it is read again
                known = None;
            }
        }
        assert_eq!(place(&store, &mut known, now).await.unwrap(), 1);
        assert_eq!(place(&store, &mut known, now).await.unwrap(), 0);
        let mut stories = Vec::new();
        for id in ids {
            let stored =
                articles::get(&mut store.read().await.unwrap(), Reader::Itself, id).await.unwrap().unwrap();
            stories.push(stored.story_id.unwrap());
        }
        assert_eq!(stories[0], stories[2]);
        assert_ne!(stories[0], stories[1]);
    }
}
