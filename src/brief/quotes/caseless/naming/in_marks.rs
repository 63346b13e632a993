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
    let behind = words_behind(text, lexicon, one.outer);
    let (behind_tags, past) = phrase_at_head(lexicon, &behind);
    if !words.iter().all(part) {
        return false;
    }
    if words.first().is_some_and(given) {
        let noun = before_tags.is_some_and(|tags| !tags.any(LED));
        let titled = before_tags.is_some_and(|tags| tags.any(Tags::TITLE));
        return !noun && (titled || behind_tags.any(BEHIND));
    }
    // `“Garden of NAME” has got a new keeper`: a thing, and an office that is not its own
    let thing = words.iter().any(given)
        || past.is_some_and(|next| lexicon.ends_as_no_name(next) || tags(next).any(Tags::OTHER_VERB));
    words.len() <= LONGEST_UNKNOWN && before.is_none() && behind_tags.any(Tags::OFFICE) && !thing
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

/// The words right behind a stretch, with nothing but spaces between.
fn words_behind(text: &str, lexicon: &Lexicon, at: Span) -> Vec<String> {
    let rest = text.get(at.end..).unwrap_or_default();
    let end = rest.find(|letter: char| !is_letter(letter) && !is_joint(letter) && letter != ' ');
    let words = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default().split_whitespace();
    words.take(LONGEST_OFFICE + 1).map(|word| lexicon.bare(word)).collect()
}

/// The classes of the first of `words`, or of several that are one phrase of the tables, and the word behind the longest.
fn phrase_at_head<'w>(lexicon: &Lexicon, words: &'w [String]) -> (Tags, Option<&'w String>) {
    let most = words.len().min(LONGEST_OFFICE);
    let known = |len: &usize| words.get(..*len).and_then(|words| lexicon.phrase(&words.join(" ")));
    let longest = (1..=most).rev().find(|len| known(len).is_some());
    ((1..=most).filter_map(|len| known(&len)).fold(Tags::NONE, Tags::or), words.get(longest.unwrap_or(most)))
}

/// Words of the longest office looked at.
const LONGEST_OFFICE: usize = 3;
