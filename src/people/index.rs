//! Who is named in an article: every mention linked to a person, with full name, gender and roles.
//!
//! Invariant: mentions are in the order of the text and do not overlap.

use std::ops::Range;

use super::mention::{Mention, Sort};
use super::roles::{self, Description};

/// The gender the article's own words give somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// A person, body or place named in an article.
#[derive(Debug, Clone)]
pub struct Person {
    /// The fullest form of the name.
    pub name: String,
    /// Its words in lower case.
    pub words: Vec<String>,
    /// What it is.
    pub sort: Sort,
    /// He or she, if the article tells.
    pub gender: Option<Gender>,
    /// True when only the first name tells the gender: the article's own words count for more.
    pub by_first_name: bool,
    /// What the article says of the person.
    pub roles: Vec<Description>,
    /// True when something besides the capitals says that this is a human being.
    pub human: bool,
    /// How often named.
    pub count: usize,
}

/// All that is named in an article.
#[derive(Debug, Default)]
pub struct Index {
    /// Every name at its place.
    pub mentions: Vec<Mention>,
    /// Who they name.
    pub persons: Vec<Person>,
    /// The persons of whom the article says something, as far as they are compared with descriptions.
    pub described: Vec<usize>,
    /// For each token the mention it belongs to, plus one; 0 for none.
    at: Vec<u32>,
    /// For each person the first mention.
    first: Vec<u32>,
}

impl Index {
    /// An index of `mentions` in a text of `tokens` tokens, nobody linked yet.
    pub(super) fn new(mentions: Vec<Mention>, tokens: usize) -> Self {
        let mut at = vec![0; tokens];
        for (number, mention) in mentions.iter().enumerate() {
            for token in mention.name.clone() {
                if let Some(place) = at.get_mut(token) {
                    *place = number as u32 + 1;
                }
            }
        }
        Self { mentions, at, ..Self::default() }
    }

    /// Notes the first mention of each person, once all are linked.
    pub(super) fn note_first_mentions(&mut self) {
        self.first = vec![0; self.persons.len()];
        for (number, mention) in self.mentions.iter().enumerate().rev() {
            if let Some(place) = mention.person.and_then(|person| self.first.get_mut(person)) {
                *place = number as u32;
            }
        }
    }

    /// Notes of whom the article says something.
    pub(super) fn note_described(&mut self) {
        let persons = self.persons.iter().enumerate();
        let described = persons.filter(|(_, person)| !person.roles.is_empty());
        self.described = described.map(|(number, _)| number).take(MOST_DESCRIBED).collect();
    }

    /// The mention that the token at `at` belongs to.
    #[must_use]
    pub fn mention_at(&self, at: usize) -> Option<&Mention> {
        let number = *self.at.get(at)?;
        self.mentions.get((number as usize).checked_sub(1)?)
    }

    /// The person named by the token at `at`.
    #[must_use]
    pub fn person_at(&self, at: usize) -> Option<usize> {
        self.mention_at(at)?.person
    }

    /// The person with number `person`.
    #[must_use]
    pub fn get(&self, person: usize) -> Option<&Person> {
        self.persons.get(person)
    }

    /// True when `person` is a human being, as far as is known.
    #[must_use]
    pub fn is_human(&self, person: usize) -> bool {
        self.get(person).is_some_and(|person| person.human && person.sort == Sort::Person)
    }

    /// The mentions that begin in the tokens `range`, in order.
    #[must_use]
    pub fn mentions_in(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = &Mention> {
        let from = self.mentions.partition_point(|mention| mention.name.start < range.start);
        let to = self.mentions.partition_point(|mention| mention.name.start < range.end);
        self.mentions.get(from..to).unwrap_or_default().iter()
    }

    /// The mention of a person who is named but once.
    #[must_use]
    pub fn only_mention(&self, person: usize) -> Option<&Mention> {
        self.mentions.get(*self.first.get(person)? as usize)
    }

    /// Where the `count`th mention before the token `at` begins; 0 when there are fewer.
    #[must_use]
    pub fn floor_of(&self, at: usize, count: usize) -> usize {
        let before = self.mentions.partition_point(|mention| mention.name.start < at);
        let first = before.checked_sub(count).and_then(|first| self.mentions.get(first));
        first.map_or(0, |mention| mention.name.start)
    }
}

/// Persons with a description who are compared with a description of somebody; it bounds the work.
const MOST_DESCRIBED: usize = 100;

/// The role words of a person, fullest first.
#[must_use]
pub fn role_of(person: &Person) -> Option<&Description> {
    let first = person.roles.iter().find(|role| role.office.is_some()).or_else(|| person.roles.first())?;
    if first.office.is_none() || first.of.is_some() || !first.bare {
        return Some(first);
    }
    // a bare title, `President X`, tells less than `the president of Lakeland` elsewhere
    let same = |role: &&Description| role.office == first.office && role.former == first.former;
    let told = |role: &&Description| same(role) && (!role.bare || role.of.is_some());
    let longer = |role: &&Description| same(role) && first.words.len() == 1 && role.words.len() > 1;
    let mut roles = person.roles.iter();
    Some(roles.clone().find(told).or_else(|| roles.find(longer)).unwrap_or(first))
}

/// Finds the persons whom the description `asked` fits best: one, or several equally well.
#[must_use]
pub fn holders(index: &Index, asked: &Description) -> Vec<usize> {
    let mut best = 0;
    let mut found = Vec::new();
    for number in index.described.iter().copied() {
        let Some(person) = index.get(number) else { continue };
        let gender_fits = match (asked.female, person.gender) {
            (Some(female), Some(gender)) => female == (gender == Gender::Female),
            _ => true,
        };
        let fit = person.roles.iter().map(|fact| roles::fit(asked, fact)).max().unwrap_or_default();
        if fit == 0 || !gender_fits || fit < best {
            continue;
        }
        if fit > best {
            found.clear();
        }
        best = fit;
        found.push(number);
    }
    found
}
