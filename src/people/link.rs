//! Which mentions name the same person: full names first, then surnames and first names alone.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::human;
use super::index::{Gender, Index, Person};
use super::lexicon::Tags;
use super::names::{Mention, Sort, plain};
use super::offices;
use super::stream::Stream;
use super::tokens::lower_into;
use crate::languages::{self, section};
use crate::text::FastMap;

/// Persons of one surname or first name who are told apart; it bounds the work.
const MOST_NAMESAKES: usize = 32;

fn words_of(stream: &Stream, range: &Range<usize>) -> Vec<String> {
    let mut lower = String::new();
    plain(stream, range)
        .filter(|at| stream.is_word(*at))
        .map(|at| {
            lower_into(stream.word(at), &mut lower);
            lower.trim_end_matches('.').to_owned()
        })
        .collect()
}

/// What stands behind a surname: `jr`.
static SUFFIXES: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| languages::words(section::SUFFIX).collect());

fn is_suffix(word: &str) -> bool {
    SUFFIXES.iter().any(|suffix| suffix == word)
}

fn surname(words: &[String]) -> &str {
    words.iter().rev().find(|word| !is_suffix(word)).map_or("", String::as_str)
}

struct Linker<'a, 's> {
    stream: &'a Stream<'s>,
    persons: Vec<Person>,
    /// Full persons by first and last word.
    full: FastMap<(String, String), usize>,
    by_last: FastMap<String, Vec<usize>>,
    by_first: FastMap<String, Vec<usize>>,
    /// The titles each person was given, in lower case.
    titles: Vec<Vec<String>>,
}

/// Links the mentions of an index to persons.
pub(super) fn link(stream: &Stream, index: &mut Index) {
    let mut linker = Linker {
        stream,
        persons: Vec::new(),
        full: FastMap::default(),
        by_last: FastMap::default(),
        by_first: FastMap::default(),
        titles: Vec::new(),
    };
    for mention in &mut index.mentions {
        if mention.name.len() > 1 && (!mention.headline || linker.plain_full_name(mention)) {
            mention.person = Some(linker.full_name(mention));
        }
    }
    for mention in &mut index.mentions {
        if mention.name.len() > 1 && mention.person.is_none() {
            mention.person = linker.known_in(mention);
        }
    }
    for mention in &index.mentions {
        linker.one_name(mention);
    }
    for mention in &mut index.mentions {
        if mention.name.len() == 1 {
            let person = linker.short_name(mention);
            mention.person = Some(person);
            // PENCE: a short word of capitals is a body only while nobody is called so
            if linker.persons.get(person).is_some_and(|person| person.sort == Sort::Person) {
                mention.sort = Sort::Person;
            }
        }
    }
    index.persons = linker.persons;
}

impl Linker<'_, '_> {
    fn full_name(&mut self, mention: &Mention) -> usize {
        let words = words_of(self.stream, &mention.name);
        let key = (words.first().cloned().unwrap_or_default(), surname(&words).to_owned());
        if let Some(person) = self.full.get(&key).copied() {
            self.seen(person, mention);
            return person;
        }
        let person = self.add(mention, words);
        if mention.sort == Sort::Person {
            for names in [self.by_last.entry(key.1.clone()), self.by_first.entry(key.0.clone())] {
                let namesakes = names.or_default();
                if namesakes.len() < MOST_NAMESAKES {
                    namesakes.push(person);
                }
            }
        }
        self.full.insert(key, person);
        person
    }

    /// Somebody known by one name, as a title before it or a description behind it tells (“Charles, the Prince of
    /// Wales”), is nobody else of that first name.
    fn one_name(&mut self, mention: &Mention) {
        let end = mention.name.end;
        let titled = mention.title.any(Tags::OFFICE.or(Tags::HONORIFIC));
        let described = self.stream.is(end, ',')
            && self.stream.has(end + 1, Tags::DEFINITE)
            && !self.stream.lexicon.capital_nouns
            && (end + 2..end + 5).any(|at| {
                let office = Tags::OFFICE.or(Tags::TITLE).or(Tags::PERSON);
                self.stream.is_capital(at) && self.stream.has(at, office)
            });
        // a surname may stand first: Dr Koh is Koh Wei Xian
        let given = self.stream.has(mention.name.start, Tags::FIRST_NAME);
        let known = described || titled && (given || mention.title.any(Tags::OFFICE));
        if mention.name.len() != 1 || mention.sort != Sort::Person || !known {
            return;
        }
        let words = words_of(self.stream, &mention.name);
        let word = words.first().cloned().unwrap_or_default();
        let key = (String::new(), word);
        if self.by_last.contains_key(&key.1)
            || !self.by_first.contains_key(&key.1)
            || self.full.contains_key(&key)
        {
            return;
        }
        let person = self.add(mention, words);
        if let Some(person) = self.persons.get_mut(person) {
            person.count = 0;
        }
        self.full.insert(key, person);
    }

    /// True for a given name and one or two words more.
    fn plain_full_name(&self, mention: &Mention) -> bool {
        let titled = mention.title.any(Tags::OFFICE.or(Tags::TITLE)) && mention.from < mention.name.start;
        mention.name.len() < 4 && (titled || self.stream.has(mention.name.start, Tags::FIRST_NAME))
    }

    /// The person known from elsewhere whose last name closes or opens a run of capitals in a headline.
    fn known_in(&mut self, mention: &Mention) -> Option<usize> {
        let words = words_of(self.stream, &mention.name);
        let found = words
            .iter()
            .rev()
            .find_map(|word| self.by_last.get(word).and_then(|found| self.best(found, mention)));
        if let Some(person) = found {
            self.seen(person, mention);
        }
        found
    }

