//! From the phrase that stands for a speaker to the person (stage S5).
//!
//! In: a phrase and what has been told so far. Out: the person, or nobody: two equal candidates, a description nobody
//! in the article fits, and “a/one/some official” are never given a name.

use std::cell::OnceCell;

use super::cues::Form;
use super::described::{description, holder, incumbents, namesake};
use super::document::Document;
use super::phrase::{Phrase, PhraseKind};
use crate::people::index::Gender;
use crate::people::lexicon::Tags;
use crate::people::names::{Mention, Sort};
use crate::people::offices::{Holder, read_role};

/// How far back a pronoun looks, in sentences.
const REACH: usize = 12;

/// Speakers and verbs of one sentence looked at for a pronoun, the nearest; it bounds the work.
const MOST_NEAR: usize = 40;

/// How much more likely whoever speaks is meant than whoever is only named.
const SPEAKER: f32 = 2.2;

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
pub struct History {
    /// Token, person and weight of each speaker and of each pronoun resolved so far, in order.
    spoken: Vec<(usize, usize, f32)>,
    /// Tokens read so far.
    read: usize,
    /// Persons of the article who held an office of the dated table when it was published.
    incumbents: OnceCell<Vec<(usize, &'static Holder)>>,
}

/// A phrase with the person it stands for.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The phrase.
    pub phrase: Phrase,
    /// The person of the article, if known.
    pub person: Option<usize>,
    /// The holder of the office by the dated table, when the article names none.
    pub holder: Option<&'static Holder>,
    /// Whom else a pronoun could mean, the likeliest.
    pub rival: Option<usize>,
    /// How sure the person is, 0 to 1.
    pub sure: f32,
}

impl History {
    /// Remembers that `person` spoke at the token `at`.
    pub fn note(&mut self, at: usize, person: usize) {
        self.remember(at, person, SPEAKER);
    }

    /// Remembers that `person` asked at the token `at`: another will answer.
    pub fn note_question(&mut self, at: usize, person: usize) {
        self.remember(at, person, 0.0);
    }

    /// Keeps the order of the text: pronouns are followed after the quotes they stand between.
    fn remember(&mut self, at: usize, person: usize, weight: f32) {
        let place = self.spoken.partition_point(|spoke| spoke.0 <= at);
        self.spoken.insert(place, (at, person, weight));
    }

    /// Follows the pronouns of the text up to the token `until`, so that “he” after “he” means the same man.
    fn follow(&mut self, document: &Document, until: usize) {
        for at in self.read..until {
            if document.stream.has(at, Tags::HE.or(Tags::SHE))
                && !document.stream.has(at, Tags::HIS.or(Tags::HER))
            {
                let female = document.stream.has(at, Tags::SHE);
                let gender = if female { Gender::Female } else { Gender::Male };
                if let Some((_, person)) = self.candidates(document, at, gender).first() {
                    let person = *person;
                    self.remember(at, person, PRONOUN);
                }
            }
        }
        self.read = self.read.max(until);
    }

    /// Finds who `phrase` stands for.
    #[must_use]
    pub fn resolve(&mut self, document: &Document, phrase: Phrase) -> Voice {
        if matches!(phrase.kind, PhraseKind::Pronoun(_)) {
            self.follow(document, phrase.tokens.start);
        }
        let (person, rival, sure) = match phrase.kind {
            PhraseKind::Named(person) => (Some(person), None, 1.0),
            PhraseKind::Body(person) => (Some(person), None, 0.95),
            PhraseKind::Pronoun(tags) => self.pronoun(document, &phrase, tags),
            PhraseKind::Definite => {
                (description(document, &phrase).or_else(|| self.incumbent(document, &phrase)), None, 0.85)
            }
            PhraseKind::Indefinite | PhraseKind::Bare => (None, None, 0.9),
        };
        let holder = match (person, phrase.kind) {
            (None, PhraseKind::Definite) => holder(document, &phrase),
            _ => None,
        };
        let person = person.or_else(|| holder.and_then(|holder| namesake(document, holder)));
        let known = person.is_some() || holder.is_some();
        Voice { phrase, person, holder, rival, sure: if known { sure } else { sure.min(0.6) } }
    }

