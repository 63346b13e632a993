//! The index of stems: written beside each article and quote, and behind the running program for older ones.

use super::stems;
use crate::store::{Db, Result, word};
use crate::text::Language;

/// Notes the stems of an article, over those of an earlier version.
pub(in crate::store) async fn article(
    db: &mut Db,
    id: i64,
    (title, dek, text): (Option<&str>, Option<&str>, &str),
    language: Language,
) -> Result<()> {
    let stems = |words: Option<&str>| stems::of_text(words.unwrap_or_default(), language);
    let (title, dek, text) = (stems(title), stems(dek), stems(Some(text)));
    sqlx::query!(
        "insert or replace into articles_stems_found (rowid, title, dek, text) values (?, ?, ?, ?)",
        id,
        title,
        dek,
        text
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes the stems of a quote.
pub(in crate::store) async fn quote(db: &mut Db, id: i64, text: &str, language: Language) -> Result<()> {
    let text = stems::of_text(text, language);
    sqlx::query!("insert or replace into quotes_stems_found (rowid, text) values (?, ?)", id, text)
        .execute(db)
        .await?;
    Ok(())
}

/// The number below which articles have no stems yet; 0 when all have.
pub(in crate::store) async fn before(db: &mut Db) -> Result<i64> {
    let before = sqlx::query_scalar!("select before from stems_wanted where only_row = 1");
    Ok(before.fetch_optional(db).await?.unwrap_or_default())
}

/// Notes the stems of the newest `most` articles that have none, and of their quotes; returns whether there may be more.
/// To be called in transactions of its own until there are none, so that nobody waits long for the writer.
pub async fn rebuild(db: &mut Db, most: i64) -> Result<bool> {
    let before = before(db).await?;
    if before == 0 {
        return Ok(false);
    }
    // door: an index is written, nobody reads
    let rows = sqlx::query!(
        "select id, title, dek, text, language from articles where id < ? order by id desc limit ?",
        before,
        most
    )
    .fetch_all(&mut *db)
    .await?;
    let Some(last) = rows.last().map(|row| row.id) else {
        sqlx::query!("delete from stems_wanted where only_row = 1").execute(db).await?;
        return Ok(false);
    };
    for row in rows {
        let language = word::<Language>(&row.language)?;
        article(db, row.id, (row.title.as_deref(), row.dek.as_deref(), &row.text), language).await?;
        // door: an index is written, nobody reads
        let quotes = sqlx::query!("select id, text from quotes where article_id = ?", row.id);
        for one in quotes.fetch_all(&mut *db).await? {
            quote(db, one.id, &one.text, language).await?;
        }
    }
    sqlx::query!("update stems_wanted set before = ? where only_row = 1", last).execute(db).await?;
    Ok(true)
}
