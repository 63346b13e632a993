//! Articles and their briefs; an edited article keeps what it said before.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::article::{Article, Standing};
use crate::brief::{Brief, Method, Summary};
use crate::text::Language;

use super::{Db, Result, from_json, quotes, to_json};

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
    /// Version of the prompt, when a model wrote the summary.
    pub prompt_version: Option<&'a str>,
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

/// Stores an article with its brief and quotes: new, unchanged, or as a new version of the one at its address.
///
/// A text without an address is the same article when its words are the same.
///
/// # Errors
/// SQLite's.
pub async fn save(db: &mut Db, new: &New<'_>, now: DateTime<Utc>) -> Result<Saved> {
    let hash = content_hash(new.article);
    let known = match &new.article.url {
        Some(url) => by_url_raw(db, url).await?,
        None => by_hash(db, &hash).await?,
    };
    match known {
        None => {
            let id = insert(db, new, &hash, now).await?;
            Ok(Saved { id, version: 1, change: Change::New })
        }
        Some((id, version, old)) if old == hash => Ok(Saved { id, version, change: Change::Same }),
        Some((id, version, _)) => {
            replace(db, id, new, &hash, now).await?;
            Ok(Saved { id, version: version + 1, change: Change::Edited })
        }
    }
}

/// Reads one article with its brief.
///
/// # Errors
/// SQLite's.
pub async fn get(db: &mut Db, id: i64) -> Result<Option<Stored>> {
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
        updated: row.updated_at,
        dateline: row.dateline.as_deref().map(from_json).transpose()?,
        text: row.text,
        blocks: from_json(&row.blocks)?,
        standing: word::<Standing>(&row.standing)?,
    };
    let summary = Summary { sentences, method: word::<Method>(&row.method)?, model: row.model, sources };
    let brief =
        Brief { summary, quotes: quotes::of_article(db, id).await?, warnings: from_json(&row.warnings)? };
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

/// Finds the article at a canonical address.
///
/// # Errors
/// SQLite's.
pub async fn by_url(db: &mut Db, url: &str) -> Result<Option<i64>> {
    sqlx::query_scalar!(r#"select id as "id!: i64" from articles where url = ?"#, url)
        .fetch_optional(db)
        .await
}

/// Reads the headings of these articles, in the order asked for; unknown numbers are left out.
///
/// # Errors
/// SQLite's.
pub async fn headings(db: &mut Db, ids: &[i64]) -> Result<Vec<Heading>> {
    let list = to_json(&ids)?;
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

/// Counts stored articles.
///
/// # Errors
/// SQLite's.
pub async fn count(db: &mut Db) -> Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "n!: i64" from articles"#).fetch_one(db).await
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

async fn by_url_raw(db: &mut Db, url: &str) -> Result<Option<(i64, i64, Vec<u8>)>> {
    let row =
        sqlx::query!(r#"select id as "id!: i64", version, content_hash from articles where url = ?"#, url)
            .fetch_optional(db)
            .await?;
    Ok(row.map(|row| (row.id, row.version, row.content_hash)))
}

async fn by_hash(db: &mut Db, hash: &[u8]) -> Result<Option<(i64, i64, Vec<u8>)>> {
    let row = sqlx::query!(
        r#"select id as "id!: i64", version, content_hash from articles where content_hash = ? and url is null limit 1"#,
        hash
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.version, row.content_hash)))
}

async fn insert(db: &mut Db, new: &New<'_>, hash: &[u8], now: DateTime<Utc>) -> Result<i64> {
    let (article, brief, at) = (new.article, new.brief, now.timestamp());
    let (published, updated) = times(article);
    let host = host(article);
    let (language, standing, method) =
        (as_word(&article.language)?, as_word(&article.standing)?, as_word(&brief.summary.method)?);
    let dateline = article.dateline.as_ref().map(to_json).transpose()?;
    let (blocks, summary, warnings) =
        (to_json(&article.blocks)?, sentences(brief)?, to_json(&brief.warnings)?);
    let id = sqlx::query_scalar!(
        r#"insert into articles (url, host, site, title, dek, byline, language, published_at, updated_at,
                                 first_seen_at, fetched_at, standing, text, text_from, blocks, dateline, summary,
                                 warnings, method, model, prompt_version, content_hash)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
           returning id as "id!: i64""#,
        article.url,
        host,
        article.site,
        article.title,
        article.dek,
        article.byline,
        language,
        published,
        updated,
        at,
        standing,
        article.text,
        new.text_from,
        blocks,
        dateline,
        summary,
        warnings,
        method,
        brief.summary.model,
        new.prompt_version,
        hash
    )
    .fetch_one(&mut *db)
    .await?;
    quotes::replace(db, id, &brief.quotes, published.unwrap_or(at)).await?;
    Ok(id)
}

async fn replace(db: &mut Db, id: i64, new: &New<'_>, hash: &[u8], now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    let old_quotes = to_json(&quotes::of_article(db, id).await?)?;
    sqlx::query!(
        "insert into article_versions (article_id, version, title, text, summary, quotes, replaced_at)
         select id, version, title, text, summary, ?1, ?2 from articles where id = ?3",
        old_quotes,
        at,
        id
    )
    .execute(&mut *db)
    .await?;
    let (article, brief) = (new.article, new.brief);
    let (published, updated) = times(article);
    let (standing, method) = (as_word(&article.standing)?, as_word(&brief.summary.method)?);
    let dateline = article.dateline.as_ref().map(to_json).transpose()?;
    let (blocks, summary, warnings) =
        (to_json(&article.blocks)?, sentences(brief)?, to_json(&brief.warnings)?);
    let said_at = sqlx::query_scalar!(
        r#"update articles set title = ?1, dek = ?2, byline = ?3, published_at = coalesce(?4, published_at),
                  updated_at = ?5, fetched_at = ?6, changed_at = ?6, standing = ?7, text = ?8, text_from = ?9,
                  blocks = ?10, dateline = ?11, summary = ?12, warnings = ?13, method = ?14, model = ?15,
                  prompt_version = ?16, content_hash = ?17, version = version + 1
           where id = ?18 returning coalesce(published_at, first_seen_at) as "at!: i64""#,
        article.title,
        article.dek,
        article.byline,
        published,
        updated,
        at,
        standing,
        article.text,
        new.text_from,
        blocks,
        dateline,
        summary,
        warnings,
        method,
        brief.summary.model,
        new.prompt_version,
        hash,
        id
    )
    .fetch_one(&mut *db)
    .await?;
    quotes::replace(db, id, &brief.quotes, said_at).await
}

fn times(article: &Article) -> (Option<i64>, Option<i64>) {
    (article.published.map(|at| at.timestamp()), article.updated.map(|at| at.timestamp()))
}

/// The sentences of the summary and what each is made of.
fn sentences(brief: &Brief) -> Result<String> {
    to_json(&(&brief.summary.sentences, &brief.summary.sources))
}

/// Host of the address, without `www.`.
fn host(article: &Article) -> Option<String> {
    let url = url::Url::parse(article.url.as_deref()?).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Writes an enum that serialises as one word.
pub(super) fn as_word<T: serde::Serialize>(value: &T) -> Result<String> {
    Ok(to_json(value)?.trim_matches('"').to_owned())
}

/// Reads such an enum.
pub(super) fn word<T: DeserializeOwned>(word: &str) -> Result<T> {
    from_json(&format!("\"{word}\""))
}
