//! What a verb of saying has in its own group: a denial, an auxiliary of hearsay, a verb of denial before it.

use super::Class;
use super::group::Group;
use super::words::Kind;

/// Tokens of a group of verbs with hearsay.
const REACH: usize = 16;

/// Tokens between a verb of denial and what it denies.
const DENIED: usize = 10;

/// Tokens of a group of verbs.
const GROUP: usize = 4;

impl Group<'_, '_> {
    /// True for a verb with a denial in its group; `words` stand between the two where they are given.
    pub(super) fn is_negated(&self, verb: usize, words: Option<usize>) -> bool {
        let before = self
            .path(verb, words)
            .into_iter()
            .take_while(|at| self.is_small(*at) || self.is(*at, Kind::NOT) || words == Some(*at))
            .find(|at| self.is(*at, Kind::NOT));
        // `could not but say`: two denials are none
        let twice = |at: usize| (self.start + 2..=at).contains(&at) && self.is(at - 2, Kind::NOT);
        if before.is_some_and(|at| !self.is(at + 1, Kind::ONLY) && !twice(at)) {
            return true;
        }
        let behind = (verb + 1..self.end.min(verb + 1 + GROUP)).take_while(|at| self.text.is_word(*at));
        let denial = behind.into_iter().find(|at| self.is(*at, Kind::NOT_BEHIND));
        denial.is_some_and(|at| {
            let next = at + 1;
            let ends = self.text.is(next, ',') || self.text.is(next, ':') || self.text.is_quote(next);
            ends || self.is_small(next) || self.text.has(next, Class::SUBORDINATE.or(Class::THAT))
        })
    }

    /// True for a verb in the form by which a language tells what others say of somebody.
    pub(super) fn is_hearsay(&self, verb: usize) -> bool {
        let told = |at: usize| self.is(at, Kind::HEARSAY);
        let group = (self.start..verb).rev().take(REACH).take_while(|at| self.is_small(*at) || told(*at));
        if told(verb + 1) || group.into_iter().any(told) {
            return true;
        }
        // where the verb ends its clause, the auxiliary stands before all else of it
        let last = self.text.has(verb + 1, Class::HELPER) && self.text.grammar.capital_nouns;
        let clause = (self.start..verb).rev().take(REACH).take_while(|at| !self.text.is(*at, ','));
        last && clause.into_iter().any(told)
    }

    /// True for a verb of saying that a verb of denial governs.
    pub(super) fn is_denied(&self, verb: usize) -> bool {
        let helps = |at: usize| self.text.has(at, Class::HELPER);
        for at in (self.start..verb).rev().take(DENIED) {
            if self.is(at, Kind::DENY) {
                let opens = |at: usize| self.text.has(at, Class::SUBORDINATE.or(Class::THAT)) || helps(at);
                let comma = (at..verb).any(|at| self.text.is(at, ','));
                let tied = (at + 1..verb).any(opens) || (verb + 1..self.end.min(verb + 3)).any(helps);
                let tied = tied || !comma && verb - at <= GROUP;
                return tied && !self.is_refused(at);
            }
            let joint = self.text.has(at, Class::COORDINATE) || self.is(at, Kind::CONTRAST);
            let other = self.text.has(at, Class::CUE.or(Class::VERB)) && self.text.has(at, Class::FINITE);
            let mark = [':', ';', '.'].iter().any(|mark| self.text.is(at, *mark));
            if joint || mark || other && !helps(at) {
                return false;
            }
        }
        false
    }

    /// True for a verb of denial that is denied itself: `did not deny having said`.
    pub(super) fn is_refused(&self, verb: usize) -> bool {
        let before = self.start.max(verb.saturating_sub(GROUP))..verb;
        let behind = verb + 1..self.end.min(verb + GROUP);
        before.into_iter().any(|at| self.is(at, Kind::NOT))
            || behind.take_while(|at| self.text.is_word(*at)).any(|at| self.is(at, Kind::NOT_BEHIND))
    }

    /// True when the verb before a colon has no other object than the words behind it: `X denied it: “…”` is said.
    pub(super) fn brings_only_words(&self, verb: usize, colon: usize) -> bool {
        let mut group = self.start.max(verb.saturating_sub(GROUP))..verb;
        let behind = |at: usize| self.is_small(at) && !self.is_pronoun(at) || self.is_not(at);
        !group.any(|at| self.is_pronoun(at)) && (verb + 1..colon).all(behind)
    }
}
