//! What operators put right of quotes.

use chrono::{DateTime, Utc};

use crate::store::{Db, Reader, Result, reader};

/// A correction, as a digest tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// Row number.
    pub id: i64,
    /// The article.
    pub article_id: i64,
    /// Its headline.
    pub headline: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The words.
    pub quote: String,
    /// Who was named before.
    pub was: Option<String>,
    /// The rule that named them, and how surely.
    pub rule: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// Who is named now.
    pub speaker: Option<String>,
    /// Whether it is shown no more.
    pub hidden: bool,
    /// When it was put right.
    pub made_at: DateTime<Utc>,
}

/// When an article was last put right.
pub async fn corrected_at(db: &mut Db, article: i64) -> Result<Option<DateTime<Utc>>> {
    // door: a time only
    sqlx::query_scalar!(
        r#"select max(made_at) as "at: DateTime<Utc>" from corrections where article_id = ?"#,
        article
    )
    .fetch_one(db)
    .await
}

/// A query for corrections; the argument says which.
macro_rules! corrections {
    ($which:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Correction,
            r#"select c.id as "id!: i64", c.article_id as "article_id!: i64", a.title as headline, a.url, c.quote as "quote!",
                      c.was, c.rule as "rule!", c.confidence as "confidence!: f64", c.speaker, c.hidden as "hidden!: bool",
                      c.made_at as "made_at!: DateTime<Utc>"
               from corrections as c join articles as a on a.id = c.article_id "# + $which,
            $($value),*
        )
    };
}

/// Corrections after a number, in order, at most 100, and the number they go up to; those of articles that are not for the
/// reader are left out. `None` at the end.
pub async fn after(db: &mut Db, who: Reader, id: i64) -> Result<Option<(Vec<Correction>, i64)>> {
    // door: asked below
    let mut found = corrections!("where c.id > ? order by c.id limit 100", id).fetch_all(&mut *db).await?;
    let Some(last) = found.last().map(|one| one.id) else { return Ok(None) };
    let articles: Vec<i64> = found.iter().map(|one| one.article_id).collect();
    let shown = reader::of(db, who, &articles).await?;
    found.retain(|one| shown.contains(&one.article_id));
    Ok(Some((found, last)))
}

/// The number of the last correction; 0 when there is none.
pub async fn last(db: &mut Db) -> Result<i64> {
    // door: a number only
    sqlx::query_scalar!(r#"select coalesce((select max(id) from corrections), 0) as "id!: i64""#)
        .fetch_one(db)
        .await
}

/// Those of an article, in order.
pub(in crate::store) async fn of_article(db: &mut Db, article: i64) -> Result<Vec<Correction>> {
    // door: asked by whoever read the article
    corrections!("where c.article_id = ? order by c.id", article).fetch_all(db).await
}
