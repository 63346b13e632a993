//! The reviews that are due.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::make::{Asked, of_articles};
use crate::digest::{self, Key, Next, Plan, Slot, Weekdays};
use crate::editor::{shown, translated};
use crate::press::look::{render_options, zone};
use crate::store::articles::arrivals;
use crate::store::chats::{self, reviews, subscriptions};
use crate::store::delivery::outbox::{self, Kind, New, Op};
use crate::store::{self, Db, Reader, Store};
use crate::text::Language;
use crate::translator::Translator;
use crate::view::{DocumentFormat, File, PressReview, RenderOptions};

/// Chats looked at in one round.
const A_ROUND: i64 = 100;
/// The same where models translate, which takes seconds each: digests that are due come in between.
const TRANSLATED: i64 = 4;

/// What a chat's first review covers.
const FIRST: TimeDelta = TimeDelta::hours(24);

/// A chat and its thread.
type Place = (i64, Option<i64>);

/// Makes every review that is due at `now`; returns when the next one is. One chat's failure holds up no other.
///
/// # Errors
/// When the slots cannot be read, or nothing can be stored for now.
pub(in crate::press) async fn round(
    store: &Store,
    translator: Option<&Translator>,
    now: DateTime<Utc>,
) -> anyhow::Result<DateTime<Utc>> {
    let most = if translator.is_some_and(Translator::has_models) { TRANSLATED } else { A_ROUND };
    let due = reviews::due(&mut *store.read().await?, now, most).await?;
    let full = due.len() as i64 == most;
    for (chat, thread) in due.into_iter().collect::<BTreeSet<_>>() {
        let place = (chat, Some(thread).filter(|&thread| thread != 0));
        if let Err(error) = one(store, translator, place, now).await {
            store.doubt(&error);
            tracing::error!(chat, error = store::told(&error), "a review cannot be made");
            if error.downcast_ref::<store::Error>().is_some_and(store::is_passing) {
                return Err(error);
            }
            let mut db = store.begin().await?;
            reviews::schedule(&mut db, place, now + TimeDelta::minutes(5)).await?;
            db.commit().await?;
        }
    }
    if full {
        return Ok(now);
    }
    Ok(reviews::next_due(&mut *store.read().await?).await?.unwrap_or(now + TimeDelta::minutes(1)))
}

/// Makes a chat's review if it is due, and stores when the next one is.
async fn one(
    store: &Store,
    translator: Option<&Translator>,
    place: Place,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut db = store.read().await?;
    let Some(chat) = chats::get(&mut db, place.0).await? else { return Ok(()) };
    let plan = plan(&mut db, &chat, place.1).await?;
    let last = reviews::last(&mut db, place.0, place.1).await?;
    let Some(next) = digest::next(&plan, last.as_ref().and_then(key), now) else { return Ok(()) };
    let gathered = match next.late(now) {
        Some(_) => Some(gathered(&mut db, &chat, place, last.as_ref(), now).await?),
        None => None,
    };
    // while a model translates nobody waits for this door to the database
    drop(db);
    let made = match gathered {
        Some(gathered) => Some(gathered.made(translator).await),
        None => None,
    };
    let mut db = store.begin().await?;
    let after = match made {
        None => next.at,
        Some(made) => {
            file(&mut db, place, next, made, now).await?;
            let after = digest::next(&plan, Some(next.key), now).map(|next| next.at);
            after.unwrap_or(now + TimeDelta::minutes(1)).max(now + TimeDelta::seconds(1))
        }
    };
    reviews::schedule(&mut db, place, after).await?;
    db.commit().await?;
    store.outbox_filled().notify_one();
    Ok(())
}

/// What a review is made of, read and put together.
struct Gathered {
    review: PressReview,
    reads: Vec<Language>,
    options: RenderOptions,
    format: DocumentFormat,
    window: (DateTime<Utc>, DateTime<Utc>),
    arrivals: (i64, i64),
}

/// A review made and not yet stored.
struct Made {
    file: File,
    window: (DateTime<Utc>, DateTime<Utc>),
    arrivals: (i64, i64),
    articles: usize,
}

