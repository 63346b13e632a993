//! Attributions within spoken words: “…, said X. …”.

use crate::people::lexicon::{Keyword, Lexicon, Tags};
use crate::people::tokens::lower_into;
use crate::text::{Span, is_letter_or_digit};

/// Where commas part words from who is told to say them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commas {
    /// Nowhere.
    Never,
    /// Within marks: « We, said X, go ».
    InMarks,
    /// In a line without marks too: `– We go, said X, 24, her hands in her lap.`
    InLine,
}

/// Bytes read for the first words behind a mark.
const NEAR: usize = 240;

/// Finds the first attribution in `span`: where the words before it end, and where the words after it begin, if any do.
pub(super) fn attribution(
    text: &str,
    span: Span,
    commas: Commas,
    lexicon: &Lexicon,
) -> Option<(usize, Option<usize>)> {
    let words = span.of(text);
    let mut before = None;
    let mut gap = false;
    for (at, c) in words.char_indices() {
        let after = at + c.len_utf8();
        let close = words.get(after..).is_some_and(|rest| rest.starts_with(char::is_lowercase));
        if matches!(c, '—' | '–' | '-')
            && gap
            && (close
                || matches!(before, Some(',' | '?' | '!' | '…' | '.' | '»'))
                || lexicon.dashes && opens_with_verb(words.get(after..).unwrap_or_default(), lexicon))
            && (spoken(words.get(after..).unwrap_or_default(), lexicon)
                || looks_told(before, words.get(after..).unwrap_or_default(), lexicon))
        {
            // an aside between two dashes
            let between = !close && !matches!(before, Some(',' | '?' | '!' | '…' | '.' | '»'));
            let resume = resumption(words, after, between).map(|at| span.start + at);
            return Some((span.start + at, resume));
        }
        let rest = words.get(after..).unwrap_or_default();
        let plain = c == ',' && clitic(rest, lexicon)
            || commas != Commas::Never
                && matches!(c, ',' | '?' | '!' | '…')
                && inverted(rest, c != ',', lexicon);
        if plain {
            let end = aside_end(rest, commas == Commas::InLine, lexicon).map(|end| after + end + 1);
            return Some((span.start + after, end.map(|end| span.start + end).filter(|end| *end < span.end)));
        }
        gap = c.is_whitespace();
        if !gap {
            before = Some(c);
        }
    }
    None
}

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
        .take(SUBJECT)
        .any(|word| word.starts_with(char::is_uppercase) || tags(word).any(somebody));
    let few = short
        && SHORTEST_ASIDE.contains(&count)
        && rest.len() == clause.len() + 1
        && !clause.split_whitespace().any(|word| tags(word).any(closed));
    let whole = before.split_whitespace().count() > 2 && before.ends_with(|c: char| c != ',' && c != '.');
    let told = open && whole && rest.ends_with(['.', '!', '?', '…']) && count <= LONGEST_ASIDE;
    (told && (named || few)).then_some(span.start + at)
}

/// Where an attribution between commas ends: at its stop, or at the comma behind all that tells who speaks, when and where.
fn aside_end(rest: &str, line: bool, lexicon: &Lexicon) -> Option<usize> {
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

/// Words behind a comma in which a verb of saying has its subject.
const CLAUSE: usize = 12;

/// The first words of `rest`.
fn near(rest: &str) -> &str {
    rest.get(..rest.floor_char_boundary(NEAR)).unwrap_or(rest)
}

/// True when the first word of `rest`, or the one behind an auxiliary, is a verb of saying.
fn opens_with_verb(rest: &str, lexicon: &Lexicon) -> bool {
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let mut words = near(rest).split_whitespace();
    let first = words.next().map_or(Tags::NONE, &mut tags);
    first.any(Tags::STRONG)
        || first == Tags::NONE && looks_told(None, rest, lexicon)
        || first.any(Tags::AUX) && words.next().is_some_and(|word| tags(word).any(Tags::STRONG))
}

/// True when `rest` opens with small words of which one of the first four is a verb of saying.
fn spoken(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    if !rest.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    let mut lower = String::new();
    rest.split_whitespace().take(4).any(|word| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower).any(Tags::STRONG)
    })
}

