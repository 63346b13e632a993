//! `” said X`

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

/// `“…,” came the reply`: whose it is, is not told there.
fn came(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let verb = place.behind(document);
    let reply = stream.is_keyword(verb, Keyword::Arriving)
        && stream.has(verb + 1, Tags::DEFINITE)
        && stream.has(verb + 2, Tags::SPEECH_NOUN)
        && verb + 2 < place.sentence.end;
    reply.then_some(Phrase { tokens: verb + 1..verb + 3, kind: PhraseKind::Definite })
}
