//! `/search`: full-text search of what is stored.

use crate::bot::shared::query::Query;
use crate::bot::shared::rows;
use crate::bot::{Reply, Session, send};
use crate::store::articles::search::Wanted;
use crate::store::articles::{self, search};
use crate::store::{Count, Db, Reader};
use crate::view::{self, Message};

/// Articles shown.
const SHOWN: i64 = 10;

/// `/search <words> [-word] ["a phrase"] [since:DATE] [in:SOURCE]`.
pub(crate) async fn search(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let query = match Query::read(args, &session.options) {
        Ok(query) => query,
        Err(word) => return Ok(session.says("search-bad-date", &[("words", word.into())])),
    };
    if query.terms.is_empty() {
        return Ok(session.says("search-how", &[]));
    }
    let (mut read, who) = (session.search().await?, session.reader());
    let (all, ids) = found(&mut read, (who, &query), SHOWN).await?;
    if ids.is_empty() {
        for (by, wider) in query.wider() {
            let (all, _) = found(&mut read, (who, &wider), 0).await?;
            if all.n > 0 {
                let count = session.options.locale.say("count-articles", &[("count", all.n.into())]);
                return Ok(query.emptied(session, by, (&query.shown(), &count)));
            }
        }
        return nothing(session, &mut read, &query).await;
    }
    drawn(session, &mut read, &query, (all, &ids)).await.map(send)
}

/// The articles that hold the words; `None` where none does.
pub(crate) async fn shown(session: &Session<'_>, query: &Query) -> anyhow::Result<Option<Message>> {
    if query.terms.is_empty() {
        return Ok(None);
    }
    let mut read = session.search().await?;
    let (all, ids) = found(&mut read, (session.reader(), query), SHOWN).await?;
    if ids.is_empty() {
        return Ok(None);
    }
    drawn(session, &mut read, query, (all, &ids)).await.map(Some)
}

async fn drawn(
    session: &Session<'_>,
    db: &mut Db,
    query: &Query,
    (all, ids): (Count, &[i64]),
) -> anyhow::Result<Message> {
    let headings = articles::headings(db, session.reader(), ids).await?;
    let lines: Vec<_> = headings.iter().map(rows::list_line).collect();
    let key = if all.more { "search-head-more" } else { "search-head" };
    let head = session.options.locale.rich(key, &[("words", query.shown().into()), ("count", all.n.into())]);
    Ok(view::articles(head, &lines, &session.options))
}

async fn found(
    db: &mut Db,
    (reader, query): (Reader, &Query),
    limit: i64,
) -> anyhow::Result<(Count, Vec<i64>)> {
    let source = query.source.as_deref();
    let wanted = Wanted { reader, terms: Some(&query.terms), since: query.since, source };
    Ok(search::articles(db, &wanted, limit, 0).await?)
}

/// Nothing holds the words, whatever is left out: since when anything is stored.
async fn nothing(session: &Session<'_>, db: &mut Db, query: &Query) -> anyhow::Result<Vec<Reply>> {
    let words = ("words", query.shown().into());
    Ok(match articles::oldest(db).await? {
        Some(oldest) => session.says("search-none", &[words, ("since", session.options.day(oldest).into())]),
        None => session.says("search-nothing-stored", &[]),
    })
}
