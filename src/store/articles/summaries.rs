//! Summaries a language model made of stored articles, one a language, each bound to the text it was checked against.

use chrono::{DateTime, Utc};

use crate::brief::Method;
use crate::text::Language;

use crate::store::{Db, Result, as_word, from_json, to_json, word};

/// A summary as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Language of its sentences.
    pub language: Language,
    /// [`Method::Llm`] or [`Method::Translated`].
    pub method: Method,
    /// Name of the model.
    pub model: String,
    /// Version of the prompt.
    pub prompt_version: String,
    /// The sentences, each of which passed every check.
    pub sentences: Vec<String>,
    /// The model's choice of quotes and speakers by number, as JSON.
    pub choices: String,
    /// Translations of quotes that passed every check, by the first byte of the quote.
    pub quotes: Vec<(usize, String)>,
}

/// Stores a summary of the article whose text has this hash, in the place of an older one in its language; one of another
/// text than the article has is not stored.
pub async fn put(
    db: &mut Db,
    article_id: i64,
    content_hash: &[u8],
    summary: &Summary,
    now: DateTime<Utc>,
) -> Result<()> {
    let (language, method) = (as_word(&summary.language)?, as_word(&summary.method)?);
    let (sentences, quotes) = (to_json(&summary.sentences)?, to_json(&summary.quotes)?);
    let at = now.timestamp();
    sqlx::query!(
        "insert into summaries (article_id, language, content_hash, method, model, prompt_version, sentences, choices,
                                quotes, made_at)
         select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
         where exists (select 1 from articles where id = ?1 and content_hash = ?3)
         on conflict (article_id, language) do update set
             content_hash = excluded.content_hash, method = excluded.method, model = excluded.model,
             prompt_version = excluded.prompt_version, sentences = excluded.sentences, choices = excluded.choices,
             quotes = excluded.quotes, made_at = excluded.made_at",
        article_id,
        language,
        content_hash,
        method,
        summary.model,
        summary.prompt_version,
        sentences,
        summary.choices,
        quotes,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Reads the summary of an article in a language, if there is one of the text as it is now.
pub async fn get(db: &mut Db, article_id: i64, language: Language) -> Result<Option<Summary>> {
    let code = as_word(&language)?;
    // door: asked by whoever read the article
    let row = sqlx::query!(
        "select s.method, s.model, s.prompt_version, s.sentences, s.choices, s.quotes
         from summaries as s join articles as a on a.id = s.article_id and a.content_hash = s.content_hash
         where s.article_id = ? and s.language = ?",
        article_id,
        code
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Summary {
        language,
        method: word(&row.method)?,
        model: row.model,
        prompt_version: row.prompt_version,
        sentences: from_json(&row.sentences)?,
        choices: row.choices,
        quotes: from_json(&row.quotes)?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::brief::Brief;
    use crate::store::articles::{self, New, TextFrom, content_hash};
    use crate::store::tests::{noon, scratch};

    fn new<'a>(article: &'a Article, brief: &'a Brief) -> New<'a> {
        New { article, brief, text_from: TextFrom::Page }
    }

    #[tokio::test]
    async fn a_summary_counts_only_for_the_text_it_was_made_of() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let mut article = Article {
            url: Some("https://example.org/1".into()),
            text: "Port Hale reopened on Monday.".into(),
            ..Article::default()
        };
        let brief = Brief::default();
        let saved = articles::save(&mut db, &new(&article, &brief), noon()).await.unwrap();
        let mut summary = Summary {
            language: Language::coded("en"),
            method: Method::Llm,
            model: "tiny-1".into(),
            prompt_version: "summary/1".into(),
            sentences: vec!["Port Hale reopened.".into()],
            choices: "{}".into(),
            quotes: vec![(3, "Слова".into())],
        };
        put(&mut db, saved.id, &content_hash(&article), &summary, noon()).await.unwrap();
        assert_eq!(get(&mut db, saved.id, Language::coded("en")).await.unwrap(), Some(summary.clone()));
        assert_eq!(get(&mut db, saved.id, Language::coded("ru")).await.unwrap(), None);
        summary.model = "tiny-2".into();
        put(&mut db, saved.id, &content_hash(&article), &summary, noon()).await.unwrap();
        assert_eq!(get(&mut db, saved.id, Language::coded("en")).await.unwrap(), Some(summary));

        let other = Summary {
            model: "tiny-3".into(),
            ..get(&mut db, saved.id, Language::coded("en")).await.unwrap().unwrap()
        };
        put(&mut db, saved.id, b"another text", &other, noon()).await.unwrap();
        assert_ne!(get(&mut db, saved.id, Language::coded("en")).await.unwrap(), Some(other));

        article.text.push_str(" It closed again.");
        articles::save(&mut db, &new(&article, &brief), noon()).await.unwrap();
        assert_eq!(get(&mut db, saved.id, Language::coded("en")).await.unwrap(), None);
    }
}
