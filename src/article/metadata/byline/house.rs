//! Houses and accounts that sign: an outlet, an agency, a desk or a login name where an author's name stands.
//!
//! In: the words of an author's element or of a line near the headline. Out: the name, if the reader sees it there and
//! something vouches for it: the page's metadata, the outlet's own name or the list of agencies.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::author_elements::PARTED;
use super::names::{ARTICLES, BY, LABEL, ROLE, WHOLE, WORD, Words, is_by, is_login, trimmed, without_by};
use crate::article::metadata::agencies::{is_agency, is_named_agency};
use crate::article::metadata::published::dated_line::{self, HYPHEN};
use crate::article::metadata::site_name::{Outlet, is_first_name};
use crate::languages::shared;
use crate::text::letters;

/// Accounts that every site has.
static KEEPER: LazyLock<HashSet<&str>> = LazyLock::new(|| shared::PAGES.lines("nobody").collect());
/// What the name of a house's account holds.
static HOUSE_ACCOUNT: Words = LazyLock::new(|| shared::PAGES.words("house account").collect());

/// A longer name is a sentence, in words and in characters.
const WORDS: usize = 7;
const LONGEST: usize = 60;

/// The house that the words of an author's element name.
pub(super) fn signing(written: &str, told: &[String], outlet: &Outlet) -> Option<String> {
    let parts = written.split([PARTED, '•', '·']).flat_map(|part| part.split(HYPHEN));
    let first =
        |part: &str| Some(without_by(trimmed(part))).filter(|name| is_first_name(name)).map(str::to_owned);
    parts.filter(|part| !is_by(part)).find_map(|part| vouched(part, told, outlet).or_else(|| first(part)))
}

/// The house that a line near the headline names behind “by”, or alone where it stands `beside_day`.
pub(in crate::article) fn in_line(
    line: &str,
    beside_day: bool,
    told: &[String],
    outlet: &Outlet,
) -> Option<String> {
    dated_line::parts_beside_day(line).find_map(|part| {
        let of_outlet = || {
            Some(trimmed(part)).filter(|name| outlet.says_only(name) && fits(name, outlet)).map(str::to_owned)
        };
        let alone = || beside_day.then(|| named(part, told).or_else(of_outlet)).flatten();
        let agency =
            || Some(trimmed(part)).filter(|name| beside_day && is_named_agency(name)).map(str::to_owned);
        let signed =
            |name: &str| vouched(name, told, outlet).or_else(|| is_first_name(name).then(|| name.to_owned()));
        behind_by(part).and_then(signed).or_else(alone).or_else(agency)
    })
}

/// What stands behind the last “by” of a part of a line.
fn behind_by(part: &str) -> Option<&str> {
    let words: Vec<_> = part.match_indices(' ').map(|(at, _)| at + 1).chain([0]).collect();
    words.into_iter().find_map(|at| {
        let rest = part.get(at..)?;
        let cut = without_by(rest);
        let first = rest.strip_suffix(cut)?.trim_end_matches([' ', ':', '\u{a0}']);
        BY.contains(&first.to_lowercase().as_str()).then_some(cut)
    })
}

/// `text` without “by”, if it is a name that something vouches for.
fn vouched(text: &str, told: &[String], outlet: &Outlet) -> Option<String> {
    let name = without_by(trimmed(text));
    let of_outlet = |name: &str| outlet.says_only(name) || outlet.is(name);
    let own: Vec<_> = name.split(' ').filter(|word| !is_desk_word(word)).collect();
    let known = named(name, told).is_some()
        || of_outlet(name)
        || !own.is_empty() && of_outlet(&own.join(" "))
        || is_named_agency(name)
        || name.contains('/') && name.split('/').any(is_agency);
    (known && fits(name, outlet)).then(|| name.to_owned())
}

/// `text` without “by”, if the page's metadata calls it the author.
fn named(text: &str, told: &[String]) -> Option<String> {
    let name = without_by(trimmed(text));
    let own = letters(name);
    let known = !own.is_empty() && told.iter().any(|told| letters(without_by(trimmed(told))) == own);
    (known && fits(name, &Outlet::default())).then(|| name.to_owned())
}

fn fits(name: &str, outlet: &Outlet) -> bool {
    let account = !name.contains(' ') && !name.contains('/') && !name.starts_with(char::is_uppercase);
    name.split(' ').count() <= WORDS
        && name.chars().count() <= LONGEST
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['@', ':'])
        && !is_label(name)
        && (!account || is_named_agency(name) || login(name, outlet).is_some())
}

/// A desk with a name of its own that a page is signed with: `Harbour Editorial Team`. Not the outlet's or an agency's
/// staff.
pub(super) fn desk(name: &str, outlet: &Outlet) -> Option<String> {
    let name = without_by(trimmed(name));
    let (desks, own): (Vec<&str>, Vec<&str>) = name.split(' ').partition(|word| is_desk_word(word));
    let house = own.join(" ");
    let fits = (1..=4).contains(&own.len())
        && own.iter().all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphanumeric() || c == '.')
        });
    let named = fits && !desks.is_empty() && !outlet.is(&house) && !outlet.is(name) && !is_agency(&house);
    named.then(|| name.to_owned())
}

/// Whether a word is of desks and offices or an article before them.
fn is_desk_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    WORD.contains(lower.as_str()) || ROLE.contains(lower.as_str()) || ARTICLES.contains(lower.as_str())
}

/// Whether a text where a name should stand is a label or the name of every site's keeper: `By`, `Stand`, `admin`.
fn is_label(text: &str) -> bool {
    let lower = text.to_lowercase();
    is_by(text) || LABEL.contains(lower.as_str()) || KEEPER.contains(lower.as_str())
}

/// The name of an account that a page is signed with, where it names nobody better: `nfeld`. Not the house's.
pub(super) fn login(name: &str, outlet: &Outlet) -> Option<String> {
    let lower = name.to_lowercase();
    let own = !HOUSE_ACCOUNT.iter().any(|word| lower.contains(word.as_ref()))
        && !outlet.is(name)
        && !WHOLE.contains(lower.as_str());
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.contains(|c: char| c.is_ascii_alphabetic());
    (own && plain && name.len() > 1 && is_login(name)).then(|| name.to_owned())
}
