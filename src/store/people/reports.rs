//! Quotes that readers say are wrong, and putting them right.
//!
//! Invariant: a correction, the edits of all cards that were sent, and what the next digests tell of it are committed
//! together. Nothing is kept of who reported.

use chrono::{DateTime, Utc};

use crate::store::delivery::fanouts;
use crate::store::people::{corrections, speakers};
use crate::store::{Db, Reader, Result, reader};

/// What is said to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum What {
    /// Somebody else said it.
    Speaker,
    /// The words are not so in the article.
    Words,
    /// Something else.
    Other,
}

impl What {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Speaker, Self::Words, Self::Other];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Words => "words",
            Self::Other => "other",
        }
    }
}

/// A report, with the quote as it is stored now.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Row number.
    pub id: i64,
    /// The article.
    pub article_id: i64,
    /// Its headline.
    pub headline: String,
    /// Its address.
    pub url: Option<String>,
    /// The words.
    pub quote: String,
    /// Who is named.
    pub speaker: Option<String>,
    /// The rule that named them, and how surely.
    pub rule: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// What is said to be wrong.
    pub what: What,
    /// How often that was said.
    pub times: i64,
}

/// How a quote is put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Somebody else said it; `None`: it is not known who.
    Speaker(Option<String>),
    /// It is shown no more.
    Hide,
}

/// Notes that a quote is said to be wrong.
pub async fn add(db: &mut Db, article: i64, quote: &str, what: What, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into reports (article_id, quote, what, made_at) values (?, ?, ?, ?)
         on conflict (article_id, quote, what) do update set times = times + 1",
        article,
        quote,
        what,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A query for reports; the argument says which.
macro_rules! reports {
    ($which:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Report,
            r#"select r.id as "id!: i64", r.article_id as "article_id!: i64", coalesce(a.title, a.url, '') as "headline!",
                      a.url, r.quote as "quote!", q.speaker_name as speaker, coalesce(q.rule, '—') as "rule!",
                      coalesce(q.confidence, 0.0) as "confidence!: f64", r.what as "what!: What", r.times as "times!: i64"
               from reports as r join articles as a on a.id = r.article_id
               left join quotes as q on q.article_id = r.article_id and q.text = r.quote "# + $which,
            $($value),*
        )
    };
}

/// The reports nobody has dealt with, the oldest first; those about articles that are not for the reader are left out.
pub async fn open(db: &mut Db, who: Reader, limit: i64) -> Result<Vec<Report>> {
    let reader = who.number();
    // scan: of those that are open, by an index of those alone
    reports!(
        "where r.state = 'open'
             and (?1 is null
                  or not exists (select 1 from private_articles as p where p.article_id = r.article_id)
                  or exists (select 1 from readers as v where v.article_id = r.article_id and v.chat_id = ?1))
         group by r.id order by r.id limit ?2",
        reader,
        limit
    )
    .fetch_all(db)
    .await
}

/// Reads a report that nobody has dealt with; one about an article that is not for the reader is not found.
pub async fn get(db: &mut Db, who: Reader, id: i64) -> Result<Option<Report>> {
    // door: asked below
    let found = reports!("where r.id = ? and r.state = 'open' limit 1", id).fetch_optional(&mut *db).await?;
    match found {
        Some(found) if reader::may_read(db, who, found.article_id).await? => Ok(Some(found)),
        _ => Ok(None),
    }
}

/// Closes a report: nothing is wrong.
pub async fn close(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query!("update reports set state = 'closed' where id = ?", id).execute(db).await?;
    Ok(())
}

