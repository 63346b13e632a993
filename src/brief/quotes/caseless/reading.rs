//! Takes an article apart: twice, since the names found by the first reading are words of the second.

use super::naming::held;
use super::naming::in_marks;
use super::naming::people::{Forms, Found, People};
use super::naming::runs;
use super::naming::shapes;
use super::page::{Line, Page};
use super::told::speakers;
use super::unspaced::Cutter;
use super::words::lexicon::Lexicon;
use super::words::marks;
use super::words::spaced::WordCutter;
use super::words::tags::Tags;
use crate::article::{Article, Role};
use crate::brief::datelines;
use crate::languages::Order;
use crate::text::{FastSet, Span, Steps};

/// Lines that a dateline may open.
const DATELINE_LINES: usize = 3;

/// Takes the first `length` bytes of `article` apart.
#[must_use]
pub(crate) fn read(article: &Article, length: usize, steps: Steps) -> Page<'_> {
    let text = article.text.as_str();
    let lexicon = Lexicon::of(article.language);
    let folded = lexicon.folded(text);
    let spans = lines(article, length);
    let mut marked = marks::find(text, &spans);
    let unmarked = in_marks::take(text, lexicon, &mut marked);
    let terms = repeated(marked.iter().map(|marked| lexicon.bare(marked.inner.of(text))));
    let mut page = Page {
        text,
        language: article.language,
        lexicon,
        lines: Vec::new(),
        marked,
        people: People::default(),
        first_named: None,
        speaker: None,
        said: FastSet::default(),
        unmarked,
        often: FastSet::default(),
        places: FastSet::default(),
        terms,
        steps,
    };
    page.lines = cut(&page, &folded, &spans, &Forms::default());
    let unknown = page.lines.iter().flat_map(|line| &line.tokens).filter(|token| token.is_unknown());
    page.often = repeated(unknown.map(|token| token.form.clone()));
    if lexicon.order == Some(Order::ClauseFinal) {
        // a surname heads a clause somewhere
        let heads = heads(&page);
        page.often.retain(|form| heads.contains(form));
    }
    page.said = speakers::said(&page);
    page.places = runs::places(&page);
    let mut found = Found::default();
    shapes::collect(&page, &mut found);
    page.people = People::of(found, lexicon, &page.steps);
    page.lines = cut(&page, &folded, &spans, &page.people.forms());
    held::note_offices(&mut page);
    page.first_named = first_named(&page);
    page.speaker = speakers::only(&page);
    page
}

fn first_named(page: &Page) -> Option<(usize, Span, usize)> {
    let tokens =
        page.lines.iter().enumerate().flat_map(|(at, line)| line.tokens.iter().map(move |token| (at, token)));
    let mut named = tokens.filter(|(_, token)| token.has(Tags::NAME));
    named.find_map(|(at, token)| Some((at, token.span, page.people.whom(&token.form)?)))
}

/// Words no table knows that head a clause, or that words for whose view it is stand before.
fn heads(page: &Page) -> FastSet<String> {
    const OPEN: Tags = Tags::ACCORD.or(Tags::RELAY).or(Tags::CONJUNCTION).or(Tags::THAT);
    let mut heads = FastSet::default();
    for line in &page.lines {
        for (at, token) in line.tokens.iter().enumerate().filter(|(_, token)| token.is_unknown()) {
            let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
            if before.is_none_or(|before| before.is_edge() || before.has(OPEN)) {
                heads.insert(token.form.clone());
            }
        }
    }
    heads
}

/// What stands more than once.
fn repeated(forms: impl Iterator<Item = String>) -> FastSet<String> {
    let mut seen = FastSet::default();
    let mut again = FastSet::default();
    for form in forms {
        if seen.contains(&form) {
            again.insert(form);
        } else {
            seen.insert(form);
        }
    }
    again
}

fn cut(page: &Page, folded: &str, spans: &[Span], names: &Forms) -> Vec<Line> {
    let mut next = 0;
    let mut lines = Vec::with_capacity(spans.len());
    let told =
        page.lexicon.written_names.iter().filter(|(_, letters)| page.text.contains(letters.as_slice()));
    let apart: Vec<&'static str> = told.map(|(name, _)| name.as_str()).collect();
    for span in spans {
        let first = next;
        while page.marked.get(next).is_some_and(|marked| marked.outer.start < span.end) {
            next += 1;
        }
        let marked: Vec<_> = page.marked.iter().copied().enumerate().take(next).skip(first).collect();
        let before = first.checked_sub(1).and_then(|at| page.marked.get(at));
        let start = before.map_or(span.start, |before| before.outer.end.max(span.start));
        let within = Span::new(start, span.end);
        let (lexicon, steps) = (page.lexicon, &page.steps);
        let tokens = if lexicon.unspaced {
            Cutter { folded, lexicon, names, steps }.cut(within, &marked)
        } else {
            WordCutter {
                text: page.text,
                lexicon,
                people: &page.people,
                apart: &apart,
                unmarked: &page.unmarked,
                steps,
            }
            .cut(within, &marked)
        };
        lines.push(Line { span: *span, tokens });
    }
    lines
}

/// The lines of an article that may hold quotes, down to `length` bytes.
fn lines(article: &Article, length: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let speaks = |role: Role| matches!(role, Role::Body | Role::Heading | Role::Headline | Role::Dek);
    for block in article.blocks.iter().filter(|block| speaks(block.role) && block.span.start < length) {
        let mut start = block.span.start;
        for line in block.span.of(&article.text).split_inclusive(['\n', '\u{2028}', '\u{2029}']) {
            let mut span = Span::new(start, start + line.len()).trimmed(&article.text);
            if lines.len() < DATELINE_LINES {
                span.start += datelines::len(span.of(&article.text), article.language);
            }
            start += line.len();
            if !span.is_empty() && (span.end <= length || lines.is_empty()) {
                lines.push(span);
            }
        }
    }
    lines
}
