//! Whom a noun, a pronoun or a verb without a subject means when only one of those named so far can be meant.

use std::collections::{BTreeMap, BTreeSet};

use super::naming::people::{Person, Sureness};
use super::naming::phrase::Phrase;
use super::page::Page;
use super::words::callings::Calling;
use super::words::gender::Gender;
use super::words::tags::Tags;
use crate::text::Span;

/// Lines back in which somebody left unnamed may be meant instead.
const UNNAMED: usize = 1;

/// What words tell of whom they mean.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Asked {
    gender: Option<Gender>,
    callings: &'static [Calling],
    /// It is told by a noun for a calling, of whatever kind.
    noun: bool,
    /// It is told by a verb alone.
    verb: bool,
}

impl Asked {
    /// What the form of a verb tells.
    #[must_use]
    pub(crate) fn verb(gender: Option<Gender>) -> Self {
        Self { gender, verb: true, ..Self::default() }
    }

    /// What a pronoun tells.
    #[must_use]
    pub(crate) fn pronoun(page: &Page, phrase: &Phrase) -> Self {
        let tags = page.lexicon.pronoun_tags(page.of(phrase.span));
        Self { gender: page.lexicon.pronoun_gender(tags), ..Self::default() }
    }

    /// What a noun tells, with its article or without.
    #[must_use]
    pub(crate) fn noun(page: &Page, words: &str) -> Self {
        let form = page.lexicon.plain_noun(words);
        let (gender, callings) = (page.lexicon.noun_gender(&form, words), page.lexicon.callings(&form));
        Self { gender, callings, noun: true, verb: false }
    }

    /// True for the title of one gender before the name of another: `the husband of NAME`.
    #[must_use]
    pub(crate) fn is_another(page: &Page, phrase: &Phrase, person: Option<usize>) -> bool {
        let known = person.and_then(|person| page.people.get(person)).and_then(|person| person.gender);
        let known = known.filter(|(sureness, _)| *sureness >= Sureness::Name).map(|(_, gender)| gender);
        let titled = phrase.name.is_some_and(|name| name.start > phrase.span.start);
        let words = page.of(phrase.span);
        let form = page.lexicon.plain_noun(words);
        titled
            && known.is_some()
            && page.lexicon.is_kin(&form)
            && page.lexicon.noun_gender(&form, words) != known
    }

    /// True for a noun that any person may be meant by.
    #[must_use]
    pub(crate) fn is_anyone(&self) -> bool {
        self.callings.contains(&Calling::Anyone)
    }

    /// What it tells, and where it tells nothing what `other` does.
    #[must_use]
    pub(crate) fn or(self, other: Self) -> Self {
        let callings = if self.callings.is_empty() { other.callings } else { self.callings };
        Self { gender: self.gender.or(other.gender), callings, ..self }
    }

    /// True for a noun for a calling that stands alone with its article, or alone where there is none: no office of state,
    /// and nobody new.
    #[must_use]
    pub(crate) fn is_definite(&self, page: &Page, words: Span, calling: &str) -> bool {
        let words = page.lexicon.folded(page.of(words));
        let articles = &page.lexicon.glue.articles;
        let led = |word: &str| articles.iter().any(|article| word.starts_with(article.as_str()));
        let alone = if articles.is_empty() {
            words == page.lexicon.folded(calling) && !self.callings.is_empty()
        } else {
            // a word without the article behind them is a name
            let ties = |word: &&str| {
                page.lexicon.phrase(&page.lexicon.bare(word)).is_some_and(|tags| tags.any(Tags::OF))
            };
            words.split_whitespace().take_while(|word| !ties(word)).all(led)
        };
        let free = !self.callings.iter().any(|calling| page.lexicon.is_of_case(*calling));
        let state =
            page.lexicon.is_office(calling) || page.lexicon.is_office(&page.lexicon.plain_noun(&words));
        alone && free && (!self.callings.is_empty() || !state)
    }

