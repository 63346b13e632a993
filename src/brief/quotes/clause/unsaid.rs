//! Whether a sentence tells that marked words were not said, or that others only tell of it: `X never said “…”`, `X denied
//! having said “…”`, `X is to have said “…”`.
//!
//! In: where marked words stand and their frame. Out: true for words that nobody may be told to have said. It is read from
//! the group of the verb of saying alone, by the language's tables.

use super::frames::Frame;
use super::phrases::Text;
use super::stand::Stand;
use super::words::Class;
use crate::brief::quotes::rule::Rule;
use crate::languages::{ByLanguage, Language, Section, section};
use crate::text::FastSet;

/// Tokens between a verb of saying and the words behind it.
const REACH: usize = 16;

/// Tokens between marked words and the verb behind them.
const TAIL: usize = 12;

/// Tokens between a verb of denial and what it denies.
const DENIED: usize = 10;

/// Marked stretches side by side.
const LISTED: usize = 6;

/// Tokens of a group of verbs.
const GROUP: usize = 4;

/// The words of a language by which it is told.
#[derive(Debug, Default)]
struct Words {
    say: FastSet<String>,
    never_says: FastSet<String>,
    deny: FastSet<String>,
    not: FastSet<String>,
    not_behind: FastSet<String>,
    only: FastSet<String>,
    contrast: FastSet<String>,
    hearsay: FastSet<String>,
}

static WORDS: ByLanguage<Words> = ByLanguage::new(read);

fn read(language: Language) -> Words {
    let words = |section: Section| language.words(section).map(std::borrow::Cow::into_owned).collect();
    Words {
        say: words(section::PLAIN_SAY),
        never_says: words(section::NEVER_SAYS),
        deny: words(section::DENY),
        not: words(section::NOT_BEFORE_VERB),
        not_behind: words(section::NOT_BEHIND_VERB),
        only: words(section::NOT_ONLY),
        contrast: words(section::CONTRAST),
        hearsay: words(section::HEARSAY),
    }
}

/// True when the sentence tells that nobody said the marked words, or that they are hearsay.
#[must_use]
pub(super) fn is_unsaid(text: &Text, stand: &Stand, frame: Option<&Frame>) -> bool {
    let words = WORDS.of(text.document.language);
    let group = Group { text, words, start: stand.start, end: stand.end };
    let told_behind =
        frame.is_some_and(|frame| matches!(frame.rule, Rule::After | Rule::Inverted | Rule::Later));
    let behind = told_behind || frame.is_none() || text.grammar.last_verb;
    group.behind(stand.token, behind) || !told_behind && group.before(stand.token)
}

/// The sentence of marked words.
struct Group<'t, 'd> {
    text: &'t Text<'d>,
    words: &'static Words,
    start: usize,
    end: usize,
}

impl Group<'_, '_> {
    fn is(&self, at: usize, words: &FastSet<String>) -> bool {
        words.contains(self.text.lower(at))
    }

