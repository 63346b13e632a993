//! `” X said`

use crate::brief::quotes::attribution::position::{Found, Position, free, sentence_behind};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::Form;
use crate::people::lexicon::Tags;

/// The subject right behind the quote, before its verb.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let behind = place.behind(document);
    if told_right_before(document, place) {
        return None;
    }
    if let Some(sentence) = bare_attribution(document, place) {
        return Some(sentence);
    }
    let inside =
        place.at > place.sentence.start && !document.cues_in(&(place.sentence.start..place.at)).is_empty();
    sentence_behind(document, place)
        .take(4)
        .filter(|cue| cue.form == Form::Plain && !cue.denied)
        .find(|cue| {
            let start = cue.subject.tokens.start;
            let led = start == behind
                || start > behind
                    && start <= behind + 3
                    && (behind..start).all(|at| document.stream.has(at, Tags::ADVERB.or(Tags::TIME)));
            let ends =
                matches!(place.ending, Some(',' | '?' | '!' | '—' | '-' | '…' | '–' | '.' | '\'' | '’'))
                    || cue.strong
                    || document.stream.is(place.at + 1, ',');
            led && ends
                && !(inside && (!cue.strong || start > behind))
                && free(document, place.at + 1..cue.verb)
        })
        .map(|cue| cue.subject.clone())
}

/// `“….” X said.`: a sentence that is nothing but an attribution.
fn bare_attribution(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let next = place.sentence.end;
    let sentence = stream.sentence_of(next);
    if place.at + 1 != next || next >= place.paragraph.end || sentence.len() > 7 {
        return None;
    }
    let cue = document.cues_in(&sentence).first().filter(|cue| cue.strong && cue.form == Form::Plain)?;
    let ends = cue.verb + 1 >= sentence.end || stream.is(cue.verb + 1, '.');
    (ends && cue.subject.tokens.start == next).then(|| cue.subject.clone())
}

/// `X told Y “…`: what stands behind the quote reports the whole sentence, not the words.
fn told_right_before(document: &Document, place: &Position) -> bool {
    let floor = place.sentence.start.max(place.at.saturating_sub(6));
    document.cues_in(&(floor..place.at)).last().is_some_and(|cue| {
        cue.strong
            && cue.asserted
            && matches!(cue.form, Form::Plain | Form::Shared | Form::Participle)
            && (cue.verb + 1..place.at).all(|at| document.stream.is_word(at))
    })
}
