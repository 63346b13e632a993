//! `/record`: what a person said about a matter over time.

use crate::bot::shared::query::{Query, whom};
use crate::bot::shared::{quote_pages, unfound};
use crate::bot::{Reply, Session, send};
use crate::editor::{record, translated};
use crate::store::people::speakers;
use crate::view::PersonRecord;

/// `/record <person> [words] [since:DATE] [in:SOURCE]`, or alone with the most quoted people as buttons for their quotes.
pub(crate) async fn record(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let query = match Query::read(args, &session.options) {
        Ok(query) => query.of_person(),
        Err(word) => return Ok(session.says("search-bad-date", &[("words", word.into())])),
    };
    if query.terms.words.is_empty() {
        return Ok(send(unfound::suggest(session, "record-how-to", "").await?));
    }
    if let Some(found) = of(session, &query).await? {
        return drawn(session, found).await;
    }
    for (by, wider) in query.wider() {
        if let Some(found) = of(session, &wider).await? {
            let count = session.options.locale.say("count-quotes", &[("count", found.quotes().into())]);
            return Ok(query.emptied(session, by, (&query.shown(), &count)));
        }
    }
    let typed = &query.terms.words;
    let (people, rest) = whom(&mut *session.search().await?, session.reader(), typed).await?;
    let near = unfound::slips(&people, typed, &rest);
    if !near.is_empty() {
        return unfound::meant(session, typed, &near).await;
    }
    // who is known to have said something else
    if !people.is_empty() {
        let message = session.message("record-none", &[("words", query.shown().into())]);
        return Ok(send(quote_pages::offered(session, message, &people).await?));
    }
    let (people, rest) = unfound::by_office(session, typed).await?;
    if let [only] = people.as_slice() {
        let words = only.name.split_whitespace().map(str::to_owned).chain(rest).collect();
        let mut named = query.clone();
        named.terms.words = words;
        if let Some(found) = of(session, &named).await? {
            return drawn(session, found).await;
        }
    }
    if people.is_empty() {
        return unfound::nobody(session, typed).await;
    }
    unfound::meant(session, typed, &people).await
}

async fn of(session: &Session<'_>, query: &Query) -> anyhow::Result<Option<PersonRecord>> {
    let Query { terms, since, source } = query.clone();
    let asked = record::Asked { terms, since, source };
    record::of_person(&mut *session.search().await?, session.reader(), &asked).await
}

async fn drawn(session: &Session<'_>, mut found: PersonRecord) -> anyhow::Result<Vec<Reply>> {
    // headed by the name as the chat's language writes it
    let people = speakers::find(&mut *session.read().await?, session.reader(), &found.name, 2).await?;
    if let [only] = people.as_slice() {
        found.name = quote_pages::name(only, &session.options);
    }
    let translator = session.context.editor.translator();
    translated::of_record(translator, &session.reads(), &mut found).await;
    Ok(send(found.message(&session.options)))
}
