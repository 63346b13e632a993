//! `” said X`

use crate::brief::quotes::attribution::other_sentence;
use crate::brief::quotes::attribution::position::{Found, Position, free, sentence_behind};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::Form;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::people::lexicon::{Keyword, Tags};

/// The subject behind the verb that stands right behind the quote.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    sentence_behind(document, place)
        .take(2)
        .filter(|cue| cue.form == Form::Inverted)
        .find(|cue| cue.verb <= place.behind(document) + 2 && free(document, place.at + 1..cue.verb))
        .map(|cue| cue.subject.clone())
        .or_else(|| came(document, place))
}

/// `“…,” came the reply`: the subject of the sentence before was asked.
fn came(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let verb = place.behind(document);
    let arrives = stream.is_keyword(verb, Keyword::Arriving) || stream.has(verb, Tags::COPULA);
    let reply = arrives
        && stream.has(verb + 1, Tags::DEFINITE)
        && stream.has(verb + 2, Tags::SPEECH_NOUN)
        && verb + 2 < place.sentence.end;
    if !reply {
        return None;
    }
    // whoever was asked is told of right before
    let before = place.paragraph.start..place.sentence.start;
    // `X asked why`: another replies
    let asks = document.cues_in(&before).last().is_some_and(|cue| stream.has(cue.verb, Tags::ADDRESSED));
    let asked = other_sentence::subject_of(document, before).filter(|_| !asks);
    asked.or(Some(Phrase { tokens: verb + 1..verb + 3, kind: PhraseKind::Definite }))
}
