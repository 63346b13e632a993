//! `/record`: what a person said about a matter over time.

use crate::bot::shared::quote_pages;
use crate::bot::{Reply, Session, send};
use crate::editor::{record, translated};
use crate::store::people::speakers;

/// `/record <person> [words]`, or alone with the most quoted people as buttons for their quotes.
pub(crate) async fn record(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words = args.trim();
    if words.is_empty() {
        return suggest(session, "record-how-to", words).await;
    }
    let found = record::of_person(&mut *session.search().await?, session.reader(), words).await?;
    match found {
        Some(mut found) => {
            // headed by the name as the chat's language writes it
            let people =
                speakers::find(&mut *session.read().await?, session.reader(), &found.name, 2).await?;
            if let [only] = people.as_slice() {
                found.name = quote_pages::name(only, &session.options);
            }
            let translator = session.context.editor.translator();
            translated::of_record(translator, &session.reads(), &mut found).await;
            Ok(send(found.message(&session.options)))
        }
        None => suggest(session, "quotes-none", words).await,
    }
}

async fn suggest(session: &Session<'_>, key: &str, words: &str) -> anyhow::Result<Vec<Reply>> {
    let people = speakers::most_quoted(&mut *session.read().await?, session.reader(), 5).await?;
    let message = session.message(key, &[("words", words.into())]);
    Ok(send(quote_pages::offered(session, message, &people).await?))
}
