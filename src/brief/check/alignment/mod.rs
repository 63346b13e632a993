//! Whether the article says a sentence: its words stand in one sentence of the article in the same order and in the same
//! roles, or in two or three that are joined where clauses are.
//!
//! In: the tokens of a sentence, and the article. Out: yes or no. Who does what to whom is the order of words, the
//! prepositions before them, and whether something is done or suffered: what stands elsewhere or otherwise in the
//! article's sentence is not found. What is left out between the words may hold no negation, no word of chance, condition,
//! time or measure, no verb by which something is somebody's word, and no other clause with its subject. What somebody said
//! is told as said by the same. Nothing may be added but words without meaning of their own, and what the article tells of
//! the same noun or name elsewhere. Words may stand for one another where the language's tables say that they mean the
//! same: forms wherever they stand ([`section::EQUAL`](crate::languages::section::EQUAL)), words where the article's has no
//! other sense in its company (`words/meanings.rs`); numbers, names and what is kept never.
//! Where a language has a thesaurus, its clauses are read first and laid beside those of the article, in whatever order
//! they stand ([`frames`]).
//! Invariant: bounded by [`STEPS`] looks, whatever the sentence is.

mod agreement;
mod clauses;
mod elsewhere;
mod frames;
mod grammar;
mod orders;
mod roles;
mod search;
mod sides;
mod skip;
mod speaker;
mod told;
mod words;

use clauses::Row;
use orders::{asides, pronouns, rows};
pub(super) use told::Rows;
use told::{Calls, Statement, Told};
use words::item::{self, Item};
use words::items;
use words::lists::Lists;
use words::meanings::Senses;

use std::collections::HashMap;

use super::source::Source;
use super::words::Token;
use crate::text::Steps;

/// The most looks at a pair of words for one sentence.
pub(super) const STEPS: u64 = 1_500_000;
/// The most joints of a sentence that are tried.
const JOINTS: usize = 6;
/// The most words of “which somebody denied”, and how many sentences behind what was denied it stands at most.
const REPLY: usize = 6;
const LATER: usize = 3;
/// The most words of a sentence of the article that is read: a longer one is no sentence.
const LONGEST: usize = 250;
/// The most words of a subject that is told once for two verbs.
const SUBJECT: usize = 6;

/// What a part states and who says so, and whether its clauses are told as they stand.
type Reading<'a> = (&'a dyn Fn(&[Item]) -> Vec<Statement>, &'a dyn Fn(&[Item]) -> bool);

impl Rows {
    /// Reads the sentences of an article.
    pub(super) fn of(source: &Source) -> Self {
        let lists = Lists::of(source.language);
        let all: Vec<Vec<Item>> =
            source.sentences.iter().map(|sentence| items(&source.text, &sentence.tokens, source)).collect();
        let frames = frames::of_article(
            &all,
            |at| source.sentences.get(at).is_none_or(|own| own.inside),
            source.language,
        );
        let persons = all.iter().flat_map(|items| pronouns::persons(items)).collect();
        let mut read: Vec<Vec<Row>> = Vec::with_capacity(all.len());
        let mut senses: HashMap<usize, Senses> =
            frames.iter().flat_map(|frames| frames::senses(frames)).collect();
        for (sentence, mut items) in source.sentences.iter().zip(all) {
            for item in &mut items {
                if let Some(senses) = senses.remove(&item.token.span.start) {
                    item.senses = senses;
                }
            }
            if items.len() > LONGEST {
                read.push(Vec::new());
                continue;
            }
            let others = rows::others(&items, (told::antecedent(&read), &persons), lists);
            let all = std::iter::once(items).chain(others);
            read.push(all.map(|items| Row::of(items, sentence.inside, lists)).collect());
        }
        Self { calls: Calls::read(&read, lists), sentences: read, frames }
    }
}

/// Whether the article says the sentence of these tokens.
pub(super) fn says(sentence: &str, tokens: &[Token], source: &Source, rows: &Rows) -> bool {
    says_within(sentence, tokens, (source, rows), &Steps::most(STEPS))
}

/// The same, within some steps.
pub(super) fn says_within(
    sentence: &str,
    tokens: &[Token],
    (source, rows): (&Source, &Rows),
    steps: &Steps,
) -> bool {
    let own = items(sentence, tokens, source);
    let in_frames = |own: &[Item]| {
        let readings = frames::of_sentence(own, source.language);
        readings.iter().any(|own| frames::is_told(own, &rows.frames, source.language, steps))
    };
    // each part is read anew
    let part_in_frames = |part: &[Item], order: usize| {
        steps.take(part.len() * part.len());
        order == 0 && !steps.spent() && in_frames(part)
    };
    if in_frames(&own) {
        return true;
    }
    let lists = Lists::of(source.language);
    let told = Told { rows: &rows.sentences, calls: &rows.calls, language: source.language, steps };
    rows::variants(&own, lists).iter().enumerate().any(|(order, (own, undone))| {
        let whole = rows::statements(own, *undone, lists);
        let said = |statement: &Statement| {
            let by_the_same = |part: &[Item]| vec![Statement { words: part.to_vec(), ..statement.clone() }];
            is_told(statement, &told) || in_parts(&statement.words, &told, (&by_the_same, &|_| false))
        };
        let by_whom = |part: &[Item]| match order {
            0 => {
                let all = rows::variants(part, lists);
                all.iter().flat_map(|(part, undone)| rows::statements(part, *undone, lists)).collect()
            }
            _ => rows::statements(part, false, lists),
        };
        whole.iter().any(said)
            || (order == 0 || whole.iter().any(|statement| statement.speaker.is_some()))
                && in_parts(own, &told, (&by_whom, &|part| part_in_frames(part, order)))
            || is_echoed(own, lists, &told)
    })
}

