//! One edition of a digest: what came in for chats, grouped into stories and put in order.
//!
//! In: numbers of articles, and whose words a chat wants. Out: stories as [`view`] shows them, and the numbers they are made
//! of, by which they are made again. Reads only. Chats that get the same articles share one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::brief::Quote;
use crate::digest::{self, Heading, Said, Tongues};
use crate::editor::shown;
use crate::statement;
use crate::store::Db;
use crate::store::chats::SummaryMethod;
use crate::text::{Language, join_sentences};
use crate::view;

use super::shelf::{Edition, Key, Part, Shelf, Taste, Told};

/// Stories whose order is looked after for the first page.
const FIRST_PAGE: usize = 10;

/// Most articles one edition is made of; what is over comes first in the next.
const MOST_ARTICLES: usize = 600;

/// Outlets of a story that are named; the others are counted.
const NAMED: usize = 3;

/// What a chat's settings say of whose words it wants.
pub(super) fn taste(method: SummaryMethod, language: Option<&str>) -> Taste {
    (method == SummaryMethod::Llm).then(|| language.map(str::to_owned))
}

/// Makes the edition of articles, without order or doubles guaranteed, or takes it from the shelf.
pub(super) async fn make(db: &mut Db, shelf: &mut Shelf, key: &Key) -> anyhow::Result<Arc<Edition>> {
    if let Some(edition) = shelf.edition(key) {
        return Ok(edition);
    }
    let mut found = Found::new();
    let mut made = Edition::default();
    for id in key.0.iter().take(MOST_ARTICLES) {
        if let Some(told) = shelf.told(&mut *db, *id).await? {
            let reports = found.entry(told.story.unwrap_or(-told.id)).or_default();
            if reports.iter().all(|known| known.id != told.id) {
                made.articles += 1;
                reports.push(told);
            }
        }
    }
    let found = tokio::task::spawn_blocking(move || told_together(found)).await?;
    let ranked: Vec<digest::Story> = found.iter().map(|(id, reports)| ranked(*id, reports)).collect();
    for entry in digest::compose(&ranked, FIRST_PAGE) {
        let Some(reports) = found.get(&entry.story) else { continue };
        let Some((lead, further)) = leading(reports, key.2) else { continue };
        let mut part = Part { further, ..part(&entry, reports, lead) };
        // the headline's own article comes first: its quote stands under its headline
        let candidates: Vec<&Told> = std::iter::once(lead).chain(reports).map(AsRef::as_ref).collect();
        let (words, model) = words(db, lead, &candidates, &key.1).await?;
        part.quote = words.quote.as_ref().map(|(id, _)| *id);
        made.stories.push(story(shelf, db, &part, lead, words).await?);
        made.parts.push(part);
        made.by_model = made.by_model.or(model);
    }
    let made = Arc::new(made);
    shelf.keep(key.clone(), &made);
    Ok(made)
}

/// The reports of each story, by its number; below 0 an article that is in none.
type Found = BTreeMap<i64, Vec<Arc<Told>>>;

/// Puts the stories of several languages together that are one, as a review does.
fn told_together(found: Found) -> Found {
    // what is in no story may be for its chat alone, and stands alone
    let tongues: Vec<Tongues<'_>> = found
        .iter()
        .map(|(id, reports)| if *id > 0 { tongues(reports) } else { Tongues::default() })
        .collect();
    let places = digest::together(&tongues);
    let ids: Vec<i64> = found.keys().copied().collect();
    let mut together = Found::new();
    for ((id, reports), place) in found.into_iter().zip(places) {
        together.entry(ids.get(place).copied().unwrap_or(id)).or_default().extend(reports);
    }
    together
}

fn tongues(reports: &[Arc<Told>]) -> Tongues<'_> {
    let quotes = reports.iter().flat_map(|told| told.quotes.iter().map(move |quote| (told, quote)));
    let named = quotes.filter_map(|(told, quote)| {
        Some(statement::Quote {
            speaker: quote.speaker.as_ref()?.name.as_deref()?,
            language: told.language,
            day: told.report.published.date_naive(),
            text: &quote.text,
        })
    });
    Tongues {
        languages: reports.iter().map(|told| told.language).collect(),
        reports: reports.iter().map(|told| (told.report.published, &told.across)).collect(),
        quotes: named.collect(),
    }
}

/// The report that stands for a story, and those whose headlines are told beside it.
fn leading(reports: &[Arc<Told>], reader: Option<Language>) -> Option<(&Arc<Told>, Vec<i64>)> {
    let headings = reports.iter().map(|told| Heading {
        article: told.id,
        title: &told.headline,
        language: told.language,
        at: told.report.published,
    });
    let told = digest::leading(&headings.collect::<Vec<_>>(), reader);
    let lead = told.as_ref().and_then(|told| reports.iter().find(|report| report.id == told.lead));
    Some((lead.or_else(|| reports.first())?, told.map(|told| told.further).unwrap_or_default()))
}

