//! Whether an address is a secret: whoever knows it may read what others may not.
//!
//! In: the address of a feed, or one that a person gave. Out: whether it is private, and the address as it may be shown.
//! What tells: a name or password in it; a parameter that is named for a key, or holds what looks drawn at random; a part
//! of the path that does, or stands behind a word for it; a host that is not on the public internet. What is looked up and
//! not kept secret stays public: slugs, numbers, UUIDs, identifiers, what only tracks. A loopback address is the program's
//! own machine, on which its operator runs bridges to public feeds: it is no secret by itself.

use std::net::IpAddr;
use std::ops::Range;
use std::sync::LazyLock;

use url::{Host, Url};

use crate::article::only_tracks;
use crate::languages::Table;

static NAMES: Table = Table::new(include_str!("rules/secret.txt"));

static SECRET: LazyLock<Vec<String>> = LazyLock::new(|| words("secret"));
static IDENTIFIER: LazyLock<Vec<String>> = LazyLock::new(|| words("identifier"));
static MARKED: LazyLock<Vec<String>> = LazyLock::new(|| words("marked"));

/// Fewest characters of a value behind a name for a secret; shorter ones are switches (`session=1`).
const NAMED: usize = 4;
/// Fewest characters that look drawn at random: 16 of 62 are 95 bits.
const IN_QUERY: usize = 16;
/// The same in a path, where short names of shows and lists stand.
const IN_PATH: usize = 20;
/// The same behind a word that says it is a key.
const BEHIND_A_MARK: usize = 8;
/// Fewest hexadecimal digits in a path: shorter ones number articles.
const HEXADECIMAL: usize = 32;

/// Endings of host names that are never on the public internet (RFC 6762, 6761, 8375 and what is in use).
const PRIVATE_ENDINGS: [&str; 10] = [
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".corp",
    ".home",
    ".home.arpa",
    ".private",
    ".localdomain",
    ".onion",
];

/// What stands in the place of a secret.
const HIDDEN: &str = "•••";

/// Whether the address of a feed is private to those who have it.
#[must_use]
pub fn is_private(address: &str) -> bool {
    let Ok(url) = Url::parse(address.trim()) else { return false };
    is_private_host(&url) || has_user(&url) || !secrets(&url, true).is_empty()
}

/// The same of an article's address, in which long hashes number articles: only what is named for a secret is one.
#[must_use]
pub fn is_private_article(address: &str) -> bool {
    let Ok(url) = Url::parse(address.trim()) else { return false };
    is_private_host(&url) || has_user(&url) || !secrets(&url, false).is_empty()
}

/// A feed's name as people see it: its title; of an address, where it has none, the host.
#[must_use]
pub fn named(title_or_address: &str) -> String {
    crate::text::host(title_or_address).unwrap_or_else(|| shown(title_or_address))
}

/// The address as it may be shown: its secrets covered, user and password left out. Words that are no address of a host
/// stay as they are: a title may look like `Politico: Europe`.
#[must_use]
pub fn shown(address: &str) -> String {
    let Some(mut url) = Url::parse(address.trim()).ok().filter(Url::has_host) else {
        return address.to_owned();
    };
    if has_user(&url) && (url.set_username("").is_err() || url.set_password(None).is_err()) {
        return host(&url);
    }
    let places = secrets(&url, true);
    let mut text = url.to_string();
    for place in places.into_iter().rev() {
        if text.get(place.clone()).is_none() {
            return host(&url);
        }
        text.replace_range(place, HIDDEN);
    }
    text
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

fn has_user(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// Whether a host is not on the public internet, as far as its name or number tells.
fn is_private_host(url: &Url) -> bool {
    match url.host() {
        None => false,
        Some(Host::Ipv4(ip)) => is_private_ip(IpAddr::V4(ip)),
        Some(Host::Ipv6(ip)) => is_private_ip(IpAddr::V6(ip)),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let is_single = !name.contains('.') && name != "localhost";
            is_single || PRIVATE_ENDINGS.iter().any(|ending| name.ends_with(ending))
        }
    }
}

/// Whether an address is of a net that is not the public internet, the machine itself left out.
#[must_use]
pub fn is_private_ip(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(ip) => ip.is_private() || ip.is_link_local() || matches!(ip.octets(), [100, 64..=127, ..]),
        IpAddr::V6(ip) => matches!(ip.segments(), [0xfc00..=0xfdff | 0xfe80..=0xfeff, ..]),
    }
}

/// Where secrets stand in the text of an address; `all` also takes what only looks like one.
fn secrets(url: &Url, all: bool) -> Vec<Range<usize>> {
    let text = url.as_str();
    let is_public = NAMES.lines("public").any(|known| url.host_str() == Some(known));
    let path_end = text.find(['?', '#']).unwrap_or(text.len());
    let path_start = path_end.saturating_sub(url.path().len());
    let mut found = in_path(text, path_start..path_end, all && !is_public);
    let query_end = text.find('#').unwrap_or(text.len());
    if query_end > path_end {
        found.extend(in_query(text, path_end + 1..query_end, all));
    }
    found
}

