//! Whether a sentence tells that marked words were not said: `X never said “…”`, `X denied having said “…”`.

pub(crate) mod final_things;
mod lists;
pub(crate) mod phrases;
mod spaced;
mod unspaced;

use super::place::Place;
use super::words::lexicon::Lexicon;
use super::words::tags::Tags;
use super::words::token::{COLONS, COMMAS, Token};
use crate::text::Span;
use lists::{LISTS, Lists};
use phrases::{PHRASES, Phrases};
use spaced::Sentence;

/// Tokens of a sentence that are looked at on either side.
const WINDOW: usize = 48;

/// Words between a phrase that denies and the marked words.
const REACH: usize = 6;

/// True when the sentence tells that nobody said the words at `place`.
#[must_use]
pub(crate) fn is_unsaid(place: &Place) -> bool {
    let phrases = PHRASES.of(place.page.language);
    let edge = |letter: char| letter.is_whitespace() || COMMAS.contains(&letter) || COLONS.contains(&letter);
    let lexicon = place.page.lexicon;
    let outer = place.marked.outer;
    let first = place.start.max(place.at.saturating_sub(WINDOW));
    let start = place.tokens.get(first).map_or(outer.start, |first| first.span.start);
    let before = lexicon.bare(place.page.of(Span::new(start.min(outer.start), outer.start)));
    let last = place.tokens.get(place.at + 1..).unwrap_or_default();
    let last = last.iter().take(WINDOW).take_while(|token| token.quotation().is_none());
    let last: Vec<_> = last.collect();
    let end = last.get(..last.len().min(REACH)).and_then(<[_]>::last).map_or(outer.end, |last| last.span.end);
    let full = lexicon
        .bare(place.page.of(Span::new(outer.end, last.last().map_or(outer.end, |last| last.span.end))));
    let behind = lexicon.bare(place.page.of(Span::new(outer.end, end)));
    let lists = LISTS.of(place.page.language);
    // a noun for something said is no verb
    let noun = |token: &Token| token.has(Tags::SPEECH_NOUN) && !token.has(Tags::VERB);
    let noun = lexicon.unspaced && place.before().is_some_and(noun);
    if !noun && governed(&before, &full, lists, lexicon.unspaced) {
        return true;
    }
    let colon = before.trim_end().ends_with(COLONS);
    let (before, behind) = (before.trim_end_matches(edge), behind.trim_start_matches(edge));
    let words: Vec<&str> = if lexicon.unspaced { Vec::new() } else { before.split_whitespace().collect() };
    let denied = |parts: &Vec<String>| {
        let told = !(colon && parts.len() > 1);
        told && if lexicon.unspaced { ends(before, parts, phrases) } else { leads(&words, parts, lexicon) }
    };
    phrases.before.iter().any(denied)
        || phrases.behind.iter().any(|parts| parts.iter().all(|part| behind.starts_with(part.as_str())))
}

/// True where what governs the verb of saying tells that the words were not said.
fn governed(before: &str, behind: &str, lists: &'static Lists, unspaced: bool) -> bool {
    let edge = |letter: char| letter.is_whitespace() || COMMAS.contains(&letter) || COLONS.contains(&letter);
    let told = before.trim_end_matches(edge);
    let behind = behind.split(['。', '.', '\n']).next().unwrap_or_default();
    if unspaced {
        return unspaced::is_governed(told, behind, lists)
            || unspaced::is_denied_behind(before, behind, lists);
    }
    Sentence::of(told, behind, lists).is_unsaid()
}

/// True where the words before end with the phrase and nothing denies it.
fn ends(before: &str, parts: &[String], phrases: &Phrases) -> bool {
    let [part] = parts else { return false };
    let rest = before.strip_suffix(part.as_str());
    rest.is_some_and(|rest| !phrases.denials.iter().any(|denial| rest.ends_with(denial.as_str())))
}

/// True where the parts of the phrase stand in the words before, near to one another and to their end, and no verb of saying
/// stands behind them.
fn leads(words: &[&str], parts: &[String], lexicon: &Lexicon) -> bool {
    let mut end = words.len();
    for (order, part) in parts.iter().rev().enumerate() {
        let part: Vec<&str> = part.split_whitespace().collect();
        let floor = end.saturating_sub(REACH + part.len());
        let found = (floor..end).rev().find(|at| words.get(*at..at + part.len()) == Some(part.as_slice()));
        let Some(found) = found.filter(|found| found + part.len() <= end) else { return false };
        let mut between = words.get(found + part.len()..end).unwrap_or_default().iter();
        let says = |word: &&str| {
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            lexicon.phrase(bare).is_some_and(|tags| {
                tags.any(Tags::VERB.or(Tags::CONJUNCTION)) && !tags.any(Tags::OFFICE.or(Tags::THAT))
            })
        };
        if order == 0 && between.any(says) {
            return false;
        }
        end = found;
    }
    true
}
