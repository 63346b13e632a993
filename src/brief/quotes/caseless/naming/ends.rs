//! Where a name ends in a run of letters no table knows: behind a surname stand one or two letters, and where they stop the
//! common words that the letters make tell.

use super::looks::BEHIND_NAME;
use super::people::Found;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};
use crate::text::{FastMap, FastSet, Span};

/// Letters of a first name at most.
const MOST_GIVEN: usize = 2;
/// The same of a neighbouring people.
const MOST_NEIGHBOUR: usize = 3;
/// Letters of the longest name that comes again.
const LONGEST_AGAIN: usize = 4;

/// Names at the head of longer runs that a title touches: `chairman NAMEyesterday`.
pub(super) fn behind_titles(page: &Page, found: &mut Found) {
    for two in page.lines.iter().flat_map(|line| line.tokens.windows(2)) {
        let [title, run] = two else { continue };
        let led = title.has(Tags::TITLE) && title.span.end == run.span.start && is_run(run);
        if let Some(len) = name_at(page, &run.form).filter(|len| led && *len < run.form.len()) {
            found.add(
                run.form.get(..len).unwrap_or_default(),
                page.of(Span::new(run.span.start, run.span.start + len)),
            );
        }
    }
}

/// Names of a neighbouring people behind a title: the surname and at most three letters, some of which may be small words
/// elsewhere, up to what may stand behind a name.
pub(super) fn neighbours(page: &Page, found: &mut Found) {
    for line in &page.lines {
        for at in 1..line.tokens.len() {
            if let Some(name) = neighbour_at(page, &line.tokens, at) {
                let forms =
                    line.tokens.get(at..name).unwrap_or_default().iter().map(|token| token.form.as_str());
                let (first, last) = (line.tokens.get(at), line.tokens.get(name - 1));
                let Some((first, last)) = first.zip(last) else { continue };
                found.add(&forms.collect::<String>(), page.of(Span::new(first.span.start, last.span.end)));
            }
        }
    }
}

/// One past the last token of such a name that begins at the token `at`.
fn neighbour_at(page: &Page, tokens: &[Token], at: usize) -> Option<usize> {
    let touches = |at: usize| {
        at.checked_sub(1)
            .and_then(|before| tokens.get(before))
            .zip(tokens.get(at))
            .is_some_and(|(before, token)| before.span.end == token.span.start)
    };
    let led = tokens.get(at - 1).is_some_and(|before| before.has(Tags::TITLE)) && touches(at);
    let first = tokens.get(at).filter(|token| led && is_run(token))?;
    let surname = page.lexicon.neighbour(&first.form)?;
    let run = |at: usize| tokens.get(at).filter(|token| touches(at) && is_run(token));
    let letters = |token: &Token| token.form.chars().count();
    let mut given = first.form.get(surname..)?.chars().count();
    let mut end = at + 1;
    loop {
        let small =
            tokens.get(end).is_some_and(|token| touches(end) && letters(token) == 1 && !token.is_edge());
        let (next, past) = match (run(end), run(end + 1).filter(|_| small)) {
            (Some(next), _) => (letters(next), end + 1),
            (None, Some(next)) => (letters(next) + 1, end + 2),
            _ => break,
        };
        (given, end) = (given + next, past);
    }
    let ends = tokens
        .get(end)
        .is_none_or(|next| next.is_edge() || next.shape == Shape::Number || next.has(BEHIND_NAME));
    ((1..=MOST_NEIGHBOUR).contains(&given) && ends).then_some(end)
}

