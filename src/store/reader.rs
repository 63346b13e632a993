//! Who reads, and what is not for everybody.
//!
//! Articles that came by a private feed only ([`feed::secret`](crate::feed::secret)) are for the chats that follow it. Every
//! statement that reads articles or quotes over chats asks who reads; `tests::doors` refuses one that does not.

use std::collections::HashSet;

use crate::feed::secret;
use crate::source;
use crate::store::{Db, Result, to_json};

/// Who reads what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Reader {
    /// The program itself, or whoever runs it at the terminal: everything.
    Itself,
    /// Anybody, anywhere: what came openly.
    #[default]
    Anybody,
    /// A chat: that, and what came by private feeds it follows.
    Chat(i64),
}

impl Reader {
    /// What statements ask by: null for everything, a chat's number, or 0, which no chat has.
    pub(in crate::store) fn number(self) -> Option<i64> {
        match self {
            Self::Itself => None,
            Self::Anybody => Some(0),
            Self::Chat(id) => Some(id),
        }
    }
}

/// Whether the article is for the reader.
pub async fn may_read(db: &mut Db, reader: Reader, article: i64) -> Result<bool> {
    Ok(!of(db, reader, &[article]).await?.is_empty())
}

/// Those of the articles that are for the reader, in their order; numbers of articles that are stored no more stay.
pub async fn of(db: &mut Db, reader: Reader, articles: &[i64]) -> Result<Vec<i64>> {
    let (list, chat) = (to_json(&articles)?, reader.number());
    let hidden = sqlx::query_scalar!(
        r#"select p.article_id as "id!: i64" from json_each(?1) as wanted
           join private_articles as p on p.article_id = wanted.value
           where ?2 is not null and not exists (select 1 from readers as v
                                                where v.article_id = p.article_id and v.chat_id = ?2)"#,
        list,
        chat
    );
    let hidden: HashSet<i64> = hidden.fetch_all(db).await?.into_iter().collect();
    Ok(articles.iter().copied().filter(|id| !hidden.contains(id)).collect())
}

/// Whether the article came privately only.
pub async fn is_private(db: &mut Db, article: i64) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from private_articles where article_id = ?) as "private!: bool""#,
        article
    )
    .fetch_one(db)
    .await
}

/// Makes a new article one that came privately only.
pub(in crate::store) async fn close(db: &mut Db, article: i64) -> Result<()> {
    sqlx::query!("insert into private_articles (article_id) values (?) on conflict do nothing", article)
        .execute(db)
        .await?;
    Ok(())
}

/// Makes an article open to all: it came openly, too. An article that was open once stays so.
pub(in crate::store) async fn open(db: &mut Db, article: i64) -> Result<()> {
    let gone = sqlx::query!("delete from private_articles where article_id = ?", article);
    if gone.execute(&mut *db).await?.rows_affected() == 1 {
        sqlx::query!("update quotes set is_private = 0 where article_id = ? and is_private = 1", article)
            .execute(db)
            .await?;
    }
    Ok(())
}

/// Notes that a chat gave the article's address.
pub async fn given_by(db: &mut Db, article: i64, chat: i64) -> Result<()> {
    sqlx::query!(
        "insert into givers (article_id, chat_id)
         select a.id, c.id from articles as a join chats as c on c.id = ?2 where a.id = ?1
         on conflict do nothing",
        article,
        chat
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes that a chat gave the address of an open article nobody vouches for ([`strange`]); of all others nothing is kept, as
/// it would change nothing.
pub async fn asked_for(db: &mut Db, article: i64, chat: i64) -> Result<()> {
    let row = sqlx::query!(
        r#"select a.host, exists (select 1 from private_articles as p where p.article_id = a.id) as "private!: bool"
           from articles as a where a.id = ?"#,
        article
    );
    let row = row.fetch_optional(&mut *db).await?;
    if row.is_some_and(|row| !row.private && is_unknown(row.host.as_deref())) {
        given_by(db, article, chat).await?;
    }
    Ok(())
}

/// Whether no table knows the outlet of this host.
fn is_unknown(host: Option<&str>) -> bool {
    host.and_then(source::label).is_none()
}

/// Those of the articles that only others brought, of outlets in no table: anybody may have made such a page to have words
/// put into somebody's mouth, so what is known comes before them. To the program itself nothing is strange.
pub(in crate::store) async fn strange(db: &mut Db, who: Reader, articles: &[i64]) -> Result<HashSet<i64>> {
    let Some(chat) = who.number() else { return Ok(HashSet::new()) };
    let list = to_json(&articles)?;
    // door: among those that were asked for
    let rows = sqlx::query!(
        r#"select a.id as "id!: i64", a.host from json_each(?1) as wanted join articles as a on a.id = wanted.value
           where not exists (select 1 from readers as v where v.article_id = a.id and v.chat_id = ?2)"#,
        list,
        chat
    );
    let rows = rows.fetch_all(db).await?;
    Ok(rows.into_iter().filter(|row| is_unknown(row.host.as_deref())).map(|row| row.id).collect())
}

/// Looks at the feeds that older programs stored, and takes what came by private ones from everybody else.
pub(in crate::store) async fn settle(db: &mut Db) -> Result<()> {
    // scan: of the feeds of older programs, by an index of those alone
    let rows = sqlx::query!(r#"select id as "id!: i64", url from feeds where is_private is null"#);
    let rows = rows.fetch_all(&mut *db).await?;
    let mut any = false;
    for row in rows {
        let is_private = secret::is_private(&row.url);
        any |= is_private;
        sqlx::query!("update feeds set is_private = ? where id = ?", is_private, row.id)
            .execute(&mut *db)
            .await?;
    }
    if any { close_all(db).await } else { Ok(()) }
}

/// Closes the articles that came by private feeds only, with their quotes, and takes them out of stories.
async fn close_all(db: &mut Db) -> Result<()> {
    // scan: of the feeds, once after an older program
    sqlx::query!(
        "insert into private_articles (article_id)
         select distinct r.article_id from feeds as f join arrivals as r on r.feed_id = f.id
         where f.is_private = 1 and not exists (
             select 1 from arrivals as o join feeds as g on g.id = o.feed_id
             where o.article_id = r.article_id and g.is_private = 0)
         on conflict do nothing"
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update quotes set is_private = 1 where article_id in (select article_id from private_articles)"
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update articles set story_id = null, story_score = null, story_reason = null
         where id in (select article_id from private_articles)"
    )
    .execute(&mut *db)
    .await?;
    // scan: of stories, once after an older program
    sqlx::query!(
        "delete from stories where central_article in (select article_id from private_articles)
             and not exists (select 1 from articles where story_id = stories.id)"
    )
    .execute(&mut *db)
    .await?;
    // scan: of stories, once after an older program
    sqlx::query!(
        "update stories set central_article = first.id, headline = coalesce(first.title, '')
         from (select min(id) as id, story_id, title from articles where story_id is not null group by story_id) as first
         where first.story_id = stories.id
             and stories.central_article in (select article_id from private_articles)"
    )
    .execute(db)
    .await?;
    Ok(())
}

#[cfg(test)]
mod strange_tests;
#[cfg(test)]
mod tests;