    /// True for words that a verb of saying before them keeps from being said.
    fn before(&self, token: usize) -> bool {
        let first = self.first_of_list(token);
        let colon = first > self.start && self.text.is(first - 1, ':');
        let end = first - usize::from(colon);
        for at in (self.start..end).rev().take(REACH) {
            let mark = self.text.is(at, ';') || self.text.is(at, ':') || self.text.is_quote(at);
            if mark || self.is(at, &self.words.contrast) {
                return false;
            }
            if self.is(at, &self.words.say) {
                let negated = self.is_negated(at, None) && (!colon || self.brings_only_words(at, end));
                let denied = self.is_denied(at) && (at + 1..end).all(|at| !self.is_pronoun(at));
                return self.is_hearsay(at) || negated || denied;
            }
            if self.is(at, &self.words.deny) {
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
        let from = (token + 1..self.end).find(|at| !mark(at)).unwrap_or(self.end);
        if from > token + 1 && !parted {
            return false;
        }
        for at in (from..self.end).take(TAIL) {
            if self.is(at, &self.words.never_says) {
                return true;
            }
            if self.is(at, &self.words.say) {
                let denied = (at + 1..self.end.min(at + GROUP)).any(|at| self.is(at, &self.words.deny));
                let own = self.is_hearsay(at) || self.is_negated(at, Some(token));
                return own || denied || from == token + 1 && self.is_denied(at);
            }
            let joint = self.text.has(at, Class::SUBORDINATE.or(Class::RELATIVE).or(Class::COORDINATE));
            let other = self.text.has(at, Class::CUE) && self.text.has(at, Class::FINITE);
            if !self.text.is_word(at) || joint || other || self.is(at, &self.words.contrast) {
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
            if !listed || self.is(first - 1, &self.words.contrast) {
                break;
            }
            first -= 2;
        }
        first
    }

    /// True when the verb before a colon has no other object than the words behind it: `X denied it: “…”` is said.
    fn brings_only_words(&self, verb: usize, colon: usize) -> bool {
        let mut group = self.start.max(verb.saturating_sub(GROUP))..verb;
        let behind = |at: usize| self.is_small(at) && !self.is_pronoun(at) || self.is_not(at);
        !group.any(|at| self.is_pronoun(at)) && (verb + 1..colon).all(behind)
    }

    /// True for a pronoun that may be what is said.
    fn is_pronoun(&self, at: usize) -> bool {
        self.text.has(at, Class::OBJECT.or(Class::DETERMINER)) && !self.text.has(at, Class::HELPER)
    }

    fn is_not(&self, at: usize) -> bool {
        self.is(at, &self.words.not) || self.is(at, &self.words.not_behind)
    }

    /// True for the small words of a group of verbs.
    fn is_small(&self, at: usize) -> bool {
        let small = Class::HELPER.or(Class::OBJECT).or(Class::SELF).or(Class::SUBJECT).or(Class::NOT);
        self.text.has(at, small)
    }

    /// True for a verb with a denial in its group; `words` stand between the two where they are given.
    fn is_negated(&self, verb: usize, words: Option<usize>) -> bool {
        let before = (self.start..verb)
            .rev()
            .take(REACH)
            .take_while(|at| self.is_small(*at) || self.is(*at, &self.words.not) || words == Some(*at))
            .find(|at| self.is(*at, &self.words.not));
        // `could not but say`: two denials are none
        let twice = |at: usize| (self.start + 2..=at).contains(&at) && self.is(at - 2, &self.words.not);
        if before.is_some_and(|at| !self.is(at + 1, &self.words.only) && !twice(at)) {
            return true;
        }
        let behind = (verb + 1..self.end.min(verb + 1 + GROUP)).take_while(|at| self.text.is_word(*at));
        let denial = behind.into_iter().find(|at| self.is(*at, &self.words.not_behind));
        denial.is_some_and(|at| {
            let next = at + 1;
            let ends = self.text.is(next, ',') || self.text.is(next, ':') || self.text.is_quote(next);
            ends || self.is_small(next) || self.text.has(next, Class::SUBORDINATE.or(Class::THAT))
        })
    }

    /// True for a verb in the form by which a language tells what others say of somebody.
    fn is_hearsay(&self, verb: usize) -> bool {
        let told = |at: usize| self.is(at, &self.words.hearsay);
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
    fn is_denied(&self, verb: usize) -> bool {
        let helps = |at: usize| self.text.has(at, Class::HELPER);
        for at in (self.start..verb).rev().take(DENIED) {
            if self.is(at, &self.words.deny) {
                let opens = |at: usize| self.text.has(at, Class::SUBORDINATE.or(Class::THAT)) || helps(at);
                let comma = (at..verb).any(|at| self.text.is(at, ','));
                let tied = (at + 1..verb).any(opens) || (verb + 1..self.end.min(verb + 3)).any(helps);
                let tied = tied || !comma && verb - at <= GROUP;
                return tied && !self.is_refused(at);
            }
            let joint = self.text.has(at, Class::COORDINATE) || self.is(at, &self.words.contrast);
            let other = self.text.has(at, Class::CUE.or(Class::VERB)) && self.text.has(at, Class::FINITE);
            let mark = [':', ';', '.'].iter().any(|mark| self.text.is(at, *mark));
            if joint || mark || other && !helps(at) {
                return false;
            }
        }
        false
    }

    /// True for a verb of denial that is denied itself: `did not deny having said`.
    fn is_refused(&self, verb: usize) -> bool {
        let before = self.start.max(verb.saturating_sub(GROUP))..verb;
        let behind = verb + 1..self.end.min(verb + GROUP);
        before.into_iter().any(|at| self.is(at, &self.words.not))
            || behind.take_while(|at| self.text.is_word(*at)).any(|at| self.is(at, &self.words.not_behind))
    }
}
