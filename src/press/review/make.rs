//! A review made of what is stored.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, Utc};

use crate::editor::shown;
use crate::people::offices::{Country, countries_in};
use crate::review::{Material, Report, compose};
use crate::source;
use crate::store::articles::{self, Stored, period, search};
use crate::store::full_text::Terms;
use crate::store::{Db, Reader, Result};
use crate::text::{Language, host};
pub use crate::view::PressReview;
use crate::view::Translations;

/// Most articles a review is made of, the newest.
pub(super) const MOST: usize = 1_500;
/// Most articles from before that tell what was known.
const KNOWN: i64 = 1_500;
/// Articles read between two looks at how far it is.
const STEP: usize = 20;

/// What is wanted.
#[derive(Debug, Clone)]
pub struct Asked {
    /// From the first instant on, and before the second.
    pub period: (DateTime<Utc>, DateTime<Utc>),
    /// A country, a person or a topic.
    pub about: Option<String>,
    /// Part of an outlet's name or of its host.
    pub source: Option<String>,
    /// A chat and thread: only what came by feeds it follows.
    pub place: Option<(i64, Option<i64>)>,
    /// The reader's language.
    pub reader: Option<Language>,
}

impl Asked {
    /// Who reads it: the chat, or whomever it is handed to.
    fn who(&self) -> Reader {
        self.place.map_or(Reader::Anybody, |(chat, _)| Reader::Chat(chat))
    }

    /// What it is about, and of which outlet, as its title says it.
    fn label(&self) -> Option<String> {
        let parts: Vec<&str> = self.about.iter().chain(&self.source).map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

/// Makes the review of a period; `progress` is told how many articles of how many are read.
///
/// # Errors
/// SQLite's.
pub async fn review(
    db: &mut Db,
    asked: &Asked,
    progress: &(dyn Fn(usize, usize) + Send + Sync),
) -> anyhow::Result<PressReview> {
    let ids = period::between(db, asked.who(), asked.period, asked.place, MOST as i64 + 1).await?;
    of_articles(db, asked, ids, progress).await
}

/// Makes the review of these articles; more than [`MOST`] are left out, the oldest first.
pub(super) async fn of_articles(
    db: &mut Db,
    asked: &Asked,
    mut ids: Vec<i64>,
    progress: &(dyn Fn(usize, usize) + Send + Sync),
) -> anyhow::Result<PressReview> {
    let over = ids.len().saturating_sub(MOST);
    ids.drain(..over);
    let who = asked.who();
    let mut told = read(db, who, &ids, progress).await?;
    if let Some(about) = &asked.about {
        told = on(db, who, told, (about, asked.period.0)).await?;
    }
    if let Some(source) = &asked.source {
        told.retain(|stored| is_of(stored, source));
    }
    let own: HashSet<i64> = told.iter().map(|stored| stored.id).collect();
    let stories: BTreeSet<i64> = told.iter().filter_map(|stored| stored.story_id).collect();
    let stories: Vec<i64> = stories.into_iter().collect();
    let before = period::before(db, who, (&stories, asked.period.0), KNOWN).await?;
    let before: Vec<i64> = before.into_iter().filter(|id| !own.contains(id)).collect();
    let earlier = read(db, who, &before, &|_, _| {}).await?;
    let unread = unread(&told);
    let standing = period::standing(db, asked.place.map(|place| place.0), asked.period).await?;
    let names = |which: fn(&period::Standing) -> bool| -> Vec<String> {
        standing.iter().filter(|feed| which(feed)).map(|feed| feed.name.clone()).collect()
    };
    let reader = asked.reader;
    let review = tokio::task::spawn_blocking(move || put_together(&told, &earlier, reader)).await?;
    Ok(PressReview {
        review,
        translations: Translations::default(),
        from: asked.period.0,
        to: asked.period.1,
        about: asked.label(),
        feeds: standing.len(),
        failing: names(|feed| feed.fails),
        silent: names(|feed| feed.silent && !feed.fails),
        unread,
        over,
    })
}

async fn read(
    db: &mut Db,
    who: Reader,
    ids: &[i64],
    progress: &(dyn Fn(usize, usize) + Send + Sync),
) -> Result<Vec<Stored>> {
    let mut all = Vec::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        if at % STEP == 0 {
            progress(at, ids.len());
        }
        all.extend(articles::get(db, who, *id).await?);
    }
    progress(ids.len(), ids.len());
    Ok(all)
}

fn put_together(told: &[Stored], earlier: &[Stored], reader: Option<Language>) -> crate::review::Review {
    let all: Vec<(&Stored, bool, String)> = told
        .iter()
        .map(|stored| (stored, false))
        .chain(earlier.iter().map(|stored| (stored, true)))
        .map(|(stored, earlier)| (stored, earlier, shown::outlet(&stored.article).name))
        .collect();
    let reports = all.iter().map(|(stored, earlier, outlet)| Report {
        id: stored.id,
        story: stored.story_id,
        outlet,
        label: stored.article.url.as_deref().and_then(source::of_url),
        article: &stored.article,
        quotes: &stored.brief.quotes,
        sentences: &stored.brief.summary.sentences,
        at: stored.article.published.unwrap_or(stored.first_seen_at),
        earlier: *earlier,
    });
    compose(&Material { reports: reports.collect(), reader })
}

/// The articles on a topic: those that hold its words, or, where it is a country's name, name that country in whatever
/// language.
async fn on(
    db: &mut Db,
    who: Reader,
    told: Vec<Stored>,
    (about, since): (&str, DateTime<Utc>),
) -> Result<Vec<Stored>> {
    let terms = Terms::read(about);
    let wanted = search::Wanted { reader: who, terms: Some(&terms), since: Some(since), source: None };
    let (_, found) = search::articles(db, &wanted, MOST as i64, 0).await?;
    let found: HashSet<i64> = found.into_iter().collect();
    let country = match countries_in(about).as_slice() {
        [(country, 1)] => Some(*country),
        _ => None,
    };
    let names = |stored: &Stored| country.is_some_and(|country| countries(stored).contains(&country));
    Ok(told.into_iter().filter(|stored| found.contains(&stored.id) || names(stored)).collect())
}

/// Whether `source` stands in the name or the host of an article's outlet.
fn is_of(stored: &Stored, source: &str) -> bool {
    let (source, article) = (source.to_lowercase(), &stored.article);
    let host = article.url.as_deref().and_then(host);
    let names = [article.site.clone(), host, Some(shown::outlet(article).name)];
    names.iter().flatten().any(|name| name.to_lowercase().contains(&source))
}

/// The countries an article names in its headline and summary.
fn countries(stored: &Stored) -> Vec<Country> {
    let title = stored.article.title.as_deref().unwrap_or_default();
    let head = format!("{title}. {}", stored.brief.summary.sentences.join(" "));
    countries_in(&head).into_iter().map(|(country, _)| country).collect()
}

/// Languages without a folder, with how many articles came in them.
fn unread(told: &[Stored]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for language in told.iter().map(|stored| stored.article.language) {
        if !Language::all().any(|known| known == language) {
            *counts.entry(language.code()).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}
