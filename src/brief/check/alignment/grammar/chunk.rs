//! A noun phrase: its words, the last of them its head but for what stands behind “of”.

use super::super::words::Pronoun;
use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::super::words::meanings::Form;

use crate::brief::check::words::LISTS;
use crate::languages::section;
use crate::text::Span;

/// A noun phrase.
#[derive(Debug, Clone, Default)]
pub(in crate::brief::check::alignment) struct Chunk {
    pub(in crate::brief::check::alignment) words: Vec<Item>,
    /// Classes of the words that count or measure it.
    pub(in crate::brief::check::alignment) kept: Vec<String>,
    /// The pronoun it is, or whose it is.
    pub(in crate::brief::check::alignment) pronoun: Option<Pronoun>,
    /// What its pronoun or its noun stands for.
    pub(in crate::brief::check::alignment) stands_for: Option<Box<Chunk>>,
    /// Whose it is, where a pronoun tells.
    pub(in crate::brief::check::alignment) whose: Option<Box<Chunk>>,
    /// Whose it may be as well.
    pub(in crate::brief::check::alignment) whose_else: Option<Box<Chunk>>,
    /// What is known of whom it is of: “the head of the centre”.
    pub(in crate::brief::check::alignment) of_known: Option<Box<Chunk>>,
    /// Other words for the same, told beside it.
    pub(in crate::brief::check::alignment) apposed: Vec<Chunk>,
    /// Joined to the one before it.
    pub(in crate::brief::check::alignment) joint: bool,
    /// Parted by a mark from what is before it.
    pub(in crate::brief::check::alignment) parted: bool,
    pub(in crate::brief::check::alignment) tied: Option<String>,
    /// It stands behind “by”.
    pub(in crate::brief::check::alignment) agent: bool,
}

impl Chunk {
    /// The place of its head: the last word before the first that stands behind “of”.
    pub(in crate::brief::check::alignment) fn head_at(&self, lists: &Lists) -> usize {
        let of = |item: &Item| lists.of.is_some() && item.before.preposition == lists.of;
        let end =
            (1..self.words.len()).find(|at| self.words.get(*at).is_some_and(of)).unwrap_or(self.words.len());
        // “the secretary of state Ada Lind”
        let names =
            self.words.iter().skip(end + 1).filter(|item| item.name && item.before.preposition.is_none());
        let determined = self.words.get(end).is_some_and(|item| item.before.determined);
        if names.count() > 1 && !determined {
            return self.words.len() - 1;
        }
        // “a team of six inspectors”
        let stands_in =
            |word: &Item| lists.stand_ins.contains(&word.form) || lists.stand_ins_of_two.contains(&word.form);
        if self.words.get(end.saturating_sub(1)).is_some_and(stands_in) && end < self.words.len() {
            return self.words.len() - 1;
        }
        let noun = |at: &usize| self.words.get(*at).is_some_and(|item| !is_plain_word(item));
        (0..end).rev().find(noun).unwrap_or(end.saturating_sub(1))
    }

    pub(in crate::brief::check::alignment) fn head(&self, lists: &Lists) -> Option<&Item> {
        self.words.get(self.head_at(lists))
    }

    /// Whether it is told by a pronoun alone.
    pub(in crate::brief::check::alignment) fn is_pronoun(&self) -> bool {
        self.words.is_empty()
    }

    pub(in crate::brief::check::alignment) fn is_time(&self) -> bool {
        let timed = |item: &Item| item.time || item.kind == Kind::Number;
        self.words.iter().any(|item| item.time) && self.words.iter().all(timed)
    }

    /// Whether it has no noun: “early”.
    pub(in crate::brief::check::alignment) fn is_adverbial(&self) -> bool {
        let bare = self.words.first().is_some_and(|first| !first.before.determined);
        bare && self.words.iter().all(is_plain_word)
    }

    pub(in crate::brief::check::alignment) fn is_quote(&self) -> bool {
        self.words.iter().any(|item| item.token.quoted)
    }

