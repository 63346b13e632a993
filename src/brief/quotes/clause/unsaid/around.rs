//! What stands around marked words and their verb.

use super::Class;
use super::group::Group;
use super::words::Kind;

/// Tokens between marked words and the mark of a question.
const REACH: usize = 16;

/// Tokens between a verb of saying and a word that calls it hearsay behind it.
const NEAR: usize = 8;

/// Tokens of a sentence that takes words back.
const DISOWNING: usize = 10;

/// Tokens of an adverbial between a verb of saying and a colon.
const ADVERBIAL: usize = 8;

impl Group<'_, '_> {
    /// `did not say “…” but “…”` where the denial stands right before the words.
    pub(super) fn is_contrasted(&self, token: usize) -> bool {
        let denied = token > self.start
            && self.is(token - 1, Kind::NOT.or(Kind::NOT_BEHIND))
            && !self.is(token, Kind::ONLY);
        let next = if self.text.is(token + 1, ',') { token + 2 } else { token + 1 };
        denied && next < self.end && self.is(next, Kind::CONTRAST)
    }

    /// `did not say, as was reported, “…”`.
    pub(super) fn is_denied_before_insertion(&self, end: usize) -> bool {
        let comma = end.checked_sub(1).filter(|at| *at > self.start && self.text.is(*at, ','));
        let verb = comma.and_then(|comma| self.inserted(comma)).and_then(|other| other.checked_sub(1));
        verb.is_some_and(|verb| verb >= self.start && self.says_only(verb) && self.is_negated(verb, None))
    }

    /// True where nothing but an adverbial or who is told stands between the verb and the colon before the words.
    pub(super) fn brings(&self, verb: usize, end: usize, colon: bool) -> bool {
        let opens = Class::SUBORDINATE.or(Class::RELATIVE).or(Class::COORDINATE);
        let between = verb + 1..end;
        let tied = |at: usize| self.text.has(at - 1, Class::PREPOSITION.or(Class::OF));
        let object = |at: usize| self.text.has(at, Class::DETERMINER.without(Class::CASE)) && !tied(at);
        let adverbial = |at: usize| self.text.is_word(at) && !self.text.has(at, opens) && !object(at);
        !colon || between.len() <= ADVERBIAL && between.into_iter().all(adverbial)
    }

    /// `said X allegedly`: a word that calls hearsay what the verb before it brings.
    pub(super) fn is_alleged_behind(&self, verb: usize) -> bool {
        let clause = (verb + 1..self.end).take(NEAR);
        let clause = clause.take_while(|at| self.text.is_word(*at) || self.text.is(*at, ','));
        let apart = |at: usize| at == verb + 1 || !self.text.is_word(at - 1) || !self.text.is_word(at + 1);
        clause.into_iter().any(|at| self.is(at, Kind::ALLEGED) && apart(at))
    }

    /// `He never said that.`: a sentence that does nothing but deny that the words before it were said.
    pub(super) fn disowns(&self) -> bool {
        let tokens = self.start..self.end;
        let Some(verb) = tokens.clone().find(|at| self.says_only(*at)) else { return false };
        let pronoun = Class::OBJECT.or(Class::DETERMINER).or(Class::RELATIVE);
        let name = Class::CAPITAL.or(Class::NOT).or(pronoun);
        let small = |at: usize| {
            at == verb
                || self.is_small(at)
                || self.text.has(at, name)
                || self.is(at, Kind::NEVER.or(Kind::NOT))
        };
        let words = tokens.clone().filter(|at| self.text.is_word(*at));
        let reported = |at: usize| self.text.grammar.reported.contains(self.text.lower(at));
        tokens.len() <= DISOWNING
            && words.clone().all(|at| small(at) && !reported(at))
            && words.clone().any(|at| self.text.has(at, pronoun))
            && words.clone().any(|at| self.is(at, Kind::NEVER))
    }

    /// `did X say “…”?`: a question that does not take it for granted that the words were said.
    pub(super) fn is_asked(&self, token: usize) -> bool {
        let asked = (token + 1..self.end).take(REACH).any(|at| self.text.is(at, '?'));
        asked && !(self.start..token).take(2).any(|at| self.is(at, Kind::WHY))
    }
}
