//! An archive of many articles, written fast: past the program's own store, into its schema.
//!
//! Every article has words by Zipf's law, four quotes of speakers by Zipf's law, and shares an event with its four
//! neighbours. The same number gives the same article. The search tables are filled in one go at the end.

use attache::article::{Article, Block, Role};
use attache::store::Store;
use attache::store::people::speakers;
use attache::text::{Language, Span};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, QueryBuilder, Sqlite, SqliteConnection};
use tempfile::TempDir;

/// Articles a day, whatever their number: a larger archive is an older one.
pub const A_DAY: i64 = 2_000;
/// Feeds that bring them, the first ones.
pub const FEEDS: i64 = 300;
/// Articles that report one event.
const AN_EVENT: i64 = 5;
/// Quotes of an article.
const QUOTES: usize = 4;
/// Rows written by one statement.
const AT_ONCE: usize = 250;
/// Words of the common vocabulary; rarer ones belong to one event.
const VOCABULARY: usize = 30_000;

/// The commonest words, so that commands can ask for some.
const COMMON: [&str; 40] = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "said",
    "on",
    "for",
    "that",
    "is",
    "was",
    "with",
    "by",
    "as",
    "at",
    "from",
    "has",
    "have",
    "will",
    "president",
    "minister",
    "government",
    "foreign",
    "country",
    "talks",
    "border",
    "treaty",
    "after",
    "over",
    "would",
    "they",
    "their",
    "not",
    "also",
    "week",
    "monday",
    "officials",
    "security",
    "economic",
];

/// An invented article.
struct Made {
    title: String,
    text: String,
    quotes: Vec<(Span, u64)>,
}

/// Fills the database in `folder`, whose feeds are there already, with `count` articles up to `now`.
pub async fn fill(folder: &TempDir, count: i64, now: DateTime<Utc>) {
    let path = folder.path().join("attache.db");
    let options = SqliteConnectOptions::new().filename(&path).journal_mode(SqliteJournalMode::Wal);
    let options = options.synchronous(SqliteSynchronous::Off).pragma("cache_size", "-262144");
    let mut db = options.disable_statement_logging().connect().await.unwrap();
    let triggers = without_triggers(&mut db).await;
    let people = speaker_count(count);
    add_speakers(&mut db, people).await;
    let mut next = 0;
    while next < count {
        let mut tx = db.begin().await.unwrap();
        for _ in 0..40 {
            let upto = (next + AT_ONCE as i64).min(count);
            add(&mut tx, next..upto, |id| now - TimeDelta::seconds((count - id) * 86_400 / A_DAY), people)
                .await;
            next = upto;
        }
        tx.commit().await.unwrap();
    }
    finish(&mut db, triggers).await;
    db.close().await.unwrap();
    // a start and an end of the program's own fold the log into the file
    Store::open(&path, now).await.unwrap().close().await;
}

/// Takes the triggers away, which would index row by row; returns them.
async fn without_triggers(db: &mut SqliteConnection) -> Vec<String> {
    let found: Vec<(String, String)> =
        sqlx::query_as("select name, sql from sqlite_schema where type = 'trigger'")
            .fetch_all(&mut *db)
            .await
            .unwrap();
    for (name, _) in &found {
        run(db, &format!("drop trigger {name}")).await;
    }
    for table in ["articles_found", "quotes_found"] {
        run(db, &format!("insert into {table} ({table}, rank) values ('hashsize', 67108864)")).await;
    }
    found.into_iter().map(|(_, sql)| sql).collect()
}

/// Builds what the triggers would have built, and puts them back.
async fn finish(db: &mut SqliteConnection, triggers: Vec<String>) {
    for table in ["articles_found", "quotes_found"] {
        run(db, &format!("insert into {table} ({table}) values ('rebuild')")).await;
        run(db, &format!("insert into {table} ({table}, rank) values ('hashsize', 1048576)")).await;
    }
    for sql in triggers {
        run(db, &sql).await;
    }
}

async fn run(db: &mut SqliteConnection, sql: &str) {
    sqlx::query(AssertSqlSafe(sql)).execute(db).await.unwrap();
}

fn speaker_count(articles: i64) -> u64 {
    (articles as u64 / 5).clamp(1_000, 100_000)
}

async fn add_speakers(db: &mut SqliteConnection, count: u64) {
    let all: Vec<u64> = (0..count).collect();
    for some in all.chunks(AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new("insert into speakers (id, name, name_key) ");
        query.push_values(some, |mut row, &number| {
            let name = person(number);
            let key = speakers::key(&name);
            row.push_bind(number as i64 + 1).push_bind(name).push_bind(key);
        });
        query.build().execute(&mut *db).await.unwrap();
    }
}

