//! Second hand (stage S6): whose words the speaker relays.

use super::position::{Position, REACH};
use crate::brief::quotes::coreference::{Discourse, Voice};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::citing::clause;
use crate::brief::quotes::syntax::cue::Form;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::{Keyword, Tags};

/// Tokens between “that” and the subject of its clause.
const NEAR: usize = 20;

/// The phrase for whoever said the quoted words first, when the speaker relays them.
#[must_use]
pub(crate) fn source(
    document: &Document,
    place: &Position,
    speaker: &Voice,
    discourse: &mut Discourse,
) -> Option<String> {
    let stream = &document.stream;
    let range = place.sentence.start.max(place.at.saturating_sub(REACH))..place.at;
    let citing =
        range.clone().find(|at| stream.is_keyword(*at, Keyword::Citing) && *at < speaker.phrase.tokens.start);
    let phrase = match citing {
        Some(at) => phrase_finder::beginning_at(stream, &document.index, at + 1, range.end)?,
        None => inner_subject(document, place, speaker).or_else(|| cited_by(document, place, speaker))?,
    };
    named(document, discourse, phrase)
}

/// `X quoted Y as saying`: Y, where X speaks in person.
fn cited_by(document: &Document, place: &Position, speaker: &Voice) -> Option<Phrase> {
    let start = place.sentence.start.max(place.at.saturating_sub(REACH));
    (start..place.at).rev().find_map(|at| {
        let found = clause(&document.stream, &document.index, at, &place.sentence)?;
        let own = found.relay.is_some_and(|relay| relay.tokens.start == speaker.phrase.tokens.start);
        own.then_some(found.speaker)
    })
}

/// The subject of a verb of saying that stands between the speaker's own verb and the quote.
fn inner_subject(document: &Document, place: &Position, speaker: &Voice) -> Option<Phrase> {
    let range = place.sentence.start..place.at;
    let stream = &document.stream;
    // `he noted that at a meeting, the president pointed at …`, but `she said, …, X protests`
    let is_aside = |start: usize| {
        let from = speaker.phrase.tokens.end.max(start.saturating_sub(NEAR));
        start.checked_sub(1).is_some_and(|at| stream.is(at, ','))
            && !(from..start).any(|at| stream.is_keyword(at, Keyword::That))
    };
    let cue = document.cues_in(&range).iter().rev().find(|cue| {
        cue.asserted
            && cue.subject.tokens.start > speaker.phrase.tokens.start
            && matches!(cue.form, Form::Plain)
            && !is_aside(cue.subject.tokens.start)
            && !(cue.subject.tokens.start < speaker.phrase.tokens.end
                && speaker.phrase.tokens.start < cue.subject.tokens.end)
    })?;
    let person = matches!(cue.subject.kind, PhraseKind::Named(_) | PhraseKind::Definite);
    let tail = cue.verb + 1..place.at;
    let close = tail.len() <= 14 && !tail.clone().any(|at| document.stream.has(at, Tags::WHO));
    (person && close).then(|| cue.subject.clone())
}

fn named(document: &Document, discourse: &mut Discourse, phrase: Phrase) -> Option<String> {
    let words = document.stream.span(&phrase.tokens).of(document.text).to_owned();
    let voice = discourse.resolve(document, phrase);
    let name = voice.person.and_then(|person| document.index.get(person)).map(|person| person.name.clone());
    Some(name.unwrap_or(words)).filter(|words| !words.is_empty())
}
