//! Writing an article into its row.

use chrono::{DateTime, Utc};

use crate::article::Article;
use crate::brief::Brief;

use super::super::{Db, Result, quotes, to_json};
use super::{New, as_word};

/// Stores a new article with its brief and quotes, and tells its number.
pub(super) async fn insert(db: &mut Db, new: &New<'_>, hash: &[u8], now: DateTime<Utc>) -> Result<i64> {
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
                                 warnings, method, model, content_hash)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
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
        hash
    )
    .fetch_one(&mut *db)
    .await?;
    quotes::replace(db, id, &brief.quotes, published.unwrap_or(at)).await?;
    Ok(id)
}

/// Stores another version of an article, and keeps the one before.
pub(super) async fn replace(
    db: &mut Db,
    id: i64,
    new: &New<'_>,
    hash: &[u8],
    now: DateTime<Utc>,
) -> Result<()> {
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
                  content_hash = ?16, version = version + 1
           where id = ?17 returning coalesce(published_at, first_seen_at) as "at!: i64""#,
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
