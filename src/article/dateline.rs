//! The dateline: place, date and agency before the first sentence.
//!
//! In: the first paragraph. Out: its parts as written and the span of the whole, dash included, so that what follows
//! it is the first sentence. Forms: `MOSCOW, February 14. /TASS/.`, `BEIJING, Feb. 14 (Xinhua) --`,
//! `MOSCOW. Feb 14 (Interfax) -`, `LONDON (Reuters) -`, `PARIS, Feb 14, 2026 (AFP) –`, `Berlin (dpa) -`,
//! `Madrid, 14 feb (EFE).-`, `TOKYO, Feb. 14, Kyodo -`, `МОСКВА, 14 фев — РИА Новости.`, `CITY, Month d —`, `CITY —`.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::char::is_combining_mark;

use super::Dateline;
use crate::text::Span;

/// The longest place read, in characters.
const LONGEST_PLACE: usize = 60;
/// How much of a paragraph is looked at, in characters.
const HEAD: usize = 200;

static AGENCIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("rules/agencies.txt").lines().filter(|line| !line.starts_with('#')).map(str::trim).collect()
});

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&pattern()).ok());

/// Words within a place that begin small.
const PARTICLES: [&str; 22] = [
    "de", "del", "of", "the", "an", "am", "der", "im", "in", "la", "le", "les", "el", "los", "las", "du",
    "des", "sur", "на", "и", "and", "bei",
];

/// What parts the words of a place.
const PARTING: [char; 6] = [' ', '/', '-', ',', '(', ')'];

/// The form of a dateline. What a place is made of is left to [`is_place`]: classes of letters make a pattern large.
fn pattern() -> String {
    let months = super::masthead::month_names();
    let mut named: Vec<_> = AGENCIES
        .iter()
        .filter(|name| name.chars().count() > 3)
        .map(|name| regex::escape(name).replace(' ', r"\ "))
        .collect();
    named.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let named = named.join("|");
    format!(
        r"(?x) ^ (?P<place> \S .*? )
        (?: [.,:]? \s* (?: [-–—] \s* )? (?P<date>
            (?i: (?:{months}) \.? \s [0-9]{{1,2}} (?: ,? \s [0-9]{{4}} )?
               | [0-9]{{1,2}} (?: \. | er | º )? \s (?: de \s )? (?:{months}) \b \.? (?: ,? \s (?: de \s )? [0-9]{{4}} (?: \s г\. | \s года )? )? ) ) )?
        (?: [.,]? \s* (?: [-–—]+ \s* )? (?: / (?P<slashed> [^/()\n]{{2,40}}? ) / | \( (?P<braced> [^()\n]{{2,40}} ) \) | (?P<named> {named} ) ) )?
        (?P<end> \s* \.? \s? (?: -- | [–—―] ) \s* | \.? \s+ - \s+ | \s* \.- \s* | \s* [.:] \s+ | \s* $ )"
    )
}

/// Reads the dateline at the head of `paragraph`, if it has one. The span is of `paragraph`.
#[must_use]
pub fn dateline(paragraph: &str) -> Option<Dateline> {
    let end = paragraph.char_indices().nth(HEAD).map_or(paragraph.len(), |(at, _)| at);
    let head = paragraph.get(..end)?.trim_start();
    if !may_open(head) {
        return None;
    }
    let indent = end - head.len();
    let found = PATTERN.as_ref()?.captures(head)?;
    let part = |name: &str| found.name(name).map(|part| part.as_str().trim());
    let place = part("place")?.trim_end_matches([',', '.', ' ', '-', '–', '—', ':']);
    let (date, dashed) = (part("date"), part("end").is_some_and(|end| end.contains(['-', '–', '—', '―'])));
    let agency = part("slashed").or_else(|| part("named")).or_else(|| part("braced"));
    if !is_place(place) || part("braced").is_some_and(|name| !is_agency(name)) {
        return None;
    }
    let shouted =
        place.chars().filter(|c| c.is_alphabetic()).count() > 2 && !place.chars().any(char::is_lowercase);
    let sure = agency.is_some() || date.is_some() && (dashed || shouted) || shouted && dashed;
    let whole = found.get(0)?.range();
    let whole = Span::new(indent + whole.start, indent + whole.end).trimmed(paragraph);
    let own = |text: &str| text.trim_matches(['.', ',', ' ']).to_owned();
    let follows = paragraph.get(whole.end..).is_some_and(|rest| rest.chars().any(char::is_alphabetic));
    (sure && follows).then(|| Dateline {
        place: place.to_owned(),
        date: date.map(own),
        agency: agency.map(own),
        span: whole,
    })
}

/// Whether `name` is an agency's, or a short one in capitals, alone or after a slash or comma.
pub(super) fn is_agency(name: &str) -> bool {
    name.split(['/', ',', ';', '+']).map(str::trim).any(|name| {
        AGENCIES.contains(name)
            || (2..=6).contains(&name.chars().count()) && name.chars().all(|c| c.is_uppercase() || c == '-')
            || AGENCIES.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// False where the first words tell that no dateline stands here, which spares most paragraphs the pattern: a place
/// reaches no further than the first word that cannot be part of one, and a date, a mark or an agency comes next.
fn may_open(head: &str) -> bool {
    let mut reach = 0;
    for word in head.split_inclusive(PARTING) {
        reach += word.len();
        let word = word.trim_end_matches(PARTING);
        if !word.is_empty() && !is_place_word(word) {
            if super::masthead::is_month(word) {
                return true;
            }
            break;
        }
    }
    let reach = head.get(..reach).unwrap_or(head);
    reach.contains(|c: char| c.is_numeric() || matches!(c, '/' | '(' | '-' | '–' | '—' | '―'))
        || AGENCIES.iter().any(|name| name.len() > 3 && reach.contains(name))
}

/// Whether `text` could be a place: a few capitalised words.
fn is_place(text: &str) -> bool {
    let words: Vec<_> = text.split(PARTING).filter(|word| !word.is_empty()).collect();
    let letter = |c: char| c.is_alphabetic() || is_combining_mark(c) || matches!(c, '.' | '\'' | '’');
    text.chars().count() <= LONGEST_PLACE
        && text.starts_with(char::is_uppercase)
        && text.chars().all(|c| letter(c) || PARTING.contains(&c))
        && (1..=7).contains(&words.len())
        && words.iter().all(|word| is_place_word(word))
}

fn is_place_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || word.chars().nth(1).is_none() || PARTICLES.contains(&word)
}
