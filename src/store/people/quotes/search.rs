//! Which quotes are wanted, and finding them.
//!
//! Invariant: what is read for a question is bounded, however much a person has said: the newest quotes are looked at,
//! and beyond [`LOOKED_AT`] it is only told that there are more.

use chrono::{DateTime, Utc};

use super::{Found, by_ids};
use crate::store::people::speakers;
use crate::store::{Count, Db, Result, full_text, to_json};

/// Quotes looked at for one question.
const LOOKED_AT: i64 = 1_000;

/// Of a person's quotes, those in which words are looked for.
const WORDS_LOOKED_FOR_IN: i64 = 50_000;

/// People whose quotes are found by one name.
const PEOPLE: i64 = 50;

/// Which quotes are wanted; `None` everywhere wants the newest.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// A person's name or part of it, in any spelling.
    pub person: Option<&'a str>,
    /// Number of a speaker.
    pub speaker_id: Option<i64>,
    /// Words the quote holds.
    pub words: Option<&'a str>,
    /// Not before.
    pub since: Option<DateTime<Utc>>,
    /// Part of the outlet's name or of its host.
    pub source: Option<&'a str>,
    /// The same words of the same speaker once only, from the newest article that has them.
    pub once: bool,
}

/// Finds quotes, newest first: `limit` of them after the first `offset`, and how many there are in all.
pub async fn find(db: &mut Db, wanted: &Wanted<'_>, limit: i64, offset: i64) -> Result<(Count, Vec<Found>)> {
    let mut ids = newest(db, wanted).await?;
    let more = ids.len() as i64 > LOOKED_AT;
    ids.truncate(usize::try_from(LOOKED_AT).unwrap_or_default());
    let told = told(db, wanted, &ids).await?;
    let (skip, take) = (usize::try_from(offset).unwrap_or(0), usize::try_from(limit).unwrap_or(0));
    let page: Vec<_> = told.iter().skip(skip).take(take).collect();
    let mut found = by_ids(db, &page.iter().map(|(id, _)| *id).collect::<Vec<_>>()).await?;
    for (found, (_, others)) in found.iter_mut().zip(page) {
        found.others = *others;
    }
    Ok((Count { n: told.len() as i64, more }, found))
}

/// The numbers of the newest quotes that may be wanted, at most one more than are looked at.
async fn newest(db: &mut Db, wanted: &Wanted<'_>) -> Result<Vec<i64>> {
    let people = match (wanted.speaker_id, wanted.person) {
        (Some(id), _) => Some(vec![id]),
        (None, Some(name)) => {
            Some(speakers::find(db, name, PEOPLE).await?.into_iter().map(|person| person.id).collect())
        }
        (None, None) => None,
    };
    let since = wanted.since.map_or(i64::MIN, |since| since.timestamp());
    match (people, wanted.words.and_then(full_text::expression)) {
        (Some(people), None) => of_people(db, &people, since).await,
        (Some(people), Some(words)) => of_people_with(db, &people, &words, since).await,
        (None, words) => of_anybody(db, words.as_deref()).await,
    }
}

async fn of_people(db: &mut Db, people: &[i64], since: i64) -> Result<Vec<i64>> {
    let (most, mut all) = (LOOKED_AT + 1, Vec::new());
    for id in people {
        let rows = sqlx::query!(
            "select id, said_at from quotes where speaker_id = ? and said_at >= ?
             order by said_at desc, id desc limit ?",
            id,
            since,
            most
        )
        .fetch_all(&mut *db)
        .await?;
        all.extend(rows.into_iter().map(|row| (row.said_at, row.id)));
    }
    all.sort_unstable_by(|one, other| other.cmp(one));
    Ok(all.into_iter().take(usize::try_from(most).unwrap_or_default()).map(|(_, id)| id).collect())
}

async fn of_people_with(db: &mut Db, people: &[i64], words: &str, since: i64) -> Result<Vec<i64>> {
    let (people, most) = (to_json(&people)?, LOOKED_AT + 1);
    // the sign before rowid keeps it from being looked up in the index one by one
    // scan: of the words' index, from the first of the person's quotes on
    sqlx::query_scalar!(
        r#"with said as materialized (
               select id from quotes where speaker_id in (select value from json_each(?1)) and said_at >= ?2
               order by said_at desc, id desc limit ?5)
           select f.rowid as "id!: i64" from quotes_found as f
           where quotes_found match ?3 and f.rowid >= (select min(id) from said) and +f.rowid in (select id from said)
           order by f.rowid desc limit ?4"#,
        people,
        since,
        words,
        most,
        WORDS_LOOKED_FOR_IN
    )
    .fetch_all(db)
    .await
}

async fn of_anybody(db: &mut Db, words: Option<&str>) -> Result<Vec<i64>> {
    let most = LOOKED_AT + 1;
    let Some(words) = words else {
        // scan: from the newest on, as far as is looked
        return sqlx::query_scalar!("select id from quotes order by id desc limit ?", most)
            .fetch_all(db)
            .await;
    };
    // scan: of the words' index, from the newest on
    sqlx::query_scalar!(
        r#"select rowid as "id!: i64" from quotes_found where quotes_found match ? order by rowid desc limit ?"#,
        words,
        most
    )
    .fetch_all(db)
    .await
}

/// Of these quotes those that are wanted, the newest first, and how many other articles have the words of each.
async fn told(db: &mut Db, wanted: &Wanted<'_>, ids: &[i64]) -> Result<Vec<(i64, i64)>> {
    let (list, since) = (to_json(&ids)?, wanted.since.map_or(i64::MIN, |since| since.timestamp()));
    let source = wanted.source.map(|source| format!("%{}%", source.to_lowercase().replace(['%', '_'], "")));
    let rows = sqlx::query!(
        r#"select q.id as "id!: i64", count(distinct q.article_id) - 1 as "others!: i64", max(q.said_at) as at
           from json_each(?1) as looked_at join quotes as q on q.id = looked_at.value
           where q.said_at >= ?2
             and (?3 is null or exists (select 1 from articles as a where a.id = q.article_id
                                        and (lower(coalesce(a.site, '')) like ?3 or a.host like ?3)))
           group by case when ?4 then json_array(q.speaker_id, iif(q.speaker_id is null, q.mention, null),
                                                 rtrim(q.text, '.,')) else q.id end
           order by at desc, q.id desc"#,
        list,
        since,
        source,
        wanted.once
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.others)).collect())
}
