//! Full-text search of stored articles.
//!
//! Invariant: the cost of a search does not grow with the archive. The newest articles that hold the words are looked at,
//! [`LOOKED_AT`] at most; where there are more, only that is told.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::{Count, Db, Result, full_text};

/// Matching articles looked at, and counted.
const LOOKED_AT: i64 = 1_000;

/// How much later than first seen an article may say it was published: a source's clock or zone may be wrong.
const AHEAD: TimeDelta = TimeDelta::days(2);

/// Finds articles that hold every word typed: `limit` of their numbers after the first `offset`, and how many in all.
///
/// `since`: not published before it. Best match first, a word in the headline weighing eight times one in the text. Of
/// words that very many articles hold, the newest articles: first those with all of the words in the headline.
pub async fn articles(
    db: &mut Db,
    typed: &str,
    since: Option<DateTime<Utc>>,
    limit: i64,
    offset: i64,
) -> Result<(Count, Vec<i64>)> {
    let Some(exact) = full_text::whole_words(typed) else { return Ok((Count::default(), Vec::new())) };
    let since = match since {
        None => Since { at: i64::MIN, first: i64::MIN },
        Some(at) => Since { at: at.timestamp(), first: first_since(db, at).await? },
    };
    // beginnings of words take a walk through all articles that hold one: only where whole words find too little
    let mut words = exact;
    let mut found = newest(db, &words, since).await?;
    if found.len() as i64 <= LOOKED_AT
        && let Some(longer) = full_text::expression(typed).filter(|longer| *longer != words)
    {
        words = longer;
        found = newest(db, &words, since).await?;
    }
    if found.len() as i64 > LOOKED_AT {
        found.pop();
        let count = Count { n: found.len() as i64, more: true };
        return Ok((count, page(&headlines_first(db, &words, since, found).await?, limit, offset)));
    }
    let count = Count { n: found.len() as i64, more: false };
    Ok((count, best(db, &words, since, limit, offset).await?))
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
    let first = sqlx::query_scalar!(
        r#"select id as "id!: i64" from articles where first_seen_at >= ? order by first_seen_at, id limit 1"#,
        seen
    )
    .fetch_optional(db)
    .await?;
    Ok(first.unwrap_or(i64::MAX))
}

/// The numbers of the newest articles that hold the words, at most one more than are looked at.
async fn newest(db: &mut Db, words: &str, since: Since) -> Result<Vec<i64>> {
    let most = LOOKED_AT + 1;
    // scan: of the words' index, from the newest on
    sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from articles_found as f
           where articles_found match ?1 and f.rowid >= ?2
             and (?3 = -9223372036854775808 or exists (
                 select 1 from articles as a where a.id = f.rowid and coalesce(a.published_at, a.first_seen_at) >= ?3))
           order by f.rowid desc limit ?4"#,
        words,
        since.first,
        since.at,
        most
    )
    .fetch_all(db)
    .await
}

/// The articles found, those with all of the words in the headline first.
async fn headlines_first(db: &mut Db, words: &str, since: Since, found: Vec<i64>) -> Result<Vec<i64>> {
    let (inside, first) = (format!("{{title}} : ({words})"), found.last().copied().unwrap_or(since.first));
    // scan: of the words' index, as far as articles were found
    let headlines = sqlx::query_scalar!(
        r#"select rowid as "id!: i64" from articles_found where articles_found match ?1 and rowid >= ?2
           order by rowid desc"#,
        inside,
        first
    )
    .fetch_all(db)
    .await?;
    let titled: std::collections::HashSet<i64> = headlines.into_iter().collect();
    let (first, then): (Vec<i64>, Vec<i64>) = found.into_iter().partition(|id| titled.contains(id));
    Ok(first.into_iter().chain(then).collect())
}

/// The best matches of words that few articles hold.
async fn best(db: &mut Db, words: &str, since: Since, limit: i64, offset: i64) -> Result<Vec<i64>> {
    // scan: of the words' index; few articles hold them
    sqlx::query_scalar!(
        r#"select a.id as "id!: i64" from articles_found as f join articles as a on a.id = f.rowid
           where articles_found match ?1 and f.rowid >= ?2 and coalesce(a.published_at, a.first_seen_at) >= ?3
           order by bm25(articles_found, 8.0, 4.0, 1.0), a.id desc limit ?4 offset ?5"#,
        words,
        since.first,
        since.at,
        limit,
        offset
    )
    .fetch_all(db)
    .await
}

fn page(ids: &[i64], limit: i64, offset: i64) -> Vec<i64> {
    let (skip, take) = (usize::try_from(offset).unwrap_or(0), usize::try_from(limit).unwrap_or(0));
    ids.iter().skip(skip).take(take).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::brief::Brief;
    use crate::store::articles::{self, New, TextFrom};
    use crate::store::tests::{noon, scratch};

    async fn article(db: &mut Db, number: i64, title: &str, text: &str) -> i64 {
        let article = Article {
            url: Some(format!("https://paper.example/{number}")),
            title: Some(title.to_owned()),
            published: Some(noon() + TimeDelta::minutes(number)),
            text: text.to_owned(),
            ..Article::default()
        };
        let (brief, at) = (Brief::default(), noon() + TimeDelta::minutes(number));
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
        articles::save(db, &new, at).await.unwrap().id
    }

    #[tokio::test]
    async fn few_matches_come_by_weight_and_by_beginnings_of_words() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let text = article(&mut db, 1, "A bridge", "The ferries of Tavria stop; a ferry waits.").await;
        let headline = article(&mut db, 2, "Ferry stops", "It rests in Port Hale.").await;
        article(&mut db, 3, "A bridge opens", "Nothing else.").await;
        let (count, found) = super::articles(&mut db, "ferr", None, 10, 0).await.unwrap();
        assert_eq!((count.n, count.more), (2, false));
        assert_eq!(found, [headline, text]);
        assert_eq!(super::articles(&mut db, "ferr", None, 10, 1).await.unwrap().1, [text]);
        let later = Some(noon() + TimeDelta::seconds(61));
        assert_eq!(super::articles(&mut db, "ferr", later, 10, 0).await.unwrap().1, [headline]);
        let (none, found) = super::articles(&mut db, "a b c d zzz", None, 10, 0).await.unwrap();
        assert_eq!((none, found.len()), (Count::default(), 0));
    }

    #[tokio::test]
    async fn of_very_many_the_newest_are_looked_at_and_headlines_come_first() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let (mut ids, mut title) = (Vec::new(), 0);
        for number in 0..1_005 {
            let headline = if number == 700 || number == 2 { "The treaty" } else { "News" };
            let id = article(&mut db, number, headline, "They said the treaty holds.").await;
            ids.push(id);
            if number == 700 {
                title = id;
            }
        }
        let newest = ids[1_004];
        for typed in ["treaty", "treat", "the treaty"] {
            let (count, found) = super::articles(&mut db, typed, None, 2, 0).await.unwrap();
            assert_eq!(count, Count { n: 1_000, more: true }, "{typed}");
            assert_eq!(found, [title, newest], "{typed}");
        }
        let since = Some(noon() + TimeDelta::minutes(1_000));
        let (count, found) = super::articles(&mut db, "treaty", since, 9, 0).await.unwrap();
        assert_eq!(count, Count { n: 5, more: false });
        assert_eq!(found.len(), 5);
    }
}
