//! The people a text names: found by a point in the name, a title beside it, a verb of saying, a surname, repeated use.
//!
//! In: the tokens of all lines. Out: each person once, under the longest form, with the words for their offices. A short
//! form (a surname, a part of a foreign name) is whoever alone it fits.

use crate::brief::quotes::caseless::words::gender::Gender;
use crate::brief::quotes::caseless::words::letters::{Letters, letters};
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::token::NAME_POINTS;
use crate::text::{FastMap, FastSet, Span, Steps};

/// Most people of a text; it bounds the work.
const MOST_PEOPLE: usize = 400;

/// What tells whether somebody is a woman or a man, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sureness {
    /// A title for a man: women have it, too.
    Title,
    /// The form of a verb before the name.
    Verb,
    /// The first name.
    Name,
    /// A title for a woman.
    HerTitle,
}

/// Somebody named.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The longest form, as written.
    pub(crate) name: String,
    /// Codes or words of offices beside the name.
    pub(crate) offices: Vec<String>,
    /// Words for the countries whose office it is.
    pub(crate) countries: Vec<String>,
    /// Words beside the name that may tell where the person is from, without articles.
    pub(crate) origins: Vec<String>,
    /// Words of the text for what the person is.
    pub(crate) role: Option<Span>,
    /// Whether it is a woman or a man, as far as the text or the name tells, and how surely.
    pub(crate) gender: Option<(Sureness, Gender)>,
    /// The longest form, folded.
    pub(crate) key: String,
}

/// Forms of names by their first letter, the longest first.
#[derive(Debug, Default)]
pub(crate) struct Forms(FastMap<char, Vec<String>>);

impl Forms {
    /// Length in bytes of the longest name at the head of `rest`.
    #[must_use]
    pub(crate) fn longest(&self, rest: &str) -> Option<usize> {
        let forms = self.0.get(&rest.chars().next()?)?;
        let latin = |letter: char| letters(letter) == Letters::Latin;
        // a word in Latin letters is whole
        let whole = |form: &&String| {
            let behind = rest.strip_prefix(form.as_str());
            behind.is_some_and(|behind| !(form.ends_with(latin) && behind.starts_with(latin)))
        };
        forms.iter().find(whole).map(String::len)
    }
}

/// Everybody named.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// In no order.
    pub(crate) all: Vec<Person>,
    /// Whom each form fits; `None` where it fits several.
    whom: FastMap<String, Option<usize>>,
}

/// Names as they are found, each with what is written.
#[derive(Debug, Default)]
pub(crate) struct Found(FastMap<String, String>);

impl Found {
    /// Takes a name down.
    pub(crate) fn add(&mut self, key: &str, written: &str) {
        if self.0.len() < MOST_PEOPLE && !self.0.contains_key(key) {
            self.0.insert(key.to_owned(), written.to_owned());
        }
    }
}

impl Person {
    /// Takes down what tells of a gender, if nothing surer has.
    pub(crate) fn note_gender(&mut self, told: Option<(Sureness, Gender)>) {
        let surer =
            |(sureness, _): &(Sureness, Gender)| self.gender.is_none_or(|(known, _)| *sureness > known);
        self.gender = told.filter(surer).or(self.gender);
    }
}

impl People {
    /// Puts short forms to the one long form they fit.
    #[must_use]
    pub(crate) fn of(found: Found, lexicon: &Lexicon, steps: &Steps) -> Self {
        let mut names: Vec<(String, String)> = found.0.into_iter().collect();
        names.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        let mut people = Self::default();
        for (key, name) in names {
            steps.take(key.len());
            if people.whom.get(&key).is_some_and(Option::is_some) {
                continue;
            }
            // a first name alone is that of the only one whose longer name begins with it
            let alone = !lexicon.unspaced && !key.contains(' ');
            if let Some(person) = people.first(&key).filter(|_| alone) {
                people.whom.insert(key, Some(person));
                continue;
            }
            let person = people.all.len();
            for form in forms_of(&key, lexicon) {
                let whom = people.whom.entry(form.clone()).or_insert(Some(person));
                if *whom != Some(person) {
                    *whom = (form == key).then_some(person);
                }
            }
            people.all.push(Person {
                name,
                offices: Vec::new(),
                countries: Vec::new(),
                origins: Vec::new(),
                role: None,
                gender: None,
                key,
            });
        }
        people
    }

    /// Whom `form` stands for, if it is one.
    #[must_use]
    pub(crate) fn whom(&self, form: &str) -> Option<usize> {
        self.whom.get(form).copied().flatten()
    }

    /// The only one whose name of several words begins with `word`.
    #[must_use]
    pub(crate) fn first(&self, word: &str) -> Option<usize> {
        let begins =
            |person: &Person| person.key.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        let mut named = self.all.iter().enumerate().filter(|(_, person)| begins(person)).map(|(at, _)| at);
        named.next().filter(|_| named.next().is_none())
    }

    /// True for a form of somebody's name.
    #[must_use]
    pub(crate) fn knows(&self, form: &str) -> bool {
        self.whom.contains_key(form)
    }

    /// The forms that are cut off whole wherever they stand: those of more than one letter.
    #[must_use]
    pub(crate) fn forms(&self) -> Forms {
        let mut seen = FastSet::default();
        let mut forms = Forms::default();
        for person in &self.all {
            let parts = person.key.split(NAME_POINTS).chain(person.key.split(' '));
            for form in std::iter::once(person.key.as_str()).chain(parts) {
                let Some(first) = form.chars().next().filter(|_| form.chars().nth(1).is_some()) else {
                    continue;
                };
                if seen.insert(form) {
                    forms.0.entry(first).or_default().push(form.to_owned());
                }
            }
        }
        forms.0.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.len())));
        forms
    }

    /// The person of that index.
    #[must_use]
    pub(crate) fn get(&self, person: usize) -> Option<&Person> {
        self.all.get(person)
    }

    /// The same, to note an office.
    pub(crate) fn get_mut(&mut self, person: usize) -> Option<&mut Person> {
        self.all.get_mut(person)
    }

    /// Everybody who holds an office: its code or word, or one of which that word is the short form.
    pub(crate) fn holders<'p>(&'p self, office: &'p str) -> impl Iterator<Item = usize> + 'p {
        let short = move |held: &String| {
            let behind = held.strip_prefix(office).is_some_and(|rest| rest.starts_with(' '));
            held == office || behind || office.chars().nth(1).is_some() && held.ends_with(office)
        };
        let holds = move |person: &Person| person.offices.iter().any(short);
        self.all.iter().enumerate().filter(move |(_, person)| holds(person)).map(|(at, _)| at)
    }
}

/// A name and what is used for short: the parts of a foreign or spaced name, the beginnings of another.
fn forms_of(key: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut forms = vec![key.to_owned()];
    if key.contains(NAME_POINTS) {
        forms.extend(key.split(NAME_POINTS).filter(|part| part.chars().nth(1).is_some()).map(str::to_owned));
    } else if lexicon.unspaced
        && !key.contains(' ')
        && !key.starts_with(|letter: char| letters(letter) == Letters::Latin)
    {
        forms.extend(key.char_indices().skip(1).filter_map(|(at, _)| key.get(..at)).map(str::to_owned));
    } else {
        let words: Vec<_> = key.split(' ').collect();
        let tails = (1..words.len()).filter_map(|from| words.get(from..)).map(|words| words.join(" "));
        forms.extend(tails.filter(|tail| tail.chars().nth(2).is_some()));
    }
    forms
}
