//! `In her book, Letters Home, tells …`: the name of a work behind it.

use super::phrases::{Chunk, Part, Text};
use super::words::Class;

/// Chunks between a work and the comma before its name.
const NEAR: usize = 4;

/// Takes the names of works between commas, where a verb follows, for no subjects.
pub(super) fn set_aside(text: &Text, chunks: &mut [Chunk]) {
    if !text.grammar.by_order() {
        return;
    }
    for at in 2..chunks.len() {
        if names_work(text, chunks, at)
            && let Some(chunk) = chunks.get_mut(at)
        {
            chunk.part = Part::Aside;
        }
    }
}

fn names_work(text: &Text, chunks: &[Chunk], at: usize) -> bool {
    let is = |at: usize, mark: char| chunks.get(at).is_some_and(|chunk| chunk.is(mark));
    let Some(Part::Noun(noun)) = chunks.get(at).map(|chunk| &chunk.part) else { return false };
    let given = text.has(noun.tokens.start, Class::FIRST_NAME);
    let plain = noun.name.is_some() && noun.role.is_empty() && !given;
    let small = Class::HELPER.or(Class::OBJECT).or(Class::SELF).or(Class::NOT);
    let verb =
        chunks.get(at + 2).is_some_and(|chunk| matches!(chunk.part, Part::Verb) || chunk.class.any(small));
    let work = || {
        chunks.get(..at - 1)?.iter().rev().take(NEAR).find_map(|chunk| match &chunk.part {
            Part::Governed(noun) | Part::Noun(noun) => {
                noun.class.any(Class::TITLED.or(Class::DOCUMENT)).then_some(true)
            }
            Part::Mark(_) => Some(false),
            _ => None,
        })
    };
    plain && is(at - 1, ',') && is(at + 1, ',') && verb && work() == Some(true)
}
