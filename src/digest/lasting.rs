//! How long something is to last, as people write it behind what it is about.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{first_valid, read_weekday};
use crate::languages::{Language, section, words};

/// Longest time, in hours: ten years.
const LONGEST: i64 = 24 * 3_650;

/// Parts the words from the time that may stand behind them: `7d`, `for 2 weeks`, `a month`, `until Monday`,
/// `until 2026-03-01`.
#[must_use]
pub fn lasting(typed: &str, now: DateTime<Utc>, zone: Tz) -> (String, Option<DateTime<Utc>>) {
    let words: Vec<&str> = typed.split_whitespace().collect();
    for at in 0..words.len() {
        let (about, time) = words.split_at(at);
        if let Some(until) = read(time, now, zone) {
            return (about.join(" "), Some(until));
        }
    }
    (words.join(" "), None)
}

fn read(time: &[&str], now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
    let small: Vec<String> = time.iter().map(|word| word.to_lowercase()).collect();
    let small: Vec<&str> = small.iter().map(String::as_str).collect();
    if let [opening, day] = small.as_slice()
        && is_one(opening, section::BEFORE_END)
    {
        return first_valid(zone, end(day, now.with_timezone(&zone).date_naive())?, 0).filter(|at| *at > now);
    }
    let opening = small.iter().take_while(|word| is_one(word, section::BEFORE_SPAN)).count();
    let hours = match small.get(opening..)? {
        [glued] => hours_glued(glued).or_else(|| hours_of(glued).filter(|_| opening > 0))?,
        [count, unit] => count.parse().ok().or_else(|| number(count))?.checked_mul(hours_of(unit)?)?,
        _ => return None,
    };
    let hours = Some(hours).filter(|hours| (1..=LONGEST).contains(hours))?;
    now.checked_add_signed(TimeDelta::try_hours(hours)?)
}

/// The day on which something ends: the next of its name, or a date.
fn end(day: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(weekday) = read_weekday(day) {
        let ahead = (6 + weekday - today.weekday().num_days_from_monday()) % 7 + 1;
        return today.checked_add_signed(TimeDelta::days(ahead.into()));
    }
    ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(day, form).ok())
}

/// `12h`, `7d`, `2w`.
fn hours_glued(word: &str) -> Option<i64> {
    let unit = word.chars().next_back()?;
    let count: i64 = word.strip_suffix(unit)?.parse().ok()?;
    let hours = match unit {
        'h' | 'ч' => 1,
        'd' | 'д' => 24,
        'w' | 'н' => 24 * 7,
        _ => return None,
    };
    count.checked_mul(hours)
}

fn number(word: &str) -> Option<i64> {
    let mut numbers = Language::all().flat_map(|language| language.pairs(section::NUMBERS));
    numbers.find(|(name, _)| name == word).and_then(|(_, number)| number.parse().ok())
}

fn hours_of(unit: &str) -> Option<i64> {
    let mut units = Language::all().flat_map(|language| language.pairs(section::TYPED_SPAN));
    units.find(|(name, _)| name == unit).and_then(|(_, hours)| hours.parse().ok())
}

fn is_one(word: &str, of: crate::languages::Section) -> bool {
    words(of).any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_may_stand_behind_the_words() {
        // a Saturday
        let now: DateTime<Utc> = "2026-02-14T12:00:00Z".parse().unwrap();
        for (typed, about, hours) in [
            ("grain deal 7d", "grain deal", Some(168)),
            ("Орло 2н", "Орло", Some(336)),
            ("ferry 12h", "ferry", Some(12)),
            ("ferry for 2 weeks", "ferry", Some(336)),
            ("ferry for a week", "ferry", Some(168)),
            ("ferry 3 days", "ferry", Some(72)),
            ("ferry until Monday", "ferry", Some(36)),
            ("ferry until Saturday", "ferry", Some(156)),
            ("ferry until 2026-02-16", "ferry", Some(36)),
            ("ferry until 2026-02-01", "ferry until 2026-02-01", None),
            ("паром на неделю", "паром", Some(168)),
            ("паром на 3 дня", "паром", Some(72)),
            ("паром до понедельника", "паром", Some(36)),
            ("ferry for two weeks", "ferry", Some(336)),
            ("ferry several weeks", "ferry several weeks", None),
            ("last week", "last week", None),
            ("на неделю", "", Some(168)),
            ("G 7", "G 7", None),
            ("ferry 0d", "ferry 0d", None),
            ("ferry 99999999999999999d", "ferry 99999999999999999d", None),
            ("", "", None),
        ] {
            let (read, until) = lasting(typed, now, Tz::UTC);
            assert_eq!(
                (read.as_str(), until.map(|until| (until - now).num_hours())),
                (about, hours),
                "{typed}"
            );
        }
    }
}
