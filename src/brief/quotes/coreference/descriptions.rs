//! Whom a description means: “the foreign minister”, by the article's own words and by the dated table of offices.

use std::cell::OnceCell;

use super::anaphors;
use super::meant::Meant;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::Phrase;
use crate::people::index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::offices::{self, Country, Holder, Office, read_role};
use crate::people::roles::{self, Description};
use crate::text::FastMap;

/// Names looked at before a description that fits several; it bounds the work.
const MOST_NEAR: usize = 40;

/// What is worked out once for an article, when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    /// Persons of the article with the office that its own words give them.
    seats: OnceCell<Vec<(usize, (Country, Office))>>,
    /// Persons of the article who held an office of the dated table when it was published.
    incumbents: OnceCell<Vec<(usize, &'static Holder)>>,
    /// The persons of the article by their last word, in lower case.
    by_last_word: OnceCell<FastMap<String, Vec<usize>>>,
}

/// The one person a definite description fits.
pub(crate) fn description(document: &Document, offices: &Offices, phrase: &Phrase) -> Meant {
    let stream = &document.stream;
    if stream.has(phrase.tokens.start, Tags::HIS.or(Tags::HER))
        || stream.is_keyword(phrase.tokens.start, Keyword::Their)
    {
        return Meant::Nobody;
    }
    let asked = roles::describe(stream, &phrase.tokens);
    let ends = |keyword| stream.lexicon.keywords.end(keyword, &asked.head);
    if ends(Keyword::PluralEnding) && !ends(Keyword::SingularEnding) {
        return Meant::Nobody;
    }
    stream.steps.take(document.index.described.len());
    let holders = index::holders(&document.index, &asked);
    match holders.as_slice() {
        [one] => {
            // two who may be meant: the article calls one so, the dated table another
            let mut rivals = called_so(document, offices, phrase);
            rivals.retain(|person| person != one);
            if rivals.is_empty() {
                return Meant::One(*one);
            }
            rivals.push(*one);
            at_hand(document, phrase, &rivals).map_or(Meant::Either, Meant::One)
        }
        [] => match seated(document, offices, phrase) {
            Some(person) => Meant::One(person),
            None => anaphors::taken_up(document, phrase, &asked),
        },
        several => at_hand(document, phrase, several).or_else(|| seated(document, offices, phrase)).into(),
    }
}

/// Of several whom a description fits: the only one named in its paragraph or the one before.
fn at_hand(document: &Document, phrase: &Phrase, several: &[usize]) -> Option<usize> {
    let stream = &document.stream;
    let paragraph = stream.get(phrase.tokens.start)?.paragraph;
    for back in 0..2 {
        let tokens = stream.paragraphs.get(paragraph.checked_sub(back)?)?;
        let range = tokens.start..tokens.end.min(phrase.tokens.start);
        let range = range.start.max(document.index.floor_of(range.end, MOST_NEAR))..range.end;
        let mut named = document
            .index
            .mentions_in(range)
            .filter_map(|mention| mention.person)
            .filter(|person| several.contains(person));
        if let Some(first) = named.next() {
            return named.all(|person| person == first).then_some(first);
        }
    }
    None
}

/// The one person of the article who holds the very office the phrase means: “the head of the Russian state” is
/// “Russian President X”.
fn seated(document: &Document, offices: &Offices, phrase: &Phrase) -> Option<usize> {
    let seat = read_role(document.stream.span(&phrase.tokens).of(document.text))?;
    let seats = offices.seats.get_or_init(|| seats(document));
    document.stream.steps.take(seats.len());
    let mut holders = seats.iter().filter(|(_, other)| *other == seat).map(|(person, _)| *person);
    let first = holders.next()?;
    holders.all(|person| person == first).then_some(first)
}

/// The persons of the article with the offices they hold by its own words.
fn seats(document: &Document) -> Vec<(usize, (Country, Office))> {
    let mut seats = Vec::new();
    for person in document.index.described.iter().copied() {
        let roles = document.index.get(person).map(|person| person.roles.as_slice()).unwrap_or_default();
        let held = roles.iter().filter(|role: &&Description| role.office.is_some() && !role.former);
        seats.extend(held.filter_map(|role| Some((person, read_role(role.span.of(document.text))?))));
    }
    seats
}

/// Who held the office the phrase means when the article was published, by the dated table.
pub(crate) fn holder(document: &Document, phrase: &Phrase) -> Option<&'static Holder> {
    let (country, office) = read_role(document.stream.span(&phrase.tokens).of(document.text))?;
    offices::holder(country, office, document.published?)
}

/// The persons of the article who held an office of the table when it was published.
fn incumbents(document: &Document, offices: &Offices) -> Vec<(usize, &'static Holder)> {
    let Some(published) = document.published else { return Vec::new() };
    offices::in_office(published)
        .into_iter()
        .filter_map(|holder| Some((namesake(document, offices, holder)?, holder)))
        .collect()
}

/// The person of the article who is the holder: of the same full name, or called by the surname alone.
pub(crate) fn namesake(document: &Document, offices: &Offices, holder: &Holder) -> Option<usize> {
    let words: Vec<String> = holder.name.split(' ').map(str::to_lowercase).collect();
    let by_last_word = offices.by_last_word.get_or_init(|| by_last_word(document));
    let namesakes = by_last_word.get(words.last()?)?;
    document.stream.steps.take(namesakes.len());
    namesakes.iter().copied().find(|person| {
        document
            .index
            .get(*person)
            .is_some_and(|person| person.words.len() == 1 || person.words.first() == words.first())
    })
}

/// Persons of one last word who are told apart.
const MOST_NAMESAKES: usize = 32;

fn by_last_word(document: &Document) -> FastMap<String, Vec<usize>> {
    let mut found: FastMap<String, Vec<usize>> = FastMap::default();
    for (number, person) in document.index.persons.iter().enumerate().filter(|(_, person)| person.human) {
        let Some(last) = person.words.last() else { continue };
        let namesakes = found.entry(last.clone()).or_default();
        if namesakes.len() < MOST_NAMESAKES {
            namesakes.push(number);
        }
    }
    found
}

/// “The president”, with no country: the one person of the article who holds such an office by the dated table.
pub(crate) fn incumbent(document: &Document, offices: &Offices, phrase: &Phrase) -> Option<usize> {
    let found = called_so(document, offices, phrase);
    let first = *found.first()?;
    found.iter().all(|person| *person == first).then_some(first)
}

/// The persons of the article who hold, by the dated table, an office of the bare name the phrase gives.
fn called_so(document: &Document, offices: &Offices, phrase: &Phrase) -> Vec<usize> {
    let stream = &document.stream;
    let bare = phrase.tokens.start + usize::from(stream.has(phrase.tokens.start, Tags::DEFINITE));
    let office = (bare..phrase.tokens.end).any(|at| stream.has(at, Tags::OFFICE));
    if !office || phrase.tokens.end - bare > 3 {
        return Vec::new();
    }
    let words = stream.span(&(bare..phrase.tokens.end)).of(document.text);
    let holds = |holder: &Holder| {
        read_role(&format!("{} {words}", holder.country.name())) == Some((holder.country, holder.office))
    };
    let incumbents = offices.incumbents.get_or_init(|| incumbents(document, offices));
    stream.steps.take(incumbents.len());
    incumbents.iter().filter(|(_, holder)| holds(holder)).map(|(person, _)| *person).collect()
}