fn in_query(text: &str, query: Range<usize>, all: bool) -> Vec<Range<usize>> {
    let pairs = parts(text, query, &['&', ';']);
    pairs
        .into_iter()
        .filter_map(|pair| value(text, &pair).filter(|at| is_secret_pair(text, &pair, at, all)))
        .collect()
}

/// Where the value of `name=value` stands.
fn value(text: &str, pair: &Range<usize>) -> Option<Range<usize>> {
    let at = text.get(pair.clone())?.find('=')?;
    Some(pair.start + at + 1..pair.end)
}

fn is_secret_pair(text: &str, pair: &Range<usize>, value: &Range<usize>, all: bool) -> bool {
    let name = text.get(pair.start..value.start.saturating_sub(1)).unwrap_or_default();
    let words = text.get(value.clone()).unwrap_or_default();
    if is_named(name, &SECRET) {
        return words.len() >= NAMED && !matches!(words, "true" | "false" | "none" | "null");
    }
    all && !is_named(name, &IDENTIFIER) && !only_tracks(name) && is_random(words, IN_QUERY)
}

fn in_path(text: &str, path: Range<usize>, all: bool) -> Vec<Range<usize>> {
    let (mut found, mut is_marked) = (Vec::new(), false);
    for segment in parts(text, path, &['/', ';']) {
        let words = text.get(segment.clone()).unwrap_or_default();
        if let Some(at) = words.find([':', '=']) {
            // `secret:0a1b2c` and `jsessionid=0a1b2c`
            let (name, rest) = words.split_at_checked(at + 1).unwrap_or_default();
            let name = name.trim_end_matches([':', '=']);
            let named = is_named(name, &SECRET) && rest.len() >= NAMED;
            if named || is_named(name, &MARKED) && is_random(rest, BEHIND_A_MARK) {
                found.push(segment.start + at + 1..segment.end);
            }
        } else if is_marked && is_random(stem(words), BEHIND_A_MARK) || all && looks_secret(stem(words)) {
            found.push(segment.start..segment.start + stem(words).len());
        }
        is_marked = is_named(words, &MARKED) || is_named(words, &SECRET);
    }
    found
}

/// A segment without the ending of a file.
fn stem(segment: &str) -> &str {
    let (stem, ending) = segment.rsplit_once('.').unwrap_or((segment, ""));
    if (1..=5).contains(&ending.len()) { stem } else { segment }
}

/// Whether a segment of a path holds nothing but what looks drawn at random, and is no UUID.
fn looks_secret(segment: &str) -> bool {
    if is_uuid(segment) {
        return false;
    }
    let is_hexadecimal = segment.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_random(segment, if is_hexadecimal { HEXADECIMAL } else { IN_PATH })
}

fn is_uuid(words: &str) -> bool {
    let parts: Vec<usize> = words.split('-').map(str::len).collect();
    parts == [8, 4, 4, 4, 12] && words.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// Whether letters and digits are mixed as nobody writes them: at least `least` of them, and one place in four (of those with
/// digits in several places one in six) at which a letter follows a digit, a digit a letter, or a capital a small letter. A
/// word among them makes it a slug. Of keys drawn at random 96 in 100 are.
fn is_random(words: &str, least: usize) -> bool {
    let runs: Vec<&str> =
        words.split(['-', '_', '.', '~', '%', '+', '=', ':']).filter(|run| !run.is_empty()).collect();
    let is_word = |run: &&str| run.len() >= 4 && run.bytes().all(|byte| byte.is_ascii_lowercase());
    let bytes: Vec<u8> = runs.concat().into_bytes();
    if bytes.len() < least || runs.iter().any(is_word) || !bytes.iter().all(u8::is_ascii_alphanumeric) {
        return false;
    }
    let pairs = || bytes.iter().zip(bytes.iter().skip(1));
    let turns = pairs().filter(|(one, next)| {
        one.is_ascii_digit() != next.is_ascii_digit() || one.is_ascii_lowercase() && next.is_ascii_uppercase()
    });
    let numbers = pairs().filter(|(one, next)| !one.is_ascii_digit() && next.is_ascii_digit()).count();
    let (turns, places) = (turns.count(), bytes.len() - 1);
    turns * 4 >= places || turns * 6 >= places && numbers >= 2
}

/// Whether a name, cut into its words, is one of the list.
fn is_named(name: &str, list: &[String]) -> bool {
    let (spaced, joined) = (spaced(name), name.to_ascii_lowercase());
    list.iter().any(|known| *known == spaced || *known == joined)
}

/// `accessToken`, `access_token` and `access-token` as `access token`.
fn spaced(name: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && was_small || matches!(letter, '_' | '-' | '.') {
            words.push(' ');
        }
        if letter.is_alphanumeric() {
            words.extend(letter.to_lowercase());
        }
        was_small = letter.is_ascii_lowercase();
    }
    words
}

/// The parts of a stretch of text between separators.
fn parts(text: &str, whole: Range<usize>, separators: &[char]) -> Vec<Range<usize>> {
    let inside = text.get(whole.clone()).unwrap_or_default();
    let mut at = whole.start;
    let cut = inside.split(separators).map(|part| {
        let place = at..at + part.len();
        at = place.end + 1;
        place
    });
    cut.collect()
}

fn words(section: &str) -> Vec<String> {
    NAMES.words(section).map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests;
