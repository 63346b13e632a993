//! Second hand (stage S6): whose words the speaker relays.

use super::document::Document;
use super::phrase::{Phrase, PhraseKind};
use super::place::Place;
use super::resolve::{History, Voice};
use crate::people::lexicon::Tags;

/// The phrase for whoever said the quoted words first, when the speaker relays them.
#[must_use]
pub fn source(document: &Document, place: &Place, speaker: &Voice, history: &mut History) -> Option<String> {
    let stream = &document.stream;
    let range = place.sentence.start..place.at;
    let citing = range.clone().find(|at| {
        ["citing", "quoting", "paraphrasing"].iter().any(|word| stream.is_the_word(*at, word))
            && *at < speaker.phrase.tokens.start
    });
    let phrase = match citing {
        Some(at) => super::phrase::beginning_at(stream, &document.index, at + 1, range.end)?,
        None => inner_subject(document, place, speaker)?,
    };
    named(document, history, phrase)
}

/// The subject of a verb of saying that stands between the speaker's own verb and the quote.
fn inner_subject(document: &Document, place: &Place, speaker: &Voice) -> Option<Phrase> {
    let range = place.sentence.start..place.at;
    let cue = document.cues_in(&range).iter().rev().find(|cue| {
        cue.asserted
            && cue.subject.tokens.start > speaker.phrase.tokens.start
            && matches!(cue.form, super::cues::Form::Plain)
            && !(cue.subject.tokens.start < speaker.phrase.tokens.end
                && speaker.phrase.tokens.start < cue.subject.tokens.end)
    })?;
    let person = matches!(cue.subject.kind, PhraseKind::Named(_) | PhraseKind::Definite);
    let tail = cue.verb + 1..place.at;
    let close = tail.len() <= 14 && !tail.clone().any(|at| document.stream.has(at, Tags::WHO));
    (person && close).then(|| cue.subject.clone())
}

fn named(document: &Document, history: &mut History, phrase: Phrase) -> Option<String> {
    let words = document.stream.span(&phrase.tokens).of(document.text).to_owned();
    let voice = history.resolve(document, phrase);
    let name = voice.person.and_then(|person| document.index.get(person)).map(|person| person.name.clone());
    Some(name.unwrap_or(words)).filter(|words| !words.is_empty())
}