    /// True for a title with the article that two words without it stand behind: a name no table knows.
    #[must_use]
    pub(crate) fn has_name_behind(page: &Page, words: Span) -> bool {
        let words = page.lexicon.folded(page.of(words));
        let articles = &page.lexicon.glue.articles;
        let led = |word: &&str| articles.iter().any(|article| word.starts_with(article.as_str()));
        let unknown = |word: &&str| {
            page.lexicon.phrase(&page.lexicon.bare(word)).is_none_or(|tags| tags.any(Tags::GIVEN))
        };
        let rest: Vec<&str> = words.split_whitespace().skip_while(led).collect();
        words.split_whitespace().next().is_some_and(|first| led(&first))
            && rest.len() > 1
            && rest.iter().all(unknown)
    }

    /// True for somebody of the other gender.
    #[must_use]
    pub(crate) fn is_other_gender(&self, person: &Person) -> bool {
        self.gender.is_some_and(|asked| person.gender.is_some_and(|(_, known)| known != asked))
    }

    /// True for somebody of no other gender, with no other country's office.
    #[must_use]
    pub(crate) fn may_be(&self, page: &Page, words: Span, person: &Person) -> bool {
        !self.is_other_gender(person) && !Self::is_of_another_country(page, words, person)
    }

    /// True for somebody who has the office of another country than the words tell.
    #[must_use]
    fn is_of_another_country(page: &Page, words: Span, person: &Person) -> bool {
        let told = page.countries(words);
        let same = |one: &str, other: &str| one.chars().next() == other.chars().next();
        let shared = |one: &str| person.countries.iter().any(|other| same(one, other));
        !told.is_empty() && !person.countries.is_empty() && !told.iter().any(|one| shared(one))
    }

    /// True for somebody of the other gender, or of whom a calling of another kind alone is told.
    #[must_use]
    pub(crate) fn clashes(&self, page: &Page, person: &Person) -> bool {
        let any = self.callings.is_empty() || self.callings.contains(&Calling::Anyone);
        let mut had = person.offices.iter().flat_map(|office| page.lexicon.callings(office)).peekable();
        let other = !any && had.peek().is_some() && !had.any(|calling| self.callings.contains(calling));
        self.is_other_gender(person) || other
    }

    /// True for somebody whom the gender or another calling shuts out where nobody is pointed at.
    #[must_use]
    pub(crate) fn shuts_out(&self, page: &Page, person: &Person) -> bool {
        self.is_other_gender(person) || self.noun && self.is_other_calling(page, person)
    }

    fn is_other_calling(&self, page: &Page, person: &Person) -> bool {
        if self.callings.is_empty() {
            return !person.offices.is_empty();
        }
        if self.is_anyone() {
            return person.offices.iter().any(|office| page.lexicon.is_office(office));
        }
        // whoever is told to be something else is not meant
        let mut had = person.offices.iter().flat_map(|office| page.lexicon.callings(office));
        !person.offices.is_empty() && !had.any(|calling| self.callings.contains(calling))
    }

    /// The same for whoever spoke, if it is a person the text names.
    #[must_use]
    pub(crate) fn clashes_with(&self, page: &Page, person: Option<usize>) -> bool {
        let known = person.and_then(|person| page.people.get(person));
        known.is_some_and(|known| self.clashes(page, known))
    }

    /// True for somebody of whom the text tells the gender that is asked for.
    fn is_proven(&self, person: Option<&Person>) -> bool {
        self.gender.is_none()
            || person.is_some_and(|person| person.gender.map(|(_, known)| known) == self.gender)
    }

    /// True when somebody left unnamed may be meant by the same words.
    fn is_met_by(&self, stranger: &Self) -> bool {
        // a noun without a gender is one for many people, or for a thing that stands for them
        let many = stranger.gender.is_none() && stranger.callings.is_empty();
        let gender =
            self.gender.is_none() || self.gender == stranger.gender || stranger.gender.is_none() && !many;
        let any = |callings: &[Calling]| callings.is_empty() || callings.contains(&Calling::Anyone);
        let calling = any(self.callings) || any(stranger.callings);
        gender && (calling || self.callings.iter().any(|calling| stranger.callings.contains(calling)))
    }
}

