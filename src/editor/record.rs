//! What a person said about a matter, from the archive.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

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

/// Whose record is wanted, and of what.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Words that begin with a name; the rest of them, phrases, and what must not be there, are of the quotes.
    pub terms: Terms,
    /// Not said before.
    pub since: Option<DateTime<Utc>>,
    /// Part of the outlet's name or of its host.
    pub source: Option<String>,
}

/// The record of the person named by the longest beginning of the words. `None` when nothing is found.
///
/// # Errors
/// SQLite's.
pub async fn of_person(db: &mut Db, who: Reader, asked: &Asked) -> anyhow::Result<Option<PersonRecord>> {
    let words = &asked.terms.words;
    for split in (1..=words.len()).rev() {
        let (person, about) = words.split_at_checked(split).unwrap_or_default();
        let person = person.join(" ");
        let terms = Terms { words: about.to_vec(), ..asked.terms.clone() };
        let about = Some(terms.typed()).filter(|about| !about.is_empty());
        let wanted = Wanted {
            reader: who,
            person: Some(&person),
            words: (!terms.is_empty()).then_some(&terms),
            since: asked.since,
            source: asked.source.as_deref(),
            ..Wanted::default()
        };
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

/// Its words as they are told apart where quotes are counted.
fn wording(quote: &Found) -> &str {
    quote.text.trim_end_matches(['.', ','])
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
        let others: Vec<&Found> = others.map(|(_, other)| other).collect();
        let mut wordings: BTreeSet<&str> = others.iter().map(|other| wording(other)).collect();
        wordings.insert(wording(quote));
        let others: BTreeSet<String> = others.into_iter().map(outlet).filter(|name| *name != own).collect();
        words.push(Said { language: language(quote), text: &quote.text });
        sayings.push(Saying {
            text: quote.text.clone(),
            language: language(quote),
            at: quote.said_at,
            outlet: own,
            url: quote.url.clone(),
            others: others.into_iter().collect(),
            wordings: wordings.len(),
        });
    }
    let mut record = Record::of(&words);
    let later = |old: usize, new: usize| match (sayings.get(old), sayings.get(new)) {
        (Some(old), Some(new)) => new.at - old.at >= APART,
        _ => false,
    };
    let another_day = |old: usize, new: usize| match (sayings.get(old), sayings.get(new)) {
        (Some(old), Some(new)) => old.at.date_naive() < new.at.date_naive(),
        _ => false,
    };
    for matter in &mut record.matters {
        matter.more.retain(|(old, new)| another_day(*old, *new));
        matter.again.retain(|(old, new)| later(*old, *new));
        matter.changes.retain(|change| later(change.old, change.new));
    }
    (sayings, record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Kind;

    #[test]
    fn one_saying_of_many_outlets_names_them_all_and_counts_its_wordings() {
        let found = [
            quote(1, "Herald", "Lakeland will send 12 ships to the Strait of Alder,"),
            quote(2, "Wire", "Lakeland will send 12 ships to the Strait of Alder."),
            quote(3, "Post", "The talks about ships end on Monday."),
        ];
        let languages = (1..4).map(|id| (id, Language::coded("en"))).collect();
        let (sayings, _) = sorted(&found, &languages);
        let told: Vec<(&str, &[String], usize)> =
            sayings.iter().map(|saying| (&*saying.outlet, &*saying.others, saying.wordings)).collect();
        assert_eq!(told, [("Herald", &["Wire".to_owned()][..], 1), ("Post", &[][..], 1)]);
    }

    #[test]
    fn older_words_that_go_on_another_day_stand_with_their_own_text_and_day() {
        let said = |days: [i64; 3]| {
            let mut found = [
                quote(1, "Herald", "Lakeland does not bargain over bread."),
                quote(
                    2,
                    "Post",
                    "I said that Lakeland does not bargain over bread. It turns out it does over cake",
                ),
                quote(3, "Wire", "Lakeland does not bargain over bread"),
            ];
            for (one, days) in found.iter_mut().zip(days) {
                one.said_at += TimeDelta::days(days);
            }
            found.sort_by_key(|quote| (quote.said_at, quote.id));
            let languages = (1..4).map(|id| (id, Language::coded("en"))).collect();
            let (sayings, record) = sorted(&found, &languages);
            let outlets: Vec<String> = sayings.into_iter().map(|saying| saying.outlet).collect();
            (outlets, record.matters.into_iter().map(|matter| matter.more).collect::<Vec<_>>())
        };
        assert!(said([0, 0, 0]).1.iter().all(Vec::is_empty));
        let both = || vec!["Herald".to_owned(), "Post".to_owned()];
        assert_eq!(said([0, 1, 0]), (both(), vec![vec![(0, 1)]]));
        assert_eq!(said([0, 9, 0]), (both(), vec![vec![(0, 1)]]));
    }

    fn quote(id: i64, site: &str, text: &str) -> Found {
        Found {
            id,
            text: text.to_owned(),
            kind: Kind::Direct,
            speaker_id: Some(1),
            speaker_name: Some("Anna Orlo".to_owned()),
            speaker_role: None,
            mention: None,
            quoted_from: None,
            article_id: id,
            url: None,
            site: Some(site.to_owned()),
            host: None,
            title: None,
            said_at: DateTime::UNIX_EPOCH + TimeDelta::minutes(id),
            others: 0,
        }
    }
}
