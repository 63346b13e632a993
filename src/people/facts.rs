//! What an article says of the people it names: “Russian Foreign Minister X”, “X, the Russian foreign minister”,
//! “the foreign minister, X”, “X is the foreign minister”.

use std::ops::Range;

use super::complement::{complement, takes_of};
use super::human::{is_aged_or_acts, is_taken_up, is_tied};
use super::index::Index;
use super::lexicon::{Keyword, Tags};
use super::names::Sort;
use super::roles;
use super::stream::Stream;

/// Longest description read, in tokens.
const LONGEST: usize = 14;

/// Most words of whose office it is.
const OWNER: usize = 3;

/// Adds to each person of `index` what the article says of them.
pub fn collect(stream: &Stream, index: &mut Index) {
    for number in 0..index.mentions.len() {
        let Some(mention) = index.mentions.get(number) else { continue };
        let Some(person) = mention.person else { continue };
        if mention.sort != Sort::Person {
            continue;
        }
        let (name, from) = (mention.name.clone(), mention.from);
        let facts = [
            before(stream, index, from, name.start).and_then(|range| untitled(stream, range)),
            after(stream, index, name.end),
            stated(stream, name.end),
            apposed(stream, from).filter(|_| !is_first_of_two(stream, name.end)),
        ];
        for range in facts.into_iter().flatten().filter(|range| !of_body(stream, range)) {
            let mut fact = roles::describe(stream, &unowned(stream, range.clone()));
            if fact.bare && range.end <= name.start && !takes_of(stream, range.start) {
                fact.of = complement(stream, index, name.end).map(|range| stream.span(&range));
            }
            if let Some(person) = index.persons.get_mut(person) {
                person.human = true;
                if person.roles.len() < 12 && !person.roles.contains(&fact) {
                    person.roles.push(fact);
                }
            }
        }
        let quoted = from.checked_sub(1).is_some_and(|before| stream.is_quote(before));
        let verb = if quoted { Tags::CUE } else { Tags::STRONG };
        let subject = stream.has(name.end, verb) && !stream.has(name.end, Tags::AMBIGUOUS);
        // `the Kremlin said`, `a man in Accounts said`
        let the = from
            .checked_sub(1)
            .is_some_and(|before| stream.has(before, Tags::DETERMINER) || is_tied(stream, before));
        let taken_up = name.len() > 1 && is_taken_up(stream, index, &name);
        if (subject && !the || taken_up || is_aged_or_acts(stream, name.end))
            && let Some(person) = index.persons.get_mut(person)
        {
            person.human = true;
        }
    }
}

/// True for a description that only a body can have: `news agency`; not `agency head`.
fn of_body(stream: &Stream, description: &Range<usize>) -> bool {
    let person = Tags::PERSON.or(Tags::OFFICE).or(Tags::TITLE);
    description.clone().any(|at| stream.has(at, Tags::ORGANISATION))
        && !description.clone().any(|at| stream.has(at, person) && !stream.has(at, Tags::ORGANISATION))
}

/// `his sister`, `its mayor`: without the pronoun, which tells nothing away from its sentence.
fn unowned(stream: &Stream, range: Range<usize>) -> Range<usize> {
    let owner = stream.is_keyword(range.start, Keyword::Possessive) && range.len() > 1;
    range.start + usize::from(owner)..range.end
}

/// A description without the titles and marks at its end: `Senior author Dr.`
fn untitled(stream: &Stream, range: Range<usize>) -> Option<Range<usize>> {
    let is_title =
        |at: &usize| !stream.is_word(*at) || stream.has(*at, Tags::TITLE) && stream.is_capital(*at);
    let last = range.clone().rev().find(|at| !is_title(at))?;
    Some(range.start..last + 1)
}

fn person_word(stream: &Stream, at: usize) -> bool {
    // written small `brother` and `father` are no titles
    let kin = stream.has(at, Tags::PERSON) && !stream.is_capital(at);
    let title = stream.has(at, Tags::HONORIFIC.or(Tags::MISTER).or(Tags::MISSUS));
    // `his first Olympics`
    let order = stream.has(at, Tags::STOP) && !stream.has(at, Tags::PERSON) && !stream.is_capital(at);
    !order && stream.has(at, Tags::PERSON.or(Tags::OFFICE)) && (kin || !title)
}

