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
    let written = of_stored(session, id).await?;
    let made = translated_of_stored(session, id).await?;
    let now = session.now;
    if let Some((article, written)) = written {
        keep(session.write().await?, id, &article, &written, now).await?;
    }
    if let Some((article, made)) = made {
        keep_translated(session.write().await?, id, &article, Some(made), now).await?;
    }
    Ok(())
}

/// What the model writes of a stored article, where this chat wants it and it is not there yet.
async fn of_stored(session: &Session<'_>, id: i64) -> anyhow::Result<Option<(Article, Vec<Summary>)>> {
    if session.context.editor.writer().is_none() {
        return Ok(None);
    }
    let stored = {
        let mut read = session.read().await?;
        let Some(stored) = articles::get(&mut read, session.reader(), id).await? else { return Ok(None) };
        let Some(language) = wanted(session, &stored.article) else { return Ok(None) };
        if summaries::get(&mut read, id, language).await?.is_some() {
            return Ok(None);
        }
        stored
    };
    let edited = Edited { article: stored.article, brief: stored.brief, opened: None, is_private: false };
    let written = of_edited(session, &edited).await;
    Ok((!written.is_empty()).then_some((edited.article, written)))
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

/// Translations of a stored article's quotes for this chat, where there are none yet.
async fn translated_of_stored(session: &Session<'_>, id: i64) -> anyhow::Result<Option<(Article, Made)>> {
    let reads = session.reads();
    if reads.is_empty() || session.context.editor.translator().is_none() {
        return Ok(None);
    }
    let stored = {
        let mut read = session.read().await?;
        let Some(stored) = articles::get(&mut read, session.reader(), id).await? else { return Ok(None) };
        if !shown::translations(&mut read, &stored, &reads).await?.is_empty() {
            return Ok(None);
        }
        stored
    };
    let edited = Edited { article: stored.article, brief: stored.brief, opened: None, is_private: false };
    let made = translated_of(session, &edited).await;
    Ok(made.map(|made| (edited.article, made)))
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
