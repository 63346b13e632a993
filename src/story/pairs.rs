//! The terms of a text without spaces: its pairs of adjacent letters.
//!
//! Any two reports share most of their single letters; a pair tells nearly as much as a word (Kwok, "Comparing
//! representations in Chinese information retrieval", SIGIR 1997). In: a text and its words, each letter one. Out: terms
//! as [`super::words::Word`] has them. Invariant: what stands in any news tells nothing: offices, days, verbs of saying,
//! the press conference; nor do endings and particles.

use std::borrow::Cow;
use std::collections::HashSet;

use super::words::{Word, hash};
use crate::languages::{ByLanguage, caseless, section};
use crate::text::Language;

static TEMPLATES: ByLanguage<Template> = ByLanguage::new(Template::of);

/// Phrases that stand in any news.
#[derive(Debug)]
struct Template {
    phrases: HashSet<String>,
    /// The longest of them, in letters.
    longest: usize,
    time_units: HashSet<String>,
}

impl Template {
    fn of(language: Language) -> Self {
        let sections = [
            section::OFFICE,
            section::PERSON,
            section::TIME,
            section::COMMONEST,
            section::COMMONEST_WEAK,
            section::STRONG,
            section::ACCORD,
            caseless::RELAY,
            caseless::AROUND,
            section::SPEECH_NOUN,
            caseless::POSTPOSITION,
            section::HONORIFIC,
        ];
        let listed = sections.iter().flat_map(|section| language.words(*section));
        let days = language.months().chain(language.weekdays());
        let days = days.flat_map(|day| day.names.into_iter().chain(day.short));
        let phrases: HashSet<String> = listed.chain(days).map(Cow::into_owned).collect();
        let longest = phrases.iter().map(|phrase| phrase.chars().count()).max().unwrap_or_default();
        let time_units = language.words(caseless::TIME_UNIT).map(Cow::into_owned).collect();
        Self { phrases, longest, time_units }
    }
}

/// The terms of a text: each number and each word of other letters, and of letters without spaces each pair.
pub(super) fn terms(text: &str, words: &[Word], language: Language) -> Vec<u32> {
    let template = TEMPLATES.of(language);
    let between = |first: usize, last: usize| {
        let (first, last) = (words.get(first)?, words.get(last)?);
        text.get(first.span.start..last.span.end)
    };
    let adjacent = |at: usize| {
        let pair = words.get(at).zip(words.get(at + 1));
        pair.is_some_and(|(one, next)| one.span.end == next.span.start)
    };
    let (mut found, mut at, mut open) = (Vec::new(), 0, false);
    while let Some(word) = words.get(at) {
        let listed = (2..=template.longest).rev().find(|length| {
            between(at, at + length - 1).is_some_and(|phrase| template.phrases.contains(phrase))
        });
        if let Some(length) = listed {
            (at, open) = (at + length, false);
            continue;
        }
        let counts = !word.stop && !is_ending(word.span.of(text));
        if !is_one_letter(word.span.of(text)) {
            let is_of_time =
                adjacent(at) && template.time_units.contains(between(at + 1, at + 1).unwrap_or_default());
            found.extend((counts && !is_of_time).then_some(word.term));
            open = false;
        } else if counts {
            found.extend(between(at.saturating_sub(1), at).filter(|_| open).map(hash));
            open = adjacent(at);
        } else {
            open = false;
        }
        at += 1;
    }
    found
}

/// A letter that is a word: of other words and numbers there are more letters, or they are none of these.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|letter| !letter.is_ascii()) && letters.next().is_none()
}

/// Letters in which endings and particles are written.
fn is_ending(word: &str) -> bool {
    word.starts_with(|letter| matches!(letter, '\u{3041}'..='\u{309F}'))
}

#[cfg(test)]
#[path = "pairs_tests.rs"]
mod tests;
