//! Names of authors without “By”, and what is no author: agencies, desks, houses, roles, addresses and login names.
//!
//! In: what a page or a line says of who wrote it. Out: names of people as written, or none: whoever cannot be told
//! from a house is not named.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::credentials::{is_credential, with_credential, with_last_stop, without_credential};
use crate::article::metadata::agencies::{is_agency, is_named_agency};
use crate::article::metadata::published::date_in_words::is_month;
use crate::article::metadata::site_name::Outlet;
use crate::languages::{self, section, shared};
use crate::text::letters;

/// A set of words of every language.
pub(super) type Words = LazyLock<HashSet<Cow<'static, str>>>;

pub(super) static WHOLE: LazyLock<HashSet<&str>> =
    LazyLock::new(|| languages::lines(section::NOBODY).chain(shared::PAGES.lines("nobody")).collect());
pub(super) static WORD: Words = LazyLock::new(|| {
    languages::words(section::NOBODY_WORD).chain(shared::PAGES.words("nobody word")).collect()
});
pub(in crate::article) static ROLE: Words =
    LazyLock::new(|| languages::words(section::AUTHOR_ROLE).collect());
/// Words before a name, the longest first.
pub(in crate::article) static BY: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut words: Vec<_> =
        languages::lines(section::BY).chain(languages::lines(section::BY_AT_HEAD)).collect();
    words.sort_by_key(|words| std::cmp::Reverse(words.len()));
    words
});

/// Those that count only at the head of a line.
pub(super) static AT_HEAD: LazyLock<HashSet<&str>> =
    LazyLock::new(|| languages::lines(section::BY_AT_HEAD).collect());

/// First words of what stands before a day.
pub(super) static LABEL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let labels = languages::lines(section::PUBLISHED).chain(languages::lines(section::UPDATED));
    labels.filter_map(|label| label.split(' ').next()).collect()
});

/// Words within a name that begin small.
pub(in crate::article) static PARTICLES: Words = LazyLock::new(|| shared::NAMES.words("particle").collect());
/// Words before the name of a house.
pub(super) static ARTICLES: Words = LazyLock::new(|| languages::words(section::ARTICLE).collect());
/// Words between two names.
static JOINERS: Words =
    LazyLock::new(|| languages::words(section::JOINER).chain([Cow::Borrowed("&")]).collect());
/// Whether a word stands between two names; an initial is none: `Robert I. Feld`.
pub(super) fn is_joiner(word: &str) -> bool {
    let initial = word.starts_with(char::is_uppercase) && word.trim_end_matches('.').chars().nth(1).is_none();
    !initial && JOINERS.contains(word.to_lowercase().as_str())
}

/// Words behind a name with which a place or an outlet begins.
pub(in crate::article) static BEHIND: Words =
    LazyLock::new(|| languages::words(section::BEHIND_AUTHOR).collect());

/// Joins the names of people among `names`; none for agencies, desks, addresses and the outlet itself.
pub(in crate::article) fn byline(names: &[String], outlet: &Outlet) -> Option<String> {
    let mut people: Vec<String> = Vec::new();
    for name in names.iter().flat_map(|name| name.split([';', '|'])) {
        let Some(name) = person_of(name, outlet) else { continue };
        let own = letters(&name);
        if !people.iter().any(|known| letters(known) == own) {
            people.push(name);
        }
    }
    (!people.is_empty()).then(|| people.join(", "))
}

/// The person a name is of, unless it is the outlet's.
pub(in crate::article) fn person_of(name: &str, outlet: &Outlet) -> Option<String> {
    person(name).filter(|person| !outlet.is(person) && !outlet.is(without_by(trimmed(name))))
}

/// Cleans an author's name; none for agencies, desks, addresses and login names.
pub(in crate::article) fn person(name: &str) -> Option<String> {
    let whole = name.trim();
    let name = without_by(trimmed(name));
    if name.contains("://") || name.contains("www.") || name.contains(".com") || name.contains(".org") {
        return None;
    }
    let name = name.split(['•', '·', '(', '<', '*']).next().unwrap_or_default();
    let name = name.split(" @").next().unwrap_or_default();
    let parts: Vec<_> = [" – ", " — ", " - "].iter().fold(vec![name], |parts, mark| {
        parts.into_iter().flat_map(|part| part.split(mark)).take(1).collect()
    });
    let name = parts.first().map_or("", |name| before_label(before_number(name)));
    let mut kept: Vec<&str> = Vec::new();
    let mut house = false;
    for (index, written) in name.split([',', '/']).enumerate() {
        if !kept.is_empty() && is_credential(written.trim()) {
            kept.push(written.trim());
            continue;
        }
        let part = before_place(trimmed(written));
        if index > 0 && is_role(part) {
            break;
        }
        let desk = part.rsplit(' ').next().is_some_and(|last| WORD.contains(last.to_lowercase().as_str()));
        let part = if desk { part } else { without_role(part) };
        if part.is_empty() {
            continue;
        }
        let nobody = is_nobody(part);
        // what follows a house is its seat, unless it looks like somebody
        let article =
            part.split(' ').next().is_some_and(|word| ARTICLES.contains(word.to_lowercase().as_str()));
        if !nobody && (!house || looks_like_a_person(part) && !article) {
            kept.push(with_credential(part, written.trim()));
        }
        house |= nobody && kept.is_empty();
    }
    let name = with_last_stop(kept.join(", "), whole);
    let name = without_agency(&name).to_owned();
    let fits = name.chars().any(char::is_alphabetic)
        && name.chars().count() <= 100
        && name.split_whitespace().count() <= 14;
    fits.then_some(name)
}

pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ",;.|•·-–—:*@\"“”".contains(c) && c != '.')
        .trim_end_matches('.')
        .trim()
}

