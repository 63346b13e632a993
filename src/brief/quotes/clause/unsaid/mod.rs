//! Whether a sentence tells that marked words were not said, or that others only tell of it: `X never said “…”`, `X denied
//! having said “…”`, `X is to have said “…”`.
//!
//! In: where marked words stand and their frame. Out: true for words that nobody may be told to have said. It is read from
//! the group of the verb of saying and from what governs it ([`governed`]), by the language's tables ([`words`]).

mod around;
mod charged;
pub(super) mod contrasted;
mod governed;
mod group;
mod heard;
mod matrix;
mod own;
mod path;
mod term;
mod verb_last;
mod words;

use super::frames::Frame;
use super::phrases::Text;
use super::stand::Stand;
use super::words::Class;
use crate::brief::quotes::rule::Rule;
use group::Group;
pub(super) use term::is_term;
use words::{Kind, WORDS};

/// Tokens between a verb of saying and the words behind it.
const REACH: usize = 16;

/// Tokens between marked words and the verb behind them.
const TAIL: usize = 12;

/// Marked stretches side by side.
const LISTED: usize = 6;

/// Tokens of a group of verbs.
const GROUP: usize = 4;

/// True where one of the tokens tells that something was not done, or not yet: a denial, refused, wants to.
#[must_use]
pub(super) fn is_held_back(text: &Text, tokens: std::ops::Range<usize>) -> bool {
    let words = WORDS.of(text.document.language);
    let denies = Kind::NOT.or(Kind::NOT_BEHIND).or(Kind::NEVER).or(Kind::DENY).or(Kind::FUTURE);
    let back = denies.or(Kind::WITHHOLDS).or(Kind::OPEN);
    tokens.into_iter().any(|at| words.kind(at, |at| text.lower(at)).any(back))
}

/// True when the sentence tells that nobody said the marked words, or that they are hearsay.
#[must_use]
pub(super) fn is_unsaid(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let words = WORDS.of(text.document.language);
    let group = Group { text, words, start: stand.start, end: stand.end };
    let told_behind =
        frame.is_some_and(|frame| matches!(frame.rule, Rule::After | Rule::Inverted | Rule::Later));
    let behind = told_behind || frame.is_none() || text.grammar.last_verb;
    if group.is_only_heard(stand.token, frame) || group.is_charge(stand.token, frame) {
        return true;
    }
    if text.grammar.last_verb {
        if group.is_only_behind(stand.token) {
            return false;
        }
        if group.is_unsaid_last(stand.token) {
            return true;
        }
    }
    let before = || if told_behind { group.opens_denied(stand.token) } else { group.before(stand.token) };
    group.behind(stand.token, behind) || before() || group.is_contrasted(stand.token)
}

/// True where the sentence tells that others tell that the words were said.
#[must_use]
pub(super) fn is_hearsay(text: &Text, stand: &Stand) -> bool {
    let words = WORDS.of(text.document.language);
    let group = Group { text, words, start: stand.start, end: stand.end };
    let near = stand.start.max(stand.token.saturating_sub(REACH))..stand.end.min(stand.token + REACH);
    near.into_iter().any(|at| group.is(at, Kind::HEARSAY.or(Kind::ALLEGED)))
}

/// True for a sentence that denies that the words of the one before it were said, and tells nothing else.
#[must_use]
pub(super) fn disowns(text: &Text, sentence: std::ops::Range<usize>) -> bool {
    let words = WORDS.of(text.document.language);
    Group { text, words, start: sentence.start, end: sentence.end }.disowns()
}

