//! Articles and their briefs; an edited article keeps what it said before.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::article::{Article, Standing};
use crate::brief::{Brief, Method, Summary};
use crate::text::Language;

use crate::store::people::quotes;
use crate::store::{Db, Reader, Result, from_json, reader, to_json, word};

pub mod arrivals;
pub mod period;
pub mod search;
pub mod stories;
pub mod summaries;
pub mod translations;
mod versions;
mod write;

pub use write::{save, save_private};

/// Where an article's text was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum TextFrom {
    /// Its page.
    Page,
    /// The feed, because the page could not be read or said less.
    Feed,
    /// A person pasted or forwarded it.
    Person,
}

/// An article to be stored.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// What was read.
    pub article: &'a Article,
    /// What is told of it.
    pub brief: &'a Brief,
    /// Where the text comes from.
    pub text_from: TextFrom,
}

/// What storing an article did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Its number.
    pub id: i64,
    /// Its version, from 1.
    pub version: i64,
    /// What was done.
    pub change: Change,
}

/// What storing an article did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not known.
    New,
    /// It was known and says the same.
    Same,
    /// It was known and said something else; that is kept as a version.
    Edited,
}

/// An article as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Row number.
    pub id: i64,
    /// What was read.
    pub article: Article,
    /// What is told of it.
    pub brief: Brief,
    /// Where the text comes from.
    pub text_from: TextFrom,
    /// Version, from 1.
    pub version: i64,
    /// When it first came.
    pub first_seen_at: DateTime<Utc>,
    /// When this version was read.
    pub fetched_at: DateTime<Utc>,
    /// When it was last found edited.
    pub changed_at: Option<DateTime<Utc>>,
    /// The story it belongs to.
    pub story_id: Option<i64>,
}

/// What a list of articles needs to know of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Row number.
    pub id: i64,
    /// Address.
    pub url: Option<String>,
    /// Host of the address.
    pub host: Option<String>,
    /// Outlet.
    pub site: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Language tag of the text.
    pub language: Language,
    /// When it was published, or else first seen.
    pub at: DateTime<Utc>,
    /// The story it belongs to.
    pub story_id: Option<i64>,
}

/// Reads one article with its brief; one that is not for the reader is not found.
pub async fn get(db: &mut Db, who: Reader, id: i64) -> Result<Option<Stored>> {
    if !reader::may_read(&mut *db, who, id).await? {
        return Ok(None);
    }
    // door: asked above
    let row = sqlx::query!(
        r#"select id, url, site, title, dek, byline, language, published_at as "published_at: DateTime<Utc>",
                  updated_at as "updated_at: DateTime<Utc>", first_seen_at as "first_seen_at: DateTime<Utc>",
                  fetched_at as "fetched_at: DateTime<Utc>", standing, text, text_from as "text_from: TextFrom",
                  blocks, dateline, summary, warnings, method, model, version,
                  changed_at as "changed_at: DateTime<Utc>", story_id
           from articles where id = ?"#,
        id
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (sentences, sources) = from_json(&row.summary)?;
    let article = Article {
        url: row.url,
        title: row.title,
        dek: row.dek,
        byline: row.byline,
        site: row.site,
        language: word::<Language>(&row.language)?,
        published: row.published_at,
        minutes_east: None,
        updated: row.updated_at,
        dateline: row.dateline.as_deref().map(from_json).transpose()?,
        text: row.text,
        blocks: from_json(&row.blocks)?,
        standing: word::<Standing>(&row.standing)?,
        unshown: false,
    };
    let summary = Summary { sentences, method: word::<Method>(&row.method)?, model: row.model, sources };
    let brief =
        Brief { summary, quotes: quotes::of_article(db, id).await?, warnings: from_json(&row.warnings)? };
    let article = Article { unshown: brief.is_unshown(), ..article };
    Ok(Some(Stored {
        id: row.id,
        article,
        brief,
        text_from: row.text_from,
        version: row.version,
        first_seen_at: row.first_seen_at,
        fetched_at: row.fetched_at,
        changed_at: row.changed_at,
        story_id: row.story_id,
    }))
}

/// Finds the article at a canonical address; one that is not for the reader is not found.
pub async fn by_url(db: &mut Db, who: Reader, url: &str) -> Result<Option<i64>> {
    // door: asked below
    let found = sqlx::query_scalar!(r#"select id as "id!: i64" from articles where url = ?"#, url);
    match found.fetch_optional(&mut *db).await? {
        Some(id) if reader::may_read(db, who, id).await? => Ok(Some(id)),
        _ => Ok(None),
    }
}

/// Reads the headings of these articles, in the order asked for; unknown numbers, and those of articles that are not for
/// the reader, are left out.
pub async fn headings(db: &mut Db, who: Reader, ids: &[i64]) -> Result<Vec<Heading>> {
    let list = to_json(&reader::of(&mut *db, who, ids).await?)?;
    // door: asked above
    let rows = sqlx::query!(
        r#"select a.id, a.url, a.host, a.site, a.title, a.language, a.story_id,
                  coalesce(a.published_at, a.first_seen_at) as "at!: DateTime<Utc>"
           from json_each(?) as wanted join articles as a on a.id = wanted.value order by wanted.key"#,
        list
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Heading {
                id: row.id,
                url: row.url,
                host: row.host,
                site: row.site,
                title: row.title,
                language: word(&row.language)?,
                at: row.at,
                story_id: row.story_id,
            })
        })
        .collect()
}

/// Counts stored articles, by their numbers: those that were never stored leave no gap, those forgotten were the first.
pub async fn count(db: &mut Db) -> Result<i64> {
    // door: a number only
    sqlx::query_scalar!(
        r#"select coalesce((select max(id) from articles) - (select min(id) from articles) + 1, 0) as "n!: i64""#
    )
    .fetch_one(db)
    .await
}

/// When the first of the stored articles came; `None` when none is stored.
pub async fn oldest(db: &mut Db) -> Result<Option<DateTime<Utc>>> {
    // scan: one row, the first of an index; door: a time only
    sqlx::query_scalar!(
        r#"select first_seen_at as "at: DateTime<Utc>" from articles order by first_seen_at limit 1"#
    )
    .fetch_optional(db)
    .await
}

/// Hashes what makes an edit: the headline and the text.
#[must_use]
pub fn content_hash(article: &Article) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(article.title.as_deref().unwrap_or_default());
    hash.update([0]);
    hash.update(&article.text);
    hash.finalize().to_vec()
}
