//! `A fabricated quote attributed to X reads: “…”`: the sentence itself calls the quotation made up, and X is only whose it
//! is said to be.
//!
//! A pattern of the tables has `@` for X: it stands around X, or with X is all that is told of the speaker; or, where the
//! sentence tells of no speaker, right before the quotation. Nothing but the office stands between the words of the pattern and X, and
//! nothing but a verb between X and the quotation: `fake quotes from fans anger the coach X: “…”` are X's.

use super::disowned::speaks_of_words;
use super::place::Place;
use crate::brief::quotes::patterns::{Around, Pattern, Words, patterns};
use crate::languages::{ByLanguage, Language, section};
use crate::text::Span;

/// Most words of a pattern on one side of X.
const LONGEST: usize = 8;

/// Most words between such a phrase and the quotation: `reads`.
const REST: usize = 1;

static FORGED: ByLanguage<Vec<Around>> = ByLanguage::new(read);

fn read(language: Language) -> Vec<Around> {
    patterns(language, section::FORGED_QUOTATION).into_iter().map(Pattern::around).collect()
}

/// True where the sentence calls the quotation made up.
pub(super) fn is_forged(place: &Place) -> bool {
    let phrases = FORGED.of(place.language);
    let Some(mention) = place.mention().filter(|_| !phrases.is_empty()) else { return false };
    let sentence = place.sentence();
    if !sentence.contains(&mention.start) {
        return is_told_of(place, phrases) && !speaks_of_words(place);
    }
    mention.end <= place.quote.span.start
        && (is_whose(place, mention, phrases) || is_whole(place, mention, phrases))
        && !speaks_of_words(place)
}

/// True where the mention is only of whose the made-up quotation is said to be.
fn is_whose(place: &Place, mention: Span, phrases: &[Around]) -> bool {
    // `a fake quote of Y angered X` may be all that is told of X
    let before = Words::of(&place.before_name(mention));
    let behind = Words::of(place.until(mention));
    // a subject is in the first case
    let (own, name) = (Words::of(place.words_at(mention)), Words::of(place.name()));
    let first_case = own.word(own.len().saturating_sub(1)) == name.word(name.len().saturating_sub(1));
    let stands = |phrase: &&Around| !(phrase.in_case && first_case) && ends(&before, before.len(), phrase);
    phrases.iter().filter(stands).any(|phrase| {
        let to = (0..=behind.len().min(LONGEST)).rev();
        let mut to = to.filter(|to| phrase.behind.fits(&behind, 0..*to, &[]));
        to.next().is_some_and(|to| brings(&behind, to))
    })
}

/// True where words that end with the word before `to` are those before X.
fn ends(words: &Words, to: usize, phrase: &Around) -> bool {
    let fits = |from: usize| phrase.before.fits(words, from..to, &[]) && words.is_unbroken(from..to);
    (to.saturating_sub(LONGEST)..=to).any(fits)
}

/// True where nothing but a verb stands behind the words up to `from`.
fn brings(words: &Words, from: usize) -> bool {
    words.len() - from <= REST
}

/// True where the speaker is told of in no other words than such a phrase: `a fake quote of X`.
fn is_whole(place: &Place, mention: Span, phrases: &[Around]) -> bool {
    let (words, name) = (Words::of(place.words_at(mention)), Words::of(place.name()));
    let starts = |at: &usize| (0..name.len()).all(|offset| words.word(at + offset) == name.word(offset));
    let found = (0..words.len()).rev().find(starts).filter(|_| name.len() > 0);
    found.is_some_and(|at| {
        let next = at + name.len();
        let stands = |phrase: &&Around| !phrase.in_case && ends(&words, at, phrase);
        let behind = |phrase: &Around| phrase.behind.fits(&words, next..words.len(), &[]);
        phrases.iter().filter(stands).any(behind) && brings(&Words::of(place.until(mention)), 0)
    })
}

/// True where the phrase stands before the quotation with nothing but the name, and a word for the office, between them.
fn is_told_of(place: &Place, phrases: &[Around]) -> bool {
    let head = place.head();
    let led =
        head.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != ',' && letter != ':');
    let (words, name) = (Words::of(head), Words::of(place.name()));
    let named = |length: usize| {
        let start = words.len().checked_sub(length)?;
        let same = (0..length).all(|at| words.word(start + at) == name.word(name.len() - length + at));
        same.then_some(start)
    };
    let Some(start) = (1..=name.len()).rev().find_map(named) else { return false };
    let told = |phrase: &Around| {
        let office = start.checked_sub(1).filter(|at| place.is_role(words.word(*at)));
        phrase.behind.is_empty()
            && [Some(start), office].into_iter().flatten().any(|to| ends(&words, to, phrase))
    };
    led.ends_with([',', ':']) && phrases.iter().any(told)
}