    /// “The president”, with no country: the one person of the article who holds such an office by the dated table.
    fn incumbent(&self, document: &Document, phrase: &Phrase) -> Option<usize> {
        let stream = &document.stream;
        let bare = phrase.tokens.start + usize::from(stream.has(phrase.tokens.start, Tags::DEFINITE));
        let office = (bare..phrase.tokens.end).any(|at| stream.has(at, Tags::OFFICE));
        if !office || phrase.tokens.end - bare > 3 {
            return None;
        }
        let words = stream.span(&(bare..phrase.tokens.end)).of(document.text);
        let holds = |holder: &Holder| {
            read_role(&format!("{} {words}", holder.country.name())) == Some((holder.country, holder.office))
        };
        let incumbents = self.incumbents.get_or_init(|| incumbents(document));
        let mut found = incumbents.iter().filter(|(_, holder)| holds(holder)).map(|(person, _)| *person);
        let first = found.next()?;
        found.all(|person| person == first).then_some(first)
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
        let scored = self.candidates(document, at, gender);
        let Some((best, person)) = scored.first().copied() else { return (None, None, 0.5) };
        let rival = scored.get(1).map(|other| other.1);
        let second = scored.get(1).map_or(0.0, |other| other.0);
        let sure = if best - second > 1.0 { 0.95 } else { 0.8 };
        (Some(person), rival, sure)
    }

    /// Persons a pronoun of `gender` at the token `at` may stand for, the likeliest first.
    #[must_use]
    pub fn candidates(&self, document: &Document, at: usize, gender: Gender) -> Vec<(f32, usize)> {
        let stream = &document.stream;
        let Some(own) = stream.get(at) else { return Vec::new() };
        let first = own.sentence.saturating_sub(REACH);
        let mut scores: Vec<(f32, usize)> = Vec::new();
        let mut offer = |person: usize, score: f32| {
            let fits = document.index.get(person).is_some_and(|known| {
                document.index.is_human(person)
                    && known.sort == Sort::Person
                    && known.gender.is_none_or(|known| known == gender)
            });
            if !fits {
                return;
            }
            let known = document.index.get(person).is_some_and(|person| person.gender.is_some());
            let score = score + if known { 0.8 } else { 0.0 };
            match scores.iter_mut().find(|(_, known)| *known == person) {
                Some(entry) => entry.0 = entry.0.max(score) + 0.1,
                None => scores.push((score, person)),
            }
        };
        for sentence in first..=own.sentence {
            let range = stream.sentence(sentence);
            let end = range.end.min(at);
            let paragraphs =
                own.paragraph.saturating_sub(stream.get(range.start).map_or(0, |token| token.paragraph));
            let age = (own.sentence - sentence) as f32;
            let recency = 10.0 - age * 0.7 - paragraphs as f32 * 0.6;
            for (order, mention) in document.index.mentions_in(range.start..end).enumerate() {
                let Some(person) = mention.person else { continue };
                if attributive(document, mention) {
                    continue;
                }
                let addressed = (sentence == own.sentence || paragraphs > 0 || age <= 1.0)
                    && mention.from.checked_sub(1).is_some_and(|before| stream.has(before, Tags::ADDRESSED));
                let owner =
                    stream.get(mention.name.end.saturating_sub(1)).is_some_and(|token| token.possessive);
                let object = mention
                    .from
                    .checked_sub(1)
                    .is_some_and(|before| before >= range.start && stream.has(before, Tags::PREPOSITION));
                let mut score = recency - order.min(4) as f32 * 0.15;
                score += if order == 0 && !object && !owner { 1.6 } else { 0.0 };
                score -= if object { 0.5 } else { 0.0 } + if owner { OWNER } else { 0.0 };
                score += if addressed { ADDRESSED } else { 0.0 };
                offer(person, score);
            }
            let from = self.spoken.partition_point(|spoke| spoke.0 < range.start);
            let to = self.spoken.partition_point(|spoke| spoke.0 < end);
            let near = self.spoken.get(from.max(to.saturating_sub(MOST_NEAR))..to).unwrap_or_default();
            for (_, person, weight) in near {
                offer(*person, recency + weight);
            }
            let cues = document.cues_in(&(range.start..end));
            let near = cues.get(cues.len().saturating_sub(MOST_NEAR)..).unwrap_or_default();
            for cue in near.iter().filter(|cue| cue.strong) {
                if let PhraseKind::Named(person) = cue.subject.kind {
                    // who asks is answered by another
                    let asks = stream.has(cue.verb, Tags::ADDRESSED) || cue.form == Form::Passive;
                    offer(person, recency + if asks { 0.0 } else { SPEAKER });
                }
            }
        }
        if let Some(person) = reporting_himself(document, at) {
            offer(person, 10.0 + SELF);
        }
        scores.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        scores
    }
}

/// `X said he`, `X said that he`: X.
fn reporting_himself(document: &Document, pronoun: usize) -> Option<usize> {
    let stream = &document.stream;
    let last = pronoun.checked_sub(1)?;
    let verb =
        if stream.is_the_word(last, "that") || stream.has(last, Tags::THAT) && !stream.has(last, Tags::CUE) {
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
