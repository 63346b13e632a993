//! The agency, paper or programme through which the words of a quote came (stage S6), and the words of whom an outlet
//! that is told to say them relays.

use std::ops::Range;

use super::position::{Position, REACH};
use crate::brief::quotes::coreference::Voice;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::citing::{Cited, cited, in_person, is_agency};
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::{Keyword, Tags};
use crate::text::without_invisible;

/// Whoever is cited by the outlet that `phrase` stands for, in the quote's own sentence.
#[must_use]
pub(crate) fn relayed(document: &Document, place: &Position, phrase: &Phrase) -> Option<Phrase> {
    let by = |cited: Cited| {
        cited.relay.is_some_and(|relay| overlap(&relay.tokens, &phrase.tokens)).then_some(cited.speaker)
    };
    let found = || clauses(document, place).find_map(by);
    is_outlet(document, phrase).then(found).flatten()
}

/// The outlet that the sentence of a quote tells to have relayed it or to have been told it, when another speaks.
#[must_use]
pub(crate) fn outlet(document: &Document, place: &Position, voice: &Voice) -> Option<String> {
    let apart = |found: &Phrase| !overlap(&found.tokens, &voice.phrase.tokens);
    let own = matches!(voice.phrase.kind, PhraseKind::Named(_) | PhraseKind::Body(_) | PhraseKind::Definite)
        && is_outlet(document, &voice.phrase);
    if own {
        return None;
    }
    let through = || told(document, place).filter(|found| is_outlet(document, found));
    let relay = clauses(document, place).filter_map(|cited| cited.relay).find(|relay| apart(relay));
    let relay =
        relay.filter(|relay| !is_person(document, relay)).or_else(|| through().find(|found| apart(found)));
    relay
        .or_else(|| reporting(document, place).find(|found| apart(found)))
        .map(|found| named(document, &found))
}

/// The clauses with a verb of citing in the sentence of a quote.
fn clauses(document: &Document, place: &Position) -> impl Iterator<Item = Cited> {
    let sentence = place.sentence.clone();
    around(place).filter_map(move |at| cited(&document.stream, &document.index, at, &sentence))
}

/// The tokens of the quote's sentence on either side of it.
fn around(place: &Position) -> impl Iterator<Item = usize> + use<> {
    let start = place.sentence.start.max(place.at.saturating_sub(REACH));
    (start..place.sentence.end.min(place.at + REACH)).filter({
        let at = place.at;
        move |other| *other != at
    })
}

/// `told X`, `in an interview with X`, `in remarks carried by X`, `according to X`.
fn told(document: &Document, place: &Position) -> impl Iterator<Item = Phrase> {
    let stream = &document.stream;
    let end = place.sentence.end;
    around(place).filter_map(move |at| {
        let before = at.checked_sub(1)?;
        let according =
            || stream.is_keyword(at, Keyword::AccordPreposition) && stream.has(before, Tags::ACCORD);
        let leads = stream.is_keyword(at, Keyword::Telling)
            || stream.has(at, Tags::RELAYING) && is_of_speech(document, before)
            || according();
        leads.then(|| phrase_finder::beginning_at(stream, &document.index, at + 1, end))?
    })
}

/// True where a verb of saying stands at `at`, or one of the surest or a noun for something said within a few words
/// before.
fn is_of_speech(document: &Document, at: usize) -> bool {
    const FEW: usize = 4;
    let stream = &document.stream;
    let speech = Tags::STRONG.or(Tags::SPEECH_NOUN);
    !document.cues_in(&(at..at + 1)).is_empty()
        || (0..=at).rev().take(FEW).take_while(|at| stream.is_word(*at)).any(|at| stream.has(at, speech))
}

/// `…, X reported`: an outlet that is the subject of a verb of saying.
fn reporting(document: &Document, place: &Position) -> impl Iterator<Item = Phrase> {
    let range = place.sentence.start.max(place.at.saturating_sub(REACH))..place.sentence.end;
    let cues = document.cues_in(&range).iter().map(|cue| cue.subject.clone());
    cues.filter(|subject| is_outlet(document, subject))
}

/// True for a named agency, and for what a noun for papers and stations names.
fn is_outlet(document: &Document, phrase: &Phrase) -> bool {
    let stream = &document.stream;
    let nobody = is_person(document, phrase) || matches!(phrase.kind, PhraseKind::Pronoun(_));
    let Some(last) = head(document, phrase).filter(|_| !nobody) else { return false };
    let outlet = |at: usize| {
        is_agency(stream.word(at))
            || stream.has(at, Tags::OUTLET)
            || stream.has(at, Tags::OUTLET_NAME) && stream.is_capital(at)
    };
    // the newspaper X, X news agency
    let apposed = |at: usize| stream.has(at, Tags::OUTLET) && stream.is_capital(at + 1) && at < last;
    let named = |at: usize| is_agency(stream.word(at));
    outlet(last) || phrase.tokens.clone().any(|at| apposed(at) || named(at))
}

/// The word a phrase turns on: the last before its complements; none where that is somebody: `the paper's editor`.
fn head(document: &Document, phrase: &Phrase) -> Option<usize> {
    let stream = &document.stream;
    let start = phrase.tokens.start;
    let of_head = |at: &usize| *at == start || !stream.has(*at, Tags::PREPOSITION) || stream.is_capital(*at);
    let last = phrase.tokens.clone().take_while(of_head).filter(|at| stream.is_word(*at)).last()?;
    let person = phrase.tokens.clone().any(|at| stream.has(at, Tags::PERSON) && !stream.is_capital(at));
    (!person).then_some(last)
}

/// True where a phrase stands for a text, which says nothing in person: `the State Anthem`, `the new law`.
#[must_use]
pub(crate) fn is_document(document: &Document, phrase: &Phrase) -> bool {
    let stream = &document.stream;
    let Some(last) = head(document, phrase) else { return false };
    let text = stream.has(last, Tags::DOCUMENT);
    let paper = stream.has(last, Tags::OUTLET_NAME) && stream.is_capital(last);
    let determined = stream.has(phrase.tokens.start, Tags::DETERMINER);
    match phrase.kind {
        PhraseKind::Body(_) => text && !paper,
        PhraseKind::Named(_) => text && !paper && determined && !stream.has(last, Tags::FIRST_NAME),
        _ => false,
    }
}

fn is_person(document: &Document, phrase: &Phrase) -> bool {
    in_person(&document.stream, &document.index, phrase)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The words of a phrase without its article and complements.
fn bare<'d>(document: &'d Document, phrase: &Phrase) -> &'d str {
    let article = phrase.tokens.len() > 1 && document.stream.has(phrase.tokens.start, Tags::DETERMINER);
    let end = head(document, phrase).map_or(phrase.tokens.end, |last| last + 1);
    let tokens = phrase.tokens.start + usize::from(article)..end;
    document.stream.span(&tokens).of(document.text)
}

fn named(document: &Document, phrase: &Phrase) -> String {
    without_invisible(bare(document, phrase)).into_owned()
}
