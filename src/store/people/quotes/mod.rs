//! Quotes: who said what, in which article, at which bytes.

use chrono::{DateTime, Utc};

use crate::brief::{Kind, Quote, Speaker};
use crate::text::{Language, Span};

use crate::store::people::speakers;
use crate::store::{Db, Reader, Result, full_text, to_json};

mod months;
mod search;

pub use months::months;
pub use search::{Wanted, find};

/// A quote found by a search, with the article it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Row number.
    pub id: i64,
    /// The words.
    pub text: String,
    /// A whole statement or a fragment.
    pub kind: Kind,
    /// Number of the speaker, when named.
    pub speaker_id: Option<i64>,
    /// Full name.
    pub speaker_name: Option<String>,
    /// Office or description.
    pub speaker_role: Option<String>,
    /// The article's words for the speaker.
    pub mention: Option<String>,
    /// Who said it first.
    pub quoted_from: Option<String>,
    /// The article.
    pub article_id: i64,
    /// Its address.
    pub url: Option<String>,
    /// Its outlet.
    pub site: Option<String>,
    /// Its host.
    pub host: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// When the article was published, or else first seen.
    pub said_at: DateTime<Utc>,
    /// How many other articles have the same words of the same speaker, where they were asked for once.
    pub others: i64,
}

/// Reads the newest quotes with a number below `before` that are for the reader, at most `limit`, for whoever reads all of
/// them.
pub async fn newest(db: &mut Db, who: Reader, before: i64, limit: i64) -> Result<Vec<Found>> {
    let reader = who.number();
    let ids = sqlx::query_scalar!(
        "select q.id from quotes as q where q.id < ?1
             and (q.is_private = 0 or ?3 is null
                  or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?3))
         order by q.id desc limit ?2",
        before,
        limit,
        reader
    )
    .fetch_all(&mut *db)
    .await?;
    by_ids(db, &ids).await
}

/// The first `limit` quotes of an article in the order of its text, if it is for the reader.
pub async fn found_in(db: &mut Db, who: Reader, article_id: i64, limit: i64) -> Result<Vec<Found>> {
    let reader = who.number();
    let ids = sqlx::query_scalar!(
        r#"select q.id as "id!: i64" from quotes as q where q.article_id = ?1
             and (q.is_private = 0 or ?3 is null
                  or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?3))
           order by q.start_byte, q.end_byte limit ?2"#,
        article_id,
        limit,
        reader
    )
    .fetch_all(&mut *db)
    .await?;
    by_ids(db, &ids).await
}

/// Reads one quote, if it is for the reader.
pub async fn get(db: &mut Db, who: Reader, id: i64) -> Result<Option<Found>> {
    let reader = who.number();
    let ids = sqlx::query_scalar!(
        "select q.id from quotes as q where q.id = ?1
             and (q.is_private = 0 or ?2 is null
                  or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?2))",
        id,
        reader
    )
    .fetch_all(&mut *db)
    .await?;
    Ok(by_ids(db, &ids).await?.pop())
}

/// The quotes of an article in the order of its text.
pub(in crate::store) async fn of_article(db: &mut Db, article_id: i64) -> Result<Vec<Quote>> {
    // door: asked by whoever read the article
    let rows = sqlx::query!(
        r#"select start_byte, end_byte, text, kind, speaker_name, speaker_role, mention, mention_start, mention_end,
                  quoted_from, confidence, rule, key_rank
           from quotes where article_id = ? order by start_byte, end_byte"#,
        article_id
    )
    .fetch_all(db)
    .await?;
    let quotes = rows.into_iter().map(|row| {
        let mentioned_at = row.mention_start.zip(row.mention_end).map(|(start, end)| span(start, end));
        let nobody = row.speaker_name.is_none() && row.speaker_role.is_none() && row.mention.is_none();
        let speaker = Speaker {
            name: row.speaker_name,
            role: row.speaker_role,
            mention: row.mention,
            span: mentioned_at,
        };
        Quote {
            span: span(row.start_byte, row.end_byte),
            text: row.text,
            kind: kind(&row.kind),
            speaker: if nobody { None } else { Some(speaker) },
            quoted_from: row.quoted_from,
            via: None,
            confidence: row.confidence as f32,
            rule: row.rule,
            key: row.key_rank.map(|rank| rank as u32),
        }
    });
    Ok(quotes.collect())
}

