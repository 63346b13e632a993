//! What the article tells, and what a sentence states of it.

use std::collections::HashMap;

use super::agreement::same_word;
use super::clauses::Row;
use super::frames::Frame;
use super::words::item::{Before, Item, Kind};
use super::words::lists::Lists;
use crate::text::{Language, Steps};

/// How many sentences back a pronoun may point through others.
const BACK: usize = 3;
/// The most words between an office and the end of its holder's name.
const OFFICE: usize = 5;
/// The most words of a noun phrase that a pronoun stands for.
const PHRASE: usize = 3;
/// The first words of a sentence among which stands whoever it is about.
const SUBJECT: usize = 7;

/// The rows of an article, a list for each sentence: the sentence itself first, then other ways to say it.
#[derive(Debug)]
pub(in crate::brief::check) struct Rows {
    pub(super) sentences: Vec<Vec<Row>>,
    /// The clauses of each sentence.
    pub(super) frames: Vec<Vec<Frame>>,
    pub(super) calls: Calls,
}

/// What the article calls things.
#[derive(Debug, Default)]
pub(super) struct Calls {
    /// The name behind a noun, where it is one: “the oil tanker Marisol”.
    named: HashMap<String, Option<String>>,
    /// The name behind a noun and a preposition, where it is one: “the port of Varna”, “a school in Varna”.
    of: HashMap<String, Option<String>>,
}

impl Calls {
    pub(super) fn read(rows: &[Vec<Row>], lists: &Lists) -> Self {
        let mut calls = Self::default();
        let note = |map: &mut HashMap<String, Option<String>>, key: String, name: Option<&Item>| {
            let name = name.map(|name| name.token.folded.clone());
            let known = map.entry(key).or_insert_with(|| name.clone());
            if *known != name {
                *known = None;
            }
        };
        let sentences = rows.iter().filter_map(|rows| rows.first());
        for pair in sentences.flat_map(|row| row.items.windows(2)) {
            let [noun, next] = pair else { continue };
            if noun.name || noun.kind != Kind::Word {
                continue;
            }
            let named = next.name && next.before == Before::default();
            // “a tanker” is another
            if named || noun.before.indefinite {
                note(&mut calls.named, noun.key.clone(), Some(next).filter(|_| named));
            }
            if let Some(class) = next.before.preposition.as_deref().filter(|_| lists.of.is_some()) {
                note(&mut calls.of, tied(noun, class), Some(next).filter(|next| next.name));
            }
        }
        calls
    }
}

/// A noun with the preposition behind it.
fn tied(noun: &Item, class: &str) -> String {
    format!("{} {class}", noun.key)
}

/// What a sentence states: words in their order, and who says so.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) words: Vec<Item>,
    /// The words that tell who says it; its verb of saying among them.
    pub(super) speaker: Option<Vec<Item>>,
    /// Where its verb stands, if it was told its subject: before it no verb of the row is left out.
    pub(super) verb: Option<usize>,
    /// It is a part of a sentence, with its own subject: it must tell what the row's clause does.
    pub(super) part: bool,
    /// It does not tell who does it.
    pub(super) undone: bool,
}

/// What the article tells, with the looks that are left.
pub(super) struct Told<'a> {
    pub(super) rows: &'a [Vec<Row>],
    pub(super) calls: &'a Calls,
    pub(super) language: Language,
    pub(super) steps: &'a Steps,
}

