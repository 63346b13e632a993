//! What a text knows of those it names and describes.

use std::collections::HashMap;

use super::super::grammar::chunk::Chunk;
use super::super::words::item::{Item, Kind};
use super::super::words::lists::Lists;
use super::super::words::meanings::{self, Form};
use super::frame::Frame;

/// The most words of a phrase that another stands for, and the most other words that are known for one name: what is
/// more is no name, and each is copied where it is told.
pub(super) const LONGEST: usize = 12;

/// What the text says of each name: the words told with it, everywhere.
pub(super) fn known(all: &[Vec<Frame>], lists: &Lists) -> HashMap<String, Chunk> {
    let mut found: HashMap<String, Chunk> = HashMap::new();
    let told = all.iter().flatten().flat_map(|frame| &frame.arguments).map(|argument| &argument.chunk);
    // “the blockade of the Isle of Arn”
    let within = |chunk: &Chunk| of_whom(chunk, lists).filter(|part| part.head_at(lists) == 0);
    for chunk in told.flat_map(|chunk| std::iter::once(chunk.clone()).chain(within(chunk))) {
        let chunk = &chunk;
        let Some(name) = chunk.name(lists) else { continue };
        let entry = found.entry(name.to_owned()).or_default();
        for part in std::iter::once(chunk).chain(&chunk.apposed) {
            if part.words.len() > LONGEST || entry.apposed.len() > LONGEST {
                continue;
            }
            let known =
                |word: &Item| entry.all_words().any(|own| own.key == word.key && own.form == word.form);
            if !entry.words.is_empty() && part.kept.is_empty() && part.words.iter().all(known) {
                continue;
            }
            for class in &part.kept {
                if !entry.kept.contains(class) {
                    entry.kept.push(class.clone());
                }
            }
            let longer = part.words.len() > entry.words.len() && part.name(lists) == Some(name);
            let mut words = part.words.clone();
            if entry.words.is_empty() || longer {
                words = std::mem::replace(&mut entry.words, words);
            }
            entry.apposed.push(Chunk { words, ..Chunk::default() });
        }
    }
    found
}

/// What the text knows of whoever a phrase names, or describes where it describes nobody else so.
pub(super) fn named(
    chunk: &Chunk,
    known: &HashMap<String, Chunk>,
    titles: &Titles,
    lists: &Lists,
) -> Option<Chunk> {
    if let Some(name) = chunk.name(lists) {
        return known.get(name).cloned();
    }
    let office = chunk.head(lists).is_some_and(|head| head.office);
    let short = chunk.words.len() <= 2 && !chunk.words.iter().any(|word| word.name);
    named_thing(chunk, known, titles, lists).filter(|_| office || short)
}

/// What the text knows of the only one whom words with “the” describe.
pub(super) fn named_thing(
    chunk: &Chunk,
    known: &HashMap<String, Chunk>,
    titles: &Titles,
    lists: &Lists,
) -> Option<Chunk> {
    let head = chunk.head(lists).filter(|head| !head.name)?;
    chunk.words.first().filter(|first| first.before.determined && !first.before.indefinite)?;
    let holders: Vec<&String> =
        keys(head).filter_map(|key| titles.get(&key)).flatten().take(LONGEST).collect();
    let is = |word: &Item, own: &Item| {
        own.key == word.key || word.key == head.key && meanings::alike(&word.senses, &own.senses)
    };
    let mut fits = holders
        .iter()
        .enumerate()
        .filter(|(at, name)| !holders.iter().take(*at).any(|other| other == *name))
        .filter_map(|(_, name)| known.get(*name))
        .filter(|other| chunk.words.iter().all(|word| other.all_words().any(|own| is(word, own))));
    fits.next().filter(|_| fits.next().is_none()).cloned()
}

/// The names of those whom each word for somebody is told of.
pub(super) type Titles = HashMap<String, Vec<String>>;