/// Puts a quote right, has the cards that were sent of its article edited, and notes it for the next digests. Returns
/// false when the article has the quote no more.
pub async fn fix(db: &mut Db, report: &Report, fix: &Fix, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    let (speaker, hidden) = match fix {
        Fix::Speaker(name) => (name.as_deref(), false),
        Fix::Hide => (None, true),
    };
    let changed = if hidden {
        sqlx::query!("delete from quotes where article_id = ? and text = ?", report.article_id, report.quote)
            .execute(&mut *db)
            .await?
            .rows_affected()
    } else {
        rename(db, report, speaker).await?
    };
    sqlx::query!(
        "update reports set state = 'fixed' where article_id = ? and quote = ? and state = 'open'",
        report.article_id,
        report.quote
    )
    .execute(&mut *db)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "insert into corrections (article_id, quote, was, rule, confidence, speaker, hidden, made_at)
         values (?, ?, ?, ?, ?, ?, ?, ?)",
        report.article_id,
        report.quote,
        report.speaker,
        report.rule,
        report.confidence,
        speaker,
        hidden,
        at
    )
    .execute(&mut *db)
    .await?;
    // a new version, so that each card is edited once more
    sqlx::query!("update articles set version = version + 1 where id = ?", report.article_id)
        .execute(&mut *db)
        .await?;
    let feed =
        sqlx::query_scalar!("select min(feed_id) from arrivals where article_id = ?", report.article_id);
    let feed = feed.fetch_one(&mut *db).await?;
    let any = sqlx::query_scalar!("select min(id) from feeds");
    let feed = match feed {
        Some(feed) => Some(feed),
        None => any.fetch_one(&mut *db).await?,
    };
    if let Some(feed) = feed {
        fanouts::begin(db, (feed, Some(report.article_id)), (fanouts::Kind::Edits, 0), now).await?;
    }
    Ok(true)
}

async fn rename(db: &mut Db, report: &Report, speaker: Option<&str>) -> Result<u64> {
    let id = match speaker {
        Some(name) => Some(speakers::find_or_add(db, name).await?),
        None => None,
    };
    // counts of quotes are kept by triggers on rows that come and go
    sqlx::query!(
        "update speakers set quotes = quotes - (
             select count(*) from quotes as q
             where q.article_id = ?1 and q.text = ?2 and q.speaker_id = speakers.id and q.is_private = 0)
         where id in (select speaker_id from quotes where article_id = ?1 and text = ?2)",
        report.article_id,
        report.quote
    )
    .execute(&mut *db)
    .await?;
    // door: to write it
    let role = sqlx::query_scalar!(
        "select speaker_role from quotes where article_id = ? and speaker_name = ? and speaker_role is not null limit 1",
        report.article_id,
        speaker
    );
    let role = role.fetch_optional(&mut *db).await?.flatten();
    let changed = sqlx::query!(
        "update quotes set speaker_id = ?1, speaker_name = ?2, speaker_role = ?3, mention = null, mention_start = null,
                           mention_end = null, confidence = 1.0, rule = 'corrected'
         where article_id = ?4 and text = ?5",
        id,
        speaker,
        role,
        report.article_id,
        report.quote
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    let count = i64::try_from(changed).unwrap_or_default();
    let count = if reader::is_private(&mut *db, report.article_id).await? { 0 } else { count };
    sqlx::query!("update speakers set quotes = quotes + ?1 where id = ?2", count, id).execute(db).await?;
    Ok(changed)
}

/// Puts what an operator put right into the quotes of a new version of an article.
pub(in crate::store) async fn again(db: &mut Db, article: i64) -> Result<()> {
    let all = corrections::of_article(db, article).await?;
    for one in all {
        if one.hidden {
            sqlx::query!("delete from quotes where article_id = ? and text = ?", article, one.quote)
                .execute(&mut *db)
                .await?;
            continue;
        }
        let report = Report {
            id: 0,
            article_id: article,
            headline: String::new(),
            url: None,
            quote: one.quote,
            speaker: one.was,
            rule: one.rule,
            confidence: one.confidence,
            what: What::Speaker,
            times: 1,
        };
        rename(db, &report, one.speaker.as_deref()).await?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "reports_tests.rs"]
mod tests;