/// Role words right before the name, small or capital.
fn before(stream: &Stream, index: &Index, from: usize, name: usize) -> Option<Range<usize>> {
    let sentence = stream.sentence_of(name);
    let office = office_of(stream, name, sentence.start);
    if stream.lexicon.inverts && office.is_some() {
        return office.map(|office| office..name);
    }
    let from = office.unwrap_or(from);
    let mut start = from;
    let small = from
        .checked_sub(1)
        .is_some_and(|at| at >= sentence.start && stream.is_word(at) && person_word(stream, at));
    if !small && !(from..name).any(|at| person_word(stream, at)) {
        return None;
    }
    let closed = Tags::AUX
        .or(Tags::DETERMINER)
        .or(Tags::CONJUNCTION)
        .or(Tags::PRONOUN)
        .or(Tags::PREPOSITION)
        .or(Tags::ADVERB);
    while let Some(at) = start.checked_sub(1) {
        let fits = at >= sentence.start
            && name - at <= LONGEST
            && stream.is_word(at)
            && !(at < from && another_person(stream, index, at))
            && (!stream.has(at, closed) || person_word(stream, at))
            && !is_finite(stream, at)
            && (!stream.has(at, Tags::CUE)
                || person_word(stream, at)
                || stream.has(at, Tags::AMBIGUOUS) && !stream.has(at, Tags::STRONG));
        if !fits {
            break;
        }
        start = at;
    }
    Some(behind_the_day(stream, start..name, sentence.start))
}

/// `An injury prevented midfielder X`: an unknown past behind its subject. Behind an adverb it is a participle: `newly
/// elected`.
fn is_finite(stream: &Stream, at: usize) -> bool {
    let unknown =
        |at: usize| stream.get(at).is_some_and(|token| token.tags == Tags::NONE && !token.is_capital());
    let past = !stream.is_capital(at) && stream.ends_as(at, Keyword::PastEnding) && !person_word(stream, at);
    // `the president appointed prosecutor X`
    let somebody = |at: usize| {
        let noun = Tags::PERSON.or(Tags::OFFICE).or(Tags::ORGANISATION);
        stream.has(at, noun) && !stream.get(at).is_some_and(|token| token.possessive)
    };
    let noun = |at: usize| {
        stream.is_word(at)
            && (unknown(at) || somebody(at) || stream.is_capital_name(at) && !stream.has(at, Tags::ADVERB))
            && !stream.ends_as(at, Keyword::PastEnding)
    };
    past && at.checked_sub(1).is_some_and(|before| before >= stream.sentence_of(at).start && noun(before))
}

/// A description without the day it is told on: `on Monday Foreign Minister X`. A paper named for a day keeps it.
fn behind_the_day(stream: &Stream, role: Range<usize>, sentence: usize) -> Range<usize> {
    let led = |at: usize| {
        at == sentence
            || !stream.is_capital(at)
            || at
                .checked_sub(1)
                .is_some_and(|before| stream.has(before, Tags::PREPOSITION.or(Tags::DETERMINER)))
    };
    let is_day = |at: &usize| {
        stream.has(*at, Tags::TIME)
            && led(*at)
            && (at + 1..role.end).any(|behind| person_word(stream, behind))
    };
    let day = role.clone().rev().find(is_day);
    day.map_or(role.clone(), |day| day + 1..role.end)
}

/// `Secretary of State X`, `la ministra de Exteriores X`: where the office begins that ends at the name at `name`, not
/// before `floor`; its complement is tied to it by the next word.
#[must_use]
pub fn office_of(stream: &Stream, name: usize, floor: usize) -> Option<usize> {
    let floor = floor.max(name.saturating_sub(6));
    let link =
        (floor..name).rev().take_while(|at| stream.is_word(*at)).find(|at| stream.has(*at, Tags::LINKING))?;
    let head = if stream.lexicon.inverts { Tags::OFFICE } else { Tags::OFFICE.or(Tags::PERSON) };
    let office = link.checked_sub(1).filter(|at| *at >= floor && stream.has(*at, head))?;
    let mut complement = link + 1..name;
    let closed = Tags::CUE.or(Tags::AUX).or(Tags::PRONOUN).or(Tags::CONJUNCTION).or(Tags::PREPOSITION);
    let tied = if stream.lexicon.inverts {
        complement.clone().all(|at| !stream.has(at, closed))
    } else {
        // in `friend of President X` and `minister of X` the person is the complement
        let holder = stream.is_capital(office) && stream.has(office, Tags::PERSON);
        // `China's ambassador to Britain X`: no person is a place
        let posted = complement.clone().all(|at| stream.is_capital(at) && stream.has(at, Tags::PLACE));
        let charge = complement.clone().all(|at| in_charge_of(stream, at));
        posted
            || charge
            || holder
                && complement.all(|at| {
                    stream.is_capital(at) && !(stream.has(at, Tags::PERSON) && stream.has(at, Tags::OFFICE))
                })
    };
    (tied && link + 1 < name).then_some(office)
}

