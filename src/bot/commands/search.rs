//! `/search`: full-text search of what is stored.

use crate::bot::shared::query::Query;
use crate::bot::shared::rows;
use crate::bot::{Reply, Session, send};
use crate::store::articles::search::Wanted;
use crate::store::articles::{self, Heading, search};
use crate::store::{Count, Db, Reader};
use crate::text::letters;
use crate::view::{self, ListLine, Message};

/// Lines shown, a story each, and articles that are looked at for them.
const SHOWN: usize = 10;
const LOOKED_AT: i64 = 60;

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
    let (query, all, ids) = in_any_layout(&mut read, (who, query)).await?;
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
    let (query, all, ids) = in_any_layout(&mut read, (session.reader(), query.clone())).await?;
    if ids.is_empty() {
        return Ok(None);
    }
    drawn(session, &mut read, &query, (all, &ids)).await.map(Some)
}

async fn drawn(
    session: &Session<'_>,
    db: &mut Db,
    query: &Query,
    (all, ids): (Count, &[i64]),
) -> anyhow::Result<Message> {
    let headings = articles::headings(db, session.reader(), ids).await?;
    let lines = a_line_a_story(&headings);
    let key = if all.more { "search-head-more" } else { "search-head" };
    let head = session.options.locale.rich(key, &[("words", query.shown().into()), ("count", all.n.into())]);
    Ok(view::articles(&head, &lines, &session.options))
}

/// One event told by many outlets, and one headline that many have, is one line, its best report; the card lists the
/// others.
fn a_line_a_story(found: &[Heading]) -> Vec<ListLine> {
    let mut lines: Vec<(Option<i64>, String, ListLine)> = Vec::new();
    for heading in found {
        let line = rows::list_line(heading);
        let words = letters(&line.headline);
        let one = |story: Option<i64>, other: &str| {
            story.is_some() && story == heading.story_id || !words.is_empty() && words == other
        };
        match lines.iter_mut().find(|(story, other, _)| one(*story, other)) {
            Some((.., known)) => known.others += 1,
            None => lines.push((heading.story_id, words, line)),
        }
    }
    lines.truncate(SHOWN);
    lines.into_iter().map(|(.., line)| line).collect()
}

/// What is found with the words as they are typed, else as the same keys give them in another layout of the keyboard; and
/// those words.
async fn in_any_layout(
    db: &mut Db,
    (reader, query): (Reader, Query),
) -> anyhow::Result<(Query, Count, Vec<i64>)> {
    for query in std::iter::once(query.clone()).chain(query.in_other_layouts()) {
        let (all, ids) = found(db, (reader, &query), LOOKED_AT).await?;
        if !ids.is_empty() {
            return Ok((query, all, ids));
        }
    }
    Ok((query, Count::default(), Vec::new()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_story_and_a_headline_are_one_line_each() {
        let heading = |id: i64, title: &str, story_id: Option<i64>| Heading {
            id,
            url: Some(format!("https://herald{id}.example/a")),
            host: None,
            site: None,
            title: Some(title.into()),
            language: Language::default(),
            at: "2026-02-14T12:00:00Z".parse().unwrap(),
            story_id,
        };
        let found = [
            heading(1, "Corridor opens", Some(7)),
            heading(2, "Ships leave the harbour", Some(7)),
            heading(3, "Talks stall over inspections", None),
            heading(4, "Talks stall, over inspections", None),
            heading(5, "Corridor opens", Some(8)),
            heading(6, "Another matter", None),
        ];
        let lines = a_line_a_story(&found);
        let told: Vec<(i64, usize)> = lines.iter().map(|line| (line.article, line.others)).collect();
        assert_eq!(told, [(1, 2), (3, 1), (6, 0)]);
    }
}
