//! Names of foreigners in the letters such names are written in, with a point or a hyphen between their parts.

use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::NAME_POINTS;

/// Joins two first names or a surname of two parts.
const HYPHEN: char = '-';

impl Lexicon {
    /// A name in letters for foreign names with a point in it.
    #[must_use]
    pub(super) fn foreign_name(&self, rest: &str) -> Option<usize> {
        let writes = |letter: char| self.name_letters.contains(&letter);
        let first = rest.chars().next()?;
        if !writes(first) {
            // a letter of surnames that foreign names are seldom written with, before others: `何塞·`
            let behind =
                rest.get(first.len_utf8()..).filter(|_| self.surname(rest) == Some(first.len_utf8()))?;
            let point = behind.char_indices().find(|(_, letter)| !writes(*letter));
            let head = point.filter(|(at, letter)| *at > 0 && NAME_POINTS.contains(letter));
            let free = head.is_some() && self.longest(rest).is_none();
            return self.foreign_name(behind).filter(|_| free).map(|len| first.len_utf8() + len);
        }
        let joins = |at: usize| {
            rest.get(at..).is_some_and(|rest| rest.starts_with(HYPHEN))
                && rest.get(at + HYPHEN.len_utf8()..).is_some_and(|rest| rest.starts_with(writes))
        };
        let ends =
            |(at, letter): &(usize, char)| !writes(*letter) && !NAME_POINTS.contains(letter) && !joins(*at);
        let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
        let run = rest.get(..end)?.trim_end_matches(NAME_POINTS);
        if !run.contains(NAME_POINTS) {
            return None;
        }
        // a word that runs over its end belongs to what follows
        let tails = run.char_indices().rev().take(3).map(|(at, _)| at);
        let over = tails.clone().filter(|at| {
            let longest = rest.get(*at..).and_then(|tail| self.longest(tail));
            longest.is_some_and(|(len, _)| at + len > run.len())
        });
        // nor does a whole word of when or how at its end
        let when = Tags::ADVERB.or(Tags::TIME);
        let whole = |at: &usize| {
            let longest = run.get(*at..).and_then(|tail| self.longest(tail));
            let more = run.get(*at..).is_some_and(|tail| tail.chars().nth(1).is_some());
            more && longest.is_some_and(|(len, tags)| at + len == run.len() && tags.within(when))
        };
        let over = over.chain(tails.filter(whole));
        let cut = over.last().and_then(|at| run.get(..at)).unwrap_or(run);
        Some(if cut.contains(NAME_POINTS) && !cut.ends_with(NAME_POINTS) { cut.len() } else { run.len() })
    }
}
