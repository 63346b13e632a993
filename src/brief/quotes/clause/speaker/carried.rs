//! Reported speech that goes on: `X warned of haste. The country need “…”`. The sentence before tells who speaks, the mood
//! of the verb that it is still what that one says.
//!
//! In: a marked stretch whose own sentence tells nobody. Out: whoever the sentences before tell, where each from that one
//! on is in the mood of reported speech. Only languages with `[reported]` have it.

use crate::brief::quotes::clause::frames::{self, Frame, Place};
use crate::brief::quotes::clause::phrases::{Chunk, Part, Sort, Text};
use crate::brief::quotes::clause::run::{Reader, Seen};
use crate::brief::quotes::clause::told::Told;
use crate::brief::quotes::clause::verdict::NOBODY;
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::rule::Rule;

/// Sentences between the one that tells who speaks and the words.
const REACH: usize = 4;

/// Chunks before the verb of a main clause.
const FRONT: usize = 6;

/// Letters of the shortest verb known by its ending.
const SHORTEST: usize = 4;

impl Reader<'_, '_> {
    /// Whoever the sentences before tell to say what this one reports.
    pub(crate) fn carried(&mut self, one: &Seen) -> Option<(Rule, (Told, Option<usize>))> {
        let open = matches!(one.verdict, Verdict::Quote(_)) || one.verdict == NOBODY;
        let text = self.text;
        let able = open && one.frames.own.is_none() && !one.unsaid && !text.grammar.reported.is_empty();
        if !able || !is_reported(text, self.sentences.get(one.sentence)?) || is_named_thing(text, one.token) {
            return None;
        }
        let first = text.stream().paragraph_of(one.token).start;
        let first = text.stream().get(first)?.sentence;
        let first = self.first_of_before(one.sentence, first);
        let from = one.sentence.saturating_sub(REACH).max(first);
        for sentence in (from..one.sentence).rev() {
            if let Some(told) = self.told_in(sentence) {
                return Some((Rule::SentenceBefore, (told, None)));
            }
            let chunks = self.sentences.get(sentence)?;
            if let Some(frame) = reporter(text, chunks) {
                return Some((Rule::SentenceBefore, self.told(one, &frame)));
            }
            if !is_reported(text, chunks) {
                break;
            }
        }
        let frame = of_itself(text, self.sentences.get(one.sentence)?)?;
        Some((Rule::Subject, self.told(one, &frame)))
    }

    /// The sentence the paragraph before opens with, where that of `first` opens with one that surely reports what another
    /// says; else `first`.
    fn first_of_before(&self, sentence: usize, first: usize) -> usize {
        let stream = self.text.stream();
        let reports = |number: usize| {
            let chunks = self.sentences.get(number).map(Vec::as_slice).unwrap_or_default();
            is_reported(self.text, chunks) && is_of_one(self.text, chunks)
        };
        let before = first.checked_sub(1).filter(|_| sentence - first <= REACH && reports(first));
        let opens =
            before.and_then(|last| stream.get(stream.paragraph_of(stream.sentence(last).start).start));
        opens.map_or(first, |token| token.sentence)
    }

    /// Who is told to say the last marked words of a sentence.
    fn told_in(&self, sentence: usize) -> Option<Told> {
        let stream = self.text.stream();
        let finding = self.findings.iter().rev().take(REACH).find(|finding| {
            let token = stream.quote_tokens.get(finding.quote).and_then(|token| stream.get(*token));
            token.is_some_and(|token| token.sentence == sentence)
        })?;
        finding.told.clone()
    }
}

/// True for words that are the name of the noun or the article before them.
fn is_named_thing(text: &Text, token: usize) -> bool {
    let capital = text.marked_at(token).is_some_and(|words| words.starts_with(char::is_uppercase));
    let before = token.checked_sub(1);
    let tied = before.is_some_and(|before| text.has(before, Class::CAPITAL.or(Class::DETERMINER)));
    capital && tied
}

