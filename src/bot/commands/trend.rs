//! `/trend`: how often a person or a topic was reported, by day and by source, as a chart and in numbers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use crate::bot::shared::query::{Query, whom};
use crate::bot::shared::quote_pages::name;
use crate::bot::shared::rows;
use crate::bot::{Reply, Session, send};
use crate::digest::first_valid;
use crate::store::articles::{self, Heading, search};
use crate::store::full_text::Terms;
use crate::store::people::quotes;
use crate::store::people::speakers::Person;
use crate::store::{Db, Reader};
use crate::view::Mentions;

/// Days counted unless a day is named, and the most.
const DAYS: i64 = 30;
const LONGEST: i64 = 92;

/// Articles counted.
const MOST: i64 = 1_000;

/// `/trend <person or topic> [since:DATE] [in:SOURCE]`.
pub(crate) async fn trend(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let query = match Query::read(args, &session.options) {
        Ok(query) => query,
        Err(word) => return Ok(session.says("search-bad-date", &[("words", word.into())])),
    };
    if query.terms.is_empty() {
        return Ok(session.says("trend-how", &[]));
    }
    let zone = session.options.zone;
    let today = session.now.with_timezone(&zone).date_naive();
    let asked = query.since.map(|since| since.with_timezone(&zone).date_naive());
    let from =
        asked.unwrap_or(today - TimeDelta::days(DAYS - 1)).clamp(today - TimeDelta::days(LONGEST - 1), today);
    let query = Query { since: first_valid(zone, from, 0), ..query };
    let (what, found, more) = in_any_layout(session, &query).await?;
    let counted = counted(what, &found, (from, today), more, session);
    if counted.sources.is_empty() {
        let fills = [("words", counted.what.into()), ("since", session.options.short_day(from).into())];
        return Ok(session.says("trend-none", &fills));
    }
    let options = session.options.clone();
    let drawn = counted.clone();
    let picture = tokio::task::spawn_blocking(move || drawn.picture(&options)).await?;
    Ok(picture.map_or_else(|| send(counted.message(&session.options)), |file| vec![Reply::File(file)]))
}

/// What is found for the words as they are typed, else as the same keys give them in another layout of the keyboard.
async fn in_any_layout(session: &Session<'_>, query: &Query) -> anyhow::Result<(String, Vec<Heading>, bool)> {
    let mut db = session.search().await?;
    let typed = found(&mut db, query, session).await?;
    for other in query.in_other_layouts() {
        if !typed.1.is_empty() {
            break;
        }
        let other = found(&mut db, &other, session).await?;
        if !other.1.is_empty() {
            return Ok(other);
        }
    }
    Ok(typed)
}

/// What is meant, the articles about it, and whether there are more than are counted.
async fn found(
    db: &mut Db,
    query: &Query,
    session: &Session<'_>,
) -> anyhow::Result<(String, Vec<Heading>, bool)> {
    let (people, rest) = if query.terms.phrases.is_empty() {
        whom(db, session.reader(), &query.terms.words).await?
    } else {
        (Vec::new(), Vec::new())
    };
    let only = people.first().filter(|_| people.len() == 1 && rest.is_empty());
    let (ids, more, what) = if let Some(person) = only {
        let (ids, more) = of_person(db, (session.reader(), query), person).await?;
        (ids, more, name(person, &session.options))
    } else {
        let (ids, more) = with_words(db, (session.reader(), query), &query.terms).await?;
        (ids.into_iter().collect(), more, query.shown())
    };
    let ids: Vec<i64> = ids.into_iter().collect();
    Ok((what, articles::headings(db, session.reader(), &ids).await?, more))
}

/// Articles that quote a person or have one of the person's names.
async fn of_person(
    db: &mut Db,
    (reader, query): (Reader, &Query),
    person: &Person,
) -> anyhow::Result<(BTreeSet<i64>, bool)> {
    let wanted = quotes::Wanted {
        reader,
        speaker_id: Some(person.id),
        since: query.since,
        source: query.source.as_deref(),
        ..quotes::Wanted::default()
    };
    let (count, quoted) = quotes::find(db, &wanted, MOST, 0).await?;
    let mut ids: BTreeSet<i64> = quoted.into_iter().map(|quote| quote.article_id).collect();
    let mut more = count.more;
    for name in person.names.iter().filter(|name| name.contains(' ')).take(4) {
        let (named, over) = with_words(db, (reader, query), &Terms::read(name)).await?;
        ids.extend(named);
        more |= over;
    }
    Ok((ids, more))
}

async fn with_words(
    db: &mut Db,
    (reader, query): (Reader, &Query),
    terms: &Terms,
) -> anyhow::Result<(Vec<i64>, bool)> {
    let source = query.source.as_deref();
    let wanted = search::Wanted { reader, terms: Some(terms), since: query.since, source };
    let (count, ids) = search::articles(db, &wanted, MOST, 0).await?;
    Ok((ids, count.more))
}

fn counted(
    what: String,
    found: &[Heading],
    (from, to): (NaiveDate, NaiveDate),
    more: bool,
    session: &Session<'_>,
) -> Mentions {
    let mut days: BTreeMap<NaiveDate, u32> =
        from.iter_days().take_while(|day| *day <= to).map(|day| (day, 0)).collect();
    let mut sources: BTreeMap<String, u32> = BTreeMap::new();
    for one in found {
        let Some(day) = days.get_mut(&one.at.with_timezone(&session.options.zone).date_naive()) else {
            continue;
        };
        *day += 1;
        let name = rows::named_outlet(one.site.as_deref(), one.url.as_deref()).name;
        *sources.entry(name).or_default() += 1;
    }
    let mut sources: Vec<(String, u32)> = sources.into_iter().collect();
    sources.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Mentions { what, days: days.into_iter().collect(), sources, more }
}