/// A story made again of its articles; `None` when the one that stands for it is stored no more.
pub(super) async fn again(
    db: &mut Db,
    shelf: &mut Shelf,
    part: &Part,
    taste: &Taste,
) -> anyhow::Result<Option<view::Story>> {
    let Some(lead) = shelf.told(&mut *db, part.lead).await? else { return Ok(None) };
    let quoted = match part.quote {
        Some(id) => shelf.told(&mut *db, id).await?,
        None => None,
    };
    let candidates: Vec<&Told> = quoted.iter().map(AsRef::as_ref).collect();
    let (words, _) = words(&mut *db, &lead, &candidates, taste).await?;
    Ok(Some(story(shelf, db, part, &lead, words).await?))
}

/// The words of a story: its summary, and the quote beside it with the article it stands in.
struct Words {
    summary: String,
    quote: Option<(i64, view::Said)>,
}

/// Puts a story's words together, and names the model that wrote the summary, if one did.
async fn words(
    db: &mut Db,
    lead: &Told,
    candidates: &[&Told],
    taste: &Taste,
) -> anyhow::Result<(Words, Option<String>)> {
    let wanted =
        taste.as_ref().map(|tag| tag.as_deref().and_then(Language::from_tag).unwrap_or(lead.language));
    let written = shown::by_model(db, (lead.id, lead.language), wanted).await?;
    let sentences = written.as_ref().map_or(&lead.sentences, |written| &written.sentences);
    let quote = candidates.iter().find_map(|told| quote(told, sentences));
    let shown: Vec<&Quote> = quote.iter().map(|(quote, ..)| *quote).collect();
    let summary: Vec<&str> = view::untold(sentences, &shown).into_iter().take(2).collect();
    let words = Words { summary: join_sentences(summary), quote: quote.map(|(_, id, said)| (id, said)) };
    Ok((words, written.map(|written| written.model)))
}

async fn story(
    shelf: &mut Shelf,
    db: &mut Db,
    part: &Part,
    lead: &Told,
    words: Words,
) -> anyhow::Result<view::Story> {
    let mut outlets = Vec::new();
    for id in &part.outlets {
        outlets.extend(shelf.told(&mut *db, *id).await?.map(|told| told.outlet.clone()));
    }
    let mut further = Vec::new();
    for id in &part.further {
        further.extend(
            shelf
                .told(&mut *db, *id)
                .await?
                .map(|told| view::Further { headline: told.headline.clone(), url: told.outlet.url.clone() }),
        );
    }
    // these are only counted
    outlets.resize(outlets.len() + part.others, view::Outlet::default());
    let opens =
        if part.story == 0 { view::Opens::Article(part.lead) } else { view::Opens::Story(part.story) };
    Ok(view::Story {
        headline: lead.headline.clone(),
        url: lead.outlet.url.clone(),
        opens: Some(opens),
        summary: words.summary,
        quote: words.quote.map(|(_, said)| said),
        further,
        outlets,
        state_only: part.state_only,
    })
}

/// The best quote of an article that the summary does not tell, with the article's number.
fn quote<'a>(told: &'a Told, summary: &[String]) -> Option<(&'a Quote, i64, view::Said)> {
    let best = told.quotes.iter().find(|quote| !view::is_told(quote, summary))?;
    let speaker = best.speaker.as_ref()?;
    let half = told.halves.iter().find(|(first, next)| first.span == best.span || next.span == best.span);
    let said = view::Said {
        name: speaker.name.clone()?,
        role: speaker.role.clone(),
        words: half.map_or(best, |(first, _)| first).text.clone(),
        rest: half.map(|(_, next)| next.text.clone()),
        outlet: told.outlet.source.name.clone(),
        url: told.outlet.url.clone(),
    };
    Some((best, told.id, said))
}

fn ranked(id: i64, reports: &[Arc<Told>]) -> digest::Story {
    let region = reports.first().and_then(|first| first.region);
    digest::Story {
        id,
        regions: region.into_iter().map(str::to_owned).collect(),
        reports: reports.iter().map(|told| told.report.clone()).collect(),
        quotes: Vec::<Said>::new(),
    }
}

fn part(entry: &digest::Entry, reports: &[Arc<Told>], lead: &Told) -> Part {
    let of = |name: &String| reports.iter().find(|told| told.report.outlet == *name).map(|told| told.id);
    Part {
        story: if reports.len() == 1 { 0 } else { lead.story.unwrap_or_default() },
        lead: lead.id,
        quote: None,
        outlets: entry.outlets.iter().take(NAMED).filter_map(of).collect(),
        others: entry.outlets.len().saturating_sub(NAMED),
        state_only: entry.state_only,
        further: Vec::new(),
    }
}
