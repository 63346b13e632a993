//! What stands above the clause of a verb of saying: whether it tells that what the clause tells is so.

use super::Class;
use super::group::Group;
use super::words::Kind;

/// Tokens before what governs a verb in which it may be denied.
const DENIED_BEFORE: usize = 6;

/// Tokens behind it.
const DENIED_BEHIND: usize = 4;

/// Tokens of a subject between a denial and its relative clause.
const SUBJECT: usize = 7;

/// Tokens of the phrase that a made-up thing stands in.
const PHRASE: usize = 4;

/// Tokens of a clause behind marked words that tells that what stands before is not so.
const TAIL: usize = 10;

impl Group<'_, '_> {
    /// What governs the clause that the word at `open` opens.
    pub(super) fn in_matrix(&self, open: usize, token: usize) -> bool {
        if self.is_cleft_denied(open) {
            return true;
        }
        let comma = open > self.start && self.text.is(open - 1, ',');
        let named = open > self.start && (comma || self.text.has(open - 1, Class::CAPITAL));
        let that = self.text.has(open, Class::THAT);
        let both = that && self.text.has(open, Class::RELATIVE);
        let relative = !that || both && named && self.text.has(open + 1, Class::ANY_VERB);
        let mut shows = 0;
        for at in self.straight(open - usize::from(comma), None, 1) {
            let kinds = self.kind(at);
            if kinds.any(Kind::MADE_UP) || kinds.any(Kind::ALLEGED) && !relative {
                return true;
            }
            if !relative && kinds.any(Kind::OPEN) {
                return true;
            }
            if !relative && kinds.any(Kind::WITHHOLDS.or(Kind::DENY)) {
                return !self.is_governor_denied(at);
            }
            if !relative && kinds.any(Kind::BRINGS) {
                return self.is_governor_denied(at);
            }
            let finite = self.text.has(at, Class::FINITE) && self.text.has(at, Class::CUE);
            shows += usize::from(finite);
            if self.text.has(at, Class::COORDINATE) || shows > usize::from(!that) {
                break;
            }
        }
        self.is_untrue(token)
    }

    /// `reports that X said “…” are untrue`: what the clause behind the words tells of them.
    pub(super) fn is_untrue(&self, token: usize) -> bool {
        let mut tail = (token + 1..self.end).take(TAIL);
        tail.any(|at| {
            let kinds = self.kind(at);
            kinds.any(Kind::MADE_UP.or(Kind::WITHHOLDS))
                || kinds.any(Kind::BRINGS) && self.is_governor_denied(at)
        })
    }

    /// True for what governs a verb and is denied itself.
    pub(super) fn is_governor_denied(&self, at: usize) -> bool {
        let word = |at: &usize| self.text.is_word(*at);
        let denies = |at: usize| {
            let kinds = Kind::NOT.or(Kind::NOT_BEHIND).or(Kind::NEVER);
            (self.is(at, kinds) || self.text.has(at, Class::NOT)) && !self.is(at + 1, Kind::ONLY)
        };
        let mut before = (self.start..at).rev().take(DENIED_BEFORE).take_while(word);
        let mut behind = (at + 1..self.end.min(at + 1 + DENIED_BEHIND)).take_while(word);
        before.any(denies) || behind.any(|at| self.is(at, Kind::NOT_BEHIND))
    }

    /// True for a verb with a denial of its whole clause before it.
    pub(super) fn is_never(&self, verb: usize) -> bool {
        let before = (self.start..verb).rev().take(DENIED_BEFORE).take_while(|at| self.text.is_word(*at));
        before.into_iter().any(|at| self.is(at, Kind::NEVER) && !self.is(at + 1, Kind::ONLY))
    }

    /// `it was not X who`: a denial with the auxiliary before the subject of a relative clause that begins at `open`.
    pub(super) fn is_cleft_denied(&self, open: usize) -> bool {
        let mut at = open;
        while at > self.start
            && open - at < SUBJECT
            && (self.is_of_subject(at - 1) || self.text.is(at - 1, ','))
        {
            at -= 1;
        }
        let helps =
            |at: &usize| self.text.has(*at, Class::ANY_VERB) || self.is_small(*at) || self.is_denial(*at);
        let group: Vec<usize> = (self.start..at).rev().take_while(helps).collect();
        let denied = group.iter().any(|at| self.is_denial(*at) && !self.is(at + 1, Kind::ONLY));
        let first = group.last().is_some_and(|first| *first == self.start || !self.text.is_word(first - 1));
        at < open && denied && first
    }

    /// `not X said`: a denial right before the subject that stands right before its verb.
    pub(super) fn is_subject_denied(&self, verb: usize) -> bool {
        let mut at = verb;
        while at > self.start && verb - at < SUBJECT && self.is_of_subject(at - 1) {
            at -= 1;
        }
        at < verb && at > self.start && self.is_denial(at - 1) && !self.is(at, Kind::ONLY)
    }

    /// True for a word of a subject.
    pub(super) fn is_of_subject(&self, at: usize) -> bool {
        let open = Class::ANY_VERB.or(Class::NOT).or(Class::SUBORDINATE).or(Class::COORDINATE);
        let name = self.text.has(at, Class::CAPITAL.or(Class::NOUN).or(Class::DETERMINER).or(Class::ADDRESS));
        name && !self.is_denial(at) && (self.text.has(at, Class::CAPITAL) || !self.text.has(at, open))
    }

    pub(super) fn is_denial(&self, at: usize) -> bool {
        self.is(at, Kind::NOT.or(Kind::NOT_BEHIND))
    }

    /// True for a word that opens a clause.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.text.has(at, Class::SUBORDINATE.or(Class::THAT).or(Class::RELATIVE)) && !self.is_reflexive(at)
    }

    /// True for a word of condition that is a reflexive pronoun where it stands before its verb: `se`.
    pub(super) fn is_reflexive(&self, at: usize) -> bool {
        self.text.has(at, Class::SELF) && self.text.has(at + 1, Class::ANY_VERB)
    }

    /// True for a made-up thing that is only told of: `about the forged film`.
    pub(super) fn is_topic(&self, at: usize) -> bool {
        let phrase = (self.start..at).rev().take(PHRASE).take_while(|at| {
            self.text.is_word(*at) && !self.text.has(*at, Class::ANY_VERB.without(Class::HELPER))
        });
        let preposition = phrase.into_iter().find(|at| self.text.has(*at, Class::PREPOSITION));
        preposition.is_some_and(|at| !self.is(at, Kind::WITHIN))
    }

    /// True for a word of hearsay that says of no noun what it is: `the allegedly ill X`.
    pub(super) fn is_adverbial(&self, at: usize) -> bool {
        let group = Class::ANY_VERB.or(Class::NOT).or(Class::SELF).or(Class::OBJECT).or(Class::PREPOSITION);
        let first = at == self.start || !self.text.is_word(at - 1);
        first || self.text.has(at + 1, group) || self.says(at + 1) || !self.text.is_word(at + 1)
    }
}
