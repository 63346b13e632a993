//! What a button or a deep link opens: public, stored news.

use super::{article_card, rows};
use crate::bot::{Reply, Session, What, send};
use crate::store::articles::stories;
use crate::store::{Db, articles};
use crate::view::{self, CitationForm, Rich};

/// An article's quotes as a cable has them, or the article in a form that programs read.
pub(crate) async fn cite(
    session: &Session<'_>,
    id: i64,
    form: Option<CitationForm>,
) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let Some(stored) = articles::get(&mut read, session.reader(), id).await? else {
        return Ok(session.says("article-gone", &[]));
    };
    let card = rows::card(&mut read, &stored, None, (None, &session.reads())).await?;
    Ok(send(match form {
        Some(form) => card.cited_as(form),
        None => card.citation(&session.options),
    }))
}

/// Articles shown of a story, the newest.
const STORY: i64 = 50;

/// The articles of a story, newest first; the card when it has one only.
pub(crate) async fn story(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let Some(story) = stories::get(&mut read, id).await? else {
        return Ok(session.says("article-gone", &[]));
    };
    let own = own_articles(session, &mut read).await?;
    let mut ids = stories::newest_articles(&mut read, id, STORY).await?;
    if ids.iter().any(|id| !own.contains(id)) {
        ids.retain(|id| !own.contains(id));
    }
    if let [only] = ids.as_slice() {
        let only = *only;
        drop(read);
        return article_card::card(session, only).await;
    }
    let lines: Vec<_> =
        articles::headings(&mut read, session.reader(), &ids).await?.iter().map(rows::list_line).collect();
    let head = Rich::new().bold(view::shortened(&story.headline, 200));
    Ok(send(view::articles(&head, &lines, &session.options)))
}

/// The article on whose card the button hangs that asks for others: it is read already.
async fn own_articles(session: &Session<'_>, db: &mut Db) -> anyhow::Result<Vec<i64>> {
    let What::Press { links, .. } = &session.request.what else { return Ok(Vec::new()) };
    // the last link of a card leads to its article, at the words of a quote
    let Some(page) = links.last().and_then(|link| link.split(":~:").next()) else { return Ok(Vec::new()) };
    let page = page.trim_end_matches('#');
    Ok(articles::by_url(db, session.reader(), page).await?.into_iter().collect())
}
