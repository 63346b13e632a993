//! Words of which the clause beside them tells who heard them, and not who said them: `X was warned: “…”`, `“…”, X heard`.

use super::Class;
use super::group::Group;
use super::words::Kind;
use crate::brief::quotes::clause::frames::{Frame, Source};
use crate::brief::quotes::clause::phrases::Sort;
use crate::brief::quotes::clause::words::Grammar;
use crate::brief::quotes::rule::Rule;

/// Tokens between the words and the verb beside them.
const REACH: usize = 16;

/// Tokens between an auxiliary and its participle.
const HELPED: usize = 10;

impl Group<'_, '_> {
    /// True where whoever the frame names only hears the words at `token`.
    pub(super) fn is_only_heard(&self, token: usize, frame: Option<&Frame>) -> bool {
        let last_verb = self.text.grammar.last_verb;
        match frame.map(|frame| &frame.source) {
            Some(Source::Noun(noun)) => {
                let somebody = noun.is_human() || noun.sort == Sort::Capital;
                let by = noun.tokens.start.checked_sub(1).is_some_and(|at| self.text.has(at, Class::AGENT));
                if !somebody || by {
                    return false;
                }
            }
            None => {}
            Some(Source::Silent(..)) if !last_verb => {}
            _ => return false,
        }
        let colon = token > self.start && self.text.is(token - 1, ':');
        if last_verb && frame.is_none() && !colon {
            return false;
        }
        if frame.is_some_and(|frame| self.is_told_by_several(token, frame)) {
            return true;
        }
        let before = || (self.start..token - 1).rev().take(REACH);
        // `X heard from Y: “…”`: Y, who stands behind the verb
        let behind = |verb: usize| {
            let noun = frame
                .and_then(|frame| if let Source::Noun(noun) = &frame.source { Some(noun) } else { None });
            noun.is_some_and(|noun| noun.tokens.start > verb)
        };
        colon && self.first_hears(before()).is_some_and(|verb| !behind(verb))
            || self.first_hears((token + 1..self.end).take(REACH)).is_some()
    }

    /// `X they warned: “…”`: a person before a verb of several, who is its object.
    fn is_told_by_several(&self, token: usize, frame: &Frame) -> bool {
        let Source::Noun(noun) = &frame.source else { return false };
        // where an infinitive looks like a verb of several
        if self.text.grammar.capital_nouns
            || noun.name.is_none()
            || frame.rule != Rule::Before
            || noun.class.any(Class::PLURAL)
        {
            return false;
        }
        let several = |class: Class| class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
        let says = |at: &usize| {
            let class = self.text.class(*at);
            class.any(Class::CUE) && class.any(Class::FINITE) && !class.any(Class::INFINITIVE)
        };
        let verb = (self.start..token).rev().take(REACH).find(says);
        let joint = |at: usize| self.text.has(at, Class::COORDINATE);
        // «сказал, что жители встревожены»: a clause of its own
        let parted = |verb: usize| {
            let that = |at: usize| self.text.has(at, Class::THAT) && self.text.grammar.gendered_verbs;
            (noun.tokens.end..verb).any(that)
        };
        verb.is_some_and(|verb| noun.tokens.end <= verb && several(self.text.class(verb)) && !parted(verb))
            && !(self.start..token).any(joint)
    }

    /// The first verb on the way, if it is one of hearing.
    fn first_hears(&self, way: impl Iterator<Item = usize>) -> Option<usize> {
        let mark = |at: usize| self.text.is(at, ',') || self.text.is_dash(at);
        for at in way.take_while(|at| self.text.is_word(*at) || mark(*at)) {
            let kinds = self.kind(at);
            if kinds.any(Kind::HEARS) || kinds.any(Kind::TOLD) && self.is_passive(at) {
                return Some(at).filter(|at| !self.has_agent(*at));
            }
            let other = self.text.has(at, Class::FINITE) && self.text.has(at, Class::CUE);
            if other && !self.text.has(at, Class::HELPER) {
                return None;
            }
        }
        None
    }

    /// True for a participle beside an auxiliary of the passive that is no auxiliary of a reflexive verb: `s'est dit`.
    pub(super) fn is_passive(&self, at: usize) -> bool {
        let before = (self.start.max(at.saturating_sub(HELPED))..at).rev();
        let behind = (at + 1..self.end.min(at + 3)).filter(|at| self.text.is_word(*at));
        let helps = |at: usize| self.is(at, Kind::PASSIVE_BY);
        let reflexive = |at: usize| at > self.start && self.text.has(at - 1, Class::SELF);
        before.take_while(|at| self.text.is_word(*at)).chain(behind).any(|at| helps(at) && !reflexive(at))
    }

    /// `was told by Y`.
    pub(super) fn has_agent(&self, verb: usize) -> bool {
        let near = self.start.max(verb.saturating_sub(HELPED))..self.end.min(verb + HELPED);
        near.into_iter().any(|at| {
            self.text.has(at, Class::AGENT)
                && (self.text.is_name_word(at + 1)
                    || self.text.has(at + 1, Class::DETERMINER.or(Class::ROLE)))
        })
    }

    /// `said X in a forged film`: what stands behind the verb tells that the words stand in a text that is made up.
    pub(super) fn is_made_up_behind(&self, verb: usize, end: usize) -> bool {
        let clause =
            (verb + 1..end).take(REACH).take_while(|at| self.text.is_word(*at) || self.text.is(*at, ','));
        clause.into_iter().any(|at| {
            // `said an impostor`, `said a man who passed for X`
            let poses = self.is(at, Kind::POSING) || at == verb + 1 && self.is(at, Kind::MADE_UP);
            poses || self.is(at, Kind::MADE_UP) && self.stands_within(at)
        })
    }

    /// True for a word within a phrase of where words stand or who tells them.
    fn stands_within(&self, at: usize) -> bool {
        const PHRASE: usize = 3;
        let phrase = (self.start..at).rev().take(PHRASE).take_while(|at| {
            self.text.is_word(*at) && !self.text.has(*at, Class::ANY_VERB.without(Class::HELPER))
        });
        let according = |at: usize| {
            Grammar::phrase(&self.text.grammar.according, |offset| self.text.lower(at + offset)) > 0
        };
        phrase.into_iter().any(|at| self.is(at, Kind::WITHIN) || according(at))
    }
}
