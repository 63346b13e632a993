//! Whom a phrase means, by what was told so far.

use super::fitness::{
    Meant, fits, held, is_bare, is_of_other_body, is_plural_only, is_somebody_new, loose, only_one,
};
use super::registry::Registry;
use super::someone::{Gender, Someone};
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::words::Class;

/// Sentences a pronoun looks back.
const REACH: usize = 10;

/// How much likelier whoever spoke is meant than whoever acted.
const SPOKE: f32 = 2.0;

/// The same for whoever is the subject of a sentence.
const ACTED: f32 = 1.8;

/// The same for whoever is only named.
const NAMED: f32 = 0.5;

/// How much less with each sentence.
const AGE: f32 = 0.5;

/// Sentences in which somebody must have acted to be the only person spoken of.
const NEAR: usize = 4;

/// Sentences in which somebody who spoke goes on speaking under an office others have too.
const JUST_NOW: usize = 2;

/// Events looked at for one pronoun.
const MOST: usize = 60;

/// Somebody spoke or acted.
#[derive(Debug, Clone, Copy)]
struct Event {
    /// Number of the sentence.
    sentence: usize,
    person: usize,
    weight: f32,
}

/// What was told so far.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    events: Vec<Event>,
    /// Sentence and phrase of the last body or text that spoke.
    pub(crate) body: Option<(usize, Noun)>,
}

impl Discourse {
    /// Notes that `person` spoke in `sentence`.
    pub(crate) fn spoke(&mut self, sentence: usize, person: usize) {
        self.events.push(Event { sentence, person, weight: SPOKE });
    }

    /// Notes that `person` is the subject of `sentence`.
    pub(crate) fn acted(&mut self, sentence: usize, person: usize) {
        self.events.push(Event { sentence, person, weight: ACTED });
    }

    /// Notes that `person` is named in `sentence`.
    pub(crate) fn mentioned(&mut self, sentence: usize, person: usize) {
        self.events.push(Event { sentence, person, weight: NAMED });
    }

