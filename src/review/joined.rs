//! Stories that are one over languages: the press of several tongues tells the same statement in them.
//!
//! Words of two languages have little in common, so that an event often is a story in each. Two of them are one where a
//! statement is the same ([`same_statements`]) and no language has a story in both: within a language the stories were
//! told apart by their words already.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::material::Report;
use super::quoted::{is_sure, plain};
use crate::statement::{Quote, same_statements};
use crate::text::Language;

/// Quotes of one story that are compared, the best of its reports.
const OF_ONE: usize = 8;
/// Quotes compared in all, those of the widest stories.
const MOST: usize = 800;

/// Puts the stories together that are one; each with its reports, which stand in time.
pub(super) fn joined(stories: Vec<Vec<Report<'_>>>) -> Vec<Vec<Report<'_>>> {
    let told = told(&stories);
    let quotes: Vec<Quote<'_>> = told.iter().map(|(_, quote)| quote.clone()).collect();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for list in same_statements(&quotes) {
        let mut of: Vec<usize> = list.iter().filter_map(|at| Some(told.get(*at)?.0)).collect();
        of.sort_unstable();
        of.dedup();
        let pairs =
            of.iter().enumerate().flat_map(|(at, one)| of.iter().skip(at + 1).map(move |two| (*one, *two)));
        pairs.for_each(|pair| *shared.entry(pair).or_default() += 1);
    }
    let mut pairs: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    pairs.sort_by_key(|(pair, count)| (Reverse(*count), *pair));
    let mut groups: Vec<(HashSet<Language>, Vec<Report<'_>>)> = stories
        .into_iter()
        .map(|reports| (reports.iter().map(|report| report.article.language).collect(), reports))
        .collect();
    let mut place: Vec<usize> = (0..groups.len()).collect();
    for ((one, other), _) in pairs {
        let (Some(one), Some(other)) = (place.get(one).copied(), place.get(other).copied()) else { continue };
        let languages = |at: usize| groups.get(at).map(|(languages, _)| languages);
        let apart = languages(one).zip(languages(other)).is_some_and(|(one, other)| one.is_disjoint(other));
        if one == other || !apart {
            continue;
        }
        let (languages, reports) = groups.get_mut(other).map(std::mem::take).unwrap_or_default();
        if let Some(group) = groups.get_mut(one) {
            group.0.extend(languages);
            group.1.extend(reports);
        }
        place.iter_mut().filter(|at| **at == other).for_each(|at| *at = one);
    }
    groups.into_iter().map(|(_, reports)| reports).filter(|reports| !reports.is_empty()).collect()
}

/// The quotes of people named, each with the place of its story; of equal words of one story the first.
fn told<'a>(stories: &[Vec<Report<'a>>]) -> Vec<(usize, Quote<'a>)> {
    let mut order: Vec<usize> = (0..stories.len()).collect();
    order.sort_by_key(|at| Reverse(stories.get(*at).map_or(0, Vec::len)));
    let of = |at: usize| {
        let mut seen = BTreeSet::new();
        let all = stories.get(at).into_iter().flatten().flat_map(|report| {
            let mut best: Vec<_> = report.quotes.iter().filter(|quote| is_sure(quote)).collect();
            best.sort_by_key(|quote| quote.key);
            best.into_iter().map(move |quote| (report, quote))
        });
        let named = all.filter_map(move |(report, quote)| {
            let quote = Quote {
                speaker: quote.speaker.as_ref()?.name.as_deref()?,
                language: report.article.language,
                day: report.at.date_naive(),
                text: &quote.text,
            };
            seen.insert(plain(quote.text)).then_some((at, quote))
        });
        named.take(OF_ONE).collect::<Vec<_>>()
    };
    order.into_iter().flat_map(of).take(MOST).collect()
}
