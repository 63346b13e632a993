//! Names: runs of capitalised words outside marks, cut at titles and words that are no names.
//!
//! In: a [`Stream`]. Out: mentions in order, none overlapping. Linear.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

mod calling;
mod parting;

pub(super) use self::calling::plain;
use self::parting::parts;
use super::lexicon::Tags;
pub use super::mention::{Mention, Sort};
use super::stream::Stream;
use super::surnames::surnames_again;
use super::tokens::{Case, Kind, Token};
use crate::languages::shared;
use crate::text::FastSet;

/// Small words glued to the head of a name.
static GLUED: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| shared::NAMES.words("glued particle").collect());

/// Finds the names of a stream.
#[must_use]
pub fn find(stream: &Stream) -> Vec<Mention> {
    let lower = small_words(stream);
    let headlines: Vec<bool> = stream.paragraphs.iter().map(|line| capitals(stream, line)).collect();
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < stream.tokens.len() && !stream.steps.spent() {
        if begins(stream, at) {
            let end = run_end(stream, at);
            let known = mentions.len();
            cut(stream, at..end, &lower, &mut mentions);
            let line =
                stream.get(at).and_then(|token| headlines.get(token.paragraph)).copied().unwrap_or_default();
            mentions.iter_mut().skip(known).for_each(|mention| mention.headline = line);
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    surnames_again(stream, &mut mentions);
    if stream.lexicon.capital_nouns {
        drop_nouns(stream, &mut mentions);
    }
    mentions
}

/// Where every noun has a capital, one such word alone is a name only beside a title or a verb of saying, or where the
/// full name stands elsewhere.
fn drop_nouns(stream: &Stream, mentions: &mut Vec<Mention>) {
    let surnames: FastSet<&str> = mentions
        .iter()
        .filter(|mention| mention.name.len() > 1)
        .map(|mention| stream.word(mention.name.end - 1))
        .collect();
    mentions.retain(|mention| {
        let at = mention.name.start;
        let named = mention.sort != Sort::Person
            || mention.name.len() > 1
            || mention.title != Tags::NONE
            || stream.has(at, Tags::FIRST_NAME)
            || surnames.contains(stream.word(at));
        let said = |near: usize| stream.has(near, Tags::STRONG);
        let before = at.checked_sub(1).filter(|before| *before >= stream.sentence_of(at).start);
        let free = before.is_none_or(|before| !stream.is_word(before) || said(before));
        named || free && (said(at + 1) || before.is_some_and(said))
    });
}

/// Words that also stand small in the article: such a word at the head of a sentence is no name.
fn small_words<'a>(stream: &Stream<'a>) -> FastSet<&'a str> {
    stream
        .tokens
        .iter()
        .filter(|token| token.is_word() && token.case == Case::Lower)
        .map(|token| token.core.of(stream.text))
        .collect()
}

/// True when most words of a line have capitals.
fn capitals(stream: &Stream, line: &Range<usize>) -> bool {
    let words = || {
        line.clone().filter(|at| stream.get(*at).is_some_and(|token| token.is_word() && token.core.len() > 3))
    };
    let large = words().filter(|at| stream.is_capital(*at)).count();
    let all = words().count();
    let spoken = line.clone().any(|at| stream.has(at, Tags::STRONG) && !stream.is_capital(at));
    let small = line.clone().any(|at| {
        stream
            .get(at)
            .is_some_and(|token| token.is_word() && token.case == Case::Lower && token.core.len() > 4)
            && !stream.has(at, Tags::PREPOSITION.or(Tags::CONJUNCTION))
    });
    if spoken || small {
        return false;
    }
    (3..40).contains(&all) && large * 4 >= all * 3
}

fn begins(stream: &Stream, at: usize) -> bool {
    stream.is_capital(at) || particle_before_name(stream, at)
}

