//! Words in marks that tell what somebody is accused of, tried, punished or praised for: `X was convicted of “…”`. They are the
//! words of a law, a court or a jury, and nobody named before them says them.

use super::Class;
use super::group::Group;
use super::words::Kind;
use crate::brief::quotes::clause::frames::{Frame, Source};

/// Tokens between the verb and the words.
const REACH: usize = 20;

/// Tokens behind the words in which whoever says so may stand.
const BEHIND: usize = 4;

/// Tokens between an auxiliary and its participle.
const HELPED: usize = 4;

impl Group<'_, '_> {
    /// True where the words at `token` are a charge, and whoever the frame names stands before the verb that tells so.
    pub(super) fn is_charge(&self, token: usize, frame: Option<&Frame>) -> bool {
        if self.text.grammar.last_verb {
            return self.is(token + 1, Kind::IS_CHARGED);
        }
        let Some(verb) = self.charging(token) else { return false };
        // `was accused for months of “…” by X`
        if (token + 1..self.end).take(BEHIND).any(|at| self.text.has(at, Class::AGENT)) {
            return false;
        }
        match frame.map(|frame| &frame.source) {
            None => true,
            Some(Source::Noun(noun)) => noun.tokens.start < verb,
            Some(Source::Silent(_, tokens)) => tokens.start <= verb,
            Some(_) => false,
        }
    }

    /// The verb of a charge before the words, with no other verb and no clause between.
    fn charging(&self, token: usize) -> Option<usize> {
        let way = (self.start..token).rev().take(REACH);
        for at in way.take_while(|at| self.text.is_word(*at) || self.text.is(*at, ',')) {
            let kinds = self.kind(at);
            if kinds.any(Kind::IS_CHARGED) || kinds.any(Kind::CHARGED) && self.is_suffered(at) {
                return Some(at).filter(|at| !self.has_agent(*at));
            }
            let class = self.text.class(at);
            let verb = class.any(Class::FINITE) && class.any(Class::ANY_VERB) && !class.any(Class::HELPER);
            if verb && !class.any(Class::NOUN)
                || class.any(Class::SUBORDINATE.or(Class::RELATIVE)) && !class.any(Class::OF)
            {
                return None;
            }
        }
        None
    }

    /// True for a participle beside an auxiliary of the passive, or of a state.
    fn is_suffered(&self, at: usize) -> bool {
        let before = (self.start.max(at.saturating_sub(HELPED))..at).rev();
        let state = |at: usize| {
            let reflexive = at > self.start && self.text.has(at - 1, Class::SELF);
            self.text.has(at, Class::PASSIVE_HELPER) && !reflexive
        };
        self.is_passive(at) || before.take_while(|at| self.text.is_word(*at)).any(state)
    }
}
