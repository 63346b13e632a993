//! Whom a pronoun means: the likeliest person of fitting gender who spoke or was named before.

use std::ops::Range;

use super::scores::{Place, SPEAKER, Scores, led_by_participle};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder::LONGEST;
use crate::people::index::Gender;
use crate::people::lexicon::{Keyword, Tags};
use crate::text::FastMap;

/// How far back a pronoun looks, in sentences.
const REACH: usize = 12;

/// Sentences in which a full name is taken for somebody's that nothing else tells to be a person's.
const UNSURE: usize = 3;

/// Names, speakers and verbs looked at for one pronoun, the nearest of each; it bounds the work.
const MOST_NEAR: usize = 120;

/// Pronouns of one sentence that are followed.
const MOST_PRONOUNS: usize = 12;

/// How much more likely the subject of a sentence is meant of whom no name is known.
const UNKNOWN: f32 = 2.6;

/// The same where the article has told the name: “The president”.
const DESCRIBED: f32 = 2.6;

/// The same for somebody of whom no name is known who spoke.
const UNKNOWN_SPEAKER: f32 = 4.2;

/// The same for somebody without a name who is no subject.
const BROUGHT: f32 = 1.0;

/// How much more likely “he” in `X said he` is X.
const SELF: f32 = 2.5;

/// How much more likely whoever was last meant by a pronoun is meant.
const PRONOUN: f32 = 1.2;

/// Who has spoken so far.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// Token, person and weight of each speaker so far, in the order of the text.
    spoken: Vec<(usize, usize, f32)>,
    /// Token and person of each pronoun followed so far, in the order of the text.
    pronouns: Vec<(usize, usize)>,
    /// The gender of those whom a pronoun has meant.
    genders: FastMap<usize, Gender>,
    /// Tokens at which somebody speaks or is the subject of whom the article tells no name, with the weight, in the order of
    /// the text.
    unknown: Vec<(usize, f32)>,
    /// Tokens at which somebody without a name is told of who is no subject, with the gender, in the order of the text.
    brought: Vec<(usize, Gender)>,
    /// Tokens read so far.
    read: usize,
    /// The sentence read last and its pronouns followed so far.
    followed: (usize, usize),
}

impl History {
    /// Remembers that `person` spoke at the token `at`.
    pub(crate) fn note(&mut self, at: usize, person: usize) {
        self.remember(at, person, SPEAKER);
    }

    /// Remembers that `person` asked at the token `at`: another will answer.
    pub(crate) fn note_question(&mut self, at: usize, person: usize) {
        self.remember(at, person, 0.0);
    }

    /// Remembers that `person`, who is only described there, is the subject at the token `at`.
    pub(crate) fn note_subject(&mut self, at: usize, person: usize) {
        self.remember(at, person, DESCRIBED);
    }

    /// Remembers that somebody of whom no name is known is the subject at the token `at`.
    pub(crate) fn note_unknown(&mut self, at: usize) {
        self.remember_unknown(at, UNKNOWN);
    }

    /// The same for somebody who spoke there.
    pub(crate) fn note_unknown_speaker(&mut self, at: usize) {
        self.remember_unknown(at, UNKNOWN_SPEAKER);
    }

    /// Remembers that somebody of whom no name is known is told of at the token `at` and is no subject.
    pub(crate) fn note_brought(&mut self, at: usize, gender: Gender) {
        self.brought.push((at, gender));
    }

    fn remember_unknown(&mut self, at: usize, weight: f32) {
        let place = self.unknown.partition_point(|unknown| unknown.0 <= at);
        self.unknown.insert(place, (at, weight));
    }

    /// Keeps the order of the text: pronouns are followed after the quotes they stand between.
    fn remember(&mut self, at: usize, person: usize, weight: f32) {
        let place = self.spoken.partition_point(|spoke| spoke.0 <= at);
        self.spoken.insert(place, (at, person, weight));
    }