/// Whether a text is no more than “By”.
pub(in crate::article) fn is_by(text: &str) -> bool {
    BY.contains(&text.trim().trim_end_matches(':').trim_end().to_lowercase().as_str())
}

/// Cuts “By” and its like, once or twice: `Story by: By Nadia Feld`.
pub(super) fn without_by(name: &str) -> &str {
    let mut name = name;
    for _ in 0..2 {
        let cut = BY.iter().find_map(|by| {
            let rest = name
                .get(by.len()..)
                .filter(|_| name.get(..by.len()).is_some_and(|head| head.to_lowercase() == **by))?;
            rest.starts_with([' ', ':', '\u{a0}']).then(|| rest.trim_start_matches([' ', ':', '\u{a0}']))
        });
        name = cut.unwrap_or(name);
    }
    name
}

/// What stands before the first word that begins with a digit, unless that is of a degree: `E-RYT 200`.
fn before_number(name: &str) -> &str {
    let (mut at, mut of_degree) = (0, false);
    for word in name.split_inclusive(char::is_whitespace) {
        if word.starts_with(|c: char| c.is_ascii_digit()) && !of_degree {
            return name.get(..at).unwrap_or(name).trim_end_matches([',', ' ', '-', '–']);
        }
        of_degree = is_credential(word.trim_end());
        at += word.len();
    }
    name
}

/// What stands before the label of a day: `Nadia Feld Stand`.
fn before_label(name: &str) -> &str {
    match name.trim_end_matches([' ', ':']).rsplit_once(' ') {
        Some((rest, last)) if rest.contains(' ') && LABEL.contains(last.to_lowercase().as_str()) => {
            rest.trim_end()
        }
        _ => name,
    }
}

/// What stands before `in Limburg` or `for the Gazette`.
fn before_place(name: &str) -> &str {
    let mut at = 0;
    for (index, word) in name.split_inclusive(' ').enumerate() {
        if index > 1 && BEHIND.contains(word.trim_end()) {
            return name.get(..at).unwrap_or(name).trim_end();
        }
        at += word.len();
    }
    name
}

/// Cuts the agency behind a name: `Nadia Feld Associated Press`.
fn without_agency(name: &str) -> &str {
    let spaces: Vec<_> = name.match_indices(' ').map(|(at, _)| at).skip(1).collect();
    let cut = spaces.into_iter().find(|at| name.get(at + 1..).is_some_and(is_named_agency));
    cut.and_then(|at| name.get(..at)).unwrap_or(name).trim_end_matches([',', ' '])
}

/// Cuts what says who somebody is from either end of a name of two words or more.
fn without_role(name: &str) -> &str {
    let is = |word: &str| ROLE.contains(word.to_lowercase().as_str());
    let ends: Vec<_> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let from = ends.iter().take_while(|word| is(word)).count();
    let to = ends.iter().skip(from).position(|word| is(word)).map_or(ends.len(), |more| from + more);
    let (Some(first), Some(last)) = (ends.get(from), to.checked_sub(1).and_then(|last| ends.get(last)))
    else {
        return name;
    };
    if to - from < 2 {
        return name;
    }
    let start = name.find(first).unwrap_or(0);
    let end = name.rfind(last).map_or(name.len(), |at| at + last.len());
    name.get(start..end).unwrap_or(name)
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether what follows a name says what its bearer is: `political editor`, `our man`.
fn is_role(part: &str) -> bool {
    words(part).any(|word| ROLE.contains(word.as_str())) || part.starts_with(char::is_lowercase)
}

/// Whether a name is that of an agency, a desk or a login.
fn is_nobody(name: &str) -> bool {
    let lower = name.to_lowercase();
    is_login(name)
        || WHOLE.contains(lower.as_str())
        || is_by(name)
        || words(&lower).any(|word| names_a_house(&word))
        || words(&lower).all(|word| ROLE.contains(word.as_str()))
        || name.split(['&', '+']).all(|part| is_agency(part.trim()))
}

/// Whether a word names a house, alone or at the end of a compound: `Wirtschaftsministerium`.
fn names_a_house(word: &str) -> bool {
    const LONG: usize = 7;
    WORD.contains(word)
        || word.char_indices().skip(3).any(|(at, _)| {
            let end = word.get(at..).unwrap_or_default();
            end.chars().count() >= LONG && WORD.contains(end)
        })
}

/// Whether a name of one word is of an account: no capital, or a sign that no name has.
pub(super) fn is_login(name: &str) -> bool {
    !name.contains(' ')
        && (!name.chars().any(char::is_uppercase) && name.is_ascii()
            || name.contains(|c: char| c.is_ascii_digit() || c == '_' || c == '.'))
}

/// Whether `name` has the look of one person's: two to four words, capitals but for particles, and no month among them.
pub(in crate::article) fn looks_like_a_person(name: &str) -> bool {
    let words: Vec<_> = name.split(' ').collect();
    let capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let capitals = words.iter().filter(capital).count();
    (2..=4).contains(&capitals)
        && words.iter().all(|word| capital(&word) || PARTICLES.contains(*word))
        && !words.iter().any(|word| is_month(word))
        && !self::words(name).any(|word| ROLE.contains(word.as_str()))
        && name.chars().count() <= 40
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '\u{301}'))
}

/// Whether `names`, parted by commas and `and`, all have that look.
pub(in crate::article) fn look_like_people(names: &str) -> bool {
    let words: Vec<_> = names.split(' ').collect();
    let groups = words.split(|word| is_joiner(word)).map(|words| words.join(" "));
    groups.into_iter().all(|group| {
        let mut parts = group.split(", ").filter(|part| !is_credential(part)).peekable();
        parts.peek().is_some() && parts.all(|part| looks_like_a_person(without_credential(part)))
    })
}
