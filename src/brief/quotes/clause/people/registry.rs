//! The people of an article.

use std::ops::Range;

use super::learned::learn;
use super::naming::{
    addressed, bridged, ends_in_name, first_of_two, full, full_name_within, given_gender, is_body,
    is_called_upon, is_proven, leads_clause, name_words, oblique, shown, someone,
};
use super::seen::{Seen, is_common, is_group, is_where, is_word_elsewhere};
use super::someone::{Gender, Someone};
use super::surnames::surnames_within;
use super::title;
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, Text, noun_at};
use crate::brief::quotes::clause::words::{Class, first_letters, same_word};

/// People kept of one article; it bounds the work.
const MOST: usize = 120;

/// The last mentions that are looked at for one phrase.
const RECENT: usize = 256;

/// The people of an article.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    /// In the order of their first mention, those with full names first.
    pub(crate) all: Vec<Someone>,
    /// First tokens of their names and their numbers.
    mentions: Vec<(usize, usize)>,
}

impl Registry {
    /// The people named in the chunks of a text.
    #[must_use]
    pub(crate) fn of(text: &Text, sentences: &[Vec<Chunk>]) -> Self {
        let mut registry = Self::default();
        let nouns = || {
            sentences.iter().flat_map(|chunks| (0..chunks.len()).filter_map(|at| Seen::of(text, chunks, at)))
        };
        let surname = |seen: &Seen| !full(seen.noun) && seen.noun.name.is_some();
        for seen in nouns().filter(|seen| full(seen.noun)).chain(nouns().filter(surname)) {
            registry.note(text, &seen);
            registry.note_joined(text, seen.noun);
        }
        for seen in nouns() {
            registry.note_within(text, seen.noun);
            registry.note_inner(text, seen.noun);
        }
        let within = nouns().flat_map(|seen| surnames_within(text, seen.noun, &registry.all));
        registry.mentions.extend(within.collect::<Vec<_>>());
        registry.mentions.sort_unstable();
        registry.bridge(text, sentences);
        registry
    }

    /// An office without a name, then within two sentences a full name without an office: one person.
    fn bridge(&mut self, text: &Text, sentences: &[Vec<Chunk>]) {
        let mut open: Vec<(usize, &Noun)> = Vec::new();
        for (number, chunks) in sentences.iter().enumerate() {
            for (place, chunk) in chunks.iter().enumerate() {
                let Part::Noun(noun) = &chunk.part else { continue };
                if noun.sort == Sort::Role
                    && noun.may_be_subject
                    && !noun.is_indefinite()
                    && !noun.class.any(Class::PLURAL.without(Class::SINGULAR))
                {
                    let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
                    let asked = text.grammar.roles_asked(&words, text.lower(noun.head));
                    let head = text.lower(noun.head);
                    let taken = self.all.iter().any(|known| {
                        asked.iter().any(|role| known.roles.contains(role))
                            || known.nouns.iter().any(|own| own == head)
                    });
                    let roles = text.grammar.roles(head);
                    let ordinary = if text.grammar.by_order() {
                        text.grammar.is_ordinary(roles)
                    } else {
                        text.grammar.is_anyone(roles) || text.grammar.is_guest(roles)
                    };
                    let back = text.grammar.by_order() && self.named_before(text, noun);
                    let other = text.grammar.by_order() && ends_in_name(text, noun);
                    if !text.grammar.by_order() || taken || ordinary || back || other {
                        open.clear();
                    }
                    open.extend((!taken && !ordinary && !back && !other).then_some((number, noun)));
                } else if (full(noun) || addressed(text, noun))
                    && (!text.grammar.by_order() || leads_clause(chunks, place))
                    && let Some(at) = self.named(text, noun)
                    && let Some(role) = bridged(text, &std::mem::take(&mut open), number, self.all.get(at))
                    && let Some(known) = self.all.get_mut(at)
                    && known.nouns.is_empty()
                    && (known.proven || !text.grammar.last_verb)
                    && known.first == noun.name.as_ref().map_or(0, |name| name.start)
                {
                    let gender = Gender::of(role.class);
                    if known.gender.is_none() || gender.is_none() || known.gender == gender {
                        learn(text, known, role);
                    }
                }
            }
        }
    }

    /// True when somebody is named before in the paragraph: an office there tells more of that person.
    fn named_before(&self, text: &Text, noun: &Noun) -> bool {
        let start = text.stream().paragraph_of(noun.tokens.start).start;
        let before = |known: &Someone| (start..noun.tokens.start).contains(&known.first);
        self.all.iter().any(|known| before(known) && known.human && known.proven)
    }

