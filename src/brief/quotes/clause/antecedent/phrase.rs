//! What the words of a description tell of whom they mean.

use std::ops::Range;

use super::anaphor::Kind;
use super::feature::{Feature, Found};
use super::scene::{Named, Scene};
use crate::brief::quotes::clause::people::{
    Someone, fits, held, is_beside_something_new, is_lower_head, is_of_other_body, is_of_something_new,
    is_plural_only, is_somebody_new,
};
use crate::brief::quotes::clause::phrases::{Noun, Sort};
use crate::brief::quotes::clause::words::{Class, same_word};

/// Tokens on either side of a name that tell of whoever it names.
const NEAR: usize = 8;

/// Mentions of a person looked at for words.
const LOOKED_AT: usize = 3;

/// Mentions of a person whose sentences are looked at for words.
const MENTIONS: usize = 6;

/// Letters that two words of one stem share at least.
const STEM: usize = 4;

impl Scene<'_, '_> {
    /// How what somebody is fits the words.
    pub(super) fn office(&self, known: &Someone, found: &mut Found) {
        let Some(noun) = self.anaphor.noun.filter(|_| self.anaphor.kind == Kind::Description) else { return };
        let asked = &self.anaphor.asked;
        let fit = fits(self.text, noun, known, asked);
        found.add(Feature::SameOffice, fit >= 3.0);
        found.add(Feature::LikeOffice, fit > 0.0 && fit < 3.0);
        found.add(Feature::OtherWords, fit <= 0.0 && !known.nouns.is_empty());
        found.add(Feature::OtherOffice, self.other_office(known));
        found.add(Feature::UnfitOffice, self.is_unfit(known));
        let told = !known.roles.is_empty() && !asked.is_empty() && !self.text.grammar.is_anyone(asked);
        found.add(Feature::UnfitCalling, fit <= 0.0 && told);
        let other =
            is_of_other_body(self.text, noun, known, asked) || is_lower_head(self.text, noun, known, asked);
        found.add(Feature::OtherBody, other);
        found.add(Feature::OtherTime, held(self.text, self.text.is_past(noun.role.clone()), known) < 0.0);
    }

    /// True for an office that one person holds at a time, and somebody who is not known to hold it.
    fn is_unfit(&self, known: &Someone) -> bool {
        let fits = |noun: &Noun| fits(self.text, noun, known, &self.anaphor.asked) > 0.0;
        self.has_one_holder() && !self.anaphor.noun.is_some_and(fits)
    }

    /// True for an office that one person holds at a time.
    fn has_one_holder(&self) -> bool {
        self.anaphor.asked.iter().any(|role| self.text.grammar.has_one_holder(*role))
    }

    /// Words that the phrase shares with what tells of somebody.
    pub(super) fn words(&self, one: &Named, found: &mut Found) {
        let Some(noun) = self.anaphor.noun.filter(|_| self.anaphor.kind == Kind::Description) else { return };
        let own: Vec<&str> = self.content(noun.tokens.clone());
        let told = one.known.role.clone().map(|role| self.content(role)).unwrap_or_default();
        let called =
            one.known.nouns.iter().chain(&one.known.titles).chain(&one.known.owner).map(String::as_str);
        let shared = share(&own, told.into_iter().chain(called));
        found.add(Feature::SharedWord, shared);
        let own_name =
            |word: &&str| one.known.words.iter().any(|name| same_word(name, word, self.text.grammar.cases));
        found.add(Feature::NamedWithin, own.iter().any(own_name));
        let beside = |token: &usize| {
            let phrase = self.content(self.phrase_of(*token));
            share(&own, phrase.into_iter().filter(|word| !own_name(word)))
        };
        let beside = one.before.iter().take(LOOKED_AT).any(beside);
        found.add(Feature::BesideWord, beside && !shared);
        let near = one.before.iter().take(LOOKED_AT).any(|token| {
            let sentence = self.text.stream().sentence_of(*token);
            let around = sentence.start.max(token.saturating_sub(NEAR))..sentence.end.min(token + NEAR);
            share(&own, self.content(around).into_iter())
        });
        found.add(Feature::NearWord, near && !shared && !beside);
        let far = || {
            one.before.iter().rev().take(MENTIONS).any(|token| {
                let sentence = self.content(self.text.stream().sentence_of(*token));
                share(&own, sentence.into_iter().filter(|word| !own_name(word)))
            })
        };
        found.add(Feature::FarWord, !near && !shared && !beside && far());
    }

