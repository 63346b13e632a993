//! The dateline: place, date and agency before the first sentence.
//!
//! In: the first paragraph. Out: its parts as written and the span of the whole, dash included, so that what follows
//! it is the first sentence. Forms: `MOSCOW, February 14. /TASS/.`, `BEIJING, Feb. 14 (Xinhua) --`,
//! `MOSCOW. Feb 14 (Interfax) -`, `LONDON (Reuters) -`, `PARIS, Feb 14, 2026 (AFP) –`, `Berlin (dpa) -`,
//! `Madrid, 14 feb (EFE).-`, `TOKYO, Feb. 14, Kyodo -`, `МОСКВА, 14 фев — РИА Новости.`, `CITY, Month d —`, `CITY —`.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

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
        r"(?x) ^\s*
        (?P<place> \p{{Lu}} [\p{{L}}\p{{M}}.'’\-\ /,()]*? )
        (?: [.,:]? \s* (?: [-–—] \s* )? (?P<date>
            (?i: (?:{months}) \.? \s \d{{1,2}} (?: ,? \s \d{{4}} )?
               | \d{{1,2}} (?: \. | er | º )? \s (?: de \s )? (?:{months}) \b \.? (?: ,? \s (?: de \s )? \d{{4}} (?: \s г\. | \s года )? )? ) ) )?
        (?: [.,]? \s* (?: [-–—]+ \s* )? (?: / (?P<slashed> [^/()\n]{{2,40}}? ) / | \( (?P<braced> [^()\n]{{2,40}} ) \) | (?P<named> {named} ) ) )?
        (?P<end> \s* \.? \s? (?: -- | [–—―] ) \s* | \.? \s+ - \s+ | \s* \.- \s* | \s* [.:] \s+ | \s* $ )"
    )
}

/// Reads the dateline at the head of `paragraph`, if it has one. The span is of `paragraph`.
#[must_use]
pub fn dateline(paragraph: &str) -> Option<Dateline> {
    if !may_begin(paragraph) {
        return None;
    }
    let end = paragraph.char_indices().nth(HEAD).map_or(paragraph.len(), |(at, _)| at);
    let found = PATTERN.as_ref()?.captures(paragraph.get(..end)?)?;
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
    let whole = Span::from(found.get(0)?.range()).trimmed(paragraph);
    let own = |text: &str| text.trim_matches(['.', ',', ' ']).to_owned();
    let follows = paragraph.get(whole.end..).is_some_and(|rest| rest.chars().any(char::is_alphabetic));
    (sure && follows).then(|| Dateline {
        place: place.to_owned(),
        date: date.map(own),
        agency: agency.map(own),
        span: whole,
    })
}

/// Whether a dateline may stand at the head of `paragraph`: its first words could be a place, up to a mark or a number.
fn may_begin(paragraph: &str) -> bool {
    for word in paragraph.split_whitespace().take(8) {
        let first = word.chars().next().unwrap_or_default();
        let of_place = first.is_uppercase() || PARTICLES.contains(&word) || word.chars().count() == 1;
        if word.contains(|c: char| c.is_numeric() || !c.is_alphabetic()) {
            return true;
        }
        if !of_place {
            return false;
        }
    }
    true
}

/// Whether `name` is an agency's, or a short one in capitals, alone or after a slash or comma.
pub(super) fn is_agency(name: &str) -> bool {
    name.split(['/', ',', ';', '+']).map(str::trim).any(|name| {
        AGENCIES.contains(name)
            || (2..=6).contains(&name.chars().count()) && name.chars().all(|c| c.is_uppercase() || c == '-')
            || AGENCIES.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// Whether `text` could be a place: a few capitalised words.
fn is_place(text: &str) -> bool {
    let words: Vec<_> = text.split([' ', '/', '-', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    text.chars().count() <= LONGEST_PLACE
        && (1..=7).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                || word.chars().count() == 1
                || PARTICLES.contains(word)
        })
}
