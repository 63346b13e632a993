//! A topic over several reports: what several owners' outlets say, and what only one does.
//!
//! In: reports with the sentences of their briefs, or sentences a model wrote with the numbers of the reports that bear
//! them out. Out: a [`Topic`]. Invariants: a point names only reports that say it; two outlets of one owner count as one.

use std::collections::BTreeSet;

use crate::article::Article;
use crate::brief::Quote;
use crate::brief::check::Against;
use crate::text::{Span, fold, shares_a_word, words};

/// Most points of each kind.
const MOST_AGREED: usize = 3;
const MOST_SINGLE: usize = 4;
/// Share of the shorter of two sentences' words that makes them one point.
const SAME: f64 = 0.5;

/// A report as it comes.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Its number, as the reader sees it.
    pub number: usize,
    /// Who owns the outlet; its name where that is not known.
    pub owner: &'a str,
    /// The article.
    pub article: &'a Article,
    /// Its quotes.
    pub quotes: &'a [Quote],
    /// Sentences that tell it, best first.
    pub sentences: &'a [String],
}

/// One thing that is reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The sentence.
    pub text: String,
    /// Numbers of the reports that say it, rising.
    pub reports: Vec<usize>,
}

/// What is reported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Topic {
    /// By outlets of several owners, the most first.
    pub agreed: Vec<Point>,
    /// By one owner's outlets only.
    pub single: Vec<Point>,
}

/// The points in the reports' own sentences; of a report that speaks of what was asked only the sentences that do.
#[must_use]
pub fn points(reports: &[Report<'_>], asked: &str) -> Vec<Point> {
    let read: Vec<Against<'_>> =
        reports.iter().map(|report| Against::of(report.article, report.quotes)).collect();
    let mut found: Vec<(bool, usize, Point)> = Vec::new();
    for report in reports {
        for (place, sentence) in report.sentences.iter().enumerate() {
            let says = |(other, against): (&Report<'_>, &Against<'_>)| {
                let own = other.number == report.number;
                let told =
                    own || (other.article.language == report.article.language && against.says_too(sentence));
                told.then_some(other.number)
            };
            let reports: Vec<usize> = reports.iter().zip(&read).filter_map(says).collect();
            let language = report.article.language;
            let speaks = |sentence: &String| shares_a_word(sentence, asked, language);
            let astray = !speaks(sentence);
            if astray && report.sentences.iter().any(speaks) {
                continue;
            }
            found.push((astray, place, Point { text: sentence.clone(), reports }));
        }
    }
    found.sort_by_key(|(astray, place, _)| (*astray, *place));
    found.into_iter().map(|(_, _, point)| point).collect()
}

/// Chooses among points, better ones first, and parts them by how many owners stand behind them.
#[must_use]
pub fn arrange(points: Vec<Point>, reports: &[Report<'_>]) -> Topic {
    let owners = |point: &Point| -> usize {
        let of = reports.iter().filter(|report| point.reports.contains(&report.number));
        of.map(|report| report.owner).collect::<BTreeSet<_>>().len()
    };
    let (mut agreed, single): (Vec<Point>, Vec<Point>) =
        points.into_iter().partition(|point| owners(point) > 1);
    agreed.sort_by_key(|point| std::cmp::Reverse(owners(point)));
    let mut topic = Topic::default();
    for point in agreed {
        if topic.agreed.len() < MOST_AGREED && !topic.agreed.iter().any(|other| one_point(&point, other)) {
            topic.agreed.push(point);
        }
    }
    for point in single {
        // The like of it from elsewhere may say the contrary, so it stands.
        let known = topic.agreed.iter().chain(&topic.single).any(|other| one_point(&point, other));
        let told = topic.single.iter().any(|other| other.reports == point.reports);
        if topic.single.len() < MOST_SINGLE && !known && !told {
            topic.single.push(point);
        }
    }
    topic.single.sort_by(|one, other| one.reports.cmp(&other.reports));
    topic
}

/// Two points that share reports and most words are one.
#[must_use]
pub fn one_point(one: &Point, other: &Point) -> bool {
    one.reports.iter().any(|report| other.reports.contains(report)) && alike(&one.text, &other.text)
}

fn alike(one: &str, other: &str) -> bool {
    let set = |text: &str| -> BTreeSet<String> {
        let spans = words(text, Span::whole(text)).map(|span| fold(span.of(text)));
        spans.filter(|word| word.chars().count() > 3).collect()
    };
    let (one, other) = (set(one), set(other));
    let shared = one.intersection(&other).count();
    shared as f64 >= SAME * one.len().min(other.len()).max(1) as f64
}

#[cfg(test)]
#[path = "topic_tests.rs"]
mod tests;
