//! Names in marks that stand in an attribution within words in marks: «We go, – said X of «Oak». – We stay».
//!
//! In: the marked words and the parts an attribution cut them into. Out: the parts with the marked names between and behind
//! them, in order. They are no words of whoever speaks, and tell who that is.

use crate::brief::quotes::detection::quotation::{Marked, Style};
use crate::brief::quotes::detection::quotation_marks;
use crate::text::Span;

/// The parts of `marked` with the names in marks between them.
pub(super) fn with_names(text: &str, marked: Marked, parts: Vec<Marked>) -> Vec<Marked> {
    let cut = parts.first().is_some_and(|first| first.inner != marked.inner);
    if !cut || marked.style == Style::Unmarked {
        return parts;
    }
    let mut found = Vec::with_capacity(parts.len());
    let mut rest = parts.into_iter().peekable();
    while let Some(part) = rest.next() {
        let end = rest.peek().map_or(marked.inner.end, |next| next.outer.start);
        let gap = Span::new(part.inner.end.min(end), end);
        let outer = Span::new(part.outer.start, part.outer.end.min(gap.start.max(part.inner.end)));
        let names = within(text, gap, marked.paragraph);
        let part = if names.is_empty() { part } else { Marked { outer, ..part } };
        found.push(part);
        found.extend(names);
    }
    found
}

/// The marked stretches of the attribution `gap`.
fn within(text: &str, gap: Span, paragraph: usize) -> Vec<Marked> {
    let words = gap.of(text);
    if !words.contains(['«', '„', '“', '"']) {
        return Vec::new();
    }
    let moved = |span: Span| Span::new(span.start + gap.start, span.end + gap.start);
    let names = quotation_marks::find(words, &[Span::whole(words)], false).into_iter();
    names
        .filter(|name| !name.continues)
        .map(|name| Marked { outer: moved(name.outer), inner: moved(name.inner), paragraph, ..name })
        .collect()
}