    /// Follows the pronouns of the text up to the token `until`, so that “he” after “he” means the same man.
    pub(crate) fn follow(&mut self, document: &Document, until: usize) {
        for at in self.read..until {
            if document.stream.has(at, Tags::HE.or(Tags::SHE))
                && !document.stream.has(at, Tags::HIS.or(Tags::HER))
                && self.goes_on(document.stream.get(at).map_or(0, |token| token.sentence))
            {
                let female = document.stream.has(at, Tags::SHE);
                let gender = if female { Gender::Female } else { Gender::Male };
                if let Some((_, person)) = self.candidates(document, at, gender).first() {
                    self.pronouns.push((at, *person));
                    self.genders.entry(*person).or_insert(gender);
                }
            }
        }
        self.read = self.read.max(until);
    }

    /// Counts one more pronoun of `sentence`; false when there were enough.
    fn goes_on(&mut self, sentence: usize) -> bool {
        let before = if self.followed.0 == sentence { self.followed.1 } else { 0 };
        self.followed = (sentence, before + 1);
        before < MOST_PRONOUNS
    }

    /// Persons a pronoun of `gender` at the token `at` may stand for, the likeliest first.
    #[must_use]
    pub(crate) fn candidates(&self, document: &Document, at: usize, gender: Gender) -> Vec<(f32, usize)> {
        let stream = &document.stream;
        let Some(own) = stream.get(at) else { return Vec::new() };
        let first = own.sentence.saturating_sub(REACH);
        let floor = self.floor(document, at);
        let mut scores = Scores { document, gender, told: &self.genders, found: Vec::new() };
        for sentence in first..=own.sentence {
            let range = stream.sentence(sentence);
            let paragraphs =
                own.paragraph.saturating_sub(stream.get(range.start).map_or(0, |token| token.paragraph));
            let age = (own.sentence - sentence) as f32;
            let recency = recency(age, paragraphs);
            let described = self.is_described(range.start);
            let range = range.start.max(floor)..range.end.min(at);
            let fresh = sentence == own.sentence || paragraphs > 0 || age <= 1.0;
            self.spoke(&mut scores, &range, recency);
            if sentence == own.sentence && led_by_participle(document, range.start) {
                continue;
            }
            let near = paragraphs == 0 && sentence + 1 == own.sentence;
            scores.named(&range, recency, Place { fresh, near, described });
            scores.reporting(&range, recency);
        }
        if let Some(person) = reporting_himself(document, at) {
            scores.offer(person, 10.0 + SELF);
        }
        if scores.found.is_empty() {
            let near = stream.sentence(own.sentence.saturating_sub(UNSURE)).start;
            scores.unsure(&(near.max(floor).max(at.saturating_sub(2 * LONGEST))..at));
        }
        if scores.found.is_empty() {
            scores.behind(own.sentence);
        }
        let mut scores = scores.found;
        let unknown = self.unknown_near(document, at).or_else(|| self.brought_near(document, at, gender));
        scores.retain(|(score, _)| unknown.is_none_or(|unknown| *score > unknown));
        scores.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        scores
    }

    /// True where `person`, of whom nothing tells that the pronoun at the token `at` fits, did not speak in the sentence that
    /// named them last, and that sentence names one of `others` whom it surely fits.
    #[must_use]
    pub(crate) fn may_be_another(
        &self,
        document: &Document,
        at: usize,
        (person, others): (usize, &[(f32, usize)]),
    ) -> bool {
        let known = |person: usize| document.index.get(person).is_some_and(|known| known.gender.is_some());
        if known(person) || self.genders.contains_key(&person) {
            return false;
        }
        let floor = self.floor(document, at);
        let mut named = document.index.mentions_in(floor..at);
        let Some(last) = named.rfind(|mention| mention.person == Some(person)) else { return false };
        let sentence = document.stream.sentence_of(last.from);
        let from = self.spoken.partition_point(|spoke| spoke.0 < sentence.start);
        let mut says = document.cues_in(&sentence).iter().filter(|cue| cue.strong);
        let spoke = self.spoken.iter().skip(from).any(|spoke| spoke.1 == person)
            || says.any(|cue| cue.subject.kind == PhraseKind::Named(person));
        let fits = |other: usize| known(other) && others.iter().any(|(_, fitting)| *fitting == other);
        let mut beside = document.index.mentions_in(sentence.start..sentence.end.min(at));
        !spoke && beside.any(|mention| mention.person.is_some_and(fits))
    }