/// Which names a word for somebody is told of: “agency head Ada Lind” tells of a head, not of an agency.
pub(super) fn titles(known: &HashMap<String, Chunk>) -> Titles {
    let mut found = Titles::new();
    for (name, chunk) in known {
        for part in std::iter::once(chunk).chain(&chunk.apposed) {
            // “the head of the company” tells of a head, “the share price of the company, Selma Bau” of a company
            let of =
                part.words.iter().skip(1).position(|word| word.before.preposition.is_some()).map(|at| at + 1);
            let office = of.is_some_and(|of| part.words.iter().take(of).any(|word| word.office));
            for (at, word) in part.words.iter().enumerate().take(of.filter(|_| office).unwrap_or(usize::MAX))
            {
                let next = part.words.get(at + 1);
                let is =
                    next.is_none_or(|next| next.name && !next.office || next.before.preposition.is_some());
                for key in keys(word).filter(|_| is) {
                    let names = found.entry(key).or_default();
                    if !names.contains(name) && names.len() <= LONGEST {
                        names.push(name.clone());
                    }
                }
            }
        }
    }
    found
}

/// What a word for somebody is looked up by: itself, and what else means the same.
fn keys(word: &Item) -> impl Iterator<Item = String> {
    let lines = word.senses.iter().filter(|sense| sense.shared && sense.form == Form::One);
    std::iter::once(word.key.clone()).chain(lines.map(|sense| format!("#{}", sense.line)))
}

/// The last word of the name whose a phrase is: “Orsk's spokeswoman”.
pub(super) fn owner(chunk: &Chunk) -> Option<&str> {
    let owner = chunk.words.iter().find(|word| word.token.owner && word.name);
    owner.map(|owner| owner.token.folded.as_str())
}

/// What stands behind “of” in a phrase.
pub(super) fn of_whom(chunk: &Chunk, lists: &Lists) -> Option<Chunk> {
    let of = |item: &Item| lists.of.is_some() && item.before.preposition == lists.of;
    let at = chunk.words.iter().position(of).filter(|_| chunk.words.len() <= LONGEST)?;
    Some(Chunk { words: chunk.words.iter().skip(at).cloned().collect(), ..Chunk::default() })
}

/// What the text says most of each noun, where it says nothing else of it anywhere.
pub(super) fn nouns(all: &[Vec<Frame>], lists: &Lists) -> HashMap<String, Option<Chunk>> {
    let mut found: HashMap<String, Option<Chunk>> = HashMap::new();
    let all = all.iter().flatten().flat_map(|frame| &frame.arguments).map(|argument| &argument.chunk);
    for chunk in all.filter(|chunk| chunk.name(lists).is_none() && !chunk.is_quote()) {
        let Some(head) = chunk.head(lists) else { continue };
        let entry = found.entry(head.key.clone()).or_insert_with(|| Some(chunk.clone()));
        let Some(longest) = entry else { continue };
        if !is_within(chunk, longest) {
            let longer = is_within(longest, chunk);
            *entry = longer.then(|| chunk.clone());
        }
    }
    found
}

/// Whether a phrase says nothing that another does not, and is counted as it.
fn is_within(chunk: &Chunk, other: &Chunk) -> bool {
    let plain =
        |chunk: &Chunk| chunk.kept.is_empty() && !chunk.words.iter().any(|word| word.kind == Kind::Number);
    let holds = |word: &Item| other.words.iter().any(|own| own.key == word.key && own.form == word.form);
    plain(chunk) && plain(other) && chunk.words.iter().all(holds)
}

/// What the text says more of a noun that stands alone: “the agency” of “the refugee agency”.
pub(super) fn described(
    chunk: &Chunk,
    nouns: &HashMap<String, Option<Chunk>>,
    lists: &Lists,
) -> Option<Chunk> {
    let first = chunk.words.first().filter(|first| first.before.determined && !first.before.indefinite)?;
    let longest = nouns.get(&chunk.head(lists)?.key)?.as_ref()?;
    let longer = chunk.words.len() + 1..=LONGEST;
    (!first.name && longer.contains(&longest.words.len())).then(|| longest.clone())
}

/// The same of whose a phrase is: “the authority's director” of “the port authority”.
pub(super) fn described_owner(
    chunk: &Chunk,
    nouns: &HashMap<String, Option<Chunk>>,
    lists: &Lists,
) -> Option<Chunk> {
    let owner = chunk.words.iter().position(|word| word.token.owner && !word.name);
    let ahead = owner.and_then(|at| chunk.words.get(..=at)).map(<[Item]>::to_vec);
    let words = ahead.or_else(|| of_whom(chunk, lists).map(|part| part.words))?;
    described(&Chunk { words, ..Chunk::default() }, nouns, lists)
}