    /// Whoever a phrase means.
    #[must_use]
    pub(crate) fn meant(&self, text: &Text, people: &Registry, noun: &Noun) -> Meant {
        let sentence = text.stream().get(noun.tokens.start).map_or(0, |token| token.sentence);
        match noun.sort {
            Sort::Body if noun.name.is_some() => {
                let person = people.named(text, noun);
                let human = person.filter(|at| people.all.get(*at).is_some_and(|known| known.human));
                Meant { person: human, sure: 0.95 }
            }
            Sort::Person | Sort::Capital => Meant { person: people.named(text, noun), sure: 1.0 },
            Sort::Pronoun if noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR) => {
                Meant::NOBODY
            }
            Sort::Pronoun => {
                let gender = Gender::of(noun.class);
                let latest = self.latest(people, sentence, gender, true);
                if latest.person.is_some() { latest } else { only_one(people, noun.tokens.start, gender) }
            }
            Sort::Role => self.holder(text, people, noun, sentence),
            _ => Meant::NOBODY,
        }
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
        let mut best: Option<(f32, usize)> = None;
        for event in self.events.iter().rev().take(MOST) {
            let Some(known) = people.all.get(event.person) else { continue };
            let fits = known.human && (gender.is_none() || known.gender.is_none() || known.gender == gender);
            let own = event.sentence == sentence && event.weight < SPOKE && !within;
            let age = sentence.saturating_sub(event.sentence);
            if !fits || own || age > REACH {
                continue;
            }
            let sure = if gender.is_some() && known.gender == gender { 0.4 } else { 0.0 };
            let score = event.weight + sure - age as f32 * AGE;
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, event.person));
            }
        }
        best.map_or(Meant::NOBODY, |(_, person)| Meant { person: Some(person), sure: 0.85 })
    }

    /// Whoever “that one” means: not who spoke or acted last, but the other one spoken of.
    #[must_use]
    pub(crate) fn other(&self, people: &Registry, sentence: usize, gender: Option<Gender>) -> Option<usize> {
        let near = |event: &&Event| sentence.saturating_sub(event.sentence) <= NEAR;
        let last =
            self.events.iter().rev().take(MOST).filter(near).find(|event| event.weight > NAMED)?.person;
        let fits = |at: usize| {
            let known = people.all.get(at).filter(|known| known.human);
            known.is_some_and(|known| gender.is_none() || known.gender.is_none() || known.gender == gender)
        };
        let mut others = self
            .events
            .iter()
            .rev()
            .take(MOST)
            .filter(near)
            .map(|event| event.person)
            .filter(|at| *at != last);
        others.find(|at| fits(*at))
    }

    /// Whoever an office without a name means.
    fn holder(&self, text: &Text, people: &Registry, noun: &Noun, sentence: usize) -> Meant {
        if is_somebody_new(text, noun) || is_plural_only(noun) && text.grammar.by_order() {
            return Meant::NOBODY;
        }
        let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
        let mut asked = text.grammar.roles_asked(&words, text.lower(noun.head));
        asked.retain(|class| text.grammar.tells_office(*class));
        let gender = Gender::of(noun.class);
        let past = text.is_past(noun.role.clone());
        let mut best: Option<(f32, usize)> = None;
        let mut named: Vec<(f32, usize)> = Vec::new();
        for (at, known) in people.all.iter().enumerate() {
            let gendered =
                gender.is_none() || known.gender.is_none() || known.gender == gender || loose(text, noun);
            if !known.human || !gendered {
                continue;
            }
            let fit = fits(text, noun, known, &asked) + held(text, past, known);
            if fit <= 0.0 || is_of_other_body(text, noun, known, &asked) {
                continue;
            }
            if known.first < noun.tokens.start {
                named.push((fit, at));
            }
            let last =
                self.events.iter().rev().take(MOST).find(|event| event.person == at && event.weight > NAMED);
            let near = last.map_or(0.0, |event| 1.5 - sentence.saturating_sub(event.sentence) as f32 * 0.15);
            // not named yet
            let later = if known.first > noun.tokens.end { 1.5 } else { 0.0 };
            let score = fit + near - later;
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, at));
            }
        }
        if best.is_some_and(|(_, at)| self.has_rival(&named, at, sentence)) {
            return Meant::NOBODY;
        }
        let unnamed = |at: usize| people.all.get(at).is_some_and(|known| known.first > noun.tokens.end);
        let unknown = self.unknown_role(text, people, noun, sentence, gender);
        match best {
            Some((_, person)) if !(unnamed(person) && unknown.person.is_some()) => {
                Meant { person: Some(person), sure: 0.9 }
            }
            _ => unknown,
        }
    }

    /// True when another of those `named` so far, with how well each fits an office, fits as well as `person`, and it is not
    /// that person alone who spoke just now: two may be meant.
    fn has_rival(&self, named: &[(f32, usize)], person: usize, sentence: usize) -> bool {
        let spoke = |at: usize| {
            let mut events = self.events.iter().rev().take(MOST);
            events.find(|event| event.person == at && event.weight >= SPOKE)
        };
        let Some((fit, _)) = named.iter().find(|(_, at)| *at == person) else { return false };
        let goes_on = spoke(person).is_some_and(|event| sentence.saturating_sub(event.sentence) <= JUST_NOW);
        named.iter().any(|(other, at)| *at != person && other >= fit && !(goes_on && spoke(*at).is_none()))
    }

    /// Whoever alone spoke or acted in this sentence and the one before, else in the paragraph a sentence before that.
    fn just_spoken_of(
        &self,
        text: &Text,
        people: &Registry,
        noun: &Noun,
        sentence: usize,
        gender: Option<Gender>,
    ) -> Meant {
        let start = text.stream().paragraph_of(noun.tokens.start).start;
        let opens = text.stream().get(start).map_or(0, |token| token.sentence);
        let asked = text.grammar.roles(text.lower(noun.head));
        let fits = |known: &Someone| {
            let gendered = gender.is_none() || known.gender.is_none() || known.gender == gender;
            known.human && gendered && !text.grammar.is_other_calling(asked, &known.roles)
        };
        // whoever acted or spoke; else whoever is only named
        for (least, reach) in [(ACTED, 1), (NAMED, 1), (ACTED, JUST_NOW)] {
            let near = |event: &&Event| {
                let age = sentence.saturating_sub(event.sentence);
                event.weight >= least && age <= reach && (age <= 1 || event.sentence >= opens)
            };
            let mut found = self.events.iter().rev().take(MOST).filter(near).map(|event| event.person);
            let mut fitting = found.by_ref().filter(|at| people.all.get(*at).is_some_and(fits));
            let Some(person) = fitting.next() else { continue };
            let alone = fitting.all(|other| other == person);
            return if alone { Meant { person: Some(person), sure: 0.75 } } else { Meant::NOBODY };
        }
        Meant::NOBODY
    }

    /// Whoever spoke last, when nothing else is known of what that person is; the only person of the article.
    fn unknown_role(
        &self,
        text: &Text,
        people: &Registry,
        noun: &Noun,
        sentence: usize,
        gender: Option<Gender>,
    ) -> Meant {
        let article = noun.determiner.any(Class::THE);
        let definite = article || text.grammar.cases || text.grammar.last_verb;
        let asked = text.grammar.roles(text.lower(noun.head));
        // `her spokesman` is not whoever has another office
        if noun.determiner.any(Class::OWNER) && text.grammar.by_order() {
            return Meant::NOBODY;
        }
        let strict = text.grammar.cases && !text.grammar.last_verb || text.grammar.capital_nouns;
        let describes = text.grammar.is_anyone(asked) || strict && text.grammar.is_calling(asked);
        if describes && is_bare(text, noun) {
            let meant = self.just_spoken_of(text, people, noun, sentence, gender);
            if meant.person.is_some() {
                return meant;
            }
        }
        if text.grammar.is_guest(asked) && is_bare(text, noun) {
            return only_one(people, noun.tokens.start, gender.or(Some(Gender::Male)));
        }
        let asks_one = text.grammar.is_ordinary(asked) && !article || text.grammar.is_of_another(asked);
        if !definite || noun.owner.is_some() || asks_one {
            return Meant::NOBODY;
        }
        let fits = |known: &Someone| known.gender.is_none() || gender.is_none() || known.gender == gender;
        let mut humans =
            people.all.iter().enumerate().filter(|(_, known)| known.human && known.first < noun.tokens.end);
        // whoever is known to be something else
        let other = asked.iter().any(|class| text.grammar.asks_for(*class));
        let strict = text.grammar.cases || text.grammar.capital_nouns;
        let free = |known: &Someone| known.roles.is_empty() || !(other && strict);
        let only = humans.next().filter(|_| humans.next().is_none()).filter(|(_, known)| fits(known));
        let near = self
            .events
            .iter()
            .any(|event| event.weight > NAMED && sentence.saturating_sub(event.sentence) <= NEAR);
        let open = |known: &Someone| text.grammar.by_order() || free(known);
        if let Some((person, _)) = only.filter(|(_, known)| near && open(known)) {
            return Meant { person: Some(person), sure: 0.7 };
        }
        let latest = self.latest(people, sentence, gender, true);
        let plain = latest
            .person
            .and_then(|at| people.all.get(at))
            .is_some_and(|known| says_little(text, known) && fits(known));
        if plain { Meant { sure: 0.7, ..latest } } else { Meant::NOBODY }
    }
}

/// True when nothing is known of what somebody is, or only whose deputy or spokesman.
fn says_little(text: &Text, known: &Someone) -> bool {
    known.nouns.is_empty()
        || text.grammar.by_order() && known.roles.iter().all(|role| text.grammar.is_of_another(&[*role]))
}
