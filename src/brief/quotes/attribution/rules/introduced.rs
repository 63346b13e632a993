//! The line before the quote ends with a colon: `X spoke:⏎“`

use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// The last speaker of the line before.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    let document = around.document;
    let tokens = document.stream.paragraphs.get(around.paragraph.checked_sub(1)?)?.clone();
    let last = tokens.end.checked_sub(1).filter(|last| tokens.contains(last))?;
    if !document.stream.is(last, ':') {
        return None;
    }
    let cues = document.cues_in(&tokens);
    let cue = cues.iter().rev().find(|cue| cue.strong).or(cues.last())?;
    Some(Source::Phrase(cue.subject.clone()))
}
