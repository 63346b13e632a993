//! Whether the words for two offices tell of different ones: of other countries, of other people.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::text::Span;

/// True where the words at `told` are not for the office that those at `role` are for.
#[must_use]
pub(crate) fn is_other(page: &Page, role: Span, told: Span) -> bool {
    is_abroad(page, role, told) || is_for_another(page, role, told)
}

/// Letters by which the words for a country and for those of it are known to be of one.
const COUNTRY_LETTERS: usize = 3;

/// True where the words for two offices name other countries.
fn is_abroad(page: &Page, one: Span, other: Span) -> bool {
    let countries = |span: Span| -> Vec<String> {
        let words = page.of(span).split_whitespace().map(|word| page.lexicon.plain_noun(word));
        let known = |word: &String| page.lexicon.phrase(word).is_some_and(|tags| tags.any(Tags::COUNTRY));
        words.filter(known).map(|word| word.chars().take(COUNTRY_LETTERS).collect()).collect()
    };
    let (one, other) = (countries(one), countries(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|country| other.contains(country))
}

/// True where the second word of `told` is a noun for somebody whom the words for the office in `role` do not have: the
/// lawyer of the accused is not that of the family.
fn is_for_another(page: &Page, role: Span, told: Span) -> bool {
    let form = |word: &str| page.lexicon.plain_noun(word);
    let pointed = |word: &String| page.lexicon.phrase(word).is_some_and(|tags| tags.any(Tags::DEFINITE));
    if page.of(told).split_whitespace().map(form).take(1).any(|first| pointed(&first)) {
        return false;
    }
    // both words may be one office
    let two: Vec<String> =
        page.of(told).split_whitespace().take(2).map(|word| page.lexicon.bare(word)).collect();
    if page.lexicon.phrase(&two.join(" ")).is_some() {
        return false;
    }
    let mut words = page.of(told).split_whitespace().map(form);
    let (Some(_), Some(whose)) = (words.next(), words.next()) else { return false };
    let role: Vec<String> = page.of(role).split_whitespace().map(form).collect();
    let somebody = page.lexicon.phrase(&whose).is_some_and(|tags| tags.any(Tags::OFFICE.or(Tags::PERSON)));
    somebody && role.len() > 1 && !role.contains(&whose)
}

/// Words looked at for somebody else's office.
const REACH: usize = 60;
/// Words of such an office.
const COUNTERPART: usize = 4;

/// True where the words between those told and `at` tell of the office of somebody beside whoever is spoken of: `with her
/// French counterpart`.
#[must_use]
pub(crate) fn names_counterpart(page: &Page, told: &[Span], at: Span) -> bool {
    let last = told.last().map_or(at.start, |span| span.end);
    let between = Span::new(last.min(at.start), at.start);
    let lexicon = page.lexicon;
    let words: Vec<String> =
        page.of(between).split_whitespace().take(REACH).map(|word| lexicon.bare(word)).collect();
    page.steps.take(words.len());
    let tags = |word: &str| lexicon.phrase(word).unwrap_or_default();
    let own = |word: &String| tags(word).any(Tags::OTHER_PRONOUN.or(Tags::HE).or(Tags::SHE));
    let office = |word: &String| {
        tags(word).any(Tags::OFFICE)
            || lexicon.with_complement(word).is_some_and(|(_, tags)| tags.any(Tags::OFFICE))
    };
    let hers = |word: &String| lexicon.owned(word).is_some_and(|(_, tags)| tags.any(Tags::OFFICE));
    !lexicon.unspaced
        && words.iter().enumerate().any(|(at, word)| {
            hers(word) || office(word) && words.iter().skip(at + 1).take(COUNTERPART).any(own)
        })
}
