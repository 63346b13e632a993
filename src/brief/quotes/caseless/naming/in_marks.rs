//! Names of people that a writer sets in marks: `“NAME”, minister of X,`. The marks are none of words.

use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::marks::Marked;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::text::{FastSet, Span, is_letter};

/// Words of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=4;
/// Words of one that holds no first name the tables know.
const LONGEST_UNKNOWN: usize = 3;

/// Takes the stretches that are names out of `marked`; gives where their marks stand.
#[must_use]
pub(crate) fn take(text: &str, lexicon: &Lexicon, marked: &mut Vec<Marked>) -> FastSet<usize> {
    let mut taken = FastSet::default();
    if lexicon.unspaced {
        return taken;
    }
    marked.retain(|one| {
        let name = !one.continues && is_name(text, lexicon, one);
        if name {
            taken.insert(one.outer.start);
            let close = text.get(..one.outer.end).and_then(|head| head.chars().next_back());
            taken.insert(one.outer.end - close.map_or(0, char::len_utf8));
        }
        !name
    });
    taken
}

/// A first name and other words no table knows, with a title beside them or what goes with a subject behind; or such words
/// alone at the head of a clause and before an office.
fn is_name(text: &str, lexicon: &Lexicon, one: &Marked) -> bool {
    const LED: Tags = Tags::PREPOSITION
        .or(Tags::CUE)
        .or(Tags::OTHER_VERB)
        .or(Tags::CONJUNCTION)
        .or(Tags::THAT)
        .or(Tags::TITLE)
        .or(Tags::ACCORD)
        .or(Tags::RELAY);
    const BEHIND: Tags = Tags::PREPOSITION.or(Tags::CUE).or(Tags::OTHER_VERB).or(Tags::TIME).or(Tags::OFFICE);
    let inner = one.inner.of(text);
    let words: Vec<String> = inner.split_whitespace().map(|word| lexicon.bare(word)).collect();
    let plain = inner.chars().all(|letter| is_letter(letter) || letter.is_whitespace() || is_joint(letter));
    if !NAME.contains(&words.len()) || !plain {
        return false;
    }
    let tags = |word: &String| lexicon.phrase(word).unwrap_or(Tags::NONE);
    let given = |word: &String| tags(word).any(Tags::GIVEN);
    let part = |word: &String| tags(word) == Tags::NONE || given(word) || lexicon.particles.contains(word);
    let before = word_before(text, one.outer);
    let before_tags = before.map(|word| lexicon.beside(word));
    let behind_tags = behind_tags(text, lexicon, one.outer);
    if !words.iter().all(part) {
        return false;
    }
    if words.first().is_some_and(given) {
        let noun = before_tags.is_some_and(|tags| !tags.any(LED));
        let titled = before_tags.is_some_and(|tags| tags.any(Tags::TITLE));
        return !noun && (titled || behind_tags.any(BEHIND));
    }
    words.len() <= LONGEST_UNKNOWN && before.is_none() && behind_tags.any(Tags::OFFICE)
}

/// A letter that joins the parts of a name.
fn is_joint(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '-' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}')
}

/// The word right before a stretch, with nothing but spaces between.
fn word_before(text: &str, at: Span) -> Option<&str> {
    let head = text.get(..at.start)?.trim_end_matches(' ');
    let start = head
        .rfind(|letter: char| !is_letter(letter) && !is_joint(letter))
        .map_or(0, |at| at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    head.get(start..).filter(|word| !word.is_empty())
}

/// The classes of the words right behind a stretch, with nothing but spaces between: of the first, or of several that are
/// one phrase of the tables.
fn behind_tags(text: &str, lexicon: &Lexicon, at: Span) -> Tags {
    let rest = text.get(at.end..).unwrap_or_default();
    let end = rest.find(|letter: char| !is_letter(letter) && !is_joint(letter) && letter != ' ');
    let words = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default().split_whitespace();
    let words: Vec<String> = words.take(LONGEST_OFFICE).map(|word| lexicon.bare(word)).collect();
    let phrases = (1..=words.len()).filter_map(|len| lexicon.phrase(&words.get(..len)?.join(" ")));
    phrases.fold(Tags::NONE, Tags::or)
}

/// Words of the longest office looked at.
const LONGEST_OFFICE: usize = 3;