    /// Notes whoever a thing belongs to, with the office before the name: `the film of the director Ana Porto`.
    fn note_inner(&mut self, text: &Text, noun: &Noun) {
        // `Die Anhänger von Bürgermeister Ana Porto`: where every noun has a capital, also of somebody
        let somebody = text.grammar.capital_nouns && noun.name.is_none();
        let thing = !noun.is_human() && noun.name.is_none() && text.grammar.by_order() || somebody;
        let tie = noun.tokens.clone().skip(1).rev().find(|at| thing && text.has(*at, Class::OF));
        let inner = tie.and_then(|at| noun_at(text, at + 1, noun.tokens.end));
        if let Some(inner) = inner.filter(|inner| full(inner) && text.has(inner.head, Class::ROLE)) {
            self.note(text, &Seen::aside(&inner));
        }
    }

    /// Notes the first of two that a conjunction joins, by the full name: `Ana Porto and Bruno Lima`.
    fn note_joined(&mut self, text: &Text, noun: &Noun) {
        if let Some(first) = first_of_two(text, noun) {
            self.note(text, &Seen::aside(&first));
        }
    }

    /// Notes a full name within a phrase for no person.
    fn note_within(&mut self, text: &Text, noun: &Noun) {
        let Some(range) = full_name_within(text, noun) else { return };
        let words = name_words(text, &range);
        let Some(at) = self.found_or_new(text, noun, &range, &words) else { return };
        let Some(known) = self.all.get_mut(at) else { return };
        if words.len() > known.words.len() {
            known.name = shown(text, &range);
            known.words = words;
        }
        known.first = known.first.min(range.start);
        known.gender = known.gender.or(Gender::of(text.class(range.start)));
        known.proven = true;
        known.human = true;
    }

    /// Notes a mention of whoever the words name, of somebody new if nobody; none where too many are known.
    fn found_or_new(
        &mut self,
        text: &Text,
        noun: &Noun,
        range: &Range<usize>,
        words: &[String],
    ) -> Option<usize> {
        let at = match self.find(text, words) {
            Some(at) => at,
            None if self.all.len() < MOST => {
                self.all.push(someone(text, noun, range, words.to_vec()));
                self.all.len() - 1
            }
            None => return None,
        };
        self.mentions.push((range.start, at));
        Some(at)
    }

    /// The last mentions in the tokens.
    pub(crate) fn recent(&self, tokens: &Range<usize>) -> impl Iterator<Item = (usize, usize)> {
        let place = |end: usize| self.mentions.partition_point(|(token, _)| *token < end);
        let (from, to) = (place(tokens.start), place(tokens.end));
        self.mentions.get(from.max(to.saturating_sub(RECENT))..to).unwrap_or_default().iter().copied()
    }

