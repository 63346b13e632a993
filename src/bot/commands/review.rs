//! `/review`: the press review of the last day, of a topic, or since a day.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::bot::shared::progress::{Progress, told};
use crate::bot::{File, Reply, Session};
use crate::digest::first_valid;
use crate::editor::translated;
use crate::press::review::{Asked, review as made};
use crate::store::chats::{digests, reviews, subscriptions};
use crate::text::Language;
use crate::view::DocumentFormat;

/// What a review covers unless a day is named.
const BACK: TimeDelta = TimeDelta::hours(24);
/// How far back a review may reach.
const LONGEST: TimeDelta = TimeDelta::days(62);

/// What is asked for.
#[derive(Debug, Default)]
struct Question {
    about: Vec<String>,
    since: Option<DateTime<Utc>>,
    format: Option<DocumentFormat>,
}

/// `/review [words] [since:DATE] [format:docx]`.
pub(crate) async fn review(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let question = match read(args, session) {
        Ok(question) => question,
        Err((key, word)) => return Ok(session.says(key, &[("words", word.into())])),
    };
    let place = (session.chat.id, session.request.thread);
    let mut db = session.search().await?;
    if subscriptions::count(&mut db, place.0).await? == 0 {
        return Ok(session.says("digest-no-feeds", &[]));
    }
    let from = question.since.unwrap_or(session.now - BACK).max(session.now - LONGEST);
    drop(db);
    let about = Some(question.about.join(" ")).filter(|about| !about.is_empty());
    of_period(session, (from, session.now), about, question.format).await
}

/// The review of what a digest of this chat covers.
pub(crate) async fn of_digest(session: &Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let found = digests::get(&mut *session.read().await?, session.chat.id, id).await?;
    match found {
        Some(digest) => of_period(session, (digest.window_from, digest.window_to), None, None).await,
        None => Ok(vec![session.toast("digest-gone")]),
    }
}

async fn of_period(
    session: &Session<'_>,
    period: (DateTime<Utc>, DateTime<Utc>),
    about: Option<String>,
    format: Option<DocumentFormat>,
) -> anyhow::Result<Vec<Reply>> {
    let place = (session.chat.id, session.request.thread);
    let reader = Language::from_tag(session.options.locale.code());
    let asked = Asked { period, about, place: Some(place), reader };
    let mut db = session.search().await?;
    let far = Progress::default();
    let note = |done, all| far.note(done, all);
    let mut review = told(session, "review-progress", &far, made(&mut db, &asked, &note)).await?;
    let stored = DocumentFormat::read(&reviews::format(&mut db, place.0).await?);
    drop(db);
    translated::of_review(session.context.editor.translator(), &session.reads(), &mut review).await;
    if review.review.articles == 0 {
        let since = session.options.since(period.0);
        return Ok(session.says("review-none", &[("since", since.into())]));
    }
    let format = format.or(stored).unwrap_or_default();
    let name = format!("{}.{}", review.file_name(&session.options), format.word());
    let bytes = review.document(&session.options).write(format);
    Ok(vec![Reply::File(File::of_bytes(name, bytes, review.caption(&session.options)))])
}

/// Reads the words; a line's key and the word that cannot be read are the error.
fn read(args: &str, session: &Session<'_>) -> Result<Question, (&'static str, String)> {
    let mut question = Question::default();
    for word in args.split_whitespace() {
        if let Some(date) = word.strip_prefix("since:").or_else(|| word.strip_prefix("с:")) {
            let day = NaiveDate::parse_from_str(date, "%Y-%m-%d");
            let day = day.map_err(|_misread| ("quotes-bad-date", date.to_owned()))?;
            question.since = first_valid(session.options.zone, day, 0);
        } else if let Some(format) = word.strip_prefix("format:").or_else(|| word.strip_prefix("формат:"))
        {
            let known = DocumentFormat::read(&format.to_lowercase());
            question.format = Some(known.ok_or_else(|| ("review-bad-format", format.to_owned()))?);
        } else {
            question.about.push(word.to_owned());
        }
    }
    Ok(question)
}
