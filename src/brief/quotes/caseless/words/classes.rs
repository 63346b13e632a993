//! What ends a noun phrase where words are parted by spaces, and what is a noun all the same.

use super::tags::Tags;
use super::token::{Shape, Token};

/// Verbs of all kinds.
pub(crate) const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);
/// What ends a noun phrase.
const ENDS: Tags = VERBS
    .or(Tags::PREPOSITION)
    .or(Tags::POSTPOSITION)
    .or(Tags::THAT)
    .or(Tags::TIME)
    .or(Tags::ADVERB)
    .or(Tags::CONJUNCTION)
    .or(Tags::GLUED)
    .or(Tags::OBJECT)
    .or(Tags::PARTICIPLE)
    .or(Tags::RELAY)
    .or(Tags::RELAY_END)
    .or(Tags::ACCORD)
    .or(Tags::WHO)
    .or(Tags::OTHER_PRONOUN);
/// What is a noun although it may end a phrase elsewhere.
const NOUNS: Tags = Tags::OFFICE
    .or(Tags::ANONYMOUS)
    .or(Tags::BODY)
    .or(Tags::HONORIFIC)
    .or(Tags::PERSON)
    .or(Tags::NAME)
    .or(Tags::GIVEN)
    .or(Tags::COUNTRY);
/// Verbs that look like nouns are verbs, unless they are one of these.
const NO_VERBS: Tags =
    Tags::ARTICLE.or(Tags::OFFICE).or(Tags::BODY).or(Tags::NAME).or(Tags::ANONYMOUS).or(Tags::OWNED);

/// True for what ends a noun phrase.
#[must_use]
pub(crate) fn ends(token: &Token) -> bool {
    matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_))
        || token.has(ENDS) && !token.has(NOUNS)
        || token.has(VERBS) && !token.has(NO_VERBS)
}