/// Replaces the quotes of an article in this language.
pub(in crate::store) async fn replace(
    db: &mut Db,
    article_id: i64,
    (quotes, language, is_private): (&[Quote], Language, bool),
    said_at: i64,
) -> Result<()> {
    sqlx::query!("delete from quotes where article_id = ?", article_id).execute(&mut *db).await?;
    for quote in quotes {
        if let Some(id) = add(db, article_id, quote, (said_at, is_private)).await? {
            full_text::quote(db, id, &quote.text, language).await?;
        }
    }
    Ok(())
}

/// Adds a quote and returns its number; `None` when its place in the article has one already.
async fn add(
    db: &mut Db,
    article_id: i64,
    quote: &Quote,
    (said_at, is_private): (i64, bool),
) -> Result<Option<i64>> {
    let speaker = quote.speaker.as_ref();
    let name = speaker.and_then(|speaker| speaker.name.as_deref());
    let speaker_id = match name {
        Some(name) => Some(speakers::find_or_add(db, name).await?),
        None => None,
    };
    let role = speaker.and_then(|speaker| speaker.role.as_deref());
    let mention = speaker.and_then(|speaker| speaker.mention.as_deref());
    let at = speaker.and_then(|speaker| speaker.span);
    let (mention_start, mention_end) = (at.map(|at| at.start as i64), at.map(|at| at.end as i64));
    let (start, end) = (quote.span.start as i64, quote.span.end as i64);
    let kind = match quote.kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
    };
    let rank = quote.key.map(i64::from);
    sqlx::query_scalar!(
        r#"insert into quotes (article_id, start_byte, end_byte, text, kind, speaker_id, speaker_name, speaker_role,
                             mention, mention_start, mention_end, quoted_from, confidence, rule, key_rank, said_at, is_private)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         on conflict (article_id, start_byte, end_byte) do nothing returning id as "id!: i64""#,
        article_id,
        start,
        end,
        quote.text,
        kind,
        speaker_id,
        name,
        role,
        mention,
        mention_start,
        mention_end,
        quote.quoted_from,
        quote.confidence,
        quote.rule,
        rank,
        said_at,
        is_private
    )
    .fetch_optional(db)
    .await
}

/// Reads the quotes of these numbers, in their order.
async fn by_ids(db: &mut Db, ids: &[i64]) -> Result<Vec<Found>> {
    let list = to_json(&ids)?;
    // door: asked by whoever found the numbers
    let rows = sqlx::query!(
        r#"select q.id, q.text, q.kind, q.speaker_id, q.speaker_name, q.speaker_role, q.mention, q.quoted_from,
                  q.article_id, q.said_at as "said_at: DateTime<Utc>", a.url, a.site, a.host, a.title
           from json_each(?) as wanted join quotes as q on q.id = wanted.value
           join articles as a on a.id = q.article_id order by wanted.key"#,
        list
    )
    .fetch_all(db)
    .await?;
    let found = rows.into_iter().map(|row| Found {
        id: row.id,
        text: row.text,
        kind: kind(&row.kind),
        speaker_id: row.speaker_id,
        speaker_name: row.speaker_name,
        speaker_role: row.speaker_role,
        mention: row.mention,
        quoted_from: row.quoted_from,
        article_id: row.article_id,
        url: row.url,
        site: row.site,
        host: row.host,
        title: row.title,
        said_at: row.said_at,
        others: 0,
    });
    Ok(found.collect())
}

fn kind(word: &str) -> Kind {
    if word == "mixed" { Kind::Mixed } else { Kind::Direct }
}

fn span(start: i64, end: i64) -> Span {
    Span::new(usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0))
}

#[cfg(test)]
mod tests;
