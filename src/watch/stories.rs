//! Grouping: every article that came by a feed is put into a story, once, in the order they came.
//!
//! The window of the last days is kept in memory and read from the database at start; where an article stands is
//! committed before the window keeps it, so that a kill repeats nothing and loses nothing.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::watcher::Watch;
use crate::store::articles::stories::{self, Recent};
use crate::store::{Store, articles};
use crate::story::{Draft, Report, Window};
use crate::text::Language;

/// How far back articles are compared with, over the 36 hours the window looks at by itself.
const BACK: TimeDelta = TimeDelta::days(3);

/// Longest sleep; a stored article wakes the loop.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

/// Groups until `stop`.
pub(super) async fn run(watch: &Watch, stop: &CancellationToken) {
    let mut window = None;
    while !stop.is_cancelled() {
        let came = watch.store.articles_came().notified();
        if let Err(fault) = place(&watch.store, &mut window, watch.clock.now()).await {
            tracing::error!("articles were not grouped: {fault:#}");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = came => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
}

/// Puts the articles without a story into one; returns how many there were.
///
/// # Errors
/// SQLite's; what was placed before stays placed.
pub(super) async fn place(
    store: &Store,
    window: &mut Option<Window>,
    now: DateTime<Utc>,
) -> anyhow::Result<usize> {
    let since = now - BACK;
    let known = match window {
        Some(window) => window,
        None => window.insert(read(store, since).await?),
    };
    known.forget_before(since);
    let waiting = stories::unplaced(&mut *store.read().await?, since).await?;
    for article in &waiting {
        one(store, known, article).await?;
    }
    Ok(waiting.len())
}

async fn read(store: &Store, since: DateTime<Utc>) -> anyhow::Result<Window> {
    let mut window = Window::default();
    for article in stories::recent_articles(&mut *store.read().await?, since).await? {
        if let Some(story) = article.story_id {
            window.keep(draft(&article), article.article_id, story);
        }
    }
    Ok(window)
}

async fn one(store: &Store, window: &mut Window, article: &Recent) -> anyhow::Result<()> {
    let draft = draft(article);
    let placement = window.nearest(&draft);
    let mut tx = store.begin().await?;
    let story = if let Some(story) = placement.story {
        stories::join(&mut tx, article.article_id, story, placement.score, article.at).await?;
        story
    } else {
        let headline = article.title.as_deref().unwrap_or_default();
        stories::begin(&mut tx, article.article_id, headline, article.at).await?
    };
    tx.commit().await?;
    window.keep(draft, article.article_id, story);
    if placement.story.is_some()
        && let Some(central) = window.central(story)
    {
        let mut tx = store.begin().await?;
        let heading = articles::headings(&mut tx, &[central]).await?.pop();
        let headline = heading.and_then(|heading| heading.title).unwrap_or_default();
        stories::set_central(&mut tx, story, central, &headline).await?;
        tx.commit().await?;
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
        let mut window = None;
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
                assert_eq!(place(&store, &mut window, now).await.unwrap(), 2);
                // a restart forgets the window; it is read again
                window = None;
            }
        }
        assert_eq!(place(&store, &mut window, now).await.unwrap(), 1);
        assert_eq!(place(&store, &mut window, now).await.unwrap(), 0);
        let mut stories = Vec::new();
        for id in ids {
            let stored = articles::get(&mut store.read().await.unwrap(), id).await.unwrap().unwrap();
            stories.push(stored.story_id.unwrap());
        }
        assert_eq!(stories[0], stories[2]);
        assert_ne!(stories[0], stories[1]);
    }
}