    /// The persons named in the tokens, once each.
    #[must_use]
    pub(super) fn named_in(&self, tokens: &Range<usize>) -> Vec<usize> {
        let mut named: Vec<usize> = self.recent(tokens).map(|(_, person)| person).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// Notes one more mention.
    fn note(&mut self, text: &Text, seen: &Seen) {
        let (noun, subject) = (seen.noun, seen.subject);
        let Some(range) = noun.name.clone() else { return };
        let words = name_words(text, &range);
        let unknown = |people: &Self| people.find(text, &words).is_none();
        if words.is_empty()
            || is_called_upon(text, noun)
            || !is_proven(text, noun, seen.says) && !seen.recurs(text, &range) && unknown(self)
            || noun.sort == Sort::Capital
                && !seen.says
                && text.has(range.start, Class::OPENS)
                && unknown(self)
            || noun.sort == Sort::Capital && (is_word_elsewhere(text, range.start) || is_group(text, &range))
            || (is_common(text, noun, &range) || is_where(text, noun, &range)) && unknown(self)
        {
            return;
        }
        let Some(at) = self.found_or_new(text, noun, &range, &words) else { return };
        // behind an office that surely is a subject so is the name
        let titled = noun.first_case && noun.class.any(Class::ROLE);
        let first_case =
            titled || (subject && noun.may_be_subject || noun.first_case) && !oblique(text, &range);
        let Some(known) = self.all.get_mut(at) else { return };
        let last = words.last().filter(|_| words.len() == 2 && known.words != words);
        let patronymic = last.is_some_and(|last| text.grammar.naming.is_patronymic(last));
        let fuller = !patronymic
            && (words.len() > known.words.len()
                || words.len() == known.words.len() && first_case && !known.first_case);
        if fuller && (first_case || !known.first_case || words.len() > known.words.len()) {
            known.name = shown(text, &range);
            known.words = words;
            known.first_case = first_case;
        }
        if first_case && seen.says {
            known.learn_surname(text.lower(range.start), &range, || shown(text, &range));
        }
        let given = given_gender(text, &range);
        let titled = range.start.checked_sub(1).is_some_and(|at| text.has(at, Class::ADDRESS));
        let told = titled || noun.class.any(Class::ROLE.or(Class::OPEN));
        let role = told.then(|| Gender::of(noun.class)).flatten();
        // an office of a man's gender is also a woman's, where verbs tell
        let role = role.filter(|role| titled || !text.grammar.gendered_verbs || *role == Gender::Female);
        known.first = known.first.min(range.start);
        known.owned |= seen.accords && text.grammar.cases && !text.grammar.last_verb;
        known.gender = known.gender.or(given).or(role).or(seen.gender);
        let says = seen.says || seen.tells && known.words.len() > 1;
        // `for Ana Porto, the former minister`: what somebody is tells a person, behind the name too
        let apposed = text.grammar.by_order() && noun.role.clone().any(|at| text.has(at, Class::ROLE));
        known.proven |= told || says || apposed;
        known.human |= titled || says && !is_body(text, noun);
        if !noun.role.is_empty() {
            learn(text, known, noun);
            title::learn(text, known, noun);
        }
    }

    /// The person the words name.
    #[must_use]
    pub(crate) fn find(&self, text: &Text, words: &[String]) -> Option<usize> {
        let cases = text.grammar.cases;
        text.stream().steps.take(1);
        // most people have another surname, told by its first letters
        let head = first_letters(words.last()?);
        let alike = |known: &Someone| known.words.last().is_some_and(|own| own.starts_with(head));
        let named = |known: &Someone| alike(known) && known.is_called(words, cases, text.grammar.by_order());
        if let Some(at) = self.all.iter().position(named) {
            return Some(at);
        }
        let (first, patronymic) = match words {
            [first] => (first, None),
            // «Игорь Михайлович»: somebody told of by first name and surname before
            [first, second] if text.grammar.naming.is_patronymic(second) => (first, Some(second)),
            _ => return None,
        };
        let whole = |known: &Someone| patronymic.is_some_and(|own| known.words.get(1) == Some(own));
        if let Some(at) = self.all.iter().position(|known| whole(known) && known.words.first() == Some(first))
        {
            return Some(at);
        }
        let mut own = self.all.iter().enumerate().filter(|(_, known)| {
            known.words.len() > 1 && known.words.first().is_some_and(|own| same_word(own, first, cases))
        });
        let given = own.next().map(|(at, _)| at).filter(|_| own.next().is_none());
        given.or_else(|| self.inner_name(text, first))
    }

    /// `Ana Porto Senna`, then `Porto`: the only one who has the word between the first name and the last.
    fn inner_name(&self, text: &Text, word: &str) -> Option<usize> {
        if !text.grammar.by_order() {
            return None;
        }
        let within = |known: &Someone| {
            let names = known.words.get(1..known.words.len().saturating_sub(1)).unwrap_or_default();
            names.iter().any(|own| own == word)
        };
        let mut named = self.all.iter().enumerate().filter(|(_, known)| within(known));
        let only = named.next().filter(|_| named.next().is_none());
        only.map(|(at, _)| at)
    }

    /// Whoever of the gender is named last before the token `end`, from the token `start` on.
    #[must_use]
    pub(crate) fn latter(&self, start: usize, end: usize, gender: Option<Gender>) -> Option<usize> {
        let fits = |at: usize| {
            let known = self.all.get(at).filter(|known| known.human)?;
            (known.gender.is_none() || gender.is_none() || known.gender == gender).then_some(at)
        };
        self.recent(&(start..end)).filter_map(|(token, at)| Some((token, fits(at)?))).max().map(|(_, at)| at)
    }

    /// The person a phrase names.
    #[must_use]
    pub(crate) fn named(&self, text: &Text, noun: &Noun) -> Option<usize> {
        self.find(text, &name_words(text, noun.name.as_ref()?))
    }
}
