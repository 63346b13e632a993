//! Words of which the text does not tell that somebody said them: the verb group of a verb of saying, and the clause it
//! stands in. The one place that reads negation, modals, conditions, questions and verbs of denial and refusal.
//!
//! In: a verb of saying and its subject. Out: whether its words were denied, or said by nobody yet.

use std::ops::Range;

mod clause;
mod governed;

pub(crate) use self::clause::{Clause, Unsaid};

use self::clause::{CUE, DENIAL, GROUP};
use super::cue::participle;
use crate::people::lexicon::{Keyword, Tags};

/// Words between a quote and what it was said in.
const FAKE: usize = 16;

impl Clause<'_> {
    /// How the verb of saying `verb` stands, whose subject takes the tokens `subject`; None where it tells what was said.
    #[must_use]
    pub(crate) fn unsaid(&self, verb: usize, subject: Option<&Range<usize>>) -> Option<Unsaid> {
        let start = self.group(verb);
        if (start..verb).any(|at| self.denies(at) || self.nearly(at)) || self.denied_apart(start) {
            return Some(Unsaid::Denied);
        }
        let before = self.left(start);
        let to =
            before.filter(|at| !participle(self.stream, verb) && self.stream.is_keyword(*at, Keyword::To));
        if let Some(to) = to {
            return self.infinitive(to, subject);
        }
        if (start..verb).any(|at| self.stream.is_keyword(at, Keyword::Allegedly)) {
            return Some(Unsaid::Denied);
        }
        let as_said = subject.and_then(|subject| self.left(subject.start));
        let as_said = as_said.is_some_and(|at| self.stream.is_keyword(at, Keyword::As));
        if self.modal(start, verb) && !as_said {
            return Some(Unsaid::Open);
        }
        let having = (start..verb).any(|at| participle(self.stream, at) && self.stream.has(at, Tags::AUX));
        if participle(self.stream, verb) || having {
            return before.and_then(|at| self.participial(at, subject));
        }
        self.finite(start, subject)
    }

    /// `almost said`; not `almost always said`.
    fn nearly(&self, at: usize) -> bool {
        self.stream.is_keyword(at, Keyword::Nearly) && !self.stream.is_keyword(at + 1, Keyword::Habit)
    }

    /// `would say`, `may have said`; not `would later say`, `would say only`.
    fn modal(&self, start: usize, verb: usize) -> bool {
        let real = |at: usize| {
            self.stream.is_keyword(at, Keyword::Habit) || self.stream.is_keyword(at, Keyword::Only)
        };
        (start..verb).any(|at| self.stream.has(at, Tags::MODAL))
            && !(start..verb).any(real)
            && !real(verb + 1)
    }

    /// `X at no point said`, `X did not, as was reported, say`: the verb group begins at `start`.
    fn denied_apart(&self, start: usize) -> bool {
        let first = start.checked_sub(3).filter(|at| *at >= self.floor);
        let never = first.is_some_and(|at| {
            self.stream.has(at, Tags::PREPOSITION)
                && self.stream.is_keyword(at + 1, Keyword::Nobody)
                && self.stream.is_keyword(at + 2, Keyword::Occasion)
        });
        let comma = |at: &usize| self.stream.is(*at, ',');
        let aside = self.left(start).filter(comma);
        let opens = aside.and_then(|end| (self.floor..end).rev().take(GROUP).find(comma));
        never || opens.and_then(|at| self.left(at)).is_some_and(|at| self.denies(at))
    }

    /// `might have said`: a modal before the perfect tells what was not done.
    #[must_use]
    pub(crate) fn unreal(&self, verb: usize) -> bool {
        let group = self.group(verb)..verb;
        let perfect = group.clone().any(|at| self.stream.is_keyword(at, Keyword::Perfect));
        perfect && group.clone().any(|at| self.stream.has(at, Tags::MODAL))
    }

    /// `X would say if he could`, `X is claimed to have said`: what somebody says only on a condition, or by hearsay.
    #[must_use]
    pub(crate) fn conditional(&self, verb: usize, subject: Option<&Range<usize>>) -> bool {
        let condition = self.stream.is_keyword(verb + 1, Keyword::Condition)
            && self.unsaid(verb, subject) == Some(Unsaid::Open);
        let group = self.group(verb);
        let perfect = (group..verb).any(|at| self.stream.is_keyword(at, Keyword::Perfect));
        let hearsay = perfect && self.left(group).is_some_and(|at| self.stream.is_keyword(at, Keyword::To));
        condition || hearsay
    }

    /// `nobody said`, `if X said`, `did X say`, `untrue that X said`; the verb group begins at `start`.
    fn finite(&self, start: usize, subject: Option<&Range<usize>>) -> Option<Unsaid> {
        let subject = subject.filter(|subject| subject.end <= start);
        let opens = subject.map_or(start, |subject| subject.start);
        // `nobody said`, `no minister said`, `neither X nor Y said`
        let last = start.checked_sub(1).filter(|_| subject.is_none());
        let heads = [Some(opens), self.left(opens), last];
        if heads.into_iter().flatten().any(|at| self.stream.is_keyword(at, Keyword::Nobody)) {
            return Some(Unsaid::Denied);
        }
        if self.stream.is_keyword(opens, Keyword::Condition) {
            return Some(Unsaid::Open);
        }
        let heard = self.stream.is_keyword(opens, Keyword::Hearing);
        let before = if heard { opens } else { self.left(opens)? };
        if self.stream.is_keyword(before, Keyword::Condition) {
            return Some(Unsaid::Open);
        }
        if self.made_up(before) || self.disclaimed(opens) {
            return Some(Unsaid::Denied);
        }
        if self.stream.has(before, Tags::AUX) {
            return self.asked(before);
        }
        if self.stream.is_keyword(before, Keyword::Hearing) || self.stream.is_keyword(before, Keyword::What) {
            return self.denied_before(before).then_some(Unsaid::Denied);
        }
        let that = self.stream.is_keyword(before, Keyword::That);
        let told = if that { self.left(before)? } else { before };
        self.untrue(told, that).then_some(Unsaid::Denied)
    }

    /// `Did X say`, `Nor did X say`: the auxiliary at `at` opens its clause.
    fn asked(&self, at: usize) -> Option<Unsaid> {
        let Some(before) = self.left(at) else { return Some(Unsaid::Open) };
        // `Nor did X say`, `At no time did X say`
        if self.denied_before(at) || self.denies(at) {
            return Some(Unsaid::Denied);
        }
        let opens = self.stream.has(before, Tags::CONJUNCTION) && self.left(before).is_none();
        // `Nowhere in the speech did X say`, `In none of his letters did X say`; but `Only then did X say`
        let denied = self.words_back(at, GROUP).any(|at| self.nobody(at));
        let only = self.words_back(at, GROUP).any(|at| self.stream.is_keyword(at, Keyword::Only));
        if denied && !only { Some(Unsaid::Denied) } else { opens.then_some(Unsaid::Open) }
    }

    /// `It was not X who said`: the pronoun at `who` opens the clause.
    fn disclaimed(&self, who: usize) -> bool {
        let named = || self.left(who).and_then(|last| self.index.mention_at(last));
        let before = self.stream.has(who, Tags::WHO).then(named).flatten();
        let not = before.and_then(|mention| self.left(mention.name.start));
        not.is_some_and(|at| {
            self.denies(at) && self.left(at).is_some_and(|at| self.stream.has(at, Tags::AUX))
        })
    }

    /// `denied that`, `untrue that`, `not true that`: the word before the clause, and whether `that` opens it.
    fn untrue(&self, told: usize, that: bool) -> bool {
        let denied = self.denied_before(told);
        let false_ = self.stream.is_keyword(told, Keyword::Denying)
            || that && self.stream.is_keyword(told, Keyword::False);
        let true_ = that && self.stream.is_keyword(told, Keyword::True);
        // `rejected the claim that`, `no evidence that`
        let rejected =
            that && self.words_back(told, DENIAL - 1).any(|at| self.stream.is_keyword(at, Keyword::Denying));
        let unproven = that && self.stream.is_keyword(told, Keyword::Proof) && denied;
        false_ && !denied || true_ && denied || rejected || unproven
    }

    /// `The claim that X said “…” is false`: what stands behind the quote at `quote`, where the clause of the verb with
    /// the subject at `subject` is a noun's.
    #[must_use]
    pub(crate) fn false_claim(&self, quote: usize, subject: usize, end: usize) -> bool {
        let that = self.left(subject).filter(|at| self.stream.is_keyword(*at, Keyword::That));
        let told = that.and_then(|at| self.left(at));
        let verb = told.is_some_and(|at| {
            self.stream.has(at, Tags::STRONG) && !self.stream.has(at, Tags::AMBIGUOUS.or(Tags::SPEECH_NOUN))
        });
        let words = || {
            let clause = |at: &usize| self.stream.is_word(*at) && !self.stream.has(*at, Tags::CONJUNCTION);
            (quote + 1..end).take(DENIAL + 1).take_while(clause)
        };
        let denied = words().any(|at| self.denies(at));
        let is = |keyword: Keyword| words().any(|at| self.stream.is_keyword(at, keyword));
        that.is_some() && !verb && (is(Keyword::False) && !denied || is(Keyword::True) && denied)
    }

    /// `“…” were not X’s words`: what stands behind the quote at `quote`.
    #[must_use]
    pub(crate) fn disowned(&self, quote: usize, end: usize) -> bool {
        let words = || (quote + 1..end).take(GROUP).take_while(|at| self.stream.is_word(*at));
        let noun = words().find(|at| self.stream.has(*at, Tags::SPEECH_NOUN));
        let owned = noun.and_then(|at| self.left(at)).is_some_and(|at| {
            self.stream.has(at, Tags::HIS.or(Tags::HER))
                || self.stream.get(at).is_some_and(|token| token.possessive)
        });
        // `“…” is not something X would say`
        let said = || words().any(|at| self.stream.has(at, CUE) && !self.stream.has(at, Tags::SPEECH_NOUN));
        self.stream.has(quote + 1, Tags::AUX)
            && words().take(2).any(|at| self.denies(at))
            && (owned || said())
    }

    /// `in a doctored video`, `in a satirical sketch` near the token `at` in the sentence that ends before `end`.
    #[must_use]
    pub(crate) fn in_a_fake(&self, at: usize, end: usize) -> bool {
        let thing = Tags::WORK.or(Tags::SIGN).or(Tags::SPEECH_NOUN).or(Tags::DOCUMENT).or(Tags::OUTLET);
        let mut near = self.floor.max(at.saturating_sub(FAKE))..end.min(at + FAKE);
        near.any(|at| {
            let led = self.words_back(at, 2).any(|before| self.stream.has(before, Tags::PREPOSITION));
            self.stream.is_keyword(at, Keyword::False) && led && self.stream.has(at + 1, thing)
                || self.in_a_forgery(at)
        })
    }

    /// `in a deepfake`, `on a spoof that`: the word for what is false is itself the noun.
    fn in_a_forgery(&self, at: usize) -> bool {
        let opens = Tags::THAT
            .or(Tags::WHICH)
            .or(Tags::PREPOSITION)
            .or(Tags::AUX)
            .or(Tags::CONJUNCTION)
            .or(Tags::TIME)
            .or(Tags::NEGATION);
        let ends = !self.stream.is_word(at + 1) || self.stream.has(at + 1, opens);
        let within = |before: usize| self.stream.is_keyword(before, Keyword::Within);
        let article = self.left(at).filter(|at| self.stream.has(*at, Tags::INDEFINITE.or(Tags::DEFINITE)));
        self.stream.is_keyword(at, Keyword::False)
            && ends
            && article.and_then(|at| self.left(at)).is_some_and(within)
    }

    /// `a placard behind X said`, `a man posing as X said`: one speaks beside whom X, the subject found, only stands.
    #[must_use]
    pub(crate) fn another(&self, subject: usize) -> bool {
        let acting = self.left(subject).filter(|at| self.stream.is_keyword(*at, Keyword::As));
        // `a man who pretended to be X said`
        let being = self.left(subject).filter(|at| self.stream.is_keyword(*at, Keyword::Be));
        let posing =
            being.and_then(|at| self.left(at)).is_some_and(|at| self.stream.is_keyword(at, Keyword::To));
        acting.and_then(|at| self.left(at)).is_some_and(|at| participle(self.stream, at))
            || posing
            || self.thing(subject)
    }

    /// `a placard behind X said`, `a song by X says`.
    fn thing(&self, subject: usize) -> bool {
        let Some(preposition) = self.left(subject).filter(|at| self.stream.has(*at, Tags::PREPOSITION))
        else {
            return false;
        };
        let noun = self
            .words_back(preposition, DENIAL)
            .find(|at| self.stream.has(*at, Tags::SIGN.or(Tags::WORK)) && !self.stream.has(*at, CUE));
        let opens = noun.and_then(|noun| {
            self.words_back(noun, DENIAL).find(|at| self.stream.has(*at, Tags::DEFINITE.or(Tags::INDEFINITE)))
        });
        opens.is_some_and(|at| {
            self.left(at).is_none_or(|at| !self.stream.is_word(at) || self.stream.has(at, Tags::CONJUNCTION))
        })
    }
}
