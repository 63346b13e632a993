//! The sentence of marked words, and what its words are.

use super::words::{Kind, Words};
use super::{Class, Text};

/// The sentence of marked words.
pub(super) struct Group<'t, 'd> {
    /// The text.
    pub(super) text: &'t Text<'d>,
    /// The words by which its language tells that something was not said.
    pub(super) words: &'static Words,
    /// The sentence's first token.
    pub(super) start: usize,
    /// One past its last.
    pub(super) end: usize,
}

impl Group<'_, '_> {
    /// True for words of one of `kinds` that begin at `at`.
    pub(super) fn is(&self, at: usize, kinds: Kind) -> bool {
        self.kind(at).any(kinds)
    }

    /// The kinds of the words that begin at `at`.
    pub(super) fn kind(&self, at: usize) -> Kind {
        self.text.stream().steps.take(1);
        // «сказал Ли», `the United States`: no small word has a capital within its sentence
        let grammar = self.text.grammar;
        let named = (grammar.gendered_verbs || grammar.by_order()) && self.text.is_name_word(at);
        if named && !self.text.has(at, Class::OPENS.or(Class::UPPER)) {
            return Kind::default();
        }
        self.words.kind(at, |at| if self.text.is(at, ',') { "," } else { self.text.lower(at) })
    }

    /// True for a verb that tells nothing but that something is said.
    pub(super) fn says_only(&self, at: usize) -> bool {
        let noun = self.text.grammar.capital_nouns && self.text.has(at, Class::CAPITAL);
        (!noun || self.text.has(at, Class::OPENS)) && self.words.say.contains(self.text.lower(at))
    }

    /// The same, or one in a form that tells what will or would be said.
    pub(super) fn says(&self, at: usize) -> bool {
        self.says_only(at) || self.is_gerund(at) || self.is_unreal(at)
    }

    /// True for a verb of saying beside another verb: `saying`.
    pub(super) fn is_gerund(&self, at: usize) -> bool {
        let class = self.text.class(at);
        let known = class.any(Class::GERUND) && class.any(Class::SAY);
        known && !class.any(Class::FINITE) && !self.text.grammar.last_verb
    }

    /// True for a verb of saying in a form that tells what will or would be said.
    pub(super) fn is_unreal(&self, at: usize) -> bool {
        let word = self.text.lower(at);
        if self.words.unreal.contains(word) {
            return true;
        }
        let infinitive = |(ending, other): &(String, String)| {
            let stem = word.strip_suffix(ending.as_str())?;
            let form = format!("{stem}{other}");
            self.words.say.contains(&form).then_some(())
        };
        let known = self.words.say.contains(word);
        !known && self.words.unreal_endings.iter().find_map(infinitive).is_some()
    }

    /// True for a pronoun that may be what is said.
    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.text.has(at, Class::OBJECT.or(Class::DETERMINER)) && !self.text.has(at, Class::HELPER)
    }

    pub(super) fn is_not(&self, at: usize) -> bool {
        self.is(at, Kind::NOT) || self.is(at, Kind::NOT_BEHIND)
    }

    /// True for the small words of a group of verbs.
    pub(super) fn is_small(&self, at: usize) -> bool {
        let small = Class::HELPER.or(Class::OBJECT).or(Class::SELF).or(Class::SUBJECT).or(Class::NOT);
        self.text.has(at, small)
    }
}
