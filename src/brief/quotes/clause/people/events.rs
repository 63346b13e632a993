//! Who spoke and who acted so far, and which of them a pronoun or a verb alone means.

use super::fitness::Meant;
use super::registry::Registry;
use super::someone::{Gender, Someone};
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::words::Class;
use crate::text::FastMap;

/// Sentences a pronoun looks back.
const REACH: usize = 10;

/// How much likelier whoever spoke is meant than whoever acted.
pub(crate) const SPOKE: f32 = 2.0;

/// The same for whoever is the subject of a sentence.
pub(crate) const ACTED: f32 = 1.8;

/// The same for a body that spoke.
const BODY: f32 = 1.6;

/// The same for whoever is only named.
pub(crate) const NAMED: f32 = 0.5;

/// Sentences back to the other one of two.
const OTHER: usize = 4;

/// The same for somebody first spoken of as an object.
const MET: f32 = 1.6;

/// How much less with each sentence.
const AGE: f32 = 0.5;

/// Events looked at for one pronoun.
const MOST: usize = 60;

/// Sentences in which several people are looked for.
const NEAR: usize = 2;

/// True for a phrase for several people.
fn is_several(noun: &Noun) -> bool {
    noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR)
}

/// True for somebody by office, or by a word nobody knows.
fn is_somebody(noun: &Noun) -> bool {
    matches!(noun.sort, Sort::Role | Sort::Open | Sort::Thing)
}

/// Who spoke or acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// A person of the registry, by number.
    Person(usize),
    /// Somebody, or a body, that no name is known of: the number of the phrase.
    Unnamed(usize),
}

/// Somebody spoke or acted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    /// Number of the sentence.
    pub(crate) sentence: usize,
    who: Who,
    pub(crate) weight: f32,
}

impl Event {
    /// True for what this person of the registry did.
    #[must_use]
    pub(crate) fn is(&self, person: usize) -> bool {
        self.who == Who::Person(person)
    }

    /// The person of the registry, by number.
    #[must_use]
    pub(crate) fn person(&self) -> Option<usize> {
        match self.who {
            Who::Person(person) => Some(person),
            Who::Unnamed(_) => None,
        }
    }
}

/// What was told so far.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    events: Vec<Event>,
    unnamed: Vec<Noun>,
    /// Genders that pronouns told, by person.
    genders: FastMap<usize, Gender>,
    /// Sentence and phrase of the last body or text that spoke.
    pub(crate) body: Option<(usize, Noun)>,
}

impl Discourse {
    /// Notes that `person` spoke in `sentence`.
    pub(crate) fn spoke(&mut self, sentence: usize, person: usize) {
        self.events.push(Event { sentence, who: Who::Person(person), weight: SPOKE });
    }

    /// Notes that `person` is the subject of `sentence`.
    pub(crate) fn acted(&mut self, sentence: usize, person: usize) {
        self.events.push(Event { sentence, who: Who::Person(person), weight: ACTED });
    }

    /// True when somebody named is known to be the subject of `sentence`.
    #[must_use]
    pub(crate) fn has_actor(&self, sentence: usize) -> bool {
        let acts =
            |event: &Event| event.sentence == sentence && event.weight > NAMED && event.person().is_some();
        self.recent().any(acts)
    }

    /// Notes that somebody without a name, or a body, spoke in `sentence`.
    pub(crate) fn unnamed_spoke(&mut self, sentence: usize, noun: &Noun) {
        let weight = if noun.is_human() || noun.sort == Sort::Thing { SPOKE } else { BODY };
        self.note(sentence, noun, weight);
    }

    /// Notes that somebody without a name is the subject of `sentence`.
    pub(crate) fn unnamed_acted(&mut self, sentence: usize, noun: &Noun) {
        self.note(sentence, noun, ACTED);
    }

    /// Notes that a pronoun or a verb of a gender means `person`.
    pub(crate) fn is_of(&mut self, person: usize, gender: Option<Gender>) {
        if let Some(gender) = gender {
            self.genders.entry(person).or_insert(gender);
        }
    }

    /// The gender that pronouns told of `person`.
    #[must_use]
    pub(crate) fn gender_of(&self, person: usize) -> Option<Gender> {
        self.genders.get(&person).copied()
    }

    /// Notes that `person` is named in `sentence`.
    pub(crate) fn mentioned(&mut self, sentence: usize, person: usize) {
        self.events.push(Event { sentence, who: Who::Person(person), weight: NAMED });
    }

    /// Whoever the pronoun `noun` for “that one” means.
    #[must_use]
    pub(super) fn that_one(
        &self,
        text: &Text,
        people: &Registry,
        noun: &Noun,
        sentence: usize,
    ) -> Option<usize> {
        let (start, end) = (noun.tokens.start, noun.tokens.end);
        let answer = |at: usize| text.grammar.naming.answers.contains(text.lower(at));
        let answers = answer(end) || start.checked_sub(1).is_some_and(answer);
        self.other(people, sentence, Gender::of(noun.class), answers)
    }