impl Group<'_, '_> {
    /// True for words that a verb of saying before them keeps from being said.
    fn before(&self, token: usize) -> bool {
        let first = self.first_of_list(token);
        let colon = first > self.start && self.text.is(first - 1, ':');
        let end = first - usize::from(colon);
        if self.is_denied_before_insertion(end) {
            return true;
        }
        for at in (self.start..end).rev().take(REACH) {
            let mark = self.text.is(at, ';') || self.text.is(at, ':') || self.text.is_quote(at);
            if mark || self.is(at, Kind::CONTRAST) {
                return false;
            }
            if self.says(at) {
                let negated = self.is_negated(at, None) && (!colon || self.brings_only_words(at, end));
                let denied =
                    !self.is_gerund(at) && self.is_denied(at) && (at + 1..end).all(|at| !self.is_pronoun(at));
                return self.is_hearsay(at)
                    || self.is_made_up_behind(at, end)
                    || negated
                    || denied
                    || self.brings(at, end, colon) && self.is_governed(at, token, false);
            }
            if self.is(at, Kind::DENY) {
                let opens = |at: usize| self.text.has(at, Class::SUBORDINATE.or(Class::THAT));
                let reported =
                    (at + 1..end).all(|at| self.is_small(at) || opens(at) || self.text.is(at, ','));
                return !colon && opens(end - 1) && reported && !self.is_refused(at);
            }
            if self.text.has(at, Class::CUE) && self.text.has(at, Class::FINITE) {
                return false;
            }
        }
        false
    }

    /// The same for a verb behind them; in a clause of its own where `parted`.
    fn behind(&self, token: usize, parted: bool) -> bool {
        let mark = |at: &usize| self.text.is(*at, ',') || self.text.is_dash(*at) || self.text.is(*at, '…');
        // «слов „…“, по словам X, Y не говорил»: over what is put in between two commas
        let over = self.insertion_behind(token);
        let from = over.or_else(|| (token + 1..self.end).find(|at| !mark(at))).unwrap_or(self.end);
        if from > token + 1 && over.is_none() && !parted {
            return false;
        }
        for at in (from..self.end).take(TAIL) {
            if self.words.never_says.contains(self.text.lower(at)) {
                return true;
            }
            // `diyen X`: who says it is told, whatever the rest of the sentence denies
            let told = self.text.grammar.last_verb && self.text.has(at, Class::ADNOMINAL);
            if told && self.text.has(at, Class::SAY) {
                return false;
            }
            // `accuses X of “…” the promised raise`: a participle within the phrase behind the words says nothing
            let class = self.text.class(at);
            let adjective = class.any(Class::PARTICIPLE) && !class.any(Class::FINITE) && at > from;
            if adjective && self.text.grammar.by_order() {
                continue;
            }
            if self.says(at) {
                let denied = (at + 1..self.end.min(at + GROUP)).any(|at| self.is(at, Kind::DENY));
                let own = self.is_hearsay(at) || self.is_negated(at, Some(token));
                let own = own || self.is_alleged_behind(at) || self.is_made_up_behind(at, self.end);
                let governed = || self.is_denied(at) || self.is_governed(at, token, true);
                return own || denied || from == token + 1 && governed();
            }
            let opens = Class::SUBORDINATE.or(Class::RELATIVE);
            let joint = at > from && self.text.has(at, opens) || self.text.has(at, Class::COORDINATE);
            let other = self.text.has(at, Class::CUE) && self.text.has(at, Class::FINITE);
            if !self.text.is_word(at) || joint || other || self.is(at, Kind::CONTRAST) {
                return false;
            }
        }
        false
    }

    /// The first of several marked stretches side by side.
    fn first_of_list(&self, token: usize) -> usize {
        let joint = |at: usize| self.text.is(at, ',') || self.text.has(at, Class::COORDINATE);
        let mut first = token;
        for _ in 0..LISTED {
            let listed = first >= self.start + 2 && joint(first - 1) && self.text.is_quote(first - 2);
            if !listed || self.is(first - 1, Kind::CONTRAST) {
                break;
            }
            first -= 2;
        }
        first
    }

    /// `without saying “…”, X left`: what governs an infinitive right before the words, whoever the rest of the sentence is
    /// about.
    fn opens_denied(&self, token: usize) -> bool {
        let colon = token > self.start && self.text.is(token - 1, ':');
        let end = token - usize::from(colon);
        let verb = end.checked_sub(1).filter(|at| *at >= self.start && self.says(*at));
        let free = Class::INFINITIVE.or(Class::GERUND);
        verb.is_some_and(|verb| {
            self.text.has(verb, free)
                && !self.text.has(verb, Class::PARTICIPLE)
                && self.is_governed(verb, token, false)
        })
    }
}
