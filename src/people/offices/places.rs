//! Countries and organisations, and the words that name them.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use crate::languages::{self, Language, section, shared};
use crate::text::{FastMap, FastSet, Span, fold, without_possessive, words};

/// Most words a name of a country has.
const LONGEST_NAME: usize = 5;
/// Most letters an inflection adds to a stem.
const LONGEST_ENDING: usize = 4;

/// A country (ISO 3166 code) or an organisation (`EU`, `UN`, `NATO`, `OSCE`, `IAEA`) of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(&'static str);

/// Who “the leader” of a country is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    /// The head of state.
    State,
    /// The head of government.
    Government,
    /// Nobody can tell.
    Nobody,
}

struct Row {
    name: &'static str,
    leads: Leads,
    region: &'static str,
}

struct Places {
    rows: FastMap<Country, Row>,
    codes: FastMap<&'static str, Country>,
    names: FastMap<String, Country>,
    stems: FastMap<String, Country>,
}

static PLACES: LazyLock<Places> = LazyLock::new(read);

impl Country {
    /// Finds a country by its code, in capitals.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        PLACES.codes.get(code).copied()
    }

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The name in the default language as it stands after “of”: “the United States”.
    #[must_use]
    pub fn name(self) -> &'static str {
        PLACES.rows.get(&self).map_or(self.0, |row| row.name)
    }

    /// The region of the world, in English.
    #[must_use]
    pub fn region(self) -> &'static str {
        PLACES.rows.get(&self).map_or(self.0, |row| row.region)
    }

    pub(super) fn leads(self) -> Leads {
        PLACES.rows.get(&self).map_or(Leads::Nobody, |row| row.leads)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Cuts a word that lost its vowel: `l'`.
fn without_elided(word: &str) -> &str {
    word.split_once('\'')
        .filter(|(head, rest)| !rest.is_empty() && ELIDED.contains(*head))
        .map_or(word, |(_, rest)| rest)
}

/// Words that lose their vowel before another, in lower case.
static ELIDED: LazyLock<FastSet<String>> =
    LazyLock::new(|| languages::words(section::ELIDED).map(|word| word.to_lowercase()).collect());

/// Counts the countries `text` names (by name, capital or demonym, capitalised where the script has names so), most often named
/// first, then in order of first mention.
#[must_use]
pub fn countries_in(text: &str) -> Vec<(Country, usize)> {
    let spans: Vec<Span> = words(text, Span::whole(text)).collect();
    let mut found: Vec<(Country, usize)> = Vec::new();
    let mut at = 0;
    while let Some(first) = spans.get(at) {
        at += 1;
        let starts = first.of(text).chars().next();
        if !starts.is_some_and(|letter| letter.is_uppercase() || languages::is_of_another_script(letter)) {
            continue;
        }
        let named = (1..=LONGEST_NAME).rev().find_map(|length| {
            let last = spans.get(at + length - 2)?;
            let name: Vec<&str> =
                spans.get(at - 1..=at + length - 2)?.iter().map(|span| span.of(text)).collect();
            (last.end - first.start < 60)
                .then(|| place(&normal(&name.join(" "))))
                .flatten()
                .map(|place| (place, length))
        });
        if let Some((country, length)) = named {
            at += length - 1;
            match found.iter_mut().find(|(other, _)| *other == country) {
                Some((_, count)) => *count += 1,
                None => found.push((country, 1)),
            }
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found
}

/// Finds the country a normal phrase (see [`normal`]) names, whole or inflected.
pub(super) fn place(phrase: &str) -> Option<Country> {
    if let Some(country) = PLACES.names.get(phrase) {
        return Some(*country);
    }
    let ends = phrase.char_indices().rev().map(|(at, _)| at).take(LONGEST_ENDING);
    let stems = std::iter::once(phrase.len()).chain(ends).filter_map(|at| phrase.get(..at));
    stems.filter(|stem| stem.len() > 3).find_map(|stem| PLACES.stems.get(stem)).copied()
}

/// One form for looking up phrases: folded, hyphens as blanks, possessives, articles and connecting words dropped.
pub(super) fn normal(phrase: &str) -> String {
    let folded = fold(phrase).replace(['-', '"', ',', '(', ')'], " ");
    let mut out = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        let word = without_possessive(without_elided(word));
        let word = word.strip_suffix('\'').unwrap_or(word);
        if !CONNECTING.contains(word) {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(word);
        }
    }
    out
}

/// Articles and prepositions that part the words of an office; “for” too: “spokeswoman for the foreign ministry”.
static CONNECTING: LazyLock<FastSet<Cow<str>>> = LazyLock::new(|| {
    let words = [section::ARTICLE, section::OF].into_iter().flat_map(languages::words);
    words.chain([Cow::Borrowed(""), Cow::Borrowed("'")]).collect()
});

fn read() -> Places {
    let mut places = Places {
        rows: FastMap::default(),
        codes: FastMap::default(),
        names: FastMap::default(),
        stems: FastMap::default(),
    };
    for line in shared::COUNTRIES.lines("countries") {
        let mut fields = line.splitn(3, ' ');
        let mut next = || fields.next().unwrap_or_default();
        let (code, leads, region) = (next(), next(), next());
        let leads = match leads {
            "state" => Leads::State,
            "government" => Leads::Government,
            _ => Leads::Nobody,
        };
        places.codes.insert(code, Country(code));
        places.rows.insert(Country(code), Row { name: code, leads, region });
    }
    for language in Language::all() {
        for (code, names) in language.lines(section::COUNTRY).filter_map(|line| line.split_once(": ")) {
            let Some(country) = places.codes.get(code).copied() else { continue };
            if language == Language::default()
                && let (Some(row), Some(first)) = (places.rows.get_mut(&country), names.split("; ").next())
            {
                row.name = first;
            }
            for name in names.split("; ") {
                match name.strip_suffix('*') {
                    Some(stem) => places.stems.insert(normal(stem), country),
                    None => places.names.insert(normal(name), country),
                };
            }
        }
    }
    places
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
