//! Whom a pronoun means: the likeliest person of fitting gender who spoke or was named before.

use std::ops::Range;

use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::{Form, participle};
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::people::index::Gender;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::{Mention, Sort};

/// How far back a pronoun looks, in sentences.
const REACH: usize = 12;

/// Names, speakers and verbs looked at for one pronoun, the nearest of each; it bounds the work.
const MOST_NEAR: usize = 120;

/// Persons weighed for one pronoun.
const MOST_PERSONS: usize = 64;

/// Pronouns of one sentence that are followed.
const MOST_PRONOUNS: usize = 12;

/// How much more likely whoever speaks is meant than whoever is only named.
const SPEAKER: f32 = 2.2;

/// How much more likely the subject of a sentence is meant than whoever else is named in it.
const SUBJECT: f32 = 1.6;

/// And with whom the sentence begins.
const TOPIC: f32 = 0.4;

/// The same for a subject of whom no name is known.
const UNKNOWN: f32 = 2.6;

/// How much less likely whoever only owns something is meant.
const OWNER: f32 = 1.2;

/// How much more likely “he” in `X said he` is X.
const SELF: f32 = 2.5;

/// The same for whoever is asked or accused.
const ADDRESSED: f32 = 2.4;

/// The same for whoever was last meant by a pronoun.
const PRONOUN: f32 = 1.2;

/// Who has spoken so far.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// Token, person and weight of each speaker so far, in the order of the text.
    spoken: Vec<(usize, usize, f32)>,
    /// Token and person of each pronoun followed so far, in the order of the text.
    pronouns: Vec<(usize, usize)>,
    /// Tokens at which a sentence has a subject of whom the article tells no name, in the order of the text.
    unknown: Vec<usize>,
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
        self.remember(at, person, SUBJECT);
    }

    /// Remembers that somebody of whom no name is known is the subject at the token `at`.
    pub(crate) fn note_unknown(&mut self, at: usize) {
        self.unknown.push(at);
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
        let mut scores = Scores { document, gender, found: Vec::new() };
        for sentence in first..=own.sentence {
            let range = stream.sentence(sentence);
            let paragraphs =
                own.paragraph.saturating_sub(stream.get(range.start).map_or(0, |token| token.paragraph));
            let age = (own.sentence - sentence) as f32;
            let recency = recency(age, paragraphs);
            let range = range.start.max(floor)..range.end.min(at);
            let fresh = sentence == own.sentence || paragraphs > 0 || age <= 1.0;
            if sentence == own.sentence && led_by_participle(document, range.start) {
                self.spoke(&mut scores, &range, recency);
                continue;
            }
            scores.named(&range, recency, fresh);
            self.spoke(&mut scores, &range, recency);
            scores.reporting(&range, recency);
        }
        if let Some(person) = reporting_himself(document, at) {
            scores.offer(person, 10.0 + SELF);
        }
        if scores.found.is_empty() {
            scores.behind(own.sentence);
        }
        let mut scores = scores.found;
        let unknown = self.unknown_near(document, at);
        scores.retain(|(score, _)| unknown.is_none_or(|unknown| *score > unknown));
        scores.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        scores
    }

    /// How likely somebody is meant of whom no name is known: the subject of this sentence or the one before.
    fn unknown_near(&self, document: &Document, at: usize) -> Option<f32> {
        let stream = &document.stream;
        let last =
            *self.unknown.get(self.unknown.partition_point(|unknown| *unknown < at).checked_sub(1)?)?;
        let (own, then) = (stream.get(at)?, stream.get(last)?);
        let age = own.sentence - then.sentence;
        // `The minister, he said, was`: another than he
        let aside = age == 0 && at.checked_sub(1).is_some_and(|at| stream.is(at, ','));
        (age <= 1 && !aside).then(|| recency(age as f32, own.paragraph - then.paragraph) + UNKNOWN)
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

/// How likely each person is meant by a pronoun of one gender.
struct Scores<'d> {
    document: &'d Document<'d>,
    gender: Gender,
    found: Vec<(f32, usize)>,
}