/// Who was met so far.
#[derive(Debug, Default)]
pub(crate) struct Met {
    /// The line that is read.
    line: usize,
    /// Everybody named, with the line where it was last.
    named: BTreeMap<usize, usize>,
    /// Those of whom the text tells that they are accused.
    accused: BTreeSet<usize>,
    /// Those left unnamed, with the lines where they stand.
    strangers: Vec<(usize, Asked)>,
    /// The nouns for those left unnamed, each with the line where it was last.
    nouns: BTreeMap<String, usize>,
}

impl Met {
    /// Notes the line that is read.
    pub(crate) fn enter(&mut self, line: usize) {
        self.line = line;
    }

    /// Notes somebody named.
    pub(crate) fn note_named(&mut self, person: usize) {
        self.named.insert(person, self.line);
    }

    /// Notes somebody accused.
    pub(crate) fn note_accused(&mut self, person: usize) {
        self.accused.insert(person);
    }

    /// The only one accused.
    #[must_use]
    pub(crate) fn accused(&self) -> Option<usize> {
        self.accused.first().copied().filter(|_| self.accused.len() == 1)
    }

    /// Notes somebody left unnamed, told by such words.
    pub(crate) fn note_stranger(&mut self, told: Asked) {
        self.strangers.push((self.line, told));
    }

    /// The only one named in the line that is read who is known to be of the gender asked for, where of `whom`, who was named
    /// in a line before it, none is known.
    #[must_use]
    pub(crate) fn nearer(&self, page: &Page, asked: &Asked, whom: usize) -> Option<usize> {
        let here = |person: usize| self.named.get(&person) == Some(&self.line);
        let told = page.people.get(whom).is_some_and(|known| known.gender.is_some());
        if asked.gender.is_none() || told || here(whom) {
            return None;
        }
        let mut named = self.named.keys().copied().filter(|person| here(*person));
        let mut proven = named.by_ref().filter(|person| asked.is_proven(page.people.get(*person)));
        proven.next().filter(|_| proven.next().is_none())
    }

    /// Notes a noun for somebody left unnamed.
    pub(crate) fn note_noun(&mut self, noun: &str) {
        self.nouns.insert(noun.to_owned(), self.line);
    }

    /// True for words that end with a noun by which somebody left unnamed was told shortly before.
    #[must_use]
    pub(crate) fn is_stranger(&self, words: &str) -> bool {
        self.nouns.iter().any(|(noun, line)| line + UNNAMED >= self.line && words.ends_with(noun.as_str()))
    }

    /// The only one of those named so far whom the words do not shut out: of the article, else of the line that is read;
    /// nobody where somebody left unnamed may be meant.
    #[must_use]
    pub(crate) fn sole(&self, page: &Page, asked: &Asked) -> Option<usize> {
        let line = self.line;
        let near = |stranger: &&(usize, Asked)| stranger.0 + UNNAMED >= line;
        if self.strangers.iter().filter(near).any(|(_, stranger)| asked.is_met_by(stranger)) {
            return None;
        }
        let fits =
            |person: &usize| page.people.get(*person).is_some_and(|known| !asked.shuts_out(page, known));
        // a woman's noun means nobody of whom no gender is known
        let hers = asked.noun && asked.gender == Some(Gender::Her);
        let sure = |person: &usize| !(asked.verb || hers) || asked.is_proven(page.people.get(*person));
        let only = |lines: std::ops::RangeInclusive<usize>| {
            let named = self.named.iter().filter(|(_, at)| lines.contains(at));
            let mut named = named.map(|(person, _)| *person).filter(fits);
            named.next().filter(|_| named.next().is_none())
        };
        // of those who may be meant, the only one told to be of that calling
        let told = |person: &usize| {
            let offices = page.people.get(*person).map(|known| known.offices.as_slice()).unwrap_or_default();
            let mut had = offices.iter().flat_map(|office| page.lexicon.callings(office));
            had.any(|calling| asked.callings.contains(calling))
        };
        if asked.noun && !asked.is_anyone() && !asked.callings.is_empty() {
            let mut of_calling = self.named.keys().copied().filter(fits).filter(told);
            if let Some(only) = of_calling.next() {
                return Some(only).filter(|only| of_calling.next().is_none() && sure(only));
            }
        }
        // a noun for anybody means somebody of the same line
        let all = if asked.is_anyone() { None } else { only(0..=line) };
        all.or_else(|| only(line..=line)).filter(sure)
    }
}