async fn gathered(
    db: &mut Db,
    chat: &chats::Chat,
    place: Place,
    last: Option<&reviews::Review>,
    now: DateTime<Utc>,
) -> anyhow::Result<Gathered> {
    let from = last.map_or(now - FIRST, |last| last.window_to.min(now));
    let after = match last {
        Some(last) => last.arrivals_to,
        None => arrivals::last_before(db, from).await?,
    };
    let upto = arrivals::last(db).await?.max(after);
    let ids = came(db, place, (after, upto), (from, last.is_some())).await?;
    let options = render_options(chat, None, now);
    let asked = Asked {
        period: (from, now),
        about: None,
        source: None,
        place: Some(place),
        reader: Language::from_tag(options.locale.code()),
    };
    Ok(Gathered {
        review: of_articles(db, &asked, ids, &|_, _| {}).await?,
        reads: shown::languages(chat.reads.as_deref().unwrap_or_default()),
        format: DocumentFormat::read(&reviews::format(db, place.0).await?).unwrap_or_default(),
        options,
        window: (from, now),
        arrivals: (after, upto),
    })
}

impl Gathered {
    /// Translates it for its readers and draws it.
    async fn made(self, translator: Option<&Translator>) -> Made {
        let Self { mut review, reads, options, format, window, arrivals } = self;
        translated::of_review(translator, &reads, &mut review).await;
        let name = format!("{}.{}", review.file_name(&options), format.word());
        let bytes = review.document(&options).write(format);
        let file = File::of_bytes(name, bytes, review.caption(&options));
        Made { file, window, arrivals, articles: review.review.articles }
    }
}

/// The articles that came for a place between two arrivals, in the order they came, but old ones of a feed just followed;
/// before them the last day of a feed followed since the last review.
async fn came(
    db: &mut Db,
    place: Place,
    between: (i64, i64),
    (from, told): (DateTime<Utc>, bool),
) -> anyhow::Result<Vec<i64>> {
    let mut ids = Vec::new();
    let mut known = BTreeSet::new();
    for arrival in arrivals::for_digest(db, place, between, told.then_some(from), true).await? {
        let old = !arrival.is_news(from, told);
        if old || !passes(db, &arrival).await? || !known.insert(arrival.article_id) {
            continue;
        }
        ids.push(arrival.article_id);
    }
    Ok(ids)
}

/// Whether the subscription's filter lets an article through.
async fn passes(db: &mut Db, arrival: &arrivals::Arrival) -> anyhow::Result<bool> {
    if arrival.filter.is_none() {
        return Ok(true);
    }
    let Some(stored) = crate::store::articles::get(db, Reader::Itself, arrival.article_id).await? else {
        return Ok(false);
    };
    let text = format!("{}\n{}", stored.article.title.unwrap_or_default(), stored.article.text);
    Ok(subscriptions::passes(arrival.filter.as_deref(), &text))
}

/// Stores a review and queues its document; nothing where the slot has had its review.
async fn file(db: &mut Db, place: Place, next: Next, made: Made, now: DateTime<Utc>) -> anyhow::Result<()> {
    let new = reviews::New {
        chat_id: place.0,
        thread: place.1,
        local_date: next.key.date,
        slot: next.key.minute.into(),
        window: made.window,
        arrivals: made.arrivals,
        articles: made.articles as i64,
    };
    let Some(id) = reviews::add(db, &new, now).await? else { return Ok(()) };
    tracing::info!(chat = place.0, articles = made.articles, "review");
    let (key, payload) = (format!("review:{id}"), store::to_json(&made.file)?);
    let row = New {
        chat_id: place.0,
        thread: place.1,
        kind: Kind::Digest,
        key: &key,
        op: Op::Document,
        payload: &payload,
    };
    outbox::put(db, &row, now).await?;
    Ok(())
}

async fn plan(db: &mut Db, chat: &chats::Chat, thread: Option<i64>) -> store::Result<Plan> {
    let number = thread.unwrap_or_default();
    let rows = reviews::slots(db, chat.id).await?;
    let times = rows.iter().filter(|row| row.thread == number).filter_map(|row| {
        let minute = u16::try_from(row.minute).ok()?;
        Some((Slot { minute, weekdays: Weekdays::from_bits(row.weekdays) }, row.created_at))
    });
    Ok(Plan { zone: zone(chat), slots: times.collect() })
}

fn key(last: &reviews::Review) -> Option<Key> {
    Some(Key { date: last.local_date.parse().ok()?, minute: u16::try_from(last.slot).ok()? })
}
