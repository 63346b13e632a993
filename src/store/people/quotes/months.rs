//! In which months a person was quoted.

use super::search::WORDS_LOOKED_FOR_IN;
use crate::store::people::spellings;
use crate::store::{Db, Reader, Result, to_json};

/// The months in which a person was quoted, the newest first, with how many quotes, at most `limit`. Of a person with very
/// many quotes the newest are looked at. Months are those of UTC.
pub async fn months(db: &mut Db, who: Reader, person: i64, limit: i64) -> Result<Vec<(String, i64)>> {
    let reader = who.number();
    let people = to_json(&spellings::members(db, &[person]).await?)?;
    let rows = sqlx::query!(
        r#"with said as materialized (
               select q.said_at from quotes as q where q.speaker_id in (select value from json_each(?1))
                   and (q.is_private = 0 or ?4 is null
                        or exists (select 1 from readers as v
                                   where v.article_id = q.article_id and v.chat_id = ?4))
               order by q.said_at desc limit ?3)
           select strftime('%Y-%m', said_at, 'unixepoch') as "month!: String", count(*) as "n!: i64"
           from said group by 1 order by 1 desc limit ?2"#,
        people,
        limit,
        WORDS_LOOKED_FOR_IN,
        reader
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.month, row.n)).collect())
}
