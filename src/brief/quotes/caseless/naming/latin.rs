//! Names in Latin letters within a script without capitals, which theirs tell.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;
use crate::text::Span;

/// Words of the longest name.
const LONGEST_NAME: usize = 4;

/// The name in Latin letters at the head of a phrase, or behind a title of courtesy there, or of two words and more behind
/// a country: `Ann Smith, …`, `Ms Smith`, `the minister of X Ann Smith`.
#[must_use]
pub(crate) fn name(page: &Page, tokens: &[&Token]) -> Option<Span> {
    let at = tokens.iter().position(|token| is_name(page, token))?;
    let run = tokens.iter().skip(at).take(LONGEST_NAME).take_while(|token| is_name(page, token)).count();
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let led = before.is_none_or(|before| {
        before.has(Tags::HONORIFIC) && !before.has(Tags::OFFICE) || before.has(Tags::COUNTRY) && run > 1
    });
    let (first, last) = (tokens.get(at).filter(|_| led)?, tokens.get(at + run - 1)?);
    Some(Span::new(first.span.start, last.span.end))
}

/// True for a word no table knows that begins with a capital and goes on with a small letter.
fn is_name(page: &Page, token: &Token) -> bool {
    let written = page.of(token.span);
    let latin = |letter: char| letter < '\u{250}';
    token.is_unknown()
        && written.chars().next().is_some_and(|first| first.is_uppercase() && latin(first))
        && written.contains(char::is_lowercase)
}
