//! Whether somebody or something else came to the fore since a speaker's last words, so that bare words behind that may be
//! theirs: `“…,” X said. The opposition heckled him. “…”`.
//!
//! In: the phrase of whoever spoke last, and where the bare words stand. Out: true where another may speak; whoever it is
//! is not told. A thing without a voice, the same person and a pronoun for one person let the speaker go on.

use std::ops::Range;

use super::position::Position;
use crate::brief::quotes::coreference::Voice;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::rule::Rule;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::{phrase_finder, subject};
use crate::people::index;
use crate::people::lexicon::Tags;

/// Sentences looked back through; it bounds the work.
const MOST_SENTENCES: usize = 40;

/// Tokens in which an adverbial before a subject ends.
const ASIDE: usize = 16;

/// Tokens in which a time that opens a sentence ends.
const TIME: usize = 4;

/// Pronouns for one person.
const OF_ONE: Tags = Tags::HE.or(Tags::SHE).or(Tags::HIS).or(Tags::HER);

/// Who a sentence is about, seen from whoever spoke last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Whoever spoke last.
    Same,
    /// Another who may speak.
    Other,
    /// Nothing that may speak.
    Thing,
}

/// True where a sentence between the last words of `voice`, whom `rule` found, and the bare words is about another who may
/// speak.
#[must_use]
pub(crate) fn is_interrupted(document: &Document, voice: &Voice, rule: Rule, place: &Position) -> bool {
    let stream = &document.stream;
    let spoke = voice.phrase.tokens.start;
    let looks_back = matches!(rule, Rule::Running | Rule::Neighbour | Rule::SentenceBefore);
    if !looks_back || spoke >= place.sentence.start || !stream.lexicon.full {
        return false;
    }
    let start = stream.sentence_of(spoke).end;
    let mut end = place.sentence.start;
    for _ in 0..MOST_SENTENCES {
        if end <= start {
            break;
        }
        let sentence = stream.sentence_of(end - 1).start.max(start)..end;
        end = sentence.start;
        match about(document, voice, &sentence) {
            About::Same => return false,
            About::Other => return true,
            About::Thing => {}
        }
    }
    false
}

fn about(document: &Document, voice: &Voice, sentence: &Range<usize>) -> About {
    let stream = &document.stream;
    let number = stream.get(sentence.start).map_or(0, |token| token.paragraph);
    let speaks = document.paragraphs.get(number).is_some_and(|paragraph| paragraph.speaks);
    if !speaks || stream.words_in(sentence) < 2 {
        return About::Thing;
    }
    let is_same = |found: &Phrase| match found.kind {
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
        // `X supports Y`: a verb that no list holds is taken into the phrase
        _ => voice.person.is_some_and(|person| named_first(document, found) == Some(person)),
    };
    let says = document.cues_in(sentence).iter().rev().find(|cue| cue.strong);
    let subject = says.map(|cue| cue.subject.clone());
    let subject = subject.or_else(|| subject_of(document, sentence));
    let subject =
        subject.map(|found| subject::with_apposed_name(stream, &document.index, found, sentence.end));
    let about = match &subject {
        None => About::Thing,
        Some(found) if is_same(found) => About::Same,
        Some(found) => about_another(document, voice, found, sentence),
    };
    // `Why was he out in the heat?`
    let told = sentence.clone().any(|at| stream.has(at, Tags::HE.or(Tags::SHE)));
    if about == About::Thing && told { About::Same } else { about }
}

/// The first person named in the phrase, unless the phrase is about what is theirs: `X’s lawyer`.
fn named_first(document: &Document, found: &Phrase) -> Option<usize> {
    let first = document.index.mentions_in(found.tokens.clone()).next()?;
    let owns = first.name.clone().any(|at| document.stream.get(at).is_some_and(|token| token.possessive));
    first.person.filter(|_| !owns)
}

/// What a subject is that is not plainly whoever spoke last.
fn about_another(document: &Document, voice: &Voice, found: &Phrase, sentence: &Range<usize>) -> About {
    match found.kind {
        // `Tears ran down her face`: a capital that stands nowhere else
        PhraseKind::Named(person) if opens_only(document, person, sentence.start) => {
            described(document, voice, found, sentence)
        }
        PhraseKind::Named(person) | PhraseKind::Body(person) => {
            if voice.person == Some(person) {
                About::Same
            } else {
                About::Other
            }
        }
        PhraseKind::Pronoun(tags) if tags.any(Tags::THEY) => {
            if voice.person.is_none() {
                About::Same
            } else {
                About::Other
            }
        }
        PhraseKind::Pronoun(tags) if tags.any(Tags::IT) => About::Thing,
        PhraseKind::Pronoun(_) => About::Same,
        PhraseKind::Definite | PhraseKind::Indefinite | PhraseKind::Bare => {
            described(document, voice, found, sentence)
        }
    }
}

