//! Pronouns of a row as whoever they stand for, where only one can be meant.

use std::collections::HashSet;

use super::super::agreement::is_of_a_name;
use super::super::words::Pronoun;
use super::super::words::item::{Before, Item, Kind};

/// The most words of whoever a pronoun stands for.
const LONGEST: usize = 5;

/// A noun phrase before a pronoun.
struct Phrase<'a> {
    words: &'a [Item],
    person: bool,
}

/// The row with its pronouns told; `before` is whoever the sentence before is about. None where none can be told.
///
/// `persons` are the names by which people are known.
pub(in crate::brief::check::alignment) fn told(
    items: &[Item],
    before: &[Item],
    persons: &HashSet<String>,
) -> Option<Vec<Item>> {
    let mut row: Vec<Item> = Vec::with_capacity(items.len());
    let mut changed = false;
    for (at, item) in items.iter().enumerate() {
        match item.before.stands.filter(|_| !item.token.quoted) {
            Some(pronoun) => {
                let who = antecedent(items.get(..at).unwrap_or_default(), pronoun, (before, persons));
                changed |= who.is_some();
                row.extend(replaced(item, pronoun, who));
            }
            None => row.push(item.clone()),
        }
    }
    changed.then_some(row)
}

/// The word behind a pronoun, with whoever it stands for in front.
fn replaced(item: &Item, pronoun: Pronoun, who: Option<&[Item]>) -> Vec<Item> {
    let Some((first, others)) = who.and_then(<[Item]>::split_first) else { return vec![item.clone()] };
    let small = Before { stands: None, pronoun: false, helped: false, passive: false, ..item.before.clone() };
    let small = Before { determined: first.before.determined, ..small };
    let mut row = vec![Item { before: small, ..first.clone() }];
    row.extend(others.iter().cloned());
    if pronoun.owns
        && let Some(last) = row.last_mut()
    {
        last.token.owner = true;
    }
    let Before { helped, passive, .. } = item.before;
    let verb = item.verb || !pronoun.owns && helped;
    row.push(Item { before: Before { passive, helped, ..Before::default() }, verb, ..item.clone() });
    row
}

/// The only one before a pronoun whom it may stand for.
fn antecedent<'a>(
    items: &'a [Item],
    pronoun: Pronoun,
    (before, persons): (&'a [Item], &HashSet<String>),
) -> Option<&'a [Item]> {
    let is_person = |words: &[Item]| is_person(words) || is_known(words, persons);
    let found: Vec<Phrase> =
        phrases(items).into_iter().map(|words| Phrase { words, person: is_person(words) }).collect();
    // a body whose name looks like a person's may be meant by “it” as well as by nobody
    let fits = |phrase: &&Phrase| match pronoun {
        Pronoun { many: true, .. } => true,
        Pronoun { person: true, .. } => phrase.person || is_plain_name(phrase),
        _ => !phrase.person || !has_an_office(phrase),
    };
    let fit: Vec<&Phrase> = found.iter().filter(fits).collect();
    // “the League needs a partner: it holds …”
    let subject = fit.first().filter(|first| {
        !pronoun.owns
            && items
                .first()
                .is_some_and(|head| first.words.first().is_some_and(|word| std::ptr::eq(word, head)))
            && fit.iter().skip(1).all(|other| other.words.first().is_some_and(|word| word.before.indefinite))
    });
    match fit.as_slice() {
        [only] => (pronoun.many || only.person <= pronoun.person).then_some(only.words),
        _ if subject.is_some() => subject.map(|subject| subject.words),
        [] if !before.is_empty() && items.iter().all(|item| item.time) => {
            let person = is_person(before);
            (pronoun.many || person == pronoun.person).then_some(before)
        }
        _ => None,
    }
}

fn has_an_office(phrase: &Phrase) -> bool {
    phrase.words.iter().any(|item| item.office)
}

/// Whether a name is told of which nobody knows whether it is a person's.
fn is_plain_name(phrase: &Phrase) -> bool {
    matches!(phrase.words, [only] if only.name && !only.before.determined)
}

/// The last names of those who are told with another name or an office.
pub(in crate::brief::check::alignment) fn persons(items: &[Item]) -> impl Iterator<Item = String> + '_ {
    let known = phrases(items).into_iter().filter(|words| is_person(words));
    known.filter_map(|words| words.iter().rfind(|item| item.name)).map(|item| item.token.folded.clone())
}

fn is_known(words: &[Item], persons: &HashSet<String>) -> bool {
    matches!(words, [only] if only.name && persons.contains(&only.token.folded))
}

fn is_person(words: &[Item]) -> bool {
    let role = |item: &Item| item.office;
    let names = words.iter().filter(|item| item.name && !role(item)).count();
    words.iter().any(role) && names > 0
        || names > 1
            && words.iter().all(is_of_a_name)
            && !words.first().is_some_and(|first| first.before.determined)
}

/// The noun phrases of words that hang on no preposition: names with their offices, and nouns behind an article.
fn phrases(items: &[Item]) -> Vec<&[Item]> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(item) = items.get(at) {
        let begins = item.kind == Kind::Word
            && !item.time
            && !item.verb
            && item.before.preposition.is_none()
            && (is_of_a_name(item) || item.before.determined);
        if !begins {
            at += 1;
            continue;
        }
        let joins = |next: &&Item| {
            next.kind == Kind::Word
                && !next.time
                && !next.verb
                && next.before == Before::default()
                && !next.claimed
        };
        let named = item.name || is_of_a_name(item);
        let ends = |next: &&Item| joins(next) && (!named || is_of_a_name(next));
        let len = 1 + items.iter().skip(at + 1).take(LONGEST - 1).take_while(ends).count();
        let words = items.get(at..at + len).unwrap_or_default();
        if !words.last().is_some_and(|last| last.token.owner) {
            found.push(words);
        }
        at += len;
    }
    found
}
