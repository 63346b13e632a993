//! What a person said about a matter, from the archive.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;

use super::shown::named_outlet;
use crate::record::{Record, Said};
use crate::statement::{Quote, same_statements};
use crate::store::articles;
use crate::store::full_text::Terms;
use crate::store::people::quotes::{self, Found, Wanted};
use crate::store::{Db, Reader};
use crate::text::{Language, count_words};
use crate::view::{PersonRecord, Saying};

/// Most quotes of a person that are looked at, the newest.
const MOST: i64 = 400;
/// Words a quote must have to say something by itself.
const FEWEST_WORDS: usize = 4;
/// How far apart two sayings are that are not one told twice: outlets cut the same words differently.
const APART: TimeDelta = TimeDelta::hours(36);

/// The record of the person named by the longest beginning of `words`; the rest are words of the quotes. `None` when
/// nothing is found.
///
/// # Errors
/// SQLite's.
pub async fn of_person(db: &mut Db, who: Reader, words: &str) -> anyhow::Result<Option<PersonRecord>> {
    let words: Vec<&str> = words.split_whitespace().collect();
    for split in (1..=words.len()).rev() {
        let (person, about) = words.split_at_checked(split).unwrap_or_default();
        let (person, about) = (person.join(" "), about.join(" "));
        let about = Some(about).filter(|about| !about.is_empty());
        let terms = about.as_deref().map(Terms::read);
        let wanted =
            Wanted { reader: who, person: Some(&person), words: terms.as_ref(), ..Wanted::default() };
        let (count, mut found) = quotes::find(db, &wanted, MOST, 0).await?;
        found.retain(|quote| count_words(&quote.text) >= FEWEST_WORDS);
        if !found.is_empty() {
            let more = count.more || count.n > MOST;
            return Ok(Some(PersonRecord { about, more, ..record(db, who, found).await? }));
        }
    }
    Ok(None)
}

async fn record(db: &mut Db, who: Reader, mut found: Vec<Found>) -> anyhow::Result<PersonRecord> {
    found.sort_by_key(|quote| (quote.said_at, quote.id));
    let ids: BTreeSet<i64> = found.iter().map(|quote| quote.article_id).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let headings = articles::headings(db, who, &ids).await?;
    let languages: HashMap<i64, Language> =
        headings.into_iter().map(|heading| (heading.id, heading.language)).collect();
    // the name most of the quotes have
    let mut names: HashMap<&str, usize> = HashMap::new();
    for name in found.iter().filter_map(|quote| quote.speaker_name.as_deref()) {
        *names.entry(name).or_default() += 1;
    }
    let name = names.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)));
    let name = name.map(|(name, _)| name.to_owned()).unwrap_or_default();
    let (sayings, record) = tokio::task::spawn_blocking(move || sorted(&found, &languages)).await?;
    Ok(PersonRecord { name, sayings, record, ..PersonRecord::default() })
}

/// What was said, each statement once for all the outlets of a day, and its record.
fn sorted(found: &[Found], languages: &HashMap<i64, Language>) -> (Vec<Saying>, Record) {
    let language = |quote: &Found| languages.get(&quote.article_id).copied().unwrap_or_default();
    let quotes: Vec<Quote<'_>> = found
        .iter()
        .map(|quote| Quote {
            // one person under several spellings
            speaker: "",
            language: language(quote),
            day: quote.said_at.date_naive(),
            text: &quote.text,
        })
        .collect();
    let mut told_before: HashMap<usize, usize> = HashMap::new();
    for list in same_statements(&quotes) {
        if let Some((first, others)) = list.split_first() {
            told_before.extend(others.iter().map(|other| (*other, *first)));
        }
    }
    let outlet = |quote: &Found| {
        let site = quote.site.as_deref().or(quote.host.as_deref());
        named_outlet(site, quote.url.as_deref()).name
    };
    let mut sayings = Vec::new();
    let mut words = Vec::new();
    for (at, quote) in found.iter().enumerate().filter(|(at, _)| !told_before.contains_key(at)) {
        let own = outlet(quote);
        let others = found.iter().enumerate().filter(|(other, _)| told_before.get(other) == Some(&at));
        let others: BTreeSet<String> =
            others.map(|(_, other)| outlet(other)).filter(|name| *name != own).collect();
        words.push(Said { language: language(quote), text: &quote.text });
        sayings.push(Saying {
            text: quote.text.clone(),
            language: language(quote),
            at: quote.said_at,
            outlet: own,
            url: quote.url.clone(),
            others: others.len(),
        });
    }
    let mut record = Record::of(&words);
    let later = |old: usize, new: usize| match (sayings.get(old), sayings.get(new)) {
        (Some(old), Some(new)) => new.at - old.at >= APART,
        _ => false,
    };
    for matter in &mut record.matters {
        matter.again.retain(|(old, new)| later(*old, *new));
        matter.changes.retain(|change| later(change.old, change.new));
    }
    (sayings, record)
}