fn is_told(statement: &Statement, told: &Told) -> bool {
    { (0..told.rows.len()).take_while(|_| !told.steps.spent()) }
        .any(|sentence| is_told_in(statement, sentence, told))
}

fn is_told_in(statement: &Statement, sentence: usize, told: &Told) -> bool {
    let rows = told.rows.get(sentence).map(Vec::as_slice).unwrap_or_default();
    rows.iter().any(|row| search::is_found(statement, row, sentence, told))
}

/// Whether “…, which somebody denied” is told: before the mark, and that somebody denied it a little later.
fn is_echoed(own: &[Item], lists: &Lists, told: &Told) -> bool {
    let Some(at) = (2..own.len())
        .rev()
        .find(|at| own.get(*at).is_some_and(|item| item.before.opened && item.before.parted))
    else {
        return false;
    };
    let (before, behind) = own.split_at_checked(at).unwrap_or_default();
    let mut words = behind.to_vec();
    if let Some(first) = words.first_mut() {
        first.before = item::Before { determined: first.before.determined, ..item::Before::default() };
    }
    let reply = Statement { words, speaker: None, verb: None, part: false, undone: false };
    let replied = (0..told.rows.len()).filter(|sentence| {
        let rows = told.rows.get(*sentence).map(Vec::as_slice).unwrap_or_default();
        rows.iter().any(|row| {
            let alone = row
                .items
                .iter()
                .filter(|item| !reply.words.iter().any(|own| agreement::same_word(own, item, told.language)));
            let echo = |item: &Item| {
                lists.echoes.contains(&item.token.folded) || before.iter().any(|own| own.key == item.key)
            };
            alone.take_while(|item| !item.opens()).all(echo) && search::is_found(&reply, row, *sentence, told)
        })
    });
    let replied: Vec<usize> = replied.collect();
    let claims = rows::statements(before, false, lists);
    reply.words.len() <= REPLY
        && claims.iter().any(|claim| {
            let before =
                |reply: &usize| (1..=LATER).filter_map(|back| reply.checked_sub(back)).collect::<Vec<_>>();
            replied.iter().flat_map(before).any(|sentence| is_told_in(claim, sentence, told))
        })
}

/// Whether words are told in two or three parts.
fn in_parts(own: &[Item], told: &Told, (state, in_frames): Reading) -> bool {
    let is_told = |part: &[Item], verb: Option<usize>| {
        let whole =
            state(part).into_iter().map(|statement| Statement { verb, part: verb.is_none(), ..statement });
        { whole }.any(|statement| is_told(&statement, told)) || in_frames(part)
    };
    let split = splits(own).iter().any(|parts| {
        let first = parts.first().map(Vec::as_slice).unwrap_or_default();
        parts.iter().enumerate().all(|(at, part)| {
            begins_with_a_subject(part) && is_told(part, None)
                || subjects(first, at > 0)
                    .into_iter()
                    .any(|subject| is_told(&[subject.as_slice(), part].concat(), Some(subject.len())))
        })
    });
    let apposed = asides::apposed(own).is_some_and(|(rest, run)| told.is_what(&run) && is_told(&rest, None));
    split || apposed || asides::parts(own).is_some_and(|parts| parts.iter().all(|part| is_told(part, None)))
}

fn begins_with_a_subject(part: &[Item]) -> bool {
    part.first().is_some_and(|first| first.name || first.before.determined || first.kind != item::Kind::Word)
}

/// The words with which a part begins and that may be the subject of the next too.
fn subjects(part: &[Item], wanted: bool) -> Vec<Vec<Item>> {
    if !wanted {
        return Vec::new();
    }
    let names = part.iter().take(SUBJECT).take_while(|item| !item.opens() || item.name);
    let named = names.enumerate().filter(|(_, item)| item.name && item.before.preposition.is_none());
    match named.last() {
        Some((last, _)) => vec![part.iter().take(last + 1).cloned().collect()],
        None => (1..=2).map(|len| part.iter().take(len).cloned().collect()).collect(),
    }
}

/// The parts of a row between joints: one joint, or two.
fn splits(own: &[Item]) -> Vec<Vec<Vec<Item>>> {
    let is_joint = |at: &usize| {
        own.get(*at).is_some_and(|item| {
            let subject = item.name || item.before.determined;
            !item.before.opened && !item.said() && (item.before.joint || item.before.parted && subject)
        })
    };
    let joints: Vec<usize> = (2..own.len().saturating_sub(1)).filter(is_joint).take(JOINTS).collect();
    let pairs = joints
        .iter()
        .enumerate()
        .flat_map(|(at, one)| joints.iter().skip(at + 1).map(move |other| vec![*one, *other]));
    let cut = |joints: Vec<usize>| {
        let mut start = 0;
        let mut parts = Vec::new();
        for end in joints.into_iter().chain([own.len()]) {
            let mut part = own.get(start..end).unwrap_or_default().to_vec();
            if let Some(first) = part.first_mut() {
                first.before.joint = false;
                first.before.parted = false;
            }
            parts.push(part);
            start = end;
        }
        parts
    };
    joints.iter().map(|joint| vec![*joint]).chain(pairs).map(cut).collect()
}