    /// The tokens around the first of a name up to a verb, a sign or words in marks; what stands between signs right behind
    /// it belongs to it.
    fn phrase_of(&self, token: usize) -> Range<usize> {
        let text = self.text;
        let ends = |at: &usize| !text.is_word(*at) || text.has(*at, Class::FINITE);
        let floor = text.stream().sentence_of(token).start.max(token.saturating_sub(NEAR));
        let start = (floor..token).rev().find(ends).map_or(floor, |at| at + 1);
        let ceiling = text.stream().sentence_of(token).end;
        let end = (token..ceiling).find(ends).unwrap_or(ceiling);
        let apposed = text.is(end, ',') || text.is(end, '(');
        let behind = (end + 1..ceiling.min(end + 1 + NEAR)).find(|at| !text.is_word(*at));
        start..if apposed { behind.unwrap_or(end) } else { end }
    }

    /// The words of tokens that tell something.
    fn content(&self, tokens: Range<usize>) -> Vec<&str> {
        let tells = |at: &usize| !self.text.has(*at, Class::CLOSED);
        tokens.filter(tells).map(|at| self.text.lower(at)).filter(|word| !word.is_empty()).collect()
    }

    /// What tells that nobody of those named is meant.
    pub(super) fn of_nobody(&self, open: &[usize]) -> Vec<(Feature, f32)> {
        let mut found = Found(Vec::new());
        found.add(Feature::RuledNobody, !self.ruled.is_somebody());
        found.add(Feature::RuledUnnamed, self.ruled.unnamed.is_some());
        found.add(Feature::NoneFits, open.is_empty());
        let sentence = self.anaphor.sentence;
        found.add(Feature::UnnamedNear, self.discourse.unnamed_near(sentence, 2, self.anaphor.gender));
        let body = self.discourse.body.as_ref().is_some_and(|(at, _)| sentence.saturating_sub(*at) <= 2);
        found.add(Feature::BodyNear, body);
        let Some(noun) = self.anaphor.noun else { return found.0 };
        let grammar = self.text.grammar;
        let asked = &self.anaphor.asked;
        let roles = grammar.roles(self.text.lower(noun.head));
        found.add(Feature::Indefinite, is_somebody_new(self.text, noun));
        found.add(Feature::Owned, noun.determiner.any(Class::OWNER));
        found.add(Feature::OfSomething, noun.owner.is_some());
        let beside = is_beside_something_new(self.text, noun);
        found.add(Feature::OfSomethingNew, is_of_something_new(self.text, noun));
        found.add(Feature::BesideSomethingNew, beside);
        found.add(Feature::OrdinaryBeside, beside && grammar.is_ordinary(roles));
        found.add(Feature::Several, is_plural_only(noun));
        found.add(Feature::Kin, grammar.is_kin(roles));
        found.add(Feature::LongPhrase, self.content(noun.tokens.clone()).len() > 2);
        let comma = usize::from(self.text.is(noun.tokens.end, ','));
        found.add(Feature::Described, self.text.has(noun.tokens.end + comma, Class::RELATIVE));
        found.add(Feature::Definite, self.anaphor.is_definite());
        found.add(Feature::Open, noun.sort == Sort::Open);
        found.add(Feature::OpenDefinite, noun.sort == Sort::Open && self.anaphor.is_definite());
        found.add(Feature::Ordinary, grammar.is_ordinary(roles));
        found.add(Feature::Anyone, grammar.is_anyone(roles));
        found.add(Feature::OneHolder, self.has_one_holder());
        found.add(Feature::AnyBody, grammar.is_of_any_body(asked));
        found.add(Feature::UnknownWord, roles.is_empty());
        found.add(Feature::OfAnother, grammar.is_of_another(roles));
        found.0
    }
}

/// True when one of the words stands among the others, its ending aside.
fn share<'w>(own: &[&str], mut others: impl Iterator<Item = &'w str>) -> bool {
    others.any(|other| own.iter().any(|word| is_like(word, other)))
}

/// True for words that begin alike: `Italian`, `Italy`; `54-year-old`, `54`.
fn is_like(one: &str, other: &str) -> bool {
    let number = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count();
    let (own, length) = (number(one), number(other));
    if own > 0 || length > 0 {
        return own == length && one.get(..own) == other.get(..length);
    }
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let shorter = one.chars().count().min(other.chars().count());
    common >= STEM && common * 3 >= shorter * 2
}
