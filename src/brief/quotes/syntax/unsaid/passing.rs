//! Who is only taken for the one named, and what somebody only means to say.

use std::ops::Range;

use super::clause::Clause;
use crate::people::lexicon::{Keyword, Tags};

/// Words before a name that tell what is only taken for its bearer's.
const PURPORTED: usize = 8;

/// Words behind a verb of saying that tell of what text it is.
const SOURCE: usize = 10;

impl Clause<'_> {
    /// `the fake X said`, `the chatbot, imitating X, said`, `X, played by Y, says`, `a letter purporting to be from X says`.
    pub(crate) fn passes_for(&self, subject: &Range<usize>, verb: usize) -> bool {
        let named = |at: usize| self.index.mention_at(at).is_some();
        let within = subject.start..verb.max(subject.end);
        let imitates = |at: usize| {
            let other = named(at + 1) || self.stream.is_keyword(at + 1, Keyword::Agent);
            self.stream.is_keyword(at, Keyword::Imitating) && other
        };
        let fake = |at: usize| {
            let small = self.stream.is_word(at) && !self.stream.is_capital(at);
            small && self.stream.is_keyword(at, Keyword::False) && named(at + 1)
        };
        let mut before = self.words_back(subject.start, PURPORTED);
        before.any(|at| self.stream.is_keyword(at, Keyword::Purporting))
            || within.into_iter().any(|at| imitates(at) || fake(at))
    }

    /// `“…,” X might say`, `“…,” X wanted to say`, `“…,” X will say, according to a draft`: no more than that is told.
    pub(crate) fn only_meant(&self, verb: usize, end: usize) -> bool {
        let start = self.group(verb);
        let modal = (start..verb).find(|at| self.stream.has(*at, Tags::MODAL));
        let real = |at: usize| {
            self.stream.is_keyword(at, Keyword::Habit) || self.stream.is_keyword(at, Keyword::Only)
        };
        if let Some(modal) = modal {
            let foretold = self.stream.is_keyword(modal, Keyword::Foretelling);
            let mut source = (verb + 1..end).take(SOURCE);
            let draft = source.any(|at| self.stream.is_keyword(at, Keyword::Draft));
            return (draft || !foretold) && !(start..verb + 2).any(real);
        }
        let to = self.left(start).filter(|at| self.stream.is_keyword(*at, Keyword::To));
        to.and_then(|at| self.left(at)).is_some_and(|at| self.stream.is_keyword(at, Keyword::Meant))
    }
}
