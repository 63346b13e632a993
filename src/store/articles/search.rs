//! Full-text search of stored articles.
//!
//! Invariant: the cost of a search does not grow with the archive. The newest articles that hold the words are looked at,
//! [`LOOKED_AT`] at most; where there are more, only that is told.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::full_text::{self, Expression, Terms};
use crate::store::{Count, Db, Reader, Result, reader, to_json};

/// Matching articles looked at, and counted.
const LOOKED_AT: i64 = 1_000;

/// Of the articles that hold the words, those in which a phrase or an outlet is looked for.
const NARROWED: i64 = 50_000;

/// How much later than first seen an article may say it was published: a source's clock or zone may be wrong.
const AHEAD: TimeDelta = TimeDelta::days(2);

/// Which articles are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Who asks; only what is for them is found and counted.
    pub reader: Reader,
    /// What they hold.
    pub terms: Option<&'a Terms>,
    /// Not published before.
    pub since: Option<DateTime<Utc>>,
    /// Part of the outlet's name or of its host.
    pub source: Option<&'a str>,
}

/// Finds articles: `limit` of their numbers after the first `offset`, and how many in all.
///
/// Best match first, a word in the headline weighing eight times one in the text. Of words that very many articles hold,
/// the newest articles: first those with all of the words in the headline. What begins with the words is found only where
/// nothing has the words themselves. What others alone brought of unknown outlets comes last ([`reader::strange`]).
pub async fn articles(
    db: &mut Db,
    wanted: &Wanted<'_>,
    limit: i64,
    offset: i64,
) -> Result<(Count, Vec<i64>)> {
    let Some(expression) = wanted.terms.and_then(full_text::expression) else {
        return Ok((Count::default(), Vec::new()));
    };
    let since = match wanted.since {
        None => Since { at: i64::MIN, first: i64::MIN },
        Some(at) => Since { at: at.timestamp(), first: first_since(db, at).await? },
    };
    let reader = wanted.reader.number();
    let asked = Asked { expression: &expression, since, source: wanted.source, reader };
    let (mut words, mut found) = (&expression.stems, newest(db, &asked, &expression.stems).await?);
    if found.is_empty() {
        words = &expression.beginnings;
        found = newest(db, &asked, words).await?;
    }
    let more = found.len() as i64 > LOOKED_AT;
    found.truncate(usize::try_from(LOOKED_AT).unwrap_or_default());
    let count = Count { n: found.len() as i64, more };
    let ordered = if more {
        headlines_first(db, words, since, found).await?
    } else {
        best_first(db, words, found).await?
    };
    let strange = reader::strange(db, wanted.reader, &ordered).await?;
    let (strange, known): (Vec<i64>, Vec<i64>) = ordered.into_iter().partition(|id| strange.contains(id));
    Ok((count, page(&[known, strange].concat(), limit, offset)))
}

/// A question as it is looked up.
#[derive(Debug, Clone, Copy)]
struct Asked<'a> {
    expression: &'a Expression,
    since: Since,
    source: Option<&'a str>,
    reader: Option<i64>,
}

/// From when on articles are wanted, by their time and by their number.
#[derive(Debug, Clone, Copy)]
struct Since {
    at: i64,
    first: i64,
}

/// The first number an article published since `at` can have: numbers are given in the order of coming.
async fn first_since(db: &mut Db, at: DateTime<Utc>) -> Result<i64> {
    let seen = (at - AHEAD).timestamp();
    // door: a number only
    let first = sqlx::query_scalar!(
        r#"select id as "id!: i64" from articles where first_seen_at >= ? order by first_seen_at, id limit 1"#,
        seen
    )
    .fetch_optional(db)
    .await?;
    Ok(first.unwrap_or(i64::MAX))
}

/// The numbers of the newest articles that are wanted, at most one more than are looked at.
async fn newest(db: &mut Db, asked: &Asked<'_>, stems: &str) -> Result<Vec<i64>> {
    let is_narrowed = asked.source.is_some() || asked.expression.phrases.is_some();
    let most = if is_narrowed { NARROWED } else { LOOKED_AT + 1 };
    let mut found = with_stems(db, stems, asked, most).await?;
    if let Some(phrases) = &asked.expression.phrases {
        found = with_phrases(db, phrases, found).await?;
    }
    let before = full_text::before(db).await?;
    if before > 0 && (found.len() as i64) < most {
        // an index that is written once more finds articles that have their stems, too
        let known: HashSet<i64> = found.iter().copied().collect();
        let others = without_stems(db, asked, before, most).await?;
        found.extend(others.into_iter().filter(|id| !known.contains(id)));
        found.sort_unstable_by_key(|id| std::cmp::Reverse(*id));
    }
    if let Some(source) = asked.source {
        found = of_source(db, source, found).await?;
    }
    found.truncate(usize::try_from(LOOKED_AT + 1).unwrap_or_default());
    Ok(found)
}

