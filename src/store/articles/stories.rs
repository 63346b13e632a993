//! Stories: which stored articles report one event.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// A story as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Row number; what a deep link `st_<id>` carries.
    pub id: i64,
    /// Headline of its most central article.
    pub headline: String,
    /// That article.
    pub central_article: Option<i64>,
    /// When its first article was published or seen.
    pub first_seen_at: DateTime<Utc>,
    /// When its last one was.
    pub last_seen_at: DateTime<Utc>,
    /// How many articles it has.
    pub articles: i64,
}

/// An article of the days in which stories are still open.
#[derive(Debug, Clone, PartialEq)]
pub struct Recent {
    /// The article.
    pub article_id: i64,
    /// Its story, when placed.
    pub story_id: Option<i64>,
    /// Headline.
    pub title: Option<String>,
    /// The beginning of its text, 1,500 characters.
    pub text: String,
    /// Language tag.
    pub language: String,
    /// When it was published, or else first seen.
    pub at: DateTime<Utc>,
    /// The arrival it was found by; 0 for one that has a story.
    pub arrival: i64,
}

/// A query for stories; the first argument says which.
macro_rules! stories {
    ($which:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Story,
            r#"select id as "id!: i64", headline as "headline!", central_article,
                      first_seen_at as "first_seen_at!: DateTime<Utc>", last_seen_at as "last_seen_at!: DateTime<Utc>",
                      (select count(*) from articles where story_id = stories.id) as "articles!: i64"
               from stories "# + $which,
            $($value),*
        )
    };
}

/// Reads placed articles that came by a feed, in the order they came: those since `since` with numbers above `after`, at
/// most `limit`.
pub async fn placed(db: &mut Db, since: DateTime<Utc>, after: i64, limit: i64) -> Result<Vec<Recent>> {
    let since = since.timestamp();
    // door: what has a story came openly
    sqlx::query_as!(
        Recent,
        r#"select id as "article_id!: i64", story_id, title, substr(text, 1, 1500) as "text!: String", language,
                  coalesce(published_at, first_seen_at) as "at!: DateTime<Utc>", 0 as "arrival!: i64"
           from articles
           where id > ?1 and story_id is not null and coalesce(published_at, first_seen_at) >= ?2
             and exists (select 1 from arrivals where article_id = articles.id)
           order by id limit ?3"#,
        after,
        since,
        limit
    )
    .fetch_all(db)
    .await
}

/// The number before those of the `most` articles that came last.
pub async fn before_last(db: &mut Db, most: i64) -> Result<i64> {
    // door: a number only
    sqlx::query_scalar!(r#"select coalesce(max(id), 0) - ? as "id!: i64" from articles"#, most)
        .fetch_one(db)
        .await
}

/// Reads articles since `since` that came by a feed after arrival `after` and have no story yet, in the order they came,
/// at most `limit`. What came privately only is in no story: a story is everybody's.
pub async fn unplaced(db: &mut Db, since: DateTime<Utc>, after: i64, limit: i64) -> Result<Vec<Recent>> {
    let since = since.timestamp();
    sqlx::query_as!(
        Recent,
        r#"select a.id as "article_id!: i64", a.story_id, a.title, substr(a.text, 1, 1500) as "text!: String", a.language,
                  coalesce(a.published_at, a.first_seen_at) as "at!: DateTime<Utc>", r.id as "arrival!: i64"
           from arrivals as r join articles as a on a.id = r.article_id
           where r.id > ?1 and a.story_id is null and coalesce(a.published_at, a.first_seen_at) >= ?2
             and not exists (select 1 from private_articles as p where p.article_id = a.id)
           order by r.id limit ?3"#,
        after,
        since,
        limit
    )
    .fetch_all(db)
    .await
}

/// Begins a story with its first article; returns the story's number.
pub async fn begin(db: &mut Db, article_id: i64, headline: &str, at: DateTime<Utc>) -> Result<i64> {
    let at = at.timestamp();
    let id = sqlx::query_scalar!(
        r#"insert into stories (headline, central_article, first_seen_at, last_seen_at) values (?1, ?2, ?3, ?3)
           returning id as "id!: i64""#,
        headline,
        article_id,
        at
    )
    .fetch_one(&mut *db)
    .await?;
    put(db, article_id, id, None, "first").await?;
    Ok(id)
}

/// Adds an article to a story, with the score that put it there.
pub async fn join(db: &mut Db, article_id: i64, story_id: i64, score: f64, at: DateTime<Utc>) -> Result<()> {
    let at = at.timestamp();
    put(db, article_id, story_id, Some(score), "alike").await?;
    sqlx::query!(
        "update stories set first_seen_at = min(first_seen_at, ?1), last_seen_at = max(last_seen_at, ?1) where id = ?2",
        at,
        story_id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Moves an article to another story, for a reason that is kept.
pub async fn move_article(db: &mut Db, article_id: i64, story_id: i64, reason: &str) -> Result<()> {
    put(db, article_id, story_id, None, reason).await
}

/// Names the article whose headline stands for the story.
pub async fn set_central(db: &mut Db, story_id: i64, article_id: i64, headline: &str) -> Result<()> {
    sqlx::query!(
        "update stories set central_article = ?1, headline = ?2 where id = ?3",
        article_id,
        headline,
        story_id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Reads one story.
pub async fn get(db: &mut Db, id: i64) -> Result<Option<Story>> {
    // door: a story holds only what came openly
    stories!("where id = ?", id).fetch_optional(db).await
}

/// The newest stories, newest first.
pub async fn newest(db: &mut Db, limit: i64) -> Result<Vec<Story>> {
    // scan: by the index, as far as wanted; door: a story holds only what came openly
    stories!("order by last_seen_at desc, id desc limit ?", limit).fetch_all(db).await
}

/// The articles of a story that came last, the newest first, at most `limit`.
pub async fn newest_articles(db: &mut Db, story_id: i64, limit: i64) -> Result<Vec<i64>> {
    // door: what has a story came openly
    sqlx::query_scalar!(
        r#"select id as "id!: i64" from (select id, coalesce(published_at, first_seen_at) as at from articles
                                         where story_id = ?1 order by id desc limit ?2)
           order by at desc, id desc"#,
        story_id,
        limit
    )
    .fetch_all(db)
    .await
}

async fn put(db: &mut Db, article_id: i64, story_id: i64, score: Option<f64>, reason: &str) -> Result<()> {
    sqlx::query!(
        "update articles set story_id = ?1, story_score = ?2, story_reason = ?3 where id = ?4",
        story_id,
        score,
        reason,
        article_id
    )
    .execute(db)
    .await?;
    Ok(())
}
