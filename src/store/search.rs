//! Full-text search of stored articles.

use chrono::{DateTime, Utc};

use super::{Db, Result};

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

/// Turns what a person typed into an FTS5 expression: every word must appear, longer ones also as a beginning.
///
/// `None` when there is no word in it. Nothing typed is ever read as FTS5 syntax.
#[must_use]
pub fn expression(typed: &str) -> Option<String> {
    /// From this many letters on a word also finds its longer forms (`sanction` finds `sanctions`).
    const LONG: usize = 3;
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| if word.chars().count() >= LONG { format!("\"{word}\"*") } else { format!("\"{word}\"") })
        .take(16)
        .collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

/// Finds articles that hold every word typed, best match first: `limit` after the first `offset`, and how many in all.
///
/// `since`: not published before it. A word in the headline weighs eight times one in the text.
///
/// # Errors
/// SQLite's.
pub async fn articles(
    db: &mut Db,
    typed: &str,
    since: Option<DateTime<Utc>>,
    limit: i64,
    offset: i64,
) -> Result<(i64, Vec<Hit>)> {
    let Some(expression) = expression(typed) else { return Ok((0, Vec::new())) };
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

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn typed_words_are_never_syntax() {
        let table = [
            ("", None),
            (" *\"() ", None),
            ("iran deal", Some(r#""iran"* "deal"*"#)),
            ("EU", Some(r#""EU""#)),
            ("title: NEAR(a b)", Some(r#""title"* "NEAR"* "a" "b""#)),
            ("санкции", Some(r#""санкции"*"#)),
        ];
        for (typed, wanted) in table {
            assert_eq!(expression(typed).as_deref(), wanted, "{typed}");
        }
    }
}
