//! How likely each person is whom a pronoun means: what speaks for one named, told to speak or asked.

use std::ops::Range;

use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::{Form, participle};
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::people::index::Gender;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::{Mention, Sort};
use crate::text::FastMap;

/// Persons weighed for one pronoun.
const MOST_PERSONS: usize = 64;

/// How much more likely whoever speaks is meant than whoever is only named.
pub(super) const SPEAKER: f32 = 2.2;

/// How much more likely the subject of a sentence is meant than whoever else is named in it.
const SUBJECT: f32 = 1.6;

/// And how much more the subject of the sentence before in the same paragraph.
const NEAR: f32 = 0.5;

/// And how much more whoever the sentence begins with.
const TOPIC: f32 = 0.4;

/// How much more likely somebody of known gender is meant.
const GENDER: f32 = 0.8;

/// The same for somebody whom a pronoun of the gender has meant before.
const MEANT: f32 = 0.4;

/// How much less likely whoever only owns something is meant.
const OWNER: f32 = 1.2;

/// How much more likely whoever is asked or accused is meant.
const ADDRESSED: f32 = 2.4;

/// How likely each person is meant by a pronoun of one gender.
pub(super) struct Scores<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) gender: Gender,
    /// The gender of those whom a pronoun has meant before.
    pub(super) told: &'d FastMap<usize, Gender>,
    pub(super) found: Vec<(f32, usize)>,
}

/// How a sentence stands to the pronoun behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Whoever is spoken to there may be meant.
    pub(super) fresh: bool,
    /// The sentence before in the same paragraph.
    pub(super) near: bool,
    /// Its subject is a description: whoever is named first is none.
    pub(super) described: bool,
}

impl Scores<'_> {
    /// Counts one more reason for `person`, if the gender fits.
    pub(super) fn offer(&mut self, person: usize, score: f32) {
        self.weigh(person, score, false);
    }

    /// The same; whoever `speaks` by two names is somebody, whether or not the article says who.
    fn weigh(&mut self, person: usize, score: f32, speaks: bool) {
        let index = &self.document.index;
        let known = index.get(person).filter(|known| {
            (index.is_human(person) || speaks && known.words.len() > 1)
                && known.sort == Sort::Person
                && known.gender.is_none_or(|known| known == self.gender)
        });
        let Some(known) = known else { return };
        let told = self.told.get(&person) == Some(&self.gender);
        let fits = match known.gender {
            Some(_) => GENDER,
            None if told => MEANT,
            None => 0.0,
        };
        let score = score + fits;
        self.document.stream.steps.take(self.found.len());
        if let Some(entry) = self.found.iter_mut().find(|(_, known)| *known == person) {
            entry.0 = entry.0.max(score) + 0.1;
        } else if self.found.len() < MOST_PERSONS {
            self.found.push((score, person));
        }
    }

    /// Offers everybody named in the tokens `range`, a sentence that stands at `place`.
    pub(super) fn named(&mut self, range: &Range<usize>, recency: f32, place: Place) {
        let (document, stream) = (self.document, &self.document.stream);
        let question = led_by_participle(document, range.start);
        let main = question.then(|| main_clause(document, range)).flatten();
        let persons =
            document.index.mentions_in(range.clone()).filter(|mention| mention.sort == Sort::Person);
        let mut order = usize::from(place.described);
        for mention in persons {
            let Some(person) = mention.person else { continue };
            if attributive(document, mention) {
                continue;
            }
            let before = mention.from.checked_sub(1);
            let addressed = place.fresh && before.is_some_and(|before| stream.has(before, Tags::ADDRESSED));
            let owner = stream.get(mention.name.end.saturating_sub(1)).is_some_and(|token| token.possessive);
            let object =
                before.is_some_and(|before| before >= range.start && stream.has(before, Tags::PREPOSITION));
            let mut score = recency - order.min(4) as f32 * 0.15;
            let topic = owner && mention.from == range.start && owns_thing(document, mention);
            let owner = owner && !topic;
            let subject = order == 0 && !object && !owner && !question || main == Some(mention.from);
            score += if subject { SUBJECT } else { 0.0 } + if subject && place.near { NEAR } else { 0.0 };
            score += if mention.from == range.start { TOPIC } else { 0.0 };
            score -= if object { 0.5 } else { 0.0 } + if owner { OWNER } else { 0.0 };
            let answers = main == Some(mention.from) && stream.has(range.start, Tags::ADDRESSED);
            let heard = place.fresh && (answers || is_asked(document, mention));
            score += if addressed || heard { ADDRESSED } else { 0.0 };
            self.weigh(person, score, heard);
            // `X's husband Y`: Y is the subject
            order += usize::from(!(owner && owns_next(document, mention)));
        }
    }

    /// Offers the one full name in the tokens `range` that may be a person's.
    pub(super) fn unsure(&mut self, range: &Range<usize>) {
        let full = |mention: &&Mention| mention.sort == Sort::Person && mention.name.len() > 1;
        let mut named = self.document.index.mentions_in(range.clone()).filter(full);
        let Some(first) = named.next().and_then(|mention| mention.person) else { return };
        if named.all(|mention| mention.person == Some(first)) {
            self.weigh(first, 0.0, true);
        }
    }

    /// Offers whoever is named at the head of the next sentence: `“…,” she said. X, 70, has lived here for years.`
    pub(super) fn behind(&mut self, sentence: usize) {
        let range = self.document.stream.sentence(sentence + 1);
        let first = self.document.index.mentions_in(range.clone()).next();
        if let Some(person) = first.filter(|first| first.from == range.start).and_then(|first| first.person) {
            self.offer(person, 0.0);
        }
    }

    /// Offers the named subjects of the verbs of saying in the tokens `range`.
    pub(super) fn reporting(&mut self, range: &Range<usize>, recency: f32) {
        let document = self.document;
        for cue in document.cues_in(range).iter().filter(|cue| cue.strong) {
            if let PhraseKind::Named(person) = cue.subject.kind {
                // who asks is answered by another
                let asks = document.stream.has(cue.verb, Tags::ADDRESSED) || cue.form == Form::Passive;
                self.weigh(person, recency + if asks { 0.0 } else { SPEAKER }, true);
            }
        }
    }
}

