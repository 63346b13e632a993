//! The same where the verb is last: what stands behind the verb of saying governs it, and its own ending may deny it.

use super::Class;
use super::group::Group;
use super::words::Kind;

/// Tokens of the clause behind marked words.
const TAIL: usize = 12;

/// Tokens between marked words and the verb of saying behind them.
const VERB: usize = 5;

/// Tokens between a verb of saying and what governs it.
const GOVERNOR: usize = 5;

/// Tokens before marked words in which a made-up thing is their subject.
const SUBJECT: usize = 8;

impl Group<'_, '_> {
    /// True where the clause around the words at `token` tells that they were not said or leaves it open.
    pub(super) fn is_unsaid_last(&self, token: usize) -> bool {
        let behind: Vec<usize> =
            (token + 1..self.end).take(TAIL).take_while(|at| self.text.is_word(*at)).collect();
        let saying = |at: &usize| {
            let word = self.text.lower(*at);
            self.words.unreal.contains(word) || self.says_only(*at) || self.text.has(*at, Class::SAY)
        };
        let Some(verb) = behind.iter().copied().take(VERB).find(saying) else { return false };
        if self.is_made_up_subject(token) || self.words.unreal.contains(self.text.lower(verb)) {
            return true;
        }
        let tail: Vec<usize> = behind.into_iter().filter(|at| *at > verb).collect();
        if tail.first().is_some_and(|at| self.is(*at, Kind::ALLEGED)) {
            return true;
        }
        // `it was not X who said`
        let cleft = self.text.has(verb, Class::ADNOMINAL);
        if cleft && tail.last().is_some_and(|at| self.is(*at, Kind::NOT_BEHIND)) {
            return true;
        }
        self.says_only(verb) && self.governs_behind(&tail)
    }

    /// What governs a verb of saying that is a noun: `demeyi reddetti`.
    fn governs_behind(&self, tail: &[usize]) -> bool {
        let known = Kind::OPEN.or(Kind::WITHHOLDS).or(Kind::DENY).or(Kind::BRINGS).or(Kind::HEARSAY);
        let governor = tail.iter().take(GOVERNOR).find(|at| self.is(**at, known));
        governor.is_some_and(|at| {
            let kinds = self.kind(*at);
            let denied = (at + 1..self.end)
                .take(GOVERNOR)
                .take_while(|at| self.text.is_word(*at))
                .any(|at| self.is(at, Kind::NOT_BEHIND));
            if kinds.any(Kind::OPEN.or(Kind::HEARSAY)) {
                return true;
            }
            denied == kinds.any(Kind::BRINGS)
        })
    }

    /// True for a made-up thing, or somebody who passes for another, that is the subject before the words.
    fn is_made_up_subject(&self, token: usize) -> bool {
        let verbal = Class::ANY_VERB.or(Class::ADNOMINAL).or(Class::GERUND);
        let before = (self.start..token).rev().take(SUBJECT);
        let posed = before.clone().any(|at| self.is(at, Kind::POSING));
        let mut near = before.take_while(|at| !self.text.has(*at, verbal));
        posed || near.any(|at| self.is(at, Kind::MADE_UP))
    }

    /// `did not only say`: a word before the marked words that takes back the denial behind them.
    pub(super) fn is_only_behind(&self, token: usize) -> bool {
        token > self.start && self.is(token - 1, Kind::ONLY)
    }
}
