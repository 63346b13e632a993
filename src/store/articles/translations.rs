//! Translations of an article's quotes, one set a language, each bound to the text it was made of.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, as_word, from_json, to_json};
use crate::text::Language;
use crate::view::Translations;

/// Stores what was made of the quotes of the article whose text has this hash, in the place of what was there.
pub async fn put(
    db: &mut Db,
    (article_id, content_hash): (i64, &[u8]),
    (language, made): (Language, &Translations),
    now: DateTime<Utc>,
) -> Result<()> {
    let (code, quotes, at) = (as_word(&language)?, to_json(made)?, now.timestamp());
    sqlx::query!(
        "insert into translations (article_id, language, content_hash, quotes, made_at)
         select ?1, ?2, ?3, ?4, ?5 where exists (select 1 from articles where id = ?1 and content_hash = ?3)
         on conflict (article_id, language) do update set
             content_hash = excluded.content_hash, quotes = excluded.quotes, made_at = excluded.made_at",
        article_id,
        code,
        content_hash,
        quotes,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What was made of an article's quotes in a language, if it was made of the text as it is now.
pub async fn get(db: &mut Db, article_id: i64, language: Language) -> Result<Option<Translations>> {
    let code = as_word(&language)?;
    // door: asked by whoever read the article
    let quotes = sqlx::query_scalar!(
        "select t.quotes from translations as t
         join articles as a on a.id = t.article_id and a.content_hash = t.content_hash
         where t.article_id = ? and t.language = ?",
        article_id,
        code
    )
    .fetch_optional(db)
    .await?;
    quotes.map(|quotes| from_json(&quotes)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::brief::Brief;
    use crate::store::articles::{self, New, TextFrom, content_hash};
    use crate::store::tests::{noon, scratch};
    use crate::view::Translation;

    #[tokio::test]
    async fn translations_count_only_for_the_text_they_were_made_of() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let mut article = Article {
            url: Some("https://example.org/1".into()),
            text: "«A ponte fica aberta», disse.".into(),
            ..Article::default()
        };
        let brief = Brief::default();
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
        let saved = articles::save(&mut db, &new, noon()).await.unwrap();
        let mut made = Translations::default();
        let words = Some("The bridge stays open".to_owned());
        made.put("A ponte fica aberta".into(), Translation { words, model: "tiny".into() });
        let (en, ru) = (Language::coded("en"), Language::coded("ru"));
        put(&mut db, (saved.id, &content_hash(&article)), (en, &made), noon()).await.unwrap();
        assert_eq!(get(&mut db, saved.id, en).await.unwrap(), Some(made.clone()));
        assert_eq!(get(&mut db, saved.id, ru).await.unwrap(), None);
        put(&mut db, (saved.id, b"another text"), (ru, &made), noon()).await.unwrap();
        assert_eq!(get(&mut db, saved.id, ru).await.unwrap(), None);
        article.text.push_str(" E saiu.");
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
        articles::save(&mut db, &new, noon()).await.unwrap();
        assert_eq!(get(&mut db, saved.id, en).await.unwrap(), None);
    }
}
