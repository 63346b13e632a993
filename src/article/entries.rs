//! The hours that head the entries of a live blog: `19:12 The fire service …`, `14.10 Uhr: …`, `18:40 МСК …`, `19h12 – …`.
//!
//! In: the blocks of an article. Out: the same, each beginning behind its hour: the hour is no part of a sentence, of an
//! office or of a name. A sentence that tells a time (`19:12 was late for them`) keeps it.

use crate::languages::{ByLanguage, minutes_east, section};
use crate::text::{Language, Span, is_letter};

use super::parts::{Block, Role};

/// So many lines headed by an hour make a live blog; a line alone has its hour parted from the rest.
const FEWEST: usize = 2;
/// Most words beside an hour: `MSK`, `(14:10 GMT)`.
const MOST_BESIDE: usize = 3;
/// Letters of the longest short name of a time zone.
const LONGEST_ZONE: usize = 5;
/// Letters of the longest words beside an hour.
const LONGEST_BESIDE: usize = 40;

/// The words beside an hour, the longest first.
static BESIDE: ByLanguage<Vec<String>> = ByLanguage::new(|language| {
    let mut words: Vec<String> =
        language.words(section::ENTRY_HOUR).map(std::borrow::Cow::into_owned).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
});

/// An hour at the head of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hour {
    /// Bytes of the line before what it heads.
    len: usize,
    /// Minutes since midnight.
    minutes: u32,
    /// A zone, a bracket or a mark parts it from the rest.
    sure: bool,
    /// It may be a day, as `19.12` is, for all that stands beside it.
    dotted: bool,
}

/// A day has no such month.
const LAST_MONTH: u32 = 12;

/// Has each line of the body begin behind the hour that heads it.
pub(super) fn leave_out_hours(text: &str, blocks: &mut [Block], language: Language) {
    let hours: Vec<Option<Hour>> = blocks
        .iter()
        .map(|block| {
            let line = matches!(block.role, Role::Body | Role::Heading).then(|| block.span.of(text))?;
            hour(line, language)
        })
        .collect();
    let entries = hours.iter().flatten().count();
    let days = !hours.iter().flatten().any(|hour| hour.dotted && hour.minutes % 60 > LAST_MONTH);
    for (block, hour) in blocks.iter_mut().zip(hours) {
        let told = |hour: &Hour| (hour.sure || entries >= FEWEST) && !(hour.dotted && days);
        if let Some(hour) = hour.filter(told) {
            block.span.start += hour.len;
        }
    }
}

/// Minutes since midnight of the hour left out before `block`, if there is one.
#[must_use]
pub fn hour_before(text: &str, block: Span, language: Language) -> Option<u32> {
    let start = text.get(..block.start)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..block.end)?;
    let lead = line.len() - line.trim_start().len();
    let hour = hour(line.trim_start(), language)?;
    (start + lead + hour.len == block.start).then_some(hour.minutes)
}

/// Reads the hour at the head of `line`, where a sentence begins behind it.
fn hour(line: &str, language: Language) -> Option<Hour> {
    line.chars().take(LONGEST_BESIDE).find(|letter| letter.is_numeric())?;
    let opened = line.trim_start_matches(['[', '(', '«', '•', '*']).trim_start();
    let (lead, led) = beside(opened, language);
    let (mut rest, minutes, dot) = digits(lead.trim_start())?;
    let mut named = led.is_some();
    let mut sure = false;
    for _ in 0..MOST_BESIDE {
        let (after, found) = beside(rest.trim_start().trim_start_matches('('), language);
        let Some(found) = found else { break };
        (named, sure) = (true, sure || found == Beside::Zone);
        rest = after;
    }
    let closed = rest.trim_start_matches([']', ')', '»', ' ', '\u{A0}']);
    sure |= line.starts_with(['[', '(']) && rest.trim_start().starts_with([']', ')']);
    let parted = closed.trim_start_matches(['-', '–', '—', ':', '|', '·', '：']);
    sure |= parted.len() < closed.len();
    let told = parted.trim_start();
    let first = told.chars().next().filter(|first| is_letter(*first) || OPENING.contains(first))?;
    let hour = Hour { len: line.len() - told.len(), minutes, sure, dotted: dot && !named };
    (!first.is_lowercase() && told.len() < rest.len()).then_some(hour)
}

/// Marks that open words.
const OPENING: [char; 9] = ['"', '«', '“', '”', '„', '「', '『', '¿', '¡'];

/// What stands behind `19:12`, `19.12`, `19h12`, `7.12`, `19时12分`, its minutes since midnight, and whether a point parts it.
fn digits(text: &str) -> Option<(&str, u32, bool)> {
    let (hours, rest) = number(text, 1)?;
    let mut letters = rest.trim_start_matches([' ', '\u{A0}']).chars();
    let mark = letters.next()?;
    let known = matches!(mark, 'h' | '时' | '時' | '点');
    if !known && (!matches!(mark, ':' | '.' | '：') || rest.starts_with([' ', '\u{A0}'])) {
        return None;
    }
    let behind = letters.as_str();
    let (minutes, rest) = number(if known { behind.trim_start() } else { behind }, 2)?;
    let rest = rest.strip_prefix('分').unwrap_or(rest);
    let whole = !rest.starts_with(|letter: char| letter.is_numeric() || matches!(letter, '.' | ',' | '%'));
    (hours < 24 && minutes < 60 && whole).then_some((rest, hours * 60 + minutes, mark == '.'))
}

/// One or two digits, at least `fewest`, and what stands behind them.
fn number(text: &str, fewest: usize) -> Option<(u32, &str)> {
    let (mut value, mut count, mut rest) = (0, 0, text);
    while let Some(digit) = rest.chars().next().and_then(digit).filter(|_| count < 2) {
        value = value * 10 + digit;
        count += 1;
        rest = rest.get(rest.chars().next()?.len_utf8()..)?;
    }
    (count >= fewest).then_some((value, rest))
}

/// The value of a digit, of the Latin, Arabic and Persian ones.
fn digit(letter: char) -> Option<u32> {
    let value = |zero: char| u32::from(letter).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    value('0').or_else(|| value('٠')).or_else(|| value('۰'))
}

/// What stands beside an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// A word of the language: Uhr, pm.
    Word,
    /// The short name of a zone.
    Zone,
}

/// What stands behind one of the words beside an hour, and what it is, if there is one.
fn beside(text: &str, language: Language) -> (&str, Option<Beside>) {
    let apart = |rest: &str| language.profile().unspaced || !rest.starts_with(is_letter);
    let lower: String = text.chars().take(LONGEST_BESIDE).flat_map(char::to_lowercase).collect();
    let starts = |word: &&String| lower.strip_prefix(word.as_str()).is_some_and(apart);
    let listed = BESIDE.of(language).iter().find(starts);
    if let Some(rest) = listed.and_then(|word| after(text, word.chars().count())) {
        return (rest, Some(Beside::Word));
    }
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let zone = text.get(..letters).filter(|zone| zone.len() <= LONGEST_ZONE && is_zone(zone));
    match zone.and_then(|_| text.get(letters..)).filter(|rest| apart(rest)) {
        Some(rest) => (rest, Some(Beside::Zone)),
        None => (text, None),
    }
}

/// True for `GMT`.
fn is_zone(zone: &str) -> bool {
    zone.len() > 1 && minutes_east(&zone.to_lowercase()).is_some()
}

/// What stands behind the first `count` letters.
fn after(text: &str, count: usize) -> Option<&str> {
    let at = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(at..)
}

#[cfg(test)]
mod tests;
