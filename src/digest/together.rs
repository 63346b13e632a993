//! Stories that are one over languages: the press of several tongues tells the same statement in them, or the same names
//! and numbers.
//!
//! Words of two languages have little in common, so that an event often is a story in each. Two of them are one where a
//! statement is the same ([`same_statements`]) or two reports tell one event ([`Across::one_event`]), and no language has a
//! story in both: within a language the stories were told apart by their words already.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::statement::{Quote, same_statements};
use crate::story::Across;
use crate::text::{Language, Span, fold, words};

/// Quotes of one story that are compared, the first.
const OF_ONE: usize = 8;
/// Quotes compared in all, those of the widest stories.
const MOST: usize = 800;

/// Time between two reports of one event.
const APART: TimeDelta = TimeDelta::hours(36);

/// A story by the languages it is told in.
#[derive(Debug, Clone, Default)]
pub struct Tongues<'a> {
    /// Languages of its reports.
    pub languages: HashSet<Language>,
    /// Its reports by what can be compared over languages, with their time.
    pub reports: Vec<(DateTime<Utc>, &'a Across)>,
    /// The words of people named, best first.
    pub quotes: Vec<Quote<'a>>,
}

/// Tells which stories are one: for each the place of the one that stands for it, which is its own where it stands alone.
#[must_use]
pub fn together(stories: &[Tongues<'_>]) -> Vec<usize> {
    let mut place: Vec<usize> = (0..stories.len()).collect();
    let spoken: HashSet<Language> =
        stories.iter().flat_map(|story| story.languages.iter().copied()).collect();
    if spoken.len() < 2 {
        return place;
    }
    let mut languages: Vec<HashSet<Language>> = stories.iter().map(|story| story.languages.clone()).collect();
    for (one, other) in pairs(stories) {
        let (Some(one), Some(other)) = (place.get(one).copied(), place.get(other).copied()) else { continue };
        let of = |at: usize| languages.get(at);
        let apart = of(one).zip(of(other)).is_some_and(|(one, other)| one.is_disjoint(other));
        if one == other || !apart {
            continue;
        }
        let more = languages.get_mut(other).map(std::mem::take).unwrap_or_default();
        if let Some(languages) = languages.get_mut(one) {
            languages.extend(more);
        }
        place.iter_mut().filter(|at| **at == other).for_each(|at| *at = one);
    }
    place
}

/// Pairs of stories that tell the same statement or event, those with the most in common first.
fn pairs(stories: &[Tongues<'_>]) -> Vec<(usize, usize)> {
    let told = told(stories);
    let quotes: Vec<Quote<'_>> = told.iter().map(|(_, quote)| (*quote).clone()).collect();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for list in same_statements(&quotes) {
        let of: BTreeSet<usize> = list.iter().filter_map(|at| Some(told.get(*at)?.0)).collect();
        let of: Vec<usize> = of.into_iter().collect();
        let pairs =
            of.iter().enumerate().flat_map(|(at, one)| of.iter().skip(at + 1).map(move |two| (*one, *two)));
        pairs.for_each(|pair| *shared.entry(pair).or_default() += 1);
    }
    for pair in of_one_event(stories) {
        *shared.entry(pair).or_default() += 1;
    }
    let mut pairs: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    pairs.sort_by_key(|(pair, count)| (Reverse(*count), *pair));
    pairs.into_iter().map(|(pair, _)| pair).collect()
}

/// Pairs of stories of different languages with two reports that tell one event.
fn of_one_event(stories: &[Tongues<'_>]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, one) in stories.iter().enumerate() {
        for (facing, other) in stories.iter().enumerate().skip(at + 1) {
            let is_one = |(time, report): &(DateTime<Utc>, &Across)| {
                let mut near = other.reports.iter().filter(|(day, _)| (*time - *day).abs() <= APART);
                near.any(|(_, facing)| report.one_event(facing).is_some())
            };
            if one.languages.is_disjoint(&other.languages) && one.reports.iter().any(is_one) {
                found.push((at, facing));
            }
        }
    }
    found
}

/// The quotes that are compared, each with the place of its story; of equal words of one story the first.
fn told<'s, 'a>(stories: &'s [Tongues<'a>]) -> Vec<(usize, &'s Quote<'a>)> {
    let mut order: Vec<(usize, &Tongues<'a>)> = stories.iter().enumerate().collect();
    order.sort_by_key(|(_, story)| Reverse(story.reports.len()));
    let of = |(at, story): (usize, &'s Tongues<'a>)| {
        let mut seen = BTreeSet::new();
        let new = story.quotes.iter().filter(move |quote| seen.insert(plain(quote.text)));
        new.take(OF_ONE).map(move |quote| (at, quote)).collect::<Vec<_>>()
    };
    order.into_iter().flat_map(of).take(MOST).collect()
}

/// Words without marks, case and accents.
fn plain(text: &str) -> String {
    let folded = fold(text);
    words(&folded, Span::whole(&folded)).map(|span| span.of(&folded)).collect::<Vec<_>>().join(" ")
}