    /// How likely somebody is meant of whom no name is known: the subject of this sentence or the one before.
    fn unknown_near(&self, document: &Document, at: usize) -> Option<f32> {
        let stream = &document.stream;
        let before = self.unknown.partition_point(|unknown| unknown.0 < at).checked_sub(1)?;
        let (last, weight) = *self.unknown.get(before)?;
        let (own, then) = (stream.get(at)?, stream.get(last)?);
        let age = own.sentence - then.sentence;
        // `The minister, he said, was`: another than he
        let aside = age == 0 && at.checked_sub(1).is_some_and(|at| stream.is(at, ','));
        (age <= 1 && !aside).then(|| recency(age as f32, own.paragraph - then.paragraph) + weight)
    }

    /// The same for somebody whom the sentence before tells of who is not its subject.
    fn brought_near(&self, document: &Document, at: usize, gender: Gender) -> Option<f32> {
        let stream = &document.stream;
        let before = self.brought.partition_point(|brought| brought.0 < at).checked_sub(1)?;
        let (last, _) = *self.brought.get(before).filter(|brought| brought.1 == gender)?;
        let (own, then) = (stream.get(at)?, stream.get(last)?);
        (own.sentence == then.sentence + 1).then(|| recency(1.0, own.paragraph - then.paragraph) + BROUGHT)
    }

    /// True for a sentence at the token `start` whose subject is a description, as far as it is noted.
    fn is_described(&self, start: usize) -> bool {
        self.unknown.binary_search_by_key(&start, |unknown| unknown.0).is_ok()
    }

    /// The first token before `at` that is looked at: [`MOST_NEAR`] names and as many speakers further back.
    fn floor(&self, document: &Document, at: usize) -> usize {
        let named = document.index.floor_of(at, MOST_NEAR);
        let before = self.spoken.partition_point(|spoke| spoke.0 < at);
        let spoke = before.checked_sub(MOST_NEAR).and_then(|first| self.spoken.get(first));
        let before = self.pronouns.partition_point(|pronoun| pronoun.0 < at);
        let pronoun = before.checked_sub(MOST_NEAR).and_then(|first| self.pronouns.get(first));
        named.max(spoke.map_or(0, |spoke| spoke.0)).max(pronoun.map_or(0, |pronoun| pronoun.0))
    }

    /// Offers whoever spoke or was meant by a pronoun in the tokens `range`.
    fn spoke(&self, scores: &mut Scores, range: &Range<usize>, recency: f32) {
        let from = self.spoken.partition_point(|spoke| spoke.0 < range.start);
        let to = self.spoken.partition_point(|spoke| spoke.0 < range.end);
        let spoken = self.spoken.get(from..to).unwrap_or_default();
        let from = self.pronouns.partition_point(|pronoun| pronoun.0 < range.start);
        let to = self.pronouns.partition_point(|pronoun| pronoun.0 < range.end);
        let mut pronouns = self.pronouns.get(from..to).unwrap_or_default().iter().peekable();
        for (at, person, weight) in spoken {
            while let Some((_, person)) = pronouns.next_if(|pronoun| pronoun.0 < *at) {
                scores.offer(*person, recency + PRONOUN);
            }
            scores.offer(*person, recency + weight);
        }
        for (_, person) in pronouns {
            scores.offer(*person, recency + PRONOUN);
        }
    }
}

/// How likely somebody is meant of `age` sentences and so many paragraphs before.
fn recency(age: f32, paragraphs: usize) -> f32 {
    10.0 - age * 0.7 - paragraphs as f32 * 0.6
}

/// `X said he`, `X said that he`: X.
fn reporting_himself(document: &Document, pronoun: usize) -> Option<usize> {
    let stream = &document.stream;
    let last = pronoun.checked_sub(1)?;
    let verb = if stream.is_keyword(last, Keyword::That)
        || stream.has(last, Tags::THAT) && !stream.has(last, Tags::CUE)
    {
        last.checked_sub(1)?
    } else {
        last
    };
    let cue = document.cues_in(&(verb..verb + 1)).first().filter(|cue| cue.strong)?;
    match cue.subject.kind {
        PhraseKind::Named(person) if cue.subject.tokens.start < verb => Some(person),
        _ => None,
    }
}
