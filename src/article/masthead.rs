//! The lines around a headline: who wrote the article and when, where no tag says it.

use std::collections::{HashMap, VecDeque};
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use regex::Regex;

use super::dek::letters;
use super::patterns::BETWEEN_WORDS;
use super::rules::{Wording, wording};
use super::walk::Line;

/// How many lines above and below the headline are read.
const ABOVE: usize = 3;
const BELOW: usize = 10;
/// A longer line is no date line, in characters.
const LONGEST: usize = 120;

/// What stands around the headline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Masthead {
    pub(super) published: Option<DateTime<Utc>>,
    pub(super) byline: Option<String>,
}

static MONTHS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let lines = include_str!("rules/months.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let (number, names) = line.split_once(' ')?;
            let number = number.parse().ok()?;
            Some(names.split(' ').map(move |name| (name, number)))
        })
        .flatten()
        .collect()
});

/// True for the name of a month, in any case, with or without a stop.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains_key(word.trim_end_matches('.').to_lowercase().as_str())
}

/// Every name of a month, as alternatives of a pattern.
pub(super) fn month_names() -> String {
    let mut names: Vec<_> = MONTHS.keys().copied().collect();
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), *name));
    names.join("|")
}

static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months = month_names();
    Regex::new(&format!(
        r"(?xi) (?:^|[{BETWEEN_WORDS}])(?:
            (?P<month>{months}) \.? \s (?P<day>[0-9]{{1,2}}) (?:st|nd|rd|th)? ,? \s (?P<year>(?:19|20)[0-9]{{2}})
          | (?P<day2>[0-9]{{1,2}}) (?:st|nd|rd|th|\.|er|º)? \s? (?:de\s|of\s)? (?P<month2>{months}) \.? ,? \s (?:de\s|del\s)? (?P<year2>(?:19|20)[0-9]{{2}})
          | (?P<year3>(?:19|20)[0-9]{{2}}) [-/.年] (?P<month3>[0-9]{{1,2}}) [-/.月] (?P<day3>[0-9]{{1,2}})
          | (?P<day4>[0-9]{{1,2}}) \. \s? (?P<month4>[0-9]{{1,2}}) \. \s? (?P<year4>(?:19|20)[0-9]{{2}})
        )"
    ))
    .ok()
});

/// Reads the lines around the one that is `headline`, and none further on; nothing when no line is.
pub(super) fn read(mut lines: impl Iterator<Item = Line>, headline: &str) -> Masthead {
    let wanted = letters(headline);
    let mut above = VecDeque::with_capacity(ABOVE);
    let found = lines.by_ref().any(|line| {
        if !wanted.is_empty() && letters(&line.text) == wanted {
            return true;
        }
        if above.len() == ABOVE {
            above.pop_front();
        }
        above.push_back(line);
        false
    });
    if !found {
        return Masthead::default();
    }
    let short = |line: &Line| line.text.chars().nth(LONGEST).is_none();
    let near: Vec<_> = lines.take(BELOW).chain(above).filter(short).collect();
    Masthead {
        published: near.iter().find_map(|line| day(&line.text)),
        byline: near
            .iter()
            .find(|line| wording(&line.text) == Some(Wording::Byline))
            .map(|line| line.text.clone()),
    }
}

/// Reads the first day written out in `text`, as midnight UTC.
fn day(text: &str) -> Option<DateTime<Utc>> {
    if !["19", "20"].iter().any(|century| text.contains(century)) {
        return None;
    }
    let found = DAY.as_ref()?.captures(text)?;
    let number = |names: [&str; 4]| names.iter().find_map(|name| found.name(name)).map(|part| part.as_str());
    let year = number(["year", "year2", "year3", "year4"])?.parse().ok()?;
    let month = number(["month", "month2", "month3", "month4"])?;
    let month = month.parse().ok().or_else(|| MONTHS.get(month.to_lowercase().as_str()).copied())?;
    let day = number(["day", "day2", "day3", "day4"])?.parse().ok()?;
    Some(NaiveDate::from_ymd_opt(year, month, day)?.and_time(NaiveTime::MIN).and_utc())
}
