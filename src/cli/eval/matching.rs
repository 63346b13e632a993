//! Which answered quote is which quote of the gold.

use crate::text::Span;

/// Two spans are one quote when they share this much of the longer, blanks and signs at their ends aside.
const SHARED: f64 = 0.8;

/// For each gold span the place of the answer that is it, if any; each answer is one at most, the best pairs first.
pub(super) fn pairs(gold: &[Span], answered: &[Span]) -> Vec<Option<usize>> {
    let mut candidates = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (a, other) in answered.iter().enumerate() {
            let share = share(*one, *other);
            if share >= SHARED {
                candidates.push((share, g, a));
            }
        }
    }
    candidates.sort_by(|one, other| {
        other.0.total_cmp(&one.0).then_with(|| (one.1, one.2).cmp(&(other.1, other.2)))
    });
    let mut pairs = vec![None; gold.len()];
    let mut taken = vec![false; answered.len()];
    for (_, g, a) in candidates {
        if let (Some(pair @ None), Some(free @ false)) = (pairs.get_mut(g), taken.get_mut(a)) {
            *pair = Some(a);
            *free = true;
        }
    }
    pairs
}

/// An answer that holds several gold quotes whole is cut into them: joined words are no fault of the speaker's.
pub(super) fn cut(answer: Span, gold: &[Span]) -> Vec<Span> {
    let inside: Vec<Span> = gold.iter().copied().filter(|one| answer.contains(*one)).collect();
    if inside.len() > 1 { inside } else { vec![answer] }
}

/// The span without signs and blanks at its ends.
pub(super) fn bare(text: &str, span: Span) -> Span {
    let within = span.of(text);
    let inner = within.trim_matches(|letter: char| !letter.is_alphanumeric());
    let start = within.find(inner).map_or(span.start, |at| span.start + at);
    Span::new(start, start + inner.len())
}

fn share(one: Span, other: Span) -> f64 {
    let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    let longer = one.len().max(other.len()).max(1);
    shared as f64 / longer as f64
}