/// True when `rest` opens with a verb of saying and its subject: `a déclaré la ministre`, `répondit M. X`; behind a mark that
/// ends a sentence with any word that may be a verb.
fn inverted(rest: &str, ended: bool, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    let mut lower = String::new();
    let mut tags = |word: &str| {
        // `queixou-se`: the verb before its pronoun
        let verb = word.split('-').next().filter(|_| lexicon.comma_inquits).unwrap_or(word);
        lower_into(verb.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let clause = rest.split([',', '.', '»']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().take(CLAUSE);
    let Some(first) = words.next().filter(|word| word.starts_with(char::is_lowercase)) else { return false };
    let first = tags(first);
    let helped = first.any(Tags::AUX);
    let verb = if helped { words.next().map_or(Tags::NONE, &mut tags) } else { first };
    // `, counting the journalists`
    let gerund = verb.any(Tags::GERUND);
    let says = verb.any(Tags::STRONG) || ended && lexicon.comma_inquits && verb == Tags::NONE;
    if !(rest.starts_with(char::is_whitespace) && says) || gerund {
        return false;
    }
    let mut opens = |word: &str| {
        word.starts_with(char::is_uppercase)
            || glued_name(word)
            || lexicon.keywords.begin(Keyword::GluedArticle, word)
            || tags(word).any(Tags::DETERMINER)
    };
    let subject = words.next().is_some_and(&mut opens);
    // `a crié à la foule le maire`: behind an auxiliary the subject may stand further off
    subject || helped && words.any(opens)
}

/// True for a name with a small particle glued to its head: `al-Sharaa`.
fn glued_name(word: &str) -> bool {
    word.split_once('-').is_some_and(|(_, name)| name.starts_with(char::is_uppercase))
}

/// Words behind an unknown verb of saying in which somebody is named.
const SUBJECT: usize = 5;

/// True when `rest` opens as words that tell who speaks do, whatever the verb: an unknown small word, behind a mark or with
/// the ending of a verb, then somebody.
fn looks_told(before: Option<char>, rest: &str, lexicon: &Lexicon) -> bool {
    if lexicon.finite_endings.is_empty() {
        return false;
    }
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let mut words = near(rest).split_whitespace().peekable();
    // `, – was not at a loss X`
    let denied = words.next_if(|word| tags(word).any(Tags::NEGATION)).is_some();
    let Some(verb) = words.next().filter(|word| word.chars().all(char::is_lowercase)) else { return false };
    let ends = lexicon.finite_endings.iter().any(|ending| verb.ends_with(&**ending));
    let parted = matches!(before, Some(',' | '?' | '!' | '…'));
    (ends || parted && !denied)
        && tags(verb) == Tags::NONE
        && words
            .take(SUBJECT)
            .any(|word| word.starts_with(char::is_uppercase) || tags(word).any(Tags::OFFICE.or(Tags::PERSON)))
}

/// True when `rest` opens with a verb and its glued pronoun: `a-t-il dit`, `explique-t-elle`, `dit-il`.
fn clitic(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    let mut words = rest.split_whitespace().take(3);
    let mut lower = String::new();
    words.next().is_some_and(|word| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower).any(Tags::CLITIC)
            || lexicon.clitic_endings.iter().any(|ending| lower.ends_with(&**ending))
    })
}

/// Where the speech goes on behind an attribution: after the next stop or comma and dash.
fn resumption(words: &str, from: usize, between: bool) -> Option<usize> {
    let rest = words.get(from..)?;
    let mut before = None;
    let mut gap = false;
    let mut between = between;
    for (at, c) in rest.char_indices() {
        // an aside ends with its sentence: `– We go – said X. It rained. “We stay” – said Y.`
        if gap && matches!(before, Some('.' | '!' | '?')) && !matches!(c, '—' | '–' | '-') {
            between = false;
        }
        let ends = between || matches!(before, Some('.' | ',' | ':' | ';' | '!' | '?'));
        if matches!(c, '—' | '–' | '-') && gap && ends {
            return Some(from + at + c.len_utf8());
        }
        // —respondió X—. Y
        let after = at + c.len_utf8();
        let stop = rest
            .get(after..)
            .and_then(|rest| rest.chars().next())
            .filter(|c| matches!(c, '.' | ',' | ':' | ';'));
        let closes = rest.get(after..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        if matches!(c, '—' | '–') && !gap && closes {
            return Some(from + after);
        }
        if c == '—'
            && !gap
            && let Some(stop) = stop
        {
            return Some(from + after + stop.len_utf8());
        }
        gap = c.is_whitespace();
        if !gap {
            before = Some(c);
        }
    }
    None
}
