//! Everything that tells for each of those named.

use super::anaphor::Kind;
use super::candidate::Candidate;
use super::feature::{Feature, Found};
use super::scene::{Named, Scene};
use crate::brief::quotes::clause::people::{Someone, tells_another};
use crate::brief::quotes::clause::words::same_word;

impl Scene<'_, '_> {
    /// Everybody who may be meant, nobody last, with what tells for each.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let named: Vec<Named> = self.named().into_iter().filter(|one| !self.is_told_of(one.person)).collect();
        self.text.stream().steps.take(named.len() * 16 + 8);
        let open: Vec<usize> = named
            .iter()
            .filter(|one| !one.before.is_empty() && self.may_mean(one.person, one.known))
            .map(|one| one.person)
            .collect();
        // a question that no sentence gives to anybody may be the reporter's
        let closed = self.anaphor.kind == Kind::Bare && self.quoted.asks;
        let mut all: Vec<Candidate> = named
            .iter()
            .enumerate()
            .map(|(rank, one)| Candidate {
                person: Some(one.person),
                open: !closed
                    && open.contains(&one.person)
                    && (one.known.proven || one.known.gender.is_some())
                    && !self.tells_another(one.known),
                goes_on: self.goes_on(one, &named, &open),
                features: self.of(one, rank, &named, &open),
            })
            .collect();
        all.push(Candidate { person: None, open: false, goes_on: false, features: self.of_nobody(&open) });
        all
    }

    /// True where the words of a description tell of another than `known`.
    fn tells_another(&self, known: &Someone) -> bool {
        let noun = self.anaphor.noun.filter(|_| self.anaphor.kind == Kind::Description);
        noun.is_some_and(|noun| tells_another(self.text, noun, known, &self.anaphor.asked))
    }

    /// What tells for `one`, the `rank`th of those `named`; `open` are those who can be meant.
    fn of(&self, one: &Named, rank: usize, named: &[Named], open: &[usize]) -> Vec<(Feature, f32)> {
        let mut found = Found(vec![(Feature::Somebody, 1.0)]);
        self.gender(one.person, one.known, &mut found);
        self.place(one, rank, named, &mut found);
        self.deeds(one.person, &mut found);
        let ruled = self.ruled.person;
        if ruled == Some(one.person) {
            found.0.push((Feature::Ruled, self.ruled.sure));
        }
        found.add(Feature::RuledOther, ruled.is_some_and(|person| person != one.person));
        self.office(one.known, &mut found);
        self.words(one, &mut found);
        self.alone(one, named, open, &mut found);
        let cases = self.text.grammar.cases;
        let named = |word: &String| one.known.words.iter().any(|name| same_word(name, word, cases));
        found.add(Feature::NamedInQuote, self.quoted.words.iter().any(named));
        found.add(Feature::Proven, one.known.proven);
        found.add(Feature::FullName, one.known.words.len() > 1);
        found.0
    }
}
