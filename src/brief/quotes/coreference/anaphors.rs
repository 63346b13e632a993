//! Whom a description means that tells nothing the article has told of anybody: “the striker”, “the Dane”, “the mother of
//! two”. It takes up somebody told of shortly before: whoever was introduced by the same noun, or the only one named.

use std::ops::Range;

use super::meant::Meant;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::Phrase;
use crate::people::callings;
use crate::people::index::Gender;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::{Mention, Sort};
use crate::people::roles::Description;
use crate::people::tokens::Kind;
use crate::text::is_letter;

/// Tokens before a description in which its noun is looked for.
const REACH: usize = 160;

/// Words between the article and the noun, and between the noun and the name, that introduce somebody.
const NEAR: usize = 6;

/// Paragraphs looked at for the only one named, that of the description with them.
const PARAGRAPHS: usize = 3;

/// Names looked at in those.
const MOST_NEAR: usize = 40;

/// Whom `phrase` takes up, as `asked` describes it.
pub(super) fn taken_up(document: &Document, phrase: &Phrase, asked: &Description) -> Meant {
    let stream = &document.stream;
    let (start, end) = (phrase.tokens.start, phrase.tokens.end);
    let last = end.saturating_sub(1);
    let called = end == start + 2 && callings::is_from_a_place(stream, last);
    let aged = aged(document, last) || parent(document, phrase);
    let taken = stream.is_keyword(last, Keyword::TakenUp);
    if !stream.has(start, Tags::DEFINITE)
        || !(asked.person || called || aged || taken)
        || asked.office.is_some()
    {
        return Meant::Nobody;
    }
    if let Some(meant) = introduced(document, phrase, &asked.head) {
        return meant;
    }
    let is = |keyword| end == start + 2 && stream.is_keyword(last, keyword);
    // `the three-time world champion`; `the former champion` may be anybody
    let more = taken && !asked.former && document.index.mentions_in(start..end).next().is_none();
    let simple = called || aged || is(Keyword::Somebody) || is(Keyword::TakenUp);
    if !(simple || more) {
        return Meant::Nobody;
    }
    let gender = asked.female.map(|female| if female { Gender::Female } else { Gender::Male });
    only_one_named(document, start, gender)
        .filter(|person| simple || opens_a_sentence(document, *person, start))
        .into()
}

/// True where a sentence shortly before the token `at` begins with the name of `person`.
fn opens_a_sentence(document: &Document, person: usize, at: usize) -> bool {
    let mut near = document.index.mentions_in(at.saturating_sub(REACH)..at);
    near.any(|mention| {
        mention.person == Some(person) && document.stream.sentence_of(mention.from).start == mention.from
    })
}

/// `the 43-year-old`
fn aged(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    let number = stream.get(at).is_some_and(|token| token.kind == Kind::Number);
    number && stream.word(at).contains(is_letter)
}

/// `the mother of two`, `the grandfather of nine`
fn parent(document: &Document, phrase: &Phrase) -> bool {
    let stream = &document.stream;
    let tokens = phrase.tokens.clone();
    let of = tokens.end.saturating_sub(2);
    tokens.len() >= 4
        && stream.has(of.saturating_sub(1), Tags::FEMALE_NOUN.or(Tags::MALE_NOUN))
        && stream.has(of, Tags::LINKING)
        && stream.has(of + 1, Tags::INDEFINITE)
}

/// Whoever `a trawlerman from the north`, `a Berliner named X`, `the Dutchman X` introduced before; nobody who has a name
/// where it tells none.
fn introduced(document: &Document, phrase: &Phrase, head: &str) -> Option<Meant> {
    let stream = &document.stream;
    let floor = phrase.tokens.start.saturating_sub(REACH);
    let same = |at: &usize| stream.is_word(*at) && stream.word(*at).eq_ignore_ascii_case(head);
    let noun = (floor..phrase.tokens.start).rev().find(|at| same(at) && introduces(document, *at))?;
    let range = noun + 1..(noun + 1 + NEAR).min(stream.sentence_of(noun).end);
    let named = document.index.mentions_in(range).find(|mention| mention.sort == Sort::Person);
    let named = named.filter(|mention| {
        let naming = |at: usize| stream.has(at, Tags::NAMING);
        mention.from == noun + 1
            || mention.from.checked_sub(2).is_some_and(|at| naming(at + 1) || naming(at) && at > noun)
    });
    Some(match named.and_then(|mention| mention.person) {
        Some(person) => Meant::One(person),
        None => Meant::Either,
    })
}

/// True for a noun behind an indefinite article, and for one right before a name.
fn introduces(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    let named = document.index.mention_at(at + 1).is_some_and(|mention| mention.name.start == at + 1);
    let closed = Tags::PREPOSITION.or(Tags::CONJUNCTION).or(Tags::AUX).or(Tags::CUE).or(Tags::DEFINITE);
    let mut before = (stream.sentence_of(at).start..at).rev().take(NEAR);
    let article =
        before.find(|before| !stream.is_word(*before) || stream.has(*before, closed.or(Tags::INDEFINITE)));
    named || article.is_some_and(|article| stream.has(article, Tags::INDEFINITE))
}

/// The only person named in the paragraph before the token `at`, or where nobody is, in the nearest before with anybody.
fn only_one_named(document: &Document, at: usize, gender: Option<Gender>) -> Option<usize> {
    let stream = &document.stream;
    let own = stream.get(at)?.paragraph;
    let floor = document.index.floor_of(at, MOST_NEAR).max(at.saturating_sub(REACH));
    for number in (0..=own).rev().take(PARAGRAPHS) {
        let paragraph = stream.paragraphs.get(number)?;
        let range = paragraph.start.max(floor)..paragraph.end.min(at);
        if another_told_of(document, &range) {
            return None;
        }
        let mut named = persons(document, range);
        let Some(first) = named.next() else { continue };
        let one = named.all(|person| person == first);
        let known = document.index.get(first)?.gender;
        let fits = gender.is_none() || known.is_none() || known == gender;
        return (one && fits).then_some(first);
    }
    None
}

/// True where the tokens `range` tell of somebody without a name: `another voter who`, `the former governor`.
fn another_told_of(document: &Document, range: &Range<usize>) -> bool {
    let stream = &document.stream;
    let person = |at: usize| stream.has(at, Tags::PERSON.or(Tags::WHO)) && !stream.is_capital(at);
    range.clone().any(|at| {
        let whose = stream.has(at, Tags::HIS.or(Tags::HER)) || stream.is_keyword(at, Keyword::Their);
        let opens = stream.has(at, Tags::DETERMINER)
            && !whose
            && at.checked_sub(1).is_none_or(|at| !stream.is(at, ','));
        let subject = opens && stream.sentence_of(at).start == at;
        let mut words = (at + 1..range.end).take(NEAR).take_while(|at| stream.is_word(*at));
        let named = document.index.mentions_in(at..range.end.min(at + NEAR)).next().is_some();
        subject && !named && words.any(person)
    })
}

/// Whoever is named in the tokens `range`: people, and whoever may be.
fn persons(document: &Document, range: Range<usize>) -> impl Iterator<Item = usize> {
    let index = &document.index;
    let somebody = |mention: &&Mention| {
        let known = mention.person.and_then(|person| index.get(person));
        let given = document.stream.has(mention.name.start, Tags::FIRST_NAME);
        mention.sort == Sort::Person
            && known.is_some_and(|known| known.words.len() > 1 || known.human && given)
            && !callings::is_called(&document.stream, mention.name.start)
    };
    index.mentions_in(range).filter(somebody).filter_map(|mention| mention.person)
}
