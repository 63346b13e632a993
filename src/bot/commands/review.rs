//! `/review`: the press review of the last day, of a topic, of an outlet, or since a day.

use chrono::{DateTime, TimeDelta, Utc};

use crate::bot::shared::progress::{Progress, told};
use crate::bot::shared::query::Query;
use crate::bot::{File, Reply, Session, send};
use crate::editor::translated;
use crate::press::review::{Asked, PressReview, review as made};
use crate::store::articles::search;
use crate::store::chats::{digests, reviews, subscriptions};
use crate::store::full_text::tokens;
use crate::text::Language;
use crate::view::DocumentFormat;

/// What a review covers unless a day is named.
const BACK: TimeDelta = TimeDelta::hours(24);
/// How far back a review may reach.
const LONGEST: TimeDelta = TimeDelta::days(62);

/// How the format is named; a colon follows.
const FORMAT: [&str; 2] = ["format", "формат"];

/// What is asked for.
#[derive(Debug, Clone, Default)]
struct Question {
    query: Query,
    format: Option<DocumentFormat>,
}

/// `/review [words] [since:DATE] [in:SOURCE] [format:docx]`.
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
    drop(db);
    let earliest = session.now - LONGEST;
    let asked = question.query.since.unwrap_or(session.now - BACK);
    let period = (asked.clamp(earliest, session.now), session.now);
    let mut replies = Vec::new();
    if asked < earliest {
        let fills = [("days", LONGEST.num_days().into()), ("since", session.options.since(period.0).into())];
        replies = session.says("review-shortened", &fills);
    }
    replies.extend(of_period(session, period, question).await?);
    Ok(replies)
}

/// The review of what a digest of this chat covers.
pub(crate) async fn of_digest(session: &Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let found = digests::get(&mut *session.read().await?, session.chat.id, id).await?;
    match found {
        Some(digest) => of_period(session, (digest.window_from, digest.window_to), Question::default()).await,
        None => Ok(vec![session.toast("digest-gone")]),
    }
}

async fn of_period(
    session: &Session<'_>,
    period: (DateTime<Utc>, DateTime<Utc>),
    mut question: Question,
) -> anyhow::Result<Vec<Reply>> {
    let mut review = make(session, period, &question.query).await?;
    if review.review.articles == 0
        && let Some(meant) = in_another_layout(session, period.0, &question.query).await?
    {
        question.query = meant;
        review = make(session, period, &question.query).await?;
    }
    if review.review.articles == 0 {
        return nothing(session, period, &question.query).await;
    }
    let stored = DocumentFormat::read(&reviews::format(&mut *session.read().await?, session.chat.id).await?);
    translated::of_review(session.context.editor.translator(), &session.reads(), &mut review).await;
    let format = question.format.or(stored).unwrap_or_default();
    let name = format!("{}.{}", review.file_name(&session.options), format.word());
    let bytes = review.document(&session.options).write(format);
    Ok(vec![Reply::File(File::of_bytes(name, bytes, review.caption(&session.options)))])
}

async fn make(
    session: &Session<'_>,
    period: (DateTime<Utc>, DateTime<Utc>),
    query: &Query,
) -> anyhow::Result<PressReview> {
    let asked = Asked {
        period,
        about: Some(query.terms.typed()).filter(|about| !about.is_empty()),
        source: query.source.clone(),
        place: Some((session.chat.id, session.request.thread)),
        reader: Language::from_tag(session.options.locale.code()),
    };
    let mut db = session.search().await?;
    let far = Progress::default();
    let note = |done, all| far.note(done, all);
    told(session, "review-progress", &far, made(&mut db, &asked, &note)).await
}

/// The question as typed on another layout of the keyboard, where that finds something.
async fn in_another_layout(
    session: &Session<'_>,
    from: DateTime<Utc>,
    query: &Query,
) -> anyhow::Result<Option<Query>> {
    let mut db = session.search().await?;
    for other in query.in_other_layouts() {
        let wanted = search::Wanted {
            reader: session.reader(),
            terms: Some(&other.terms),
            since: Some(from),
            source: other.source.as_deref(),
        };
        if search::articles(&mut db, &wanted, 0, 0).await?.0.n > 0 {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

/// What to say of a review of nothing: what emptied it.
async fn nothing(
    session: &Session<'_>,
    period: (DateTime<Utc>, DateTime<Utc>),
    query: &Query,
) -> anyhow::Result<Vec<Reply>> {
    let words = query.shown();
    if query.source.is_some() && !words.is_empty() {
        let wider = Query { source: None, ..query.clone() };
        let count = make(session, period, &wider).await?.review.articles;
        if count > 0 {
            let count = session.options.locale.say("count-articles", &[("count", count.into())]);
            return Ok(query.emptied(session, "in", (&words, &count)));
        }
    }
    let key = match (&query.source, words.is_empty()) {
        (_, false) => "review-none-about",
        (Some(_), true) => "review-none-in",
        (None, true) => "review-none",
    };
    let fills = [
        ("since", session.options.since(period.0).into()),
        ("source", query.source.clone().unwrap_or_default().into()),
        ("words", words.into()),
    ];
    Ok(send(session.message(key, &fills)))
}

/// Reads the words; a line's key and the word that cannot be read are the error.
fn read(args: &str, session: &Session<'_>) -> Result<Question, (&'static str, String)> {
    let (mut format, mut rest) = (None, Vec::new());
    let mut words = tokens(args);
    while let Some(word) = words.next() {
        let named = word.split_once(':').filter(|(name, _)| FORMAT.contains(&&*name.to_lowercase()));
        let Some((_, value)) = named else {
            rest.push(word);
            continue;
        };
        let value = if value.is_empty() { words.next().unwrap_or_default() } else { value.to_owned() };
        let known = DocumentFormat::read(&value.to_lowercase());
        format = Some(known.ok_or(("review-bad-format", value))?);
    }
    let query = Query::read(&rest.join(" "), &session.options);
    Ok(Question { query: query.map_err(|word| ("search-bad-date", word))?, format })
}
