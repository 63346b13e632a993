//! Attributions within spoken words: “…, said X. …”.

use super::asides::aside_end;
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
                || lexicon.dashes && told_otherwise(words.get(after..).unwrap_or_default(), lexicon)
                || looks_told(before, words.get(after..).unwrap_or_default(), lexicon))
        {
            // an aside between two dashes
            let between = !close && !matches!(before, Some(',' | '?' | '!' | '…' | '.' | '»'));
            let resume = resumption(words, after, between).map(|at| span.start + at);
            return Some((span.start + at, resume));
        }
        let rest = words.get(after..).unwrap_or_default();
        let plain = matches!(c, ',' | '?' | '!' | '…') && clitic(rest, lexicon)
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
        || told_otherwise(rest, lexicon)
        || first == Tags::NONE && looks_told(None, rest, lexicon)
        || first.any(Tags::AUX) && words.next().is_some_and(|word| tags(word).any(Tags::STRONG))
}

/// Words of a clause that tells how something was said without a verb of saying.
const MANNER: usize = 6;

/// True when `rest` opens with a denied verb of few words to its stop, `did not hide her anger.`, or with a word that points
/// back to what was said and has a verb or a name behind it: `so the mayor summed up.`
fn told_otherwise(rest: &str, lexicon: &Lexicon) -> bool {
    let rest = near(rest);
    if !rest.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    let clause = rest.split(['.', '!', '?', '…', ':']).next().unwrap_or_default();
    let mut lower = String::new();
    let mut tags = |word: &str| {
        lower_into(word.trim_matches(|c: char| !is_letter_or_digit(c)), &mut lower);
        lexicon.tags(&lower)
    };
    let ends = |word: &str| lexicon.finite_endings.iter().any(|ending| word.ends_with(&**ending));
    let mut words = clause.split_whitespace();
    let Some(first) = words.next() else { return false };
    if lexicon.thus.contains(first) {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let mut next = words.clone();
        let somebody = next.next().is_some_and(|word| {
            let determined = tags(word).any(Tags::DETERMINER);
            let office = next.next().filter(|_| determined);
            capital(word) || office.is_some_and(|word| tags(word).any(Tags::OFFICE.or(Tags::PERSON)))
        });
        return somebody || words.take(MANNER).any(|word| tags(word).any(Tags::STRONG));
    }
    let denied = tags(first).any(Tags::NEGATION);
    denied && words.next().is_some_and(&ends) && words.count() < MANNER && !clause.contains(['–', '—'])
}

/// True when `rest` opens with small words of which one of the first four is a verb of saying.
pub(super) fn spoken(rest: &str, lexicon: &Lexicon) -> bool {
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

/// The same in `span`, for an attribution that begins at `behind`.
pub(super) fn resumption_in(text: &str, span: Span, behind: usize) -> Option<usize> {
    resumption(span.of(text), behind - span.start, false).map(|at| span.start + at)
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
