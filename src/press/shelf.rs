//! What a round of digests reads once for all its chats: the articles digests tell of, editions of the same articles, and
//! pages drawn of them.
//!
//! Invariant: bounded in what it holds and for how long; nothing on it decides what a chat gets.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::article::Article;
use crate::brief::{Quote, halves};
use crate::digest::Report;
use crate::editor::shown;
use crate::people::offices::countries_in;
use crate::source::{self, Ownership};
use crate::store::articles::{self, Stored};
use crate::store::{Db, Reader};
use crate::story::Across;
use crate::text::Language;
use crate::view::{self, Locale, Page};

/// How long things stay on it: stories go on meanwhile.
const KEPT: TimeDelta = TimeDelta::minutes(5);

/// Most articles on it (about 2 kB each), editions (about 10 kB) and drawn digests (about 15 kB): with fewer, a thousand
/// different ones that come round in turn would each be made anew every time.
const ARTICLES: usize = 20_000;
const EDITIONS: usize = 1_200;
const DRAWN: usize = 1_200;

/// The language a chat wants a model's summaries in: that of each article where it has set none. `None` for a chat that
/// wants the articles' own sentences.
pub(super) type Taste = Option<Option<String>>;

/// What makes an edition the same: its articles, whose words are wanted, and whose language comes first.
pub(super) type Key = (Vec<i64>, Taste, Option<Language>);

/// Stories in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Edition {
    /// As they are shown.
    pub(super) stories: Vec<view::Story>,
    /// What each is made of.
    pub(super) parts: Vec<Part>,
    /// How many articles they come from.
    pub(super) articles: usize,
    /// Name of the model that wrote some of the summaries.
    pub(super) by_model: Option<String>,
}

/// The articles a story is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Part {
    /// The story it opens; 0 where it opens its only article.
    pub(super) story: i64,
    /// Whose headline and summary stand for it.
    pub(super) lead: i64,
    /// Whose quote is shown, if one is.
    pub(super) quote: Option<i64>,
    /// One of each outlet that is named.
    pub(super) outlets: Vec<i64>,
    /// Outlets that are only counted.
    pub(super) others: usize,
    /// Whether nobody but one state-controlled owner has it.
    pub(super) state_only: bool,
    /// Whose headlines are told beside the lead's.
    pub(super) further: Vec<i64>,
}

/// An article as a digest tells of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    /// Its number.
    pub(super) id: i64,
    /// Its story, when it has one.
    pub(super) story: Option<i64>,
    /// What decides on the order of stories.
    pub(super) report: Report,
    /// The region of the country that headline and lead name most.
    pub(super) region: Option<&'static str>,
    /// Headline.
    pub(super) headline: String,
    /// Its outlet and address.
    pub(super) outlet: view::Outlet,
    /// Language of the text.
    pub(super) language: Language,
    /// The article's own summary, sentence by sentence.
    pub(super) sentences: Vec<String>,
    /// What can be compared with reports in other languages.
    pub(super) across: Across,
    /// Quotes that can stand in a digest: short, of somebody named, the best first.
    pub(super) quotes: Vec<Quote>,
    /// Quotes that are one statement, in two halves around “he said”.
    pub(super) halves: Vec<(Quote, Quote)>,
}

impl Told {
    fn of(stored: &Stored) -> Self {
        let article = &stored.article;
        let outlet = view::Outlet { source: shown::outlet(article), url: article.url.clone() };
        let known = article.url.as_deref().and_then(source::of_url);
        let name = &outlet.source.name;
        Self {
            id: stored.id,
            story: stored.story_id,
            report: Report {
                article: stored.id,
                owner: known.map_or_else(|| name.clone(), |known| known.owner.to_owned()),
                state_controlled: known.is_some_and(|known| known.ownership == Ownership::StateControlled),
                outlet: name.clone(),
                published: article.published.unwrap_or(stored.first_seen_at),
            },
            region: region(article),
            headline: article.title.clone().unwrap_or_default(),
            outlet,
            language: article.language,
            across: Across::of(article.title.as_deref().unwrap_or_default(), &article.text, article.language),
            sentences: stored.brief.summary.sentences.clone(),
            quotes: quotes(stored),
            halves: halves(&stored.brief.quotes, &article.text)
                .map(|(first, next)| (first.clone(), next.clone()))
                .collect(),
        }
    }
}

/// What the pages of a digest depend on: its stories; feeds, failing and held; late and model spent; the window; the look.
pub(super) type Drawing = (
    Key,
    (usize, Vec<String>, usize, Vec<view::Correction>),
    [bool; 2],
    Option<i64>,
    (Locale, Tz, i64, Option<String>),
);

/// What was read and drawn for the digests of a few minutes.
#[derive(Debug, Default)]
pub struct Shelf {
    since: DateTime<Utc>,
    told: HashMap<i64, Option<Arc<Told>>>,
    editions: HashMap<Key, Arc<Edition>>,
    drawn: HashMap<Drawing, Arc<Vec<Page>>>,
}

impl Shelf {
    /// Clears away what is old or too much.
    pub(super) fn tidy(&mut self, now: DateTime<Utc>) {
        if (now - self.since).abs() > KEPT {
            *self = Self { since: now, ..Self::default() };
        }
        if self.told.len() > ARTICLES {
            self.told.clear();
        }
        if self.editions.len() > EDITIONS {
            self.editions.clear();
        }
        if self.drawn.len() > DRAWN {
            self.drawn.clear();
        }
    }

    /// The article of this number; `None` when it is stored no more.
    pub(super) async fn told(&mut self, db: &mut Db, id: i64) -> anyhow::Result<Option<Arc<Told>>> {
        if let Some(known) = self.told.get(&id) {
            return Ok(known.clone());
        }
        let told = articles::get(db, Reader::Itself, id).await?.map(|stored| Arc::new(Told::of(&stored)));
        self.told.insert(id, told.clone());
        Ok(told)
    }

    /// An edition made before.
    pub(super) fn edition(&self, key: &Key) -> Option<Arc<Edition>> {
        self.editions.get(key).cloned()
    }

    /// Keeps an edition.
    pub(super) fn keep(&mut self, key: Key, edition: &Arc<Edition>) {
        self.editions.insert(key, Arc::clone(edition));
    }

    /// The pages drawn before for whoever sees them alike, or drawn now.
    pub(super) fn pages(&mut self, drawing: Drawing, draw: impl FnOnce() -> Vec<Page>) -> Arc<Vec<Page>> {
        Arc::clone(self.drawn.entry(drawing).or_insert_with(|| Arc::new(draw())))
    }
}

/// The region of the country that headline and lead name most.
fn region(article: &Article) -> Option<&'static str> {
    let lead = article.body().next().map(|span| span.of(&article.text)).unwrap_or_default();
    let read = format!("{}. {lead}", article.title.as_deref().unwrap_or_default());
    countries_in(&read).first().map(|(country, _)| country.region())
}

/// The quotes of an article that can stand in a digest, the best first.
fn quotes(stored: &Stored) -> Vec<Quote> {
    let named = |quote: &&Quote| quote.speaker.as_ref().is_some_and(|speaker| speaker.name.is_some());
    let ranked = stored.brief.quotes.iter().filter(|quote| quote.key.is_some()).filter(named);
    let mut short: Vec<Quote> = ranked.filter(|quote| quote.text.chars().count() <= 350).cloned().collect();
    short.sort_by_key(|quote| quote.key);
    short
}
