//! Names in letters for foreign words without a point in them: `エリーザ ウォルトン氏`, `ウォルトンは「…」と述べた`.

use super::people::Found;
use crate::brief::quotes::caseless::page::{Page, sentence_end};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{NAME_POINTS, Shape, Token};
use crate::text::Span;

/// Parts of a name that spaces part.
const PARTS: std::ops::RangeInclusive<usize> = 2..=4;
/// Letters of a name that stands alone.
const FEWEST: usize = 3;

/// Parts with one space between them, the last before a title of courtesy.
pub(super) fn spaced(page: &Page, found: &mut Found) {
    let part = |token: &Token| token.shape == Shape::Foreign && !token.form.contains(NAME_POINTS);
    let joins = |one: &Token, next: &Token| {
        part(one) && part(next) && page.text.get(one.span.end..next.span.start) == Some(" ")
    };
    for line in &page.lines {
        for (at, title) in line.tokens.iter().enumerate() {
            let courtesy = title.has(Tags::HONORIFIC) && !title.has(Tags::OFFICE.or(Tags::PERSON));
            let before = line.tokens.get(..at).filter(|_| courtesy).unwrap_or_default();
            let pairs = before.windows(2).rev();
            let parts = pairs.take_while(|two| matches!(two, [one, next] if joins(one, next))).count() + 1;
            let first = at.checked_sub(parts).and_then(|first| line.tokens.get(first));
            let (Some(first), Some(last)) = (first, before.last()) else { continue };
            if PARTS.contains(&parts) && last.span.end == title.span.start {
                let name = page.of(Span::new(first.span.start, last.span.end));
                found.add(name, name);
            }
        }
    }
}

/// What opens a sentence as its subject, says something in it, and stands in the text more than once.
pub(super) fn spoken(page: &Page, found: &mut Found) {
    for line in &page.lines {
        for (at, two) in line.tokens.windows(2).enumerate() {
            let [name, particle] = two else { continue };
            let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
            let opens =
                before.is_none_or(|before| before.is_edge() || before.has(Tags::CONJUNCTION.or(Tags::TIME)));
            let plain =
                name.shape == Shape::Foreign && !page.is_place(&name.form) && page.is_often(&name.form);
            let long = name.form.chars().count() >= FEWEST;
            let subject = particle.has(Tags::TOPIC) && !particle.has(Tags::POSTPOSITION);
            if !(opens && plain && long && subject) {
                continue;
            }
            let end = sentence_end(&line.tokens, at);
            let rest = line.tokens.get(at..end).unwrap_or_default();
            let verb = rest.iter().rposition(|token| token.shape != Shape::Ending);
            let quoted = rest.iter().any(|token| token.quotation().is_some());
            if quoted && verb.and_then(|verb| rest.get(verb)).is_some_and(|verb| verb.has(Tags::VERB)) {
                found.add(&name.form, page.of(name.span));
            }
        }
    }
}
