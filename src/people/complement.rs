//! What an office before a name is of, where that stands behind the name: `President X of Lakeland`.

use std::ops::Range;

use super::index::Index;
use super::lexicon::{Keyword, Tags};
use super::mention::Mention;
use super::stream::Stream;

/// Most words of whose office it is.
const OWNER: usize = 3;

/// `President X of Lakeland`: what the office before the name is of.
pub(super) fn complement(stream: &Stream, index: &Index, end: usize) -> Option<Range<usize>> {
    if !stream.is_keyword(end, Keyword::OfficeOf) {
        return None;
    }
    let start = if stream.has(end + 1, Tags::DEFINITE) { end + 2 } else { end + 1 };
    let titled = |mention: &Mention| mention.from < mention.name.start;
    let named = |at: &usize| {
        stream.is_word(*at) && stream.is_capital(*at) && !index.mention_at(*at).is_some_and(titled)
    };
    let last = (start..start + OWNER).take_while(named).last()?;
    let owns = stream.get(last).is_some_and(|token| token.possessive);
    let goes_on = stream.is_keyword(last + 1, Keyword::OfficeOf);
    let is_faction = stream.is_keyword(last, Keyword::Faction);
    (!owns && !goes_on && !is_faction && !named(&(last + 1))).then_some(end..last + 1)
}

/// True where a word before `start` takes what follows the name: `accused President X of Treason`, `the visit by President X
/// of Norvia`.
pub(super) fn takes_of(stream: &Stream, start: usize) -> bool {
    let takes = |at: usize| stream.is_keyword(at, Keyword::VerbOf) || stream.is_keyword(at, Keyword::Agent);
    (start.saturating_sub(2)..start).any(takes)
}
