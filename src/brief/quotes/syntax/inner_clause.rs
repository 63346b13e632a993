//! The subject of a sentence whose last name before the verb stands in a clause that tells of the subject.

use super::cue::participle;
use super::noun_phrase::{Phrase, PhraseKind};
use super::phrase_finder::{self, LONGEST};
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::Sort;
use crate::people::stream::Stream;

/// `The officer who arrested X said`, `the doctor treating X said`, `the company founded by X said`: X, the phrase found, is
/// only part of a clause that tells of the subject.
pub(crate) fn with_clause(stream: &Stream, index: &Index, found: &Phrase, floor: usize) -> Option<Phrase> {
    let noun = Tags::PERSON.or(Tags::ORGANISATION).or(Tags::OFFICE);
    let name = index.mentions_in(found.tokens.clone()).next().map_or(found.tokens.start, |first| first.from);
    let before = name.checked_sub(1).filter(|at| *at > floor && stream.is_word(*at))?;
    let floor = floor.max(before.saturating_sub(LONGEST));
    let clause =
        (floor..before).rev().take_while(|at| stream.is_word(*at)).find(|at| stream.has(*at, Tags::WHO));
    let by = stream.is_keyword(before, Keyword::Agent) && stream.ends_as(before - 1, Keyword::PastEnding);
    let doing =
        participle(stream, before) && !stream.has(before, Tags::CUE) && index.mention_at(before).is_none();
    let opens = clause.or(if by { Some(before - 1) } else { doing.then_some(before) })?;
    let last = opens.checked_sub(1).filter(|at| *at >= floor && stream.has(*at, noun))?;
    phrase_finder::ending_at(stream, index, last, floor)
}

/// `A farmer whose flock was lost, X,`: the name that ends a long apposition to a description.
pub(super) fn name_at_end(stream: &Stream, index: &Index, phrase: &Phrase, close: usize) -> Option<Phrase> {
    let described = matches!(phrase.kind, PhraseKind::Definite | PhraseKind::Indefinite)
        && phrase.tokens.clone().any(|at| stream.has(at, Tags::PERSON));
    let mention = index.mention_at(close.checked_sub(1)?).filter(|_| described && stream.is(close, ','))?;
    let apart = mention.from > phrase.tokens.end + 1 && stream.is(mention.from - 1, ',');
    let person = mention.person.filter(|_| apart && mention.sort == Sort::Person)?;
    Some(Phrase { tokens: mention.from..close, kind: PhraseKind::Named(person) })
}
