//! `X did something, “`: the subject of the quote's own sentence.

use crate::brief::quotes::attribution::other_sentence;
use crate::brief::quotes::attribution::position::Position;
use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::reporting_verbs::be;
use crate::people::lexicon::{Keyword, Tags};

/// Words between the verb of what somebody is and the words that tell it.
const NEAR: usize = 3;

/// Words of a clause that tells of somebody else.
const CLAUSE: usize = 20;

/// Whoever acts in the words before the quote.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    let found = other_sentence::own_sentence(around.document, around.place)?;
    (!tells_of(around.document, around.place, &found)).then_some(Source::Phrase(found))
}

/// True where the words tell of the subject or of another: `he was in “…”`, `X met a group which styles itself “…”`.
fn tells_of(document: &Document, place: &Position, subject: &Phrase) -> bool {
    let stream = &document.stream;
    if !matches!(subject.kind, PhraseKind::Named(_) | PhraseKind::Pronoun(_)) {
        return false;
    }
    let between = subject.tokens.end..place.at;
    let small = Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::ADVERB);
    let verb = between.clone().rev().take(NEAR).find(|at| !stream.has(*at, small) || be(stream, *at));
    let is = verb.is_some_and(|at| be(stream, at) || stream.has(at, Tags::COPULA));
    let mut clause = between.rev().take(CLAUSE).take_while(|at| stream.is_word(*at));
    is || clause.any(|at| stream.has(at, Tags::WHICH) && !stream.is_keyword(at, Keyword::That))
}
