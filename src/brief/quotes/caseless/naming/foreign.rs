//! Names in letters for foreign words without a title: `エリーザ ウォルトン氏`, `ウォルトンは「…」と述べた`.

use super::people::Found;
use crate::brief::quotes::caseless::page::{Page, sentence_end, sentence_start, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{NAME_POINTS, Shape, Token};
use crate::text::{FastMap, Span};

/// Parts of a name that spaces part.
const PARTS: std::ops::RangeInclusive<usize> = 2..=4;

/// Parts with one space between them, the last before a title of courtesy, or behind an office and told to speak.
pub(super) fn spaced(page: &Page, found: &mut Found) {
    let part = |token: &Token| token.shape == Shape::Foreign && !token.form.contains(NAME_POINTS);
    let joins = |one: &Token, next: &Token| {
        part(one) && part(next) && page.text.get(one.span.end..next.span.start) == Some(" ")
    };
    for line in &page.lines {
        for (at, title) in line.tokens.iter().enumerate() {
            let courtesy = title.tags.is_courtesy();
            let told = at.checked_sub(1).is_some_and(|last| is_told(&line.tokens, last));
            let before = line.tokens.get(..at).filter(|_| courtesy || told).unwrap_or_default();
            let pairs = before.windows(2).rev();
            let parts = pairs.take_while(|two| matches!(two, [one, next] if joins(one, next))).count() + 1;
            let first = at.checked_sub(parts).and_then(|first| line.tokens.get(first));
            let (Some(first), Some(last)) = (first, before.last()) else { continue };
            // a firm has such a name, too
            let office = before.len().checked_sub(parts + 1).is_some_and(|at| is_office(before, at));
            if !(courtesy || office) {
                continue;
            }
            if PARTS.contains(&parts) && last.span.end == title.span.start {
                let name = page.of(Span::new(first.span.start, last.span.end));
                found.add(name, name);
            }
        }
    }
}

/// What opens a sentence as its subject and says something in it: a name with a point, or the last part of one.
pub(super) fn spoken(page: &Page, found: &mut Found) {
    let tokens = page.lines.iter().flat_map(|line| &line.tokens);
    let pointed = tokens.filter(|token| token.shape == Shape::Foreign && token.form.contains(NAME_POINTS));
    let whole: FastMap<&str, &Token> =
        pointed.filter_map(|token| Some((token.form.rsplit(NAME_POINTS).next()?, token))).collect();
    for line in &page.lines {
        for at in 0..line.tokens.len() {
            let Some(name) = line.tokens.get(at).filter(|_| speaks(page, &line.tokens, at)) else { continue };
            // alone, however often, it may be whatever its bearer is: a surfer, a hacker
            let known = whole.get(name.form.as_str()).copied();
            if let Some(name) = known.or_else(|| name.form.contains(NAME_POINTS).then_some(name)) {
                found.add(&name.form, page.of(name.span));
            }
        }
    }
}

/// True for an office, or what ties it to the name behind it.
fn is_office(tokens: &[Token], at: usize) -> bool {
    let at = if tags(tokens, at).any(Tags::OF) { at.checked_sub(1) } else { Some(at) };
    let office = at.map_or(Tags::NONE, |at| tags(tokens, at));
    office.any(Tags::OFFICE) && !office.any(Tags::BODY)
}

/// True for a foreign word at the head of a clause that the sentence tells to speak.
fn speaks(page: &Page, tokens: &[Token], at: usize) -> bool {
    const OPEN: Tags = Tags::CONJUNCTION.or(Tags::TIME).or(Tags::QUOTING);
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let opens = before.is_none_or(|before| before.is_edge() || before.has(OPEN));
    let plain = |name: &Token| name.shape == Shape::Foreign && !page.is_place(&name.form);
    opens && tokens.get(at).is_some_and(plain) && is_told(tokens, at)
}

/// True for what a sentence with words in marks is about that ends with a verb of saying.
fn is_told(tokens: &[Token], at: usize) -> bool {
    let particle = tags(tokens, at + 1);
    if !particle.any(Tags::TOPIC) || particle.any(Tags::POSTPOSITION) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let (start, end) = (sentence_start(tokens, at), sentence_end(tokens, at));
    let rest = tokens.get(start..end).unwrap_or_default();
    let verb = rest.iter().rfind(|token| token.shape != Shape::Ending);
    let quoted = before.is_some_and(|before| before.quotation().is_some());
    let quoted = quoted || rest.iter().any(|token| token.quotation().is_some());
    quoted && verb.is_some_and(|verb| verb.has(Tags::VERB))
}
