//! Whom a phrase means, by what was told so far.

use super::epithet::{is_bare, is_epithet};
use super::events::{ACTED, Discourse, Event, NAMED, SPOKE};
use super::fitness::{
    Meant, fits, held, is_lower_head, is_named_behind, is_of_other_body, is_plural_only, is_somebody_new,
    loose, only_one, tells_another,
};
use super::registry::Registry;
use super::sole::latter;
use super::someone::{Gender, Someone};
use super::title;
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::words::Class;

/// Sentences in which somebody must have acted to be the only person spoken of.
const NEAR: usize = 4;

/// Sentences in which somebody who spoke goes on speaking under an office others have too.
const JUST_NOW: usize = 2;

/// Sentences after which somebody who spoke no longer goes on.
const LONG_AGO: usize = 4;

impl Discourse {
    /// Whoever a phrase that speaks means; several are nobody who can be named.
    #[must_use]
    pub(crate) fn speaks(&self, text: &Text, people: &Registry, noun: &Noun) -> Meant {
        let grammar = text.grammar;
        if !(grammar.cases || grammar.last_verb) && noun.sort == Sort::Role && is_plural_only(noun) {
            return Meant::NOBODY;
        }
        let meant = self.running_or_meant(text, people, noun);
        let sentence = text.stream().get(noun.tokens.start).map_or(0, |token| token.sentence);
        let meant = if meant.is_somebody() { meant } else { self.sole(text, people, noun, sentence) };
        let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
        let asked = || grammar.roles_asked(&words, text.lower(noun.head));
        let known = meant.person.and_then(|at| people.all.get(at)).filter(|_| noun.sort == Sort::Role);
        let another = known.is_some_and(|known| tells_another(text, noun, known, &asked()));
        if another { Meant::NOBODY } else { meant }
    }

