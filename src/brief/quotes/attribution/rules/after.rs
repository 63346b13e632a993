//! `” X said`

use crate::brief::quotes::attribution::position::{Found, Position, free, sentence_behind};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::{Cue, Form};
use crate::people::lexicon::{Keyword, Tags};

/// How many tokens behind a quote the verb of citing stands: `” the news agency X quoted Y`.
const CLAUSE: usize = 8;

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
        .filter(|cue| matches!(cue.form, Form::Plain | Form::Cited) && !cue.denied)
        .find(|cue| {
            let start = cue.subject.tokens.start;
            let led = start == behind
                || cue.form == Form::Cited && cue.verb <= behind + CLAUSE
                || start == behind + 2 && is_how(document, behind)
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

/// `“…,” was how X put it`
fn is_how(document: &Document, at: usize) -> bool {
    document.stream.is_keyword(at, Keyword::Be)
        && document.stream.has(at + 1, Tags::CONJUNCTION)
        && !document.stream.has(at + 1, Tags::WHICH.or(Tags::PREPOSITION))
}

/// `“….” X said.`: a sentence that is nothing but an attribution.
fn bare_attribution(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let next = place.sentence.end;
    let sentence = stream.sentence_of(next);
    if place.at + 1 != next || next >= place.paragraph.end || sentence.len() > 7 {
        return None;
    }
    // what else somebody does there, nod or smile, is no saying of words that are finished
    let says = |cue: &&Cue| cue.form == Form::Plain && stream.is_keyword(cue.verb, Keyword::Commonest);
    let cue = document.cues_in(&sentence).first().filter(says)?;
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
