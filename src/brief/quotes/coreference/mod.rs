//! From the phrase that stands for a speaker to the person (stage S5).
//!
//! In: a phrase and what has been told so far. Out: the person, or nobody: two equal candidates, a description nobody
//! in the article fits, and “a/one/some official” are never given a name.

mod anaphors;
mod descriptions;
mod meant;
mod pronouns;
mod scores;

use std::ops::Range;

use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::{phrase_finder, subject};
use crate::people::callings;
use crate::people::index::Gender;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::offices::Holder;
use descriptions::{Offices, description, holder, incumbent, namesake};
use meant::Meant;
use pronouns::History;

/// A phrase with the person it stands for.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// The phrase.
    pub(crate) phrase: Phrase,
    /// The person of the article, if known.
    pub(crate) person: Option<usize>,
    /// The holder of the office by the dated table, when the article names none.
    pub(crate) holder: Option<&'static Holder>,
    /// Whom else a pronoun could mean, the likeliest.
    pub(crate) rival: Option<usize>,
    /// How sure the person is, 0 to 1.
    pub(crate) sure: f32,
}

/// What has been told so far, by which pronouns and descriptions are given their persons.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    history: History,
    offices: Offices,
    /// Sentences whose described subjects are noted.
    described: usize,
}

impl Discourse {
    /// Remembers that `person` spoke at the token `at`.
    pub(crate) fn note(&mut self, at: usize, person: usize) {
        self.history.note(at, person);
    }

    /// Remembers that `person` asked at the token `at`: another will answer.
    pub(crate) fn note_question(&mut self, at: usize, person: usize) {
        self.history.note_question(at, person);
    }

    /// Finds who `phrase` stands for.
    #[must_use]
    pub(crate) fn resolve(&mut self, document: &Document, phrase: Phrase) -> Voice {
        if matches!(phrase.kind, PhraseKind::Pronoun(_)) {
            self.describe(document, phrase.tokens.start);
            self.history.follow(document, phrase.tokens.start);
        }
        let (person, rival, sure) = match phrase.kind {
            PhraseKind::Named(person) => (Some(person), None, 1.0),
            PhraseKind::Body(person) => (Some(person), None, 0.95),
            PhraseKind::Pronoun(tags) => self.pronoun(document, &phrase, tags),
            PhraseKind::Definite => {
                let person = match description(document, &self.offices, &phrase) {
                    Meant::One(person) => Some(person),
                    Meant::Either => None,
                    Meant::Nobody => incumbent(document, &self.offices, &phrase),
                };
                (person, None, 0.85)
            }
            PhraseKind::Indefinite | PhraseKind::Bare => (None, None, 0.9),
        };
        let holder = match (person, phrase.kind) {
            (None, PhraseKind::Definite) => holder(document, &phrase),
            _ => None,
        };
        let person = person.or_else(|| namesake(document, &self.offices, holder?));
        let known = person.is_some() || holder.is_some();
        // `“…,” said a neighbour. “…,” he added`
        let described = matches!(phrase.kind, PhraseKind::Indefinite | PhraseKind::Definite);
        if !known && described && is_person(document, &phrase) {
            self.history.note_unknown_speaker(phrase.tokens.start);
        }
        Voice { phrase, person, holder, rival, sure: if known { sure } else { sure.min(0.6) } }
    }

    /// Notes whom the sentences that begin before the token `until` have as their subject, where it is a description.
    fn describe(&mut self, document: &Document, until: usize) {
        let stream = &document.stream;
        while self.described < stream.sentences.len() {
            let sentence = stream.sentence(self.described);
            if sentence.start >= until {
                break;
            }
            self.described += 1;
            if let Some((at, gender)) = brought_along(document, &sentence) {
                self.history.note_brought(at, gender);
            }
            let Some(subject) = described_subject(document, &sentence) else { continue };
            let described = match subject.kind {
                PhraseKind::Definite => description(document, &self.offices, &subject),
                _ => Meant::Nobody,
            };
            match described {
                Meant::One(person) => self.history.note_subject(sentence.start, person),
                Meant::Nobody | Meant::Either => self.history.note_unknown(sentence.start),
            }
        }
    }