    /// Whoever “that one” means: not who spoke or acted last, but the other one spoken of. «Рыбак стоял у перил. «…», — буркнул
    /// тот»: somebody without a name who only acted, in a sentence that speaks of no other, may be meant himself, but where that
    /// one `answers`.
    #[must_use]
    pub(crate) fn other(
        &self,
        people: &Registry,
        sentence: usize,
        gender: Option<Gender>,
        answers: bool,
    ) -> Option<usize> {
        let near = |event: &&Event| sentence.saturating_sub(event.sentence) <= OTHER;
        let last = self.recent().filter(near).find(|event| event.weight > NAMED)?;
        let mut others = self.recent().filter(near).filter(|event| event.who != last.who);
        let other = others.find(|event| self.fits(people, event.who, gender).is_some())?;
        let may_be = !answers && self.fits(people, last.who, gender).is_some();
        let only_acted = last.person().is_none() && last.weight < SPOKE;
        if may_be && only_acted && other.sentence < last.sentence {
            return None;
        }
        other.person()
    }

    /// Notes that a sentence brings in somebody without a name as an object: `heard an expert`.
    pub(crate) fn unnamed_met(&mut self, sentence: usize, noun: &Noun) {
        if !is_several(noun) {
            self.note(sentence, noun, MET);
        }
    }

    fn note(&mut self, sentence: usize, noun: &Noun, weight: f32) {
        if noun.sort != Sort::Pronoun {
            self.events.push(Event { sentence, who: Who::Unnamed(self.unnamed.len()), weight });
            self.unnamed.push(noun.clone());
        }
    }

    /// The phrase of somebody without a name that `meant` points to.
    #[must_use]
    pub(crate) fn phrase(&self, meant: Meant) -> Option<&Noun> {
        meant.unnamed.and_then(|at| self.unnamed.get(at))
    }

    /// The last without a name who acted before `sentence` in the paragraph of the token `at`, where nobody with a name did.
    #[must_use]
    pub(crate) fn only_unnamed(
        &self,
        text: &Text,
        at: usize,
        sentence: usize,
        gender: Option<Gender>,
    ) -> Option<&Noun> {
        let first = text.stream().paragraph_of(at).start;
        let opens = text.stream().get(first).map_or(0, |token| token.sentence);
        let within = |event: &&Event| (opens..sentence).contains(&event.sentence) && event.weight > NAMED;
        if self.recent().filter(within).any(|event| event.person().is_some()) {
            return None;
        }
        let acted = self.recent().filter(within).find(|event| event.weight >= ACTED)?;
        let Who::Unnamed(at) = acted.who else { return None };
        let noun = self.unnamed.get(at).filter(|noun| is_somebody(noun) && !is_several(noun))?;
        let own = Gender::of(noun.class);
        (own.is_none() || gender.is_none() || own == gender).then_some(noun)
    }

    /// True when somebody without a name, of the gender, spoke or acted in the last `reach` sentences before `sentence`.
    #[must_use]
    pub(crate) fn unnamed_near(&self, sentence: usize, reach: usize, gender: Option<Gender>) -> bool {
        self.recent().any(|event| {
            let Who::Unnamed(at) = event.who else { return false };
            let age = sentence.saturating_sub(event.sentence);
            let noun = self.unnamed.get(at).filter(|noun| noun.is_human() && (1..=reach).contains(&age));
            // a source, a person: the word's gender is not that of who is meant
            let gender_of = |noun: &Noun| if noun.sort == Sort::Open { None } else { Gender::of(noun.class) };
            let own = noun.map(gender_of);
            own.is_some_and(|own| own.is_none() || gender.is_none() || own == gender)
        })
    }

    /// The latest events, the last first.
    pub(crate) fn recent(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().rev().take(MOST)
    }

    /// Whoever spoke or acted last and fits; a sentence's own subject counts only `within` it.
    #[must_use]
    pub(crate) fn latest(
        &self,
        people: &Registry,
        sentence: usize,
        gender: Option<Gender>,
        within: bool,
    ) -> Meant {
        let mut best: Option<(f32, Who)> = None;
        for event in self.recent() {
            let Some(sure) = self.fits(people, event.who, gender) else { continue };
            let own = event.sentence == sentence && event.weight < SPOKE && !within;
            let age = sentence.saturating_sub(event.sentence);
            if own || age > REACH {
                continue;
            }
            let score = event.weight + sure - age as f32 * AGE;
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, event.who));
            }
        }
        match best {
            Some((_, Who::Person(person))) => Meant::of(Some(person), 0.85),
            Some((_, Who::Unnamed(at))) => Meant { unnamed: Some(at), ..Meant::NOBODY },
            None => Meant::NOBODY,
        }
    }

    /// The several people that spoke or acted last, shortly before `sentence`.
    #[must_use]
    pub(crate) fn latest_several(&self, sentence: usize) -> Option<&Noun> {
        let near = |event: &&Event| sentence.saturating_sub(event.sentence) <= NEAR;
        self.recent().take_while(near).find_map(|event| match event.who {
            Who::Unnamed(at) => self.unnamed.get(at).filter(|noun| is_several(noun)),
            Who::Person(_) => None,
        })
    }

    /// How much the gender of `who` tells for a pronoun of `gender`; `None` where they differ.
    fn fits(&self, people: &Registry, who: Who, gender: Option<Gender>) -> Option<f32> {
        let own = match who {
            Who::Person(person) => {
                let known: &Someone = people.all.get(person).filter(|known| known.human)?;
                known.gender.or_else(|| self.gender_of(person))
            }
            Who::Unnamed(at) => Gender::of(self.unnamed.get(at).filter(|noun| !is_several(noun))?.class),
        };
        let same = gender.is_some() && own == gender;
        (gender.is_none() || own.is_none() || same).then_some(if same { 0.4 } else { 0.0 })
    }
}
