//! A stored article as the view shows it.

#![expect(
    clippy::missing_errors_doc,
    reason = "each function here fails as SQLite fails, and says so only where there is more to say"
)]

use std::collections::BTreeSet;

use crate::article::Article;
use crate::brief::{self, Brief};
use crate::model::choices;
use crate::source;
use crate::store::articles::summaries::{self, Summary};
use crate::store::articles::{self, Heading, Stored, TextFrom, stories, translations};
use crate::store::chats::SummaryMethod;
use crate::store::people::{corrections, speakers};
use crate::store::{Db, Reader};
use crate::text::{self, Language};
use crate::view::{Card, Label, ListLine, Source, Translations};

/// Reports of a story whose outlets are counted on a card.
const REPORTS: i64 = 200;

/// The language a chat wants a model's summary of an article in; `None` for the article's own sentences. `tag` is the
/// chat's language, if it has set one.
#[must_use]
pub fn wanted(method: SummaryMethod, tag: Option<&str>, article: &Article) -> Option<Language> {
    let chosen = || tag.and_then(Language::from_tag).unwrap_or(article.language);
    (method == SummaryMethod::Llm).then(chosen)
}

/// Most languages a chat reads, each of which is looked for with every card.
const MOST_READ: usize = 8;

/// The languages of a list of codes parted by commas or blanks, as far as they are known and not too many.
#[must_use]
pub fn languages(codes: &str) -> Vec<Language> {
    let known = |code: &str| Language::all().find(|language| language.code() == code);
    codes.split([',', ' ']).filter_map(|code| known(&code.trim().to_lowercase())).take(MOST_READ).collect()
}

/// The model's summary of a stored article in the wanted language, else in the article's own, if there is one.
pub async fn by_model(
    db: &mut Db,
    (article, language): (i64, Language),
    wanted: Option<Language>,
) -> anyhow::Result<Option<Summary>> {
    let Some(wanted) = wanted else { return Ok(None) };
    let found = summaries::get(db, article, wanted).await?;
    if found.is_some() || wanted == language {
        return Ok(found);
    }
    Ok(summaries::get(db, article, language).await?)
}

/// The brief with the model's sentences and choices instead of its own.
#[must_use]
pub fn told_by_model(brief: &Brief, summary: &Summary) -> Brief {
    let mut brief = brief.clone();
    brief.summary = brief::Summary {
        sentences: summary.sentences.clone(),
        method: summary.method,
        model: Some(summary.model.clone()),
        ..brief::Summary::default()
    };
    let chosen = serde_json::from_str(&summary.choices).unwrap_or_default();
    choices::choose(&mut brief.quotes, &chosen);
    brief
}

/// What was made of the quotes of a stored article in the first of the languages somebody reads that there is something
/// in; nothing for whoever reads its own.
pub async fn translations(db: &mut Db, stored: &Stored, reads: &[Language]) -> anyhow::Result<Translations> {
    if reads.contains(&stored.article.language) {
        return Ok(Translations::default());
    }
    for &language in reads {
        if let Some(made) = translations::get(&mut *db, stored.id, language).await? {
            return Ok(made);
        }
    }
    Ok(Translations::default())
}

/// The card of a stored article; `wanted` is the language of a model's summary, if the chat wants one ([`wanted`]),
/// `reads` the languages it reads.
pub async fn card(
    db: &mut Db,
    stored: &Stored,
    subscription: Option<i64>,
    (wanted, reads): (Option<Language>, &[Language]),
) -> anyhow::Result<Card> {
    let written = by_model(db, (stored.id, stored.article.language), wanted).await?;
    let told = written.as_ref().map(|written| told_by_model(&stored.brief, written));
    let brief = told.as_ref().unwrap_or(&stored.brief);
    let mut card = Card::of(&stored.article, brief, outlet(&stored.article));
    card.translations = written.map(|written| written.quotes).unwrap_or_default();
    card.offline = translations(&mut *db, stored, reads).await?;
    card.article = Some(stored.id);
    card.subscription = subscription;
    card.updated = stored.changed_at;
    card.corrected = corrections::corrected_at(&mut *db, stored.id).await?;
    card.text_from_feed = stored.text_from == TextFrom::Feed;
    if let Some(name) = card.best_speaker().map(str::to_owned) {
        // who is quoted in what may be read is not hidden from whom it is for
        let found = speakers::by_key(&mut *db, Reader::Itself, &speakers::key(&name)).await?;
        card.speaker = found.map(|person| person.id);
    }
    if let Some(story) = stored.story_id {
        let reports = stories::newest_articles(&mut *db, story, REPORTS).await?;
        let reports = articles::headings(db, Reader::Anybody, &reports).await?;
        let outlets = reports.iter().map(|one| named_outlet(one.site.as_deref(), one.url.as_deref()).name);
        let others: BTreeSet<String> = outlets.filter(|name| *name != card.source.name).collect();
        card.story = Some((story, u32::try_from(others.len()).unwrap_or_default()));
    }
    Ok(card)
}

/// The outlet of an article, with its ownership label where the table has one.
#[must_use]
pub fn outlet(article: &Article) -> Source {
    named_outlet(article.site.as_deref(), article.url.as_deref())
}

/// The outlet by its name and an address of it.
#[must_use]
pub fn named_outlet(site: Option<&str>, url: Option<&str>) -> Source {
    let host = url.and_then(text::host).unwrap_or_default();
    if let Some(known) = source::label(&host) {
        return Source { name: known.name.to_owned(), label: Some(Label::from(known)) };
    }
    Source { name: source::claimed_name(site.unwrap_or_default(), &host), label: None }
}

/// A line of a list of articles.
#[must_use]
pub fn list_line(heading: &Heading) -> ListLine {
    let source = named_outlet(heading.site.as_deref(), heading.url.as_deref()).name;
    ListLine {
        article: heading.id,
        headline: heading.title.clone().or_else(|| heading.url.clone()).unwrap_or_default(),
        published: Some(heading.at),
        source: (!source.is_empty()).then_some(source),
        others: 0,
    }
}
