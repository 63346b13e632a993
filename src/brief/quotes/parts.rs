//! The parts in which an article is read: no line and no part of it is longer than news ever is, so that what a rule does
//! over a whole line, or with all that was read, is bounded too.
//!
//! In: an article. Out: the article itself, or, where it is longer than any piece of news or has such a line, articles of
//! its beginning, of what stands behind that, and so on. Spans of a part count from where it begins.

use std::borrow::Cow;

use crate::article::{Article, Block};
use crate::brief::{Quote, Speaker};
use crate::text::Span;

/// The longest line, in bytes: a chapter of a book. A longer one is cut where a sentence ends.
const LONGEST_LINE: usize = 16 << 10;

/// The longest part, in bytes: some times the longest report.
const LONGEST_PART: usize = 256 << 10;

/// What ends a line.
const BREAKS: [char; 3] = ['\n', '\u{2028}', '\u{2029}'];

/// A part of an article.
pub(super) struct Part<'a> {
    /// Where it begins in the article's text.
    pub(super) start: usize,
    /// It alone.
    pub(super) article: Cow<'a, Article>,
}

/// The parts of `article`, in order.
pub(super) fn parts(article: &Article) -> impl Iterator<Item = Part<'_>> {
    let blocks = short_blocks(article);
    let whole = article.text.len() <= LONGEST_PART && blocks.len() == article.blocks.len();
    let frame = (!whole).then(|| Article { text: String::new(), blocks: Vec::new(), ..article.clone() });
    let mut next = 0;
    let mut read = false;
    std::iter::from_fn(move || {
        let Some(frame) = &frame else {
            let first = !std::mem::replace(&mut read, true);
            return first.then_some(Part { start: 0, article: Cow::Borrowed(article) });
        };
        let rest = blocks.get(next..)?;
        let start = rest.first()?.span.start;
        let count = rest.partition_point(|block| block.span.end <= start + LONGEST_PART).max(1);
        let own = rest.get(..count)?;
        next += count;
        let within = Span::new(start, own.last()?.span.end);
        let moved = |block: &Block| {
            let span = Span::new(block.span.start - start, block.span.end - start);
            Block { span, ..*block }
        };
        let blocks = own.iter().map(moved).collect();
        let article = Article { text: within.of(&article.text).to_owned(), blocks, ..frame.clone() };
        Some(Part { start, article: Cow::Owned(article) })
    })
}

/// A quote of a part that begins at `start`, at its place in the whole text.
pub(super) fn moved(quote: Quote, start: usize) -> Quote {
    let moved = |span: Span| Span::new(span.start + start, span.end + start);
    let speaker = quote.speaker.map(|who| Speaker { span: who.span.map(moved), ..who });
    Quote { span: moved(quote.span), speaker, ..quote }
}

/// The blocks, those with a line too long cut.
fn short_blocks(article: &Article) -> Vec<Block> {
    let mut short = Vec::with_capacity(article.blocks.len());
    for block in &article.blocks {
        let mut rest = block.span;
        let long = rest.of(&article.text).split(BREAKS).any(|line| line.len() > LONGEST_LINE);
        while long && rest.len() > LONGEST_LINE {
            let end = rest.start + cut(rest.of(&article.text));
            short.push(Block { span: Span::new(rest.start, end), ..*block });
            rest.start = end;
        }
        short.push(Block { span: rest, ..*block });
    }
    short
}

/// Where a text that is too long is cut: behind the last line, else sentence, else word of the longest that may be.
fn cut(text: &str) -> usize {
    let most = text.floor_char_boundary(LONGEST_LINE);
    let least = text.floor_char_boundary(LONGEST_LINE / 2);
    let head = text.get(least..most).unwrap_or_default();
    let line = head.rfind(BREAKS);
    let stop = || {
        let mut stops = head.rmatch_indices(['.', '!', '?', '…', '؟', '。', '！', '？']);
        stops.find_map(|(at, stop)| end_of_sentence(head, at + stop.len()))
    };
    let at = line.or_else(stop).or_else(|| head.rfind(char::is_whitespace));
    at.filter(|at| least + at > 0).map_or(most, |at| least + at)
}

/// The end of a sentence whose stop ends at `at`, behind the marks that close it; before a space or a wide letter.
fn end_of_sentence(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let behind = rest.trim_start_matches(['"', '”', '“', '»', '’', '\'', ')', '」', '』']);
    let end = at + rest.len() - behind.len();
    let wide = text.get(..at)?.ends_with(['。', '！', '？']);
    (wide || behind.starts_with(char::is_whitespace)).then_some(end)
}