    /// Whether a person is told of, as far as the words tell.
    pub(in crate::brief::check::alignment) fn is_person(&self) -> bool {
        let names = self.words.iter().filter(|item| item.name && !item.office && !item.token.owner).count();
        let office = self.words.iter().any(|item| item.office);
        // “the ministry of Varnia”
        let ties =
            |item: &&Item| item.before.preposition.is_none() || item.token.span == first_span(&self.words);
        let last = self.words.iter().take_while(ties).last();
        let head = last.is_some_and(|last| last.office || last.name);
        let body = |item: &Item| !item.office && LISTS.has(section::INSTITUTIONS, &item.token.folded);
        let determined = self.words.first().is_some_and(|first| first.before.determined);
        let thing = last.is_some_and(body) || determined && !office;
        head && !thing && (office || names > 1) && !self.is_several()
            || self.apposed.iter().any(Chunk::is_person)
    }

    /// Whether what is known of a name is known of a person.
    pub(in crate::brief::check::alignment) fn is_known_person(&self) -> bool {
        self.is_person() || self.apposed.iter().any(Self::is_person)
    }

    /// Whether it may name a person as well as a body: two names without an office.
    pub(in crate::brief::check::alignment) fn is_any_name(&self) -> bool {
        !self.all_words().any(|item| item.office)
    }

    /// Its numbers, each with the noun it counts.
    pub(in crate::brief::check::alignment) fn counted(&self) -> Vec<(&Item, Option<&Item>)> {
        let numbers =
            self.words.iter().enumerate().filter(|(_, word)| word.kind == Kind::Number && !word.time);
        let noun = |at: usize| {
            let behind = self.words.iter().skip(at + 1);
            behind.take_while(|word| word.before.preposition.is_none()).last()
        };
        numbers.map(|(at, word)| (word, noun(at))).collect()
    }

    /// Whether it tells by how much: “by 3 percent”, “by a third”, “by half a point”.
    pub(in crate::brief::check::alignment) fn is_share(&self, lists: &Lists) -> bool {
        let last = self.words.last();
        last.is_some_and(|last| last.kind == Kind::Number && !last.time || lists.shares.contains(&last.form))
    }

    /// The word behind a number of it.
    pub(in crate::brief::check::alignment) fn behind(&self, number: &Item) -> Option<&Item> {
        let at = self.words.iter().position(|word| word.token.span == number.token.span)?;
        self.words.get(at + 1)
    }

    pub(in crate::brief::check::alignment) fn is_several(&self) -> bool {
        self.words.last().is_some_and(|last| !last.name && last.is_several())
    }

    /// The name its head is.
    pub(in crate::brief::check::alignment) fn name(&self, lists: &Lists) -> Option<&str> {
        let own = self.head(lists).filter(|head| head.name && !head.time).map(name_of);
        own.or_else(|| {
            self.apposed.iter().filter(|other| other.tied.is_none()).find_map(|other| other.name(lists))
        })
    }

    /// All its words, those told beside it too.
    pub(in crate::brief::check::alignment) fn all_words(&self) -> impl Iterator<Item = &Item> {
        self.words.iter().chain(self.apposed.iter().flat_map(|other| other.words.iter()))
    }
}

/// What a name is known by: what it is an alias of, else itself.
fn name_of(item: &Item) -> &str {
    if item.key.starts_with('@') { item.key.as_str() } else { item.token.folded.as_str() }
}

fn first_span(words: &[Item]) -> Span {
    words.first().map(|first| first.token.span).unwrap_or_default()
}

/// Whether a word is known as no noun and no verb: an adjective or an adverb.
pub(in crate::brief::check::alignment) fn is_plain_word(item: &Item) -> bool {
    let senses = &item.senses;
    let plain = !senses.is_empty() && senses.iter().all(|sense| sense.form == Form::Plain);
    item.kind == Kind::Word && !item.name && !item.office && !item.token.quoted && plain
}
