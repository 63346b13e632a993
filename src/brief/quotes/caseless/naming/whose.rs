//! Whose office somebody has: the place or body that the text names again and again, beside the name or beside the office.

use super::looks::is_foreign_name;
use super::people::Person;
use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};
use crate::text::Span;

/// Words looked at on one side of a name.
const REACH: usize = 6;
/// Letters by which two words are known to be for one place: where no spaces part words, where they do.
const SAME: (usize, usize) = (2, 3);

/// The places that are told beside the name at `at`: before it with its titles, or with those behind a comma.
pub(super) fn beside(page: &Page, tokens: &[Token], at: usize) -> Vec<String> {
    let parts =
        |token: &&Token| token.has(VERBS.or(Tags::THAT)) || token.is_edge() && !token.is_mark(&COMMAS);
    let before = tokens.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let before = before.iter().rev().take_while(|token| !parts(token));
    let comma = |token: &Token| !page.lexicon.unspaced && token.is_mark(&COMMAS);
    let behind = tokens.get(at + 1).filter(|next| comma(next)).and_then(|_| tokens.get(at + 2..));
    let behind =
        behind.unwrap_or_default().iter().take(REACH).take_while(|token| !token.is_edge() && !parts(token));
    before.chain(behind).filter(|token| is_place(page, token)).map(|token| token.form.clone()).collect()
}

/// True for an office at `span` of another place than those that are told beside the name of `person`.
#[must_use]
pub(crate) fn is_elsewhere(page: &Page, span: Span, person: &Person) -> bool {
    if person.places.is_empty() {
        return false;
    }
    let told = page.within(span).iter().filter(|token| is_place(page, token));
    let told: Vec<&str> = told.map(|token| token.form.as_str()).collect();
    let (unspaced, spaced) = SAME;
    let letters = if page.lexicon.unspaced { unspaced } else { spaced };
    let same = |one: &str, other: &str| {
        let letters = letters.min(one.chars().count()).min(other.chars().count());
        one.chars().take(letters).eq(other.chars().take(letters))
    };
    let shared = |one: &&str| person.places.iter().any(|other| same(one, other));
    !told.is_empty() && !told.iter().any(shared)
}

/// A country, a word no table knows that stands in the text more than once, or one in letters for foreign names.
fn is_place(page: &Page, token: &Token) -> bool {
    let named = token.has(Tags::GIVEN.or(Tags::NAME).or(Tags::OFFICE).or(Tags::LATIN));
    let foreign = token.shape == Shape::Foreign || is_foreign_name(page, token);
    let unknown = token.is_unknown() && (foreign || page.is_often(&token.form));
    !named && (token.has(Tags::COUNTRY) || unknown)
}
