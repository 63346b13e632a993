//! Where words that tell who speaks end within speech, and where speech ends before them by their place alone.

use crate::people::lexicon::{Lexicon, Tags};
use crate::people::tokens::lower_into;
use crate::text::{Span, is_letter_or_digit};

/// Words behind a verb in which somebody is named.
const NEAR: usize = 5;

/// Words of an attribution that nothing but its place tells.
const LONGEST_ASIDE: usize = 30;

/// Words of one that names nobody known.
const SHORTEST_ASIDE: std::ops::RangeInclusive<usize> = 2..=3;

/// Where words behind a dash end that a last dash parts from who says them, by whatever verb: `– We go – shrugs the baker.`;
/// `short` where few words may be that without anybody known.
pub(super) fn last_aside(text: &str, span: Span, short: bool, lexicon: &Lexicon) -> Option<usize> {
    let words = span.of(text);
    let (at, dash) = words.rmatch_indices(['–', '—']).next()?;
    let before = words.get(..at)?.strip_suffix(' ')?;
    let rest = words.get(at + dash.len()..)?.strip_prefix(' ')?;
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let clause = rest.split(['.', ',', '?', '!']).next()?;
    let count = clause.split_whitespace().count();
    let closed = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::DETERMINER).or(Tags::PRONOUN);
    let closed = closed.or(Tags::OTHER_PRONOUN).or(Tags::PERSON).or(Tags::OFFICE).or(Tags::NEGATION);
    let open = rest.starts_with(char::is_lowercase) && !tags(clause.split_whitespace().next()?).any(closed);
    let somebody = Tags::OFFICE.or(Tags::PERSON).or(Tags::ROLE);
    let named = clause
        .split_whitespace()
        .skip(1)
        .take(NEAR)
        .any(|word| word.starts_with(char::is_uppercase) || tags(word).any(somebody));
    let few = short
        && SHORTEST_ASIDE.contains(&count)
        && rest.len() == clause.len() + 1
        && !clause.split_whitespace().any(|word| tags(word).any(closed));
    let whole = before.split_whitespace().count() > 2 && before.ends_with(|c: char| c != ',' && c != '.');
    let told = open && whole && rest.ends_with(['.', '!', '?', '…']) && count <= LONGEST_ASIDE;
    (told && (named || few)).then_some(span.start + at)
}

/// Words of an attribution by a verb nobody knows, behind the first dash within a paragraph.
const SHORT: usize = 8;

/// The same where other words follow: what stands behind the first dash is a clause with a verb, by its ending, to its stop;
/// `marked` where the words stand in marks, and a comma or another mark must part them. With it the byte behind the dash.
pub(super) fn next_aside(text: &str, span: Span, marked: bool, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let words = span.of(text);
    let (at, dash) = words.match_indices(['–', '—']).next()?;
    let before = words.get(..at)?.strip_suffix(' ')?;
    let rest = words.get(at + dash.len()..)?.strip_prefix(' ')?;
    let clause = rest.split(['.', '!', '?', '…', ':']).next()?;
    let parted = clause.contains([',', ';', '–', '—', '„', '"'])
        || clause.contains('«') && !(marked && clause.matches('«').count() == clause.matches('»').count());
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let finite = |word: &str| lexicon.finite_endings.iter().any(|ending| word.ends_with(&**ending));
    let closed = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::DETERMINER).or(Tags::NEGATION);
    let first = clause.split_whitespace().next()?;
    let told = finite(first) && !tags(first).any(closed) && rest.starts_with(char::is_lowercase);
    let stop = if marked { before.ends_with([',', '?', '!', '…']) } else { !before.ends_with('.') };
    let ends = marked || rest.len() > clause.len();
    let short = clause.split_whitespace().count() <= SHORT && !parted;
    (told && stop && ends && short && !before.is_empty())
        .then_some((span.start + at, span.start + at + dash.len()))
}

/// Where an attribution between commas ends: at its stop, or at the comma behind all that tells who speaks, when and where.
pub(super) fn aside_end(rest: &str, line: bool, lexicon: &Lexicon) -> Option<usize> {
    let (mut end, mut mark) = rest.char_indices().find(|(_, c)| matches!(c, ',' | '.'))?;
    let mut told = false;
    while mark == ',' {
        let behind = rest.get(end + 1..)?;
        let close = behind.char_indices().find(|(at, c)| *c == ',' || *c == '.' && ends_there(behind, *at));
        let Some((next, closing)) = close else {
            let whole = || line && told && aside(behind, told, line, lexicon);
            return Some(if whole() { rest.len() } else { end });
        };
        if !behind.get(..next).is_some_and(|words| aside(words, told, line, lexicon)) {
            break;
        }
        (told, end, mark) = (true, end + 1 + next, closing);
    }
    Some(end)
}

/// True for a stop behind a word, not behind the short form of one: `M. X`.
fn ends_there(words: &str, at: usize) -> bool {
    let before = words.get(..at).unwrap_or_default();
    let last = before.rsplit(|c: char| !is_letter_or_digit(c)).next().unwrap_or_default();
    last.chars().count() > 1 || words.get(at + 1..).is_none_or(|rest| rest.trim().is_empty())
}

/// True for words between commas that tell more of who speaks, when and where; behind others that do (`told`) words that
/// open with a preposition or, in a `line` without marks, with an article do too.
fn aside(words: &str, told: bool, line: bool, lexicon: &Lexicon) -> bool {
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let all = || words.split_whitespace();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let Some(first) = all().next() else { return false };
    let opening = tags(first);
    // `the host, Queen Mathilde of Norland,`
    let name = capital(first) && all().count() <= LONGEST_NAME;
    let titled =
        all().next_back().is_some_and(capital) && (SHORTEST_TITLED..=LONGEST_TITLED).contains(&all().count());
    let age = first.starts_with(|c: char| c.is_ascii_digit());
    let opens = Tags::ACCORD_SINGLE.or(Tags::ACCORD).or(Tags::TIME).or(Tags::WHO);
    let person = all().take(OFFICE).any(|word| tags(word).any(Tags::OFFICE.or(Tags::PERSON).or(Tags::ROLE)));
    let closed = Tags::CONJUNCTION.or(Tags::PRONOUN).or(Tags::OTHER_PRONOUN).or(Tags::AUX).or(Tags::THAT);
    let calling = person && !opening.any(closed) && !opening.any(Tags::PREPOSITION);
    let place = told && opening.any(Tags::PREPOSITION);
    let manner = told && line && opening.any(Tags::DETERMINER);
    name || titled || age || opening.any(opens) || calling || place || manner
}

/// Words at the head of an apposition in which its office or calling stands.
const OFFICE: usize = 3;

/// Words of a name that a comma ties to an office.
const LONGEST_NAME: usize = 4;

/// Words of an article, an office and a name.
const SHORTEST_TITLED: usize = 3;

/// The same with a particle and a place.
const LONGEST_TITLED: usize = 6;