impl Told<'_> {
    /// Whether the article has these words side by side, and nothing else before the last of them where that is no name.
    pub(super) fn is_run(&self, run: &[Item]) -> bool {
        let Some((head, others)) = run.split_last().filter(|_| !self.steps.spent()) else { return false };
        let same = |one: &Item, other: &Item| same_word(one, other, self.language);
        let sentences = || self.rows.iter().filter_map(|rows| rows.first());
        let stands = sentences().any(|row| {
            row.items.windows(run.len()).any(|words| {
                self.steps.take(1);
                words.iter().zip(run).all(|(one, other)| same(other, one))
                    && words
                        .iter()
                        .skip(1)
                        .all(|word| !word.before.determined && word.before.preposition.is_none())
            })
        });
        let alone = head.name
            || sentences().all(|row| {
                row.items.windows(2).all(|pair| match pair {
                    [before, word] if same(head, word) => {
                        let tells = word.before == Before::default() && !before.said();
                        !tells || others.last().is_some_and(|last| same(last, before))
                    }
                    _ => true,
                })
            });
        stands && alone
    }

    /// Whether the article calls somebody or something what the words before its name say: “institute Norda”.
    pub(super) fn is_what(&self, run: &[Item]) -> bool {
        let names = run.iter().rev().take_while(|item| item.name).count().min(run.len());
        let Some((words, name)) = run.split_at_checked(run.len() - names) else { return false };
        let last = name.last().into_iter();
        let tied = |name: &[Item]| self.is_run(&[words, name].concat());
        let office = |name: &Item| matches!(words, [role] if self.is_office(role, name));
        !words.is_empty()
            && (tied(name) || last.clone().any(|last| tied(std::slice::from_ref(last)) || office(last)))
    }

    /// Whether the article has a noun with this name behind it and its preposition, and with no other.
    pub(super) fn is_of(&self, noun: &Item, of: &Item) -> bool {
        let class = of.before.preposition.as_deref().unwrap_or_default();
        self.calls.of.get(&tied(noun, class)).and_then(Option::as_ref) == Some(&of.token.folded)
    }

    /// Whether the article calls a noun by a name, and calls nothing else so: “the oil tanker Marisol”.
    pub(super) fn is_called(&self, noun: &Item, name: &Item) -> bool {
        self.calls.named.get(&noun.key).and_then(Option::as_ref) == Some(&name.token.folded)
    }

    /// Whether the article ties an office to a name, and to no other: “the minister of trade, Ada Lind”.
    pub(super) fn is_office(&self, role: &Item, name: &Item) -> bool {
        let same = |one: &Item, other: &Item| one.key == other.key || same_word(one, other, self.language);
        if !role.office || self.steps.spent() {
            return false;
        }
        let mut tied = self.rows.iter().filter_map(|rows| rows.first()).flat_map(|row| {
            self.steps.take(row.items.len());
            let places = row.items.iter().enumerate().filter(|(_, item)| same(role, item));
            places.map(|(at, _)| {
                let behind = row.items.iter().skip(at + 1).take(OFFICE);
                let behind =
                    behind.take_while(|item| item.kind == Kind::Word && (!item.opens() || item.name));
                behind.filter(|item| item.name && item.before.preposition.is_none()).collect::<Vec<_>>()
            })
        });
        let mut found = false;
        let only = tied.all(|names| {
            let holds = names.iter().any(|other| same(name, other));
            found |= holds;
            holds || names.is_empty()
        });
        found && only
    }

    /// The words that name whoever a pronoun at the head of the sentence at `at` stands for.
    pub(super) fn antecedent(&self, at: usize) -> &[Item] {
        antecedent(self.rows.get(..at).unwrap_or_default())
    }
}

/// The words that name whoever a pronoun at the head of the sentence behind those of `rows` stands for.
pub(super) fn antecedent(rows: &[Vec<Row>]) -> &[Item] {
    for row in rows.iter().rev().take(BACK).filter_map(|rows| rows.first()) {
        if !row.pronoun {
            // “…”, said Ada Lind. She …
            let saying = row.sayings.iter().rfind(|saying| saying.behind);
            let speaker = saying.and_then(|saying| row.items.get(saying.chunk.clone()));
            let about = speaker.unwrap_or(&row.items);
            return if persons(&row.items) > 1 { &[] } else { subject(about) };
        }
    }
    &[]
}

/// How many names of two words or more a sentence has, offices not counted.
fn persons(items: &[Item]) -> usize {
    let name = |item: &Item| item.name && !item.time && !item.office;
    let starts = |at: usize| {
        let part = |at: usize| items.get(at).is_some_and(name);
        let joined =
            |at: usize| part(at) && items.get(at).is_some_and(|item| item.before == Before::default());
        part(at) && !(at > 0 && part(at - 1) && joined(at)) && joined(at + 1)
    };
    (0..items.len()).filter(|at| starts(*at)).count()
}

/// The name of whoever a sentence is about: the first of two words or more among its first, else the first.
fn subject(items: &[Item]) -> &[Item] {
    let names =
        |item: &Item| item.name && !item.time && item.before.preposition.is_none() && !item.token.owner;
    let end = items.len().min(SUBJECT);
    let mut runs = Vec::new();
    let mut start = 0;
    while start < end {
        let len = items.iter().skip(start).take_while(|item| names(item)).count();
        if len > 0 {
            runs.push(start..start + len);
        }
        start += len + 1;
    }
    let run = runs.iter().find(|run| run.len() > 1).or(runs.first());
    run.and_then(|run| items.get(run.clone())).unwrap_or_else(|| noun_phrase(items))
}

/// The words before the first that cannot be of the first noun phrase.
fn noun_phrase(items: &[Item]) -> &[Item] {
    let ends = |at: &usize| {
        items.get(*at).is_some_and(|item| {
            let tied = item.before.preposition.is_some();
            item.kind != Kind::Word
                || item.claimed
                || item.verb
                || tied
                || item.opens()
                || item.before.passive
        })
    };
    let end = (1..items.len()).find(ends).unwrap_or(items.len()).min(PHRASE);
    items
        .get(..end)
        .filter(|words| {
            let bounded =
                items.get(words.len()).is_some_and(|next| next.verb || next.before.preposition.is_some());
            words.first().is_some_and(|first| first.before.determined || bounded && first.token.first)
        })
        .unwrap_or_default()
}
