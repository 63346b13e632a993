//! Offices and descriptions: what a phrase such as “the Russian top diplomat” says of a person, and whether two agree.
//!
//! In: the tokens of a phrase. Out: a [`Description`]. Synonyms of offices and the words of countries are data.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::Tags;
use super::stream::Stream;
use super::tokens::lower_into;
use crate::languages::{self, section};
use crate::text::{FastMap, FastSet, Span};

/// What a phrase says of somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Description {
    /// The phrase's place in the text.
    pub span: Span,
    /// Where it stands of what the office is, when the name parts the two: `of Lakeland` in `President X of Lakeland`.
    pub of: Option<Span>,
    /// Says nothing but the office.
    pub bare: bool,
    /// Name of the office, the same for all its synonyms.
    pub office: Option<&'static str>,
    /// The noun the phrase turns on, in lower case.
    pub head: String,
    /// Countries named in it.
    pub countries: Vec<&'static str>,
    /// Its other words in lower case.
    pub words: Vec<String>,
    /// Says that the office is past.
    pub former: bool,
    /// Turns on a noun for a person or an office.
    pub person: bool,
    /// A woman's (`true`) or a man's (`false`) word, if the head tells.
    pub female: Option<bool>,
}

/// Most words of an office's name.
const LONGEST_OFFICE: usize = 6;

/// The words for each office with their rank, the longest first, and the office's name.
static OFFICES: LazyLock<FastMap<&'static str, (usize, &'static str)>> = LazyLock::new(|| {
    let mut offices: Vec<(&str, &str)> = languages::lines(section::SAME_OFFICE)
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(office, words)| {
            std::iter::once(office).chain(words.split(';')).map(move |word| (word.trim(), office))
        })
        .filter(|(word, _)| !word.is_empty())
        .collect();
    offices.sort_by_key(|(word, _)| usize::MAX - word.len());
    let mut ranked = FastMap::default();
    for (rank, (word, office)) in offices.into_iter().enumerate() {
        ranked.entry(word).or_insert((rank, office));
    }
    ranked
});

static COUNTRIES: LazyLock<FastMap<String, &'static str>> = LazyLock::new(|| {
    languages::lines(section::PLACE)
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(country, words)| {
            std::iter::once(country)
                .chain(words.split_whitespace())
                .map(move |word| (word.to_lowercase().replace('_', " "), country))
        })
        .collect()
});

/// Words for one party, party by party.
static PARTIES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    languages::lines(section::PARTY).map(|line| line.split_whitespace().collect()).collect()
});

/// Words that say that an office is past, in lower case.
static PAST: LazyLock<FastSet<Cow<str>>> = LazyLock::new(|| languages::words(section::PAST_OFFICE).collect());

/// Offices that make a country's leader.
static LEADING: LazyLock<Vec<Cow<str>>> =
    LazyLock::new(|| languages::words(section::LEADING_OFFICE).collect());

/// Nouns for whoever holds one of them.
static LEADERS: LazyLock<Vec<Cow<str>>> = LazyLock::new(|| languages::words(section::LEADER).collect());

/// Whether a word in lower case says that an office is past.
pub(super) fn is_past(word: &str) -> bool {
    PAST.contains(word)
}

/// Reads what the tokens `range` say of somebody.
#[must_use]
pub fn describe(stream: &Stream, range: &Range<usize>) -> Description {
    let mut phrase = String::new();
    let mut words = Vec::new();
    let mut lower = String::new();
    for at in range.clone().filter(|at| stream.is_word(*at)) {
        lower_into(stream.word(at), &mut lower);
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&lower);
        words.push(lower.clone());
    }
    let head_at = head(stream, range);
    lower_into(head_at.map_or("", |at| stream.word(at)), &mut lower);
    let tags = head_at.and_then(|at| stream.get(at)).map_or(Tags::NONE, |token| token.tags);
    let female = match (tags.any(Tags::FEMALE_NOUN), tags.any(Tags::MALE_NOUN)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let mut countries: Vec<_> =
        words.iter().filter_map(|word| COUNTRIES.get(word.as_str()).copied()).collect();
    countries.extend(words.windows(2).filter_map(|pair| COUNTRIES.get(pair.join(" ").as_str()).copied()));
    countries.dedup();
    let determined = range.clone().take_while(|at| stream.has(*at, Tags::DETERMINER)).count();
    let undetermined = words.get(determined..).unwrap_or_default().join(" ");
    Description {
        span: stream.span(range),
        of: None,
        bare: OFFICES.contains_key(undetermined.as_str()),
        office: office_in(&phrase),
        head: lower,
        countries,
        former: words.iter().any(|word| is_past(word)),
        words,
        person: tags.any(Tags::PERSON.or(Tags::OFFICE)),
        female,
    }
}

