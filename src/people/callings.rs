//! Somebody called by where they are from: “the Dane”, “the Texan”. Such a word with an article names nobody.

use super::lexicon::{Keyword, Tags};
use super::stream::Stream;

/// Classes of capital words behind an article that are no people.
const NO_PEOPLE: Tags =
    Tags::ORGANISATION.or(Tags::OUTLET_NAME).or(Tags::DOCUMENT).or(Tags::OFFICE).or(Tags::TIME);

/// True for a capital word that with an article before it means one person from a place.
#[must_use]
pub fn is_from_a_place(stream: &Stream, at: usize) -> bool {
    let word = stream.word(at).to_lowercase();
    let told = stream.lexicon.keywords.has(Keyword::FromAPlace, &word)
        || stream.lexicon.keywords.end(Keyword::FromAPlaceEnding, &word);
    stream.is_capital(at) && told && !stream.has(at, NO_PEOPLE)
}

/// True for such a word with an article before it: `the Dane`, `a Berliner`.
#[must_use]
pub fn is_called(stream: &Stream, at: usize) -> bool {
    let article = at.checked_sub(1).is_some_and(|before| stream.has(before, Tags::DETERMINER));
    article && is_from_a_place(stream, at)
}
