//! Which stories a digest holds, and in which order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

/// Most stories of one region on the first page (CHAT.md).
const MOST_A_REGION: usize = 2;

/// A story as the digest sees it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Story {
    /// Its id.
    pub id: i64,
    /// Regions it concerns; none is fine and counts for no region.
    pub regions: Vec<String>,
    /// Its reports inside the digest's window.
    pub reports: Vec<Report>,
    /// What was said in it.
    pub quotes: Vec<Said>,
}

/// One outlet's report of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The article.
    pub article: i64,
    /// The outlet's name.
    pub outlet: String,
    /// Who owns it; the outlet's own name where nobody knows.
    pub owner: String,
    /// True when the source table says that the state controls it.
    pub state_controlled: bool,
    /// When it was published.
    pub published: DateTime<Utc>,
}

/// A quote of a story, and in how many outlets it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The quote.
    pub quote: i64,
    /// Outlets that have it.
    pub outlets: usize,
    /// Rank among its article's key quotes, 1 best.
    pub key: Option<u32>,
}

/// One story of a composed digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The story.
    pub story: i64,
    /// Distinct owners that report it.
    pub owners: usize,
    /// Outlets that report it, each once, the first to report it first.
    pub outlets: Vec<String>,
    /// The latest report's time.
    pub latest: DateTime<Utc>,
    /// True when nobody but one state-controlled owner has it.
    pub state_only: bool,
    /// Its quotes, best first.
    pub quotes: Vec<i64>,
}

/// Orders the stories of a digest: by distinct owners, then outlets, then the latest report, newest first.
///
/// Among the first `first_page` stories at most two concern the same region; further ones follow after, in order.
/// Stories without a report are left out.
#[must_use]
pub fn compose(stories: &[Story], first_page: usize) -> Vec<Entry> {
    let mut ranked: Vec<(&Story, Entry)> =
        stories.iter().filter_map(|story| Some((story, entry(story)?))).collect();
    ranked.sort_by_key(|(story, entry)| {
        (Reverse(entry.owners), Reverse(entry.outlets.len()), Reverse(entry.latest), story.id)
    });
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut front, mut later) = (Vec::new(), Vec::new());
    for (story, entry) in ranked {
        let regions: BTreeSet<&str> = story.regions.iter().map(String::as_str).collect();
        let full =
            regions.iter().any(|region| taken.get(region).is_some_and(|count| *count >= MOST_A_REGION));
        if full || front.len() >= first_page {
            later.push(entry);
        } else {
            for region in regions {
                *taken.entry(region).or_default() += 1;
            }
            front.push(entry);
        }
    }
    front.append(&mut later);
    front
}

fn entry(story: &Story) -> Option<Entry> {
    let mut reports: Vec<&Report> = story.reports.iter().collect();
    reports.sort_by_key(|report| (report.published, report.article));
    let latest = reports.last()?.published;
    let owners: BTreeSet<&str> = reports.iter().map(|report| report.owner.as_str()).collect();
    let mut outlets: Vec<String> = Vec::new();
    for report in &reports {
        if !outlets.contains(&report.outlet) {
            outlets.push(report.outlet.clone());
        }
    }
    let mut quotes: Vec<&Said> = story.quotes.iter().collect();
    quotes.sort_by_key(|said| (Reverse(said.outlets), said.key.unwrap_or(u32::MAX), said.quote));
    Some(Entry {
        story: story.id,
        owners: owners.len(),
        outlets,
        latest,
        state_only: owners.len() == 1 && reports.iter().all(|report| report.state_controlled),
        quotes: quotes.into_iter().map(|said| said.quote).collect(),
    })
}

#[cfg(test)]
#[path = "compose_tests.rs"]
mod tests;
