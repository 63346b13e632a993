//! Lines that tell when an article was published: nothing in them but a day, an hour, a label, names and counts.
//!
//! In: a short line near a headline or a byline. Out: its day. Running text tells days of other things: a line in which
//! words of a sentence stand before or behind the day is none.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset};

use super::date_in_words::found;
use super::order::Order;
use crate::article::html::lines::{Kind, Line};
use crate::article::metadata::agencies::is_named_agency;
use crate::languages::{self, Language, section};
use crate::text::Span;

/// A longer line is no dated line, in characters.
const LONGEST: usize = 120;
/// The most words beside the day in the part of a line it stands in.
const BESIDE: usize = 7;
/// Between the parts of a line.
const PARTS: [char; 12] = ['|', '•', '·', '⋅', '∙', '●', '►', '»', '—', '–', '/', '‧'];

/// The same, but only between spaces.
pub(in crate::article) const HYPHEN: &str = " - ";

/// Words that may begin small beside a day: of labels, before the names of authors, days of the week, words for hours.
static SMALL: LazyLock<HashSet<Cow<'static, str>>> = LazyLock::new(|| {
    let labels = languages::lines(section::PUBLISHED).chain(languages::lines(section::BY));
    let labels = labels.flat_map(str::split_whitespace).map(Cow::Borrowed);
    let days =
        Language::all().flat_map(Language::weekdays).flat_map(|day| day.names.into_iter().chain(day.short));
    let hours =
        [section::BEFORE_HOUR, section::HOUR, section::AFTER_YEAR].into_iter().flat_map(languages::words);
    labels.chain(days).chain(hours).collect()
});
/// Labels of the day of publication.
static PUBLISHED: LazyLock<Vec<&str>> = LazyLock::new(|| languages::lines(section::PUBLISHED).collect());
/// Labels of the day of a change.
static UPDATED: LazyLock<Vec<&str>> = LazyLock::new(|| languages::lines(section::UPDATED).collect());
/// Before the words or the maker of a picture.
static PICTURE: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| languages::words(section::PICTURE).chain([Cow::Borrowed("©")]).collect());

/// The day a line tells, if it is a dated line and the day is not that of a change.
pub(in crate::article) fn day(line: &Line, order: Order) -> Option<DateTime<FixedOffset>> {
    let short = line.text.chars().nth(LONGEST).is_none();
    if !short || matches!(line.kind, Kind::Heading | Kind::Caption | Kind::Pre) {
        return None;
    }
    let lower = line.text.to_lowercase();
    let end = PICTURE.iter().filter_map(|word| lower.find(word.as_ref())).min().unwrap_or(line.text.len());
    // the words before a picture's maker are the picture's, unless there are none but the day
    let text = line.text.get(..end)?;
    let pictured = end < line.text.len();
    let (at, read) = found(text, order)?;
    let before = part_before(text.get(..at.start)?);
    let behind = part_behind(text.get(at.end..)?);
    let bare = |text: &str| !text.chars().any(char::is_alphabetic);
    let fits =
        if pictured { bare(before) } else { is_beside(before) && is_beside(behind) && !is_update(before) };
    (fits && !is_running(text)).then_some(read)
}

/// The day that stands behind a label: what stands between them may stand beside a day, and no sentence goes on behind it.
pub(in crate::article) fn day_behind(rest: &str, order: Order) -> Option<DateTime<FixedOffset>> {
    let (at, read) = found(rest, order)?;
    (is_beside(part_before(rest.get(..at.start)?)) && !is_running(rest)).then_some(read)
}

/// Whether a line has as many small words as a sentence between dashes.
fn is_running(text: &str) -> bool {
    const MOST: usize = 5;
    let small = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let small = small.filter(|word| word.starts_with(char::is_lowercase) && word.chars().nth(2).is_some());
    small.filter(|word| !SMALL.contains(*word) && !is_named_agency(word)).count() > MOST
}

/// The parts of a line that may name somebody: between its marks, before and behind its day.
pub(in crate::article) fn parts_beside_day(text: &str) -> impl Iterator<Item = &str> {
    let day = found(text, Order::DayFirst).map_or(Span::new(text.len(), text.len()), |(at, _)| at);
    let marks = |c: char| c != '/' && PARTS.contains(&c);
    let ends = [text.get(..day.start), text.get(day.end..)];
    ends.into_iter().flatten().flat_map(move |end| end.split(marks)).flat_map(|part| part.split(HYPHEN))
}

/// The last part of what stands before a day.
fn part_before(text: &str) -> &str {
    let part = text.rsplit(PARTS).next().unwrap_or(text);
    part.rsplit(HYPHEN).next().unwrap_or(part)
}

/// The first part of what stands behind it.
fn part_behind(text: &str) -> &str {
    let ends = [text.find(PARTS), text.find(HYPHEN), text.find(". ")];
    let end = ends.into_iter().flatten().min().unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// Whether words may stand beside a day: labels, names, numbers with a word each.
fn is_beside(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let counted = |at: usize| {
        at.checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let fits = |(at, word): (usize, &&str)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !bare.starts_with(char::is_lowercase)
            || bare.chars().count() <= 2
            || SMALL.contains(bare)
            || is_named_agency(bare)
            || counted(at)
            || word.ends_with(',') && at == 0
    };
    words.len() <= BESIDE && words.iter().enumerate().all(fits)
}

/// Whether the words before a day say that it is the day of a change.
pub(super) fn is_update(before: &str) -> bool {
    ends_with_label(before, &UPDATED)
}

/// Whether they say that it is that of publication.
pub(super) fn is_publication(before: &str) -> bool {
    ends_with_label(before, &PUBLISHED)
}

fn ends_with_label(before: &str, labels: &[&str]) -> bool {
    let before = before.trim().trim_end_matches(':').to_lowercase();
    labels
        .iter()
        .any(|label| before.strip_suffix(label).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dated_lines_are_told_from_running_text() {
        for (text, dated) in [
            ("14 February 2026", true),
            ("Published 14 February 2026", true),
            ("Published 14 February 2026. Updated 20 February 2026", true),
            ("Harbour, 14 February 2026", true),
            ("By Nadia Feld, 14 February 2026, 3 comments", true),
            ("World news | 14 February 2026 | 5 min read", true),
            ("14 February 2026 - Words by The Harbour Desk of the Gazette - 7 min read", true),
            ("It was a long day - 14 February 2026 - and nobody came to the harbour", false),
            ("Samstag, 14. Februar 2026, 18:30 Uhr", true),
            ("Publié le 14 février 2026 à 18h30", true),
            ("суббота, 14 февраля 2026 г.", true),
            ("14.02.2026 Foto: Lena Brack", true),
            ("Updated 14 February 2026", false),
            ("The old bridge on February 14, 2026. Photo: Lena Brack", false),
            ("It began on 14 February 2026.", false),
            ("14 February 2026 was the day the ferry sank", false),
            ("Seit dem 14. Februar 2026 ist der Hafen zu", false),
            ("Depuis le 14 février 2026, le port est fermé", false),
            ("Порт закрыт с 14 февраля 2026 года", false),
        ] {
            assert_eq!(day(&Line::paragraph(text), Order::Unknown).is_some(), dated, "{text}");
        }
        let heading = Line { kind: Kind::Heading, ..Line::paragraph("14 February 2026: the flood") };
        assert_eq!(day(&heading, Order::Unknown), None);
    }
}
