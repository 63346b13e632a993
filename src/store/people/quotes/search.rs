//! Which quotes are wanted, and finding them.
//!
//! Invariant: what is read for a question is bounded, however much a person has said: the newest quotes are looked at,
//! and beyond [`LOOKED_AT`] it is only told that there are more.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Found, by_ids};
use crate::store::full_text::{self, Expression, Terms};
use crate::store::people::{speakers, spellings};
use crate::store::{Count, Db, Reader, Result, reader, to_json};

/// Quotes looked at for one question.
const LOOKED_AT: i64 = 1_000;

/// Of a person's quotes, those in which words are looked for.
pub(super) const WORDS_LOOKED_FOR_IN: i64 = 50_000;

/// Seconds by which a quote is put back, so that it comes behind whatever was said at any time: a million years and more.
const AGES: i64 = 1 << 50;

/// People whose quotes are found by one name.
const PEOPLE: i64 = 50;

/// Which quotes are wanted; `None` everywhere wants the newest.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Who asks; only what is for them is found and counted.
    pub reader: Reader,
    /// A person's name or part of it, in any spelling.
    pub person: Option<&'a str>,
    /// Number of a person's own record: all spellings count.
    pub speaker_id: Option<i64>,
    /// What the quote holds.
    pub words: Option<&'a Terms>,
    /// Not before.
    pub since: Option<DateTime<Utc>>,
    /// Before that.
    pub until: Option<DateTime<Utc>>,
    /// Part of the outlet's name or of its host.
    pub source: Option<&'a str>,
    /// The same words of the same person once only, from the newest article that has them.
    pub once: bool,
    /// Whole statements before fragments; else only the newest first.
    pub whole_first: bool,
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
        (Some(id), _) => Some(spellings::members(db, &[id]).await?),
        (None, Some(name)) => {
            let people = speakers::find(db, wanted.reader, name, PEOPLE).await?;
            let people: Vec<i64> = people.into_iter().map(|person| person.id).collect();
            Some(spellings::members(db, &people).await?)
        }
        (None, None) => None,
    };
    let since = wanted.since.map_or(i64::MIN, |since| since.timestamp());
    let until = wanted.until.map_or(i64::MAX, |until| until.timestamp());
    let reader = wanted.reader.number();
    match (people, wanted.words.and_then(full_text::expression)) {
        (Some(people), None) => of_people(db, &people, (since, until), reader).await,
        (Some(people), Some(words)) => {
            let said = said(db, &people, (since, until), reader).await?;
            let found = with(db, &words, &words.stems, &said).await?;
            if found.is_empty() { with(db, &words, &words.beginnings, &said).await } else { Ok(found) }
        }
        (None, None) => of_anybody(db, reader).await,
        (None, Some(words)) => of_anybody_with(db, &words, reader).await,
    }
}

async fn of_people(
    db: &mut Db,
    people: &[i64],
    (since, until): (i64, i64),
    reader: Option<i64>,
) -> Result<Vec<i64>> {
    let (most, mut all) = (LOOKED_AT + 1, Vec::new());
    for id in people {
        let rows = sqlx::query!(
            "select q.id, q.said_at from quotes as q where q.speaker_id = ?1 and q.said_at >= ?2 and q.said_at < ?3
                 and (q.is_private = 0 or ?5 is null
                      or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?5))
             order by q.said_at desc, q.id desc limit ?4",
            id,
            since,
            until,
            most,
            reader
        )
        .fetch_all(&mut *db)
        .await?;
        all.extend(rows.into_iter().map(|row| (row.said_at, row.id)));
    }
    all.sort_unstable_by(|one, other| other.cmp(one));
    Ok(all.into_iter().take(usize::try_from(most).unwrap_or_default()).map(|(_, id)| id).collect())
}

/// The numbers of the newest quotes of these people, in which words are looked for, as a JSON list; and the first.
async fn said(
    db: &mut Db,
    people: &[i64],
    (since, until): (i64, i64),
    reader: Option<i64>,
) -> Result<(String, i64)> {
    let people = to_json(&people)?;
    let ids = sqlx::query_scalar!(
        r#"select q.id as "id!: i64" from quotes as q where q.speaker_id in (select value from json_each(?1))
             and q.said_at >= ?2 and q.said_at < ?4
             and (q.is_private = 0 or ?5 is null
                  or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?5))
           order by q.said_at desc, q.id desc limit ?3"#,
        people,
        since,
        WORDS_LOOKED_FOR_IN,
        until,
        reader
    )
    .fetch_all(db)
    .await?;
    Ok((to_json(&ids)?, ids.iter().min().copied().unwrap_or(i64::MAX)))
}

/// Those of the quotes, which are for the reader, that hold the words; phrases just so.
async fn with(
    db: &mut Db,
    words: &Expression,
    stems: &str,
    (said, first): &(String, i64),
) -> Result<Vec<i64>> {
    let most = LOOKED_AT + 1;
    // the sign before rowid keeps it from being looked up in the index one by one
    // scan: of the words' index, from the first of the person's quotes on; door: among those that were asked for
    let mut found = sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from quotes_stems_found as f
           where quotes_stems_found match ?1 and f.rowid >= ?2 and +f.rowid in (select value from json_each(?3))
           order by f.rowid desc limit ?4"#,
        stems,
        first,
        said,
        most
    )
    .fetch_all(&mut *db)
    .await?;
    if let Some(phrases) = &words.phrases {
        let held = exactly(db, phrases, (said, *first), i64::MAX).await?;
        found.retain(|id| held.contains(id));
    }
    let before = first_with_stems(db).await?;
    if before > 0 {
        // an index that is written once more finds quotes that have their stems, too
        let known: HashSet<i64> = found.iter().copied().collect();
        let others = exactly(db, &words.exact, (said, *first), before).await?;
        found.extend(others.into_iter().filter(|id| !known.contains(id)));
    }
    Ok(found)
}