async fn add(
    db: &mut SqliteConnection,
    numbers: std::ops::Range<i64>,
    at: impl Fn(i64) -> DateTime<Utc>,
    people: u64,
) {
    if numbers.is_empty() {
        return;
    }
    let made: Vec<(i64, i64, Made)> =
        numbers.map(|number| (number + 1, at(number).timestamp(), make(number, people))).collect();
    let firsts: Vec<&(i64, i64, Made)> = made.iter().filter(|(id, ..)| (id - 1) % AN_EVENT == 0).collect();
    let story = |id: i64| (id - 1) / AN_EVENT + 1;
    if !firsts.is_empty() {
        let mut query = QueryBuilder::<Sqlite>::new(
            "insert into stories (id, headline, central_article, first_seen_at, last_seen_at) ",
        );
        query.push_values(firsts, |mut row, (id, at, made)| {
            row.push_bind(story(*id)).push_bind(&made.title).push_bind(id).push_bind(at).push_bind(at);
        });
        query.build().execute(&mut *db).await.unwrap();
    }
    let mut query = QueryBuilder::<Sqlite>::new(
        "insert into articles (id, url, host, site, title, language, published_at, first_seen_at, fetched_at, standing,
                               text, text_from, blocks, summary, warnings, method, content_hash, story_id) ",
    );
    query.push_values(&made, |mut row, (id, at, made)| {
        let host = format!("wire{}.example", id % FEEDS);
        let end = made.text.find(". ").map_or(made.text.len(), |at| at + 1);
        let block = Block { span: Span::whole(&made.text), role: Role::Body };
        let summary = (vec![&made.text[..end]], vec![vec![Span::new(0, end)]]);
        row.push_bind(id).push_bind(format!("https://{host}/{id}")).push_bind(host).push_bind("The Wire");
        row.push_bind(&made.title)
            .push_bind(word_of(&Language::default()))
            .push_bind(at)
            .push_bind(at)
            .push_bind(at);
        row.push_bind(word_of(&Article::default().standing)).push_bind(&made.text).push_bind("page");
        row.push_bind(serde_json::to_string(&[block]).unwrap())
            .push_bind(serde_json::to_string(&summary).unwrap());
        row.push_bind("[]")
            .push_bind("extractive")
            .push_bind(id.to_be_bytes().to_vec())
            .push_bind(story(*id));
    });
    query.build().execute(&mut *db).await.unwrap();
    let mut query = QueryBuilder::<Sqlite>::new("insert into arrivals (feed_id, article_id, at, fresh) ");
    query.push_values(&made, |mut row, (id, at, _)| {
        row.push_bind(id % FEEDS + 1).push_bind(id).push_bind(at).push_bind(1);
    });
    query.build().execute(&mut *db).await.unwrap();
    let mut query = QueryBuilder::<Sqlite>::new(
        "insert into quotes (article_id, start_byte, end_byte, text, kind, speaker_id, speaker_name, mention, confidence,
                             rule, key_rank, said_at) ",
    );
    let quotes = made.iter().flat_map(|(id, at, made)| {
        made.quotes.iter().enumerate().map(move |(rank, (span, who))| (id, at, made, rank, span, who))
    });
    query.push_values(quotes, |mut row, (id, at, made, rank, span, who)| {
        row.push_bind(id)
            .push_bind(span.start as i64)
            .push_bind(span.end as i64)
            .push_bind(span.of(&made.text));
        row.push_bind("direct").push_bind(*who as i64 + 1).push_bind(person(*who)).push_bind(person(*who));
        row.push_bind(0.9).push_bind("after").push_bind(rank as i64 + 1).push_bind(at);
    });
    query.build().execute(&mut *db).await.unwrap();
}

fn word_of<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap().trim_matches('"').to_owned()
}

fn make(number: i64, people: u64) -> Made {
    let mut random = fastrand::Rng::with_seed(number as u64);
    let mut event = fastrand::Rng::with_seed((number / AN_EVENT) as u64 ^ 0x5eed);
    let rare: Vec<String> = (0..24).map(|_| word(VOCABULARY + event.usize(0..4_000_000))).collect();
    let any = |random: &mut fastrand::Rng| {
        if random.u8(0..6) == 0 {
            rare[random.usize(0..rare.len())].clone()
        } else {
            word(zipf(random, VOCABULARY))
        }
    };
    let title: Vec<String> = (0..9).map(|_| any(&mut random)).collect();
    let (mut text, mut quotes) = (String::new(), Vec::new());
    for sentence in 0..24 {
        let words: Vec<String> = (0..18).map(|_| any(&mut random)).collect();
        let words = words.join(" ");
        if sentence % 6 == 3 && quotes.len() < QUOTES {
            let who = zipf(&mut random, people as usize) as u64;
            let start = text.len() + '“'.len_utf8();
            quotes.push((Span::new(start, start + words.len()), who));
            text.push_str(&format!("“{words},” {} said", person(who)));
        } else {
            text.push_str(&words);
        }
        text.push_str(if sentence % 4 == 3 { ".\n\n" } else { ". " });
    }
    Made { title: title.join(" "), text: text.trim_end().to_owned(), quotes }
}

/// The text of a report on one event, the same for the same number.
pub fn report(number: i64) -> String {
    make(number * AN_EVENT, 1_000).text.replacen("of ", "border treaty of ", 8)
}

/// A place in a list of `count`, the first the likeliest: about one in its place.
fn zipf(random: &mut fastrand::Rng, count: usize) -> usize {
    ((count as f64).powf(random.f64()) as usize).saturating_sub(1).min(count - 1)
}

/// The name of a speaker; the first is the one everybody asks for.
fn person(number: u64) -> String {
    let capital = |word: String| word[..1].to_uppercase() + &word[1..];
    match number {
        0 => "Ilan Dorev".to_owned(),
        _ => format!(
            "{} {}",
            capital(word(40 + number as usize % 700)),
            capital(word(1_000 + number as usize))
        ),
    }
}

/// The word at a place of the vocabulary: common ones first, then syllables.
fn word(place: usize) -> String {
    if let Some(common) = COMMON.get(place) {
        return (*common).to_owned();
    }
    let (mut rest, mut made) = (place, String::new());
    while rest > 0 || made.len() < 4 {
        made.push(char::from(b"bdfgklmnprstvz"[rest % 14]));
        made.push(char::from(b"aeiou"[rest / 14 % 5]));
        rest /= 70;
    }
    made
}
