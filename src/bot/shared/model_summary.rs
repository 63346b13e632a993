//! A model's summary for whoever asks: the stored one, or else one written while they wait, not long; and translations of
//! quotes, which need no network.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::article::Article;
use crate::bot::Session;
use crate::editor::{Edited, shown, translated};
use crate::store::articles::summaries::{self, Summary};
use crate::store::articles::translations;
use crate::store::{Db, articles};
use crate::text::Language;
use crate::view::Translations;

/// Longest wait of somebody who asks.
const PATIENCE: Duration = Duration::from_secs(25);

/// The language of a model's summary of an article, where the asking chat wants one and there is a model.
pub(crate) fn wanted(session: &Session<'_>, article: &Article) -> Option<Language> {
    shown::wanted(session.chat.summary_method, Some(session.options.locale.code()), article)
}

/// How long a model is waited for now.
pub(crate) fn patience(session: &Session<'_>) -> Duration {
    session.context.editor.writer().map_or(Duration::ZERO, |writer| writer.timeout().min(PATIENCE))
}

/// What the model makes of an article just opened, for this chat.
pub(crate) async fn of_edited(session: &Session<'_>, edited: &Edited) -> Vec<Summary> {
    let languages: Vec<Language> = wanted(session, &edited.article).into_iter().collect();
    let briefed = (&edited.article, &edited.brief);
    session.context.editor.summaries(briefed, &languages, patience(session)).await
}

/// Has the models write of a stored article what this chat wants and is not there yet. Everything is made before anything
/// is written: the program has one writer.
pub(crate) async fn complete(session: &mut Session<'_>, id: i64) -> anyhow::Result<()> {
    let Some((edited, lacks)) = lacking(session, id).await? else { return Ok(()) };
    let written = if lacks.summary { of_edited(session, &edited).await } else { Vec::new() };
    let made = if lacks.translations { translated_of(session, &edited).await } else { None };
    if !written.is_empty() || made.is_some() {
        let (now, article) = (session.now, &edited.article);
        keep(session.write().await?, id, article, &written, now).await?;
        keep_translated(session.write().await?, id, article, made, now).await?;
    }
    Ok(())
}

/// What a stored article lacks for a chat.
struct Lacks {
    summary: bool,
    translations: bool,
}

/// A stored article that lacks something for this chat which a model could make.
async fn lacking(session: &Session<'_>, id: i64) -> anyhow::Result<Option<(Edited, Lacks)>> {
    let (editor, reads) = (&session.context.editor, session.reads());
    if editor.writer().is_none() && (reads.is_empty() || editor.translator().is_none()) {
        return Ok(None);
    }
    let mut read = session.read().await?;
    let Some(stored) = articles::get(&mut read, session.reader(), id).await? else { return Ok(None) };
    let language = wanted(session, &stored.article).filter(|_| editor.writer().is_some());
    let summary = match language {
        Some(language) => summaries::get(&mut read, id, language).await?.is_none(),
        None => false,
    };
    let translations = shown::translations(&mut read, &stored, &reads).await?.is_empty();
    let edited = Edited {
        article: stored.article,
        brief: stored.brief,
        opened: None,
        is_private: false,
        is_announced: false,
    };
    Ok((summary || translations).then_some((edited, Lacks { summary, translations })))
}

/// Stores what a model has written of an article.
pub(crate) async fn keep(
    db: &mut Db,
    id: i64,
    article: &Article,
    written: &[Summary],
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    for summary in written {
        summaries::put(db, id, &articles::content_hash(article), summary, now).await?;
    }
    Ok(())
}

/// Translations into a language.
pub(crate) type Made = (Language, Translations);

/// What is made of the quotes of an article just opened, for this chat.
pub(crate) async fn translated_of(session: &Session<'_>, edited: &Edited) -> Option<Made> {
    let translator = session.context.editor.translator()?;
    translated::of_article(translator, &session.reads(), &edited.article, &edited.brief).await
}

/// Stores what was made of an article's quotes.
pub(crate) async fn keep_translated(
    db: &mut Db,
    id: i64,
    article: &Article,
    made: Option<Made>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let Some((language, made)) = made else { return Ok(()) };
    Ok(translations::put(db, (id, &articles::content_hash(article)), (language, &made), now).await?)
}