/// Those of the quotes with a number below `before` that hold the words as they stand.
async fn exactly(db: &mut Db, exact: &str, (said, first): (&str, i64), before: i64) -> Result<Vec<i64>> {
    let most = LOOKED_AT + 1;
    // scan: of the words' index, from the first of the person's quotes on; door: among those that were asked for
    sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from quotes_found as f
           where quotes_found match ?1 and f.rowid >= ?2 and f.rowid < ?5
             and +f.rowid in (select value from json_each(?3)) order by f.rowid desc limit ?4"#,
        exact,
        first,
        said,
        most,
        before
    )
    .fetch_all(db)
    .await
}

/// The number below which quotes have no stems yet, by the articles they stand in; 0 when all have.
async fn first_with_stems(db: &mut Db) -> Result<i64> {
    let article = full_text::before(db).await?;
    if article == 0 {
        return Ok(0);
    }
    // door: a number only
    let first = sqlx::query_scalar!(
        r#"select min(q.id) as "id: i64" from quotes as q where q.article_id in (
               select id from articles where id >= ? order by id limit 100)"#,
        article
    );
    Ok(first.fetch_one(db).await?.unwrap_or(i64::MAX))
}

async fn of_anybody(db: &mut Db, reader: Option<i64>) -> Result<Vec<i64>> {
    let most = LOOKED_AT + 1;
    // scan: from the newest on, as far as is looked
    sqlx::query_scalar!(
        "select q.id from quotes as q
         where q.is_private = 0 or ?2 is null
             or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?2)
         order by q.id desc limit ?1",
        most,
        reader
    )
    .fetch_all(db)
    .await
}

async fn of_anybody_with(db: &mut Db, words: &Expression, reader: Option<i64>) -> Result<Vec<i64>> {
    let most = LOOKED_AT + 1;
    // scan: of the words' index, from the newest on
    let mut found = sqlx::query_scalar!(
        r#"select f.rowid as "id!: i64" from quotes_stems_found as f where quotes_stems_found match ?1
             and (?3 is null or not exists (select 1 from quotes as q where q.id = f.rowid and q.is_private = 1)
                  or exists (select 1 from quotes as q join readers as v on v.article_id = q.article_id
                             where q.id = f.rowid and v.chat_id = ?3))
           order by f.rowid desc limit ?2"#,
        words.stems,
        most,
        reader
    )
    .fetch_all(&mut *db)
    .await?;
    if let Some(phrases) = &words.phrases {
        let (said, first) = (to_json(&found)?, found.last().copied().unwrap_or(i64::MAX));
        let held = exactly(db, phrases, (&said, first), i64::MAX).await?;
        found.retain(|id| held.contains(id));
    }
    Ok(found)
}

/// Of these quotes those that are wanted, the newest first, and how many other articles have the words of each. What others
/// alone brought of unknown outlets comes last, and stands for nobody else's report ([`reader::strange`]).
async fn told(db: &mut Db, wanted: &Wanted<'_>, ids: &[i64]) -> Result<Vec<(i64, i64)>> {
    let strange = to_json(&strange(db, wanted.reader, ids).await?)?;
    let (list, since) = (to_json(&ids)?, wanted.since.map_or(i64::MIN, |since| since.timestamp()));
    let until = wanted.until.map_or(i64::MAX, |until| until.timestamp());
    let source = wanted.source.map(full_text::like);
    // door: those that were asked for
    let rows = sqlx::query!(
        r#"select q.id as "id!: i64", count(distinct q.article_id) - 1 as "others!: i64",
                  max(q.said_at - iif(q.article_id in (select value from json_each(?7)), ?8, 0)) as "at: i64"
           from json_each(?1) as looked_at join quotes as q on q.id = looked_at.value
           left join speakers as s on s.id = q.speaker_id
           where q.said_at >= ?2 and q.said_at < ?5
             and (?3 is null or exists (select 1 from articles as a where a.id = q.article_id
                                        and (lower(coalesce(a.site, '')) like ?3 or a.host like ?3)))
           group by case when ?4 then json_array(coalesce(s.same_as, s.id), iif(q.speaker_id is null, q.mention, null),
                                                 rtrim(q.text, '.,')) else q.id end
           order by "at: i64" < -?8 / 2, ?6 and q.kind = 'mixed', "at: i64" desc, q.id desc"#,
        list,
        since,
        source,
        wanted.once,
        until,
        wanted.whole_first,
        strange,
        AGES
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.others)).collect())
}

/// The articles of these quotes that are strange to the reader.
async fn strange(db: &mut Db, who: Reader, quotes: &[i64]) -> Result<HashSet<i64>> {
    let list = to_json(&quotes)?;
    // door: numbers only
    let articles = sqlx::query_scalar!(
        r#"select distinct q.article_id as "id!: i64" from json_each(?1) as wanted join quotes as q on q.id = wanted.value"#,
        list
    );
    let articles = articles.fetch_all(&mut *db).await?;
    reader::strange(db, who, &articles).await
}
