//! `/quotes`: what a person said, whole quotes first, then the newest, five a page; by month and by words.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::bot::shared::query::{Query, whom};
use crate::bot::shared::quote_pages::{QuotePage, counted, name, offered, offset};
use crate::bot::shared::{rows, unfound};
use crate::bot::{Reply, Session, send};
use crate::digest::first_valid;
use crate::store::Count;
use crate::store::delivery::pending_choices;
use crate::store::full_text::Terms;
use crate::store::people::nearest::in_other_letters;
use crate::store::people::quotes::{self, Found, Wanted};
use crate::store::people::speakers::{self, Person};
use crate::view::{Button, Message, Press, QUOTES_A_PAGE, SaidLine, has_picture};

/// For how long the pages of a question can be turned.
const KEPT: TimeDelta = TimeDelta::days(30);

/// People in other letters who are offered.
const OTHERS: i64 = 3;

/// Months to jump to.
const MONTHS: i64 = 24;

/// `/quotes <person> [words] [since:DATE] [in:SOURCE]` as read, and who is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    #[serde(flatten)]
    query: Query,
    /// Who is meant.
    #[serde(default)]
    person: Option<i64>,
    /// Who may be meant, while that is asked.
    #[serde(default)]
    people: Vec<i64>,
    /// Before that.
    #[serde(default)]
    until: Option<DateTime<Utc>>,
}

/// `/quotes` with a name, or alone with the most quoted people as buttons.
pub(crate) async fn asked(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let mut query = match Query::read(args, &session.options) {
        Ok(query) => query.of_person(),
        Err(word) => return Ok(session.says("search-bad-date", &[("words", word.into())])),
    };
    if query.terms.words.is_empty() {
        return Ok(send(unfound::suggest(session, "quotes-how", "").await?));
    }
    let typed = query.terms.words.clone();
    let (mut people, mut rest) = whom(&mut *session.search().await?, session.reader(), &typed).await?;
    let near = unfound::slips(&people, &typed, &rest);
    if people.is_empty() {
        (people, rest) = unfound::by_office(session, &typed).await?;
    }
    query.terms.words = rest;
    match people.as_slice() {
        [] => unfound::nobody(session, &typed).await,
        [only] => {
            let question = Question { query, person: Some(only.id), ..Question::default() };
            if question.query.terms.is_empty() || found(session, &question, 0, 0).await?.0.n > 0 {
                return first(session, question).await;
            }
            if !near.is_empty() {
                return unfound::meant(session, &typed, &near).await;
            }
            match unfound::holding(session, &typed).await?.as_slice() {
                [holder] => {
                    let query = Query { terms: Terms::default(), ..question.query };
                    first(session, Question { query, person: Some(holder.id), ..Question::default() }).await
                }
                _ => first(session, question).await,
            }
        }
        [..] if !near.is_empty() => unfound::meant(session, &typed, &near).await,
        several => which(session, query, several).await,
    }
}

/// What a stored person said, as a new message.
pub(crate) async fn of_person(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    first(session, Question { person: Some(id), ..Question::default() }).await
}

/// What the person chosen among several said.
pub(crate) async fn chosen(
    session: &mut Session<'_>,
    kept: i64,
    at: u32,
) -> anyhow::Result<Option<Vec<Reply>>> {
    let Some(question) = kept_question(session, kept).await? else { return Ok(None) };
    let person = usize::try_from(at).ok().and_then(|at| question.people.get(at)).copied();
    let Some(person) = person else { return Ok(None) };
    let question = Question { person: Some(person), people: Vec::new(), ..question };
    first(session, question).await.map(Some)
}

/// A page of a question asked before, from 0.
pub(crate) async fn turned(session: &mut Session<'_>, kept: i64, at: u32) -> anyhow::Result<Option<Message>> {
    let Some(question) = kept_question(session, kept).await? else { return Ok(None) };
    let Some(person) = person(session, &question).await? else { return Ok(None) };
    let (total, found) = found(session, &question, QUOTES_A_PAGE as i64, offset(at)).await?;
    Ok(Some(drawn(session, &question, &person, (kept, at), (total, &found))))
}

