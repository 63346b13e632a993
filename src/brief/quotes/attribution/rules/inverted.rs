//! `” said X`

use crate::brief::quotes::attribution::position::{Found, Position, free, sentence_behind};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::Form;

/// The subject behind the verb that stands right behind the quote.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    sentence_behind(document, place)
        .take(2)
        .filter(|cue| cue.form == Form::Inverted)
        .find(|cue| cue.verb <= place.behind(document) + 2 && free(document, place.at + 1..cue.verb))
        .map(|cue| cue.subject.clone())
}