impl Scores<'_> {
    /// Counts one more reason for `person`, if the gender fits.
    fn offer(&mut self, person: usize, score: f32) {
        let index = &self.document.index;
        let known = index.get(person).filter(|known| {
            index.is_human(person)
                && known.sort == Sort::Person
                && known.gender.is_none_or(|known| known == self.gender)
        });
        let Some(known) = known else { return };
        let score = score + if known.gender.is_some() { 0.8 } else { 0.0 };
        self.document.stream.steps.take(self.found.len());
        if let Some(entry) = self.found.iter_mut().find(|(_, known)| *known == person) {
            entry.0 = entry.0.max(score) + 0.1;
        } else if self.found.len() < MOST_PERSONS {
            self.found.push((score, person));
        }
    }

    /// Offers everybody named in the tokens `range`; whoever is `fresh` may be the one spoken to.
    fn named(&mut self, range: &Range<usize>, recency: f32, fresh: bool) {
        let (document, stream) = (self.document, &self.document.stream);
        for (order, mention) in document.index.mentions_in(range.clone()).enumerate() {
            let Some(person) = mention.person else { continue };
            if attributive(document, mention) {
                continue;
            }
            let before = mention.from.checked_sub(1);
            let addressed = fresh && before.is_some_and(|before| stream.has(before, Tags::ADDRESSED));
            let owner = stream.get(mention.name.end.saturating_sub(1)).is_some_and(|token| token.possessive);
            let object =
                before.is_some_and(|before| before >= range.start && stream.has(before, Tags::PREPOSITION));
            let mut score = recency - order.min(4) as f32 * 0.15;
            score += if order == 0 && !object && !owner { SUBJECT } else { 0.0 };
            score += if mention.from == range.start { TOPIC } else { 0.0 };
            score -= if object { 0.5 } else { 0.0 } + if owner { OWNER } else { 0.0 };
            score += if addressed { ADDRESSED } else { 0.0 };
            self.offer(person, score);
        }
    }

    /// Offers whoever is named at the head of the next sentence: `“…,” she said. X, 70, has lived here for years.`
    fn behind(&mut self, sentence: usize) {
        let range = self.document.stream.sentence(sentence + 1);
        let first = self.document.index.mentions_in(range.clone()).next();
        if let Some(person) = first.filter(|first| first.from == range.start).and_then(|first| first.person) {
            self.offer(person, 0.0);
        }
    }

    /// Offers the named subjects of the verbs of saying in the tokens `range`.
    fn reporting(&mut self, range: &Range<usize>, recency: f32) {
        let document = self.document;
        for cue in document.cues_in(range).iter().filter(|cue| cue.strong) {
            if let PhraseKind::Named(person) = cue.subject.kind {
                // who asks is answered by another
                let asks = document.stream.has(cue.verb, Tags::ADDRESSED) || cue.form == Form::Passive;
                self.offer(person, recency + if asks { 0.0 } else { SPEAKER });
            }
        }
    }
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

/// `Asked about X, she`, `Praising X, she`: the pronoun is whoever was asked or praises, and nobody named in between.
fn led_by_participle(document: &Document, start: usize) -> bool {
    let stream = &document.stream;
    let leads = participle(stream, start) || stream.has(start, Tags::ADDRESSED);
    leads && document.index.mention_at(start).is_none()
}

/// True when the name only tells of what kind a thing is: “Porto backers”, “the Porto papers”.
fn attributive(document: &Document, mention: &Mention) -> bool {
    let stream = &document.stream;
    let next = mention.name.end;
    let noun = stream.get(next).is_some_and(|token| token.is_word() && !token.is_capital())
        && !stream.get(next - 1).is_some_and(|token| token.possessive);
    if !noun {
        return false;
    }
    let closed = Tags::CUE.or(Tags::AUX).or(Tags::ADVERB).or(Tags::PREPOSITION).or(Tags::CONJUNCTION);
    let kind = Tags::PERSON.or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN);
    let known = stream.has(next, Tags::AFFAIR) || stream.has(next, kind) && !stream.has(next, closed);
    let the = mention.from == mention.name.start
        && mention.from.checked_sub(1).is_some_and(|at| stream.has(at, Tags::DEFINITE))
        && !stream.has(next, closed.or(Tags::PRONOUN).or(Tags::DETERMINER));
    known || the
}