    /// Whoever a phrase means.
    #[must_use]
    pub(crate) fn meant(&self, text: &Text, people: &Registry, noun: &Noun) -> Meant {
        let sentence = text.stream().get(noun.tokens.start).map_or(0, |token| token.sentence);
        match noun.sort {
            // `the defence of Ana Porto` is not she
            Sort::Body if noun.name.is_some() && !(noun.owner.is_some() && text.grammar.by_order()) => {
                let person = people.named(text, noun);
                let human = person.filter(|at| people.all.get(*at).is_some_and(|known| known.human));
                Meant::of(human, 0.95)
            }
            Sort::Person | Sort::Capital | Sort::Thing => {
                let person = people.named(text, noun).filter(|_| noun.sort != Sort::Thing);
                Meant::of(person.or_else(|| title::holder(text, &people.all, noun)), 1.0)
            }
            Sort::Pronoun if noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR) => {
                Meant::NOBODY
            }
            Sort::Pronoun if text.has(noun.head, Class::OTHER) => {
                Meant::of(self.that_one(text, people, noun, sentence), 0.8)
            }
            Sort::Pronoun if noun.class.any(Class::LATTER) => {
                Meant::of(latter(text, people, noun, sentence), 0.85)
            }
            Sort::Pronoun => {
                let gender = Gender::of(noun.class);
                let latest = self.latest(people, sentence, gender, true);
                if latest.is_somebody() { latest } else { only_one(people, noun.tokens.start, gender) }
            }
            Sort::Role => self.holder(text, people, noun, sentence),
            _ => Meant::NOBODY,
        }
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
            if !known.human || !gendered || is_named_behind(text, noun, known) {
                continue;
            }
            let fit = fits(text, noun, known, &asked) + held(text, past, known);
            let other =
                is_of_other_body(text, noun, known, &asked) || is_lower_head(text, noun, known, &asked);
            if fit <= 0.0 || other {
                continue;
            }
            if text.grammar.by_order() && is_far_ahead(text, noun, known) {
                continue;
            }
            let strict = gender.is_none() || known.gender.is_none() || known.gender == gender;
            if known.first < noun.tokens.start {
                named.push((if strict { fit } else { fit / 2.0 }, at));
            }
            let last = self.recent().find(|event| event.is(at) && event.weight > NAMED);
            let near = last.map_or(0.0, |event| 1.5 - sentence.saturating_sub(event.sentence) as f32 * 0.15);
            // not named yet
            let later = if known.first > noun.tokens.end { 1.5 } else { 0.0 };
            let score = fit + near - later;
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, at));
            }
        }
        if best.is_some_and(|(_, at)| self.has_rival(&named, at, sentence, text.grammar.by_order())) {
            return Meant::NOBODY;
        }
        let unnamed = |at: usize| people.all.get(at).is_some_and(|known| known.first > noun.tokens.end);
        let unknown = self.unknown_role(text, people, noun, sentence, gender);
        match best {
            Some((_, person)) if !(unnamed(person) && unknown.person.is_some()) => {
                Meant::of(Some(person), 0.9)
            }
            _ => unknown,
        }
    }

    /// True when another of those `named` so far, with how well each fits an office, fits as well as `person`, and it is not
    /// that person alone who spoke just now: two may be meant.
    fn has_rival(&self, named: &[(f32, usize)], person: usize, sentence: usize, by_order: bool) -> bool {
        let spoke = |at: usize| self.recent().find(|event| event.is(at) && event.weight >= SPOKE);
        let Some((fit, _)) = named.iter().find(|(_, at)| *at == person) else { return false };
        let goes_on = spoke(person).is_some_and(|event| sentence.saturating_sub(event.sentence) <= JUST_NOW);
        // of two who hold such an office the one who spoke just now, where the other did long before
        let silent = |at: usize| {
            let long = |event: &Event| sentence.saturating_sub(event.sentence) > LONG_AGO;
            spoke(at).is_none_or(|event| by_order && long(event))
        };
        named.iter().any(|(other, at)| *at != person && other >= fit && !(goes_on && silent(*at)))
    }

    /// Whoever alone spoke or acted in this sentence and the one before, else in the paragraph a sentence before that.
    pub(super) fn just_spoken_of(
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
            // neither the accused nor a witness is whoever speaks for the law
            let court = text.grammar.is_beside_court(asked, &known.roles);
            known.human && gendered && !court && !text.grammar.is_other_calling(asked, &known.roles)
        };
        // whoever acted or spoke; else whoever is only named
        for (least, reach) in [(ACTED, 1), (NAMED, 1), (ACTED, JUST_NOW)] {
            let near = |event: &&Event| {
                let age = sentence.saturating_sub(event.sentence);
                event.weight >= least && age <= reach && (age <= 1 || event.sentence >= opens)
            };
            if text.grammar.by_order() && self.unnamed_near(sentence, reach, gender) {
                return Meant::NOBODY;
            }
            let mut found = self.recent().filter(near).filter_map(Event::person);
            let mut fitting = found.by_ref().filter(|at| people.all.get(*at).is_some_and(fits));
            let Some(person) = fitting.next() else { continue };
            let alone = fitting.all(|other| other == person);
            return if alone { Meant::of(Some(person), 0.75) } else { Meant::NOBODY };
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
        let other = noun.determiner.any(Class::OWNER) || text.grammar.is_kin(asked);
        if other && text.grammar.by_order() {
            let guest = noun.determiner.any(Class::OWNER) && text.grammar.is_guest(asked);
            return Meant::of(
                self.other(people, sentence, gender, false).filter(|_| guest && is_bare(text, noun)),
                0.75,
            );
        }
        if text.grammar.is_guest(asked) && is_bare(text, noun) {
            return only_one(people, noun.tokens.start, gender.or(Some(Gender::Male)));
        }
        let may_be = text.grammar.is_anyone(asked) || text.grammar.is_ordinary(asked) && article;
        if may_be && text.grammar.by_order() && is_bare(text, noun) {
            return self.compatible(text, people, noun, sentence);
        }
        let strict = text.grammar.cases && !text.grammar.last_verb || text.grammar.capital_nouns;
        let describes = text.grammar.is_anyone(asked) || strict && text.grammar.tells_calling(asked);
        if describes && is_bare(text, noun) {
            let meant = self.just_spoken_of(text, people, noun, sentence, gender);
            if meant.person.is_some() {
                return meant;
            }
        }
        let asks_one = text.grammar.is_ordinary(asked) && !article || text.grammar.is_of_another(asked);
        let owned = noun.owner.is_some() && !text.grammar.by_order();
        if !definite || owned || asks_one {
            return Meant::NOBODY;
        }
        if text.grammar.last_verb && noun.tokens.len() > 1 && !is_epithet(text, noun) {
            return Meant::NOBODY;
        }
        if text.grammar.by_order() || text.grammar.last_verb {
            return self.compatible(text, people, noun, sentence);
        }
        let fits = |known: &Someone| known.gender.is_none() || gender.is_none() || known.gender == gender;
        let mut humans =
            people.all.iter().enumerate().filter(|(_, known)| known.human && known.first < noun.tokens.end);
        // whoever is known to be something else
        let other = asked.iter().any(|class| text.grammar.asks_for(*class));
        let free = |known: &Someone| known.roles.is_empty() || !other;
        let only = humans.next().filter(|_| humans.next().is_none()).filter(|(_, known)| fits(known));
        let near = self
            .recent()
            .any(|event| event.weight > NAMED && sentence.saturating_sub(event.sentence) <= NEAR);
        if let Some((person, _)) = only.filter(|(_, known)| near && free(known)) {
            return Meant::of(Some(person), 0.7);
        }
        let latest = self.latest(people, sentence, gender, true);
        let plain = latest
            .person
            .and_then(|at| people.all.get(at))
            .is_some_and(|known| known.nouns.is_empty() && fits(known));
        if plain { Meant { sure: 0.7, ..latest } } else { Meant::NOBODY }
    }

    /// Whoever alone spoke or acted just now, where that person may hold the office: of whom no office is known, or one of
    /// its kind.
    fn compatible(&self, text: &Text, people: &Registry, noun: &Noun, sentence: usize) -> Meant {
        let meant = self.just_spoken_of(text, people, noun, sentence, Gender::of(noun.class));
        let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
        let had = text.grammar.roles_had(&words, text.lower(noun.head));
        let asked = text.grammar.roles_asked(&words, text.lower(noun.head));
        let any = text.grammar.is_anyone(&had) && !had.iter().any(|class| text.grammar.is_calling(*class));
        let past = text.is_past(noun.role.clone());
        let open = |known: &&Someone| {
            if is_lower_head(text, noun, known, &asked) || is_named_behind(text, noun, known) {
                return false;
            }
            let own = known.roles.iter().any(|role| text.grammar.is_specific(*role));
            let rival = own && asked.iter().any(|class| text.grammar.has_one_holder(*class)) && !past;
            let shared = known.roles.iter().any(|role| had.contains(role));
            any || known.nouns.is_empty()
                || known.roles.iter().all(|role| says_little(text, *role))
                || shared && !rival
        };
        let owned = noun.owner.is_some() && !past;
        let fits = |meant: Meant| meant.person.and_then(|at| people.all.get(at)).as_ref().is_some_and(open);
        if !owned && fits(meant) {
            return Meant { sure: 0.7, ..meant };
        }
        let only = self.only_person(people, Gender::of(noun.class), owned);
        if fits(only) { only } else { Meant::NOBODY }
    }

    /// The only person of the article, if that person spoke or, unless somebody `spoke` is asked for, acted.
    fn only_person(&self, people: &Registry, gender: Option<Gender>, spoke: bool) -> Meant {
        let mut humans = people.all.iter().enumerate().filter(|(_, known)| known.human && known.proven);
        let only = humans.next().filter(|_| humans.next().is_none());
        let same = |known: &Someone| known.gender.is_none() || gender.is_none() || known.gender == gender;
        let did = |at: usize| self.recent().any(|event| event.is(at) && !(spoke && event.weight < SPOKE));
        let only = only.filter(|(at, known)| did(*at) && same(known) && !(spoke && !known.nouns.is_empty()));
        Meant::of(only.map(|(at, _)| at), 0.7)
    }
}

/// True for what tells no office of somebody: any person, whose deputy or spokesman.
fn says_little(text: &Text, role: u16) -> bool {
    text.grammar.is_of_another(&[role]) || text.grammar.is_anyone(&[role])
}

/// Sentences behind an office in which whoever holds it is first named.
const AHEAD: usize = 3;

/// True for somebody first named long after the office.
fn is_far_ahead(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let sentence = |at: usize| text.stream().get(at).map_or(0, |token| token.sentence);
    sentence(known.first) > sentence(noun.tokens.start) + AHEAD
}
