//! `/quotes`: what a person said, newest first, three a page.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::bot::shared::quote_pages::{offset, pages};
use crate::bot::shared::rows;
use crate::bot::{Reply, Session, send};
use crate::digest::first_valid;
use crate::store::delivery::pending_choices;
use crate::store::people::quotes::{self, Wanted};
use crate::store::people::speakers;
use crate::view::{Button, Message, Press, QUOTES_A_PAGE, SaidLine};

/// For how long the pages of a question can be turned.
const KEPT: TimeDelta = TimeDelta::days(30);

/// `/quotes <person> [words] [since:DATE] [in:SOURCE]` as read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    words: Vec<String>,
    since: Option<DateTime<Utc>>,
    source: Option<String>,
}

/// `/quotes` with a name, or alone with the most quoted people as buttons.
pub(crate) async fn asked(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let question = match read(args, session) {
        Ok(question) => question,
        Err(word) => return Ok(session.says("quotes-bad-date", &[("words", word.into())])),
    };
    if question.words.is_empty() {
        return Ok(send(suggest(session, "quotes-how", args).await?));
    }
    let content = serde_json::to_string(&question)?;
    match page(session, &question, 0, None).await? {
        None => Ok(send(suggest(session, "quotes-none", args).await?)),
        Some((message, false)) => Ok(send(message)),
        Some((_, true)) => {
            let (place, made_for, now) =
                ((session.chat.id, session.request.thread), session.request.from.id, session.now);
            let kept = pending_choices::make(
                session.write().await?,
                place,
                made_for,
                ("quotes", &content),
                now,
                KEPT,
            )
            .await?;
            let message = page(session, &question, 0, Some(kept)).await?.map(|(message, _)| message);
            Ok(message.map(send).unwrap_or_default())
        }
    }
}

/// A page of a question asked before.
pub(crate) async fn turned(session: &mut Session<'_>, kept: i64, at: u32) -> anyhow::Result<Option<Message>> {
    let (chat, now) = (session.chat.id, session.now);
    let offer = pending_choices::get(&mut *session.read().await?, chat, kept, now).await?;
    let Some(offer) = offer.filter(|offer| offer.kind == "quotes") else { return Ok(None) };
    let Ok(question) = serde_json::from_str::<Question>(&offer.content) else { return Ok(None) };
    Ok(page(session, &question, at, Some(kept)).await?.map(|(message, _)| message))
}

/// A page of a question, and whether there are more; `None` when nothing is found.
///
/// The longest beginning of the words that names a person is the person; the rest are words of the quote.
async fn page(
    session: &mut Session<'_>,
    question: &Question,
    at: u32,
    kept: Option<i64>,
) -> anyhow::Result<Option<(Message, bool)>> {
    let mut read = session.search().await?;
    for split in (1..=question.words.len()).rev() {
        let person = question.words.iter().take(split).cloned().collect::<Vec<_>>().join(" ");
        let words = question.words.iter().skip(split).cloned().collect::<Vec<_>>().join(" ");
        let wanted = Wanted {
            person: Some(&person),
            words: (!words.is_empty()).then_some(words.as_str()),
            since: question.since,
            source: question.source.as_deref(),
            once: true,
            ..Wanted::default()
        };
        let (total, found) = quotes::find(&mut read, &wanted, QUOTES_A_PAGE as i64, offset(at)).await?;
        if total.n == 0 {
            continue;
        }
        let lines: Vec<SaidLine> = found.iter().map(rows::said_line).collect();
        let name = found.first().and_then(|quote| quote.speaker_name.clone()).unwrap_or(person);
        let more = total.n > QUOTES_A_PAGE as i64;
        let press = |page| kept.map_or(Press::Nothing, |kept| Press::Search(kept, page));
        return Ok(Some((pages(session, &name, &lines, (at, total), press), more)));
    }
    Ok(None)
}

/// A line with the most quoted people as buttons.
async fn suggest(session: &Session<'_>, key: &str, args: &str) -> anyhow::Result<Message> {
    let people = speakers::most_quoted(&mut *session.read().await?, 5).await?;
    let message = session.message(key, &[("words", args.trim().into())]);
    Ok(people.into_iter().filter(|person| person.quotes > 0).fold(message, |message, person| {
        let label = format!("{} · {}", person.name, person.quotes);
        message.row(vec![Button::press(label, &Press::SpeakerQuotes(person.id, 0))])
    }))
}

/// Reads the words; an unreadable date is the error.
fn read(args: &str, session: &Session<'_>) -> Result<Question, String> {
    let mut question = Question::default();
    for word in args.split_whitespace() {
        if let Some(date) = word.strip_prefix("since:").or_else(|| word.strip_prefix("с:")) {
            let day = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_misread| date.to_owned())?;
            question.since = first_valid(session.options.zone, day, 0);
        } else if let Some(source) = word.strip_prefix("in:").or_else(|| word.strip_prefix("в:")) {
            question.source = Some(source.to_owned()).filter(|source| !source.is_empty());
        } else {
            question.words.push(word.to_owned());
        }
    }
    Ok(question)
}
