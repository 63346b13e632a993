//! Labels in capitals, as transcripts have them: `MS KORVIN:`, `PRIME MINISTER RAND:`; and the name a label stands for.

use std::ops::Range;

use crate::brief::quotes::document::Document;
use crate::languages::section;
use crate::people::index::Person;
use crate::people::lexicon::Tags;
use crate::people::tokens::lower_into;
use crate::text::is_letter;

/// From this number on a person is no index: a label in capitals stands for somebody of its own.
pub(super) const UNLISTED: usize = usize::MAX / 2;

/// Most words of a name in capitals.
const LONGEST_NAME: usize = 3;

/// Fewest letters of a surname in capitals; what is shorter may be initials.
const SHORTEST: usize = 3;

/// `MS KORVIN`, `PRIME MINISTER RAND`: the first token of the name behind a title or an office.
pub(super) fn in_capitals(document: &Document, label: &Range<usize>) -> Option<usize> {
    let name = label.clone().find(|at| !is_title(document, *at))?;
    let capitals = label.clone().all(|at| is_capitals(document.stream.word(at)));
    let named = label.end - name <= LONGEST_NAME && (name..label.end).all(|at| !is_title(document, at));
    (name > label.start && capitals && named).then_some(name)
}

/// `Question from X`: a small word of the language leads to who asks.
pub(super) fn is_of_asker(document: &Document, label: &Range<usize>) -> bool {
    let word = document.stream.word(label.start + 1);
    label.len() > 2 && document.language.words(section::ASKER).any(|asker| asker == word)
}

/// The name a label stands for that names nobody in full: the one with the same surname elsewhere in the text or in its
/// headline, else the surname with its capitals small.
pub(super) fn told(document: &Document, label: &Range<usize>, name: Option<&str>) -> Option<String> {
    let start = in_capitals(document, label);
    let written = match (name, start) {
        (_, Some(start)) => document.stream.span(&(start..label.end)).of(document.text),
        (Some(name), None) => name,
        (None, None) => return None,
    };
    if written.contains(char::is_whitespace) && start.is_none() {
        return Some(written.to_owned());
    }
    let surname = written.split_whitespace().next_back()?;
    let fuller = || start.and_then(|_| in_full(document, surname));
    Some(fuller().or_else(|| in_headline(document, surname)).unwrap_or_else(|| small(written)))
}

/// The office in a label in capitals.
pub(super) fn office(document: &Document, label: &Range<usize>) -> Option<String> {
    let before = label.start..in_capitals(document, label)?;
    let office = before.clone().any(|at| {
        let mut lower = String::new();
        lower_into(document.stream.word(at), &mut lower);
        document.stream.lexicon.tags(&lower).any(Tags::OFFICE)
    });
    office.then(|| small(document.stream.span(&before).of(document.text)))
}

/// The one person of the text with this surname who is named in full.
fn in_full(document: &Document, surname: &str) -> Option<String> {
    let surname = surname.to_lowercase();
    let same = |person: &&Person| {
        person.words.len() > 1
            && person.words.last() == Some(&surname)
            && person.name.chars().any(char::is_lowercase)
    };
    let mut known = document.index.persons.iter().filter(same);
    known.next().filter(|_| known.next().is_none()).map(|person| person.name.clone())
}

/// `Ragna Tolvik` of the headline `Minister Ragna Tolvik on …`: a first name stands before the surname.
fn in_headline(document: &Document, surname: &str) -> Option<String> {
    let words: Vec<&str> =
        document.title?.split(|letter: char| !is_letter(letter) && letter != '-').collect();
    let pairs = words.windows(2).filter_map(|pair| <[&str; 2]>::try_from(pair).ok());
    let mut full = pairs.filter(|[first, last]| {
        let mut lower = String::new();
        lower_into(first, &mut lower);
        let given = document.stream.lexicon.tags(&lower).any(Tags::FIRST_NAME);
        given && first.starts_with(char::is_uppercase) && last.to_lowercase() == surname.to_lowercase()
    });
    let [first, last] = full.next()?;
    Some(format!("{first} {}", small(last)))
}

/// `Korvin`, of `KORVIN`.
fn small(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next();
        if is_capitals(word) && word.chars().count() >= SHORTEST {
            first.into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
        } else {
            word.to_owned()
        }
    };
    let parts = name.split(' ').map(|part| part.split('-').map(word).collect::<Vec<String>>().join("-"));
    parts.collect::<Vec<_>>().join(" ")
}

/// True for two capital letters and more, with no small one.
fn is_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|letter| is_letter(*letter));
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// True for the word of a title or an office, however it is written.
fn is_title(document: &Document, at: usize) -> bool {
    let mut lower = String::new();
    lower_into(document.stream.word(at).trim_end_matches('.'), &mut lower);
    document.stream.lexicon.tags(&lower).any(Tags::TITLE.or(Tags::OFFICE))
}

#[cfg(test)]
mod tests {
    use crate::article::{Given, from_text};
    use crate::brief::quotes::find;

    /// The names and offices of those who answer under `head` behind `label`.
    fn told(head: &str, label: &str) -> Vec<String> {
        let text = format!(
            "{head}\n\n{label}: The embassy reopens on Monday. We have guarantees.\n\nQUESTION: Is it safe?\n\n\
{label}: It is safer than it was, and nobody will be made to fly.\n\nQuestion (Meridian): When?\n\n{label}: On Monday at noon, as we said.\n"
        );
        let speakers =
            find(&from_text(&text, &Given::default())).into_iter().filter_map(|quote| quote.speaker);
        let told = |speaker: crate::brief::Speaker| {
            format!("{} / {}", speaker.name.unwrap_or_default(), speaker.role.unwrap_or_default())
        };
        speakers.map(told).collect()
    }

    #[test]
    fn a_label_in_capitals_is_a_name() {
        for (head, label, due) in [
            ("Press briefing by the spokesperson", "MS KORVIN", "Korvin / "),
            ("Press briefing by the spokesperson", "MINISTER TOLVIK", "Tolvik / Minister"),
            ("Press briefing by the spokesperson", "PRESIDENT CASIMIR DOLAN", "Casimir Dolan / President"),
            ("Anna Korvin meets the press", "MS KORVIN", "Anna Korvin / "),
        ] {
            let found = told(head, label);
            assert_eq!(found, [due; 3], "{head} {label}");
        }
    }

    #[test]
    fn a_heading_in_capitals_is_nobody() {
        let text = "News of the day\n\nMINISTER RESIGNS: The minister left on Monday.\n\nKEY POINTS: Taxes fall in May.\n\nMINISTER RESIGNS: More follows.\n";
        assert_eq!(find(&from_text(text, &Given::default())), []);
    }
}
