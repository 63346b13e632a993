//! Storing an article: new, unchanged, or as a new version of the one at its address.

use chrono::{DateTime, Utc};

use super::{Change, New, Saved, content_hash, versions};
use crate::article::Article;
use crate::brief::Brief;
use crate::store::people::{quotes, reports};
use crate::store::{Db, Result, as_word, full_text, reader, to_json};
use crate::text;

/// Stores an article with its brief and quotes: new, unchanged, or as a new version of the one at its address.
///
/// A text without an address is the same article when its words are the same. What came privately only is open from now on.
pub async fn save(db: &mut Db, new: &New<'_>, now: DateTime<Utc>) -> Result<Saved> {
    keep(db, new, false, now).await
}

/// The same for what came by a private feed, or from an address that is a secret: it is for those who follow the feed or
/// gave the address. An article that is open stays as it is: what is private is not put into it.
pub async fn save_private(db: &mut Db, new: &New<'_>, now: DateTime<Utc>) -> Result<Saved> {
    keep(db, new, true, now).await
}

async fn keep(db: &mut Db, new: &New<'_>, privately: bool, now: DateTime<Utc>) -> Result<Saved> {
    let hash = content_hash(new.article);
    let known = known(db, new.article.url.as_deref(), &hash).await?;
    let is_open = match &known {
        Some((id, ..)) => !reader::is_private(db, *id).await?,
        None => !privately,
    };
    if let Some((id, version, _)) = known.as_ref().filter(|(_, _, old)| *old == hash || is_open && privately)
    {
        if !privately {
            reader::open(db, *id).await?;
        }
        return Ok(Saved { id: *id, version: *version, change: Change::Same });
    }
    if let Some((id, ..)) = &known {
        let id = *id;
        versions::keep(db, id, now).await?;
    }
    let (id, version, said_at) = put(db, new, &hash, now).await?;
    if privately {
        reader::close(db, id).await?;
    } else {
        reader::open(db, id).await?;
    }
    let article = new.article;
    let language = article.language;
    full_text::article(db, id, (article.title.as_deref(), article.dek.as_deref(), &article.text), language)
        .await?;
    quotes::replace(db, id, (&new.brief.quotes, language, privately), said_at).await?;
    if known.is_some() {
        reports::again(db, id).await?;
    }
    let change = if known.is_some() { Change::Edited } else { Change::New };
    Ok(Saved { id, version, change })
}

/// The article at this address, or without one the text of this hash: its number, version and hash.
async fn known(db: &mut Db, url: Option<&str>, hash: &[u8]) -> Result<Option<(i64, i64, Vec<u8>)>> {
    // door: whether it is known, to write it
    let row = sqlx::query!(
        r#"select id as "id!: i64", version as "version!: i64", content_hash as "content_hash!" from articles
           where url = ?1
           union all
           select id, version, content_hash from articles where ?1 is null and content_hash = ?2 and url is null
           limit 1"#,
        url,
        hash
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| (row.id, row.version, row.content_hash)))
}

/// Writes the row, over the one at the same address if there is one; tells its number, its version and when it was
/// published or else first seen.
///
/// Whose outlet and language it is, and when it was first seen, stays as the first version had it.
async fn put(db: &mut Db, new: &New<'_>, hash: &[u8], now: DateTime<Utc>) -> Result<(i64, i64, i64)> {
    let (article, brief, at) = (new.article, new.brief, now.timestamp());
    let (published, updated) =
        (article.published.map(|at| at.timestamp()), article.updated.map(|at| at.timestamp()));
    let host = host(article);
    let (language, standing, method) =
        (as_word(&article.language)?, as_word(&article.standing)?, as_word(&brief.summary.method)?);
    let dateline = article.dateline.as_ref().map(to_json).transpose()?;
    let (blocks, summary, warnings) =
        (to_json(&article.blocks)?, sentences(brief)?, to_json(&brief.warnings)?);
    let row = sqlx::query!(
        r#"insert into articles (url, host, site, title, dek, byline, language, published_at, updated_at,
                                 first_seen_at, fetched_at, standing, text, text_from, blocks, dateline, summary,
                                 warnings, method, model, content_hash)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
           on conflict (url) do update set
               title = excluded.title, dek = excluded.dek, byline = excluded.byline,
               published_at = coalesce(excluded.published_at, published_at), updated_at = excluded.updated_at,
               fetched_at = excluded.fetched_at, changed_at = excluded.fetched_at, standing = excluded.standing,
               text = excluded.text, text_from = excluded.text_from, blocks = excluded.blocks,
               dateline = excluded.dateline, summary = excluded.summary, warnings = excluded.warnings,
               method = excluded.method, model = excluded.model, content_hash = excluded.content_hash,
               version = version + 1
           returning id as "id!: i64", version as "version!: i64",
                     coalesce(published_at, first_seen_at) as "said_at!: i64""#,
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
    .fetch_one(db)
    .await?;
    Ok((row.id, row.version, row.said_at))
}

/// The sentences of the summary and what each is made of.
fn sentences(brief: &Brief) -> Result<String> {
    to_json(&(&brief.summary.sentences, &brief.summary.sources))
}

/// Host of the address, without `www.`.
fn host(article: &Article) -> Option<String> {
    text::host(article.url.as_deref()?)
}
