//! Letters that look like a name.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{NAME_POINTS, Shape, Token};
use crate::languages::Order;

/// What may stand behind a name that a title stands before.
pub(super) const BEHIND_NAME: Tags = Tags::CUE
    .or(Tags::ADVERB)
    .or(Tags::PREPOSITION)
    .or(Tags::TIME)
    .or(Tags::OF)
    .or(Tags::HONORIFIC)
    .or(Tags::CONJUNCTION)
    .or(Tags::POSTPOSITION)
    .or(Tags::OFFICE)
    .or(Tags::RELAY_END)
    .or(Tags::RELAY)
    .or(Tags::PASSIVE)
    .or(Tags::OTHER_VERB)
    .or(Tags::ACCORD)
    .or(Tags::DEFINITE);

/// True for letters that begin with a surname and are few enough for a name.
#[must_use]
pub(crate) fn is_native_name(page: &Page, token: &Token) -> bool {
    let letters = token.form.chars().count();
    let surname = page.lexicon.surname(&token.form).and_then(|len| token.form.get(..len));
    let surname = surname.map_or(1, |surname| surname.chars().count());
    let given = 2 + usize::from(page.lexicon.neighbour(&token.form).is_some());
    let longest = if page.lexicon.order == Some(Order::VerbMedial) { surname + given } else { 5 };
    token.shape == Shape::Unknown
        && !is_noun(page, token)
        && !token.has(Tags::LATIN)
        && (2..=longest).contains(&letters)
        && page.lexicon.surname(&token.form).is_some()
}

/// True for a surname behind a letter that makes a familiar name of it.
#[must_use]
pub(crate) fn is_familiar(page: &Page, token: &Token) -> bool {
    let first = token.form.chars().next().filter(|first| page.lexicon.prefixes.contains(first));
    let surname = first.and_then(|first| token.form.get(first.len_utf8()..));
    surname.is_some_and(|surname| !surname.is_empty() && page.lexicon.surname(surname) == Some(surname.len()))
}

/// True for letters that end as nouns do, and are no surname.
fn is_noun(page: &Page, token: &Token) -> bool {
    let ends = token.form.ends_with(|letter| page.lexicon.noun_ends.contains(&letter));
    ends && page.lexicon.surname(&token.form) != Some(token.form.len())
}

/// True for letters before a title that begin with a surname, or are three: other nouns there are two or four.
#[must_use]
pub(crate) fn is_surnamed(page: &Page, token: &Token) -> bool {
    !is_noun(page, token) && (page.lexicon.surname(&token.form).is_some() || token.form.chars().count() == 3)
}

/// Letters of a foreign name without a point.
const FOREIGN: std::ops::RangeInclusive<usize> = 2..=8;

/// True for letters all of which foreign names are written in.
#[must_use]
pub(crate) fn is_foreign_name(page: &Page, token: &Token) -> bool {
    let letters = &page.lexicon.name_letters;
    token.shape == Shape::Unknown
        && FOREIGN.contains(&token.form.chars().count())
        && token.form.chars().all(|letter| letters.contains(&letter) || NAME_POINTS.contains(&letter))
}

/// A first name and a word that is a particle of other names: a surname.
#[must_use]
pub(crate) fn is_first_and_last(name: &[&Token]) -> bool {
    matches!(name, [given, _] if given.has(Tags::GIVEN))
}