/// `Asked about Y, X`: the token with which the main clause begins, behind the last comma before its verb.
fn main_clause(document: &Document, range: &Range<usize>) -> Option<usize> {
    let stream = &document.stream;
    let next = document.index.mentions_in(range.clone()).filter(|mention| {
        mention.from.checked_sub(1).is_some_and(|comma| comma > range.start && stream.is(comma, ','))
    });
    let acts = |mention: &&Mention| {
        let end = mention.name.end;
        stream.has(end, Tags::AUX.or(Tags::COPULA).or(Tags::CUE)) && document.index.mention_at(end).is_none()
    };
    next.take(MOST_CLAUSES).find(acts).map(|mention| mention.from)
}

/// Names behind commas that are looked at for the subject of a main clause.
const MOST_CLAUSES: usize = 8;

/// `X was asked`: whoever is asked will answer.
fn is_asked(document: &Document, mention: &Mention) -> bool {
    let stream = &document.stream;
    let be = mention.name.end;
    let small = Tags::ADVERB.or(Tags::TIME).or(Tags::AUX);
    let verb = (be + 1..be + 4).find(|at| !stream.has(*at, small));
    stream.is_keyword(be, Keyword::Be)
        && verb.is_some_and(|verb| stream.has(verb, Tags::ADDRESSED) && !participle(stream, verb))
}

/// `X's husband Y`: right behind whose it is, somebody is named.
fn owns_next(document: &Document, owner: &Mention) -> bool {
    const NEAR: usize = 4;
    let range = owner.name.end..owner.name.end + NEAR;
    let next = document.index.mentions_in(range).next().filter(|next| next.sort == Sort::Person);
    let person = |at: usize| document.stream.has(at, Tags::PERSON.or(Tags::OFFICE));
    next.is_some_and(|next| (owner.name.end..next.name.start).any(person))
}

/// `X's vote was certain`: what the sentence is about is X's, and nobody.
fn owns_thing(document: &Document, owner: &Mention) -> bool {
    let stream = &document.stream;
    let next = owner.name.end;
    let next = if stream.is_word(next) { next } else { next + 1 };
    let somebody = Tags::PERSON.or(Tags::OFFICE).or(Tags::ORGANISATION);
    let mut words = (next..next + 3).take_while(|at| stream.is_word(*at));
    stream.is_word(next) && !words.any(|at| stream.has(at, somebody)) && !owns_next(document, owner)
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

/// `Asked about X, she`, `Praising X, she`: the pronoun is whoever was asked or praises, and nobody named in between.
pub(super) fn led_by_participle(document: &Document, start: usize) -> bool {
    let stream = &document.stream;
    let leads = participle(stream, start) && !stream.has(start, Tags::PREPOSITION)
        || stream.has(start, Tags::ADDRESSED);
    leads && document.index.mention_at(start).is_none()
}