/// Bytes of the name at the head of a run of at least four letters that begins with a surname; `None` where two ends are as
/// likely.
pub(super) fn name_at(page: &Page, run: &str) -> Option<usize> {
    if let Some(len) = familiar(page, run) {
        return Some(len);
    }
    // where such a name ends only what stands behind it tells
    if page.lexicon.neighbour(run).is_some() {
        return None;
    }
    let surname = page.lexicon.surname(run)?;
    let given: Vec<(usize, char)> = run.get(surname..)?.char_indices().collect();
    let letter = |at: usize| given.get(at).map(|(_, letter)| *letter);
    let word = |at: usize| {
        letter(at).zip(letter(at + 1)).is_some_and(|(one, next)| page.lexicon.is_common(one, next))
    };
    let end = |at: usize| given.get(at).map(|(len, _)| surname + len);
    letter(MOST_GIVEN)?;
    // the surname is part of a word
    let last = run.get(..surname)?.chars().next_back()?;
    if page.lexicon.is_common(last, letter(0)?) && surname == last.len_utf8() {
        return None;
    }
    match (word(1), word(2)) {
        (true, true) => None,
        (true, false) => end(1),
        (false, _) => end(MOST_GIVEN),
    }
}

/// Bytes of a surname behind a letter that makes a familiar name of it, where the two are no word.
fn familiar(page: &Page, run: &str) -> Option<usize> {
    let mut letters = run.chars();
    let (first, second) = letters.next().zip(letters.next())?;
    let surname = page.lexicon.prefixes.contains(&first) && !page.lexicon.is_common(first, second);
    let named = page.lexicon.surname(run.get(first.len_utf8()..)?).filter(|_| surname)?;
    Some(first.len_utf8() + named)
}

/// The letters that two runs which begin with a surname have in common, where they make no words.
pub(super) fn again(page: &Page, found: &mut Found) {
    let mut seen: FastMap<String, Vec<&Token>> = FastMap::default();
    for token in page.lines.iter().flat_map(|line| &line.tokens).filter(|token| is_run(token)) {
        let Some(surname) = page.lexicon.surname(&token.form) else { continue };
        let head: String = token.form.chars().take(MOST_GIVEN + 1).collect();
        if head.chars().count() > MOST_GIVEN && head.len() > surname {
            seen.entry(head).or_default().push(token);
        }
    }
    told_within(page, found);
    for runs in seen.values() {
        let Some((first, others)) = runs.split_first().filter(|(_, others)| !others.is_empty()) else {
            continue;
        };
        let common = |other: &&Token| {
            let same = first.form.chars().zip(other.form.chars()).take_while(|(one, other)| one == other);
            same.map(|(one, _)| one.len_utf8()).sum::<usize>()
        };
        let Some(len) = others.iter().map(common).min() else { continue };
        let Some(name) = first.form.get(..len).filter(|name| is_plain(page, name)) else { continue };
        found.add(name, page.of(Span::new(first.span.start, first.span.start + len)));
    }
}

/// Letters that begin with a surname and are a run of their own, and the end of a longer one elsewhere: `who is called NAME`.
fn told_within(page: &Page, found: &mut Found) {
    let runs = || page.lines.iter().flat_map(|line| &line.tokens).filter(|token| is_run(token));
    let tail = |form: &str| form.char_indices().rev().nth(MOST_GIVEN).map(|(at, _)| at);
    let ends: FastSet<&str> =
        runs().filter_map(|token| token.form.get(tail(&token.form).filter(|at| *at > 0)?..)).collect();
    for token in runs().filter(|token| tail(&token.form) == Some(0)) {
        let named = page.lexicon.surname(&token.form).is_some() && is_plain(page, &token.form);
        if named && ends.contains(token.form.as_str()) {
            found.add(&token.form, page.of(token.span));
        }
    }
}

/// True for few enough letters that make no common words.
fn is_plain(page: &Page, name: &str) -> bool {
    let pairs = || name.chars().zip(name.chars().skip(1));
    name.chars().count() <= LONGEST_AGAIN
        && !pairs().any(|(one, next)| page.lexicon.is_common(one, next))
        && !name.ends_with(|letter| page.lexicon.noun_ends.contains(&letter))
}

fn is_run(token: &Token) -> bool {
    token.shape == Shape::Unknown && !token.has(Tags::LATIN)
}