    /// The person a pronoun means, the next likeliest, and how sure the first is.
    fn pronoun(
        &self,
        document: &Document,
        phrase: &Phrase,
        tags: Tags,
    ) -> (Option<usize>, Option<usize>, f32) {
        let gender = match (tags.any(Tags::HE), tags.any(Tags::SHE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => return (None, None, 0.5),
        };
        let at = phrase.tokens.start;
        let scored = self.history.candidates(document, at, gender);
        let Some((best, person)) = scored.first().copied() else { return (None, None, 0.5) };
        if self.history.may_be_another(document, at, (person, scored.get(1..).unwrap_or_default())) {
            return (None, None, 0.5);
        }
        let rival = scored.get(1).map(|other| other.1);
        let second = scored.get(1).map_or(0.0, |other| other.0);
        let sure = if best - second > 1.0 { 0.95 } else { 0.8 };
        (Some(person), rival, sure)
    }
}

/// `The envoy`, the subject of a sentence: somebody whose name is not told there.
fn described_subject(document: &Document, sentence: &Range<usize>) -> Option<Phrase> {
    let stream = &document.stream;
    let dash = |at: &usize| ['—', '–', '-'].iter().any(|mark| stream.is(*at, *mark));
    let dateline = sentence.clone().take(DATELINE).find(dash).map_or(sentence.start, |at| at + 1);
    let found = subject::of_sentence(stream, &document.index, &(dateline..sentence.end))
        .or_else(|| brought_in(document, sentence))?;
    let (start, end) = (found.tokens.start, found.tokens.end);
    // `An engineer at the plant`: the noun before its complement
    let complement = |at: &usize| stream.has(*at, Tags::PREPOSITION);
    let last = (start + 1..end).find(complement).unwrap_or(end).checked_sub(1)?;
    // `The American, who won twice,`; not `The American plan`
    let verb = Tags::AUX.or(Tags::CUE).or(Tags::WHO).or(Tags::ADVERB);
    let called = last == start + 1 && callings::is_called(stream, last);
    let person = stream.has(last, Tags::PERSON) || called && (!stream.is_word(end) || stream.has(end, verb));
    // `Her dealer, X`, `Her dealer, a Berliner named X`
    let mut apposition = (end + 1..sentence.end).take(DATELINE).take_while(|at| stream.is_word(*at));
    let named = stream.is(end, ',') && apposition.any(|at| document.index.mention_at(at).is_some());
    // `a Western diplomat`, not `two diplomats`
    let one = found.kind == PhraseKind::Indefinite && !stream.is_keyword(start, Keyword::Several);
    let described = found.kind == PhraseKind::Definite && stream.has(start, Tags::DEFINITE) || one;
    // `the candidate` is whoever is told of anyway
    let generic = found.tokens.len() == 2 && stream.is_keyword(start + 1, Keyword::Somebody);
    (described && person && !named && !generic).then_some(found)
}

/// True for a phrase with a word for a person.
fn is_person(document: &Document, phrase: &Phrase) -> bool {
    phrase.tokens.clone().any(|at| document.stream.has(at, Tags::PERSON.or(Tags::OFFICE)))
}

/// `By the railing stood a neighbour`: somebody new behind the verb of a sentence that a place opens and in which nobody is
/// named before.
fn brought_in(document: &Document, sentence: &Range<usize>) -> Option<Phrase> {
    let stream = &document.stream;
    if !stream.has(sentence.start, Tags::PREPOSITION) {
        return None;
    }
    let near = sentence.clone().take(PLACE);
    let article = near.skip(1).find(|at| {
        let verb = at - 1;
        let other = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::DETERMINER).or(Tags::CUE);
        stream.has(*at, Tags::INDEFINITE) && stream.is_word(verb) && !stream.has(verb, other)
    })?;
    let somebody = |at: usize| stream.has(at, Tags::PRONOUN) || document.index.mention_at(at).is_some();
    let alone =
        !(sentence.start..article).any(|at| somebody(at) || stream.is_quote(at) || stream.is(at, ','));
    phrase_finder::beginning_at(stream, &document.index, article, sentence.end).filter(|_| alone)
}

/// `by an older woman`: somebody new whom a sentence tells of and who is not its subject, with the gender.
fn brought_along(document: &Document, sentence: &Range<usize>) -> Option<(usize, Gender)> {
    let stream = &document.stream;
    let one = |at: usize| stream.has(at, Tags::INDEFINITE) && !stream.is_keyword(at, Keyword::Several);
    sentence.clone().skip(1).filter(|at| one(*at)).find_map(|at| {
        let noun = (at + 1..at + SHORT).find(|at| stream.has(*at, Tags::FEMALE_NOUN.or(Tags::MALE_NOUN)))?;
        let whole = (at + 1..=noun).all(|at| stream.is_word(at) && !stream.is_capital(at));
        let named = document.index.mention_at(noun + 1).is_some();
        let gender = if stream.has(noun, Tags::FEMALE_NOUN) { Gender::Female } else { Gender::Male };
        (whole && !named).then_some((at, gender))
    })
}

/// Words of such a phrase.
const SHORT: usize = 4;

/// Tokens in which such a sentence tells its place.
const PLACE: usize = 12;

/// Tokens in which a dateline ends, if there is one.
const DATELINE: usize = 8;