/// The quotes of a page of a question asked before, from 0.
pub(crate) async fn page(session: &Session<'_>, kept: i64, at: u32) -> anyhow::Result<Option<Vec<Found>>> {
    let Some(question) = kept_question(session, kept).await? else { return Ok(None) };
    Ok(Some(found(session, &question, QUOTES_A_PAGE as i64, offset(at)).await?.1))
}

/// The months in which the person of a question was quoted, as buttons.
pub(crate) async fn months(session: &mut Session<'_>, kept: i64) -> anyhow::Result<Option<Message>> {
    let Some(question) = kept_question(session, kept).await? else { return Ok(None) };
    let Some(person) = person(session, &question).await? else { return Ok(None) };
    let months = quotes::months(&mut *session.search().await?, session.reader(), person.id, MONTHS).await?;
    let fills = [("who", name(&person, &session.options).into())];
    let buttons: Vec<Button> = months
        .iter()
        .filter_map(|(month, count)| {
            let number: u32 = month.replace('-', "").parse().ok()?;
            let label = format!("{} · {count}", session.options.month(first_day(number)?));
            Some(Button::press(label, &Press::QuotesOfMonth(kept, number)))
        })
        .collect();
    let message = buttons
        .chunks(3)
        .fold(session.message("quotes-months", &fills), |message, row| message.row(row.to_vec()));
    let back = session.options.locale.word("button-all-of-them");
    Ok(Some(message.row(vec![Button::press(back, &Press::Search(kept, 0))])))
}

/// The quotes of one month (`202602`), kept as a question of its own.
pub(crate) async fn of_month(
    session: &mut Session<'_>,
    kept: i64,
    month: u32,
) -> anyhow::Result<Option<Message>> {
    let Some(question) = kept_question(session, kept).await? else { return Ok(None) };
    let next = if month % 100 == 12 { month + 89 } else { month + 1 };
    let (Some(from), Some(until)) = (first_day(month), first_day(next)) else { return Ok(None) };
    let instant = |day: NaiveDate| first_valid(chrono_tz::Tz::UTC, day, 0);
    let query = Query { since: instant(from), ..question.query.clone() };
    let of_month = Question { query, until: instant(until), ..question };
    let Some(person) = person(session, &of_month).await? else { return Ok(None) };
    let (total, found) = found(session, &of_month, QUOTES_A_PAGE as i64, 0).await?;
    let kept = keep(session, &of_month).await?;
    Ok(Some(drawn(session, &of_month, &person, (kept, 0), (total, &found))))
}

fn first_day(month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(month / 100).ok()?, month % 100, 1)
}

/// The first page of a question, or why there is none.
async fn first(session: &mut Session<'_>, question: Question) -> anyhow::Result<Vec<Reply>> {
    let Some(person) = person(session, &question).await? else {
        return Ok(session.says("speaker-gone", &[]));
    };
    let (total, found) = found(session, &question, QUOTES_A_PAGE as i64, 0).await?;
    if found.is_empty() {
        return emptied(session, &question, &person).await;
    }
    let kept = keep(session, &question).await?;
    let mut message = drawn(session, &question, &person, (kept, 0), (total, &found));
    let others = in_other_letters(&mut *session.search().await?, session.reader(), &person, OTHERS).await?;
    for other in &others {
        let who = counted(session, other).await?;
        let label = session.options.locale.say("button-also-written", &[("who", who.into())]);
        message = message.row(vec![Button::press(label, &Press::SpeakerQuotes(other.id, 0))]);
    }
    Ok(send(message))
}

async fn found(
    session: &Session<'_>,
    question: &Question,
    limit: i64,
    offset: i64,
) -> anyhow::Result<(Count, Vec<Found>)> {
    let terms = &question.query.terms;
    let wanted = Wanted {
        reader: session.reader(),
        speaker_id: question.person,
        words: (!terms.is_empty()).then_some(terms),
        since: question.query.since,
        until: question.until,
        source: question.query.source.as_deref(),
        once: true,
        whole_first: true,
        ..Wanted::default()
    };
    Ok(quotes::find(&mut *session.search().await?, &wanted, limit, offset).await?)
}