/// The subject of a sentence, behind its verb too.
fn subject_of(document: &Document, sentence: &Range<usize>) -> Option<Phrase> {
    let stream = &document.stream;
    let first = subject::of_sentence(stream, &document.index, sentence);
    let Some(found) = first else { return behind_aside(document, sentence.start + 1..sentence.end) };
    let before = found.tokens.start.saturating_sub(2);
    let named = document.index.mention_at(before).and_then(|mention| mention.person);
    // `Outside stood X, the envoy`: what is told of X is no subject
    let apposed = before >= sentence.start
        && stream.is(before + 1, ',')
        && named.is_some_and(|person| document.index.is_human(person));
    // `An hour later the prosecutor rose`: nor is a time before another phrase
    let time = (sentence.start..sentence.end).take(TIME).find(|at| stream.has(*at, Tags::TIME));
    let time = time.filter(|time| found.tokens.start <= *time || begins_phrase(document, found.tokens.end));
    let from = if apposed { Some(sentence.start + 1) } else { time.map(|time| time + 1) };
    let behind = from.and_then(|from| behind_aside(document, from..sentence.end));
    behind.or(Some(found))
}

/// `Outside the gate stood X`: the first phrase of `range` that no preposition governs and that tells no time.
fn behind_aside(document: &Document, range: Range<usize>) -> Option<Phrase> {
    let stream = &document.stream;
    let free = |at: &usize| {
        let governed = stream.has(at - 1, Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::CONJUNCTION));
        !governed && !stream.has(*at, Tags::TIME) && !stream.has(at + 1, Tags::TIME)
    };
    let mut starts = range.clone().take(ASIDE).filter(|at| begins_phrase(document, *at)).filter(free);
    starts.find_map(|at| phrase_finder::beginning_at(stream, &document.index, at, range.end))
}

/// True for a determiner before a word, and for the first word of a name.
fn begins_phrase(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    stream.has(at, Tags::DETERMINER) && stream.is_word(at + 1)
        || document.index.mention_at(at).is_some_and(|mention| mention.from == at)
}

/// True for one word with a capital at the head of a sentence that is known from nowhere else.
fn opens_only(document: &Document, person: usize, start: usize) -> bool {
    let index = &document.index;
    let alone = index.get(person).is_some_and(|known| known.count == 1 && known.words.len() == 1);
    alone
        && !index.is_human(person)
        && index.mention_at(start).is_some_and(|first| first.person == Some(person))
}

/// A description: the speaker's own, another's, or that of a thing.
fn described(document: &Document, voice: &Voice, found: &Phrase, sentence: &Range<usize>) -> About {
    let stream = &document.stream;
    let known = voice.person.and_then(|person| document.index.get(person)).and_then(index::role_of);
    let role = known.map(|role| role.span.of(document.text).to_lowercase()).unwrap_or_default();
    let someone = Tags::PERSON.or(Tags::OFFICE);
    let is_role = |at: usize| {
        stream.has(at, someone) && role.split_whitespace().any(|word| word == stream.word(at).to_lowercase())
    };
    if found.kind == PhraseKind::Definite && found.tokens.clone().any(is_role) {
        return About::Same;
    }
    let voiced = someone.or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN).or(Tags::DOCUMENT).or(Tags::SIGN);
    let named = |at: usize| {
        let person = document.index.mention_at(at).and_then(|mention| mention.person);
        person.is_some_and(|person| !opens_only(document, person, sentence.start))
    };
    let able = |at: usize| stream.is_word(at) && stream.has(at, voiced) || named(at);
    if found.tokens.clone().any(able) {
        return About::Other;
    }
    // `Tears ran down her face`, `A smile crossed his face`
    let own = sentence.clone().any(|at| stream.has(at, OF_ONE));
    let time = found.tokens.clone().any(|at| stream.has(at, Tags::TIME));
    if found.kind == PhraseKind::Definite || own || time { About::Thing } else { About::Other }
}
