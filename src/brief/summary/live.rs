//! Live blogs: entries headed by hours, the newest first. The oldest tells what happened.

use crate::article::{Article, hour_before};
use crate::text::Span;

/// Fewest entries of a live blog.
const FEWEST: usize = 3;

/// The paragraph that tells what happened, if `article` is a live blog whose newest entry comes first.
pub(super) fn event(article: &Article) -> Option<Span> {
    let hour = |span: Span| hour_before(&article.text, span, article.language);
    let entries: Vec<(Span, u32)> = article.body().filter_map(|span| Some((span, hour(span)?))).collect();
    let count = |later: bool| entries.windows(2).filter(|pair| is_falling(pair) == later).count();
    let newest_first = entries.len() >= FEWEST && count(true) > 2 * count(false);
    entries.last().filter(|_| newest_first).map(|(span, _)| *span)
}

fn is_falling(pair: &[(Span, u32)]) -> bool {
    matches!(pair, [(_, one), (_, other)] if other <= one)
}
