//! `“…” is vital, X said`: a cue behind the quote in its sentence, not next to it.

use crate::brief::quotes::attribution::position::{Found, Position, sentence_behind, serves};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::{Cue, Form};
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::people::lexicon::Tags;
use crate::people::tokens::Token;

/// The subject of a verb of saying behind the quote.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    if place.ending == Some('.') && document.stream.get(place.at + 1).is_none_or(Token::is_capital) {
        return None;
    }
    let cues = sentence_behind(document, place);
    let nobody = |cue: &Cue| {
        cue.subject.kind == PhraseKind::Bare && !document.stream.has(cue.subject.tokens.end - 1, Tags::PERSON)
    };
    let fits = |cue: &&Cue| {
        matches!(cue.form, Form::Plain | Form::Inverted | Form::Shared) && !cue.denied && !nobody(cue)
    };
    cues.filter(fits).find(|cue| cue.strong).map(|cue| cue.subject.clone()).or_else(|| tail(document, place))
}

/// `…, X said.` at the end of the sentence: all of it is what X said.
pub(crate) fn tail(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let behind = document.cues_in(&(place.at + 1..place.sentence.end));
    let cue = behind.iter().rev().find(|cue| serves(document, cue, place)).filter(|cue| cue.strong)?;
    let start = cue.subject.tokens.start.min(cue.verb);
    let comma = start > place.at + 1 && stream.is(start - 1, ',');
    let rest = cue.verb.max(cue.subject.tokens.end - 1) + 1..place.sentence.end;
    // `said today in his tribute to the fallen of the war`: when and where it was said, however long
    let told = |at: usize| {
        stream.is_word(at) && !stream.has(at, Tags::AUX.or(Tags::STRONG).or(Tags::WHO).or(Tags::WHICH))
    };
    let opens = stream.has(rest.start, Tags::TIME.or(Tags::PREPOSITION));
    let circumstances = opens && rest.clone().take_while(|at| told(*at)).count() + 1 >= rest.len();
    let ends = stream.words_in(&rest) <= 6 || circumstances && rest.len() <= CIRCUMSTANCES;
    (comma && ends && matches!(cue.form, Form::Plain | Form::Inverted)).then(|| cue.subject.clone())
}

/// Most words of when and where something was said.
const CIRCUMSTANCES: usize = 25;
