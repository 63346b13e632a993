//! Speech behind a dash within a line: `It began. – We go – said X.`, `X said: – We go.`
//!
//! In: a line and the words in marks of the text, in order. Out: the spoken words with what tells who speaks. A dash within
//! words in marks is theirs.

use crate::brief::quotes::detection::asides::{last_aside, next_aside};
use crate::brief::quotes::detection::attributions::{Commas, attribution};
use crate::people::lexicon::Lexicon;
use crate::text::Span;

/// Dashes of a line behind which speech is looked for; it bounds the work.
const MOST_DASHES: usize = 40;

/// Bytes behind such a dash in which is looked for who speaks.
const NEAR: usize = 1_500;

/// Words behind a dash between two sentences of a line, where a dash and a verb of saying follow or a colon stands before:
/// `It began. – We go – said X.`, `X said: – We go.`
pub(super) fn speech_within(text: &str, span: Span, closed: &[Span], lexicon: &Lexicon) -> Option<Span> {
    let line = span.of(text);
    let dashes = line.match_indices(['–', '—', '-']).filter(|(at, _)| !is_within(closed, span.start + at));
    let dashes = dashes.filter(|(at, dash)| {
        let after = line.get(at + dash.len()..).unwrap_or_default();
        let opens = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let before = line.get(..*at).unwrap_or_default();
        let ended = before.strip_suffix(' ').unwrap_or_default();
        opens && ended.ends_with(['.', '!', '?', '…', '”', '»', '"', ':'])
    });
    let told = dashes.clone().take(MOST_DASHES).find_map(|(at, dash)| {
        let body = Span::new(span.start + at + dash.len(), span.end).trimmed(text);
        if line.get(..at)?.trim_end().ends_with(':') {
            return Some(body);
        }
        let end = text.floor_char_boundary(body.end.min(body.start + NEAR));
        let near = Span::new(body.start, end);
        let told = attribution(text, near, Commas::Never, lexicon).map(|(end, _)| end);
        let end = told
            .or_else(|| last_aside(text, near, true, lexicon))
            .or_else(|| Some(next_aside(text, near, false, lexicon)?.0))?;
        (end > body.start).then_some(body)
    });
    // `X shrugs. – We go.`: behind a sentence, to the end of the line
    let alone = || {
        let (at, dash) = dashes.clone().next().filter(|_| dashes.clone().nth(1).is_none())?;
        let before = line.get(..at)?.trim_end();
        let whole = before.ends_with('.')
            && !dialogue_first(text, span)
            && before.split_whitespace().count() >= SENTENCE;
        let body = Span::new(span.start + at + dash.len(), span.end).trimmed(text);
        let marks = ['–', '—', '„', '“', '”', '«', '»', '"', ':', '('];
        // `X shrugs. – We go. Y writes: “We stay”.`
        let told = [": „", ": «", ": \""].into_iter().find_map(|mark| body.of(text).find(mark));
        let own = body.of(text).get(..told.unwrap_or(body.len())).unwrap_or_default();
        let apart = told.is_none() || own.contains(". ");
        let plain = !own.contains(marks) && apart && dash != "-";
        (whole && plain && body.of(text).ends_with(['.', '!', '?', '…'])).then_some(body)
    };
    told.or_else(alone)
}

/// True for a place within words in marks.
fn is_within(closed: &[Span], at: usize) -> bool {
    let behind = closed.partition_point(|marked| marked.start <= at);
    behind.checked_sub(1).and_then(|last| closed.get(last)).is_some_and(|marked| at < marked.end)
}

/// Fewest words of a sentence before a dash that opens speech nobody is told to say.
const SENTENCE: usize = 3;

/// True for a line that begins with a dash.
pub(super) fn dialogue_first(text: &str, span: Span) -> bool {
    span.of(text).starts_with(['—', '–', '-'])
}