    fn short_name(&mut self, mention: &Mention) -> usize {
        let words = words_of(self.stream, &mention.name);
        let word = words.first().cloned().unwrap_or_default();
        if mention.sort != Sort::Place || mention.title != Tags::NONE {
            let last = self.by_last.get(&word).map(Vec::as_slice).unwrap_or_default();
            let first = self.by_first.get(&word).map(Vec::as_slice).unwrap_or_default();
            // `Mr Anucha` is Anucha Wong, where people are called by their first names, and `Dr Koh` Koh Wei Xian
            let called = first.len() == 1 && mention.title.any(Tags::TITLE);
            let acts = mention.sort == Sort::Person && human::is_told_to_speak(self.stream, &mention.name);
            let given: Vec<usize> = first
                .iter()
                .copied()
                .filter(|person| {
                    called || acts || self.persons.get(*person).is_some_and(|person| person.human)
                })
                .collect();
            let alone = || self.full.get(&(String::new(), word.clone())).copied();
            let found = self.best(last, mention).or_else(alone).or_else(|| self.best(&given, mention));
            if let Some(person) = found {
                self.seen(person, mention);
                return person;
            }
        }
        let key = (String::new(), word);
        if let Some(person) = self.full.get(&key).copied() {
            self.seen(person, mention);
            return person;
        }
        let person = self.add(mention, words);
        self.full.insert(key, person);
        person
    }

    /// Of those who share a short name: the one of fitting gender named most often; the first named of equals.
    fn best(&self, among: &[usize], mention: &Mention) -> Option<usize> {
        let title = gender_of(mention.title);
        let office = self.title_word(mention);
        let titled = |person: &usize| self.titles.get(*person).is_some_and(|titles| titles.contains(&office));
        let only_titled = !office.is_empty() && among.iter().any(titled);
        among
            .iter()
            .filter(|person| !only_titled || titled(person))
            .copied()
            .filter(|person| {
                let gender = self.persons.get(*person).and_then(|person| person.gender);
                title.is_none() || gender.is_none() || gender == title
            })
            .max_by_key(|person| {
                (self.persons.get(*person).map_or(0, |person| person.count), usize::MAX - person)
            })
    }

    /// The title right before the name, in lower case; empty for none and for titles anybody may have.
    fn title_word(&self, mention: &Mention) -> String {
        let mut lower = String::new();
        let before = mention.name.start.checked_sub(1).filter(|_| mention.from < mention.name.start);
        if let Some(at) = before.filter(|at| self.stream.has(*at, Tags::OFFICE)) {
            lower_into(self.stream.word(at), &mut lower);
        }
        lower
    }

    fn add(&mut self, mention: &Mention, words: Vec<String>) -> usize {
        let first = self.stream.get(mention.name.start).map_or(Tags::NONE, |token| token.tags);
        let named = mention.name.len() > 1 && first.any(Tags::FIRST_NAME);
        let given = if mention.sort == Sort::Person { first } else { Tags::NONE };
        let titled_gender = gender_of(mention.title);
        let statesman =
            if words.len() == 1 && mention.sort == Sort::Person { self.statesman(&words) } else { None };
        let gender = titled_gender.or(by_first_name(given)).or(statesman.and_then(by_first_name));
        let name = spaced(self.stream, &mention.name);
        let titled = mention.title.any(Tags::TITLE.or(Tags::OFFICE));
        let told = words.len() > 1 && human::is_aged_or_acts(self.stream, mention.name.end);
        let human = named || titled || statesman.is_some() || told && mention.sort == Sort::Person;
        let office = self.title_word(mention);
        self.titles.push(if office.is_empty() { Vec::new() } else { vec![office] });
        self.persons.push(Person {
            name,
            words,
            sort: mention.sort,
            gender,
            by_first_name: titled_gender.is_none() && gender.is_some(),
            roles: Vec::new(),
            human,
            count: 1,
        });
        self.persons.len() - 1
    }

    /// What the first names of those tell who hold or held an office and are called by the one word of `words`; None where
    /// there is nobody.
    fn statesman(&self, words: &[String]) -> Option<Tags> {
        let mut first =
            offices::first_names(words.first()?).map(|name| self.stream.lexicon.tags(&name.to_lowercase()));
        let one = first.next()?;
        Some(first.fold(one, Tags::or))
    }

    fn seen(&mut self, number: usize, mention: &Mention) {
        if let Some(person) = self.persons.get_mut(number) {
            person.count += 1;
            if let Some(gender) = gender_of(mention.title) {
                person.by_first_name = false;
                person.gender = Some(gender);
            }
            // whoever is called by the surname alone is somebody
            let short = mention.name.len() == 1 && person.words.len() > 1 && mention.sort == Sort::Person;
            person.human |= short || mention.title.any(Tags::TITLE.or(Tags::OFFICE));
        }
    }
}

/// The gender of a first name that is given to one alone.
fn by_first_name(first: Tags) -> Option<Gender> {
    match (first.any(Tags::FIRST_HE), first.any(Tags::FIRST_SHE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

fn gender_of(title: Tags) -> Option<Gender> {
    match (title.any(Tags::MISTER.or(Tags::MALE_NOUN)), title.any(Tags::MISSUS.or(Tags::FEMALE_NOUN))) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// The words of a name with single spaces.
fn spaced(stream: &Stream, range: &Range<usize>) -> String {
    stream.span(&plain(stream, range)).of(stream.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