/// The noun a phrase turns on: its last word before a complement.
fn head(stream: &Stream, range: &Range<usize>) -> Option<usize> {
    let end = range
        .clone()
        .skip(1)
        .find(|at| {
            !stream.is_word(*at) || stream.has(*at, Tags::PREPOSITION) && !stream.has(*at, Tags::PERSON)
        })
        .unwrap_or(range.end);
    (range.start..end).rev().find(|at| stream.is_word(*at))
}

/// The office named in a phrase given in lower case: of all its words for offices, the longest tell.
#[must_use]
pub fn office_in(phrase: &str) -> Option<&'static str> {
    let starts = std::iter::once(0).chain(phrase.match_indices([' ', '-']).map(|(at, _)| at + 1));
    let found = starts.flat_map(|start| {
        let rest = phrase.get(start..).unwrap_or_default();
        let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]);
        ends.take(LONGEST_OFFICE).filter_map(move |end| OFFICES.get(rest.get(..end)?))
    });
    found.min().map(|(_, office)| *office)
}

/// True when the two name parties and not the same one.
fn parties_differ(asked: &Description, fact: &Description) -> bool {
    let party = |description: &Description| {
        description
            .words
            .iter()
            .find_map(|word| PARTIES.iter().position(|words| words.contains(&word.as_str())))
    };
    matches!((party(asked), party(fact)), (Some(one), Some(other)) if one != other)
}

/// How well the phrase `asked` fits the known `fact`: 0 when it does not.
#[must_use]
pub fn fit(asked: &Description, fact: &Description) -> u32 {
    if !asked.person || parties_differ(asked, fact) {
        return 0;
    }
    let office = match (asked.office, fact.office) {
        (Some(one), Some(other)) if one == other => 4,
        (Some(_), Some(_)) => return 0,
        _ => 0,
    };
    let leads = fact.office.is_some_and(|office| LEADING.iter().any(|leading| leading == office));
    let leader = |word: &str| LEADERS.iter().any(|leader| leader == word);
    if leads && leader(&asked.head) && !fact.former {
        let shared = asked.countries.iter().any(|country| fact.countries.contains(country));
        let named =
            asked.words.iter().any(|word| word.len() > 3 && !leader(word) && fact.words.contains(word));
        return if shared || named { 5 } else { 0 };
    }
    let head = if !asked.head.is_empty() && (asked.head == fact.head || fact.words.contains(&asked.head)) {
        3
    } else {
        0
    };
    // a former president is none, a former pollster is still “the former pollster” of the text
    let office_lost = asked.former != fact.former && asked.office.is_some();
    if office + head == 0 || office_lost {
        return 0;
    }
    let shared = asked.countries.iter().any(|country| fact.countries.contains(country));
    if !asked.countries.is_empty() && !fact.countries.is_empty() && !shared {
        return 0;
    }
    let words = asked
        .words
        .iter()
        .filter(|word| word.len() > 3 && **word != asked.head && fact.words.contains(word))
        .count();
    office + head + u32::from(shared) * 2 + words.min(3) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_found_by_all_its_words() {
        for (word, (_, office)) in OFFICES.iter() {
            assert_eq!(office_in(&format!("the new {word} of somewhere")), Some(*office), "{word}");
        }
        for (phrase, due) in [
            ("the deputy foreign minister", Some("deputy foreign minister")),
            ("ex-president of the union", Some("president")),
            ("the presidential palace", None),
            ("the secretary of state for trade", Some("foreign minister")),
            ("", None),
        ] {
            assert_eq!(office_in(phrase), due, "{phrase}");
        }
    }
}