/// True for a sentence whose verb is in the mood of reported speech.
fn is_reported(text: &Text, chunks: &[Chunk]) -> bool {
    let front = chunks.iter().take(FRONT);
    let lowers = front.flat_map(|chunk| chunk.tokens.clone()).map(|at| (at, text.lower(at)));
    for (at, lower) in lowers {
        if text.grammar.reported.contains(lower) && !text.has(at, Class::CAPITAL) {
            return !is_first_person(text, at);
        }
        let class = text.class(at);
        if class.any(Class::ANY_VERB) && class.any(Class::FINITE) && !class.any(Class::CAPITAL) {
            return false;
        }
        if is_present_subjunctive(text, at) {
            return true;
        }
    }
    false
}

/// True where the verb in the mood of reported speech is of one: that of several may tell what would be.
fn is_of_one(text: &Text, chunks: &[Chunk]) -> bool {
    let mut lowers = chunks.iter().take(FRONT).flat_map(|chunk| chunk.tokens.clone());
    let verb = lowers.find(|at| text.grammar.reported.contains(text.lower(*at)));
    verb.is_none_or(|at| !text.has(at, Class::PLURAL))
}

/// `Sie gehe „ohne Groll“.`: where nobody before reports it, a pronoun of one that opens such a sentence is of whoever speaks.
fn of_itself(text: &Text, chunks: &[Chunk]) -> Option<Frame> {
    let Part::Noun(noun) = &chunks.first()?.part else { return None };
    let verb = noun.tokens.end;
    let one = text.grammar.capital_nouns && noun.sort == Sort::Pronoun && !text.has(verb, Class::PLURAL);
    one.then(|| of_source(frames::Source::Noun(noun.clone())))
}

/// True beside the pronoun of who writes or speaks, whose verb has one form for both moods.
fn is_first_person(text: &Text, verb: usize) -> bool {
    let own = |at: usize| text.has(at, Class::SPEAKING);
    own(verb + 1) || verb.checked_sub(1).is_some_and(own)
}

/// True for a small word nobody knows with the ending of that mood right behind a subject: `Das Land brauche …`.
fn is_present_subjunctive(text: &Text, at: usize) -> bool {
    let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::CAPITAL).or(Class::PLACE);
    let lower = text.lower(at);
    let subject = at.checked_sub(1).is_some_and(|before| {
        text.has(before, Class::CAPITAL) || text.has(before, Class::SUBJECT.or(Class::OBJECT))
    });
    let ends = text.grammar.reported_endings.iter().any(|ending| lower.ends_with(ending.as_str()));
    let past = text.grammar.may_be_verb(lower);
    let own = text.has(at, Class::WORD) && !text.has(at, known);
    own && subject && ends && !past && lower.chars().count() >= SHORTEST && !is_first_person(text, at)
}

/// The frame of a sentence that reports what somebody says in words of its own.
fn reporter(text: &Text, chunks: &[Chunk]) -> Option<Frame> {
    let place = Place { text, chunks, at: chunks.len(), next: None, opens: false };
    let according = chunks.iter().find_map(|chunk| match &chunk.part {
        Part::According(noun) if noun.can_speak() => Some(frames::Source::Noun(noun.clone())),
        _ => None,
    });
    let says = |chunk: &Chunk| chunk.is_finite() && chunk.class.any(Class::SAY.or(Class::CALL));
    let verb = || chunks.iter().position(says);
    let source = according.or_else(|| frames::source_of(place, verb()?))?;
    let somebody = match &source {
        frames::Source::Noun(noun) => noun.can_speak() && noun.sort != Sort::Outlet,
        frames::Source::Silent(class, _) => class.any(Class::GENDER),
        frames::Source::Document(..) => false,
    };
    somebody.then(|| of_source(source))
}

fn of_source(source: frames::Source) -> Frame {
    Frame { rule: Rule::SentenceBefore, source, via: None, says: true, beside: false, reflexive: false }
}
