//! Persons and topics followed: a chat is told when one is quoted or appears.
//!
//! Of what is followed one word is noted, in each form an article can hold it, so that an article is compared with those it
//! may concern and not with all.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::store::people::speakers;
use crate::store::{Db, Result, to_json};
use crate::text::{Language, Span, stem, words};

/// What is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    /// A person, when quoted.
    Person,
    /// Words, when an article holds them all.
    Topic,
}

/// Something followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// What it is.
    pub kind: Kind,
    /// As written.
    pub words: String,
    /// Folded for comparing, as [`speakers::key`] does.
    pub words_key: String,
    /// Who asked for it.
    pub added_by: i64,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// What of an article is looked up among the words noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The folded words of the names of those it quotes.
    pub quoted: BTreeSet<String>,
    /// The folded stems of all its words.
    pub stems: BTreeSet<String>,
}

/// Rows of older programs whose words are noted at one time.
const NOTED_AT_ONCE: i64 = 2_000;

/// Adds a person or topic. Returns its number, and whether it is new.
///
/// # Errors
/// Also when the chat is not stored.
pub async fn add(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    (kind, words): (Kind, &str),
    added_by: i64,
    now: DateTime<Utc>,
) -> Result<(i64, bool)> {
    let (key, at, thread) = (speakers::key(words), now.timestamp(), thread.unwrap_or_default());
    let known = sqlx::query_scalar!(
        r#"select id as "id!: i64" from follows where chat_id = ? and thread = ? and kind = ? and words_key = ?"#,
        chat_id,
        thread,
        kind,
        key
    )
    .fetch_optional(&mut *db)
    .await?;
    if let Some(id) = known {
        return Ok((id, false));
    }
    let id = sqlx::query_scalar!(
        r#"insert into follows (chat_id, thread, kind, words, words_key, added_by, created_at, is_noted)
           values (?, ?, ?, ?, ?, ?, ?, 1) returning id as "id!: i64""#,
        chat_id,
        thread,
        kind,
        words,
        key,
        added_by,
        at
    )
    .fetch_one(&mut *db)
    .await?;
    note(db, id, (kind, words)).await?;
    Ok((id, true))
}

/// Notes the word by which something followed is found: its longest, in each form that articles are searched for.
async fn note(db: &mut Db, id: i64, (kind, words): (Kind, &str)) -> Result<()> {
    let forms = to_json(&forms(kind, words))?;
    sqlx::query!(
        "insert or ignore into follow_words (kind, word, follow_id) select ?, value, ? from json_each(?)",
        kind,
        id,
        forms
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The forms of the longest word: a name's as it is, a topic's stem in each language that has one.
fn forms(kind: Kind, followed: &str) -> BTreeSet<String> {
    if kind == Kind::Person {
        let key = speakers::key(followed);
        return longest(key.split(' ')).map(str::to_owned).into_iter().collect();
    }
    let spans: Vec<Span> = words(followed, Span::whole(followed)).collect();
    let word = longest(spans.iter().map(|span| span.of(followed)));
    let stems = |word: &str| Language::all().map(|language| speakers::key(&stem(word, language))).collect();
    word.map(stems).unwrap_or_default()
}

/// The longest of some words, the first of equals.
fn longest<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    words.filter(|word| !word.is_empty()).max_by_key(|word| (word.chars().count(), std::cmp::Reverse(*word)))
}

/// Lists what a chat follows, in the order it was added.
pub async fn list(db: &mut Db, chat_id: i64) -> Result<Vec<Follow>> {
    sqlx::query_as!(
        Follow,
        r#"select id, chat_id, thread, kind as "kind: Kind", words, words_key, added_by,
                  created_at as "created_at: DateTime<Utc>"
           from follows where chat_id = ? order by id"#,
        chat_id
    )
    .fetch_all(db)
    .await
}

/// Lists what active chats follow and an article with these words may concern, in the order it was added, after row
/// `after`, at most `limit`; also notes the words of what an older program stored.
pub async fn maybe_concerned(db: &mut Db, words: &Words, after: i64, limit: i64) -> Result<Vec<Follow>> {
    note_older(db).await?;
    let (quoted, stems) = (to_json(&words.quoted)?, to_json(&words.stems)?);
    sqlx::query_as!(
        Follow,
        r#"select f.id as "id!", f.chat_id as "chat_id!", f.thread as "thread!", f.kind as "kind!: Kind",
                  f.words as "words!", f.words_key as "words_key!", f.added_by as "added_by!",
                  f.created_at as "created_at!: DateTime<Utc>"
           from follows as f join chats as c on c.id = f.chat_id
           where c.state = 'active' and f.id > ?1
                 and f.id in (select follow_id from follow_words
                              where kind = 'person' and word in (select value from json_each(?2))
                              union
                              select follow_id from follow_words
                              where kind = 'topic' and word in (select value from json_each(?3)))
           order by f.id limit ?4"#,
        after,
        quoted,
        stems,
        limit
    )
    .fetch_all(db)
    .await
}

/// Notes the words of rows that an older program stored; does nothing once all are noted.
async fn note_older(db: &mut Db) -> Result<()> {
    loop {
        // scan: of rows of older programs, by an index of those alone
        let older = sqlx::query!(
            r#"select id as "id!", kind as "kind!: Kind", words as "words!" from follows where is_noted = 0 limit ?"#,
            NOTED_AT_ONCE
        );
        let older = older.fetch_all(&mut *db).await?;
        for one in &older {
            note(db, one.id, (one.kind, &one.words)).await?;
            sqlx::query!("update follows set is_noted = 1 where id = ?", one.id).execute(&mut *db).await?;
        }
        if older.is_empty() {
            return Ok(());
        }
    }
}

/// Ends following, by the row's number. Returns whether this chat had it.
pub async fn remove(db: &mut Db, chat_id: i64, id: i64) -> Result<bool> {
    let done =
        sqlx::query!("delete from follows where chat_id = ? and id = ?", chat_id, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

#[cfg(test)]
mod tests;