/// True for a name with a small particle glued to its head: `al-Sharaa`.
fn particle_before_name(stream: &Stream, at: usize) -> bool {
    let behind = GLUED.iter().find_map(|particle| stream.word(at).strip_prefix(particle.as_ref()));
    behind.is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn run_end(stream: &Stream, start: usize) -> usize {
    let mut at = start;
    while let Some(token) = stream.get(at) {
        let same = stream
            .get(start)
            .is_some_and(|first| first.sentence == token.sentence && first.bracketed == token.bracketed);
        let particle = token.is_word()
            && token.has(Tags::PARTICLE)
            && at > start
            && (stream.is_capital(at + 1) || stream.has(at + 1, Tags::PARTICLE) && stream.is_capital(at + 2));
        if !same || !(token.is_capital() || particle || particle_before_name(stream, at)) {
            break;
        }
        at += 1;
        if token.possessive {
            return at;
        }
    }
    at
}

/// Cuts one run of capitalised words into names.
fn cut(stream: &Stream, run: Range<usize>, lower: &FastSet<&str>, mentions: &mut Vec<Mention>) {
    let mut piece = run.start;
    let mut at = run.start;
    while at < run.end {
        if parts(stream, run.start, at, lower) {
            name_of(stream, piece..at, mentions);
            piece = at + 1;
        }
        at += 1;
    }
    name_of(stream, piece..run.end, mentions);
}

/// Makes a mention of a piece of a run: titles, then the name.
fn name_of(stream: &Stream, piece: Range<usize>, mentions: &mut Vec<Mention>) {
    let whole = trimmed(stream, piece);
    let Some(piece) = calling::without_letters(stream, &whole) else { return };
    let titled = Tags::OFFICE.or(Tags::TITLE);
    let after_title = piece
        .clone()
        .rev()
        .find(|at| at + 1 < piece.end && stream.has(*at, titled) && !is_surname(stream, piece.start, *at))
        .map_or(piece.start, |at| at + 1);
    let title = (piece.start..after_title)
        .filter_map(|at| stream.get(at))
        .fold(Tags::NONE, |all, token| all.or(token.tags));
    let rest = after_title..piece.end;
    let first_name = rest.clone().find(|at| at + 1 < rest.end && given_name(stream, *at));
    // Park Min-jae: behind the surname a given name of two syllables
    let given_last = rest.len() == 2 && is_two_syllables(stream.word(rest.start + 1));
    let first_name = first_name.or(given_last.then_some(rest.start));
    let organisation = rest.clone().rev().find(|at| {
        let given = stream.has(*at, Tags::FIRST_NAME) && at + 1 < rest.end;
        stream.has(*at, Tags::ORGANISATION) && !given && !given_last && !is_surname(stream, rest.start, *at)
    });
    let (name, sort) = match (first_name, organisation) {
        (Some(first), body) if body.is_none_or(|body| body < first) => (first..rest.end, Sort::Person),
        (_, Some(_)) => (piece.clone(), Sort::Organisation),
        _ => match surname_alone(stream, &rest, title, after_title > piece.start) {
            Some(found) => found,
            None => return,
        },
    };
    let from = piece.start;
    if !name.is_empty() && name.len() <= 6 {
        // `X MP`: the letters stand with the name
        let name = if name.end == piece.end { name.start..whole.end } else { name };
        mentions.push(Mention { name, from, sort, title, headline: false, person: None });
    }
}

/// What `rest` names where no first name and no word of an organisation stands in it; nothing where it is an office.
fn surname_alone(
    stream: &Stream,
    rest: &Range<usize>,
    title: Tags,
    titled: bool,
) -> Option<(Range<usize>, Sort)> {
    let office_word = Tags::OFFICE.or(Tags::TITLE);
    // no town is a Mr
    let called = title.any(Tags::MISTER.or(Tags::MISSUS)) && rest.len() == 1;
    let place = !called && rest.clone().all(|at| stream.has(at, Tags::PLACE));
    let office =
        rest.clone().filter(|at| !stream.has(*at, Tags::PLACE) || stream.has(*at, office_word)).all(|at| {
            stream.has(at, office_word) && !(called && !stream.has(at, Tags::OFFICE))
                || stream.has(at, Tags::PERSON) && !stream.has(at, Tags::CALLING)
        }) && !place
            && !stream.has(rest.start, Tags::FIRST_NAME);
    let last = rest.end.saturating_sub(1);
    // `Lakelander Ambassador to France`
    let tied = rest.len() > 1 && stream.has(last, Tags::OFFICE) && stream.has(rest.end, Tags::LINKING);
    if office || tied {
        return None;
    }
    if place {
        return Some((rest.clone(), Sort::Place));
    }
    let abbreviation = |token: &Token| token.case == Case::Upper && token.core.len() < 6;
    let body = rest.len() == 1 && !titled && stream.get(rest.start).is_some_and(abbreviation);
    let start = rest.clone().find(|at| !stream.has(*at, Tags::PLACE)).unwrap_or(rest.start);
    Some((start..rest.end, if body { Sort::Organisation } else { Sort::Person }))
}

/// True for a capital word with a small one behind a hyphen: `Min-jae`.
fn is_two_syllables(word: &str) -> bool {
    word.split_once('-').is_some_and(|(one, other)| {
        one.starts_with(char::is_uppercase) && other.len() > 1 && other.chars().all(char::is_lowercase)
    })
}

/// A first name that opens a full name.
fn given_name(stream: &Stream, at: usize) -> bool {
    stream.has(at, Tags::FIRST_NAME)
}

fn is_surname(stream: &Stream, start: usize, at: usize) -> bool {
    at > start && stream.has(at - 1, Tags::FIRST_NAME) && !stream.has(at - 1, Tags::OFFICE)
}

fn trimmed(stream: &Stream, piece: Range<usize>) -> Range<usize> {
    let mut piece = piece;
    while piece.start < piece.end
        && stream.has(piece.start, Tags::PARTICLE)
        && !stream.is_capital(piece.start)
    {
        piece.start += 1;
    }
    while piece.start < piece.end
        && piece.end.checked_sub(1).is_some_and(|last| {
            !stream.is_capital(last) && !particle_before_name(stream, last)
                || stream.get(last).is_some_and(|token| token.kind != Kind::Word)
        })
    {
        piece.end -= 1;
    }
    piece
}