/// True for a small word that tells what somebody is in charge of: `staff`, `foreign affairs`; no body whose name may
/// follow, as `agency`.
fn in_charge_of(stream: &Stream, at: usize) -> bool {
    let other = Tags::CUE.or(Tags::AUX).or(Tags::DETERMINER).or(Tags::PRONOUN).or(Tags::PREPOSITION);
    let noun = !stream.has(at, other.or(Tags::PERSON).or(Tags::ORGANISATION));
    stream.is_word(at) && !stream.is_capital(at) && (noun || stream.is_keyword(at, Keyword::Charge))
}

/// True at another person's name, and at a small word of no class before a capital: there the clause before ends.
fn another_person(stream: &Stream, index: &Index, at: usize) -> bool {
    let named = index.mention_at(at).is_some_and(|mention| mention.sort == Sort::Person)
        && !stream.get(at).is_some_and(|token| token.possessive);
    let plain = stream.get(at).is_some_and(|token| token.tags == Tags::NONE && !token.is_capital())
        && !roles::is_past(stream.word(at));
    named || plain && stream.is_capital(at + 1)
}

/// `, the Russian foreign minister,` after the name.
fn after(stream: &Stream, index: &Index, end: usize) -> Option<Range<usize>> {
    let start = end + 1;
    let opens = stream.has(start, Tags::DETERMINER)
        || stream.is_word(start) && person_word(stream, start)
        || stream.has(start, Tags::PLACE)
        || owner_opens(stream, start);
    if !stream.is(end, ',') || !opens {
        return None;
    }
    let sentence = stream.sentence_of(end);
    let stop = (start..(start + LONGEST).min(sentence.end)).find(|at| {
        !stream.is_word(*at)
            || stream.has(*at, Tags::PRONOUN)
            || stream.has(*at, Tags::AUX) && !stream.get(*at).is_some_and(|token| token.possessive)
    });
    let stop = stop.unwrap_or((start + LONGEST).min(sentence.end));
    let head_end = (start..stop).find(|at| *at > start && stream.has(*at, Tags::PREPOSITION)).unwrap_or(stop);
    let role = (start..head_end).any(|at| person_word(stream, at));
    let another = (start..head_end).any(|at| {
        index
            .mention_at(at)
            .is_some_and(|mention| mention.sort == Sort::Person && mention.name.end == head_end)
    });
    // `X, an adviser to Y said`
    let says = |at: usize| {
        let noun = Tags::AMBIGUOUS.or(Tags::PERSON);
        let doing = stream.ends_as(at, Keyword::ParticipleEnding);
        stream.has(at, Tags::STRONG) && !stream.has(at, noun) && !doing
    };
    let verb = (head_end..stop).find(|at| says(*at)).unwrap_or(stop);
    (role && !another).then_some(start..verb)
}

/// `Lakeland’s`, `New Lakeland’s`: whose office follows.
fn owner_opens(stream: &Stream, start: usize) -> bool {
    let capitals = (start..start + OWNER).take_while(|at| stream.is_word(*at) && stream.is_capital(*at));
    capitals.filter_map(|at| stream.get(at)).any(|token| token.possessive)
}

/// `The ministers of Noland and Otherland, X and Y`: the name that ends at `end` is one of two, whose office is told of both.
fn is_first_of_two(stream: &Stream, end: usize) -> bool {
    stream.has(end, Tags::CONJUNCTION) && stream.is_capital_name(end + 1)
}

/// `is the foreign minister` after the name.
fn stated(stream: &Stream, end: usize) -> Option<Range<usize>> {
    let start = end + 1;
    if !stream.has(end, Tags::COPULA) || !stream.has(start, Tags::DETERMINER) {
        return None;
    }
    let sentence = stream.sentence_of(end);
    let stop = (start..(start + LONGEST).min(sentence.end)).find(|at| !stream.is_word(*at)).unwrap_or(start);
    let head_end = (start..stop).find(|at| stream.has(*at, Tags::PREPOSITION)).unwrap_or(stop);
    (start..head_end).any(|at| person_word(stream, at)).then_some(start..stop)
}

/// `The foreign minister, ` before the name.
fn apposed(stream: &Stream, from: usize) -> Option<Range<usize>> {
    let comma = from.checked_sub(1).filter(|at| stream.is(*at, ','))?;
    let sentence = stream.sentence_of(from);
    let mut start = comma;
    while let Some(at) = start.checked_sub(1) {
        if at < sentence.start
            || !stream.is_word(at)
            || comma - at > LONGEST
            || stream.has(at, Tags::CUE.or(Tags::AUX)) && !person_word(stream, at)
        {
            break;
        }
        start = at;
        if stream.has(at, Tags::DEFINITE) || stream.get(at).is_some_and(|token| token.possessive) {
            let head_end = (start..comma).find(|at| stream.has(*at, Tags::PREPOSITION)).unwrap_or(comma);
            return head_end.checked_sub(1).filter(|head| person_word(stream, *head)).map(|_| start..comma);
        }
    }
    None
}
