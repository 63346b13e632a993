//! Full-text search of stored articles.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, full_text};

/// An article found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The article.
    pub article_id: i64,
    /// Its headline.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its outlet.
    pub site: Option<String>,
    /// When it was published, or else first seen.
    pub at: DateTime<Utc>,
    /// Some words around the first match; the matching words between `\u{2}` and `\u{3}`.
    pub snippet: String,
}

/// Finds articles that hold every word typed, best match first: `limit` after the first `offset`, and how many in all.
///
/// `since`: not published before it. A word in the headline weighs eight times one in the text.
pub async fn articles(
    db: &mut Db,
    typed: &str,
    since: Option<DateTime<Utc>>,
    limit: i64,
    offset: i64,
) -> Result<(i64, Vec<Hit>)> {
    let Some(expression) = full_text::expression(typed) else { return Ok((0, Vec::new())) };
    let since = since.map_or(i64::MIN, |since| since.timestamp());
    let all = sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from articles_found as f join articles as a on a.id = f.rowid
           where articles_found match ?1 and coalesce(a.published_at, a.first_seen_at) >= ?2"#,
        expression,
        since
    )
    .fetch_one(&mut *db)
    .await?;
    let hits = sqlx::query_as!(
        Hit,
        r#"select a.id as "article_id!: i64", a.title, a.url, a.site,
                  coalesce(a.published_at, a.first_seen_at) as "at!: DateTime<Utc>",
                  snippet(articles_found, -1, char(2), char(3), '…', 16) as "snippet!: String"
           from articles_found as f join articles as a on a.id = f.rowid
           where articles_found match ?1 and coalesce(a.published_at, a.first_seen_at) >= ?2
           order by bm25(articles_found, 8.0, 4.0, 1.0), a.id desc limit ?3 offset ?4"#,
        expression,
        since,
        limit,
        offset
    )
    .fetch_all(db)
    .await?;
    Ok((all, hits))
}