async fn with_stems(db: &mut Db, stems: &str, asked: &Asked<'_>, most: i64) -> Result<Vec<i64>> {
    let (since, reader) = (asked.since, asked.reader);
    // scan: of the words' index, from the newest on
    sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from articles_stems_found as f
           where articles_stems_found match ?1 and f.rowid >= ?2
             and (?3 = -9223372036854775808 or exists (
                 select 1 from articles as a where a.id = f.rowid and coalesce(a.published_at, a.first_seen_at) >= ?3))
             and (?5 is null or not exists (select 1 from private_articles as p where p.article_id = f.rowid)
                  or exists (select 1 from readers as v where v.article_id = f.rowid and v.chat_id = ?5))
           order by f.rowid desc limit ?4"#,
        stems,
        since.first,
        since.at,
        most,
        reader
    )
    .fetch_all(db)
    .await
}

/// The same among the articles that have no stems yet, by the words as they stand.
async fn without_stems(db: &mut Db, asked: &Asked<'_>, before: i64, most: i64) -> Result<Vec<i64>> {
    let (exact, since, reader) = (&asked.expression.exact, asked.since, asked.reader);
    // scan: of the words' index, from the newest on
    sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from articles_found as f
           where articles_found match ?1 and f.rowid >= ?2 and f.rowid < ?5
             and (?3 = -9223372036854775808 or exists (
                 select 1 from articles as a where a.id = f.rowid and coalesce(a.published_at, a.first_seen_at) >= ?3))
             and (?6 is null or not exists (select 1 from private_articles as p where p.article_id = f.rowid)
                  or exists (select 1 from readers as v where v.article_id = f.rowid and v.chat_id = ?6))
           order by f.rowid desc limit ?4"#,
        exact,
        since.first,
        since.at,
        most,
        before,
        reader
    )
    .fetch_all(db)
    .await
}

/// Those of the articles that hold the phrases just so.
async fn with_phrases(db: &mut Db, phrases: &str, found: Vec<i64>) -> Result<Vec<i64>> {
    let Some(first) = found.last().copied() else { return Ok(found) };
    let last = found.first().copied().unwrap_or(first);
    // scan: of the words' index, as far as articles were found; door: among those that were asked for
    let held = sqlx::query_scalar!(
        r#"select rowid as "id!: i64" from articles_found
           where articles_found match ?1 and rowid between ?2 and ?3"#,
        phrases,
        first,
        last
    )
    .fetch_all(db)
    .await?;
    let held: HashSet<i64> = held.into_iter().collect();
    Ok(found.into_iter().filter(|id| held.contains(id)).collect())
}

/// Those of the articles whose outlet has `source` in its name or host.
async fn of_source(db: &mut Db, source: &str, found: Vec<i64>) -> Result<Vec<i64>> {
    let (list, like) = (to_json(&found)?, full_text::like(source));
    // door: among those that were asked for
    sqlx::query_scalar!(
        r#"select a.id as "id!: i64" from json_each(?1) as found join articles as a on a.id = found.value
           where lower(coalesce(a.site, '')) like ?2 or a.host like ?2 order by found.key"#,
        list,
        like
    )
    .fetch_all(db)
    .await
}

/// The articles found, those with all of the words in the headline first.
async fn headlines_first(db: &mut Db, words: &str, since: Since, found: Vec<i64>) -> Result<Vec<i64>> {
    let (inside, first) = (format!("{{title}} : ({words})"), found.last().copied().unwrap_or(since.first));
    // scan: of the words' index, as far as articles were found; door: among those that were asked for
    let headlines = sqlx::query_scalar!(
        r#"select rowid as "id!: i64" from articles_stems_found where articles_stems_found match ?1 and rowid >= ?2
           order by rowid desc"#,
        inside,
        first
    )
    .fetch_all(db)
    .await?;
    let titled: HashSet<i64> = headlines.into_iter().collect();
    let (first, then): (Vec<i64>, Vec<i64>) = found.into_iter().partition(|id| titled.contains(id));
    Ok(first.into_iter().chain(then).collect())
}

/// The articles found, the best matches first.
async fn best_first(db: &mut Db, words: &str, found: Vec<i64>) -> Result<Vec<i64>> {
    let Some(first) = found.last().copied() else { return Ok(found) };
    let list = to_json(&found)?;
    // the sign before rowid keeps it from being looked up in the index one by one
    // scan: of the words' index; few articles hold them; door: among those that were asked for
    let best = sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from articles_stems_found as f
           where articles_stems_found match ?1 and f.rowid >= ?2 and +f.rowid in (select value from json_each(?3))
           order by bm25(articles_stems_found, 8.0, 4.0, 1.0), f.rowid desc"#,
        words,
        first,
        list
    )
    .fetch_all(db)
    .await?;
    let known: HashSet<i64> = best.iter().copied().collect();
    Ok(best.into_iter().chain(found.into_iter().filter(|id| !known.contains(id))).collect())
}

fn page(ids: &[i64], limit: i64, offset: i64) -> Vec<i64> {
    let (skip, take) = (usize::try_from(offset).unwrap_or(0), usize::try_from(limit).unwrap_or(0));
    ids.iter().skip(skip).take(take).copied().collect()
}

#[cfg(test)]
mod tests;
