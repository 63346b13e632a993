//! Which of a story's reports stands for it, and which others are named beside it: one rule for digests and reviews.
//!
//! The lead is the report whose headline has most in common with the others' in the reader's language, of equals the
//! latest. The latest report's headline is always named where the lead's does not say it, so that no development is lost.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::text::{Language, Span, fold, words};

/// Letters a word of a headline must have to tell what it is about.
const TELLING: usize = 4;
/// Headlines named beside the lead's.
const FURTHER: usize = 3;
/// One word in so many must be new where a headline says somewhat else, and where it says much else.
const SOMEWHAT: usize = 3;
const MUCH: usize = 2;

/// A report by its headline.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    /// The article.
    pub article: i64,
    /// Its headline; may be empty.
    pub title: &'a str,
    /// Language of the headline.
    pub language: Language,
    /// When it was published.
    pub at: DateTime<Utc>,
}

/// What is told of a story, by numbers of articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leading {
    /// Whose headline and text stand for it.
    pub lead: i64,
    /// Whose headlines are named beside it, the latest first.
    pub further: Vec<i64>,
}

/// A headline with the words that tell what it is about.
struct Read<'a> {
    heading: &'a Heading<'a>,
    telling: BTreeSet<String>,
}

/// Chooses among the reports of a story; `None` where none has a headline. `reader`: whose headlines come first.
#[must_use]
pub fn leading(reports: &[Heading<'_>], reader: Option<Language>) -> Option<Leading> {
    let titled = reports.iter().filter(|heading| !heading.title.trim().is_empty());
    let mut all: Vec<Read<'_>> =
        titled.map(|heading| Read { heading, telling: telling(heading.title) }).collect();
    all.sort_by_key(|read| (read.heading.at, read.heading.article));
    let own: Vec<&Read<'_>> =
        all.iter().filter(|read| reader.is_none_or(|own| own == read.heading.language)).collect();
    let candidates = if own.is_empty() { all.iter().collect() } else { own };
    let shared = |one: &Read<'_>| -> usize {
        candidates.iter().map(|other| one.telling.intersection(&other.telling).count()).sum::<usize>()
            - one.telling.len()
    };
    // the last of the greatest
    let best = candidates.iter().max_by_key(|read| shared(read))?;
    // whoever says the same in its headline first
    let lead = candidates.iter().find(|read| read.telling == best.telling).unwrap_or(best);
    Some(Leading { lead: lead.heading.article, further: further(lead, &all) })
}

/// The headlines named beside the lead's, the latest first: what came last as soon as it says anything else, what else came
/// after the lead where it says somewhat else, and what came before where it says much else. In another language than the
/// lead's only what came after all in it.
fn further(lead: &Read<'_>, all: &[Read<'_>]) -> Vec<i64> {
    let is_own = |read: &Read<'_>| read.heading.language == lead.heading.language;
    let mut known = lead.telling.clone();
    let mut named: Vec<i64> = Vec::new();
    let (mut own_seen, mut lead_seen) = (false, false);
    for read in all.iter().rev() {
        if read.heading.article == lead.heading.article {
            (own_seen, lead_seen) = (true, true);
            continue;
        }
        let words = read.telling.len();
        let least = match (is_own(read), own_seen, lead_seen) {
            (false, false, _) if named.is_empty() => 1,
            (false, ..) => continue,
            (true, false, _) => 1,
            (true, true, false) => words.div_ceil(SOMEWHAT),
            (true, true, true) => words.div_ceil(MUCH),
        };
        own_seen |= is_own(read);
        if read.telling.difference(&known).count() >= least.max(1) && named.len() < FURTHER {
            known.extend(read.telling.iter().cloned());
            named.push(read.heading.article);
        }
    }
    named
}

/// The words of a headline that tell what it is about; all of them where it has only short ones.
fn telling(title: &str) -> BTreeSet<String> {
    let all: BTreeSet<String> = words(title, Span::whole(title)).map(|span| fold(span.of(title))).collect();
    let long: BTreeSet<String> = all.iter().filter(|word| word.chars().count() >= TELLING).cloned().collect();
    if long.is_empty() { all } else { long }
}

#[cfg(test)]
#[path = "lead_tests.rs"]
mod tests;