fn drawn(
    session: &Session<'_>,
    question: &Question,
    person: &Person,
    (kept, at): (i64, u32),
    (total, found): (Count, &[Found]),
) -> Message {
    let lines: Vec<SaidLine> = found.iter().map(rows::said_line).collect();
    let mut who = name(person, &session.options);
    let words = question.query.shown();
    if !words.is_empty() {
        who = format!("{who} · {words}");
    }
    if let (Some(month), Some(_)) = (question.query.since, question.until) {
        let month = session.options.month(month.date_naive());
        who = format!("{who} · {month}");
    }
    let page = QuotePage { who: &who, lines: &lines, at, total };
    let message = page.message(&session.options, |page| Press::Search(kept, page));
    let locale = session.options.locale;
    let follow = Button::press(
        locale.say("button-follow-person", &[("person", name(person, &session.options).into())]),
        &Press::FollowSpeaker(person.id),
    );
    let more = total.n > QUOTES_A_PAGE as i64 || question.until.is_some();
    let months = more.then(|| Button::press(locale.word("button-months"), &Press::Months(kept)));
    let drawable = found.iter().any(|one| has_picture(&one.text));
    let picture =
        drawable.then(|| Button::press(locale.word("button-picture"), &Press::PicturesOf(kept, at)));
    message.row(months.into_iter().chain(picture).collect()).row(vec![follow])
}

/// Asks which of several people is meant.
async fn which(session: &mut Session<'_>, query: Query, people: &[Person]) -> anyhow::Result<Vec<Reply>> {
    let ids = people.iter().map(|person| person.id).collect();
    let kept = keep(session, &Question { query, people: ids, ..Question::default() }).await?;
    let mut message = session.message("quotes-which", &[]);
    for (at, person) in (0_u32..).zip(people) {
        let label = counted(session, person).await?;
        message = message.row(vec![Button::press(label, &Press::QuotesOf(kept, at))]);
    }
    Ok(send(message))
}

/// A person said nothing of that kind: which of the restrictions emptied it.
async fn emptied(session: &Session<'_>, question: &Question, person: &Person) -> anyhow::Result<Vec<Reply>> {
    let mut who = name(person, &session.options);
    let words = question.query.terms.wanted();
    if !words.is_empty() {
        who = format!("{who}, {words}");
    }
    for (by, query) in question.query.wider() {
        let (total, _) = found(session, &Question { query, ..question.clone() }, 0, 0).await?;
        if total.n > 0 {
            let count = session.options.locale.say("count-quotes", &[("count", total.n.into())]);
            return Ok(question.query.emptied(session, by, (&who, &count)));
        }
    }
    let fills = [("who", name(person, &session.options).into()), ("words", words.into())];
    let message = session.message("quotes-no-such-words", &fills);
    Ok(send(offered(session, message, std::slice::from_ref(person)).await?))
}

async fn person(session: &Session<'_>, question: &Question) -> anyhow::Result<Option<Person>> {
    let Some(id) = question.person else { return Ok(None) };
    Ok(speakers::get(&mut *session.read().await?, session.reader(), id).await?)
}

async fn keep(session: &mut Session<'_>, question: &Question) -> anyhow::Result<i64> {
    let content = serde_json::to_string(question)?;
    let (place, made_for, now) =
        ((session.chat.id, session.request.thread), session.request.from.id, session.now);
    let db = session.write().await?;
    Ok(pending_choices::make(db, place, made_for, ("quotes", &content), now, KEPT).await?)
}

/// A question asked before in this chat; `None` when it is over, or was made by an older program.
async fn kept_question(session: &Session<'_>, kept: i64) -> anyhow::Result<Option<Question>> {
    let (chat, now) = (session.chat.id, session.now);
    let offer = pending_choices::get(&mut *session.read().await?, chat, kept, now).await?;
    let offer = offer.filter(|offer| offer.kind == "quotes");
    Ok(offer.and_then(|offer| serde_json::from_str(&offer.content).ok()))
}
