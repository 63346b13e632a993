//! What governs a verb of saying in the infinitive or as a participle, and whether that tells that the words were said.
//!
//! In: a verb of saying that is not finite. Out: as of [`Clause::unsaid`]. The classes of governors are those of
//! L. Karttunen, “Implicative Verbs”, Language 47 (1971): `managed to say` tells that it was said and `did not manage to
//! say` that it was not; `refused to say` the other way round; `wanted to say` tells neither.

use std::ops::Range;

use super::clause::{CUE, Clause, DENIAL, Unsaid};
use crate::people::lexicon::{Keyword, Tags};

/// Words between an infinitive or a participle and the verb that governs it.
const GOVERNOR: usize = 8;

impl Clause<'_> {
    /// `refused to say`, `urged X to say`, `was falsely reported to have said`; the infinitive begins with the token `to`.
    pub(super) fn infinitive(&self, to: usize, subject: Option<&Range<usize>>) -> Option<Unsaid> {
        let last = self.left(to)?;
        if self.denies(last) {
            return Some(Unsaid::Denied);
        }
        if self.stream.has(last, Tags::AUX) {
            return Some(Unsaid::Open);
        }
        // `prompted X to say`, `begged X to say`: who speaks is the object
        let named = self.index.mention_at(last).map(|mention| mention.name.start);
        let object = named.or(subject.filter(|subject| subject.end == to).map(|subject| subject.start));
        let governor = self.governor(object.unwrap_or(to));
        let Some(verb) = governor else { return object.map(|_| Unsaid::Open) };
        if self.is(verb, Keyword::Wishing) {
            return Some(Unsaid::Open);
        }
        let denied = self.governor_denied(verb, subject);
        if self.is(verb, Keyword::Refusing) {
            return (!denied).then_some(Unsaid::Denied);
        }
        if self.is(verb, Keyword::Misquoting) || self.misled(verb) {
            return Some(Unsaid::Denied);
        }
        if self.is(verb, Keyword::Doing) {
            return denied.then_some(Unsaid::Denied);
        }
        object.map(|_| Unsaid::Open)
    }

    /// The word that governs an infinitive, with nothing but its object or an adverbial between it and the token `at`.
    fn governor(&self, at: usize) -> Option<usize> {
        let classes = [Keyword::Refusing, Keyword::Wishing, Keyword::Misquoting, Keyword::Doing];
        self.words_back(at, GOVERNOR).find(|at| {
            classes.iter().any(|class| self.is(*at, *class))
                || self.stream.has(*at, CUE.or(Tags::AUX)) && self.index.mention_at(*at).is_none()
        })
    }

    /// `did not manage`, `had no wish`: a denial between the subject and what governs the verb of saying.
    fn governor_denied(&self, verb: usize, subject: Option<&Range<usize>>) -> bool {
        let floor = subject.filter(|subject| subject.end <= verb).map_or(self.floor, |subject| subject.end);
        self.words_back(verb, DENIAL).take_while(|at| *at >= floor).any(|at| self.nobody(at))
    }

    /// `falsely reported`.
    fn misled(&self, verb: usize) -> bool {
        self.left(verb).is_some_and(|at| self.is(at, Keyword::Falsely))
    }

    /// `denied saying`, `stopped short of saying`, `accused X of saying`, `was misquoted as saying`; the word before the
    /// participle stands at `at`.
    pub(super) fn participial(&self, at: usize, subject: Option<&Range<usize>>) -> Option<Unsaid> {
        if self.is(at, Keyword::Denying) || self.withholds(at) {
            // `could not resist saying`
            return (!self.governor_denied(at, subject)).then_some(Unsaid::Denied);
        }
        if self.is(at, Keyword::As) {
            return self.words_back(at, GOVERNOR).any(|at| self.misquotes(at)).then_some(Unsaid::Denied);
        }
        if let Some(named) = self.index.mention_at(at) {
            if self.unproven(named.from) {
                return Some(Unsaid::Denied);
            }
            return self.shown(named.name.start);
        }
        // `came close to saying`, `ruled out saying`
        let links = self.stream.has(at, Tags::LINKING);
        let joins = links || self.is(at, Keyword::To) || self.stream.has(at, Tags::PARTICLE_OF_VERB);
        let noun = self.left(at).filter(|_| joins)?;
        if self.withholds(noun) {
            return Some(Unsaid::Denied);
        }
        let wished = self.is(noun, Keyword::Wishing);
        let accused = || self.words_back(at, GOVERNOR).any(|at| self.is(at, Keyword::Accusing));
        (links && (wished || accused())).then_some(Unsaid::Open)
    }

    /// `no record of X saying`: the words for X begin at `subject`.
    fn unproven(&self, subject: usize) -> bool {
        let of = self.left(subject).filter(|at| self.stream.has(*at, Tags::LINKING));
        let proof = of.and_then(|at| self.left(at)).filter(|at| self.is(*at, Keyword::Proof));
        proof.and_then(|at| self.left(at)).is_some_and(|at| self.nobody(at))
    }

    /// `imagine X saying`, `a doctored video shows X saying`: what stands before the one who speaks at `subject`.
    fn shown(&self, subject: usize) -> Option<Unsaid> {
        if self.is(subject, Keyword::Condition) {
            return Some(Unsaid::Open);
        }
        let before = self.left(subject)?;
        if self.is(before, Keyword::Condition) {
            return Some(Unsaid::Open);
        }
        self.made_up(before).then_some(Unsaid::Denied)
    }

    /// `a deepfake made` before X say, `a forged letter in which` before X says: the word before the subject at `at`.
    pub(super) fn made_up(&self, at: usize) -> bool {
        let shows = self.is(at, Keyword::Showing) || self.stream.has(at, Tags::WHICH);
        shows && self.words_back(at, GOVERNOR).any(|at| self.is(at, Keyword::False))
    }

    /// `misquoted`, `wrongly quoted`, `not quoted`.
    fn misquotes(&self, at: usize) -> bool {
        let cited = self.is(at, Keyword::Cite) && self.left(at).is_some_and(|at| self.denies(at));
        self.is(at, Keyword::Misquoting) || self.is(at, Keyword::Falsely) || cited
    }

    /// `without`, `avoided`.
    fn withholds(&self, at: usize) -> bool {
        self.is(at, Keyword::Withholding)
    }

    fn is(&self, at: usize, keyword: Keyword) -> bool {
        self.stream.is_keyword(at, keyword)
    }
}
