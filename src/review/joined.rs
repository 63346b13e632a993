//! Stories of several languages that are one, put together.

use super::material::Report;
use super::quoted::is_sure;
use crate::digest::{Tongues, together};
use crate::statement::Quote;
use crate::story::Across;

/// Puts the stories together that are one; each with its reports, which stand in time.
pub(super) fn joined(stories: Vec<Vec<Report<'_>>>) -> Vec<Vec<Report<'_>>> {
    let across: Vec<Vec<Across>> = stories.iter().map(|reports| across(reports)).collect();
    let tongues: Vec<Tongues<'_>> =
        stories.iter().zip(&across).map(|(reports, across)| tongues(reports, across)).collect();
    let places = together(&tongues);
    let mut groups: Vec<Vec<Report<'_>>> = vec![Vec::new(); stories.len()];
    for (reports, place) in stories.into_iter().zip(places) {
        if let Some(group) = groups.get_mut(place) {
            group.extend(reports);
        }
    }
    groups.retain(|reports| !reports.is_empty());
    groups
}

fn across(reports: &[Report<'_>]) -> Vec<Across> {
    let of = |report: &Report<'_>| Across::of(report.title(), &report.article.text, report.article.language);
    reports.iter().map(of).collect()
}

/// A story with the quotes of people named, the best of each report first.
fn tongues<'a>(reports: &[Report<'a>], across: &'a [Across]) -> Tongues<'a> {
    let quotes = reports.iter().flat_map(|report| {
        let mut best: Vec<_> = report.quotes.iter().filter(|quote| is_sure(quote)).collect();
        best.sort_by_key(|quote| quote.key);
        best.into_iter().filter_map(|quote| {
            Some(Quote {
                speaker: quote.speaker.as_ref()?.name.as_deref()?,
                language: report.article.language,
                day: report.at.date_naive(),
                text: &quote.text,
            })
        })
    });
    Tongues {
        languages: reports.iter().map(|report| report.article.language).collect(),
        reports: reports.iter().map(|report| report.at).zip(across).collect(),
        quotes: quotes.collect(),
    }
}
