//! One edition of a digest: what came in for a chat, grouped into stories and put in order.
//!
//! In: articles that came for a chat's thread. Out: a [`view::Digest`], not yet drawn. Reads only.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::article::Article;
use crate::brief::Quote;
use crate::digest::{self, Report, Said};
use crate::editor::shown;
use crate::people::offices::countries_in;
use crate::source::{self, Ownership};
use crate::store::Db;
use crate::store::articles::{self, Stored, stories};
use crate::store::chats::{self, SummaryMethod, subscriptions};
use crate::store::quotas::model_usage;
use crate::view;

/// Stories whose order is looked after for the first page.
const FIRST_PAGE: usize = 10;

/// Where a first digest's window begins.
const DAY: TimeDelta = TimeDelta::hours(24);

/// Most articles one edition is made of; what is over comes first in the next.
const MOST_ARTICLES: usize = 600;

/// Makes the edition of `ids`, articles without order or doubles guaranteed; `since` is where its window begins.
///
/// # Errors
/// SQLite's.
pub async fn make(
    db: &mut Db,
    chat: i64,
    ids: &[i64],
    since: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> anyhow::Result<view::Digest> {
    let mut found: BTreeMap<i64, Vec<Stored>> = BTreeMap::new();
    let mut count = 0;
    for id in ids.iter().take(MOST_ARTICLES) {
        if let Some(stored) = articles::get(&mut *db, *id).await? {
            let story = stored.story_id.unwrap_or(-stored.id);
            let reports = found.entry(story).or_default();
            if reports.iter().all(|known| known.id != stored.id) {
                count += 1;
                reports.push(stored);
            }
        }
    }
    let ranked: Vec<digest::Story> = found.iter().map(|(id, reports)| ranked(*id, reports)).collect();
    let order = digest::compose(&ranked, FIRST_PAGE);
    let chat_row = chats::get(db, chat).await?;
    let taste = chat_row.map(|chat| (chat.summary_method, chat.language));
    let mut shown = Vec::new();
    let mut by_model = None;
    for entry in order {
        if let Some(reports) = found.get(&entry.story) {
            let (story, model) = story(db, &entry, reports, taste.as_ref()).await?;
            shown.push(story);
            by_model = by_model.or(model);
        }
    }
    let model_spent = match taste {
        Some((SummaryMethod::Llm, _)) => model_usage::was_spent(db, since.unwrap_or(now - DAY)).await?,
        _ => false,
    };
    let feeds = subscriptions::list(db, chat).await?;
    Ok(view::Digest {
        at: now,
        since,
        stories: shown,
        articles: count,
        feeds: feeds.len(),
        failing: feeds.iter().filter(|feed| feed.failures > 0).map(name).collect(),
        model_spent,
        by_model,
        ..view::Digest::default()
    })
}

fn name(feed: &subscriptions::Subscription) -> String {
    feed.title.clone().filter(|title| !title.trim().is_empty()).unwrap_or_else(|| feed.url.clone())
}

fn ranked(id: i64, reports: &[Stored]) -> digest::Story {
    let region = reports.first().and_then(|first| region(&first.article));
    let reports = reports.iter().map(|stored| {
        let outlet = shown::outlet(&stored.article).name;
        let known = stored.article.url.as_deref().and_then(source::of_url);
        Report {
            article: stored.id,
            owner: known.map_or_else(|| outlet.clone(), |known| known.owner.to_owned()),
            state_controlled: known.is_some_and(|known| known.ownership == Ownership::StateControlled),
            outlet,
            published: stored.article.published.unwrap_or(stored.first_seen_at),
        }
    });
    digest::Story {
        id,
        regions: region.into_iter().map(str::to_owned).collect(),
        reports: reports.collect(),
        quotes: Vec::<Said>::new(),
    }
}

/// The region of the country that headline and lead name most.
fn region(article: &Article) -> Option<&'static str> {
    let lead = article.body().next().map(|span| span.of(&article.text)).unwrap_or_default();
    let read = format!("{}. {lead}", article.title.as_deref().unwrap_or_default());
    countries_in(&read).first().map(|(country, _)| country.region())
}

/// A story as the digest shows it, and the model that wrote its summary, if one did.
async fn story(
    db: &mut Db,
    entry: &digest::Entry,
    reports: &[Stored],
    taste: Option<&(SummaryMethod, Option<String>)>,
) -> anyhow::Result<(view::Story, Option<String>)> {
    let central = stories::get(db, entry.story).await?.and_then(|story| story.central_article);
    let lead = reports.iter().find(|stored| Some(stored.id) == central).or_else(|| reports.first());
    let Some(lead) = lead else { return Ok((view::Story::default(), None)) };
    let wanted = taste.and_then(|(method, tag)| shown::wanted(*method, tag.as_deref(), &lead.article));
    let written = shown::by_model(db, lead, wanted).await?;
    let sentences = written.as_ref().map_or(&lead.brief.summary.sentences, |written| &written.sentences);
    // the headline's own article comes first: its quote stands under its headline
    let quote = std::iter::once(lead).chain(reports).find_map(|stored| quote(stored, sentences));
    let told: Vec<&Quote> = quote.iter().map(|(quote, _)| *quote).collect();
    let sentences: Vec<&str> = view::untold(sentences, &told).into_iter().take(2).collect();
    let outlets = entry.outlets.iter().filter_map(|name| {
        let outlet = |stored: &Stored| view::Outlet {
            source: shown::outlet(&stored.article),
            url: stored.article.url.clone(),
        };
        reports.iter().map(outlet).find(|outlet| outlet.source.name == *name)
    });
    let opens = match reports {
        [only] => view::Opens::Article(only.id),
        _ => view::Opens::Story(entry.story),
    };
    let story = view::Story {
        headline: lead.article.title.clone().unwrap_or_default(),
        url: lead.article.url.clone(),
        opens: Some(opens),
        summary: sentences.join(" "),
        quote: quote.map(|(_, said)| said),
        outlets: outlets.collect(),
        state_only: entry.state_only,
    };
    Ok((story, written.map(|written| written.model)))
}

/// The best quote of an article whose speaker is named, and that the summary does not tell.
fn quote<'a>(stored: &'a Stored, summary: &[String]) -> Option<(&'a Quote, view::Said)> {
    let ranked = stored.brief.quotes.iter().filter(|quote| quote.key.is_some());
    let named = ranked.filter(|quote| quote.speaker.as_ref().is_some_and(|speaker| speaker.name.is_some()));
    let short = named.filter(|quote| quote.text.chars().count() <= 350);
    let best = short.filter(|quote| !view::is_told(quote, summary)).min_by_key(|quote| quote.key)?;
    let speaker = best.speaker.as_ref()?;
    let said = view::Said {
        name: speaker.name.clone()?,
        role: speaker.role.clone(),
        words: best.text.clone(),
        outlet: shown::outlet(&stored.article).name,
        url: stored.article.url.clone(),
    };
    Some((best, said))
}
